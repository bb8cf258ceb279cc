"""Histories, soils and days to try the garden with: strategies and short makers shared by the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from math import prod
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from gardener.domain.growth import HORIZON, PLAIN, Climate
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind

JANE = "jane"
MUTUAL, OUTGOING, INCOMING = Direction
DAY_ONE, LAST_DAY = date.min.toordinal(), date.max.toordinal()


def thorough(examples: int) -> settings:
    """At least so many examples, or as many as the profile asks for when it asks for more."""
    return settings(
        max_examples=max(examples, settings().max_examples),
        suppress_health_check=[HealthCheck.too_slow],
    )


def made(direction: Direction, day: date, at: time | None = None, **more: Any) -> Interaction:
    """An interaction with Jane; `more` are further fields of Interaction."""
    fields: dict[str, Any] = {"id": "i", "kind": Kind.EMAIL, "participants": (JANE,)}
    return Interaction(day=day, direction=direction, time=at, **(fields | more))


def touch(day: date, at: time | None = None, **more: Any) -> Interaction:
    """A touch of mine."""
    return made(OUTGOING, day, at, **more)


def sign(day: date, at: time | None = None, **more: Any) -> Interaction:
    """A sign of theirs that they began."""
    return made(INCOMING, day, at, **more)


def talk(day: date, at: time | None = None, **more: Any) -> Interaction:
    """A sign of theirs that both made."""
    return made(MUTUAL, day, at, **{"kind": Kind.MEETING, **more})


def shifted(day: date, days: int) -> date:
    """`day` moved by `days`, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, DAY_ONE), LAST_DAY))


def until(history: Iterable[Interaction], day: date) -> list[Interaction]:
    """What of a history had happened by the end of `day`."""
    return [i for i in history if i.day <= day]


_STARTS = st.sampled_from(
    [
        *(date(1999, 12, 1) + timedelta(days=397 * n) for n in range(30)),
        date(2024, 2, 28),
        date(2024, 2, 29),
        date(2023, 2, 28),
        date(2000, 2, 29),
        date(1900, 2, 28),
        date(2025, 12, 31),
        date(1, 1, 1),
        date(1, 1, 9),
        date(9999, 12, 31),
        date(9999, 11, 1),
    ]
)
# Of every step the strategy draws one number only, which is spelt out by these lists: drawing is what takes time.
_GAPS = (0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 7, 14, 30, 45, 90, 120, 366, 1461, 4000, -1, -1, -3, -30, -400)
_DIRECTIONS = (  # those of a burst take turns
    *((OUTGOING,), (OUTGOING,), (OUTGOING,), (INCOMING,), (INCOMING,), (MUTUAL,), (MUTUAL,)),
    *((INCOMING, OUTGOING, MUTUAL), (OUTGOING, INCOMING)),
)
_MINUTES_APART = (0, 1)
_TIMES = (
    *(
        None,
        None,
        None,
        None,
        time(12),
        time(0),
        time(9),
        time(9, 1),
        time(12, 0, 1),
        time(23, 59),
        time(23, 59, 59),
    ),
    *(time(hour, hour * 7 % 60) for hour in range(1, 24, 2)),
)
_BURSTS = (1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6)
_EXTRAS: tuple[dict[str, Any], ...] = (
    {},
    {},
    {},
    {},
    {"kind": Kind.LETTER, "note": "a line"},
    {"kind": Kind.CALL, "minutes": 20},
    {"thanks": True},
    {"ask": Ask(AskKind.ADVICE, Answer.GRANTED)},
    {"ask": Ask(AskKind.VOUCHING, Answer.DECLINED)},
)
_CHOICES = (_GAPS, _DIRECTIONS, _TIMES, _MINUTES_APART, _BURSTS, _EXTRAS)
_STEPS = st.integers(0, prod(len(choices) for choices in _CHOICES) - 1)


def _spelt_out(step: int) -> list[Any]:
    """Gap, directions, time, minutes apart, burst and further fields of a step."""
    spelt = []
    for choices in _CHOICES:
        step, at = divmod(step, len(choices))
        spelt.append(choices[at])
    return spelt


@st.composite
def histories(draw: st.DrawFn, min_size: int = 0, max_size: int = 8) -> list[Interaction]:
    """One contact's history in the order of its entry, of which some lies in the past of what was entered before.

    A step is a day with one to six interactions, at one moment or a minute apart.
    """
    day = draw(_STARTS)
    history: list[Interaction] = []
    for step in draw(st.lists(_STEPS, min_size=min_size, max_size=max_size)):
        gap, directions, at, apart, burst, extra = _spelt_out(step)
        day = shifted(day, gap)
        for nth in range(burst):
            moment = at.replace(minute=(at.minute + nth * apart) % 60) if at is not None else None
            history.append(
                made(directions[nth % len(directions)], day, moment, **{"id": str(len(history)), **extra})
            )
    return history


@st.composite
def one_more(draw: st.DrawFn, history: Sequence[Interaction], *directions: Direction) -> Interaction:
    """A further interaction of one of `directions`, dated at, between, before or after those of `history`."""
    near = draw(st.sampled_from(history)).day if history else draw(_STARTS)
    gap, _, at, _, _, extra = _spelt_out(draw(_STEPS))
    return made(draw(st.sampled_from(directions)), shifted(near, gap), at, **{"id": "one more", **extra})


@st.composite
def days_of(draw: st.DrawFn, history: Sequence[Interaction]) -> date:
    """A day to look at the garden: mostly at the end of `history` or up to years after it, sometimes amid it."""
    ends = [i.day for i in history]
    base = draw(st.sampled_from([max(ends), max(ends), max(ends), *ends])) if ends else draw(_STARTS)
    return shifted(
        base, draw(st.sampled_from([0, 0, 1, 2, 4, 6, 9, 12, 21, 40, 61, 100, 121, 300, 2000, 40000]))
    )


@st.composite
def histories_and_days(
    draw: st.DrawFn, min_size: int = 0, max_size: int = 8
) -> tuple[list[Interaction], date]:
    """A history, and a day to look at it."""
    history = draw(histories(min_size, max_size))
    return history, draw(days_of(history))


def _climates() -> list[Climate]:
    """Every corner of patience and soil, the plain one many times, and soils and patiences between."""
    corners = [
        Climate(HORIZON * patience, b0, b1, seed_days)
        for patience in (0.25, 1.0, 4.0)
        for b0 in (-3.0, 0.0, 3.0)
        for b1 in (0.2, 1.0, 3.0)
        for seed_days in (1, 120)
    ]
    dice = Random(2)
    between = [
        Climate(
            HORIZON * dice.uniform(0.25, 4.0),
            dice.uniform(-3.0, 3.0),
            dice.uniform(0.2, 3.0),
            dice.randint(1, 400),
        )
        for _ in range(200)
    ]
    return [PLAIN] * 100 + corners + between


climates = st.sampled_from(_climates())
"""Soils (b0 from −3 to 3, b1 from 0.2 to 3), patience and seed days; a third or so is as it is at first."""
