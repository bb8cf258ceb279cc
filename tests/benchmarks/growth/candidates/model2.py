"""Model 2, proposed: model 1's law of silence over roots of two kinds, all signs and the densest season; closed form, O(1).

State of one contact, fed by signs alone (times in days, σ = 1):

    N depth     first sign 1, then N += 1 − exp(−gap/σ), as in model 1
    L season    first sign 1, then L := L·2^(−gap/7) + 1 − exp(−gap/σ): depth that halves in a week
    P peak      the largest L so far
    R roots     (N + P)/2

Read-out: κ = K·R^C instead of k·N^c·exp(f·Q/(Q+1)); vitality and s* follow from κ as in `gardener.domain.growth`.

Why no sign of theirs, wherever it is dated, lowers vitality or s*: both grow with κ, and vitality falls with the
silence, which a sign never lengthens. N grows, since 1 − exp(−g) is concave and 0 at 0. L after a sign put into a gap
of g₁ + g₂ is larger by (1 − exp(−g₁/σ))·(2^(−g₂/7) − exp(−g₂/σ)) ≥ 0, because a season fades more slowly than a gap
fills; a sign before the first adds at least what it replaces; and each later L grows with the one before. So does the
maximum. Touches of mine are not looked at: they change neither, whenever they are dated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp

from gardener.domain.tie import DAY_SECONDS, depth_gain

D, K, C = 0.3474, 0.2723, 0.6492
"""The fitted numbers: d in days, K and C of κ; all files, every column counting the same."""
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
        return (self.depth + self.peak) / 2.0


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


def kappa(roots: float) -> float:
    """κ = K·R^C, for R > 0."""
    return K * float(roots**C)
