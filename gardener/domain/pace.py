"""How wet the soil is: moisture, capacity, level and the day when it is dry again (growth-model.md, "The pace guard")."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from gardener.domain.tie import Tie

WAITS = (5, 10, 20, 40, 60)
"""Days to wait after one, two, … unanswered touches, in mail-like ties; the last holds for all further ones."""
CAPACITIES = ((10, 5), (3, 4), (1, 3), (0, 2))
"""(replies at least, unanswered touches the soil holds), the richest tie first."""


class Level(StrEnum):
    """The soil *before* a further touch."""

    CLEAR = "clear"
    SOGGY = "soggy"
    DROWNING = "drowning"


def capacity(replies: int) -> int:
    """How many unanswered touches (2 to 5) the soil holds after `replies` days with a sign."""
    return next(holds for least, holds in CAPACITIES if replies >= least)


def wait(run: int) -> int:
    """Days, from the last of `run` ≥ 1 unanswered touches, until the soil is dry again."""
    return WAITS[min(run, len(WAITS)) - 1]


def level(tie: Tie) -> Level:
    """`drowning` from the capacity on, `soggy` one before it, else `clear`."""
    holds = capacity(tie.replies)
    if tie.run >= holds:
        return Level.DROWNING
    return Level.SOGGY if tie.run == holds - 1 else Level.CLEAR


def dry_on(tie: Tie) -> date | None:
    """The day from which one more try is free; null when nothing is unanswered."""
    if tie.run == 0 or tie.last_touch is None:
        return None
    try:
        return tie.last_touch.date() + timedelta(days=wait(tie.run))
    except OverflowError:
        return date.max


def too_soon(tie: Tie, day: date) -> bool:
    """Whether the pace guard warns of a touch on `day`: the level is not clear and `day` is before the dry day."""
    dry = dry_on(tie)
    return dry is not None and day < dry and level(tie) is not Level.CLEAR
