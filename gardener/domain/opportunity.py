"""An opportunity: what it became, an employer and a role with dated steps; and employers somebody would like to work for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepKind(StrEnum):
    """The steps of an application, which may lie ahead."""

    APPLIED = "applied"
    INTERVIEW = "interview"
    SECOND_INTERVIEW = "second-interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


ENDINGS = frozenset({StepKind.ACCEPTED, StepKind.DECLINED, StepKind.REJECTED, StepKind.WITHDRAWN})
"""Steps after which nothing more is waited for."""
FRUIT = (StepKind.INTERVIEW, StepKind.SECOND_INTERVIEW, StepKind.OFFER, StepKind.ACCEPTED)
"""The steps that bear fruit on the plants that led there, from the smallest."""
STEP_RANK = {kind: rank for rank, kind in enumerate(StepKind)}
"""The order of steps that share a day."""


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step."""

    kind: StepKind
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """A role at an employer; `steps` in the order of their days; `thanks_to` holds contact ids."""

    id: str
    employer: str
    role: str
    created: date
    steps: tuple[Step, ...] = ()
    thanks_to: tuple[str, ...] = ()
    url: str = ""
    posting: str = ""
    salary: str = ""
    deadline: date | None = None
    resume: str = ""
    notes: str = ""

    def has_ended(self, day: date) -> bool:
        """Whether it was accepted, declined, rejected or withdrawn by the end of `day`."""
        return any(step.kind in ENDINGS for step in self.reached(day))

    def reached(self, day: date) -> tuple[Step, ...]:
        """The steps taken by the end of `day`, in order; those that lie ahead are left out."""
        return tuple(step for step in self.steps if step.day <= day)

    def ahead(self, day: date) -> tuple[Step, ...]:
        """The steps that lie after `day`, the next one first."""
        return tuple(step for step in self.steps if step.day > day)

    def next_day(self, day: date) -> date | None:
        """The day on which something is on next, after `day`: a step ahead, or the last day to apply."""
        days = [step.day for step in self.ahead(day)]
        if self.deadline is not None and self.deadline >= day and not self.reached(day):
            days.append(self.deadline)
        return min(days, default=None)

    def has(self, kind: StepKind, by: date) -> bool:
        """Whether the step was reached by the end of `by`."""
        return any(step.kind is kind and step.day <= by for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An employer somebody would like to work for, listed on `created` before there is any opportunity."""

    id: str
    employer: str
    created: date
    note: str = ""
