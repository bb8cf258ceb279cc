"""Painting the ground of a plant: shadow, mound, water, cracks, mulch, fallen leaves, the seed and its label."""

from __future__ import annotations

from math import cos, degrees, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from gardener.scene.inks import Inks
from gardener.scene.paint_flowers import paint_flower
from gardener.scene.paint_foliage import paint_leaf
from gardener.scene.palette import mixed, rgb
from gardener.scene.skeleton import Drop, Flower, Ground, LabelStick, Seed
from gardener.scene.species import Species


def paint_soil(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    """Paint what lies under and behind the plant: shadow, mound with its crumbs and cracks, and the puddle."""
    palette = inks.palette
    rx, ry = ground.rx * scale, ground.ry * scale
    _shadow(painter, ground, inks, scale)
    base = mixed(rgb(palette.mound), rgb(palette.mound_wet), ground.wet)
    base = mixed(base, rgb(palette.mound_dry), ground.dry * 0.92)
    colour = "#" + "".join(f"{round(channel):02x}" for channel in base)
    rise = QPainterPath()
    rise.moveTo(-rx, 0)
    rise.cubicTo(-rx * 0.8, -ry * 1.05, -rx * 0.4, -ry * 1.25, 0, -ry * 1.25)
    rise.cubicTo(rx * 0.4, -ry * 1.25, rx * 0.8, -ry * 1.05, rx, 0)
    rise.cubicTo(rx * 0.95, ry * 1.0, rx * 0.45, ry * 1.3, 0, ry * 1.3)
    rise.cubicTo(-rx * 0.45, ry * 1.3, -rx * 0.95, ry * 1.0, -rx, 0)
    light = QRadialGradient(QPointF(-0.35 * rx, -0.7 * ry), 1.5 * rx)
    light.setColorAt(0.0, inks.plain(colour, 0.16).color())
    light.setColorAt(0.55, inks.plain(colour, -0.02).color())
    light.setColorAt(1.0, inks.plain(colour, -0.34).color())
    painter.fillPath(rise, light)
    painter.setPen(Qt.PenStyle.NoPen)
    if rx >= 8:
        for speck in ground.specks:
            painter.setBrush(inks.plain(colour, 0.34 * speck.light))
            painter.drawEllipse(
                QPointF(speck.centre[0] * scale, -speck.centre[1] * scale),
                speck.radius * scale,
                speck.radius * scale * 0.7,
            )
    _cracks(painter, ground, inks, scale)
    if ground.puddle > 0:
        _puddle(painter, ground, inks, scale)


def _shadow(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    rx = ground.rx * scale * 1.38
    ry = ground.ry * scale * 1.45
    painter.save()
    painter.translate(0.22 * ground.rx * scale, 0.2 * ry)
    painter.scale(1.0, ry / rx)
    soft = QRadialGradient(QPointF(0, 0), rx)
    soft.setColorAt(0.0, inks.plain(inks.palette.shadow, 0.0, 0.34).color())
    soft.setColorAt(0.6, inks.plain(inks.palette.shadow, 0.0, 0.20).color())
    soft.setColorAt(1.0, inks.plain(inks.palette.shadow, 0.0, 0.0).color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawEllipse(QPointF(0, 0), rx, rx)
    painter.restore()


def _cracks(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    for crack in ground.cracks:
        line = QPainterPath()
        for i, (x, y) in enumerate(crack.points):
            if i:
                line.lineTo(x * scale, -y * scale)
            else:
                line.moveTo(x * scale, -y * scale)
        pen = QPen(inks.plain(inks.palette.crack, -0.15), max(0.55, crack.width * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line, pen)


def _puddle(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    rx = ground.puddle * scale
    ry = rx * (0.235 + 0.03 * ground.flood)
    palette = inks.palette
    water = QLinearGradient(QPointF(0, -ry), QPointF(0, ry))
    water.setColorAt(0.0, inks.plain(palette.pool, -0.28).color())
    water.setColorAt(0.55, inks.plain(palette.pool, 0.05).color())
    water.setColorAt(1.0, inks.plain(palette.pool_light, -0.15).color())
    painter.setPen(QPen(inks.plain(palette.mound_wet, -0.2, 0.8), max(0.6, 0.012 * scale)))
    painter.setBrush(water)
    painter.drawEllipse(QPointF(0, 0.1 * ry), rx, ry)
    gleam = QPen(inks.plain(palette.pool_light, 0.3, 0.9), max(0.6, 0.010 * scale))
    gleam.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(gleam)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for far, begin, span in ((0.74, 195, 75), (0.52, 20, 50)):
        path = QPainterPath()
        path.arcMoveTo(-rx * far, 0.1 * ry - ry * far, 2 * rx * far, 2 * ry * far, begin)
        path.arcTo(-rx * far, 0.1 * ry - ry * far, 2 * rx * far, 2 * ry * far, begin, span)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)


def paint_surface(painter: QPainter, ground: Ground, species: Species, inks: Inks, scale: float) -> None:
    """Paint what lies before the plant: flood, mulch, fallen leaves, drops, and a seed with its label."""
    if ground.flood > 0:
        _flood(painter, ground, inks, scale)
    if ground.straws:
        _mulch(painter, ground, inks, scale)
    for leaf in ground.fallen:
        paint_leaf(painter, leaf, species.leaf, inks, scale)
    for drop in ground.drops:
        _drop(painter, drop, inks, scale)
    if ground.stick is not None:
        _stick(painter, ground.stick, species, inks, scale)
    if ground.seed is not None:
        _seed(painter, ground.seed, species, inks, scale)


def _flood(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    """Let the water stand before the foot of the stem."""
    rx = ground.puddle * scale * 0.93
    ry = rx * 0.25
    front = QPainterPath()
    front.moveTo(-rx, 0.10 * ry)
    front.quadTo(-0.5 * rx, -0.22 * ry, 0, -0.12 * ry)
    front.quadTo(0.5 * rx, -0.22 * ry, rx, 0.10 * ry)
    front.cubicTo(rx * 0.8, ry * 1.15, -rx * 0.8, ry * 1.15, -rx, 0.10 * ry)
    painter.fillPath(front, inks.plain(inks.palette.pool, 0.12, 0.78 * ground.flood))
    pen = QPen(inks.plain(inks.palette.pool_light, 0.2, 0.85 * ground.flood), max(0.6, 0.011 * scale))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for share in (0.20, 0.36):
        painter.drawEllipse(QPointF(0, 0.02 * ry), rx * share, ry * share)
    painter.setPen(Qt.PenStyle.NoPen)


def _mulch(painter: QPainter, ground: Ground, inks: Inks, scale: float) -> None:
    palette = inks.palette
    rx, ry = ground.rx * 1.22 * scale, ground.ry * 1.15 * scale
    heap = QPainterPath()
    heap.moveTo(-rx, 0.25 * ry)
    heap.cubicTo(-0.7 * rx, -ry * 1.2, -0.3 * rx, -ry * 1.75, 0, -ry * 1.7)
    heap.cubicTo(0.3 * rx, -ry * 1.75, 0.7 * rx, -ry * 1.2, rx, 0.25 * ry)
    heap.cubicTo(0.8 * rx, ry * 1.35, -0.8 * rx, ry * 1.35, -rx, 0.25 * ry)
    light = QLinearGradient(QPointF(-rx * 0.4, -ry * 1.6), QPointF(rx * 0.4, ry * 1.2))
    light.setColorAt(0.0, inks.plain(palette.mulch, 0.25).color())
    light.setColorAt(1.0, inks.plain(palette.mulch_dark, -0.1).color())
    painter.fillPath(heap, light)
    width = max(0.7, 0.011 * scale)
    for straw in ground.straws:
        tone = straw.light
        brush = (
            inks.plain(palette.mulch, 0.2 + 0.4 * tone)
            if tone > -0.4
            else inks.plain(palette.mulch_dark, -0.1)
        )
        pen = QPen(brush, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(straw.start[0] * scale, -straw.start[1] * scale),
            QPointF(straw.end[0] * scale, -straw.end[1] * scale),
        )
    painter.setPen(Qt.PenStyle.NoPen)


def _drop(painter: QPainter, drop: Drop, inks: Inks, scale: float) -> None:
    x, y, s = drop.centre[0] * scale, -drop.centre[1] * scale, max(1.2, drop.size * scale)
    shape = QPainterPath()
    shape.moveTo(x, y - 0.6 * s)
    shape.cubicTo(x + 0.12 * s, y - 0.2 * s, x + 0.36 * s, y, x + 0.32 * s, y + 0.2 * s)
    shape.cubicTo(x + 0.28 * s, y + 0.48 * s, x - 0.28 * s, y + 0.48 * s, x - 0.32 * s, y + 0.2 * s)
    shape.cubicTo(x - 0.36 * s, y, x - 0.12 * s, y - 0.2 * s, x, y - 0.6 * s)
    painter.fillPath(shape, inks.plain(inks.palette.water, 0.22))
    painter.setBrush(inks.plain(inks.palette.pool_light, 0.4))
    painter.drawEllipse(QPointF(x - 0.10 * s, y + 0.12 * s), 0.09 * s, 0.14 * s)


def _stick(painter: QPainter, stick: LabelStick, species: Species, inks: Inks, scale: float) -> None:
    """Paint the wooden label, with the species' flower in small on its head."""
    palette = inks.palette
    high, wide = stick.height * scale, 0.054 * scale
    painter.save()
    painter.translate(stick.foot[0] * scale, -stick.foot[1] * scale)
    painter.rotate(-degrees(stick.lean))
    post = QPainterPath()
    post.moveTo(-0.28 * wide, 0)
    post.lineTo(-0.34 * wide, -0.6 * high)
    post.lineTo(0.34 * wide, -0.6 * high)
    post.lineTo(0.28 * wide, 0)
    painter.fillPath(post, inks.between(palette.stick_dark, palette.faded, stick.age, -0.1))
    head = QPainterPath()
    head.addRoundedRect(-1.9 * wide, -high, 3.8 * wide, 0.47 * high, 0.5 * wide, 0.5 * wide)
    board = QLinearGradient(QPointF(-1.9 * wide, -high), QPointF(1.9 * wide, -0.55 * high))
    board.setColorAt(0.0, inks.between(palette.stick, palette.faded, stick.age * 0.85, 0.25).color())
    board.setColorAt(1.0, inks.between(palette.stick, palette.faded, stick.age * 0.85, -0.12).color())
    painter.fillPath(head, board)
    fresh = 1.0 - 0.82 * stick.age
    y = -0.765 * high
    size = (
        {"cup": 0.85, "bell": 0.9, "plume": 1.0, "whorl": 1.0}.get(species.flower.form, 1.35) * wide / scale
    )
    at = (
        0.0,
        -y / scale
        - (
            0.75 * size
            if species.flower.form == "cup"
            else -0.7 * size
            if species.flower.form == "bell"
            else 0
        ),
    )
    heading = -pi / 2 if species.flower.form == "bell" else pi / 2
    picture = Flower(0, at, heading, size, 1.0, fresh, 1.0, 0.0)
    paint_flower(painter, picture, species.flower, inks, scale)
    painter.restore()


def _seed(painter: QPainter, seed: Seed, species: Species, inks: Inks, scale: float) -> None:
    """Paint the seed with the face of its species; it greys and shrinks as its vigour goes."""
    form, palette = species.seed, inks.palette
    half = 0.5 * seed.length * scale
    broad = half * form.breadth * (0.78 + 0.22 * seed.vigour)
    grey = 1.0 - seed.vigour
    painter.save()
    painter.translate(seed.centre[0] * scale, -seed.centre[1] * scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.plain(palette.shadow, 0.0, 0.4))
    painter.drawEllipse(QPointF(0.08 * half, broad * 0.85), half * 0.95, broad * 0.34)
    painter.rotate(-degrees(seed.turn))
    shape = _seed_shape(form.form, half, broad)
    light = QRadialGradient(QPointF(-0.3 * half, -0.5 * broad), 1.5 * half)
    dull = palette.faded
    light.setColorAt(0.0, inks.between(form.colour, dull, grey, 0.38).color())
    light.setColorAt(0.5, inks.between(form.colour, dull, grey, 0.02).color())
    light.setColorAt(1.0, inks.between(form.colour, dull, grey * 0.9, -0.34).color())
    painter.fillPath(shape, light)
    painter.setClipPath(shape)
    _seed_marks(painter, form.form, inks, half, broad, grey, form.mark)
    painter.setClipping(False)
    painter.restore()


def _seed_shape(form: str, half: float, broad: float) -> QPainterPath:
    shape = QPainterPath()
    if form == "bulb":
        shape.moveTo(half * 1.15, -0.1 * broad)
        shape.cubicTo(half * 0.55, -0.25 * broad, half * 0.4, -broad * 1.15, -half * 0.35, -broad)
        shape.cubicTo(-half * 1.05, -broad * 0.8, -half * 1.05, broad * 0.8, -half * 0.35, broad)
        shape.cubicTo(half * 0.4, broad * 1.15, half * 0.55, 0.1 * broad, half * 1.15, -0.1 * broad)
    elif form in ("pip", "striped"):
        shape.moveTo(half, 0)
        shape.cubicTo(half * 0.5, -broad * 1.1, -half * 0.6, -broad * 1.45, -half, -0.1 * broad)
        shape.cubicTo(-half * 0.7, broad * 1.35, half * 0.5, broad * 1.1, half, 0)
    else:
        shape.addEllipse(QPointF(0, 0), half, broad)
    return shape


def _seed_marks(
    painter: QPainter, form: str, inks: Inks, half: float, broad: float, grey: float, mark: str
) -> None:
    pen = QPen(inks.between(mark, inks.palette.faded, 0.8 * grey, 0.1), max(0.6, 0.16 * broad))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    lines = QPainterPath()
    bows = {"striped": (-0.62, -0.2, 0.25, 0.68), "bulb": (-0.5, 0.0, 0.5), "pip": (-0.35,), "grain": (0.0,)}[
        form
    ]
    for bow in bows:
        lines.moveTo(half * 0.92, bow * 0.2 * broad)
        lines.quadTo(0.0, bow * 2.1 * broad, -half * 0.92, bow * 0.5 * broad)
    painter.drawPath(lines)
    if grey > 0.45:
        # The husk splits when the seed has withered.
        split = QPen(
            inks.plain(inks.palette.shadow, 0.0, min(0.9, (grey - 0.45) * 2.0)), max(0.7, 0.14 * broad)
        )
        painter.setPen(split)
        torn = QPainterPath()
        torn.moveTo(-0.2 * half, -1.1 * broad)
        for x, y in ((0.05, -0.5), (-0.12, -0.05), (0.14, 0.4), (0.0, 1.1)):
            torn.lineTo(x * half, y * broad)
        painter.drawPath(torn)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.plain(inks.palette.light, 0.2, 0.6))
        painter.drawEllipse(
            QPointF(-0.35 * half * cos(0.2), -0.5 * broad), 0.20 * half, 0.12 * broad * (1 + sin(0.2))
        )
