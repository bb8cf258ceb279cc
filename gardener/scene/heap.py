"""The compost as a heap: its lumpy crest before the slats of its bin, and what lies on it in layers."""

from __future__ import annotations

from math import exp, pi, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from gardener.scene.canvas import colour
from gardener.scene.dice import four, unit
from gardener.scene.light import Colour, Light, lit, mix

CREST = 96.0
"""How far down from the bin's upper edge anything of the crest is painted, in units of the ground."""
_HIGHEST, _FALL, _SIDE = 9.0, 44.0, 30.0
"""Where the crest lies in the middle, how much lower at the sides, and how broad the slope there is."""
_SLATS = 5
_STEP = 5.0
_SCRAPS: tuple[Colour, ...] = (
    (126, 140, 66), (168, 118, 58), (96, 116, 58), (190, 156, 92), (206, 120, 60), (232, 226, 206), (150, 74, 52),
)  # fmt: skip


def crest(x: float, width: float) -> float:
    """How far below the bin's upper edge the heap begins at `x` of `width`."""
    side = exp(-x / _SIDE) + exp(-(width - x) / _SIDE)
    lumps = 3.2 * sin(x * 0.043 + 0.6) + 2.1 * sin(x * 0.117 + 2.0) + 1.1 * sin(x * 0.31)
    return _HIGHEST + _FALL * side + lumps * (1.0 - 0.6 * min(1.0, side))


def draw_crest(painter: QPainter, light: Light, width: float, height: float) -> None:
    """Draw the top of the heap over soil that is `width` × `height` units large, its upper left corner at (0, 0)."""
    painter.setPen(Qt.PenStyle.NoPen)
    edge = [(x, crest(x, width)) for x in _steps(width)]
    _draw_bin(painter, light, edge)
    _draw_layers(painter, light, edge, height)
    _draw_rim(painter, light, edge)
    _draw_scraps(painter, light, width, height)


def _steps(width: float) -> list[float]:
    count = max(2, round(width / _STEP))
    return [width * n / count for n in range(count + 1)]


def _draw_bin(painter: QPainter, light: Light, edge: list[tuple[float, float]]) -> None:
    """What shows above the heap: the slats at the back of the bin, in its own shade; each ends where the heap begins."""
    wood = mix(light.wood_dark, light.compost, 0.45)
    high = max(y for _, y in edge) / _SLATS
    painter.setBrush(colour(mix(light.compost, (10, 8, 4), 0.55)))
    painter.drawPath(_above(edge, 0.0, high * _SLATS))
    for n in range(_SLATS):
        top = high * n
        slat = QLinearGradient(0.0, top, 0.0, top + high)
        slat.setColorAt(0.0, colour(mix(wood, (255, 236, 200), 0.10)))
        slat.setColorAt(1.0, colour(mix(wood, (14, 10, 6), 0.45)))
        painter.setBrush(QBrush(slat))
        painter.drawPath(_above(edge, top, top + high - 2.4))


def _above(edge: list[tuple[float, float]], top: float, bottom: float) -> QPainterPath:
    """The strip from `top` to `bottom` as far as it lies above the crest."""
    path = QPainterPath(QPointF(edge[0][0], top))
    for x, y in edge:
        path.lineTo(x, min(max(y + 1.0, top), bottom))
    path.lineTo(edge[-1][0], top)
    path.closeSubpath()
    return path


def _draw_layers(painter: QPainter, light: Light, edge: list[tuple[float, float]], height: float) -> None:
    """Bands of straw, leaves and ripe earth that follow the crest, each fainter than the one above it."""
    tones = (
        (mix(light.compost, lit((196, 168, 104), light.ambient), 0.42), 5.0, 120),
        (mix(light.compost, lit((116, 128, 66), light.ambient), 0.42), 15.0, 95),
        (mix(light.compost, (16, 12, 8), 0.40), 27.0, 110),
        (mix(light.compost, lit((170, 124, 72), light.ambient), 0.34), 41.0, 80),
        (mix(light.compost, (16, 12, 8), 0.35), 56.0, 80),
    )
    for number, (tone, below, strength) in enumerate(tones):
        if below + 12.0 > height:
            break
        band = QPainterPath()
        phase = tau * unit(number, 0x1A7E)
        upper = [(x, y * (1.0 - below / 150.0) + below + 2.2 * sin(x * 0.06 + phase)) for x, y in edge]
        lower = [(x, y + 4.0 + 2.6 * sin(x * 0.083 + 2 * phase)) for x, y in upper]
        band.moveTo(*upper[0])
        for x, y in (*upper[1:], *reversed(lower)):
            band.lineTo(x, y)
        band.closeSubpath()
        painter.setBrush(colour(tone, strength))
        painter.drawPath(band)


def _draw_rim(painter: QPainter, light: Light, edge: list[tuple[float, float]]) -> None:
    """The light on the heap's back."""
    path = QPainterPath(QPointF(*edge[0]))
    for x, y in edge[1:]:
        path.lineTo(x, y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rim = mix(light.compost, lit((232, 206, 150), light.ambient), 0.5)
    for tone, width, down in ((mix(light.compost, (10, 8, 4), 0.5), 2.4, -0.9), (rim, 1.8, 0.6)):
        painter.setPen(QPen(colour(tone, 200), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path.translated(0.0, down))
    painter.setPen(Qt.PenStyle.NoPen)


def _draw_scraps(painter: QPainter, light: Light, width: float, height: float) -> None:
    """Leaves, stalks, peel and eggshells, most of them on top."""
    for n in range(round(width / 5.0)):
        a, b, c, d = four(n, 0x5C2AB)
        x = 4.0 + a * (width - 8.0)
        y = crest(x, width) + 1.5 + 46.0 * b * b
        if y > height - 4.0:
            continue
        tone = lit(_SCRAPS[int(d * len(_SCRAPS))], light.ambient)
        painter.save()
        painter.translate(x, y)
        painter.rotate(70.0 * (c - 0.5) + 24.0 * sin(pi * a))
        painter.setBrush(colour(mix(light.compost, (8, 6, 3), 0.6), 150))
        size = 1.6 + 2.6 * c
        painter.drawEllipse(QPointF(0.4, 0.7), size * 1.05, size * 0.5)
        painter.setBrush(colour(mix(tone, light.compost, 0.18 + 0.5 * b)))
        if n % 4 == 0:
            painter.drawRoundedRect(QRectF(-2.2 * size, -0.4, 4.4 * size, 0.9), 0.4, 0.4)
        else:
            painter.drawEllipse(QPointF(0.0, 0.0), size, size * 0.46)
        painter.restore()
