"""Days in words and figures: what is one day, what is asked, and what is no day at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.capture.day_mark import Tense
from gardener.capture.days import find_days
from gardener.capture.spans import find_durations, find_times

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1999, 1, 1), date(2031, 12, 31))


def meant(text: str, tense: Tense = Tense.PAST, today: date = TODAY) -> list[str]:
    """The days that the text can mean, `-` for a stretch of time that is no day."""
    return [day.isoformat() for mark in find_days(text, today) for day in mark.meant(tense, today)] or [
        "-" for _ in find_days(text, today)
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the day before yesterday", ["2026-11-23"]),
        ("last night", ["2026-11-24"]),
        ("3 days ago", ["2026-11-22"]),
        ("two weeks ago", ["2026-11-11"]),
        ("on Friday", ["2026-11-20"]),
        ("last Tuesday", ["2026-11-24"]),
        ("Friday last week", ["2026-11-20"]),
        ("on 12 March", ["2026-03-12"]),
        ("12.3.", ["2026-03-12"]),
        ("12.03.2026", ["2026-03-12"]),
        ("25/3", ["2026-03-25"]),
        ("Friday 20 November", ["2026-11-20"]),
        ("on the 12th", ["2026-11-12"]),
        ("5/5", ["2026-05-05"]),
    ],
)
def test_one_day(text: str, days: list[str]) -> None:
    assert meant(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/3", ["2025-12-03", "2026-03-12"]),
        ("03/04/2026", ["2026-03-04", "2026-04-03"]),
        ("on Wednesday", ["2026-11-25", "2026-11-18"]),
        ("Friday 21 November", ["2026-11-21", "2027-11-21"]),
        ("next Friday", ["2026-11-27", "2026-12-04"]),
    ],
)
def test_more_than_one_day_is_asked(text: str, days: list[str]) -> None:
    assert meant(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "--0412",
        "2024",
        "in 2024",
        "20260312",
        "2026-03",
        "last week",
        "in March",
        "recently",
        "two months ago",
        "on 31.2.",
        "on 31 Feb",
        "Feb 30th",
        "the 31st of June",
        "29 Feb 2025",
        "on March 32",
    ],
)
def test_a_stretch_of_time_is_no_day(text: str) -> None:
    assert meant(text) == ["-"]


@pytest.mark.parametrize(
    "text",
    ["sat down", "may I", "24/7", "1/2 an hour", "the 12th floor", "3 people", "room 12.3", "90 may help"],
)
def test_words_and_figures_that_are_no_days(text: str) -> None:
    assert [mark for mark in find_days(text, TODAY) if not find_durations(text)] == []


@given(day=DAYS, today=DAYS)
def test_a_date_as_it_is_stored_is_that_day_whenever_it_is_typed(day: date, today: date) -> None:
    for tense in Tense:
        assert meant(f"met her on {day.isoformat()} again", tense, today) == [day.isoformat()]


@given(
    today=DAYS,
    text=st.sampled_from(["yesterday", "last Friday", "on 12 March", "12.3.", "2 weeks ago", "on the 3rd"]),
)
def test_what_has_happened_never_lies_ahead(today: date, text: str) -> None:
    assert all(day <= today.isoformat() for day in meant(text, Tense.PAST, today))


@given(today=DAYS, weekday=st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_a_weekday_is_the_nearest_one_behind(today: date, weekday: str) -> None:
    days = [date.fromisoformat(day) for day in meant(f"on {weekday}", Tense.PAST, today)]
    assert all(f"{day:%A}" == weekday and today - timedelta(7) <= day <= today for day in days)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("40 min", 40), ("1h30", 90), ("90min", 90), ("two hours", 120), ("half an hour", 30), ("1.5 hours", 90),
        ("an hour and a half", 90), ("30-minute call", 30), ("1 hour 20 minutes", 80), ("¾ hour", 45), ("45'", 45),
    ],
)  # fmt: skip
def test_lengths(text: str, minutes: int) -> None:
    assert [mark.minutes for mark in find_durations(text)] == [minutes]


@pytest.mark.parametrize("text", ["20 minutes ago", "5 minutes late", "room 40", "3 people", "at 10"])
def test_no_lengths(text: str) -> None:
    assert find_durations(text) == []


@pytest.mark.parametrize(
    ("text", "clock"), [("at 3pm", "15:00"), ("15:30", "15:30"), ("9 a.m.", "09:00"), ("at noon", "12:00")]
)
def test_hours(text: str, clock: str) -> None:
    assert [mark.at.isoformat("minutes") for mark in find_times(text) if mark.at] == [clock]


def test_a_bare_hour_tells_no_half_of_the_day() -> None:
    assert find_times("at 3") == []


@pytest.mark.parametrize("text", ["am 12.3.", "a mail", "I am 5"])
def test_am_is_no_minute(text: str) -> None:
    assert find_durations(text) == []
