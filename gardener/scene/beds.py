"""The wooden beds with their soil: planks and rows painted once per scale and light, then only copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap, QRadialGradient

from gardener.domain.stage import Stage
from gardener.scene.canvas import blank, colour
from gardener.scene.dice import four, unit
from gardener.scene.grid import BOARD, Grid, Rect, Tier
from gardener.scene.ground_plan import PAD, WOOD
from gardener.scene.layout import Bed
from gardener.scene.light import Colour, Light, mix

FRONT = 7.0
"""How much of a bed's front plank is seen below its upper edge."""
FINEST = 3.0
"""Wood and soil are painted at most at this scale and enlarged beyond it."""
GRAIN = 256.0
"""Length of the piece of plank that is repeated."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the ground lies in the window: logical pixels per unit, and the pixel of the ground's (0, 0)."""

    scale: float
    x: float
    y: float

    def rect(self, r: Rect) -> QRect:
        """The whole pixels of a rectangle of the ground."""
        left, top = round(self.x + r.x * self.scale), round(self.y + r.y * self.scale)
        right, bottom = round(self.x + r.right * self.scale), round(self.y + r.bottom * self.scale)
        return QRect(left, top, right - left, bottom - top)

    def py(self, y: float) -> int:
        return round(self.y + y * self.scale)


class BedPainter:
    """Paints beds for one light, one scale and one device pixel ratio; `rough`: without the grain of wood and soil."""

    def __init__(self, light: Light, *, scale: float, ratio: float, rough: bool = False) -> None:
        self._light, self.scale, self._ratio, self._rough = light, scale, ratio, rough
        self._fine = min(scale, FINEST)
        self._tiles: dict[Hashable, QPixmap] = {}

    def paint(self, painter: QPainter, bed: Bed, exposed: QRect, view: View) -> None:
        """Paint what of the bed lies in `exposed`, in logical pixels."""
        frame = view.rect(bed.frame)
        reach = round(14 * self.scale) + 4
        if not frame.adjusted(-reach, -reach, reach, reach).intersects(exposed):
            return
        if self._light.plain:
            self._paint_plain(painter, bed, view)
            return
        self._paint_shadow(painter, frame)
        self._paint_frame(painter, bed, frame, view)
        soil = view.rect(bed.soil)
        painter.save()
        painter.setClipRect(soil.intersected(exposed))
        self._paint_soil(painter, bed, exposed, view)
        self._paint_hollow(painter, soil)
        painter.restore()

    def prepare(self, bed: Bed) -> Iterator[None]:
        """Paint in steps what is only copied later."""
        if not self._light.plain:
            for number, _, _, row in _rows(bed):
                self._soil_tile(bed, number, row)
                yield

    def _paint_plain(self, painter: QPainter, bed: Bed, view: View) -> None:
        painter.fillRect(view.rect(bed.frame), colour((0, 0, 0)))
        width = max(2, round(3 * self.scale))
        wood = view.rect(bed.frame).adjusted(width, width, -width, -width)
        painter.fillRect(wood, colour(self._light.wood_light))
        base = self._light.compost if bed.stage is Stage.COMPOST else self._light.soil
        painter.fillRect(view.rect(bed.soil), colour(base))
        if not bed.folded:
            for top in bed.grid.boards(bed.soil.h - 2 * PAD):
                y = view.py(bed.origin[1] + top + BOARD / 2)
                painter.fillRect(
                    QRect(view.rect(bed.soil).left(), y, view.rect(bed.soil).width(), 2), colour((0, 0, 0))
                )

    def _paint_shadow(self, painter: QPainter, frame: QRect) -> None:
        """A soft shadow on the grass, to the right and below."""
        reach = 15.0 * self.scale
        dark = mix(self._light.lawn_near, (10, 30, 15), 0.75)
        box = QRectF(frame).adjusted(reach * 0.35, reach * 0.5, 0.0, FRONT * self.scale)
        for rect, start, stop in (
            (
                QRectF(box.right(), box.top(), reach, box.height()),
                box.topRight(),
                box.topRight() + QPointF(reach, 0),
            ),
            (
                QRectF(box.left(), box.bottom(), box.width(), reach),
                box.bottomLeft(),
                box.bottomLeft() + QPointF(0, reach),
            ),
        ):
            fade = QLinearGradient(start, stop)
            fade.setColorAt(0.0, colour(dark, 120))
            fade.setColorAt(0.4, colour(dark, 50))
            fade.setColorAt(1.0, colour(dark, 0))
            painter.fillRect(rect, QBrush(fade))
        corner = QRadialGradient(box.bottomRight(), reach)
        corner.setColorAt(0.0, colour(dark, 120))
        corner.setColorAt(0.4, colour(dark, 50))
        corner.setColorAt(1.0, colour(dark, 0))
        painter.fillRect(QRectF(box.right(), box.bottom(), reach, reach), QBrush(corner))

    # Wood

    def _wood(self, bed: Bed) -> tuple[Colour, Colour]:
        light = self._light
        if bed.stage is Stage.COMPOST:
            return mix(light.wood_light, (150, 146, 124), 0.55), mix(light.wood_dark, (92, 88, 74), 0.55)
        return light.wood_light, light.wood_dark

    def _paint_frame(self, painter: QPainter, bed: Bed, frame: QRect, view: View) -> None:
        bright, dark = self._wood(bed)
        s, wood, front = self.scale, max(3, round(WOOD * self.scale)), max(2, round(FRONT * self.scale))
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
        key = "compost" if bed.stage is Stage.COMPOST else "bed"
        upright = self._tile((key, "|"), lambda: self._plank(bright, dark, upright=True))
        lying = self._tile((key, "-"), lambda: self._plank(bright, dark, upright=False))
        inset = max(1, round(1.0 * s))
        left = QRect(frame.left() + inset, frame.top() + inset, wood - inset, frame.height() - 2 * inset)
        right = left.translated(frame.width() - wood - inset, 0)
        across = QRect(frame.left() + wood, frame.top() + inset, frame.width() - 2 * wood, wood - inset)
        self._lay(painter, upright, left, 0.0)
        self._lay(painter, upright, right, 97.0)
        self._lay(painter, lying, across, 31.0)
        self._lay(painter, lying, across.translated(0, frame.height() - wood - inset), 150.0)
        self._paint_joints(painter, frame, wood, bright, dark)

    def _lay(self, painter: QPainter, tile: QPixmap, on: QRect, shift: float) -> None:
        """Repeat a piece of plank over a rectangle of the window."""
        grown = self.scale / self._fine
        upright = tile.height() > tile.width()
        offset = QPointF(0.0, shift * self._fine) if upright else QPointF(shift * self._fine, 0.0)
        painter.save()
        painter.translate(on.topLeft())
        painter.scale(grown, grown)
        painter.drawTiledPixmap(QRectF(0.0, 0.0, on.width() / grown, on.height() / grown), tile, offset)
        painter.restore()

    def _paint_joints(self, painter: QPainter, frame: QRect, wood: int, bright: Colour, dark: Colour) -> None:
        """Where planks meet, and the nails."""
        seam, glint = (
            colour(mix(dark, (30, 16, 6), 0.45), 170),
            colour(mix(bright, (255, 255, 255), 0.45), 150),
        )
        thin = max(1, round(0.8 * self.scale))
        top, bottom = frame.top(), frame.bottom() + 1
        for y in (top, bottom - wood):
            for x in (frame.left() + wood - thin, frame.right() + 1 - wood):
                painter.fillRect(QRect(x, y, thin, wood), seam)
        painter.fillRect(QRect(frame.left() + 2, top, frame.width() - 4, thin), glint)
        painter.fillRect(QRect(frame.left(), top + 2, thin, frame.height() - 4), glint)
        painter.fillRect(QRect(frame.left() + wood, bottom - wood, frame.width() - 2 * wood, thin), glint)
        painter.fillRect(QRect(frame.right() + 1 - wood, top + wood, thin, frame.height() - 2 * wood), glint)
        if self.scale < 0.5:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 1.3 * self.scale
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

    # Soil

    def _paint_soil(self, painter: QPainter, bed: Bed, exposed: QRect, view: View) -> None:
        soil = view.rect(bed.soil)
        base = self._light.compost if bed.stage is Stage.COMPOST else self._light.soil
        painter.fillRect(soil, colour(base))
        for number, top, bottom, row in _rows(bed) if not self._rough else ():
            y0, y1 = view.py(top), view.py(bottom)
            if y1 < exposed.top() or y0 > exposed.bottom():
                continue
            tile = self._soil_tile(bed, number, row)
            self._lay_row(
                painter, tile, QRect(soil.left(), y0, soil.width(), y1 - y0), self._shift(bed, number, row)
            )
        if not bed.folded:
            for top in bed.grid.boards(bed.soil.h - 2 * PAD):
                self._paint_board(painter, soil, view.py(bed.origin[1] + top), self._wood(bed))

    def _shift(self, bed: Bed, number: int, row: int) -> float:
        """How far a row's soil is pushed along, so that no two rows look alike; the seed tray's pots stay put."""
        if bed.stage is Stage.SEED and number == 2:
            return 0.0
        return unit(list(Stage).index(bed.stage), 0x5417, number, row)

    def _lay_row(self, painter: QPainter, tile: QPixmap, on: QRect, shift: float) -> None:
        """Copy a row's soil, pushed to the right by a share of its width; its ends meet."""
        cut = round(on.width() * shift)
        source = tile.width() * (1.0 - cut / max(1, on.width()))
        high = float(tile.height())
        painter.drawPixmap(
            QRectF(on.left() + cut, on.top(), on.width() - cut, on.height()),
            tile,
            QRectF(0.0, 0.0, source, high),
        )
        if cut:
            rest = QRectF(source, 0.0, tile.width() - source, high)
            painter.drawPixmap(QRectF(on.left(), on.top(), cut, on.height()), tile, rest)

    def _soil_tile(self, bed: Bed, number: int, row: int) -> QPixmap:
        tier, variant = bed.grid.tiers[number], (0, 1, 2, 1, 0, 2)[row % 6]
        key = (bed.stage is Stage.COMPOST, bed.stage is Stage.SEED, number, tier.pitch, variant)
        return self._tile(key, lambda: self._soil_row(bed, number, variant))

    def _soil_row(self, bed: Bed, number: int, variant: int) -> QPixmap:
        """One row of soil, as wide as the bed; above and below it the same may follow."""
        tier, fine, width = bed.grid.tiers[number], self._fine, bed.soil.w
        pixmap = blank(round(width * fine), round(tier.pitch * fine), self._ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(fine, fine)
        compost = bed.stage is Stage.COMPOST
        base = self._light.compost if compost else self._light.soil
        painter.fillRect(QRectF(-1, -1, width + 2, tier.pitch + 2), colour(base))
        if bed.stage is Stage.SEED and number == 2:
            self._paint_wells(painter, bed.grid, number, base)
        elif not compost:
            self._paint_furrows(painter, tier, width, base, variant)
        seed = (number << 4) | variant | (0x100 if compost else 0)
        self._paint_crumbs(painter, width, tier.pitch, base, seed, many=compost)
        painter.end()
        return pixmap

    def _paint_furrows(self, painter: QPainter, tier: Tier, width: float, base: Colour, variant: int) -> None:
        """Raked soil: a lit ridge and a groove in shade, a little uneven, twice a roomy row."""
        ridges = 2 if tier.unit > 60.0 else 1
        step = tier.pitch / ridges
        for n in range(ridges):
            y = (n + 0.62) * step
            lit, shade = mix(base, (236, 196, 150), 0.16), mix(base, (30, 16, 8), 0.30)
            depth = min(9.0, step * 0.22)
            for offset, tone, alpha in ((-depth * 0.55, lit, 150), (depth * 0.45, shade, 165)):
                points = 12
                for k in range(points):
                    a, b, _, _ = four(k, 0xF0, n, variant, int(tier.unit))
                    x = width * (k + 0.5) / points
                    rx, ry = width / points * (0.75 + 0.3 * a), depth * (0.42 + 0.16 * b)
                    spot = QRadialGradient(QPointF(0, 0), 1.0)
                    spot.setColorAt(0.0, colour(tone, alpha))
                    spot.setColorAt(1.0, colour(tone, 0))
                    painter.setBrush(QBrush(spot))
                    for around in (x - width, x, x + width):
                        painter.save()
                        painter.translate(around, y + offset + (b - 0.5) * depth * 0.3)
                        painter.scale(rx, ry * 1.5)
                        painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
                        painter.restore()

    def _paint_wells(self, painter: QPainter, grid: Grid, number: int, base: Colour) -> None:
        """The pots of the fine seed tray."""
        tier, width = grid.tiers[number], grid.column_width(number)
        rim = mix(base, (214, 170, 124), 0.34)
        painter.fillRect(QRectF(-1, -1, grid.width + 2, tier.pitch + 2), colour(rim))
        for column in range(tier.columns):
            well = QRectF(column * width + 1.1, 1.1, width - 2.2, tier.pitch - 2.2)
            painter.setBrush(colour(mix(base, (20, 10, 4), 0.42)))
            painter.drawRoundedRect(well, 2.4, 2.4)
            painter.setBrush(colour(mix(base, (20, 10, 4), 0.10)))
            painter.drawRoundedRect(well.adjusted(0.8, 1.6, -0.5, -0.4), 2.2, 2.2)

    def _paint_crumbs(
        self, painter: QPainter, width: float, height: float, base: Colour, seed: int, *, many: bool
    ) -> None:
        count = round(width * height / (95.0 if many else 190.0))
        for n in range(count):
            a, b, c, d = four(n, 0xC2B, seed)
            x, y, size = a * width, 1.5 + b * (height - 3.0), 0.5 + 1.1 * d * d
            dark = mix(base, (22, 12, 6), 0.35 + 0.2 * c)
            bright = mix(base, (230, 190, 150), 0.20 + 0.25 * c)
            painter.setBrush(colour(dark, 200))
            painter.drawEllipse(QPointF(x + 0.3, y + 0.35), size * 1.25, size * 0.9)
            painter.setBrush(colour(bright, 190))
            painter.drawEllipse(QPointF(x - 0.1, y - 0.1), size, size * 0.66)
        if not many:
            self._paint_pebbles(painter, width, height, base, seed)
            return
        scraps = ((122, 128, 70), (150, 112, 62), (98, 104, 60), (168, 138, 84), (196, 150, 92))
        for n in range(count // 7):
            a, b, c, d = four(n, 0x5C2A, seed)
            painter.save()
            painter.translate(4 + a * (width - 8), 4 + b * (height - 8))
            painter.rotate(360.0 * c)
            painter.setBrush(colour(mix(scraps[int(d * 5)], base, 0.5), 200))
            painter.drawEllipse(QPointF(0, 0), 1.8 + 2.2 * d, 0.8 + 0.9 * a)
            painter.restore()

    def _paint_pebbles(self, painter: QPainter, width: float, height: float, base: Colour, seed: int) -> None:
        """Soft darker and lighter places, and here and there a stone."""
        for n in range(max(2, round(width * height / 2600.0))):
            a, b, c, d = four(n, 0x507, seed)
            radius = min(height * 0.42, 12.0 + 16.0 * d)
            at = QPointF(radius + a * (width - 2 * radius), radius + b * max(0.0, height - 2 * radius))
            patch = QRadialGradient(at, radius)
            tone = mix(base, (226, 178, 132), 0.22) if c > 0.5 else mix(base, (20, 10, 4), 0.28)
            patch.setColorAt(0.0, colour(tone, 42))
            patch.setColorAt(1.0, colour(tone, 0))
            painter.setBrush(QBrush(patch))
            painter.drawEllipse(at, radius, radius * 0.7)
        for n in range((2, 0, 1)[seed % 3]):
            a, b, c, d = four(n, 0x57E, seed)
            at, size = QPointF(6 + a * (width - 12), 5 + b * (height - 10)), 1.4 + 1.5 * d
            stone = mix(mix((150, 140, 126), (176, 150, 118), c), base, 0.35)
            painter.setBrush(colour(mix(base, (16, 8, 4), 0.5), 160))
            painter.drawEllipse(at + QPointF(0.5, 0.6), size * 1.3, size * 0.85)
            painter.setBrush(colour(stone))
            painter.drawEllipse(at, size * 1.2, size * 0.8)
            painter.setBrush(colour(mix(stone, (255, 250, 235), 0.45), 170))
            painter.drawEllipse(at - QPointF(size * 0.3, size * 0.25), size * 0.5, size * 0.25)

    def _paint_board(self, painter: QPainter, soil: QRect, y: int, wood: tuple[Colour, Colour]) -> None:
        """The board between rows of different size."""
        height = max(2, round((BOARD - 5.0) * self.scale))
        tile = self._tile(("board", wood), lambda: self._plank(*wood, upright=False))
        y += round(2.5 * self.scale)
        painter.fillRect(
            QRect(soil.left(), y + height, soil.width(), max(1, round(2.5 * self.scale))),
            QColor(20, 10, 4, 90),
        )
        self._lay(painter, tile, QRect(soil.left(), y, soil.width(), height), 60.0)
        painter.fillRect(
            QRect(soil.left(), y, soil.width(), max(1, round(0.7 * self.scale))), QColor(255, 240, 210, 90)
        )

    def _paint_hollow(self, painter: QPainter, soil: QRect) -> None:
        """The shade that the frame throws on the soil: from above and from the left."""
        reach = 16.0 * self.scale
        for end, rect, alpha in (
            (
                QPointF(soil.left(), soil.top() + reach),
                QRectF(soil.left(), soil.top(), soil.width(), reach),
                130,
            ),
            (
                QPointF(soil.left() + reach * 0.5, soil.top()),
                QRectF(soil.left(), soil.top(), reach * 0.5, soil.height()),
                100,
            ),
        ):
            shade = QLinearGradient(QPointF(soil.topLeft()), end)
            shade.setColorAt(0.0, QColor(18, 9, 3, alpha))
            shade.setColorAt(0.35, QColor(18, 9, 3, alpha // 3))
            shade.setColorAt(1.0, QColor(18, 9, 3, 0))
            painter.fillRect(rect, QBrush(shade))

    def _tile(self, key: Hashable, paint: Callable[[], QPixmap]) -> QPixmap:
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = paint()
        return tile


def _rows(bed: Bed) -> Iterator[tuple[int, float, float, int]]:
    """Tier, top, bottom and number of every row of soil, down to the lower plank."""
    end = bed.soil.bottom
    y = bed.soil.y
    for number, tier in enumerate(bed.grid.tiers):
        top = bed.origin[1] + bed.grid.starts[number][1] if number else y
        after = number + 1 < len(bed.grid.tiers)
        stop = min(end, bed.origin[1] + bed.grid.starts[number + 1][1]) if after else end
        row = 0
        while top < stop - 1e-6:
            yield number, top, top + tier.pitch, row
            top += tier.pitch
            row += 1
