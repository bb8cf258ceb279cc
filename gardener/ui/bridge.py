"""The session as a QObject: signals for what happened, and a watch for other programs and for midnight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from gardener.domain import deeds
from gardener.domain.changes import Caution, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.plan import Plan
from gardener.domain.records import Batch
from gardener.domain.stage import Ending, Stage
from gardener.session import Deed, Done, FileProblem, Forgotten, Heard, InputFile, Session
from gardener.words import refusals

if TYPE_CHECKING:
    from gardener.domain.soil import Prediction

WATCH_EVERY = 1000
"""Milliseconds between two looks at the file and the calendar while the window is visible."""
Result = Done | Refusal | Caution | None
"""Null when the file refused; the person has been told by `failed`."""
T = TypeVar("T")


class Bridge(QObject):
    """Carries deeds to the session and tells the window what came of them.

    changed(Heard): the garden is another one. dayChanged(date): it is another day. done(Done): a deed was carried out,
    with changes. undone(What), redone(What), tookBack(TakenBack), wentTo(Rewound). refused(str): why not, in a sentence.
    failed(str): what the file says. looked(): a second has passed while the window is visible.
    """

    changed = Signal(object)
    dayChanged = Signal(object)
    done = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    refused = Signal(str)
    failed = Signal(str)
    looked = Signal()
    tookBack = Signal(object)
    wentTo = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._day = session.today
        self._trouble = ""
        self._unsubscribe = session.subscribe(self._heard)
        self._timer = QTimer(self)
        self._timer.setInterval(WATCH_EVERY)
        self._timer.timeout.connect(self.look)

    def close(self) -> None:
        """Stops listening and watching; the session stays open."""
        self._timer.stop()
        self._unsubscribe()

    def watch(self, on: bool) -> None:
        """Looks at the file and the calendar each second, from now on or no longer."""
        if on and not self._timer.isActive():
            self._timer.start()
            self.look()
        elif not on:
            self._timer.stop()

    def look(self) -> None:
        """Takes in what another program wrote, and a new day."""
        try:
            self.session.refresh()
            self._trouble = ""
        except FileProblem as problem:
            if self._trouble != problem.code:  # said once, not each second
                self._trouble = problem.code
                self.failed.emit(refusals.file_sentence(problem.code, problem.facts))
        today = self.session.today
        if today != self._day:
            self._day = today
            self.dayChanged.emit(today)
        self.looked.emit()

    def _heard(self, heard: Heard) -> None:
        self.changed.emit(heard)

    # Deeds

    def perform(self, deed: Deed, *, initiator: object = None) -> Result:
        """Carries a deed out. A refusal and a refusing file are told by signals too; a Caution only comes back."""
        return self._told(self._safely(lambda: self.session.perform(deed, initiator=initiator)))

    def log(self, draft: Interaction, *, anyway: bool = False) -> Result:
        """Logs an interaction; a Caution comes back when the guards warn. Refusals are left to the form."""
        result = self._safely(lambda: self.session.log(draft, anyway=anyway))
        return result if isinstance(result, Refusal) else self._told(result)

    def quietly(self, deed: Deed) -> Result:
        """As `perform`, but a refusal only comes back: the form shows it beside its field."""
        result = self._safely(lambda: self.session.perform(deed))
        return result if isinstance(result, Refusal) else self._told(result)

    def remove(self, contact: str) -> Result:
        """Takes a contact away."""
        return self._told(self._safely(lambda: self.session.remove(contact)))

    def forget(self, contact: str, *, copies: bool) -> Forgotten | None:
        """Takes a person out of the file for good; null when that could not be."""
        done = self._safely(lambda: self.session.forget(contact, copies=copies))
        if isinstance(done, Refusal):
            self.refused.emit(refusals.sentence(done))
            return None
        return done

    def move(
        self, contact: str, stage: Stage, *, place: int | None = None, reason: Ending | None = None
    ) -> Result:
        """Puts a plant into a bed, at a cell when one is named."""
        today = self.session.today
        return self.perform(lambda g: deeds.move(g, contact, stage, today=today, reason=reason, place=place))

    def choose_species(self, contact: str, species: str) -> Result:
        """Gives a contact another plant; the empty id: the one that fell to them."""
        return self.perform(lambda g: deeds.choose_species(g, contact, species))

    def rest(self, contact: str, until: date | None = None) -> Result:
        """Lets a contact rest."""
        today = self.session.today
        return self.perform(lambda g: deeds.rest(g, contact, today=today, until=until))

    def wake(self, contact: str) -> Result:
        """Ends the rest."""
        today = self.session.today
        return self.perform(lambda g: deeds.wake(g, contact, today=today))

    def leave_alone(self, contact: str, *, off: bool = False) -> Result:
        """Sets or lifts the left-alone mark."""
        return self.perform(lambda g: deeds.leave_alone(g, contact, off=off))

    def add_common(self, contact: str, *, theirs: Sequence[str] = (), mine: Sequence[str] = ()) -> Result:
        """Adds to the common ground; `-X` takes a line away."""
        return self.perform(lambda g: deeds.add_common(g, contact, theirs=theirs, mine=mine))

    def remove_log(self, interaction: Interaction) -> Result:
        """Takes an interaction away."""
        return self.perform(lambda g: deeds.remove_log(g, interaction))

    def import_files(self, files: Sequence[InputFile]) -> Result:
        """Brings files in as one batch."""
        both = self._safely(lambda: self.session.imports.bring(files))
        return self._told(both[1]) if both is not None else None

    def would_take_back(self, batch: Batch) -> deeds.TakenBack | Refusal | None:
        """What taking an import back would do; null when the garden's file could not be read."""
        return self._safely(lambda: self.session.imports.would_take_back(batch))

    def plan(self, contact: str, text: str, day: date) -> Result:
        """Plans the next step with a contact."""
        session = self.session
        draft = Plan(id=session.new_id(), contact=contact, day=day, text=text, created=session.today)
        return self.perform(lambda g: deeds.plan(g, draft))

    def plan_done(self, plan: str) -> Result:
        """Marks a plan as done today."""
        today = self.session.today
        return self.perform(lambda g: deeds.plan_done(g, plan, today=today))

    def remove_plan(self, plan: str) -> Result:
        """Takes a plan away."""
        return self.perform(lambda g: deeds.remove_plan(g, plan))

    def correct(
        self, interaction: str, *, day: date | None = None, direction: Direction | None = None
    ) -> Result:
        """Corrects the day of an interaction or who began; null also when it was deleted meanwhile."""
        session = self.session
        before = session.interaction(interaction)
        if before is None:
            return None
        after = replace(before, day=day or before.day, direction=direction or before.direction)
        today, now = session.today, session.now
        return self.perform(lambda g: deeds.edit_log(g, before, after, today=today, now=now))

    def taken_in(self, done: Done, garden: Garden) -> None:
        """A deed that a session beside this one has carried out is told like any other."""
        self._safely(lambda: self.session.take_in(garden))
        self._told(done)

    def dismiss(self, loop: str) -> Result:
        """Closes an open loop without a deed."""
        session = self.session
        return self.perform(lambda g: deeds.dismiss(g, loop, today=session.today, seen=session.seen))

    def done_for_today(self) -> Result:
        """Records today's round."""
        today = self.session.today
        return self.perform(lambda g: deeds.done_for_today(g, today=today))

    def learn_soil(self, predictions: Sequence[Prediction]) -> Result:
        """Learns how this garden answers; a refusal only comes back."""
        result = self._safely(lambda: self.session.learn_soil(predictions))
        return result if isinstance(result, Refusal) else self._told(result)

    def reset_soil(self) -> Result:
        """Puts the soil back to plain."""
        return self._told(self._safely(self.session.reset_soil))

    def undo(self) -> None:
        """Undoes the last deed."""
        step = self._safely(self.session.undo)
        if step is not None:
            self.undone.emit(step.what)

    def redo(self) -> None:
        """Does the last undone deed again."""
        step = self._safely(self.session.redo)
        if step is not None:
            self.redone.emit(step.what)

    def go_to(self, seq: int) -> None:
        """Leads the garden, by undo or redo, to where it was after the deed of that number; 0: before the first."""
        from gardener.ui.rewind import rewind

        went = self._safely(lambda: rewind(self.session, seq))
        if went is not None and went.wanted:
            self.wentTo.emit(went)

    def leave_sample(self) -> Result:
        """Takes the sample garden away."""
        return self._told(self._safely(self.session.leave_sample))

    def take_back(self, batch: str) -> None:
        """Takes an import back; those who stay are told."""
        held = self.session.garden.batches.get(batch)
        if held is None:
            return
        taken = self._safely(lambda: self.session.imports.take_back(held))
        if isinstance(taken, Refusal):
            self.refused.emit(refusals.sentence(taken))
        elif taken is not None:
            self.tookBack.emit(taken)

    def contact(self, id_: str | None) -> Contact | None:
        """The contact as of today, if there is one."""
        return self.session.seen.contact(id_) if id_ else None

    def trouble(self, error: Exception) -> None:
        """What a job beside the window met: a problem of the file is told; anything else is a mistake of the program."""
        if not isinstance(error, FileProblem):
            raise error
        self.failed.emit(refusals.file_sentence(error.code, error.facts))

    def _told(self, result: Result) -> Result:
        if isinstance(result, Refusal):
            self.refused.emit(refusals.sentence(result))
        elif isinstance(result, Done) and result.changeset.changes:
            self.done.emit(result)
        return result

    def _safely(self, call: Callable[[], T]) -> T | None:
        try:
            return call()
        except FileProblem as problem:
            self.failed.emit(refusals.file_sentence(problem.code, problem.facts))
            return None
