"""Painting stems, leaves and the shaded masses of a crown; y runs down, lengths are pixels from here on."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gardener.scene.inks import Inks
from gardener.scene.paint_fleshy import paint_flushed_tip, paint_pad, paint_spray
from gardener.scene.skeleton import Clump, Leaf, Stem, Support
from gardener.scene.species import LeafForm

_OUTLINES = {
    # where along the midrib the two control points of each edge stand, and how far out (of the width)
    "ovate": (0.16, 0.62, 0.70, 0.52),
    "lance": (0.25, 0.55, 0.80, 0.40),
    "blade": (0.20, 0.62, 0.72, 0.60),
    "heart": (-0.06, 0.86, 0.62, 0.42),
    "round": (0.05, 0.66, 0.95, 0.66),
    "spoon": (0.34, 0.42, 0.98, 0.86),
    "pad": (0.06, 0.52, 1.0, 0.80),
    "spray": (0.10, 0.42, 0.60, 0.44),
}
_MIDRIB_FROM = 19.0
_SHADED_FROM = 12.0


def paint_leaf(painter: QPainter, leaf: Leaf, form: LeafForm, inks: Inks, scale: float) -> None:
    """Fill one leaf: its shaded whole, its lit half, and from a certain size on its midrib."""
    bx, by = leaf.base[0] * scale, -leaf.base[1] * scale
    cx, cy = leaf.control[0] * scale, -leaf.control[1] * scale
    tx, ty = leaf.tip[0] * scale, -leaf.tip[1] * scale
    length = hypot(cx - bx, cy - by) + hypot(tx - cx, ty - cy)
    if length < 0.35:
        return
    if form.shape == "spray" and length >= _SHADED_FROM:
        paint_spray(painter, leaf, inks, scale)
        return
    s = leaf.stalk
    if s:
        u, v = 2 * s * (1 - s), s * s
        sx, sy = bx + (cx - bx) * u + (tx - bx) * v, by + (cy - by) * u + (ty - by) * v
        painter.setPen(QPen(inks.stem(leaf.fresh, leaf.pale, 0.0, leaf.light), max(0.7, 0.03 * length)))
        painter.drawLine(QPointF(bx, by), QPointF(sx, sy))
        painter.setPen(Qt.PenStyle.NoPen)
        bx, by, cx, cy = sx, sy, cx + (tx - cx) * s, cy + (ty - cy) * s
    ux, uy = cx - bx, cy - by
    vx, vy = tx - cx, ty - cy
    first, second = hypot(ux, uy) or 1.0, hypot(vx, vy) or 1.0
    near, wide, far, narrow = _OUTLINES[form.shape]
    half = leaf.width * scale
    # Normals to the left of the midrib, scaled to how far out each control point stands.
    nx, ny = uy / first * half * wide, -ux / first * half * wide
    mx, my = vy / second * half * narrow, -vx / second * half * narrow
    px, py = bx + ux * 1.5 * near, by + uy * 1.5 * near
    rest = 2.0 * (1.0 - far)
    qx, qy = tx - vx * rest, ty - vy * rest
    # Light falls from the upper left: the half whose normal faces it is the lit one.
    faces = (-0.42 * uy + 0.9 * ux) / first
    whole = QPainterPath()
    whole.moveTo(bx, by)
    whole.cubicTo(px + nx, py + ny, qx + mx, qy + my, tx, ty)
    whole.cubicTo(qx - mx, qy - my, px - nx, py - ny, bx, by)
    contrast = 0.30 * faces
    if length < _SHADED_FROM:
        painter.fillPath(whole, inks.leaf(leaf.fresh, leaf.pale, leaf.light))
        return
    if form.shape == "pad":
        paint_pad(painter, leaf, whole, inks, scale)
        return
    painter.fillPath(whole, inks.leaf(leaf.fresh, leaf.pale, leaf.light - contrast))
    lit = QPainterPath()
    lit.moveTo(bx, by)
    lit.cubicTo(px + nx, py + ny, qx + mx, qy + my, tx, ty)
    lit.quadTo(cx, cy, bx, by)
    painter.fillPath(lit, inks.leaf(leaf.fresh, leaf.pale, leaf.light + contrast))
    if form.shape == "spoon":
        paint_flushed_tip(painter, (cx, cy, tx, ty), half, inks, leaf)
        return
    if length >= _MIDRIB_FROM:
        rib = QPainterPath()
        rib.moveTo(bx, by)
        rib.quadTo(cx, cy, tx - 0.12 * vx, ty - 0.12 * vy)
        pen = QPen(
            inks.leaf(leaf.fresh, min(1.0, leaf.pale + 0.25), leaf.light + 0.42), max(0.5, 0.055 * half * 2)
        )
        if length > 26:
            pen.setWidthF(max(0.8, 0.035 * half * 2))
        painter.strokePath(rib, pen)
        if form.shape == "blade" and length >= 44:
            _ribs(painter, (bx, by, cx, cy, tx, ty), half * wide, pen)
        elif length >= 44:
            _veins(painter, (bx, by, cx, cy, tx, ty), half, wide, pen)


def _ribs(
    painter: QPainter, midrib: tuple[float, float, float, float, float, float], reach: float, pen: QPen
) -> None:
    """Stroke a rib on either side of the midrib of a blade, whose veins run along it."""
    bx, by, cx, cy, tx, ty = midrib
    dx, dy = tx - bx, ty - by
    size = hypot(dx, dy) or 1.0
    ribs = QPainterPath()
    for hand in (1, -1):
        ox, oy = hand * dy / size * reach * 0.62, -hand * dx / size * reach * 0.62
        ribs.moveTo(bx + 0.12 * dx + 0.3 * ox, by + 0.12 * dy + 0.3 * oy)
        ribs.quadTo(cx + ox, cy + oy, tx - 0.12 * (tx - cx) * 2, ty - 0.12 * (ty - cy) * 2)
    thin = QPen(pen)
    thin.setWidthF(pen.widthF() * 0.45)
    painter.strokePath(ribs, thin)


def _veins(
    painter: QPainter,
    midrib: tuple[float, float, float, float, float, float],
    half: float,
    wide: float,
    pen: QPen,
) -> None:
    """Stroke four pairs of side veins, for leaves seen near."""
    bx, by, cx, cy, tx, ty = midrib
    veins = QPainterPath()
    for t in (0.22, 0.38, 0.54, 0.70):
        s = 1 - t
        x, y = s * s * bx + 2 * s * t * cx + t * t * tx, s * s * by + 2 * s * t * cy + t * t * ty
        dx, dy = s * (cx - bx) + t * (tx - cx), s * (cy - by) + t * (ty - cy)
        size = hypot(dx, dy) or 1.0
        reach = half * wide * 0.66 * (1.0 - 0.95 * t)
        for hand in (1, -1):
            ox = (0.85 * dx + 0.62 * hand * dy) / size * reach
            oy = (0.85 * dy - 0.62 * hand * dx) / size * reach
            veins.moveTo(x, y)
            veins.quadTo(
                x + ox * 0.5 + hand * dy / size * reach * 0.08,
                y + oy * 0.5 - hand * dx / size * reach * 0.08,
                x + ox,
                y + oy,
            )
    thin = QPen(pen)
    thin.setWidthF(pen.widthF() * 0.5)
    painter.strokePath(veins, thin)


def paint_stem(painter: QPainter, stem: Stem, inks: Inks, scale: float) -> None:
    """Fill one tapered stem, then its shaded right side."""
    points = [(x * scale, -y * scale) for x, y in stem.points]
    segments = (len(points) - 1) // 3
    widths = [
        max(0.45, 0.5 * scale * (stem.foot_width + (stem.tip_width - stem.foot_width) * i / segments))
        for i in range(segments + 1)
    ]
    normals = _normals(points, segments)
    left, right = QPainterPath(), QPainterPath()
    (x, y), (nx, ny) = points[0], normals[0]
    left.moveTo(x + nx * widths[0], y + ny * widths[0])
    for i in range(segments):
        _offset(left, points, normals, widths, i, 1.0)
    end = segments
    right.addPath(left)
    (x, y), (nx, ny) = points[3 * end], normals[end]
    left.lineTo(x - nx * widths[end], y - ny * widths[end])
    for i in reversed(range(segments)):
        _offset_back(left, points, normals, widths, i, -1.0)
    if stem.foot_width * scale < 1.6:
        painter.fillPath(left, inks.stem(stem.fresh, stem.pale, stem.woody, stem.light - 0.05))
        return
    painter.fillPath(left, inks.stem(stem.fresh, stem.pale, stem.woody, stem.light + 0.16))
    shade = QPainterPath()
    (x, y), (nx, ny) = points[0], normals[0]
    shade.moveTo(x - nx * widths[0], y - ny * widths[0])
    for i in range(segments):
        _offset(shade, points, normals, widths, i, -1.0)
    shade.lineTo(*points[3 * end])
    for i in reversed(range(segments)):
        _offset_back(shade, points, normals, widths, i, -0.12)
    painter.fillPath(shade, inks.stem(stem.fresh, stem.pale, stem.woody, stem.light - 0.30))


def _normals(points: list[tuple[float, float]], segments: int) -> list[tuple[float, float]]:
    normals = []
    for i in range(segments + 1):
        a, b = (points[3 * i], points[3 * i + 1]) if i < segments else (points[3 * i - 1], points[3 * i])
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = hypot(dx, dy)
        normals.append((dy / size, -dx / size) if size > 1e-9 else (-1.0, 0.0))
    return normals


def _offset(
    path: QPainterPath,
    points: list[tuple[float, float]],
    normals: list[tuple[float, float]],
    widths: list[float],
    i: int,
    hand: float,
) -> None:
    (ax, ay), (bx, by), (cx, cy) = points[3 * i + 1 : 3 * i + 4]
    (nx, ny), (mx, my) = normals[i], normals[i + 1]
    u, v = widths[i] * hand, widths[i + 1] * hand
    path.cubicTo(ax + nx * u, ay + ny * u, bx + mx * v, by + my * v, cx + mx * v, cy + my * v)


def _offset_back(
    path: QPainterPath,
    points: list[tuple[float, float]],
    normals: list[tuple[float, float]],
    widths: list[float],
    i: int,
    hand: float,
) -> None:
    (ax, ay), (bx, by), (cx, cy) = points[3 * i : 3 * i + 3]
    (nx, ny), (mx, my) = normals[i], normals[i + 1]
    u, v = widths[i] * hand, widths[i + 1] * hand
    path.cubicTo(cx + mx * v, cy + my * v, bx + nx * u, by + ny * u, ax + nx * u, ay + ny * u)


def paint_clump(painter: QPainter, clump: Clump, inks: Inks, scale: float) -> None:
    """Fill the shaded mass behind a spray of leaves: a rounded shape of six lobes."""
    x, y, r = clump.centre[0] * scale, -clump.centre[1] * scale, clump.radius * scale
    if r < 0.6:
        return
    shape = QPainterPath()
    lobes = 6
    for i in range(lobes + 1):
        a = clump.turn + i * 2 * pi / lobes
        px, py = x + r * 0.86 * cos(a), y + r * 0.74 * sin(a)
        if i == 0:
            shape.moveTo(px, py)
        else:
            b = a - pi / lobes
            shape.quadTo(x + r * 1.22 * cos(b), y + r * 1.05 * sin(b), px, py)
    painter.fillPath(shape, inks.leaf(clump.fresh, clump.pale, clump.light - 0.34))


def paint_support(painter: QPainter, lath: Support, inks: Inks, scale: float) -> None:
    """Fill one lath of a trellis, its lit side and its shaded one."""
    (x0, y0), (x1, y1) = lath.foot, lath.top
    ax, ay, bx, by = x0 * scale, -y0 * scale, x1 * scale, -y1 * scale
    wide = max(0.9, lath.width * scale)
    pen = QPen(inks.plain(inks.palette.stick_dark, -0.22), wide)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(ax, ay), QPointF(bx, by))
    painter.setPen(QPen(inks.plain(inks.palette.stick, -0.02), 0.52 * wide))
    shift = -0.16 * wide
    painter.drawLine(QPointF(ax + shift, ay + shift), QPointF(bx + shift, by + shift))
    painter.setPen(Qt.PenStyle.NoPen)
