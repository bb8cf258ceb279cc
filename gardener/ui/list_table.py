"""The rows of the list as a table: which columns and how high a row the room allows, keys, and the hand on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gardener.ui import theme
from gardener.ui.list_entry import Column
from gardener.ui.list_model import ID, ContactsModel
from gardener.ui.list_paint import Headings, RowPainter
from gardener.words import listing

GIVING_WAY = (
    Column.TAGS, Column.ORG, Column.MOISTURE, Column.ROOTS, Column.VITALITY, Column.NEXT, Column.LAST, Column.BED,
    Column.CONDITION,
)  # fmt: skip
"""The columns that give way in a narrow window, the first one first. The line under the name says the first two then
and the last, the panel of the contact and the row's own words all of them."""
WIDEST = {Column.NEXT: 138, Column.ORG: 210, Column.TAGS: 180}
"""No column but these has texts of any length; so many pixels, at the usual text size, are enough for them."""
NAME_LEAST = 184
MEASURED = 200
"""So many rows are measured for the widths of columns."""
NAME_MORE, OTHERS_MORE = 200, 48
"""So many pixels more than needed the name takes of spare room, and each other column; the last one takes what is left."""
LEAST_ROWS = 5
"""Where fewer rows of two lines would be seen, a row has one line."""


class Table(QTableView):
    """The rows. chosen(id or null), opened(id), menuAsked(id, global point): by hand alone; left(): Esc."""

    chosen = Signal(object)
    opened = Signal(str)
    menuAsked = Signal(str, QPoint)
    left = Signal()

    def __init__(self, contacts: ContactsModel) -> None:
        super().__init__()
        self.setObjectName("list")
        self.setAccessibleName(listing.ACCESSIBLE_NAME)
        self.setAccessibleDescription(listing.ACCESSIBLE_LINE)
        self.contacts = contacts
        self.setModel(contacts)
        self.painter = RowPainter(self, contacts)
        self.setItemDelegate(self.painter)
        self.headings = Headings(self)
        self.setHorizontalHeader(self.headings)
        self._quiet = False
        self._left = 0
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentChanged.connect(self._current)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(ID))))

    # Choosing

    @property
    def selection(self) -> str | None:
        """The id of the selected contact; null when it is not shown."""
        index = self.currentIndex()
        return str(index.data(ID)) if index.isValid() else None

    def select(self, id_: str | None) -> None:
        """Selects without a signal, and brings the row into view."""
        row = self.contacts.row_of(id_) if id_ else None
        with self.quietly():
            if row is None:
                self.selectionModel().clear()
                return
            flags = QItemSelectionModel.SelectionFlag
            index = self.contacts.index(row, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(self.contacts.index(row, 0))

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What is selected meanwhile is not told: no hand did it."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @property
    def place(self) -> QModelIndex:
        """The row that is chosen, or the one that has come to stand where the last one was; no index in an empty list."""
        rows, index = self.contacts.rowCount(), self.currentIndex()
        return index if index.isValid() or not rows else self.contacts.index(min(self._left, rows - 1), 0)

    def _current(self, index: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if before.isValid() and not index.isValid():
            self._left = before.row()
        if not self._quiet and index.row() != before.row():
            self.chosen.emit(str(index.data(ID)) if index.isValid() else None)

    # Keys and hand

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would choose the first row where none is; nobody is chosen but by hand."""
        with self.quietly():
            chosen = self.currentIndex().isValid()
            super().focusInEvent(event)
            if not chosen:
                self.selectionModel().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the first and the last row, Esc leaves."""
        key, rows = event.key(), self.contacts.rowCount()
        column = max(0, self.currentIndex().column())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection is not None:
            self.opened.emit(self.selection)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            self.setCurrentIndex(self.contacts.index(0 if key == Qt.Key.Key_Home else rows - 1, column))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The arrows go on from where somebody stood who was taken away, and not from the top."""
        if self._left and not self.currentIndex().isValid():
            if action is QAbstractItemView.CursorAction.MoveDown:
                return self.place
            if action is QAbstractItemView.CursorAction.MoveUp:
                return self.contacts.index(min(self._left, self.contacts.rowCount()) - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters that are no command go to the next name that begins so, whatever cell the keyboard is in."""
        index = self.currentIndex()
        with self.quietly():
            if index.column() > 0:
                self.setCurrentIndex(index.siblingAtColumn(0))
        super().keyboardSearch(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the hand, or by key of the selected one."""
        index = self.currentIndex()
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(24, -6))
        if self.selection is not None:
            self.menuAsked.emit(self.selection, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the hand lights up."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the hand."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.painter.hovered:
            self.painter.hovered = row
            self.viewport().update()

    # Room

    def fit(self) -> None:
        """Gives each column the width its texts want; the last ones give way where there is no room for all."""
        self.painter.compact = self._is_low()
        self.verticalHeader().setDefaultSectionSize(self.painter.height())
        widths = {column: self._wanted(column) for column in Column}
        room = self.viewport().width()
        hidden: frozenset[Column] = frozenset()
        least = theme.wide(NAME_LEAST)
        for column in GIVING_WAY:
            if least + sum(w for c, w in widths.items() if c not in hidden | {Column.NAME}) > room:
                hidden |= {column}
        if len(hidden) == len(GIVING_WAY):
            least = min(least, room)  # alone, the name is cut in its own column and never by the edge
        shown = [column for column in Column if column not in hidden]
        widths = _shared({column: widths[column] for column in shown} | {Column.NAME: least}, room)
        self.painter.hidden = hidden
        for column in Column:
            self.setColumnHidden(column, column in hidden)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.headings.setVisible(len(hidden) + 1 < len(Column))  # over names alone it would say nothing new

    def _is_low(self) -> bool:
        return self.height() < LEAST_ROWS * self.painter.height(compact=False)

    def _wanted(self, column: Column) -> int:
        rows = range(min(MEASURED, self.contacts.rowCount()))
        entries = (self.contacts.entry(row) for row in rows)
        nothing: frozenset[Column] = frozenset()
        widest = max((self.painter.width(column, entry, nothing) for entry in entries), default=0)
        most = theme.wide(WIDEST[column]) if column in WIDEST else widest
        return max(self.headings.needed(column), min(widest, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns; much less height, lower rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self._is_low() != self.painter.compact:
            self.fit()


def _shared(widths: dict[Column, int], room: int) -> dict[Column, int]:
    """These widths with the spare room shared out, so that a row can be followed across a wide screen."""
    spare = max(0, room - sum(widths.values()))
    more = min(spare, theme.wide(NAME_MORE))
    shared = widths | {Column.NAME: widths[Column.NAME] + more}
    others = [column for column in widths if column is not Column.NAME]
    each = min((spare - more) // max(1, len(others)), theme.wide(OTHERS_MORE))
    for column in others:
        shared[column] += each
    last = max(shared)
    shared[last] += spare - more - each * len(others)
    return shared
