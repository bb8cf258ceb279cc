"""The cheap picture of a plant: its outline in its true colours, for far-out zoom and the first paint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gardener.scene.dice import four
from gardener.scene.ground import fallen_label, mound_radius, puddle_radius
from gardener.scene.inks import Inks, inks_for
from gardener.scene.outlines import Outline, paint_outline
from gardener.scene.palette import Palette
from gardener.scene.posture import posture_of
from gardener.scene.species import Species
from gardener.scene.traits import Traits, smooth


def paint_silhouette(
    painter: QPainter, traits: Traits, species: Species, palette: Palette, *, seed: int, height_px: float
) -> None:
    """Paint the outline of a plant with its foot at (0, 0); the same posture, size and colours as in full."""
    inks = inks_for(species, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _soil(painter, traits, inks, height_px)
    if traits.sown:
        _seed(painter, traits, species, inks, height_px)
    else:
        _body(painter, traits, species, inks, seed, height_px)
    painter.restore()


def _soil(painter: QPainter, traits: Traits, inks: Inks, h: float) -> None:
    palette = inks.palette
    rx = mound_radius(traits) * h
    wet = smooth(traits.wetness / 0.55)
    if traits.resting:
        painter.setBrush(inks.plain(palette.mulch))
        rx *= 1.2
    elif wet > 0.5:
        painter.setBrush(inks.plain(palette.mound_wet))
    else:
        painter.setBrush(inks.between(palette.mound, palette.mound_dry, traits.dryness * 0.92))
    painter.drawEllipse(QPointF(0, 0), rx, rx * (0.42 if traits.resting else 0.30))
    pool = puddle_radius(traits) * h
    if pool > 0:
        painter.setBrush(inks.plain(palette.pool))
        painter.drawEllipse(QPointF(0, 0.02 * h), pool, pool * 0.24)


def _seed(painter: QPainter, traits: Traits, species: Species, inks: Inks, h: float) -> None:
    form, palette = species.seed, inks.palette
    grey, down = 1.0 - traits.vigour, fallen_label(traits.vigour)
    painter.save()
    painter.translate((0.15 - 0.12 * down) * h, -0.03 * h * down)
    painter.rotate(4.0 + 7.0 * smooth(grey) + 69.0 * down)
    painter.fillRect(
        QRectF(-0.015 * h, -0.3 * h, 0.03 * h, 0.3 * h), inks.between(palette.stick_dark, palette.faded, grey)
    )
    board = QRectF(-0.09 * h, -0.48 * h, 0.18 * h, 0.22 * h)
    painter.fillRect(board, inks.between(palette.stick, palette.faded, 0.85 * grey))
    painter.setBrush(inks.own("petal", traits.vigour, 0.0))
    painter.drawEllipse(board.center(), 0.05 * h, 0.05 * h)
    painter.restore()
    painter.setBrush(inks.between(form.colour, palette.faded, grey, 0.1))
    half = 0.75 * form.length * h
    painter.drawEllipse(QPointF(-0.055 * h, -0.08 * h), half, half * form.breadth)


def _body(painter: QPainter, traits: Traits, species: Species, inks: Inks, seed: int, h: float) -> None:
    posture = posture_of(traits)
    growth = species.growth
    tall = (growth.seedling + (growth.full - growth.seedling) * float(traits.size**growth.pace)) * h
    leaf = inks.leaf(posture.fresh, posture.pale, -0.04)
    stem = inks.stem(posture.fresh, posture.pale * 0.6, species.stem.woody, 0.0)
    side = 1.0 if four(seed, 1)[2] < 0.5 else -1.0
    full = (1.0 - 0.55 * posture.shrivel) * smooth(posture.vitality / 0.16)
    tops = paint_outline(Outline(painter, species, posture, inks, leaf, stem, tall, side, full))
    petal = inks.own("petal", posture.fresh, 0.0)
    radius = species.flower.radius * (0.55 + 0.45 * traits.size) * h
    painter.setBrush(petal)
    for top, _ in zip(tops, range(round(traits.flowers)), strict=False):
        painter.drawEllipse(top, radius, radius * 0.9)
    painter.setBrush(inks.own("fruit", posture.fresh, 0.0))
    for i in range(min(3, round(traits.fruits_large + traits.fruits_small))):
        size = species.fruit.radius * (1.0 if i < traits.fruits_large else 0.6) * h
        painter.drawEllipse(QPointF((i - 1) * 0.16 * h, -0.55 * tall), size, size)
    if traits.waiting:
        ring_radius = max(0.062 * h, min(2.4, 0.15 * h))
        x = min((0.21 + 0.12 * traits.size) * h, 0.45 * h - ring_radius)
        at = QPointF(x, -(0.36 + 0.30 * traits.size) * h)
        ring = inks.palette.ink if inks.palette.name == "dusk" else inks.palette.paper_raised
        for tone, radius in ((ring, ring_radius), (inks.palette.waiting, 0.68 * ring_radius)):
            painter.setBrush(QColor(tone))
            painter.drawEllipse(at, radius, radius)
