"""What can go wrong with the file, as codes and facts; the one place where the errors of disk and SQLite are read."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Facts = Mapping[str, str | int]


class FileProblem(Exception):
    """The file refuses; nothing was changed. `facts` always names the `path`.

    `code` is one of missing, exists, not-a-file, unreadable, bad-name, foreign (not a garden), empty (0 bytes or no tables:
    damage), newer (facts: schema, written_by), damaged, full, read-only, locked (by another process), io.
    """

    def __init__(self, code: str, facts: Facts):
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{key}={value}" for key, value in self.facts.items())


class Stale(Exception):
    """Another process has written since the garden was loaded; nothing was changed."""

    def __init__(self, *, expected: int, found: int):
        super().__init__(expected, found)
        self.expected = expected
        self.found = found


class Inconsistent(ValueError):
    """The changeset contradicts the garden in the file (a mistake of the program); nothing was changed."""


# By SQLite's primary result code.
_PRIMARY = {
    sqlite3.SQLITE_ERROR: "damaged",  # our own statements are right, so a table or column is gone
    sqlite3.SQLITE_PERM: "unreadable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_NOMEM: "io",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_SCHEMA: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",  # a file that never was a garden is told before it is opened
}
# By SQLite's extended result code, where it says more.
_EXTENDED = {
    sqlite3.SQLITE_IOERR_WRITE: "full",  # a quota, a file size limit or a failing disk: refused like a full one
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",
    sqlite3.SQLITE_IOERR_SHORT_READ: "damaged",
    sqlite3.SQLITE_IOERR_CORRUPTFS: "damaged",
    sqlite3.SQLITE_READONLY_DBMOVED: "missing",
}
_ERRNO = {
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "not-a-file",
    errno.ENOTDIR: "not-a-file",
    errno.EACCES: "unreadable",
    errno.EPERM: "unreadable",
    errno.ENAMETOOLONG: "bad-name",
    errno.ELOOP: "bad-name",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns every failure of disk and database inside the block into FileProblem, or Inconsistent for a broken rule.

    Mistakes in the use of sqlite3 itself pass through as they are.
    """
    try:
        yield
    except (FileProblem, Stale, Inconsistent):
        raise
    except Exception as error:
        # SQLAlchemy wraps the driver's error as `orig`; asking for it so does not import SQLAlchemy.
        known = isinstance(error, (sqlite3.Error, OSError, UnicodeDecodeError))
        cause = error if known else getattr(error, "orig", None)
        if isinstance(cause, sqlite3.IntegrityError):
            raise Inconsistent(str(cause)) from error
        code = code_of(cause)
        if code is None:
            raise
        raise FileProblem(code, {"path": str(path), "error": str(cause)}) from error


@contextmanager
def read_from(path: Path) -> Iterator[None]:
    """As `told`, for reading: a stored value that cannot be read back is damage as well."""
    with told(path):
        try:
            yield
        except (ValueError, TypeError, KeyError, IndexError) as error:
            if isinstance(error, Inconsistent):
                raise
            raise FileProblem(
                "damaged", {"path": str(path), "error": f"{type(error).__name__}: {error}"}
            ) from error


def code_of(cause: object) -> str | None:
    """The code of FileProblem for an error of SQLite or the operating system; null for any other."""
    if isinstance(cause, OSError):
        return _ERRNO.get(cause.errno or 0, "io")
    if isinstance(cause, UnicodeDecodeError):
        return "damaged"  # in a name of the schema, which SQLite repeats in its message
    if not isinstance(cause, sqlite3.Error):
        return None
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        # Text that is not UTF-8 is told without a number; so are mistakes in the use of sqlite3.
        return "damaged" if type(cause) is sqlite3.OperationalError else None
    return _EXTENDED.get(number) or _PRIMARY.get(number & 0xFF)
