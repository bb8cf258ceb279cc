"""The sentences that tell of something with somebody: a table of patterns, the most telling first, each with an example.

The first that fits the beginning of a part of the row tells what happened, so a row that is more particular stands above
one that is less so. The named groups of a pattern: `who` the people, `verb` or `noun` the word that tells the kind,
`given` what I gave.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from gardener.capture.day_mark import Tense
from gardener.capture.grammar import (
    ADVERBS,
    DETERMINER,
    FEW,
    GAP,
    HAVE,
    I_DID,
    I_HAVE,
    NAME,
    NEAR,
    NOT_AT_ANYBODY,
    NOUN,
    SIGN,
    START,
    THEIR,
    THEM,
    THEY,
    THEY_DID,
    TO_ME,
    TO_OR_WITH,
    WHOM,
    WITH,
)
from gardener.capture.lexicon import GAVE, GIFT, HAD, HELP, MINE_TALK, MINE_WRITTEN, NOUNS, SENT, THEIRS
from gardener.domain.interaction import MUTUAL_BY_NATURE, Direction, Kind

Match = re.Match[str]


class Mark(StrEnum):
    """What a pattern tells beside kind and direction."""

    THANKS = "thanks"
    ASK = "ask"
    INTRODUCED = "introduced"
    REPORTED = "reported"
    """What they said or did stands behind it, and may have a day of its own."""
    BARE = "bare"
    """A noun beside a name, which proves little: 'P0 coffee'."""


class Pattern(NamedTuple):
    """One way to tell of it. `kind` and `direction` are known, or asked of the match; null: to be found out elsewhere."""

    example: str
    """A row that this pattern fits and none above it does."""
    row: str
    """A regular expression for the beginning of a row."""
    kind: Kind | Callable[[Match], Kind] | None
    direction: Direction | Callable[[Match], Direction | None]
    tense: Tense = Tense.PAST
    mark: Mark | None = None


def kind_of(noun: str) -> Kind:
    """The kind that a noun names."""
    return _kind_among(NOUNS, noun)


def _kind_among(groups: tuple[tuple[Kind, str], ...], word: str) -> Kind:
    return next((kind for kind, words in groups if re.fullmatch(words, word)), Kind.OTHER)


def _longest_first(groups: tuple[tuple[Kind, str], ...]) -> str:
    """All words of the groups as alternatives: 'met up' is looked for before 'met'."""
    return "|".join(sorted((word for _, words in groups for word in words.split("|")), key=len, reverse=True))


# What a match tells of the kind, and of who began


def _of_noun(match: Match) -> Kind:
    """The kind of the noun, or of one right behind it that tells more: a 'catch-up call' is a call."""
    own = kind_of(match["noun"])
    behind = match.string[match.end("noun") :].split(" ", 2)[1:2]
    more = kind_of(behind[0]) if behind else Kind.OTHER
    return more if own is Kind.MEETING and more not in (Kind.OTHER, Kind.MESSAGE, Kind.EMAIL) else own


def _of_talk(match: Match) -> Kind:
    return _kind_among(MINE_TALK, match["verb"])


def _of_writing(match: Match) -> Kind:
    return _kind_among(MINE_WRITTEN, match["verb"])


def _of_their_verb(match: Match) -> Kind:
    return _kind_among(THEIRS, match["verb"])


def _of_their_noun(match: Match) -> Kind:
    return kind_of(match["noun"])


_GOES_BOTH_WAYS = re.compile(r" (?:exchange|thread|correspondence|conversation|chat|back and forth)\b")


def _by_noun(match: Match) -> Direction | None:
    """A talk has two sides, and so has an 'e-mail exchange'; of a message it must be asked."""
    both = _GOES_BOTH_WAYS.match(match.string, match.end("noun")) or _of_noun(match) in MUTUAL_BY_NATURE
    return Direction.MUTUAL if both else None


def _to_them(match: Match) -> Direction:
    """Made or sent to them: of a call nobody knows whether it was taken."""
    talk = kind_of(match["noun"]) in MUTUAL_BY_NATURE - {Kind.CALL}
    return Direction.MUTUAL if talk else Direction.OUTGOING


OUT, IN, BOTH = Direction.OUTGOING, Direction.INCOMING, Direction.MUTUAL
PAST, OPEN = Tense.PAST, Tense.OPEN

# Verbs, as alternatives

_TALKED = f"(?P<verb>{_longest_first(MINE_TALK)})"
_WROTE = f"(?P<verb>{_longest_first(MINE_WRITTEN)})"
_THEIR_VERB = f"(?P<verb>{_longest_first(THEIRS)})"
_ANSWERED = "(?P<verb>replied|answered|responded|wrote back|got back|reacted)"
_THEY_SENT = rf"(?:{SIGN} )?(?P<verb>sent|wrote|dropped|left|gave|posted)"
_THEY_SAID = (
    rf"(?:{SIGN} )?(?P<verb>replied|answered|responded|wrote back|e-?mailed back|e-?mailed|mailed|wrote|got back"
    r"|got in touch|reached out|called back|called|phoned|rang|texted back|texted|messaged|followed up|pinged|offered|agreed"
    r"|promised|accepted|declined|sent|shared|forwarded|recommended|introduced himself|introduced herself|confirmed)"
)
_THEY_CAME = r"(?:came by|came over|dropped by|stopped by|came round|visited|visited me|met me|saw me|joined me|dropped in)"
_LOOKED_IN = r"(?P<verb>stopped by|dropped by|dropped in|popped in|popped by|called in|looked in)"
_AND_I = r"(?: ,)? and (?:i|me|myself)"
_I_AND_THEY = rf"{START}(?:me|i|myself) and (?P<who>{WHOM}) {HAVE}"
_WHAT_I_GOT = (
    r"(?P<noun>repl(?:y|ies)|answer|response|e-?mails?|mails?|messages?|texts?|letters?|cards?|notes?|dms?|voice ?mail"
    r"|postcard|invitation)"
)
_WHAT_CAME = r"(?P<noun>reply|answer|response|e-?mail|mail|message|text|letter|card|note|dm|postcard)"
_WHAT_I_ANSWERED = r"(?P<noun>e-?mails?|mails?|messages?|texts?|letters?|notes?|dms?|cards?|whats ?app)"
_INTRODUCED_TO = rf"(?P<who>{NAME} (?:to|and|with) {NAME})"
_UNTIL_A_BREAK = rf"(?: (?!{SIGN}\b|[.;,!?:—–]|and\b|but\b)[^ ]+)*"
_UNTIL_SOMETHING_ELSE = (
    rf"(?: (?!{SIGN}\b|[.;,!?:—–]|and (?:she|he|they|i|we|then|also|asked|thanked|told)\b|but\b|by e-?mail|via\b|over\b"
    r"|on (?:linkedin|whatsapp))[^ ]+)*"
)

WORD_FROM_THEM = (
    Pattern("heard from P0", rf"{I_HAVE}(?:heard|heard back|got word|got news) {ADVERBS}from {ADVERBS}{THEM}", Kind.EMAIL, IN),
    Pattern("got a long letter from P0", rf"{I_HAVE}(?:got|received|had|have|found|read|there 's|was) {ADVERBS}{DETERMINER}{FEW}{NOUN} {NEAR}from {ADVERBS}{THEM}", _of_noun, IN),
    Pattern("i was called by P0", rf"{I_DID}(?:was|were|got|been) (?P<verb>called|phoned|e-?mailed|texted|messaged|contacted|invited|thanked|pinged|congratulated|asked) {GAP}by {THEM}", _of_their_verb, IN),
    Pattern("missed a call from P0", rf"{START}(?:missed|returned)(?: a)? call from {THEM}", Kind.CALL, IN),
    Pattern("was introduced to C0 by P0", rf"{I_DID}(?:was|were|got|been|have been) {ADVERBS}(?P<verb>introduced|connected|put in touch|referred) {ADVERBS}(?:to|with) {WHOM} {ADVERBS}(?:[^ .;,]+ ){{0,4}}?(?:by|through|via|thanks to) {THEM}", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("was introduced by P0 to C0", rf"{I_DID}(?:was|were|got|been) (?P<verb>introduced|connected) by {THEM} {ADVERBS}to {WHOM}", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("got an intro to C0 from P0", rf"{I_HAVE}(?:got|received|was offered|were offered) (?:a|an) (?:[a-z-]+ )?(?P<verb>intro|introduction) to {WHOM} {ADVERBS}(?:from|by|through|via|thanks to) {THEM}", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("read P0 's long letter", rf"{I_DID}(?:got|received|read|have|had|saw) {THEIR} (?:[a-z]+ ){{0,2}}?{_WHAT_I_GOT}\b", _of_noun, IN),
    Pattern("P0 's reply came", rf"{START}{THEIR} (?:[a-z]+ ){{0,2}}?{_WHAT_CAME} (?:just |finally )?(?:came|arrived|reached me|landed)\b", _of_noun, IN),
    Pattern("P0 will introduce me", rf"{THEY} (?:will|'ll|can|could|would|wants to|is going to|is happy to|was happy to|is willing to) (?P<verb>introduce|connect|put) (?:me|us)\b", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("got some advice from P0", rf"{I_DID}(?:got|received|had) {FEW}{HELP} {NEAR}from {THEM}", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("P0 said yes", rf"{THEY_DID}said (?:yes|no)\b", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("P0 asked how i am", rf"{THEY_DID}(?P<verb>asked) (?:if|whether|how|what|when|where|why|about|for) ", Kind.OTHER, IN, mark=Mark.REPORTED),
)  # fmt: skip

WE_BOTH = (
    Pattern("P0 and i had lunch", rf"{THEY}{_AND_I} {HAVE}{ADVERBS}{HAD} {ADVERBS}{FEW}{NOUN}", _of_noun, BOTH),
    Pattern("P0 and i met", rf"{THEY}{_AND_I} {HAVE}{ADVERBS}{_TALKED}\b", _of_talk, BOTH),
    Pattern("P0 and i texted", rf"{THEY}{_AND_I} {HAVE}{ADVERBS}(?P<verb>e-?mailed|texted|messaged|wrote|dm'?e?d|exchanged)\b", _of_their_verb, BOTH),
    Pattern("me and P0 had lunch", rf"{_I_AND_THEY}{ADVERBS}{HAD} {FEW}{NOUN}", _of_noun, BOTH),
    Pattern("me and P0 met", rf"{_I_AND_THEY}{ADVERBS}{_TALKED}\b", _of_talk, BOTH),
    Pattern("exchanged e-mails with P0", rf"{I_HAVE}exchanged {FEW}{NOUN} with {THEM}", _of_noun, BOTH),
    Pattern("answered P0 's letter", rf"{I_DID}{ADVERBS}{_ANSWERED} {ADVERBS}(?:to )?{THEIR} (?:[a-z-]+ ){{0,2}}?{_WHAT_I_ANSWERED}\b", _of_noun, OUT),
    Pattern("answered P0 's questions", rf"{I_DID}{ADVERBS}{_ANSWERED} {ADVERBS}(?:to )?{THEIR} (?:[a-z-]+ ){{0,2}}?(?:questions?|invitation|request|post|offer|inquiry|enquiry|feedback)\b", Kind.EMAIL, OUT),
    Pattern("returned P0 's call", rf"{I_DID}{ADVERBS}(?:returned|took|answered|got) {THEIR} (?:[a-z-]+ )?(?P<noun>phone call|call)\b", Kind.CALL, BOTH),
)  # fmt: skip

I_GAVE = (
    Pattern("introduced P0 to P1", rf"{I_DID}introduced {ADVERBS}{_INTRODUCED_TO}", Kind.OTHER, OUT, mark=Mark.INTRODUCED),
    Pattern("put P0 in touch with P1", rf"{I_DID}(?:connected|put) {ADVERBS}(?P<who>{NAME} (?:to|and|with|in touch with) {NAME})", Kind.OTHER, OUT, mark=Mark.INTRODUCED),
    Pattern("dropped P0 a note", rf"{I_DID}{SENT} {ADVERBS}{THEM} {ADVERBS}{DETERMINER}{FEW}{NOUN}(?= |$)", _of_noun, _to_them),
    Pattern("sent a postcard to P0", rf"{I_DID}{SENT} {ADVERBS}{DETERMINER}{FEW}{NOUN} {GAP}(?:to|for) {ADVERBS}{THEM}", _of_noun, _to_them),
    Pattern("sent P0 my thanks", rf"{I_DID}{SENT} {ADVERBS}{THEM} {ADVERBS}(?:a |an |my |the )?thank[- ]?(?:you|s)\b", Kind.MESSAGE, OUT, mark=Mark.THANKS),
    Pattern("said many thanks to P0", rf"{I_DID}(?:sent|said|wrote) (?:a |my |many )?thank(?:s|[- ]you)(?: (?!to)[a-z]+)? to {THEM}", Kind.EMAIL, OUT, mark=Mark.THANKS),
    Pattern("lent P0 my umbrella", rf"{I_DID}(?P<verb>{GAVE}) {ADVERBS}{THEM} (?P<given>{GIFT}\b{_UNTIL_SOMETHING_ELSE})", None, OUT),
    Pattern("lent my umbrella to P0", rf"{I_DID}(?P<verb>{GAVE}) {ADVERBS}(?P<given>{GIFT}\b (?:(?!with\b|to\b|{NAME}|[.;,!?:—–])[^ ]+ ){{1,6}}?)(?:to|with) {THEM}", None, OUT),
)  # fmt: skip

I_ASKED_OR_THANKED = (
    Pattern("asked P0 about it", rf"{I_DID}(?P<verb>asked|begged) {ADVERBS}{THEM}(?= |$)", None, OUT, mark=Mark.ASK),
    Pattern("asked for a reference from P0", rf"{I_DID}(?:requested|asked for) {FEW}(?:[^ ]+ ){{0,4}}?from {THEM}(?= |$)", None, OUT, mark=Mark.ASK),
    Pattern("thanked P0", rf"{I_DID}(?P<verb>thanked) {ADVERBS}{THEM}(?= |$)", None, OUT, mark=Mark.THANKS),
    Pattern("wrote to thank P0", rf"{I_DID}(?P<verb>wrote|e-?mailed|messaged|texted|called|dropped by) to (?:say )?thank(?:s|s to| you to)? {THEM}", _of_writing, OUT, mark=Mark.THANKS),
    Pattern("many thanks to P0", rf"{I_DID}(?:thanks|many thanks|big thanks|thank you|thx) (?:goes )?to {THEM}(?= |$)", None, OUT, mark=Mark.THANKS),
    Pattern("helped P0 move house", rf"{I_DID}(?P<given>helped {ADVERBS}{THEM}{_UNTIL_A_BREAK})", Kind.OTHER, OUT),
    Pattern("tried to reach P0", rf"{I_DID}tried {ADVERBS}(?:to )?(?:call|calling|phone|phoning|ring|ringing|reach|reaching) {ADVERBS}{THEM}", Kind.CALL, OUT),
    Pattern("sought advice from P0", rf"{I_DID}(?:sought|wanted|needed) {FEW}(?:advice|feedback|help|input|guidance) {NEAR}from {THEM}", None, OUT, mark=Mark.ASK),
)  # fmt: skip

I_DID_WITH_THEM = (
    Pattern("had a few words with P0", rf"{I_DID}had {FEW}words? {ADVERBS}with {ADVERBS}{THEM}", Kind.OTHER, BOTH),
    Pattern("great meeting P0", rf"{I_DID}(?:had the pleasure of|had the chance of|enjoyed|loved|great|nice|good|lovely|a pleasure) (?P<verb>meeting|seeing|catching up|talking|speaking) {TO_OR_WITH}{THEM}", Kind.MEETING, BOTH),
    Pattern("through P1 i met P0", rf"^(?:through|via|thanks to) {NAME} (?:{SIGN} |, )*(?:i|we) {HAVE}{_TALKED} {ADVERBS}{TO_OR_WITH}{THEM}", _of_talk, BOTH),
    Pattern("had coffee with P0", rf"{I_DID}{ADVERBS}{HAD} {GAP}{NOUN} {GAP}{WITH} {ADVERBS}{THEM}", _of_noun, _by_noun),
    Pattern("took P0 out for lunch", rf"{I_DID}{ADVERBS}took {ADVERBS}{THEM} {ADVERBS}(?:out )?(?:for|to) {FEW}{NOUN}", _of_noun, BOTH),
    Pattern("met P0", rf"{I_DID}{ADVERBS}{_TALKED} {ADVERBS}{TO_OR_WITH}{ADVERBS}{THEM}", _of_talk, BOTH),
    Pattern("talked for ages about life with P0", rf"{I_DID}{ADVERBS}{_TALKED} {NEAR}(?:with|to|w/|into) {ADVERBS}{THEM}", _of_talk, BOTH),
    Pattern("texted back and forth with P0", rf"{I_DID}{ADVERBS}(?P<verb>e-?mailed|texted|messaged|wrote|whats ?apped|corresponded|chatted) (?:back and forth |a lot |lots )?with {ADVERBS}{THEM}", _of_writing, BOTH),
    Pattern("wrote to P0", rf"{I_DID}{ADVERBS}{_WROTE} {ADVERBS}{TO_OR_WITH}{ADVERBS}{THEM}", _of_writing, OUT),
    Pattern("wrote a few lines to P0", rf"{I_DID}{ADVERBS}{_WROTE} {NEAR}(?:to|with) {ADVERBS}{THEM}", _of_writing, OUT),
    Pattern("talking to P0", rf"{START}(?:talking|spoke|speaking|chatting) {ADVERBS}(?:with|to) {THEM}", Kind.OTHER, BOTH, OPEN),
    Pattern("had P0 over for dinner", rf"{I_DID}{ADVERBS}had {ADVERBS}{THEM} (?:over|round|around|here)\b(?: for {FEW}{NOUN})?", Kind.MEETING, BOTH),
    Pattern("dinner at P0 's place", rf"{START}(?:had )?{FEW}{NOUN} (?:at|in) {THEIR} (?:new )?(?:place|house|home|flat|apartment|office|studio|garden)\b", _of_noun, BOTH, OPEN),
    Pattern("U0 with P0", rf"^(?:(?:[DT]\d+|,|i|we|spent|had|about|nearly|almost|around) )*U\d+ (?:[DT]\d+ )*{WITH} {THEM}", Kind.OTHER, BOTH, OPEN),
    Pattern("had P0 on the phone", rf"{I_DID}had {ADVERBS}{THEM} on (?:the )?(?P<noun>phone|zoom|skype|teams)\b", _of_noun, BOTH),
    Pattern("stopped by P0 's office", rf"{I_DID}{_LOOKED_IN} {ADVERBS}(?:(?:to see|on|at|to visit) )?(?P<who>{NAME})(?: 's (?:new )?(?:office|place|desk|house|home|flat|studio|shop)\b)?(?! 's)", Kind.MEETING, BOTH),
    Pattern("said hello to P0", rf"{I_DID}(?P<verb>said (?:hi|hello|goodbye)|waved) to {THEM}", Kind.OTHER, BOTH),
    Pattern("spent the day with P0", rf"^(?:(?:i|we|finally|just) )*spent (?:{SIGN} |the day |the evening |the afternoon |a day |time |some time )+{WITH} {THEM}", Kind.OTHER, BOTH),
)  # fmt: skip

THEY_DID_SOMETHING = (
    Pattern("P0 had lunch with me", rf"{THEY_DID}{HAD} {FEW}{NOUN} {ADVERBS}with (?:me|us)\b", _of_noun, BOTH),
    Pattern("P0 met me", rf"{THEY_DID}(?P<verb>met|met up|spoke|talked|chatted|caught up) {ADVERBS}(?:(?:with|to) )?(?:me|us)\b", _of_talk, BOTH),
    Pattern("P0 said she will call", rf"{THEY_DID}(?P<verb>said|mentioned|offered|suggested|promised|told me) (?:that )?(?:she|he|they) ", Kind.OTHER, IN, mark=Mark.REPORTED),
    Pattern("P0 sent me a card", rf"{THEY_DID}{_THEY_SENT} {TO_ME} {ADVERBS}{DETERMINER}{FEW}{NOUN}(?= |$)", _of_their_noun, IN),
    Pattern("P0 sent a card", rf"{THEY_DID}{_THEY_SENT} {ADVERBS}{DETERMINER}{FEW}{NOUN}(?: to me)?(?= |$){NOT_AT_ANYBODY}", _of_their_noun, IN),
    Pattern("P0 thanked me", rf"{THEY_DID}(?:{SIGN} )?{_THEIR_VERB} {ADVERBS}(?:in touch with )?{TO_ME}\b", _of_their_verb, IN, mark=Mark.REPORTED),
    Pattern("P0 replied", rf"{THEY_DID}{_THEY_SAID}{NOT_AT_ANYBODY}(?= |$)", _of_their_verb, IN, mark=Mark.REPORTED),
    Pattern("P0 took me out for lunch", rf"{THEY} (?:took|treated|invited) me {ADVERBS}(?:out )?(?:for|to) {FEW}{NOUN}", _of_noun, BOTH),
    Pattern("P0 came by", rf"{THEY} {_THEY_CAME}\b{NOT_AT_ANYBODY}", Kind.MEETING, BOTH),
)  # fmt: skip

A_THING_WITH_THEM = (
    Pattern("long letter from P0", rf"{START}{FEW}{NOUN} {NEAR}from {ADVERBS}{THEM}", _of_noun, IN, OPEN),
    Pattern("coffee with P0", rf"{START}{FEW}{NOUN} {GAP}{WITH} {ADVERBS}{THEM}", _of_noun, _by_noun, OPEN),
    Pattern("my letter to P0", rf"{START}{DETERMINER}{FEW}{NOUN} {ADVERBS}to {ADVERBS}{THEM}", _of_noun, _to_them, OPEN),
    Pattern("P0 : coffee", rf"{THEY} (?:{SIGN} )*(?:: |, |- |— |– |/ |\( )+(?:{SIGN} |, |: |had |a |- )*{FEW}{NOUN}(?= |$)", _of_noun, _by_noun, OPEN),
    Pattern("coffee P0", rf"{START}{FEW}{NOUN} (?:{SIGN} |, |: |- |— |– |/ |@ |\( )*{THEM}(?= |$)", _of_noun, _by_noun, OPEN, Mark.BARE),
    Pattern("P0 coffee", rf"{THEY} (?:{SIGN} )*(?:for )?{NOUN}(?= |$)", _of_noun, _by_noun, OPEN, Mark.BARE),
)  # fmt: skip

PATTERNS: tuple[Pattern, ...] = (
    *WORD_FROM_THEM,
    *WE_BOTH,
    *I_GAVE,
    *I_ASKED_OR_THANKED,
    *I_DID_WITH_THEM,
    *THEY_DID_SOMETHING,
    *A_THING_WITH_THEM,
)
