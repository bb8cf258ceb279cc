"""Small badges that say a condition again by a sign alone, for thumbnails and for eyes that see no colour."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gardener.scene.palette import Palette

Sign = tuple[QPainterPath, bool]
"""A path in a square of 2 by 2 round the origin, and whether it is filled (else stroked)."""


def paint_badge(painter: QPainter, condition: str, palette: Palette, place: QRectF) -> None:
    """Paint the badge of `condition` into the square `place`. A healthy plant has none."""
    sign = _SIGNS.get(condition)
    if sign is None:
        return
    path, filled = sign()
    colour = QColor(
        {
            "thirsty": palette.thirsty,
            "wilting": palette.thirsty,
            "soggy": palette.letting_be,
            "drowning": palette.letting_be,
            "thriving": palette.thriving,
            "withered": palette.withered,
            "withered seed": palette.withered,
        }.get(condition, palette.ink)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.center())
    radius = place.width() / 2
    painter.setPen(QPen(colour, max(0.8, radius * 0.13)))
    painter.setBrush(QColor(palette.paper_raised))
    painter.drawEllipse(QPointF(0, 0), radius * 0.93, radius * 0.93)
    painter.scale(radius * 0.60, radius * 0.60)
    if filled:
        painter.fillPath(path, colour)
    else:
        pen = QPen(colour, 0.42)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.restore()


def _line(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _drop_path() -> QPainterPath:
    path = QPainterPath(QPointF(0, -1.0))
    path.cubicTo(0.25, -0.45, 0.75, -0.05, 0.7, 0.4)
    path.cubicTo(0.65, 1.05, -0.65, 1.05, -0.7, 0.4)
    path.cubicTo(-0.75, -0.05, -0.25, -0.45, 0, -1.0)
    return path


def _thirsty() -> Sign:
    return _drop_path(), False


def _wilting() -> Sign:
    path = _line((0, -0.9), (0, 0.8))
    path.addPath(_line((-0.65, 0.15), (0, 0.85), (0.65, 0.15)))
    return path, False


def _soggy() -> Sign:
    return _drop_path(), True


def _drowning() -> Sign:
    path = QPainterPath()
    for y in (-0.45, 0.35):
        path.moveTo(-0.95, y)
        path.cubicTo(-0.6, y - 0.7, -0.35, y + 0.6, 0.0, y)
        path.cubicTo(0.35, y - 0.6, 0.6, y + 0.7, 0.95, y)
    return path, False


def _withered() -> Sign:
    path = _line((-0.65, -0.65), (0.65, 0.65))
    path.addPath(_line((0.65, -0.65), (-0.65, 0.65)))
    return path, False


def _resting() -> Sign:
    moon = QPainterPath()
    moon.addEllipse(QPointF(0, 0), 0.95, 0.95)
    bite = QPainterPath()
    bite.addEllipse(QPointF(0.48, -0.30), 0.80, 0.80)
    return moon.subtracted(bite), True


def _seed() -> Sign:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 0.48, 0.72)
    return path, True


def _withered_seed() -> Sign:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 0.55, 0.80)
    path.addPath(_line((-0.8, 0.75), (0.8, -0.75)))
    return path, False


def _thriving() -> Sign:
    path = QPainterPath()
    for i in range(8):
        a = i * pi / 4
        path.moveTo(0.55 * cos(a), 0.55 * sin(a))
        path.lineTo(0.98 * cos(a), 0.98 * sin(a))
    path.addEllipse(QPointF(0, 0), 0.16, 0.16)
    return path, False


_SIGNS = {
    "thirsty": _thirsty,
    "wilting": _wilting,
    "soggy": _soggy,
    "drowning": _drowning,
    "withered": _withered,
    "resting": _resting,
    "seed": _seed,
    "withered seed": _withered_seed,
    "thriving": _thriving,
}
