"""Everything that a few words match, best first: people, what was written of them, what happened, what it is to become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.search import FIELDS, matching
from gardener.domain.text import clean_line, fold

LINE = 90
"""Characters of the line shown of a longer text, around what was found, where there is room."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Place(StrEnum):
    """Where it was found; the order of equally good ones."""

    CONTACT = "contact"
    NOTE = "note"
    PLAN = "plan"
    OPPORTUNITY = "opportunity"
    INTERACTION = "interaction"


_ORDER = {place: at for at, place in enumerate(Place)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that matches: its `id` (of a note the contact's), whose it is (`contacts`, ids), the line and the day.

    `rank` is 0 where a name begins so, 1 for another word of a name, 2 for work, tags and addresses, 3 for whole words of
    a text and 4 for beginnings of words in one.
    """

    place: Place
    id: str
    contacts: tuple[str, ...]
    text: str
    rank: int
    day: date | None = None


def query_words(query: str) -> tuple[str, ...]:
    """The folded words that a text must hold; those that narrow a search of contacts (`is:thirsty`) are none."""
    kept = (word for word in fold(query).split() if word.partition(":")[0] not in FIELDS or ":" not in word)
    return tuple(dict.fromkeys(found for word in kept for found in _WORD.findall(word)))


def telling_words(garden: Garden, query: str) -> tuple[str, ...]:
    """The words of `query` that a text itself must hold: those that are nobody's name, or all when each is one."""
    named = {word for plant in garden.plants.values() for word in _words(plant.contact.name)}
    words = query_words(query)
    return tuple(w for w in words if not any(name.startswith(w) for name in named)) or words


def finding(
    garden: Garden, query: str, day: date, told: Iterable[Interaction], room: int = LINE
) -> tuple[Found, ...]:
    """All that matches every word of `query`, best first, the newest first among equals.

    `garden` is that of the day; `told` are the interactions whose note or gives may match. Names of those who took part
    count for the words of a text, so that 'jane boston' finds what was said of Boston with Jane. `room` is the length of
    a line in characters.
    """
    if not query.split():
        return ()
    words = query_words(query)
    found = list(_people(garden, query, day))
    if words and ":" not in query:  # what narrows contacts finds contacts alone
        texts = (*_written(garden, words), *_happened(garden, told, words))
        found += [replace(one, text=line_around(one.text, words, room)) for one in texts if one is not None]

    def order(one: Found) -> tuple[int, int, int, str, str]:
        name = " ".join(fold(contact.name) for contact in _contacts(garden, one.contacts))
        return one.rank, -(one.day or date.min).toordinal(), _ORDER[one.place], name, one.id

    return tuple(sorted(found, key=order))


def _people(garden: Garden, query: str, day: date) -> Iterator[Found]:
    wanted = fold(query)
    for plant in matching(garden, query, day):
        contact = plant.contact
        name, rest = fold(contact.name), _words(" ".join((contact.name, *contact.nicknames)))
        own = (*rest, *_words(" ".join((contact.org, contact.title, *contact.tags, *contact.emails))))
        if not all(any(has.startswith(word) for has in own) for word in query_words(query)):
            continue  # it stands in the notes
        first = next(iter(query_words(query)), "")
        rank = 0 if name.startswith(wanted) else 1 if first and any(w.startswith(first) for w in rest) else 2
        line = ", ".join(part for part in (contact.title, contact.org) if part)
        yield Found(place=Place.CONTACT, id=contact.id, contacts=(contact.id,), text=line, rank=rank)


def _written(garden: Garden, words: Sequence[str]) -> Iterator[Found | None]:
    """Notes, common ground, plans and opportunities."""
    for plant in garden.plants.values():
        contact = plant.contact
        texts = (contact.notes, *contact.common.theirs, *contact.common.mine)
        yield _found(garden, Place.NOTE, contact.id, (contact.id,), texts, words)
    for plan in garden.plans.values():
        yield _found(garden, Place.PLAN, plan.id, (plan.contact,), (plan.text,), words, plan.day)
    for one in garden.opportunities.values():
        texts = (f"{one.role} at {one.employer}", one.notes, one.posting)
        yield _found(garden, Place.OPPORTUNITY, one.id, one.thanks_to, texts, words, one.created)


def _happened(garden: Garden, told: Iterable[Interaction], words: Sequence[str]) -> Iterator[Found | None]:
    for one in told:
        texts = (one.note, *one.gives)
        yield _found(garden, Place.INTERACTION, one.id, one.participants, texts, words, one.day)


def _found(
    garden: Garden,
    place: Place,
    id_: str,
    contacts: tuple[str, ...],
    texts: Sequence[str],
    words: Sequence[str],
    day: date | None = None,
) -> Found | None:
    """What was found in texts, or null: some word stands in them, the others there or in a name."""
    text = clean_line(" · ".join(text for text in texts if text))
    held = _words(text)
    inside = [word for word in words if any(has.startswith(word) for has in held)]
    if not inside:
        return None
    names = [n for contact in _contacts(garden, contacts) for n in _words(contact.name)]
    if not all(word in inside or any(name.startswith(word) for name in names) for word in words):
        return None
    rank = 3 if all(word in held for word in inside) else 4
    return Found(place=place, id=id_, contacts=contacts, text=text, rank=rank, day=day)


def _contacts(garden: Garden, ids: Iterable[str]) -> Iterator[Contact]:
    return (contact for contact in map(garden.contact, ids) if contact is not None)


def line_around(text: str, words: Sequence[str], room: int = LINE) -> str:
    """At most `room` characters of `text` around the first word that begins like one of `words`."""
    if len(text) <= room:
        return text
    starts = (m.start() for m in _WORD.finditer(text) if any(fold(m[0]).startswith(word) for word in words))
    begin = min(max(0, next(starts, 0) - room // 3), len(text) - room)
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    cut = text[begin : begin + room].rstrip()
    return f"{'…' if begin else ''}{cut}{'…' if begin + room < len(text) else ''}"


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
