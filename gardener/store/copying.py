"""A garden copied whole by SQLite's own means, and a finished copy put in another's place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from gardener.store import header
from gardener.store.problems import FileProblem

ENDINGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file."""


def lock(held: sqlite3.Connection, path: Path) -> None:
    """Takes the file for this connection alone, until it closes: leaving WAL mode needs everyone else to have closed it."""
    mode = held.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete":
        raise FileProblem("locked", {"path": str(path)})
    # The lock outlives its transaction, because SQLite copies no file that is being written.
    held.execute("PRAGMA locking_mode = EXCLUSIVE")
    held.execute("BEGIN EXCLUSIVE")
    held.execute("COMMIT")


def copy(held: sqlite3.Connection, to: Path) -> None:
    """A copy by SQLite's own means, as private as the original; it needs no log beside it."""
    to.unlink(missing_ok=True)
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(header.connect(to, "rw")) as made:
        held.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")


def put_in_place(new: Path, path: Path) -> None:
    """Gives the finished `new` the name of `path`, whose log must never be replayed into it."""
    sync(new)
    for ending in ENDINGS:
        header.beside(path, ending).unlink(missing_ok=True)
    new.replace(path)
    header.sync_folder(path.parent)


def clear(new: Path) -> None:
    """Takes an unfinished copy away, with all that lies beside it."""
    for ending in ("", *ENDINGS):
        header.beside(new, ending).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Waits until the file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
