"""The soil as drops, and the chance of a reply as a length beside what was measured: small pictures on the guard's card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gardener.domain.evidence import Evidence
from gardener.ui import theme

DROP = 13
"""Pixels from one drop to the next."""
MOST = 8
"""No more drops than so many are drawn."""
LONG = 132
"""Pixels of the chance's length at the usual text size."""


class Drops(QWidget):
    """A drop for each word that the soil holds, filled for those that are unanswered; what is too many stands apart."""

    def __init__(self) -> None:
        super().__init__()
        self._filled, self._holds = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_soil(self, held: Evidence) -> None:
        """Shows how full the soil is."""
        self._filled, self._holds = min(held.unanswered, MOST), min(held.capacity, MOST)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all drops."""
        return QSize(DROP * max(self._filled, self._holds) + 2, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Drops of water, and empty ones for the room that is left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(max(self._filled, self._holds)):
            over = at >= self._holds
            ink = theme.colour("bar_drowning" if over or self._filled >= self._holds else "bar_soggy")
            painter.setPen(QPen(ink, 1.3))
            painter.setBrush(ink if at < self._filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(_drop(QPointF(DROP * at + DROP / 2, 2.0)))


class ChanceBar(QWidget):
    """The chance of a reply as a length, and the measured range of such ties as a band behind its end."""

    def __init__(self) -> None:
        super().__init__()
        self._chance, self._low, self._high = 0.0, 0.0, 0.0
        self.setFixedSize(QSize(theme.wide(LONG), 12))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chance(self, chance: float, held: Evidence) -> None:
        """Shows a chance, 0..1."""
        self._chance, (self._low, self._high) = chance, held.wet
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the length, and a line at each end of what was measured."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = float(self.width())
        track = QRectF(0, 3, wide, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme.colour("bar_green"))
        painter.drawRoundedRect(QRectF(0, 3, max(6.0, wide * self._chance), 6), 3, 3)
        painter.setPen(QPen(theme.colour("ink"), 1.4))
        low, high = wide * self._low, max(wide * self._low + 2.0, wide * self._high)
        painter.drawLine(QPointF(low, 1), QPointF(low, 11))
        painter.drawLine(QPointF(high, 1), QPointF(high, 11))
        painter.drawLine(QPointF(low, 1), QPointF(high, 1))


def _drop(top: QPointF) -> QPainterPath:
    """A drop of water whose tip is at `top`."""
    x, y = top.x(), top.y()
    path = QPainterPath(top)
    path.cubicTo(x + 1, y + 3, x + 4.4, y + 5, x + 4.4, y + 8)
    path.cubicTo(x + 4.4, y + 10.6, x + 2.5, y + 12, x, y + 12)
    path.cubicTo(x - 2.5, y + 12, x - 4.4, y + 10.6, x - 4.4, y + 8)
    path.cubicTo(x - 4.4, y + 5, x - 1, y + 3, x, y)
    return path
