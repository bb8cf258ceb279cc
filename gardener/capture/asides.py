"""What else a sentence says beside the event: whose talk it was, what I asked and gave, thanks, who led to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gardener.capture.events import signs_of
from gardener.capture.grammar import WHO
from gardener.domain.interaction import About, Answer, Ask, AskKind
from gardener.domain.introduction import Origin, Outcome

_AT = r"[PC]\d+"
_PRONOUN = r"(?:she|he|they)"
_THEM = rf"(?:her|him|them|{WHO})"
_I = r"(?:^|[,.;:!—–-] |\band |\bthen |\bi |\bwe |\balso |\bi've |\( )(?:also |then |just |later |have |had |'ve )*"
"""What stands before a verb of mine; 'she asked' is none of mine."""

# Whose it mostly was

_THEIRS = rf"(?:her|his|their|hers|theirs|{_AT} 's|him|them)\b"
_MINE = r"(?:my|me|mine|myself)\b"
_ABOUT = r"(?:about|regarding|re|concerning|discuss(?:ed|ing)|covered|through|over|on)"
_MOSTLY = r"(?:mostly|mainly|largely|all|almost all|primarily|nearly all|only|entirely|chiefly|for the most part|lots|most of it|the whole time|mostly just|a lot)"
_WHOSE: tuple[tuple[re.Pattern[str], About], ...] = tuple(
    (re.compile(pattern), about)
    for pattern, about in (
        (r"\b(?:about |of )?(?:both of us|us both|each other|both sides|both our|half and half|fifty[- ]fifty|50 / 50|equal(?:ly)?(?: parts)?|a bit of both|took turns|mutual|even split|evenly)\b", About.BOTH),
        (rf"\b(?:{_MOSTLY} )?{_ABOUT} {_THEIRS}[^,.;]* and (?:(?:then |a bit |also )*(?:about |on )?){_MINE}", About.BOTH),
        (rf"\b(?:{_MOSTLY} )?{_ABOUT} {_MINE}[^,.;]* and (?:(?:then |a bit |also )*(?:about |on )?){_THEIRS}", About.BOTH),
        (rf"\b{_MOSTLY} (?:{_ABOUT} )?{_THEIRS}", About.THEIRS),
        (rf"\b{_MOSTLY} (?:{_ABOUT} )?{_MINE}", About.MINE),
        (rf"\b(?:she|he|they|{_AT}) (?:mostly |mainly )?(?:did (?:most of|all) the talking|talked (?:mostly|a lot|the whole time|most|non-?stop))", About.THEIRS),
        (r"\bi (?:mostly |mainly |just )*listened\b|^(?:mostly |mainly |i )*listened\b|, (?:i )?(?:mostly |mainly |just )*listened\b|\bmostly listening\b", About.THEIRS),
        (r"\bi (?:did (?:most of|all) the talking|talked (?:too much|mostly|most|a lot|the whole time)|mostly talked|mainly talked)", About.MINE),
    )
)  # fmt: skip
_PLAIN_WHOSE = (
    (
        re.compile(rf"\b(?:about|discussed|regarding|re|concerning) (?:the |all )?{_THEIRS}(?! me)"),
        About.THEIRS,
    ),
    (re.compile(rf"\b(?:about|discussed|regarding|re|concerning) {_MINE}"), About.MINE),
)


_NOT_ABOUT = re.compile(r"\b(?:not|nothing|never|without)(?: [a-z]+)? about [^,.;]*")


def whose(row: str, people: Sequence[str]) -> About | None:
    """Whose talk it mostly was; null where the sentence does not say. 'about Jane's move' is theirs if she was there."""
    row = _NOT_ABOUT.sub("", row)
    for match in re.finditer(rf"({_AT}) 's\b", row):
        if match[1] not in people:
            row = row.replace(match[0], "somebody 's", 1)
    for pattern, about in _WHOSE:
        if pattern.search(row):
            return about
    found = {about for pattern, about in _PLAIN_WHOSE if pattern.search(row)}
    return About.BOTH if len(found) > 1 else found.pop() if found else None


# What I asked

_ASKED = re.compile(
    rf"{_I}(?P<verb>asked|requested|begged|asking|ask)\b(?: {_THEM})?(?P<what>(?: (?![.;!])[^ ]+)*)"
)
_ASKING = r"(?:asking|to ask|requesting|to request|begging)"
_ASKING_IN_IT = re.compile(
    rf"(?: (?![PC]\d)[^ ,.;!]+){{0,4}}? (?P<verb>{_ASKING})\b(?: {_THEM})?(?P<what>(?: (?![.;!])[^ ]+)*)"
)
"""Behind a word of mine: 'wrote to her on Monday asking for advice'."""
_ASKS: tuple[tuple[AskKind, re.Pattern[str]], ...] = (
    (AskKind.VOUCHING, re.compile(r"\b(?:vouch|references?\b|recommend(?:ation|ations)?\b|recommend me|good word|endorse)")),
    (AskKind.INTRODUCTION, re.compile(r"\bintros?\b|introduction|introduce (?:me|us)|connect me|put me in (?:touch|contact)|who i (?:could|should|can) (?:talk|speak)")),
    (AskKind.REFERRAL, re.compile(r"\breferral|refer me|pass (?:on |along )?my|forward my|hand (?:in|on) my|submit my|get my (?:cv|resume) (?:to|in)")),
    (AskKind.ADVICE, re.compile(r"\b(?:advice|feedback|opinion|thoughts|tips|guidance|suggestions?|help|input|perspective|view|mentor)|(?:look at|look over|review|read|check|proofread|comment on) my|what (?:she|he|they) (?:thinks?|thought|would do)|his take|her take")),
)  # fmt: skip
_OF_THEM = re.compile(
    r"^ (?:(?:about|after|how|what|whether|if|when|where) )+(?:her|his|their|she|he|they|the (?:kids|family|baby))\b|^ (?:me|us)\b"
)
_SAID_BEFORE = re.compile(r"\bsaid (yes|no)\b")
_PENDING = re.compile(
    r"\b(?:think about it|get back to me|let me know|no (?:answer|reply|word)|not sure|see what|look into|waiting|hasn't|haven't|didn't (?:answer|reply|say)|didn't know)\b"
)
_NO = re.compile(
    r"\b(?:said (?:no|not|nope)|says no|no luck|declined|refused|turned (?:me|it|that) down|can't|couldn't|cannot|could not|wouldn't|won't|unable|not comfortable|rather not|not possible|said \w+ (?:can't|couldn't|won't)|too busy)\b"
)
_YES = re.compile(
    r"\b(?:yes|agreed|agrees|of course|happy to|gladly|sure|no problem|will do|ok|okay|promised|accepted|(?:she|he|they) (?:will|would|'ll|did|gave|offered|sent|helped|made|introduced|put)|(?:got|gave me) (?:it|some|good|great|lots|plenty|an|a|one)|granted)\b"
)


def ask_of(row: str, start: int) -> Ask | None:
    """What I asked for from `start` of the row on, with its answer; a question about them is no ask."""
    match = next(_ASKED.finditer(row, start), None)
    return None if match is None else _ask(row, match)


def ask_in_word_of_mine(row: str, end: int) -> Ask | None:
    """What a mail or message of mine that is told until `end` asked for; a question is as good as any other word."""
    match = _ASKING_IN_IT.match(row, end)
    ask = None if match is None else _ask(row, match)
    return None if ask is None or ask.kind is AskKind.QUESTION else ask


def _ask(row: str, match: re.Match[str]) -> Ask | None:
    what = match["what"]
    asked, *others = re.split(r" (?:[,:(]|—|–|-)(?= )", what, maxsplit=1)
    rest = " ".join(others)
    kind = next((kind for kind, words in _ASKS if words.search(asked)), AskKind.QUESTION)
    if _OF_THEM.match(asked) and (kind is AskKind.QUESTION or asked.startswith((" me", " us"))):
        return None
    said = rest + row[match.end() :]
    tail = re.split(
        rf" (?:and|but|who) (?={_PRONOUN}|said|got|declined|agreed|refused|promised)", asked, maxsplit=1
    )
    said = (tail[1] if len(tail) > 1 else "") + said
    if (before := _SAID_BEFORE.search(row[: match.start()])) is not None:
        return Ask(kind, Answer.DECLINED if before[1] == "no" else Answer.GRANTED)
    if _PENDING.search(said):
        return Ask(kind)
    if _NO.search(said):
        return Ask(kind, Answer.DECLINED)
    return Ask(kind, Answer.GRANTED if _YES.search(said) else Answer.PENDING)


# What I gave, and thanks

_GAVE = re.compile(
    rf"{_I}(?:sent|gave|shared|forwarded|lent|brought|recommended|passed on|passed|showed|e-?mailed|bought|returned|mailed)"
    rf" (?:(?:over|along|on) )?(?:with )?{_THEM} (?!an? (?:[a-z]+ )?(?:message|text|call|ring|e-?mail|note|dm|line|reply|letter|card)\b)(?P<given>(?:the|a|an|my|some|our|two|three|that|those|Q0|feedback|tips|advice|notes|links?|info|information|details|slides|comments|contacts)\b[^,.;!—–()]*?)(?= (?:,|[.;!—–()]|and (?:she|he|they|i|we)|but)|$)"
)
_GAVE_TO = re.compile(
    rf"{_I}(?:sent|gave|forwarded|lent|brought|recommended|passed on|passed|showed|shared) (?:over )?(?P<given>(?:the|a|an|my|some|two|three|that|this|Q0)[^,.;!—–()]*?) (?:to|with) {_THEM}\b"
)
_HELPED = re.compile(rf"{_I}(?P<given>helped {_THEM}(?: [^ ,.;!—–()]+)*?)(?= (?:,|[.;!—–()]|and|but)|$)")
_LED_FOR = re.compile(rf"{_I}(?P<given>introduced (?:her|him|them) to {_AT})")
_THANKED = re.compile(
    rf"{_I}(?:thanked|thanking|thank(?! you)|(?:said|say|saying) (?:a big |many )?thank(?:s| you))\b"
)
_THANK_NOUN = re.compile(
    r"\bthank[- ]you (?:note|card|letter|e-?mail|mail|message|text|dm)|\bthanks (?:note|card|mail)\b"
)


def given(row: str, start: int) -> Iterator[tuple[int, int]]:
    """The places of what I gave, from `start` of the row on."""
    for pattern in (_GAVE, _GAVE_TO, _HELPED, _LED_FOR):
        for match in pattern.finditer(row, start):
            yield match.span("given")


def is_thanks(row: str) -> bool:
    """Whether I thanked them."""
    return bool(_THANKED.search(row) or _THANK_NOUN.search(row))


# Who led to whom


@dataclass(frozen=True, slots=True)
class Leading:
    """`by` is a sign or a pronoun, or empty for those it was with; `to` are signs."""

    by: str
    to: tuple[str, ...]
    origin: Origin
    outcome: Outcome = Outcome.PENDING


_BY = rf"(?P<by>{_PRONOUN}|{_AT})"
_TO = rf"(?P<to>{WHO})"
_WILL = r"(?: (?:also|kindly|then|even|has|had|'ll|'d|will|would|can|could|is going to|wants to|promised|offered|agreed|volunteered|was happy|is happy|proposed|said (?:she|he|they)(?: (?:will|would|can|could)|'ll|'d)?|to|going|and|me|suggested))*"
_INTRO = r"(?:intro|intros|introduction|introductions|e-intro|warm intro|email intro|connection|contact)"
_TOWARDS = r"(?:to|with|in touch with|in contact with|up with|into contact with)"
_OFFERED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BY}{_WILL} (?:introduc(?:e|ed|ing)|connect(?:ed|ing)?|put(?:ting)?|hook(?:ed)?|link(?:ed)?) (?:me|us) {_TOWARDS} (?:her |his |their )?{_TO}",
        rf"{_BY}{_WILL} (?:offered|promised|made|make|gave|give|proposed|arranged?|sent|send|did|do|set up|got|suggested|organised) (?:me )?(?:up )?(?:to make )?(?:an? |the |some )?(?:[a-z-]+ )?{_INTRO} (?:me )?(?:to|with) {_TO}",
        rf"(?:was|got|been|were|am|getting) (?:introduced|connected|put in touch) (?:to|with) {_TO}(?: [^ .;]+)*? (?:by|through|via|thanks to) (?P<by>{_AT})",
        rf"(?:was|got|been|were) (?:introduced|connected) by (?P<by>{_AT}) to {_TO}",
        rf"{_INTRO} to {_TO} (?:[^ .;]+ )*?(?:from|by|via|through|thanks to|courtesy of) (?P<by>{_AT})",
        rf"(?P<by>{_AT}) 's (?:[a-z-]+ )?{_INTRO} to {_TO}",
        rf"(?:got|received|was offered|were offered|has|offered|promised|with|,|:|;|—|–|-) (?P<by>)(?:an? |the |me an )?(?:[a-z-]+ )?{_INTRO} (?:offered )?to {_TO}",
    )
)  # fmt: skip
_AND_BEFORE = re.compile(r"[PC]\d+ (?:, )?(?:and|&|,) $")
_MET_BY = re.compile(
    rf"\b(?:introduced|introduction|referred|recommended|intro|sent|connected) (?:made )?(?:by|through|via|from) (?P<by>{_AT})|\b(?:through|via|thanks to|courtesy of) (?P<by2>{_AT})|(?P<by3>{_AT}) (?:had |has )?introduced us\b"
)
_REQUESTED = re.compile(
    rf"\b(?:intro|introduction|introduce me|connect me|put me in (?:touch|contact)|intros|introductions) (?:to|with) {_TO}"
)
_INTRO_WORDS = re.compile(_INTRO + "|introduce|connect|put")
_THANK_FOR = re.compile(r"\bthank(?:ed|ing|s|-you| you)? [^.;]*?\bfor [^.;]*")
_ASK_FOR = re.compile(rf"{_I}(?:asked|requested|begged|asking|ask) [^.;]*")
_ASKING_FOR = re.compile(rf" {_ASKING} [^.;]*")


def _without_asking(match: re.Match[str]) -> str:
    """What I asked for is nothing that was offered; what comes after the next comma may be."""
    asked, comma, rest = match[0].partition(" ,")
    return _INTRO_WORDS.sub(lambda word: "-" * len(word[0]), asked) + comma + rest


def leadings(row: str, who: Sequence[str], ask: Ask | None) -> Iterator[Leading]:
    """The introductions that the row tells: offered or made, and those I asked for unless they were declined."""
    plain = _THANK_FOR.sub(lambda match: " " * len(match[0]), row)
    asking = _ASK_FOR if ask is None or _ASK_FOR.search(plain) else _ASKING_FOR
    unasked = asking.sub(_without_asking, plain)
    told: set[str] = set()
    for pattern in _OFFERED:
        for match in pattern.finditer(unasked):
            to = tuple(sign for sign in signs_of(match["to"]) if sign not in told and sign != match["by"])
            told.update(to)
            several = _AND_BEFORE.search(unasked[: match.start()]) is not None  # 'Ana and Tom introduced me'
            if to:
                yield Leading("" if several else match["by"], to, Origin.OFFERED)
    if ask is not None and ask.kind is AskKind.INTRODUCTION and ask.answer is not Answer.DECLINED:
        asked = asking.search(plain)
        found = _REQUESTED.search(asked[0]) if asked else None
        to = tuple(sign for sign in signs_of(found["to"]) if sign not in told) if found else ()
        told.update(to)
        if to:
            yield Leading("", to, Origin.REQUESTED)
    through = _MET_BY.search(unasked)
    if through is not None and not told:
        by = through["by"] or through["by2"] or through["by3"]
        new = tuple(sign for sign in who if sign != by)
        if new and by not in who:
            yield Leading(by, new, Origin.OFFERED, Outcome.MET)
