"""Capacity, level, waits and the dry day, exhaustively."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from gardener.domain import pace
from gardener.domain.pace import Level
from gardener.domain.tie import EMPTY, Tie, fold_all
from tests.domain.histories import sign, touch

DAY = date(2024, 2, 28)
NOON = datetime(2024, 2, 28, 12)
CAPACITY = {
    0: 2,
    **dict.fromkeys((1, 2), 3),
    **dict.fromkeys(range(3, 10), 4),
    **dict.fromkeys(range(10, 40), 5),
}
WAIT = {1: 5, 2: 10, 3: 20, 4: 40, **dict.fromkeys((5, 6, 7, 100, 10**9), 60)}


@pytest.mark.parametrize(("replies", "holds"), CAPACITY.items())
def test_capacity_by_replies(replies: int, holds: int) -> None:
    assert pace.capacity(replies) == holds
    levels = [pace.level(Tie(run=run, replies=replies)) for run in range(holds + 3)]
    assert levels == [*[Level.CLEAR] * (holds - 1), Level.SOGGY, *[Level.DROWNING] * 3]


def test_capacity_has_no_upper_end() -> None:
    assert pace.capacity(10**9) == 5


@pytest.mark.parametrize(("run", "days"), WAIT.items())
def test_wait_by_unanswered_touches(run: int, days: int) -> None:
    assert pace.wait(run) == days
    assert pace.dry_on(Tie(run=run, last_touch=NOON)) == DAY + timedelta(days=days)


@pytest.mark.parametrize("replies", [0, 1, 2, 3, 9, 10, 11])
@pytest.mark.parametrize("run", range(9))
def test_the_guard_warns_only_of_a_soil_not_clear_and_not_yet_dry(replies: int, run: int) -> None:
    tie = Tie(run=run, replies=replies, last_touch=NOON)
    warned = [pace.too_soon(tie, DAY + timedelta(days=days)) for days in range(70)]
    wet = WAIT.get(run, 60 if run else 0) if run >= CAPACITY[replies] - 1 else 0
    assert warned == [True] * wet + [False] * (70 - wet)


CHAT_WAIT = {1: 2, 2: 5, 3: 10, 4: 20, **dict.fromkeys((5, 6, 100), 40)}


@pytest.mark.parametrize(("run", "days"), CHAT_WAIT.items())
def test_chat_like_ties_wait_less(run: int, days: int) -> None:
    assert pace.wait(run, chat=True) == days
    tie = Tie(run=run, answers=5, quick=3, last_touch=NOON)
    assert pace.dry_on(tie) == DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("answers", "quick", "chat"),
    [(0, 0, False), (4, 4, False), (5, 5, True), (5, 3, True), (5, 2, False), (6, 3, False), (6, 4, True)],
)
def test_chat_like_is_a_median_answer_under_a_day_and_at_least_five(
    answers: int, quick: int, chat: bool
) -> None:
    assert pace.is_chat(Tie(answers=answers, quick=quick)) == chat


def test_a_chat_learnt_from_their_own_answers_dries_sooner() -> None:
    """Five touches answered within the hour; then two that are not."""
    chats = [
        part
        for n in range(5)
        for part in (
            touch(DAY + timedelta(days=n), time(9)),
            sign(DAY + timedelta(days=n), time(9, 40)),
        )
    ]
    last = DAY + timedelta(days=10)
    assert pace.dry_on(fold_all([*chats, touch(last)])) == last + timedelta(days=2)
    assert pace.dry_on(fold_all([*chats[2:], touch(last)])) == last + timedelta(days=5)
    slow = [touch(DAY - timedelta(days=30)), sign(DAY - timedelta(days=29))]
    assert pace.dry_on(fold_all([*slow, *chats, touch(last)])) == last + timedelta(days=2)
    assert pace.dry_on(fold_all([*chats, touch(last), touch(last + timedelta(days=4))])) == last + timedelta(
        days=9
    )


def test_nothing_unanswered_is_never_too_soon() -> None:
    answered = fold_all([touch(DAY), sign(DAY)])
    assert pace.dry_on(answered) is None
    assert not pace.too_soon(answered, DAY)
    assert pace.dry_on(EMPTY) is None


def test_the_one_follow_up_is_free_once_it_has_had_its_days() -> None:
    """A first letter to a stranger, the follow-up after five days, then let the plant be."""
    first = fold_all([touch(DAY)])
    assert [pace.too_soon(first, DAY + timedelta(days=n)) for n in (0, 1, 4, 5)] == [True, True, True, False]
    second = fold_all([touch(DAY), touch(DAY + timedelta(days=5))])
    assert pace.level(second) is Level.DROWNING
    assert pace.dry_on(second) == DAY + timedelta(days=15)


def test_a_touch_of_the_same_day_sets_no_later_day() -> None:
    assert pace.dry_on(fold_all([touch(DAY)] * 3)) == DAY + timedelta(days=5)
    assert pace.dry_on(fold_all([touch(DAY)] * 4)) == DAY + timedelta(days=10)


def test_beyond_the_calendar_the_dry_day_is_null_and_the_guard_still_warns() -> None:
    tie = fold_all([touch(date.max), touch(date.max - timedelta(days=1))])
    assert pace.dry_on(tie) is None
    assert pace.too_soon(tie, date.max)
    at_the_end = fold_all([touch(date.max - timedelta(days=5))])
    assert pace.dry_on(at_the_end) == date.max
    assert not pace.too_soon(at_the_end, date.max)
