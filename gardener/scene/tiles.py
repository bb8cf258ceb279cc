"""The painted ground kept in square pieces, so that panning only copies; a bounded number of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

SIDE = 384
"""Side of a piece in logical pixels."""
SPARE = 12
"""Pieces kept beyond those in view."""

Paint = Callable[[QPainter, QRect, QPoint], None]
"""Paints what lies in a rectangle of logical pixels when the ground's (0, 0) lies at the point."""


class Tiles:
    """Pieces of the ground at one scale and device pixel ratio."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._state: tuple[float, float] | None = None

    def forget(self) -> None:
        """The ground has changed: paint every piece anew when it is wanted."""
        self._kept.clear()

    @property
    def bytes_kept(self) -> int:
        """How many bytes of pixels are kept."""
        return sum(tile.width() * tile.height() * 4 for tile in self._kept.values())

    def paint(
        self, painter: QPainter, exposed: QRect, origin: QPoint, *, scale: float, ratio: float, paint: Paint
    ) -> None:
        """Copy the pieces that `exposed` needs; those not kept are painted first."""
        if self._state != (scale, ratio):
            self._kept.clear()
            self._state = scale, ratio
        left, top = (exposed.left() - origin.x()) // SIDE, (exposed.top() - origin.y()) // SIDE
        right, bottom = (exposed.right() - origin.x()) // SIDE, (exposed.bottom() - origin.y()) // SIDE
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                tile = self._tile(column, row, ratio, paint)
                painter.drawPixmap(QPoint(origin.x() + column * SIDE, origin.y() + row * SIDE), tile)
        most = (right - left + 1) * (bottom - top + 1) + SPARE
        while len(self._kept) > most:
            self._kept.popitem(last=False)

    def _tile(self, column: int, row: int, ratio: float, paint: Paint) -> QPixmap:
        tile = self._kept.get((column, row))
        if tile is None:
            side = ceil(SIDE * ratio)
            tile = QPixmap(side, side)
            tile.setDevicePixelRatio(ratio)
            painter = QPainter(tile)
            paint(painter, QRect(0, 0, SIDE, SIDE), QPoint(-column * SIDE, -row * SIDE))
            painter.end()
            self._kept[column, row] = tile
        else:
            self._kept.move_to_end((column, row))
        return tile
