"""What comes from elsewhere and what the garden as a whole remembers: batches, sources, soil, check-ins, choices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import. `number` counts from 1; `deed` is filled by the history that keeps its changes for ever."""

    id: str
    number: int
    at: datetime
    files: tuple[str, ...]
    new: int
    merged: int
    taken_back: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What another program said of a contact, as read: `raw` is kept line for line for a faithful export.

    `key` says who it is there (`uid:…`, `profile:…`) or is empty; `digest` tells an unchanged card at once; `said`
    holds the single values as they were said, so that a later import can tell a change there from a change here.
    """

    id: str
    contact: str
    format: str
    key: str
    digest: str
    raw: str
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Soil:
    """How this garden answers, from `valid_from` on: intercept b0 and slope b1 ≥ 0.2 on the logit of a chance.

    `learnt_from` ≥ 0 counts the matured predictions it was learnt from. f0, f1 and `foreseen` are the same of forecasts,
    which see farther than vitality and so go through a soil of their own. Both counts are 0 when it was put back to
    plain by hand.
    """

    id: str
    valid_from: date
    b0: float
    b1: float
    learnt_from: int = 0
    f0: float = 0.0
    f1: float = 1.0
    foreseen: int = 0

    @property
    def is_reset(self) -> bool:
        """Whether it is the plain soil, put back by hand."""
        plain = (self.b0, self.b1, self.f0, self.f1) == (0.0, 1.0, 0.0, 1.0)
        return plain and self.learnt_from == self.foreseen == 0


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A day on which today's round was recorded as done."""

    day: date


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that belongs to the garden, its value as text; dated, because the garden of a day goes by those of that day.

    It holds from `since` on, or always when null.
    """

    key: str
    value: str
    since: date | None = None

    @property
    def id(self) -> str:
        """The key and the day from which it holds."""
        return f"{self.key}@{self.since.isoformat()}" if self.since else self.key


class WinterReason(StrEnum):
    """Why the whole garden rests."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    NEW_JOB = "new-job"
    OTHER = "other"


SAMPLE = "sample"
"""The choice that tells a sample garden from a person's own; its value says which one: contacts, colon, seed."""
WINTER = "winter"
"""The choice that says whether the garden rests: the reason, then the last day if there is one; empty when it does not."""


@dataclass(frozen=True, slots=True)
class Winter:
    """The whole garden rests from `since` through `until` (that day included), or without an end."""

    since: date
    reason: WinterReason
    until: date | None = None

    @property
    def text(self) -> str:
        """As it is kept in the choice."""
        return f"{self.reason} {self.until.isoformat()}" if self.until else str(self.reason)


def winter_of(choice: Choice, day: date) -> Winter | None:
    """The winter that a choice means, if it holds on `day`; null for none, and for words of another version."""
    reason, _, until = choice.value.partition(" ")
    if choice.since is None or reason not in list(WinterReason):
        return None
    try:
        last = date.fromisoformat(until) if until else None
    except ValueError:
        return None
    winter = Winter(choice.since, WinterReason(reason), last)
    return winter if last is None or day <= last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """One job search, from its start to its end (both days included), and the spans in which it was paused.

    A pause holds from its first day on, up to the day on which the search went on, that one not included.
    """

    id: str
    name: str
    start: date
    end: date | None = None
    pauses: tuple[tuple[date, date | None], ...] = ()

    def runs_on(self, day: date) -> bool:
        """Whether `day` lies in it, paused or not."""
        return self.start <= day and (self.end is None or day <= self.end)

    def paused_on(self, day: date) -> bool:
        """Whether it was paused on `day`."""
        return any(first <= day and (end is None or day < end) for first, end in self.pauses)

    def as_of(self, day: date) -> Season:
        """This season as it was known on `day`: an end, a pause and a resuming after it are not in it."""
        pauses = tuple((a, b if b is not None and b <= day else None) for a, b in self.pauses if a <= day)
        return replace(
            self, end=self.end if self.end is not None and self.end <= day else None, pauses=pauses
        )


def running_season(seasons: Iterable[Season], day: date) -> Season | None:
    """The season that `day` lies in, paused or not; of several the one that started last."""
    return _latest(season for season in seasons if season.runs_on(day))


def open_season(seasons: Iterable[Season], day: date) -> Season | None:
    """The season that runs on `day` and was not ended by then, paused or not: the one that can be ended."""
    return _latest(season for season in seasons if season.runs_on(day) and season.end != day)


def _latest(seasons: Iterable[Season]) -> Season | None:
    return max(seasons, key=lambda season: (season.start, season.id), default=None)
