"""The clover that grows in a bed where nobody is planted yet: green manure, dense and low, in the season's colours."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin, tau
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTransform

from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.light import Colour, Light, lit, mix

CLOVER_TILE = 84.0
"""Height of the piece of clover that is repeated down a bed, in units of the ground; it is as wide as the soil."""
EDGE, _DEEP = 16.0, 14.0
"""How far up over the soil the first leaves reach, and how far down over the others they lie."""
_LEAF = 2.7
"""Half the width of a leaf of three."""
_ROWS = 2
"""In which it is sown, in the piece that is repeated: a little lighter along their middle."""
_ROOM = 17.0
"""Square units of ground for each leaf."""


class _Tones(NamedTuple):
    """The colours of one light."""

    ground: Colour
    dark: Colour
    leaf: Colour
    bright: Colour
    bloom: Colour
    snow: Colour


def painted_clover(light: Light, width: float, fine: float, ratio: float) -> QPixmap:
    """The piece of clover that is repeated, at `fine` pixels per unit; its ends meet, sideways and down.

    Its leaves are painted for half of it and laid twice; blossoms and snow for the whole.
    """
    half = _painted(light, QRectF(0.0, 0.0, width / 2, CLOVER_TILE), fine, ratio, edge=False)
    wide, high = half.width() / ratio, half.height() / ratio
    whole = blank(2 * wide, high, ratio)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(QPointF(0.0, 0.0), half)
    painter.drawPixmap(QPointF(wide, 0.0), half)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(2 * wide / width, high / CLOVER_TILE)
    _strew(painter, light, _tones(light), QRectF(0.0, 0.0, width, CLOVER_TILE))
    painter.end()
    return whole


def painted_edge(light: Light, width: float, fine: float, ratio: float) -> QPixmap:
    """The first leaves, which reach `EDGE` up over the soil: clear where none is."""
    return _painted(light, QRectF(0.0, 0.0, width, EDGE + _DEEP), fine, ratio, edge=True)


def ground_tone(light: Light) -> Colour:
    """The clover as one colour: for the very first picture, and from far away."""
    tones = _tones(light)
    return mix(tones.leaf, tones.ground, 0.3)


def draw_clover(painter: QPainter, light: Light, on: QRectF, *, seed: int) -> None:
    """Draw clover in few shapes, with its ragged upper edge: for paper and vector files."""
    tones = _tones(light)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(mix(tones.leaf, tones.ground, 0.45)))
    painter.drawPath(_uneven(on))
    leaves: dict[Colour, QPainterPath] = {}
    for n in range(round(on.width() * on.height() / 90.0)):
        a, b, c, d = four(n, 0xC10E, seed)
        y = on.y() - 2.0 + b * on.height()
        if y > on.bottom() - 3.5:
            continue
        turn = QTransform().translate(on.x() + 4.0 + a * (on.width() - 8.0), y)
        turn.rotate(360.0 * c).scale(1.4 * _LEAF, 1.15 * _LEAF)
        tone = tones.dark if d < 0.35 else tones.leaf if d < 0.75 else mix(tones.leaf, tones.bright, 0.4)
        leaves.setdefault(tone, QPainterPath()).addPath(turn.map(_three()))
    for tone, path in leaves.items():
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.setBrush(colour(tone))
        painter.drawPath(path)


def _uneven(on: QRectF) -> QPainterPath:
    """The rectangle with a wavy upper edge."""
    path = QPainterPath(on.bottomLeft())
    for n in range(33):
        path.lineTo(
            on.x() + on.width() * n / 32, on.y() + 1.0 + 2.4 * sin(0.9 * n) + 1.3 * sin(2.3 * n + 1.0)
        )
    path.lineTo(on.bottomRight())
    path.closeSubpath()
    return path


def _tones(light: Light) -> _Tones:
    leaf = mix(light.lawn_near, lit((80, 138, 78), light.ambient), 0.5)
    leaf = mix(leaf, lit((134, 132, 66), light.ambient), 0.3 * light.autumn)
    shade = lit((34, 70, 42), light.ambient)
    return _Tones(
        ground=mix(mix(light.soil, shade, 0.55), leaf, 0.5),
        dark=mix(leaf, shade, 0.25),
        leaf=leaf,
        bright=mix(leaf, lit((222, 240, 170), light.ambient), 0.30),
        bloom=lit((246, 236, 236), light.ambient),
        snow=lit((250, 252, 255), light.ambient),
    )


def _painted(light: Light, on: QRectF, fine: float, ratio: float, *, edge: bool) -> QPixmap:
    pixmap = blank(round(on.width() * fine), round(on.height() * fine), ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(round(on.width() * fine) / on.width(), round(on.height() * fine) / on.height())
    tones = _tones(light)
    if not edge:
        painter.fillRect(on, colour(tones.ground))
    three, shine = _three(), _shine()
    for n in range(round(on.width() * on.height() / _ROOM * (1.6 if edge else 2.0))):
        a, b, c, d = four(n, 0xC10F, int(edge))
        upper = n % 2 == 1
        y = _edge_at(a, b) if edge else on.height() * b
        row = 0.5 + 0.5 * cos(tau * _ROWS * y / CLOVER_TILE)
        light_of = (0.25 + 0.75 * c) * (0.35 + 0.65 * row)
        tone = mix(tones.leaf, tones.bright, light_of) if upper else mix(tones.dark, tones.leaf, light_of)
        size = _LEAF * (0.78 + 0.42 * d)
        for at in _echoes(a * on.width(), y, on, wraps_down=not edge):
            _paint_leaf(painter, at, 1080.0 * d + 90.0 * c, size, (three, tone), shine if upper else None)
    painter.end()
    return pixmap


def _paint_leaf(
    painter: QPainter,
    at: QPointF,
    turn: float,
    size: float,
    leaf: tuple[QPainterPath, Colour],
    shine: QPainterPath | None,
) -> None:
    painter.save()
    painter.translate(at)
    painter.scale(size, size * 0.8)
    painter.rotate(turn)
    painter.setBrush(colour(leaf[1]))
    painter.drawPath(leaf[0])
    if shine is not None:
        painter.setBrush(colour((236, 255, 190), 26))
        painter.drawPath(shine)
    painter.restore()


def _strew(painter: QPainter, light: Light, tones: _Tones, on: QRectF) -> None:
    """Small blossoms in spring and summer, and in winter old snow."""
    for n in range(round(9 * light.summer + 6 * light.spring)):
        a, b, c, d = four(n, 0xB100)
        at = QPointF(4.0 + a * (on.width() - 8.0), 4.0 + b * (on.height() - 8.0))
        painter.setBrush(colour(mix(tones.dark, (10, 20, 10), 0.3), 120))
        painter.drawEllipse(at + QPointF(0.4, 0.8), 1.5, 1.2)
        for k in range(6):
            turn = tau * k / 6 + c
            painter.setBrush(colour(mix(tones.bloom, lit((222, 160, 186), light.ambient), 0.5 * d), 225))
            painter.drawEllipse(at + QPointF(cos(turn) * 0.75, sin(turn) * 0.6), 0.7, 0.6)
    for n in range(round(70 * max(0.0, light.winter - 0.35))):
        a, b, c, d = four(n, 0x5A0F)
        painter.setBrush(colour(tones.snow, round(70 + 110 * c)))
        at = QPointF(a * on.width(), 2.0 + b * (on.height() - 4.0))
        painter.drawEllipse(at, 1.2 + 4.2 * d, 0.7 + 1.2 * c)


def _edge_at(across: float, share: float) -> float:
    """How far down the piece of the edge a leaf lies, at a share of the width: dense below, a few ahead of the rest."""
    wave = sin(tau * (3.0 * across + 0.1)) + 0.7 * sin(tau * (7.0 * across + 0.45))
    first: float = 0.42 * EDGE + 0.17 * EDGE * wave
    return first + (EDGE + _DEEP - 3.0 - first) * (1.0 - share) - 0.3 * EDGE * max(0.0, share - 0.8)


def _echoes(x: float, y: float, on: QRectF, *, wraps_down: bool) -> Iterator[QPointF]:
    """The spot, and again where it reaches in over an opposite edge."""
    reach, wide, high = 5.0, on.width(), on.height()
    for across in (x - wide, x, x + wide):
        for down in (y - high, y, y + high) if wraps_down else (y,):
            if -reach < across < wide + reach and -reach < down < high + reach:
                yield QPointF(across, down)


def _three() -> QPainterPath:
    """Three leaflets around (0, 0), one unit long."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for k in range(3):
        path.addPath(QTransform().rotate(120.0 * k).map(_leaflet(1.0)))
    return path


def _shine() -> QPainterPath:
    """The paler half of each leaflet."""
    path = QPainterPath()
    for k in range(3):
        half = QPainterPath(QPointF(0.12, 0.0))
        half.quadTo(QPointF(0.5, -0.5), QPointF(0.95, -0.2))
        half.quadTo(QPointF(0.6, -0.05), QPointF(0.12, 0.0))
        path.addPath(QTransform().rotate(120.0 * k).map(half))
    return path


def _leaflet(long: float) -> QPainterPath:
    """Heart-shaped, from (0, 0) along x."""
    path = QPainterPath(QPointF(0.0, 0.0))
    path.cubicTo(
        QPointF(0.35 * long, -0.72 * long), QPointF(1.1 * long, -0.5 * long), QPointF(0.92 * long, 0.0)
    )
    path.cubicTo(QPointF(1.1 * long, 0.5 * long), QPointF(0.35 * long, 0.72 * long), QPointF(0.0, 0.0))
    return path
