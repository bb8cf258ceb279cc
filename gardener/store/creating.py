"""A new garden file: laid out under another name, and appearing whole."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from gardener import __version__
from gardener.store import header, writing
from gardener.store.problems import FileProblem


def create(path: Path) -> None:
    """Makes an empty garden, mode 0600, in a folder that is made with mode 0700 when there is none.

    FileProblem `exists` when anything is there already; an OSError or sqlite3.Error as it comes.
    """
    new = draft(path)
    try:
        appear(new, path)
    finally:
        new.unlink(missing_ok=True)


def draft(path: Path) -> Path:
    """Makes an empty garden beside `path`, under a name that nobody looks for, and answers where. As `create`."""
    if os.path.lexists(path):
        raise FileProblem("exists", {"path": str(path)})
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        _lay_out(new)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def appear(new: Path, path: Path) -> None:
    """Gives a finished garden that nobody has open its name, never over another.

    FileProblem `exists` when another program was quicker; it must have closed without leaving a log (else `io`).
    """
    if header.has_log(new):
        raise FileProblem("io", {"path": str(path), "error": "its log could not be put into it"})
    with _alone_in(path.parent):
        if os.path.lexists(path):
            raise FileProblem("exists", {"path": str(path)})
        _put_aside_strays(path)
        _name(new, path)
    header.sync_folder(path.parent)


def _lay_out(new: Path) -> None:
    connection = header.connect(new, "rw")
    try:
        writing.lay_out(connection, written_by=__version__, when=datetime.now().replace(microsecond=0))
    finally:
        connection.close()


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keeps others who make a garden in the folder waiting: what is put aside must not be the log of one just made."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _name(new: Path, path: Path) -> None:
    """Gives the finished file its name, never over another."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileProblem("exists", {"path": str(path)}) from None
        new.rename(path)


def _put_aside_strays(path: Path) -> None:
    """Moves away the log of a file that is gone: SQLite would replay it into the new one, and it may be all that is left."""
    for ending in ("-wal", "-shm", "-journal"):
        stray = header.beside(path, ending)
        if stray.exists():
            stray.rename(header.free_name(path, f"stray{ending}"))
