"""The lid of a folded bed: boards across the soil, two battens and a handle. What is under it is counted on the sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from gardener.scene.canvas import colour
from gardener.scene.dice import four
from gardener.scene.light import Colour, mix

_BOARDS = 3


def draw_lid(painter: QPainter, on: QRectF, bright: Colour, dark: Colour) -> None:
    """Draw the lid over the soil `on`, in units of the ground, of wood between these two tones."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(mix(dark, (24, 12, 4), 0.6)))
    painter.drawRect(on)
    inner, high = on.adjusted(1.5, 1.5, -1.5, -1.5), (on.height() - 3.0) / _BOARDS
    for n in range(_BOARDS):
        board = QRectF(inner.x(), inner.y() + n * high, inner.width(), high - 0.8)
        wood = QLinearGradient(board.topLeft(), board.bottomLeft())
        wood.setColorAt(0.0, colour(mix(bright, (255, 240, 214), 0.22)))
        wood.setColorAt(1.0, colour(mix(bright, dark, 0.55)))
        painter.setBrush(QBrush(wood))
        painter.drawRoundedRect(board, 1.0, 1.0)
        _draw_grain(painter, board, dark, n)
    for share in (0.16, 0.84):
        batten = QRectF(inner.x() + share * inner.width() - 5.0, inner.y() - 0.6, 10.0, inner.height() + 1.2)
        painter.setBrush(colour((20, 10, 4), 70))
        painter.drawRect(batten.translated(1.4, 1.2))
        wood = QLinearGradient(batten.topLeft(), batten.topRight())
        wood.setColorAt(0.0, colour(mix(bright, (255, 240, 214), 0.12)))
        wood.setColorAt(1.0, colour(mix(bright, dark, 0.8)))
        painter.setBrush(QBrush(wood))
        painter.drawRoundedRect(batten, 1.0, 1.0)
        painter.setBrush(colour(mix(dark, (20, 14, 10), 0.6)))
        for y in (batten.top() + 4.0, batten.center().y(), batten.bottom() - 4.0):
            painter.drawEllipse(QPointF(batten.center().x(), y), 1.0, 1.0)
    _draw_handle(painter, inner.center())


def _draw_grain(painter: QPainter, board: QRectF, dark: Colour, seed: int) -> None:
    grain = QPainterPath()
    for n in range(round(board.width() / 11.0)):
        a, b, _, d = four(n, 0x11D, seed)
        x, y = board.x() + a * (board.width() - 34.0), board.y() + 1.2 + b * (board.height() - 2.4)
        grain.moveTo(x, y)
        grain.lineTo(x + 8.0 + 24.0 * d, y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(mix(dark, (50, 28, 10), 0.35), 90), 0.45))
    painter.drawPath(grain)
    painter.setPen(Qt.PenStyle.NoPen)


def _draw_handle(painter: QPainter, middle: QPointF) -> None:
    """A loop of rope."""
    loop = QPainterPath(middle + QPointF(-9.0, -1.0))
    loop.cubicTo(middle + QPointF(-7.0, 8.0), middle + QPointF(7.0, 8.0), middle + QPointF(9.0, -1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, width in (((52, 36, 18), 3.4), ((206, 178, 128), 2.0)):
        painter.setPen(QPen(colour(tone), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(loop)
    painter.setPen(Qt.PenStyle.NoPen)
