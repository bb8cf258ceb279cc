"""Writes a changeset, and the schema of a new file, each in one transaction. Imports SQLAlchemy: on the first write only."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from itertools import islice

from sqlalchemy import Connection, Engine, bindparam, create_engine, delete, event, insert, update
from sqlalchemy.pool import StaticPool

from gardener.domain.changes import Change, Changeset, Entity, identity
from gardener.domain.garden import Garden
from gardener.domain.tie import EMPTY
from gardener.store import codec, schema
from gardener.store.columns import COLUMNS
from gardener.store.header import APPLICATION_ID, VERSION
from gardener.store.problems import Inconsistent, Stale
from gardener.store.rows import SHAPES, Row, Shape, tie_row

CHUNK = 2000
"""Rows handed to SQLite at a time, so that a large import is never held twice."""


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that writes through `connection`; a transaction takes the write lock at once.

    A deferred one that turns from reading to writing would fail at once when another process has written meanwhile,
    instead of waiting for its turn.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(begun: Connection) -> None:
        begun.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def lay_out(connection: sqlite3.Connection, *, written_by: str, when: datetime) -> None:
    """Makes the tables and the first row of an empty file in one transaction."""
    with engine_on(connection).begin() as begun:
        for _, definition in schema.definitions():
            begun.exec_driver_sql(definition)
        begun.exec_driver_sql(_insert("meta"), (1, 0, written_by, when.isoformat(), None))
        begun.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        begun.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def apply(
    engine: Engine,
    changeset: Changeset,
    after: Garden,
    *,
    expected: int,
    when: datetime,
    kind: str,
    batch: str | None,
) -> int:
    """See `GardenFile.apply`."""
    with engine.begin() as begun:
        found = int(begun.exec_driver_sql("SELECT revision FROM meta").scalar_one())
        if found != expected:
            raise Stale(expected=expected, found=found)
        _write_entities(begun, changeset.changes)
        _write_ties(begun, changeset.touched, after)
        if kind == "do":
            _append(begun, changeset, when=when, batch=batch)
        else:
            _mark(begun, kind)
        begun.exec_driver_sql("UPDATE meta SET revision = ?", (found + 1,))
    return found + 1


# Entities


def _write_entities(begun: Connection, changes: Sequence[Change]) -> None:
    """Brings every entity from what it was before the first of its changes to what it is after the last."""
    sides: dict[tuple[type[Entity], str], tuple[Entity | None, Entity | None]] = {}
    for change in changes:
        name = (type(change.entity), identity(change.entity))
        first = sides[name][0] if name in sides else change.before
        sides[name] = (first, change.after)
    came: defaultdict[type[Entity], list[Entity]] = defaultdict(list)
    went: defaultdict[type[Entity], list[str]] = defaultdict(list)
    changed: list[tuple[str, Entity, Entity]] = []
    for (type_, id_), (before, after) in sides.items():
        if before is not None and after is not None:
            changed.append((id_, before, after))
        elif after is not None:
            came[type_].append(after)
        elif before is not None:
            went[type_].append(id_)
    for type_, ids in went.items():
        _take_away(begun, SHAPES[type_], ids)
    for id_, before, after in changed:
        _change(begun, SHAPES[type(after)], id_, before, after)
    for type_, entities in came.items():
        _bring(begun, SHAPES[type_], entities)


def _bring(begun: Connection, shape: Shape, entities: Sequence[Entity]) -> None:
    _insert_all(begun, shape.table, map(shape.row, entities))
    for table, rows_of in shape.children.items():
        _insert_all(begun, table, (row for entity in entities for row in rows_of(entity)))


def _take_away(begun: Connection, shape: Shape, ids: Sequence[str]) -> None:
    keys = [(id_,) for id_ in ids]
    for table in shape.children:
        begun.exec_driver_sql(_delete(table), keys)
    _hit(begun.exec_driver_sql(_delete(shape.table), keys).rowcount, len(keys), shape.table)


def _change(begun: Connection, shape: Shape, id_: str, before: Entity, after: Entity) -> None:
    """Writes the row and those child tables that differ."""
    row = shape.row(after)
    if row != shape.row(before):
        _hit(begun.exec_driver_sql(_update(shape.table), (*row[1:], id_)).rowcount, 1, shape.table)
    for table, rows_of in shape.children.items():
        rows = rows_of(after)
        if rows != rows_of(before):
            begun.exec_driver_sql(_delete(table), (id_,))
            _insert_all(begun, table, rows)


def _hit(found: int, wanted: int, table: str) -> None:
    if found != wanted:
        raise Inconsistent(f"{wanted - found} of {wanted} rows are not in {table}")


# What histories add up to


def _write_ties(begun: Connection, touched: Iterable[str], after: Garden) -> None:
    held = {id_: plant.tie for id_ in touched if (plant := after.plants.get(id_)) and plant.tie != EMPTY}
    empty = [(id_,) for id_ in touched if id_ not in held]
    if empty:
        begun.exec_driver_sql(_delete("ties"), empty)
    _insert_all(begun, "ties", (tie_row(id_, tie) for id_, tie in held.items()), replace=True)


# The history of deeds


def _append(begun: Connection, changeset: Changeset, *, when: datetime, batch: str | None) -> None:
    """Adds the deed at the end; what was undone cannot be done again from now on."""
    begun.exec_driver_sql("DELETE FROM deed_changes WHERE deed IN (SELECT seq FROM deeds WHERE undone = 1)")
    begun.exec_driver_sql("DELETE FROM deeds WHERE undone = 1")
    seq = int(begun.exec_driver_sql("SELECT coalesce(max(seq), 0) + 1 FROM deeds").scalar_one())
    what = changeset.what
    deed = (seq, what.code, codec.encode_facts(what.facts), what.contact, when.isoformat(), 0, batch)
    begun.exec_driver_sql(_insert("deeds"), deed)
    _insert_all(
        begun,
        "deed_changes",
        (
            (
                seq,
                position,
                codec.NAMES[type(change.entity)],
                identity(change.entity),
                None if change.before is None else codec.encode(change.before),
                None if change.after is None else codec.encode(change.after),
            )
            for position, change in enumerate(changeset.changes)
        ),
    )


_MARKS = {
    "undo": "UPDATE deeds SET undone = 1 WHERE seq = (SELECT max(seq) FROM deeds WHERE undone = 0)",
    "redo": "UPDATE deeds SET undone = 0 WHERE seq = (SELECT min(seq) FROM deeds WHERE undone = 1)",
}


def _mark(begun: Connection, kind: str) -> None:
    if begun.exec_driver_sql(_MARKS[kind]).rowcount != 1:
        raise Inconsistent(f"nothing to {kind}")


# Statements, made once from the tables


def _insert_all(begun: Connection, table: str, rows: Iterable[Row], *, replace: bool = False) -> None:
    """Hands the rows to one prepared statement, a chunk at a time."""
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        begun.exec_driver_sql(_insert(table, replace), chunk)


@cache
def _insert(table: str, replace: bool = False) -> str:
    statement = insert(schema.METADATA.tables[table])
    if replace:
        statement = statement.prefix_with("OR REPLACE")
    return str(statement.compile(dialect=schema.DIALECT, column_keys=list(COLUMNS[table])))


@cache
def _update(table: str) -> str:
    key, *others = COLUMNS[table]
    known = schema.METADATA.tables[table]
    statement = update(known).where(known.c[key] == bindparam("owner"))
    return str(statement.compile(dialect=schema.DIALECT, column_keys=others))


@cache
def _delete(table: str) -> str:
    known = schema.METADATA.tables[table]
    statement = delete(known).where(known.c[COLUMNS[table][0]] == bindparam("owner"))
    return str(statement.compile(dialect=schema.DIALECT))
