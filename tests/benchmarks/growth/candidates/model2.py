"""Model 2, proposed: log-logistic silence over roots of two kinds, all signs and the densest season; closed form, O(1).

State of one contact, fed by signs alone (times in days, σ = 1):

    N depth     first sign 1, then N += 1 − exp(−gap/σ), as in model 1
    L season    first sign 1, then L := L·2^(−gap/7) + 1 − exp(−gap/σ): depth that halves in a week
    P peak      the largest L so far
    R roots     (N + 2P)/3

Read-out at silence s for the next h days:

    logit V = A + C·ln(1 + R) + B·ln(h / (s + D))
    s*      = h·exp((A + C·ln(1 + R) − logit of the level) / B) − D, at least 0

Why no sign of theirs, wherever it is dated, lowers V or s*: both grow with R, and V falls with s, which a sign never
lengthens. N grows, since 1 − exp(−g) is concave and 0 at 0. L after a sign put into a gap of g₁ + g₂ is larger by
(1 − exp(−g₁/σ))·(2^(−g₂/7) − exp(−g₂/σ)) ≥ 0, because a season fades more slowly than a gap fills; a sign before the
first adds one of at least what it replaces; and each later L grows with the one before. So does the maximum.
Touches of mine are not looked at: they change neither, whenever they are dated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp, log, log1p

from gardener.domain.growth import CALENDAR, PLAIN, Climate, sigmoid
from gardener.domain.tie import DAY_SECONDS, depth_gain

A, B, C, D = -2.5, 0.45, 1.6, 2.0
"""The fitted numbers: level, silence, roots; D in days was set, not fitted: from 1 to 4 little changes."""
FADING = 0.0990210257942779
"""ln 2 / 7: a season halves in a week; from 2 to 14 days little changes."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What their signs add up to; no sign yet at `last` None."""

    depth: float = 0.0
    season: float = 0.0
    peak: float = 0.0
    last: datetime | None = None

    @property
    def roots(self) -> float:
        """R, 1 from the first sign on."""
        return (self.depth + 2.0 * self.peak) / 3.0


BARE = Ground()
"""No sign yet."""


def signed(ground: Ground, moment: datetime) -> Ground:
    """`ground` with one more sign, not before the last."""
    if ground.last is None:
        return Ground(1.0, 1.0, 1.0, moment)
    gap = (moment - ground.last).total_seconds() / DAY_SECONDS
    gain = depth_gain(gap)
    season = ground.season * exp(-FADING * gap) + gain
    return Ground(ground.depth + gain, season, max(ground.peak, season), moment)


def signed_all(moments: Iterable[datetime]) -> Ground:
    """The ground of all signs, in any order of entry."""
    ground = BARE
    for moment in sorted(moments):
        ground = signed(ground, moment)
    return ground


def vitality_at(silence: float, roots: float, climate: Climate = PLAIN) -> float:
    """The probability of a sign from them within the horizon, after `silence` ≥ 0 days; through the soil."""
    plain = A + C * log1p(roots) + B * log(climate.horizon / (silence + D))
    return sigmoid(climate.b0 + climate.b1 * plain)


def silence_until(chance: float, roots: float, climate: Climate = PLAIN) -> float:
    """s*: the silence in days at which vitality falls to `chance` (0 < chance < 1), 0 ≤ s* ≤ the calendar's length."""
    level = (log(chance) - log1p(-chance) - climate.b0) / climate.b1
    exponent = (A + C * log1p(roots) - level) / B
    if exponent > log(CALENDAR):
        return CALENDAR
    return min(max(0.0, climate.horizon * exp(exponent) - D), CALENDAR)
