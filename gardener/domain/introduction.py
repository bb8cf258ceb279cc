"""An introduction: who led to whom, offered or requested, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Origin(StrEnum):
    """Offered unasked (never an ask), or requested."""

    OFFERED = "offered"
    REQUESTED = "requested"


class Outcome(StrEnum):
    """What became of the introduction."""

    PENDING = "pending"
    MET = "met"
    DECLINED = "declined"
    FADED = "faded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """`by` led to `to` (both contact ids) on `day`; `interaction` is the exchange in which it happened, if known."""

    id: str
    by: str
    to: str
    day: date
    origin: Origin = Origin.OFFERED
    outcome: Outcome = Outcome.PENDING
    thanked: bool = False
    interaction: str | None = None
    note: str = ""
