"""A sentence as a row of signs: days, times, lengths and names stand in it as one sign each, all else as small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from gardener.capture.day_mark import DayMark
from gardener.capture.given_names import is_given_name
from gardener.capture.habits import PLAIN, Habits
from gardener.capture.lexicon import ALSO_WORDS, MINE_TALK, MINE_WRITTEN, NOT_NAMES, NOUNS, THEIRS
from gardener.capture.local_days import days_named
from gardener.capture.names import PARTICLES, TITLES, Names
from gardener.capture.spans import Mark, find_durations, find_times
from gardener.capture.understood import Person
from gardener.domain.text import fold

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ID = re.compile(r"(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){0,3}(?:-[0-9a-f]{12})?(?![\w-])")
_QUOTE = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]|(?<!\w)['‘][^'‘’]+ [^'‘’]*['’](?!\w)")
_WORD = re.compile(
    r"\d+(?::\d+)|\bw/|[^\W_]+(?:[-.&](?=[^\W_])[^\W_]+)*(?:['’](?!(?:s|ll|ve|d|re|m)\b)[^\W_]+)*|['’](?:s|ll|ve|d|re|m)\b|\S"
)
_DM = re.compile(r"(?:dm|whatsapp|sms)['’]d\b", re.IGNORECASE)
_BREAKS = frozenset(". ; ! ? — – : | …".split())
_SLOT = frozenset(
    "with w/ to from met saw and & + , called phoned rang texted emailed e-mailed mailed messaged thanked asked visited"
    " pinged into call email text phone ring message thank ask meet see visit invited congratulated by told contacted dm"
    " coffee lunch dinner drinks beers zoom".split()
)
"""After these words a name may stand in small letters."""
_THEIR_VERBS = re.compile(
    "|".join(pattern for _, pattern in THEIRS)
    + "|joined|got|dropped|took|came|stopped|popped|visited|and|'s|was|is|has|had|said|met|cancell?ed"
)
_SAID_SO = re.compile(
    r"replied|answered|responded|called|phoned|rang|texted|emailed|messaged|wrote|pinged|and"
)
_FIRST_WORDS = re.compile(
    "|".join(pattern for _, pattern in (*NOUNS, *MINE_TALK, *MINE_WRITTEN, *THEIRS))
    + "|went|did|had|grabbed|got|took|shared|heard|received|sent|gave|left|made|dropped|shot|tried|quick|long|short|lovely|great|informational|virtual|first|second"
    "|call|phone|ring|email|write|text|message|meet|see|visit|thank|ask|send|follow|reply|reach|check|invite|schedule|book|arrange|catch|contact|remind|introduce|introduced"
    "|dear|talking|meeting|calling|emailing|having|seeing|attended|joined|hosted|lent|loaned|helped|recommended|passed|connected|reconnected|congratulated|invited|complimented|phoned|spoke|lunched|organised|organized|ended|started|spent|enjoyed|prepare|dont|don't|didn't|need|want|should|must|promised|never|interview|interviewed|breakfast|informal"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One sign of the row: what it covers in the text, and how it stands in the row."""

    start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The row of signs with what they stand for: D days, T times, U lengths, P and C people known and not, Q quotes."""

    text: str
    tokens: tuple[Token, ...]
    row: str
    days: Sequence[DayMark]
    times: Sequence[Mark]
    lengths: Sequence[Mark]
    people: Sequence[Person] = field(default=())

    def person(self, sign: str) -> Person:
        """Whom a sign P… or C… stands for."""
        return self.people[int(sign[1:])]

    def token_at(self, place: int) -> int:
        """The number of the token that stands at `place` of the row (or the first after it)."""
        at = 0
        for number, token in enumerate(self.tokens):
            if at + len(token.sign) > place:
                return number
            at += len(token.sign) + 1
        return len(self.tokens)

    def words(self, start: int, end: int) -> str:
        """What the person typed between two places of the row."""
        while end > start and self.row[end - 1] == " ":
            end -= 1
        first, last = self.token_at(start), self.token_at(max(start, end - 1))
        covered = self.tokens[first : last + 1]
        return self.text[covered[0].start : covered[-1].end] if covered else ""


@dataclass(slots=True)
class _Piece:
    """A stretch of the text on its way to a token."""

    start: int
    end: int
    text: str
    sign: str = ""

    @property
    def is_capital(self) -> bool:
        return not self.sign and self.text[:1].isupper()


def read_sentence(text: str, names: Names, today: date, habits: Habits = PLAIN) -> Sentence:
    """The signs of `text`."""
    taken: list[tuple[int, int, str]] = []

    def take(start: int, end: int, sign: str) -> bool:
        if any(start < e and s < end for s, e, _ in taken):
            return False
        taken.append((start, end, sign))
        return True

    people: list[Person] = []
    for match in _QUOTE.finditer(text):
        take(match.start(), match.end(), "Q0")
    for match in _MAIL.finditer(text):
        if take(match.start(), match.end(), f"{_known(names.find(match[0]))}{len(people)}"):
            people.append(names.find(match[0]))
    for match in _ID.finditer(text):
        person = names.by_id(match[0])
        if person is not None and take(match.start(), match.end(), f"P{len(people)}"):
            people.append(person)
    days: list[DayMark] = []
    for day in days_named(text, today, habits):
        if take(day.start, day.end, f"D{len(days)}"):
            days.append(day)
    lengths = [m for m in find_durations(text) if take(m.start, m.end, "U")]
    times = [m for m in find_times(text) if take(m.start, m.end, "T")]
    pieces = _pieces(text, sorted(taken))
    _number(pieces, "U")
    _number(pieces, "T")
    _name(pieces, names, people)
    tokens = tuple(Token(p.start, p.end, p.sign or _small(p.text)) for p in pieces)
    return Sentence(text, tokens, " ".join(t.sign for t in tokens), days, times, lengths, people)


def _known(person: Person) -> str:
    return "C" if person.is_new else "P"


def _small(word: str) -> str:
    return fold(word.replace("’", "'").replace("‘", "'")) or "-"


def _number(pieces: Sequence[_Piece], sign: str) -> None:
    for at, piece in enumerate(p for p in pieces if p.sign == sign):
        piece.sign = f"{sign}{at}"


def _pieces(text: str, taken: Sequence[tuple[int, int, str]]) -> list[_Piece]:
    pieces, at = list[_Piece](), 0
    for start, end, sign in [*taken, (len(text), len(text), "")]:
        for match in _WORD.finditer(text, at, start):
            pieces.append(_Piece(match.start(), match.end(), match[0]))
        if sign:
            pieces.append(_Piece(start, end, text[start:end], sign))
        at = end
    return _joined(pieces)


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """'DM'd' is one word."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and last.end == piece.start and _DM.fullmatch(last.text + piece.text):
            joined[-1] = _Piece(last.start, piece.end, last.text + piece.text)
        else:
            joined.append(piece)
    return joined


# Names


def _name(pieces: list[_Piece], names: Names, people: list[Person]) -> None:
    """Puts a sign in the place of every name, whole known names first."""
    at = 0
    while at < len(pieces):
        length = _whole(pieces, at, names) or _capitals(pieces, at, names) or _small_name(pieces, at, names)
        if length:
            run = pieces[at : at + length]
            said = " ".join(p.text for p in run if p.text != ".").replace(" - ", "-")
            several = at > 0 and pieces[at - 1].text.lower() == "the"  # 'the Millers' are nobody to plant
            can_be_new = run[0].text[:1].isupper() and not several
            person = names.find(said, at=_beside(pieces, at + length), can_be_new=can_be_new)
            pieces[at : at + length] = [
                _Piece(run[0].start, run[-1].end, said, f"{_known(person)}{len(people)}")
            ]
            people.append(person)
        at += 1


def _beside(pieces: Sequence[_Piece], at: int) -> str:
    """The organisation after 'of', 'from' or 'at', or between brackets."""
    if at + 1 < len(pieces) and pieces[at].text in ("of", "from", "at", "@", "("):
        words = []
        for piece in pieces[at + 1 : at + 4]:
            if not piece.is_capital:
                break
            words.append(piece.text)
        return " ".join(words)
    return ""


def _plain(piece: _Piece) -> bool:
    return not piece.sign and (piece.text[:1].isalpha() or piece.text in (".", "-"))


def _whole(pieces: Sequence[_Piece], at: int, names: Names) -> int:
    """How many pieces from `at` on are the whole name of a contact, in whatever letters."""
    for length in range(min(names.longest + 1, len(pieces) - at), 1, -1):
        run = pieces[at : at + length]
        if all(_plain(p) for p in run) and run[0].text[:1].isalpha():
            words = [fold(p.text) for p in run if p.text not in (".", "-")]
            if run[-1].text not in (".", "-") and names.is_whole(words):
                return length
    return 0


def _starts(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a sentence or a part of it begins there, so that a capital tells nothing."""
    return at == 0 or pieces[at - 1].text in _BREAKS or pieces[at - 1].text.endswith((".", "\n"))


def _capitals(pieces: Sequence[_Piece], at: int, names: Names) -> int:
    """How many pieces from `at` on are a name by their capitals: known by a part, or unknown."""
    first = pieces[at]
    if not first.is_capital or not _plain(first):
        return 0
    word = fold(first.text.replace("’", "'"))
    title = word in TITLES
    if word in NOT_NAMES and not title and not names.is_first_name(word):
        return 0
    end = _end_of_capitals(pieces, at)
    if _starts(pieces, at) and not title:
        after = pieces[at + 1].text.lower() if at + 1 < len(pieces) else ""
        alone = end == at + 1
        known = names.is_first_name(word) and word not in ALSO_WORDS
        if alone and not known and not (after in (",", ":", "&", "/", "—", "-") or _THEIR_VERBS.match(after)):
            return 0
        second = fold(pieces[at + 1].text) if end > at + 1 else ""
        verb = names.is_first_name(second) and not is_given_name(word)
        if not known and not names.begins(word) and (verb or _FIRST_WORDS.fullmatch(word)):
            return 0
        says = _THEIR_VERBS.match(after) or after.endswith("ed")
        if word in ALSO_WORDS and alone and not (after in (",", ":", ";", "&") or says):
            return 0
        if word in NOT_NAMES and alone and not names.is_first_name(word):
            return 0
    return end - at


def _end_of_capitals(pieces: Sequence[_Piece], at: int) -> int:
    """Past the last piece of a name: capitals, particles between them, initials with their dots."""
    end = at + 1
    while end < len(pieces):
        piece, before = pieces[end], pieces[end - 1]
        short = len(before.text) == 1 or fold(before.text) in TITLES
        if (
            (
                piece.is_capital
                and _plain(piece)
                and (fold(piece.text) not in NOT_NAMES or (len(piece.text) == 1 and piece.text != "I"))
            )
            or (piece.text == "." and short and piece.start == before.end and end + 1 < len(pieces))
            or (fold(piece.text) in PARTICLES and _capital_follows(pieces, end))
        ):
            end += 1
        else:
            break
    return end


def _capital_follows(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a capital comes after one or two particles ('van der Berg'); 'y' and 'e' alone are no sign of a name."""
    for piece in pieces[at + 1 : at + 3]:
        if piece.is_capital and _plain(piece):
            return True
        if fold(piece.text) not in PARTICLES:
            return False
    return False


def _small_name(pieces: Sequence[_Piece], at: int, names: Names) -> int:
    """A first name in small letters, where somebody is expected to be named."""
    piece = pieces[at]
    word = fold(piece.text)
    if piece.sign or piece.is_capital or not piece.text.isalpha() or not names.is_first_name(word):
        return 0
    before = pieces[at - 1].text.lower() if at else ""
    after = pieces[at + 1].text.lower() if at + 1 < len(pieces) else ""
    if word in ALSO_WORDS:
        named = before in ("with", "w/", "to", "from", "met", "called", "texted", "emailed", "and")
        says = _starts(pieces, at) and _SAID_SO.fullmatch(after) is not None
        return (
            1
            if says or (named and after not in ("the", "a", "an", "my", "it", "her", "his", "this", "that"))
            else 0
        )
    if word in NOT_NAMES:
        return 0
    if before in _SLOT or (_starts(pieces, at) and (after in (",", ":", "&") or _THEIR_VERBS.match(after))):
        return 1
    return 0
