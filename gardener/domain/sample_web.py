"""Who led to whom in the sample garden, and what it became: by hand for the first thirty, by chance for further ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from gardener.domain.introduction import Origin, Outcome
from gardener.domain.opportunity import StepKind
from gardener.domain.people import PEOPLE, Meant
from gardener.domain.stage import Stage

_OFFERED, _REQUESTED = Origin.OFFERED, Origin.REQUESTED
_MET, _PENDING, _FADED = Outcome.MET, Outcome.PENDING, Outcome.FADED
LED, TWICE = 0.3, 0.06
"""Of the people beyond the first thirty: how many came by somebody, and how many of these by two."""


@dataclass(frozen=True, slots=True)
class Led:
    """One introduction, by the numbers of the two people."""

    by: int
    to: int
    ago: int
    origin: Origin = _OFFERED
    outcome: Outcome = _MET
    thanked: bool = True


@dataclass(frozen=True, slots=True)
class Became:
    """One opportunity; `steps` are kinds and days ago, `thanks_to` numbers of people."""

    employer: str
    role: str
    thanks_to: tuple[int, ...]
    steps: tuple[tuple[StepKind, int], ...]


_BY_HAND = (
    ("Jane Miller", "Gus Jones", 18, _OFFERED, _PENDING, False),
    ("Jane Miller", "Zoe Adler", 36, _OFFERED, _MET, True),
    ("Nia Cole", "Uma Rao", 150, _OFFERED, _MET, True),
    ("Nia Cole", "Sam Reed", 260, _OFFERED, _MET, True),
    ("Nia Cole", "Eva Novak", 130, _OFFERED, _MET, True),
    ("Nia Cole", "Kai Mori", 110, _REQUESTED, _MET, True),
    ("Liv Dahl", "Amara Okafor", 120, _REQUESTED, _MET, True),
    ("Liv Dahl", "Sara Lund", 28, _OFFERED, _MET, True),
    ("Jo Park", "Ben Ortiz", 40, _OFFERED, _MET, True),
    ("Jo Park", "Noah Klein", 33, _OFFERED, _MET, True),
    ("Sam Reed", "Omar Haddad", 146, _OFFERED, _MET, True),
    ("Sam Reed", "Max Roth", 146, _OFFERED, _MET, True),
    ("Uma Rao", "Ana Silva", 58, _OFFERED, _MET, True),
    ("Uma Rao", "Lena Fischer", 22, _OFFERED, _FADED, True),
    ("Amara Okafor", "Ida Holm", 71, _OFFERED, _MET, True),
    ("Amara Okafor", "Yuki Tanaka", 46, _OFFERED, _MET, True),
    ("Eva Novak", "Mei Chen", 60, _OFFERED, _MET, True),
    ("Kai Mori", "Amara Okafor", 96, _OFFERED, _MET, True),
    ("Liv Dahl", "Ana Silva", 41, _REQUESTED, _MET, True),
)
_BECAME = (
    ("Meridian Freight", "Operations analyst", ("Uma Rao", "Nia Cole"), ((StepKind.APPLIED, 60), (StepKind.INTERVIEW, 30))),
    (
        "Harbour & Pine",
        "Logistics planner",
        ("Amara Okafor",),
        (
            (StepKind.APPLIED, 70),
            (StepKind.INTERVIEW, 45),
            (StepKind.SECOND_INTERVIEW, 20),
            (StepKind.OFFER, 6),
        ),
    ),
    ("Northlight Foods", "Supply coordinator", (), ((StepKind.APPLIED, 25),)),
    (
        "Quarry Software",
        "Delivery lead",
        ("Ida Holm",),
        ((StepKind.APPLIED, 52), (StepKind.INTERVIEW, 38), (StepKind.REJECTED, 24)),
    ),
    ("Larch & Sons", "Warehouse planner", ("Omar Haddad",), ((StepKind.APPLIED, 12),)),
    ("Tern Airways", "Network planner", (), ((StepKind.APPLIED, 80), (StepKind.REJECTED, 61))),
    ("Copper Lane", "Operations manager", (), ((StepKind.APPLIED, 41), (StepKind.INTERVIEW, 19))),
    ("Bellweather", "Planning analyst", (), ((StepKind.APPLIED, 33),)),
)  # fmt: skip

SEARCHES = (("First search", 300, 190), ("Second search", 120, None))
"""The seasons of the sample: name, from so many days ago, to so many days ago (null: it runs)."""


def by_name(name: str) -> int:
    """The number of one of the first thirty."""
    return next(number for number, person in enumerate(PEOPLE) if person.name == name)


def leads(people: Sequence[Meant], seed: int) -> Iterator[Led]:
    """Who led to whom among `people`, the first thirty of whom must be there."""
    for by, to, ago, origin, outcome, thanked in _BY_HAND:
        yield Led(by_name(by), by_name(to), ago, origin, outcome, thanked)
    for number in range(len(PEOPLE), len(people)):
        dice = Random(f"led:{seed}:{number}")
        if dice.random() < LED:
            ways = 2 if dice.random() < TWICE else 1
            drawn = {_leader(dice, number) for _ in range(ways)}
            for leader in sorted(drawn):
                yield _led(dice, leader, number, people)


def _leader(dice: Random, number: int) -> int:
    """One who came before `number`: a few lead to many, most to nobody."""
    return int(number * dice.random() ** 2.2)


def _led(dice: Random, by: int, to: int, people: Sequence[Meant]) -> Led:
    person, ago = people[to], min(people[by].known, people[to].known)
    outcome = _MET if person.exchanges else _PENDING
    if person.stage is Stage.COMPOST and dice.random() < 0.5:
        outcome = _FADED
    origin = _OFFERED if dice.random() < 0.6 else _REQUESTED
    return Led(by, to, ago, origin, outcome, outcome is not _PENDING)


def became() -> Iterator[Became]:
    """What the first thirty led to, and what was sent cold."""
    for employer, role, names, steps in _BECAME:
        yield Became(employer, role, tuple(by_name(name) for name in names), steps)
