"""The event itself, closer: by what means, who began after all, what was asked and given in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gardener.capture import asides
from gardener.capture.clauses import Clauses
from gardener.capture.event_patterns import Mark, kind_of
from gardener.capture.events import Event
from gardener.capture.lexicon import EVENTS, MEDIA
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Kind

_NO_ANSWER = re.compile(
    r"\b(?:no answer|no reply|no response|voice ?mail|didn't (?:pick up|answer|reply|respond)"
    r"|did not (?:pick up|answer)|not home|busy tone|line was busy|left a message|without an answer|nobody answered"
    r"|rang out)\b"
)
_REPLY = re.compile(
    r"\b(?:she|he|they|who|[PC]\d+) (?:already |just |quickly |promptly |also |has |had |then |kindly )*"
    r"(?:replied|answered|responded|wrote back|got back|called back|texted back|e-?mailed back)\b"
    r"|\b(?:got|had|received) (?:a|an) (?:[a-z]+ )?(?:reply|answer|response)(?: back)?(?! from)"
)
_MEANS = r"\b(?:on|over|via|by|through|per|using|in) (?:the |a |an |my |her |his )?(?:{words})\b(?! of)"
_AT_EVENT = re.compile(
    rf"\b(?:at|during|in) (?:the |a |an |my |our |her |his )?(?:[^ ]+ ){{0,3}}?(?:{EVENTS})\b"
)
_EVENT_NAME = re.compile(
    r"(?:con|conf|camp|fest|summit|expo|conference|meetup|days?|week|forum|congress|fair|hackathon)$",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(r" (?:about|after|how) (?:her|his|their|she|he|they)\b")
_TABLES = frozenset(("coffee", "lunch", "dinner", "breakfast", "drinks", "beers"))


def kind_of_event(clauses: Clauses, event: Event, close: int) -> Kind:
    """The kind of the words, changed by the means ('over Zoom', 'by phone') or the place ('at PyCon')."""
    own = clauses.row[event.start : close]
    if event.kind is not Kind.LETTER:
        for medium, words in MEDIA:
            if re.search(_MEANS.format(words=words), own):
                written = event.kind in (Kind.MESSAGE, Kind.EMAIL) and event.direction is not Direction.MUTUAL
                return Kind.MESSAGE if written and medium in (Kind.VIDEO, Kind.CALL) else medium
    talk = event.kind in (Kind.MEETING, Kind.OTHER) and event.word not in _TABLES
    plain = not event.word or kind_of(event.word) in (Kind.MEETING, Kind.OTHER)
    if talk and plain and event.direction is Direction.MUTUAL and _is_at_event(clauses, own):
        return Kind.EVENT
    return Kind.EMAIL if event.kind is None else event.kind


def _is_at_event(clauses: Clauses, own: str) -> bool:
    named = re.finditer(r"\b(?:at|during) (?:the )?([PC]\d+)", own)
    return bool(_AT_EVENT.search(own)) or any(
        _EVENT_NAME.search(clauses.sentence.person(match[1]).said) for match in named
    )


def direction_of(row: str, event: Event, ask: Ask | None) -> Direction | None:
    """Who began; what was answered has two sides, and a call that nobody took has one."""
    answered = (ask is not None and ask.answer is not Answer.PENDING) or _REPLY.search(row[event.end :])
    if event.direction is Direction.OUTGOING and answered and not _NO_ANSWER.search(row):
        return Direction.MUTUAL
    if event.kind is Kind.CALL and event.direction is Direction.MUTUAL and _NO_ANSWER.search(row):
        return Direction.OUTGOING
    return event.direction


def ask_of(row: str, event: Event) -> Ask | None:
    """What I asked for in it, or beside it."""
    ask = asides.ask_of(row, event.start)
    if ask is None and event.direction is Direction.OUTGOING:
        ask = asides.ask_in_word_of_mine(row, event.end)
    if ask is None and event.mark is Mark.ASK and not _ABOUT_THEM.match(row[event.end :]):
        return Ask(AskKind.QUESTION)
    return ask


def is_thanks(row: str, event: Event, direction: Direction | None) -> bool:
    """Whether I thanked them, in it or beside it."""
    return event.mark is Mark.THANKS or (direction is not Direction.INCOMING and asides.is_thanks(row))


_PAPER = r"(?:cv|r[eé]sum[eé]|cover letter|job application|application|portfolio|invoice)"
_OF_MYSELF = re.compile(
    rf"(?:(?:my|the|an?) (?:[a-z-]+ )?)?{_PAPER}(?: and (?:(?:my|the|an?) )?{_PAPER})*(?: again| for [^ ]+)?"
)
"""What is sent for my own sake: it is no gift to them."""


def given(row: str, event: Event) -> Iterator[tuple[int, int]]:
    """The places of what I gave, in it and beside it; papers about myself are none."""
    return (span for span in _handed(row, event) if not _OF_MYSELF.fullmatch(row[slice(*span)].strip()))


def _handed(row: str, event: Event) -> Iterator[tuple[int, int]]:
    if event.mark is Mark.INTRODUCED:
        verb = re.search(r"\b(?:introduced|connected|put)\b", row[event.start : event.end])
        yield event.start + (verb.start() if verb else 0), event.end
        return
    own = (event.shift + event.given[0], event.shift + event.given[1]) if event.given else None
    if own is not None:
        yield own
    for span in dict.fromkeys(asides.given(row, 0)):
        inside = event.start <= span[0] < event.end
        overlaps = own is not None and span[0] < own[1] and own[0] < span[1]
        if not inside and not overlaps:
            yield span
