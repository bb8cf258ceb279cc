"""Rings of petals and the eye of a flower, in the flower's own frame: its centre at (0, 0), pixels."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from gardener.scene.inks import Inks
from gardener.scene.skeleton import Flower


def petal_ring(
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


def eye_disc(painter: QPainter, inks: Inks, flower: Flower, eye: float) -> None:
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
