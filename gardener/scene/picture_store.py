"""Finished pictures of plants, kept in a file from one start to the next."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from PySide6.QtGui import QImage, QPixmap

from gardener.scene.library import species_folder
from gardener.scene.pixel_file import PixelFile

LIMIT = 48 << 20
"""Bytes of pixels that a file holds at most."""
STALE_AFTER = 8
"""Files of other editions, themes and ratios that may lie beside it; the oldest go first."""


def edition() -> str:
    """What the drawing of plants is made of, as a digest: another edition draws everything anew."""
    parts = [
        f"{file.name} {status.st_size} {status.st_mtime_ns}"
        for folder in (Path(__file__).parent, species_folder())
        for file in sorted(os.scandir(folder), key=lambda file: file.name)
        if file.name.endswith((".py", ".toml"))
        for status in (file.stat(),)
    ]
    return f"{crc32(chr(10).join(parts).encode()):08x}"


class PictureStore:
    """The pictures of one theme at one device pixel ratio; whatever goes wrong costs no more than painting."""

    def __init__(self, folder: Path, name: str) -> None:
        """The file lies in `folder` and is called after `name` and the edition."""
        self._file = PixelFile(folder / f"plants-{name}-{edition()}.pixels", LIMIT)

    def __contains__(self, key: str) -> bool:
        return key in self._file

    def find(self, key: str, ratio: float) -> QPixmap | None:
        """The picture kept under `key`, or null."""
        found = self._file.find(key)
        if found is None:
            return None
        picture = QPixmap.fromImage(found)
        picture.setDevicePixelRatio(ratio)
        return picture

    def keep(self, pictures: Iterable[tuple[str, QImage]]) -> None:
        """Puts these pictures in the place of those there were, all or none. Any thread may call it."""
        self._file.keep(pictures)
        with suppress(OSError):
            self._clear_up()

    def _clear_up(self) -> None:
        """Lets go of the oldest files of other editions."""
        own = self._file.path
        files = sorted(
            own.parent.glob("plants-*.pixels"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        for old in [file for file in files if file != own][STALE_AFTER - 1 :]:
            old.unlink(missing_ok=True)
