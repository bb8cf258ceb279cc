"""The marks on the picture: the ring round the selected plant and who led to whom, the cell aimed at, the hand's shadow."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from gardener.scene.canvas import colour
from gardener.scene.items import HAND_Z, shadow_path
from gardener.scene.layout import Layout
from gardener.scene.places import Cell
from gardener.scene.showing import PlantShown
from gardener.scene.wood import FRONT


class Marks:
    """Holds the items of all marks; each is a dark line with a bright one inside, so that it shows on any ground."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._halo, self.trail, self._aim, self._shadow = (QGraphicsPathItem() for _ in range(4))
        for outer in (self.trail, self._halo, self._aim):
            QGraphicsPathItem(outer)
        depths = ((self.trail, 0.4), (self._halo, 0.5), (self._aim, 4.0), (self._shadow, HAND_Z - 0.1))
        for item, depth in depths:
            item.setZValue(depth)
            item.setVisible(False)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            scene.addItem(item)
        self._style()

    def _style(self) -> None:
        bright, dark = colour((255, 252, 240)), colour((34, 46, 26))
        for item in (self._halo, self._aim):
            item.setPen(_cosmetic(dark, 5.0))
            for child in item.childItems():
                if isinstance(child, QGraphicsPathItem):
                    child.setPen(_cosmetic(bright, 2.4, dashed=item is self._aim))
        for trail, tone, width in (
            (self.trail, dark, 5.0),
            *((child, colour((196, 226, 140)), 3.2) for child in self.trail.childItems()),
        ):
            if isinstance(trail, QGraphicsPathItem):
                pen = _cosmetic(tone, width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.01, 10.0 / width])
                trail.setPen(pen)
        self._shadow.setPen(QPen(Qt.PenStyle.NoPen))
        self._shadow.setBrush(QBrush(colour((16, 8, 2), 120)))

    def select(
        self, id_: str | None, plants: Mapping[str, PlantShown], layout: Layout, *, scale: float
    ) -> None:
        """Mark this plant as selected, or none."""
        seen = id_ is not None and layout.visible(id_)
        self._halo.setVisible(seen)
        self.trail.setVisible(seen)
        if id_ is None or not seen:
            return
        unit = layout.unit(id_)
        ring = QPainterPath()
        least = 7.0 / scale
        ring.addEllipse(QPointF(0.0, 0.0), max(0.36 * unit, least * 1.7), max(0.125 * unit, least * 0.7))
        _set_path(self._halo, ring)
        self._halo.setPos(*layout.foot(id_))
        _set_path(self.trail, _trails_of(id_, plants, layout))

    def aim(self, cell: Cell | None, layout: Layout) -> None:
        """Outline the cell a plant would go to, and its bed; or none."""
        self._aim.setVisible(cell is not None)
        if cell is None:
            return
        bed = layout.beds[cell.stage]
        path = QPainterPath()
        frame = bed.frame.grown(2.0)
        path.addRoundedRect(frame.x, frame.y, frame.w, frame.h + FRONT, 6.0, 6.0)
        if not bed.folded:
            r = bed.cell(cell.place).grown(-1.5)
            path.addRoundedRect(r.x, r.y, r.w, r.h, min(8.0, r.w / 4), min(8.0, r.w / 4))
        _set_path(self._aim, path)

    def cast_shadow(self, unit: float | None) -> None:
        """Show the shadow of a plant in the hand, of that full height; null: none."""
        if unit is not None:
            self._shadow.setPath(shadow_path(unit))
        self._shadow.setVisible(unit is not None)

    def move_shadow(self, x: float, y: float) -> None:
        """Put the shadow on a point of the ground."""
        self._shadow.setPos(x, y)


def _trails_of(id_: str, plants: Mapping[str, PlantShown], layout: Layout) -> QPainterPath:
    """Who led to whom: a bow from whoever introduced this one, and one to everyone this one introduced."""
    pairs = [(id_, to) for to in plants[id_].led_to]
    pairs += [(plant.id, id_) for plant in plants.values() if id_ in plant.led_to]
    path = QPainterPath()
    for by, to in pairs:
        if layout.visible(by) and layout.visible(to):
            (x0, y0), (x1, y1) = layout.foot(by), layout.foot(to)
            path.moveTo(x0, y0)
            path.quadTo((x0 + x1) / 2, max(y0, y1) + 0.18 * abs(x1 - x0) + 10.0, x1, y1)
    return path


def _set_path(mark: QGraphicsPathItem, path: QPainterPath) -> None:
    """Give a mark and its inner line the same path."""
    for item in (mark, *mark.childItems()):
        if isinstance(item, QGraphicsPathItem):
            item.setPath(path)


def _cosmetic(tone: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(tone, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    return pen
