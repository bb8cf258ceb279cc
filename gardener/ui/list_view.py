"""The list: every contact as a row, the full equal of the picture for keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gardener.ui.list_entry import Column, Entry
from gardener.ui.list_model import ContactsModel
from gardener.ui.list_table import Table
from gardener.ui.nobody_page import NobodyPage
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.words import listing


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

    def focus(self, *, choose: bool = True) -> None:
        """Puts the keyboard on the selected row; where there is none, `choose` takes the one where the last was."""
        holds = self.table if self._pages.currentWidget() is self.table else self.nobody.button
        holds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if choose and self.table.selection is None and self.contacts.rowCount():
            self.table.setCurrentIndex(self.table.place)

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
