"""A new garden file: laid out under another name, and appearing whole."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path

from gardener import __version__
from gardener.store import header, writing
from gardener.store.problems import FileProblem


def create(path: Path) -> None:
    """Makes an empty garden, mode 0600, in a folder that is made with mode 0700 when there is none.

    FileProblem `exists` when anything is there already; an OSError or sqlite3.Error as it comes.
    """
    if os.path.lexists(path):
        raise FileProblem("exists", {"path": str(path)})
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _put_aside_strays(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        _lay_out(new)
        _appear(new, path)
    finally:
        new.unlink(missing_ok=True)


def _lay_out(new: Path) -> None:
    connection = header.connect(new, "rw")
    try:
        writing.lay_out(connection, written_by=__version__, when=datetime.now().replace(microsecond=0))
    finally:
        connection.close()


def _appear(new: Path, path: Path) -> None:
    """Gives the finished file its name, never over another."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileProblem("exists", {"path": str(path)}) from None
        new.rename(path)
    header.sync_folder(path.parent)


def _put_aside_strays(path: Path) -> None:
    """Moves away the log of a file that is gone: SQLite would replay it into the new one, and it may be all that is left."""
    for ending in ("-wal", "-shm", "-journal"):
        stray = header.beside(path, ending)
        if stray.exists():
            stray.rename(header.free_name(path, f"stray{ending}"))
