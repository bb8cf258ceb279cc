"""The portrait of one plant, on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gardener.scene.library import all_species
from gardener.scene.palette import THEMES
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.showing import PlantShown
from gardener.ui import theme
from gardener.ui.parts import plain_tip
from gardener.words import species as words

HEIGHT, LEAST = 184, 128
"""Pixels; in a low window it makes room for what is read."""
PART = 0.15
"""Of the panel's height."""
LIMIT = 4_000_000
"""Bytes of pictures kept: a few people looked at by turns."""


class Portrait(QWidget):
    """Paints the plant as it stands, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._plant: PlantShown | None = None
        self._pictures: PlantPictures | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fit(self, room: int) -> None:
        """Takes its part of a panel of that many pixels."""
        self.setFixedHeight(max(LEAST, min(HEIGHT, round(room * PART))))

    def show_plant(self, plant: PlantShown | None) -> None:
        """Shows this plant, or bare ground."""
        self._plant = plant
        if plant is not None:
            kind = all_species()[plant.species]
            self.setAccessibleName(f"{plant.name}, {kind.name}, {plant.condition}")
            self.setToolTip(plain_tip(words.named(kind.name, kind.habit)))
        else:
            self.setAccessibleName("")
            self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """The height alone counts."""
        return QSize(240, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the light, and the plant in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(area, 12, 12)
        light = QLinearGradient(area.topLeft(), area.bottomLeft())
        light.setColorAt(0.0, theme.colour("portrait_top"))
        light.setColorAt(1.0, theme.colour("portrait_foot"))
        painter.fillPath(outline, light)
        if theme.name() == "contrast":
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawPath(outline)
        painter.setClipPath(outline)
        if self._plant is not None:
            self._paint_plant(painter, self._plant)

    def _paint_plant(self, painter: QPainter, plant: PlantShown) -> None:
        ratio = self.devicePixelRatioF()
        pictures = self._pictures
        if pictures is None or (pictures.palette.name, pictures.device_pixel_ratio) != (
            theme.scene_theme(),
            ratio,
        ):
            palette = THEMES[theme.scene_theme()]
            pictures = self._pictures = PlantPictures(palette, all_species(), ratio, LIMIT)
        cell = (self.height() - 8.0) * _closeness(plant)
        picture = pictures.pixmap(plant.traits, plant.species, plant.seed, cell)
        size, foot = picture.deviceIndependentSize(), PlantPictures.foot(cell)
        below = size.height() - foot.y()
        painter.drawPixmap(
            QPointF(self.width() / 2 - foot.x(), self.height() - 8 - below - foot.y()), picture
        )


def _closeness(plant: PlantShown) -> float:
    """How near one stands: a seed is looked at closely, a tree from a little way off."""
    if plant.traits.sown:
        return 1.55
    return 1.9 - min(0.9, plant.traits.size * 1.5)
