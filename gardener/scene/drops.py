"""Drops of water that fall on the soil, and the rings they leave there for a moment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from gardener.scene.breeze import FALLING, RIPPLES, fallen, ripple
from gardener.scene.canvas import colour
from gardener.scene.items import HAND_Z

_WATER, _GLINT, _EDGE = (104, 164, 200), (236, 248, 255), (44, 92, 124)


@dataclass(slots=True)
class _Drop:
    """A drop and its ring; where it lands, from how far above, and when it set out."""

    drop: QGraphicsPathItem
    ring: QGraphicsPathItem
    foot: tuple[float, float]
    unit: float
    start: float


class Drops:
    """The drops of a scene."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._falling: list[_Drop] = []

    def __len__(self) -> int:
        return len(self._falling)

    def add(self, foot: tuple[float, float], unit: float, now: float) -> None:
        """A drop for a plant that stands at `foot` and is `unit` high when fully grown."""
        ring = QGraphicsPathItem()
        ring.setPen(QPen(colour(_GLINT, 220), 0.02 * unit))
        ring.setZValue(HAND_Z + 0.1)
        ring.setVisible(False)
        drop = QGraphicsPathItem(_drop_path(0.062 * unit))
        drop.setBrush(QBrush(colour(_WATER)))
        drop.setPen(QPen(colour(_EDGE), 0.008 * unit))
        drop.setZValue(HAND_Z + 0.2)
        glint = QGraphicsPathItem(drop)
        spot = QPainterPath()
        spot.addEllipse(QPointF(-0.018 * unit, -0.004 * unit), 0.012 * unit, 0.02 * unit)
        glint.setPath(spot)
        glint.setPen(QPen(Qt.PenStyle.NoPen))
        glint.setBrush(QBrush(colour(_GLINT, 230)))
        for item in (ring, drop):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self._scene.addItem(item)
        self._falling.append(_Drop(drop, ring, foot, unit, now))
        self.move(now)

    def move(self, now: float) -> None:
        """Put every drop where it is by now; what has come to its end goes."""
        for one in tuple(self._falling):
            passed = now - one.start
            x, y = one.foot[0] - 0.16 * one.unit, one.foot[1] + 0.02 * one.unit
            if passed >= FALLING + RIPPLES:
                self._take_away(one)
            elif passed >= FALLING:
                size, opacity = ripple((passed - FALLING) / RIPPLES)
                path = QPainterPath()
                for share in (1.0, 0.55):
                    path.addEllipse(
                        QPointF(x, y), 0.26 * one.unit * size * share, 0.08 * one.unit * size * share
                    )
                one.drop.setVisible(False)
                one.ring.setVisible(True)
                one.ring.setPath(path)
                one.ring.setOpacity(opacity)
            else:
                one.drop.setPos(x, y - 0.95 * one.unit * (1.0 - fallen(passed / FALLING)))

    def clear(self) -> None:
        """Take all of them away."""
        for one in tuple(self._falling):
            self._take_away(one)

    def _take_away(self, one: _Drop) -> None:
        self._falling.remove(one)
        self._scene.removeItem(one.drop)
        self._scene.removeItem(one.ring)


def _drop_path(radius: float) -> QPainterPath:
    """A drop whose lower end is near (0, 0)."""
    path = QPainterPath(QPointF(0.0, -2.6 * radius))
    path.cubicTo(0.25 * radius, -1.6 * radius, radius, -0.9 * radius, radius, 0.0)
    path.cubicTo(radius, 1.3 * radius, -radius, 1.3 * radius, -radius, 0.0)
    path.cubicTo(-radius, -0.9 * radius, -0.25 * radius, -1.6 * radius, 0.0, -2.6 * radius)
    return path
