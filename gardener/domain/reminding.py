"""When the one digest of a day is shown, and why it is not: rules, a moment, and what is known of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Why(StrEnum):
    """Why a digest was shown, or was not."""

    SHOWN = "shown"
    TEST = "test"
    OFF = "off"
    WINTER = "winter"
    QUIET_DAY = "quiet-day"
    EARLY = "early"
    QUIET_HOURS = "quiet-hours"
    ALREADY = "already"
    DONE = "done"
    NOTHING = "nothing"
    IN_SIGHT = "in-sight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the person has chosen. `digest` null: none. Quiet days are weekdays, 0 Monday; quiet hours may span midnight."""

    digest: time | None = None
    quiet_days: frozenset[int] = frozenset()
    quiet_from: time | None = None
    quiet_until: time | None = None

    def is_quiet(self, moment: time) -> bool:
        """Whether that moment lies in the quiet hours; their end does not."""
        begin, end = self.quiet_from, self.quiet_until
        if begin is None or end is None or begin == end:
            return False
        if begin < end:
            return begin <= moment < end
        return moment >= begin or moment < end


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of today: the day of the last digest, how many items are left, whether the round is done, and so on."""

    last: date | None = None
    count: int = 0
    done: bool = False
    winter: bool = False
    in_sight: bool = False


def decide(rules: Rules, now: datetime, known: Known) -> Why:
    """Whether the digest is shown at `now`. At most one a day: what was missed while the computer slept is not made up."""
    if rules.digest is None:
        return Why.OFF
    if known.winter:
        return Why.WINTER
    if now.weekday() in rules.quiet_days:
        return Why.QUIET_DAY
    if known.last is not None and known.last >= now.date():
        return Why.ALREADY
    if now.time() < rules.digest:
        return Why.EARLY
    if rules.is_quiet(now.time()):
        return Why.QUIET_HOURS
    if known.done:
        return Why.DONE
    if known.count == 0:
        return Why.NOTHING
    return Why.IN_SIGHT if known.in_sight else Why.SHOWN


def next_digest(rules: Rules, now: datetime, last: date | None) -> datetime | None:
    """When the next one may come, within two weeks; null when none is wanted or every hour is quiet."""
    if rules.digest is None:
        return None
    for n in range(15):
        day = now.date() + timedelta(days=n)
        if day.weekday() in rules.quiet_days or (last is not None and last >= day):
            continue
        begin = max(rules.digest, now.time()) if n == 0 else rules.digest
        if not rules.is_quiet(begin):
            return datetime.combine(day, begin)
        end = rules.quiet_until
        if end is not None and end > begin:
            return datetime.combine(day, end)
    return None
