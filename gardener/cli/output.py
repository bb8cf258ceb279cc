"""Writing to the terminal: any name on any terminal, without a crash and without a control character."""

from __future__ import annotations

import codecs
import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TextIO

# A terminal obeys control characters, and two of these turn the reading direction.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLAIN = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "→": "->",
    "←": "<-", "↔": "<->", "×": "x", "÷": "/", "κ": "k", "⁻": "-", "\u202f": " ", "\u00a0": " ", "\ufffd": "?",
}  # fmt: skip
WIDE = 100
"""Columns of a line where the output is no terminal."""
COLUMN = 36
"""Columns of a table's column on a terminal, the last one apart."""


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that the terminal's encoding does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    said = "".join(_plain(sign) for sign in error.object[error.start : error.end])
    return said, error.end


def _plain(sign: str) -> str:
    letters = _PLAIN.get(sign) or "".join(
        c for c in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(c)
    )
    return letters if letters.isascii() else "?"


codecs.register_error("gardener-plain", _plainly)


def prepare(stream: TextIO) -> None:
    """Makes a stream take every text, whatever its encoding."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="gardener-plain")


def write(lines: Iterable[str], stream: TextIO) -> None:
    """Writes lines, without control characters."""
    for line in lines:
        stream.write(_CONTROLS.sub("", line).rstrip() + "\n")


def write_json(value: Mapping[str, Any]) -> None:
    """Writes one object on standard output; ASCII alone, so that it is the same everywhere."""
    sys.stdout.write(json.dumps(value, indent=2, allow_nan=False) + "\n")


def silence(stream: TextIO) -> None:
    """After a reader has gone (`gardener list | head`): nothing more is written, and nothing complains at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def width() -> int:
    """Columns of a line: those of the terminal, else 100."""
    return max(40, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDE


def columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def padded(text: str, to: int) -> str:
    """`text` filled up with blanks to so many columns."""
    return text + " " * max(0, to - columns(text))


def clipped(text: str, to: int) -> str:
    """`text` on one line of at most so many columns; what is left out is shown by '…'."""
    text = " ".join(text.split())
    if columns(text) <= to:
        return text
    kept, used = [], 1
    for sign in text:
        used += columns(sign)
        if used > to:
            break
        kept.append(sign)
    return "".join(kept).rstrip() + "…"


def table(rows: Sequence[Sequence[str]], *, indent: int = 0) -> list[str]:
    """Rows in aligned columns; on a terminal the last column ends with the line, and the others at `COLUMN`."""
    on_terminal = sys.stdout.isatty()
    longest = COLUMN if on_terminal else 2 * WIDE
    cells = [[clipped(cell, longest) for cell in row[:-1]] for row in rows]
    count = max((len(row) for row in cells), default=0)
    widths = [max((columns(row[at]) for row in cells if at < len(row)), default=0) for at in range(count)]
    lines = []
    for row, own in zip(rows, cells, strict=True):
        start = " " * indent + "".join(padded(cell, widths[at]) + "  " for at, cell in enumerate(own))
        last = " ".join(row[-1].split())
        if on_terminal:
            last = clipped(last, max(20, width() - columns(start)))
        lines.append((start + last).rstrip())
    return lines
