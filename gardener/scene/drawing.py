"""The whole garden drawn in lines and shapes on any painter: for paper, PDF and SVG. The same beds, plants and labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsScene

from gardener.domain.stage import Stage
from gardener.scene.badge_layer import MARKED
from gardener.scene.badges import paint_badge
from gardener.scene.botany import grow
from gardener.scene.canvas import colour
from gardener.scene.dice import four
from gardener.scene.drawn_beds import draw_bed
from gardener.scene.grid import Rect
from gardener.scene.ground_picture import can_place
from gardener.scene.label_layer import LabelLayer
from gardener.scene.lanterns import burning, draw_glow, draw_lantern, lanterns_of
from gardener.scene.lawn import SHADY, STRIPE, SUNNY
from gardener.scene.layout import Layout
from gardener.scene.library import all_species
from gardener.scene.light import Light, mix
from gardener.scene.ornaments import draw_can
from gardener.scene.painter import paint_plant
from gardener.scene.palette import DAY, THEMES
from gardener.scene.paths import draw_gravel, paths_of
from gardener.scene.showing import PlantShown
from gardener.scene.sign_layer import states_of
from gardener.scene.signs import SceneWords, draw_sign, shrink_of
from gardener.scene.silhouette import paint_silhouette
from gardener.scene.sky import HEDGE, SkyPainter

SMALL, SMALL_OF_MANY = 30.0, 60.0
"""Plants in places of fewer units are drawn as their silhouettes: on paper more could not be seen."""
MANY = 300
"""In a garden of more plants only those in the first rows are drawn leaf by leaf: the file would be too large."""
SLICE = 12
"""Plants drawn between two words on how far it is."""


class GardenDrawing:
    """One garden to be drawn. Units of the ground, the upper left corner of `extent` at (0, 0)."""

    def __init__(
        self, plants: Mapping[str, PlantShown], layout: Layout, light: Light, words: SceneWords, font: QFont
    ) -> None:
        self._plants, self._layout, self._light = plants, layout, light
        self._words, self._font = words, font
        self._palette = THEMES.get(light.theme, DAY)

    @property
    def extent(self) -> Rect:
        """What is drawn, in units of the ground."""
        return self._layout.extent

    def draw(self, painter: QPainter) -> Iterator[float]:
        """Draw all of it; in between it says how much is done, 0 to 1. The painter’s state is as before."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        yield 0.1
        shown = sorted(
            (id_ for id_ in self._plants if self._layout.visible(id_)),
            key=lambda id_: self._layout.foot(id_)[1],
        )
        for number, id_ in enumerate(shown):
            self._draw_plant(painter, self._plants[id_])
            if number % SLICE == SLICE - 1:
                yield 0.1 + 0.8 * number / len(shown)
        self._draw_labels(painter, shown)
        yield 0.95
        self._draw_signs(painter)
        painter.restore()
        yield 1.0

    # The ground

    def _draw_ground(self, painter: QPainter) -> None:
        light, extent, sky = self._light, self.extent, self._layout.ground.sky
        lawn = QLinearGradient(0.0, sky, 0.0, sky + 300.0)
        if not light.plain:
            lawn.setColorAt(0.0, colour(mix(light.lawn_far, (12, 44, 30), 0.34)))
        lawn.setColorAt(0.045, colour(mix(light.lawn_far, (255, 255, 230), 0.0 if light.plain else 0.10)))
        lawn.setColorAt(1.0, colour(light.lawn_near))
        painter.fillRect(QRectF(0.0, sky - 1.0, extent.w, extent.h - sky + 1.0), QBrush(lawn))
        if light.plain:
            painter.fillRect(QRectF(0.0, 0.0, extent.w, sky), colour(light.zenith))
            painter.fillRect(QRectF(0.0, sky - 0.5 * HEDGE, extent.w, 0.5 * HEDGE), colour(light.hedge))
        else:
            self._draw_grass(painter)
            SkyPainter(light, sky=sky, left=0.0, right=extent.w, fine=1.0, ratio=1.0, rough=False).draw(
                painter
            )
            for path in paths_of(self._layout):
                on = QRectF(path.x, path.y, path.w, path.h)
                draw_gravel(painter, light, on, stones=round(path.w * path.h / 60.0))
        for bed in self._layout.beds.values():
            draw_bed(painter, bed, light)
        if burning(light):
            for at in lanterns_of(self._layout):
                draw_glow(painter, at, 0.6 * burning(light))
                draw_lantern(painter, light, at)
        can = None if light.plain else can_place(self._layout)
        if can is not None:
            painter.save()
            painter.translate(can.x, can.y)
            draw_can(painter, light)
            painter.restore()

    def _draw_grass(self, painter: QPainter) -> None:
        """Mown stripes, and tufts as two line drawings: the light blades and the dark ones."""
        light, extent, sky = self._light, self.extent, self._layout.ground.sky
        for n in range(ceil(extent.w / STRIPE)):
            tone, alpha = SUNNY if n % 2 else SHADY
            stripe = QRectF(n * STRIPE, sky, min(STRIPE, extent.w - n * STRIPE), extent.h - sky)
            painter.fillRect(stripe, colour(tone, round(alpha * (0.8 - 0.4 * light.winter))))
        bright, dark = QPainterPath(), QPainterPath()
        for n in range(round(extent.w * (extent.h - sky) / 900.0)):
            a, b, c, d = four(n, 0xB1ADE)
            at = QPointF(a * extent.w, sky + 6.0 + b * (extent.h - sky - 6.0))
            blades = bright if c > 0.55 else dark
            blades.moveTo(at)
            blades.lineTo(at + QPointF((c - 0.5) * 3.0, -2.6 - 3.0 * d))
            blades.moveTo(at + QPointF(1.6, 0.2))
            blades.lineTo(at + QPointF(2.6 + (c - 0.5) * 3.0, -1.8 - 2.1 * d))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for blades, tone in (
            (bright, mix(light.lawn_far, (255, 255, 190), 0.35)),
            (dark, mix(light.lawn_near, (20, 70, 30), 0.45)),
        ):
            painter.setPen(QPen(colour(tone, 140), 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(blades)
        painter.setPen(Qt.PenStyle.NoPen)

    # What stands on it

    def _draw_plant(self, painter: QPainter, plant: PlantShown) -> None:
        unit, species = self._layout.unit(plant.id), all_species()[plant.species]
        painter.save()
        painter.translate(*self._layout.foot(plant.id))
        if unit < (SMALL if len(self._plants) <= MANY else SMALL_OF_MANY):
            paint_silhouette(painter, plant.traits, species, self._palette, seed=plant.seed, height_px=unit)
        else:
            paint_plant(
                painter, grow(species, plant.seed, plant.traits), species, self._palette, height_px=unit
            )
        painter.restore()

    def _draw_labels(self, painter: QPainter, shown: list[str]) -> None:
        """The names that find room at one pixel for each unit, and the badges of those that find none."""
        scene = QGraphicsScene()
        layer = LabelLayer(scene, self._font)
        plants = [self._plants[id_] for id_ in shown]
        labels = layer.fit(plants, self._layout, scale=1.0, selected=None, hovered=None, hidden=None)
        for label in labels:
            painter.save()
            painter.translate(label.rect.x, label.rect.y)
            layer.draw(painter, self._plants[label.id], label.rect, self._light)
            painter.restore()
        named = {label.id for label in labels}
        for plant in plants:
            if plant.condition in MARKED and plant.id not in named and plant.stage is not Stage.COMPOST:
                unit, (x, y) = self._layout.unit(plant.id), self._layout.foot(plant.id)
                side = min(13.0, 0.24 * unit)
                on = QRectF(x + 0.43 * unit - side, y + 0.10 * unit - side, side, side)
                paint_badge(painter, str(plant.condition), self._palette, on)

    def _draw_signs(self, painter: QPainter) -> None:
        states = states_of(self._plants.values(), self._layout, None)
        beds = self._layout.beds.items()
        shrink = min(
            shrink_of(self._words.beds[stage].name, states[stage].count, font=self._font, width=bed.sign.w)
            for stage, bed in beds
        )
        for stage, bed in beds:
            painter.save()
            painter.translate(bed.sign.x, bed.sign.y)
            draw_sign(
                painter,
                self._words.beds[stage],
                states[stage],
                light=self._light,
                font=self._font,
                width=bed.sign.w,
                height=bed.sign.h,
                shrink=shrink,
            )
            painter.restore()
