"""Model 2, proposed: what must always hold of vitality and roots, at thousands of histories."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.growth import WITHERED, Climate, silence_until, vitality_at
from gardener.domain.interaction import Interaction
from tests.benchmarks.growth.candidates.model2 import (
    BARE,
    FADING,
    Ground,
    kappa,
    signed,
    signed_all,
)
from tests.domain.histories import (
    INCOMING,
    MUTUAL,
    OUTGOING,
    climates,
    days_of,
    histories,
    histories_and_days,
    one_more,
    thorough,
    until,
)

START = datetime(2024, 1, 1, 12)


def ground_of(history: list[Interaction]) -> Ground:
    """What the signs of a history add up to."""
    return signed_all(i.moment for i in history if i.is_sign)


def grown(history: list[Interaction], day: date, climate: Climate) -> tuple[float | None, float]:
    """Vitality and roots on `day`."""
    ground = ground_of(until(history, day))
    if ground.last is None:
        return None, 0.0
    silence = max(0, (day - ground.last.date()).days)
    k = kappa(ground.roots)
    return vitality_at(silence, k, climate), silence_until(WITHERED, k, climate)


@thorough(2_000)
@given(st.data(), histories_and_days(), climates)
def test_a_sign_never_lowers_vitality_or_roots_wherever_it_is_dated(
    data: st.DataObject, history_and_day: tuple[list[Interaction], date], climate: Climate
) -> None:
    history, day = history_and_day
    sign = data.draw(one_more(history, INCOMING, MUTUAL))
    vitality, roots = grown(history, day, climate)
    vitality_after, roots_after = grown([*history, sign], day, climate)
    assert roots_after >= roots
    assert vitality is None or (vitality_after is not None and vitality_after >= vitality)


def test_signs_put_one_by_one_into_bursts_and_long_gaps_never_lower_the_parts() -> None:
    dice = Random(2)
    for _ in range(2_000):
        steps = [
            dice.choice((0.0, 1e-5, 0.01, 0.5, 1, 3, 7, 30, 200, 3000)) for _ in range(dice.randint(1, 12))
        ]
        moments, moment = [], START
        for step in steps:
            moment += timedelta(days=step * dice.random())
            moments.append(moment)
        before = signed_all(moments)
        span = (moments[-1] - moments[0]).total_seconds() + 86400.0
        added = moments[0] + timedelta(seconds=dice.uniform(-span, span * 1.5))
        after = signed_all([*moments, added])
        assert after.depth >= before.depth
        assert after.peak >= before.peak
        assert after.roots >= before.roots


@thorough(1_000)
@given(st.data(), histories(), climates)
def test_a_touch_of_mine_changes_neither_wherever_it_is_dated(
    data: st.DataObject, history: list[Interaction], climate: Climate
) -> None:
    day = data.draw(days_of(history))
    touch = data.draw(one_more(history, OUTGOING))
    assert grown([*history, touch], day, climate) == grown(history, day, climate)


@thorough(1_000)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(history: list[Interaction], dice: Random) -> None:
    shuffled = [*history]
    dice.shuffle(shuffled)
    assert ground_of(shuffled) == ground_of(history)


def test_folding_on_top_is_folding_all_anew() -> None:
    dice = Random(4)
    moments = [START + timedelta(hours=dice.randrange(9000)) for _ in range(200)]
    ground = BARE
    for moment in sorted(moments):
        ground = signed(ground, moment)
    assert ground == signed_all(moments)


def test_the_first_sign_and_the_week_in_which_a_season_halves() -> None:
    one = signed(BARE, START)
    assert (one.depth, one.season, one.peak, one.roots) == (1.0, 1.0, 1.0, 1.0)
    week_on = signed(one, START + timedelta(7))
    assert week_on.season == pytest.approx(1.5, abs=1e-3)
    assert pytest.approx(0.5) == 2.718281828459045 ** (-7 * FADING)
