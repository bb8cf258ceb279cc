"""What stands in the beds as cheap picture items: plants, their labels and the signs; only what is near the view exists."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPixmapItem, QGraphicsScene

from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.scene.backdrop import blank, colour
from gardener.scene.badges import paint_badge
from gardener.scene.grid import Rect
from gardener.scene.labels import Label, Rank, Wanted, fit
from gardener.scene.layout import WOOD, Layout
from gardener.scene.light import Light, mix
from gardener.scene.palette import DAY, THEMES
from gardener.scene.showing import PlantShown
from gardener.scene.signs import BedWords, Sign, SignState, paint_sign, sign_height
from gardener.scene.traits import Traits

PLANTS_Z, LABELS_Z, SIGNS_Z, HAND_Z = 1.0, 5.0, 6.0, 8.0
"""Depth of the layers; within the plants, the lower foot lies before the higher."""
NARROW, ROOMY = 40.0, 56.0
"""Cells narrower than this have no label, in pixels: in roomy rows and of plants that wait, elsewhere of others."""
BADGED = frozenset(
    {
        Condition.THIRSTY,
        Condition.WILTING,
        Condition.WITHERED,
        Condition.WITHERED_SEED,
        Condition.SOGGY,
        Condition.DROWNING,
        Condition.RESTING,
    }
)
"""Conditions whose badge stands on the label."""
FAR = 11.0
"""Plants whose full height is fewer pixels are shown as silhouettes."""


class Pictures(Protocol):
    """Where plants' pictures come from; they fill the cell (0.9 × 1.25 full heights), at a device pixel ratio.

    `cell_px` is the height of that cell in logical pixels.
    """

    def pixmap(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap: ...

    def silhouette(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap: ...


def _still(item: QGraphicsItem) -> None:
    """The item takes no mouse: the view asks the layout who stands where."""
    item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    item.setAcceptHoverEvents(False)


class PlantLayer:
    """The plants near the view as pixmap items: silhouettes at once, finished pictures in slices."""

    def __init__(self, scene: QGraphicsScene, pictures: Pictures) -> None:
        self._scene, self.pictures = scene, pictures
        self._plants: Mapping[str, PlantShown] = {}
        self._layout: Layout | None = None
        self._items: dict[str, QGraphicsPixmapItem] = {}
        self._due: dict[str, None] = {}
        self._scale = self._ratio = 1.0
        self._lifted: str | None = None

    @property
    def waiting(self) -> bool:
        """Whether pictures in view are still to be finished."""
        return bool(self._due)

    def item(self, id_: str) -> QGraphicsPixmapItem | None:
        """The item of a plant near the view."""
        return self._items.get(id_)

    def __len__(self) -> int:
        return len(self._items)

    def renew(self, pictures: Pictures) -> None:
        """Take pictures from elsewhere: another theme, another device."""
        self.pictures = pictures
        self._due.update(dict.fromkeys(self._items))

    def show(self, plants: Mapping[str, PlantShown], layout: Layout) -> None:
        """Take over plants and layout; items whose plants are gone go, the others stand where the layout says."""
        self._plants, self._layout = plants, layout
        for id_ in [i for i in self._items if not layout.visible(i)]:
            self._drop(id_)
        for id_, item in self._items.items():
            if id_ != self._lifted:
                self._place(id_, item)

    def look(self, visible: Rect, area: Rect, scale: float, ratio: float) -> None:
        """Hold items for the plants in `area` of the ground and no others, those of `visible` first."""
        if self._layout is None:
            return
        rescaled = (scale, ratio) != (self._scale, self._ratio)
        self._scale, self._ratio = scale, ratio
        near = dict.fromkeys(self._layout.within(visible))
        near.update(dict.fromkeys(self._layout.within(area)))
        if self._lifted in self._items:
            near[self._lifted] = None
        for id_ in [i for i in self._items if i not in near]:
            self._drop(id_)
        if rescaled:
            self._due.update(dict.fromkeys(self._items))
        for id_ in near:
            if id_ not in self._items:
                self._add(id_)

    def refresh(self, ids: Iterable[str]) -> None:
        """Paint these plants again, soon; they keep their former picture until then."""
        self._due.update(dict.fromkeys(i for i in ids if i in self._items))

    def finish(self, seconds: float) -> bool:
        """Finish pictures for about that long; true when none is left to do."""
        until = perf_counter() + seconds
        while self._due:
            id_ = next(iter(self._due))
            del self._due[id_]
            self._paint(id_, finished=True)
            if perf_counter() >= until:
                break
        return not self._due

    def lift(self, id_: str | None) -> None:
        """Mark a plant as in the hand: it lies before all others and the layout does not place it; null: none."""
        before, self._lifted = self._lifted, id_
        for other in (before, id_):
            item = self._items.get(other or "")
            if item is not None and other is not None:
                item.setZValue(HAND_Z if other == id_ else self._depth(other))

    def put(self, id_: str, x: float, y: float) -> None:
        """Put the foot of a lifted plant at a point of the ground."""
        item, layout = self._items.get(id_), self._layout
        if item is None or layout is None or not layout.visible(id_):
            return
        picture, foot = layout.picture(id_), layout.foot(id_)
        item.setPos(picture.x + x - foot[0], picture.y + y - foot[1])

    def foot(self, id_: str) -> tuple[float, float] | None:
        """Where the foot of an item stands at the moment, also in the hand."""
        item, layout = self._items.get(id_), self._layout
        if item is None or layout is None:
            return None
        picture, foot = layout.picture(id_), layout.foot(id_)
        return item.x() + foot[0] - picture.x, item.y() + foot[1] - picture.y

    def settle(self, id_: str) -> None:
        """The plant stands where the layout has it."""
        item = self._items.get(id_)
        if item is not None:
            self._place(id_, item)

    def _add(self, id_: str) -> None:
        item = QGraphicsPixmapItem()
        _still(item)
        item.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
        item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._items[id_] = item
        self._paint(id_, finished=False)
        self._place(id_, item)
        self._scene.addItem(item)
        self._due[id_] = None

    def _drop(self, id_: str) -> None:
        self._scene.removeItem(self._items.pop(id_))
        self._due.pop(id_, None)

    def _depth(self, id_: str) -> float:
        return PLANTS_Z if self._layout is None else PLANTS_Z + self._layout.foot(id_)[1] * 1e-6

    def _place(self, id_: str, item: QGraphicsPixmapItem) -> None:
        """Put an item on whole pixels, so that it is copied and not resampled."""
        assert self._layout is not None
        picture, fine = self._layout.picture(id_), self._scale * self._ratio
        item.setPos(round(picture.x * fine) / fine, round(picture.y * fine) / fine)
        item.setZValue(self._depth(id_))

    def _paint(self, id_: str, *, finished: bool) -> None:
        assert self._layout is not None
        plant, item = self._plants[id_], self._items[id_]
        cell = self._layout.picture(id_)
        pixels = max(4, round(cell.h * self._scale))
        far = self._layout.unit(id_) * self._scale < FAR
        paint = self.pictures.pixmap if finished and not far else self.pictures.silhouette
        item.setPixmap(paint(plant.traits, plant.species, plant.seed, pixels))
        item.setScale(1.0 / self._scale)


def body_box(plant: PlantShown, layout: Layout) -> Rect:
    """About how much of its cell a plant fills, for keeping labels off it."""
    x, y = layout.foot(plant.id)
    unit, traits = layout.unit(plant.id), plant.traits
    if traits.sown:
        return Rect(x - 0.20 * unit, y - 0.30 * unit, 0.40 * unit, 0.34 * unit)
    upright = 1.0 if traits.vitality is None else 0.45 + 0.55 * min(1.0, traits.vitality / 0.5)
    high = unit * (0.18 + 0.80 * traits.size) * upright
    wide = unit * (0.30 + 0.50 * traits.size)
    return Rect(x - wide / 2, y - high, wide, high + 0.05 * unit)


class LabelLayer:
    """The names beside the plants, each a small plaque in window pixels, whatever the scale."""

    def __init__(self, scene: QGraphicsScene, font: QFont) -> None:
        self._scene = scene
        self._items: dict[str, tuple[QGraphicsPixmapItem, tuple[object, ...]]] = {}
        self.labels: list[Label] = []
        self._points = max(6.0, font.pointSizeF() if font.pointSizeF() > 0 else 9.0)
        self._base = QFont(font)
        self._take_size(0.88)

    def _take_size(self, factor: float) -> None:
        self._factor = factor
        self.font = QFont(self._base)
        self.font.setPointSizeF(self._points * factor)
        self._bold = QFont(self.font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetricsF(self.font), QFontMetricsF(self._bold)
        self._natural: dict[str, float] = {}

    @property
    def height(self) -> float:
        """Of a label, in logical pixels."""
        return round(self._metrics.height() + 2.0)

    def fit(
        self,
        plants: Collection[PlantShown],
        layout: Layout,
        *,
        scale: float,
        selected: str | None,
        hovered: str | None,
        hidden: str | None,
    ) -> list[Label]:
        """Decide which names are shown, in pixels of the ground at `scale`; `hidden` is the plant in the hand."""
        if label_size(scale) != self._factor:
            self._take_size(label_size(scale))
        wanted = [
            self._wanted(plant, layout, scale, selected, hovered) for plant in plants if plant.id != hidden
        ]
        worth = [want for want in wanted if want is not None]
        bodies = (
            [(p.id, _scaled(body_box(p, layout), scale)) for p in plants if p.id != hidden] if worth else []
        )
        self.labels = fit(worth, bodies, self.height)
        return self.labels

    def show(
        self,
        plants: Mapping[str, PlantShown],
        *,
        scale: float,
        ratio: float,
        light: Light,
        selected: str | None,
        hovered: str | None,
    ) -> None:
        """Bring the items in line with `labels`; a label that has not changed is not touched."""
        wanted = {label.id for label in self.labels}
        for id_ in [i for i in self._items if i not in wanted]:
            self._scene.removeItem(self._items.pop(id_)[0])
        for id_, rect in self.labels:
            strong = id_ == selected
            plant = plants[id_]
            state = (plant.name, plant.condition, rect, scale, ratio, light.paper, strong, id_ == hovered)
            held = self._items.get(id_)
            if held is not None and held[1] == state:
                continue
            item = held[0] if held is not None else self._new()
            item.setPixmap(self._plaque(plant, rect, light, ratio, strong=strong))
            item.setScale(1.0 / scale)
            fine = scale * ratio
            item.setPos(round(rect.x * ratio) / fine, round(rect.y * ratio) / fine)
            item.setZValue(LABELS_Z + 0.5 * strong + 0.7 * (id_ == hovered))
            self._items[id_] = item, state

    def _new(self) -> QGraphicsPixmapItem:
        item = QGraphicsPixmapItem()
        _still(item)
        self._scene.addItem(item)
        return item

    def _wanted(
        self, plant: PlantShown, layout: Layout, scale: float, selected: str | None, hovered: str | None
    ) -> Wanted | None:
        chosen = plant.id in (selected, hovered)
        cell = layout.cell_rect(layout.cells[plant.id])
        room = cell.w * scale
        first_rows = layout.unit(plant.id) > 60.0
        if not chosen and room < (NARROW if plant.waiting or first_rows else ROOMY):
            return None
        x, y = layout.foot(plant.id)
        soil = layout.beds[plant.stage].soil
        rank = Rank.SELECTED if chosen else Rank.WAITING if plant.waiting else Rank.OTHER
        if rank is Rank.OTHER and (plant.thirsty or plant.withered):
            rank = Rank.THIRSTY
        edge = 0.0 if not chosen else WOOD * scale
        return Wanted(
            id=plant.id,
            rank=rank,
            x=x * scale,
            y=(y + 0.075 * layout.unit(plant.id)) * scale + 2.0,
            natural=self._width(plant.name, bold=plant.id == selected) + self._badge_room(plant),
            room=room,
            left=soil.x * scale + 1.0 - edge,
            right=soil.right * scale - 1.0 + edge,
        )

    def _width(self, name: str, *, bold: bool) -> float:
        if bold:
            return self._bold_metrics.horizontalAdvance(name) + 13.0
        width = self._natural.get(name)
        if width is None:
            width = self._natural[name] = self._metrics.horizontalAdvance(name) + 12.0
        return width

    def _badge_room(self, plant: PlantShown) -> float:
        return self.height - 4.0 if plant.condition in BADGED else 0.0

    def _plaque(self, plant: PlantShown, rect: Rect, light: Light, ratio: float, *, strong: bool) -> QPixmap:
        pixmap = blank(rect.w, rect.h, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, rect.w - 1.0, rect.h - 1.0)
        paper, ink = (light.ink, light.paper) if strong else (light.paper, light.ink)
        painter.setPen(
            colour(light.paper if strong else mix(light.paper, light.ink, 0.28), 255 if strong else 150)
        )
        painter.setBrush(colour(paper, 255 if strong or light.plain else 232))
        painter.drawRoundedRect(box, box.height() * 0.42, box.height() * 0.42)
        painter.setPen(colour(ink))
        painter.setFont(self._bold if strong else self.font)
        metrics = self._bold_metrics if strong else self._metrics
        badge = self._badge_room(plant)
        if rect.w - 9.0 - badge < 0.72 * metrics.horizontalAdvance(plant.name):
            badge = 0.0  # the name matters more, and the plant itself says how it is
        text = metrics.elidedText(plant.name, Qt.TextElideMode.ElideRight, rect.w - 9.0 - badge)
        painter.drawText(QRectF(badge, 0.0, rect.w - badge, rect.h), Qt.AlignmentFlag.AlignCenter, text)
        if badge:
            palette = THEMES.get(light.theme, DAY)
            paint_badge(painter, str(plant.condition), palette, QRectF(1.5, 1.5, rect.h - 3.0, rect.h - 3.0))
        painter.end()
        return pixmap


def label_size(scale: float) -> float:
    """The size of labels as a share of the window's font: a little smaller far out, larger near, in few steps."""
    return 0.82 if scale < 0.8 else 0.88 if scale < 1.4 else 0.98 if scale < 2.2 else 1.1


def _scaled(rect: Rect, scale: float) -> Rect:
    return Rect(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)


class SignLayer:
    """The signs above the beds; one is painted again only when what it says has changed."""

    def __init__(self, scene: QGraphicsScene, words: Mapping[Stage, BedWords], font: QFont) -> None:
        self._scene, self._words, self._font = scene, words, font
        self._items: dict[Stage, QGraphicsPixmapItem] = {}
        self._signs: dict[Stage, tuple[Sign, tuple[object, ...]]] = {}

    def show(
        self, layout: Layout, states: Mapping[Stage, SignState], *, light: Light, scale: float, ratio: float
    ) -> None:
        """Paint what has changed and put every sign over its bed."""
        for stage, bed in layout.beds.items():
            width = max(20.0, bed.sign.w * scale)
            height = max(sign_height(states[stage], width, self._font), bed.sign.h * scale)
            key = (states[stage], width, height, ratio, light)
            held = self._signs.get(stage)
            item = self._items.get(stage)
            if item is None:
                item = self._items[stage] = QGraphicsPixmapItem()
                _still(item)
                item.setZValue(SIGNS_Z)
                self._scene.addItem(item)
            if held is None or held[1] != key:
                sign = paint_sign(
                    self._words[stage],
                    states[stage],
                    light=light,
                    font=self._near_font(scale),
                    width=width,
                    height=height,
                    ratio=ratio,
                )
                self._signs[stage] = sign, key
                item.setPixmap(sign.pixmap)
                item.setScale(1.0 / scale)
            fine = scale * ratio
            top = max(0.0, bed.sign.bottom - height / scale)
            item.setPos(round(bed.sign.x * fine) / fine, round(top * fine) / fine)

    def _near_font(self, scale: float) -> QFont:
        font = QFont(self._font)
        size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
        font.setPointSizeF(size * min(1.6, max(1.0, scale**0.6)))
        return font

    def at(self, x: float, y: float, scale: float) -> tuple[Stage, bool] | None:
        """The bed whose sign holds the point of the ground, and whether the point is on its fold mark."""
        for stage, item in self._items.items():
            sign, _ = self._signs[stage]
            px, py = (x - item.x()) * scale, (y - item.y()) * scale
            if 0.0 <= px < sign.width and 0.0 <= py < sign.height:
                return stage, sign.fold.contains(QPointF(px, py))
        return None


def shadow_path(unit: float) -> QPainterPath:
    """The shadow on the soil below a plant in the hand."""
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), unit * 0.24, unit * 0.07)
    return path


PicturesOf = Callable[[str, float], Pictures]
"""Makes the pictures of a theme at a device pixel ratio."""
