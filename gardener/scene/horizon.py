"""What stands behind the hedge and means nothing: old trees, and a cottage whose windows are lit when it grows dark."""

from __future__ import annotations

from math import cos, pi, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from gardener.scene.canvas import colour
from gardener.scene.dice import four, unit
from gardener.scene.light import Colour, Light, lit, mix

_TREES = (
    (0.028, 46.0),
    (0.068, 58.0),
    (0.107, 40.0),
    (0.585, 33.0),
    (0.612, 38.0),
    (0.772, 44.0),
    (0.925, 62.0),
    (0.968, 47.0),
)
"""Where trees stand, as shares of the garden's width, and how high they are."""
_COTTAGE = 0.835
_FIRST_LIGHT = 0.12
"""The darkness, 0 to 1, from which on the windows are lit."""


def draw_horizon(painter: QPainter, light: Light, *, sky: float, width: float, beyond: float) -> None:
    """Draw it in units of the ground, the lawn beginning at `sky`; some more trees stand as far as `beyond` the garden."""
    painter.setPen(Qt.PenStyle.NoPen)
    _draw_cottage(painter, light, QPointF(_COTTAGE * width, sky - 24.0))
    for number, (share, height) in enumerate(_TREES):
        draw_tree(painter, light, QPointF(share * width, sky - 8.0), height, number)
    for number in range(round(beyond / 150.0)):
        a, b, _, _ = four(number, 0x72EE)
        for side, at in enumerate(
            (-(number + 0.3 + 0.5 * a) * 150.0, width + (number + 0.3 + 0.5 * b) * 150.0)
        ):
            draw_tree(
                painter,
                light,
                QPointF(at, sky - 8.0),
                34.0 + 22.0 * (b if side else a),
                40 + 2 * number + side,
            )


def _hazy(light: Light, tone: Colour, share: float) -> Colour:
    """A colour seen from here: in the light of the hour, a little of the air before it."""
    return mix(lit(tone, light.ambient), light.horizon, share)


# Trees


def draw_tree(painter: QPainter, light: Light, foot: QPointF, height: float, seed: int) -> None:
    """A round crown of clumps, lit from the upper left, on a short trunk; bare branches show through it in winter."""
    reach = 0.36 * height
    middle = foot - QPointF(0.0, height - 0.9 * reach)
    _draw_branches(painter, light, foot, middle, reach, seed)
    summer = mix(mix(light.hedge, (58, 104, 70), 0.35), light.horizon, 0.10)
    leaf = mix(
        summer,
        _hazy(light, ((196, 128, 58), (206, 160, 70), (170, 86, 52))[seed % 3], 0.08),
        0.75 * light.autumn,
    )
    if seed % 3 == 1:
        leaf = mix(leaf, _hazy(light, (250, 200, 212), 0.0), 0.85 * light.spring)
    thin = max(0.0, light.winter - 0.25) / 0.75
    clumps = []
    for n in range(13):
        a, b, c, d = four(seed, 0xC208, n)
        turn, away = tau * (n / 13 + 0.06 * a), reach * (0.62 if n % 4 else 0.28) * (0.75 + 0.45 * b)
        at = middle + QPointF(cos(turn) * away * 1.12, sin(turn) * away * 0.86)
        up = (
            0.5 - 0.5 * (at.y() - middle.y()) / reach - 0.25 * (at.x() - middle.x()) / reach + 0.2 * (d - 0.5)
        )
        clumps.append((at, reach * (0.40 + 0.16 * c), min(1.0, max(0.0, up))))
    for at, radius, up in sorted(clumps, key=lambda clump: -clump[0].y()):
        _draw_clump(painter, at, radius, leaf, up, thin)
    if light.winter > 0.5:
        painter.setBrush(colour(_hazy(light, (250, 252, 255), 0.1), round(120 * light.winter)))
        for n in range(5):
            a, b, _, d = four(seed, 0x5A0E, n)
            at = middle + QPointF((2.0 * a - 1.0) * 0.8 * reach, -reach * (0.2 + 0.6 * b))
            painter.drawEllipse(at, reach * (0.1 + 0.12 * d), reach * 0.05)


def _draw_clump(painter: QPainter, at: QPointF, radius: float, leaf: Colour, up: float, thin: float) -> None:
    """One clump of leaves; `up` 0 to 1 is how much of the light it gets, `thin` how bare it is."""
    base = mix(mix(leaf, (16, 40, 34), 0.34), mix(leaf, (250, 246, 180), 0.22), up)
    strength = round(255 * (1.0 - 0.78 * thin))
    body = QRadialGradient(at - QPointF(0.35 * radius, 0.4 * radius), 1.45 * radius)
    body.setColorAt(0.0, colour(mix(base, (252, 248, 190), 0.14), strength))
    body.setColorAt(0.55, colour(base, strength))
    body.setColorAt(1.0, colour(mix(base, (16, 40, 34), 0.30), strength))
    painter.setBrush(QBrush(body))
    painter.drawEllipse(at, radius, 0.86 * radius)


def _draw_branches(
    painter: QPainter, light: Light, foot: QPointF, middle: QPointF, reach: float, seed: int
) -> None:
    bark = _hazy(light, (94, 76, 60), 0.16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(bark), 0.13 * reach, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(foot, middle)
    painter.setPen(QPen(colour(bark), 0.055 * reach, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    start = middle + QPointF(0.0, 0.55 * reach)
    for n in range(9):
        turn = pi * (-0.5 + 0.082 * (n - 4) + 0.06 * (unit(seed, 0xB12A, n) - 0.5))
        tip = start + QPointF(cos(turn), sin(turn)) * (0.95 + 0.3 * unit(seed, 0xB12B, n)) * reach
        branch = QPainterPath(start)
        branch.quadTo(start + QPointF(0.15 * (tip.x() - start.x()), 0.6 * (tip.y() - start.y())), tip)
        painter.drawPath(branch)
    painter.setPen(Qt.PenStyle.NoPen)


# The cottage


def _draw_cottage(painter: QPainter, light: Light, foot: QPointF) -> None:
    """Two gables seen a little from the side: a wall in the light, a wall in shade, a warm roof and its chimney."""
    painter.save()
    painter.translate(foot)
    wall, shade = _hazy(light, (240, 230, 206), 0.10), _hazy(light, (196, 184, 164), 0.12)
    roof, dark_roof = _hazy(light, (176, 98, 70), 0.14), _hazy(light, (132, 74, 58), 0.14)
    painter.setBrush(colour(_hazy(light, (150, 96, 78), 0.14)))
    painter.drawRect(QRectF(15.0, -45.0, 5.0, 14.0))
    _fill(painter, shade, (-24, 0), (-24, -20), (-13, -34), (-2, -20), (-2, 0))
    _fill(painter, wall, (-2, 0), (-2, -20), (30, -20), (30, 0))
    _fill(painter, roof, (-13, -36), (20, -36), (33, -19), (-1, -19))
    _fill(painter, dark_roof, (-13, -36), (-27, -18), (-24.5, -17), (-12, -33))
    tiles = QPen(colour(mix(roof, dark_roof, 0.5), 130), 0.7)
    painter.setPen(tiles)
    for n in (1, 2, 3):
        painter.drawLine(QPointF(-13 + 3.2 * n, -36 + 4.3 * n), QPointF(20 + 3.2 * n, -36 + 4.3 * n))
    painter.setPen(Qt.PenStyle.NoPen)
    if light.winter > 0.4:
        snow = colour(_hazy(light, (250, 252, 255), 0.06), round(230 * min(1.0, 1.6 * (light.winter - 0.4))))
        painter.setBrush(snow)
        painter.drawPolygon(
            QPolygonF([QPointF(-13.5, -37), QPointF(20, -37), QPointF(31, -23), QPointF(-4, -23.5)])
        )
    dark = min(1.0, max(0.0, (light.stars - _FIRST_LIGHT) / 0.2))
    for x, y, wide in ((5.0, -14.0, 5.4), (17.5, -14.0, 5.4), (-15.6, -17.0, 4.6)):
        _draw_window(painter, light, QRectF(x, y, wide, 7.0), dark)
    painter.restore()


def _fill(painter: QPainter, tone: Colour, *corners: tuple[float, float]) -> None:
    shape = QPolygonF([QPointF(x, y) for x, y in corners])
    box = shape.boundingRect()
    soft = QLinearGradient(0.0, box.top(), 0.0, box.bottom())
    soft.setColorAt(0.0, colour(mix(tone, (255, 250, 232), 0.10)))
    soft.setColorAt(1.0, colour(mix(tone, (40, 40, 52), 0.10)))
    painter.setBrush(QBrush(soft))
    painter.drawPolygon(shape)


def _draw_window(painter: QPainter, light: Light, on: QRectF, dark: float) -> None:
    if dark > 0.0:
        glow = QRadialGradient(on.center(), 15.0)
        glow.setColorAt(0.0, colour((255, 206, 120), round(165 * dark)))
        glow.setColorAt(1.0, colour((255, 206, 120), 0))
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(on.center(), 15.0, 15.0)
    painter.setBrush(colour(_hazy(light, (250, 246, 232), 0.05)))
    painter.drawRect(on.adjusted(-0.9, -0.9, 0.9, 0.9))
    painter.setBrush(colour(mix(_hazy(light, (88, 112, 128), 0.1), (255, 222, 146), dark)))
    painter.drawRect(on)
    painter.setPen(QPen(colour(_hazy(light, (250, 246, 232), 0.05)), 0.7))
    painter.drawLine(QPointF(on.center().x(), on.top()), QPointF(on.center().x(), on.bottom()))
    painter.drawLine(QPointF(on.left(), on.center().y()), QPointF(on.right(), on.center().y()))
    painter.setPen(Qt.PenStyle.NoPen)
