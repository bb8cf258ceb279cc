"""The connection to a garden file: for writing, with its log; for reading; or as it lies, where nothing can be written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from gardener.store import header

LOG_LIMIT = 4 * 1024 * 1024
"""To this many bytes the write-ahead log is cut back after a large import."""


def connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to a garden of the newest schema. sqlite3.Error and FileProblem as the disk and the file will have it."""
    if not read_only:
        connection = header.connect(path, "rw")
        try:
            header.verify(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA journal_size_limit = {LOG_LIMIT}")
            # A first read: from now on the log and its index are there.
            header.pragma(connection, "user_version")
        except BaseException:
            connection.close()
            raise
        return connection
    try:
        return _verified(path, "ro")
    except sqlite3.OperationalError:
        # Reading a file in WAL mode wants to write beside it; where that cannot be, it can be read as it lies,
        # but only if no log holds what the file does not yet.
        if header.has_log(path):
            raise
        return _verified(path, "immutable")


def _verified(path: Path, mode: str) -> sqlite3.Connection:
    connection = header.connect(path, mode)
    try:
        header.verify(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection
