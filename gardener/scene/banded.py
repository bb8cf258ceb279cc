"""A painter for devices that know no gradient of opacity: it lays such a gradient on in bands of one opacity each.

Qt's PDF engine, and so every printer, draws a gradient that fades to nothing as if it were solid (Qt 6.11: its soft mask
names /Alpha where it means /Luminosity). Gradients of colour alone go through as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRadialGradient,
)

BANDS = 14
"""Bands between the two ends of a gradient."""


class BandedPainter:
    """Stands in for `painter` wherever shapes are filled; all else is the painter's own."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._brush = painter.brush()
        self._kept: list[QBrush] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._painter, name)

    def save(self) -> None:
        self._kept.append(self._brush)
        self._painter.save()

    def restore(self) -> None:
        self._brush = self._kept.pop()
        self._painter.restore()

    def setBrush(self, brush: QBrush | QColor | QGradient | Qt.BrushStyle) -> None:
        self._brush = QBrush(brush)
        self._painter.setBrush(self._brush)

    def drawPath(self, path: QPainterPath) -> None:
        self._draw(path)

    def drawEllipse(self, *shape: Any) -> None:
        path = QPainterPath()
        path.addEllipse(*shape)
        self._draw(path)

    def drawRect(self, rect: QRectF) -> None:
        path = QPainterPath()
        path.addRect(rect)
        self._draw(path)

    def drawRoundedRect(self, rect: QRectF, x: float, y: float) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect, x, y)
        self._draw(path)

    def fillRect(self, rect: QRectF, brush: QBrush | QColor | QGradient) -> None:
        path = QPainterPath()
        path.addRect(QRectF(rect))
        self.fillPath(path, brush)

    def fillPath(self, path: QPainterPath, brush: QBrush | QColor | QGradient) -> None:
        brush = QBrush(brush)
        fading = _fading(brush)
        if fading is None:
            self._painter.fillPath(path, brush)
        else:
            self._fill(path, fading)

    def _draw(self, path: QPainterPath) -> None:
        fading = _fading(self._brush)
        if fading is None:
            self._painter.drawPath(path)
            return
        self._fill(path, fading)
        if self._painter.pen().style() != Qt.PenStyle.NoPen:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(path)
            self._painter.setBrush(self._brush)

    def _fill(self, path: QPainterPath, gradient: QLinearGradient | QRadialGradient) -> None:
        painter, box = self._painter, path.boundingRect()
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        for band, tone in _bands(gradient, box):
            if tone.alpha():
                painter.fillPath(band, tone)
        painter.restore()


def _fading(brush: QBrush) -> QLinearGradient | QRadialGradient | None:
    """The gradient of a brush if its opacity changes."""
    gradient = brush.gradient()
    if not isinstance(gradient, QLinearGradient | QRadialGradient):
        return None
    return gradient if len({colour.alpha() for _, colour in gradient.stops()}) > 1 else None


def _bands(gradient: QLinearGradient | QRadialGradient, box: QRectF) -> Iterator[tuple[QPainterPath, QColor]]:
    """The bands as far as they matter for what lies in `box`, each with its colour."""
    cuts = sorted({n / BANDS for n in range(BANDS + 1)} | {at for at, _ in gradient.stops()})
    stops = gradient.stops()
    if isinstance(gradient, QRadialGradient):
        yield _ring(gradient, 1.0, None, box), colour_at(stops, 1.0)
        for inner, outer in pairwise(cuts):
            yield _ring(gradient, inner, outer, box), colour_at(stops, (inner + outer) / 2)
        return
    yield _strip(gradient, None, cuts[0], box), colour_at(stops, 0.0)
    for start, end in pairwise(cuts):
        yield _strip(gradient, start, end, box), colour_at(stops, (start + end) / 2)
    yield _strip(gradient, cuts[-1], None, box), colour_at(stops, 1.0)


def _ring(gradient: QRadialGradient, inner: float, outer: float | None, box: QRectF) -> QPainterPath:
    """What lies between two shares of the radius; beyond the first one when there is no second."""
    path, centre, radius = QPainterPath(), gradient.center(), gradient.radius()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    if outer is None:
        path.addRect(box.united(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)))
    else:
        path.addEllipse(centre, radius * outer, radius * outer)
    if inner > 0.0:
        path.addEllipse(centre, radius * inner, radius * inner)
    return path


def _strip(gradient: QLinearGradient, start: float | None, end: float | None, box: QRectF) -> QPainterPath:
    """What lies between two shares of the way; with one of them missing, all on that side."""
    origin, way = gradient.start(), gradient.finalStop() - gradient.start()
    length = hypot(way.x(), way.y()) or 1e-9
    far = (hypot(box.width(), box.height()) + hypot(*(box.center() - origin).toTuple()) + length) / length
    low, high = -far if start is None else start, far if end is None else end
    aside = QPointF(-way.y(), way.x()) * far
    corners = (origin + way * low + aside, origin + way * high + aside)
    others = (origin + way * high - aside, origin + way * low - aside)
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, *others]))
    path.closeSubpath()
    return path


def colour_at(stops: list[tuple[float, QColor]], at: float) -> QColor:
    """The colour of a gradient at a share of its way."""
    for (low, one), (high, two) in pairwise(stops):
        if at <= high:
            part = 0.0 if high <= low else min(1.0, max(0.0, (at - low) / (high - low)))
            mixed = (a + (b - a) * part for a, b in zip(channels(one), channels(two), strict=True))
            return QColor(*(round(channel) for channel in mixed))
    return stops[-1][1]


def channels(colour: QColor) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity, 0 to 255."""
    return colour.red(), colour.green(), colour.blue(), colour.alpha()
