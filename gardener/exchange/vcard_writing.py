"""Contacts as vCards: what another program's card said is kept line for line, and only what is ours is written anew."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence

from gardener.domain.contact import Contact
from gardener.domain.records import Source
from gardener.domain.text import clean_line, clean_text
from gardener.exchange.card import Where
from gardener.exchange.content_lines import Property, parse
from gardener.exchange.draft import Draft
from gardener.exchange.vcard_properties import KNOWN, take

VERSIONS = ("3.0", "4.0")
FOLD = 75
"""Longest line, in octets."""

_REGULAR = re.compile(
    r"(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)"
    r'(?:;[A-Za-z0-9-]+(?:=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)?)*:'
)
_LISTS = ("emails", "phones", "urls", "addresses", "tags", "nicknames")
_PROGRAMS = frozenset(("BEGIN", "END", "VERSION", "AGENT", "PRODID", "PROFILE", "REV"))
"""What belongs to the card and not to the person."""
_LABELS = ("X-ABLABEL", "X-ABADR")
_BASE64 = {"B", "BASE64"}
_ENCODINGS = {*_BASE64, "QUOTED-PRINTABLE"}
_MESSAGING = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


def write(people: Iterable[tuple[Contact, Sequence[Source]]], *, version: str) -> str:
    """All of them as one file of `version` 3.0 or 4.0; with each the sources it was read from, which may be none."""
    lines = (line for contact, sources in people for line in _card(contact, sources, version))
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def fold(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no character divided; all but the first begin with a blank."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > FOLD:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece


def escaped(text: str) -> str:
    """`text` as a value: no line of it can become a property of its own."""
    return text.translate(_ESCAPES)


def _card(contact: Contact, sources: Sequence[Source], version: str) -> list[str]:
    source = _nearest(contact, sources)
    kept = _Kept(contact, source.raw.split("\n") if source else [], version, source)
    own = [f"FN:{escaped(contact.name)}", *kept.fresh()]
    return ["BEGIN:VCARD", f"VERSION:{version}", *own, *kept.lines, "END:VCARD"]


def _nearest(contact: Contact, sources: Sequence[Source]) -> Source | None:
    """The vCard that says most of what is known now: of several versions the last."""
    cards = [source for source in sources if source.format.startswith("vcard")]
    return max(cards, key=lambda one: (_agreeing(contact, one), one.digest), default=None)


def _agreeing(contact: Contact, source: Source) -> int:
    count = 0
    for name, said in source.said:
        now = getattr(contact, name, "")
        count += sum(value in now for value in said.split("\n")) if name in _LISTS else said == now
    return count


class _Kept:
    """The lines of an earlier card that still hold, and which values they say already."""

    def __init__(self, contact: Contact, raw: Sequence[str], version: str, source: Source | None) -> None:
        self.contact, self.version = contact, version
        self.said: dict[str, set[str]] = {name: set() for name in _LISTS}
        self.singles: set[str] = set()
        self._same = source is not None and source.format == f"vcard-{version}"
        found = [(line, said) for line in raw if _REGULAR.match(line) and (said := parse(line, 0))]
        self._names = {said.name for _, said in found}
        self._was = {clean_line(self._drafted(said).name) for _, said in found if said.name == "FN"}
        kept = [(line, said) for line, said in found if self._holds(said)]
        groups = {_group(line) for line, said in kept if said.name not in _LABELS}
        self.lines = [line for line, said in kept if said.name not in _LABELS or _group(line) in groups]

    def _drafted(self, said: Property) -> Draft:
        draft = Draft(Where(kind="card", number=1, line=1))
        take(draft, said, said.value, version=self.version)
        return draft

    def _holds(self, said: Property) -> bool:
        """Whether a line can stay as it is."""
        if said.name in _PROGRAMS or said.name == "FN":  # the name stands at the head of the card
            return False
        bare = {value.upper() for value in said.parameters.get("", ())}
        encodings = {said.parameter("ENCODING").upper(), *(bare & _ENCODINGS)} - {""}
        if said.name not in KNOWN:
            sound = not encodings or (encodings <= _BASE64 and _is_base64(said.value))
            return (self._same and sound) or not said.parameters
        if not self._same or encodings or said.parameter("CHARSET"):
            return False
        return self._still(said.name, self._drafted(said))

    def _still(self, name: str, draft: Draft) -> bool:
        """Whether what a line says is still known of the contact."""
        contact = self.contact
        if name == "LABEL" and "ADR" in self._names:
            return True  # it only writes an address once more
        for field in _LISTS:
            values = (
                set(draft.labels) if field == "addresses" and draft.labels else set(getattr(draft, field))
            )
            if values:
                holds = values <= set(getattr(contact, field))
                self.said[field] |= values if holds else set()
                return holds
        if name == "ROLE":
            return bool(contact.title) and self._once("title" if draft.role == contact.title else "role")
        if name == "N":
            return contact.name in (self._was or {draft.parts}) and self._once("name")
        for key, value, now in (
            ("org", draft.org, contact.org), ("title", draft.title, contact.title),
            ("birthday", draft.birthday, contact.birthday),
            ("notes", clean_text("\n".join(draft.notes)), contact.notes), ("uid", draft.uid, draft.uid),
        ):  # fmt: skip
            if value:
                return value == now and self._once(key)
        return name in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS")

    def _once(self, key: str) -> bool:
        """Whether this is the first line that says it."""
        first = key not in self.singles
        self.singles.add(key)
        return first

    def fresh(self) -> Iterator[str]:
        """The lines for all that no kept one says."""
        contact = self.contact
        if "name" not in self.singles:
            given, _, family = contact.name.rpartition(" ")
            yield f"N:{escaped(family)};{escaped(given)};;;"
        if "uid" not in self.singles:
            yield f"UID:{'urn:uuid:' if self.version == '4.0' else ''}{contact.id}"
        for key, name, value in (
            ("org", "ORG", contact.org), ("title", "TITLE", contact.title), ("notes", "NOTE", contact.notes),
        ):  # fmt: skip
            if value and key not in self.singles:
                yield f"{name}:{escaped(value)}"
        if contact.birthday and "birthday" not in self.singles:
            yield self._birthday()
        for field, form in (
            ("emails", "EMAIL:{}"), ("phones", "TEL:{}"), ("addresses", "ADR:;;{};;;;"),
            ("tags", "CATEGORIES:{}"), ("nicknames", "NICKNAME:{}"),
        ):  # fmt: skip
            for value in getattr(contact, field):
                if value not in self.said[field]:
                    yield form.format(escaped(value))
        for url in contact.urls:
            if url not in self.said["urls"]:
                yield f"{'IMPP' if _MESSAGING.match(url) else 'URL'}:{escaped(url)}"

    def _birthday(self) -> str:
        day = self.contact.birthday
        if self.version == "4.0":
            return f"BDAY:{'--' + day[2:].replace('-', '') if day.startswith('--') else day.replace('-', '')}"
        return f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{day[2:]}" if day.startswith("--") else f"BDAY:{day}"


def _group(line: str) -> str:
    """What stands before the name of a property that belongs to others: `item1`."""
    found = _REGULAR.match(line)
    return (found[1] or "").lower() if found else ""


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode("".join(value.split()), validate=True)
    except ValueError:
        return False
    return True
