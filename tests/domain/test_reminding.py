"""The one digest of a day: when it comes, why it does not, and never twice; tried through whole days minute by minute."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from gardener.domain.reminding import Known, Rules, Why, decide, next_digest

NINE = Rules(digest=time(9, 0))
MONDAY = date(2026, 3, 2)
SOME = Known(count=4)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize(
    ("rules", "now", "known", "why"),
    [
        (Rules(), at(9), SOME, Why.OFF),
        (NINE, at(8, 59), SOME, Why.EARLY),
        (NINE, at(9), SOME, Why.SHOWN),
        (NINE, at(14), SOME, Why.SHOWN),
        (NINE, at(9), Known(count=0), Why.NOTHING),
        (NINE, at(9), Known(count=4, done=True), Why.DONE),
        (NINE, at(9), Known(count=4, winter=True), Why.WINTER),
        (NINE, at(9), Known(count=4, in_sight=True), Why.IN_SIGHT),
        (NINE, at(9), Known(count=4, last=MONDAY), Why.ALREADY),
        (NINE, at(9), Known(count=4, last=MONDAY - timedelta(days=1)), Why.SHOWN),
        (Rules(digest=time(9), quiet_days=frozenset({0})), at(9), SOME, Why.QUIET_DAY),
        (Rules(digest=time(9), quiet_days=frozenset({5, 6})), at(9), SOME, Why.SHOWN),
        (Rules(digest=time(6), quiet_from=time(20), quiet_until=time(8)), at(7, 59), SOME, Why.QUIET_HOURS),
        (Rules(digest=time(6), quiet_from=time(20), quiet_until=time(8)), at(8), SOME, Why.SHOWN),
        (Rules(digest=time(9), quiet_from=time(12), quiet_until=time(14)), at(13), SOME, Why.QUIET_HOURS),
    ],
)
def test_why(rules: Rules, now: datetime, known: Known, why: Why) -> None:
    assert decide(rules, now, known) is why


def shown(rules: Rules, looks: list[datetime]) -> list[datetime]:
    """The moments of these looks at which a digest is shown."""
    last, found = None, []
    for now in looks:
        if decide(rules, now, Known(count=4, last=last)) is Why.SHOWN:
            last = now.date()
            found.append(now)
    return found


def test_a_week_of_minutes_brings_one_a_day_at_its_time() -> None:
    looks = [at(0) + timedelta(minutes=n) for n in range(7 * 24 * 60)]
    assert shown(NINE, looks) == [at(9, day=MONDAY + timedelta(days=n)) for n in range(7)]


def test_after_days_of_sleep_there_is_one_and_no_burst() -> None:
    looks = [at(8, 59), at(9)] + [
        at(15, day=MONDAY + timedelta(days=5)) + timedelta(minutes=n) for n in range(90)
    ]
    assert shown(NINE, looks) == [at(9), at(15, day=MONDAY + timedelta(days=5))]


def test_woken_in_quiet_hours_it_waits_for_their_end() -> None:
    rules = Rules(digest=time(9), quiet_from=time(12), quiet_until=time(14))
    looks = [at(13) + timedelta(minutes=n) for n in range(180)]
    assert shown(rules, looks) == [at(14)]


def test_a_clock_that_is_set_back_brings_no_second_one() -> None:
    assert shown(NINE, [at(9), at(10), at(8), at(9), at(9, day=MONDAY - timedelta(days=1))]) == [at(9)]


def test_when_the_next_one_may_come() -> None:
    assert next_digest(Rules(), at(8), None) is None
    assert next_digest(NINE, at(8), None) == at(9)
    assert next_digest(NINE, at(10), MONDAY) == at(9, day=MONDAY + timedelta(days=1))
    weekend = Rules(digest=time(9), quiet_days=frozenset({5, 6}))
    friday = MONDAY + timedelta(days=4)
    assert next_digest(weekend, at(10, day=friday), friday) == at(9, day=MONDAY + timedelta(days=7))
    early = Rules(digest=time(6), quiet_from=time(20), quiet_until=time(8))
    assert next_digest(early, at(5), None) == at(8)
    assert next_digest(Rules(digest=time(9), quiet_days=frozenset(range(7))), at(8), None) is None


@pytest.mark.parametrize("hour", range(24))
def test_the_next_one_is_the_first_minute_at_which_one_is_shown(hour: int) -> None:
    rules = Rules(digest=time(7, 30), quiet_days=frozenset({2}), quiet_from=time(7), quiet_until=time(9, 15))
    looks = [at(hour) + timedelta(minutes=n) for n in range(4 * 24 * 60)]
    assert next_digest(rules, at(hour), None) == shown(rules, looks)[0]
