"""Lanterns that stand on the beds when it grows dark, and the warm light they throw on soil and grass."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen, QRadialGradient

from gardener.domain.stage import LIVING
from gardener.scene.canvas import colour
from gardener.scene.grid import Rect
from gardener.scene.layout import Layout
from gardener.scene.light import Light, mix

REACH = 150.0
"""How far the light of a lantern is seen, in units of the ground."""
_FIRST, _FULL = 0.12, 0.34
"""The darkness (`Light.stars`) at which they are lit, and at which they burn fully."""
_FLAME = (255, 204, 124)


def burning(light: Light) -> float:
    """How strongly they burn, 0 (there are none) to 1."""
    return 0.0 if light.plain else min(1.0, max(0.0, (light.stars - _FIRST) / (_FULL - _FIRST)))


def lanterns_of(layout: Layout) -> Iterator[QPointF]:
    """Where they stand: on the upper plank of every living bed, left of its sign's post."""
    for bed in (layout.beds[stage] for stage in LIVING):
        yield QPointF(bed.frame.x + 0.14 * bed.frame.w, bed.frame.y + 6.0)


def lit_by(at: QPointF) -> Rect:
    """The part of the ground that a lantern lights."""
    return Rect(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH)


def draw_glow(painter: QPainter, at: QPointF, strength: float) -> None:
    """Draw the light around a lantern; `strength` 0 to 1."""
    glow = QRadialGradient(at - QPointF(0.0, 8.0), 1.0)
    glow.setRadius(REACH)
    for stop, alpha in ((0.0, 118), (0.10, 84), (0.32, 42), (0.65, 14), (1.0, 0)):
        glow.setColorAt(stop, colour(_FLAME, round(alpha * strength)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(at - QPointF(0.0, 8.0), REACH, REACH)


def draw_lantern(painter: QPainter, light: Light, at: QPointF) -> None:
    """Draw a lantern whose foot stands at the point, in units of the ground."""
    strength = burning(light)
    iron = mix((44, 42, 46), light.wood_dark, 0.25)
    painter.save()
    painter.translate(at)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(iron), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(-3.4, -20.5, 6.8, 8.0), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(iron))
    painter.drawRoundedRect(QRectF(-5.4, -1.8, 10.8, 2.4), 0.8, 0.8)
    painter.drawRoundedRect(QRectF(-4.8, -16.0, 9.6, 2.4), 1.0, 1.0)
    glass = QLinearGradient(0.0, -13.8, 0.0, -1.8)
    glass.setColorAt(0.0, colour(mix((120, 110, 96), (255, 214, 140), strength)))
    glass.setColorAt(0.6, colour(mix((120, 110, 96), (255, 238, 190), strength)))
    glass.setColorAt(1.0, colour(mix((120, 110, 96), (244, 176, 92), strength)))
    painter.setBrush(QBrush(glass))
    painter.drawRoundedRect(QRectF(-4.2, -13.8, 8.4, 12.2), 1.6, 1.6)
    painter.setBrush(colour(mix((150, 140, 120), (255, 252, 232), strength)))
    painter.drawEllipse(QPointF(0.0, -6.6), 1.5, 3.2)
    painter.setPen(QPen(colour(iron, 200), 0.7))
    painter.drawLine(QPointF(-4.2, -13.8), QPointF(-4.2, -1.8))
    painter.drawLine(QPointF(4.2, -13.8), QPointF(4.2, -1.8))
    painter.restore()
