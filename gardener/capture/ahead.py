"""What a sentence says is to be done: plans, alone or beside what has happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gardener.capture.clauses import Clauses, Part
from gardener.capture.day_mark import DayMark, Tense
from gardener.capture.events import Event, find_event, signs_of
from gardener.capture.grammar import SIGN, WHO
from gardener.capture.lexicon import BASE, MUST, SURELY, TALKS
from gardener.capture.notes import note_of
from gardener.capture.understood import Intention, Person, Understood
from gardener.capture.when import days_meant
from gardener.domain.changes import Refusal
from gardener.domain.interaction import MUTUAL_BY_NATURE, Kind
from gardener.domain.plan import PlanKind

_PLAN = re.compile(
    rf"^(?:(?:{SIGN}|,|and|then|so|also|on|by|ok|next) )*(?P<me>(?:i|we) )?"
    rf"(?:(?:{SIGN}|also|then|really|still|'m|am|have) )*(?P<todo>(?:(?:{SURELY}) )*{MUST} )*"
    rf"(?:(?:{SIGN}|also|just|{SURELY}) )*(?P<verb>{BASE})(?= |$)"
)
"""What is to be done: 'call P0', 'need to write to P0', 'remind me to ask P0'."""
_PROMISED = re.compile(
    rf"^(?:i )?promised (?P<who>{WHO}) (?:to|that i|i)(?: (?:will|would|'ll|'d))? (?P<verb>{BASE})(?= |$)"
)
_WITH_WHOM = re.compile(rf"(?P<who>{WHO})")
_IS_TALK = re.compile(rf"(?:{TALKS})")
_NOUNS_TOO = frozenset(
    "call phone ring email e-mail mail text message dm ping whatsapp visit zoom skype facetime reply answer".split()
) | {"catch up"}
"""Verbs that are names of what happened before 'with' or 'from': 'call with Bob' is a call."""
_NOUNS_BEFORE_TO = frozenset(("email", "e-mail", "mail", "message", "text", "note", "call", "dm", "ping"))
_THEY_WILL = re.compile(
    r"^(?:(?:[DTU]\d+|,|and|then) )*(?:she|he|they|[PC]\d+) (?:will|'ll|would|wants|is going|has to|needs|promised|said)"
)
_TO_THEM = re.compile(r" (?:(?:to|with|up|back|in) )*[PC]\d")


def plan_of(clauses: Clauses, part: Part, today: date) -> Understood | Refusal | None:
    """The plan that begins with `part`, why it cannot be one, or null when it is none."""
    row = clauses.row[part.start : part.stop]
    promised = _PROMISED.match(row)
    if promised is not None:
        return _promised(clauses, promised, part, today)
    match = _PLAN.match(row)
    if match is None or (match["me"] and not match["todo"]):
        return None
    marks = [mark for mark, _ in clauses.days(part.start, part.stop)]
    if not match["todo"] and _is_told(match, row, marks, today):
        return None
    if re.search(r"\bnot\b", row[: match.start("verb")].replace("do not forget", "")):
        return Refusal("capture-negated")
    who = _WITH_WHOM.search(row[match.end() :])
    signs = signs_of(who["who"]) if who else []
    if not signs:
        return None if not match["todo"] and find_event(row) else Refusal("capture-nobody")
    ahead = [mark for mark in marks if mark.ahead]
    own = [mark for mark, _ in clauses.days(part.start, part.end)]
    days = days_meant(own or (ahead or marks)[:1], Tense.FUTURE, today)
    if days and min(days) < today:
        return Refusal("capture-past-plan", {"date": min(days).isoformat()})
    people = [clauses.sentence.person(sign) for sign in signs]
    intention = _intention(clauses, match, people, days, part.start, part.stop)
    return Understood(text=clauses.sentence.text, plans=(intention,), day_said=clauses.said(marks))


def _promised(clauses: Clauses, match: re.Match[str], part: Part, today: date) -> Understood | Refusal:
    """'promised Tom to send him the slides by Friday'."""
    marks = [mark for mark, _ in clauses.days(part.start, part.stop)]
    days = days_meant(marks[:1], Tense.FUTURE, today)
    if days and min(days) < today:
        return Refusal("capture-past-plan", {"date": min(days).isoformat()})
    people = tuple(dict.fromkeys(clauses.sentence.person(sign) for sign in signs_of(match["who"])))
    text = _without_days(clauses, part.start + match.start("verb"), part.stop)
    plan = Intention(people, text, PlanKind.PROMISE, days)
    return Understood(text=clauses.sentence.text, plans=(plan,), day_said=clauses.said(marks))


def _is_told(match: re.Match[str], row: str, marks: Sequence[DayMark], today: date) -> bool:
    """Whether a verb that could be a thing to do is the name of what happened: 'call with Bob', 'call Bob yesterday'."""
    verb, after = match["verb"], row[match.end() :]
    was = any(mark.fixed is not None and mark.fixed < today for mark in marks)
    ahead = any(mark.ahead for mark in marks)
    noun = verb in _NOUNS_TOO and re.match(r" (?:\S+ ){0,2}?(?:with|from)\b", after)
    to = verb in _NOUNS_BEFORE_TO and re.match(r" to\b", after)
    if (noun or to) and (verb != "catch up" or was):
        return True
    long = not ahead and " U0" in row and re.match(r" (?:(?:[DTU]\d+|,) )*[PC]\d+", after)
    return was or bool(long)


def _intention(
    clauses: Clauses,
    match: re.Match[str],
    people: Sequence[Person],
    days: tuple[date, ...],
    start: int,
    stop: int,
) -> Intention:
    verb, todo = match["verb"], match["todo"] or ""
    if "promise" in todo or "agreed to" in todo:
        kind = PlanKind.PROMISE
    elif verb.startswith("thank") or "thank" in match.string[match.start("verb") :][:24]:
        kind = PlanKind.THANKS
    else:
        kind = PlanKind.TALK if _IS_TALK.fullmatch(verb) else PlanKind.FOLLOW_UP
    text = _without_days(clauses, start + match.start("verb"), stop)
    return Intention(tuple(dict.fromkeys(people)), text or verb, kind, days)


def _without_days(clauses: Clauses, start: int, stop: int) -> str:
    days = [(place, place + 1) for _, place in clauses.days()]
    return note_of(clauses.sentence, [(start, stop)], days)


def talk_ahead(clauses: Clauses, event: Event, days: tuple[date, ...], said: str, start: int) -> Understood:
    """An event whose day lies ahead: a plan."""
    stop = next((part.stop for part in clauses.parts if part.stop >= event.end), len(clauses.row))
    talk = event.kind in (*MUTUAL_BY_NATURE, Kind.OTHER)
    people = tuple(dict.fromkeys(clauses.sentence.person(sign) for sign in event.who))
    kind = PlanKind.TALK if talk else PlanKind.FOLLOW_UP
    plan = Intention(people, _without_days(clauses, start, stop), kind, days)
    return Understood(text=clauses.sentence.text, plans=(plan,), day_said=said)


def plans_beside(
    clauses: Clauses, event: Event, people: tuple[Person, ...], today: date
) -> Iterator[Intention]:
    """'…; call her next week', '…, promised to send the deck by Friday': what is to be done after it, on a named day."""
    for part in clauses.parts:
        row = clauses.row[part.start : part.end]
        match = _PLAN.match(row)
        if part.start < event.end or match is None or _THEY_WILL.match(row):
            continue
        own = [m for m, _ in clauses.days(part.start, part.end) if m.ahead or m.after is not None]
        days = days_meant(own[:1], Tense.FUTURE, today)
        if len(days) != 1 or days[0] < today:
            continue
        after = row[match.end() :]
        who = _WITH_WHOM.search(after) if _TO_THEM.match(after) else None
        named = [clauses.sentence.person(sign) for sign in signs_of(who["who"])] if who else []
        yield _intention(clauses, match, named or people, days, part.start, part.end)
