"""Painting the leaves that are no flat blade: the pad with its areoles and the spray of needles."""

from __future__ import annotations

from math import cos, hypot, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.inks import Inks
from gardener.scene.skeleton import Leaf

_AREOLES = tuple(
    (0.16 + 0.17 * row, (column - (2 + row % 2) / 2.0 + 0.5) * 0.52)
    for row in range(5)
    for column in range(2 + row % 2)
)
"""Where spines sit on a pad: along it, and across it in half breadths."""


def paint_pad(painter: QPainter, leaf: Leaf, whole: QPainterPath, inks: Inks, scale: float) -> None:
    """Fill a fleshy pad, round as a cushion in the light, with a bright rim and tufts of spines."""
    bx, by = leaf.base[0] * scale, -leaf.base[1] * scale
    tx, ty = leaf.tip[0] * scale, -leaf.tip[1] * scale
    dx, dy = tx - bx, ty - by
    length = hypot(dx, dy) or 1.0
    half = 0.5 * leaf.width * scale
    light = QRadialGradient(QPointF(bx + 0.62 * dx - 0.5 * half, by + 0.62 * dy - 0.25 * half), 1.05 * length)
    light.setColorAt(0.0, inks.leaf(leaf.fresh, leaf.pale, leaf.light + 0.34).color())
    light.setColorAt(0.5, inks.leaf(leaf.fresh, leaf.pale, leaf.light + 0.02).color())
    light.setColorAt(1.0, inks.leaf(leaf.fresh, leaf.pale, leaf.light - 0.46).color())
    painter.fillPath(whole, light)
    painter.strokePath(
        whole, QPen(inks.leaf(leaf.fresh, leaf.pale, leaf.light - 0.30), max(0.5, 0.018 * length))
    )
    painter.setPen(Qt.PenStyle.NoPen)
    if length < 15:
        return
    spine = max(0.45, 0.013 * length)
    dark, bright = inks.leaf(leaf.fresh, leaf.pale, leaf.light - 0.42), inks.plain(inks.palette.stick, 0.45)
    nx, ny = -dy / length * half, dx / length * half
    for along, across in _AREOLES:
        x, y = bx + dx * along + nx * across * 1.5, by + dy * along + ny * across * 1.5
        painter.setBrush(dark)
        painter.drawEllipse(QPointF(x + 0.4 * spine, y + 0.5 * spine), 1.25 * spine, 1.1 * spine)
        painter.setBrush(bright)
        painter.drawEllipse(QPointF(x, y), spine, spine)


def paint_flushed_tip(
    painter: QPainter, end: tuple[float, float, float, float], half: float, inks: Inks, leaf: Leaf
) -> None:
    """Flush the point of a fleshy leaf with the colour of the flowers; `end` is the midrib's control point and tip."""
    cx, cy, tx, ty = end
    dx, dy = tx - cx, ty - cy
    far = hypot(dx, dy) or 1.0
    nx, ny = dy / far * half * 0.26, -dx / far * half * 0.26
    bx, by = tx - 0.28 * dx, ty - 0.28 * dy
    tip = QPainterPath(QPointF(tx, ty))
    tip.quadTo(bx + 0.25 * dx + nx * 1.5, by + 0.25 * dy + ny * 1.5, bx + nx, by + ny)
    tip.quadTo(bx + 0.16 * dx, by + 0.16 * dy, bx - nx, by - ny)
    tip.quadTo(bx + 0.25 * dx - nx * 1.5, by + 0.25 * dy - ny * 1.5, tx, ty)
    painter.fillPath(tip, inks.own("petal shade", leaf.fresh, leaf.light - 0.12))


def paint_spray(painter: QPainter, leaf: Leaf, inks: Inks, scale: float) -> None:
    """Fill a bough of needles: a toothed frond, its under side dark, its upper side in the light."""
    bx, by = leaf.base[0] * scale, -leaf.base[1] * scale
    cx, cy = leaf.control[0] * scale, -leaf.control[1] * scale
    tx, ty = leaf.tip[0] * scale, -leaf.tip[1] * scale
    length = hypot(cx - bx, cy - by) + hypot(tx - cx, ty - cy)
    teeth = 5 if length < 24 else 8
    rib = [_on(bx, by, cx, cy, tx, ty, i / teeth) for i in range(teeth + 1)]
    # The side that looks up is the one in the light.
    upper = 1.0 if tx >= bx else -1.0
    half = 0.5 * leaf.width * scale
    for hand, tone in ((-upper, -0.30), (upper, 0.12)):
        painter.fillPath(_toothed(rib, half, hand), inks.leaf(leaf.fresh, leaf.pale, leaf.light + tone))
    if length >= 30:
        line = QPainterPath(QPointF(bx, by))
        line.quadTo(cx, cy, tx, ty)
        painter.strokePath(
            line, QPen(inks.stem(leaf.fresh, leaf.pale, 0.8, leaf.light), max(0.5, 0.016 * length))
        )


def _on(
    bx: float, by: float, cx: float, cy: float, tx: float, ty: float, t: float
) -> tuple[float, float, float, float]:
    """Return the point of the midrib at `t` and its unit tangent there."""
    s = 1.0 - t
    dx, dy = s * (cx - bx) + t * (tx - cx), s * (cy - by) + t * (ty - cy)
    size = hypot(dx, dy) or 1.0
    return (
        s * s * bx + 2 * s * t * cx + t * t * tx,
        s * s * by + 2 * s * t * cy + t * t * ty,
        dx / size,
        dy / size,
    )


def _toothed(rib: list[tuple[float, float, float, float]], half: float, hand: float) -> QPainterPath:
    """Return one side of the frond: a tooth of needles between every two points of its midrib."""
    side = QPainterPath(QPointF(rib[0][0], rib[0][1]))
    last = len(rib) - 1
    lean_c, lean_s = cos(0.62), sin(0.62)
    for i in range(1, last + 1):
        x, y, ux, uy = rib[i - 1]
        wide = half * (1.0 - 0.82 * (i - 1) / last) * (0.72 if i == 1 else 1.0)
        # A needle leaves the rib forward and outward.
        nx, ny = ux * lean_c + hand * uy * lean_s, uy * lean_c - hand * ux * lean_s
        side.lineTo(x + 1.5 * wide * nx, y + 1.5 * wide * ny)
        ex, ey, fx, fy = rib[i]
        inset = 0.30 * wide if i < last else 0.0
        side.lineTo(ex + hand * fy * inset, ey - hand * fx * inset)
    side.closeSubpath()
    return side
