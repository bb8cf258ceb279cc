"""The forecast: what must always hold of it, at thousands of histories; vitality and roots never hear of it."""

from __future__ import annotations

from datetime import date, timedelta
from math import log, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import forecast, growth
from gardener.domain.contact import Contact
from gardener.domain.forecast import (
    DAYS,
    HOPE,
    NOWHERE,
    Forecasts,
    Lively,
    chance,
    chance_of,
    kappa,
    lively,
    silences,
    sum_of,
    waited,
)
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Climate, sigmoid
from gardener.domain.interaction import Interaction
from gardener.domain.records import Soil
from gardener.domain.tie import EMPTY, Tie, fold, fold_all
from tests.domain.histories import (
    INCOMING,
    JANE,
    MUTUAL,
    OUTGOING,
    days_of,
    histories,
    histories_and_days,
    one_more,
    sign,
    thorough,
    touch,
    until,
)

DAY = date(2024, 5, 1)
PLAIN = Climate(DAYS)
SOILS = st.sampled_from(
    [PLAIN, *(Climate(DAYS, b0, b1) for b0 in (-3.0, 0.4, 3.0) for b1 in (0.2, 1.0, 3.0))]
)
OTHERS = st.lists(st.integers(0, 60), max_size=12)
"""Days since the last sign of the other ties of the garden."""
NEARLY = 1e-12


def said(history: list[Interaction], day: date, others: list[int], climate: Climate) -> float | None:
    """The forecast for Jane in a garden with so many others."""
    tie = fold_all(until(history, day))
    own = [max(0, (day - tie.last_sign.date()).days)] if tie.last_sign is not None else []
    return chance_of(tie, day, lively([*others, *own]), climate)


@thorough(400)
@given(histories_and_days(), OTHERS, SOILS)
def test_it_is_a_chance_and_its_parts_add_up_to_it(
    history_and_day: tuple[list[Interaction], date], others: list[int], climate: Climate
) -> None:
    history, day = history_and_day
    tie, garden = fold_all(until(history, day)), lively(others)
    told, found = sum_of(tie, day, garden, climate), chance_of(tie, day, garden, climate)
    if found is None:
        assert tie.first is None
        assert (told.value, told.parts) == (None, ())
        return
    assert 0.0 < found < 1.0
    assert isinstance(told.value, float)
    assert told.total == pytest.approx(told.value, abs=1e-9)
    assert sigmoid(told.value) == found


@thorough(800)
@given(st.data(), histories_and_days(min_size=1), OTHERS, SOILS)
def test_no_sign_of_somebody_who_gave_one_lowers_it_wherever_it_is_dated(
    data: st.DataObject,
    history_and_day: tuple[list[Interaction], date],
    others: list[int],
    climate: Climate,
) -> None:
    history, day = history_and_day
    before = said(history, day, others, climate)
    if fold_all(until(history, day)).last_sign is None:
        return  # of a seed it holds on the day of the sign: see below
    after = said([*history, data.draw(one_more(history, INCOMING, MUTUAL))], day, others, climate)
    assert before is not None
    assert after is not None
    assert after >= before - NEARLY


@thorough(400)
@given(histories_and_days(), OTHERS, SOILS)
def test_a_sign_on_its_day_never_lowers_it_be_it_the_first(
    history_and_day: tuple[list[Interaction], date], others: list[int], climate: Climate
) -> None:
    history, day = history_and_day
    before, after = (said(told, day, others, climate) for told in (history, [*history, sign(day)]))
    assert after is not None
    assert before is None or after >= before - NEARLY


@thorough(400)
@given(st.data(), histories(min_size=1), OTHERS, SOILS)
def test_no_touch_of_mine_lowers_it_once_they_gave_a_sign(
    data: st.DataObject, history: list[Interaction], others: list[int], climate: Climate
) -> None:
    day = data.draw(days_of(history))
    tie = fold_all(until(history, day))
    if tie.last_sign is None:
        return
    added = data.draw(one_more(history, OUTGOING))
    before, after = (said(told, day, others, climate) for told in (history, [*history, added]))
    assert before is not None
    assert after is not None
    assert after >= before - NEARLY


def test_ten_touches_after_the_last_sign_move_the_forecast_alone() -> None:
    history = [sign(DAY - timedelta(days=n)) for n in (300, 250, 200)]
    tie = fold_all(history)
    for n in range(10):
        tie = fold(tie, touch(DAY - timedelta(days=20 - n)))
    before = growth.read(fold_all(history), DAY, planted=DAY)
    after = growth.read(tie, DAY, planted=DAY)
    assert (after.vitality, after.roots_days) == (before.vitality, before.roots_days)
    hoped, plain = (chance_of(one, DAY, NOWHERE, PLAIN) for one in (tie, fold_all(history)))
    assert hoped is not None
    assert plain is not None
    assert hoped > 2.0 * plain


@given(
    st.floats(0.0, 4000.0),
    st.floats(0.0, 900.0),
    st.floats(0.01, 200.0),
    st.floats(0.01, 200.0),
    st.floats(1.0, 360.0),
)
def test_silence_lowers_it_and_depth_and_a_longer_horizon_raise_it(
    silence: float, longer: float, depth: float, deeper: float, horizon: float
) -> None:
    near = chance(silence, kappa(depth), Climate(horizon))
    assert chance(silence + longer, kappa(depth), Climate(horizon)) <= near
    assert chance(silence, kappa(depth + deeper), Climate(horizon)) >= near
    assert chance(silence, kappa(depth), Climate(horizon + longer)) >= near


@given(OTHERS, st.integers(0, 60), st.integers(1, 60))
def test_a_sign_of_anybody_else_never_lowers_it(others: list[int], silence: int, first: int) -> None:
    before = kappa(3.0, lively(others))
    assert kappa(3.0, lively([*others, 0])) >= before - NEARLY, "somebody's first sign, today"
    told = [*others, silence + first]
    assert kappa(3.0, lively([*told[:-1], 0])) >= kappa(3.0, lively(told)) - NEARLY, "one more of a known tie"


def test_hope_never_lengthens_the_silence_and_counts_no_touch_that_was_answered() -> None:
    assert waited(40, None) == 40
    assert waited(40, 2) == 2 + HOPE
    assert waited(1, 2) == 1
    answered = fold_all(
        [sign(DAY - timedelta(days=60)), touch(DAY - timedelta(days=20)), sign(DAY - timedelta(days=10))]
    )
    assert silences(answered, DAY) == (10, None)
    assert silences(fold(answered, touch(DAY - timedelta(days=4))), DAY) == (10, 4)
    assert silences(fold(EMPTY, touch(DAY - timedelta(days=9))), DAY) == (9, 9)
    assert silences(EMPTY, DAY) is None


def test_a_garden_of_which_nothing_is_known_is_half_heard_from() -> None:
    assert NOWHERE == lively([]) == Lively(0, 0, 0, 0)
    assert NOWHERE.lately == NOWHERE.weather == log(0.5)
    assert lively([0, 6.9, 7, 14.9, 15, 27, 28, 300]) == Lively(8, 4, 2, 6)
    assert lively([40.0], 90.0).heard == 1


def test_the_formula_by_hand() -> None:
    garden = Lively(10, 4, 3, 8)
    power = forecast.K * 4.0**forecast.C * (5 / 12) ** forecast.LATELY * (13 / 28) ** forecast.WEATHER
    assert kappa(4.0, garden) == pytest.approx(power, rel=1e-12)
    none = ((20 + forecast.D) / (20 + 30 + forecast.D)) ** power
    assert chance(20, power, PLAIN) == pytest.approx(1.0 - none, rel=1e-12)
    soiled = chance(20, power, Climate(DAYS, -0.3, 0.8))
    assert log(soiled) - log1p(-soiled) == pytest.approx(-0.3 + 0.8 * (log(1 - none) - log(none)), rel=1e-9)


def gardened(histories: dict[str, list[Interaction]], *soils: Soil) -> Garden:
    """A garden of so many people."""
    plants = {
        id_: Plant(Contact(id=id_, name=id_, created=DAY), fold_all(history))
        for id_, history in histories.items()
    }
    return Garden(plants=plants, soils={soil.id: soil for soil in soils})


def test_how_many_are_expected_does_not_hang_on_their_order() -> None:
    people = [(str(n), [sign(DAY - timedelta(days=7 * n))]) for n in range(40)]
    found = {Forecasts(gardened(dict(people[n:] + people[:n])), DAY).expected for n in range(40)}
    assert len(found) == 1  # to the last bit


def test_a_garden_forecasts_everybody_through_its_own_soil_of_that_day() -> None:
    people = {
        JANE: [sign(DAY - timedelta(days=20)), touch(DAY - timedelta(days=3))],
        "gus": [sign(DAY - timedelta(days=2))],
        "ana": [touch(DAY - timedelta(days=5))],
        "nobody": [],
    }
    soil = Soil(id="s", valid_from=DAY, b0=2.0, b1=1.0, learnt_from=40, f0=-0.5, f1=0.7, foreseen=30)
    plain, soiled = Forecasts(gardened(people), DAY), Forecasts(gardened(people, soil), DAY)
    assert plain.lively == Lively(2, 1, 1, 2)
    assert plain.climate == PLAIN
    assert soiled.climate == Climate(DAYS, -0.5, 0.7, learnt_from=30)
    assert Forecasts(gardened(people, soil), DAY - timedelta(days=1)).climate == PLAIN
    known = [plain.chance(id_) for id_ in people]
    assert known[-1] is None
    assert plain.expected == pytest.approx(sum(one for one in known if one is not None))
    for id_ in (JANE, "gus", "ana"):
        bent, straight = soiled.chance(id_), plain.sum(id_).value
        assert bent is not None
        assert isinstance(straight, float)
        assert log(bent) - log1p(-bent) == pytest.approx(-0.5 + 0.7 * straight, abs=1e-9)
        assert soiled.sum(id_).parts[-1].code == "soil"
    seed = [part.code for part in plain.sum("ana").parts]
    assert seed[:3] == ["one-sign", "depth", "seed-silence"]


def test_a_garden_of_three_is_hardly_moved_by_how_lively_it_is() -> None:
    tie = Tie(depth=3.0)
    busy, still = (kappa(tie.depth, lively(silences)) for silences in ([0, 1, 2], [200, 300, 400]))
    assert busy / still < 3.0
    assert 0.5 < still / kappa(tie.depth) < busy / kappa(tie.depth) < 2.0
