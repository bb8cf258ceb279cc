"""The small picture of a quiet morning that stands in Today when nothing is to be done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gardener.ui import theme

HEIGHT = 92


class Morning(QWidget):
    """A sun over two hills and a sprout that needs nothing; colours of the theme. Says nothing to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(200, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft filled shapes, no outlines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = float(self.width()), float(self.height())
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(0, 0, wide, high), 9, 9)
        painter.setClipPath(frame)
        sky = QLinearGradient(0, 0, 0, high)
        sky.setColorAt(0, theme.colour("portrait_top"))
        sky.setColorAt(1, theme.colour("portrait_foot"))
        painter.fillRect(self.rect(), sky)
        sun = theme.colour("bar_thirsty")
        for radius, alpha in ((26.0, 46), (17.0, 90), (11.0, 235)):
            _disc(painter, QPointF(wide * 0.74, high * 0.36), radius, _soft(sun, alpha))
        green = theme.colour("bar_green")
        _hill(painter, wide, high, (0.62, 0.50, 0.72), _soft(green, 70))
        _hill(painter, wide, high, (0.86, 0.74, 0.66), _soft(green, 130))
        self._sprout(painter, QPointF(wide * 0.27, high * 0.80), green)

    @staticmethod
    def _sprout(painter: QPainter, foot: QPointF, green: QColor) -> None:
        _disc(painter, foot + QPointF(0, 3), 15.0, theme.colour("bar_withered"), flat=0.34)
        painter.setPen(QPen(green.darker(112), 3.0))
        stem = QPainterPath(foot)
        stem.quadTo(foot + QPointF(-3, -18), foot + QPointF(1, -34))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawPath(stem)
        for side, lift, shade in ((-1.0, -32.0, 100), (1.0, -34.0, 116)):
            leaf = QPainterPath(foot + QPointF(1, lift))
            leaf.quadTo(foot + QPointF(11 * side, lift - 17), foot + QPointF(25 * side, lift - 7))
            leaf.quadTo(foot + QPointF(14 * side, lift + 5), foot + QPointF(1, lift))
            painter.fillPath(leaf, green.lighter(shade))


def _soft(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made


def _disc(painter: QPainter, at: QPointF, radius: float, colour: QColor, *, flat: float = 1.0) -> None:
    path = QPainterPath()
    path.addEllipse(at, radius, radius * flat)
    painter.fillPath(path, colour)


def _hill(
    painter: QPainter, wide: float, high: float, at: tuple[float, float, float], colour: QColor
) -> None:
    """A hill whose height at left, middle and right is that part of the picture, from above."""
    left, middle, right = (part * high for part in at)
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(wide * 0.3, left - 16, wide * 0.5, middle + 14, wide, right)
    path.lineTo(wide, high)
    path.lineTo(0, high)
    painter.fillPath(path, colour)
