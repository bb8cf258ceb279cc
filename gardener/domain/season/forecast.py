"""How long it may take to the next interview at the present pace: a range in conversations and in weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, lgamma

from gardener.domain.records import Season
from gardener.domain.season.counting import PRIOR

PACE_DAYS = 28
"""The present pace is that of the last four weeks in which the search was not paused."""
LEAST_DAYS = 7
"""A pace is not told from less than a week."""
CHANCES = (0.1, 0.5, 0.9)
"""The quantiles that are shown: half of all searches like this one wait longer than the middle one."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the next interview may come, as far as the counts tell.

    `talks` were held in the last `days` days of searching: `per_week` of them. `conversations` are how many more it
    takes to the next interview, at 10, 50 and 90 % (the range holds in 80 of 100 searches like this one); `weeks` the
    same in weeks at that pace, null when there were no talks to go by.
    """

    talks: int
    days: int
    per_week: float
    conversations: tuple[int, int, int]
    weeks: tuple[float, float, float] | None


def conversations_to_next(talks: int, interviews: int) -> tuple[int, int, int]:
    """How many conversations it takes to the next interview, at 10, 50 and 90 %: at least one.

    The rate p of interviews per conversation has the posterior Beta(a, b) of `conversations_per_interview`; the number N
    of conversations up to and with the next success is geometric given p, so P(N > n) = B(a, b + n) ÷ B(a, b), the
    beta-geometric law (Weinberg and Gladen 1986).
    """
    a, b = PRIOR[0] + interviews, PRIOR[1] + max(talks, interviews) - interviews
    low, middle, high = (_quantile(chance, a, b) for chance in CHANCES)
    return low, middle, high


def not_yet(n: float, a: float, b: float) -> float:
    """P(N > n): the chance that n conversations bring no interview, the rate being Beta(a, b)."""
    return exp(lgamma(b + n) - lgamma(a + b + n) + lgamma(a + b) - lgamma(b))


def _quantile(chance: float, a: float, b: float) -> int:
    """The smallest n ≥ 1 with P(N ≤ n) ≥ chance, by doubling and halving."""
    high = 1
    while 1.0 - not_yet(high, a, b) < chance:
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if 1.0 - not_yet(middle, a, b) >= chance else (middle, high)
    return high


def forecast(
    held: Iterable[tuple[str, date]],
    *,
    talks: int,
    interviews: int,
    since: date | None,
    day: date,
    season: Season | None = None,
) -> Forecast:
    """The forecast of `day`; `held` are the conversations, `talks` and `interviews` what the season came to by then.

    Days before `since` and days on which `season` was paused are no days of searching.
    """
    searched = searching_days(since, day, season)
    lately = sum(1 for _, on in held if on in searched)
    days = max(len(searched), LEAST_DAYS)
    per_week = 7.0 * lately / days
    ahead = conversations_to_next(talks, interviews)
    low, middle, high = ahead
    weeks = (low / per_week, middle / per_week, high / per_week) if lately else None
    return Forecast(lately, days, per_week, ahead, weeks)


def searching_days(since: date | None, day: date, season: Season | None) -> frozenset[date]:
    """The last days up to `day`, at most `PACE_DAYS`, on which the search was on."""
    found: list[date] = []
    on = day
    while since is not None and on >= since and len(found) < PACE_DAYS:
        if season is None or not season.paused_on(on):
            found.append(on)
        if on == date.min:
            break
        on -= timedelta(days=1)
    return frozenset(found)
