"""LinkedIn's `Connections.csv`, in the shapes that its exports have had over the years."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gardener.exchange.card import Card, Reading, Skipped, Unreadable, Where
from gardener.exchange.decoding import Decoder
from gardener.exchange.draft import Draft
from gardener.exchange.links import web_url

FORMAT = "linkedin-connections"
PEOPLE_LIMIT = 200_000
"""Most rows read of one file."""

_HEADER_WITHIN = 15
_FIELD_LIMIT = 1024 * 1024
_RECORD_LINES = 50
_DELIMITERS = (",", ";", "\t", "|")
_COLUMNS = {
    "first name", "last name", "url", "profile url", "email address", "company", "position", "connected on",
}  # fmt: skip
_NEEDED = {"first name", "last name", "connected on"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})\Z")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:,? .*)?\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?\Z")


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the columns are told: the line (from 0), what separates them, their names as written."""

    at: int
    delimiter: str
    names: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(_key(name) for name in self.names)


@dataclass(frozen=True, slots=True)
class _Record:
    """A record of the table: its first line (from 1), its fields, and whether a quote was never closed."""

    line: int
    fields: list[str] | None
    unclosed: bool = False


def looks_like(decoder: Decoder) -> bool:
    """Whether one of the file's first lines is the header of a `Connections.csv`."""
    return _header(decoder.text(64 * 1024).split("\n")) is not None


def read(decoder: Decoder) -> Reading | Unreadable:
    """A card for every row with a name or a means of contact; `Unreadable` without a header."""
    lines = decoder.text().split("\n")
    header = _header(lines)
    if header is None:
        return Unreadable(code="unknown-format")
    cards: list[Card] = []
    skipped: list[Skipped] = []
    for number, record in enumerate(_records(lines, header), 1):
        if number > PEOPLE_LIMIT:
            return Unreadable(code="too-many")
        one = _person(record, header, number)
        if isinstance(one, Card):
            cards.append(one)
        else:
            skipped.append(one)
    return Reading(format=FORMAT, cards=tuple(cards), skipped=tuple(skipped), encoding=decoder.encoding)


def _key(name: str) -> str:
    return re.sub(r"[\s_]+", " ", name.strip().strip('"').lower())


def _header(lines: list[str]) -> _Header | None:
    """The header among the first lines: the one, read with the delimiter, that knows most column names."""
    best: tuple[int, _Header] | None = None
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        for delimiter in _DELIMITERS:
            names = _split(line[:10_000], delimiter)
            known = _COLUMNS.intersection(map(_key, names or ()))
            if names and known >= _NEEDED and (best is None or len(known) > best[0]):
                best = len(known), _Header(at, delimiter, tuple(names))
    return best[1] if best else None


def _split(record: str, delimiter: str) -> list[str] | None:
    """The fields of one record, None when it cannot be taken apart."""
    csv.field_size_limit(_FIELD_LIMIT)  # the library's 128 KiB would refuse a long field
    try:
        rows = list(csv.reader([record], delimiter=delimiter))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else [] if not rows else None


def _records(lines: list[str], header: _Header) -> Iterator[_Record]:
    """The records below the header. A quote that nothing closes costs its own line, not the whole rest."""
    width = len(header.names)
    last = len(lines) - 1 if lines[-1] == "" else len(lines)  # the end of the last line begins no other
    at = header.at + 1
    while at < last:
        end = _record_end(lines, at, last)
        alone = lines[at].replace('"', "").split(header.delimiter) if end != at + 1 else None
        fields = _split("\n".join(lines[at:end]), header.delimiter) if end else None
        if (
            end > at + 1
            and alone is not None
            and len(alone) == width
            and (fields is None or len(fields) != width)
        ):
            end = 0  # a stray quote, for the line is whole without the next ones
        if end:
            yield _Record(at + 1, fields)
            at = end
        else:
            yield _Record(at + 1, alone, unclosed=True)
            at += 1


def _record_end(lines: list[str], at: int, last: int) -> int:
    """The line behind the record that begins on line `at`, 0 when one of its quotes is never closed."""
    quotes = size = 0
    for end in range(at, min(last, at + _RECORD_LINES)):
        quotes += lines[end].count('"')
        size += len(lines[end])
        if size > _FIELD_LIMIT:
            break
        if quotes % 2 == 0:
            return end + 1
    return 0


def _person(record: _Record, header: _Header, number: int) -> Card | Skipped:
    where = Where(kind="row", number=number, line=record.line)
    if record.fields is None:
        return Skipped(where=where, reason="unreadable-row")
    if not any(one.strip() for one in record.fields):
        return Skipped(where=where, reason="blank-row")
    if tuple(_key(text) for text in record.fields) == header.keys:
        return Skipped(where=where, reason="header-row")
    row: dict[str, str] = {}
    for key, text in zip(header.keys, record.fields, strict=False):
        row.setdefault(key, text.strip())
    draft = Draft(where)
    draft.raw = json.dumps(dict(zip(header.names, record.fields, strict=False)), ensure_ascii=False)
    if record.unclosed:
        draft.issues.add(record.line, "unclosed-quote", " ".join(record.fields))
    elif len(record.fields) != len(header.names):
        draft.issues.add(record.line, "columns", " ".join(record.fields))
    _fill(draft, row, record.line)
    # A row is a person: without a name their address names them, never their company.
    draft.name = draft.name or next(iter((*draft.emails, *draft.urls)), "")
    if not draft.name:
        return Skipped(where=where, reason="nameless", detail=f"{draft.org} {draft.title}".strip())
    return draft.card()


def _fill(draft: Draft, row: dict[str, str], line: int) -> None:
    draft.name = draft.short(f"{row.get('first name', '')} {row.get('last name', '')}", line)
    draft.org = draft.line(row.get("company", ""), line)
    draft.title = draft.line(row.get("position", ""), line)
    draft.add(draft.urls, web_url(row.get("url") or row.get("profile url") or ""), line)
    draft.add(draft.emails, row.get("email address", ""), line)
    when = row.get("connected on", "")
    draft.met = connected_on(when)
    if when and draft.met is None:
        draft.issues.add(line, "date", when)


def connected_on(text: str) -> date | None:
    """The day in '12 Mar 2024', '7-Feb-22', '1/13/18, 9:23 AM' (month first) or '2024-03-12', else None.

    Months are English in every export seen; two-digit years are of this century, as LinkedIn is.
    """
    text = text.strip()
    if not text.isascii():
        return None
    if found := _NAMED_MONTH.match(text):
        month = found.group(2)[:3].lower()
        numbers = (
            _year(found.group(3)),
            _MONTHS.index(month) + 1 if month in _MONTHS else 0,
            int(found.group(1)),
        )
    elif found := _SLASHES.match(text):
        first, second = int(found.group(1)), int(found.group(2))
        numbers = _year(found.group(3)), *((second, first) if first > 12 else (first, second))
    elif found := _ISO.match(text):
        numbers = int(found.group(1)), int(found.group(2)), int(found.group(3))
    else:
        return None
    year, month_number, day = numbers
    try:
        return date(year, month_number, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)
