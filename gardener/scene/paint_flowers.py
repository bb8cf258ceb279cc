"""Painting flowers, each turned the way its stalk points."""

from __future__ import annotations

from math import cos, degrees, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gardener.scene.inks import Inks
from gardener.scene.paint_heads import paint_globe, paint_plume, paint_whorls
from gardener.scene.paint_petals import eye_disc, petal_ring
from gardener.scene.skeleton import Flower
from gardener.scene.species import FlowerForm

_NEAR = 7.0


def paint_flower(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, scale: float) -> None:
    """Paint one flower at its place, turned the way its stalk points."""
    r = flower.radius * scale
    if form.form != "bell":  # of those there are many, and they are seen together
        # However small the plant, its flowers are large enough to be seen; one that opens begins at nothing.
        r = max(r, min(2.3, 0.125 * scale) * min(1.0, flower.radius / (0.6 * form.radius)))
    if r < 0.4:
        return
    painter.save()
    painter.translate(flower.centre[0] * scale, -flower.centre[1] * scale)
    painter.rotate(90.0 - degrees(flower.heading))
    _FORMS[form.form](painter, flower, form, inks, r)
    painter.restore()


def _ray(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    number = int(form.petals)
    reach = r * (0.50 + 0.50 * flower.opened)
    painter.scale(1.0, 0.88)
    breadth = 2.7 / number
    behind = petal_ring(number, 0.25 * reach, reach, breadth, turn=pi / number)
    painter.fillPath(behind, inks.own("petal shade", flower.fresh, flower.light - 0.08))
    front = petal_ring(number, 0.25 * reach, reach * 0.93, breadth * 0.86, turn=0.3)
    painter.fillPath(front, inks.own("petal", flower.fresh, flower.light + 0.06))
    eye = r * (0.40 if number > 14 else 0.30)
    eye_disc(painter, inks, flower, eye)


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
        ring = petal_ring(count, 0.0, reach * share, 0.62, turn=turn + 0.55 * i, notch=0.04)
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
        petal_ring(number, 0.0, reach, breadth, turn=turn, notch=0.06),
        inks.own("petal shade", flower.fresh, flower.light),
    )
    painter.fillPath(
        petal_ring(number, 0.0, reach * 0.90, breadth * 0.86, turn=turn - 0.05, notch=0.06),
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


def _crown(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint ten petals under a crown of threads, with the cross of stigmas over it."""
    number = int(form.petals)
    reach = r * (0.5 + 0.5 * flower.opened)
    painter.scale(1.0, 0.88)
    breadth = 2.6 / number
    for part, share, turn, tone in (("petal shade", 1.0, pi / number, 0.0), ("petal", 0.96, 0.0, 0.1)):
        ring = petal_ring(number, 0.1 * reach, reach * share, breadth, turn=turn + flower.key)
        painter.fillPath(ring, inks.own(part, flower.fresh, flower.light + tone))
    painter.setPen(Qt.PenStyle.NoPen)
    for share, tone in ((0.66, 0.10), (0.42, -0.30)):
        threads = petal_ring(20 if r >= _NEAR else 10, 0.2 * reach, reach * share, 0.07, turn=share)
        painter.fillPath(threads, inks.own("centre", flower.fresh, tone))
    painter.setBrush(inks.own("petal", flower.fresh, 0.35))
    painter.drawEllipse(QPointF(0, 0), 0.20 * reach, 0.20 * reach)
    if r >= _NEAR:
        painter.fillPath(petal_ring(3, 0.0, 0.30 * reach, 0.30, turn=0.5), inks.leaf(flower.fresh, 0.3, 0.1))


_FORMS = {
    "ray": _ray,
    "cup": _cup,
    "rosette": _rosette,
    "open": _open,
    "bell": _bell,
    "crown": _crown,
    "globe": paint_globe,
    "plume": paint_plume,
    "whorl": paint_whorls,
}
