"""What marks a file as a garden, and a look at it that writes nothing: is it one, whole, and of a version we know?"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

from gardener.store.problems import FileProblem

APPLICATION_ID = 0x47524431
"""`GRD1`, in SQLite's header and so in `file(1)`."""
VERSION = 6
"""The newest schema, kept as SQLite's user_version; each has a script in `migrations`."""
BUSY_SECONDS = 2.0
"""How long a write waits for another process before the file counts as locked."""

_MAGIC = b"SQLite format 3\x00"
_SIZE = 100  # of SQLite's header, in bytes


class Header(NamedTuple):
    """What the head of a garden file says."""

    application: int
    version: int


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside `path`: `-wal`, `-shm`, `-journal`."""
    return path.with_name(path.name + ending)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside `path`."""
    try:
        return beside(path, "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without transactions of its own; `mode` is `rw`, `ro`, or `immutable` (no locks, no log)."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        for setting in ("trusted_schema=OFF", "foreign_keys=ON", "synchronous=FULL", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def peek(path: Path) -> Header:
    """Reads the head of the file and refuses what is not a garden, is cut short, or is newer than this program.

    FileProblem missing, not-a-file, empty, foreign, damaged or newer, and read-only for a log that cannot be read
    where it lies. The file is not written; beside it nothing either, unless it has a log.
    """
    size = _size(path)
    with path.open("rb") as file:
        head = file.read(_SIZE)
    facts = {"path": str(path)}
    if head[:16] != _MAGIC[: len(head)]:
        ours = head[68:72] == APPLICATION_ID.to_bytes(4, "big")
        raise FileProblem("damaged" if ours else "foreign", facts)
    if len(head) < _SIZE:
        raise FileProblem("damaged", {**facts, "bytes": size})
    found = _logged(path) if has_log(path) else Header(_number(head, 68), _number(head, 60))
    if found.application != APPLICATION_ID:
        raise FileProblem("empty" if _is_bare(path) else "foreign", facts)
    if found.version > VERSION:
        raise FileProblem("newer", {**facts, "schema": found.version, "written_by": _written_by(path)})
    if found.version < 1 or (not has_log(path) and _is_short(head, size)):
        raise FileProblem("damaged", {**facts, "bytes": size})
    return found


def verify(connection: sqlite3.Connection, path: Path) -> None:
    """The same of an open connection, should the file have changed since the look at its head."""
    facts = {"path": str(path)}
    if not connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()[0]:
        raise FileProblem("empty", facts)
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise FileProblem("foreign", facts)
    version = pragma(connection, "user_version")
    if version > VERSION:
        raise FileProblem("newer", {**facts, "schema": version, "written_by": _written_by(path)})
    if version < VERSION:
        raise FileProblem("damaged", {**facts, "schema": version})


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The number that SQLite keeps under that name."""
    (number,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(number)


def writable(path: Path) -> bool:
    """Whether this process may write the file and beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _size(path: Path) -> int:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise FileProblem("not-a-file", {"path": str(path)})
    if found.st_size == 0:
        raise FileProblem("empty", {"path": str(path)})
    return found.st_size


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


def _is_short(head: bytes, size: int) -> bool:
    """Whether pages are missing at the end; the head's page count holds if it was written with the last change."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    counted = head[24:28] == head[92:96]
    return counted and _number(head, 28) * page > size


def _quiet(path: Path) -> sqlite3.Connection:
    """A connection that leaves no trace where that is possible."""
    return connect(path, "ro" if has_log(path) else "immutable")


def _logged(path: Path) -> Header:
    """The head as the write-ahead log has it. FileProblem `read-only` (facts: log) where SQLite cannot follow the log."""
    try:
        with closing(_quiet(path)) as connection:
            return Header(pragma(connection, "application_id"), pragma(connection, "user_version"))
    except sqlite3.OperationalError as error:
        if writable(path):
            raise
        facts = {"path": str(path), "log": beside(path, "-wal").name}
        raise FileProblem("read-only", facts) from error


def _is_bare(path: Path) -> bool:
    with closing(_quiet(path)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        return tables == 0 and pragma(connection, "application_id") == 0


def _written_by(path: Path) -> str:
    """The version of the program that made the schema. `meta.written_by` keeps its name in every version of the schema."""
    try:
        with closing(_quiet(path)) as connection:
            return str(connection.execute("SELECT written_by FROM meta").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return ""


def free_name(path: Path, word: str) -> Path:
    """`<name>.<word>-N` beside `path`, with the first N from 1 on that is free."""
    return next(name for n in count(1) if not (name := beside(path, f".{word}-{n}")).exists())


def sync_folder(folder: Path) -> None:
    """Makes names given or taken in the folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
