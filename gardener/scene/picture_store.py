"""Finished pictures of plants, kept in a file from one start to the next."""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from PySide6.QtGui import QImage, QPixmap

from gardener.scene.species import species_folder

FORMAT = QImage.Format.Format_ARGB32_Premultiplied
LIMIT = 48 << 20
"""Bytes of pixels that a file holds at most; the pictures first given are kept."""
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
    """The pictures of one theme at one device pixel ratio, by a key that says all that is in the picture.

    A file that is missing, broken or of another edition holds nothing; whatever goes wrong costs no more than painting.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """The file lies in `folder` and is called after `name` and the edition."""
        self._file = folder / f"plants-{name}-{edition()}.pixels"
        self._index: Mapping[str, tuple[int, int, int]] = {}
        self._pixels: memoryview | None = None
        with suppress(OSError, ValueError, TypeError, AttributeError):
            self._open()

    def _open(self) -> None:
        with self._file.open("rb") as file:
            head = file.readline()
            index = json.loads(head)
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        pixels = whole[len(head) :]
        ends = max((at + 4 * wide * high for at, wide, high in index.values()), default=0)
        if ends == len(pixels):
            self._index, self._pixels = index, pixels

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def find(self, key: str, ratio: float) -> QPixmap | None:
        """The picture kept under `key`, or null."""
        found = self._index.get(key)
        if found is None or self._pixels is None:
            return None
        at, wide, high = found
        image = QImage(self._pixels[at : at + 4 * wide * high], wide, high, 4 * wide, FORMAT)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture

    def keep(self, pictures: Iterable[tuple[str, QImage]]) -> None:
        """Puts these pictures in the place of those there were, all or none. Any thread may call it."""
        index: dict[str, tuple[int, int, int]] = {}
        images: list[QImage] = []
        size = 0
        for key, picture in pictures:
            image = picture.convertToFormat(FORMAT)
            more = 4 * image.width() * image.height()
            if size + more > LIMIT:
                break
            index[key] = (size, image.width(), image.height())
            images.append(image)
            size += more
        with suppress(OSError):
            self._write(index, images)

    def _write(self, index: Mapping[str, tuple[int, int, int]], images: Iterable[QImage]) -> None:
        folder = self._file.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self._file.with_suffix(f".{os.getpid()}")
        try:
            with new.open("wb") as file:
                file.write(json.dumps(index, separators=(",", ":")).encode() + b"\n")
                for image in images:
                    file.write(image.constBits())
            new.replace(self._file)
        finally:
            new.unlink(missing_ok=True)
        self._clear_up(folder)

    def _clear_up(self, folder: Path) -> None:
        """Lets go of the oldest files of other editions."""
        files = sorted(folder.glob("plants-*.pixels"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in [file for file in files if file != self._file][STALE_AFTER - 1 :]:
            old.unlink(missing_ok=True)
