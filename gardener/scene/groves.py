"""The trees on the wide lawn beside the beds, seen only from far away: where they stand, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap, QRadialGradient

from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.grid import Rect
from gardener.scene.horizon import draw_tree
from gardener.scene.light import Light, mix

KINDS = 5
"""Pictures there are of trees."""
TALL = 170.0
"""Height of a tree's picture; a tree is drawn between 0.6 times and as large. Units of the ground, all here."""
BROAD = 0.95 * TALL
_CELL = 230.0
"""One tree at most in a square of that side."""
_OFF = 110.0
"""So far from the beds the first of them stand."""


class Tree(NamedTuple):
    """One tree: which picture, and the rectangle of the ground that it fills."""

    kind: int
    on: Rect


def trees_in(area: Rect, *, width: float, sky: float) -> Iterator[Tree]:
    """The trees whose pictures reach into `area`, from the back to the front; the garden lies from 0 to `width`."""
    for row in range(floor((area.y - sky) / _CELL) - 1, ceil((area.bottom - sky + TALL) / _CELL) + 1):
        if row < 0:
            continue
        for column in range(floor(area.x / _CELL) - 1, ceil(area.right / _CELL) + 1):
            tree = _tree(column, row, width, sky)
            if tree is not None and tree.on.meets(area):
                yield tree


def _tree(column: int, row: int, width: float, sky: float) -> Tree | None:
    """The tree of a square; there are clearings between the groves."""
    a, b, c, d = four((column + 4096) << 20 | row, 0x620)
    grove = sin(0.9 * column + 0.7 * row + 1.7 * sin(0.31 * row)) + 0.8 * sin(
        0.53 * column - 0.83 * row + 2.0
    )
    if grove < 0.45 + 0.6 * d:
        return None
    size = TALL * (0.6 + 0.4 * c)
    x, foot = (column + 0.15 + 0.7 * a) * _CELL, sky + 60.0 + (row + 0.8 * b) * _CELL
    wide = size * BROAD / TALL
    if x + wide / 2 > -_OFF and x - wide / 2 < width + _OFF:
        return None
    return Tree(int(97 * a + 89 * b) % KINDS, Rect(x - wide / 2, foot - size, wide, size))


def tree_picture(light: Light, kind: int, scale: float, ratio: float) -> QPixmap:
    """The picture of a tree with its shade, its foot in the middle of the lower edge."""
    pixmap = blank(BROAD * scale, TALL * scale, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    foot = QPointF(BROAD / 2, TALL - 11.0)
    _paint_shade(painter, light, foot + QPointF(0.10 * BROAD, 1.0))
    draw_tree(painter, light, foot, TALL - 26.0, 7 + 2 * kind)
    painter.end()
    return pixmap


def _paint_shade(painter: QPainter, light: Light, at: QPointF) -> None:
    dark = mix(light.lawn_near, (8, 28, 20), 0.8)
    painter.save()
    painter.translate(at)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(0.38 * BROAD, 9.0)
    soft = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    soft.setColorAt(0.0, colour(dark, 130))
    soft.setColorAt(0.55, colour(dark, 80))
    soft.setColorAt(1.0, colour(dark, 0))
    painter.setBrush(QBrush(soft))
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.restore()
