"""Which day an event took place: the one its own part names, or a part that holds nothing but a day; else today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gardener.capture.clauses import Clauses
from gardener.capture.day_mark import DayMark, Tense
from gardener.capture.event_patterns import Mark
from gardener.capture.events import Event
from gardener.capture.grammar import SIGN
from gardener.domain.interaction import Direction

_GOING_ON = re.compile(
    rf"^(?:(?:{SIGN}|,|i|we|i'm|am|'m|are|'re|we're) )*(?:meeting(?= (?:up with )?[PC]\d)|seeing|calling|having|grabbing"
    r"|visiting|catching up|talking|speaking|phoning|getting|going)\b"
)
"""'meeting Bob on Friday': it may have been, or may lie ahead."""
_TOPIC = re.compile(
    r"\bto (?!lunch|dinner|coffee|breakfast|brunch|drinks|supper|tea)"
    r"|\b(?:about|regarding|re|concerning|because|before|of|since|until|till|whether|if)\b"
)
_ARRANGED = re.compile(
    r"\b(?:scheduled|set up|booked|planned|arranged|organi[sz]ed|moved|pencil?led in|fixed|agreed on|made plans|put in)\b"
)
"""What was arranged lies ahead, though the arranging is past."""
_ARRANGED_FOR = re.compile(
    r"\b(?:scheduled|planned|booked|arranged|set|fixed|moved|confirmed|postponed|agreed|due|coming up|pencil?led in)\b"
)
_REPLIED = re.compile(
    r"\b(?:she|he|they|who|[PC]\d+) (?:replied|answered|responded|wrote back|got back|called back|texted back)\b"
)
_I_DID = re.compile(
    r"(?:(?:,|;|and|then|so|but|i|we|[DTU]\d+) )*(?:sent|gave|made|did|called|rang|phoned|answered|replied|wrote|told|emailed|texted|passed"
    r"|forwarded|shared|introduced|met|saw|helped|said|agreed|declined|thanked|messaged|got back)\b"
)
"""What I did about it, on a day of its own: 'she asked for my slides, sent them on Monday'."""
_REPORTING = frozenset(
    ("said", "mentioned", "told me", "told", "promised", "offered", "suggested", "agreed", "asked")
)
"""What follows these may have a day of its own: 'she said she would call on Friday'."""
_FOR = re.compile(r"\bfor\b")
_SINCE = re.compile(r"(?:since|until|till|by|before)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The days that can be meant (one when it is clear), how the event stands to them, and where they are said.

    `ahead`: the words themselves say that it is still to come, if only today.
    """

    tense: Tense
    days: tuple[date, ...]
    places: frozenset[int]
    said: str
    ahead: bool = False


def when(clauses: Clauses, event: Event, close: int, start: int, today: date) -> When:
    """When the event took place. `start` is where its part begins, `close` where it ends."""
    open_ended = _GOING_ON.match(clauses.row[start:]) is not None
    arranged = _ARRANGED.search(clauses.row[start : event.end]) is not None
    if event.tense is Tense.OPEN and _ARRANGED_FOR.search(clauses.row[event.end : close]):
        arranged = True
    tense = Tense.FUTURE if arranged else Tense.OPEN if open_ended else event.tense
    own: dict[int, DayMark] = {}
    for mark, place in clauses.days():
        told = _told(clauses, event, mark, place, close, today, already=bool(own))
        if told is not None:
            own[place] = told
    adverbs = {place: mark for place, mark in own.items() if mark.adverb}
    sure = adverbs or own
    days = days_meant(list(sure.values()), tense, today)
    if open_ended and sure:
        both = [
            d for m in sure.values() for d in (*m.meant(Tense.PAST, today), *m.meant(Tense.FUTURE, today))
        ]
        days = tuple(dict.fromkeys(both))
    if not own:
        days = () if open_ended or arranged else _elsewhere(clauses, event, today) or (today,)
    ahead = bool(sure) and all(mark.ahead for mark in sure.values())
    return When(tense, days, frozenset(sure), clauses.said(list(own.values())), ahead)


def _elsewhere(clauses: Clauses, event: Event, today: date) -> tuple[date, ...]:
    """Today and the days named in what stands before the event, of their reply, or of what I did about it: which was it?"""
    found: list[date] = []
    for mark, place in clauses.days():
        part = clauses.at(place)
        words = clauses.row[part.start : part.end] if part is not None else ""
        replied = _REPLIED.search(words)
        answered = event.direction is Direction.INCOMING and _I_DID.match(words)
        if not mark.ahead and (place < event.start or (place >= event.end and (replied or answered))):
            found += mark.meant(Tense.PAST, today)
    return tuple(sorted({today, *found})) if found else ()


def _told(
    clauses: Clauses, event: Event, mark: DayMark, place: int, close: int, today: date, *, already: bool
) -> DayMark | None:
    """The day as it concerns the event, or null: what it was about may have a day of its own, and then it is asked."""
    part = clauses.at(place)
    beside = part is not None and part.start <= event.start < part.end
    if not (event.start <= place < close or (place < event.start and beside) or clauses.is_bare(place)):
        return None
    if _SINCE.match(clauses.sentence.text[mark.start : mark.end]) and not mark.ahead:
        return None
    before = clauses.row[event.end : place] if place >= event.end else ""
    reported = event.mark is Mark.REPORTED and event.word in _REPORTING and place >= event.end
    topic = reported or _TOPIC.search(before) or (event.mark is Mark.THANKS and _FOR.search(before))
    if not topic:
        return mark
    if mark.adverb:
        return None if mark.ahead else mark
    if already or not (mark.fixed or mark.unsure or mark.before):
        return None
    meant = sorted({today, *mark.meant(Tense.PAST, today)})
    return replace(mark, fixed=None, before=None, after=None, unsure=tuple(meant))


def days_meant(marks: Sequence[DayMark], tense: Tense, today: date) -> tuple[date, ...]:
    """The days that `marks` can mean together; none when one of them names no day."""
    found = [mark.meant(tense, today) for mark in marks]
    if not found or any(not days for days in found):
        return ()
    return tuple(dict.fromkeys(day for days in found for day in days))
