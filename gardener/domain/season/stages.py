"""How long plants stand in each bed, what moved on, and what withered and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Condition
from gardener.domain.stage import LIVING, Ending, Stage


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of a plant in a bed: from its first day on for `days`, ended by a move to `to` or still going on."""

    contact: str
    stage: Stage
    since: date
    days: int
    to: Stage | None


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long plants stand in one bed before they move on, in days.

    `left` stays have ended, `standing` go on. `quarter`, `half` and `three_quarters` are the days after which so many
    have moved on (Kaplan and Meier 1958: those still standing count for as long as they have stood); null where so
    many have not moved on yet.
    """

    stage: Stage
    left: int
    standing: int
    quarter: int | None
    half: int | None
    three_quarters: int | None


def stays(contact: Contact, day: date) -> tuple[Stay, ...]:
    """Where the plant stood up to `day`, oldest first; moves within a bed do not end a stay."""
    found: list[Stay] = []
    stage, since = contact.planted, contact.created
    for move in contact.moves:
        if move.day > day:
            break
        if move.stage is not stage:
            found.append(Stay(contact.id, stage, since, max(0, (move.day - since).days), move.stage))
            stage, since = move.stage, move.day
    found.append(Stay(contact.id, stage, since, max(0, (day - since).days), None))
    return tuple(found)


def stage_times(garden: Garden, since: date, day: date) -> tuple[StageTime, ...]:
    """The time in each of the five beds of the living, of the stays that ended since `since` or go on."""
    every = [stay for plant in garden.plants.values() for stay in stays(plant.contact, day)]
    late = [
        stay for stay in every if stay.to is None or stay.since.toordinal() + stay.days >= since.toordinal()
    ]
    return tuple(_stage_time(stage, [stay for stay in late if stay.stage is stage]) for stage in LIVING)


def _stage_time(stage: Stage, own: Sequence[Stay]) -> StageTime:
    left = sum(1 for stay in own if stay.to is not None)
    curve = still_standing([(stay.days, stay.to is not None) for stay in own])
    quarter, half, three = (_first_below(curve, share) for share in (0.75, 0.5, 0.25))
    return StageTime(stage, left, len(own) - left, quarter, half, three)


def still_standing(stays_: Iterable[tuple[int, bool]]) -> tuple[tuple[int, float], ...]:
    """The share of plants still standing after so many days, at every number of days after which one left.

    `stays_` are days and whether the stay ended then (else it goes on). The product-limit estimate of Kaplan and Meier:
    S(d) is the product over all ends t ≤ d of 1 − (left at t) ÷ (still standing just before t).
    """
    ordered = sorted(stays_)
    share, curve = 1.0, []
    at = 0
    while at < len(ordered):
        days = ordered[at][0]
        group = [ended for one, ended in ordered[at:] if one == days]
        ended = sum(group)
        if ended:
            share *= 1.0 - ended / (len(ordered) - at)
            curve.append((days, share))
        at += len(group)
    return tuple(curve)


def _first_below(curve: Iterable[tuple[int, float]], share: float) -> int | None:
    return next((days for days, left in curve if left <= share + 1e-12), None)


def moves_between(garden: Garden, since: date, day: date) -> Mapping[tuple[Stage, Stage], int]:
    """How many plants went from one bed to another between `since` and `day`, both included."""
    found: Counter[tuple[Stage, Stage]] = Counter()
    for plant in garden.plants.values():
        for stay in stays(plant.contact, day):
            ended = date.fromordinal(min(stay.since.toordinal() + stay.days, date.max.toordinal()))
            if stay.to is not None and since <= ended <= day:
                found[stay.stage, stay.to] += 1
    return dict(found)


class Lesson(StrEnum):
    """What a withered plant teaches, as far as the history tells."""

    NEVER_WRITTEN = "never-written"
    NEVER_ANSWERED = "never-answered"
    ONE_TALK = "one-talk"
    THEIR_WORD_WAITS = "their-word-waits"
    MY_WORD_WAITS = "my-word-waits"
    GREW_QUIET = "grew-quiet"


@dataclass(frozen=True, slots=True)
class Withering:
    """What ended or withered: contact ids by the reason given in the compost, and by what the history teaches.

    `composted` are those moved to the compost within the season, also without a reason (null); `withered` those who
    stand withered in their beds on its last day. Nobody is in both.
    """

    composted: Mapping[Ending | None, tuple[str, ...]]
    withered: Mapping[Lesson, tuple[str, ...]]


def withering(garden: Garden, since: date, day: date) -> Withering:
    """What withered and why, as of `day`; people at rest or left alone are not withered."""
    composted: dict[Ending | None, list[str]] = {}
    withered: dict[Lesson, list[str]] = {}
    climate = garden.climate(day)
    for id_, plant in sorted(garden.plants.items(), key=lambda item: (item[1].contact.name, item[0])):
        if plant.contact.stage_on(day) is Stage.COMPOST:
            last = max((m for m in plant.contact.moves if m.day <= day), key=lambda m: m.day, default=None)
            if last is not None and last.day >= since:
                composted.setdefault(_reason(plant.contact, day), []).append(id_)
        elif not plant.contact.is_out_of_lists(day):
            condition = garden.growth(id_, day, climate).condition
            if condition in (Condition.WITHERED, Condition.WITHERED_SEED):
                withered.setdefault(lesson(plant), []).append(id_)
    return Withering(
        {why: tuple(ids) for why, ids in composted.items()},
        {what: tuple(ids) for what, ids in withered.items()},
    )


def _reason(contact: Contact, day: date) -> Ending | None:
    return [move for move in contact.moves if move.day <= day][-1].reason


def lesson(plant: Plant) -> Lesson:
    """What a withered plant teaches, the plainest first."""
    tie = plant.tie
    if tie.last_sign is None:
        return Lesson.NEVER_WRITTEN if tie.last_touch is None else Lesson.NEVER_ANSWERED
    if tie.letter is not None:
        return Lesson.THEIR_WORD_WAITS
    if tie.run:
        return Lesson.MY_WORD_WAITS
    return Lesson.ONE_TALK if tie.replies == 1 else Lesson.GREW_QUIET
