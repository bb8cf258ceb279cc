"""Looks at a whole garden file: pages, references, schema, values, and every tie rebuilt from its history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from gardener.domain.interaction import Interaction
from gardener.domain.text import fold
from gardener.domain.tie import EMPTY, Tie, fold_all
from gardener.store import codec, header, history, reading, rows
from gardener.store.columns import COLUMNS
from gardener.store.problems import Facts, FileProblem, code_of

PAGE_PROBLEMS = 20
"""How many broken pages are named; a torn file would name thousands."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` is integrity (facts: error), reference (table, parent, rows), application, version, schema (name, and what:
    missing, unexpected, different), unreadable (part, error), undecodable (deed, position, error), tie (contact),
    folded (contact), deeds (what is undone does not come last), or that of the FileProblem which hinders opening.
    """

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was found. The numbers are null where they cannot be read; `schema` is the version of the file's tables."""

    ok: bool
    problems: tuple[Problem, ...]
    schema: int | None
    contacts: int | None
    interactions: int | None
    last_backup: datetime | None


def unopened(problem: FileProblem) -> Health:
    """The health of a file that cannot be opened."""
    schema = problem.facts.get("schema")
    return Health(
        ok=False,
        problems=(Problem(problem.code, problem.facts),),
        schema=schema if isinstance(schema, int) else None,
        contacts=None,
        interactions=None,
        last_backup=None,
    )


def check(connection: sqlite3.Connection) -> Health:
    """Looks at everything within one snapshot; a part that cannot be read is a problem and does not hide the others."""
    try:
        with reading.snapshot(connection):
            return _checked(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # not even a snapshot can be had
        return unopened(FileProblem(code_of(error) or "io", {"error": str(error)}))


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether every page and key is whole: the quick part of `check`, for the start."""
    try:
        return next(_pages(connection), None) is None and next(_references(connection), None) is None
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def problems_of(connection: sqlite3.Connection) -> Iterator[Problem]:
    """All problems of an open file, by part."""
    parts: tuple[tuple[str, Callable[[sqlite3.Connection], Iterable[Problem]]], ...] = (
        ("pages", _pages),
        ("references", _references),
        ("marks", _marks),
        ("schema", _schema),
        ("contacts", _contacts),
        ("ties", _ties),
        ("sources", _sources),
        ("deeds", _deeds),
    )
    for part, look in parts:
        try:
            yield from list(look(connection))
        except (sqlite3.Error, ValueError, TypeError, KeyError, IndexError) as error:
            yield Problem("unreadable", {"part": part, "error": f"{type(error).__name__}: {error}"})


def _checked(connection: sqlite3.Connection) -> Health:
    problems = tuple(problems_of(connection))
    backup = _asked(connection, "SELECT last_backup FROM meta")
    return Health(
        ok=not problems,
        problems=problems,
        schema=_number(connection, "PRAGMA user_version"),
        contacts=_number(connection, "SELECT count(*) FROM contacts"),
        interactions=_number(connection, "SELECT count(*) FROM interactions"),
        last_backup=_moment(backup),
    )


def _asked(connection: sqlite3.Connection, query: str) -> object:
    try:
        row = connection.execute(query).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return None if row is None else row[0]


def _number(connection: sqlite3.Connection, query: str) -> int | None:
    found = _asked(connection, query)
    return found if isinstance(found, int) else None


def _moment(found: object) -> datetime | None:
    try:
        return datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None


def _pages(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (said,) in connection.execute(f"PRAGMA integrity_check({PAGE_PROBLEMS})"):
        if said != "ok":
            yield Problem("integrity", {"error": said})


def _references(connection: sqlite3.Connection) -> Iterator[Problem]:
    broken: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        broken[table, parent] = broken.get((table, parent), 0) + 1
    for (table, parent), number in broken.items():
        yield Problem("reference", {"table": table, "parent": parent, "rows": number})


def _marks(connection: sqlite3.Connection) -> Iterator[Problem]:
    if header.pragma(connection, "application_id") != header.APPLICATION_ID:
        yield Problem("application")
    version = header.pragma(connection, "user_version")
    if version != header.VERSION:
        yield Problem("version", {"schema": version})
    if reading.revision(connection) < 0:
        yield Problem("unreadable", {"part": "revision", "error": "negative"})


def _schema(connection: sqlite3.Connection) -> Iterator[Problem]:
    from gardener.store import schema

    wanted = {name: plain(definition) for name, definition in schema.definitions()}
    found = definitions_in(connection)
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            what = "missing" if name not in found else "unexpected" if name not in wanted else "different"
            yield Problem("schema", {"name": name, "what": what})


def definitions_in(connection: sqlite3.Connection) -> dict[str, str]:
    """The definition of everything in the file that is not SQLite's own, by name, in the form of `plain`."""
    query = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return {name: plain(sql or "") for name, sql in connection.execute(query)}


def plain(definition: str) -> str:
    """A definition without quotes and with single white space: how SQLAlchemy lays it out does not count."""
    return " ".join(definition.replace('"', "").split())


def _contacts(connection: sqlite3.Connection) -> Iterator[Problem]:
    reading.load(connection)  # every other value of the garden decodes, too
    for contact, name, folded in connection.execute("SELECT id, name, folded FROM contacts"):
        if fold(name) != folded:
            yield Problem("folded", {"contact": contact})


def _ties(connection: sqlite3.Connection) -> Iterator[Problem]:
    histories: dict[str, list[Interaction]] = {}
    for interaction in reading.interactions(connection, None, None):
        for contact in dict.fromkeys(interaction.participants):
            histories.setdefault(contact, []).append(interaction)
    kept: dict[str, Tie] = dict(reading.ties(connection))
    for contact in sorted(histories.keys() | kept.keys()):
        if fold_all(histories.get(contact, ())) != kept.get(contact, EMPTY):
            yield Problem("tie", {"contact": contact})


def _sources(connection: sqlite3.Connection) -> Iterator[Problem]:
    for row in connection.execute(f"SELECT {', '.join(COLUMNS['sources'])} FROM sources"):
        rows.source(row)
    return iter(())


def _deeds(connection: sqlite3.Connection) -> Iterator[Problem]:
    undone = [deed.undone for deed in reversed(history.deeds(connection))]
    if undone != sorted(undone):
        yield Problem("deeds")
    query = "SELECT deed, position, kind, before, after FROM deed_changes ORDER BY deed, position"
    for deed, position, kind, *sides in connection.execute(query):
        try:
            for side in sides:
                if side is not None:
                    codec.decode(kind, side)
        except codec.Undecodable as error:
            yield Problem("undecodable", {"deed": deed, "position": position, "error": str(error)})
