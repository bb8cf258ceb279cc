"""An opportunity: what it became, an employer and a role with dated steps and the contacts it is owed to."""

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

    def has(self, kind: StepKind, by: date) -> bool:
        """Whether the step was reached by the end of `by`."""
        return any(step.kind is kind and step.day <= by for step in self.steps)
