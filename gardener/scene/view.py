"""The window onto the garden: zoom and pan, selection, dragging and the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGestureEvent,
    QGraphicsView,
    QPinchGesture,
    QStyle,
    QToolTip,
    QWidget,
)

from gardener.domain.stage import Stage
from gardener.domain.text import fold
from gardener.scene.gestures import Carry, Drag, Push
from gardener.scene.grid import Rect
from gardener.scene.items import PicturesOf
from gardener.scene.layout import Cell, ground_for
from gardener.scene.light import Moment
from gardener.scene.picture import GardenScene
from gardener.scene.showing import PlantShown
from gardener.scene.signs import SceneWords

CLOSEST = 6.0
"""The largest scale, in pixels per unit of the ground."""
STEP = 1.25
"""One step of the zoom keys."""
SLICE = 0.008
"""Seconds of painting between two looks at what else has happened."""
EDGE = 36
"""Pixels from the edge within which a drag scrolls."""
TYPING = 1.2
"""Seconds after which typing a name begins anew."""
STILL = 140
"""Milliseconds without zooming after which pictures are painted for the new scale."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GardenView(QGraphicsView):
    """The garden picture. It shows what it is given and asks for what the hand wants; the model does it.

    Signals, all by the person's hand alone: `selected` (id or None), `moveAsked` (id, stage, place), `activated` (id),
    `contextMenuAsked` (id or "" beside all plants, global point), `foldAsked` (stage). `finished`: every plant in view
    is painted to the end.
    """

    selected = Signal(object)
    moveAsked = Signal(str, str, int)
    activated = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    foldAsked = Signal(str)
    finished = Signal()

    def __init__(self, words: SceneWords, pictures_of: PicturesOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._picture = GardenScene(words, pictures_of, self.font())
        self._picture.moveAsked.connect(self.moveAsked)
        self.setScene(self._picture)
        self._fitted, self._fit_scale, self._painted = True, 1.0, False
        self._gesture: Drag | Carry | Push | None = None
        self._pressed: tuple[str, QPoint] | None = None
        self._panning_key = False
        self._typed, self._typed_at = "", 0.0
        self._work = self._timer(0, self._go_on, repeated=True)
        self._still = self._timer(STILL, self._settle_zoom)
        self._edge = self._timer(16, self._scroll_at_edge, repeated=True)
        self._set_up(words)

    def _set_up(self, words: SceneWords) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(words.description)

    def _timer(self, milliseconds: int, then: object, *, repeated: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(not repeated)
        timer.timeout.connect(then)
        return timer

    # What is shown

    @property
    def picture(self) -> GardenScene:
        """The scene behind the view."""
        return self._picture

    @property
    def selection(self) -> str | None:
        """The id of the selected plant."""
        return self._picture.selected

    @property
    def scale_now(self) -> float:
        """Logical pixels per unit of the ground."""
        return self.transform().m11()

    @property
    def motion(self) -> bool:
        """Whether plants glide to their places; off under reduced motion."""
        return self._picture.motion

    @motion.setter
    def motion(self, wanted: bool) -> None:
        self._picture.motion = wanted
        if not wanted:
            self._picture.rest()

    def set_garden(self, shown: Iterable[PlantShown], selected: str | None = None) -> None:
        """Show these plants and no others."""
        self._end_gesture()
        self._picture.set_plants(shown)
        self._picture.select(selected)
        if self._fitted:
            self.zoom_to_fit()
        self._look(anew=True)

    def update_plants(self, changed: Sequence[PlantShown], removed: Collection[str] = ()) -> None:
        """Show what has changed of some plants; only they, and the signs that count them, are painted again."""
        gesture = self._gesture
        if isinstance(gesture, Drag | Carry) and gesture.id in removed:
            self._end_gesture()
        extent = self._picture.layout.extent
        self._picture.change_plants(changed, removed)
        if self._picture.layout.extent != extent:
            if self._fitted:
                self.zoom_to_fit()
            self._look(anew=True)
        self._start_work()

    def select(self, id_: str | None) -> None:
        """Select a plant (or none) without a signal, and bring it into view."""
        self._picture.select(id_)
        if self._picture.selected is not None:
            self._reveal(self._picture.selected)

    def set_moment(self, moment: Moment) -> None:
        """Theme ("light", "dusk", "contrast"), local hour, day of the year and hemisphere."""
        self._picture.set_moment(moment)
        self._start_work()

    def set_folded(self, folded: Collection[Stage]) -> None:
        """Fold these beds and no others."""
        self._picture.set_folded(folded)
        if self._fitted:
            self.zoom_to_fit()
        self._look(anew=True)

    def finish_now(self) -> None:
        """Paint everything in view to the end at once: for pictures of the window."""
        self._picture.rest()
        self._settle_zoom()
        while not self._picture.finish(1.0):
            pass
        self._work.stop()

    def point_of(self, id_: str) -> QPoint:
        """The middle of a plant in the picture, as a global point. KeyError when there is none."""
        x, y = self._picture.layout.foot(id_)
        return self._global(x, y - 0.12 * self._picture.layout.unit(id_))

    def point_of_bed(self, stage: Stage, place: int | None = None) -> QPoint:
        """A point in a bed: of that place, or of its first free one. Global."""
        layout = self._picture.layout
        bed = layout.beds[stage]
        if bed.folded:
            return self._global(*bed.soil.centre)
        free = place if place is not None else next(p for p in range(bed.capacity) if p not in bed.plants)
        return self._global(*bed.cell(free).centre)

    def _global(self, x: float, y: float) -> QPoint:
        return self.viewport().mapToGlobal(self.mapFromScene(QPointF(x, y)))

    # Zoom and pan

    def zoom_to_fit(self) -> None:
        """The whole width of the garden, from the sky on; the ground takes the shape of the window."""
        self._fitted = True
        size = self.maximumViewportSize()
        ground, scale = ground_for(size.width(), size.height())
        self._picture.set_ground(ground)
        if self._picture.layout.extent.h * scale > size.height() + 2:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            scale *= max(0.5, (size.width() - bar) / max(1, size.width()))
        self._fit_scale = scale
        self._set_scale(scale, settled=True)

    def zoom_to_whole(self) -> None:
        """Every bed down to its end, however many plants."""
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        self._fitted = False
        self._set_scale(
            max(self._farthest(), min(size.width() / extent.w, size.height() / extent.h)), settled=True
        )
        self.centerOn(QPointF(*extent.centre))
        self._look(anew=True)

    def zoom_to_bed(self, stage: Stage) -> None:
        """One bed as wide as the window allows, from its sign on."""
        bed, size = self._picture.layout.beds[stage], self.viewport().size()
        room = bed.frame.grown(16.0)
        self._fitted = False
        scale = min(size.width() / room.w, size.height() / min(room.h + bed.sign.h, 420.0), CLOSEST)
        self._set_scale(max(scale, self._farthest()), settled=True)
        top = bed.sign.y if bed.stage is not Stage.COMPOST else bed.frame.y - 8.0
        self.centerOn(QPointF(bed.frame.centre[0], top + size.height() / 2 / self.scale_now))
        self._look(anew=True)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Closer (factor > 1) or farther; the ground under `at` (of the viewport; else its middle) stays there."""
        at = at or self.viewport().rect().center()
        scale = min(CLOSEST, max(self._farthest(), self.scale_now * factor))
        if abs(scale - self.scale_now) < 1e-9:
            return
        kept = self.mapToScene(at)
        self._fitted = abs(scale / self._fit_scale - 1.0) < 1e-6
        self._set_scale(scale, settled=False)
        moved = self.mapFromScene(kept) - at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        self._look(anew=True)
        self._still.start()

    def _farthest(self) -> float:
        """The smallest scale: all of the garden, but never so far that a bed is no more than a line."""
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        whole = min(size.width() / extent.w, size.height() / extent.h)
        return min(self._fit_scale, max(whole * 0.95, 0.04))

    def _set_scale(self, scale: float, *, settled: bool) -> None:
        size, extent = self.maximumViewportSize(), self._picture.layout.extent
        wide, high = extent.w * scale > size.width() + 2, extent.h * scale > size.height() + 2
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(on if wide else off)
        self.setVerticalScrollBarPolicy(on if high else off)
        self.setTransform(QTransform.fromScale(scale, scale))
        self._picture.set_scale(scale, self.devicePixelRatioF(), size.width() / scale, settled=settled)

    def _settle_zoom(self) -> None:
        self._still.stop()
        self._set_scale(self.scale_now, settled=True)
        self._picture.repaint_ground()
        self._look(anew=True)

    def _look(self, *, anew: bool = False) -> None:
        """See to it that what is in view has items; a little around it too once the first picture stands."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        visible = Rect(seen.x(), seen.y(), seen.width(), seen.height())
        if not anew and self._picture.held.covers(visible):
            return
        self._picture.look(visible, around=0.25 * visible.h if self._painted else 0.0)
        self._start_work()

    def _start_work(self) -> None:
        if self._painted and self.isVisible() and self._picture.plant_layer.waiting:
            self._work.start()

    def _go_on(self) -> None:
        if self._picture.finish(SLICE):
            self._work.stop()
            self.finished.emit()

    # Events of the window

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time begin to finish the pictures."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._look(anew=True)
        if not self._picture.plant_layer.waiting:
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the garden fitted, if it was."""
        super().resizeEvent(event)
        if self._fitted:
            self.zoom_to_fit()
        self._look(anew=self._fitted)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the view with the items."""
        super().scrollContentsBy(dx, dy)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on painting what is unfinished."""
        super().showEvent(event)
        self._start_work()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves and nothing is painted in a hidden window."""
        super().hideEvent(event)
        for timer in (self._work, self._edge, self._still):
            timer.stop()
        self._end_gesture()
        self._picture.rest()

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
        elif kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position().toPoint())
                return True
        elif kind == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
                return True
        return super().viewportEvent(event)

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

    # The hand

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
        cell = None if at is None else self._picture.layout.target(*self._ground_at(at), carry.id)
        if cell is None:
            carry.cancel()
        else:
            carry.aim_at(cell)
            carry.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a plant, push the garden, or see what lies under the hand."""
        at = event.position().toPoint()
        gesture = self._gesture
        if self._pressed is not None and gesture is None:
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom where the hand is."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y() or event.pixelDelta().y()
            self.zoom_by(1.0015**turn, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

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

    def _at_edge(self, at: QPoint) -> tuple[int, int]:
        """How far to scroll in one step while a plant is held near the edge."""
        box = self.viewport().rect()
        dx = min(0, at.x() - EDGE) + max(0, at.x() - box.width() + EDGE)
        dy = min(0, at.y() - EDGE) + max(0, at.y() - box.height() + EDGE)
        return dx // 3, dy // 3

    def _scroll_at_edge(self) -> None:
        gesture = self._gesture
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if not isinstance(gesture, Drag):
            self._edge.stop()
            return
        self._scroll(*self._at_edge(at))
        gesture.move(*self._ground_at(at))

    def _scroll(self, dx: int, dy: int) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + dx)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + dy)

    def _end_gesture(self) -> None:
        gesture, self._gesture, self._pressed = self._gesture, None, None
        if isinstance(gesture, Drag | Carry):
            gesture.cancel()
        self._edge.stop()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    # Keys

    def cut(self) -> None:
        """Take up the selected plant; arrows or the hand choose a cell, `paste` asks for the move."""
        self._end_gesture()
        id_ = self.selection
        if id_ is not None and self._picture.layout.visible(id_):
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
        """Arrows, zoom, cut and paste, typing a name."""
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
        elif not self._zoom_key(key) and not self._type(event):
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

    def _type(self, event: QKeyEvent) -> bool:
        """Select by the first letters of a name; a pause begins anew."""
        text = event.text()
        now = monotonic()
        if now - self._typed_at > TYPING:
            self._typed = ""
        if text == " " and not self._typed:
            self._panning_key = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        modifiers = (
            event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
        )
        if not text.isprintable() or not text or modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        self._typed, self._typed_at = self._typed + text, now
        found = self._named(fold(self._typed))
        if found is not None:
            self._choose(found, reveal=True)
        return True

    def _named(self, start: str) -> str | None:
        """The next plant whose name, or a word of it, begins so; from the selected one on."""
        order = list(self._picture.layout.order())
        if self.selection in order:
            at = order.index(self.selection) + (len(start) == 1)
            order = order[at:] + order[:at]
        names = [(fold(self._picture.plants[id_].name), id_) for id_ in order]
        first = (id_ for name, id_ in names if name.startswith(start))
        other = (id_ for name, id_ in names if any(word.startswith(start) for word in name.split()[1:]))
        return next(first, None) or next(other, None)

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


def plain(text: str) -> str:
    """`text` for a tooltip, so that a name is never read as HTML."""
    if "<" not in text:
        return text
    return "<span>" + escape(text).replace("\n", "<br>") + "</span>"
