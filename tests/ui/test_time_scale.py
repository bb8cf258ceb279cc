"""Where days lie on the time line, and what a month later is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from gardener.ui.time_scale import PAST_LEAST, Scale, last_day, month_on, scale_of

TODAY = date(2026, 11, 22)


def _scale(days: int, width: float = 800.0) -> Scale:
    first = TODAY - timedelta(days=days)
    return scale_of(first, TODAY, last_day(TODAY), left=10.0, right=10.0 + width)


@pytest.mark.parametrize("days", [0, 1, 59, 60, 400, 5000, 60000])
def test_every_pixel_has_a_day_and_every_day_its_place_in_order(days: int) -> None:
    scale = _scale(days)
    assert scale.day(scale.notch) == TODAY
    assert scale.day(scale.left) == scale.first == TODAY - timedelta(days=max(PAST_LEAST, days))
    assert scale.day(scale.right) == scale.last
    places = [scale.x(TODAY + timedelta(days=n)) for n in range(-300, 184)]
    assert places == sorted(places)
    if days <= 400:  # more than a pixel for each day: there and back is the same
        assert all(
            scale.day(scale.x(scale.first + timedelta(n))) == scale.first + timedelta(n) for n in range(200)
        )


def test_an_empty_garden_and_one_of_today_have_a_past_too() -> None:
    for first in (None, TODAY, TODAY + timedelta(days=3)):
        assert scale_of(first, TODAY, last_day(TODAY), left=0, right=100).first == TODAY - timedelta(
            PAST_LEAST
        )


def test_words_of_months_never_meet_and_every_year_is_named() -> None:
    for days in (60, 200, 400, 1500, 6000):
        scale = _scale(days)
        ticks = scale.ticks(month=24.0, year=30.0)
        said = [tick for tick in ticks if tick.text]
        for before, after in pairwise(said):
            assert before.x + (30.0 if before.year else 24.0) <= after.x
        assert [tick.text for tick in said if tick.year] or days < 400
        assert all(scale.left <= tick.x <= scale.right for tick in ticks)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day: date, months: int, then: date) -> None:
    assert month_on(day, months, first=date.min, last=date.max) == then


def test_a_month_beyond_the_line_is_its_end() -> None:
    assert month_on(date(9999, 12, 5), 1, first=date.min, last=date.max) == date.max
    assert month_on(date(1, 1, 5), -1, first=date.min, last=date.max) == date.min
    assert month_on(TODAY, -1, first=TODAY - timedelta(days=3), last=TODAY) == TODAY - timedelta(days=3)
    assert last_day(date.max - timedelta(days=2)) == date.max
