"""The garden picture as a widget: what it is given to show, what it asks for, and its keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from gardener.domain.stage import Stage
from gardener.scene.gestures import Carry, Drag
from gardener.scene.hands import HandView, pinched
from gardener.scene.items import PicturesOf
from gardener.scene.light import Moment
from gardener.scene.picture import plant_pictures
from gardener.scene.showing import PlantShown
from gardener.scene.signs import SceneWords

STEP = 1.25
"""One step of the zoom keys."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GardenView(HandView):
    """The garden picture. It shows what it is given and asks for what the hand wants; the model does it.

    Signals, all by the person's hand alone: `selected` (id or None), `moveAsked` (id, stage, place), `activated` (id),
    `contextMenuAsked` (id or "" beside all plants, global point), `foldAsked` (stage). `finished`: every plant in view
    is painted to the end.
    """

    contextMenuAsked = Signal(str, QPoint)

    def __init__(
        self, words: SceneWords, pictures_of: PicturesOf = plant_pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, pictures_of, parent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(words.description)

    # What is shown

    @property
    def motion(self) -> bool:
        """Whether anything moves: plants that sway, change and glide to their places; off under reduced motion."""
        return self._picture.motion

    @motion.setter
    def motion(self, wanted: bool) -> None:
        self._picture.motion = wanted
        if not wanted:
            self._picture.rest()

    def set_garden(self, shown: Iterable[PlantShown], selected: str | None = None) -> None:
        """Show these plants and no others."""
        self._end_gesture()
        with self._picture.dressed_once():
            self._picture.set_plants(shown)
            self._picture.select(selected)
            if self._fitted:
                self.zoom_to_fit()
            self._look(anew=True)
            self.pass_by(False)

    def update_plants(self, changed: Sequence[PlantShown], removed: Collection[str] = ()) -> None:
        """Show what has changed of some plants; only they, and the signs that count them, are painted again."""
        gesture = self._gesture
        if isinstance(gesture, Drag | Carry) and gesture.id in removed:
            self._end_gesture()
        extent = self._picture.layout.extent
        with self._picture.dressed_once():
            self._picture.change_plants(changed, removed)
            if self._picture.layout.extent != extent:
                if self._fitted:
                    self.zoom_to_fit()
                self._look(anew=True)
            self._start_work()
            self.pass_by(False)

    def hold(self, on: bool) -> None:
        """While the garden of another day is shown nothing can be taken in hand, and all keep their places."""
        if on:
            self._end_gesture()
        self.locked = on
        self._picture.keep_places(on)

    def glance(self, changed: Sequence[PlantShown], removed: Collection[str] = ()) -> None:
        """Show what has changed while a hand moves through time, as cheaply as can be."""
        self.pass_by(True)
        self._picture.glance(changed, removed)
        self._start_work()

    def select(self, id_: str | None) -> None:
        """Select a plant (or none) without a signal, and bring it into view."""
        self._picture.select(id_)
        if self._picture.selected is not None:
            self._reveal(self._picture.selected)

    def set_moment(self, moment: Moment, *, gently: bool = False) -> None:
        """Theme ("light", "dusk", "contrast"), local hour, day of the year and hemisphere."""
        self._picture.set_moment(moment, gently=gently)
        self._start_work()

    def set_folded(self, folded: Collection[Stage]) -> None:
        """Fold these beds and no others."""
        with self._picture.dressed_once():
            self._picture.set_folded(folded)
            if self._fitted:
                self.zoom_to_fit()
            self._look(anew=True)

    def water(self, ids: Collection[str]) -> None:
        """Let a drop fall on the soil of each of these plants, where there is motion."""
        self._picture.water(ids)

    def point_of(self, id_: str) -> QPoint:
        """The middle of a plant in the picture, as a global point. KeyError when there is none."""
        x, y = self._picture.layout.foot(id_)
        return self._global(x, y - 0.12 * self._picture.layout.unit(id_))

    def point_of_bed(self, stage: Stage, place: int | None = None) -> QPoint:
        """A point in a bed: of that place, or of its first free one, or in its middle when it is full. Global."""
        layout = self._picture.layout
        bed = layout.beds[stage]
        if bed.folded:
            return self._global(*bed.soil.centre)
        free = (
            place
            if place is not None
            else next((p for p in range(bed.capacity) if p not in bed.plants), None)
        )
        return self._global(*(bed.soil.centre if free is None else bed.cell(free).centre))

    def _global(self, x: float, y: float) -> QPoint:
        return self.viewport().mapToGlobal(self.mapFromScene(QPointF(x, y)))

    # Events of the window

    def event(self, event: QEvent) -> bool:
        """Device pixel ratio, shortcuts of one's own, and pinching by native gesture."""
        kind = event.type()
        if kind == QEvent.Type.DevicePixelRatioChange:
            self._settle_zoom()
        elif (
            kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips, pinching and leaving."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if kind == QEvent.Type.Leave:
            self._picture.hover(None)
        elif (pinch := pinched(event, self.viewport())) is not None:
            self.zoom_by(*pinch)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the plant under the hand, or by key of the selected one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            plant = self.selection
            at = self.point_of(plant) if plant is not None else self.viewport().mapToGlobal(QPoint(12, 12))
        else:
            plant, at = self._plant_at(event.pos()), event.globalPos()
        if plant is not None:
            self._choose(plant)
        self.contextMenuAsked.emit(plant or "", at)

    # Keys

    def cut(self) -> None:
        """Take up the selected plant; arrows or the hand choose a cell, `paste` asks for the move."""
        self._end_gesture()
        id_ = self.selection
        if id_ is not None and not self.locked and self._picture.layout.visible(id_):
            self._gesture = Carry(self._picture, id_)

    def paste(self) -> None:
        """Put down the plant that was cut, at the cell that is outlined."""
        gesture = self._gesture
        if isinstance(gesture, Carry):
            self._gesture = None
            gesture.end()

    @property
    def carrying(self) -> bool:
        """Whether a plant has been cut and not yet put down."""
        return isinstance(self._gesture, Carry)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        """Keys that the picture wants before the window's shortcuts."""
        if event.key() == Qt.Key.Key_Escape:
            return isinstance(self._gesture, Drag | Carry)
        return event.matches(QKeySequence.StandardKey.Cut) or (
            event.matches(QKeySequence.StandardKey.Paste) and self.carrying
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, zoom, cut and paste; the space bar takes hold of the garden. Letters are left to the window’s deeds."""
        key, gesture = event.key(), self._gesture
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and isinstance(gesture, Drag | Carry):
            self._end_gesture()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in _ARROWS and ctrl:
            dx, dy = _ARROWS[Qt.Key(key)]
            self._scroll(dx * 60, dy * 60)
        elif key in _ARROWS:
            self._go(*_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order = list(self._picture.layout.order())
            if order:
                self._choose(order[0 if key == Qt.Key.Key_Home else -1], reveal=True)
        elif key == Qt.Key.Key_Space:
            self._panning_key = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._zoom_key(key):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar lets go of the garden."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._panning_key = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key held down elsewhere is none here."""
        self._panning_key = False
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from bed to bed, and out of the picture after the last."""
        stages = [s for s in Stage if self._picture.layout.first_of(s) is not None]
        cell = self._picture.layout.cell_of(self.selection or "")
        if not stages or self._gesture is not None:
            return bool(super().focusNextPrevChild(forward))
        if cell is None or cell.stage not in stages:
            at = 0 if forward else len(stages) - 1
        else:
            at = stages.index(cell.stage) + (1 if forward else -1)
        if not 0 <= at < len(stages):
            return bool(super().focusNextPrevChild(forward))
        self._choose(self._picture.layout.first_of(stages[at]), reveal=True)
        self._picture.stir()
        return True

    def _go(self, dx: int, dy: int) -> None:
        gesture, layout = self._gesture, self._picture.layout
        if isinstance(gesture, Carry):
            gesture.step(dx, dy)
            self._reveal_cell(gesture.target)
            return
        if self.selection is None or not layout.visible(self.selection):
            self._choose(next(layout.order(), None), reveal=True)
            return
        found = layout.neighbour(self.selection, dx, dy)
        if found is not None:
            self._choose(found, reveal=True)
            self._picture.stir()

    def _enter(self) -> None:
        if self.carrying:
            self.paste()
        elif self.selection is not None:
            self.activated.emit(self.selection)

    def _zoom_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_by(1.0 / STEP)
        elif key == Qt.Key.Key_0:
            self.zoom_to_fit()
            self._look(anew=True)
        else:
            return False
        return True
