"""The middle of the window: the garden as a picture or as a list, or the first page while it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gardener.domain.search import matching
from gardener.domain.stage import Stage
from gardener.scene.showing import shown, shown_of
from gardener.scene.view import GardenView
from gardener.session import Session
from gardener.ui import garden_pictures
from gardener.ui.first_run import FirstRun
from gardener.ui.focus_ring import FocusRing
from gardener.ui.list_entry import entries_of

if TYPE_CHECKING:
    from gardener.ui.list_view import ListView

GARDEN, LIST = "garden", "list"
VIEWS = (GARDEN, LIST)


class Views(QStackedWidget):
    """Shows the contacts of a session. All signals come by the person's hand alone.

    selected(id or null), opened(id), moveAsked(id, stage, place), foldAsked(stage), contextMenuAsked(id, global point);
    importAsked(), seedAsked(), sampleAsked() from the first page; everybodyAsked(): the list is no longer to be narrowed.
    """

    selected = Signal(object)
    opened = Signal(str)
    moveAsked = Signal(str, str, int)
    foldAsked = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    importAsked = Signal()
    seedAsked = Signal()
    sampleAsked = Signal()
    everybodyAsked = Signal()

    def __init__(self, session: Session, *, motion: bool, cache: Path | None = None) -> None:
        """`cache` is the folder in which finished pictures are kept from one start to the next; null: nowhere."""
        super().__init__()
        self._session = session
        self._empty = False
        self._query = ""
        self.view_name = GARDEN
        self.garden = GardenView(
            garden_pictures.scene_words(), partial(garden_pictures.pictures_of, folder=cache)
        )
        self.garden.setObjectName("garden")
        FocusRing(self.garden)
        self.garden.motion = motion
        self.garden.selected.connect(self.selected)
        self.garden.activated.connect(self.opened)
        self.garden.moveAsked.connect(self.moveAsked)
        self.garden.foldAsked.connect(self.foldAsked)
        self.garden.contextMenuAsked.connect(self.contextMenuAsked)
        self.addWidget(self.garden)
        self.list: ListView | None = None
        self.first: FirstRun | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the first page stands here."""
        return self._empty

    def show_view(self, name: str) -> None:
        """Goes over to the picture or the list; the selection stays."""
        chosen = (
            self.garden.selection if self.view_name == GARDEN or self.list is None else self.list.selection
        )
        self.view_name = name
        if name == LIST and self.list is None:
            from gardener.ui.list_view import ListView

            self.list = ListView()
            self.list.selected.connect(self.selected)
            self.list.opened.connect(self.opened)
            self.list.contextMenuAsked.connect(self.contextMenuAsked)
            self.list.everybodyAsked.connect(self.everybodyAsked)
            self.addWidget(self.list)
        if name == LIST:
            self._fill_list()
        else:
            self._query = ""
        self.select(chosen)
        self._raise()

    def narrow(self, query: str) -> None:
        """Shows in the list only those who match `query`; everybody when it is empty."""
        if self.list is not None and self.view_name == LIST and query != self._query:
            self._query = query
            self.list.narrow(self._matching(), query)

    def show_all(self, selected: str | None) -> None:
        """Shows the whole garden of today anew."""
        session = self._session
        self.set_empty(not session.garden.plants)
        self.garden.set_garden(shown(session.seen, session.today), selected)
        if self.view_name == LIST:
            self._fill_list()
            self.select(selected)

    def change(self, touched: Iterable[str]) -> None:
        """Shows what has changed of some contacts."""
        session = self._session
        seen, ids = session.seen, list(touched)
        self.set_empty(not session.garden.plants)
        removed = [id_ for id_ in ids if id_ not in seen.plants]
        changed = shown_of(seen, session.today, ids)
        self.garden.update_plants(changed, removed)
        if self.list is not None and self.view_name == LIST:
            entries = entries_of(seen, session.today, changed)
            rows = {entry.contact.id: entry for entry in entries}
            self.list.change({id_: rows.get(id_) for id_ in ids}, self._matching())

    def select(self, id_: str | None) -> None:
        """Selects without a signal."""
        if self.garden.selection != id_:
            self.garden.select(id_)
        if self.list is not None and self.list.selection != id_:
            self.list.select(id_)

    def focus(self) -> None:
        """Puts the keyboard on what stands here."""
        page: QWidget | None = self.currentWidget()
        if self.first is not None and page is self.first:
            page = self.first.buttons[0]
        if self.list is not None and page is self.list:
            self.list.focus()
        elif page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill_list(self) -> None:
        if self.list is not None:
            seen, day = self._session.seen, self._session.today
            plants = self.garden.picture.plants.values()  # the picture has read them already
            self.list.show_entries(entries_of(seen, day, plants), self._matching(), self._query)

    def _matching(self) -> frozenset[str] | None:
        """The contacts that the list is narrowed to; null: to none."""
        if not self._query:
            return None
        found = matching(self._session.seen, self._query, self._session.today)
        return frozenset(plant.contact.id for plant in found)

    def set_empty(self, empty: bool) -> None:
        """Shows the first page, or what there is."""
        if empty and self.first is None:
            self.first = FirstRun()
            self.first.importAsked.connect(self.importAsked)
            self.first.seedAsked.connect(self.seedAsked)
            self.first.sampleAsked.connect(self.sampleAsked)
            self.addWidget(self.first)
        if empty != self._empty:
            self._empty = empty
            if empty and self.first is not None:
                self.first.greet(used=bool(self._session.record(1)))
            self._raise()

    def _raise(self) -> None:
        page: QWidget = self.garden
        if self._empty and self.first is not None:
            page = self.first
        elif self.view_name == LIST and self.list is not None:
            page = self.list
        held = QApplication.focusWidget()
        if held is not None and page is not self.currentWidget() and self.isAncestorOf(held):
            held.clearFocus()  # else Qt would hand it to the next in line, which may choose somebody
        self.setCurrentWidget(page)


def stages_of(names: Iterable[str]) -> frozenset[Stage]:
    """The stages of these names, those that are none left out."""
    known = {str(stage) for stage in Stage}
    return frozenset(Stage(name) for name in names if name in known)
