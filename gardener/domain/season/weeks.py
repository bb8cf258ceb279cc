"""What happened in every week of a season: conversations, interviews, second interviews, offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gardener.domain.garden import Garden
from gardener.domain.opportunity import StepKind

LONGEST = 530
"""At most so many weeks are told apart, the latest: ten years of them."""


@dataclass(frozen=True, slots=True)
class WeekCount:
    """One calendar week, by its Monday.

    Steps are counted on the day they were taken, for opportunities owed to somebody; `cold` counts the interviews owed
    to nobody, `applications` those sent to employers where nobody led.
    """

    monday: date
    conversations: int
    interviews: int
    second_interviews: int
    offers: int
    cold: int
    applications: int


def monday_of(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def by_week(
    garden: Garden, held: Iterable[tuple[str, date]], since: date, day: date
) -> tuple[WeekCount, ...]:
    """Every week from that of `since` to that of `day`, also those in which nothing happened, the oldest first.

    `held` are the conversations; what happened before `since` or after `day` is not counted. An opportunity counts
    once for each kind of step, on the first day of that kind within the span, as the season counts it.
    """
    talks = Counter(monday_of(on) for _, on in held if since <= on <= day)
    warm: Counter[tuple[date, StepKind]] = Counter()
    cold: Counter[tuple[date, StepKind]] = Counter()
    for opportunity in garden.opportunities.values():
        firsts: dict[StepKind, date] = {}
        for step in opportunity.steps:
            if since <= step.day <= day:
                firsts.setdefault(step.kind, step.day)
        counted = warm if opportunity.thanks_to else cold
        counted.update((monday_of(on), kind) for kind, on in firsts.items())
    mondays = _mondays(since, day)
    return tuple(
        WeekCount(
            monday,
            talks[monday],
            warm[monday, StepKind.INTERVIEW],
            warm[monday, StepKind.SECOND_INTERVIEW],
            warm[monday, StepKind.OFFER],
            cold[monday, StepKind.INTERVIEW],
            cold[monday, StepKind.APPLIED],
        )
        for monday in mondays
    )


def _mondays(since: date, day: date) -> list[date]:
    last = monday_of(day)
    weeks = (last - monday_of(since)).days // 7 if since <= day else -1
    return [last - timedelta(weeks=back) for back in range(min(weeks, LONGEST - 1), -1, -1)]
