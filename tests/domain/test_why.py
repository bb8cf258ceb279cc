"""The steps and the arithmetic that explain a plant come to the very numbers that it shows."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import growth
from gardener.domain.growth import Climate
from gardener.domain.guards import reply_chance
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.sums import sums
from gardener.domain.tie import fold_all
from gardener.domain.why import arithmetic, curve, outlooks, steps

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


CLIMATES = st.sampled_from([Climate(), Climate(180.0), Climate(90.0, -0.4, 0.6, 120, 140)])


@given(HISTORIES, st.integers(401, 3000), CLIMATES)
def test_steps_sum_to_the_tie_and_to_what_is_shown(
    history: list[Interaction], after: int, climate: Climate
) -> None:
    day = START + timedelta(days=after)
    tie, taken = fold_all(history), steps(history, day, climate)
    shown = growth.read(tie, day, planted=START, climate=climate)
    assert sum(step.vitality for step in taken) == pytest.approx(shown.vitality or 0.0, abs=1e-9)
    assert sum(step.roots_days for step in taken) == pytest.approx(shown.roots_days, abs=1e-9)
    for step in taken:
        if step.interaction.is_sign:
            assert min(step.vitality, step.roots_days) >= 0.0, "a sign never takes away"
        else:
            assert (step.vitality, step.roots_days) == (0.0, 0.0), "a touch of mine adds nothing"
    assert len(taken) == len(history)
    assert sum(step.depth for step in taken) == pytest.approx(tie.depth, abs=1e-9)
    assert sum(step.answers for step in taken) == tie.answers
    assert sum(step.run for step in taken) == tie.run
    assert sum(step.replies for step in taken) == tie.replies
    assert not taken or taken[-1].after == tie


@given(HISTORIES, st.integers(401, 3000), CLIMATES)
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
    touch, answer, talk, again, same_day = steps(reversed(history), START + timedelta(days=20))
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


@given(HISTORIES, st.integers(401, 3000), CLIMATES)
def test_every_number_is_the_sum_of_its_parts(
    history: list[Interaction], after: int, climate: Climate
) -> None:
    tie, day = fold_all(history), START + timedelta(days=after)
    shown = growth.read(tie, day, planted=START, climate=climate)
    told = {one.name: one for one in sums(tie, shown, planted=START, climate=climate)}
    for name in ("vitality", "roots_days", "moisture", "capacity"):
        if told[name].value is not None:
            assert told[name].value == getattr(shown, name)
            assert told[name].total == pytest.approx(told[name].value, abs=1e-9)
    for name in ("dry_on", "thirsty_on", "withers_on"):
        assert told[name].value == getattr(shown, name)
        assert told[name].total == told[name].value
    odds = told["reply_chance"]
    assert odds.total == pytest.approx(odds.value, abs=1e-9)
    assert isinstance(odds.value, float)
    assert growth.sigmoid(odds.value) == pytest.approx(reply_chance(tie, climate), abs=1e-9)
    assert (shown.vitality is None) == (told["vitality"].value is None)


@given(HISTORIES, st.integers(401, 3000), CLIMATES)
def test_what_would_change_it_keeps_the_properties(
    history: list[Interaction], after: int, climate: Climate
) -> None:
    tie, day = fold_all(history), START + timedelta(days=after)
    ahead = {one.code: one for one in outlooks(tie, day, planted=START, climate=climate)}
    assert [one.day - day for one in ahead.values()] == [timedelta(days=n) for n in (1, 1, 1, 7)]
    for code in ("reply", "meeting"):
        before, then = ahead[code].before, ahead[code].after
        assert (then.moisture, then.dry_on) == (0, None)
        assert (then.vitality or 0.0) >= (before.vitality or 0.0)
        assert then.roots_days >= before.roots_days
        assert 0.0 < ahead[code].depth <= 1.0 + 1e-9
    touched = ahead["touch"]
    assert (touched.after.vitality, touched.after.roots_days) == (
        touched.before.vitality,
        touched.before.roots_days,
    )
    assert touched.after.moisture == touched.before.moisture + 1
    assert ahead["nothing"].after == ahead["nothing"].before


def test_at_the_end_of_the_calendar_nothing_lies_ahead() -> None:
    assert outlooks(fold_all([]), date.max, planted=START) == ()
    assert [one.code for one in outlooks(fold_all([]), date.max - timedelta(days=1), planted=START)] == [
        "nothing", "touch", "reply",
    ]  # fmt: skip


def test_the_course_knows_nothing_of_later_days() -> None:
    history = [told(1, 0, Direction.INCOMING), told(2, 30, Direction.MUTUAL)]
    days = [START + timedelta(days=n) for n in (-3, 0, 29, 30, 60)]
    (before, first, eve, second, later) = curve(steps(history, days[-1]), days)
    assert before[1] is None
    for (day, chance), so_far in (
        (first, history[:1]),
        (eve, history[:1]),
        (second, history),
        (later, history),
    ):
        assert chance == growth.read(fold_all(so_far), day, planted=START).vitality
