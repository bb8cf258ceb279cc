"""A day that a sentence names, and which day it can mean: it has happened, or it lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = 60
"""Days: a date without a year that lies so near ahead may as well be meant as the one of last time."""


class Tense(StrEnum):
    """How the sentence stands to its day: it has happened, it lies ahead, or the words do not tell."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """A day said at `start`..`end` of a sentence.

    `fixed` is the one day it can be; else `before` and `after` are the nearest that fit, up to today and from today on.
    `unsure` days can each be meant, and only the person knows which. With none of these no day was named, only a
    stretch of time. `adverb`: it says when all of it happened, wherever it stands (yesterday, this morning).
    """

    start: int
    end: int
    fixed: date | None = None
    before: date | None = None
    after: date | None = None
    unsure: tuple[date, ...] = ()
    adverb: bool = False
    by_weekday: bool = False
    ahead: bool = False

    def meant(self, tense: Tense, today: date) -> tuple[date, ...]:
        """The days that can be meant: one when it is clear, several to be asked, none when no day was named."""
        if self.unsure:
            return self.unsure
        if self.fixed is not None:
            return (self.fixed,)
        if self.before is None or self.after is None:
            return (self.after,) if self.after is not None and tense is not Tense.PAST else ()
        if self.before == self.after == today:  # the weekday of today: now, or a week away?
            week = timedelta(7 if tense is Tense.FUTURE else -7)
            return (today, today + week)
        if tense is not Tense.OPEN:
            return (self.before if tense is Tense.PAST else self.after,)
        nearer_ahead = self.after - today < min(today - self.before, timedelta(SOON))
        return (self.before, self.after) if nearer_ahead and not self.by_weekday else (self.before,)
