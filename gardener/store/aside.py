"""A damaged garden is kept as it was found: copied aside, byte for byte with its log, before anything is written on."""

from __future__ import annotations

import shutil
from pathlib import Path

from gardener.store import header

WORD = "damaged"


def keep_aside(path: Path) -> Path:
    """Copies the file and its log to `<name>.damaged-N`; the copy of a file that has not changed since is found again."""
    found = path.stat()
    for old in path.parent.glob(f"{path.name}.{WORD}-*"):
        there = old.stat()
        if (there.st_size, there.st_mtime_ns) == (found.st_size, found.st_mtime_ns):
            return old
    copy = header.free_name(path, WORD)
    shutil.copy2(path, copy)
    log = header.beside(path, "-wal")
    if log.exists() and log.stat().st_size:
        shutil.copy2(log, header.beside(copy, "-wal"))
    return copy
