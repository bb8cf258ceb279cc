"""Painting heads of many small flowers: the globe, the plume and the spike of whorls."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.inks import Inks
from gardener.scene.paint_petals import petal_ring
from gardener.scene.skeleton import Flower
from gardener.scene.species import FlowerForm

_NEAR = 7.0
_GOLDEN_ANGLE = 2.399963229728653


def paint_globe(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint a ball of small stars, lit from the upper left; it rests on its stalk by its lower rim."""
    reach = r * (0.45 + 0.55 * flower.opened)
    painter.rotate(degrees_of(flower))
    ball = QRadialGradient(QPointF(-0.35 * reach, -0.4 * reach), 1.5 * reach)
    ball.setColorAt(0.0, inks.own("petal", flower.fresh, flower.light + 0.12).color())
    ball.setColorAt(1.0, inks.own("petal shade", flower.fresh, flower.light - 0.28).color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ball)
    painter.drawEllipse(QPointF(0, 0), 0.86 * reach, 0.86 * reach)
    count = 34 if r >= 2 * _NEAR else 22 if r >= _NEAR else 11
    star = petal_ring(int(form.petals), 0.0, (0.27 if r >= _NEAR else 0.34) * reach, 0.26, turn=0.4)
    for i in range(count):
        far = 0.90 * ((i + 0.5) / count) ** 0.5
        turn = i * _GOLDEN_ANGLE + flower.key
        x, y = far * reach * cos(turn), far * reach * sin(turn)
        tone = 0.34 * (1.0 - far) - 0.32 * (x + 1.2 * y) / reach * far + (0.10 if i % 3 else -0.14)
        part = "petal" if tone > -0.12 else "petal shade"
        painter.fillPath(star.translated(x, y), inks.own(part, flower.fresh, flower.light + tone))
        if r >= 2 * _NEAR and i % 2:
            painter.setBrush(inks.own("centre", flower.fresh, 0.2))
            painter.drawEllipse(QPointF(x, y), 0.035 * reach, 0.035 * reach)


def degrees_of(flower: Flower) -> float:
    """Return the turn (degrees) that lays a flower's own frame upright again, so that light falls from one side."""
    return flower.heading * 180.0 / pi - 90.0


def paint_plume(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint a feathery plume along the stalk: a soft body and hairs that leave it upward on both sides."""
    long, wide = 1.35 * r * (0.6 + 0.4 * flower.opened), 0.50 * r * (0.35 + 0.65 * flower.opened)
    body = QPainterPath()
    body.moveTo(0, 1.25 * long)
    body.cubicTo(-1.5 * wide, 0.5 * long, -1.15 * wide, -0.6 * long, 0.10 * wide, -1.15 * long)
    body.cubicTo(1.0 * wide, -0.55 * long, 1.35 * wide, 0.45 * long, 0, 1.25 * long)
    painter.fillPath(body, inks.own("petal shade", flower.fresh, flower.light + 0.10))
    lit = QPainterPath()
    lit.moveTo(0, 1.15 * long)
    lit.cubicTo(-1.3 * wide, 0.45 * long, -1.0 * wide, -0.6 * long, 0.05 * wide, -1.1 * long)
    lit.cubicTo(-0.1 * wide, -0.4 * long, 0.10 * wide, 0.5 * long, 0, 1.15 * long)
    painter.fillPath(lit, inks.own("petal", flower.fresh, flower.light + 0.16))
    if r < 3.5:
        return
    count = 11 if r >= _NEAR else 6
    for hand, part, tone in ((1, "petal shade", -0.12), (-1, "petal", 0.34)):
        hairs = QPainterPath()
        for i in range(count):
            y = long * (1.0 - 1.95 * i / (count - 1))
            out = wide * (0.65 + 0.75 * sin(pi * (0.12 + 0.80 * i / count)))
            hairs.moveTo(0, y)
            hairs.quadTo(hand * 0.55 * out, y - 0.10 * long, hand * out, y - 0.42 * long)
        pen = QPen(inks.own(part, flower.fresh, flower.light + tone), max(0.5, 0.055 * r))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(hairs, pen)
    painter.strokePath(_spine(long), QPen(inks.own("centre", flower.fresh, 0.05), max(0.5, 0.05 * r)))


def _spine(long: float) -> QPainterPath:
    spine = QPainterPath(QPointF(0, 1.2 * long))
    spine.lineTo(0, -0.8 * long)
    return spine


def paint_whorls(painter: QPainter, flower: Flower, form: FlowerForm, inks: Inks, r: float) -> None:
    """Paint a spike: whorls of small lipped flowers one above the other, smaller towards the tip."""
    tall = r * (0.7 + 0.9 * flower.opened)
    rows = 6 if r >= 4.5 else 4
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(rows):
        y = tall * (0.85 - 1.75 * row / (rows - 1))
        wide = r * (0.44 - 0.24 * (row / (rows - 1)) ** 1.6) * (0.5 + 0.5 * flower.opened)
        high = 0.25 * tall
        painter.setBrush(inks.own("petal shade", flower.fresh, flower.light - 0.10))
        painter.drawEllipse(QPointF(0.12 * wide, y + 0.12 * high), wide, 0.80 * high)
        for x, tone in ((0.55, -0.04), (-0.55, 0.30), (0.0, 0.16)):
            painter.setBrush(inks.own("petal", flower.fresh, flower.light + tone))
            painter.drawEllipse(QPointF(x * wide, y - 0.10 * high), 0.46 * wide, 0.62 * high)
        if r >= _NEAR:
            painter.setBrush(inks.own("centre", flower.fresh, 0.3))
            painter.drawEllipse(QPointF(-0.30 * wide, y - 0.25 * high), 0.13 * wide, 0.16 * high)
