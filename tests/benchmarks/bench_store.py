"""Benches of the store: `write`, a large import through it, and the raw side of `deed`, against sqlite3 itself."""

from __future__ import annotations

import gc
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

from gardener.domain.changes import Change, Changeset, What, identity
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.records import Batch
from gardener.store import GardenFile, codec, header
from gardener.store.columns import COLUMNS
from gardener.store.rows import SHAPES, Row, tie_row

NAMES = ("write",)
CONTACTS, INTERACTIONS, ROUNDS = 1_000, 100_000, 6
NOW = datetime(2026, 3, 1, 9, 30)
BATCH = Batch(id="batch", number=1, at=NOW, files=("mail.mbox",), new=0, merged=CONTACTS)

Rows = Mapping[str, list[Row]]


def run(name: str) -> dict[str, object]:
    """100,000 interactions through `GardenFile.apply` ÷ the same rows by `executemany`, one transaction each."""
    people = [
        Contact(id=str(UUID(int=n)), name=f"Contact {n}", created=date(2020, 1, 1)) for n in range(CONTACTS)
    ]
    changeset = Changeset(What("import"), (Change(None, BATCH), *(Change(None, i) for i in _talks(people))))
    ours, raw = [], []
    for turn in range(ROUNDS + 1):
        with tempfile.TemporaryDirectory() as folder:
            sides = (_ours(Path(folder) / "ours.garden", people, changeset),
                     _raw(Path(folder) / "raw.garden", people, changeset))  # fmt: skip
        if turn:  # the first round warms up
            ours.append(sides[0])
            raw.append(sides[1])
    detail = {
        "ours_s": [round(one, 3) for one in ours],
        "raw_s": [round(one, 3) for one in raw],
        "bench": name,
    }
    return {"value": round(median(ours) / median(raw), 2), "unit": "ratio", "aim": 2, "detail": detail}


def _talks(people: list[Contact]) -> list[Interaction]:
    """The interactions of twenty years, a hundred with each contact."""
    return [
        Interaction(
            id=str(UUID(int=(n * 0x9E3779B97F4A7C15) % 2**128 | 1 << 120)),
            day=date(2005, 1, 1) + timedelta(days=n * 7 // 100),
            kind=Kind.EMAIL,
            direction=list(Direction)[n % 3],
            participants=(people[n % len(people)].id,),
            time=time(n % 24, n % 60),
            note=f"Re: the letter of the {n}th day, and what came of it",
            batch=BATCH.id,
        )
        for n in range(INTERACTIONS)
    ]


def _grown(path: Path, people: list[Contact]) -> Garden:
    """A file with the contacts in it."""
    with GardenFile.create(path) as file:
        changeset = Changeset(What("sample"), tuple(Change(None, contact) for contact in people))
        after = Garden().after(changeset, file.history)
        file.apply(changeset, after, expected=0, when=NOW, kind="do")
        return replace(after, revision=1)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _ours(path: Path, people: list[Contact], changeset: Changeset) -> float:
    garden = _grown(path, people)
    with GardenFile.open(path) as file:
        after = garden.after(changeset, file.history)
        file.undoable()
        return _timed(lambda: file.apply(changeset, after, expected=1, when=NOW, kind="do", batch=BATCH.id))


def _raw(path: Path, people: list[Contact], changeset: Changeset) -> float:
    garden = _grown(path, people)
    with GardenFile.open(path) as file:
        rows = rows_of(changeset, garden.after(changeset, file.history), seq=2)
    with closing(pragmatic(path)) as connection:
        return _timed(lambda: insert(connection, rows))


def rows_of(changeset: Changeset, after: Garden, *, seq: int) -> Rows:
    """All rows that a deed of additions brings, by table, made before the clock starts."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for position, change in enumerate(changeset.changes):
        entity = change.entity
        shape = SHAPES[type(entity)]
        rows[shape.table].append(shape.row(entity))
        for table, children in shape.children.items():
            rows[table] += children(entity)
        kind = codec.NAMES[type(entity)]
        rows["deed_changes"].append((seq, position, kind, identity(entity), None, codec.encode(entity)))
    rows["ties"] = [tie_row(id_, after.plants[id_].tie) for id_ in sorted(changeset.touched)]
    rows["deeds"] = [(seq, changeset.what.code, "{}", None, NOW.isoformat(), 0, None)]
    return {table: some for table, some in rows.items() if some}


def pragmatic(path: Path) -> sqlite3.Connection:
    """A plain connection with the pragmas of a garden file."""
    connection = header.connect(path, "rw")
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """The rows by `executemany`, and the next revision, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for table, some in rows.items():
        verb = "INSERT OR REPLACE" if table == "ties" else "INSERT"
        marks = ", ".join("?" * len(COLUMNS[table]))
        connection.executemany(f"{verb} INTO {table} VALUES ({marks})", some)
    connection.execute("UPDATE meta SET revision = revision + 1")
    connection.execute("COMMIT")
