"""The kind of tie to a person, read from their tags, their title and how they came; only ever proposed, never stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from gardener.domain.contact import Contact
from gardener.domain.interaction import Kind as Exchange
from gardener.domain.text import fold


class Kind(StrEnum):
    """What ties me to somebody, the nearest first: where two are said, the earlier one holds."""

    FAMILY = "family"
    MENTOR = "mentor"
    FRIEND = "friend"
    FORMER_COLLEAGUE = "former-colleague"
    HIRING_MANAGER = "hiring-manager"
    RECRUITER = "recruiter"
    ALUMNUS = "alumnus"
    CLIENT = "client"
    INTRODUCED = "introduced"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Tie:
    """A kind, and what says so: `by` is "tag", "title", "introduced" or "event", `word` the tag or title itself."""

    kind: Kind
    by: str
    word: str = ""


_TAGS = {
    Kind.FAMILY: "family|relatives?|sister|brother|cousin|uncle|aunt|mother|father|parents?|wife|husband|in law",
    Kind.MENTOR: "mentor|mentors|mentoring|coach",
    Kind.FRIEND: "friends?|neighbou?rs?|flatmate|roommate|buddy",
    Kind.FORMER_COLLEAGUE: "((former|ex|old|past) )?(colleagues?|co ?workers?)|(former|ex|old) (boss|manager|team)",
    Kind.HIRING_MANAGER: "hiring( managers?)?",
    Kind.RECRUITER: "recruiters?|recruiting|recruitment|head ?hunters?|talent|sourcer|staffing",
    Kind.ALUMNUS: r"alum|alums|alumn(i|us|a|ae)|class ?mates?|school ?mates?|university|college|class of \d+",
    Kind.CLIENT: "clients?|customers?",
    Kind.EVENT: r"events?|conferences?|meet ?ups?|(job |career )?fair|trade ?show|hackathon|met at [\w ]+",
}
_TITLES = {
    Kind.HIRING_MANAGER: "hiring manager",
    Kind.RECRUITER: "recruiters?|recruiting|recruitment|head ?hunters?|talent (acquisition|partner|scout)|sourcer",
}
_WORDS = re.compile(r"[^\w]+")


def tie_of(contact: Contact, first: Exchange | None = None, *, introduced: bool = False) -> Tie | None:
    """Return the kind of tie and what says so, or null where nothing does.

    A tag counts where it is that word as a whole, a title where it holds one; then that somebody introduced them (by
    the contact itself, or `introduced`: by a record), then that the `first` exchange with them was an event.
    """
    for kind, words in _TAGS.items():
        for tag in contact.tags:
            if re.fullmatch(words, _plain(tag)):
                return Tie(kind, "tag", tag)
    for kind, words in _TITLES.items():
        if re.search(rf"\b({words})\b", _plain(contact.title)):
            return Tie(kind, "title", contact.title)
    if introduced or contact.introduced_by is not None:
        return Tie(Kind.INTRODUCED, "introduced")
    if first is Exchange.EVENT:
        return Tie(Kind.EVENT, "event")
    return None


def _plain(words: str) -> str:
    """Folded, with one blank between the words."""
    return _WORDS.sub(" ", fold(words)).strip()
