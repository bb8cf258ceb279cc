"""Ranges above one scale, each a leaf with its estimate as a fruit."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gardener.ui.chart_ink import Ink, fruit, leaf
from gardener.ui.chart_legend import in_lines
from gardener.ui.charts import Ruler, Span
from gardener.words.dates import number

_Align = Qt.AlignmentFlag


def height(ruler: Ruler, width: float, ink: Ink) -> float:
    """In that width, in pixels."""
    return len(ruler.spans) * _span_height(ruler, width, ink) + 2.6 * ink.small_line + 10.0


def _names_beside(ruler: Ruler, width: float, ink: Ink) -> float:
    """How much room names take at the left; 0 when they stand above instead."""
    widest = max((ink.width(ink.body, span.name) for span in ruler.spans), default=0.0)
    return widest + 14.0 if widest and widest + 14.0 <= 0.3 * width else 0.0


def _span_height(ruler: Ruler, width: float, ink: Ink) -> float:
    beside = _names_beside(ruler, width, ink)
    named = any(span.name for span in ruler.spans)
    lines = max(
        (bool(span.said) * len(in_lines(span.said, width - beside - 8.0, ink)) for span in ruler.spans),
        default=1,
    )
    return 1.9 * ink.line + lines * ink.small_line + (0.0 if beside or not named else 1.2 * ink.line)


def _ticks(ruler: Ruler) -> tuple[float, list[float]]:
    """The scale's end, and where it has ticks."""
    greatest = max(
        (value for span in ruler.spans for value in (span.low, span.middle, span.high) if value), default=10.0
    )
    if ruler.band is not None:
        greatest = max(greatest, ruler.band[1])
    if ruler.logarithmic:
        decades = [float(digit * 10**power) for power in range(8) for digit in (1, 2, 5)]
        end = next((each for each in decades[4:] if each >= greatest * 1.1), decades[-1])
        few = decades if end <= 1000.0 else [each for each in decades if log10(each) == round(log10(each))]
        return end, [each for each in few if each < end] + [end]
    step = next(
        (each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if greatest / each <= 6.0), 10000
    )
    count = max(2, ceil(greatest * 1.02 / step))
    return float(step * count), [float(step * place) for place in range(count + 1)]


def paint(painter: QPainter, ruler: Ruler, box: QRectF, ink: Ink) -> None:
    """Draws into a box: what is usual, the scale, and a leaf for each range with its estimate as a fruit."""
    beside = _names_beside(ruler, box.width(), ink)
    end, ticks = _ticks(ruler)
    left, right = box.left() + beside + 8.0, box.right() - 26.0

    def at(value: float | None) -> float:
        if value is None:
            return right
        share = log10(max(1.0, value)) / log10(end) if ruler.logarithmic else value / end
        return left + (right - left) * min(1.0, max(0.0, share))

    bottom = box.bottom() - 1.3 * ink.small_line
    if ruler.band is not None:
        low, high, name = ruler.band
        usual = QRectF(at(low), box.top(), at(high) - at(low), bottom - box.top())
        painter.setBrush(ink.colour("good"))
        painter.drawRoundedRect(usual, 6.0, 6.0)
        wide = max(usual.width(), ink.width(ink.small, name) + 4.0)
        said = QRectF(usual.center().x() - wide / 2, bottom - ink.small_line - 3.0, wide, ink.small_line)
        ink.write(painter, said, name, font=ink.small, role="on_good", align=_Align.AlignHCenter)
    painter.setPen(QPen(ink.colour("edge"), 1.0))
    painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
    taken: list[tuple[float, float]] = []
    for tick in (ticks[-1], *ticks[:-1]):  # the last one first: it has the unit
        x = at(tick)
        painter.setPen(QPen(ink.colour("edge"), 1.0))
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4.0))
        text = number(round(tick)) + (f" {ruler.unit}" if tick == ticks[-1] else "")
        wide = ink.width(ink.small, text) + 2.0
        start = min(x - ink.width(ink.small, number(round(tick))) / 2, box.right() - wide)
        if all(start > after + 6.0 or start + wide < before - 6.0 for before, after in taken):
            line = QRectF(start, bottom + 5.0, wide, ink.small_line)
            ink.write(painter, line, text, font=ink.small, role="muted")
            taken.append((start, start + wide))
    high = _span_height(ruler, box.width(), ink)
    for place, span in enumerate(ruler.spans):
        _paint_span(
            painter, span, QRectF(box.left(), box.top() + place * high, box.width(), high), at, beside, ink
        )


def _paint_span(
    painter: QPainter, span: Span, box: QRectF, at: Callable[[float | None], float], beside: float, ink: Ink
) -> None:
    top = box.top()
    if span.name and beside:
        ink.write(painter, QRectF(box.left(), top + 0.2 * ink.line, beside - 6.0, 1.4 * ink.line), span.name)
    elif span.name:
        ink.write(painter, QRectF(box.left(), top, box.width(), 1.2 * ink.line), span.name)
        top += 1.2 * ink.line
    middle = top + 0.9 * ink.line
    said_left = box.left() + beside + 8.0
    if span.low is not None:
        x0, x1 = at(span.low), at(span.high)
        leaf(
            painter,
            QPointF(x0 - 3.0, middle),
            QPointF(max(x1, x0 + 8.0) + 3.0, middle),
            0.62 * ink.line,
            ink.colour("bar_green"),
        )
        if span.middle is not None:
            fruit(painter, QPointF(at(span.middle), middle), 0.34 * ink.line, ink.colour("bar_waiting"))
        wide = (
            max(ink.width(ink.small, line) for line in in_lines(span.said, box.right() - said_left, ink))
            + 4.0
        )
        said_left = max(said_left, min((x0 + x1) / 2 - wide / 2, box.right() - wide))
    for place, text in enumerate(in_lines(span.said, box.width() - beside - 8.0, ink)):
        y = middle + 0.75 * ink.line + place * ink.small_line
        ink.write(
            painter, QRectF(said_left, y, box.right() - said_left, ink.small_line), text, font=ink.small
        )
