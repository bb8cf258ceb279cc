"""The check-in's panel stands where Today stands, in its place while it is open; made when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from gardener.session import Heard
from gardener.ui import theme
from gardener.ui.bridge import Bridge
from gardener.ui.dock import Panel

if TYPE_CHECKING:
    from gardener.domain.agenda import Agenda
    from gardener.domain.contact import Contact
    from gardener.domain.items import Item
    from gardener.ui.checkin_dock import CheckInDock


class CheckInPlace(QObject):
    """Reads today's list when it is opened; after a deed it only takes out what is dealt with.

    deedAsked(Item, way), chosen(contact id), doneAsked(); left(): closed by the person's hand.
    """

    deedAsked = Signal(object, str)
    chosen = Signal(str)
    doneAsked = Signal()
    opened = Signal()
    left = Signal()

    def __init__(self, window: QMainWindow, instead_of: Panel, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._other, self._bridge = window, instead_of, bridge
        self._other_shown = False
        self._list: Agenda | None = None
        self.dock: CheckInDock | None = None
        instead_of.visibilityChanged.connect(self._make_way)

    @property
    def is_open(self) -> bool:
        """Whether the panel stands there."""
        return self.dock is not None and not self.dock.isHidden()

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The inside of the panel, once it was made."""
        return (self.dock.inside,) if self.dock is not None else ()

    def toggle(self) -> None:
        """Opens the panel with the keyboard on its first item; closes it when it is open."""
        if self.is_open:
            self.close()
            self.left.emit()
            return
        dock = self._made()
        self._other_shown = not self._other.isHidden()
        self._other.hide()
        dock.show()
        width = max(theme.wide(dock.preferred), dock.minimumWidth())
        most = self._window.width() * 36 // 100
        self._window.resizeDocks([dock], [min(width, most)], Qt.Orientation.Horizontal)
        self._read()
        self.opened.emit()
        dock.focus_first()

    def close(self) -> None:
        """Closes the panel; what it took the place of comes back."""
        if self.dock is None or self.dock.isHidden():
            return
        self.dock.hide()
        if self._other_shown:
            self._other.show()

    def set_aside(self, item: Item) -> None:
        """A letter of that item is being written."""
        if self.dock is not None:
            self.dock.set_aside(item.id)

    def take_back(self, contact: str) -> None:
        """A letter was not sent after all."""
        if self.dock is not None:
            self.dock.take_back(contact)

    def hint(self, text: str) -> None:
        """Says something on the card that is looked at."""
        if self.dock is not None:
            self.dock.hint(text)

    def hear(self, heard: Heard) -> None:
        """The garden has changed."""
        if not self.is_open:
            return
        if heard.touched is None or self._list is None or self._list.day != self._bridge.session.today:
            self._read()
        else:
            from gardener.domain.agenda import still

            self._show(still(self._list, self._bridge.session.seen))

    def new_day(self) -> None:
        """It is another day."""
        if self.is_open:
            self._read()

    def _read(self) -> None:
        self._show(self._bridge.session.agenda())

    def _show(self, list_: Agenda) -> None:
        from gardener.ui.checkin_dock import CheckInShown

        self._list = list_
        if self.dock is not None:
            self.dock.show_list(CheckInShown(list=list_, contact=self._contact, by=self._introducer))

    def _contact(self, id_: str) -> Contact | None:
        return self._bridge.contact(id_)

    def _introducer(self, item: Item) -> str:
        intro = self._bridge.session.seen.introductions.get(item.id.removeprefix("introduced:"))
        contact = self._bridge.contact(intro.by) if intro is not None else None
        return contact.name if contact is not None else ""

    def _made(self) -> CheckInDock:
        if self.dock is None:
            from gardener.ui.checkin_dock import CheckInDock

            self.dock = dock = CheckInDock()
            self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
            dock.hide()
            dock.deedAsked.connect(self.deedAsked)
            dock.chosen.connect(self.chosen)
            dock.doneAsked.connect(self.doneAsked)
            dock.closeAsked.connect(self.toggle)
            self._bridge.changed.connect(self.hear)
            self._bridge.dayChanged.connect(lambda _: self.new_day())
        return self.dock

    def _make_way(self, shown: bool) -> None:
        if shown and self.dock is not None and not self.dock.isHidden():
            self.dock.hide()
