"""What the commands of editing and views do, besides those of contacts and of the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gardener.domain.records import open_season
from gardener.domain.stage import Stage
from gardener.ui import theme
from gardener.ui.actions import State
from gardener.ui.dock import Panel
from gardener.ui.parts import first_stop
from gardener.ui.round_commands import RoundCommands
from gardener.ui.views import GARDEN, LIST, SEASON, TREE
from gardener.words import window


class Commands(RoundCommands):
    """One method for each handler named in the table of actions. viewChanged(): picture or list. handChanged(): a
    plant was taken up or put down."""

    viewChanged = Signal()
    handChanged = Signal()

    def state(self) -> State:
        """What decides which commands can be used now."""
        session = self._bridge.session
        contact = self._contact()
        day = session.today
        season = open_season(session.seen.seasons.values(), day)
        beds = self._parts.views.garden.picture.layout.beds
        return State(
            selected=contact is not None,
            carrying=self._parts.views.garden.carrying,
            resting=contact is not None and contact.rests_on(day),
            left_alone=contact is not None and contact.left_alone,
            composted=contact is not None and contact.stage_on(day) is Stage.COMPOST,
            empty=not session.garden.plants,
            sample=session.garden.is_sample,
            winter=session.garden.winter(day) is not None,
            done_today=day.isoformat() in session.garden.checkins,
            undo=session.undoable,
            redo=session.redoable,
            theme=theme.name(),
            view=self._parts.views.view_name,
            disguised=session.disguise,
            bed_folded=contact is not None and beds[contact.stage_on(day)].folded,
            any_folded=any(bed.folded for bed in beds.values()),
            season=season is not None,
            paused=season is not None and season.paused_on(day),
            branch=self._parts.views.tree is not None and self._parts.views.tree.branch is not None,
            away=self._parts.views.sight.away,
            time_line=not self._parts.time.bar.isHidden(),
            playing=self._parts.time.playing,
        )

    # Edit

    def undo(self) -> None:
        """Undoes the last deed."""
        self._bridge.undo()

    def redo(self) -> None:
        """Does the last undone deed again."""
        self._bridge.redo()

    def cut(self) -> None:
        """Takes the selected plant up; from the other views it asks for the bed at once."""
        if self._parts.views.view_name != GARDEN:  # they have no cells to carry a plant over
            self.move_to()
            return
        self._parts.views.focus()
        self._parts.views.garden.cut()
        self._parts.say(window.CARRYING)
        self.handChanged.emit()

    def paste(self) -> None:
        """Puts the plant in hand down."""
        if self._parts.views.garden.carrying:
            self._parts.views.garden.paste()
        else:
            self._parts.say(window.NOTHING_CARRIED)
        self.handChanged.emit()

    def find(self) -> None:
        """Goes to the search."""
        self._parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._parts.search.selectAll()

    # View

    def zoom_to_fit(self) -> None:
        """Shows the whole garden, or the whole tree."""
        self._parts.views.picture.zoom_to_fit()

    def zoom_in(self) -> None:
        """A step closer."""
        self._parts.views.picture.zoom_by(1.25)

    def zoom_out(self) -> None:
        """A step away."""
        self._parts.views.picture.zoom_by(0.8)

    def zoom_to_bed(self) -> None:
        """Brings the bed of the selected plant near."""
        contact = self._contact()
        if contact is not None:
            self._parts.views.garden.zoom_to_bed(contact.stage_on(self._parts.views.sight.today))

    def fold_bed(self) -> None:
        """Folds the bed of the selected plant, or opens it."""
        contact = self._contact()
        if contact is not None:
            self._parts.views.foldAsked.emit(str(contact.stage_on(self._bridge.session.today)))

    def open_beds(self) -> None:
        """Opens every bed that is folded."""
        beds = self._parts.views.garden.picture.layout.beds
        for stage in [stage for stage, bed in beds.items() if bed.folded]:
            self._parts.views.foldAsked.emit(str(stage))

    def view_garden(self) -> None:
        """Shows the garden as a picture."""
        self._show_view(GARDEN)

    def view_list(self) -> None:
        """Shows the garden as a list."""
        self._show_view(LIST)

    def view_tree(self) -> None:
        """Shows who led to whom."""
        self._show_view(TREE)

    def view_season(self) -> None:
        """Shows how conversations become interviews and offers."""
        self._show_view(SEASON)

    def toggle_branch(self) -> None:
        """Shows the branch of the chosen one alone in the tree, or everyone again."""
        if self._parts.views.tree is not None:
            self._parts.views.tree.toggle_branch()
            self.viewChanged.emit()

    def show_only(self, query: str) -> None:
        """Shows those who match `query` as a list."""
        self.view_list()
        self._parts.search.setText(query)

    def sort_list(self) -> None:
        """Shows the list and asks by what it is sorted."""
        if self._parts.views.view_name != LIST:
            self.view_list()
        if self._parts.views.list is not None and not self._parts.views.is_empty:
            self._parts.views.list.ask_sorting()

    def _show_view(self, name: str) -> None:
        self._parts.views.show_view(name)
        if self._parts.views.season is not None:
            self.furnish_season(self._parts.views.season)
        self._parts.views.focus()
        self.viewChanged.emit()

    # Time

    def toggle_time_line(self) -> None:
        """Shows the time line, or hides it."""
        self._parts.time.show_bar(self._parts.time.bar.isHidden())

    def go_time(self) -> None:
        """Puts the keyboard on the time line."""
        if self._parts.time.bar.isHidden():
            self.toggle_time_line()
        self._parts.time.bar.track.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def time_today(self) -> None:
        """Looks at today again."""
        self._parts.time.back()

    def day_back(self) -> None:
        """Looks at the day before."""
        self._parts.time.step(-1)

    def day_ahead(self) -> None:
        """Looks at the day after."""
        self._parts.time.step(1)

    def month_back(self) -> None:
        """Looks a month back."""
        self._parts.time.step_months(-1)

    def month_ahead(self) -> None:
        """Looks a month ahead."""
        self._parts.time.step_months(1)

    def first_day(self) -> None:
        """Looks at the first day of the garden."""
        self._parts.time.go_to(self._parts.time.first)

    def play(self) -> None:
        """Plays the garden as a time-lapse, or pauses."""
        self._parts.time.play()

    def next_part(self) -> None:
        """Takes the keyboard on: the search, Today, the garden, the panel on the right, and round again."""
        self._go_round(1)

    def previous_part(self) -> None:
        """Takes it back."""
        self._go_round(-1)

    def _go_round(self, by: int) -> None:
        parts = self._parts
        around = parts.search.parentWidget()
        band = around if around is not None else parts.search
        panels = [panel for panel in parts.window.findChildren(Panel) if panel.isVisible()]
        right = [panel for panel in panels if panel is not parts.today]
        left: list[QWidget] = [panel for panel in panels if panel is parts.today]
        stops = {area: first_stop(area) for area in [band, *left, parts.views, parts.time.bar, *right]}
        order = [area for area, stop in stops.items() if stop is not None]
        held: QWidget | None = parts.window.focusWidget()
        at = next((i for i, area in enumerate(order) if held is not None and area.isAncestorOf(held)), -by)
        area = order[(at + by) % len(order)]
        stop = stops[area]
        if area is band:
            self.find()
        elif area is parts.views:
            parts.views.focus()
        elif stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def go_garden(self) -> None:
        """Puts the keyboard on the garden."""
        self._parts.views.focus()

    def go_today(self) -> None:
        """Puts the keyboard on Today."""
        self._parts.today.show()
        self._parts.today.focus_first()

    def go_contact(self) -> None:
        """Puts the keyboard on the selected contact."""
        self._parts.contact.show()
        self._parts.contact.focus_first()

    def theme_light(self) -> None:
        """By day."""
        self._prefer_theme("light")

    def theme_dusk(self) -> None:
        """At dusk."""
        self._prefer_theme("dusk")

    def theme_contrast(self) -> None:
        """In high contrast."""
        self._prefer_theme("contrast")

    def hide_names(self) -> None:
        """Shows invented people in place of the real ones, or the real ones again."""
        session = self._bridge.session
        session.disguise = not session.disguise

    def _prefer_theme(self, name: str) -> None:
        self._parts.prefer(replace(self._parts.preferences(), theme=name))
