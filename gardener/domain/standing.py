"""How a tie stands beside the others of its garden: what vitality tells before it can be read as a chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gardener.domain.garden import Garden
from gardener.domain.growth import Climate, kappa, vitality_at
from gardener.domain.stage import Stage
from gardener.domain.tie import Tie


@dataclass(frozen=True, slots=True)
class Standing:
    """`livelier_than` of the `of` other ties that have had a sign and are not on the compost."""

    livelier_than: int
    of: int


def standing(garden: Garden, id_: str, day: date) -> Standing | None:
    """Where a contact stands on `day`; null before their first sign. KeyError when there is no such contact."""
    bare = Climate(garden.climate(day).horizon)
    own = garden.plants[id_].tie
    if own.last_sign is None:
        return None
    mine = _chance(own, day, bare)
    others = [
        _chance(plant.tie, day, bare)
        for other, plant in garden.plants.items()
        if other != id_
        and plant.tie.last_sign is not None
        and plant.contact.stage_on(day) is not Stage.COMPOST
    ]
    return Standing(sum(other < mine for other in others), len(others))


def _chance(tie: Tie, day: date, bare: Climate) -> float:
    """The law of silence alone, since no soil changes the order of ties."""
    silence = max(0, (day - tie.last_sign.date()).days) if tie.last_sign is not None else 0
    return vitality_at(silence, kappa(tie.depth, tie.answers), bare)
