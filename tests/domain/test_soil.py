"""Soil: learnt from matured predictions, it finds what is there, does no harm with little, and keeps its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import pace
from gardener.domain.growth import PLAIN, Climate, Condition, Growth, read, sigmoid, vitality_at
from gardener.domain.interaction import Interaction
from gardener.domain.soil import (
    B1_LEAST,
    FULL_CUTS,
    HALF_CUTS,
    Learnt,
    Prediction,
    cuts,
    due,
    learn,
    matured,
    through,
)
from gardener.domain.tie import Tie, fold_all
from tests.domain.histories import (
    INCOMING,
    MUTUAL,
    OUTGOING,
    histories_and_days,
    made,
    one_more,
    shifted,
    sign,
    talk,
    thorough,
    touch,
    until,
)

TODAY = date(2025, 6, 30)


def simulated(dice: Random, count: int, b0: float, b1: float) -> list[Prediction]:
    """Predictions of a garden whose true soil is (b0, b1)."""
    made = []
    for _ in range(count):
        z = dice.gauss(-0.5, 1.5)
        made.append(Prediction(sigmoid(z), dice.random() < sigmoid(b0 + b1 * z)))
    return made


def loss(predictions: list[Prediction], learnt: Learnt) -> float:
    """Mean log loss through that soil."""
    climate = through(learnt, PLAIN)
    chances = ((climate.through_soil(p.chance), p.came) for p in predictions)
    return -sum(log(chance if came else 1.0 - chance) for chance, came in chances) / len(predictions)


@pytest.mark.parametrize(("b0", "b1"), [(0.0, 1.0), (-1.5, 0.8), (1.0, 0.5), (-0.7, 1.6), (2.0, 1.0)])
def test_a_known_soil_is_found_again(b0: float, b1: float) -> None:
    learnt = learn(simulated(Random(7), 6000, b0, b1))
    assert learnt.b0 == pytest.approx(b0, abs=0.12)
    assert learnt.b1 == pytest.approx(b1, abs=0.1)
    assert learnt.rows == 6000


@pytest.mark.parametrize(("b0", "b1"), [(-1.5, 0.8), (1.0, 0.5), (1.2, 1.0)])
def test_two_hundred_predictions_already_help_where_the_soil_is_another(b0: float, b1: float) -> None:
    dice = Random(3)
    judged = simulated(dice, 4000, b0, b1)
    gains = [loss(judged, Learnt()) - loss(judged, learn(simulated(dice, 200, b0, b1))) for _ in range(20)]
    assert min(gains) > 0.02


def test_ten_predictions_do_no_harm_where_the_soil_is_plain() -> None:
    """Weighted as they are when made monthly."""
    dice = Random(5)
    judged = simulated(dice, 4000, 0.0, 1.0)
    harms = []
    for _ in range(300):
        few = [replace(row, weight=1 / 3) for row in simulated(dice, 10, 0.0, 1.0)]
        harms.append(loss(judged, learn(few)) - loss(judged, Learnt()))
    assert sum(harms) / len(harms) < 0.003
    assert max(harms) < 0.03


@pytest.mark.parametrize("came", [True, False])
def test_ten_of_ten_do_not_bend_a_garden_out_of_shape(came: bool) -> None:
    """Weighted as they are when made monthly, ten surprises move an even chance by less than ten points."""
    learnt = learn([Prediction(0.5, came, 1 / 3)] * 10)
    assert abs(through(learnt, PLAIN).through_soil(0.5) - 0.5) < 0.1
    assert learnt.b1 == pytest.approx(1.0)


def test_without_predictions_the_soil_is_plain() -> None:
    assert learn([]) == Learnt(0.0, 1.0, 0)
    assert through(learn([]), PLAIN) == PLAIN


def test_a_soil_that_turns_things_round_is_held_at_the_least_slope() -> None:
    upside_down = [Prediction(p, came) for p, came in ((0.9, False), (0.1, True)) for _ in range(200)]
    learnt = learn(upside_down)
    assert learnt.b1 == B1_LEAST
    assert learnt.b0 == pytest.approx(0.0, abs=1e-6)


def test_the_level_at_the_least_slope_is_the_best_one() -> None:
    rare = [Prediction(0.9, False)] * 300 + [Prediction(0.1, True)] * 60
    learnt = learn(rare)
    assert learnt.b1 == B1_LEAST

    def penalised(b0: float) -> float:
        return loss(rare, Learnt(b0, B1_LEAST)) * len(rare) + 2.0 * b0 * b0

    assert penalised(learnt.b0) <= min(penalised(learnt.b0 - 1e-3), penalised(learnt.b0 + 1e-3))


def test_what_is_learnt_is_where_the_penalised_loss_is_least() -> None:
    rows = simulated(Random(11), 150, -0.6, 0.7)
    learnt = learn(rows)

    def penalised(b0: float, b1: float) -> float:
        return loss(rows, Learnt(b0, b1)) * len(rows) + 2.0 * (b0 * b0 + (b1 - 1.0) ** 2)

    here = penalised(learnt.b0, learnt.b1)
    for step in ((1e-3, 0.0), (-1e-3, 0.0), (0.0, 1e-3), (0.0, -1e-3)):
        assert here <= penalised(learnt.b0 + step[0], learnt.b1 + step[1])


def test_weights_count_as_repetitions() -> None:
    rows = simulated(Random(13), 90, 0.5, 1.2)
    doubled = [replace(row, weight=2.0) for row in rows]
    assert learn(doubled).b0 == pytest.approx(learn([*rows, *rows]).b0, abs=1e-6)


rows_of_any_kind = st.lists(
    st.builds(
        Prediction,
        st.one_of(st.floats(0.0, 1.0), st.sampled_from([0.0, 1.0, 1e-300, 1.0 - 1e-16])),
        st.booleans(),
        st.sampled_from([1.0, 1 / 3, 2 / 3]),
    ),
    max_size=12,
)


@thorough(1_000)
@given(rows_of_any_kind)
def test_whatever_happened_the_soil_keeps_the_order_of_ties_and_stays_finite(rows: list[Prediction]) -> None:
    learnt = learn(rows)
    assert learnt.b1 >= B1_LEAST
    assert abs(learnt.b0) < 10.0
    assert learnt.b1 < 10.0
    climate = through(learnt, PLAIN)
    bent = [vitality_at(silence, 0.5, climate) for silence in (0.0, 1.0, 10.0, 100.0, 1000.0, 1e6)]
    assert all(nearer >= farther for nearer, farther in pairwise(bent))


@thorough(500)
@given(rows_of_any_kind, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(rows: list[Prediction], dice: Random) -> None:
    shuffled = [*rows]
    dice.shuffle(shuffled)
    assert learn(shuffled).b0 == pytest.approx(learn(rows).b0, abs=1e-5)
    assert learn(shuffled).b1 == pytest.approx(learn(rows).b1, abs=1e-5)


def test_cut_days_lie_a_month_apart_and_have_matured() -> None:
    laid = cuts(TODAY)
    full = [cut for cut in laid if cut.horizon == 90.0]
    half = [cut for cut in laid if cut.horizon == 45.0]
    assert [TODAY - cut.day for cut in full] == [timedelta(90 + 30 * n) for n in range(FULL_CUTS)]
    assert [TODAY - cut.day for cut in half] == [timedelta(45 + 30 * n) for n in range(HALF_CUTS)]
    assert all(cut.matures <= TODAY for cut in laid)
    assert {cut.weight for cut in full} == {1 / 3}
    assert {cut.weight for cut in half} == {2 / 3}


def test_near_the_first_day_of_the_calendar_there_are_fewer_cut_days() -> None:
    assert cuts(date(1, 1, 2)) == ()
    assert [cut.day for cut in cuts(date(1, 3, 1))] == [date(1, 1, 15)]


def test_patience_scales_the_cut_days() -> None:
    assert max(TODAY - cut.day for cut in cuts(TODAY, horizon=180.0)) == timedelta(180 + 60 * (FULL_CUTS - 1))


def test_a_prediction_knows_nothing_of_what_came_after_its_cut_day() -> None:
    before = [talk(date(2024, 1, 1)), touch(date(2024, 2, 1)), sign(date(2024, 2, 3))]
    later = [*before, sign(date(2025, 6, 10)), sign(date(2025, 6, 12))]
    silent, heard = matured(before, TODAY), matured(later, TODAY)
    assert [p.chance for p in silent] == [p.chance for p in heard]
    assert not any(p.came for p in silent)
    awaited = [
        cut.day < date(2025, 6, 12) <= cut.matures for cut in sorted(cuts(TODAY), key=lambda cut: cut.day)
    ]
    assert [p.came for p in heard] == awaited
    assert any(awaited)


def test_the_chance_is_the_vitality_of_that_day_on_plain_soil() -> None:
    (prediction,) = [p for p in matured([talk(date(2025, 3, 20))], TODAY) if p.weight == 1 / 3]
    assert prediction.chance == vitality_at(12, 0.2202)
    assert not prediction.came


def test_before_the_first_sign_nothing_is_predicted() -> None:
    assert matured([touch(date(2023, 1, 1)), touch(date(2024, 1, 1))], TODAY) == ()
    assert matured([], TODAY) == ()


@thorough(500)
@given(histories_and_days(), st.randoms(use_true_random=False))
def test_predictions_follow_from_the_history_alone(
    history_and_day: tuple[list[Interaction], date], dice: Random
) -> None:
    history, day = history_and_day
    shuffled = [*history]
    dice.shuffle(shuffled)
    unknown_yet = sign(shifted(day, 1))
    found = matured(history, day)
    assert matured(shuffled, day) == found
    if unknown_yet.day > day:
        assert matured([*history, unknown_yet], day) == found
    assert all(0.0 < p.chance <= 1.0 for p in found)


def garden(dice: Random, b0: float) -> Iterator[list[Interaction]]:
    """Contacts whose signs come as the model says, but with the odds of each day's chance changed by e^b0."""
    for _ in range(120):
        day = date(2022, 3, 1) + timedelta(dice.randrange(60))
        history = [talk(day)]
        while (day := day + timedelta(1)) <= TODAY:
            silence = (day - history[-1].day).days
            within = 0.5 * exp(b0) / (silence + 4.0)
            if dice.random() < within:
                history.append(sign(day))
        yield history


@pytest.mark.parametrize("b0", [0.2, 0.4, 0.8])
def test_through_its_soil_a_garden_that_answers_less_expects_what_comes(b0: float) -> None:
    rows = [p for history in garden(Random(17), b0) for p in matured(history, TODAY)]
    climate = through(learn(rows), PLAIN)
    total = sum(p.weight for p in rows)
    came = sum(p.weight * p.came for p in rows) / total
    expected = sum(p.weight * climate.through_soil(p.chance) for p in rows) / total
    plain = sum(p.weight * p.chance for p in rows) / total
    assert abs(plain - came) > 0.03
    assert abs(expected - came) < abs(plain - came) / 3


def test_soil_is_learnt_once_a_month() -> None:
    assert due(None, TODAY)
    assert not due(date(2025, 6, 1), TODAY)
    assert due(date(2025, 5, 31), date(2025, 6, 1))
    assert due(date(2024, 12, 31), date(2025, 1, 1))
    assert not due(date(2025, 7, 1), TODAY)


def test_the_climate_keeps_its_patience_and_its_seeds() -> None:
    assert through(Learnt(0.3, 0.9, 500), Climate(45.0, 9.0, 9.0, 77)) == Climate(45.0, 0.3, 0.9, 77, 500)


PLANTED = date(2020, 1, 1)


@thorough(1_500)
@given(
    st.data(),
    st.lists(histories_and_days(), min_size=1, max_size=3),
    st.sampled_from(["as it came", "against", "never", "always"]),
    st.integers(1, 40),
)
def test_an_adversarial_garden_keeps_every_property(
    data: st.DataObject,
    gardens: list[tuple[list[Interaction], date]],
    bent: str,
    times: int,
) -> None:
    """Whatever came of its predictions, through what is learnt of it a sign never harms, a touch never helps, nobody is
    both thirsty and too soon, and the dates are those on which vitality crosses its limits."""
    rows = [
        replace(row, came=_bent(row, bent)) for told, until_ in gardens for row in matured(told, until_)
    ] * times
    climate = through(learn(rows), PLAIN)
    history, day = gardens[0]
    before_tie, before = _grown(history, day, climate)
    sign_ = data.draw(one_more(history, INCOMING, MUTUAL))
    after = _grown([*history, sign_], day, climate)[1]
    assert after.roots_days >= before.roots_days
    assert after.moisture <= before.moisture
    assert before.vitality is None or (after.vitality is not None and after.vitality >= before.vitality)
    late = made(OUTGOING, day, time(23, 59, 59, 999_999))
    touched = _grown([*history, late], day, climate)[1]
    assert (touched.vitality, touched.roots_days) == (before.vitality, before.roots_days)
    soon = pace.too_soon(before_tie, day)
    assert not (soon and before.condition in (Condition.THIRSTY, Condition.WILTING))
    assert before.thirsty_on is None or not pace.too_soon(before_tie, before.thirsty_on)
    if before.withers_on is not None and before.last_sign is not None:
        chance = read(before_tie, before.withers_on, planted=PLANTED, climate=climate).vitality
        assert chance is not None
        assert chance < 0.15


def _bent(row: Prediction, how: str) -> bool:
    ways = {"as it came": row.came, "against": row.chance < 0.5, "never": False, "always": True}
    return ways[how]


def _grown(history: list[Interaction], day: date, climate: Climate) -> tuple[Tie, Growth]:
    tie = fold_all(until(history, day))
    return tie, read(tie, day, planted=PLANTED, climate=climate)
