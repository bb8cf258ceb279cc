"""What happened on which day, for the marks of the time line: signs, moves, introductions, withering. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.garden import Garden
from gardener.domain.growth import WITHERED, Climate, kappa, silence_until
from gardener.domain.tie import Tie

if TYPE_CHECKING:
    from gardener.domain.chronicle import Course

Days = Mapping[int, int]
"""How many of something on which day, by its ordinal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks; `first` is the garden's first day, null when there is nothing yet."""

    first: date | None = None
    talks: Days = field(default_factory=dict)
    moves: Days = field(default_factory=dict)
    introductions: Days = field(default_factory=dict)
    withered: Days = field(default_factory=dict)


def marks_of(garden: Garden, today: date, talks: Days, withered: Days | None = None) -> Marks:
    """The marks of `garden`, the garden of `today`. `withered`, when it is known, holds the days on which somebody
    withered who has given a sign since; the others follow from the present ties, also ahead."""
    moves: Counter[int] = Counter()
    gone: Counter[int] = Counter(withered or {})
    climate = garden.climate(today)
    firsts = [
        day for plant in garden.plants.values() for day in (plant.contact.created, plant.tie.first) if day
    ]
    for plant in garden.plants.values():
        moves.update(move.day.toordinal() for move in plant.contact.moves)
        day = _withers(plant.tie, climate)
        if day is not None and not plant.contact.is_out_of_lists(
            date.fromordinal(min(day, date.max.toordinal()))
        ):
            gone[day] += 1
    introductions = Counter(intro.day.toordinal() for intro in garden.introductions.values())
    return Marks(
        first=min(firsts, default=None), talks=talks, moves=moves, introductions=introductions, withered=gone
    )


def revived(courses: Iterable[Course], climate: Climate) -> Counter[int]:
    """The days on which somebody withered and later gave a sign after all, by the model in `climate`."""
    found: Counter[int] = Counter()
    for course in courses:
        before: Tie | None = None
        for day, tie in zip(course.days, course.ties, strict=True):
            if before is not None and tie.last_sign != before.last_sign:
                withers = _withers(before, climate)
                if withers is not None and withers <= day:
                    found[withers] += 1
            before = tie
    return found


def _withers(tie: Tie, climate: Climate) -> int | None:
    """The ordinal of the day on which a tie withers when no sign comes; null before the first one."""
    if tie.last_sign is None:
        return None
    return (
        tie.last_sign.toordinal() + int(silence_until(WITHERED, kappa(tie.depth, tie.answers), climate)) + 1
    )
