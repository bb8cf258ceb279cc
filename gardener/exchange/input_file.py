"""A file to import, as it was found: what every format begins with."""

from __future__ import annotations

from typing import NamedTuple


class InputFile(NamedTuple):
    """A file to import: its path as the person knows it, and its bytes; `problem` is a code when it could not be opened."""

    path: str
    data: bytes = b""
    problem: str = ""
