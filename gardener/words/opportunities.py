"""What is said of opportunities, introductions and seasons, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.words.dates import ago, short_day
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
    Outcome.PENDING: "Pending",
    Outcome.MET: "You met",
    Outcome.DECLINED: "Declined",
    Outcome.FADED: "Faded",
}


NONE_YET = "No opportunity yet. “gardener opportunity add --employer E --role R” begins one."
NO_INTRODUCTIONS = "No introduction yet."
BECAME, LED = "What it became", "Introductions"
OWED_TO, CREDIT, STEPS_TITLE, POSTING, NOTES = "owed to", "By whose help", "Steps", "Posting", "Notes"
FIELDS = {"url": "link", "salary": "salary", "deadline": "deadline", "resume": "résumé version"}
OWED_TO_NOBODY = "sent cold"


def title(one: Opportunity) -> str:
    """'Operations analyst at Meridian Freight'."""
    return f"{one.role} at {one.employer}"


def step(step: Step, today: date) -> str:
    """'Interview on Thu 3 Dec', of one that lies ahead with the days until then."""
    said = f"{STEPS[step.kind]} on {short_day(step.day, today=today)}"
    return f"{said} ({ago(step.day, today)})" if step.day > today else said


def standing(one: Opportunity, today: date) -> str:
    """Where it stands: the last step taken, and the next one ahead."""
    taken, ahead = one.reached(today), one.ahead(today)
    if not taken and not ahead:
        return f"apply by {short_day(one.deadline, today=today)}" if one.deadline else "not applied yet"
    parts = [step(taken[-1], today)] if taken else []
    parts += [step(ahead[0], today)] if ahead else []
    return ", then ".join(parts)


def share(part: float) -> str:
    """A part of the credit: 'all of it', 'half of it', '33 % of it'."""
    if part > 0.995:
        return "all of it"
    return "half of it" if abs(part - 0.5) < 0.005 else f"{round(100 * part)} % of it"


def path(names: Iterable[str]) -> str:
    """'Nia Cole → Uma Rao'."""
    return " → ".join(names)


def introduction(one: Introduction, by: str, to: str, today: date) -> str:
    """'Jane Miller led to Gus Jones, offered on Thu 3 Dec: you met, thanked'."""
    parts = [OUTCOMES[one.outcome].lower(), *(["thanked"] if one.thanked else []), *yeses(one, by, to)]
    who = f"{in_sentence(by)} led to {in_sentence(to)}"
    return f"{who}, {ORIGINS[one.origin].lower()} on {short_day(one.day, today=today)}: {', '.join(parts)}"


def yeses(one: Introduction, by: str, to: str) -> list[str]:
    """Who has said yes to it, while that is still of use."""
    if one.outcome is not Outcome.PENDING:
        return []
    agreed = [
        in_sentence(name) for name, day in ((by, one.by_agreed), (to, one.to_agreed)) if day is not None
    ]
    return [f"{' and '.join(agreed)} said yes"] if agreed else []


def season_name(name: str, start: date) -> str:
    """The season by its name, or by the day it began."""
    return f"the season “{in_sentence(name)}”" if name else f"the season of {short_day(start)}"
