"""Tables of text (CSV) as other programs write them: the heading is looked for, one torn row costs no other."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

HEADER_WITHIN = 15
"""The heading is among so many first lines."""
FIELD_LIMIT = 1024 * 1024
"""Longest record, in characters."""
SEVERAL = ":::"
"""Stands between several values of one cell, at Google and in our own tables."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are told: the line (from 0), what separates them, their names as written."""

    at: int
    delimiter: str
    names: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The names for comparison."""
        return tuple(key(name) for name in self.names)


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the table: its first line (from 1), its fields, and whether a quote was never closed."""

    line: int
    fields: list[str] | None
    unclosed: bool = False


def key(name: str) -> str:
    """A column's name for comparison: lower case, without quotes, single blanks for underscores."""
    return re.sub(r"[\s_]+", " ", name.strip().strip('"').lower())


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula: one that begins like one gets an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """The same without that apostrophe; any other stays."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def find_header(lines: list[str], known: Callable[[Set[str]], int]) -> Header | None:
    """The heading among the first lines: the one, read with the delimiter, of whose columns `known` counts most."""
    best: tuple[int, Header] | None = None
    for at, line in enumerate(lines[:HEADER_WITHIN]):
        for delimiter in DELIMITERS:
            names = split(line[:10_000], delimiter)
            count = known(frozenset(map(key, names))) if names else 0
            if names and count and (best is None or count > best[0]):
                best = count, Header(at, delimiter, tuple(names))
    return best[1] if best else None


def split(record: str, delimiter: str) -> list[str] | None:
    """The fields of one record, None when it cannot be taken apart."""
    csv.field_size_limit(FIELD_LIMIT)  # the library's 128 KiB would refuse a long field
    try:
        rows = list(csv.reader([record], delimiter=delimiter))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else [] if not rows else None


def records(lines: list[str], header: Header, *, within: int) -> Iterator[Record]:
    """The records below the header, each of at most `within` lines. A quote that nothing closes costs its own line, not
    the whole rest."""
    width = len(header.names)
    last = len(lines) - 1 if lines[-1] == "" else len(lines)  # the end of the last line begins no other
    at = header.at + 1
    while at < last:
        end = _record_end(lines, at, last, within)
        alone = lines[at].replace('"', "").split(header.delimiter) if end != at + 1 else None
        fields = split("\n".join(lines[at:end]), header.delimiter) if end else None
        if (
            end > at + 1
            and alone is not None
            and len(alone) == width
            and (fields is None or len(fields) != width)
        ):
            end = 0  # a stray quote, for the line is whole without the next ones
        if end:
            yield Record(at + 1, fields)
            at = end
        else:
            yield Record(at + 1, alone, unclosed=True)
            at += 1


def cells_of(record: Record, header: Header) -> list[str] | str:
    """The cells of a record in which somebody may be; else why not, as a reason for skipping it: it is torn, blank, or
    the heading once more."""
    if record.fields is None:
        return "unreadable-row"
    if not any(cell.strip() for cell in record.fields):
        return "blank-row"
    return "header-row" if tuple(map(key, record.fields)) == header.keys else record.fields


def _record_end(lines: list[str], at: int, last: int, within: int) -> int:
    """The line behind the record that begins on line `at`, 0 when one of its quotes is never closed."""
    quotes = size = 0
    for end in range(at, min(last, at + within)):
        quotes += lines[end].count('"')
        size += len(lines[end])
        if size > FIELD_LIMIT:
            break
        if quotes % 2 == 0:
            return end + 1
    return 0
