"""A hold on an open garden that other programs see, and that nothing in this process can let go by accident.

SQLite's own locks belong to the process: when any part of it opens and closes the same file (a file dialog that looks for
its type, a second garden on the same path), the system drops them all. Another program that closes the garden then takes
itself for the last, deletes the write-ahead log under this one, and what is saved from then on is lost. Locks of the open
file description (Linux) have no such fault, and SQLite's respect them. Where there are none, this does nothing.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from gardener.store.header import beside

_SHARED = (0x40000002, 510)
"""The bytes of a database that every reader of it locks (SQLite, os.h: SHARED_FIRST, SHARED_SIZE)."""
_DEAD_MAN = (128, 1)
"""The byte of a -shm file that says that somebody lives (SQLite, os_unix.c: UNIX_SHM_DMS)."""


class Hold:
    """Holds a garden, and the index of its log, from now until `release` and `close`."""

    def __init__(self, path: Path) -> None:
        self._handles = [
            handle
            for file, span in ((path, _SHARED), (beside(path, "-shm"), _DEAD_MAN))
            if (handle := _locked(file, span)) is not None
        ]

    def release(self) -> None:
        """Lets go, just before the connection closes: the last program to close puts the log into the file."""
        for handle in self._handles:
            with suppress(OSError):
                _lock(handle, "F_UNLCK", (0, 0))

    def close(self) -> None:
        """Closes the files; after the connection, whose locks go with them."""
        while self._handles:
            os.close(self._handles.pop())


def _locked(file: Path, span: tuple[int, int]) -> int | None:
    """The file, open and its bytes locked for reading; null where that is not to be had."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        _lock(handle, "F_RDLCK", span)
    except OSError:
        os.close(handle)
        return None
    return handle


def _lock(handle: int, kind: str, span: tuple[int, int]) -> None:
    """Locks or unlocks a span of bytes (0, 0: all of them) without waiting. OSError when it cannot be."""
    import fcntl

    wanted = struct.pack("hhqqi4x", getattr(fcntl, kind), os.SEEK_SET, *span, 0)
    fcntl.fcntl(handle, fcntl.F_OFD_SETLK, wanted)
