"""What became of earlier forecasts is told as they would have been made on those days, and the soil learns from it."""

from __future__ import annotations

from datetime import date, timedelta
from math import log
from random import Random

import pytest

from gardener.domain import soil
from gardener.domain.changes import Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.deeds import learn_soil
from gardener.domain.forecast import DAYS, Forecasts, chance, chance_of, kappa, lively
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Climate
from gardener.domain.hindsight import Hindsight
from gardener.domain.interaction import Interaction
from gardener.domain.records import Soil
from gardener.domain.soil import LEAST, Prediction
from gardener.domain.tie import fold_all
from tests.domain.histories import sign, touch

TODAY = date(2026, 6, 30)


def people(dice: Random, count: int) -> dict[str, list[Interaction]]:
    """Histories of half a year, some of touches alone, some empty."""
    found = {}
    for n in range(count):
        days = [TODAY - timedelta(days=dice.randrange(200)) for _ in range(dice.randrange(12))]
        found[f"c{n}"] = [dice.choice((sign, touch, touch))(day) for day in days]
    return found


def garden(histories: dict[str, list[Interaction]], day: date) -> Garden:
    """The garden at the end of a day."""
    plants = {}
    for id_, history in histories.items():
        tie = fold_all(i for i in history if i.day <= day)
        plants[id_] = Plant(Contact(id=id_, name=id_, created=date(2025, 1, 1)), tie)
    return Garden(plants=plants)


def matured(histories: dict[str, list[Interaction]]) -> list[Prediction]:
    """What became of the forecasts of everybody."""
    hindsight = Hindsight(TODAY)
    for history in histories.values():
        hindsight.take(history)
    return hindsight.predictions


@pytest.mark.parametrize("seed", range(8))
def test_they_are_those_that_the_program_would_have_shown(seed: int) -> None:
    histories = people(Random(seed), 15)
    expected = []
    for cut in reversed(soil.cuts(TODAY, horizon=DAYS)):
        then = garden(histories, cut.day)
        signs = [p.tie.last_sign for p in then.plants.values() if p.tie.last_sign is not None]
        around = lively(((cut.day - one.date()).days for one in signs), cut.horizon)
        shown = Forecasts(then, cut.day)
        for id_, plant in then.plants.items():
            told = chance_of(plant.tie, cut.day, around, Climate(cut.horizon))
            if told is not None:
                assert cut.horizon != DAYS or told == shown.chance(id_)
                came = any(i.is_sign and cut.day < i.day <= cut.matures for i in histories[id_])
                expected.append(Prediction(told, came, cut.weight, forecast=True))
    assert matured(histories) == expected
    assert any(one.came for one in expected)


def test_the_order_of_entry_does_not_matter() -> None:
    histories = people(Random(3), 10)
    shuffled = {id_: list(reversed(history)) for id_, history in histories.items()}
    assert matured(shuffled) == matured(histories)


def drawn(dice: Random, rows: int, b0: float, b1: float) -> list[Prediction]:
    """Forecasts whose signs come as a garden with that soil would have it."""
    found = []
    for _ in range(rows):
        plain = chance(dice.uniform(0, 120), kappa(dice.uniform(0.5, 12)), Climate(DAYS))
        bent = Climate(DAYS, b0, b1).through_soil(plain)
        found.append(Prediction(plain, dice.random() < bent, forecast=True))
    return found


@pytest.mark.parametrize(("b0", "b1"), [(-0.8, 0.7), (0.5, 1.2)])
def test_a_known_soil_is_found_again_and_leaves_that_of_vitality_alone(b0: float, b1: float) -> None:
    answer = learn_soil(Garden(), drawn(Random(1), 4000, b0, b1), id_="s", today=TODAY)
    assert isinstance(answer, Changeset)
    (change,) = answer.changes
    learnt = change.after
    assert isinstance(learnt, Soil)
    assert (learnt.b0, learnt.b1, learnt.learnt_from, learnt.foreseen) == (0.0, 1.0, 0, 4000)
    assert learnt.f0 == pytest.approx(b0, abs=0.15)
    assert learnt.f1 == pytest.approx(b1, abs=0.15)
    assert not learnt.is_reset


def test_ten_forecasts_do_no_harm() -> None:
    dice, lost, plain = Random(7), 0.0, 0.0
    for _ in range(60):
        answer = learn_soil(Garden(), drawn(dice, LEAST, 0.0, 1.0), id_="s", today=TODAY)
        assert isinstance(answer, Changeset)
        learnt = answer.changes[0].after
        assert isinstance(learnt, Soil)
        assert learnt.f1 >= soil.B1_LEAST
        for one in drawn(dice, 100, 0.0, 1.0):
            bent = Climate(DAYS, learnt.f0, learnt.f1).through_soil(one.chance)
            lost -= log(bent if one.came else 1 - bent)
            plain -= log(one.chance if one.came else 1 - one.chance)
    assert lost / plain < 1.06


def test_each_kind_learns_from_its_own_and_from_enough_of_them() -> None:
    dice = Random(2)
    forecasts = drawn(dice, LEAST + 5, -1.0, 1.0)
    few = forecasts[: LEAST - 1]
    refused = learn_soil(Garden(), few, id_="s", today=TODAY)
    assert refused == Refusal("few-predictions", {"has": LEAST - 1, "needs": LEAST})
    vitality = [Prediction(0.8, False) for _ in range(LEAST)]
    answer = learn_soil(Garden(), [*few, *vitality], id_="s", today=TODAY)
    assert isinstance(answer, Changeset)
    learnt = answer.changes[0].after
    assert isinstance(learnt, Soil)
    assert (learnt.f0, learnt.f1, learnt.foreseen) == (0.0, 1.0, 0)
    assert learnt.b0 < 0.0
    assert learnt.learnt_from == LEAST
