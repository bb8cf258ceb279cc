"""What is said of a typed sentence: what it was understood to say, what is still asked, and why it says nothing to save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from gardener.domain.interaction import About, Answer, AskKind, Direction, Kind
from gardener.domain.introduction import Origin
from gardener.words.dates import ago, short_day

KINDS = {
    Kind.MEETING: "Meeting",
    Kind.CALL: "Call",
    Kind.VIDEO: "Video call",
    Kind.EMAIL: "E-mail",
    Kind.MESSAGE: "Message",
    Kind.EVENT: "Event",
    Kind.LETTER: "Letter",
    Kind.OTHER: "Exchange",
}
DIRECTIONS = {Direction.OUTGOING: "I began", Direction.INCOMING: "They began", Direction.MUTUAL: "Together"}
ABOUT = {About.THEIRS: "Mostly theirs", About.BOTH: "Both", About.MINE: "Mostly mine"}
ANSWERS = {Answer.PENDING: "no answer yet", Answer.GRANTED: "they said yes", Answer.DECLINED: "they said no"}
THANKS = "I thanked them"
WHO_BEGAN, WHICH_DAY, WHICH_ROLE = "Who began?", "Which day?", "Which role?"
NO_ROLE = "Role to be named"
"""What an opportunity is called until its role is known."""
UNDERSTOOD = "Understood"


def refused(code: str, facts: Mapping[str, object]) -> str:
    """Why nothing can be saved of a sentence: one sentence, with a way on."""
    match code:
        case "capture-empty":
            return "Nothing was typed."
        case "capture-too-long":
            return f"That is longer than a sentence (at most {facts['limit']} characters)."
        case "capture-question":
            return "That reads as a question; nothing was saved. Say what happened, such as “coffee with Jane yesterday”."
        case "capture-negated":
            return "That reads as something that did not happen; nothing was saved."
        case "capture-others":
            return "That reads as something between others; nothing was saved. Say what you did, or what they did to you."
        case "capture-nobody":
            return "Nobody was found in it; name somebody, with a capital if they are new."
        case "capture-no-deed":
            return "It does not say what happened; begin with it, such as “coffee with”, “wrote to”, “Jane called me”."
        case "capture-two-deeds":
            return "That is more than one thing with different people; say them one at a time."
        case "capture-arranged":
            return "That reads as something arranged; say for which day, such as “call Ana on Friday”."
        case "capture-past-plan":
            return f"A plan lies ahead, and {facts['date']} is past; say what happened instead, such as “called Bob”."
        case "capture-step":
            return (
                f"That reads as a step at {facts['employer']}, where there is no single opportunity;"
                " say the role too, such as “interview for Product Lead at Meridian”."
            )
        case _:
            return "That could not be understood; nothing was saved."


def question(code: str, said: str, *, choices: int = 0) -> str:
    """What is asked before it can be saved."""
    match code:
        case "who":
            return (
                f"“{said}” could be {choices} contacts;"
                " write the e-mail address or the first eight characters of the id instead."
                if choices > 1
                else f"Is “{said}” somebody known already?"
            )
        case "new":
            return f"Nobody here is called “{said}”."
        case "direction":
            return f"Who began the {said}? Say “to” or “from”."
        case "day" if choices:
            return f"“{said}” can be {choices} days; write the one you mean as YYYY-MM-DD."
        case "day" if said:
            return f"“{said}” names no single day; write it as YYYY-MM-DD, or as “3 days ago”."
        case "day":
            return "For which day? Say it, such as “on Friday” or “tomorrow”."
        case "role":
            return f"Which role at {said}? Say it, such as “interview for Product Lead at {said}”."
        case "by":
            return f"Who led to {said}? Name them instead of “she”, “he” or “they”."
        case _:
            return "Something is open."


def asks(code: str, said: str, *, choices: int = 0) -> str:
    """The same in the window, where the chip itself holds the answers."""
    match code:
        case "who":
            return f"“{said}” could be {choices} contacts." if choices > 1 else question(code, said)
        case "new":
            return f"Nobody here is called “{said}”: plant them as a seed?"
        case "direction":
            return WHO_BEGAN
        case "day" if choices:
            return f"“{said}” can be {choices} days: which one?"
        case "day" if said:
            return f"“{said}” names no single day: which one?"
        case "role":
            return f"Which role at {said}?"
        case "by":
            return f"Who led to {said}?"
        case _:
            return WHICH_DAY


NEW_HINT = "--new plants them as a seed."
NOT_SAVED = "Nothing was saved."


def new_person(name: str) -> str:
    """Somebody who will be planted."""
    return f"New: {name}"


def person_asked(said: str) -> str:
    """Somebody of whom it is asked who they are."""
    return f"{said}?"


def day(when: date, today: date) -> str:
    """'Tue 24 Nov · yesterday'."""
    return f"{short_day(when, today=today)} · {ago(when, today)}"


def minutes(count: int) -> str:
    """'40 min', '1 h 30'."""
    hours, rest = divmod(count, 60)
    return f"{count} min" if not hours else f"{hours} h" if not rest else f"{hours} h {rest:02d}"


def asked(kind: AskKind, answer: Answer) -> str:
    """'Asked for advice, they said yes'."""
    words = {
        AskKind.QUESTION: "Asked a question",
        AskKind.ADVICE: "Asked for advice",
        AskKind.INTRODUCTION: "Asked for an introduction",
        AskKind.REFERRAL: "Asked for a referral",
        AskKind.VOUCHING: "Asked to be vouched for",
    }
    return f"{words[kind]}, {ANSWERS[answer]}"


def gave(what: str) -> str:
    """'Gave the article'."""
    return f"Gave {what}"


def led(by: str, to: str, origin: Origin) -> str:
    """'Jane Miller led to Gus Jones', or the intro that was asked for."""
    return f"{by} led to {to}" if origin is Origin.OFFERED else f"Intro to {to}, asked of {by}"


def planned(text: str, days: Sequence[date], today: date) -> str:
    """'Plan: call Bob · Fri 27 Nov'."""
    when = short_day(days[0], today=today) if len(days) == 1 else WHICH_DAY
    return f"Plan: {text} · {when}"


def stepped(step: str, employer: str, role: str, days: Sequence[date], today: date) -> str:
    """'Interview at Meridian, Product Lead · Fri 27 Nov'."""
    when = short_day(days[0], today=today) if len(days) == 1 else WHICH_DAY
    where = f"{employer}, {role}" if role else employer
    return f"{step.replace('-', ' ').capitalize()} at {where} · {when}"


def noted(note: str) -> str:
    """The note, as it will be kept."""
    return f"“{note}”"
