"""What a sentence was understood to say, and what is still to be asked before it can be saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from gardener.domain.changes import Named
from gardener.domain.interaction import About, Ask, Direction, Kind
from gardener.domain.introduction import Origin, Outcome
from gardener.domain.opportunity import StepKind
from gardener.domain.plan import PlanKind


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the sentence names: known by `id`; else one of `choices`, or new to the garden when there are none.

    `can_be_new` is false where the word is hardly a name (a small letter), so that nobody is planted by a slip.
    """

    said: str
    id: str | None = None
    choices: tuple[Named, ...] = ()
    can_be_new: bool = True

    @property
    def is_new(self) -> bool:
        """Whether nobody in the garden can be meant."""
        return self.id is None and not self.choices


@dataclass(frozen=True, slots=True)
class Led:
    """Somebody led to `to`: `by`, or one of `candidates` when the sentence does not tell which."""

    to: Person
    by: Person | None
    origin: Origin = Origin.OFFERED
    outcome: Outcome = Outcome.PENDING
    candidates: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Intention:
    """Something that lies ahead, with each of `people`; `days` holds the one day, or those that can be meant."""

    people: tuple[Person, ...]
    text: str
    kind: PlanKind
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """A step of an opportunity: at `employer`, owed to `people`; an empty `role` is asked, one of `roles` may be meant."""

    employer: str
    step: StepKind
    days: tuple[date, ...]
    people: tuple[Person, ...]
    role: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What must be answered first. `code` is `who`, `new`, `day`, `role`, `by` or `direction`; `said` the words meant."""

    code: str
    said: str
    people: tuple[Named, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """All of it. With a `kind` something has happened; without one only `plans` or a step lie in the sentence.

    `answered` holds the names of those of whom the person has said that they are new.
    """

    text: str
    kind: Kind | None = None
    direction: Direction | None = None
    people: tuple[Person, ...] = ()
    days: tuple[date, ...] = ()
    day_said: str = ""
    time: time | None = None
    minutes: int | None = None
    about: About | None = None
    gives: tuple[str, ...] = ()
    ask: Ask | None = None
    thanks: bool = False
    led: tuple[Led, ...] = ()
    plans: tuple[Intention, ...] = ()
    step: Reached | None = None
    note: str = ""
    answered: frozenset[str] = field(default_factory=frozenset)

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Each person once, in the order in which they matter."""
        found = [
            *self.people,
            *(p for plan in self.plans for p in plan.people),
            *(self.step.people if self.step else ()),
            *(p for led in self.led for p in (led.by, led.to) if p is not None),
        ]
        return tuple(dict.fromkeys(found))

    def questions(self, *, new: bool = False) -> Iterator[Question]:
        """What is to be asked, the most telling first; with `new`, unknown people who can be planted are no question."""
        for person in self.everybody:
            if person.id is not None or (person.said in self.answered and not person.choices):
                continue
            if person.choices:
                yield Question("who", person.said, people=person.choices)
            elif not new or not person.can_be_new:
                yield Question("new", person.said)
        if self.kind is not None and self.direction is None:
            yield Question("direction", str(self.kind))
        asked = [self.days] if self.kind is not None else []
        asked += [plan.days for plan in self.plans]
        asked += [self.step.days] if self.step else []
        for days in asked:
            if len(days) != 1:
                yield Question("day", self.day_said, days=days)
        if self.step is not None and not self.step.role:
            yield Question("role", self.step.employer)
        for led in self.led:
            if led.by is None:
                names = tuple(Named(p.id or "", p.said) for p in led.candidates)
                yield Question("by", led.to.said, people=names)
