"""What the commands of contacts and views do: one method for each handler named in the table of actions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.domain.stage import Stage
from gardener.ui import theme
from gardener.ui.actions import State
from gardener.ui.bridge import Bridge
from gardener.ui.selection import Selection
from gardener.ui.views import GARDEN, LIST
from gardener.ui.window_commands import Parts, WindowCommands
from gardener.words import window


class Commands(WindowCommands):
    """Carries out the commands of contacts and views besides those of the window. viewChanged(): picture or list."""

    viewChanged = Signal()

    def __init__(self, bridge: Bridge, selection: Selection, parts: Parts) -> None:
        super().__init__(bridge, parts)
        self._selection = selection

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
            sample=deeds.is_sample(session.garden),
            done_today=day.isoformat() in session.garden.checkins,
            undo=session.undoable,
            redo=session.redoable,
            theme=theme.name(),
            view=self._parts.views.view_name,
        )

    def _contact(self) -> Contact | None:
        return self._bridge.contact(self._selection.id)

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
