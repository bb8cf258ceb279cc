"""What a plant shows follows from growth as art-direction's table says, without a jump."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.scene.traits import dryness_of, ramp, size_of_roots, traits_of, wetness_of


@given(st.floats(0, 4e6), st.floats(0, 4e6))
def test_longer_roots_never_make_a_smaller_plant(first: float, second: float) -> None:
    shorter, longer = sorted((first, second))
    assert 0.0 <= size_of_roots(shorter) <= size_of_roots(longer) <= 1.0


@pytest.mark.parametrize(
    ("days", "size"),
    [(0, 0.0), (30, 0.304), (81, 0.482), (139, 0.595), (434, 0.844), (638, 0.927), (900, 1.0)],
)
def test_sizes_follow_the_table_of_the_growth_model(days: float, size: float) -> None:
    assert size_of_roots(days) == pytest.approx(size, abs=0.002)


def test_wet_soil_dries_to_plain_by_the_dry_day() -> None:
    wet = [wetness_of(moisture=3, capacity=3, waited=day, wait=20) for day in range(21)]
    assert wet[0] == 1.0
    assert wet[10] > 0.8
    assert wet[20] == 0.0
    assert wet == sorted(wet, reverse=True)


def test_soil_without_an_unanswered_touch_is_plain() -> None:
    assert wetness_of(moisture=0, capacity=3, waited=0, wait=0) == 0.0


def test_soil_is_dry_for_the_thirsty_and_plain_for_the_healthy() -> None:
    assert dryness_of(0.45) == 0.0
    assert dryness_of(0.39) > 0.3
    assert dryness_of(0.20) == 1.0
    assert dryness_of(None) == 0.0


@given(st.floats(0, 1), st.floats(-1e-4, 1e-4))
def test_a_small_step_of_vitality_is_a_small_step_of_dryness(vitality: float, step: float) -> None:
    assert abs(dryness_of(vitality) - dryness_of(vitality + step)) < 20 * abs(step) + 1e-12


def test_without_a_sign_of_theirs_it_is_a_seed_that_greys_with_age() -> None:
    def seed(age: float) -> float:
        traits = traits_of(
            vitality=None, roots_days=0, moisture=0, capacity=2, condition="seed", seed_age=age, seed_life=120
        )
        assert traits.sown
        return traits.vigour

    assert [seed(0), seed(60), seed(120), seed(400)] == [1.0, 0.5, 0.0, 0.0]


def test_a_plant_rests_by_its_mark_or_by_its_condition() -> None:
    def rests(condition: str, *, resting: bool) -> bool:
        return traits_of(
            vitality=0.5, roots_days=90, moisture=0, capacity=2, condition=condition, resting=resting
        ).resting

    assert rests("resting", resting=False)
    assert rests("drowning", resting=True)
    assert not rests("healthy", resting=False)


def test_a_ramp_is_level_beyond_its_ends() -> None:
    stops = ((0.2, 1.0), (0.4, 3.0))
    assert [ramp(x, stops) for x in (0.0, 0.2, 0.3, 0.4, 9.0)] == pytest.approx([1.0, 1.0, 2.0, 3.0, 3.0])
