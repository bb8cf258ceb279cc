"""Which contacts match a few typed words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.domain.text import fold

_WORD = re.compile(r"[^\s,;:/()\[\]<>@.“”\"]+")
FIELDS = ("stage", "is", "tag", "org", "title", "name", "mail")
"""Words before a colon that narrow the search: `stage:growing is:thirsty tag:alumni`."""


_LEFT_ALONE = "left alone"
_VALUES = {
    "stage": tuple(str(stage) for stage in Stage),
    "is": tuple(str(mark).replace(" ", "-") for mark in (*Condition, _LEFT_ALONE)),
}
"""What may stand behind the colon, in the fields that have a few values only."""


def unknown_value(query: str) -> Refusal | None:
    """The first word of `query` that can match nobody because its field has no such value: `unknown-value`.

    Its facts are the `field`, the `value`, those `known`, and the one most `like` it, or nothing.
    """
    for word in fold(query).split():
        field, colon, value = word.partition(":")
        known = _VALUES.get(field, ())
        if colon and known and value not in known:
            from difflib import get_close_matches  # for a slip of the hand only

            like = next(iter(get_close_matches(value, known, 1)), "")
            return Refusal(
                "unknown-value", {"field": field, "value": value, "known": ", ".join(known), "like": like}
            )
    return None


def matching(garden: Garden, query: str, day: date) -> tuple[Plant, ...]:
    """The plants that match every word of `query`, by name; all of them when it is empty.

    A word matches the beginning of any word of name, nicknames, organisation, title, tags, addresses, notes or common
    ground (case and accents folded). `garden` is the garden as of `day`.
    """
    words = fold(query).split()
    climate = garden.climate(day)

    def fits(plant: Plant) -> bool:
        return all(
            _fits(word, plant, lambda: garden.growth(plant.contact.id, day, climate).condition)
            for word in words
        )

    found = (plant for plant in garden.plants.values() if fits(plant))
    return tuple(sorted(found, key=lambda plant: (fold(plant.contact.name), plant.contact.id)))


def _fits(word: str, plant: Plant, condition: Callable[[], str]) -> bool:
    contact = plant.contact
    field, colon, value = word.partition(":")
    if not colon or field not in FIELDS or not value:
        return any(has.startswith(word) for text in _texts(contact) for has in (fold(text), *_words(text)))
    match field:
        case "stage":
            return contact.stage == value
        case "is":
            return value.replace("-", " ") in (condition(), _LEFT_ALONE if contact.left_alone else "")
        case "tag":
            return any(fold(tag).startswith(value) for tag in contact.tags)
        case "mail":
            return any(value in fold(mail) for mail in contact.emails)
        case _:
            text = str(getattr(contact, field))
            return any(has.startswith(value) for has in (fold(text), *_words(text)))


def _texts(contact: Contact) -> Iterator[str]:
    yield contact.name
    yield from contact.nicknames
    yield contact.org
    yield contact.title
    yield from contact.tags
    yield from contact.emails
    yield from contact.common.theirs
    yield from contact.common.mine
    yield contact.notes


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
