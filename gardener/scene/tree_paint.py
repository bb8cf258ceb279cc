"""Painting the family tree: whatever of it lies in one rectangle, from the wood up to the names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from gardener.scene.family import How
from gardener.scene.grid import Rect
from gardener.scene.labels import name_forms
from gardener.scene.palette import Palette, lit, mixed, rgb
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.tree_index import Stretch, TreeIndex
from gardener.scene.tree_layout import ALONE, BELOW, GUTTER, LEFT, PLANT, WIDE, Point, TreeLayout
from gardener.scene.tree_shown import Ripeness, TreeShown
from gardener.scene.tree_wood import (
    bark,
    paint_branch,
    paint_fruit,
    paint_stem,
    paint_trunk,
    paint_way,
    trunk_x,
)
from gardener.words import tree as words

STAND = 20.0
"""How far along its branch a plant stands."""
UNIT = PLANT / 1.12
"""The full height of a plant."""
TEXT_FROM = 42.0
"""Where the words begin, beside the plant."""
NAMES, DOTS = 0.45, 0.24
"""Below these scales names are not shown, and plants are dots."""
NAME_PX, DETAIL_PX = 13, 11
SIGN_INK = "#33402b"


class TreePainter:
    """Paints one layout of one tree in one theme. `waiting`: the plants whose finished picture was not there yet."""

    def __init__(
        self, shown: TreeShown, layout: TreeLayout, pictures: PlantPictures, palette: Palette, font: QFont
    ) -> None:
        self.shown, self.layout, self.pictures, self.palette = shown, layout, pictures, palette
        self.waiting: dict[str, None] = {}
        self._name, self._detail = QFont(font), QFont(font)
        self._name.setPixelSize(NAME_PX)
        self._name.setWeight(QFont.Weight.DemiBold)
        self._detail.setPixelSize(DETAIL_PX)
        self._name_metrics, self._detail_metrics = QFontMetricsF(self._name), QFontMetricsF(self._detail)
        self._index = TreeIndex(layout)

    # Painting

    def paint(self, painter: QPainter, exposed: QRect, origin: QPointF, scale: float) -> None:
        """Paint what lies in `exposed` (logical pixels) when the tree's (0, 0) lies at `origin`."""
        area = Rect(
            (exposed.x() - origin.x()) / scale,
            (exposed.y() - origin.y()) / scale,
            exposed.width() / scale,
            exposed.height() / scale,
        )
        painter.fillRect(exposed, QColor(self.palette.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(origin)
        painter.scale(scale, scale)
        knots = list(self.layout.within(area.grown(12.0)))
        self._paint_ground(painter, area)
        self._paint_wood(painter, area, knots, scale)
        painter.restore()
        self._paint_plants(painter, knots, origin, scale)
        if scale >= NAMES:
            painter.save()
            painter.translate(origin)
            painter.scale(scale, scale)
            for id_ in knots:
                self._paint_words(painter, id_)
            self._paint_sign(painter)
            painter.restore()

    def _paint_ground(self, painter: QPainter, area: Rect) -> None:
        """The soil in which the trunk stands, and those who came by themselves."""
        layout = self.layout
        if not layout.feet:
            return
        soil, light = QColor(self.palette.mound), QColor(self.palette.soil_light)
        right = layout.extent.right - 12.0
        rows = sorted(
            {y for id_, (_, y) in layout.feet.items() if id_ not in layout.family.knots} or {layout.ground}
        )
        for number, y in enumerate(rows):
            if not area.y - 30.0 < y < area.bottom + 30.0:
                continue
            end = (
                right
                if number == 0
                else max(
                    layout.feet[id_][0] + layout.width(id_)
                    for id_ in layout.alone
                    if layout.feet[id_][1] == y
                )
            )
            path = QPainterPath(QPointF(8.0, y + 3.0))
            path.cubicTo(20.0, y - 5.0, 60.0, y - 4.0, 120.0, y - 1.5)
            path.lineTo(end - 80.0, y - 1.5)
            path.cubicTo(end - 40.0, y - 2.5, end - 14.0, y - 1.0, end, y + 2.5)
            path.cubicTo(end - 30.0, y + 6.0, end - 60.0, y + 4.5, end - 100.0, y + 4.0)
            path.lineTo(100.0, y + 4.0)
            path.cubicTo(60.0, y + 8.0, 20.0, y + 8.0, 8.0, y + 3.0)
            painter.fillPath(path, light if number else soil)

    def _paint_wood(self, painter: QPainter, area: Rect, knots: Sequence[str], scale: float) -> None:
        layout, palette = self.layout, self.palette
        for points, arrives in self._index.tendrils(area):
            paint_way(painter, points, palette, arrives=arrives)
        trunk = self._index.trunk
        if not trunk:
            self._paint_promise(painter)
        elif area.x < LEFT:
            paint_trunk(painter, trunk[0][0] + 24.0, layout.ground, (area.y, area.bottom), trunk, palette)
        for stretch in self._index.stretches(area):
            self._paint_stretch(painter, stretch, leaves=scale >= DOTS)
        for id_ in knots:
            knot = layout.family.knots.get(id_)
            if knot is not None:
                self._paint_shelf(
                    painter, id_, knot.how, bears=bool(knot.children) and id_ not in layout.hidden
                )

    def _paint_promise(self, painter: QPainter) -> None:
        """A young tree, and faintly what may grow on it."""
        ground, palette = self.layout.ground, self.palette
        y, step = ground - 84.0, WIDE + GUTTER
        painter.save()
        painter.setOpacity(0.7 if palette.tint_strength else 0.45)
        painter.setFont(self._detail)
        start = (trunk_x(y + 24.0), y + 24.0)
        for number in range(len(words.PROMISE)):
            foot = (LEFT + step * number, y - 22.0 * number)
            paint_branch(
                painter, start, foot, first=2.2, last=2.0, how=How.PENDING, seed=number + 3, palette=palette
            )
            end, start = (foot[0] + WIDE, foot[1]), (foot[0] + WIDE, foot[1])
            last = number == len(words.PROMISE) - 1
            paint_stem(
                painter,
                [foot, (foot[0] + STAND, foot[1]) if last else end],
                2.0,
                1.4,
                bark(2.0, How.PENDING, palette),
                palette,
            )
            if last:
                paint_fruit(painter, (foot[0] + STAND, foot[1]), Ripeness.GREEN, palette)
            else:
                paint_fruit(painter, (foot[0] + STAND - 4.0, foot[1] - 10.0), Ripeness.BUD, palette)
        painter.setOpacity(1.0)
        painter.setPen(QColor(palette.ink_soft))
        for number, text in enumerate(words.PROMISE):
            at = QPointF(LEFT + step * number + TEXT_FROM, y - 22.0 * number - 6.5)
            painter.drawText(at, text)
        painter.restore()
        paint_trunk(painter, y + 24.0, ground, (y - 60.0, ground), [(y, 6.0)], palette)

    def _paint_sign(self, painter: QPainter) -> None:
        """Whose tree it is, on a sign at its foot."""
        if not self.layout.feet and not self._index.trunk:
            return
        wide = self._name_metrics.horizontalAdvance(words.YOU) + 18.0
        box = QRectF(34.0 - wide / 2, self.layout.ground + 10.0, wide, 20.0)
        painter.setPen(QColor(self.palette.sign_line))
        painter.setBrush(QColor(self.palette.sign))
        painter.drawRoundedRect(box, 5.0, 5.0)
        painter.setFont(self._name)
        painter.setPen(QColor(SIGN_INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.YOU)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_stretch(self, painter: QPainter, stretch: Stretch, *, leaves: bool) -> None:
        (x0, y0), (x1, y1) = stretch.start, stretch.end
        bend = min(x1, max(x0 + GUTTER, LEFT) if x0 >= LEFT else x1)
        seed = sum(ord(c) * (i + 7) for i, c in enumerate(stretch.id[-12:]))
        paint_branch(
            painter, (x0 - 1.0, y0), (bend, y1), first=stretch.first, last=stretch.last, how=stretch.how, seed=seed,
            palette=self.palette, leaves=leaves,
        )  # fmt: skip
        if bend < x1:
            colour = bark(stretch.last, stretch.how, self.palette)
            paint_stem(
                painter, [(bend - 1.0, y1), (x1, y1)], stretch.last, stretch.last, colour, self.palette
            )

    def _paint_shelf(self, painter: QPainter, id_: str, how: How, *, bears: bool) -> None:
        """The piece of branch on which somebody stands."""
        x, y = self.layout.feet[id_]
        thick = self.layout.thickness[id_]
        fruit = id_ in self.shown.fruits
        end, tip = (x + WIDE, thick) if bears else (x + (STAND if fruit else WIDE - 14.0), 0.9)
        points = [(x - 1.0, y), (x + (end - x) * 0.5, y + (0.0 if bears else 0.7)), (end, y)]
        paint_stem(painter, points, thick, tip, bark(thick, how, self.palette), self.palette)

    def _paint_plants(self, painter: QPainter, knots: Sequence[str], origin: QPointF, scale: float) -> None:
        cell = round(UNIT * 1.25 * scale)
        for id_ in reversed(knots):
            if id_ == ALONE:
                for number, other in enumerate(self.layout.family.alone[:3]):
                    self._paint_plant(
                        painter, other, (LEFT + 8.0 + 15.0 * number, self.layout.ground), origin, scale, cell
                    )
                continue
            x, y = self.layout.feet[id_]
            fruit = self.shown.fruits.get(id_)
            if fruit is not None:
                painter.save()
                painter.translate(origin)
                painter.scale(scale, scale)
                paint_fruit(painter, (x + STAND, y), fruit.ripeness, self.palette)
                painter.restore()
            else:
                self._paint_plant(painter, id_, (x + STAND, y), origin, scale, cell)

    def _paint_plant(
        self, painter: QPainter, id_: str, at: Point, origin: QPointF, scale: float, cell: int
    ) -> None:
        plant = self.shown.plants.get(id_)
        if plant is None:
            return
        x, y = at[0] * scale + origin.x(), at[1] * scale + origin.y()
        if scale < DOTS:
            vitality = plant.traits.vitality
            colour = mixed(rgb(self.palette.bare), rgb(self.palette.thriving), vitality or 0.0)
            painter.setBrush(QColor(*(round(part) for part in lit(colour, 0.0, self.palette))))
            painter.drawEllipse(QPointF(x, y - 9.0 * scale), 9.0 * scale + 0.6, 11.0 * scale + 0.6)
            return
        picture = self.pictures.ready(plant.traits, plant.species, plant.seed, cell)
        if picture is None:
            self.waiting[id_] = None
            picture = self.pictures.silhouette(plant.traits, plant.species, plant.seed, cell)
        foot = self.pictures.foot(cell)
        painter.drawPixmap(QPointF(x - foot.x(), y - foot.y()), picture)

    def finish_one(self, id_: str, scale: float) -> None:
        """Grow and keep the finished picture of one plant."""
        plant = self.shown.plants.get(id_)
        if plant is not None:
            self.pictures.pixmap(plant.traits, plant.species, plant.seed, round(UNIT * 1.25 * scale))

    def _paint_words(self, painter: QPainter, id_: str) -> None:
        x, y = self.layout.feet[id_]
        room = self.layout.width(id_) - TEXT_FROM - 6.0
        if id_ == ALONE:
            painter.setFont(self._name)
            painter.setPen(QColor(self.palette.ink))
            text = words.came_by_themselves(len(self.layout.family.alone))
            painter.drawText(QRectF(x + 56.0, y - 26.0, 320.0, 20.0), Qt.AlignmentFlag.AlignVCenter, text)
            return
        alone = id_ not in self.layout.family.knots
        name = self.name_in(id_, room)
        painter.setFont(self._name)
        painter.setPen(QColor(self.palette.ink))
        painter.drawText(QPointF(x + TEXT_FROM, y - (8.0 if alone else 6.5)), name)
        detail = self.detail_of(id_)
        if detail:
            painter.setFont(self._detail)
            painter.setPen(QColor(self.palette.ink_soft))
            room += 4.0 + self.layout.spare(id_)
            room = min(room, self.layout.extent.right - x - TEXT_FROM)
            shown = self._detail_metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(x + TEXT_FROM, y + BELOW - 3.5), shown)
        hidden = self.layout.hidden.get(id_)
        if hidden:
            self._paint_badge(painter, self.badge_of(id_), words.hidden(hidden))

    def _paint_badge(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setPen(QColor(self.palette.sign_line))
        painter.setBrush(QColor(self.palette.sign))
        painter.drawRoundedRect(box, 8.0, 8.0)
        painter.setFont(self._detail)
        painter.setPen(QColor(SIGN_INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(Qt.PenStyle.NoPen)

    def badge_of(self, id_: str) -> QRectF:
        """Where the badge of a folded knot stands: at the end of its branch."""
        x, y = self.layout.feet[id_]
        return QRectF(x + WIDE - 12.0, y - 9.0, 36.0, 18.0)

    def name_in(self, id_: str, room: float) -> str:
        """The longest form of a name for which there is room, or an elided one."""
        name = self.shown.name(id_)
        for form in name_forms(name) if id_ in self.shown.plants else (name,):
            if self._name_metrics.horizontalAdvance(form) <= room:
                return form
        return self._name_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def detail_of(self, id_: str) -> str:
        """The line below a name."""
        fruit = self.shown.fruits.get(id_)
        return fruit.detail if fruit is not None else self.shown.details.get(id_, "")
