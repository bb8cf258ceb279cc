"""The middle of the window: garden, list, family tree or season, or the first page while there is nobody."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gardener.domain.changes import Changeset
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.stage import Stage
from gardener.scene.showing import shown, shown_of
from gardener.scene.view import GardenView
from gardener.ui import garden_pictures
from gardener.ui.focus_ring import FocusRing
from gardener.ui.sight import Sight

if TYPE_CHECKING:
    from gardener.domain.credit import Credit
    from gardener.scene.tree_view import TreeView
    from gardener.ui.first_run import FirstRun
    from gardener.ui.list_view import ListView
    from gardener.ui.season_page import SeasonPage
    from gardener.ui.tree_page import TreePage

GARDEN, LIST, TREE, SEASON = "garden", "list", "tree", "season"
VIEWS = (GARDEN, LIST, TREE, SEASON)


class Views(QStackedWidget):
    """Shows the contacts of a session. All signals come by the person's hand alone.

    selected(id or null), opened(id), moveAsked(id, stage, place), foldAsked(stage), contextMenuAsked(id, global point);
    opportunityOpened(id) in the tree; said(a passing word); importAsked(), seedAsked(),
    sampleAsked() from the first page; everybodyAsked(): the list is no longer to be narrowed.
    """

    selected = Signal(object)
    opened = Signal(str)
    moveAsked = Signal(str, str, int)
    foldAsked = Signal(str)
    contextMenuAsked = Signal(str, QPoint)
    opportunityOpened = Signal(str)
    said = Signal(str)
    importAsked = Signal()
    seedAsked = Signal()
    sampleAsked = Signal()
    everybodyAsked = Signal()

    def __init__(self, sight: Sight, *, motion: bool, cache: Path | None = None) -> None:
        """`cache` is the folder in which finished pictures are kept from one start to the next; null: nowhere."""
        super().__init__()
        self._session = self.sight = sight
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
        self.tree: TreePage | None = None
        self.season: SeasonPage | None = None
        self.first: FirstRun | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the first page stands here."""
        return self._empty

    @property
    def picture(self) -> GardenView | TreeView:
        """What can be zoomed: the garden, or the tree while it stands here."""
        return self.tree.picture if self.view_name == TREE and self.tree is not None else self.garden

    def show_view(self, name: str) -> None:
        """Goes over to another view; the selection stays."""
        chosen = self._chosen()
        self.view_name = name
        if name == LIST and self.list is None:
            self._build_list()
        elif name == TREE and self.tree is None:
            self._build_tree()
        elif name == SEASON and self.season is None:
            self._build_season()
        if name != LIST:
            self._query = ""
        self._fill()
        self.select(chosen)
        self._raise()

    def _chosen(self) -> str | None:
        """Who is chosen in the view that stands here."""
        page = {LIST: self.list, TREE: self.tree, SEASON: self.season}.get(self.view_name)
        return page.selection if page is not None else self.garden.selection

    def _build_list(self) -> None:
        from gardener.ui.list_view import ListView

        self.list = ListView()
        self.list.selected.connect(self.selected)
        self.list.opened.connect(self.opened)
        self.list.contextMenuAsked.connect(self.contextMenuAsked)
        self.list.everybodyAsked.connect(self.everybodyAsked)
        self.addWidget(self.list)

    def _build_tree(self) -> None:
        from gardener.ui.tree_page import TreePage

        self.tree = TreePage(self._credit)
        self.tree.selected.connect(self.selected)
        self.tree.opened.connect(self.opened)
        self.tree.contextMenuAsked.connect(self.contextMenuAsked)
        self.tree.fruitOpened.connect(self.opportunityOpened)
        self.addWidget(self.tree)

    def _build_season(self) -> None:
        from gardener.ui.season_figures import figures_of
        from gardener.ui.season_page import SeasonPage

        self.season = SeasonPage(lambda: figures_of(self.sight), self.said.emit)
        self.addWidget(self.season)

    def _credit(self, opportunity: str) -> Credit:
        """To whom an opportunity is owed, and by whose help it came."""
        from gardener.domain.credit import credit
        from gardener.domain.lineage import lineage

        seen = self._session.seen
        return credit(seen.opportunities[opportunity].thanks_to, lineage(seen))

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
        if self.view_name != GARDEN:
            self._fill()
            self.select(selected)

    @property
    def shows_garden(self) -> bool:
        """Whether the picture stands here."""
        return self.currentWidget() is self.garden

    def show_day(self) -> None:
        """Shows the day that is looked at, instead of the one that stands there; places and view stay."""
        seen, day = self._session.seen, self._session.today
        gone = [id_ for id_ in self.garden.picture.plants if id_ not in seen.plants]
        self.garden.update_plants(shown(seen, day), gone)
        if self.season is not None and self.view_name == SEASON:
            self.season.refresh_soon()
        elif self.view_name != GARDEN:
            chosen = self._chosen()
            self._fill()
            self.select(chosen)

    def change(self, touched: Iterable[str], changeset: Changeset | None = None) -> None:
        """Shows what has changed of some contacts, and by which deed."""
        session = self._session
        seen, ids = session.seen, list(touched)
        self.set_empty(not session.garden.plants)
        removed = [id_ for id_ in ids if id_ not in seen.plants]
        changed = shown_of(seen, session.today, ids)
        self.garden.update_plants(changed, removed)
        if changeset is not None:
            self.garden.water(watered(changeset))
        if self.list is not None and self.view_name == LIST:
            from gardener.ui.list_entry import entries_of

            entries = entries_of(seen, session.today, changed)
            rows = {entry.contact.id: entry for entry in entries}
            self.list.change({id_: rows.get(id_) for id_ in ids}, self._matching())
        elif self.season is not None and self.view_name == SEASON:
            self.season.refresh_soon()
        elif self.view_name != GARDEN:
            self._fill()

    def select(self, id_: str | None) -> None:
        """Selects without a signal."""
        if self.garden.selection != id_:
            self.garden.select(id_)
        if self.list is not None and self.list.selection != id_:
            self.list.select(id_)
        for page in (self.tree, self.season):
            if page is not None and page.selection != id_:
                page.select(id_)

    def focus(self, *, choose: bool = True) -> None:
        """Puts the keyboard on what stands here; in the list somebody is chosen by that, unless told otherwise."""
        page: QWidget | None = self.currentWidget()
        if self.first is not None and page is self.first:
            page = self.first.buttons[0]
        if self.list is not None and page is self.list:
            self.list.focus(choose=choose)
        elif self.tree is not None and page is self.tree:
            self.tree.focus()
        elif self.season is not None and page is self.season:
            self.season.focus()
        elif page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+F10 opens the menu of the chosen one, as the menu key does everywhere."""
        if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        held = self.window().focusWidget()
        at = held.rect().center()
        QApplication.sendEvent(
            held, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, held.mapToGlobal(at))
        )

    def _fill(self) -> None:
        """Shows in the view that stands here what the garden holds."""
        seen, day = self._session.seen, self._session.today
        plants = self.garden.picture.plants.values()  # the picture has read them already
        if self.view_name == TREE and self.tree is not None:
            from gardener.scene.tree_shown import tree_shown

            self.tree.show_tree(tree_shown(seen, day, plants))
        elif self.view_name == SEASON and self.season is not None:
            self.season.refresh()
        elif self.view_name == LIST and self.list is not None:
            from gardener.ui.list_entry import entries_of

            self.list.show_entries(entries_of(seen, day, plants), self._matching(), self._query)

    def _matching(self) -> frozenset[str] | None:
        """The contacts that the list is narrowed to; null: to none."""
        if not self._query:
            return None
        from gardener.domain.search import matching

        found = matching(self._session.seen, self._query, self._session.today)
        return frozenset(plant.contact.id for plant in found)

    def set_empty(self, empty: bool) -> None:
        """Shows the first page, or what there is."""
        if empty and self.first is None:
            from gardener.ui.first_run import FirstRun

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
        elif self.view_name == TREE and self.tree is not None:
            page = self.tree
        elif self.view_name == SEASON and self.season is not None:
            page = self.season
        held = QApplication.focusWidget()
        if held is not None and page is not self.currentWidget() and self.isAncestorOf(held):
            held.clearFocus()  # else Qt would hand it to the next in line, which may choose somebody
        self.setCurrentWidget(page)


def watered(changeset: Changeset) -> frozenset[str]:
    """Who was watered by a deed: those whom a new touch of mine, or a talk, has reached."""
    return frozenset(
        id_
        for change in changeset.changes
        if change.before is None
        and isinstance(change.after, Interaction)
        and change.after.direction is not Direction.INCOMING
        for id_ in change.after.participants
    )


def stages_of(names: Iterable[str]) -> frozenset[Stage]:
    """The stages of these names, those that are none left out."""
    known = {str(stage) for stage in Stage}
    return frozenset(Stage(name) for name in names if name in known)
