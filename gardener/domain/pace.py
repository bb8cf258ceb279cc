"""How wet the soil is: moisture, capacity, level and the day when it is dry again (growth-model.md, "The pace guard")."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from gardener.domain.tie import Tie

MAIL_WAITS = (5, 10, 20, 40, 60)
"""Days to wait after one, two, … unanswered touches, in mail-like ties; the last holds for all further ones."""
CHAT_WAITS = (2, 5, 10, 20, 40)
"""The same in chat-like ties."""
CHAT_FROM = 5
"""A tie is chat-like from so many answers on, when the middle one came within a day."""
CAPACITIES = ((10, 5), (3, 4), (1, 3), (0, 2))
"""(replies at least, unanswered touches the soil holds), the richest tie first."""


class Level(StrEnum):
    """The soil *before* a further touch."""

    CLEAR = "clear"
    SOGGY = "soggy"
    DROWNING = "drowning"


LAST_DAY = date.max.toordinal()
"""9999-12-31: a date beyond it is null."""


def capacity(replies: int) -> int:
    """How many unanswered touches (2 to 5) the soil holds after `replies` days with a sign."""
    for least, holds in CAPACITIES:
        if replies >= least:
            return holds
    return CAPACITIES[-1][1]


def is_chat(tie: Tie) -> bool:
    """Whether they usually answer within a day: at least five answers, and the median of them under a day.

    Told from two counts, in O(1): more than half of the answers were quick. Of an even number the slower of the two
    in the middle is the median.
    """
    return tie.answers >= CHAT_FROM and 2 * tie.quick > tie.answers


def wait(run: int, *, chat: bool = False) -> int:
    """Days, from the last of `run` ≥ 1 unanswered touches, until the soil is dry again."""
    waits = CHAT_WAITS if chat else MAIL_WAITS
    return waits[min(run, len(waits)) - 1]


def level(tie: Tie) -> Level:
    """`drowning` from the capacity on, `soggy` one before it, else `clear`."""
    spare = capacity(tie.replies) - tie.run
    if spare <= 0:
        return Level.DROWNING
    return Level.SOGGY if spare == 1 else Level.CLEAR


def dry_ordinal(tie: Tie) -> int | None:
    """The day of `dry_on` counted from 0001-01-01 as 1; it may lie beyond the calendar's end."""
    if tie.run == 0 or tie.last_touch is None:
        return None
    return tie.last_touch.toordinal() + wait(tie.run, chat=is_chat(tie))


def dry_on(tie: Tie) -> date | None:
    """The day from which one more try is free; null when nothing is unanswered, or after 9999-12-31."""
    return calendar_day(dry_ordinal(tie))


def calendar_day(ordinal: int | None) -> date | None:
    """The day of that ordinal ≥ 1; null for null and after 9999-12-31."""
    return None if ordinal is None or ordinal > LAST_DAY else date.fromordinal(ordinal)


def too_soon(tie: Tie, day: date) -> bool:
    """Whether the pace guard warns of an outgoing touch on `day`: not clear, and `day` is before the dry day."""
    dry = dry_ordinal(tie)
    return dry is not None and day.toordinal() < dry and level(tie) is not Level.CLEAR
