"""A plant grows the same everywhere, without a jump, inside its cell, and shows its condition by its shape."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gardener.scene.botany import grow
from gardener.scene.dice import four, mixed, unit
from gardener.scene.library import all_species
from gardener.scene.limits import CELL
from gardener.scene.skeleton import Point, Skeleton, bounds
from gardener.scene.traits import CONDITIONS, Traits

SPECIES = all_species()
STEP = 1e-4
Places = dict[tuple[str, int], tuple[float, tuple[Point, ...]]]

typical = {
    "seed": Traits(size=0, vitality=None, sown=True, vigour=0.9),
    "withered seed": Traits(size=0, vitality=None, sown=True, vigour=0.0),
    "thriving": Traits(size=0.7, vitality=0.9),
    "healthy": Traits(size=0.7, vitality=0.55),
    "thirsty": Traits(size=0.7, vitality=0.32, dryness=0.64),
    "wilting": Traits(size=0.7, vitality=0.20, dryness=1.0),
    "withered": Traits(size=0.7, vitality=0.07, dryness=1.0),
    "soggy": Traits(size=0.7, vitality=0.55, wetness=0.67),
    "drowning": Traits(size=0.7, vitality=0.55, wetness=1.2),
    "resting": Traits(size=0.7, vitality=0.55, resting=True),
}


@st.composite
def some_traits(draw: st.DrawFn) -> Traits:
    share = st.floats(0.01, 0.99)
    return Traits(
        size=draw(share),
        vitality=draw(share),
        wetness=draw(st.floats(0.01, 1.9)),
        dryness=draw(share),
        flowers=draw(st.floats(0, 16)),
        fruits_small=draw(st.floats(0, 8)),
        fruits_large=draw(st.floats(0, 8)),
        waiting=draw(st.booleans()),
        resting=draw(st.booleans()),
    )


def places(skeleton: Skeleton) -> Places:
    """Every part by kind and key: how large it is, and its points."""
    found: Places = {}
    for kind, size, key, points in _parts(skeleton):
        assert (kind, key) not in found, f"two {kind} parts share the key {key}"
        found[kind, key] = (size, points)
    return found


def _parts(skeleton: Skeleton) -> Iterator[tuple[str, float, int, tuple[Point, ...]]]:
    for stem in skeleton.stems:
        yield "stem", dist(stem.points[0], stem.points[-1]), stem.key, stem.points
    for leaf in skeleton.leaves:
        yield (
            "leaf",
            max(leaf.width, dist(leaf.base, leaf.tip)),
            leaf.key,
            (leaf.base, leaf.control, leaf.tip),
        )
    for clump in skeleton.clumps:
        yield "clump", clump.radius, clump.key, (clump.centre,)
    for flower in skeleton.flowers:
        yield "flower", flower.radius, flower.key, (flower.centre,)
    for fruit in skeleton.fruits:
        yield "fruit", fruit.radius, fruit.key, (fruit.foot, fruit.anchor, fruit.centre)
    for leaf in skeleton.ground.fallen:
        yield "fallen", dist(leaf.base, leaf.tip), leaf.key, (leaf.base, leaf.control, leaf.tip)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(SPECIES)),
    st.integers(0, 2**63),
    some_traits(),
    st.sampled_from(["size", "vitality", "wetness", "dryness", "flowers", "fruits_small", "fruits_large"]),
)
def test_a_small_step_of_a_trait_moves_no_part_by_a_jump(
    id_: str, seed: int, traits: Traits, name: str
) -> None:
    stepped = traits._replace(**{name: getattr(traits, name) + STEP})
    before, after = grow(SPECIES[id_], seed, traits), grow(SPECIES[id_], seed, stepped)
    first, second = places(before), places(after)
    most = 20 * STEP
    for part in first.keys() | second.keys():
        if part not in first or part not in second:
            size, _ = first.get(part) or second[part]
            assert size < most, f"{part} comes or goes at size {size}"
            continue
        (size, here), (other, there) = first[part], second[part]
        assert abs(size - other) < most, f"{part} changes its size by a jump"
        if min(size, other) > 1e-4:
            assert max(map(dist, here, there)) < most, f"{part} moves by a jump"
    for name in ("rx", "ry", "wet", "dry", "puddle", "flood"):
        assert abs(getattr(before.ground, name) - getattr(after.ground, name)) < most


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SPECIES)), st.integers(0, 2**63), some_traits())
def test_no_part_leaves_the_cell(id_: str, seed: int, traits: Traits) -> None:
    left, bottom, right, top = bounds(grow(SPECIES[id_], seed, traits))
    assert left >= CELL[0] - 1e-9
    assert bottom >= CELL[1] - 1e-9
    assert right <= CELL[2] + 1e-9
    assert top <= CELL[3] + 1e-9


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_the_same_plant_grows_twice_and_another_seed_grows_another(id_: str) -> None:
    traits = Traits(size=0.6, vitality=0.6, flowers=3, fruits_small=1)
    assert grow(SPECIES[id_], 12, traits) == grow(SPECIES[id_], 12, traits)
    assert grow(SPECIES[id_], 12, traits) != grow(SPECIES[id_], 13, traits)


def test_the_dice_are_the_same_on_every_machine() -> None:
    assert mixed(0) == MIXED[0]
    assert mixed(2**63 + 7, 1, 2, 3) == MIXED[1]
    assert unit(42, 9) == pytest.approx(UNIT, abs=1e-15)
    assert all(0 <= number < 1 for number in four(1, 2))


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_known_plants_keep_their_coordinates(id_: str) -> None:
    skeleton = grow(
        SPECIES[id_], 20_261_122, Traits(size=0.63, vitality=0.37, dryness=0.4, wetness=0.5, flowers=2.5)
    )
    sums = (
        sum(x + 2 * y for stem in skeleton.stems for x, y in stem.points),
        sum(leaf.tip[0] + 2 * leaf.tip[1] + 3 * leaf.width for leaf in skeleton.leaves),
        sum(flower.centre[0] + 2 * flower.centre[1] + 3 * flower.radius for flower in skeleton.flowers),
    )
    assert sums == pytest.approx(KNOWN[id_], abs=1e-9), (id_, sums)


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_a_plant_sinks_as_its_vitality_falls(id_: str) -> None:
    plants = [
        grow(SPECIES[id_], 5, Traits(size=0.7, vitality=v, flowers=1)) for v in (0.9, 0.55, 0.32, 0.20, 0.07)
    ]
    # The pads of a succulent are its stems.
    tops = [
        max([y for stem in plant.stems for _, y in stem.points] or [leaf.tip[1] for leaf in plant.leaves])
        for plant in plants
    ]
    # A nodding stem may rise by a hair before it sinks.
    assert all(later < earlier + 0.01 for earlier, later in pairwise(tops)), tops
    assert tops[-1] < 0.9 * tops[0]


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_a_plant_gains_height_and_leaves_with_its_roots(id_: str) -> None:
    plants = [grow(SPECIES[id_], 5, Traits(size=size, vitality=0.8)) for size in (0.0, 0.15, 0.43, 0.76, 1.0)]
    heights = [plant.height for plant in plants]
    assert heights == sorted(heights)
    assert len(plants[-1].leaves) > len(plants[0].leaves) > 0


@pytest.mark.parametrize("id_", sorted(SPECIES))
@pytest.mark.parametrize("number", [1, 2, 4])
def test_every_flower_and_fruit_shows_even_on_a_seedling(id_: str, number: int) -> None:
    for size in (0.05, 0.4, 1.0):
        plant = grow(
            SPECIES[id_],
            3,
            Traits(size=size, vitality=0.8, flowers=number, fruits_small=number, fruits_large=number),
        )
        assert len(plant.flowers) >= number or SPECIES[id_].habit == "spike"
        assert sum(fruit.large for fruit in plant.fruits) == number
        assert sum(not fruit.large for fruit in plant.fruits) == number
        assert len(plant.flowers) > 0


def test_every_condition_has_its_own_ground_or_body() -> None:
    def said(traits: Traits) -> tuple[object, ...]:
        plant = grow(SPECIES["rose"], 4, traits)
        ground = plant.ground
        top = max((y for stem in plant.stems for _, y in stem.points), default=0.0)
        return (
            ground.seed is not None
            and (ground.seed.vigour > 0.5, round(ground.stick.lean, 1) if ground.stick else 0),
            bool(ground.straws),
            ground.puddle > 0,
            ground.flood > 0.5,
            round(ground.dry, 1),
            len(ground.fallen) > 4,
            round(top, 1),
            round(max((leaf.fresh for leaf in plant.leaves), default=0.0), 1),
        )

    assert set(typical) == set(CONDITIONS)
    seen = {name: said(traits) for name, traits in typical.items()}
    assert len(set(seen.values())) == len(CONDITIONS), seen


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_what_waits_for_me_has_its_bud_on_plants_and_on_labels(id_: str) -> None:
    for traits in (Traits(size=0.3, vitality=0.7), Traits(size=0.0, vitality=None, sown=True)):
        assert grow(SPECIES[id_], 4, traits).bud is None
        assert grow(SPECIES[id_], 4, traits._replace(waiting=True)).bud is not None


def test_the_label_stands_while_the_seed_lives_and_lies_when_it_has_withered() -> None:
    def leaning(vigour: float) -> list[float]:
        sown = Traits(size=0.0, vitality=None, sown=True, vigour=vigour)
        sticks = [grow(SPECIES["rose"], seed, sown).ground.stick for seed in range(20)]
        return [abs(stick.lean) for stick in sticks if stick is not None]

    assert max(leaning(0.1)) < 0.3
    assert min(leaning(0.0)) > 1.2
    assert all(a < b for a, b in pairwise([max(leaning(step / 50)) for step in range(50, -1, -1)]))


def test_a_sown_contact_stays_a_seed_whatever_else_it_shows() -> None:
    plant = grow(SPECIES["apple"], 4, Traits(size=0.9, vitality=None, sown=True, flowers=3, wetness=1.2))
    assert plant.ground.seed is not None
    assert plant.ground.stick is not None
    assert plant.ground.puddle > 0
    assert not plant.stems
    assert not plant.leaves


MIXED = (0, 7264309964780275330)
UNIT = 0.8716818612795734
KNOWN = {
    "allium": (26.59179727119785, 3.716056846623499, 3.9925091711839977),
    "apple": (127.33277914141449, 166.49113779352547, 4.448944902710222),
    "bluebell": (28.574674629475908, 24.265581278742964, 26.376450333578564),
    "daisy": (51.38310657007364, 32.72268330053568, 4.379835505881276),
    "feather-grass": (44.74401469085583, 27.696494492890306, 4.350284834350296),
    "fern": (68.72596718048568, 118.75726073649633, 3.635604479717059),
    "houseleek": (20.21671514812501, 19.884436941312533, 3.47187831190997),
    "larch": (198.62250062478273, 30.614138901767113, 2.6307127922334974),
    "lavender": (85.25108456002368, 106.0118584898088, 3.3263091361091197),
    "passionflower": (179.2392182503961, 69.61145055660216, 4.663402504138398),
    "prickly-pear": (0.0, 8.83439317148783, 3.9229965390903017),
    "rose": (116.40287278770366, 112.29649793423313, 4.242519979726982),
    "strawberry": (40.36670287367025, 18.362988220235344, 2.158668324091598),
    "sunflower": (32.23555669621102, 14.062552586175006, 4.048503715028604),
    "tulip": (34.24886644613452, 3.259366156689212, 4.869015264667933),
}


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_fruits_are_seen_small_and_large_and_keep_their_size_in_a_crowded_cell(id_: str) -> None:
    for size in (0.4, 0.8, 1.0):
        plant = grow(
            SPECIES[id_], 3, Traits(size=size, vitality=0.9, flowers=3, fruits_small=1, fruits_large=1)
        )
        small, large = sorted(plant.fruits, key=lambda fruit: fruit.radius)
        assert large.large
        assert not small.large
        assert small.radius > 0.035, "two pixels of radius where the plant is 60 high"
        assert large.radius > 1.35 * small.radius


@pytest.mark.parametrize("id_", sorted(SPECIES))
def test_what_waits_stands_at_one_place_whatever_the_species(id_: str) -> None:
    bud = grow(SPECIES[id_], 9, Traits(size=0.6, vitality=0.5, waiting=True)).bud
    assert bud is not None
    assert bud.tip[0] == pytest.approx(0.282, abs=0.03)
    assert bud.tip[1] == pytest.approx(0.51, abs=0.03)
