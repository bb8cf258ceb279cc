"""The plants in the beds as cheap picture items; only those near the view exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPixmapItem, QGraphicsScene

from gardener.scene.grid import ABOVE, BELOW, Rect
from gardener.scene.layout import Layout
from gardener.scene.showing import PlantShown
from gardener.scene.traits import Traits

PLANTS_Z, LABELS_Z, SIGNS_Z, HAND_Z = 1.0, 5.0, 6.0, 8.0
"""Depth of the layers; within the plants, the lower foot lies before the higher."""
HIGH = ABOVE + BELOW
"""Height of a picture, in full heights of its plant."""
FAR = 11.0
"""Plants whose full height is fewer pixels are shown as silhouettes."""


_SMOOTH, _COPIED = Qt.TransformationMode.SmoothTransformation, Qt.TransformationMode.FastTransformation
"""How a picture is painted that is not of its size at the moment, and one that is: copied, which is much quicker."""


class Pictures(Protocol):
    """Where plants' pictures come from; they fill the cell (0.9 × 1.25 full heights), at a device pixel ratio.

    `cell_px` is the height of that cell in logical pixels.
    """

    def pixmap(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap: ...

    def silhouette(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap: ...

    def passing(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap:
        """As `pixmap`, of a state that passes and is not kept."""

    def ready(self, traits: Traits, species: str, seed: int, cell_px: int) -> QPixmap | None: ...


def still(item: QGraphicsItem) -> None:
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
        self._heights: dict[str, int] = {}
        self._scale = self._ratio = 1.0
        self._lifted: str | None = None
        self._swaying: set[str] = set()

    @property
    def waiting(self) -> bool:
        """Whether pictures in view are still to be finished."""
        return bool(self._due)

    def is_due(self, id_: str) -> bool:
        """Whether the picture of a plant is still to be finished."""
        return id_ in self._due

    def item(self, id_: str) -> QGraphicsPixmapItem | None:
        """The item of a plant near the view."""
        return self._items.get(id_)

    @property
    def near(self) -> tuple[str, ...]:
        """The ids of the plants near the view."""
        return tuple(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def renew(self, pictures: Pictures) -> None:
        """Take pictures from elsewhere: another theme, another device."""
        self.pictures = pictures
        self._due.update(dict.fromkeys(self._items))

    def show(self, plants: Mapping[str, PlantShown], layout: Layout) -> None:
        """Take over plants and layout; items whose plants are gone go, the others stand where the layout says."""
        before, self._plants, self._layout = self._layout, plants, layout
        if before is layout:
            return
        self._heights.clear()
        for id_ in [i for i in self._items if not layout.visible(i)]:
            self._drop(id_)
        as_before = before.same_beds(layout) if before is not None else frozenset()
        for id_, item in self._items.items():
            if before is not None and id_ != self._lifted:
                cell = layout.cells[id_]
                if cell.stage in as_before and before.cells.get(id_) == cell:
                    continue
            if id_ != self._lifted:
                self._place(id_, item)
            if before is not None and before.unit(id_) != layout.unit(id_):  # its new place has another size
                self._due[id_] = None
                item.setTransformationMode(_SMOOTH)
                item.setScale(item.scale() * layout.unit(id_) / before.unit(id_))

    def take(self, plants: Mapping[str, PlantShown]) -> None:
        """Take over plants that stand where they stood."""
        self._plants = plants

    def look(self, visible: Rect, area: Rect, scale: float, ratio: float) -> None:
        """Hold items for the plants in `area` of the ground and no others, those of `visible` first."""
        if self._layout is None:
            return
        rescaled = (scale, ratio) != (self._scale, self._ratio)
        self._scale, self._ratio = scale, ratio
        if rescaled:
            self._heights.clear()
        near = dict.fromkeys(self._layout.within(visible))
        near.update(dict.fromkeys(self._layout.within(area)))
        if self._lifted in self._items:
            near[self._lifted] = None
        for id_ in [i for i in self._items if i not in near]:
            self._drop(id_)
        if rescaled:
            self._due.update(dict.fromkeys(self._items))
            for id_, item in self._items.items():
                item.setTransformationMode(_SMOOTH)  # until it is painted in its new size
                if id_ != self._lifted:
                    self._place(id_, item)  # whole pixels are elsewhere now
        for id_ in near:
            if id_ not in self._items:
                self._add(id_)

    def refresh(self, ids: Iterable[str]) -> None:
        """Paint these plants again, soon; they keep their former picture until then."""
        self._due.update(dict.fromkeys(i for i in ids if i in self._items))

    def glance(self, ids: Iterable[str]) -> None:
        """Give these plants the pictures that are kept; the others keep their former one until it is their turn."""
        assert self._layout is not None
        for id_ in ids:
            item = self._items.get(id_)
            if item is None:
                continue
            plant = self._plants[id_]
            pixels = self._pixels(self._layout, id_)
            kept = self.pictures.ready(plant.traits, plant.species, plant.seed, pixels)
            if kept is None:
                self._due[id_] = None
            else:
                self._due.pop(id_, None)
                item.setPixmap(kept)
                item.setScale(1.0 / self._scale)
                if id_ not in self._swaying:
                    item.setTransformationMode(_COPIED)

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

    def sway(self, lean: Callable[[int], float], least: float) -> None:
        """Blow every plant of at least so many pixels aside: by `lean` of its seed, a share of its height."""
        layout = self._layout
        if layout is None:
            return
        for id_, item in self._items.items():
            plant, unit = self._plants[id_], layout.unit(id_)
            if id_ == self._lifted or plant.traits.sown or unit * self._scale < least:
                continue
            down = layout.foot(id_)[1] - layout.picture(id_).y
            aside = -lean(plant.seed)
            item.setTransformationMode(_SMOOTH)
            item.setTransform(QTransform(1.0, 0.0, aside, 1.0, -aside * down, 0.0))
            self._swaying.add(id_)

    def upright(self) -> None:
        """Let every plant stand as it grew."""
        for id_ in self._swaying:
            item = self._items.get(id_)
            if item is not None:
                item.setTransform(QTransform())
                if id_ not in self._due:
                    item.setTransformationMode(_COPIED)
        self._swaying.clear()

    def show_passing(self, id_: str, traits: Traits) -> None:
        """Show a plant in a state that it only passes through."""
        item, layout = self._items.get(id_), self._layout
        if item is None or layout is None:
            return
        plant = self._plants[id_]
        item.setPixmap(self.pictures.passing(traits, plant.species, plant.seed, self._pixels(layout, id_)))
        item.setScale(1.0 / self._scale)

    def complete(self, id_: str) -> None:
        """Show a plant as it is, to the end."""
        if id_ in self._items:
            self._due.pop(id_, None)
            self._paint(id_, finished=True)

    def _add(self, id_: str) -> None:
        item = QGraphicsPixmapItem()
        still(item)
        item.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
        self._items[id_] = item
        if not self._paint(id_, finished=False):
            self._due[id_] = None
        self._place(id_, item)
        self._scene.addItem(item)

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

    def _pixels(self, layout: Layout, id_: str) -> int:
        """How many logical pixels high the picture of a plant is."""
        found = self._heights.get(id_)
        if found is None:
            found = self._heights[id_] = max(4, round(layout.unit(id_) * HIGH * self._scale))
        return found

    def _paint(self, id_: str, *, finished: bool) -> bool:
        """Give an item its picture, a quick one unless it is to be `finished`; whether that is the one to stay."""
        assert self._layout is not None
        plant, item = self._plants[id_], self._items[id_]
        pictures = self.pictures
        wanted = plant.traits, plant.species, plant.seed, self._pixels(self._layout, id_)
        far = self._layout.unit(id_) * self._scale < FAR
        final = None
        if not far:
            final = pictures.pixmap(*wanted) if finished else pictures.ready(*wanted)
        item.setPixmap(final if final is not None else pictures.silhouette(*wanted))
        item.setScale(1.0 / self._scale)
        if id_ not in self._swaying:
            item.setTransformationMode(_COPIED)
        return far or final is not None


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


def shadow_path(unit: float) -> QPainterPath:
    """The shadow on the soil below a plant in the hand."""
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), unit * 0.24, unit * 0.07)
    return path


PicturesOf = Callable[[str, float], Pictures]
"""Makes the pictures of a theme at a device pixel ratio."""
