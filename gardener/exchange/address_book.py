"""Address books as tables: the CSV of Google Contacts, Outlook and Thunderbird, and one's own with names and addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from itertools import islice

from gardener.exchange.card import Card, Reading, Skipped, Unreadable, Where
from gardener.exchange.days import birthday
from gardener.exchange.decoding import Decoder
from gardener.exchange.draft import Draft
from gardener.exchange.links import message_uri, social_url, web_url
from gardener.exchange.table import SEVERAL, Header, Record, cells_of, find_header, records, unguarded

PEOPLE_LIMIT = 200_000
"""Most rows read of one file."""

_RECORD_LINES = 1000  # a note may be long
_SYSTEM = "* "  # before a label that Google itself gave
_NAMES = {
    "name", "full name", "display name", "first name", "given name", "last name", "family name", "surname",
}  # fmt: skip
_OTHERS = {
    "middle name", "additional name", "nickname", "company", "organization", "organization name", "job title",
    "department", "birthday", "notes", "labels", "group membership", "categories", "suffix", "name suffix",
}  # fmt: skip
_EMAIL = re.compile(
    r"(?:(?:primary|secondary|work|home|other|personal|business) )?e-?mail(?: \d+)?"
    r"(?: address| - value| work| home| other)?\Z"
)
_PHONE = re.compile(r"(?:[a-z]+ ){0,3}(?:phone|telephone|mobile|cell)(?: \d+)?(?: number| - value)?\Z")
_WEB = re.compile(
    r"(?:(?:personal|business|home) )?(?:web ?page|web ?site|homepage|url|profile url)(?: \d+)?(?: - value)?\Z"
)
_PLACE = re.compile(r"(address \d+ -|business|home|work|other) (formatted|address|street)\Z")
_FURTHER = (
    ("street 2", "address 2", "address2"), ("street 3",), ("city",), ("state", "region"),
    ("postal code", "zipcode", "zip code"), ("country/region", "country"),
)  # fmt: skip
"""What follows the street in an address, by the names it has."""
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: .*)?\Z")
_NO_DAY = re.compile(r"0+[./-]0+[./-]0+\Z")  # what Outlook writes for none


def looks_like(decoder: Decoder) -> bool:
    """Whether one of the file's first lines is the heading of an address book."""
    return find_header(decoder.text(64 * 1024).split("\n"), _known) is not None


def read(decoder: Decoder) -> Reading | Unreadable:
    """A card for every row with a name or a means of contact; `Unreadable` without a heading.

    The format is `google-csv`, `outlook-csv`, `thunderbird-csv` or, of a table of one's own, `table-csv`.
    """
    lines = decoder.text().split("\n")
    header = find_header(lines, _known)
    if header is None:
        return Unreadable(code="unknown-format")
    rows = list(islice(records(lines, header, within=_RECORD_LINES), PEOPLE_LIMIT + 1))
    if len(rows) > PEOPLE_LIMIT:
        return Unreadable(code="too-many")
    day_first = _day_first(_birthdays(rows, header))
    people = [_person(record, header, number, day_first) for number, record in enumerate(rows, 1)]
    return Reading(
        format=f"{_program(frozenset(header.keys))}-csv",
        cards=tuple(one for one in people if isinstance(one, Card)),
        skipped=tuple(one for one in people if isinstance(one, Skipped)),
        encoding=decoder.encoding,
    )


def _known(columns: Set[str]) -> int:
    means = [name for name in columns if _EMAIL.match(name) or _PHONE.match(name)]
    return len(columns & (_NAMES | _OTHERS)) + len(means) if means and columns & _NAMES else 0


def _program(columns: Set[str]) -> str:
    if "organization name" in columns or any(
        re.match(r"(e-mail|phone|organization) 1 - ", c) for c in columns
    ):
        return "google"
    if columns & {"primary email", "screen name"}:
        return "thunderbird"
    return "outlook" if columns & {"e-mail 2 address", "e-mail display name", "business phone"} else "table"


def _birthdays(rows: Iterable[Record], header: Header) -> Iterator[str]:
    at = header.keys.index("birthday") if "birthday" in header.keys else None
    for row in rows:
        if at is not None and row.fields is not None and at < len(row.fields):
            yield row.fields[at]


def _day_first(days: Iterable[str]) -> bool | None:
    """Whether '3/4/1980' is the third of April in this file; None when none of its days tells, or they disagree."""
    found = [(int(m[1]), int(m[3])) for day in days if (m := _NUMBERS.match(day.strip())) and m[2] != "."]
    day_first, month_first = any(a > 12 for a, _ in found), any(b > 12 for _, b in found)
    return None if day_first == month_first else day_first


def _person(record: Record, header: Header, number: int, day_first: bool | None) -> Card | Skipped:
    where = Where(kind="row", number=number, line=record.line)
    cells = cells_of(record, header)
    if isinstance(cells, str):
        return Skipped(where=where, reason=cells)
    draft = Draft(where)
    row: dict[str, str] = {}
    said: dict[str, str] = {}
    for name, written, text in zip(header.keys, header.names, cells, strict=False):
        row[name] = row.get(name) or unguarded(text).strip()
        if text.strip():
            said[written] = text
    draft.raw = json.dumps(said, ensure_ascii=False)
    if record.unclosed:
        draft.issues.add(record.line, "unclosed-quote", " ".join(cells))
    elif any(one.strip() for one in cells[len(header.names) :]):
        draft.issues.add(record.line, "columns", " ".join(cells))
    _Row(draft, row, record.line).fill(day_first)
    found = draft.card()
    return found if isinstance(found, Card) else Skipped(where=where, reason="nameless")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Row:
    """One row, told by its columns' names, and the draft it fills."""

    def __init__(self, draft: Draft, row: Mapping[str, str], line: int) -> None:
        self.draft, self.row, self.line = draft, row, line

    def fill(self, day_first: bool | None) -> None:
        self._name()
        self._work()
        draft, line = self.draft, self.line
        for pattern, values in ((_EMAIL, draft.emails), (_PHONE, draft.phones)):
            for one in self._all(pattern):
                draft.add(values, one, line)
        for one in self._all(_WEB):
            draft.add(draft.urls, web_url(one), line)
        draft.add(draft.urls, social_url("linkedin", self._first("linkedin", "linkedin url")), line)
        for number in range(1, 10):
            service, address = self._first(f"im {number} - service"), self._first(f"im {number} - value")
            draft.add(draft.urls, message_uri(service, address), line)
        for place in dict.fromkeys(found[1] for name in self.row if (found := _PLACE.match(name))):
            draft.add(draft.addresses, self._address(place), line)
        for whole in self._first("address").split(SEVERAL) if "address" in self.row else ():
            draft.add(draft.addresses, whole, line)
        draft.met = _day(self._first("met"))
        self._birthday(day_first)
        for tag in self._tags():
            if kept := draft.short(tag, line):
                draft.tags.setdefault(kept)
        if note := self._first("notes", "note"):
            draft.notes.append(note)

    def _first(self, *names: str) -> str:
        """The first of these columns that says something."""
        return next((self.row[name] for name in names if self.row.get(name)), "")

    def _all(self, pattern: re.Pattern[str]) -> Iterator[str]:
        for name, text in self.row.items():
            if text and pattern.match(name):
                yield from (part.strip() for part in text.split(SEVERAL))

    def _name(self) -> None:
        draft, line = self.draft, self.line
        title = self._first("title") if self._title_is_prefix else ""
        parts = (
            self._first("name prefix") or title,
            self._first("first name", "given name"),
            self._first("middle name", "additional name"),
            self._first("last name", "family name", "surname"),
            self._first("name suffix", "suffix"),
        )
        draft.name = draft.short(self._first("display name", "name", "full name"), line)
        draft.parts = draft.short(" ".join(part for part in parts if part), line)
        for one in self._first("nickname").split(SEVERAL):
            if kept := draft.short(one, line):
                draft.nicknames.setdefault(kept)

    @property
    def _title_is_prefix(self) -> bool:
        """In Outlook's tables the title is 'Dr.'; what somebody is at work stands apart."""
        return "job title" in self.row or "suffix" in self.row

    def _work(self) -> None:
        draft, line = self.draft, self.line
        org = self._first(
            "company", "organization", "organization name", "organization 1 - name", "company name"
        )
        draft.org = draft.line(org.split(SEVERAL)[0], line)
        department = self._first("department", "organization department", "organization 1 - department")
        draft.department = draft.line(department.split(SEVERAL)[0], line)
        title = self._first("job title", "organization title", "organization 1 - title", "position", "role")
        title = title or ("" if self._title_is_prefix else self._first("title"))
        draft.title = draft.line(title.split(SEVERAL)[0], line)

    def _address(self, place: str) -> str:
        """A postal address on one line: its parts, else the whole that stands beside them."""
        has_street = f"{place} street" in self.row
        street, whole = ("street", "address") if has_street else ("address", "")
        names = (("po box", "address po box"), ("extended address",), (street,), *_FURTHER)
        parts = [self._first(*(f"{place} {name}" for name in each)) for each in names]
        told = parts if any(parts) else [self._first(f"{place} formatted", f"{place} {whole}")]
        lines = (line.strip(" ,") for part in told for line in part.splitlines())
        return ", ".join(line for line in lines if line)

    def _birthday(self, day_first: bool | None) -> None:
        text = self._first("birthday")
        apart = [self._first(f"birth {part}") for part in ("year", "month", "day")]
        if not text and all(one.isdecimal() for one in apart[1:]):
            text = f"{apart[0] or '-'}-{int(apart[1]):02}-{int(apart[2]):02}"
        if not text or _NO_DAY.match(text):
            return
        found = _NUMBERS.match(text)
        if found and found[2] != "." and day_first is None and int(found[1]) != int(found[3]):
            self.draft.issues.add(self.line, "two-days", text)
            return
        if found:
            first, second = int(found[1]), int(found[3])
            day, month = (first, second) if day_first or found[2] == "." else (second, first)
            text = f"{found[4]}-{month:02}-{day:02}"
        self.draft.birthday = birthday(text)
        if not self.draft.birthday:
            self.draft.issues.add(self.line, "birthday", text)

    def _tags(self) -> Iterator[str]:
        labels = self._first("labels", "group membership")
        own = (label.strip() for label in labels.split(SEVERAL))
        yield from (label for label in own if not label.startswith(_SYSTEM))
        yield from re.split("[;,]", self._first("categories", "tags"))
