"""The panel of the selected person, and how to read the garden while nobody is chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gardener.ui.dock import Panel
from gardener.ui.flow import Flow
from gardener.ui.legend import Legend
from gardener.ui.parts import Button, button
from gardener.ui.theme import GRID

if TYPE_CHECKING:
    from gardener.ui.contact_page import ContactPage
    from gardener.ui.contact_shown import ContactShown


class ContactDock(Panel):
    """One person on a page that is made when it is first wanted. made(ContactPage): it can be listened to."""

    made = Signal(object)

    def __init__(self) -> None:
        super().__init__("Selected contact", "contact", width=312)
        self._has_page = self._read_only = False
        self._empty = Legend()
        self.column.addWidget(self._empty, 1)
        self._footer = QWidget()
        self._footer.setObjectName("footer")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._footer.setSizePolicy(policy)
        self._footer_row = Flow(self._footer, gap=6)
        self._footer_row.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        self._footer.hide()
        self.column.addWidget(self._footer)

    @cached_property
    def page(self) -> ContactPage:
        """What is seen of a person."""
        from gardener.ui.contact_page import ContactPage

        page = ContactPage()
        page.hide()
        page.portrait.fit(self.height())
        page.set_read_only(self._read_only)
        self.column.insertWidget(0, page, 1)
        self._has_page = True
        self.made.emit(page)
        return page

    def prepare(self) -> None:
        """Makes the page before it is wanted, so that the first person is shown at once."""
        _ = self.page

    def finish_now(self) -> None:
        """Draws what is left for after the first paint: for pictures of the window."""
        self._empty.finish_now()

    def set_actions(self, water: QAction, log: QAction, menu: QMenu) -> None:
        """The buttons at the foot: water and log, and a menu with everything else."""
        for action, words_, kind in ((water, "Water (write)", "water"), (log, "Log", "primary")):
            made = button(words_, action.trigger, kind=kind, tip=action.shortcut().toString())
            made.setObjectName(f"foot-{action.objectName()}")
            self._footer_row.addWidget(made)
        more = Button("More")
        more.setAccessibleName("More for this contact")
        more.setMenu(menu)
        self._footer_row.addWidget(more)

    def focus_first(self) -> None:
        """Puts the keyboard on the first button."""
        item = self._footer_row.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the portrait is smaller."""
        super().resizeEvent(event)
        if self._has_page:
            self.page.portrait.fit(self.height())

    def set_read_only(self, on: bool) -> None:
        """On another day than today there is nothing to press or to fill in."""
        self._read_only = on
        if self._has_page:
            self.page.set_read_only(on)
        self._footer.setVisible(not on and self._empty.isHidden())

    def show_contact(self, shown: ContactShown | None) -> None:
        """Shows a person, or that nobody is chosen; another person from the top."""
        if shown is not None:
            self.page.show_contact(shown)
        elif self._has_page:
            self.page.show_nobody()
        self._empty.setVisible(shown is None)
        self._footer.setVisible(shown is not None and not self._read_only)
        if self._has_page:
            self.page.setVisible(shown is not None)
