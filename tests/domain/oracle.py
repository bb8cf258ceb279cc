"""The growth model told a second time, slowly, from the text of the design alone: what the fast code is held against.

Nothing here is shared with gardener.domain but the nouns; every quantity is recounted from the whole history.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from math import exp, log

from gardener.domain.growth import Climate
from gardener.domain.interaction import Interaction

TURN = {"mutual": 0, "outgoing": 1, "incoming": 2}


@dataclass(frozen=True)
class Expected:
    """What growth-model.md says of one contact on one day."""

    depth: float
    answers: int
    run: int
    replies: int
    unanswered: int
    vitality: float | None
    roots: float
    capacity: int
    level: str
    dry_on: date | None
    thirsty_on: date | None
    withers_on: date | None
    warns: bool
    condition: str


def moment(interaction: Interaction) -> datetime:
    """An interaction without a time stands at 12:00."""
    return datetime.combine(interaction.day, time(12) if interaction.time is None else interaction.time)


def expected(
    history: list[Interaction], day: date, *, planted: date, climate: Climate, resting: bool = False
) -> Expected:
    """Everything recounted for `day` from what had happened by then."""
    told = sorted((i for i in history if i.day <= day), key=lambda i: (moment(i), TURN[i.direction.value]))
    places = [at for at, i in enumerate(told) if i.direction.value in ("incoming", "mutual")]
    depth = float(bool(places))
    for earlier, later in pairwise(places):
        gap = (moment(told[later]) - moment(told[earlier])) / timedelta(days=1)
        depth += 1 - exp(-gap)
    answers = sum(1 for before, at in pairwise([-1, *places]) if at - before > 1)
    replies = len({told[at].day for at in places})
    trailing = told[places[-1] + 1 :] if places else told
    run = sum(1 + max(0, touches - 3) for touches in Counter(i.day for i in trailing).values())

    capacity = 2 if replies == 0 else 3 if replies <= 2 else 4 if replies <= 9 else 5
    level = "drowning" if run >= capacity else "soggy" if run == capacity - 1 and run >= 1 else "clear"
    dry = trailing[-1].day.toordinal() + days_to_wait(run, answer_times(told, places)) if run else None
    still_wet = dry is not None and day.toordinal() < dry
    warns = level != "clear" and still_wet

    vitality, roots, thirsty, withers = None, 0.0, None, None
    if places:
        last = told[places[-1]].day.toordinal()
        vitality = vitality_after(day.toordinal() - last, depth, answers, climate)
        roots = silence_at(0.15, depth, answers, climate)
        withers = last + int(roots) + 1
        thirsty = max(last + int(silence_at(0.40, depth, answers, climate)) + 1, dry or 0)
    else:
        touched = [i.day for i in told]
        known = [planted, *touched] if planted <= day or not touched else touched
        withers = max(known).toordinal() + climate.seed_days + 1
    condition = _condition(vitality, level, still_wet, day.toordinal() >= withers, resting)
    return Expected(
        depth,
        answers,
        run,
        replies,
        len(trailing),
        vitality,
        roots,
        capacity,
        level,
        _day(dry),
        _day(thirsty),
        _day(withers),
        warns,
        condition,
    )


def answer_times(told: list[Interaction], places: list[int]) -> list[timedelta]:
    """How long each answer took since the last touch before it; a sign with no touch since the sign before is none."""
    return [
        moment(told[at]) - moment(told[at - 1]) for before, at in pairwise([-1, *places]) if at - before > 1
    ]


def days_to_wait(run: int, took: list[timedelta]) -> int:
    """By the text: chat-like ties wait less."""
    chat = len(took) >= 5 and sorted(took)[len(took) // 2] < timedelta(days=1)
    return (2, 5, 10, 20, 40)[min(run, 5) - 1] if chat else {1: 5, 2: 10, 3: 20, 4: 40}.get(run, 60)


def vitality_after(silence: float, depth: float, answers: int, climate: Climate) -> float:
    """The read-out as it stands in the text, soil included."""
    d, k, c, f = 0.991, 0.2202, 0.4681, 0.4598
    kappa = k * depth**c * exp(f * answers / (answers + 1))
    chance = 1 - ((silence + d) / (silence + climate.horizon + d)) ** kappa
    return 1 / (1 + exp(-(climate.b0 + climate.b1 * log(chance / (1 - chance)))))


def silence_at(limit: float, depth: float, answers: int, climate: Climate) -> float:
    """The silence at which vitality falls to `limit`, by halving; at least 0, at most the calendar's length."""
    low, high = 0.0, float(date.max.toordinal())
    if vitality_after(low, depth, answers, climate) <= limit:
        return low
    if vitality_after(high, depth, answers, climate) >= limit:
        return high
    while vitality_after(2 * low + 64, depth, answers, climate) > limit:
        low = 2 * low + 64
    high = min(high, 2 * low + 64)
    while high - low > 1e-9 * max(1.0, low) / 4:
        middle = (low + high) / 2
        if vitality_after(middle, depth, answers, climate) > limit:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _condition(
    vitality: float | None, level: str, still_wet: bool, kept_too_long: bool, resting: bool
) -> str:
    would_warn = still_wet and level != "clear"
    told = [
        ("resting", resting),
        ("withered", vitality is not None and vitality < 0.15),
        ("drowning", would_warn and level == "drowning"),
        ("soggy", would_warn and level == "soggy"),
        ("withered seed", vitality is None and kept_too_long),
        ("seed", vitality is None),
        ("wilting", vitality is not None and (vitality < 0.25 or (vitality < 0.40 and still_wet))),
        ("thirsty", vitality is not None and vitality < 0.40),
        ("thriving", vitality is not None and vitality >= 0.70),
        ("healthy", True),
    ]
    return next(name for name, applies in told if applies)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None or ordinal > date.max.toordinal() else date.fromordinal(ordinal)
