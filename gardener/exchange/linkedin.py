"""LinkedIn's `Connections.csv`, in the shapes that its exports have had over the years."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from datetime import date

from gardener.exchange.card import Card, Reading, Skipped, Unreadable, Where
from gardener.exchange.decoding import Decoder
from gardener.exchange.draft import Draft
from gardener.exchange.links import web_url
from gardener.exchange.table import Header, Record, cells_of, find_header, records

FORMAT = "linkedin-connections"
PEOPLE_LIMIT = 200_000
"""Most rows read of one file."""

_RECORD_LINES = 50
_COLUMNS = {
    "first name", "last name", "url", "profile url", "email address", "company", "position", "connected on",
}  # fmt: skip
_NEEDED = {"first name", "last name", "connected on"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})\Z")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:,? .*)?\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?\Z")


def looks_like(decoder: Decoder) -> bool:
    """Whether one of the file's first lines is the header of a `Connections.csv`."""
    return find_header(decoder.text(64 * 1024).split("\n"), _known) is not None


def read(decoder: Decoder) -> Reading | Unreadable:
    """A card for every row with a name or a means of contact; `Unreadable` without a header."""
    lines = decoder.text().split("\n")
    header = find_header(lines, _known)
    if header is None:
        return Unreadable(code="unknown-format")
    cards: list[Card] = []
    skipped: list[Skipped] = []
    for number, record in enumerate(records(lines, header, within=_RECORD_LINES), 1):
        if number > PEOPLE_LIMIT:
            return Unreadable(code="too-many")
        one = _person(record, header, number)
        if isinstance(one, Card):
            cards.append(one)
        else:
            skipped.append(one)
    return Reading(format=FORMAT, cards=tuple(cards), skipped=tuple(skipped), encoding=decoder.encoding)


def _known(columns: Set[str]) -> int:
    return len(columns & _COLUMNS) if columns >= _NEEDED else 0


def _person(record: Record, header: Header, number: int) -> Card | Skipped:
    where = Where(kind="row", number=number, line=record.line)
    cells = cells_of(record, header)
    if isinstance(cells, str):
        return Skipped(where=where, reason=cells)
    row: dict[str, str] = {}
    for name, text in zip(header.keys, cells, strict=False):
        row.setdefault(name, text.strip())
    draft = Draft(where)
    draft.raw = json.dumps(dict(zip(header.names, cells, strict=False)), ensure_ascii=False)
    if record.unclosed:
        draft.issues.add(record.line, "unclosed-quote", " ".join(cells))
    elif len(cells) != len(header.names):
        draft.issues.add(record.line, "columns", " ".join(cells))
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
