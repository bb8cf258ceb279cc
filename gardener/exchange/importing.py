"""An import: files in, one Changeset (a batch) and an honest count of every card out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from gardener.domain.changes import Change, Changeset, Named, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.lookup import named
from gardener.domain.records import Batch, Source
from gardener.domain.stage import Stage
from gardener.exchange.archive import opened
from gardener.exchange.card import Card, Issue, Reading, Skipped, Unreadable, Where
from gardener.exchange.input_file import InputFile
from gardener.exchange.merge import Index, Question, SourceKey, keys_of, merged, names_agree, said_by
from gardener.exchange.reading import read

SOMEBODY_NEW = "new"
"""The answer to a question that makes the card somebody new; else an answer is the id of the contact that is meant."""
Answers = Mapping[tuple[str, int], str]
"""What the person said to questions, by the file's path and the card's number."""
TOLD_EVERY = 50
"""Cards between two words of how far the matching is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A card left out because only the person can tell whom it means."""

    where: Where
    name: str
    reason: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A card that came in as somebody new, though others of the same name are there: the person may look at them."""

    where: Where
    name: str
    others: tuple[Named, ...]


@dataclass(slots=True)
class FileReport:
    """What one file gave: seen = new + merged + unchanged + skipped + questions; or the `error` it could not be read for."""

    path: str
    format: str = ""
    seen: int = 0
    new: int = 0
    merged: int = 0
    unchanged: int = 0
    questions: list[Asked] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    unread: list[Issue] = field(default_factory=list)
    namesakes: list[Namesake] = field(default_factory=list)
    error: Unreadable | None = None

    @property
    def issues(self) -> int:
        """How many lines could not be read whole."""
        return len(self.unread)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: the deed (without changes when there is nothing to bring), its batch, and the count."""

    changeset: Changeset
    batch: Batch | None
    files: tuple[FileReport, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as its format understood it."""

    path: str
    reading: Reading | Unreadable


def read_files(files: Iterable[InputFile], *, format: str | None = None) -> tuple[ReadFile, ...]:
    """Reads every file, and those of people in an archive; one that cannot be read is an Unreadable among the others."""
    return tuple(
        ReadFile(f.path, Unreadable(code=f.problem) if f.problem else read(f.path, f.data, format=format))
        for file in files
        for f in opened(file)
    )


def prepare(
    garden: Garden,
    files: Sequence[ReadFile],
    *,
    sources: Iterable[SourceKey],
    mint: Callable[[], str],
    today: date,
    at: datetime,
    species_of: Callable[[Contact], str],
    told: Callable[[int], object] | None = None,
    answers: Answers | None = None,
) -> ImportPlan:
    """Matches every card against the garden and answers with the deed that brings all of them in.

    `sources` is what earlier imports said, `mint` gives a fresh id, `at` is the local time of the import, `species_of`
    the species for somebody new (empty: by lot); `told` hears now and then how many cards are matched. A question that has
    one of `answers` is none any more, and somebody who shares a name may be said to be the other.
    """
    batch = _Batch(garden, sources, mint, today, species_of, told, answers or {})
    reports = tuple(batch.take(file) for file in files)
    new = sum(report.new for report in reports)
    together = sum(report.merged for report in reports)
    changes = batch.changes()
    names = tuple(file.path for file, report in zip(files, reports, strict=True) if report.error is None)
    record = None
    if changes:
        number = max((b.number for b in garden.batches.values()), default=0) + 1
        record = Batch(id=mint(), number=number, at=at, files=names, new=new, merged=together)
        changes = (*changes, Change(None, record))
    facts: dict[str, str | int] = {
        "files": len(names),
        "file": names[0] if names else "",
        "new": new,
        "merged": together,
    }
    return ImportPlan(Changeset(What("import", facts), changes), record, reports)


class _Batch:
    """One import under way: the index grows with every card, so that a file can also meet itself."""

    def __init__(
        self,
        garden: Garden,
        sources: Iterable[SourceKey],
        mint: Callable[[], str],
        today: date,
        species_of: Callable[[Contact], str],
        told: Callable[[int], object] | None,
        answers: Answers,
    ) -> None:
        self._species_of, self._answers = species_of, answers
        self._told, self._matched = told, 0
        self._before = {id_: plant.contact for id_, plant in garden.plants.items()}
        self._index = Index()
        for contact in self._before.values():
            self._index.add(contact)
        for source in sources:
            self._index.add_source(source)
        self._mint = mint
        self._today = today
        self._touched: dict[str, None] = {}
        self._sources: list[Change] = []
        self._taken = {c.place for c in self._before.values() if c.stage is Stage.SEED}
        self._place = 0

    def take(self, file: ReadFile) -> FileReport:
        if isinstance(file.reading, Unreadable):
            return FileReport(file.path, error=file.reading)
        report = FileReport(file.path, file.reading.format, file.reading.seen)
        report.skipped.extend(file.reading.skipped)
        report.unread.extend(file.reading.issues)
        first: dict[str, str] = {}
        for card in file.reading.cards:
            known = _until(card, self._today)
            report.unread.extend(known.issues)
            self._take_card(known, _own_keys(known, first), report)
            self._matched += 1
            if self._told is not None and self._matched % TOLD_EVERY == 0:
                self._told(self._matched)
        return report

    def _take_card(self, card: Card, keys: tuple[str, ...], report: FileReport) -> None:
        if card.group and not (card.emails or card.phones or card.urls or card.addresses):
            report.skipped.append(Skipped(where=card.where, reason="group", detail=card.name))
            return
        found = self._index.find(card, keys)
        said = self._answers.get((report.path, card.where.number), "")
        others = () if isinstance(found, str) else self._index.namesakes(card.name)
        if isinstance(found, Question) and said:
            found = None if said == SOMEBODY_NEW else said if said in self._index.contacts else found
        elif found is None and said in others:
            found = said
        if isinstance(found, Question):
            report.questions.append(Asked(card.where, card.name, found.reason, found.candidates))
            return
        if found is None:
            if others:
                known = tuple(named(self._index.contacts[id_]) for id_ in others)
                report.namesakes.append(Namesake(card.where, card.name, known))
            report.new += 1
            self._keep(self._planted(card), card, keys, report.format)
            return
        if self._index.has_said(found, card):
            report.unchanged += 1
            return
        now = self._index.contacts[found]
        after = merged(now, card, self._index.said_before(found, keys, report.format.partition("-")[0]))
        if after == now:
            report.unchanged += 1
        else:
            report.merged += 1
        self._keep(after, card, keys, report.format)

    def _planted(self, card: Card) -> Contact:
        contact = Contact(id=self._mint(), name=card.name, created=self._today, place=self._free_place())
        known = merged(contact, card, {})
        return replace(known, species=self._species_of(known))

    def _free_place(self) -> int:
        while self._place in self._taken:
            self._place += 1
        self._taken.add(self._place)
        return self._place

    def _keep(self, contact: Contact, card: Card, keys: tuple[str, ...], format: str) -> None:
        if self._before.get(contact.id) != contact:
            self._touched[contact.id] = None
        self._index.add(contact)
        source = Source(
            id=self._mint(),
            contact=contact.id,
            format=format,
            key=next(iter(keys), ""),
            digest=card.digest,
            raw=card.raw,
            said=tuple((name, value) for name, value in said_by(card).items() if value),
        )
        self._sources.append(Change(None, source))
        self._index.add_source(
            SourceKey(source.id, contact.id, source.key, source.digest, dict(source.said), format)
        )

    def changes(self) -> tuple[Change, ...]:
        """The contacts that came or changed, then what the files said of them."""
        contacts = (Change(self._before.get(id_), self._index.contacts[id_]) for id_ in self._touched)
        return (*contacts, *self._sources)


def _own_keys(card: Card, first: dict[str, str]) -> tuple[str, ...]:
    """What names the card's person for certain; nothing when a card of another name had it earlier in this file.

    Some programs give one UID to many; `first` holds whom each was first given to.
    """
    return tuple(key for key in keys_of(card) if names_agree(first.setdefault(key, card.name), card.name))


def _until(card: Card, today: date) -> Card:
    """`card` without days that lie ahead; LinkedIn, whose days are those of Greenwich, may be one before us."""
    late = []
    met, birthday = card.met, card.birthday
    if met is not None and met > today:
        late = [met.isoformat()] if met > today + timedelta(days=1) else []
        met = None if late else today
    if birthday > today.isoformat():
        late.append(birthday)
        birthday = ""
    told = (Issue(line=card.where.line, code="future", excerpt=day) for day in late)
    return replace(card, met=met, birthday=birthday, issues=(*card.issues, *told))
