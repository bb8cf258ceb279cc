"""The picture of the window as the next start will find it, shown while the window itself is built.

It is drawn when the window has closed, for today and for tomorrow. A start shows it only if nothing that it shows can have
changed since: neither the garden's file nor the day, the choices, the places, the screen, or the program. It holds names, so
it lies where only the person can read it, and goes as soon as it is out of date.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from zlib import crc32

from PySide6.QtGui import QGuiApplication, QImage

from gardener import __version__
from gardener.scene.pixel_file import PixelFile
from gardener.settings import WINDOW_PICTURES

LIMIT = 160 << 20
"""Bytes of pixels kept; two pictures of a window as large as a 4K screen are 66 MB."""
_PROGRAM = ("ui", "scene", "words")


class FirstLight:
    """The pictures kept for one garden."""

    def __init__(self, garden: Path, folder: Path, depends: Sequence[Path]) -> None:
        """They lie in `folder`; `depends` are the files of choices and places that the window goes by."""
        self._garden, self._depends = garden, tuple(depends)
        name = crc32(str(garden.absolute()).encode("utf-8", "surrogateescape"))
        self._path = folder / WINDOW_PICTURES.replace("*", f"{name:08x}")

    def found(self, day: date) -> QImage | None:
        """What the window shows on `day`, or null. What is out of date is taken away."""
        kept = PixelFile(self._path, LIMIT)
        picture = kept.find(self._mark(day) or "")
        if picture is None:
            self.forget()
            return None
        picture.setDevicePixelRatio(_ratio())
        return picture

    def has(self, days: Sequence[date]) -> bool:
        """Whether the pictures of all these days are there."""
        kept = PixelFile(self._path, LIMIT)
        return all((self._mark(day) or "") in kept for day in days)

    def keep(self, pictures: Sequence[tuple[date, QImage]]) -> None:
        """Keeps what the window shows on each of some days, and nothing else."""
        marked = [(mark, picture) for day, picture in pictures if (mark := self._mark(day)) is not None]
        if len(marked) == len(pictures):
            PixelFile(self._path, LIMIT).keep(marked)

    def forget(self) -> None:
        """Takes them away."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _mark(self, day: date) -> str | None:
        """All that the picture of a day depends on, as text; null while somebody is writing to the garden."""
        log = self._garden.with_name(self._garden.name + "-wal")
        with suppress(OSError):
            if log.stat().st_size:
                return None
        try:
            file = self._garden.stat()
        except OSError:
            return None
        program = Path(__file__).parent.parent
        styles, font = QGuiApplication.styleHints(), QGuiApplication.font()
        parts: list[object] = [
            __version__, day, file.st_ino, file.st_size, file.st_mtime_ns, styles.colorScheme().value, font.toString(),
            _ratio(), QGuiApplication.primaryScreen().availableGeometry().getRect(), os.environ.get("LANG", ""),
            *(program.joinpath(part).stat().st_mtime_ns for part in _PROGRAM),
            *(_digest(path) for path in self._depends),
        ]  # fmt: skip
        return repr(parts)


def _ratio() -> float:
    return QGuiApplication.primaryScreen().devicePixelRatio()


def _digest(path: Path) -> int:
    try:
        return crc32(path.read_bytes())
    except OSError:
        return 0
