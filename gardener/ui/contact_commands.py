"""What the commands of one contact do: planting, writing, logging, correcting, planning, moving, marking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.contact import Contact
from gardener.domain.interaction import Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.loops import Loop, LoopKind
from gardener.session import Done
from gardener.ui import loop_rows
from gardener.ui.bridge import Bridge, Result
from gardener.ui.selection import Selection
from gardener.ui.window_commands import Parts, WindowCommands
from gardener.words import deeds as deed_words
from gardener.words import person

if TYPE_CHECKING:
    from gardener.ui.outside import Way


KIND_OF = {"mail": Kind.EMAIL, "phone": Kind.CALL, "page": Kind.MESSAGE}
"""By the ways of `ui.outside`."""
"""What an outgoing touch by that way is logged as."""


class ContactCommands(WindowCommands):
    """Carries out the commands of the selected contact."""

    def __init__(self, bridge: Bridge, selection: Selection, parts: Parts) -> None:
        super().__init__(bridge, parts)
        self._selection = selection

    def _contact(self) -> Contact | None:
        return self._bridge.contact(self._selection.id)

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

    def choose_species(self) -> None:
        """Opens the choice of a plant for the selected contact."""
        from gardener.scene.proposal import proposal_of
        from gardener.scene.showing import shown_of
        from gardener.ui.species_dialog import SpeciesDialog

        contact, session = self._contact(), self._bridge.session
        if contact is None:
            return
        (plant,) = shown_of(session.seen, session.today, [contact.id])
        history = session.history(contact.id)
        first = min(history, key=lambda each: each.day).kind if history else None
        introduced = any(each.to == contact.id for each in session.seen.introductions.values())
        proposal = proposal_of(contact, first, introduced=introduced)
        dialog = SpeciesDialog(plant, contact.species, proposal, self._parts.window)
        dialog.speciesChosen.connect(lambda species: self._bridge.choose_species(contact.id, species))
        self._open(dialog)

    def log(self) -> None:
        """Opens the log form for the selected contact."""
        self._log(Kind.MEETING, None)

    def water(self) -> None:
        """The guard's word first, then the way to the mail program; afterwards it is asked whether it was sent."""
        from gardener.ui.write_dialog import WriteDialog

        contact = self._contact()
        if contact is None:
            return
        dialog = WriteDialog(self._bridge, contact, self._parts.window)
        dialog.written.connect(
            lambda means, ask: self._parts.sent.ask(contact.id, contact.name, means.way, ask)
        )
        dialog.draftAsked.connect(self.check_draft)
        dialog.logAsked.connect(lambda ask: self.log_mine(contact, ask=ask))
        self._open(dialog)

    def was_sent(self, contact: str, way: Way, ask: AskKind | None = None, thanks: bool = False) -> None:
        """Logs a touch of mine; the guard has spoken before it was written."""
        session = self._bridge.session
        draft = Interaction(
            id=session.new_id(),
            day=session.today,
            kind=KIND_OF[way],
            direction=Direction.OUTGOING,
            participants=(contact,),
            ask=Ask(ask) if ask else None,
            thanks=thanks,
        )
        self._with_undo(self._bridge.log(draft, anyway=True), "")

    def check_draft(self) -> None:
        """Opens the page that looks a message over before it is sent."""
        from gardener.ui.draft_check_dialog import DraftCheckDialog

        contact = self._contact()
        if contact is not None:
            self._open(DraftCheckDialog(self._bridge, contact.id, contact.name, self._parts.window))

    def log_mine(self, contact: Contact, *, thanks: bool = False, ask: AskKind | None = None) -> None:
        """Opens the log form for a mail or message of mine."""
        kind = Kind.EMAIL if contact.emails else Kind.MESSAGE
        self._log(kind, Direction.OUTGOING, thanks=thanks, ask=ask)

    def _log(
        self,
        kind: Kind,
        direction: Direction | None,
        *,
        thanks: bool = False,
        ask: AskKind | None = None,
    ) -> None:
        from gardener.ui.log_form import LogForm

        contact = self._contact()
        if contact is not None:
            form = LogForm(self._bridge, [contact.id], self._parts.window, kind=kind, direction=direction)
            form.thanks.setChecked(thanks)
            form.ask.setCurrentIndex(max(0, form.ask.findData(ask)))
            self._open(form)

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

    def plan_next(self, text: str, day: date) -> None:
        """Plans the next step with the selected contact."""
        if self._selection.id is not None:
            self._bridge.plan(self._selection.id, text, day)

    def plan_done(self, id_: str) -> None:
        """Marks a plan as done; the message that follows has Undo."""
        self._bridge.plan_done(id_)

    def remove_plan(self, id_: str) -> None:
        """Takes a plan away; the message that follows has Undo."""
        self._bridge.remove_plan(id_)

    def open_plan(self, id_: str) -> None:
        """Opens the form that changes a plan."""
        from gardener.ui.plan_form import PlanForm

        plan = self._bridge.session.seen.plans.get(id_)
        if plan is not None:
            name = self.name_of(plan.contact)
            self._open(PlanForm(self._bridge, plan.contact, name, self._parts.window, before=plan))

    def close_loop(self, loop: Loop, way: str) -> None:
        """Closes what waits for me in one of the ways of `loop_rows`."""
        if loop.contact is not None:
            self._selection.choose(loop.contact)
        contact = self._contact()
        if way == loop_rows.DISMISS:
            self._bridge.dismiss(loop.id)
        elif way == loop_rows.DONE:
            self.plan_done(loop.id.removeprefix("plan:"))
        elif way == loop_rows.WRITE:
            self.water()
        elif way in (loop_rows.OPEN, loop_rows.MET):
            self.close_record(loop, way)
        elif contact is not None and loop.kind is LoopKind.INTRODUCTION:
            self.log()
        elif contact is not None:
            self.log_mine(contact, thanks=way == loop_rows.THANK)

    def close_record(self, loop: Loop, way: str) -> None:
        """Closes what comes from an opportunity or an introduction; `conversion_commands` knows how."""

    def correct_day(self, interaction: Interaction, days: int) -> None:
        """A day earlier or later; a day that lies ahead is none."""
        from gardener.ui.corrections import moved_by

        today = self._bridge.session.today
        day = moved_by(interaction, days, today)
        if day is not None:
            self._with_undo(self._bridge.correct(interaction.id, day=day), person.moved_to(day, today))

    def correct_direction(self, interaction: Interaction, direction: Direction) -> None:
        """They began, or I did, or both."""
        done = self._bridge.correct(interaction.id, direction=direction)
        self._with_undo(done, person.NOW_DIRECTION[direction])

    def _with_undo(self, result: Result, sentence: str) -> None:
        """A message with Undo after a deed that usually has none; an empty sentence: in the words of the deed."""
        if isinstance(result, Done) and result.changeset.changes:
            self._parts.toasts.say(sentence or deed_words.done(result.what), press=self._bridge.undo)

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

    def forget(self) -> None:
        """One plain question, then the selected contact is gone for good."""
        from gardener.ui.forget_dialog import ForgetDialog

        contact = self._contact()
        if contact is None:
            return
        dialog = ForgetDialog(contact.name, self._bridge.session.copies(), self._parts.window)
        dialog.goAsked.connect(lambda copies: self._forget(contact.id, copies=copies))
        self._open(dialog)

    def _forget(self, contact: str, *, copies: bool) -> None:
        from gardener.words import forgetting

        done = self._bridge.forget(contact, copies=copies)
        if done is not None:
            names = [path.name for path in done.rewritten], [path.name for path in done.left]
            self._parts.toasts.say(" ".join(forgetting.done(done.name, *names)))

    def add_common(self, theirs: list[str], mine: list[str]) -> None:
        """Adds to the common ground with the selected contact."""
        if self._selection.id is not None:
            self._bridge.add_common(self._selection.id, theirs=theirs, mine=mine)

    def why(self, number: str = "") -> None:
        """Shows what the numbers of the selected contact are made of; first of all that `number`, if one is named."""
        from gardener.ui.why_dialog import Reckoned, WhyDialog

        contact = self._contact()
        if contact is None:
            return
        sight = self._parts.views.sight
        plant, forecasts = sight.seen.plants.get(contact.id), sight.forecasts
        if plant is None:  # not there yet on the day that is looked at
            return
        told = Reckoned(
            plant=plant,
            history=sight.history(contact.id),
            day=sight.today,
            climate=sight.seen.climate(sight.today),
            soil=sight.seen.soil(sight.today),
            forecast=forecasts.sum(contact.id) if forecasts is not None else None,
        )
        self._open(WhyDialog(told, self._parts.window, at=number))
