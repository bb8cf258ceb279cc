"""What a person typed or another program wrote, made safe to keep and comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NAME_LIMIT = 500
"""Longest name kept, in characters."""
NOTE_LIMIT = 64 * 1024
"""Longest note kept, in characters."""
VALUE_LIMIT = 1024 * 1024
"""Longest of all other values kept, in characters."""

# Controls (tab and newline apart), lone surrogates, bidirectional overrides and isolates, zero-width marks that
# could make one name look like another. Zero-width joiners (200C, 200D) stay: Persian names and emoji need them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
"""Marks without width, which a pasted name may carry: never kept, so never compared."""
_SPACES = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """`text` with its line breaks, in NFC, without NUL, controls, lone surrogates and bidirectional overrides."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _HARMFUL.sub("", unified)).strip()


def clean_line(text: str) -> str:
    """`text` on one line: as `clean_text`, every run of white space one blank."""
    return _SPACES.sub(" ", clean_text(text.replace("\x85", " "))).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` for comparison: case and accents folded, white space single. 'Zoë  ÅS' and 'zoe as' fold alike."""
    seen = text if text.isascii() else _UNSEEN.sub("", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", seen.casefold()) if not unicodedata.combining(c))
    return _SPACES.sub(
        " ", plain.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae")
    ).strip()


def distinct(values: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """`values` in their order, empty ones and folded repetitions left out."""
    seen: dict[str, str] = {}
    for value in values:
        if value:
            seen.setdefault(fold(value), value)
    return tuple(seen.values())
