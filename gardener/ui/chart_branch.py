"""From talks to offers as one branch: a leaf for each talk, a fruit for each interview and offer."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gardener.scene.dice import four
from gardener.ui.chart_ink import FRUIT_ROLES, FRUIT_SIZES, Ink, fruit, leaf, stem
from gardener.ui.charts import Path
from gardener.words import season_page as words
from gardener.words.dates import number

MOST_LEAVES = 90
"""So many talks have a leaf each; beyond, a leaf stands for several."""
FAINT_LEAVES = 14
"""Before the first talk so many leaves stand there faintly: about what an interview takes."""
_Align = Qt.AlignmentFlag


def height(path: Path, width: float, ink: Ink) -> float:
    """In that width, in pixels."""
    return 4.0 * ink.line + 120.0 if width >= 4.4 * _step_room(path, ink) else 12.5 * ink.line


def _step_room(path: Path, ink: Ink) -> float:
    return max(ink.width(ink.small, name) for name, _ in path.steps) + 12.0


def paint(painter: QPainter, path: Path, box: QRectF, ink: Ink) -> None:
    """Draws into a box; where there is little room, the steps stand below each other."""
    if box.width() < 4.4 * _step_room(path, ink):
        _paint_steps(painter, path, box, ink)
        return
    top = box.top() + 1.6 * ink.line
    foot = box.bottom() - 2.2 * ink.line
    reach = box.width() - 40.0
    points = []
    for step in range(41):
        t = step / 40
        rise = 16.0 * min(1.0, t * 6.0) + (foot - top - 44.0) * t**1.35
        points.append(QPointF(box.left() + 30.0 + reach * t, foot - 6.0 - rise))
    begun = any(count for _, count in path.steps)
    painter.setOpacity(1.0 if begun else 0.35)
    _paint_talks(painter, path.steps[0][1], points, box, ink)
    stem(painter, points, 13.0, 2.4, ink.colour("bar_withered" if begun else "bar_green"))
    painter.setOpacity(1.0)
    soil = QPainterPath(QPointF(box.left(), foot))
    soil.cubicTo(box.left() + 14, foot - 26, box.left() + 66, foot - 24, box.left() + 110, foot)
    soil.closeSubpath()
    painter.fillPath(soil, ink.colour("bar_withered"))
    if not begun:
        _paint_seed(painter, QPointF(box.left() + 44.0, foot - 17.0), ink)
    # Where each step hangs along the branch: talks on its first half, fruit on the rest.
    places = (0.25, 0.56, 0.76, 0.93)
    for place, ((name, count), at) in enumerate(zip(path.steps, places, strict=True)):
        point = points[round(at * 40)]
        if place:
            _paint_borne(
                painter, count, point, FRUIT_SIZES[place - 1] * ink.line * 1.5, FRUIT_ROLES[place - 1], ink
            )
        column = max(ink.width(ink.large, number(count)), ink.width(ink.small, name)) + 6.0
        left = min(max(box.left(), point.x() - column / 2), box.right() - column)
        numeral = QRectF(left, foot - 4.0, column, 1.5 * ink.line)
        ink.write(painter, numeral, number(count), font=ink.large, align=_Align.AlignHCenter)
        below = QRectF(left, foot + 1.35 * ink.line, column, ink.small_line)
        ink.write(painter, below, name, font=ink.small, role="muted", align=_Align.AlignHCenter)


def _paint_seed(painter: QPainter, at: QPointF, ink: Ink) -> None:
    """Before the first talk: a seed with its first two leaves."""
    painter.setBrush(ink.colour("bar_thirsty"))
    painter.drawEllipse(at, 0.42 * ink.line, 0.3 * ink.line)
    top = QPointF(at.x() + 1.0, at.y() - 1.1 * ink.line)
    stem(
        painter, [at, QPointF(at.x() - 2.0, at.y() - 0.5 * ink.line), top], 3.0, 2.0, ink.colour("bar_green")
    )
    for side in (-1.0, 1.0):
        end = QPointF(top.x() + side * 0.95 * ink.line, top.y() - 0.45 * ink.line)
        leaf(painter, top, end, 0.26 * ink.line, ink.colour("bar_green"))


def _paint_talks(painter: QPainter, talks: int, points: Sequence[QPointF], box: QRectF, ink: Ink) -> None:
    """A leaf for each talk along the first half of the branch."""
    each = max(1, ceil(talks / MOST_LEAVES))
    leaves = ceil(talks / each) or FAINT_LEAVES
    for place in range(leaves):
        a, b, c, _ = four(place, 0x7A1C)
        spread = max(0.12, min(1.0, leaves / 30))
        at = points[round((0.07 + 0.42 * spread * (place + a) / max(1, leaves)) * 40)]
        side = -1.0 if place % 2 else 1.0
        long = ink.line * (1.0 + 0.6 * b)
        end = QPointF(at.x() + long * (0.55 + 0.35 * c), at.y() + side * long * (0.62 + 0.4 * a))
        leaf(painter, at, end, long * 0.2, ink.colour("bar_green"))
    if each > 1:
        said = words.leaf_stands_for(each)
        line = QRectF(box.left(), box.top(), box.width() * 0.6, ink.small_line)
        ink.write(painter, line, said, font=ink.small, role="muted")


def _paint_borne(painter: QPainter, count: int, at: QPointF, radius: float, role: str, ink: Ink) -> None:
    """Fruit below the branch, as many as there are, at most nine; where there is none yet, a bud."""
    if not count:
        pen = QPen(ink.colour("muted", 0.8), 1.4, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(at.x(), at.y() + radius * 1.5), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        return
    shown = min(count, 9)
    for place in range(shown):
        row, column = divmod(place, 3)
        across = (column - (min(3, shown - 3 * row) - 1) / 2) * radius * 2.1
        fruit(
            painter, QPointF(at.x() + across, at.y() + radius * (1.6 + 2.0 * row)), radius, ink.colour(role)
        )


def _paint_steps(painter: QPainter, path: Path, box: QRectF, ink: Ink) -> None:
    """The same below each other, where there is little room."""
    row = box.height() / len(path.steps)
    for place, (name, count) in enumerate(path.steps):
        top = box.top() + place * row
        middle = QPointF(box.left() + 1.2 * ink.line, top + row / 2)
        if place:
            radius = FRUIT_SIZES[place - 1] * ink.line
            _paint_borne(
                painter,
                min(1, count),
                QPointF(middle.x(), middle.y() - radius * 1.5),
                radius,
                FRUIT_ROLES[place - 1],
                ink,
            )
        else:
            end = QPointF(middle.x() + ink.line * 0.8, middle.y() - ink.line * 0.3)
            leaf(
                painter,
                QPointF(middle.x() - ink.line * 0.8, middle.y() + ink.line * 0.3),
                end,
                ink.line * 0.3,
                ink.colour("bar_green"),
            )
        left = box.left() + 2.6 * ink.line
        wide = max(4.0 * ink.line, ink.width(ink.large, number(count)) + 8.0)
        beside = QRectF(left + wide, top, box.right() - left - wide, row)
        if all(ink.width(ink.body, each) <= beside.width() for each, _ in path.steps):
            ink.write(painter, QRectF(left, top, wide, row), number(count), font=ink.large)
            ink.write(painter, beside, name)
        else:
            ink.write(painter, QRectF(left, top, wide, 1.7 * ink.line), number(count), font=ink.large)
            below = QRectF(left, top + 1.65 * ink.line, box.right() - left, 1.2 * ink.line)
            ink.write(painter, below, name)
