"""Reads what the file holds, with the standard library alone: the whole garden, histories, sources."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple, TypeVar

from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Exchange, Interaction
from gardener.domain.opportunity import Opportunity
from gardener.domain.records import CheckIn, Season, Source
from gardener.domain.text import fold
from gardener.domain.tie import EMPTY, Tie
from gardener.store import rows
from gardener.store.codec import decode_pairs
from gardener.store.columns import COLUMNS
from gardener.store.rows import Row

T = TypeVar("T")
_NONE: Sequence[Row] = ()


class SourceRow(NamedTuple):
    """A source without its raw text: enough to know a card again, and what it said of single values."""

    key: str
    digest: str
    contact: str
    id: str
    format: str
    said: tuple[tuple[str, str], ...]


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All reads inside see one state of the file, whatever other processes write meanwhile."""
    within = connection.in_transaction
    if not within:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if not within and connection.in_transaction:
            connection.execute("ROLLBACK")


def revision(connection: sqlite3.Connection) -> int:
    """The number of the file's present revision, ≥ 0."""
    return int(connection.execute("SELECT revision FROM meta").fetchone()[0])


def load(connection: sqlite3.Connection) -> Garden:
    """The whole garden without histories: what they add up to is kept for each contact."""
    with snapshot(connection):
        return Garden(
            revision=revision(connection),
            plants=_plants(connection),
            introductions=_all(connection, "introductions", rows.introduction),
            plans=_all(connection, "plans", rows.plan),
            dismissals=_all(connection, "dismissals", rows.dismissal),
            opportunities=_opportunities(connection),
            targets=_all(connection, "targets", rows.target),
            batches=_all(connection, "batches", rows.batch),
            soils=_all(connection, "soils", rows.soil, "ORDER BY valid_from, id"),
            checkins=_all(connection, "check_ins", lambda row: CheckIn(date.fromisoformat(row[0]))),
            choices=_all(connection, "choices", rows.choice),
            seasons=_seasons(connection),
        )


def ties(connection: sqlite3.Connection) -> Mapping[str, Tie]:
    """What each history adds up to, by contact; contacts never spoken to are left out."""
    return {row[0]: rows.tie(row) for row in _select(connection, "ties")}


def history(connection: sqlite3.Connection, contact: str) -> tuple[Interaction, ...]:
    """The interactions of one contact in canonical order."""
    return tuple(_interactions(connection, "SELECT interaction FROM participants WHERE contact = ?", contact))


def interaction(connection: sqlite3.Connection, id_: str) -> Interaction | None:
    """One interaction, null when there is none of that id."""
    return next(iter(_interactions(connection, "SELECT id FROM interactions WHERE id = ?", id_)), None)


def interactions_begun(connection: sqlite3.Connection, beginning: str, until: date) -> list[str]:
    """The ids of the interactions up to a day whose ids begin so."""
    last = beginning + chr(0x10FFFF)
    query = "SELECT id FROM interactions WHERE id BETWEEN ? AND ? AND day <= ? ORDER BY id"
    return [id_ for (id_,) in connection.execute(query, (beginning, last, until.isoformat()))]


def interactions(connection: sqlite3.Connection, since: date | None, until: date | None) -> list[Interaction]:
    """All interactions with a day in the span, both ends included, null for no end; in canonical order."""
    return _interactions(
        connection,
        "SELECT id FROM interactions WHERE day BETWEEN ? AND ?",
        (since or date.min).isoformat(),
        (until or date.max).isoformat(),
    )


def noted(
    connection: sqlite3.Connection, words: Sequence[str], until: date, limit: int | None
) -> list[Interaction]:
    """The interactions up to a day whose note and gives, folded, hold each of the folded `words`; in canonical order.

    Of more than `limit` the newest.
    """
    connection.create_function("fold", 1, fold, deterministic=True)
    texts = (
        "fold(note || ' ' || coalesce((SELECT group_concat(value, ' ') FROM gives WHERE interaction = interactions.id),"
        " ''))"
    )
    if not words:
        return []
    each = " AND ".join(f"instr({texts}, ?) > 0" for _ in words)
    found = connection.execute(
        "SELECT id FROM interactions WHERE day <= ? AND (note <> '' OR id IN (SELECT interaction FROM gives))"
        f" AND {each} ORDER BY day DESC, id LIMIT ?",
        (until.isoformat(), *words, -1 if limit is None else limit),
    )
    ids = [id_ for (id_,) in found]
    query = "SELECT value FROM json_each(?)"
    return _interactions(connection, query, json.dumps(ids))


def exchanges(connection: sqlite3.Connection, until: date | None) -> list[Exchange]:
    """Of all interactions up to a day, or of all, what counting needs; in no order."""
    participants: dict[str, tuple[str, ...]] = {}
    with snapshot(connection):
        query = "SELECT interaction, contact FROM participants ORDER BY interaction, position"
        for id_, contact in connection.execute(query):
            participants[id_] = (*participants.get(id_, ()), contact)
        query = "SELECT id, day, time, direction FROM interactions WHERE day <= ?"
        return rows.exchanges(connection.execute(query, ((until or date.max).isoformat(),)), participants)


def source_rows(connection: sqlite3.Connection) -> tuple[SourceRow, ...]:
    """All sources in the order of their ids, without the raw text."""
    query = "SELECT key, digest, contact, id, format, said FROM sources ORDER BY id"
    return tuple(
        SourceRow(key, digest, contact, id_, format_, decode_pairs(said))
        for key, digest, contact, id_, format_, said in connection.execute(query)
    )


def source(connection: sqlite3.Connection, id_: str) -> Source | None:
    """One source whole, null when there is none of that id."""
    row = next(_select(connection, "sources", "WHERE id = ?", id_), None)
    return None if row is None else rows.source(row)


def sources_of(connection: sqlite3.Connection, contact: str) -> tuple[Source, ...]:
    """The sources of one contact whole, in the order of their ids."""
    return tuple(
        rows.source(row) for row in _select(connection, "sources", "WHERE contact = ? ORDER BY id", contact)
    )


def _select(connection: sqlite3.Connection, table: str, rest: str = "", *values: object) -> Iterator[Row]:
    return connection.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table} {rest}", values)


def _all(
    connection: sqlite3.Connection, table: str, value: Callable[[Row], T], rest: str = ""
) -> Mapping[str, T]:
    """The values of a table by the first column."""
    return {row[0]: value(row) for row in _select(connection, table, rest)}


def _children(
    connection: sqlite3.Connection, query: str, *values: object
) -> Mapping[str, list[tuple[object, ...]]]:
    """Rows by their first column, without it, in the order of the query."""
    grouped: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
    for owner, *row in connection.execute(query, values):
        grouped[owner].append(tuple(row))
    return grouped


def _lists(connection: sqlite3.Connection, query: str, *values: object) -> Mapping[str, list[str]]:
    """The second column's values by the first, in the order of the query."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for owner, value in connection.execute(query, values):
        grouped[owner].append(value)
    return grouped


def _plants(connection: sqlite3.Connection) -> Mapping[str, Plant]:
    values: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    query = "SELECT contact, kind, value FROM contact_values ORDER BY contact, kind, position"
    for contact, kind, value in connection.execute(query):
        values[contact].setdefault(kind, []).append(value)
    moves = _children(
        connection, "SELECT contact, day, stage, reason FROM stage_moves ORDER BY contact, position"
    )
    rested = _children(
        connection, "SELECT contact, since, until, ended FROM rests ORDER BY contact, position"
    )
    held = ties(connection)
    return {
        row[0]: Plant(
            rows.contact(row, values.get(row[0], {}), moves.get(row[0], _NONE), rested.get(row[0], _NONE)),
            held.get(row[0], EMPTY),
        )
        for row in _select(connection, "contacts")
    }


def _opportunities(connection: sqlite3.Connection) -> Mapping[str, Opportunity]:
    steps = _children(connection, "SELECT opportunity, kind, day FROM steps ORDER BY opportunity, position")
    thanks = _lists(
        connection, "SELECT opportunity, contact FROM opportunity_thanks ORDER BY opportunity, position"
    )
    return _all(
        connection,
        "opportunities",
        lambda row: rows.opportunity(row, steps.get(row[0], _NONE), thanks.get(row[0], ())),
    )


def _seasons(connection: sqlite3.Connection) -> Mapping[str, Season]:
    pauses = _children(
        connection, "SELECT season, start, finish FROM season_pauses ORDER BY season, position"
    )
    return _all(connection, "seasons", lambda row: rows.season(row, pauses.get(row[0], _NONE)))


def _interactions(connection: sqlite3.Connection, ids: str, *values: object) -> list[Interaction]:
    """The interactions whose ids the query `ids` gives, in canonical order; of equal ones the smaller id first."""
    with snapshot(connection):
        participants = _lists(
            connection,
            f"SELECT interaction, contact FROM participants WHERE interaction IN ({ids})"
            " ORDER BY interaction, position",
            *values,
        )
        gives = _lists(
            connection,
            f"SELECT interaction, value FROM gives WHERE interaction IN ({ids}) ORDER BY interaction, position",
            *values,
        )
        found = [
            rows.interaction(row, participants.get(row[0], ()), gives.get(row[0], ()))
            for row in _select(connection, "interactions", f"WHERE id IN ({ids})", *values)
        ]
    return sorted(found, key=lambda one: (one.order, one.id))
