"""Days and spans of days in words."""

from __future__ import annotations

from datetime import date

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS_LONG = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def long_day(day: date) -> str:
    """'Sunday 22 November 2026'."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS_LONG[day.month - 1]} {day.year}"


def title_day(day: date) -> str:
    """'Sunday 22 November'."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS_LONG[day.month - 1]}"


def short_day(day: date, *, today: date | None = None) -> str:
    """'Thu 3 Dec'; with the year when it is not that of `today`."""
    text = f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1]}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def number(count: int) -> str:
    """A count with thin gaps between the thousands: '12 000'."""
    return f"{count:,}".replace(",", "\u202f")


def counted(count: int, one: str, many: str | None = None) -> str:
    """'1 contact', '3 contacts'."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def days(count: float) -> str:
    """A span: '9 days', '5 months', '2 years'; rounded as people say it."""
    whole = round(count)
    if whole < 90:
        return counted(whole, "day")
    if whole < 730:
        return counted(round(whole / 30.44), "month")
    if whole < 36525:
        return counted(round(whole / 365.25), "year")
    return "more than a century"


def ago(day: date, today: date) -> str:
    """'today', 'yesterday', '12 days ago', 'in 3 days'."""
    gap = (today - day).days
    if gap == 0:
        return "today"
    if gap == 1:
        return "yesterday"
    if gap == -1:
        return "tomorrow"
    return f"{days(gap)} ago" if gap > 0 else f"in {days(-gap)}"
