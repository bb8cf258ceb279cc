"""What the picture shows of every contact on a day: the one step from the garden's values to plants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from gardener.domain.credit import fruits, largest_fruit
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Condition, Growth
from gardener.domain.introduction import Origin
from gardener.domain.lineage import lineage
from gardener.domain.loops import asking, waiting
from gardener.domain.opportunity import StepKind
from gardener.domain.stage import Stage
from gardener.scene.library import all_species
from gardener.scene.traits import Traits, traits_of

THIRSTY = frozenset({Condition.THIRSTY, Condition.WILTING})
WITHERED = frozenset({Condition.WITHERED, Condition.WITHERED_SEED})
_LARGE = frozenset({StepKind.OFFER, StepKind.ACCEPTED})
_LEAST_GROWN = 0.5
"""So grown is a fruit at least that only a part of the credit belongs to: a smaller one could not be seen."""

_FIRST = ("apple", "bluebell", "daisy", "fern", "rose", "sunflower", "tulip")
_LISTS: tuple[tuple[date, tuple[str, ...]], ...] = (
    (date.min, _FIRST),
    (
        date(2026, 11, 28),
        tuple(
            sorted(
                (
                    *_FIRST, "allium", "feather-grass", "houseleek", "larch", "lavender", "passionflower",
                    "prickly-pear", "strawberry",
                )
            )
        ),
    ),
)  # fmt: skip
"""What a plant that nobody chose is drawn from, by the day since which. An entry is never changed; a longer list is a
further one, from a later day."""


class PlantShown(NamedTuple):
    """One contact as the picture needs it. `place` is the cell kept in the file; null: none yet."""

    id: str
    name: str
    stage: Stage
    place: int | None
    created: date
    seed: int
    species: str
    traits: Traits
    condition: Condition
    waiting: bool = False
    resting: bool = False
    left_alone: bool = False
    led_to: tuple[str, ...] = ()
    """Ids of those whom this one introduced."""

    @property
    def thirsty(self) -> bool:
        """Whether it stands among the thirsty (wilting ones too): never compost, resting or left alone."""
        return self.condition in THIRSTY and self.stage is not Stage.COMPOST and not self.left_alone

    @property
    def withered(self) -> bool:
        """Whether it stands among the withered, seeds included: never compost, resting or left alone."""
        return self.condition in WITHERED and self.stage is not Stage.COMPOST and not self.left_alone


class _Around(NamedTuple):
    """What the garden holds about each contact, gathered once for all of them."""

    waiting: frozenset[str]
    offered: Mapping[str, int]
    fruits: Mapping[str, tuple[float, float]]
    led_to: Mapping[str, dict[str, None]]


def shown(garden: Garden, day: date) -> tuple[PlantShown, ...]:
    """Every plant of `garden`, which must be the garden of `day`; the oldest contacts first, then by id."""
    return _all_shown(garden, day, garden.plants.values(), garden.growths(day))


def shown_of(garden: Garden, day: date, ids: Iterable[str]) -> tuple[PlantShown, ...]:
    """The plants of these ids alone, in the same order; an id that is not in the garden is left out."""
    climate = garden.climate(day)
    plants = [garden.plants[id_] for id_ in ids if id_ in garden.plants]
    growths = {p.contact.id: garden.growth(p.contact.id, day, climate) for p in plants}
    return _all_shown(garden, day, plants, growths)


def species_of(chosen: str, seed: int, created: date) -> str:
    """The species chosen by the person, if there is one of that id; else the one that falls to the seed number, out of
    the list that held on the day the contact was created: a list that grows never changes a plant that stands.
    """
    known = all_species()
    if chosen in known:
        return chosen
    ids = next(ids for since, ids in reversed(_LISTS) if created >= since)
    return ids[(seed >> 7) % len(ids)]


def _all_shown(
    garden: Garden, day: date, plants: Iterable[Plant], growths: Mapping[str, Growth]
) -> tuple[PlantShown, ...]:
    around = _around(garden, day)
    in_order = sorted(plants, key=lambda plant: (plant.contact.created, plant.contact.id))
    return tuple(_shown(plant, growths[plant.contact.id], day, around) for plant in in_order)


def _around(garden: Garden, day: date) -> _Around:
    offered: dict[str, int] = defaultdict(int)
    led_to: dict[str, dict[str, None]] = defaultdict(dict)
    for plant in garden.plants.values():
        if plant.contact.introduced_by is not None:
            led_to[plant.contact.introduced_by][plant.contact.id] = None
    for introduction in garden.introductions.values():
        if introduction.day <= day:
            led_to[introduction.by][introduction.to] = None
        if introduction.origin is Origin.OFFERED and introduction.day <= day:
            offered[introduction.by] += 1
    return _Around(waiting(asking(garden, day)), offered, _fruits(garden, day), led_to)


def _shown(plant: Plant, growth: Growth, day: date, around: _Around) -> PlantShown:
    contact = plant.contact
    small, large = around.fruits.get(contact.id, (0.0, 0.0))
    waits, resting = contact.id in around.waiting, contact.rests_on(day)
    waited, wait = _drying(growth, day)
    seed = contact.seed_number
    return PlantShown(
        id=contact.id,
        name=contact.name,
        stage=contact.stage_on(day),
        place=contact.place,
        created=contact.created,
        seed=seed,
        species=species_of(contact.species, seed, contact.created),
        traits=traits_of(
            vitality=growth.vitality,
            roots_days=growth.roots_days,
            moisture=growth.moisture,
            capacity=growth.capacity,
            condition=str(growth.condition),
            waited=waited,
            wait=wait,
            flowers=around.offered.get(contact.id, 0) + plant.tie.granted,
            fruits_small=small,
            fruits_large=large,
            waiting=waits,
            resting=resting,
            seed_age=1.0 - (1.0 if growth.vigour is None else growth.vigour),
            seed_life=1.0,
        ),
        condition=growth.condition,
        waiting=waits,
        resting=resting,
        left_alone=contact.left_alone,
        led_to=tuple(around.led_to.get(contact.id, ())),
    )


def _fruits(garden: Garden, day: date) -> Mapping[str, tuple[float, float]]:
    """By contact, the small fruits (an interview and no more) and the large ones (an offer) that they bear.

    Each opportunity is one fruit on every plant that led there: ripe on those it is owed to, farther up as grown as
    their part of the credit, and at least half so.
    """
    bearing = [one for one in garden.opportunities.values() if one.thanks_to and largest_fruit(one, day)]
    if not bearing:
        return {}
    owed = {one.id: frozenset(one.thanks_to) for one in bearing}
    found: dict[str, tuple[float, float]] = {}
    for contact, borne in fruits(bearing, lineage(garden), day).items():
        small = large = 0.0
        for fruit in borne:
            grown = 1.0 if contact in owed[fruit.opportunity] else min(1.0, max(_LEAST_GROWN, fruit.share))
            if fruit.step.kind in _LARGE:
                large += grown
            else:
                small += grown
        found[contact] = small, large
    return found


def _drying(growth: Growth, day: date) -> tuple[float, float]:
    """Days since the last touch, and from it until the soil is dry; both 0 when nothing is unanswered."""
    if growth.last_touch is None or growth.dry_on is None:
        return 0.0, 0.0
    return float((day - growth.last_touch).days), float((growth.dry_on - growth.last_touch).days)
