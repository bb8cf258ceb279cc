"""The list: every contact as a row, the full equal of the picture for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QActionGroup,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.list_entry import Column, Entry
from gardener.ui.list_model import ID, ContactsModel
from gardener.ui.list_paint import Headings, RowPainter
from gardener.ui.nobody_page import NobodyPage
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
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

    def _current(self, index: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
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
        self.verticalHeader().setDefaultSectionSize(self.painter.height())
        widths = {column: self._wanted(column) for column in Column}
        room = self.viewport().width()
        hidden: frozenset[Column] = frozenset()
        least = theme.wide(NAME_LEAST)
        for column in GIVING_WAY:
            if least + sum(w for c, w in widths.items() if c not in hidden | {Column.NAME}) > room:
                hidden |= {column}
        rest = sum(width for column, width in widths.items() if column not in hidden | {Column.NAME})
        widths[Column.NAME] = max(least, room - rest)
        self.painter.hidden = hidden
        for column, width in widths.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)

    def _wanted(self, column: Column) -> int:
        rows = range(min(MEASURED, self.contacts.rowCount()))
        entries = (self.contacts.entry(row) for row in rows)
        nothing: frozenset[Column] = frozenset()
        widest = max((self.painter.width(column, entry, nothing) for entry in entries), default=0)
        most = theme.wide(WIDEST[column]) if column in WIDEST else widest
        return max(self.headings.needed(column), min(widest, most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class ListView(QWidget):
    """The list with its head. selected(id or null), opened(id), contextMenuAsked(id, global point): by hand alone.

    everybodyAsked(): the search that narrows the list is to be lifted.
    """

    selected = Signal(object)
    opened = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    everybodyAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listPage")
        self._chosen: str | None = None
        self._query = ""
        self.contacts = ContactsModel()
        self.table = Table(self.contacts)
        self.nobody = NobodyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.nobody)
        self._count = Label("", "muted", wrap=True)
        self.sort_button = button("", self.ask_sorting, kind="quiet")
        head = QWidget()
        head.setObjectName("listHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(GRID + 4, GRID // 2, GRID + 4, GRID // 2)
        row.addWidget(self._count, 1)
        row.addWidget(self.sort_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.table.fit)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.opened)
        self.table.menuAsked.connect(self.contextMenuAsked)
        self.table.left.connect(self._leave)
        self.table.headings.sortIndicatorChanged.connect(lambda *_: self._sorted())
        self.nobody.everybodyAsked.connect(self.everybodyAsked)
        self._sorted()

    # What is shown

    def show_entries(
        self, entries: Iterable[Entry], matching: Collection[str] | None = None, query: str = ""
    ) -> None:
        """Shows these contacts; of them only those in `matching`, which `query` found, when it is given."""
        with self.table.quietly():
            self.contacts.show_entries(entries, matching)
            self._settle(query)
        self.table.fit()

    def narrow(self, matching: Collection[str] | None, query: str) -> None:
        """Shows only those in `matching`, which `query` found; everybody with null."""
        with self.table.quietly():
            self.contacts.narrow(matching)
            self._settle(query)

    def change(self, changed: Mapping[str, Entry | None], matching: Collection[str] | None) -> None:
        """Takes in what has changed of some contacts; null: it went."""
        if self._chosen is not None and changed.get(self._chosen, ...) is None:
            self._chosen = None
        with self.table.quietly():
            self.contacts.change(changed, matching)
            self._settle(self._query)
        self._fitting.start(0)

    def _settle(self, query: str) -> None:
        """After rows came, went or moved: the selection stays on its contact."""
        self._query = query
        if self.table.selection != self._chosen:
            self.table.select(self._chosen)
        shown, every = self.contacts.rowCount(), self.contacts.every
        self._count.setText(listing.count(shown, every, query))
        self.nobody.say(query)
        nobody = not shown and bool(query)
        self._pages.setCurrentWidget(self.nobody if nobody else self.table)

    @property
    def selection(self) -> str | None:
        """The id of the selected contact, shown or not."""
        return self._chosen

    def select(self, id_: str | None) -> None:
        """Selects without a signal."""
        self._chosen = id_
        self.table.select(id_)

    def focus(self) -> None:
        """Puts the keyboard on the selected row, or on the first."""
        holds = self.table if self._pages.currentWidget() is self.table else self.nobody.button
        holds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.selection is None and self.contacts.rowCount():
            self.table.setCurrentIndex(self.contacts.index(0, 0))

    def finish_now(self) -> None:
        """Paints every plant in view to the end: for pictures of the window."""
        self.table.fit()
        self.table.painter.plants.finish()

    def _choose(self, id_: object) -> None:
        self._chosen = str(id_) if id_ else None
        self.selected.emit(self._chosen)

    def _leave(self) -> None:
        if self._query:
            self.everybodyAsked.emit()

    # Sorting

    def ask_sorting(self) -> None:
        """Opens the menu that says by what the list is sorted."""
        menu = QMenu(listing.SORT, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for column in Column:
            action = menu.addAction(listing.HEADINGS[column])
            action.setCheckable(True)
            action.setChecked(column is self.contacts.column)
            action.triggered.connect(lambda _=False, by=column: self.sort_by(by))
            group.addAction(action)
        menu.addSeparator()
        turned = menu.addAction(listing.TURNED)
        turned.setCheckable(True)
        turned.setChecked(self.contacts.falling)
        turned.triggered.connect(
            lambda _=False: self.sort_by(self.contacts.column, not self.contacts.falling)
        )
        menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def sort_by(self, column: Column, falling: bool = False) -> None:
        """Sorts by a column; `falling`: the greatest first."""
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)
        if self.table.selection is not None:
            self.table.scrollTo(self.table.currentIndex())

    def _sorted(self) -> None:
        words = listing.sorted_by(listing.HEADINGS[self.contacts.column])
        self.sort_button.setText(words)
        self.sort_button.setAccessibleName(f"{words}: choose another order")

    # Looks

    def changeEvent(self, event: QEvent) -> None:
        """Another text size or theme: the columns are measured again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitting.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is painted that nobody sees."""
        super().hideEvent(event)
        self.table.painter.plants.stop()
