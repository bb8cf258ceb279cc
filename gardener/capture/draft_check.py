"""A message looked over before it is sent: where the ask stands, how heavy it is, and whose message it mostly is.

Plain rules over the text alone, and the guards' word; nothing leaves this computer and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from gardener.domain import guards
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.guards import SIGNS_NEEDED, Verdict
from gardener.domain.interaction import AskKind
from gardener.domain.text import fold

FIRST_SENTENCES = 2
"""An ask in one of so many first sentences (the greeting aside) stands before anything about them."""
MOSTLY_ME = 0.6
"""From this share of 'I' among 'I' and 'you' on, it is mostly about me."""
LEAST_PRONOUNS = 4
"""With fewer of both, the share says nothing."""
LONG = 180
"""Words that are read in about a minute."""
LONGEST = 20_000
"""Characters that are looked at."""

_ASKS: tuple[tuple[AskKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            AskKind.VOUCHING,
            r"\bvouch|\breference\b|\brecommend(?:ation)? (?:me|letter)|\bgood word\b|\bendorse",
        ),
        (
            AskKind.REFERRAL,
            r"\breferral\b|\brefer me\b|(?:forward|pass|hand|submit)[^.?!]{0,20} my (?:cv|resume|application|name)",
        ),
        (
            AskKind.INTRODUCTION,
            r"\bintro(?:duction|s)?\b|\bintroduce me\b|\bconnect me\b|\bput me in (?:touch|contact)|\bany leads\b"
            r"|\bwho (?:is|are) hiring\b|\bknow (?:of )?(?:anyone|anybody|someone) who\b",
        ),
        (
            AskKind.ADVICE,
            r"\badvice\b|\bfeedback\b|\byour (?:opinion|thoughts|view|take)\b|\btips\b|\bpick your brain\b"
            r"|(?:look at|look over|review|read|check) my\b|\bguidance\b|\bhelp me\b|\bmentor\b",
        ),
    )
)
_REQUEST = re.compile(
    r"\b(?:could|would|can|will) you\b|\bi (?:was|am|'m) (?:wondering|hoping|looking)\b|\bi wonder\b|\bplease\b"
    r"|\bi(?:'d| would) (?:appreciate|love|like|be grateful)\b|\bany chance\b|\bwould it be possible\b"
    r"|\bdo you (?:know|have|think)\b|\b(?:may|can|could) i\b|\bhelp\b|\bi need\b|\bcould we\b|\bdo me a favou?r\b"
)
_ABOUT_THEM = re.compile(
    r"\b(?:how (?:are|is|was|were|did|do)|what (?:are|is|was|did|do)|are|is|did|have|has|where|when)\b[^?]*"
    r"\b(?:you|your|yours)\b|^how (?:is|was|are|were|did) the\b"
)
_OFFER = re.compile(
    r"\b(?:can|could|may|shall) i (?:help|offer|send you|do anything|be of (?:any )?(?:use|help))\b"
    r"|\blet me know if (?:i|you need)\b|\bhappy to help\b"
)
_ME = re.compile(r"\b(?:i|me|my|mine|myself)\b")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b")
_GREETING = re.compile(
    r"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n.!?,]{0,40}(?:[,!.\n]+\s*|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class AskFound:
    """One ask in the text: its kind, the number of its sentence (from 1, the greeting aside), and its words."""

    kind: AskKind
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be said of the draft: a code, the figures it rests on, and whether it is well."""

    code: str
    well: bool
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """All of it. `about_me` is 0..1, null where too little is said of either; `verdict` weighs the heaviest ask."""

    words: int
    sentences: int
    asks: tuple[AskFound, ...]
    about_me: float | None
    verdict: Verdict
    findings: tuple[Finding, ...]


def check_draft(text: str, garden: Garden, contact: str, today: date) -> DraftCheck:
    """Looks over a message meant for `contact` today. `garden` is the garden as of today; KeyError without them."""
    plant = garden.plants[contact]
    body = _GREETING.sub("", text[:LONGEST].strip().replace("’", "'"))
    sentences = [m[0].strip() for m in _SENTENCE.finditer(body) if m[0].strip()]
    asks = tuple(_asks(sentences))
    heaviest = max((ask.kind for ask in asks), key=list(SIGNS_NEEDED).index, default=None)
    verdict = guards.consider(
        plant.tie,
        today,
        climate=garden.climate(today),
        left_alone=plant.contact.left_alone,
        ask=heaviest,
    )
    words = len(body.split())
    share = _about_me(body)
    findings = tuple(_findings(body, sentences, asks, share, words, plant.contact, verdict, plant.tie.run))
    return DraftCheck(words, len(sentences), asks, share, verdict, findings)


def _asks(sentences: Sequence[str]) -> Iterator[AskFound]:
    """Requests with what they ask for; a question about them, or an offer of mine, is none."""
    for number, sentence in enumerate(sentences, 1):
        low = sentence.lower()
        if _OFFER.search(low):
            continue
        asks = bool(_REQUEST.search(low)) or low.endswith("?")
        kind = next((kind for kind, words in _ASKS if words.search(low)), None) if asks else None
        if kind is None and low.endswith("?") and not _ABOUT_THEM.search(low):
            kind = AskKind.QUESTION
        if kind is not None:
            yield AskFound(kind, number, sentence)


def _about_me(body: str) -> float | None:
    low = body.lower()
    mine, yours = len(_ME.findall(low)), len(_YOU.findall(low))
    return mine / (mine + yours) if mine + yours >= LEAST_PRONOUNS else None


def _findings(
    body: str,
    sentences: Sequence[str],
    asks: Sequence[AskFound],
    share: float | None,
    words: int,
    contact: Contact,
    verdict: Verdict,
    unanswered: int,
) -> Iterator[Finding]:
    if asks:
        first = asks[0]
        early = first.sentence <= FIRST_SENTENCES
        where = {"sentence": first.sentence, "of": len(sentences)}
        yield Finding("ask-early" if early else "ask-late", not early, where)
    else:
        yield Finding("no-ask", True)
    if len(asks) > 1:
        yield Finding("several-asks", False, {"count": len(asks)})
    if verdict.ask is not None:
        yield Finding("weight", verdict.ask.holds, {"ask": str(verdict.ask.kind)})
    if share is not None:
        yield Finding("about-me", share < MOSTLY_ME, {"share": round(100 * share)})
    known = _common(body, contact)
    if known:
        yield Finding("common", True, {"word": known})
    elif contact.common.theirs:
        yield Finding("no-common", False, {"line": contact.common.theirs[0]})
    if not any(_ABOUT_THEM.search(s.lower()) for s in sentences if s.endswith("?")):
        yield Finding("no-question", False)
    if words > LONG:
        yield Finding("long", False, {"words": words})
    yield Finding("unanswered", unanswered == 0, {"number": unanswered + 1})


def _common(body: str, contact: Contact) -> str:
    """A word of the common ground that the message takes up, or nothing."""
    said = {fold(word) for word in _WORD.findall(body)}
    lines = (*contact.common.theirs, *contact.common.mine)
    return next((word for line in lines for word in _WORD.findall(line) if fold(word) in said), "")
