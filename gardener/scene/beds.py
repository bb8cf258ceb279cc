"""The wooden beds with their soil: planks and rows painted once per scale and light, then only copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPixmap, QRadialGradient

from gardener.domain.stage import Stage
from gardener.scene.bed_plan import Bed
from gardener.scene.canvas import blank, colour
from gardener.scene.clover import CLOVER_TILE, EDGE, painted_clover, painted_edge
from gardener.scene.clover import ground_tone as clover_tone
from gardener.scene.dice import unit
from gardener.scene.grid import BOARD, Rect
from gardener.scene.ground_plan import PAD
from gardener.scene.heap import CREST, draw_crest
from gardener.scene.lid import draw_lid
from gardener.scene.light import Light, mix
from gardener.scene.paths import GRAVEL_TILE, ROUND, gravel, ground_tone
from gardener.scene.soil import SoilPainter
from gardener.scene.wood import FRONT, WoodPainter

FINEST = 3.0
"""Wood and soil are painted at most at this scale and enlarged beyond it."""


class View(NamedTuple):
    """Where the ground lies in the window: logical pixels per unit, and the pixel of the ground's (0, 0)."""

    scale: float
    x: float
    y: float

    def rect(self, r: Rect) -> QRect:
        """The whole pixels of a rectangle of the ground."""
        left, top = round(self.x + r.x * self.scale), round(self.y + r.y * self.scale)
        right, bottom = round(self.x + r.right * self.scale), round(self.y + r.bottom * self.scale)
        return QRect(left, top, right - left, bottom - top)

    def ground(self, on: QRect) -> Rect:
        """The rectangle of the ground under these pixels."""
        x, y = (on.x() - self.x) / self.scale, (on.y() - self.y) / self.scale
        return Rect(x, y, on.width() / self.scale, on.height() / self.scale)

    def py(self, y: float) -> int:
        return round(self.y + y * self.scale)


class BedPainter:
    """Paints beds for one light, one scale and one device pixel ratio; `rough`: without the grain of wood and soil."""

    def __init__(self, light: Light, *, scale: float, ratio: float, rough: bool = False) -> None:
        self._light, self.scale, self._ratio, self._rough = light, scale, ratio, rough
        self._fine = min(scale, FINEST)
        self._tiles: dict[Hashable, QPixmap] = {}
        self._wood = WoodPainter(light, fine=self._fine, ratio=ratio, rough=rough)
        self._earth = SoilPainter(light, fine=self._fine, ratio=ratio)

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
        self._wood.paint_frame(painter, bed.stage, frame, self.scale)
        soil = view.rect(bed.soil)
        if bed.folded:
            painter.save()
            painter.translate(soil.topLeft())
            painter.scale(soil.width() / bed.soil.w, soil.height() / bed.soil.h)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_lid(painter, QRectF(0.0, 0.0, bed.soil.w, bed.soil.h), *self._wood.tones(bed.stage))
            painter.restore()
            return
        painter.save()
        painter.setClipRect(soil.intersected(exposed))
        self._paint_soil(painter, bed, exposed, view)
        if bed.dug < bed.soil.h:
            self._paint_clover(painter, bed, exposed, view)
        self._paint_boards(painter, bed, view)
        if bed.stage is Stage.COMPOST and not self._rough:
            crest = QRectF(soil.left(), soil.top(), soil.width(), min(CREST, bed.soil.h) * self.scale)
            tile = self._crest_tile(bed)
            painter.drawPixmap(crest, tile, QRectF(tile.rect()))
        self._paint_hollow(painter, soil)
        painter.restore()

    def paint_paths(self, painter: QPainter, paths: Iterable[Rect], exposed: QRect, view: View) -> None:
        """Paint the gravel between the beds."""
        for path in paths:
            on = view.rect(path)
            if not on.intersects(exposed):
                continue
            if self._rough:
                painter.fillRect(on, colour(ground_tone(self._light)))
                continue
            tile = self._tile("gravel", lambda: gravel(self._light, self._fine, self._ratio))
            grown = self.scale / self._fine
            ends = QPainterPath()
            ends.addRoundedRect(QRectF(on), ROUND * self.scale, ROUND * self.scale)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(ends)
            painter.translate(on.topLeft())
            painter.scale(grown, grown)
            along = QPointF(path.x % GRAVEL_TILE, path.y % GRAVEL_TILE) * self._fine
            painter.drawTiledPixmap(QRectF(0.0, 0.0, on.width() / grown, on.height() / grown), tile, along)
            painter.restore()

    def prepare(self, bed: Bed) -> Iterator[None]:
        """Paint in steps what is only copied later."""
        if not self._light.plain and not bed.folded:
            for number, _, _, row in rows_of(bed):
                self._soil_tile(bed, number, row)
                yield
            if bed.dug < bed.soil.h:
                self._clover_tile(bed)
                yield
                self._edge_tile(bed)
                yield
            if bed.stage is Stage.COMPOST:
                self._crest_tile(bed)
                yield

    def _paint_plain(self, painter: QPainter, bed: Bed, view: View) -> None:
        painter.fillRect(view.rect(bed.frame), colour((0, 0, 0)))
        width = max(2, round(3 * self.scale))
        wood = view.rect(bed.frame).adjusted(width, width, -width, -width)
        painter.fillRect(wood, colour(self._light.wood_light))
        painter.fillRect(view.rect(bed.soil), colour(self._earth.base(bed.stage)))
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

    # Soil

    def _paint_soil(self, painter: QPainter, bed: Bed, exposed: QRect, view: View) -> None:
        soil = view.rect(bed.soil)
        painter.fillRect(soil, colour(self._earth.base(bed.stage)))
        for number, top, bottom, row in rows_of(bed) if not self._rough else ():
            y0, y1 = view.py(top), view.py(bottom)
            if y1 < exposed.top() or y0 > exposed.bottom():
                continue
            tile = self._soil_tile(bed, number, row)
            self._lay_row(
                painter, tile, QRect(soil.left(), y0, soil.width(), y1 - y0), self._shift(bed, number, row)
            )

    def _paint_boards(self, painter: QPainter, bed: Bed, view: View) -> None:
        soil = view.rect(bed.soil)
        for top in bed.grid.boards(bed.soil.h - 2 * PAD):
            self._wood.paint_board(painter, bed.stage, soil, view.py(bed.origin[1] + top), self.scale)

    # Clover

    def _paint_clover(self, painter: QPainter, bed: Bed, exposed: QRect, view: View) -> None:
        """Where nobody is planted yet, from the last row down to the lower plank."""
        soil, y = view.rect(bed.soil), bed.soil.y + bed.dug
        if self._rough:
            top = view.py(y)
            painter.fillRect(
                QRect(soil.left(), top, soil.width(), soil.bottom() + 1 - top),
                colour(clover_tone(self._light)),
            )
            return
        number = 0
        while y < bed.soil.bottom:
            top, bottom = view.py(y), view.py(y + CLOVER_TILE)
            if bottom >= exposed.top() and top <= exposed.bottom():
                on = QRect(soil.left(), top, soil.width(), bottom - top)
                shift = unit(list(Stage).index(bed.stage), 0xC10, number)
                self._lay_row(painter, self._clover_tile(bed), on, shift)
            y += CLOVER_TILE
            number += 1
        if not any(abs(PAD + top + BOARD - bed.dug) < 1.0 for top in bed.grid.boards(bed.soil.h)):
            self._paint_edge(painter, bed, view)

    def _paint_edge(self, painter: QPainter, bed: Bed, view: View) -> None:
        """The first leaves of the clover, over the soil."""
        tile = self._edge_tile(bed)
        high = tile.height() / self._ratio / self._fine
        edge = view.rect(Rect(bed.soil.x, bed.soil.y + bed.dug - EDGE, bed.soil.w, high))
        self._lay_row(painter, tile, edge, unit(list(Stage).index(bed.stage), 0xC11))

    def _edge_tile(self, bed: Bed) -> QPixmap:
        return self._tile(
            ("clover edge", bed.soil.w),
            lambda: painted_edge(self._light, bed.soil.w, self._fine, self._ratio),
        )

    def _clover_tile(self, bed: Bed) -> QPixmap:
        return self._tile(
            ("clover", bed.soil.w),
            lambda: painted_clover(self._light, bed.soil.w, self._fine, self._ratio),
        )

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
        return self._tile(key, lambda: self._earth.row(bed.stage, bed.grid, number, variant))

    def _crest_tile(self, bed: Bed) -> QPixmap:
        """The top of the compost heap."""
        width, height, fine = bed.soil.w, min(CREST, bed.soil.h), self._fine

        def paint() -> QPixmap:
            pixmap = blank(round(width * fine), round(height * fine), self._ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(fine, fine)
            draw_crest(painter, self._light, width, height)
            painter.end()
            return pixmap

        return self._tile(("crest", width, height), paint)

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


def rows_of(bed: Bed) -> Iterator[tuple[int, float, float, int]]:
    """Tier, top, bottom and number of every row of soil, as far down as it is dug."""
    end = bed.soil.y + bed.dug
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
