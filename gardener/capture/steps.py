"""Steps of an opportunity in a sentence: an interview, an application, an offer, and to whom it is owed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from gardener.capture.day_mark import DayMark, Tense
from gardener.capture.names import Names
from gardener.capture.sentence import Sentence
from gardener.capture.understood import Reached
from gardener.domain.opportunity import StepKind

_AT = r"(?P<at>[PC]\d+)"
_WHERE = rf"(?:[^ ;.!?]+ ){{0,7}}?(?:at|with|to) (?:the )?{_AT}"
_WHERE_ELSE = rf"(?:[^ ;.!?]+ ){{0,7}}?(?:from|for|by) (?:the )?{_AT}"
_START = r"^(?:(?:[DTU]\d+|,|i|we|have|had|'ve|got|my|a|an|the|did|finally|just|today|was|and|yes|hurray|great news|news) )*(?:(?:[DTU]\d+|:) )*"
_STEPS: tuple[tuple[StepKind, re.Pattern[str]], ...] = tuple(
    (step, re.compile(_START + pattern))
    for step, pattern in (
        (StepKind.SECOND_INTERVIEW, rf"(?:second|2nd|final|final-round|second-round|third|follow-up)(?: round)?(?: of)? (?:interviews?|round) (?:[^ ;.!?]+ ){{0,7}}?(?:at|for) (?:the )?{_AT}"),
        (StepKind.INTERVIEW, rf"(?:(?:job|first[- ]round|first|on-?site|phone|video|panel|technical) )*(?:interviews?|screening|phone screen) (?:[^ ;.!?]+ ){{0,7}}?(?:at) (?:the )?{_AT}"),
        (StepKind.INTERVIEW, rf"interviewed (?:[^ ;.!?]+ ){{0,5}}?(?:at|with) (?:the )?{_AT}"),
        (StepKind.APPLIED, rf"(?:applied|application|applying)(?: sent)? {_WHERE}"),
        (StepKind.APPLIED, rf"(?:applied|application|applying)(?: sent)? {_WHERE_ELSE}"),
        (StepKind.OFFER, rf"(?:received |written |job |verbal )*offer(?:ed)? (?:[^ ;.!?]+ ){{0,5}}?(?:from|at|by) (?:the )?{_AT}"),
        (StepKind.ACCEPTED, rf"(?:accepted|signed) (?:[^ ;.!?]+ ){{0,5}}?(?:offer|contract|job) (?:[^ ;.!?]+ ){{0,3}}?(?:from|at|with|by) (?:the )?{_AT}"),
        (StepKind.REJECTED, rf"(?:rejected|turned down|rejection) (?:[^ ;.!?]+ ){{0,4}}?(?:by|from|at) (?:the )?{_AT}"),
    )
)  # fmt: skip
_THANKS = re.compile(
    r"\b(?:thanks to|through|via|owed to|courtesy of|referred by|introduced by) (?P<who>[PC]\d+(?:(?: and| ,| &) [PC]\d+)*)"
)
_FELL_THROUGH = re.compile(
    r"\b(?:cancell?ed|postponed|called off|fell through|falls through|withdrawn|rescinded|on hold|not happening|no longer)\b"
)
_MOVED = re.compile(r"\b(?:moved|rescheduled|shifted|pushed)\b")
"""With two days only the person knows which is the old one."""
_OVER = frozenset({StepKind.APPLIED, StepKind.OFFER, StepKind.ACCEPTED, StepKind.REJECTED})
_TOLD = re.compile(
    r"\b(?:had|went|was|were|did|interviewed|came|has gone|passed|failed|aced|bombed|nailed|survived|done|finished"
    r"|over|behind me|yesterday|already|met|talked|spoke|asked me|they asked|felt|enjoyed)\b"
)
"""Words that say it is past."""
_GOT = re.compile(
    r"\b(?:got|invited|invitation"
    r"|(?!scheduled|rescheduled|moved|shifted|pushed|planned|confirmed|booked|arranged|referred|introduced|recommended|excited|need)[a-z]{2,}ed)\b"
)
"""An interview that was got on Friday may be held on Friday; and 'they liked me' tells that it was."""
ROLES_SHOWN = 4
_NEGATED = re.compile(r"\b(?:no|not|didn't|never|if|cancell?ed|postponed|hope|maybe)\b")


_ROLE = re.compile(
    r"\b(?:for|as|about) (?:the )?(?:(?:role|position|job|post) (?:of |as )?)?(?:an? )?(?P<role>(?:[^ ,.;:!?]+ )+?)(?:(?:role|position|job|post) )?"
    r"(?:at|with|from) (?:the )?[PC]\d+"
)


_ROLE_BEHIND = re.compile(
    r"(?: [DTU]\d+| on| next| last| ,)* (?:for|as) (?:the )?(?:(?:role|position|job|post) (?:of |as )?)?(?:an? )?"
    r"(?P<role>C\d+(?: (?:(?:of|for|in|and|&|/) )?C\d+)*)"
)


def _role(sentence: Sentence, end: int) -> str:
    """'Product Lead' of 'interview for the Product Lead role at Meridian', or of 'applied at Meridian for Product Lead'; there it is
    told from other words by its capitals."""
    match = _ROLE.search(sentence.row[:end]) or _ROLE_BEHIND.match(sentence.row, end)
    return sentence.words(*match.span("role")) if match else ""


def _tenses(mark: DayMark, past: bool, got: bool) -> tuple[Tense, ...]:
    """How the step can stand to its day. Without a verb, an interview 'on Friday' is the coming one; it is shown first."""
    if past:
        return (Tense.PAST,)
    return (Tense.FUTURE,) if mark.by_weekday and not got else (Tense.PAST, Tense.FUTURE)


def with_role(step: Reached, names: Names) -> Reached:
    """The step with the role of the only opportunity at that employer; else with those that can be chosen."""
    if step.role:
        return step
    known = names.roles(step.employer)
    if len(known) == 1:
        return replace(step, role=known[0])
    return replace(step, roles=known or names.other_roles()[:ROLES_SHOWN])


def find_step(sentence: Sentence, today: date) -> Reached | None:
    """The step that the sentence tells, or null. The employer is a name that nobody in the garden has."""
    for step, pattern in _STEPS:
        match = pattern.search(sentence.row)
        if match is None or _NEGATED.search(sentence.row[: match.end()]):
            continue
        if match["at"].startswith("P"):
            continue
        if _FELL_THROUGH.search(sentence.row) or (_MOVED.search(sentence.row) and len(sentence.days) > 1):
            return None
        past = step in _OVER or _TOLD.search(sentence.row) is not None
        got = _GOT.search(sentence.row) is not None
        days = [mark.meant(tense, today) for mark in sentence.days for tense in _tenses(mark, past, got)]
        meant = tuple(dict.fromkeys(day for each in days for day in each))
        found = (today,) if not days else () if any(not each for each in days) else meant
        thanks = _THANKS.search(sentence.row)
        people = (
            tuple(sentence.person(sign) for sign in re.findall(r"[PC]\d+", thanks["who"])) if thanks else ()
        )
        more = re.match(r" & [PC]\d+", sentence.row[match.end("at") :])
        employer = sentence.words(match.start("at"), match.end("at") + (more.end() if more else 0))
        return Reached(employer, step, found, people, _role(sentence, match.end()))
    return None
