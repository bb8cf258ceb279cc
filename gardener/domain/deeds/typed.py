"""What a person typed, checked: values come back clean, or a Refusal names the field and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import replace

from gardener.domain.changes import Refusal
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.text import NAME_LIMIT, NOTE_LIMIT, VALUE_LIMIT, clean_line, clean_text, distinct

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
LISTS = ("nicknames", "emails", "phones", "urls", "addresses", "tags", "former")
"""The fields of a contact that hold several short texts."""


def wrong_with(field: str, text: str, limit: int) -> Refusal | None:
    """Why `text` cannot be kept as `field`: NUL or a lone surrogate in it, or longer than `limit` characters."""
    if _UNKEEPABLE.search(text):
        return Refusal("bad-characters", {"field": field})
    if len(text) > limit:
        return Refusal("too-long", {"field": field, "length": len(text), "limit": limit})
    return None


def checked(contact: Contact) -> Contact | Refusal:
    """`contact` with every text cleaned, or why it cannot be kept."""
    singles = {"name": contact.name, "org": contact.org, "title": contact.title, "birthday": contact.birthday}
    lists = {name: getattr(contact, name) for name in LISTS}
    ground = {"common": (*contact.common.theirs, *contact.common.mine)}
    for field, text in singles.items():
        if problem := wrong_with(field, text, NAME_LIMIT):
            return problem
    for field, texts in (lists | ground).items():
        if problem := next((p for text in texts if (p := wrong_with(field, text, VALUE_LIMIT))), None):
            return problem
    if problem := wrong_with("notes", contact.notes, NOTE_LIMIT):
        return problem
    clean = replace(
        contact,
        name=clean_line(contact.name),
        org=clean_line(contact.org),
        title=clean_line(contact.title),
        birthday=clean_line(contact.birthday),
        nicknames=_lines(contact.nicknames),
        emails=_lines(contact.emails),
        phones=_lines(contact.phones),
        urls=_lines(contact.urls),
        addresses=_lines(contact.addresses),
        tags=_lines(
            tuple(part for tag in contact.tags for part in tag.split(","))
        ),  # as the form puts them down
        former=_lines(contact.former),
        notes=clean_text(contact.notes),
        common=CommonGround(_lines(contact.common.theirs), _lines(contact.common.mine)),
    )
    return clean if clean.name else Refusal("empty-name")


def bad_email(emails: tuple[str, ...]) -> Refusal | None:
    """The first typed address that cannot be one: nothing before or after the @, or a blank in it."""
    for email in emails:
        before, at, after = email.strip().rpartition("@")
        if not (before and at and after) or re.search(r"\s", email.strip()):
            return Refusal("bad-email", {"email": email})
    return None


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return distinct([clean_line(text) for text in texts])
