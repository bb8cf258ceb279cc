"""The family tree as a widget: it pans, zooms, chooses and folds by hand and by key."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGestureEvent,
    QPinchGesture,
    QToolTip,
    QWidget,
)

from gardener.scene.grid import Rect
from gardener.scene.hands import plain
from gardener.scene.kinship import Family
from gardener.scene.palette import THEMES, Palette
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.tiles import Tiles
from gardener.scene.tree_layout import ALONE, TreeLayout, lay_out
from gardener.scene.tree_paint import TreePainter
from gardener.scene.tree_shown import TreeShown
from gardener.scene.tree_way import paint_way_to
from gardener.words import tree as words

CLOSEST, FARTHEST = 3.0, 0.04
FITTING = (0.62, 1.2)
"""The scales between which a whole tree is fitted into the window, as multiples of the text's size; else it scrolls."""
STEP = 1.25
SLICE = 0.008
STILL = 140
PicturesOf = Callable[[str, float], PlantPictures]


class TreeView(QAbstractScrollArea):
    """Shows a tree. By the person's hand: selected(id or null), opened(id), fruitChosen(id), fruitOpened(id),
    contextMenuAsked(id, global point), foldAsked(id), focusLeft(). finished(): all in view is painted to the end.
    """

    selected = Signal(object)
    opened = Signal(str)
    fruitChosen = Signal(str)
    fruitOpened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    foldAsked = Signal(str, bool)
    focusLeft = Signal()
    finished = Signal()

    def __init__(self, pictures_of: PicturesOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.NAME)
        self.setAccessibleDescription(words.DESCRIPTION)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumSize(240, 200)
        self._pictures_of = pictures_of
        self._theme = "day"
        self._shown = TreeShown()
        self._family = Family()
        self.layout_ = TreeLayout(Family())
        self._painter: TreePainter | None = None
        self._pictures: PlantPictures | None = None
        self._tiles = Tiles()
        self._current: str | None = None
        self._scale, self._text, self._fitted = 1.0, 1.0, True
        self._ghost: tuple[QPixmap, float, QPointF] | None = None
        self._press: QPoint | None = None
        self._pushed = False
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL)
        self._still.timeout.connect(self._settle)
        self._work = QTimer(self)
        self._work.timeout.connect(self._go_on)

    # What is shown

    @property
    def current(self) -> str | None:
        """The knot the keyboard stands on: a person, a fruit, or the group of those who came by themselves."""
        return self._current

    @property
    def scale_now(self) -> float:
        """Logical pixels per unit of the tree."""
        return self._scale

    @property
    def palette_(self) -> Palette:
        """The colours in force."""
        return THEMES.get(self._theme, THEMES["day"])

    def set_theme(self, theme: str, text: float) -> None:
        """The colours of the picture, and the multiple of the usual text size."""
        if (theme, text) != (self._theme, self._text):
            grown = text / self._text
            self._theme, self._text = theme, text
            self._pictures = None
            self._scale *= grown
            self._renew()

    def show_tree(self, shown: TreeShown, family: Family, layout: TreeLayout) -> None:
        """Shows `family` (all of it or one branch) of `shown`; what was in the middle stays there."""
        before = self.layout_
        held = self._current if self._current in layout.feet and self._current in before.feet else None
        at = self._point(*before.feet[held]) if held is not None else None
        self._shown, self._family, self.layout_ = shown, family, layout
        if self._current not in layout.feet:
            self._current = None
        self._renew()
        if self._fitted:
            self.zoom_to_fit()
        elif at is not None and held is not None:
            moved = self._point(*layout.feet[held]) - at
            self._scroll(moved.x(), moved.y())

    def select(self, id_: str | None) -> None:
        """Chooses without a signal; a fruit stays chosen when nobody is."""
        if id_ is None and self._current in self._shown.fruits:
            return
        if id_ != self._current:
            self._current = id_ if id_ in self.layout_.feet else None
            self._told()
            if self._current is not None:
                self.reveal(self._current)
            self.viewport().update()

    def reveal(self, id_: str) -> None:
        """Brings a knot into view."""
        box, port = self._box(id_), self.viewport().rect()
        dx = min(0.0, box.left() - 24) + max(0.0, box.right() + 24 - port.width())
        dy = min(0.0, box.top() - 24) + max(0.0, box.bottom() + 24 - port.height())
        self._scroll(dx, dy)

    def point_of(self, id_: str) -> QPoint:
        """The middle of a knot, as a global point. KeyError when it is not visible."""
        return self.viewport().mapToGlobal(self._box(id_).center().toPoint())

    def finish_now(self) -> None:
        """Paints everything in view to the end at once: for pictures of the window."""
        self._settle()
        self.viewport().repaint()
        painter = self._painter
        while painter is not None and painter.waiting:
            painter.finish_one(painter.waiting.popitem()[0], self._scale)
        self._work.stop()
        self._tiles.forget()
        self.viewport().repaint()

    def _renew(self) -> None:
        """Paints anew from what is shown now."""
        if self._pictures is None or self._pictures.device_pixel_ratio != self.devicePixelRatioF():
            self._pictures = self._pictures_of(self._theme, self.devicePixelRatioF())
        self._painter = TreePainter(self._shown, self.layout_, self._pictures, self.palette_, self.font())
        self._ghost = None
        self._tiles.forget()
        self._set_bars()
        self.viewport().update()

    # Places

    def _origin(self) -> QPointF:
        """Where the tree's (0, 0) lies in the viewport; a tree smaller than the window stands in its middle."""
        extent, port = self.layout_.extent, self.viewport().size()
        spare_x = max(0.0, (port.width() - extent.w * self._scale) / 2)
        spare_y = max(0.0, (port.height() - extent.h * self._scale) / 2)
        x = spare_x - extent.x * self._scale - self.horizontalScrollBar().value()
        y = spare_y - extent.y * self._scale - self.verticalScrollBar().value()
        return QPointF(round(x), round(y))

    def _point(self, x: float, y: float) -> QPointF:
        origin = self._origin()
        return QPointF(x * self._scale + origin.x(), y * self._scale + origin.y())

    def _box(self, id_: str) -> QRectF:
        box = self.layout_.box(id_)
        return QRectF(self._point(box.x, box.y), self._point(box.right, box.bottom))

    def _at(self, at: QPoint) -> str | None:
        origin = self._origin()
        x, y = (at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale
        found = self.layout_.at(x, y)
        if found is None and self.layout_.at(x - 240.0, y) == ALONE:
            return ALONE
        return found

    def _badge_at(self, at: QPoint) -> str | None:
        origin = self._origin()
        point = QPointF((at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale)
        painter = self._painter
        if painter is None:
            return None
        return next((id_ for id_ in self.layout_.hidden if painter.badge_of(id_).contains(point)), None)

    # Zoom

    def zoom_to_fit(self) -> None:
        """The whole tree, as far as its names can still be read; what is larger scrolls."""
        self._fitted = True
        extent, port = self.layout_.extent, self.maximumViewportSize()
        whole = min(port.width() / extent.w, port.height() / extent.h)
        least = max(FITTING[0] * self._text, min(1.0, (port.width() - 14) / extent.w))
        self._set_scale(min(FITTING[1] * self._text, max(whole, min(least, self._text))))
        self._settle()

    def zoom_to_whole(self) -> None:
        """All of it, however small."""
        self._fitted = False
        extent, port = self.layout_.extent, self.maximumViewportSize()
        self._set_scale(max(FARTHEST, min(port.width() / extent.w, port.height() / extent.h)))
        self._settle()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Closer (factor > 1) or farther; what lies under `at` (else the middle) stays there."""
        at = at or self.viewport().rect().center()
        scale = min(CLOSEST * self._text, max(FARTHEST, self._scale * factor))
        if abs(scale / self._scale - 1.0) < 1e-9:
            return
        if self._ghost is None:
            self._ghost = self.viewport().grab(), self._scale, self._origin()
        origin = self._origin()
        x, y = (at.x() - origin.x()) / self._scale, (at.y() - origin.y()) / self._scale
        self._fitted = False
        self._set_scale(scale)
        moved = self._point(x, y) - QPointF(at)
        self._scroll(moved.x(), moved.y())
        self._still.start()

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self._set_bars()
        self.viewport().update()

    def _settle(self) -> None:
        """The hand has let go of the zoom: painted anew for the scale."""
        self._still.stop()
        self._ghost = None
        if self._painter is not None:
            self._painter.waiting.clear()
        self.viewport().update()

    def _set_bars(self) -> None:
        extent, port = self.layout_.extent, self.viewport().size()
        sizes = (
            (self.horizontalScrollBar(), extent.w, port.width()),
            (self.verticalScrollBar(), extent.h, port.height()),
        )
        for bar, length, room in sizes:
            bar.setRange(0, max(0, round(length * self._scale) - room))
            bar.setPageStep(room)
            bar.setSingleStep(40)

    def _scroll(self, dx: float, dy: float) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(dx))
        down.setValue(down.value() + round(dy))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is painted already moves, the rest is copied from its pieces."""
        if self._ghost is not None or self._current is not None:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces in view, and over them what is chosen."""
        painter = QPainter(self.viewport())
        if self._ghost is not None:
            self._paint_ghost(painter)
        elif self._painter is not None:
            origin = self._origin()
            self._tiles.paint(
                painter, event.rect(), origin.toPoint(), scale=self._scale, ratio=self.devicePixelRatioF(),
                paint=self._paint_piece,
            )  # fmt: skip
            if self._painter.waiting and self.isVisible():
                self._work.start(0)
            elif not self._work.isActive():
                QTimer.singleShot(0, self, self.finished.emit)
        self._paint_chosen(painter)
        painter.end()

    def _paint_piece(self, painter: QPainter, exposed: QRect, origin: QPoint) -> None:
        if self._painter is not None:
            self._painter.paint(painter, exposed, QPointF(origin), self._scale)

    def _paint_ghost(self, painter: QPainter) -> None:
        """What was painted before the zoom began, stretched."""
        assert self._ghost is not None
        picture, scale, origin = self._ghost
        grown, now = self._scale / scale, self._origin()
        painter.fillRect(self.viewport().rect(), QColor(self.palette_.paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = picture.deviceIndependentSize()
        at = QPointF(now.x() - origin.x() * grown, now.y() - origin.y() * grown)
        painter.drawPixmap(QRectF(at.x(), at.y(), size.width() * grown, size.height() * grown), picture, QRectF(picture.rect()))

    def _paint_chosen(self, painter: QPainter) -> None:
        id_ = self._current
        if id_ is None or id_ not in self.layout_.feet:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self._origin())
        painter.scale(self._scale, self._scale)
        paint_way_to(painter, self.layout_, id_, self.palette_)
        painter.restore()
        box = self._box(id_).adjusted(-3, -2, 3, 2)
        ring = QColor(self.palette_.focus if self.hasFocus() else self.palette_.accent)
        painter.setPen(QPen(ring, 2.0))
        ring.setAlpha(22)
        painter.setBrush(ring)
        painter.drawRoundedRect(box, 9, 9)

    def _go_on(self) -> None:
        """Finishes a few plants; once all in view are finished they are shown."""
        painter = self._painter
        if painter is None:
            self._work.stop()
            return
        until = perf_counter() + SLICE
        while painter.waiting and perf_counter() < until:
            id_ = next(iter(painter.waiting))
            del painter.waiting[id_]
            painter.finish_one(id_, self._scale)
        if not painter.waiting:
            self._work.stop()
            self._tiles.forget()
            self.viewport().update()

    # Choosing

    def _choose(self, id_: str | None) -> None:
        """By the person's hand: with the signal. A fruit is nobody, so nobody is chosen with it."""
        if id_ == self._current:
            return
        self._current = id_
        self._told()
        self.viewport().update()
        if id_ is not None:
            self.reveal(id_)
        person = id_ if id_ in self._shown.plants else None
        self.selected.emit(person)
        if id_ in self._shown.fruits and id_ is not None:
            self.fruitChosen.emit(id_)

    def _told(self) -> None:
        """Says to a screen reader where the keyboard stands."""
        said = self.spoken(self._current) if self._current is not None else ""
        self.setAccessibleDescription(said or words.DESCRIPTION)

    def spoken(self, id_: str) -> str:
        """A knot in one breath."""
        if id_ == ALONE:
            return words.came_by_themselves(len(self._family.alone))
        painter = self._painter
        detail = painter.detail_of(id_) if painter is not None else ""
        hidden = self.layout_.hidden.get(id_, 0)
        return words.spoken(self._shown.name(id_), detail, folded=hidden, fruit=id_ in self._shown.fruits)

    def _open(self, id_: str) -> None:
        if id_ == ALONE:
            self.foldAsked.emit(ALONE, False)
        elif id_ in self._shown.fruits:
            self.fruitOpened.emit(id_)
        else:
            self.opened.emit(id_)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Esc is its own while one branch is shown alone."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, fold and unfold, Enter, Home and End, Esc."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = Qt.Key
        moves = {keys.Key_Left: (-60, 0), keys.Key_Right: (60, 0), keys.Key_Up: (0, -60), keys.Key_Down: (0, 60)}
        if key in moves and ctrl:
            self._scroll(*moves[Qt.Key(key)])
        elif key in moves:
            self._go(Qt.Key(key))
        elif key in (keys.Key_Return, keys.Key_Enter) and self._current is not None:
            self._open(self._current)
        elif key in (keys.Key_Plus, keys.Key_Equal) and self._current is not None:
            self.foldAsked.emit(self._current, False)
        elif key in (keys.Key_Minus, keys.Key_Underscore) and self._current is not None:
            self.foldAsked.emit(self._current, True)
        elif key in (keys.Key_Home, keys.Key_End) and self.layout_.feet:
            self._choose(self.layout_.order()[0 if key == keys.Key_Home else -1])
        elif key == keys.Key_Escape:
            self.focusLeft.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, key: Qt.Key) -> None:
        layout, at = self.layout_, self._current
        if at is None or at not in layout.feet:
            order = layout.order()
            self._choose(order[0] if order else None)
            return
        knot = self._family.knots.get(at)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            found = _neighbour(layout, at, -1 if key == Qt.Key.Key_Up else 1)
        elif knot is None:
            found = _beside(layout, at, 1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Left:
            found = knot.parent
        elif at in layout.hidden:
            self.foldAsked.emit(at, False)
            return
        else:
            found = next((child for child in (*knot.children, *knot.led_to) if child in layout.feet), None)
        if found is not None:
            self._choose(found)

    # Hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the paper."""
        self._press, self._pushed = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pushes the paper, once the hand has moved far enough."""
        at = event.position().toPoint()
        if self._press is not None and event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton):
            moved = at - self._press
            if self._pushed or moved.manhattanLength() >= QApplication.startDragDistance():
                self._pushed, self._press = True, at
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scroll(-moved.x(), -moved.y())
            return
        over = self._badge_at(at) or self._at(at)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chooses what is under the hand, if the paper was not pushed; a badge unfolds."""
        pushed, self._press, self._pushed = self._pushed, None, False
        if pushed or event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        badge = self._badge_at(at)
        if badge is not None:
            self.foldAsked.emit(badge, False)
            return
        found = self._at(at)
        if found == ALONE:
            self.foldAsked.emit(ALONE, False)
        else:
            self._choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens."""
        found = self._at(event.position().toPoint())
        if found is not None and found != ALONE:
            self._open(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y(), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips and pinching."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), plain(self.spoken(found)) if found else "", self.viewport())
            return True
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position().toPoint())
                return True
        elif kind == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the person under the hand, or by key of the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        found = self._current if by_key else self._at(event.pos())
        if found is None or found not in self._shown.plants:
            return
        self._choose(found)
        self.contextMenuAsked.emit(found, self.point_of(found) if by_key else event.globalPos())

    # Window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the tree fitted, if it was."""
        super().resizeEvent(event)
        if self._fitted:
            self.zoom_to_fit()
        else:
            self._set_bars()

    def showEvent(self, event: QShowEvent) -> None:
        """Paints what was shown meanwhile."""
        super().showEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is painted that nobody sees."""
        super().hideEvent(event)
        self._work.stop()
        self._still.stop()


def _neighbour(layout: TreeLayout, id_: str, step: int) -> str | None:
    """The next knot above or below in the same column; from the last one the group at the foot, and back."""
    x, y = layout.feet[id_]
    column = sorted((place[1], other) for other, place in layout.feet.items() if abs(place[0] - x) < 1.0 and other != id_)
    found = [each for each in column if (each[0] > y if step > 0 else each[0] < y)]
    if found:
        return found[0][1] if step > 0 else found[-1][1]
    beyond = [(p[1], abs(p[0] - x), other) for other, p in layout.feet.items() if (p[1] > y if step > 0 else p[1] < y)]
    if not beyond:
        return None
    return min(beyond, key=lambda each: (abs(each[0] - y), each[1]))[2]


def _beside(layout: TreeLayout, id_: str, step: int) -> str | None:
    """The next of those who came by themselves."""
    order = [ALONE] if id_ == ALONE else list(layout.alone)
    at = order.index(id_) + step
    return order[at] if 0 <= at < len(order) else None


__all__ = ["Rect", "TreeView", "lay_out"]
