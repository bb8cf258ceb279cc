"""Folding a history: depth, answers, bursts, days with a sign, letters and favours."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.tie import EMPTY, Tie, depth_gain, fold, fold_all
from tests.domain.histories import INCOMING, MUTUAL, OUTGOING, made, sign, talk, touch

DAY = date(2024, 2, 28)
NEXT = date(2024, 2, 29)
GRANTED = Ask(AskKind.INTRODUCTION, Answer.GRANTED)


@pytest.mark.parametrize(("touches", "run"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (5, 3), (6, 4)])
def test_touches_of_one_day_are_one_and_from_the_fourth_on_each_counts_again(touches: int, run: int) -> None:
    at_one_moment = fold_all([touch(DAY)] * touches)
    hour_by_hour = fold_all([touch(DAY, time(8 + n)) for n in range(touches)])
    for tie in (at_one_moment, hour_by_hour):
        assert (tie.run, tie.unanswered, tie.of_day) == (run, touches, touches)


@pytest.mark.parametrize(("yesterday", "today"), [(n, m) for n in range(1, 7) for m in range(1, 7)])
def test_every_day_is_counted_by_itself(yesterday: int, today: int) -> None:
    tie = fold_all([*[touch(DAY)] * yesterday, *[touch(NEXT)] * today])
    assert tie.run == 2 + max(0, yesterday - 3) + max(0, today - 3)
    assert tie.of_day == today


def test_a_sign_amid_a_day_begins_the_count_anew() -> None:
    morning = [touch(DAY, time(8, n)) for n in range(5)]
    tie = fold_all([*morning, sign(DAY, time(9)), touch(DAY, time(10)), touch(DAY, time(11))])
    assert (tie.run, tie.unanswered, tie.of_day, tie.answers) == (1, 2, 2, 1)


def test_the_first_sign_gives_depth_one_and_is_an_answer_only_to_a_touch() -> None:
    assert (fold_all([talk(DAY)]).depth, fold_all([talk(DAY)]).answers) == (1.0, 0)
    answered = fold_all([touch(DAY), touch(DAY), sign(NEXT)])
    assert (answered.depth, answered.answers, answered.run) == (1.0, 1, 0)


@pytest.mark.parametrize(
    ("gap", "gain"),
    [
        (timedelta(0), 0.0),
        (timedelta(hours=1), 0.0408),
        (timedelta(days=1), 0.632),
        (timedelta(days=7), 0.999),
    ],
)
def test_a_further_sign_adds_by_its_gap(gap: timedelta, gain: float) -> None:
    assert depth_gain(gap.total_seconds() / 86400) == pytest.approx(gain, abs=5e-4)
    first = sign(DAY, time(9))
    later = first.moment + gap
    assert fold_all([first, sign(later.date(), later.time())]).depth == pytest.approx(1 + gain, abs=5e-4)


def test_a_second_answer_needs_a_second_touch() -> None:
    assert fold_all([touch(DAY), sign(NEXT), sign(NEXT)]).answers == 1
    assert fold_all([touch(DAY), sign(DAY), touch(DAY, time(13)), sign(NEXT)]).answers == 2


def test_a_backdated_touch_makes_the_sign_after_it_an_answer() -> None:
    alone, backdated = fold_all([sign(NEXT)]), fold_all([sign(NEXT), touch(DAY)])
    assert (alone.answers, backdated.answers) == (0, 1)
    assert (backdated.run, backdated.depth) == (0, 1.0)


@pytest.mark.parametrize(
    ("gap", "quick"),
    [
        (timedelta(0), 1),
        (timedelta(hours=23, minutes=59), 1),
        (timedelta(days=1), 0),
        (timedelta(days=9), 0),
    ],
)
def test_an_answer_is_quick_within_a_day_of_the_last_touch(gap: timedelta, quick: int) -> None:
    at = touch(DAY, time(9)).moment + gap
    answer = made(INCOMING, at.date(), at.time())
    assert fold_all([touch(DAY, time(9)), answer]).quick == quick
    long_ago = touch(DAY - timedelta(days=40))
    assert fold_all([long_ago, touch(DAY, time(9)), answer]).quick == quick, "the last touch counts"
    assert fold_all([answer]).quick == 0, "no answer at all"


def test_a_second_word_on_one_touch_is_no_second_quick_answer() -> None:
    tie = fold_all([touch(DAY, time(9)), sign(DAY, time(10)), sign(DAY, time(11))])
    assert (tie.answers, tie.quick) == (1, 1)


def test_replies_are_days_with_a_sign() -> None:
    tie = fold_all([sign(DAY, time(8)), talk(DAY, time(9)), sign(NEXT, time(0)), sign(NEXT, time(23, 59))])
    assert tie.replies == 2


def test_a_moment_shared_by_all_directions_is_read_mutual_then_mine_then_theirs() -> None:
    together = [sign(DAY), touch(DAY), talk(DAY)]
    assert (fold_all(together).run, fold_all(together).answers) == (0, 1)
    assert fold_all([touch(DAY), talk(DAY)]).run == 1
    assert fold_all([touch(DAY), talk(DAY)]).answers == 0
    assert fold_all([sign(DAY, time(12)), touch(DAY)]).answers == 1, "without a time it stands at noon"


@pytest.mark.parametrize("first", list(Direction))
@pytest.mark.parametrize("second", list(Direction))
@pytest.mark.parametrize("minutes", [-1, 0, 1])
def test_only_what_comes_strictly_later_precedes_nothing(
    first: Direction, second: Direction, minutes: int
) -> None:
    tie = fold(EMPTY, made(first, DAY))
    moment = made(first, DAY).moment + timedelta(minutes=minutes)
    order = list(Direction)
    later = minutes > 0 or (minutes == 0 and order.index(second) > order.index(first))
    assert tie.precedes(made(second, moment.date(), moment.time())) == later
    assert EMPTY.precedes(made(second, DAY))


def test_the_first_and_the_last_are_kept() -> None:
    tie = fold_all([talk(NEXT), touch(DAY), touch(NEXT, time(15))])
    assert tie.first == DAY
    assert tie.last_sign == talk(NEXT).moment
    assert tie.last_touch == tie.latest == touch(NEXT, time(15)).moment
    assert EMPTY.latest is None
    assert fold_all([]) == EMPTY == Tie()


@pytest.mark.parametrize(
    ("history", "letter"),
    [
        ([sign(DAY)], DAY),
        ([sign(DAY), sign(NEXT, kind=Kind.MESSAGE)], NEXT),
        ([sign(DAY, kind=Kind.CALL)], None),
        ([sign(DAY), sign(NEXT, kind=Kind.CALL)], DAY),
        ([sign(DAY), touch(NEXT)], None),
        ([sign(DAY), talk(NEXT)], None),
        ([touch(DAY), sign(NEXT, kind=Kind.LETTER)], NEXT),
    ],
)
def test_their_last_written_word_waits_until_something_of_mine(
    history: list[Interaction], letter: date | None
) -> None:
    assert fold_all(history).letter == letter


def test_favours_wait_for_thanks() -> None:
    asked = [touch(DAY, time(8), ask=GRANTED), talk(DAY, ask=GRANTED)]
    assert (fold_all(asked).granted, fold_all(asked).favours) == (2, (DAY, DAY))
    thanked = fold_all([*asked, touch(NEXT, thanks=True)])
    assert (thanked.granted, thanked.favours, thanked.last_thanks) == (2, (), NEXT)
    again = fold_all([*asked, touch(NEXT, thanks=True), touch(NEXT, time(13), ask=GRANTED)])
    assert (again.granted, again.favours) == (3, (NEXT,))
    declined = Ask(AskKind.ADVICE, Answer.DECLINED)
    assert fold_all([touch(DAY, ask=declined), touch(DAY, ask=Ask(AskKind.ADVICE))]).granted == 0


@pytest.mark.parametrize("direction", [INCOMING, MUTUAL, OUTGOING])
def test_the_ends_of_the_calendar_fold(direction: Direction) -> None:
    tie = fold_all([made(direction, date.min), made(direction, date.max)])
    assert (tie.first, tie.latest) == (date.min, made(direction, date.max).moment)
    assert tie.depth == (0.0 if direction is OUTGOING else 2.0)
