"""An introduction: who led to whom, offered or requested, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """`by` led to `to` (both contact ids) on `day`; `interaction` is the exchange in which it happened, if known.

    Double opt-in: `by_agreed` is the day the introducer said yes to making it, `to_agreed` the day the introduced said
    yes to being met. `settled` is the day the outcome was known, `told` the day the introducer heard what came of it.
    """

    id: str
    by: str
    to: str
    day: date
    origin: Origin = Origin.OFFERED
    outcome: Outcome = Outcome.PENDING
    thanked: bool = False
    interaction: str | None = None
    note: str = ""
    by_agreed: date | None = None
    to_agreed: date | None = None
    settled: date | None = None
    told: date | None = None

    def as_of(self, day: date) -> Introduction:
        """This introduction as it was known on `day`: what was dated later is not in it."""
        dated = (self.by_agreed, self.to_agreed, self.settled, self.told)
        if all(held is None or held <= day for held in dated):
            return self
        by_agreed, to_agreed, settled, told = (held if held and held <= day else None for held in dated)
        outcome = self.outcome if settled == self.settled else Outcome.PENDING
        return replace(
            self, outcome=outcome, by_agreed=by_agreed, to_agreed=to_agreed, settled=settled, told=told
        )
