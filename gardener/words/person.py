"""What the panel of one person says: the ask that would hold, give and take, introductions, the next step, corrections."""

from __future__ import annotations

from datetime import date

from gardener.domain.guards import SIGNS_NEEDED, AskVerdict
from gardener.domain.interaction import Answer, AskKind, Direction
from gardener.domain.introduction import Origin, Outcome
from gardener.words.dates import short_day
from gardener.words.guards import ASKS

WAITING, NEXT, GIVE_AND_TAKE, INTRODUCTIONS = "Waiting for you", "Next step", "Give and take", "Introductions"
WAYS = "Ways to reach them"
WHY_NAME = "Why these quantities"
WHY_TIP = "The interactions and the arithmetic behind it"
NEXT_HINT = "Plan the next step…"
NEXT_NAME = "What the next step is"
NEXT_DAY = "Day of the next step"
PLAN_IT = "Plan"
GAVE, ASKED, OFFERED = "You gave", "You asked for", "They offered"
NOTHING_GIVEN = "Nothing given or asked yet. A link, help or praise is a good beginning."
ANSWERS = {
    Answer.PENDING: "no answer yet",
    Answer.GRANTED: "they said yes",
    Answer.DECLINED: "they said no",
}
ORIGINS = {Origin.OFFERED: "offered", Origin.REQUESTED: "on your asking"}
OUTCOMES = {
    Outcome.PENDING: "not met yet",
    Outcome.MET: "you met",
    Outcome.DECLINED: "declined",
    Outcome.FADED: "faded",
}

EARLIER, LATER = "A day earlier (Alt+Left)", "A day later (Alt+Right)"
WROTE = {Direction.INCOMING: "they", Direction.OUTGOING: "I", Direction.MUTUAL: "both"}
WROTE_WHOLE = {
    Direction.INCOMING: "They began (D goes on to the next)",
    Direction.OUTGOING: "I began (D goes on to the next)",
    Direction.MUTUAL: "Both, together (D goes on to the next)",
}
ENTRY_KEYS = "Enter corrects it, Delete takes it away; Alt+Left and Alt+Right move its day, D says who began"
NOW_DIRECTION = {
    Direction.INCOMING: "They began, it says now",
    Direction.OUTGOING: "You began, it says now",
    Direction.MUTUAL: "Both began, it says now",
}


def moved_to(day: date, today: date) -> str:
    """After a correction of the day."""
    return f"Now on {short_day(day, today=today)}"


def bears(ask: AskVerdict) -> str:
    """Which ask would hold now, and which not yet: 'It would bear advice; not yet an introduction.'"""
    kinds = list(SIGNS_NEEDED)
    if ask.heaviest is None:
        waits = any(reason.code == "unanswered" for reason in ask.missing)
        return (
            "No ask while something is unanswered."
            if waits
            else "It would bear no ask yet; learn about them first."
        )
    at = kinds.index(ask.heaviest) + 1
    if at == len(kinds):
        return "It would bear any ask, vouching for you too."
    return f"It would bear {ASKS[ask.heaviest]}; not yet {ASKS[kinds[at]]}."


def since(day: date, today: date) -> str:
    """'since Tue 3 Mar'."""
    return f"since {short_day(day, today=today)}"


def asked(kind: AskKind, answer: Answer) -> str:
    """'an introduction: they said yes'."""
    return f"{ASKS[kind]}: {ANSWERS[answer]}"


def introduced(origin: Origin, outcome: Outcome, thanked: bool) -> str:
    """'offered, you met, thanked'."""
    parts = [ORIGINS[origin], OUTCOMES[outcome]]
    return ", ".join([*parts, "thanked"] if thanked else parts)
