"""How a tie stands beside the others of its garden."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gardener.domain.contact import Contact, StageMove
from gardener.domain.garden import Garden, Plant
from gardener.domain.records import Soil
from gardener.domain.stage import Stage
from gardener.domain.standing import Standing, standing
from gardener.domain.tie import EMPTY, Tie, fold_all
from tests.domain.histories import sign, touch

DAY = date(2026, 3, 10)


def spoken(days_ago: int) -> Tie:
    return fold_all([sign(DAY - timedelta(days=days_ago))])


def garden(**ties: Tie) -> Garden:
    created = DAY - timedelta(days=400)
    return Garden(
        plants={id_: Plant(Contact(id=id_, name=id_, created=created), tie) for id_, tie in ties.items()}
    )


@pytest.mark.parametrize(("id_", "below"), [("near", 2), ("mid", 1), ("far", 0)])
def test_it_counts_the_quieter_ties(id_: str, below: int) -> None:
    held = garden(near=spoken(2), mid=spoken(30), far=spoken(200), seed=EMPTY, written=fold_all([touch(DAY)]))
    assert standing(held, id_, DAY) == Standing(below, 2)


def test_before_the_first_sign_there_is_none() -> None:
    assert standing(garden(near=spoken(2), seed=EMPTY), "seed", DAY) is None
    assert standing(garden(only=spoken(2)), "only", DAY) == Standing(0, 0)


def test_equals_and_the_compost_are_no_less_lively() -> None:
    held = garden(one=spoken(5), other=spoken(5), gone=spoken(90))
    gone = held.plants["gone"].contact
    put = Contact(id="gone", name="gone", created=gone.created, moves=(StageMove(DAY, Stage.COMPOST),))
    held = Garden(plants={**held.plants, "gone": Plant(put, held.plants["gone"].tie)})
    assert standing(held, "one", DAY) == Standing(0, 1)


def test_no_soil_changes_the_order() -> None:
    held = garden(near=spoken(2), mid=spoken(30), far=spoken(200))
    soil = Soil(id="s", valid_from=DAY, b0=-3.0, b1=0.2, learnt_from=40)
    bent = Garden(plants=held.plants, soils={"s": soil})
    assert [standing(bent, id_, DAY) for id_ in held.plants] == [
        standing(held, id_, DAY) for id_ in held.plants
    ]
