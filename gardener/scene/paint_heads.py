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
    """Paint a feathery plume along the stalk: a soft body, and hairs that leave it upward on both sides."""
    long, wide = 1.35 * r * (0.6 + 0.4 * flower.opened), 0.46 * r * (0.35 + 0.65 * flower.opened)
    for share, part, tone, shift in ((1.0, "petal shade", 0.30, 0.0), (0.62, "petal", 0.06, -0.22)):
        body = QPainterPath(QPointF(0, 1.25 * long))
        body.cubicTo(
            (shift - 1.4 * share) * wide,
            0.5 * long,
            (shift - 1.1 * share) * wide,
            -0.6 * long,
            0.0,
            -1.2 * long,
        )
        body.cubicTo(
            (shift + 1.0 * share) * wide,
            -0.55 * long,
            (shift + 1.3 * share) * wide,
            0.45 * long,
            0,
            1.25 * long,
        )
        painter.fillPath(body, inks.own(part, flower.fresh, flower.light + tone))
    if r < 3.5:
        return
    count = 22 if r >= 2 * _NEAR else 13 if r >= _NEAR else 7
    for part, tone, begin in (("petal shade", -0.04, 0.0), ("petal", 0.42, 0.5)):
        hairs = QPainterPath()
        for i in range(count):
            along = (i + begin) / count
            y, hand = long * (1.05 - 1.9 * along), 1 if i % 2 else -1
            out = hand * wide * (0.55 + 0.85 * sin(pi * (0.10 + 0.82 * along)))
            hairs.moveTo(0, y)
            hairs.cubicTo(0.45 * out, y - 0.04 * long, 0.85 * out, y - 0.14 * long, out, y - 0.40 * long)
        pen = QPen(inks.own(part, flower.fresh, flower.light + tone), max(0.5, 0.042 * r))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(hairs, pen)


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
