"""Tie, pace and growth against the slow retelling of the model in oracle.py."""

from __future__ import annotations

from datetime import date
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import pace
from gardener.domain.growth import Climate, read
from gardener.domain.interaction import Interaction
from gardener.domain.tie import fold_all
from tests.domain.histories import climates, histories_and_days, shifted, thorough, until
from tests.domain.oracle import expected


@thorough(2_500)
@given(histories_and_days(), climates, st.sampled_from([0, 1, -1, -40, -200, 10]), st.booleans())
def test_the_code_agrees_with_a_plain_retelling(
    history_and_day: tuple[list[Interaction], date], climate: Climate, planted_after: int, resting: bool
) -> None:
    history, day = history_and_day
    planted = shifted(min((i.day for i in history), default=day), planted_after)
    told = expected(history, day, planted=planted, climate=climate, resting=resting)
    tie = fold_all(until(history, day))
    growth = read(tie, day, planted=planted, climate=climate, resting=resting)

    assert isclose(tie.depth, told.depth, rel_tol=1e-9, abs_tol=1e-9)
    assert (tie.answers, tie.run, tie.replies) == (told.answers, told.run, told.replies)
    assert (growth.moisture, growth.replies, growth.unanswered) == (told.run, told.replies, told.unanswered)
    if growth.vitality is None or told.vitality is None:
        assert growth.vitality == told.vitality
    else:
        assert isclose(growth.vitality, told.vitality, rel_tol=1e-9, abs_tol=1e-9)
    assert isclose(growth.roots_days, told.roots, rel_tol=1e-9, abs_tol=1e-9)
    assert (growth.capacity, growth.level) == (told.capacity, told.level)
    assert (growth.dry_on, growth.thirsty_on, growth.withers_on) == (
        told.dry_on,
        told.thirsty_on,
        told.withers_on,
    )
    assert pace.too_soon(tie, day) == told.warns
    assert growth.condition == told.condition
