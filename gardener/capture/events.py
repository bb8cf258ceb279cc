"""What a part of a sentence says has happened, or is to happen: patterns over the row of signs, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from gardener.capture.day_mark import Tense
from gardener.capture.lexicon import BASE, MINE_TALK, MINE_WRITTEN, NOUNS, TALKS, THEIRS
from gardener.domain.interaction import MUTUAL_BY_NATURE, Direction, Kind


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the row at `start`..`end`. `who` holds the signs of those it was with.

    `kind` is null where the words tell none; `direction` is null where it must be asked. `given` is the place of what
    I gave in the row, `between` of what stands between the deed and its people; `word` is the verb or noun itself,
    `marks` names what else the pattern tells (`thanks`, `ask`, `introduced`, `bare`). `given` and `between` are counted
    from `shift`.
    """

    start: int
    end: int
    who: tuple[str, ...]
    kind: Kind | None
    direction: Direction | None
    tense: Tense
    given: tuple[int, int] | None = None
    marks: frozenset[str] = frozenset()
    between: tuple[int, int] = (0, 0)
    word: str = ""
    shift: int = 0


_AT = r"[PC]\d+"
_MOD = (
    rf"(?:(?:my|her|his|their|our|the|a|an|another|fellow|new|old|former|dear|one of my) (?:(?!of\b|from\b|at\b|in\b|to\b|with\b|for\b|on\b)[a-z0-9-]+ ){{0,4}}?(?:called |named |, )?"
    rf"|{_AT} 's (?:[a-z-]+ ){{1,3}}(?:called |named |, )?|(?:both|all|mr|ms|mrs|dr|prof) (?:of )?)?"
)
_ORG = rf"(?: (?:from|of|at|@|over at) (?:the )?{_AT}(?= (?:and|,|&|\+)))?(?: \( [^)]*\))?"
_ONE = rf"(?:{_MOD}{_AT}{_ORG}(?! 's))"
_THEIR_VERB = "|".join(pattern for _, pattern in THEIRS)
_SEP = r"(?: , and| , &| and| &| \+| /| plus| as well as| along with| together with| with)"
_COMMA = rf"(?: , {_ONE}(?=$| (?:[,.;:!?()—–&+/-]|and|plus|[DTU]\d+|at|on|in|for|about|re|over|to|with|from|via|by|after|before|last|this|both|all|together)(?: |$)))"
"""After a comma a name goes on with the list only where no verb of its own follows: 'with Bob, Jane could not come'."""
WHO = rf"{_ONE}(?:{_COMMA}|{_SEP} {_ONE}(?! (?:{_THEIR_VERB}|will|would|is|was|has|had|said|wants?|knows?|can|could|should|joined|came|and i)\b))*"
WHOM = rf"{_ONE}(?:(?:{_SEP}| ,) {_ONE})*"
"""The same where a verb of theirs may follow."""
_SIGN = r"[DTU]\d+"
_ADV = (
    rf"(?:(?:{_SIGN}|,|back|again|briefly|quickly|finally|just|also|together|up|out|both|over|away|for|a bit|a little|a while|long|once|twice"
    r"|unexpectedly|spontaneously|very|really|properly|informally|personally|directly|privately|recently|formally|at length|at last) )*"
)
_PRE = (
    rf"^(?:(?:{_SIGN}|,|:|-|and|then|also|so|just|finally|ok|well|had to|note|log|today|again|after that|later|afterwards|earlier|great|good"
    r"|i think|it was|there was|at last|had a|by chance|unexpectedly|briefly|quickly|'s|my|our|a|an) )*"
)
_MOODS = r"(?:(?:have|had|'ve|'d|did|just|finally|also|then|briefly|quickly|recently|actually|already|unexpectedly|accidentally|got to|managed to) )*"
_ME = rf"(?:(?:i|we|me) {_MOODS})?"
_FEW = (
    r"(?:(?!with\b|to\b|from\b|by\b|and\b|about\b|regarding\b|re\b|for\b|on\b|in\b|at\b|of\b|after\b|before\b|via\b|over\b|because\b|that\b|no\b)"
    r"(?:[DTU]\d+|[a-z0-9][a-z0-9'-]*|[a-z]) ){0,5}?"
)
_NOUN = "(?P<noun>" + "|".join(f"(?:{words})" for _, words in NOUNS) + ")"
_GAP = r"(?:(?![.;!?] |she\b|he\b|they\b|i\b|who\b|but\b|because\b|and (?:she|he|they|i)\b)[^ ]+ ){0,9}?"
_NEAR = r"(?:(?!with\b|w/|to\b|from\b|and\b|[PC]\d|[.;!?] )[^ ]+ ){0,7}?"
_WITH = r"(?:with|w/|w|alongside|together with|feat|between me and|between us and)"
_HAD = (
    "(?:had|have had|'ve had|grabbed|got|did|took|shared|enjoyed|held|went (?:for|to|on|out for)|went|hosted|finished|ended|spent|joined|attended|made|hopped on|jumped on"
    "|was on|got off|just off|off|came from|back from|was at|were at|drank|ate|snatched|squeezed in|scheduled and had|after|finally had)"
)
_SENT = "(?:sent|wrote|dropped|shot|fired off|mailed|posted|left|gave|passed|handed|forwarded|delivered|returned|typed|made|placed|replied with|did)"
_GIVEN = "(?:sent|gave|shared|forwarded|lent|brought|recommended|passed on|passed|handed|mailed|e-?mailed|showed|offered|bought|returned|loaned)"
_OF_MINE = r"(?:the|a|an|my|some|our|two|three|that|this|those|her|his|their|q0|Q0|feedback|tips|advice|help|notes|links?|info|information|details|slides|comments)"
_MEDIUM_END = r"(?: (?:back|again))?"


def kind_of(noun: str) -> Kind:
    """The kind that a noun names."""
    return next((kind for kind, words in NOUNS if re.fullmatch(words, noun)), Kind.OTHER)


def _verb_kind(groups: tuple[tuple[Kind, str], ...], verb: str) -> Kind:
    return next((kind for kind, words in groups if re.fullmatch(words, verb)), Kind.OTHER)


def _any(groups: tuple[tuple[Kind, str], ...]) -> str:
    return "|".join(sorted((w for _, p in groups for w in p.split("|")), key=len, reverse=True))


Made = Callable[[re.Match[str]], "Event | None"]


def _event(
    kind: Kind | Callable[[re.Match[str]], Kind | None] | None,
    direction: Direction | Callable[[re.Match[str]], Direction | None] | None,
    tense: Tense,
    *marks: str,
) -> Made:
    def made(match: re.Match[str]) -> Event:
        named = match.groupdict()
        given = match.span("given") if named.get("given") else None
        core = next((name for name in ("noun", "verb") if named.get(name)), None)
        done, who = match.end(core or "who"), match.span("who")
        between = (done, who[0]) if done < who[0] and given is None else (0, 0)
        return Event(
            match.start(),
            match.end(),
            tuple(signs_of(match["who"])),
            kind(match) if callable(kind) else kind,
            direction(match) if callable(direction) else direction,
            tense,
            given,
            frozenset(marks),
            between,
            match[core] if core else "",
        )

    return made


def signs_of(listed: str) -> list[str]:
    """The people of a list: 'P0 's friend C1' is C1 alone, and what stands after 'from' or in brackets is nobody."""
    bare = re.sub(r"\( [^)]*\)", "", listed)
    bare = re.sub(rf"{_AT} 's (?:[a-z-]+ )*", "", bare)
    bare = re.sub(rf"(?:from|of|at|@|over at) (?:the )?{_AT}", "", bare)
    return re.findall(_AT, bare)


def _noun_kind(match: re.Match[str]) -> Kind:
    """The kind of the noun, or of one right behind it that tells more: a 'catch-up call' is a call."""
    own = kind_of(match["noun"])
    behind = match.string[match.end("noun") :].split(" ", 2)[1:2]
    more = kind_of(behind[0]) if behind else Kind.OTHER
    return more if own is Kind.MEETING and more not in (Kind.OTHER, Kind.MESSAGE, Kind.EMAIL) else own


def _noun_direction(match: re.Match[str]) -> Direction | None:
    if re.match(
        r" (?:exchange|thread|correspondence|conversation|chat|back and forth)\b",
        match.string[match.end("noun") :],
    ):
        return Direction.MUTUAL
    return Direction.MUTUAL if _noun_kind(match) in MUTUAL_BY_NATURE else None


def _to_direction(match: re.Match[str]) -> Direction:
    return (
        Direction.MUTUAL if kind_of(match["noun"]) in MUTUAL_BY_NATURE - {Kind.CALL} else Direction.OUTGOING
    )


def _written(match: re.Match[str]) -> Kind:
    return _verb_kind(MINE_WRITTEN, match["verb"])


def _talked(match: re.Match[str]) -> Kind:
    return _verb_kind(MINE_TALK, match["verb"])


def _theirs(match: re.Match[str]) -> Kind:
    return _verb_kind(THEIRS, match["verb"])


def _their_noun(match: re.Match[str]) -> Kind:
    return kind_of(match["noun"]) if match.groupdict().get("noun") else Kind.EMAIL


OUT, IN, BOTH = Direction.OUTGOING, Direction.INCOMING, Direction.MUTUAL
PAST, OPEN, AHEAD = Tense.PAST, Tense.OPEN, Tense.FUTURE
_TO_ME = r"(?:me|us|to me|to us|for me|my \w+(?: \w+)?|to my \w+(?: \w+)?|on my \w+(?: \w+)?)"
_TALK_VERB = _any(MINE_TALK)
_WRITE_VERB = _any(MINE_WRITTEN)
_PREP = r"(?:(?:with|to|w/|into|in on|by|for) )?"
_OBJECT = rf"(?! (?:(?:to|with|about|for|and) )?{_AT})"

_PATTERNS: tuple[tuple[str, Made], ...] = tuple(
    (pattern, made)
    for pattern, made in (
        # Word from them
        (rf"{_PRE}(?:i |we )?{_MOODS}(?:heard|heard back|got word|got news) {_ADV}from {_ADV}(?P<who>{WHO})", _event(Kind.EMAIL, IN, PAST)),
        (rf"{_PRE}(?:i |we )?{_MOODS}(?:got|received|had|have|found|read|there 's|was) {_ADV}(?:a |an |the |another |her |his |their |two |some )?{_FEW}{_NOUN} {_NEAR}from {_ADV}(?P<who>{WHO})",
         _event(_noun_kind, IN, PAST)),
        (rf"{_PRE}{_ME}(?:was|were|got|been) (?P<verb>called|phoned|e-?mailed|texted|messaged|contacted|invited|thanked|pinged|congratulated|asked) {_GAP}by (?P<who>{WHO})",
         _event(lambda m: _verb_kind(THEIRS, m["verb"]), IN, PAST)),
        (rf"{_PRE}(?:missed|returned)(?: a)? call from (?P<who>{WHO})", _event(Kind.CALL, IN, PAST)),
        (rf"{_PRE}{_ME}(?:was|were|got|been|have been) {_ADV}(?P<verb>introduced|connected|put in touch|referred) {_ADV}(?:to|with) {WHOM} {_ADV}(?:[^ .;,]+ ){{0,4}}?(?:by|through|via|thanks to) (?P<who>{WHO})",
         _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}{_ME}(?:was|were|got|been) (?P<verb>introduced|connected) by (?P<who>{WHO}) {_ADV}to {WHOM}", _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}(?:i |we )?{_MOODS}(?:got|received|was offered|were offered) (?:a|an) (?:[a-z-]+ )?(?P<verb>intro|introduction) to {WHOM} {_ADV}(?:from|by|through|via|thanks to) (?P<who>{WHO})",
         _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}{_ME}(?:got|received|read|have|had|saw) (?P<who>{_AT}) 's (?:[a-z]+ ){{0,2}}?(?P<noun>repl(?:y|ies)|answer|response|e-?mails?|mails?|messages?|texts?|letters?|cards?|notes?|dms?|voice ?mail|postcard|invitation)\b", _event(_noun_kind, IN, PAST)),
        (rf"{_PRE}(?P<who>{_AT}) 's (?:[a-z]+ ){{0,2}}?(?P<noun>reply|answer|response|e-?mail|mail|message|text|letter|card|note|dm|postcard) (?:just |finally )?(?:came|arrived|reached me|landed)\b", _event(_noun_kind, IN, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) (?:will|'ll|can|could|would|wants to|is going to|is happy to|was happy to|is willing to) (?P<verb>introduce|connect|put) (?:me|us)\b", _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}{_ME}(?:got|received|had) {_FEW}(?:advice|feedback|tips|help|input|suggestions|guidance) {_NEAR}from (?P<who>{WHO})", _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}said (?:yes|no)\b", _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?P<verb>asked) (?:if|whether|how|what|when|where|why|about|for) ", _event(Kind.OTHER, IN, PAST, "theirs")),
        # I and they, together
        (rf"{_PRE}(?P<who>{WHOM})(?: ,)? and (?:i|me|myself) {_MOODS}{_ADV}(?:{_HAD} {_ADV}{_FEW}{_NOUN})", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}(?P<who>{WHOM})(?: ,)? and (?:i|me|myself) {_MOODS}{_ADV}(?P<verb>{_TALK_VERB})\b", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}(?P<who>{WHOM})(?: ,)? and (?:i|me|myself) {_MOODS}{_ADV}(?P<verb>e-?mailed|texted|messaged|wrote|dm'?e?d|exchanged)\b", _event(_theirs, BOTH, PAST)),
        (rf"{_PRE}(?:me|i|myself) and (?P<who>{WHOM}) {_MOODS}{_ADV}(?:{_HAD} {_FEW}{_NOUN})", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}(?:me|i|myself) and (?P<who>{WHOM}) {_MOODS}{_ADV}(?P<verb>{_TALK_VERB})\b", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}(?:i |we )?{_MOODS}exchanged {_FEW}{_NOUN} with (?P<who>{WHO})", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>replied|answered|responded|wrote back|got back|reacted) {_ADV}(?:to )?(?P<who>{_AT}) 's (?:[a-z-]+ ){{0,2}}?(?P<noun>e-?mails?|mails?|messages?|texts?|letters?|notes?|dms?|cards?|whats ?app)\b", _event(_noun_kind, OUT, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>replied|answered|responded|wrote back|got back|reacted) {_ADV}(?:to )?(?P<who>{_AT}) 's (?:[a-z-]+ ){{0,2}}?(?:questions?|invitation|request|post|offer|inquiry|enquiry|feedback)\b", _event(Kind.EMAIL, OUT, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?:returned|took|answered|got) (?P<who>{_AT}) 's (?:[a-z-]+ )?(?P<noun>phone call|call)\b", _event(Kind.CALL, BOTH, PAST)),
        # What I gave
        (rf"{_PRE}{_ME}introduced {_ADV}(?P<who>(?P<one>{_AT}) (?:to|and|with) (?P<two>{_AT}))", _event(Kind.OTHER, OUT, PAST, "introduced")),
        (rf"{_PRE}{_ME}(?:connected|put) {_ADV}(?P<who>(?P<one>{_AT}) (?:to|and|with|in touch with) (?P<two>{_AT}))", _event(Kind.OTHER, OUT, PAST, "introduced")),
        (rf"{_PRE}{_ME}(?:{_SENT}) {_ADV}(?P<who>{WHO}) {_ADV}(?:a |an |my |the |another |some |two )?{_FEW}{_NOUN}(?= |$)", _event(_noun_kind, _to_direction, PAST, "noun")),
        (rf"{_PRE}{_ME}(?:{_SENT}) {_ADV}(?:a |an |my |the |another |off a )?{_FEW}{_NOUN} {_GAP}(?:to|for) {_ADV}(?P<who>{WHO})", _event(_noun_kind, _to_direction, PAST, "noun")),
        (rf"{_PRE}{_ME}(?:{_SENT}) {_ADV}(?P<who>{WHO}) {_ADV}(?:a |an |my |the )?thank[- ]?(?:you|s)\b", _event(Kind.MESSAGE, OUT, PAST, "thanks")),
        (rf"{_PRE}{_ME}(?:sent|said|wrote) (?:a |my |many )?thank(?:s|[- ]you)(?: (?!to)[a-z]+)? to (?P<who>{WHO})", _event(Kind.EMAIL, OUT, PAST, "thanks")),
        (rf"{_PRE}{_ME}(?P<verb>{_GIVEN}) {_ADV}(?P<who>{WHO}) (?P<given>{_OF_MINE}\b(?: (?!{_SIGN}\b|[.;,!?:—–]|and (?:she|he|they|i|we|then|also|asked|thanked|told)\b|but\b|by e-?mail|via\b|over\b|on (?:linkedin|whatsapp))[^ ]+)*)", _event(None, OUT, PAST)),
        (rf"{_PRE}{_ME}(?P<verb>{_GIVEN}) {_ADV}(?P<given>{_OF_MINE}\b (?:(?!with\b|to\b|{_AT}|[.;,!?:—–])[^ ]+ ){{1,6}}?)(?:to|with) (?P<who>{WHO})", _event(None, OUT, PAST)),
        # Asked and thanked
        (rf"{_PRE}{_ME}(?P<verb>asked|begged) {_ADV}(?P<who>{WHO})(?= |$)", _event(None, OUT, PAST, "ask")),
        (rf"{_PRE}{_ME}(?:requested|asked for) {_FEW}(?:[^ ]+ ){{0,4}}?from (?P<who>{WHO})(?= |$)", _event(None, OUT, PAST, "ask")),
        (rf"{_PRE}{_ME}(?P<verb>thanked) {_ADV}(?P<who>{WHO})(?= |$)", _event(None, OUT, PAST, "thanks")),
        (rf"{_PRE}{_ME}(?P<verb>wrote|e-?mailed|messaged|texted|called|dropped by) to (?:say )?thank(?:s|s to| you to)? (?P<who>{WHO})", _event(lambda m: _verb_kind(MINE_WRITTEN, m["verb"]), OUT, PAST, "thanks")),
        (rf"{_PRE}{_ME}(?:thanks|many thanks|big thanks|thank you|thx) (?:goes )?to (?P<who>{WHO})(?= |$)", _event(None, OUT, PAST, "thanks")),
        (rf"{_PRE}{_ME}(?P<given>helped {_ADV}(?P<who>{WHO})(?: (?!{_SIGN}\b|[.;,!?:—–]|and\b|but\b)[^ ]+)*)", _event(Kind.OTHER, OUT, PAST)),
        # Attempts
        (rf"{_PRE}{_ME}tried {_ADV}(?:to )?(?:call|calling|phone|phoning|ring|ringing|reach|reaching) {_ADV}(?P<who>{WHO})", _event(Kind.CALL, OUT, PAST)),
        (rf"{_PRE}{_ME}(?:sought|wanted|needed) {_FEW}(?:advice|feedback|help|input|guidance) {_NEAR}from (?P<who>{WHO})", _event(None, OUT, PAST, "ask")),
        # I did
        (rf"{_PRE}{_ME}had {_FEW}words? {_ADV}with {_ADV}(?P<who>{WHO})", _event(Kind.OTHER, BOTH, PAST)),
        (rf"{_PRE}{_ME}(?:had the pleasure of|had the chance of|enjoyed|loved|great|nice|good|lovely|a pleasure) (?P<verb>meeting|seeing|catching up|talking|speaking) {_PREP}(?P<who>{WHO})", _event(Kind.MEETING, BOTH, PAST)),
        (rf"^(?:through|via|thanks to) {_AT} (?:{_SIGN} |, )*(?:i|we) {_MOODS}(?P<verb>{_TALK_VERB}) {_ADV}{_PREP}(?P<who>{WHO})", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}{_HAD} {_GAP}{_NOUN} {_GAP}{_WITH} {_ADV}(?P<who>{WHO})", _event(_noun_kind, _noun_direction, PAST)),
        (rf"{_PRE}{_ME}{_ADV}took {_ADV}(?P<who>{WHO}) {_ADV}(?:out )?(?:for|to) {_FEW}{_NOUN}", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>{_TALK_VERB}) {_ADV}{_PREP}{_ADV}(?P<who>{WHO})", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>{_TALK_VERB}) {_NEAR}(?:with|to|w/|into) {_ADV}(?P<who>{WHO})", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>e-?mailed|texted|messaged|wrote|whats ?apped|corresponded|chatted) (?:back and forth |a lot |lots )?with {_ADV}(?P<who>{WHO})", _event(lambda m: _verb_kind(MINE_WRITTEN, m["verb"]), BOTH, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>{_WRITE_VERB}) {_ADV}{_PREP}{_ADV}(?P<who>{WHO})", _event(_written, OUT, PAST)),
        (rf"{_PRE}{_ME}{_ADV}(?P<verb>{_WRITE_VERB}) {_NEAR}(?:to|with) {_ADV}(?P<who>{WHO})", _event(_written, OUT, PAST)),
        (rf"{_PRE}(?:talking|spoke|speaking|chatting) {_ADV}(?:with|to) (?P<who>{WHO})", _event(Kind.OTHER, BOTH, OPEN)),
        (rf"{_PRE}{_ME}{_ADV}had {_ADV}(?P<who>{WHO}) (?:over|round|around|here)\b(?: for {_FEW}{_NOUN})?", _event(Kind.MEETING, BOTH, PAST)),
        (rf"{_PRE}(?:had )?{_FEW}{_NOUN} (?:at|in) (?P<who>{_AT}) 's (?:new )?(?:place|house|home|flat|apartment|office|studio|garden)\b", _event(_noun_kind, BOTH, OPEN)),
        (rf"^(?:(?:[DT]\d+|,|i|we|spent|had|about|nearly|almost|around) )*U\d+ (?:[DT]\d+ )*{_WITH} (?P<who>{WHO})", _event(Kind.OTHER, BOTH, OPEN)),
        (rf"{_PRE}{_ME}had {_ADV}(?P<who>{WHO}) on (?:the )?(?P<noun>phone|zoom|skype|teams)\b", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}{_ME}(?P<verb>stopped by|dropped by|dropped in|popped in|popped by|called in|looked in) {_ADV}(?:(?:to see|on|at|to visit) )?(?P<who>{_AT})(?: 's (?:new )?(?:office|place|desk|house|home|flat|studio|shop)\b)?(?! 's)", _event(Kind.MEETING, BOTH, PAST)),
        (rf"{_PRE}{_ME}(?P<verb>said (?:hi|hello|goodbye)|waved) to (?P<who>{WHO})", _event(Kind.OTHER, BOTH, PAST)),
        (rf"^(?:(?:i|we|finally|just) )*spent (?:{_SIGN} |the day |the evening |the afternoon |a day |time |some time )+{_WITH} (?P<who>{WHO})", _event(Kind.OTHER, BOTH, PAST)),
        # They did
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}{_HAD} {_FEW}{_NOUN} {_ADV}with (?:me|us)\b", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?P<verb>met|met up|spoke|talked|chatted|caught up) {_ADV}(?:(?:with|to) )?(?:me|us)\b", _event(_talked, BOTH, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?P<verb>said|mentioned|offered|suggested|promised|told me) (?:that )?(?:she|he|they) ", _event(Kind.OTHER, IN, PAST, "theirs")),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?:{_SIGN} )?(?P<verb>sent|wrote|dropped|left|gave|posted) {_TO_ME} {_ADV}(?:a |an |the |another |her |his |some )?{_FEW}{_NOUN}(?= |$)", _event(_their_noun, IN, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?:{_SIGN} )?(?P<verb>sent|wrote|dropped|left|gave|posted) {_ADV}(?:a |an |the |another |her |his |some )?{_FEW}{_NOUN}(?: to me)?(?= |$){_OBJECT}", _event(_their_noun, IN, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?:{_SIGN} )?(?P<verb>{_any(THEIRS)}) {_ADV}(?:in touch with )?{_TO_ME}\b", _event(_theirs, IN, PAST, "theirs")),
        (rf"{_PRE}(?P<who>{WHOM}) {_MOODS}(?:{_SIGN} )?(?P<verb>replied|answered|responded|wrote back|e-?mailed back|e-?mailed|mailed|wrote|got back|got in touch|reached out|called back|called|phoned|rang|texted back|texted|messaged|followed up|pinged|offered|agreed|promised|accepted|declined|sent|shared|forwarded|recommended|introduced himself|introduced herself|confirmed){_OBJECT}(?= |$)",
         _event(_theirs, IN, PAST, "theirs")),
        (rf"{_PRE}(?P<who>{WHOM}) (?:took|treated|invited) me {_ADV}(?:out )?(?:for|to) {_FEW}{_NOUN}", _event(_noun_kind, BOTH, PAST)),
        (rf"{_PRE}(?P<who>{WHOM}) (?:came by|came over|dropped by|stopped by|came round|visited|visited me|met me|saw me|joined me|dropped in)\b{_OBJECT}", _event(Kind.MEETING, BOTH, PAST)),
        # A thing with somebody
        (rf"{_PRE}{_FEW}{_NOUN} {_NEAR}from {_ADV}(?P<who>{WHO})", _event(_noun_kind, IN, OPEN)),
        (rf"{_PRE}{_FEW}{_NOUN} {_GAP}{_WITH} {_ADV}(?P<who>{WHO})", _event(_noun_kind, _noun_direction, OPEN)),
        (rf"{_PRE}(?:my |an? |another |the )?{_FEW}{_NOUN} {_ADV}to {_ADV}(?P<who>{WHO})", _event(_noun_kind, _to_direction, OPEN)),
        (rf"{_PRE}(?P<who>{WHOM}) (?:{_SIGN} )*(?:: |, |- |— |– |/ |\( )+(?:{_SIGN} |, |: |had |a |- )*{_FEW}{_NOUN}(?= |$)", _event(_noun_kind, _noun_direction, OPEN)),
        (rf"{_PRE}{_FEW}{_NOUN} (?:{_SIGN} |, |: |- |— |– |/ |@ |\( )*(?P<who>{WHO})(?= |$)", _event(_noun_kind, _noun_direction, OPEN, "bare")),
        (rf"{_PRE}(?P<who>{WHOM}) (?:{_SIGN} )*(?:for )?{_NOUN}(?= |$)", _event(_noun_kind, _noun_direction, OPEN, "bare")),
    )
)  # fmt: skip

_TODO = (
    r"(?:todo :|to do :|to-do :|todo|to do|to-do|must|should|need to|needs to|have to|got to|gotta|remember to|don't forget to|do not forget to|want to|plan to|planning to|going to|gonna|will|'ll"
    r"|'d like to|would like to|hope to|intend to|let 's|let us|please|remind me to|reminder to|reminder :|reminder|next step :|next :|next step|due|aim to|supposed to|promised to|promise to|agreed to|have promised to)"
)
_SURELY = r"really|finally|definitely|absolutely|certainly|urgently|seriously|actually|at last|at least|soon|quickly|first|once again|again"
PLAN = re.compile(
    rf"^(?:(?:{_SIGN}|,|and|then|so|also|on|by|ok|next) )*(?P<me>(?:i|we) )?(?:(?:{_SIGN}|also|then|really|still|'m|am|have) )*(?P<todo>(?:(?:{_SURELY}) )*{_TODO} )*(?:(?:{_SIGN}|also|just|{_SURELY}) )*(?P<verb>{BASE})(?= |$)"
)
"""What is to be done: 'call P0', 'need to write to P0', 'remind me to ask P0'."""
PROMISED = re.compile(
    rf"^(?:i )?promised (?P<who>{WHO}) (?:to|that i|i)(?: (?:will|would|'ll|'d))? (?P<verb>{BASE})(?= |$)"
)
PLAN_WHO = re.compile(rf"(?P<who>{WHO})")
PROGRESSIVE = re.compile(
    rf"^(?:(?:{_SIGN}|,|i|we|i'm|am|'m|are|'re|we're) )*(?:meeting(?= (?:up with )?[PC]\d)|seeing|calling|having|grabbing|visiting|catching up|talking|speaking|phoning|getting|going)\b"
)
"""'meeting Bob on Friday': it may have been, or may lie ahead."""
IS_TALK = re.compile(rf"(?:{TALKS})")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made at its first use: all of them together take a few tenths of a second."""
    return re.compile(pattern)


def warm() -> Iterator[None]:
    """Makes the patterns ready one by one, so that a window can do it between two key presses."""
    for pattern, _ in _PATTERNS:
        _compiled(pattern)
        yield


def find_event(row: str) -> Event | None:
    """The first pattern that the beginning of `row` fits."""
    for pattern, made in _PATTERNS:
        match = _compiled(pattern).match(row)
        event = made(match) if match is not None else None
        if event is not None and event.who:
            return event
    return None
