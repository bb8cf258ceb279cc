"""From a typed sentence to what it says: the one door of this room. What cannot be told for sure is asked or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gardener.capture import asides, happening
from gardener.capture.ahead import plan_of, plans_beside, talk_ahead
from gardener.capture.clauses import Clauses, Part
from gardener.capture.day_mark import Tense
from gardener.capture.event_patterns import Mark
from gardener.capture.events import Event, find_event, signs_of
from gardener.capture.given_names import can_be
from gardener.capture.grammar import WHO
from gardener.capture.habits import PLAIN, Habits
from gardener.capture.names import Names
from gardener.capture.notes import note_of
from gardener.capture.sentence import read_sentence
from gardener.capture.steps import find_step, with_role
from gardener.capture.understood import Led, Person, Understood
from gardener.capture.when import When, when
from gardener.domain.changes import Refusal
from gardener.domain.interaction import Ask, Direction, Kind
from gardener.domain.text import clean_text

LONGEST = 2000
"""Characters of a sentence that are looked at; a longer text is no sentence."""

MOST_PEOPLE = 40
"""So many people are named in no sentence; a list of names is none."""

_NOT = re.compile(
    r"\b(?:didn't|did not|didnt|don't|dont|do not|never|not|no(?! one| \d)|couldn't|could not|wasn't|weren't|haven't"
    r"|hasn't|hadn't|won't|can't|cannot|without|cancell?ed|cancels?|postponed|rescheduled|skipped|missed(?! call)"
    r"|called off|failed to|forgot|unable|instead of|nearly|almost|wish|wished|if|maybe|perhaps|might|probably"
    r"|would have|should have|could have|was supposed|were supposed|was meant|hoped|hoping|wanted|waiting|wondering"
    r"|thinking of|considering|nobody|nothing|neither|dreamt|dreamed|imagined|avoided|declined to|refused to)\b"
)
_FELL_THROUGH = re.compile(
    r"\b(?:(?:was|is|got|were|been|has|had|she|he|they|[PC]\d+) (?:been )?"
    r"(?:cancell?ed|postponed|called off|rescheduled|moved to)|cancell?ed (?:on|at|last|our|the|it)|fell through"
    r"|didn't happen|did not happen|no[- ]show|didn't (?:show|come|turn up|make it)|never (?:showed|came|happened)"
    r"|stood me up|stood up|bailed(?: on)?|had to cancel|rain check)\b|^(?:[^ ]+ ){0,8}(?:cancell?ed|postponed)(?= |$)"
)
_DENIES_NOTHING = re.compile(
    r"\bno problem\b|\bsaid no\b|\bnot only\b|\bno longer\b"
    r"|\b(?:asked|asking|ask|wondered|know|knew|see|told|replied|said|emailed|wrote)"
    r" (?:(?:me|us|her|him|them|back|to say|[PC]\d+) )*"
    r"(?:if|whether|that (?:she|he|they)|to say (?:she|he|they)|(?:she|he|they))\b.*"
)
_QUESTION = re.compile(
    r"^(?:(?:did|do|does|should|can|could|is|are|was|were|has|have|had|would|will|shall|am)"
    r" (?:i|you|we|she|he|they|it|anyone)|(?:did|do|does|is|are|has|should|can|could) [PC]\d+"
    r"|(?:when|what|who|whom|why|how|where|which)) "
)
_WITH_BEHIND = re.compile(rf" (?:[DTU]\d+ )+(?:together )?with (?P<who>{WHO})")
"""'met June on Monday with Bob'."""
_BETWEEN_OTHERS = re.compile(r"^[PC]\d+(?: [a-z'-]+){1,3} [PC]\d+")


def understand(text: str, names: Names, today: date, habits: Habits = PLAIN) -> Understood | Refusal:
    """What `text` says of the contacts in `names` on the day `today`, written as `habits` tell.

    A Refusal (`capture-…`) where nothing has happened, or nothing can be told; what is only unclear stands in the
    answer's `questions()`.
    """
    said = clean_text(text).replace("\n", "; ")
    if not said or len(said) > LONGEST:
        return Refusal("capture-empty" if not said else "capture-too-long", {"limit": LONGEST})
    sentence = read_sentence(said, names, today, habits)
    if len(sentence.people) > MOST_PEOPLE:
        return Refusal("capture-too-long", {"limit": LONGEST})
    clauses = Clauses(sentence)
    if _is_question(clauses.row):
        return Refusal("capture-question")
    step = find_step(clauses.sentence, today)
    if step is not None:
        step = with_role(step, names)
        return Understood(text=said, step=step, day_said=clauses.said(clauses.sentence.days))
    for part in clauses.parts:
        plan = plan_of(clauses, part, today)
        if plan is not None:
            return plan
        event = find_event(clauses.row[part.start : part.stop])
        if event is not None:
            return _Happened(clauses, part, event, today).read()
        if _NOT.search(clauses.row[part.start : part.end]):
            return Refusal("capture-negated")
    return _nothing(clauses.row)


def _is_question(row: str) -> bool:
    first = re.search(r" (?:[.;!?…])(?= |$)", row)
    return (first is not None and first[0] == " ?") or bool(_QUESTION.match(row))


def _nothing(row: str) -> Refusal:
    if _NOT.search(row) or _FELL_THROUGH.search(row):
        return Refusal("capture-negated")
    if _BETWEEN_OTHERS.match(row):
        return Refusal("capture-others")
    return Refusal("capture-no-deed" if re.search(r"[PC]\d+", row) else "capture-nobody")


def _harmless(row: str) -> str:
    """The row without words that deny nothing: 'no problem', 'asked if I was free'."""
    return _DENIES_NOTHING.sub("", row)


class _Happened:
    """One event of a sentence on its way to what it says."""

    def __init__(self, clauses: Clauses, part: Part, event: Event, today: date) -> None:
        self._clauses, self._part, self._today = clauses, part, today
        self._row, self._sentence = clauses.row, clauses.sentence
        self._event = replace(
            event, start=part.start + event.start, end=part.start + event.end, shift=part.start
        )
        self._close = clauses.close(self._event.end)

    def read(self) -> Understood | Refusal:
        """What happened; a plan when its day lies ahead; a Refusal when it did not happen after all."""
        if self._is_denied():
            return Refusal("capture-negated")
        found = when(self._clauses, self._event, self._close, self._part.start, self._today)
        ahead = [day for day in found.days if day > self._today or (found.ahead and day == self._today)]
        if found.tense is Tense.FUTURE and not ahead:
            return Refusal("capture-arranged")
        if found.tense is not Tense.PAST and ahead and len(ahead) == len(found.days):
            return talk_ahead(self._clauses, self._event, found.days, found.said, self._part.start)
        if ahead and found.tense is Tense.PAST:
            return Refusal("future", {"date": max(ahead).isoformat()})
        if self._tells_another():
            return Refusal("capture-two-deeds")
        return self._filled(found)

    def _is_denied(self) -> bool:
        row, event = self._row, self._event
        before = _harmless(row[self._clauses.strong_start(self._part.start) : event.end])
        if _NOT.search(before) or _FELL_THROUGH.search(row):
            return True
        told = _harmless(row[self._part.start : self._close]).split(" about ")[0]
        return event.direction is Direction.INCOMING and bool(_NOT.search(told))

    def _tells_another(self) -> bool:
        """Whether a later part tells a second deed of mine, with somebody else."""
        present = {self._sentence.person(sign) for sign in self._event.who}
        for part in self._clauses.parts:
            other = find_event(self._row[part.start : part.stop]) if part.start >= self._event.end else None
            if other is None or other.tense is not Tense.PAST or other.mark in (Mark.INTRODUCED, Mark.BARE):
                continue
            strangers = {self._sentence.person(sign) for sign in other.who} - present
            if strangers and other.direction is not Direction.INCOMING:
                return True
        return False

    def _filled(self, found: When) -> Understood:
        event, sentence, row = self._event, self._sentence, self._row
        ask = happening.ask_of(row, event)
        named = (sentence.person(sign) for sign in event.who)
        behind = _WITH_BEHIND.match(row[event.end :])
        others = (sentence.person(sign) for sign in signs_of(behind["who"])) if behind else ()
        people = tuple(dict.fromkeys((*named, *others, *self._clauses.people_alone(event.end))))
        direction = happening.direction_of(row, event, ask)
        length, clock = self._first("U"), self._first("T")
        minutes = sentence.lengths[length].minutes if length is not None else None
        time = sentence.times[clock] if clock is not None else None
        return Understood(
            text=sentence.text,
            kind=happening.kind_of_event(self._clauses, event, self._close),
            direction=direction,
            people=people,
            days=found.days,
            day_said=found.said,
            time=time.at if time else None,
            minutes=minutes or (time.minutes if time else None),
            about=asides.whose(row, event.who),
            gives=tuple(sentence.words(*span) for span in happening.given(row, event)),
            ask=ask,
            thanks=happening.is_thanks(row, event, direction),
            led=tuple(self._led(people, ask)),
            plans=tuple(plans_beside(self._clauses, event, people, self._today)),
            note=self._note(found),
        )

    def _first(self, letter: str) -> int | None:
        """The number of the first length or time that belongs to the event."""
        own = (number for number, place in self._clauses.signs(letter) if self._owns(place))
        return next(own, None)

    def _owns(self, place: int) -> bool:
        return self._event.start <= place < self._close or self._clauses.is_bare(place)

    def _led(self, people: tuple[Person, ...], ask: Ask | None) -> Iterator[Led]:
        if self._event.mark is Mark.INTRODUCED:
            return
        for leading in asides.leadings(self._row, self._event.who, ask):
            to = [self._sentence.person(sign) for sign in leading.to]
            by, candidates = self._leader(leading.by, tuple(p for p in people if p not in to))
            for person in to:
                if person != by and (by is None or by.id is None or by.id != person.id):
                    yield Led(person, by, leading.origin, leading.outcome, candidates)

    def _leader(self, said: str, people: tuple[Person, ...]) -> tuple[Person | None, tuple[Person, ...]]:
        """Who led: the one named, or of those it was with the only one for whom the pronoun can stand."""
        if re.fullmatch(r"[PC]\d+", said):
            return self._sentence.person(said), ()
        fitting = tuple(p for p in people if not said or can_be(p.said.split()[0], said)) or people
        return (fitting[0], ()) if len(fitting) == 1 else (None, fitting)

    def _note(self, found: When) -> str:
        """What was written beside who, when and how: every other part, and what is left of the event's own."""
        own = [(place, place + 1) for place in found.places]
        own += [
            (place, place + 1)
            for letter in "TU"
            for _, place in self._clauses.signs(letter)
            if self._owns(place)
        ]
        return note_of(self._sentence, [span for span in self._leftovers() if span[0] < span[1]], own)

    def _leftovers(self) -> list[tuple[int, int]]:
        event, whole = self._event, len(self._row)
        spans = [(0, event.start)] if self._row[: event.start].strip() else []
        told = event.kind is Kind.OTHER and event.direction is Direction.INCOMING
        if told or event.mark in (Mark.INTRODUCED, Mark.ASK):
            return [*spans, (event.start, whole)]
        return [*spans, (event.shift + event.between[0], event.shift + event.between[1]), (event.end, whole)]
