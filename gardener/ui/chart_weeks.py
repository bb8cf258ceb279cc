"""Week by week: a blade of grass as high as the talks, and on it the fruit of that week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gardener.ui.chart_ink import FRUIT_ROLES, FRUIT_SIZES, Ink, fruit
from gardener.ui.chart_legend import legend_height, paint_legend
from gardener.ui.charts import Week, Weeks
from gardener.words import season_page as words
from gardener.words.dates import number

SHOWN_WEEKS = 53
"""So many weeks are drawn, the latest; the table has all."""
_Align = Qt.AlignmentFlag


def height(chart: Weeks, width: float, ink: Ink) -> float:
    """In that width, in pixels."""
    return 150.0 + 2.0 * ink.small_line + legend_height(list(chart.names), width, ink)


def paint(painter: QPainter, chart: Weeks, box: QRectF, ink: Ink) -> None:
    """Draws the latest weeks into a box."""
    shown = chart.weeks[-SHOWN_WEEKS:]
    legend = legend_height(list(chart.names), box.width(), ink)
    bottom = box.bottom() - legend - 1.4 * ink.small_line
    most = max([week.talks for week in shown] + [3])
    left = box.left() + ink.width(ink.small, number(most)) + 10.0
    top = box.top() + 2.2 * ink.line
    step = (box.right() - left) / max(6, len(shown))
    _paint_levels(painter, most, QRectF(left, top, box.right() - left, bottom - top), box.left(), ink)
    free = left - 50.0
    for place, week in enumerate(shown):
        x = left + (place + 0.5) * step
        _paint_week(painter, week, x, step, (top, bottom), most, ink)
        month = words.month_of(week.monday, first=place == 0)
        if month and x - step / 2 > free:
            wide = ink.width(ink.small, month) + 2.0
            start = min(x - step / 2, box.right() - wide)
            ink.write(
                painter,
                QRectF(start, bottom + 4.0, wide, ink.small_line),
                month,
                font=ink.small,
                role="muted",
            )
            free = start + wide + 6.0
    painter.setBrush(ink.colour("bar_withered"))
    painter.drawRoundedRect(QRectF(left - 4.0, bottom - 1.0, box.right() - left + 4.0, 4.0), 2.0, 2.0)
    _paint_fruit_legend(
        painter, chart.names, QRectF(box.left(), box.bottom() - legend, box.width(), legend), ink
    )


def _paint_levels(painter: QPainter, most: int, area: QRectF, left: float, ink: Ink) -> None:
    """Quiet lines at whole numbers."""
    step = next(
        each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 1_000_000) if most / each <= 4
    )
    for level in range(step, most + 1, step):
        y = area.bottom() - area.height() * level / most
        painter.setPen(QPen(ink.colour("line"), 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        line = QRectF(left, y - ink.small_line / 2, area.left() - left - 5.0, ink.small_line)
        ink.write(painter, line, number(level), font=ink.small, role="muted", align=_Align.AlignRight)


def _paint_week(
    painter: QPainter, week: Week, x: float, step: float, ends: tuple[float, float], most: int, ink: Ink
) -> None:
    top, bottom = ends
    high = (bottom - top) * week.talks / most
    if week.talks:
        half = min(11.0, step * 0.36)
        blade = QPainterPath(QPointF(x - half, bottom))
        blade.cubicTo(x - half, bottom - high * 0.6, x - half * 0.9, bottom - high + half, x, bottom - high)
        blade.cubicTo(x + half * 0.9, bottom - high + half, x + half, bottom - high * 0.6, x + half, bottom)
        painter.fillPath(blade, ink.colour("bar_green"))
        shade = QPainterPath(QPointF(x, bottom))
        shade.lineTo(x, bottom - high)
        shade.cubicTo(x + half * 0.9, bottom - high + half, x + half, bottom - high * 0.6, x + half, bottom)
        painter.fillPath(shade, ink.colour("bar_green").darker(116))
    y = bottom - high
    for place, count in enumerate(week.borne):
        radius = min(FRUIT_SIZES[place] * ink.line, max(4.0, step * 0.5))
        if count:
            y -= radius * 1.5
            fruit(painter, QPointF(x, y), radius, ink.colour(FRUIT_ROLES[place]))
            if count > 1:
                said = QRectF(x + radius + 2.0, y - ink.small_line / 2, 30.0, ink.small_line)
                ink.write(painter, said, number(count), font=ink.small)
            y -= radius


def _paint_fruit_legend(painter: QPainter, names: Sequence[str], box: QRectF, ink: Ink) -> None:
    def mark(place: int, middle: QPointF) -> None:
        fruit(painter, middle, FRUIT_SIZES[place] * ink.small_line * 0.9, ink.colour(FRUIT_ROLES[place]))

    paint_legend(painter, names, box, ink, mark)
