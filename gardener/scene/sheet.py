"""Sheets of plants to look at: species by conditions at several sizes, and one trait changing along a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QColor, QImage, QPainter

from gardener.scene.botany import grow
from gardener.scene.cell import cell_box
from gardener.scene.library import all_species
from gardener.scene.painter import paint_plant
from gardener.scene.palette import DAY, Palette
from gardener.scene.species import Species
from gardener.scene.traits import CONDITIONS, Traits

TYPICAL: Mapping[str, Traits] = {
    "seed": Traits(size=0, vitality=None, sown=True, vigour=0.9, condition="seed"),
    "withered seed": Traits(size=0, vitality=None, sown=True, vigour=0.0, condition="withered seed"),
    "thriving": Traits(size=0.66, vitality=0.88, flowers=1, condition="thriving"),
    "healthy": Traits(size=0.66, vitality=0.55, flowers=1, condition="healthy"),
    "thirsty": Traits(size=0.66, vitality=0.32, dryness=0.52, flowers=1, condition="thirsty"),
    "wilting": Traits(size=0.66, vitality=0.20, dryness=1.0, flowers=1, condition="wilting"),
    "withered": Traits(size=0.66, vitality=0.07, dryness=1.0, flowers=1, condition="withered"),
    "soggy": Traits(size=0.60, vitality=0.62, wetness=0.67, flowers=1, condition="soggy"),
    "drowning": Traits(size=0.60, vitality=0.55, wetness=1.25, flowers=1, condition="drowning"),
    "resting": Traits(size=0.66, vitality=0.50, resting=True, flowers=1, condition="resting"),
}
"""One typical plant of every condition."""

_ORDER = (
    "seed",
    "thriving",
    "healthy",
    "thirsty",
    "wilting",
    "withered",
    "soggy",
    "drowning",
    "resting",
    "withered seed",
)
assert set(_ORDER) == set(CONDITIONS)


def conditions_sheet(
    *,
    species: Iterable[Species] | None = None,
    heights_px: Sequence[int] = (128,),
    palette: Palette = DAY,
    ground: str | None = None,
    badges: bool = False,
    seed: int = 7,
) -> QImage:
    """Return species (rows, once for every height) by conditions (columns)."""
    rows = [
        (kind, [TYPICAL[name] for name in _ORDER], height)
        for kind in (all_species().values() if species is None else species)
        for height in heights_px
    ]
    return _sheet(rows, palette=palette, ground=ground, badges=badges, seed=seed, stride=17)


def series_sheet(
    rows: Iterable[tuple[Species, Sequence[Traits]]],
    *,
    height_px: int = 150,
    palette: Palette = DAY,
    ground: str | None = None,
    seed: int = 7,
) -> QImage:
    """Return one row for each species with its series of traits."""
    return _sheet(
        [(*row, height_px) for row in rows], palette=palette, ground=ground, badges=False, seed=seed
    )


def plant_image(
    species: Species,
    traits: Traits,
    *,
    seed: int,
    height_px: int,
    palette: Palette = DAY,
    ground: str | None = None,
    badge: bool = False,
) -> QImage:
    """Return one plant in its cell, on `ground` (default: paper)."""
    return _sheet([(species, [traits], height_px)], palette=palette, ground=ground, badges=badge, seed=seed)


def _sheet(
    rows: Sequence[tuple[Species, Sequence[Traits], int]],
    *,
    palette: Palette,
    ground: str | None,
    badges: bool,
    seed: int,
    stride: int = 0,
) -> QImage:
    boxes = [cell_box(height) for _, _, height in rows]
    width = max(round(box.width()) * len(series) for box, (_, series, _) in zip(boxes, rows, strict=True))
    image = QImage(
        width, sum(round(box.height()) for box in boxes), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor(ground or palette.paper))
    painter = QPainter(image)
    top = 0
    for box, (species, series, height) in zip(boxes, rows, strict=True):
        for column, traits in enumerate(series):
            painter.save()
            painter.translate(round(box.width()) * column - box.left(), top - box.top())
            skeleton = grow(species, seed + column * stride, traits)
            paint_plant(
                painter,
                skeleton,
                species,
                palette,
                height_px=height,
                badge=traits.condition if badges else None,
            )
            painter.restore()
        top += round(box.height())
    painter.end()
    return image
