"""Painting flowers, fruits and the bud that waits."""

from __future__ import annotations

from math import atan2, cos, degrees, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.inks import Inks
from gardener.scene.skeleton import Bud, Flower, Fruit
from gardener.scene.species import FlowerForm, FruitForm

_NEAR = 7.0


def paint_flower(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, scale: float) -> None:
    """Paint one flower at its place, turned the way its stalk points."""
    r = flower.radius * scale
    if r < 0.4:
        return
    painter.save()
    painter.translate(flower.centre[0] * scale, -flower.centre[1] * scale)
    painter.rotate(90.0 - degrees(flower.heading))
    _FORMS[form.form](painter, flower, form, inks, r)
    painter.restore()


def _petals(
    number: int, inner: float, outer: float, breadth: float, *, turn: float, notch: float = 0.0
) -> QPainterPath:
    """Return a ring of petals round the origin in one path."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for i in range(number):
        a = turn + i * 2 * pi / number
        # A hair of unevenness keeps the ring from looking stamped.
        long = outer * (1.0 + 0.05 * sin(3.7 * i + 1.0))
        c, s = cos(a), sin(a)
        w = breadth * outer
        path.moveTo(inner * c, inner * s)
        m = inner + (long - inner) * 0.62
        e = long * (1.0 - notch)
        path.cubicTo(
            m * c - w * s, m * s + w * c, long * c - 0.55 * w * s, long * s + 0.55 * w * c, e * c, e * s
        )
        path.cubicTo(
            long * c + 0.55 * w * s,
            long * s - 0.55 * w * c,
            m * c + w * s,
            m * s - w * c,
            inner * c,
            inner * s,
        )
    return path


def _ray(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    number = int(form.petals)
    reach = r * (0.50 + 0.50 * flower.opened)
    painter.scale(1.0, 0.88)
    breadth = 2.7 / number
    behind = _petals(number, 0.25 * reach, reach, breadth, turn=pi / number)
    painter.fillPath(behind, inks.own("petal shade", flower.fresh, flower.light - 0.08))
    front = _petals(number, 0.25 * reach, reach * 0.93, breadth * 0.86, turn=0.3)
    painter.fillPath(front, inks.own("petal", flower.fresh, flower.light + 0.06))
    eye = r * (0.40 if number > 14 else 0.30)
    _disc(painter, inks, flower, eye)


def _disc(painter: QPainter, inks: Inks, flower: Flower, eye: float) -> None:
    dark = inks.own("centre", flower.fresh, -0.25)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark)
    painter.drawEllipse(QPointF(0, 0), eye, eye)
    painter.setBrush(inks.own("centre", flower.fresh, 0.12))
    painter.drawEllipse(QPointF(-0.10 * eye, -0.14 * eye), 0.72 * eye, 0.70 * eye)
    if eye >= 4:
        painter.setBrush(inks.own("centre", flower.fresh, 0.5))
        seed = max(0.5, 0.055 * eye)
        for i in range(1, 26):
            far, turn = eye * 0.88 * (i / 26) ** 0.5, i * 2.399963
            painter.drawEllipse(QPointF(far * cos(turn), far * sin(turn)), seed, seed)
    else:
        painter.setBrush(dark)
        painter.drawEllipse(QPointF(0.02 * eye, 0.02 * eye), 0.32 * eye, 0.32 * eye)


def _cup(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint a cup seen from the side, its foot at the end of the stalk."""
    open_ = 0.52 + 0.26 * flower.opened
    tall = -1.75 * r
    back = QPainterPath()
    back.moveTo(0, 0.1 * r)
    back.cubicTo(-open_ * 1.25 * r, -0.1 * r, -open_ * 1.15 * r, 0.65 * tall, -0.34 * r, tall * 0.97)
    back.lineTo(0, 0.66 * tall)
    back.lineTo(0.34 * r, tall * 0.97)
    back.cubicTo(open_ * 1.15 * r, 0.65 * tall, open_ * 1.25 * r, -0.1 * r, 0, 0.1 * r)
    painter.fillPath(back, inks.own("petal shade", flower.fresh, flower.light - 0.12))
    for hand, tone in ((1.0, -0.10), (-1.0, 0.16)):
        side = QPainterPath()
        side.moveTo(0, 0.12 * r)
        side.cubicTo(
            hand * open_ * 1.5 * r,
            0.05 * r,
            hand * open_ * 1.35 * r,
            0.62 * tall,
            hand * open_ * 0.98 * r,
            tall,
        )
        side.cubicTo(hand * 0.30 * r, 0.80 * tall, hand * 0.02 * r, 0.45 * tall, 0, 0.12 * r)
        painter.fillPath(side, inks.own("petal", flower.fresh, flower.light + tone))
    front = QPainterPath()
    front.moveTo(0, 0.14 * r)
    front.cubicTo(-0.72 * r, -0.1 * r, -0.62 * r, 0.62 * tall, 0, 0.90 * tall)
    front.cubicTo(0.62 * r, 0.62 * tall, 0.72 * r, -0.1 * r, 0, 0.14 * r)
    painter.fillPath(front, inks.own("petal", flower.fresh, flower.light + 0.04))
    gleam = QPainterPath()
    gleam.moveTo(-0.06 * r, 0.05 * r)
    gleam.cubicTo(-0.50 * r, -0.1 * r, -0.50 * r, 0.55 * tall, -0.05 * r, 0.82 * tall)
    gleam.cubicTo(-0.22 * r, 0.55 * tall, -0.20 * r, 0.25 * tall, -0.06 * r, 0.05 * r)
    painter.fillPath(gleam, inks.own("petal", flower.fresh, flower.light + 0.40))


def _rosette(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    number = int(form.petals)
    reach = r * (0.55 + 0.45 * flower.opened)
    painter.scale(1.0, 0.90)
    turn = flower.key * 0.7
    layers = (
        (1.00, "petal shade", 0.10, number),
        (0.90, "petal", -0.02, number),
        (0.66, "petal", 0.20, number - 1),
        (0.44, "petal shade", 0.05, number - 1),
    )
    for i, (share, part, tone, count) in enumerate(layers):
        ring = _petals(count, 0.0, reach * share, 0.62, turn=turn + 0.55 * i, notch=0.04)
        painter.fillPath(ring, inks.own(part, flower.fresh, flower.light + tone))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.own("centre", flower.fresh, 0.0))
    painter.drawEllipse(QPointF(0, 0), 0.17 * reach, 0.17 * reach)
    if r >= _NEAR:
        swirl = QPainterPath()
        for begin, far in ((0.4, 0.30), (2.5, 0.46), (4.6, 0.62), (1.4, 0.76)):
            a = turn + begin
            swirl.moveTo(reach * far * cos(a), reach * far * sin(a))
            b = a + 1.5
            m = a + 0.75
            swirl.quadTo(
                reach * far * 1.35 * cos(m),
                reach * far * 1.35 * sin(m),
                reach * far * cos(b),
                reach * far * sin(b),
            )
        pen = QPen(inks.own("centre", flower.fresh, 0.05), max(0.6, 0.045 * r))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(swirl, pen)


def _open(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    number = int(form.petals)
    reach = r * (0.5 + 0.5 * flower.opened)
    painter.scale(1.0, 0.90)
    turn = flower.key * 0.9
    breadth = 2.5 / number
    painter.fillPath(
        _petals(number, 0.0, reach, breadth, turn=turn, notch=0.06),
        inks.own("petal shade", flower.fresh, flower.light),
    )
    painter.fillPath(
        _petals(number, 0.0, reach * 0.90, breadth * 0.86, turn=turn - 0.05, notch=0.06),
        inks.own("petal", flower.fresh, flower.light + 0.10),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.own("centre", flower.fresh, 0.0))
    painter.drawEllipse(QPointF(0, 0), 0.24 * reach, 0.24 * reach)
    if r >= _NEAR:
        painter.setBrush(inks.own("centre", flower.fresh, -0.35))
        for i in range(8):
            a = turn + i * pi / 4
            painter.drawEllipse(
                QPointF(0.36 * reach * cos(a), 0.36 * reach * sin(a)), 0.045 * reach, 0.045 * reach
            )


def _bell(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint a bell that opens towards its heading, hung by its crown."""
    flare = 0.62 + 0.20 * flower.opened
    bell = QPainterPath()
    bell.moveTo(-0.20 * r, 0.2 * r)
    bell.cubicTo(-0.75 * r, 0.0, -0.50 * r, -0.9 * r, -flare * r, -1.45 * r)
    for i, x in enumerate((-0.33, 0.0, 0.33)):
        bell.quadTo((x - 0.16) * r, (-1.12 if i != 1 else -1.30) * r, x * r * 1.05, -1.36 * r)
    bell.quadTo(0.5 * r, -1.2 * r, flare * r, -1.45 * r)
    bell.cubicTo(0.50 * r, -0.9 * r, 0.75 * r, 0.0, 0.20 * r, 0.2 * r)
    bell.closeSubpath()
    painter.fillPath(bell, inks.own("petal shade", flower.fresh, flower.light))
    lit = QPainterPath()
    lit.moveTo(0.0, 0.15 * r)
    lit.cubicTo(0.62 * r, 0.0, 0.30 * r, -0.9 * r, 0.62 * r * flare, -1.30 * r)
    lit.cubicTo(0.05 * r, -1.0 * r, -0.10 * r, -0.4 * r, 0.0, 0.15 * r)
    painter.fillPath(lit, inks.own("petal", flower.fresh, flower.light + 0.22))


_FORMS = {"ray": _ray, "cup": _cup, "rosette": _rosette, "open": _open, "bell": _bell}


def paint_fruit(painter: QPainter, fruit: Fruit, form: FruitForm, inks: Inks, scale: float) -> None:
    """Paint one fruit below its stalk: a round body with a lit cheek."""
    r = fruit.radius * scale
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
    shade = QRadialGradient(QPointF(0.10 * r, 0.18 * r), 1.55 * r)
    shade.setColorAt(0.55, inks.plain(inks.palette.shadow, 0.0, 0.55).color())
    shade.setColorAt(1.0, inks.plain(inks.palette.shadow, 0.0, 0.0).color())
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0.10 * r, 0.18 * r), 1.55 * r, 1.55 * r)
    if form.form != "round":
        painter.rotate(degrees(atan2(y - ay, x - ax)) - 90.0)
    light = QRadialGradient(QPointF(-0.35 * r, -0.4 * r), 1.7 * r)
    light.setColorAt(0.0, inks.own("fruit", fruit.fresh, 0.70).color())
    light.setColorAt(0.45, inks.own("fruit", fruit.fresh, 0.0).color())
    light.setColorAt(1.0, inks.own("fruit shade", fruit.fresh, -0.1).color())
    painter.fillPath(_fruit_shape(form.form, r), light)
    if r > 1.5:
        painter.setBrush(inks.plain(inks.palette.light, 0.4, 0.86 if fruit.fresh > 0.3 else 0.2))
        painter.drawEllipse(QPointF(-0.34 * r, -0.36 * r), 0.32 * r, 0.24 * r)
    if r > 3:
        painter.setBrush(inks.stem(fruit.fresh, 0.0, 0.4, -0.3))
        if form.form == "hip":
            painter.fillPath(
                _petals(5, 0.0, 0.42 * r, 0.25, turn=0.3).translated(0, 1.18 * r), painter.brush()
            )
        else:
            painter.drawEllipse(QPointF(0, -0.86 * r), 0.16 * r, 0.09 * r)
    painter.restore()


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
