"""The lawn: tufts of grass, and what the season lays on them, as one piece that is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin, tau

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QRadialGradient

from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.light import Colour, Light, mix

LAWN_TILE = 320.0
"""Side of the piece of lawn that is repeated, in units of the ground."""


def painted_lawn(light: Light, fine: float, ratio: float) -> QPixmap:
    """The piece of lawn that is repeated, painted at `fine` pixels per unit; its ends meet."""
    grain = fine
    side = round(LAWN_TILE * grain)
    pixmap = blank(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / LAWN_TILE, side / LAWN_TILE)
    painter.setPen(Qt.PenStyle.NoPen)
    for n in range(14 if grain > 0.45 else 0):
        a, b, c, d = four(n, 0x1A34)
        tone = (255, 255, 200) if c > 0.5 else (20, 60, 20)
        for at in _echoes(a, b, 80.0):
            _paint_patch(painter, at, 30.0 + 50.0 * d, tone)
    light_blade = colour(mix(light.lawn_far, (255, 255, 190), 0.35), 150)
    dark_blade = colour(mix(light.lawn_near, (20, 70, 30), 0.45), 130)
    for n in range(230):
        a, b, c, d = four(n, 0xB1ADE)
        pen = QPen(light_blade if c > 0.55 else dark_blade, 0.9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for at in _echoes(a, b, 7.0):
            _paint_tuft(painter, at, 2.6 + 3.0 * d, c - 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    _strew(painter, light)
    painter.end()
    return pixmap


def _strew(painter: QPainter, light: Light) -> None:
    """What the season lays on the grass: daisies, fallen leaves, frost."""
    for n in range(round(22 * light.spring)):
        a, b, c, _ = four(n, 0xDA15)
        at = QPointF(a * LAWN_TILE, b * LAWN_TILE)
        for petal in range(5):
            painter.setBrush(colour(mix((255, 255, 255), light.lawn_near, 0.12)))
            turn = tau * petal / 5 + c
            painter.drawEllipse(at + QPointF(cos(turn) * 1.5, sin(turn) * 1.2), 0.95, 0.95)
        painter.setBrush(colour((246, 205, 84)))
        painter.drawEllipse(at, 0.8, 0.8)
    for n in range(round(26 * light.summer)):
        a, b, c, d = four(n, 0xC107)
        at, tone = QPointF(a * LAWN_TILE, b * LAWN_TILE), (214, 74, 48) if c > 0.72 else (244, 212, 86)
        painter.setBrush(colour(mix(tone, light.lawn_near, 0.10)))
        for turn in (0.0, 2.1, 4.2):
            painter.drawEllipse(at + QPointF(cos(turn + d) * 0.9, sin(turn + d) * 0.7), 1.0, 0.8)
    leaves = ((201, 122, 52), (184, 84, 46), (214, 164, 70), (150, 98, 54))
    for n in range(round(30 * light.autumn)):
        a, b, c, d = four(n, 0xFA11)
        painter.save()
        painter.translate(a * LAWN_TILE, b * LAWN_TILE)
        painter.rotate(360.0 * c)
        painter.setBrush(colour(leaves[int(d * 4)], 215))
        painter.drawEllipse(QPointF(0, 0), 2.5, 1.2)
        painter.restore()
    _snow(painter, max(0.0, light.winter - 0.6) / 0.4)
    for n in range(round(90 * light.winter)):
        a, b, c, d = four(n, 0xF057)
        painter.setBrush(colour((255, 255, 255), round(60 + 70 * c)))
        painter.drawEllipse(QPointF(a * LAWN_TILE, b * LAWN_TILE), 1.0 + 2.6 * d, 0.6 + 0.7 * c)


def _snow(painter: QPainter, much: float) -> None:
    """Old snow in the hollows, in flat flakes that lie together; none unless it is deep winter."""
    for n in range(round(11 * much)):
        a, b, _, d = four(n, 0x5A0E)
        reach = 12.0 + 26.0 * d
        for at in _echoes(a, b, 50.0):
            for flake in range(26):
                x, y, size, strength = four(flake, 0xF1A4E, n)
                spot = at + QPointF(
                    (x - 0.5) * (x - 0.5) * 4.0 * reach * (1 if y > 0.5 else -1), (size - 0.5) * reach * 0.5
                )
                painter.setBrush(colour((251, 253, 255), round(40 + 80 * strength)))
                painter.drawEllipse(spot, 2.0 + 5.0 * strength, 0.9 + 1.8 * y)


def _echoes(a: float, b: float, reach: float) -> Iterator[QPointF]:
    """The spot at shares (a, b) of the lawn's piece, and again where it reaches in over an opposite edge."""
    for x in (a * LAWN_TILE - LAWN_TILE, a * LAWN_TILE, a * LAWN_TILE + LAWN_TILE):
        for y in (b * LAWN_TILE - LAWN_TILE, b * LAWN_TILE, b * LAWN_TILE + LAWN_TILE):
            if -reach < x < LAWN_TILE + reach and -reach < y < LAWN_TILE + reach:
                yield QPointF(x, y)


def _paint_patch(painter: QPainter, at: QPointF, radius: float, tone: Colour) -> None:
    soft = QRadialGradient(at, radius)
    soft.setColorAt(0.0, colour(tone, 16))
    soft.setColorAt(1.0, colour(tone, 0))
    painter.setBrush(QBrush(soft))
    painter.drawEllipse(at, radius, radius)


def _paint_tuft(painter: QPainter, at: QPointF, height: float, lean: float) -> None:
    painter.drawLine(at, at + QPointF(lean * 3.0, -height))
    painter.drawLine(at + QPointF(1.6, 0.2), at + QPointF(1.6 + lean * 3.0 + 1.0, -height * 0.7))
