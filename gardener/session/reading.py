"""One open garden, asked: what it holds, on which day, what was done; and who wants to hear of its changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Self

from gardener.domain.changes import What
from gardener.domain.garden import Garden
from gardener.domain.interaction import Exchange, Interaction
from gardener.session.heard import Heard, Listener
from gardener.store import DeedRow, GardenFile

if TYPE_CHECKING:
    from gardener.domain.agenda import Agenda
    from gardener.domain.chronicle import Chronicle, Course
    from gardener.domain.records import Source
    from gardener.store.health import Health


class Reading:
    """One garden file, held open, and the garden in memory that always equals it."""

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

    def close(self) -> None:
        """Closes the file; the session is over."""
        self._listeners.clear()
        self._file.close()

    def __enter__(self) -> Self:
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
    def undisguised(self) -> Garden:
        """Everything there is, as it is: for counting and comparing, never for showing."""
        return self._garden

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

    @staticmethod
    def new_id() -> str:
        """A fresh id, a random UUID as text."""
        from uuid import uuid4

        return str(uuid4())

    # What was done

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
        return [row._replace(what=_masks().disguised_what(row.what)) for row in rows]

    # What others wrote

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

    # For other programs

    def export(self, file: Path, form: str) -> int:
        """Writes everybody as of today to a file of `form` (see `exporting`); how many they are. OSError as it comes."""
        from gardener.session import exporting

        people = sorted((plant.contact for plant in self.seen.plants.values()), key=lambda c: (c.name, c.id))
        sources = self.sources_of({one.id for one in people}) if form != "csv" else {}
        exporting.put(file, exporting.as_file(people, sources, form))
        return len(people)

    # The file itself

    def copies(self) -> tuple[Path, ...]:
        """The copies of this garden that lie beside it."""
        return self._file.copies()

    def sources_of(self, contacts: Collection[str]) -> Mapping[str, Sequence[Source]]:
        """What other programs said of these contacts, by contact; those of whom none did are left out."""
        grouped: dict[str, list[Source]] = {}
        for row in self._file.sources():
            if row.contact in contacts:
                grouped.setdefault(row.contact, []).append(self._file.source(row.id))
        return grouped

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
