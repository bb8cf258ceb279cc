"""One open garden: load, perform, undo, redo, listeners; the only module that opens the store. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Literal

from gardener.domain import deeds
from gardener.domain.changes import Answer, Caution, Changeset, Refusal, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Exchange, Interaction
from gardener.domain.lineage import touched_by
from gardener.domain.records import Batch, Source
from gardener.exchange.input_file import InputFile
from gardener.store import DeedRow, FileProblem, GardenFile, Health, Stale

if TYPE_CHECKING:
    from gardener.domain.agenda import Agenda
    from gardener.domain.chronicle import Chronicle, Course
    from gardener.domain.soil import Prediction
    from gardener.exchange.importing import ImportPlan, ReadFile
    from gardener.exchange.merge import SourceKey

__all__ = ["DeedRow", "Done", "FileProblem", "Forgotten", "Health", "Heard", "InputFile", "Session"]

ATTEMPTS = 5
"""How often a deed is asked again when another program keeps writing to the same file."""


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that was carried out and is safe on the disk; `changes` is empty when there was nothing to do."""

    what: What
    changeset: Changeset
    revision: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What listeners hear. `touched` holds contact ids, null when anything may have changed (another program wrote)."""

    touched: frozenset[str] | None
    changeset: Changeset | None
    initiator: object = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A person was forgotten: how they were called, the copies that were rewritten, and those left as they were."""

    name: str
    rewritten: tuple[Path, ...]
    left: tuple[Path, ...]


Deed = Callable[[Garden], Answer]
"""Asked of the present garden; asked again, of the new one, when another program was faster."""
Listener = Callable[[Heard], None]
Step = Literal["do", "undo", "redo"]


class Session:
    """One garden file, held open, and the garden in memory that always equals it.

    The order is fixed: file, memory, history, listeners. If the file refuses (FileProblem), nothing else has moved.
    """

    def __init__(
        self, file: GardenFile, *, on: date | None = None, clock: Callable[[], datetime] = datetime.now
    ):
        self._file = file
        self._on = on
        self._clock = clock
        self._garden = file.load()
        self._seen: tuple[Garden, date, bool, Garden] | None = None
        self._in_disguise: tuple[Garden, Garden] | None = None
        self._disguise = False
        self._chronicle: Chronicle | None = None
        self.looking = False
        """Whether the window looks at another day than today: no deed is done meanwhile."""
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, *, create: bool = False, on: date | None = None) -> Session:
        """Opens the garden at `path`. FileProblem `missing` when there is none, unless `create`."""
        file = GardenFile.create(path) if create and not path.exists() else GardenFile.open(path)
        return cls(file, on=on)

    def beside(self) -> Session:
        """A second session on the same file and day, for the thread that asks."""
        beside = Session(GardenFile.open(self._file.path), on=self._on, clock=self._clock)
        beside._disguise = self._disguise
        return beside

    def close(self) -> None:
        """Closes the file; the session is over."""
        self._listeners.clear()
        self._file.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What there is

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read where it lies; every deed is then refused with a FileProblem."""
        return self._file.read_only

    @property
    def path(self) -> Path:
        """Where the garden lies."""
        return self._file.path

    @property
    def garden(self) -> Garden:
        """Everything there is, later days included; in disguise while `disguise` holds."""
        if not self._disguise:
            return self._garden
        if self._in_disguise is None or self._in_disguise[0] is not self._garden:
            self._in_disguise = self._garden, _masks().disguised(self._garden)
        return self._in_disguise[1]

    @property
    def disguise(self) -> bool:
        """Whether all that is read here has other names and veiled notes, for a picture; no deed is done meanwhile."""
        return self._disguise

    @disguise.setter
    def disguise(self, wanted: bool) -> None:
        if wanted != self._disguise:
            self._disguise, self._in_disguise = wanted, None
            self._tell(Heard(None, None))

    @property
    def today(self) -> date:
        """The local calendar day, or the day the session acts on."""
        return self._on or self._clock().date()

    @property
    def now(self) -> datetime | None:
        """The local time; null when the session acts on another day, which has no present hour."""
        return None if self._on else self._clock()

    @property
    def seen(self) -> Garden:
        """The garden as of today: what lists, lookups and guards go by."""
        today = self.today
        held = self._seen
        if held is None or held[0] is not self._garden or held[1:3] != (today, self._disguise):
            garden = self._garden.as_of(today, self._file.history)
            shown = _masks().disguised(garden) if self._disguise else garden
            held = self._seen = self._garden, today, self._disguise, shown
        return held[3]

    @property
    def chronicle(self) -> Chronicle:
        """Every history as the states it went through; always that of the present garden."""
        if self._chronicle is None:
            from gardener.domain.chronicle import Chronicle

            self._chronicle = Chronicle(self._file.history)
        return self._chronicle

    def as_of(self, day: date, *, among: Iterable[str] | None = None) -> Garden:
        """The garden as it was on a day up to today; of these contacts alone when they are named."""
        garden = self.chronicle.garden(self._garden, day, among=among)
        return _masks().disguised(garden) if self._disguise else garden

    def courses(self) -> dict[str, Course]:
        """Every history read at once and folded, for the chronicle."""
        from gardener.domain.chronicle import courses

        return courses(self._file.interactions())

    def agenda(self) -> Agenda:
        """Today's list."""
        from gardener.domain.agenda import agenda

        today = self.today
        since = self.seen.last_check_in(today)
        before = self.as_of(_day_before(since)) if since is not None else None
        return agenda(self.seen, today, morning=self.as_of(_day_before(today)), before=before)

    def history(self, contact: str) -> tuple[Interaction, ...]:
        """The interactions of a contact, oldest first, those after today left out."""
        today = self.today
        return tuple(self._shown(i) for i in self._file.history(contact) if i.day <= today)

    def interaction(self, id_: str) -> Interaction | None:
        """One interaction by its id."""
        found = self._file.interaction(id_)
        return None if found is None else self._shown(found)

    def _shown(self, interaction: Interaction) -> Interaction:
        return _masks().disguised_interaction(interaction) if self._disguise else interaction

    def interactions_begun(self, beginning: str) -> list[str]:
        """The ids of the interactions up to today that begin so."""
        return self._file.interactions_begun(beginning, self.today)

    def interactions(self, *, since: date | None = None, until: date | None = None) -> Iterator[Interaction]:
        """All interactions of a span of days (both ends included), oldest first, none after today."""
        last = min(until, self.today) if until else self.today
        return (self._shown(i) for i in self._file.interactions(since=since, until=last))

    def noted(self, words: Sequence[str], limit: int | None = None) -> list[Interaction]:
        """The interactions up to today in whose note and gives each of the folded words stands; of more the newest."""
        return [self._shown(i) for i in self._file.noted(words, self.today, limit)]

    def exchanges(self) -> list[Exchange]:
        """Of all interactions up to today what counting needs, in no order; much quicker than reading them whole."""
        return self._file.exchanges(self.today)

    @property
    def moment(self) -> datetime:
        """When a deed of now takes place: today, at this hour."""
        return datetime.combine(self.today, self._clock().time())

    # Deeds

    @staticmethod
    def new_id() -> str:
        """A fresh id, a random UUID as text."""
        from uuid import uuid4

        return str(uuid4())

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

    def refresh(self) -> bool:
        """Reloads when another program has written; whether it had."""
        if self._file.revision() == self._garden.revision:
            return False
        self._garden = self._file.load()
        if self._chronicle is not None:
            self._chronicle.forget()
        self._tell(Heard(None, None))
        return True

    def take_in(self, garden: Garden) -> bool:
        """Takes in what a session beside this one has written, without reading it again unless more was written since."""
        if self._file.revision() != garden.revision:
            return self.refresh()
        if garden.revision == self._garden.revision:
            return False
        self._garden = garden
        if self._chronicle is not None:
            self._chronicle.forget()
        self._tell(Heard(None, None))
        return True

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every change; the answer ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _tell(self, heard: Heard) -> None:
        for listener in tuple(self._listeners):
            listener(heard)

    @property
    def undoable(self) -> What | None:
        """What undo would undo."""
        return self._undoable(self._file.last_done())

    @property
    def redoable(self) -> What | None:
        """What redo would do again."""
        return self._undoable(self._file.first_undone())

    def _undoable(self, found: DeedRow | None) -> What | None:
        return None if found is None or self._disguise else found.what

    def next_step(self, *, back: bool) -> int:
        """The number of the deed that undo (`back`) or redo would take, 0 when there is none."""
        found = self._file.last_done() if back else self._file.first_undone()
        return found.seq if found else 0

    def record(self, limit: int | None = None) -> Sequence[DeedRow]:
        """What was done, newest first, the undone ones marked."""
        rows = self._file.deeds(limit)
        if not self._disguise:
            return rows
        return [replace(row, what=_masks().disguised_what(row.what)) for row in rows]

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
                garden, contact, history=self._file.history(contact), sources=self._sources_of({contact})
            ),
            initiator=initiator,
        )

    def forget(self, contact: str, *, copies: bool = False) -> Forgotten | Refusal:
        """Takes a person out of the file for good; with `copies` out of the copies beside it too. It cannot be undone.

        `left` are copies that hold them still: those that were not asked for, and those of an older version.
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

    def copies(self) -> tuple[Path, ...]:
        """The copies of this garden that lie beside it."""
        return self._file.copies()

    def import_files(
        self,
        files: Sequence[InputFile],
        *,
        format: str | None = None,
        dry_run: bool = False,
        initiator: object = None,
    ) -> tuple[ImportPlan, Done | Refusal | Caution | None]:
        """Brings files in as one batch; with `dry_run` only says what it would bring. The plan counts and names all."""
        from gardener.exchange.importing import read_files

        return self.import_read(read_files(files, format=format), dry_run=dry_run, initiator=initiator)

    def import_read(
        self,
        read: Sequence[ReadFile],
        *,
        dry_run: bool = False,
        initiator: object = None,
        told: Callable[[int], object] | None = None,
    ) -> tuple[ImportPlan, Done | Refusal | Caution | None]:
        """The same of files that a format has understood already; `told` hears how many cards are matched."""
        from gardener.exchange.importing import prepare

        plan: list[ImportPlan] = []

        def bring(garden: Garden) -> Answer:
            plan[:] = [
                prepare(
                    garden,
                    read,
                    sources=self._source_keys(),
                    mint=self.new_id,
                    today=self.today,
                    at=self.moment,
                    told=told,
                )
            ]
            return plan[0].changeset

        if dry_run:
            bring(self._garden)
            return plan[0], None
        done = self.perform(bring, initiator=initiator)
        return plan[0], done

    def matured(self, told: Callable[[], object] | None = None) -> list[Prediction]:
        """The predictions of this garden that have come due; `told` hears of each contact. Any thread may ask."""
        from gardener.domain import soil

        garden, today = self._garden, self.today
        horizon = garden.climate(today).horizon
        found: list[Prediction] = []
        with GardenFile.open(self._file.path, read_only=True) as file:
            for contact in garden.plants:
                found += soil.matured(file.history(contact), today, horizon=horizon)
                if told is not None:
                    told()
        return found

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

    def take_back(self, batch: Batch, *, initiator: object = None) -> deeds.TakenBack | Refusal:
        """Takes an import back; the answer says what was removed, restored and kept."""
        if self._disguise or self.looking:
            return Refusal("another-day" if self.looking else "in-disguise")
        taken: list[deeds.TakenBack | Refusal] = []

        def back(garden: Garden) -> Answer:
            taken[:] = [self._taken_back(garden, batch)]
            result = taken[0]
            return result if isinstance(result, Refusal) else result.deed

        self.perform(back, initiator=initiator)
        return taken[0]

    def would_take_back(self, batch: Batch) -> deeds.TakenBack | Refusal:
        """What taking an import back would do now; nothing is done."""
        return self._taken_back(self._garden, batch)

    def _taken_back(self, garden: Garden, batch: Batch) -> deeds.TakenBack | Refusal:
        changes = self._file.changes_of_batch(batch.id)
        contacts = {c.entity.id for c in changes if isinstance(c.entity, Contact)}
        return deeds.take_back(
            garden,
            garden.batches.get(batch.id, batch),
            changes,
            today=self.today,
            sources=self._grouped_sources(contacts),
            later=self._file.batch_changes_after(batch.id),
            histories={id_: self._file.history(id_) for id_ in contacts if garden.contact(id_)},
        )

    def leave_sample(self, *, initiator: object = None) -> Done | Refusal | Caution:
        """Takes the sample garden away; one's own contacts stay."""

        def leave(garden: Garden) -> Answer:
            invented = deeds.sample_contacts(garden)
            return deeds.leave_sample(
                garden,
                histories={id_: self._file.history(id_) for id_ in invented},
                sources=self._grouped_sources(set(invented)),
            )

        return self.perform(leave, initiator=initiator)

    def _source_keys(self) -> tuple[SourceKey, ...]:
        from gardener.exchange.merge import SourceKey

        rows = self._file.sources()
        return tuple(SourceKey(row.id, row.contact, row.key, row.digest, dict(row.said)) for row in rows)

    def _sources_of(self, contacts: set[str]) -> tuple[Source, ...]:
        return tuple(self._file.source(row.id) for row in self._file.sources() if row.contact in contacts)

    def _grouped_sources(self, contacts: set[str]) -> Mapping[str, Sequence[Source]]:
        grouped: dict[str, list[Source]] = {}
        for source in self._sources_of(contacts):
            grouped.setdefault(source.contact, []).append(source)
        return grouped

    # The file itself

    def check(self) -> Health:
        """The health of the file, with every tie rebuilt from its history and compared."""
        return self._file.check()

    def kept_if_damaged(self) -> Path | None:
        """Where the file was copied as it is, when it is damaged; null when it is whole. Any thread may ask; quicker
        than `check`."""
        return GardenFile.kept_if_damaged(self._file.path)


def _day_before(day: date) -> date:
    return day - timedelta(days=min(1, day.toordinal() - 1))


def _masks() -> ModuleType:
    """What puts others in the place of people; hardly ever wanted, and so read only then."""
    from gardener.domain import disguise

    return disguise


def _forgotten_in(path: Path, contact: str) -> bool:
    """Forgets a person in a copy of the garden; false where the copy is of another version or refuses."""
    try:
        with GardenFile.open_copy(path) as file:
            file.forget(contact)
    except FileProblem:
        return False
    return True
