"""The season: how conversations became interviews and offers, as counts and as a range with its uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import NamedTuple

from gardener.domain.beta import quantile
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import DIRECTION_RANK, NOON, Direction, Exchange, Interaction
from gardener.domain.introduction import Origin
from gardener.domain.opportunity import StepKind
from gardener.domain.records import Season, running_season
from gardener.domain.stage import Stage

PRIOR = (1.0, 14.0)
"""Beta prior of interviews per conversation: one in fifteen, the article's ten to twenty."""
COLD_PRIOR = PRIOR
"""Beta prior of interviews per application sent cold: the same, so that only what happened tells the two apart."""
ANSWERED_WITHIN = 30
"""Days within which an answer makes a conversation of an outgoing touch."""


class Range(NamedTuple):
    """An estimate with the 80 % range around it."""

    estimate: float
    low: float
    high: float


class SeasonCount(NamedTuple):
    """What a season came to by a day.

    `since` is null before the first conversation. `cold` counts interviews owed to nobody and `cold_applications` what
    was sent to employers where nobody led, with the range of applications per interview; they are in no other count.
    `season` is the one that was counted, null when it is the whole history; `paused` whether it was paused that day.
    """

    since: date | None
    conversations: int
    interviews: int
    second_interviews: int
    offers: int
    cold: int
    conversations_per_interview: Range
    stage_moves: Mapping[str, int]
    offered: int
    requested: int
    cold_applications: int
    applications_per_interview: Range
    season: Season | None = None
    paused: bool = False


def conversations(exchanges: Iterable[Exchange | Interaction]) -> set[tuple[str, date]]:
    """The (contact, day) pairs on which a conversation was held; at most one per person and day.

    A conversation is a mutual interaction, or an outgoing one that was answered (by an incoming one) within 30 days.
    """
    held: set[tuple[str, date]] = set()
    open_touches: dict[str, list[date]] = {}
    soon = timedelta(days=ANSWERED_WITHIN)
    for exchange in sorted(exchanges, key=_when):
        day, direction = exchange.day, exchange.direction
        for contact in exchange.participants:
            if direction is Direction.MUTUAL:
                held.add((contact, day))
            elif direction is Direction.OUTGOING:
                open_touches.setdefault(contact, []).append(day)
            else:
                touches = open_touches.pop(contact, ())
                held.update((contact, touched) for touched in touches if day - touched <= soon)
    return held


def _when(exchange: Exchange | Interaction) -> tuple[date, time, int]:
    """The order in which exchanges are read; of two at one moment that went one way it does not matter which is first."""
    return exchange.day, exchange.time or NOON, DIRECTION_RANK[exchange.direction]


def per_one(tried: int, came: int, prior: tuple[float, float] = PRIOR) -> Range:
    """How many tries one success takes: 1 ÷ the median, the 90 % and the 10 % quantile of the rate.

    The rate has the posterior Beta(a + came, b + tried − came) of the prior Beta(a, b); `tried` is at least `came`.
    """
    a, b = prior[0] + came, prior[1] + max(tried, came) - came
    return Range(1 / quantile(0.5, a, b), 1 / quantile(0.9, a, b), 1 / quantile(0.1, a, b))


def conversations_per_interview(talks: int, interviews: int) -> Range:
    """The range under Beta(1 + interviews, 14 + talks − interviews), n the larger of talks and interviews."""
    return per_one(talks, interviews)


def span(garden: Garden, held: Iterable[tuple[str, date]], day: date) -> tuple[date | None, Season | None]:
    """The first day of the present season as of `day`, and the season; of the whole history when none was started.

    `held` are the conversations; the whole history begins with the first of them (null when there was none).
    """
    running = running_season(garden.seasons.values(), day)
    if running is not None:
        return running.start, running
    return min((on for _, on in held), default=None), None


def count(garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date) -> SeasonCount:
    """The present season as of `day`; without a started one the whole history, from the first conversation.

    `garden` is the garden as of `day`, `exchanges` all of those up to it.
    """
    held = conversations(exchanges)
    since, season = span(garden, held, day)
    return _counted(garden, held, since, day, season, day)


def compared(
    garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date
) -> tuple[SeasonCount, ...]:
    """What every season came to, the latest first, each counted up to its end or to `day`."""
    held = conversations(exchanges)
    seasons = sorted(garden.seasons.values(), key=lambda one: (one.start, one.id), reverse=True)
    return tuple(
        _counted(garden, held, one.start, min(day, one.end or day), one, day)
        for one in seasons
        if one.start <= day
    )


def _counted(
    garden: Garden,
    held: Iterable[tuple[str, date]],
    since: date | None,
    last: date,
    season: Season | None,
    day: date,
) -> SeasonCount:
    """What happened in the season up to `last`, both days included; in the whole history when there is none."""
    start = season.start if season is not None else date.min
    talks = sum(1 for _, on in held if start <= on <= last)
    reached: Counter[StepKind] = Counter()
    cold: Counter[StepKind] = Counter()
    for opportunity in garden.opportunities.values():
        kinds = {step.kind for step in opportunity.steps if start <= step.day <= last}
        (reached if opportunity.thanks_to else cold).update(kinds)
    moves = Counter(
        f"{source}→{target}" for plant in garden.plants.values() for source, target, on in _moves(plant.contact)
        if start <= on <= last
    )  # fmt: skip
    origins = Counter(intro.origin for intro in garden.introductions.values() if start <= intro.day <= last)
    return SeasonCount(
        since,
        talks,
        reached[StepKind.INTERVIEW],
        reached[StepKind.SECOND_INTERVIEW],
        reached[StepKind.OFFER],
        cold[StepKind.INTERVIEW],
        conversations_per_interview(talks, reached[StepKind.INTERVIEW]),
        dict(sorted(moves.items())),
        origins[Origin.OFFERED],
        origins[Origin.REQUESTED],
        cold[StepKind.APPLIED],
        per_one(cold[StepKind.APPLIED], cold[StepKind.INTERVIEW], COLD_PRIOR),
        season,
        season is not None and season.paused_on(day),
    )


def _moves(contact: Contact) -> Iterable[tuple[Stage, Stage, date]]:
    before = contact.planted
    for move in contact.moves:
        yield before, move.stage, move.day
        before = move.stage
