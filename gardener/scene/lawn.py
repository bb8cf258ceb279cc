"""The lawn: mown in stripes, with tufts of grass and what the season lays on them, as one piece that is repeated."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen, QPixmap, QRadialGradient

from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.light import Colour, Light, lit, mix

LAWN_TILE = 320.0
"""Side of the piece of lawn that is repeated, in units of the ground."""
_STRIPES = 6
"""In the piece, every second one lighter."""
STRIPE = LAWN_TILE / _STRIPES
SUNNY: tuple[Colour, int] = ((255, 255, 214), 26)
"""What is laid on every second stripe, and its opacity of 255."""
SHADY: tuple[Colour, int] = ((14, 60, 24), 16)
"""What is laid on the others."""


def painted_lawn(light: Light, fine: float, ratio: float) -> QPixmap:
    """The piece of lawn that is repeated, painted at `fine` pixels per unit; its ends meet."""
    grain = fine
    side = round(LAWN_TILE * grain)
    pixmap = blank(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / LAWN_TILE, side / LAWN_TILE)
    painter.setPen(Qt.PenStyle.NoPen)
    _mow(painter, light)
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


def _mow(painter: QPainter, light: Light) -> None:
    """Stripes as a mower leaves them, softer where the grass is long or under frost."""
    strength = 1.0 - 0.5 * light.winter
    for n in range(_STRIPES):
        tone, alpha = SUNNY if n % 2 else SHADY
        stripe = QLinearGradient(n * STRIPE, 0.0, (n + 1) * STRIPE, 0.0)
        for at, share in ((0.0, 0.0), (0.06, 0.85), (0.5, 1.0), (0.94, 0.85), (1.0, 0.0)):
            stripe.setColorAt(at, colour(tone, round(alpha * share * strength)))
        painter.fillRect(QRectF(n * STRIPE, 0.0, STRIPE, LAWN_TILE), QBrush(stripe))


def _drift(n: int, key: int, drifts: int) -> tuple[QPointF, float, float]:
    """Where the n-th flower grows: in one of a few drifts, dense in their middle; and two numbers for its look."""
    a, b, c, d = four(n, key)
    x, y, _, _ = four(n % drifts, key, 0xD21F)
    turn, away = tau * a, 6.0 + 46.0 * b * b
    return (
        QPointF(
            (x * LAWN_TILE + cos(turn) * away * 1.3) % LAWN_TILE,
            (y * LAWN_TILE + sin(turn) * away) % LAWN_TILE,
        ),
        c,
        d,
    )


def _strew(painter: QPainter, light: Light) -> None:
    """What the season lays on the grass: daisies, fallen leaves, frost."""
    for n in range(round(44 * light.spring + 16 * light.summer)):
        at, c, _ = _drift(n, 0xDA15, 4)
        for petal in range(5):
            painter.setBrush(colour(lit((255, 255, 255), light.ambient)))
            turn = tau * petal / 5 + c
            painter.drawEllipse(at + QPointF(cos(turn) * 1.5, sin(turn) * 1.2), 0.95, 0.95)
        painter.setBrush(colour(lit((246, 205, 84), light.ambient)))
        painter.drawEllipse(at, 0.8, 0.8)
    for n in range(round(36 * light.summer)):
        at, c, d = _drift(n, 0xC107, 5)
        tone = (250, 230, 140) if n % 5 == 4 else (244, 212, 86)
        painter.setBrush(colour(lit(tone, light.ambient)))
        for turn in (0.0, 2.1, 4.2):
            painter.drawEllipse(at + QPointF(cos(turn + d) * 0.9, sin(turn + d) * 0.7), 1.0, 0.8)
    leaves = ((201, 122, 52), (184, 84, 46), (214, 164, 70), (150, 98, 54))
    for n in range(round(30 * light.autumn)):
        a, b, c, d = four(n, 0xFA11)
        painter.save()
        painter.translate(a * LAWN_TILE, b * LAWN_TILE)
        painter.rotate(360.0 * c)
        painter.setBrush(colour(lit(leaves[int(d * 4)], light.ambient), 215))
        painter.drawEllipse(QPointF(0, 0), 2.5, 1.2)
        painter.restore()
    snow = lit((251, 253, 255), light.ambient)
    _snow(painter, snow, max(0.0, light.winter - 0.6) / 0.4)
    for n in range(round(90 * light.winter)):
        a, b, c, d = four(n, 0xF057)
        painter.setBrush(colour(snow, round(60 + 70 * c)))
        painter.drawEllipse(QPointF(a * LAWN_TILE, b * LAWN_TILE), 1.0 + 2.6 * d, 0.6 + 0.7 * c)


def _snow(painter: QPainter, tone: Colour, much: float) -> None:
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
                painter.setBrush(colour(tone, round(40 + 80 * strength)))
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
