"""The check-in's panel stands where Today stands, in its place while it is open; made when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from gardener.session import Heard
from gardener.ui import theme
from gardener.ui.bridge import Bridge
from gardener.ui.dock import Panel, PanelPlace

if TYPE_CHECKING:
    from gardener.domain.agenda import Agenda
    from gardener.domain.contact import Contact
    from gardener.domain.items import Item
    from gardener.ui.checkin_dock import CheckInDock


MOST = 36
"""Percent of the window that the panel takes at most when it opens."""


class CheckInPlace(PanelPlace):
    """Reads today's list when it is opened; after a deed it only takes out what is dealt with.

    deedAsked(Item, way), chosen(contact id), doneAsked().
    """

    deedAsked = Signal(object, str)
    chosen = Signal(str)
    doneAsked = Signal()

    dock: CheckInDock | None

    def __init__(self, window: QMainWindow, instead_of: Panel, bridge: Bridge) -> None:
        super().__init__(window, instead_of)
        self._bridge = bridge
        self._list: Agenda | None = None

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

    def _wanted(self, dock: Panel) -> int:
        return min(theme.wide(dock.preferred), self._window.width() * MOST // 100)

    def _made(self) -> CheckInDock:
        from gardener.ui.checkin_dock import CheckInDock

        dock = CheckInDock()
        dock.deedAsked.connect(self.deedAsked)
        dock.chosen.connect(self.chosen)
        dock.doneAsked.connect(self.doneAsked)
        dock.closeAsked.connect(self.toggle)
        self._bridge.changed.connect(self.hear)
        self._bridge.dayChanged.connect(lambda _: self.new_day())
        return dock
