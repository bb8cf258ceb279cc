"""The steps and the arithmetic that explain a plant come to the very numbers that it shows."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import growth
from gardener.domain.growth import Climate
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.tie import fold_all
from gardener.domain.why import arithmetic, steps

START = date(2024, 2, 27)


def told(number: int, day: int, direction: Direction) -> Interaction:
    return Interaction(
        id=str(number),
        day=START + timedelta(days=day),
        kind=Kind.EMAIL,
        direction=direction,
        participants=("a",),
    )


HISTORIES = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(list(Direction))), max_size=25).map(
    lambda drawn: [told(number, day, direction) for number, (day, direction) in enumerate(drawn)]
)


@given(HISTORIES)
def test_steps_sum_to_the_tie(history: list[Interaction]) -> None:
    tie, taken = fold_all(history), steps(history)
    assert len(taken) == len(history)
    assert sum(step.depth for step in taken) == pytest.approx(tie.depth, abs=1e-9)
    assert sum(step.answers for step in taken) == tie.answers
    assert sum(step.run for step in taken) == tie.run
    assert sum(step.replies for step in taken) == tie.replies
    assert not taken or taken[-1].after == tie


@given(
    HISTORIES, st.integers(401, 3000), st.sampled_from([Climate(), Climate(180.0), Climate(90.0, -0.4, 0.6)])
)
def test_the_arithmetic_gives_the_growth(history: list[Interaction], after: int, climate: Climate) -> None:
    tie, day = fold_all(history), START + timedelta(days=after)
    shown, reckoned = growth.read(tie, day, planted=START, climate=climate), arithmetic(tie, day, climate)
    assert (reckoned.vitality, reckoned.silence) == (shown.vitality, shown.silence)
    assert (reckoned.roots or 0.0) == shown.roots_days
    assert (reckoned.run, reckoned.capacity, reckoned.dry_on) == (
        shown.moisture,
        shown.capacity,
        shown.dry_on,
    )
    if reckoned.wait is not None:
        assert reckoned.last_touch is not None
        assert reckoned.last_touch + timedelta(days=reckoned.wait) == shown.dry_on


def test_each_step_says_what_it_added() -> None:
    history = [
        told(1, 0, Direction.OUTGOING), told(2, 3, Direction.INCOMING), told(3, 4, Direction.MUTUAL),
        told(4, 10, Direction.OUTGOING), told(5, 10, Direction.OUTGOING),
    ]  # fmt: skip
    touch, answer, talk, again, same_day = steps(reversed(history))
    assert (touch.depth, touch.run, touch.gap_days) == (0.0, 1, None)
    assert (answer.depth, answer.answers, answer.run, answer.replies, answer.gap_days) == (
        1.0,
        1,
        -1,
        1,
        None,
    )
    assert talk.depth == pytest.approx(1 - exp(-1))
    assert (talk.answers, talk.gap_days) == (0, 1.0)
    assert (again.run, same_day.run, same_day.after.run) == (1, 0, 1)


def test_before_the_first_sign_there_is_nothing_to_reckon() -> None:
    reckoned = arithmetic(fold_all([told(1, 0, Direction.OUTGOING)]), START + timedelta(days=2))
    assert (reckoned.kappa, reckoned.vitality, reckoned.roots, reckoned.silence) == (None, None, None, None)
    assert (reckoned.run, reckoned.wait, reckoned.dry_on) == (1, 5, START + timedelta(days=5))
