"""Painting the wood of the family tree: trunk, tapered branches with their leaves, tendrils, and fruit at the ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.dice import four
from gardener.scene.family import How
from gardener.scene.palette import Palette, Rgb, lit, mixed, rgb
from gardener.scene.tree_layout import Point
from gardener.scene.tree_shown import Ripeness

STEPS = 14
"""Pieces of a curved branch; a long one has more."""
TIP = 34.0
"""How far the trunk's tip reaches above its first branch."""
THICK = 7.0
"""A branch of that many units is all wood; thinner ones are greener."""
_SHAPES = {Ripeness.BUD: 6.5, Ripeness.GREEN: 10.5, Ripeness.RIPE: 13.5, Ripeness.DRY: 9.0}
_FRUIT = {
    Ripeness.BUD: "#9fc46a",
    Ripeness.GREEN: "#d8823f",
    Ripeness.RIPE: "#c9342c",
    Ripeness.DRY: "#a58a5f",
}


@lru_cache(maxsize=256)
def _colour(base: str, light: int, palette: str) -> QColor:
    from gardener.scene.palette import THEMES

    return _shown(lit(rgb(base), light / 100, THEMES[palette]))


def _shown(colour: Rgb) -> QColor:
    return QColor(round(colour[0]), round(colour[1]), round(colour[2]))


def bark(thickness: float, how: How, palette: Palette) -> Rgb:
    """The colour of a branch: green while it is thin, wood when it is thick; straw where it led nowhere."""
    if how is How.DRY:
        return mixed(rgb(palette.straw), rgb(palette.bare), 0.65)
    young = rgb("#a9c46c" if how is How.PENDING else "#86a05a")
    wood = wood_of(palette)
    if palette.tint_strength:  # on dark paper what is thin needs more light
        young = mixed(young, rgb(palette.light), 0.30)
    return mixed(young, wood, (thickness - 1.6) / (THICK - 1.6))


def wood_of(palette: Palette) -> Rgb:
    """The colour of old wood; lighter on dark paper."""
    if palette.tint_strength:
        return mixed(rgb(palette.wood_light), rgb("#d0b583"), 0.45)
    return mixed(rgb(palette.wood_dark), rgb("#7d6a45"), 0.35)


def curve(start: Point, end: Point) -> list[Point]:
    """Points of the S from one end to the other, both ends level."""
    (x0, y0), (x1, y1) = start, end
    reach = (x1 - x0) * 0.58
    points = []
    steps = STEPS + min(26, int(abs(y1 - y0) / 30.0))
    for step in range(steps + 1):
        t = step / steps
        s = 1 - t
        x = s**3 * x0 + 3 * s * s * t * (x0 + reach) + 3 * s * t * t * (x1 - reach) + t**3 * x1
        y = s**3 * y0 + 3 * s * s * t * y0 + 3 * s * t * t * y1 + t**3 * y1
        points.append((x, y))
    return points


def paint_stem(
    painter: QPainter, points: Sequence[Point], first: float, last: float, colour: Rgb, palette: Palette
) -> None:
    """Fill a stem along `points`, `first` thick at its foot and `last` at its tip: lit above, shaded below."""
    normals = _normals(points)
    count = len(points) - 1
    upper, lower = [], []
    for number, ((x, y), (nx, ny)) in enumerate(zip(points, normals, strict=True)):
        half = 0.5 * (first + (last - first) * number / count)
        upper.append(QPointF(x + nx * half, y + ny * half))
        lower.append(QPointF(x - nx * half, y - ny * half))
    painter.fillPath(_closed(upper, lower), _shown(lit(colour, 0.10, palette)))
    if max(first, last) > 1.4:
        middle = [
            QPointF(x - nx * 0.08 * first, y - ny * 0.08 * first)
            for (x, y), (nx, ny) in zip(points, normals, strict=True)
        ]
        painter.fillPath(_closed(middle, lower), _shown(lit(colour, -0.26, palette)))


def _closed(one: Sequence[QPointF], other: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(one[0])
    for point in one[1:]:
        path.lineTo(point)
    for point in reversed(other):
        path.lineTo(point)
    path.closeSubpath()
    return path


def _normals(points: Sequence[Point]) -> list[Point]:
    """To the upper side of a line that runs right."""
    found = []
    for number in range(len(points)):
        (x0, y0), (x1, y1) = points[max(0, number - 1)], points[min(len(points) - 1, number + 1)]
        size = hypot(x1 - x0, y1 - y0) or 1.0
        found.append(((y1 - y0) / size, -(x1 - x0) / size))
    return found


def paint_leaf(
    painter: QPainter, at: Point, angle: float, length: float, light: float, palette: Palette
) -> None:
    """A small leaf from `at` (radians, y down), its upper half lit."""
    green = mixed(rgb(palette.thriving), rgb("#a8c060"), 0.35 + 0.9 * palette.tint_strength)
    x, y = at
    tip = (x + length * cos(angle), y + length * sin(angle))
    across = (-sin(angle) * length * 0.36, cos(angle) * length * 0.36)
    mid = (x + 0.45 * (tip[0] - x), y + 0.45 * (tip[1] - y))
    for side, shade in ((1.0, light - 0.16), (-1.0, light + 0.16)):
        half = QPainterPath(QPointF(x, y))
        half.quadTo(mid[0] + side * across[0], mid[1] + side * across[1], *tip)
        half.quadTo(*mid, x, y)
        painter.fillPath(half, _shown(lit(green, shade, palette)))


def paint_branch(
    painter: QPainter,
    start: Point,
    end: Point,
    *,
    first: float,
    last: float,
    how: How,
    seed: int,
    palette: Palette,
    leaves: bool = True,
) -> None:
    """The branch from a parent's end to a child's foot, with a few leaves of its own."""
    points = curve(start, end)
    colour = bark((first + last) / 2, how, palette)
    if leaves and how is not How.DRY:
        for number in range(4 if how is not How.PENDING else 2):
            a, b, c, d = four(seed, 0x1EAF, number)
            at = points[2 + int(a * (len(points) - 5))]
            side = -1.0 if b < 0.6 else 1.0
            paint_leaf(
                painter,
                at,
                side * (0.55 + 0.6 * c),
                8.0 + 4.0 * d,
                0.1 if how is How.PENDING else 0.0,
                palette,
            )
    paint_stem(painter, points, first, last, colour, palette)


def paint_way(painter: QPainter, points: Sequence[Point], palette: Palette, *, arrives: bool = True) -> None:
    """A tendril along a second way to a shared child, to which it clings where it `arrives`."""
    path = QPainterPath(QPointF(*points[0]))
    for number in range(0, len(points) - 1, 2):
        for x, y in curve(points[number], points[number + 1])[1:]:
            path.lineTo(x, y)
        if number + 2 < len(points):
            path.lineTo(*points[number + 2])
    colour = _shown(mixed(rgb(palette.accent), rgb(palette.paper), 0.25))
    pen = QPen(colour, 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([3.2, 2.6])
    painter.strokePath(path, pen)
    if not arrives:
        return
    x, y = points[-1]
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(x - 5.0, y - 6.0, 6.0, 6.0), -90 * 16, 250 * 16)
    painter.setPen(Qt.PenStyle.NoPen)


def trunk_x(y: float) -> float:
    """Where the middle of the trunk is at a height: it sways a little."""
    return 34.0 + 4.0 * sin(y / 150.0) + 1.5 * sin(y / 47.0 + 1.0)


def paint_trunk(
    painter: QPainter,
    top: float,
    bottom: float,
    area: tuple[float, float],
    widths: Sequence[tuple[float, float]],
    palette: Palette,
) -> None:
    """The trunk between `top` and `bottom`, what of it lies between the two heights of `area`.

    `widths`: how thick it is from each height down, the upper first.
    """
    low, high = max(top - TIP, area[0] - 20.0), min(bottom, area[1] + 20.0)
    if low >= high:
        return
    heights = [low]
    while heights[-1] < high:
        heights.append(min(high, heights[-1] + 8.0))
    left, right, middle = [], [], []
    place = 0
    for y in heights:
        while place + 1 < len(widths) and widths[place + 1][0] <= y:
            place += 1
        half = (
            0.5 * (widths[place][1] if widths else 4.0) * min(1.0, max(0.12, (y - top + TIP) / (TIP + 12.0)))
        )
        half += 9.0 * max(0.0, 1.0 - (bottom - y) / 46.0) ** 2
        x = trunk_x(y)
        left.append(QPointF(x - half, y))
        right.append(QPointF(x + half, y))
        middle.append(QPointF(x + 0.12 * half, y))
    if low < top:
        tip = (trunk_x(top - TIP), top - TIP)
        for angle, length in ((-1.9, 13.0), (-1.2, 14.0), (-2.6, 9.0), (-0.5, 10.0)):
            paint_leaf(painter, tip, angle, length, 0.05, palette)
    wood = wood_of(palette)
    painter.fillPath(_closed(left, right), _shown(lit(wood, 0.08, palette)))
    painter.fillPath(_closed(middle, right), _shown(lit(wood, -0.24, palette)))


def paint_fruit(
    painter: QPainter, at: Point, ripeness: Ripeness, palette: Palette, *, grown: float = 1.0
) -> None:
    """A fruit that hangs on the stem at `at`: a bud, a young fruit, a ripe one, or a dry one."""
    radius = _SHAPES[ripeness] * grown
    x, y = at[0], at[1] - 2.0 + radius * 0.25
    base = _FRUIT[ripeness]
    top = y - radius
    painter.setPen(QPen(_shown(bark(2.0, How.MET, palette)), 1.6))
    painter.drawLine(QPointF(x, top + 2), QPointF(x + 2.0, top - 6.0 * grown))
    painter.setPen(Qt.PenStyle.NoPen)
    if ripeness is Ripeness.BUD:
        bud = QPainterPath(QPointF(x, y - radius * 1.5))
        bud.cubicTo(x + radius * 1.3, y - radius * 0.3, x + radius * 0.8, y + radius, x, y + radius)
        bud.cubicTo(x - radius * 0.8, y + radius, x - radius * 1.3, y - radius * 0.3, x, y - radius * 1.5)
        painter.fillPath(bud, _colour(base, -8, palette.name))
        painter.fillPath(bud.translated(-1.2, 0.6) & bud, _colour(base, 18, palette.name))
        return
    if ripeness is not Ripeness.DRY:
        paint_leaf(painter, (x + 1.0, top - 1.0), -0.35, 12.0 * grown, 0.0, palette)
        paint_leaf(painter, (x + 1.0, top - 1.0), pi + 0.5, 9.0 * grown, 0.05, palette)
    body = QPainterPath()
    if ripeness is Ripeness.DRY:
        body.addEllipse(QPointF(x, y), radius * 0.82, radius)
    else:
        body.moveTo(x, y - radius * 0.78)
        body.cubicTo(
            x + radius * 0.7,
            y - radius * 1.25,
            x + radius * 1.3,
            y - radius * 0.1,
            x + radius * 0.75,
            y + radius * 0.65,
        )
        body.cubicTo(
            x + radius * 0.45, y + radius * 1.05, x + radius * 0.15, y + radius * 0.85, x, y + radius * 0.85
        )
        body.cubicTo(
            x - radius * 0.15,
            y + radius * 0.85,
            x - radius * 0.45,
            y + radius * 1.05,
            x - radius * 0.75,
            y + radius * 0.65,
        )
        body.cubicTo(
            x - radius * 1.3, y - radius * 0.1, x - radius * 0.7, y - radius * 1.25, x, y - radius * 0.78
        )
    light = QRadialGradient(x - radius * 0.4, y - radius * 0.45, radius * 1.9)
    light.setColorAt(0.0, _colour(base, 62, palette.name))
    light.setColorAt(0.4, _colour(base, 5, palette.name))
    light.setColorAt(1.0, _colour(base, -45, palette.name))
    painter.fillPath(body, light)
    if ripeness is Ripeness.DRY:
        painter.setPen(QPen(_colour(base, -45, palette.name), 1.0))
        for share in (-0.35, 0.1, 0.5):
            painter.drawArc(
                QRectF(x - radius * 0.6, y + radius * (share - 0.25), radius * 1.2, radius * 0.5),
                200 * 16,
                140 * 16,
            )
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setBrush(QColor(255, 255, 255, 120))
        painter.drawEllipse(QPointF(x - radius * 0.38, y - radius * 0.36), radius * 0.2, radius * 0.15)
