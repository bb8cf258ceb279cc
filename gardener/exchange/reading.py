"""Reads a file of people, whatever program wrote it: by its content, not by its ending."""

from __future__ import annotations

import re

from gardener.domain.text import clean_line
from gardener.exchange import address_book, linkedin, vcard
from gardener.exchange.card import FIRST_LINE_LIMIT, FIRST_LINES, Reading, Unreadable
from gardener.exchange.decoding import Decoder

SIZE_LIMIT = 200 * 1024 * 1024
"""Largest file read, in bytes."""
FORMATS = ("vcard", linkedin.FORMAT, "table")
"""What `format` may be; the versions of vCard (`vcard-3.0`) and `linkedin` are understood as well."""

_HEAD = 64 * 1024


def read(filename: str, data: bytes, *, format: str | None = None) -> Reading | Unreadable:
    """The people in `data`, the content of a file named `filename`; never raises, whatever the bytes.

    `format` is one of `FORMATS` when the person names it, else the content decides. A file without a single
    person is `Unreadable`, with its first lines. The name of the file tells only what an otherwise unknown
    file was meant to be.
    """
    if len(data) > SIZE_LIMIT:
        return Unreadable(code="too-large", first_lines=_first_lines(Decoder(data[:_HEAD])))
    decoder = Decoder(data)
    if not decoder.data.strip():
        return Unreadable(code="empty")
    reading = _read(decoder, _format(filename, decoder, format))
    if isinstance(reading, Unreadable):
        like = _like(decoder.text(_HEAD)) if reading.code == "unknown-format" else ""
        return Unreadable(code=reading.code, first_lines=_first_lines(decoder), like=like)
    if not reading.cards:
        return Unreadable(code="no-people", first_lines=_first_lines(decoder))
    return reading


def holds_people(filename: str, head: bytes) -> bool:
    """Whether a file that begins with `head` is of a format that is read here."""
    decoder = Decoder(head)
    return bool(decoder.data.strip()) and _format(filename, decoder, None) in ("vcard", "linkedin", "table")


def _format(filename: str, decoder: Decoder, named: str | None) -> str:
    """`vcard`, `linkedin`, `table`, `not-text` or `unknown-format`."""
    if named:
        known = ("vcard", "linkedin", "table")
        return next((one for one in known if named.lower().startswith(one)), "unknown-format")
    if vcard.looks_like(decoder):
        return "vcard"
    if linkedin.looks_like(decoder):
        return "linkedin"
    if address_book.looks_like(decoder):
        return "table"
    if not _is_text(decoder.data[:_HEAD]):
        return "not-text"
    if filename.lower().endswith((".vcf", ".vcard")):
        return "vcard"
    return "unknown-format"


_LINKEDIN = {
    "conversation id", "sender profile url", "inviterprofileurl", "inviteeprofileurl", "endorsement date",
    "application date", "saved date", "creation date",
}  # fmt: skip
"""What stands in the headings of the other tables that LinkedIn gives."""
_ADDRESS_BOOKS = {
    "e-mail 1 - value", "group membership", "e-mail address", "primary email", "given name", "organization name",
    "e-mail 2 address", "display name",
}  # fmt: skip
"""What stands in those of Google, Outlook and Thunderbird, which can all give a vCard."""


_CALENDAR = re.compile(r"^BEGIN:(VCALENDAR|VEVENT)\s*$", re.I | re.M)
_MAIL = re.compile(
    r"(From \S+ .*\d\d:\d\d.*\n|(Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Subject|From|Date): )",
    re.I,
)


def _like(text: str) -> str:
    """What is not read can be told to be: `calendar`, `mail`, of a table `linkedin-other` or `address-book`, or nothing."""
    if _CALENDAR.search(text):
        return "calendar"
    if _MAIL.match(text):
        return "mail"
    for line in text.split("\n")[:15]:
        headings = line.lower().replace('"', "")
        if any(heading in headings for heading in _LINKEDIN):
            return "linkedin-other"
        if sum(heading in headings for heading in _ADDRESS_BOOKS) > 1:
            return "address-book"
    return ""


def _read(decoder: Decoder, kind: str) -> Reading | Unreadable:
    if kind == "vcard":
        return vcard.read(decoder)
    if kind == "linkedin":
        return linkedin.read(decoder)
    if kind == "table":
        return address_book.read(decoder)
    return Unreadable(code=kind)


def _is_text(head: bytes) -> bool:
    controls = sum(head.count(sign) for sign in range(32) if sign not in b"\t\n\f\r\x1b")
    return controls * 20 <= len(head)


def _first_lines(decoder: Decoder) -> tuple[str, ...]:
    """How the file begins, harmless; nothing of what is no text."""
    head = decoder.data[:_HEAD]
    if not _is_text(head):
        return ()
    shown = (
        clean_line(decoder.decode(line[:1000]))[:FIRST_LINE_LIMIT].rstrip()
        for line in head.split(b"\n")[:200]
    )
    return tuple(line for line in shown if line)[:FIRST_LINES]
