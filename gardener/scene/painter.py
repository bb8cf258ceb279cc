"""Painting one plant: its skeleton on a QPainter, in the manner of gouache."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gardener.scene.badges import paint_badge
from gardener.scene.inks import Inks, inks_for
from gardener.scene.limits import CELL
from gardener.scene.paint_flowers import paint_flower
from gardener.scene.paint_foliage import paint_clump, paint_leaf, paint_stem, paint_support
from gardener.scene.paint_fruit import paint_bud, paint_fruit
from gardener.scene.paint_ground import paint_soil, paint_surface
from gardener.scene.palette import Palette
from gardener.scene.skeleton import Leaf, Skeleton
from gardener.scene.species import Species


def paint_plant(
    painter: QPainter,
    skeleton: Skeleton,
    species: Species,
    palette: Palette,
    *,
    height_px: float,
    badge: str | None = None,
) -> None:
    """Paint a plant with its foot at (0, 0), y down, `height_px` pixels for one full grown height.

    badge: a condition whose badge stands at the upper right of the plant's cell, or None.
    The painter's state is as before.
    """
    inks = inks_for(species, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_soil(painter, skeleton.ground, inks, height_px)
    _paint_body(painter, skeleton, species, inks, height_px)
    paint_surface(painter, skeleton.ground, species, inks, height_px)
    if skeleton.bud is not None:
        paint_bud(painter, skeleton.bud, inks, height_px)
    painter.restore()
    if badge is not None:
        side = max(9.0, 0.26 * height_px)
        _, _, right, top = CELL
        paint_badge(painter, badge, palette, QRectF(right * height_px - side, -top * height_px, side, side))


def _paint_body(painter: QPainter, skeleton: Skeleton, species: Species, inks: Inks, scale: float) -> None:
    leaves = sorted(skeleton.leaves, key=_depth)
    cut = next((i for i, leaf in enumerate(leaves) if leaf.depth > -0.15), len(leaves))
    for lath in skeleton.supports:
        paint_support(painter, lath, inks, scale)
    for clump in skeleton.clumps:
        paint_clump(painter, clump, inks, scale)
    for leaf in leaves[:cut]:
        paint_leaf(painter, leaf, species.leaf, inks, scale)
    for stem in sorted(skeleton.stems, key=lambda stem: (stem.depth, stem.key)):
        paint_stem(painter, stem, inks, scale)
    for leaf in leaves[cut:]:
        paint_leaf(painter, leaf, species.leaf, inks, scale)
    for flower in sorted(skeleton.flowers, key=lambda flower: (flower.depth, -flower.key)):
        paint_flower(painter, flower, species.flower, inks, scale)
    for fruit in skeleton.fruits:
        paint_fruit(painter, fruit, species.fruit, inks, scale)


def _depth(leaf: Leaf) -> tuple[float, int]:
    return leaf.depth, leaf.key
