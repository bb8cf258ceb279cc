"""What every command does: one method for each handler named in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow

from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.domain.stage import Stage
from gardener.session import InputFile
from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.actions import State
from gardener.ui.bridge import Bridge
from gardener.ui.contact_dock import ContactDock
from gardener.ui.search_field import SearchField
from gardener.ui.selection import Selection
from gardener.ui.today_dock import TodayDock
from gardener.ui.views import GARDEN, LIST, Views
from gardener.words import window

TOO_LARGE = 200 * 1024 * 1024
"""Bytes; a larger file is refused without being read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the commands reach for in the window."""

    window: QMainWindow
    views: Views
    today: TodayDock
    contact: ContactDock
    search: SearchField
    say: Callable[[str], object]
    preferences: Callable[[], Preferences]
    prefer: Callable[[Preferences], object]


class Commands(QObject):
    """Carries out the commands. opened(QDialog): a form or dialog stands open. viewChanged(): picture or list."""

    opened = Signal(object)
    viewChanged = Signal()

    def __init__(self, bridge: Bridge, selection: Selection, parts: Parts) -> None:
        super().__init__(parts.window)
        self._bridge = bridge
        self._selection = selection
        self._parts = parts

    def state(self) -> State:
        """What decides which commands can be used now."""
        session = self._bridge.session
        contact = self._contact()
        day = session.today
        return State(
            selected=contact is not None,
            resting=contact is not None and contact.rests_on(day),
            left_alone=contact is not None and contact.left_alone,
            composted=contact is not None and contact.stage_on(day) is Stage.COMPOST,
            empty=not session.garden.plants,
            done_today=day.isoformat() in session.garden.checkins,
            undo=session.undoable,
            redo=session.redoable,
            theme=theme.name(),
            view=self._parts.views.view_name,
        )

    def _contact(self) -> Contact | None:
        return self._bridge.contact(self._selection.id)

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        self.opened.emit(dialog)

    # The garden

    def import_files(self) -> None:
        """Asks for files to import."""
        dialog = QFileDialog(self._parts.window, "Import contacts", str(Path.home()))
        dialog.setObjectName("importFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(["Contacts (*.vcf *.vcard *.csv)", "All files (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.preview_import([Path(path) for path in paths]))
        self._open(dialog)

    def preview_import(self, paths: Sequence[Path]) -> None:
        """Shows what an import of these files would bring; nothing is saved before the person presses Import."""
        from gardener.ui.import_dialog import ImportPreview

        if not paths:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            files = [_read(path) for path in paths]
            plan, _ = self._bridge.session.import_files(files, dry_run=True)
        finally:
            QApplication.restoreOverrideCursor()
        preview = ImportPreview(plan, self.name_of, self._parts.window)
        preview.importAsked.connect(lambda: self._bridge.import_files(files))
        self._open(preview)

    def plant_sample(self) -> None:
        """Plants the sample garden in an empty one."""
        from gardener.domain.sample import plant_sample

        today = self._bridge.session.today
        self._bridge.perform(lambda garden: plant_sample(garden, today=today))

    def done_for_today(self) -> None:
        """Records today's round."""
        self._bridge.done_for_today()

    def show_deeds(self) -> None:
        """Lists what was done, to undo back to a deed."""
        from gardener.ui.deeds_dialog import SHOWN, DeedsDialog

        session = self._bridge.session
        dialog = DeedsDialog(session.record(SHOWN), session.today, self._parts.window)
        dialog.undoAsked.connect(self._bridge.undo_to)
        dialog.takeBackAsked.connect(self._bridge.take_back)
        self._open(dialog)

    def preferences(self) -> None:
        """Opens the preferences."""
        from gardener.ui.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._bridge, self._parts.preferences(), self._parts.window)
        dialog.changed.connect(self._parts.prefer)
        self._open(dialog)

    def leave(self) -> None:
        """Closes the window."""
        self._parts.window.close()

    # Edit

    def undo(self) -> None:
        """Undoes the last deed."""
        self._bridge.undo()

    def redo(self) -> None:
        """Does the last undone deed again."""
        self._bridge.redo()

    def cut(self) -> None:
        """Takes the selected plant up; from the list it asks for the bed at once."""
        if self._parts.views.view_name == LIST:  # a list has no cells to carry a plant over
            self.move_to()
            return
        self._parts.views.focus()
        self._parts.views.garden.cut()
        self._parts.say(window.CARRYING)

    def paste(self) -> None:
        """Puts the plant in hand down."""
        if self._parts.views.garden.carrying:
            self._parts.views.garden.paste()
        else:
            self._parts.say(window.NOTHING_CARRIED)

    def find(self) -> None:
        """Goes to the search."""
        self._parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._parts.search.selectAll()

    # Contacts

    def add_contact(self) -> None:
        """Opens the form for a new contact."""
        from gardener.ui.contact_form import ContactForm

        form = ContactForm(self._bridge, self._parts.window)
        form.accepted.connect(lambda: self._selection.choose(form.saved))
        self._open(form)

    def edit_contact(self) -> None:
        """Opens the form of the selected contact."""
        from gardener.ui.contact_form import ContactForm

        contact = self._contact()
        if contact is not None:
            self._open(ContactForm(self._bridge, self._parts.window, before=contact))

    def log(self) -> None:
        """Opens the log form for the selected contact."""
        self._log(Kind.MEETING, None)

    def water(self) -> None:
        """Opens the log form for a mail of mine; the guard's word stands in it first."""
        contact = self._contact()
        if contact is not None:
            self._log(Kind.EMAIL if contact.emails else Kind.MESSAGE, Direction.OUTGOING)

    def _log(self, kind: Kind, direction: Direction | None) -> None:
        from gardener.ui.log_form import LogForm

        contact = self._contact()
        if contact is not None:
            self._open(
                LogForm(self._bridge, [contact.id], self._parts.window, kind=kind, direction=direction)
            )

    def edit_log(self, interaction: Interaction) -> None:
        """Opens the form that corrects an interaction."""
        from gardener.ui.log_form import LogForm

        self._open(LogForm(self._bridge, interaction.participants, self._parts.window, before=interaction))

    def remove_log(self, interaction: Interaction) -> None:
        """Takes an interaction away."""
        self._bridge.remove_log(interaction)

    def note(self) -> None:
        """Opens the form of a quick note."""
        from gardener.ui.note_form import NoteForm

        contact = self._contact()
        if contact is not None:
            self._open(NoteForm(self._bridge, contact.id, contact.name, self._parts.window))

    def plan(self) -> None:
        """Opens the form of a plan."""
        from gardener.ui.plan_form import PlanForm

        contact = self._contact()
        if contact is not None:
            self._open(PlanForm(self._bridge, contact.id, contact.name, self._parts.window))

    def open_loop(self, loop: Loop) -> None:
        """A plan opens its form; anything else is done by logging it."""
        from gardener.ui.plan_form import PlanForm

        self._selection.choose(loop.contact)
        plan = self._bridge.session.seen.plans.get(loop.id.removeprefix("plan:"))
        if plan is None:
            self.log()
        else:
            name = self.name_of(plan.contact)
            self._open(PlanForm(self._bridge, plan.contact, name, self._parts.window, before=plan))

    def open_plan(self, plan: Plan) -> None:
        """Opens the form that changes a plan."""
        from gardener.ui.plan_form import PlanForm

        name = self.name_of(plan.contact)
        self._open(PlanForm(self._bridge, plan.contact, name, self._parts.window, before=plan))

    def dismiss(self, loop: Loop) -> None:
        """Closes an open loop without a deed."""
        self._bridge.dismiss(loop.id)

    def move_to(self) -> None:
        """Asks for a bed."""
        self._move(ending=False)

    def compost(self) -> None:
        """Asks why, and puts the selected contact on the compost."""
        self._move(ending=True)

    def _move(self, *, ending: bool) -> None:
        from gardener.ui.move_dialog import MoveDialog

        contact = self._contact()
        if contact is None:
            return
        stage = contact.stage_on(self._bridge.session.today)
        dialog = MoveDialog(contact.name, stage, self._parts.window, ending=ending)
        dialog.moveAsked.connect(lambda stage, reason: self._bridge.move(contact.id, stage, reason=reason))
        self._open(dialog)

    def rest_or_wake(self) -> None:
        """Lets the selected contact rest, or ends the rest."""
        contact = self._contact()
        if contact is None:
            return
        if contact.rests_on(self._bridge.session.today):
            self._bridge.wake(contact.id)
        else:
            self._bridge.rest(contact.id)

    def leave_alone(self) -> None:
        """Sets or lifts the mark of those who asked not to be contacted."""
        contact = self._contact()
        if contact is not None:
            self._bridge.leave_alone(contact.id, off=contact.left_alone)

    def remove(self) -> None:
        """Takes the selected contact away; the message that follows has Undo."""
        contact = self._contact()
        if contact is not None:
            self._bridge.remove(contact.id)

    def add_common(self, theirs: list[str], mine: list[str]) -> None:
        """Adds to the common ground with the selected contact."""
        if self._selection.id is not None:
            self._bridge.add_common(self._selection.id, theirs=theirs, mine=mine)

    def why(self) -> None:
        """Shows the interactions and the arithmetic behind the three quantities."""
        from gardener.ui.why_dialog import WhyDialog

        contact = self._contact()
        if contact is None:
            return
        session = self._bridge.session
        plant = session.seen.plants[contact.id]
        climate = session.seen.climate(session.today)
        history = session.history(contact.id)
        self._open(WhyDialog(plant, history, session.today, climate, self._parts.window))

    # View

    def zoom_to_fit(self) -> None:
        """Shows the whole garden."""
        self._parts.views.garden.zoom_to_fit()

    def zoom_in(self) -> None:
        """A step closer."""
        self._parts.views.garden.zoom_by(1.25)

    def zoom_out(self) -> None:
        """A step away."""
        self._parts.views.garden.zoom_by(0.8)

    def zoom_to_bed(self) -> None:
        """Brings the bed of the selected plant near."""
        contact = self._contact()
        if contact is not None:
            self._parts.views.garden.zoom_to_bed(contact.stage_on(self._bridge.session.today))

    def view_garden(self) -> None:
        """Shows the garden as a picture."""
        self._show_view(GARDEN)

    def view_list(self) -> None:
        """Shows the garden as a list."""
        self._show_view(LIST)

    def sort_list(self) -> None:
        """Shows the list and asks by what it is sorted."""
        if self._parts.views.view_name != LIST:
            self.view_list()
        if self._parts.views.list is not None and not self._parts.views.is_empty:
            self._parts.views.list.ask_sorting()

    def _show_view(self, name: str) -> None:
        self._parts.views.show_view(name)
        self._parts.views.focus()
        self.viewChanged.emit()

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

    def _prefer_theme(self, name: str) -> None:
        self._parts.prefer(replace(self._parts.preferences(), theme=name))

    # Help

    def show_help(self) -> None:
        """Opens the help, at the page that was read last while it is open."""
        self._help("")

    def show_keys(self) -> None:
        """Opens the help at the list of every key."""
        from gardener.ui.help_pages import KEYS

        self._help(KEYS)

    def _help(self, page: str) -> None:
        from gardener.ui.help_reader import HelpReader

        reader = self._parts.window.findChild(HelpReader)
        if reader is not None and reader.isVisible():
            reader.go(page)
            reader.raise_()
            reader.activateWindow()
            return
        reader = HelpReader(self._parts.window, page=page)
        reader.show()
        self.opened.emit(reader)

    def show_log(self) -> None:
        """Shows what went wrong in the program."""
        from gardener import settings
        from gardener.ui.log_page import LogPage

        self._open(LogPage(settings.log_folder(), self._parts.window))

    def about(self) -> None:
        """Says what this is, and where things lie."""
        from gardener.ui.about_dialog import AboutDialog

        self._open(AboutDialog(self._bridge.session.path, self._parts.window))

    def name_of(self, id_: str) -> str:
        """The name of a contact."""
        contact = self._bridge.session.garden.contact(id_)
        return contact.name if contact is not None else ""


def _read(path: Path) -> InputFile:
    """A file with its bytes, or the reason why it could not be opened."""
    try:
        if not path.exists():
            return InputFile(str(path), problem="missing")
        if not path.is_file():
            return InputFile(str(path), problem="not-a-file")
        if path.stat().st_size > TOO_LARGE:
            return InputFile(str(path), problem="too-large")
        return InputFile(str(path), path.read_bytes())
    except OSError:
        return InputFile(str(path), problem="unreadable")
