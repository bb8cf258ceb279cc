"""Painting fruits and the bud that waits."""

from __future__ import annotations

from math import atan2, degrees, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.inks import Inks
from gardener.scene.paint_petals import petal_ring
from gardener.scene.skeleton import Bud, Fruit
from gardener.scene.species import FruitForm

_SMALL = 4.0
"""Pixels of radius up to which a fruit is drawn to be found rather than to be looked at."""


def paint_fruit(painter: QPainter, fruit: Fruit, form: FruitForm, inks: Inks, scale: float) -> None:
    """Paint one fruit below its stalk: a round body with a lit cheek."""
    least = min(2.9, 0.155 * scale) if fruit.large else min(2.1, 0.11 * scale)
    # However small the plant, its fruits are large enough to be seen; one that comes begins at nothing.
    r = max(fruit.radius * scale, least * min(1.0, fruit.radius / (0.5 * form.radius)))
    if r < 0.35:
        return
    x, y = fruit.centre[0] * scale, -fruit.centre[1] * scale
    ax, ay = fruit.anchor[0] * scale, -fruit.anchor[1] * scale
    stalk = QPainterPath(QPointF(fruit.foot[0] * scale, -fruit.foot[1] * scale))
    stalk.quadTo(ax, ay - 0.5 * r, x, y - 0.6 * r)
    painter.strokePath(stalk, QPen(inks.stem(fruit.fresh, 0.0, 0.3, -0.1), max(0.7, 0.15 * r)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.translate(x, y)
    # A soft shade on the leaves behind lifts the fruit off the crown, also where there is no colour.
    shade = QRadialGradient(QPointF(0.14 * r, 0.20 * r), 1.36 * r)
    shade.setColorAt(0.60, inks.plain(inks.palette.shadow, 0.0, 0.36).color())
    shade.setColorAt(1.0, inks.plain(inks.palette.shadow, 0.0, 0.0).color())
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0.14 * r, 0.20 * r), 1.36 * r, 1.36 * r)
    if r <= _SMALL:  # without colour it is a dark ring round a light
        painter.setBrush(inks.plain(inks.palette.shadow, 0.0, 0.72))
        painter.drawEllipse(QPointF(0, 0), r + 0.6, r + 0.6)
    if form.form not in ("round", "berry"):
        painter.rotate(degrees(atan2(y - ay, x - ax)) - 90.0)
    light = QRadialGradient(QPointF(-0.38 * r, -0.42 * r), 1.75 * r)
    light.setColorAt(0.0, inks.own("fruit", fruit.fresh, 0.52).color())
    light.setColorAt(0.40, inks.own("fruit", fruit.fresh, 0.06).color())
    light.setColorAt(1.0, inks.own("fruit shade", fruit.fresh, -0.12).color())
    body = _fruit_shape(form.form, r)
    painter.fillPath(body, light)
    if r <= _SMALL:
        painter.setBrush(inks.plain(inks.palette.light, 0.5, 0.95 if fruit.fresh > 0.3 else 0.5))
        painter.drawEllipse(QPointF(-0.28 * r, -0.30 * r), 0.42 * r, 0.40 * r)
    elif form.form not in ("cone", "ear"):
        painter.setBrush(inks.plain(inks.palette.light, 0.4, 0.55 if fruit.fresh > 0.3 else 0.15))
        painter.drawEllipse(QPointF(-0.36 * r, -0.38 * r), 0.24 * r, 0.17 * r)
    if r > 3:
        _face(painter, fruit, form.form, inks, r)
    painter.restore()


def _face(painter: QPainter, fruit: Fruit, form: str, inks: Inks, r: float) -> None:
    """Paint what makes a fruit its kind: the calyx, the scales of a cone, the seeds of a berry, the grains of an ear."""
    green = inks.stem(fruit.fresh, 0.0, 0.4, -0.3)
    painter.setBrush(green)
    if form == "hip":
        painter.fillPath(petal_ring(5, 0.0, 0.42 * r, 0.25, turn=0.3).translated(0, 1.18 * r), green)
    elif form == "berry":
        painter.fillPath(
            petal_ring(6, 0.0, 0.62 * r, 0.24, turn=0.2).translated(0, -0.74 * r),
            inks.leaf(max(0.3, fruit.fresh), 0.0, 0.05),
        )
        painter.setBrush(inks.own("fruit", fruit.fresh, 0.85))
        for x, y in ((-0.45, -0.2), (0.05, -0.15), (0.5, -0.2), (-0.22, 0.2), (0.28, 0.2), (0.02, 0.58)):
            painter.drawEllipse(QPointF(x * r, y * r), 0.065 * r, 0.09 * r)
    elif form in ("cone", "ear"):
        _scales(painter, fruit, form, inks, r)
    else:
        painter.drawEllipse(QPointF(0, -0.86 * r), 0.16 * r, 0.09 * r)


def _scales(painter: QPainter, fruit: Fruit, form: str, inks: Inks, r: float) -> None:
    lines = QPainterPath()
    rows = 5
    for row in range(rows):
        y = r * (-0.80 + 1.75 * row / rows)
        wide = r * (0.80 if form == "cone" else 0.46) * sin(0.5 + 2.3 * (row + 0.5) / rows)
        for hand in (-1, 1):
            lines.moveTo(hand * wide, y - 0.16 * r)
            lines.quadTo(hand * 0.30 * wide, y + 0.02 * r, 0, y + 0.30 * r)
            if form == "ear":
                lines.moveTo(hand * 0.7 * wide, y)
                lines.lineTo(hand * (wide + 0.34 * r), y + 0.62 * r)
    pen = QPen(inks.own("fruit shade", fruit.fresh, -0.15), max(0.5, 0.08 * r))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(lines, pen)


def _fruit_shape(form: str, r: float) -> QPainterPath:
    shape = QPainterPath()
    if form == "round":
        shape.moveTo(0, -0.82 * r)
        shape.cubicTo(0.95 * r, -1.25 * r, 1.35 * r, 0.35 * r, 0.42 * r, 0.95 * r)
        shape.quadTo(0, 0.86 * r, -0.42 * r, 0.95 * r)
        shape.cubicTo(-1.35 * r, 0.35 * r, -0.95 * r, -1.25 * r, 0, -0.82 * r)
    elif form == "hip":
        shape.moveTo(0, -0.95 * r)
        shape.cubicTo(0.95 * r, -0.95 * r, 1.10 * r, 0.75 * r, 0.22 * r, 1.15 * r)
        shape.lineTo(-0.22 * r, 1.15 * r)
        shape.cubicTo(-1.10 * r, 0.75 * r, -0.95 * r, -0.95 * r, 0, -0.95 * r)
    elif form == "cone":
        shape.moveTo(0, -1.0 * r)
        shape.cubicTo(1.15 * r, -0.95 * r, 1.0 * r, 0.55 * r, 0, 1.30 * r)
        shape.cubicTo(-1.0 * r, 0.55 * r, -1.15 * r, -0.95 * r, 0, -1.0 * r)
    elif form == "berry":
        shape.moveTo(0, -0.80 * r)
        shape.cubicTo(1.05 * r, -1.15 * r, 1.15 * r, 0.15 * r, 0.18 * r, 1.12 * r)
        shape.quadTo(0, 1.22 * r, -0.18 * r, 1.12 * r)
        shape.cubicTo(-1.15 * r, 0.15 * r, -1.05 * r, -1.15 * r, 0, -0.80 * r)
    elif form == "ear":
        shape.moveTo(0, -1.15 * r)
        shape.cubicTo(0.72 * r, -0.7 * r, 0.66 * r, 0.6 * r, 0, 1.35 * r)
        shape.cubicTo(-0.66 * r, 0.6 * r, -0.72 * r, -0.7 * r, 0, -1.15 * r)
    else:
        shape.moveTo(0, -1.1 * r)
        shape.cubicTo(0.95 * r, -0.6 * r, 0.85 * r, 0.7 * r, 0, 1.35 * r)
        shape.cubicTo(-0.85 * r, 0.7 * r, -0.95 * r, -0.6 * r, 0, -1.1 * r)
    return shape


def paint_bud(painter: QPainter, bud: Bud, inks: Inks, scale: float) -> None:
    """Paint the bud that waits for me: a green bud on its stalk, with a dot in the colour of what is due."""
    fx, fy = bud.foot[0] * scale, -bud.foot[1] * scale
    cx, cy = bud.control[0] * scale, -bud.control[1] * scale
    # however small the plant, the dot is large enough to be found, as far as the cell has room for it
    r = max(bud.radius * scale, min(2.7, 0.16 * scale))
    tx, ty = min(bud.tip[0] * scale, 0.45 * scale - 0.95 * r), -bud.tip[1] * scale
    stalk = QPainterPath()
    stalk.moveTo(fx, fy)
    stalk.quadTo(cx, cy, tx, ty)
    pen = QPen(inks.leaf(0.66, 0.1, 0.0), max(0.9, 0.26 * r))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(stalk, pen)
    for hand, tone in ((-1, 0.30), (1, -0.15)):
        side = QPainterPath()
        side.moveTo(tx, ty + 0.55 * r)
        side.cubicTo(
            tx + hand * 1.75 * r, ty + 0.20 * r, tx + hand * 1.25 * r, ty - 1.6 * r, tx, ty - 2.25 * r
        )
        side.closeSubpath()
        painter.fillPath(side, inks.leaf(0.62, 0.15, tone))
    painter.setPen(Qt.PenStyle.NoPen)
    # a sign to be read, so it has its own light, also at dusk
    painter.setBrush(QColor(inks.palette.ink if inks.palette.name == "dusk" else inks.palette.paper_raised))
    painter.drawEllipse(QPointF(tx, ty - 0.62 * r), 0.88 * r, 0.88 * r)
    painter.setBrush(QColor(inks.palette.waiting))
    painter.drawEllipse(QPointF(tx, ty - 0.62 * r), 0.62 * r, 0.62 * r)
