"""The search on top: a few letters find people, Enter goes to the first, the arrows to another; a list it narrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from gardener.domain.changes import Named

SHOWN = 10


class SearchField(QLineEdit):
    """found(id): a person was chosen. left(): Esc, the keyboard goes back to where it was.

    `find` answers a query with the people that match, best first. While `narrows` is on, the people found stand in a list
    elsewhere: narrowed(query) says for whom, and Enter or the arrow down goes there.
    """

    found = Signal(str)
    left = Signal()
    narrowed = Signal(str)

    def __init__(self, find: Callable[[str], Sequence[Named]], over: QWidget) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setPlaceholderText("Find people")
        self.setAccessibleName("Find people")
        self.setToolTip("Ctrl+K. Words narrow it too: stage:growing is:thirsty tag:alumni")
        self.setClearButtonEnabled(True)
        for clearing in self.findChildren(QToolButton):
            clearing.setAccessibleName("Look for nobody any more")
        self._find = find
        self._over = over
        self.narrows = False
        self.list = QListWidget(over)
        self.list.setObjectName("completions")
        self.list.setAccessibleName("People found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._take)
        self.textEdited.connect(self.look)
        self.textChanged.connect(self._narrow)

    def lift(self) -> None:
        """Looks for nobody any more."""
        self.clear()
        self.list.hide()

    def _narrow(self, text: str) -> None:
        if self.narrows:
            self.narrowed.emit(text.strip())

    def look(self, text: str) -> None:
        """Shows who matches `text`."""
        self.list.clear()
        if self.narrows:
            return
        people = self._find(text)[: SHOWN + 1] if text.strip() else ()
        for named in people[:SHOWN]:
            words = f"{named.name}   ·   {named.detail}" if named.detail else named.name
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, named.id)
            self.list.addItem(item)
        if text.strip() and not people:
            item = QListWidgetItem("Nobody matches")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        elif people:
            self.list.setCurrentRow(0)
        self._show_list()

    def _show_list(self) -> None:
        count = self.list.count()
        if not count:
            self.list.hide()
            return
        at = self.mapTo(self._over, QPoint(0, self.height() + 4))
        height = sum(self.list.sizeHintForRow(i) for i in range(count)) + 12
        self.list.setGeometry(at.x(), at.y(), self.width(), height)
        self.list.show()
        self.list.raise_()

    def _take(self, item: QListWidgetItem) -> None:
        id_ = item.data(Qt.ItemDataRole.UserRole)
        if id_:
            self.clear()
            self.list.hide()
            self.found.emit(str(id_))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose, Enter takes, Esc leaves."""
        row = self.list.currentRow()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if self.narrows:
                self.left.emit()
            case Qt.Key.Key_Down:
                self.list.setCurrentRow(min(self.list.count() - 1, row + 1))
            case Qt.Key.Key_Up:
                self.list.setCurrentRow(max(0, row - 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.list.isVisible() and row >= 0:
                    self._take(self.list.item(row))
            case Qt.Key.Key_Escape:
                self.lift()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Closes the list."""
        super().focusOutEvent(event)
        self.list.hide()
