"""One open garden, changed: perform, undo, redo, and the deeds that need more of the file than the garden holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from gardener.domain import deeds
from gardener.domain.changes import Answer, Caution, Changeset, Refusal
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.lineage import touched_by
from gardener.domain.records import Batch
from gardener.session.heard import Deed, Done, Forgotten, Heard
from gardener.session.reading import Reading
from gardener.store import FileProblem, GardenFile, Stale

if TYPE_CHECKING:
    from gardener.domain.soil import Prediction
    from gardener.session.imports import Imports
    from gardener.store.backups import Replaced

ATTEMPTS = 5
"""How often a deed is asked again when another program keeps writing to the same file."""
Step = Literal["do", "undo", "redo"]


class Session(Reading):
    """One garden file, held open, with its garden in memory: all that can be done to it.

    The order is fixed: file, memory, history, listeners. If the file refuses (FileProblem), nothing else has moved.
    """

    @classmethod
    def open(cls, path: Path, *, create: bool = False, on: date | None = None) -> Session:
        """Opens the garden at `path`. FileProblem `missing` when there is none, unless `create`.

        Two programs that both would make it share the one that was made first.
        """
        return cls._made(GardenFile.create, path, on) if create else cls(GardenFile.open(path), on=on)

    @classmethod
    def draft(cls, path: Path, *, on: date | None = None) -> Session:
        """As `open` with `create`, but a garden that is made lies elsewhere, seen by nobody, until it is to `appear`."""
        return cls._made(GardenFile.draft, path, on)

    @classmethod
    def _made(cls, make: Callable[[Path], GardenFile], path: Path, on: date | None) -> Session:
        if not path.exists():
            try:
                return cls(make(path), on=on)
            except FileProblem as problem:
                if problem.code == "missing":  # nothing can be made there
                    raise FileProblem("unreadable", problem.facts) from problem
                if problem.code != "exists":
                    raise
        return cls(GardenFile.open(path), on=on)

    @staticmethod
    def appear(draft: Path, path: Path) -> None:
        """Gives a draft that was closed its name. FileProblem `exists` when another program has made one meanwhile."""
        GardenFile.appear(draft, path)

    def beside(self) -> Session:
        """A second session on the same file and day, for the thread that asks."""
        beside = Session(GardenFile.open(self._file.path), on=self._on, clock=self._clock)
        beside._disguise = self._disguise
        return beside

    @property
    def imports(self) -> Imports:
        """The door for other programs' files."""
        from gardener.session.imports import Imports

        return Imports(self, self._file, self.perform)

    # Deeds

    def perform(self, deed: Deed, *, initiator: object = None) -> Done | Refusal | Caution:
        """Asks `deed` of the garden and carries its Changeset out.

        `initiator` comes back in `Heard`, so that an editor can ignore its own echo. FileProblem when the disk refuses.
        """
        if self._disguise or self.looking:
            return Refusal("another-day" if self.looking else "in-disguise")
        for _ in range(ATTEMPTS):
            answer = deed(self._garden)
            if not isinstance(answer, Changeset):
                return answer
            if not answer.changes:
                return Done(answer.what, answer, self._garden.revision)
            try:
                self._carry_out(answer, kind="do", initiator=initiator)
            except Stale:
                self.refresh()
                continue
            return Done(answer.what, answer, self._garden.revision)
        raise FileProblem("locked", {"path": str(self.path)})

    def undo(self, *, initiator: object = None) -> Done | None:
        """Undoes the last deed that is not undone; null when there is none."""
        return self._step("undo", initiator)

    def redo(self, *, initiator: object = None) -> Done | None:
        """Does the last undone deed again; null when there is none."""
        return self._step("redo", initiator)

    def _step(self, kind: Step, initiator: object) -> Done | None:
        if self._disguise or self.looking:
            return None
        for _ in range(ATTEMPTS):
            self.refresh()
            found = self._file.undoable() if kind == "undo" else self._file.redoable()
            if found is None:
                return None
            deed = found[1]
            changeset = deed.inverse if kind == "undo" else deed
            try:
                self._carry_out(changeset, kind=kind, initiator=initiator)
            except Stale:
                continue
            return Done(deed.what, changeset, self._garden.revision)
        raise FileProblem("locked", {"path": str(self.path)})

    def _carry_out(self, changeset: Changeset, *, kind: Step, initiator: object) -> None:
        before, after = self._garden, self._garden.after(changeset, self._file.history)
        batch = next(
            (c.after.id for c in changeset.changes if isinstance(c.after, Batch) and c.before is None), None
        )
        revision = self._file.apply(
            changeset, after, expected=self._garden.revision, when=self.moment, kind=kind, batch=batch
        )
        self._garden = replace(after, revision=revision)
        touched = touched_by(changeset, before, self._garden)
        if self._chronicle is not None:
            self._chronicle.forget(changeset.touched | touched)
        self._tell(Heard(touched, changeset, initiator))

    # Deeds that need more of the file than the garden holds

    def log(
        self, draft: Interaction, *, anyway: bool = False, initiator: object = None
    ) -> Done | Refusal | Caution:
        """Logs an interaction; the guards speak when it is outgoing and of today."""
        outgoing = draft.direction is Direction.OUTGOING  # of others the guards are not asked
        return self.perform(
            lambda garden: deeds.log(
                garden,
                draft,
                today=self.today,
                now=self.now,
                seen=self.seen if outgoing else garden,
                anyway=anyway,
            ),
            initiator=initiator,
        )

    def remove(self, contact: str, *, initiator: object = None) -> Done | Refusal | Caution:
        """Takes a contact away with all that is theirs alone."""
        return self.perform(
            lambda garden: deeds.remove(
                garden,
                contact,
                history=self._file.history(contact),
                sources=self.sources_of({contact}).get(contact, ()),
            ),
            initiator=initiator,
        )

    def forget(self, contact: str, *, copies: bool = False) -> Forgotten | Refusal:
        """Takes a person out of the file for good; with `copies` out of the copies beside it too. It cannot be undone.

        `left` are copies that hold them still: those that were not asked for, and those that refuse.
        """
        self.refresh()
        found = self._garden.contact(contact)
        if found is None:
            return Refusal("gone", {"name": contact})
        from gardener.settings import forget_pictures

        self._file.forget(contact)
        forget_pictures()
        rewritten: list[Path] = []
        left: list[Path] = []
        for path in self._file.copies():
            (rewritten if copies and _forgotten_in(path, contact) else left).append(path)
        self.refresh()
        return Forgotten(found.name, tuple(rewritten), tuple(left))

    # Copies

    def back_up(self, to: Path | None = None) -> Path:
        """Copies the garden to a file, or with the present moment into the folder beside it; answers where it lies.

        FileProblem `exists` for a name that is taken, `damaged` when the garden is, and what the disk refuses.
        """
        return self._file.back_up(when=datetime.now(), to=to)

    def back_up_if_changed(self, *, at_once: bool = False) -> None:
        """Copies the garden when it has changed since half an hour, or `at_once`; whatever refuses is left for later."""
        with suppress(FileProblem, OSError):
            self._file.back_up_if_changed(when=datetime.now(), at_once=at_once)

    @staticmethod
    def restore(path: Path, copy: Path) -> Replaced:
        """Puts a copy in the place of the garden at `path`, which nobody may have open and which is kept."""
        return GardenFile.restore(path, copy, when=datetime.now())

    @staticmethod
    def newest_copy(path: Path) -> Path | None:
        """The newest whole copy of the garden at `path`."""
        return GardenFile.newest_copy(path)

    def matured(self, told: Callable[[], object] | None = None) -> list[Prediction]:
        """The predictions of this garden that have come due; `told` hears of each contact. Any thread may ask."""
        from gardener.domain import hindsight, soil

        garden, today = self._garden, self.today
        horizon, forecasts = garden.climate(today).horizon, hindsight.Hindsight(today)
        found: list[Prediction] = []
        with GardenFile.open(self._file.path, read_only=True) as file:
            for contact in garden.plants:
                history = file.history(contact)
                found += soil.matured(history, today, horizon=horizon)
                forecasts.take(history)
                if told is not None:
                    told()
        return found + forecasts.predictions

    @property
    def soil_is_due(self) -> bool:
        """Whether the soil is to be learnt: once a month, and never in the way of what could be done again."""
        return not self.read_only and deeds.soil_is_due(self._garden, self.today) and self.redoable is None

    def learn_soil(
        self, predictions: Sequence[Prediction], *, initiator: object = None
    ) -> Done | Refusal | Caution:
        """Learns how this garden answers from predictions that have come due (see `matured`)."""
        return self.perform(
            lambda garden: deeds.learn_soil(garden, predictions, id_=self.new_id(), today=self.today),
            initiator=initiator,
        )

    def reset_soil(self, *, initiator: object = None) -> Done | Refusal | Caution:
        """Puts the soil back to plain."""
        return self.perform(
            lambda garden: deeds.reset_soil(garden, id_=self.new_id(), today=self.today), initiator=initiator
        )

    def leave_sample(self, *, initiator: object = None) -> Done | Refusal | Caution:
        """Takes the sample garden away; one's own contacts stay."""

        def leave(garden: Garden) -> Answer:
            invented = deeds.sample_contacts(garden)
            return deeds.leave_sample(
                garden,
                histories={id_: self._file.history(id_) for id_ in invented},
                sources=self.sources_of(invented),
            )

        return self.perform(leave, initiator=initiator)


def _forgotten_in(path: Path, contact: str) -> bool:
    """Forgets a person in a copy of the garden; false where the copy is of a newer version or refuses."""
    try:
        with GardenFile.open_copy(path) as file:
            file.forget(contact)
        GardenFile.seal_again(path)
    except FileProblem:
        return False
    return True
