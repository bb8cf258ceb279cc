"""Bars below each other, each with its name and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from gardener.ui.chart_ink import Ink
from gardener.ui.chart_legend import in_lines, legend_height, paint_legend
from gardener.ui.charts import Bars


def height(bars: Bars, width: float, ink: Ink) -> float:
    """In that width, in pixels."""
    names = [name for _, name in bars.legend]
    return len(bars.bars) * _bar_height(bars, width, ink) + legend_height(names, width, ink)


def _bar_names(bars: Bars, width: float, ink: Ink) -> float:
    widest = max((ink.width(ink.body, bar.name) for bar in bars.bars), default=0.0)
    return widest + 12.0 if widest + 12.0 <= 0.4 * width else 0.0


def _bar_words(bars: Bars, ink: Ink) -> float:
    """How much room the words at the ends of bars take."""
    return max((ink.width(ink.small, bar.said) for bar in bars.bars), default=0.0) + 10.0


def _stacked(bars: Bars, width: float, ink: Ink) -> bool:
    """Whether words stand below their bar, because beside it there is no room."""
    return _bar_words(bars, ink) > 0.5 * (width - _bar_names(bars, width, ink))


def _bar_height(bars: Bars, width: float, ink: Ink) -> float:
    high = (1.65 if _bar_names(bars, width, ink) else 2.9) * ink.line
    if _stacked(bars, width, ink):
        room = width - _bar_names(bars, width, ink)
        high += max(len(in_lines(bar.said, room, ink)) for bar in bars.bars) * ink.small_line + 0.2 * ink.line
    return high


def paint(painter: QPainter, bars: Bars, box: QRectF, ink: Ink) -> None:
    """Draws into a box."""
    beside, high = _bar_names(bars, box.width(), ink), _bar_height(bars, box.width(), ink)
    stacked = _stacked(bars, box.width(), ink)
    left = box.left() + beside
    room = box.right() - left - (0.0 if stacked else _bar_words(bars, ink))
    greatest = max((sum(length for length, _ in bar.pieces) for bar in bars.bars), default=0.0) or 1.0
    for place, bar in enumerate(bars.bars):
        top = box.top() + place * high
        if beside:
            ink.write(painter, QRectF(box.left(), top, beside - 8.0, 1.65 * ink.line), bar.name)
        else:
            ink.write(painter, QRectF(box.left(), top, box.width(), 1.3 * ink.line), bar.name)
            top += 1.25 * ink.line
        x, thick = left, 0.8 * ink.line
        y = top + (1.65 * ink.line - thick) / 2
        painter.setBrush(ink.colour("track"))
        painter.drawRoundedRect(QRectF(left, y, room, thick), thick / 2, thick / 2)
        whole = QPainterPath()
        length = room * sum(amount for amount, _ in bar.pieces) / greatest
        whole.addRoundedRect(QRectF(left, y, max(length, thick * 0.6), thick), thick / 2, thick / 2)
        painter.save()
        painter.setClipPath(whole)
        for amount, role in bar.pieces:
            wide = room * amount / greatest
            if wide > 0:
                painter.fillRect(QRectF(x, y, max(wide, thick * 0.6), thick), ink.colour(role))
                painter.fillRect(
                    QRectF(x, y + thick * 0.55, max(wide, thick * 0.6), thick), ink.colour(role).darker(113)
                )
                x += wide
        painter.restore()
        if not stacked:
            line = QRectF(left + room + 8.0, top, box.right() - left - room - 8.0, 1.65 * ink.line)
            ink.write(painter, line, bar.said, font=ink.small)
            continue
        for number_, text in enumerate(in_lines(bar.said, room, ink)):
            y = top + 1.5 * ink.line + number_ * ink.small_line
            ink.write(painter, QRectF(left, y, room, ink.small_line), text, font=ink.small, role="muted")
    if bars.legend:

        def mark(number_: int, middle: QPointF) -> None:
            painter.setBrush(ink.colour(bars.legend[number_][0]))
            side = 0.6 * ink.small_line
            painter.drawRoundedRect(
                QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), 3.0, 3.0
            )

        names = [name for _, name in bars.legend]
        below = QRectF(box.left(), box.top() + len(bars.bars) * high, box.width(), 10.0)
        paint_legend(painter, names, below, ink, mark)
