"""The wood of the beds: frames of planks with joints and nails, and the boards between rows of different size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import product

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap, QRadialGradient

from gardener.domain.stage import Stage
from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four
from gardener.scene.grid import BOARD
from gardener.scene.ground_plan import WOOD
from gardener.scene.light import Colour, Light, mix

FRONT = 7.0
"""How much of a bed's front plank is seen below its upper edge."""
GRAIN = 256.0
"""Length of the piece of plank that is repeated."""


class WoodPainter:
    """Paints planks: tiles at `fine` pixels per unit, laid at any scale. `rough`: without grain."""

    def __init__(self, light: Light, *, fine: float, ratio: float, rough: bool) -> None:
        self._light, self._fine, self._ratio, self._rough = light, fine, ratio, rough
        self._tiles: dict[Hashable, QPixmap] = {}

    def tones(self, stage: Stage) -> tuple[Colour, Colour]:
        """The light and the dark of a bed's wood."""
        light = self._light
        if stage is Stage.COMPOST:
            return mix(light.wood_light, (150, 146, 124), 0.55), mix(light.wood_dark, (92, 88, 74), 0.55)
        return light.wood_light, light.wood_dark

    def paint_frame(self, painter: QPainter, stage: Stage, frame: QRect, scale: float) -> None:
        """Paint a bed's frame, in pixels, at a scale."""
        bright, dark = self.tones(stage)
        s, wood, front = scale, max(3, round(WOOD * scale)), max(2, round(FRONT * scale))
        face = QRectF(frame.left(), frame.bottom() - 2, frame.width(), front + 3)
        fade = QLinearGradient(face.topLeft(), face.bottomLeft())
        fade.setColorAt(0.0, colour(mix(dark, (40, 22, 8), 0.15)))
        fade.setColorAt(1.0, colour(mix(dark, (40, 22, 8), 0.48)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(fade))
        painter.drawRoundedRect(face, 2.5 * s, 2.5 * s)
        painter.setBrush(colour(mix(bright, dark, 0.35)))
        painter.drawRoundedRect(QRectF(frame), 3.0 * s, 3.0 * s)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        key = "compost" if stage is Stage.COMPOST else "bed"
        upright = self._tile((key, "|"), lambda: self._plank(bright, dark, upright=True))
        lying = self._tile((key, "-"), lambda: self._plank(bright, dark, upright=False))
        inset = max(1, round(1.0 * s))
        left = QRect(frame.left() + inset, frame.top() + inset, wood - inset, frame.height() - 2 * inset)
        right = left.translated(frame.width() - wood - inset, 0)
        across = QRect(frame.left() + wood, frame.top() + inset, frame.width() - 2 * wood, wood - inset)
        self._lay(painter, upright, left, 0.0, scale)
        self._lay(painter, upright, right, 97.0, scale)
        self._lay(painter, lying, across, 31.0, scale)
        self._lay(painter, lying, across.translated(0, frame.height() - wood - inset), 150.0, scale)
        self._paint_joints(painter, frame, wood, (bright, dark), scale)

    def _lay(self, painter: QPainter, tile: QPixmap, on: QRect, shift: float, scale: float) -> None:
        """Repeat a piece of plank over a rectangle of the window."""
        grown = scale / self._fine
        upright = tile.height() > tile.width()
        offset = QPointF(0.0, shift * self._fine) if upright else QPointF(shift * self._fine, 0.0)
        painter.save()
        painter.translate(on.topLeft())
        painter.scale(grown, grown)
        painter.drawTiledPixmap(QRectF(0.0, 0.0, on.width() / grown, on.height() / grown), tile, offset)
        painter.restore()

    def _paint_joints(
        self, painter: QPainter, frame: QRect, wood: int, tones: tuple[Colour, Colour], scale: float
    ) -> None:
        """Where planks meet, and the nails."""
        bright, dark = tones
        seam, glint = (
            colour(mix(dark, (30, 16, 6), 0.45), 170),
            colour(mix(bright, (255, 255, 255), 0.45), 150),
        )
        thin = max(1, round(0.8 * scale))
        top, bottom = frame.top(), frame.bottom() + 1
        for y in (top, bottom - wood):
            for x in (frame.left() + wood - thin, frame.right() + 1 - wood):
                painter.fillRect(QRect(x, y, thin, wood), seam)
        painter.fillRect(QRect(frame.left() + 2, top, frame.width() - 4, thin), glint)
        painter.fillRect(QRect(frame.left(), top + 2, thin, frame.height() - 4), glint)
        painter.fillRect(QRect(frame.left() + wood, bottom - wood, frame.width() - 2 * wood, thin), glint)
        painter.fillRect(QRect(frame.right() + 1 - wood, top + wood, thin, frame.height() - 2 * wood), glint)
        if scale < 0.5:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 1.3 * scale
        sides = (frame.left() + wood * 0.5, frame.right() + 1 - wood * 0.5)
        for nail_x, nail_y in product(sides, (top + wood * 0.5, bottom - wood * 0.5)):
            painter.setBrush(colour(mix(dark, (20, 14, 10), 0.6)))
            painter.drawEllipse(QPointF(nail_x, nail_y), radius, radius)
            painter.setBrush(colour((255, 244, 220), 130))
            glance = QPointF(nail_x - radius * 0.3, nail_y - radius * 0.35)
            painter.drawEllipse(glance, radius * 0.35, radius * 0.35)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _plank(self, bright: Colour, dark: Colour, *, upright: bool) -> QPixmap:
        """A piece of plank whose ends meet: lit along one edge, with grain and a knot."""
        fine, long, broad = self._fine, GRAIN, WOOD
        size = (
            (round(broad * fine) or 1, round(long * fine))
            if upright
            else (round(long * fine), round(broad * fine) or 1)
        )
        pixmap = blank(*size, self._ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not upright:
            painter.translate(size[0], 0)
            painter.rotate(90.0)
        painter.scale((size[0] if upright else size[1]) / broad, (size[1] if upright else size[0]) / long)
        body = QLinearGradient(0.0, 0.0, broad, 0.0)
        ends = (bright, dark) if upright else (mix(bright, dark, 0.1), mix(bright, dark, 0.75))
        body.setColorAt(0.0, colour(ends[0]))
        body.setColorAt(1.0, colour(ends[1]))
        painter.fillRect(QRectF(0, 0, broad, long), QBrush(body))
        for n in range(0 if self._rough else 46):
            a, b, c, d = four(n, 0x9A1, int(upright))
            tone = mix(dark, (50, 28, 10), 0.35) if c > 0.4 else mix(bright, (255, 240, 210), 0.5)
            painter.setPen(QPen(colour(tone, 60 + int(60 * d)), 0.35 + 0.4 * d))
            x, y, length = 0.6 + a * (broad - 1.2), b * long, 14.0 + 40.0 * d
            for start in (y, y - long):
                painter.drawLine(QPointF(x, start), QPointF(x + (c - 0.5) * 0.9, start + length))
        painter.setPen(Qt.PenStyle.NoPen)
        knot = QRadialGradient(QPointF(broad * 0.55, long * 0.37), 2.6)
        knot.setColorAt(0.0, colour(mix(dark, (40, 20, 8), 0.5), 190))
        knot.setColorAt(0.6, colour(mix(dark, (40, 20, 8), 0.3), 110))
        knot.setColorAt(1.0, colour(dark, 0))
        painter.setBrush(QBrush(knot))
        painter.drawEllipse(QPointF(broad * 0.55, long * 0.37), 2.0, 3.4)
        painter.end()
        return pixmap

    def paint_board(self, painter: QPainter, stage: Stage, soil: QRect, y: int, scale: float) -> None:
        """Paint a board across the soil, from pixel `y` on."""
        height = max(2, round((BOARD - 5.0) * scale))
        wood = self.tones(stage)
        tile = self._tile(("board", stage is Stage.COMPOST), lambda: self._plank(*wood, upright=False))
        y += round(2.5 * scale)
        painter.fillRect(
            QRect(soil.left(), y + height, soil.width(), max(1, round(2.5 * scale))),
            QColor(20, 10, 4, 90),
        )
        self._lay(painter, tile, QRect(soil.left(), y, soil.width(), height), 60.0, scale)
        painter.fillRect(
            QRect(soil.left(), y, soil.width(), max(1, round(0.7 * scale))), QColor(255, 240, 210, 90)
        )

    def _tile(self, key: Hashable, paint: Callable[[], QPixmap]) -> QPixmap:
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = paint()
        return tile
