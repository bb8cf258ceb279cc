"""The family tree as a widget: whom it shows is chosen, opened and folded by hand and by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gardener.scene.hands import pinched, plain
from gardener.scene.tree_canvas import PicturesOf, TreeCanvas
from gardener.scene.tree_layout import ALONE, TreeLayout
from gardener.words import tree as words


class TreeView(TreeCanvas):
    """Shows a tree. By the person's hand: selected(id or null), opened(id), fruitChosen(id), fruitOpened(id),
    contextMenuAsked(id, global point), foldAsked(id, fold), focusLeft().
    """

    selected = Signal(object)
    opened = Signal(str)
    fruitChosen = Signal(str)
    fruitOpened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    foldAsked = Signal(str, bool)
    focusLeft = Signal()

    def __init__(self, pictures_of: PicturesOf, parent: QWidget | None = None) -> None:
        super().__init__(pictures_of, parent)
        self.setObjectName("tree")
        self.setAccessibleName(words.NAME)
        self.setAccessibleDescription(words.DESCRIPTION)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._press: QPoint | None = None
        self._pushed = False

    # Choosing

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, fold and unfold, Enter, Home and End, Esc."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = Qt.Key
        moves = {
            keys.Key_Left: (-60, 0),
            keys.Key_Right: (60, 0),
            keys.Key_Up: (0, -60),
            keys.Key_Down: (0, 60),
        }
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
        if self._press is not None and event.buttons() & (
            Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
        ):
            moved = at - self._press
            if self._pushed or moved.manhattanLength() >= QApplication.startDragDistance():
                self._pushed, self._press = True, at
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scroll(-moved.x(), -moved.y())
            return
        over = self._badge_at(at) or self._at(at)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor
        )

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
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), plain(self.spoken(found)) if found else "", self.viewport())
            return True
        if (pinch := pinched(event, self.viewport())) is not None:
            self.zoom_by(*pinch)
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


def _neighbour(layout: TreeLayout, id_: str, step: int) -> str | None:
    """The next knot above or below in the same column; from the last one the group at the foot, and back."""
    x, y = layout.feet[id_]
    column = sorted(
        (place[1], other) for other, place in layout.feet.items() if abs(place[0] - x) < 1.0 and other != id_
    )
    found = [each for each in column if (each[0] > y if step > 0 else each[0] < y)]
    if found:
        return found[0][1] if step > 0 else found[-1][1]
    beyond = [
        (p[1], abs(p[0] - x), other)
        for other, p in layout.feet.items()
        if (p[1] > y if step > 0 else p[1] < y)
    ]
    if not beyond:
        return None
    return min(beyond, key=lambda each: (abs(each[0] - y), each[1]))[2]


def _beside(layout: TreeLayout, id_: str, step: int) -> str | None:
    """The next of those who came by themselves."""
    order = [ALONE] if id_ == ALONE else list(layout.alone)
    at = order.index(id_) + step
    return order[at] if 0 <= at < len(order) else None
