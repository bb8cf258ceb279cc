"""A plant as it is seen in passing, in few steps of every trait, and how long silence alone leaves it so. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil, floor

from gardener.domain import pace
from gardener.domain.garden import Plant
from gardener.domain.growth import (
    THIRSTY,
    THRIVING,
    WILTING,
    WITHERED,
    Climate,
    kappa,
    silence_until,
)
from gardener.domain.turns import AFTER, BEFORE
from gardener.scene.showing import PlantShown
from gardener.scene.traits import DRYNESS, Traits, ramp

COARSE = 12
"""Steps of each trait while the hand moves through time: so few that the pictures of a movement are soon all kept."""

_EDGES = tuple((step + 0.5) / COARSE for step in range(2 * COARSE))
"""Where one step of a trait ends and the next begins; wetness goes up to 2."""
_AS_DRYNESS = tuple((dry, vitality) for vitality, dry in reversed(DRYNESS))
_VITALITIES = tuple(
    sorted(
        {THRIVING, THIRSTY, WILTING, WITHERED}
        | {edge for edge in _EDGES if edge < 1.0}
        | {ramp(edge, _AS_DRYNESS) for edge in _EDGES if edge < 1.0}
    )
)
"""The vitalities at which something else can be seen: a step of vitality or of dryness, or the condition."""
_HAIR = 1e-6
"""Days by which a span ends sooner, and distance at which a value counts as on an edge: no span is too long by rounding."""


def coarse(plant: PlantShown) -> PlantShown:
    """Return `plant` with size, vitality, wetness, dryness and vigour in steps."""
    traits = plant.traits
    vitality = traits.vitality
    seen = Traits(
        size=round(traits.size * COARSE) / COARSE,
        vitality=None if vitality is None else round(vitality * COARSE) / COARSE,
        wetness=round(traits.wetness * COARSE) / COARSE,
        dryness=round(traits.dryness * COARSE) / COARSE,
        flowers=traits.flowers,
        fruits_small=traits.fruits_small,
        fruits_large=traits.fruits_large,
        waiting=traits.waiting,
        resting=traits.resting,
        sown=traits.sown,
        vigour=round(traits.vigour * COARSE) / COARSE,
        condition=traits.condition,
    )
    return plant._replace(traits=seen)


def stays(plant: Plant, traits: Traits, day: int, climate: Climate) -> tuple[int, int]:
    """The span of days (ordinals: the first, and the first one after it) around `day` in which silence alone leaves a
    plant as it is seen in passing; `traits` are its exact ones of that day.
    """
    first, until = _by_silence(plant, traits, day, climate)
    low, high = _by_drying(plant, traits, day)
    return min(day, max(first, low)), max(day + 1, min(until, high))


def _step(edges: Sequence[float], value: float) -> tuple[float | None, float | None]:
    """The edges below and above a value; the same one when it lies on it."""
    low, high = bisect_right(edges, value + _HAIR) - 1, bisect_left(edges, value - _HAIR)
    return edges[low] if low >= 0 else None, edges[high] if high < len(edges) else None


def _span(start: int, longest: float | None, shortest: float | None) -> tuple[int, int]:
    """The days on which more than `longest` and fewer than `shortest` days have passed since `start`; null: no bound."""
    return (
        BEFORE if longest is None else start + floor(longest + _HAIR) + 1,
        AFTER if shortest is None else start + ceil(shortest - _HAIR),
    )


def _by_silence(plant: Plant, traits: Traits, day: int, climate: Climate) -> tuple[int, int]:
    tie = plant.tie
    if traits.vitality is None or tie.last_sign is None:
        return _by_age(traits.vigour, day, climate.seed_days + 1)
    low, high = _step(_VITALITIES, traits.vitality)
    k = kappa(tie.depth, tie.answers)
    return _span(
        tie.last_sign.toordinal(),
        None if high is None else silence_until(high, k, climate),
        None if low is None else silence_until(low, k, climate),
    )


def _by_age(vigour: float, day: int, whole: int) -> tuple[int, int]:
    """Of a seed that has withered after `whole` days."""
    if vigour <= 0.0:
        return day, AFTER
    low, high = _step(_EDGES, vigour)
    kept_since = day - round((1.0 - vigour) * whole)
    return _span(kept_since, None if high is None else (1.0 - high) * whole, (1.0 - (low or 0.0)) * whole)


def _by_drying(plant: Plant, traits: Traits, day: int) -> tuple[int, int]:
    tie, dry = plant.tie, pace.dry_ordinal(plant.tie)
    if dry is None or tie.last_touch is None:
        return BEFORE, AFTER
    if day >= dry:
        return dry, AFTER
    touch, wait = tie.last_touch.toordinal(), dry - tie.last_touch.toordinal()
    most = min(2.0, tie.run / pace.capacity(tie.replies))

    def passed(wetness: float | None) -> float:
        """How many days after the touch the soil is so wet: `traits.wetness_of`, turned round."""
        return wait * float(max(0.0, 1.0 - (wetness or 0.0) / most) ** (1 / 3))

    low, high = _step(_EDGES, traits.wetness)
    return _span(touch, None if high is None or high >= most else passed(high), passed(low))
