"""Where the days of the time line lie: the past evenly, then today, then half a year ahead. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from gardener.words.time_line import month as month_word

AHEAD = 183
"""Days that can be looked ahead."""
PAST_LEAST = 60
"""Days of the past that the line shows at least."""
PAST_SHARE = 0.74
"""How much of the line the past takes where it is long."""


class Tick(NamedTuple):
    """A month or a year that begins at `x`; `text` is empty where there is no room for it."""

    x: float
    text: str
    year: bool


class Scale(NamedTuple):
    """From `first` to `today` to `last` (days), from `left` to `right` (pixels)."""

    first: date
    today: date
    last: date
    left: float
    right: float

    @property
    def notch(self) -> float:
        """Where today stands."""
        past, ahead = (self.today - self.first).days, (self.last - self.today).days
        share = max(0.35, min(PAST_SHARE, past / max(1, past + ahead)))
        return self.left + (self.right - self.left) * share

    def x(self, day: date) -> float:
        """The pixel of a day; those beyond the ends lie at the ends."""
        if day <= self.today:
            span = max(1, (self.today - self.first).days)
            return self.notch - (self.notch - self.left) * min(1.0, (self.today - day).days / span)
        span = max(1, (self.last - self.today).days)
        return self.notch + (self.right - self.notch) * min(1.0, (day - self.today).days / span)

    def day(self, x: float) -> date:
        """The day at a pixel."""
        if x <= self.notch:
            span = (self.today - self.first).days
            share = (self.notch - max(x, self.left)) / max(1e-9, self.notch - self.left)
            return self.today - timedelta(days=round(share * span))
        span = (self.last - self.today).days
        share = (min(x, self.right) - self.notch) / max(1e-9, self.right - self.notch)
        return self.today + timedelta(days=round(share * span))

    def ticks(self, *, month: float, year: float) -> list[Tick]:
        """The months, or the years alone where months are narrow; words are `month` and `year` pixels wide."""
        starts = [(start, self.x(start)) for start in _months(self.first, self.last)]
        gaps = [after[1] - before[1] for before, after in pairwise(starts)]
        narrow = min(gaps, default=self.right - self.left) < 7.0
        found: list[Tick] = []
        free = self.left
        for start, x in starts:
            is_year = start.month == 1
            if narrow and not is_year:
                continue
            wide = year if is_year else month
            fits = x + wide <= self.right and (is_year or x >= free)
            if fits and x < free:  # the year is written whatever month stands before it
                at = next(i for i in range(len(found) - 1, -1, -1) if found[i].text)
                found[at] = found[at]._replace(text="")
            found.append(Tick(x, month_word(start) if fits else "", is_year))
            if fits:
                free = x + wide + 10.0
        return found


def scale_of(first: date | None, today: date, last: date, *, left: float, right: float) -> Scale:
    """The scale for a garden whose first day is `first`; null: there is nothing yet."""
    days = max(PAST_LEAST, (today - first).days if first is not None and first < today else 0)
    start = today - timedelta(days=min(days, today.toordinal() - 1))
    return Scale(start, today, last, left, max(left + 1.0, right))


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months between two days, both ends included."""
    for number in range(first.year * 12 + first.month - (first.day == 1), last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def month_on(day: date, months: int, *, first: date, last: date) -> date:
    """So many months later (or earlier), on the same day of the month or its last, between `first` and `last`."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        return first if months < 0 else last
    start = date(year, month + 1, 1)
    longest = date.max.day if number == date.max.year * 12 + 11 else (_after(start) - start).days
    return max(first, min(last, start.replace(day=min(day.day, longest))))


def _after(start: date) -> date:
    """The first day of the next month."""
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)


def last_day(today: date) -> date:
    """The last day that can be looked at, within the calendar."""
    return today + timedelta(days=min(AHEAD, date.max.toordinal() - today.toordinal()))
