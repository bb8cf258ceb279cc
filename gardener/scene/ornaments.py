"""Things that stand about in a garden and mean nothing: the watering can beside the compost."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient

from gardener.scene.canvas import blank, colour
from gardener.scene.light import Colour, Light, lit, mix

CAN = (78.0, 60.0)
"""Width and height of the watering can's picture, in units of the ground."""


def watering_can(light: Light, scale: float, ratio: float) -> QPixmap:
    """A zinc watering can on the grass, seen from the side, its foot near the picture's lower edge."""
    pixmap = blank(CAN[0] * scale, CAN[1] * scale, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw_can(painter, light)
    painter.end()
    return pixmap


def draw_can(painter: QPainter, light: Light) -> None:
    """Draw the can into the rectangle (0, 0, *CAN), in units of the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    zinc = lit((142, 168, 170), light.ambient)
    bright, dark = mix(zinc, (255, 255, 250), 0.5), mix(zinc, (28, 44, 52), 0.55)
    _paint_shade(painter)
    _paint_handle(painter, dark, zinc)
    _paint_spout(painter, bright, zinc, dark)
    _paint_body(painter, bright, zinc, dark)


def _paint_shade(painter: QPainter) -> None:
    painter.save()
    painter.translate(38.0, 54.0)
    painter.scale(34.0, 4.6)
    soft = QRadialGradient(QPointF(0, 0), 1.0)
    soft.setColorAt(0.0, colour((12, 34, 14), 130))
    soft.setColorAt(0.6, colour((12, 34, 14), 70))
    soft.setColorAt(1.0, colour((12, 34, 14), 0))
    painter.setBrush(QBrush(soft))
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


def _paint_handle(painter: QPainter, dark: Colour, zinc: Colour) -> None:
    """One bow from the rim over the top down to the back."""
    bow = QPainterPath(QPointF(38.0, 25.0))
    bow.cubicTo(30.0, 3.0, 4.0, 8.0, 12.0, 44.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, width in ((dark, 3.6), (mix(zinc, (255, 255, 255), 0.25), 1.5)):
        painter.setPen(QPen(colour(tone), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(bow)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_spout(painter: QPainter, bright: Colour, zinc: Colour, dark: Colour) -> None:
    spout = QPainterPath(QPointF(45.0, 38.0))
    spout.lineTo(64.0, 20.8)
    spout.lineTo(68.2, 24.6)
    spout.lineTo(46.0, 49.0)
    spout.closeSubpath()
    shade = QLinearGradient(50.0, 28.0, 58.0, 40.0)
    shade.setColorAt(0.0, colour(bright))
    shade.setColorAt(0.5, colour(zinc))
    shade.setColorAt(1.0, colour(dark))
    painter.setBrush(QBrush(shade))
    painter.drawPath(spout)
    painter.save()
    painter.translate(66.5, 22.5)
    painter.rotate(46.0)
    painter.setBrush(colour(dark))
    painter.drawEllipse(QPointF(0, 0), 6.8, 2.8)
    painter.setBrush(colour(mix(zinc, bright, 0.4)))
    painter.drawEllipse(QPointF(0, -0.8), 6.2, 2.2)
    painter.restore()


def _paint_body(painter: QPainter, bright: Colour, zinc: Colour, dark: Colour) -> None:
    body = QPainterPath(QPointF(14.0, 25.0))
    body.cubicTo(14.0, 21.0, 46.0, 21.0, 46.0, 25.0)
    body.lineTo(49.0, 52.0)
    body.cubicTo(47.0, 56.5, 13.0, 56.5, 11.0, 52.0)
    body.closeSubpath()
    tin = QLinearGradient(11.0, 0.0, 49.0, 0.0)
    for at, tone in ((0.0, dark), (0.16, zinc), (0.34, bright), (0.52, zinc), (1.0, dark)):
        tin.setColorAt(at, colour(tone))
    painter.setBrush(QBrush(tin))
    painter.drawPath(body)
    painter.setBrush(colour(mix(dark, (10, 20, 26), 0.35)))
    painter.drawEllipse(QRectF(14.0, 22.0, 32.0, 6.0))
    painter.setBrush(colour((120, 176, 200), 150))
    painter.drawEllipse(QRectF(16.5, 24.0, 27.0, 3.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(bright, 190), 1.0))
    painter.drawArc(QRectF(14.0, 22.0, 32.0, 6.0), 180 * 16, 180 * 16)
    painter.setPen(QPen(colour(dark, 150), 0.9))
    for y in (34.0, 46.0):
        painter.drawArc(QRectF(12.6, y - 3.0, 34.8, 6.0), 180 * 16, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
