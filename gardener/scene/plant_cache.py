"""Pictures of plants, painted once and kept within a bounded number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from gardener.scene.cell import cell_box
from gardener.scene.limits import CELL
from gardener.scene.palette import Palette
from gardener.scene.traits import Traits

if TYPE_CHECKING:
    from gardener.scene.picture_store import PictureStore
    from gardener.scene.species import Species

_STEPS = {
    "size": 64,
    "wetness": 24,
    "dryness": 24,
    "flowers": 8,
    "fruits_small": 8,
    "fruits_large": 8,
    "vigour": 24,
}
_VITALITY_STEPS = 50

Key = tuple[str, str, int, Traits, float]
_PLANT, _SILHOUETTE = "plant", "silhouette"
_SMALL = 16
"""Pixels of a cell's height."""


@lru_cache(maxsize=4096)
def quantised(traits: Traits) -> Traits:
    """Return `traits` in steps fine enough that no eye misses one: 0.02 of vitality, 1/64 of size."""
    rounded = {name: round(getattr(traits, name) * steps) / steps for name, steps in _STEPS.items()}
    vitality = None if traits.vitality is None else round(traits.vitality * _VITALITY_STEPS) / _VITALITY_STEPS
    return traits._replace(vitality=vitality, condition="", **rounded)


class PlantPictures:
    """Pixmaps of whole cells under one palette, the least recently used dropped first.

    A cell is `cell_px` logical pixels high and 0.72 times as wide; the plant's foot stands at `foot(cell_px)`.
    """

    def __init__(
        self,
        palette: Palette,
        species: Mapping[str, Species],
        device_pixel_ratio: float,
        limit_bytes: int,
        store: PictureStore | None = None,
    ) -> None:
        """Keep at most `limit_bytes` of pixels for plants of these `species` (by id).

        What `store` holds from an earlier start is not painted again.
        """
        self.palette = palette
        self.device_pixel_ratio = device_pixel_ratio
        self.limit_bytes = limit_bytes
        self.store = store
        self._species = species
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0

    @property
    def bytes_kept(self) -> int:
        """Return how many bytes of pixels are kept now."""
        return self._bytes

    @staticmethod
    def foot(cell_px: float) -> QPointF:
        """Return where the plant's foot stands in a cell of this height."""
        box = cell_box(_height(cell_px))
        return QPointF(-box.left(), -box.top())

    def pixmap(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap:
        """Return the finished picture of a plant. Raises KeyError for an unknown species that was never painted."""
        seen = quantised(traits)
        key = _PLANT, species_id, seed, seen, cell_px
        found = self._found(key)
        return found if found is not None else self._keep(key, self.passing(seen, species_id, seed, cell_px))

    def passing(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap:
        """Return the picture of a plant on its way to another state; it is not kept."""
        species = self._species[species_id]

        def paint(painter: QPainter) -> None:
            from gardener.scene.botany import grow  # not before a plant is painted that is not kept
            from gardener.scene.painter import paint_plant

            paint_plant(
                painter, grow(species, seed, traits), species, self.palette, height_px=_height(cell_px)
            )

        return self._painted(cell_px, paint)

    def silhouette(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap:
        """Return the cheap picture of a plant: its outline in its true colours."""
        seen = quantised(traits)
        # All that sets two silhouettes apart is the side they lean to.
        key = _SILHOUETTE, species_id, seed & 0xFF, seen, cell_px
        found = self._found(key)
        if found is not None:
            return found
        species = self._species[species_id]

        def paint(painter: QPainter) -> None:
            from gardener.scene.silhouette import paint_silhouette

            paint_silhouette(painter, seen, species, self.palette, seed=seed, height_px=_height(cell_px))

        return self._keep(key, self._painted(cell_px, paint))

    def ready(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap | None:
        """Return the finished picture if it is kept already, without painting."""
        return self._found((_PLANT, species_id, seed, quantised(traits), cell_px))

    @property
    def has_new(self) -> bool:
        """Whether a picture is kept that is to stay and that the store does not hold."""
        store = self.store
        return store is not None and any(_text(key) not in store for key in self._kept if _final(key))

    def finished(self) -> Iterator[tuple[str, QImage]]:
        """Every picture kept that is to stay, under its key in a store; those last used first."""
        for key in reversed(self._kept):
            if _final(key):
                yield _text(key), self._kept[key].toImage()

    def clear(self) -> None:
        """Forget every picture."""
        self._kept.clear()
        self._bytes = 0

    def _found(self, key: Key) -> QPixmap | None:
        """The picture kept here, or in the store."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif self.store is not None and _final(key):
            found = self.store.find(_text(key), self.device_pixel_ratio)
            if found is not None:
                self._keep(key, found)
        return found

    def _keep(self, key: Key, picture: QPixmap) -> QPixmap:
        self._kept[key] = picture
        self._bytes += _bytes_of(picture)
        while self._bytes > self.limit_bytes and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes_of(dropped)
        return picture

    def _painted(self, cell_px: float, paint: Callable[[QPainter], None]) -> QPixmap:
        ratio = self.device_pixel_ratio
        box = cell_box(_height(cell_px))
        picture = QPixmap(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(-box.left(), -box.top())
        paint(painter)
        painter.end()
        return picture


def _height(cell_px: float) -> float:
    """Return the pixels of one full grown height in a cell `cell_px` high."""
    return cell_px / (CELL[3] - CELL[1])


def _text(key: Key) -> str:
    """The key of a picture in a store: all that is in it, as text."""
    kind, species, seed, traits, cell_px = key
    return repr((kind, species, seed, cell_px, *traits))


def _final(key: Key) -> bool:
    """Whether it is the picture that stays: finished, or so small that an outline is all there is to see."""
    return key[0] == _PLANT or key[-1] <= _SMALL


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
