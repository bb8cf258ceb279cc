"""What is said of opportunities, introductions and seasons, wherever they are shown."""

from __future__ import annotations

from datetime import date

from gardener.domain.introduction import Origin, Outcome
from gardener.domain.opportunity import StepKind
from gardener.words.dates import short_day
from gardener.words.names import in_sentence

STEPS = {
    StepKind.APPLIED: "Applied",
    StepKind.INTERVIEW: "Interview",
    StepKind.SECOND_INTERVIEW: "Second interview",
    StepKind.OFFER: "Offer",
    StepKind.ACCEPTED: "Accepted",
    StepKind.DECLINED: "Declined",
    StepKind.REJECTED: "Rejected",
    StepKind.WITHDRAWN: "Withdrawn",
}
ORIGINS = {Origin.OFFERED: "Offered", Origin.REQUESTED: "Asked for"}
OUTCOMES = {
    Outcome.PENDING: "Not known yet",
    Outcome.MET: "They met me",
    Outcome.DECLINED: "Declined",
    Outcome.FADED: "Faded",
}


def season_name(name: str, start: date) -> str:
    """The season by its name, or by the day it began."""
    return f"the season “{in_sentence(name)}”" if name else f"the season of {short_day(start)}"
