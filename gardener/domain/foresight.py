"""What lies ahead of the present garden: what wilts if nothing is done, and what touching those in need may save.

Nothing here is a promise. A touch of mine changes no vitality (property 10); only an answer does, and whether one comes
is drawn from the guard's own reply chance, many times over, the same way for the same garden and day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from heapq import heappop, heappush
from random import Random
from statistics import fmean

from gardener.domain import guards, pace
from gardener.domain.chronicle import Course
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import THIRSTY, WILTING, WITHERED, Climate, kappa, silence_until, vitality_at
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.tie import Tie, fold

MOST_TOUCHES = 10
"""Touches a week that can be planned at most."""
RUNS = 25
"""How often the answers are drawn."""
ANSWER_AFTER = 3
"""Days after which a drawn answer comes: half of those that come within two weeks have come by then."""
Draw = Callable[[str, int], float]
"""A number 0 ≤ x < 1 for the touch of a contact id on a day (as ordinal); below the reply chance it is answered."""


def present(garden: Garden, today: date) -> Garden:
    """What looking ahead goes by: `garden`, which is that of today, without settings and soils that hold only later."""
    return replace(
        garden,
        soils={k: s for k, s in garden.soils.items() if s.valid_from <= today},
        choices={k: c for k, c in garden.choices.items() if c.since is None or c.since <= today},
    )


def has_wilted(plant: Plant, day: date, climate: Climate) -> bool:
    """Whether vitality has fallen below the line of wilting; seeds never wilt."""
    last = plant.tie.last_sign
    if last is None:
        return False
    silence = max(0, (day - last.date()).days)
    return vitality_at(silence, kappa(plant.tie.depth, plant.tie.answers), climate) < WILTING


@dataclass(frozen=True, slots=True)
class Saving:
    """What a plan comes to by a day, over all runs: touches made; answers, and plants fewer that have wilted (mean, and
    what four fifths of the runs lie between). `wilted` of `listed` plants have wilted if nothing is done."""

    touches: int
    answers: float
    wilted: int
    listed: int
    fewer: float
    low: int
    high: int


class Foresight:
    """`per_week` touches (0 to `MOST_TOUCHES`), from tomorrow on, each to the one in need who would wither first.

    In need are the thirsty and wilting ones, whom the guards do not warn of and who are not let be; never somebody in
    the compost, at rest or left alone. In a week with fewer in need there are fewer touches.
    """

    def __init__(self, garden: Garden, today: date, per_week: int = 0, *, last: date) -> None:
        """`garden` is the garden of `today`; nothing is foreseen beyond `last`."""
        self.garden, self.today, self.per_week, self.last = present(garden, today), today, per_week, last
        self._climate = self.garden.climate(today)

    @cached_property
    def _runs(self) -> list[Mapping[str, Course]]:
        return [self.run(_drawn(number)) for number in range(RUNS)] if self.per_week else []

    @cached_property
    def shown(self) -> Mapping[str, Course]:
        """The courses of those touched in the run that is shown: the middle one by what it saves at the end."""
        if not self._runs:
            return {}
        return sorted(self._runs, key=lambda run: self._fewer(run, self.last))[len(self._runs) // 2]

    def garden_on(self, day: date) -> Garden:
        """The garden of a day ahead, under the plan as it is shown."""
        touched = {
            id_: Plant(self.garden.plants[id_].contact, course.on(day))
            for id_, course in self.shown.items()
            if course.days[0] <= day.toordinal()
        }
        return replace(self.garden, plants={**self.garden.plants, **touched}) if touched else self.garden

    def saving(self, day: date) -> Saving:
        """What the plan comes to by `day`."""
        listed = [p for p in self.garden.plants.values() if not p.contact.is_out_of_lists(day)]
        signed = [p for p in listed if p.tie.last_sign is not None]
        wilted = sum(has_wilted(plant, day, self._climate) for plant in signed)
        runs = self._runs or [{}]
        fewer = sorted(self._fewer(run, day) for run in runs)
        tenth = len(fewer) // 10
        made = [self._made(run, day) for run in runs]
        return Saving(
            touches=round(fmean(touches for touches, _ in made)),
            answers=fmean(answers for _, answers in made),
            wilted=wilted,
            listed=len(signed),
            fewer=fmean(fewer),
            low=fewer[tenth],
            high=fewer[-1 - tenth],
        )

    def _fewer(self, run: Mapping[str, Course], day: date) -> int:
        """How many fewer have wilted by `day` than if nothing were done."""
        found = 0
        for id_, course in run.items():
            plant = self.garden.plants[id_]
            if course.days[0] <= day.toordinal() and not plant.contact.is_out_of_lists(day):
                after = Plant(plant.contact, course.on(day))
                found += has_wilted(plant, day, self._climate) - has_wilted(after, day, self._climate)
        return found

    def _made(self, run: Mapping[str, Course], day: date) -> tuple[int, int]:
        """Touches and answers of a run up to `day`."""
        answers = touches = 0
        for id_, course in run.items():
            before = self.garden.plants[id_].tie
            for at, tie in zip(course.days, course.ties, strict=True):
                if at <= day.toordinal():
                    touches += tie.unanswered > before.unanswered
                    answers += tie.replies > before.replies
                before = tie
        return touches, answers

    # One run

    def run(self, draw: Draw) -> dict[str, Course]:
        """One possible course up to the last day: of everybody who is touched, the days of touches and answers."""
        first, last = self.today.toordinal() + 1, self.last.toordinal()
        walk = _Walk(self.garden, self._climate, first, last)
        for day in range(first, last + 1):
            walk.begin(day)
            nth = (day - first) % 7
            due = (nth + 1) * self.per_week // 7 - nth * self.per_week // 7
            for _ in range(due):
                walk.touch_next(day, draw)
        return {id_: Course(tuple(states), tuple(states.values())) for id_, states in walk.states.items()}


class _Walk:
    """A run as it goes from day to day. `queue` holds those in need, who withers first in front; `wakes` when whom."""

    def __init__(self, garden: Garden, climate: Climate, first: int, last: int) -> None:
        self._garden, self._climate, self._last = garden, climate, last
        self._ties: dict[str, Tie] = {}
        self.states: dict[str, dict[int, Tie]] = {}
        self._queue: list[tuple[int, str]] = []
        self._wakes: dict[int, list[str]] = {}
        self._answers: dict[int, list[str]] = {}
        for id_, plant in garden.plants.items():
            if plant.tie.last_sign is not None and not plant.contact.left_alone:
                self._ties[id_] = plant.tie
                self._wait(id_, first)

    def begin(self, day: int) -> None:
        """The answers of the day come, and those who have come to be in need queue up."""
        for id_ in self._answers.pop(day, ()):
            self._happen(id_, day, Direction.INCOMING)
            self._wait(id_, day + 1)
        for id_ in self._wakes.pop(day, ()):
            heappush(self._queue, (self._falls_to(id_, WITHERED), id_))

    def touch_next(self, day: int, draw: Draw) -> None:
        """Writes to the first in the queue who has not withered and may be written to; to nobody when there is none."""
        on = date.fromordinal(day)
        while self._queue:
            withers, id_ = heappop(self._queue)
            tie, contact = self._ties[id_], self._garden.plants[id_].contact
            if withers <= day or contact.is_out_of_lists(on):
                continue
            chance = guards.reply_chance(tie, self._climate)
            self._happen(id_, day, Direction.OUTGOING)
            if draw(id_, day) < chance:
                self._answers.setdefault(day + ANSWER_AFTER, []).append(id_)
            else:
                self._wait(id_, day + 1)
            return

    def _happen(self, id_: str, day: int, direction: Direction) -> None:
        """Only the day counts, and who began; an answer that was drawn wants no reply of mine."""
        on = date.fromordinal(day)
        drawn = Interaction(id="", day=on, kind=Kind.OTHER, direction=direction, participants=(id_,))
        self._ties[id_] = self.states.setdefault(id_, {})[day] = fold(self._ties[id_], drawn)

    def _wait(self, id_: str, earliest: int) -> None:
        """Until thirsty and, when something is unanswered, until the soil is dry; a drowning one is let be."""
        tie = self._ties[id_]
        if pace.level(tie) is pace.Level.DROWNING:
            return
        day = max(earliest, self._falls_to(id_, THIRSTY), pace.dry_ordinal(tie) or 0)
        if day <= self._last:
            self._wakes.setdefault(day, []).append(id_)

    def _falls_to(self, id_: str, chance: float) -> int:
        """The first day on which vitality is below `chance`."""
        tie = self._ties[id_]
        assert tie.last_sign is not None
        return (
            tie.last_sign.toordinal()
            + int(silence_until(chance, kappa(tie.depth, tie.answers), self._climate))
            + 1
        )


def _drawn(number: int) -> Draw:
    return lambda id_, day: Random(f"{number}:{id_}:{day}").random()
