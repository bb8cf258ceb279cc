"""The paths between the beds: where they run, and their gravel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gardener.domain.stage import LIVING, Stage
from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import GAP
from gardener.scene.layout import Layout
from gardener.scene.light import Light, lit, mix

GRAVEL_TILE = 96.0
"""Side of the piece of gravel that is repeated, in units of the ground."""
ROUND = 5.0
"""Radius of the ends of the paths."""


def paths_of(layout: Layout) -> tuple[Rect, ...]:
    """The paths as rectangles of the ground: one between each two living beds, and one along the compost."""
    living, compost = [layout.beds[stage] for stage in LIVING], layout.beds[Stage.COMPOST]
    top, bottom = living[0].frame.y, compost.frame.y + 4.0
    across = compost.frame.y - 1.5 * GAP + 3.0
    found = [Rect(bed.frame.right, top, GAP, bottom - top) for bed in living[:-1]]
    left, right = living[0].frame.right, living[-1].frame.right + 3.0
    found.append(Rect(left, across, right - left, bottom - across))
    return tuple(found)


def gravel(light: Light, fine: float, ratio: float) -> QPixmap:
    """The piece of gravel that is repeated, painted at `fine` pixels per unit; its ends meet."""
    side = max(1, round(GRAVEL_TILE * fine))
    pixmap = blank(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / GRAVEL_TILE, side / GRAVEL_TILE)
    draw_gravel(painter, light, QRectF(0.0, 0.0, GRAVEL_TILE, GRAVEL_TILE), stones=420)
    painter.end()
    return pixmap


def ground_tone(light: Light) -> tuple[int, int, int]:
    """The colour of the paths: pale earth, a little of the season's lawn in it."""
    return mix(lit((205, 188, 152), light.ambient), light.lawn_near, 0.22)


def draw_gravel(painter: QPainter, light: Light, on: QRectF, *, stones: int) -> None:
    """Draw so many stones on pale earth; what lies over an edge comes in over the opposite one."""
    base = ground_tone(light)
    painter.fillRect(on, colour(base))
    painter.setPen(Qt.PenStyle.NoPen)
    for n in range(stones):
        a, b, c, d = four(n, 0x62A7E1)
        size = 0.5 + 1.0 * d * d
        tone = (
            mix(base, (255, 248, 228), 0.12 + 0.4 * c)
            if c > 0.42
            else mix(base, (70, 58, 40), 0.14 + 0.5 * c)
        )
        for x in (a * on.width(), a * on.width() - on.width()):
            at = QPointF(on.x() + x, on.y() + b * on.height())
            if at.x() > on.x() - 2.0:
                painter.setBrush(colour(tone, 190))
                painter.drawEllipse(at, size, size * 0.72)
    tuft = mix(light.lawn_near, (30, 70, 24), 0.15)
    for n in range(stones // 14):
        a, b, _, d = four(n, 0x7F7A55)
        painter.setBrush(colour(tuft, 170))
        at = QPointF(on.x() + a * on.width(), on.y() + b * on.height())
        painter.drawEllipse(at, 1.0 + 1.4 * d, 0.7 + 0.7 * d)
