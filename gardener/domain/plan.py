"""A plan: a dated intention for a contact, never part of growth; and the dismissal of an open loop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlanKind(StrEnum):
    """What is intended."""

    TALK = "talk"
    FOLLOW_UP = "follow-up"
    PROMISE = "promise"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Something to do with `contact` on `day`; `done` is the day it was done."""

    id: str
    contact: str
    day: date
    text: str
    created: date
    kind: PlanKind = PlanKind.FOLLOW_UP
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An open loop that the person closed without a deed. `id` is the loop's own id."""

    id: str
    day: date
