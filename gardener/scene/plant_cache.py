"""Pictures of plants, painted once and kept within a bounded number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gardener.scene.cell import cell_box
from gardener.scene.palette import Palette
from gardener.scene.silhouette import paint_silhouette
from gardener.scene.skeleton import CELL
from gardener.scene.species import Species
from gardener.scene.traits import Traits

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


def quantised(traits: Traits) -> Traits:
    """Return `traits` in steps fine enough that no eye misses one: 0.02 of vitality, 1/64 of size."""
    rounded = {name: round(getattr(traits, name) * steps) / steps for name, steps in _STEPS.items()}
    vitality = None if traits.vitality is None else round(traits.vitality * _VITALITY_STEPS) / _VITALITY_STEPS
    return replace(traits, vitality=vitality, condition="", **rounded)


class PlantPictures:
    """Pixmaps of whole cells under one palette, the least recently used dropped first.

    A cell is `cell_px` logical pixels high and 0.72 times as wide; the plant's foot stands at `foot(cell_px)`.
    """

    def __init__(
        self, palette: Palette, species: Mapping[str, Species], device_pixel_ratio: float, limit_bytes: int
    ) -> None:
        """Keep at most `limit_bytes` of pixels for plants of these `species` (by id)."""
        self.palette = palette
        self.device_pixel_ratio = device_pixel_ratio
        self.limit_bytes = limit_bytes
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
        """Return the finished picture of a plant. Raises KeyError for an unknown species."""
        species, seen = self._species[species_id], quantised(traits)

        def paint(painter: QPainter) -> None:
            from gardener.scene.botany import grow  # not before the first paint, which shows silhouettes
            from gardener.scene.painter import paint_plant

            skeleton = grow(species, seed, seen)
            paint_plant(painter, skeleton, species, self.palette, height_px=_height(cell_px))

        return self._picture(("plant", species_id, seed, seen, cell_px), paint)

    def silhouette(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap:
        """Return the cheap picture of a plant: its outline in its true colours."""
        species, seen = self._species[species_id], quantised(traits)

        def paint(painter: QPainter) -> None:
            paint_silhouette(painter, seen, species, self.palette, seed=seed, height_px=_height(cell_px))

        # All that sets two silhouettes apart is the side they lean to.
        return self._picture(("silhouette", species_id, seed & 0xFF, seen, cell_px), paint)

    def ready(self, traits: Traits, species_id: str, seed: int, cell_px: float) -> QPixmap | None:
        """Return the finished picture if it is kept already, without painting."""
        found = self._kept.get(("plant", species_id, seed, quantised(traits), cell_px))
        if found is not None:
            self._kept.move_to_end(("plant", species_id, seed, quantised(traits), cell_px))
        return found

    def clear(self) -> None:
        """Forget every picture."""
        self._kept.clear()
        self._bytes = 0

    def _picture(self, key: Key, paint: Callable[[QPainter], None]) -> QPixmap:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        picture = self._painted(key[-1], paint)
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


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
