"""Pictures in a file, as bare pixels that need no decoding: quick to have again, and no loss when they are gone."""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage

FORMAT = QImage.Format.Format_ARGB32_Premultiplied


class PixelFile:
    """The pictures of one file, by a key that says all that is in the picture.

    A file that is missing or broken holds nothing. It begins with a line that says where each picture lies.
    """

    def __init__(self, path: Path, limit: int) -> None:
        """`limit`: bytes of pixels that the file holds at most; the pictures first given are kept."""
        self.path, self._limit = path, limit
        self._index: Mapping[str, tuple[int, int, int]] = {}
        self._pixels: memoryview | None = None
        with suppress(OSError, ValueError, TypeError, AttributeError):
            self._open()

    def _open(self) -> None:
        with self.path.open("rb") as file:
            head = file.readline()
            index = json.loads(head)
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        pixels = whole[len(head) :]
        ends = max((at + 4 * wide * high for at, wide, high in index.values()), default=0)
        if ends == len(pixels):
            self._index, self._pixels = index, pixels

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def find(self, key: str) -> QImage | None:
        """The picture kept under `key`, or null. Its pixels are those of the file, which must stay open."""
        found = self._index.get(key)
        if found is None or self._pixels is None:
            return None
        at, wide, high = found
        return QImage(self._pixels[at : at + 4 * wide * high], wide, high, 4 * wide, FORMAT)

    def keep(self, pictures: Iterable[tuple[str, QImage]]) -> None:
        """Puts these pictures in the place of those there were, all or none. Any thread may call it."""
        index: dict[str, tuple[int, int, int]] = {}
        images: list[QImage] = []
        size = 0
        for key, picture in pictures:
            image = picture.convertToFormat(FORMAT)
            more = 4 * image.width() * image.height()
            if size + more > self._limit:
                break
            index[key] = (size, image.width(), image.height())
            images.append(image)
            size += more
        with suppress(OSError):
            self._write(index, images)

    def _write(self, index: Mapping[str, tuple[int, int, int]], images: Iterable[QImage]) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self.path.with_suffix(f".{os.getpid()}")
        try:
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(json.dumps(index, separators=(",", ":")).encode() + b"\n")
                for image in images:
                    file.write(image.constBits())
            new.replace(self.path)
        finally:
            new.unlink(missing_ok=True)
