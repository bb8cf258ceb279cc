"""Random values of every kind, and random deeds that leave a garden without loose ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from gardener.domain.changes import Change, Changeset, Entity, What, identity
from gardener.domain.contact import CommonGround, Contact, Resting, StageMove
from gardener.domain.garden import Garden
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind, Target
from gardener.domain.plan import Dismissal, Plan, PlanKind
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil, Source
from gardener.domain.stage import Ending, Stage
from gardener.store import GardenFile

NOW = datetime(2026, 3, 1, 9, 30)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
lines = st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1999, 1, 1), date(2030, 12, 31)) | st.dates()
finite = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 2**40)
ids = st.uuids().map(str)
offsets = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=-30))])


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _plain(moment: Any) -> Any:
    """Without the mark of the hour that comes twice, which ISO 8601 cannot say and equality does not see."""
    return moment.replace(fold=0)


def _some_of(contacts: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return (
        st.lists(st.sampled_from(contacts), unique=True, max_size=3).map(tuple) if contacts else st.just(())
    )


def contacts(id_: st.SearchStrategy[str], known: list[str]) -> st.SearchStrategy[Contact]:
    """A contact; introduced by one of `known`, if by anyone."""
    return st.builds(
        Contact,
        id=id_,
        name=texts,
        created=days,
        planted=st.sampled_from(Stage),
        moves=st.lists(
            st.builds(StageMove, days, st.sampled_from(Stage), _optional(st.sampled_from(Ending))), max_size=3
        ).map(tuple),
        resting=_optional(st.builds(Resting, _optional(days), _optional(days))),
        left_alone=st.booleans(),
        met=_optional(days),
        nicknames=lines,
        org=texts,
        title=texts,
        emails=lines,
        phones=lines,
        urls=lines,
        addresses=lines,
        birthday=texts,
        tags=lines,
        notes=texts,
        common=st.builds(CommonGround, lines, lines),
        introduced_by=_optional(st.sampled_from(known)) if known else st.none(),
        species=texts,
        place=_optional(counts),
        former=lines,
    )


def interactions(
    id_: st.SearchStrategy[str], participants: st.SearchStrategy[tuple[str, ...]], batches: list[str]
) -> st.SearchStrategy[Interaction]:
    """An interaction with some of the contacts."""
    return st.builds(
        Interaction,
        id=id_,
        day=days,
        kind=st.sampled_from(Kind),
        direction=st.sampled_from(Direction),
        participants=participants,
        time=_optional(st.times().map(_plain)),
        minutes=_optional(st.integers(1, 10_000)),
        about=_optional(st.sampled_from(About)),
        note=texts,
        gives=lines,
        ask=_optional(st.builds(Ask, st.sampled_from(AskKind), st.sampled_from(Answer))),
        thanks=st.booleans(),
        batch=_optional(st.sampled_from(batches)) if batches else st.none(),
        despite=lines,
    )


@dataclass
class World:
    """What a garden file should hold: every entity by its kind and id."""

    held: dict[tuple[type, str], Entity] = field(default_factory=dict)

    def ids(self, kind: type) -> list[str]:
        """The ids of a kind, in order."""
        return sorted(id_ for type_, id_ in self.held if type_ is kind)

    def all(self, kind: type) -> list[Any]:
        """The values of a kind, in the order of their ids."""
        return [self.held[kind, id_] for id_ in self.ids(kind)]

    def history(self, contact: str) -> tuple[Interaction, ...]:
        """The interactions of a contact."""
        return tuple(i for i in self.all(Interaction) if contact in i.participants)

    def after(self, changeset: Changeset) -> World:
        """The world once the changes are made."""
        held = dict(self.held)
        for change in changeset.changes:
            name = (type(change.entity), identity(change.entity))
            assert held.get(name) == change.before
            if change.after is None:
                del held[name]
            else:
                held[name] = change.after
        return World(held)


def new_entities(world: World) -> st.SearchStrategy[Entity]:
    """A value of any kind that refers to nothing but what the world holds; its id may be taken, its value is new."""
    people, talks, batches = world.ids(Contact), world.ids(Interaction), world.ids(Batch)

    def ids_of(kind: type) -> st.SearchStrategy[str]:
        return st.sampled_from(world.ids(kind)) | ids if world.ids(kind) else ids

    kinds: list[st.SearchStrategy[Any]] = [
        contacts(ids_of(Contact), people),
        interactions(ids_of(Interaction), _some_of(people), batches),
        st.builds(Dismissal, ids_of(Dismissal), days),
        st.builds(
            Opportunity,
            id=ids_of(Opportunity),
            employer=texts,
            role=texts,
            created=days,
            steps=st.lists(st.builds(Step, st.sampled_from(StepKind), days), max_size=3).map(tuple),
            thanks_to=_some_of(people),
            url=texts,
            posting=texts,
            salary=texts,
            deadline=_optional(days),
            resume=texts,
            notes=texts,
        ),
        st.builds(Target, id=ids_of(Target), employer=texts, created=days, note=texts),
        st.builds(
            Batch,
            id=ids_of(Batch),
            number=counts,
            at=st.datetimes(timezones=offsets).map(_plain),
            files=lines,
            new=counts,
            merged=counts,
            taken_back=_optional(days),
        ),
        st.builds(Soil, id=ids_of(Soil), valid_from=days, b0=finite, b1=finite),
        st.builds(CheckIn, days),
        st.builds(Choice, texts.filter(lambda key: "@" not in key), texts, st.none() | days),
        st.builds(
            Season,
            id=ids_of(Season),
            name=texts,
            start=days,
            end=_optional(days),
            pauses=st.lists(st.tuples(days, _optional(days)), max_size=3).map(tuple),
        ),
    ]
    if people:
        one = st.sampled_from(people)
        kinds += [
            st.builds(
                Introduction,
                id=ids_of(Introduction),
                by=one,
                to=one,
                day=days,
                origin=st.sampled_from(Origin),
                outcome=st.sampled_from(Outcome),
                thanked=st.booleans(),
                interaction=_optional(st.sampled_from(talks)) if talks else st.none(),
                note=texts,
                by_agreed=_optional(days),
                to_agreed=_optional(days),
                settled=_optional(days),
                told=_optional(days),
            ),
            st.builds(
                Plan,
                id=ids_of(Plan),
                contact=one,
                day=days,
                text=texts,
                created=days,
                kind=st.sampled_from(PlanKind),
                done=_optional(days),
            ),
            st.builds(
                Source,
                id=ids_of(Source),
                contact=one,
                format=texts,
                key=texts,
                digest=texts,
                raw=texts,
                said=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
            ),
        ]
    return st.one_of(kinds)


def removal(world: World, entity: Entity) -> list[Change]:
    """The changes that take an entity away, and every reference to it."""
    changes: list[Change] = []

    def without(kind: type, touches: Callable[[Any], bool], left: Callable[[Any], Entity | None]) -> None:
        changes.extend(Change(one, left(one)) for one in world.all(kind) if one != entity and touches(one))

    match entity:
        case Contact(id=id_):
            without(Contact, lambda c: c.introduced_by == id_, lambda c: replace(c, introduced_by=None))
            without(
                Interaction,
                lambda i: id_ in i.participants,
                lambda i: replace(i, participants=tuple(p for p in i.participants if p != id_)),
            )
            without(
                Opportunity,
                lambda o: id_ in o.thanks_to,
                lambda o: replace(o, thanks_to=tuple(p for p in o.thanks_to if p != id_)),
            )
            without(Introduction, lambda i: id_ in (i.by, i.to), lambda _: None)
            for kind in (Plan, Source):
                without(kind, lambda one: one.contact == id_, lambda _: None)
        case Interaction(id=id_):
            without(Introduction, lambda i: i.interaction == id_, lambda i: replace(i, interaction=None))
        case Batch(id=id_):
            without(Interaction, lambda i: i.batch == id_, lambda i: replace(i, batch=None))
    return [Change(entity, None), *changes]


@st.composite
def deeds(draw: st.DrawFn, world: World) -> Changeset:
    """A deed of one to four steps: something comes, changes or goes."""
    changes: list[Change] = []
    now = world
    for _ in range(draw(st.integers(1, 4))):
        if now.held and draw(st.integers(0, 3)) == 0:
            step = removal(now, now.held[draw(st.sampled_from(sorted(now.held, key=str)))])
        else:
            entity = draw(new_entities(now))
            step = [Change(now.held.get((type(entity), identity(entity))), entity)]
        now = now.after(Changeset(What("step"), tuple(step)))
        changes += step
    facts = draw(st.dictionaries(texts, texts | st.integers(-(2**60), 2**60), max_size=2))
    return Changeset(What(draw(texts), facts, draw(_optional(ids))), tuple(changes))


def entities() -> st.SearchStrategy[Entity]:
    """A value of any kind, its references leading nowhere."""
    someone = Contact(id="a", name="A", created=date(2026, 1, 1))
    return new_entities(World({(Contact, "a"): someone}))


class Keeper:
    """Does deeds in a file as the session does, and keeps the garden in step."""

    def __init__(self, file: GardenFile):
        self.file = file
        self.garden = file.load()

    def do(self, *changes: Change, batch: str | None = None, code: str = "deed") -> Changeset:
        """Carries the changes out as one deed."""
        changeset = Changeset(What(code), changes)
        self.carry_out(changeset, "do", batch)
        return changeset

    def plant(self, *names: str) -> list[Contact]:
        """Brings new contacts in, with their names as ids."""
        people = [
            Contact(id=name, name=name, created=date(2026, 1, 1), emails=(f"{name}@x.org",)) for name in names
        ]
        self.do(*(Change(None, contact) for contact in people))
        return people

    def carry_out(self, changeset: Changeset, kind: Any, batch: str | None = None) -> None:
        """One apply, with the garden that it leads to."""
        after = self.garden.after(changeset, self.file.history)
        revision = self.file.apply(
            changeset, after, expected=self.garden.revision, when=NOW, kind=kind, batch=batch
        )
        self.garden = replace(after, revision=revision)

    def undo(self) -> Changeset:
        """Undoes the last deed."""
        found = self.file.undoable()
        assert found is not None
        self.carry_out(found[1].inverse, "undo")
        return found[1]

    def redo(self) -> Changeset:
        """Does the last undone deed again."""
        found = self.file.redoable()
        assert found is not None
        self.carry_out(found[1], "redo")
        return found[1]


def talk(
    id_: str, day: date, *who: str, direction: Direction = Direction.MUTUAL, at: time | None = None
) -> Interaction:
    """A plain interaction."""
    return Interaction(id=id_, day=day, kind=Kind.CALL, direction=direction, participants=who, time=at)


def came(*values: Entity) -> list[Change]:
    """Changes that bring the values in."""
    return [Change(None, value) for value in values]


def keeper(folder: Path) -> Keeper:
    """A keeper of a new file in `folder`."""
    return Keeper(GardenFile.create(folder / "my.garden"))


def contents(garden: Garden) -> Mapping[str, object]:
    """All that a garden holds, its revision aside."""
    return {f.name: getattr(garden, f.name) for f in fields(garden) if f.name != "revision"}
