"""The season: how conversations became interviews and offers, as counts and as a range with its uncertainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from gardener.domain.beta import quantile
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import DIRECTION_RANK, NOON, Direction, Exchange, Interaction
from gardener.domain.introduction import Origin
from gardener.domain.opportunity import StepKind
from gardener.domain.stage import Stage

PRIOR = (1.0, 14.0)
"""Beta prior of interviews per conversation: one in fifteen, the article's ten to twenty."""
ANSWERED_WITHIN = 30
"""Days within which an answer makes a conversation of an outgoing touch."""


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate with the 80 % range around it."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SeasonCount:
    """What a season came to by a day.

    `since` is null before the first conversation; `cold` counts interviews owed to nobody.
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


def conversations_per_interview(talks: int, interviews: int) -> Range:
    """1 ÷ the median, the 90 % and the 10 % quantile of the rate under Beta(1 + interviews, 14 + talks − interviews)."""
    tried = max(talks, interviews)
    a, b = PRIOR[0] + interviews, PRIOR[1] + tried - interviews
    return Range(1 / quantile(0.5, a, b), 1 / quantile(0.9, a, b), 1 / quantile(0.1, a, b))


def count(garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date) -> SeasonCount:
    """The present season as of `day`; without a started one the whole history, from the first conversation.

    `garden` is the garden as of `day`, `exchanges` all of those up to it.
    """
    held = conversations(exchanges)
    running = [s for s in garden.seasons.values() if s.start <= day and (s.end is None or s.end >= day)]
    if running:
        since: date | None = max(season.start for season in running)
    else:
        since = min((on for _, on in held), default=None)
    start = since or date.min
    talks = sum(1 for _, on in held if on >= start)
    reached: Counter[StepKind] = Counter()
    cold = 0
    for opportunity in garden.opportunities.values():
        kinds = {step.kind for step in opportunity.steps if start <= step.day <= day}
        if opportunity.thanks_to:
            reached.update(kinds)
        elif StepKind.INTERVIEW in kinds:
            cold += 1
    moves = Counter(
        f"{source}→{target}" for plant in garden.plants.values() for source, target, on in _moves(plant.contact)
        if start <= on <= day
    )  # fmt: skip
    origins = Counter(intro.origin for intro in garden.introductions.values() if intro.day >= start)
    return SeasonCount(
        since,
        talks,
        reached[StepKind.INTERVIEW],
        reached[StepKind.SECOND_INTERVIEW],
        reached[StepKind.OFFER],
        cold,
        conversations_per_interview(talks, reached[StepKind.INTERVIEW]),
        dict(sorted(moves.items())),
        origins[Origin.OFFERED],
        origins[Origin.REQUESTED],
    )


def _moves(contact: Contact) -> Iterable[tuple[Stage, Stage, date]]:
    before = contact.planted
    for move in contact.moves:
        yield before, move.stage, move.day
        before = move.stage
