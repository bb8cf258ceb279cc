"""Badges beside the plants that have no label: what must be found at a glance is marked also where no name fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.scene.badges import paint_badge
from gardener.scene.canvas import blank
from gardener.scene.items import LABELS_Z, still
from gardener.scene.layout import Layout
from gardener.scene.palette import DAY, THEMES
from gardener.scene.showing import PlantShown

MARKED = frozenset({Condition.THIRSTY, Condition.WILTING, Condition.WITHERED, Condition.DROWNING})
"""Conditions that are marked beside the plant."""
NARROW = 21.0
"""Cells narrower than this have no badge, in pixels: there the plant itself is little more than a mark."""
SMALLEST, LARGEST = 8.0, 13.0
"""Sides of a badge in pixels."""


class BadgeLayer:
    """One small picture item for each plant that is marked; those of one kind share their pixmap."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[str, tuple[QGraphicsPixmapItem, tuple[object, ...]]] = {}
        self._pixmaps: dict[tuple[Condition, int, float, str], QPixmap] = {}

    def __len__(self) -> int:
        return len(self._items)

    def show(
        self,
        plants: Iterable[PlantShown],
        layout: Layout,
        *,
        named: Collection[str],
        scale: float,
        ratio: float,
        theme: str,
    ) -> None:
        """Mark those of `plants` that want it and are not `named` already."""
        wanted = {
            plant.id: plant
            for plant in plants
            if plant.condition in MARKED
            and plant.id not in named
            and plant.stage is not Stage.COMPOST
            and layout.cell_rect(layout.cells[plant.id]).w * scale >= NARROW
        }
        for id_ in [i for i in self._items if i not in wanted]:
            self._scene.removeItem(self._items.pop(id_)[0])
        for id_, plant in wanted.items():
            unit = layout.unit(id_)
            side = round(min(LARGEST, max(SMALLEST, 0.24 * unit * scale)))
            x, y = layout.foot(id_)
            state = plant.condition, side, x, y, scale, ratio, theme
            held = self._items.get(id_)
            if held is not None and held[1] == state:
                continue
            item = held[0] if held is not None else self._new()
            item.setPixmap(self._pixmap(plant.condition, side, ratio, theme))
            item.setScale(1.0 / scale)
            fine = scale * ratio
            left, top = x + 0.43 * unit - side / scale, y + 0.10 * unit - side / scale
            item.setPos(round(left * fine) / fine, round(top * fine) / fine)
            self._items[id_] = item, state

    def _new(self) -> QGraphicsPixmapItem:
        item = QGraphicsPixmapItem()
        still(item)
        item.setZValue(LABELS_Z - 0.1)
        self._scene.addItem(item)
        return item

    def _pixmap(self, condition: Condition, side: int, ratio: float, theme: str) -> QPixmap:
        key = condition, side, ratio, theme
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = blank(side, side, ratio)
            painter = QPainter(found)
            paint_badge(painter, str(condition), THEMES.get(theme, DAY), QRectF(0.0, 0.0, side, side))
            painter.end()
        return found
