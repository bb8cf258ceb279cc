"""What every painter of the scene begins with: an empty pixmap, and a colour as Qt has it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from gardener.scene.light import Colour


def colour(c: Colour, alpha: int = 255) -> QColor:
    """A colour with its opacity, 0..255."""
    return QColor(c[0], c[1], c[2], alpha)


def blank(width: float, height: float, ratio: float) -> QPixmap:
    """A clear pixmap of that many logical pixels, at least one each way."""
    pixmap = QPixmap(max(1, ceil(width * ratio)), max(1, ceil(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
