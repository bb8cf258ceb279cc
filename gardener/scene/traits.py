"""What a plant shows, as plain numbers: the one bridge between the growth of a contact and its picture."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

CONDITIONS = (
    "resting",
    "withered",
    "drowning",
    "soggy",
    "withered seed",
    "seed",
    "wilting",
    "thirsty",
    "thriving",
    "healthy",
)

_ROOTS_SCALE = 60.0
_ROOTS_FULL = 900.0
_ROOTS_LIFT = 0.62
DRYNESS = ((0.21, 1.0), (0.24, 0.90), (0.28, 0.60), (0.39, 0.38), (0.42, 0.0))
"""How dry the soil looks, by vitality: linear in between, level beyond both ends."""


class Traits(NamedTuple):
    """Everything about one contact that its plant shows.

    size      0..1, from roots (`size_of_roots`); ignored while `sown`
    vitality  0..1, or None before the first sign of theirs
    wetness   0..about 2: moisture ÷ capacity, drying out to 0 (plain soil) by the dry day
    dryness   0..1: light, cracked soil
    flowers   what they offered; a fraction is a flower on its way to open
    fruits_small, fruits_large   interviews and offers; fractions as for flowers
    waiting   something waits for me: a bud with a dot
    resting   straw mulch
    sown      no sign of theirs yet: a seed on its mound
    vigour    0..1 for seeds: 1 fresh, greying with age, 0 a withered seed
    condition one of `CONDITIONS`; it chooses the badge, never the shape
    """

    size: float
    vitality: float | None
    wetness: float = 0.0
    dryness: float = 0.0
    flowers: float = 0.0
    fruits_small: float = 0.0
    fruits_large: float = 0.0
    waiting: bool = False
    resting: bool = False
    sown: bool = False
    vigour: float = 1.0
    condition: str = "healthy"


def ramp(x: float, stops: Sequence[tuple[float, float]]) -> float:
    """Return the piecewise linear function through `stops` (ascending x) at `x`, level beyond both ends."""
    if x <= stops[0][0]:
        return stops[0][1]
    if x >= stops[-1][0]:
        return stops[-1][1]
    right = bisect_right(stops, (x, math.inf))
    (x0, y0), (x1, y1) = stops[right - 1], stops[right]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def smooth(x: float) -> float:
    """Return the smooth step from 0 (at 0 and below) to 1 (at 1 and above): 3x² - 2x³."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    return x * x * (3.0 - 2.0 * x)


def size_of_roots(days: float) -> float:
    """Return how large a plant with roots of `days` is drawn: 0 (seedling) to 1 (full grown).

    (ln(1 + days/60) ÷ ln(1 + 900/60))^0.62, at most 1: 0 → 0, 30 → 0.30, 81 → 0.48, 139 → 0.60, 286 → 0.75,
    434 → 0.84, 638 → 0.93. The root lifts young ties, so that a bed is never full of specks.
    """
    share = math.log1p(max(0.0, days) / _ROOTS_SCALE) / math.log1p(_ROOTS_FULL / _ROOTS_SCALE)
    return min(1.0, math.pow(share, _ROOTS_LIFT))


def wetness_of(*, moisture: int, capacity: int, waited: float, wait: float) -> float:
    """Return how wet the soil looks `waited` days after the last touch, when it is dry after `wait` days.

    moisture ÷ capacity, times 1 - (waited/wait)³: it stays visibly wet for most of the wait and is
    plain on the dry day. At most 2.
    """
    if moisture <= 0 or wait <= 0:
        return 0.0
    passed = min(1.0, max(0.0, waited / wait))
    return min(2.0, moisture / max(1, capacity)) * (1.0 - passed**3)


def dryness_of(vitality: float | None) -> float:
    """Return how dry the soil looks: 0 down to a vitality of 0.42, then rising to 1 at 0.21, fastest at 0.25."""
    return 0.0 if vitality is None else ramp(vitality, DRYNESS)


def traits_of(
    *,
    vitality: float | None,
    roots_days: float,
    moisture: int,
    capacity: int,
    condition: str,
    waited: float = 0.0,
    wait: float = 0.0,
    flowers: float = 0.0,
    fruits_small: float = 0.0,
    fruits_large: float = 0.0,
    waiting: bool = False,
    resting: bool = False,
    seed_age: float = 0.0,
    seed_life: float = 120.0,
) -> Traits:
    """Return the traits for the growth of one contact on one day.

    vitality, roots_days, moisture, capacity, condition: as growth reads them out.
    waited, wait: days from the last touch until today and until `dry_on`; wait 0 when nothing is unanswered.
    seed_age, seed_life: days since it was planted or last touched, and the days after which a seed has
    withered; used only while there is no sign of theirs.
    """
    sown = vitality is None
    return Traits(
        size=0.0 if sown else size_of_roots(roots_days),
        vitality=vitality,
        wetness=wetness_of(moisture=moisture, capacity=capacity, waited=waited, wait=wait),
        dryness=dryness_of(vitality),
        flowers=max(0.0, flowers),
        fruits_small=max(0.0, fruits_small),
        fruits_large=max(0.0, fruits_large),
        waiting=waiting,
        resting=resting or condition == "resting",
        sown=sown,
        vigour=1.0 - min(1.0, max(0.0, seed_age) / max(1.0, seed_life)) if sown else 1.0,
        condition=condition,
    )
