"""Reads the history of deeds: what was done, what can be undone and redone, and what each import changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from gardener.domain.changes import Change, Changeset, What
from gardener.store.codec import decode, decode_facts
from gardener.store.reading import snapshot
from gardener.store.rows import Row


class DeedRow(NamedTuple):
    """One deed of the history without its changes. `seq` counts from 1; `batch` is the import's id, if it was one."""

    seq: int
    what: What
    when: datetime
    undone: bool
    batch: str | None


def deeds(connection: sqlite3.Connection, limit: int | None = None) -> tuple[DeedRow, ...]:
    """The last `limit` deeds, or all; newest first, undone ones included."""
    found = connection.execute(
        "SELECT seq, code, facts, contact, at, undone, batch FROM deeds ORDER BY seq DESC LIMIT ?",
        (-1 if limit is None else limit,),
    )
    return tuple(_deed(row) for row in found)


def undoable(connection: sqlite3.Connection) -> DeedRow | None:
    """The last deed that is not undone."""
    return _first(connection, "undone = 0 ORDER BY seq DESC")


def redoable(connection: sqlite3.Connection) -> DeedRow | None:
    """The first deed that is undone."""
    return _first(
        connection, "undone = 1 AND seq > (SELECT coalesce(max(seq), 0) FROM deeds WHERE undone = 0)"
    )


def changeset(connection: sqlite3.Connection, deed: DeedRow) -> Changeset:
    """All that the deed changed, as it was done."""
    return Changeset(deed.what, _changes(connection, "= ?", deed.seq))


def changes_of_batch(connection: sqlite3.Connection, batch: str) -> tuple[Change, ...]:
    """All that an import changed; empty when there is none of that id, or it is undone."""
    return _changes(connection, "IN (SELECT seq FROM deeds WHERE batch = ? AND undone = 0)", batch)


def batch_changes_after(connection: sqlite3.Connection, batch: str) -> Mapping[str, str]:
    """Of the contacts that an import touched, those that a later one touched too, with the first such import's id.

    Imports that were undone or taken back do not count.
    """
    with snapshot(connection):
        touched = _touched(changes_of_batch(connection, batch))
        later = connection.execute(
            "SELECT d.batch FROM deeds d JOIN batches b ON b.id = d.batch"
            " WHERE d.undone = 0 AND b.taken_back IS NULL AND d.seq > (SELECT seq FROM deeds WHERE batch = ?)"
            " ORDER BY d.seq DESC",
            (batch,),
        )
        return {
            contact: one
            for (one,) in later.fetchall()
            for contact in touched & _touched(changes_of_batch(connection, one))
        }


def _first(connection: sqlite3.Connection, condition: str) -> DeedRow | None:
    row = connection.execute(
        f"SELECT seq, code, facts, contact, at, undone, batch FROM deeds WHERE {condition} LIMIT 1"
    ).fetchone()
    return None if row is None else _deed(row)


def _deed(row: Row) -> DeedRow:
    seq, code, facts, contact, at, undone, batch = row
    what = What(code, decode_facts(facts), contact)
    return DeedRow(seq, what, datetime.fromisoformat(at), bool(undone), batch)


def _changes(connection: sqlite3.Connection, deed: str, *values: object) -> tuple[Change, ...]:
    found = connection.execute(
        f"SELECT kind, before, after FROM deed_changes WHERE deed {deed} ORDER BY deed, position", values
    )
    return tuple(
        Change(
            None if before is None else decode(kind, before), None if after is None else decode(kind, after)
        )
        for kind, before, after in found
    )


def _touched(changes: tuple[Change, ...]) -> frozenset[str]:
    return Changeset(What(""), changes).touched
