"""The hand on the garden: pressing, dragging, pushing along, hovering, and what its tooltips say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent, QNativeGestureEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget

from gardener.scene.gestures import Carry, Drag, Push
from gardener.scene.items import PicturesOf
from gardener.scene.picture import plant_pictures
from gardener.scene.places import Cell
from gardener.scene.signs import SceneWords
from gardener.scene.zoom import ZoomView

EDGE = 36
"""Pixels from the edge within which a drag scrolls."""


class HandView(ZoomView):
    """Takes the mouse. Every signal stands for what the hand wants; the model does it."""

    selected = Signal(object)
    moveAsked = Signal(str, str, int)
    activated = Signal(str)
    foldAsked = Signal(str)

    def __init__(
        self, words: SceneWords, pictures_of: PicturesOf = plant_pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, pictures_of, parent)
        self._picture.moveAsked.connect(self.moveAsked)
        self._gesture: Drag | Carry | Push | None = None
        self._pressed: tuple[str, QPoint] | None = None
        self._panning_key = False
        self.locked = False
        """Whether plants can be looked at and chosen only."""
        self._hand = QPoint()
        self._edge = self._timer(16, self._scroll_at_edge, repeated=True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    @property
    def selection(self) -> str | None:
        """The id of the selected plant."""
        return self._picture.selected

    def _show_tip(self, event: QHelpEvent) -> None:
        at = self.mapToScene(event.pos())
        plant = self._plant_at(event.pos())
        sign = self._picture.sign_at(at.x(), at.y())
        text = ""
        if sign is not None:
            state = self._picture.sign_state(sign[0])
            text = self._words.sign_tip(sign[0], state.count, state.thirsty, state.withered)
        elif plant is not None:
            text = self._words.tip(self._picture.plants[plant])
        QToolTip.showText(event.globalPos(), plain(text), self.viewport())

    def _ground_at(self, at: QPoint) -> tuple[float, float]:
        point = self.mapToScene(at)
        return point.x(), point.y()

    def _plant_at(self, at: QPoint) -> str | None:
        return self._picture.layout.plant_at(*self._ground_at(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold: of a sign, of a plant, or of the garden."""
        at = event.position().toPoint()
        if isinstance(self._gesture, Carry):
            self._drop_carried(at if event.button() == Qt.MouseButton.LeftButton else None)
            return
        pan = event.button() == Qt.MouseButton.MiddleButton or self._panning_key
        if not pan and event.button() != Qt.MouseButton.LeftButton:
            return
        sign = None if pan else self._picture.sign_at(*self._ground_at(at))
        if sign is not None:
            if sign[1]:
                self.foldAsked.emit(str(sign[0]))
            return
        plant = None if pan else self._plant_at(at)
        if plant is None:
            self._gesture = Push(at.x(), at.y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._pressed = plant, at
            self._choose(plant)

    def _drop_carried(self, at: QPoint | None) -> None:
        carry, self._gesture = self._gesture, None
        if not isinstance(carry, Carry):
            return
        cell = None if at is None else self._picture.target(*self._ground_at(at), carry.id)
        if cell is None:
            carry.cancel()
        else:
            carry.aim_at(cell)
            carry.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a plant, push the garden, or see what lies under the hand."""
        at = self._hand = event.position().toPoint()
        gesture = self._gesture
        if self._pressed is not None and gesture is None and not self.locked:
            plant, start = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._gesture = gesture = Drag(self._picture, plant, self._ground_at(start))
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if isinstance(gesture, Drag):
            gesture.move(*self._ground_at(at))
            self._edge.start() if self._at_edge(at) != (0, 0) else self._edge.stop()
        elif isinstance(gesture, Push):
            dx, dy = gesture.move(at.x(), at.y(), least=float(QApplication.startDragDistance()))
            self._scroll(-dx, -dy)
        elif gesture is None:
            self._hover(at)
            self._picture.stir()

    def _hover(self, at: QPoint) -> None:
        sign = self._picture.sign_at(*self._ground_at(at))
        plant = None if sign is not None else self._plant_at(at)
        self._picture.hover(plant, sign[0] if sign is not None else None)
        over = plant is not None or (sign is not None and sign[1])
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._panning_key else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        at = event.position().toPoint()
        gesture, self._gesture = self._gesture, None
        self._pressed = None
        self._edge.stop()
        if isinstance(gesture, Carry):
            self._gesture = gesture
            return
        if isinstance(gesture, Drag):
            gesture.move(*self._ground_at(at))
            gesture.end()
        elif isinstance(gesture, Push) and not gesture.pushed and event.button() == Qt.MouseButton.LeftButton:
            self._choose(None)
        self._hover(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A plant is opened; a sign brings its bed near, and far again."""
        at = event.position().toPoint()
        sign, plant = self._picture.sign_at(*self._ground_at(at)), self._plant_at(at)
        self._end_gesture()
        if sign is not None and not sign[1]:
            self.zoom_to_bed(sign[0]) if self._fitted else self.zoom_to_fit()
        elif sign is not None:
            self.foldAsked.emit(str(sign[0]))
        elif plant is not None:
            self.activated.emit(plant)

    def _at_edge(self, at: QPoint) -> tuple[int, int]:
        """How far to scroll in one step while a plant is held near the edge."""
        box = self.viewport().rect()
        dx = min(0, at.x() - EDGE) + max(0, at.x() - box.width() + EDGE)
        dy = min(0, at.y() - EDGE) + max(0, at.y() - box.height() + EDGE)
        return dx // 3, dy // 3

    def _scroll_at_edge(self) -> None:
        gesture = self._gesture
        if not isinstance(gesture, Drag):
            self._edge.stop()
            return
        self._scroll(*self._at_edge(self._hand))
        gesture.move(*self._ground_at(self._hand))

    def _end_gesture(self) -> None:
        gesture, self._gesture, self._pressed = self._gesture, None, None
        if isinstance(gesture, Drag | Carry):
            gesture.cancel()
        self._edge.stop()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def _choose(self, id_: str | None, *, reveal: bool = False) -> None:
        """Select by the person's hand: with the signal."""
        if reveal and id_ is not None:
            self._reveal(id_)
        if id_ != self.selection:
            self._picture.select(id_)
            self.selected.emit(id_)

    def _reveal(self, id_: str) -> None:
        if self._picture.layout.visible(id_):
            self._reveal_cell(self._picture.layout.cells[id_])

    def _reveal_cell(self, cell: Cell) -> None:
        r = self._picture.layout.cell_rect(cell)
        self.ensureVisible(QRectF(r.x, r.y, r.w, r.h), 24, 40)

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden window holds nothing in the hand."""
        self._end_gesture()
        super().hideEvent(event)


def plain(text: str) -> str:
    """`text` for a tooltip, so that a name is never read as HTML."""
    if "<" not in text:
        return text
    from html import escape  # with two thousand names of signs, and no tooltip is shown at a start

    return "<span>" + escape(text).replace("\n", "<br>") + "</span>"


def pinched(event: QEvent, viewport: QWidget) -> tuple[float, QPoint] | None:
    """The factor by which two fingers on a touchpad or a screen zoom, and the point of `viewport` that stays; null for
    any other event."""
    if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            return 1.0 + event.value(), event.position().toPoint()
    elif event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            return pinch.scaleFactor(), viewport.mapFromGlobal(pinch.hotSpot().toPoint())
    return None
