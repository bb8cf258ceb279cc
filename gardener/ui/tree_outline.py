"""The family tree as an outline: the same branches as rows that open and close, for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from gardener.scene.family import Family
from gardener.scene.tree_layout import ALONE
from gardener.scene.tree_shown import TreeShown
from gardener.words import tree as words

ID = Qt.ItemDataRole.UserRole + 1


class TreeOutline(QTreeView):
    """The rows; a shared child stands once in each branch that led there. By hand alone: selected(id or null), opened(id),
    fruitChosen(id), fruitOpened(id), contextMenuAsked(id, global point), foldAsked(id, fold), focusLeft().
    """

    selected = Signal(object)
    opened = Signal(str)
    fruitChosen = Signal(str)
    fruitOpened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    foldAsked = Signal(str, bool)
    focusLeft = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("treeOutline")
        self.setAccessibleName(words.OUTLINE_NAME)
        self.setAccessibleDescription(words.OUTLINE_DESCRIPTION)
        self._quiet = False
        self._shown = TreeShown()
        self._rows: dict[str, QStandardItem] = {}
        self._rows_model = QStandardItemModel(self)
        self.setModel(self._rows_model)
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.selectionModel().currentChanged.connect(lambda *_: self._current())
        self.doubleClicked.connect(lambda index: self._open(str(index.data(ID))))
        self.expanded.connect(lambda index: self._folded(str(index.data(ID)), fold=False))
        self.collapsed.connect(lambda index: self._folded(str(index.data(ID)), fold=True))

    @property
    def current(self) -> str | None:
        """The knot the keyboard stands on."""
        index = self.currentIndex()
        return str(index.data(ID)) if index.isValid() else None

    def show_tree(self, shown: TreeShown, family: Family, folded: Collection[str], alone_open: bool) -> None:
        """Shows `family` of `shown`; rows of `folded` knots are closed."""
        held = self.current
        with self._quietly():
            self._shown = shown
            self._rows.clear()
            self._rows_model.clear()
            for first in family.firsts:
                self._rows_model.appendRow(self._branch(family, first))
            if family.alone:
                group = self._row(ALONE, words.came_by_themselves(len(family.alone)))
                for id_ in family.alone:
                    group.appendRow(self._row(id_, shown.name(id_)))
                self._rows_model.appendRow(group)
            self.expandAll()
            for id_ in (*folded, *(() if alone_open else (ALONE,))):
                if id_ in self._rows:
                    self.collapse(self._rows[id_].index())
            self.select(held)

    def select(self, id_: str | None) -> None:
        """Chooses without a signal; the row of the branch it grows on."""
        with self._quietly():
            item = self._rows.get(id_) if id_ else None
            if item is None:
                self.selectionModel().clear()
            elif self.current != id_:
                self.setCurrentIndex(item.index())

    def _branch(self, family: Family, first: str) -> QStandardItem:
        """The rows of one family; of shared children only the first row has rows of its own."""
        top = self._named(first)
        waiting = [(first, top)]
        while waiting:
            id_, item = waiting.pop()
            for child in family.knots[id_].led_to:
                row = self._named(child)
                item.appendRow(row)
                if family.knots[child].parent == id_:
                    waiting.append((child, row))
        return top

    def _named(self, id_: str) -> QStandardItem:
        fruit = self._shown.fruits.get(id_)
        detail = fruit.detail if fruit is not None else self._shown.details.get(id_, "")
        name = self._shown.name(id_)
        row = self._row(id_, f"{name}   {detail}" if detail else name)
        said = words.spoken(name, detail, folded=0, fruit=fruit is not None)
        row.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        return row

    def _row(self, id_: str, text: str) -> QStandardItem:
        row = QStandardItem(text)
        row.setData(id_, ID)
        self._rows.setdefault(id_, row)
        return row

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What happens meanwhile is not told: no hand did it."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _current(self) -> None:
        id_ = self.current
        if self._quiet:
            return
        self.selected.emit(id_ if id_ in self._shown.plants else None)
        if id_ is not None and id_ in self._shown.fruits:
            self.fruitChosen.emit(id_)

    def _folded(self, id_: str, *, fold: bool) -> None:
        if not self._quiet:
            self.foldAsked.emit(id_, fold)

    def _open(self, id_: str) -> None:
        if id_ in self._shown.fruits:
            self.fruitOpened.emit(id_)
        elif id_ in self._shown.plants:
            self.opened.emit(id_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc goes back; letters are left to the window's deeds."""
        key, id_ = event.key(), self.current
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and id_ == ALONE:
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and id_ is not None:
            self._open(id_)
        elif key == Qt.Key.Key_Escape:
            self.focusLeft.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the hand, or by key of the chosen one."""
        index, at = self.currentIndex(), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(24, -6))
        if self.current is not None and self.current in self._shown.plants:
            self.contextMenuAsked.emit(self.current, at)
