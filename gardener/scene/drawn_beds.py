"""The beds in lines and shapes alone, for paper and vector files: planks, furrows, crumbs, boards and pots."""

from __future__ import annotations

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from gardener.domain.stage import Stage
from gardener.scene.bed_plan import Bed
from gardener.scene.beds import rows_of
from gardener.scene.canvas import colour
from gardener.scene.clover import draw_clover
from gardener.scene.dice import four, unit
from gardener.scene.grid import BOARD, Rect, Tier
from gardener.scene.ground_plan import PAD, WOOD
from gardener.scene.heap import draw_crest
from gardener.scene.lid import draw_lid
from gardener.scene.light import Colour, Light, mix
from gardener.scene.soil import swell
from gardener.scene.wood import FRONT


def draw_bed(painter: QPainter, bed: Bed, light: Light) -> None:
    """Draw a bed with its soil, in units of the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    frame, soil = _rect(bed.frame), _rect(bed.soil)
    if light.plain:
        painter.fillRect(frame, colour((0, 0, 0)))
        painter.fillRect(frame.adjusted(3, 3, -3, -3), colour(light.wood_light))
        painter.fillRect(soil, colour(light.compost if bed.stage is Stage.COMPOST else light.soil))
    else:
        _draw_frame(painter, bed, frame, light)
        if bed.folded:
            draw_lid(painter, soil, *_tones(bed, light))
            return
        _draw_soil(painter, bed, soil, light)
        if bed.dug < bed.soil.h:
            draw_clover(
                painter, light, soil.adjusted(0.0, bed.dug, 0.0, 0.0), seed=list(Stage).index(bed.stage)
            )
        _draw_hollow(painter, soil)
    if not bed.folded:
        for top in bed.grid.boards(bed.soil.h - 2 * PAD):
            _draw_board(painter, bed, bed.origin[1] + top, light)


def _rect(r: Rect) -> QRectF:
    return QRectF(r.x, r.y, r.w, r.h)


def _tones(bed: Bed, light: Light) -> tuple[Colour, Colour]:
    if bed.stage is Stage.COMPOST:
        return mix(light.wood_light, (150, 146, 124), 0.55), mix(light.wood_dark, (92, 88, 74), 0.55)
    return light.wood_light, light.wood_dark


def _draw_frame(painter: QPainter, bed: Bed, frame: QRectF, light: Light) -> None:
    """Four planks with their front edge and a soft shadow on the grass."""
    bright, dark = _tones(bed, light)
    shade = mix(light.lawn_near, (10, 30, 15), 0.75)
    for step in (5.0, 3.5, 2.0):
        painter.setBrush(colour(shade, 34))
        painter.drawRoundedRect(frame.adjusted(3.0, 4.0, step, FRONT + step), 3.0, 3.0)
    painter.setBrush(colour(mix(dark, (40, 22, 8), 0.35)))
    painter.drawRoundedRect(frame.adjusted(0.0, 6.0, 0.0, FRONT), 2.5, 2.5)
    painter.setBrush(colour(mix(bright, dark, 0.35)))
    painter.drawRoundedRect(frame, 3.0, 3.0)
    x, y, w, h = frame.x(), frame.y(), frame.width(), frame.height()
    planks = (
        (QRectF(x, y, WOOD, h), True),
        (QRectF(x + w - WOOD, y, WOOD, h), True),
        (QRectF(x + WOOD, y, w - 2 * WOOD, WOOD), False),
        (QRectF(x + WOOD, y + h - WOOD, w - 2 * WOOD, WOOD), False),
    )
    for number, (plank, upright) in enumerate(planks):
        _draw_plank(painter, plank, (bright, dark), upright=upright, seed=number)
    for px in (x + WOOD / 2, x + w - WOOD / 2):
        for py in (y + WOOD / 2, y + h - WOOD / 2):
            painter.setBrush(colour(mix(dark, (20, 14, 10), 0.6)))
            painter.drawEllipse(QPointF(px, py), 1.2, 1.2)


def _draw_plank(
    painter: QPainter, on: QRectF, tones: tuple[Colour, Colour], *, upright: bool, seed: int
) -> None:
    """A plank lit along one edge, with its grain as one line drawing."""
    bright, dark = tones
    end = on.topRight() if upright else on.bottomLeft()
    body = QLinearGradient(on.topLeft(), end)
    body.setColorAt(0.0, colour(bright))
    body.setColorAt(1.0, colour(dark if upright else mix(bright, dark, 0.75)))
    painter.setBrush(QBrush(body))
    painter.drawRoundedRect(on.adjusted(0.4, 0.4, -0.4, -0.4), 1.2, 1.2)
    grain, long = QPainterPath(), on.height() if upright else on.width()
    for n in range(round(long / 9.0)):
        a, b, _, d = four(n, 0x6A17, seed)
        along, aside, length = a * (long - 12.0), 1.2 + b * (WOOD - 2.4), 6.0 + 26.0 * d
        length = min(length, long - along - 1.0)
        start = QPointF(aside, along) if upright else QPointF(along, aside)
        stop = QPointF(aside + 0.3, along + length) if upright else QPointF(along + length, aside + 0.3)
        grain.moveTo(on.topLeft() + start)
        grain.lineTo(on.topLeft() + stop)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(mix(dark, (50, 28, 10), 0.35), 110), 0.45))
    painter.drawPath(grain)
    painter.setPen(Qt.PenStyle.NoPen)


def _draw_soil(painter: QPainter, bed: Bed, soil: QRectF, light: Light) -> None:
    base = light.compost if bed.stage is Stage.COMPOST else light.soil
    painter.setBrush(colour(base))
    painter.drawRect(soil)
    dark, bright = QPainterPath(), QPainterPath()
    for number, top, bottom, row in rows_of(bed):
        high = min(bottom, bed.soil.bottom) - top
        if bed.stage is Stage.SEED and number == 2:
            _draw_pots(painter, bed, number, QRectF(soil.x(), top, soil.width(), high), base)
        elif bed.stage is not Stage.COMPOST:
            _draw_furrows(
                painter, bed.grid.tiers[number], QRectF(soil.x(), top, soil.width(), high), base, row
            )
        if bed.grid.tiers[number].unit > 40.0:
            _strew_crumbs(dark, bright, QRectF(soil.x(), top, soil.width(), high), number * 97 + row)
    for crumbs, tone in ((dark, (22, 12, 6)), (bright, (230, 190, 150))):
        painter.setBrush(colour(mix(base, tone, 0.38), 190))
        painter.drawPath(crumbs)
    if bed.stage is Stage.COMPOST:
        painter.save()
        painter.translate(soil.topLeft())
        draw_crest(painter, light, bed.soil.w, bed.soil.h)
        painter.restore()


def _draw_hollow(painter: QPainter, soil: QRectF) -> None:
    """The shade that the frame throws on the soil."""
    for rect, stop in (
        (QRectF(soil.x(), soil.y(), soil.width(), 13.0), QPointF(0.0, 13.0)),
        (QRectF(soil.x(), soil.y(), 7.0, soil.height()), QPointF(7.0, 0.0)),
    ):
        shade = QLinearGradient(rect.topLeft(), rect.topLeft() + stop)
        shade.setColorAt(0.0, colour((18, 9, 3), 110))
        shade.setColorAt(1.0, colour((18, 9, 3), 0))
        painter.fillRect(rect, QBrush(shade))


def _draw_furrows(painter: QPainter, tier: Tier, on: QRectF, base: Colour, row: int) -> None:
    """Raked ridges, each lit above and in shade below, a little uneven."""
    ridges = 2 if tier.unit > 60.0 else 1
    lit, shade = mix(base, (236, 196, 150), 0.16), mix(base, (30, 16, 8), 0.30)
    for n in range(ridges):
        middle = on.y() + (n + 0.62) * tier.pitch / ridges
        half = min(9.0, tier.pitch / ridges * 0.22)
        if middle + half > on.bottom():
            continue
        step = tier.pitch / ridges
        back = QRectF(on.x(), max(on.y(), middle - step + half), on.width(), step)
        painter.fillRect(back.intersected(on), swell(base, middle - step + half, middle + half))
        phase = tau * unit(row, 0xF0, n)
        edge = [on.x() + on.width() * k / 16 for k in range(17)]
        wave = [0.24 * half * sin(x * 0.06 + phase) for x in edge]
        ridge = QPainterPath(QPointF(edge[0], middle - half + wave[0]))
        for x, y in zip(edge[1:], wave[1:], strict=True):
            ridge.lineTo(x, middle - half + y)
        for x, y in zip(reversed(edge), reversed(wave), strict=True):
            ridge.lineTo(x, middle + half + y)
        ridge.closeSubpath()
        fill = QLinearGradient(0.0, middle - half, 0.0, middle + half)
        fill.setColorAt(0.0, colour(lit, 0))
        fill.setColorAt(0.32, colour(lit, 170))
        fill.setColorAt(0.5, colour(base, 60))
        fill.setColorAt(0.7, colour(shade, 190))
        fill.setColorAt(1.0, colour(shade, 0))
        painter.setBrush(QBrush(fill))
        painter.drawPath(ridge)


def _strew_crumbs(dark: QPainterPath, bright: QPainterPath, on: QRectF, seed: int) -> None:
    for n in range(round(on.width() * on.height() / 620.0)):
        a, b, _, d = four(n, 0xC2B, seed)
        at, size = QPointF(on.x() + 3 + a * (on.width() - 6), on.y() + b * on.height()), 0.6 + 1.1 * d * d
        if at.y() < on.bottom() - 2.0:
            dark.addEllipse(at + QPointF(0.3, 0.35), size * 1.25, size * 0.9)
            bright.addEllipse(at - QPointF(0.1, 0.1), size, size * 0.66)


def _draw_pots(painter: QPainter, bed: Bed, number: int, on: QRectF, base: Colour) -> None:
    """The pots of the fine seed tray."""
    tier, width = bed.grid.tiers[number], bed.grid.column_width(number)
    painter.setBrush(colour(mix(base, (214, 170, 124), 0.34)))
    painter.drawRect(on)
    pots = QPainterPath()
    for column in range(tier.columns):
        pots.addRoundedRect(
            QRectF(
                on.x() + column * width + 1.1, on.y() + 1.1, width - 2.2, min(tier.pitch, on.height()) - 2.2
            ),
            2.4,
            2.4,
        )
    painter.setBrush(colour(mix(base, (20, 10, 4), 0.22)))
    painter.drawPath(pots)


def _draw_board(painter: QPainter, bed: Bed, top: float, light: Light) -> None:
    on = QRectF(bed.soil.x, top + 2.5, bed.soil.w, BOARD - 5.0)
    painter.setBrush(colour((20, 10, 4), 90))
    painter.drawRect(on.translated(0.0, 2.2))
    bright, dark = _tones(bed, light)
    board = QLinearGradient(on.topLeft(), on.bottomLeft())
    board.setColorAt(0.0, colour(bright))
    board.setColorAt(1.0, colour(mix(bright, dark, 0.8)))
    painter.setBrush(QBrush(board))
    painter.drawRect(on)
