"""Ids as they are shown and typed: whole, or cut short as long as one alone is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

LEAST = 4
"""The least beginning of an id that names anything."""
ID_SHOWN = 8
"""So many characters of an id are shown where they tell it from the others."""


def begun(typed: str, ids: Iterable[str]) -> list[str]:
    """Those of `ids` that `typed` names: the one that it is, else all that begin so.

    Of an id of several parts, such as `reply:3f2a91c4-…:2026-03-12`, each part may be cut short, and the last left out.
    """
    known = tuple(ids)
    wanted = typed.strip()
    if wanted in known:
        return [wanted]
    parts = wanted.lower().split(":")
    return [id_ for id_ in known if _begins(id_.lower().split(":"), parts)]


def _begins(own: list[str], typed: list[str]) -> bool:
    """Whether the parts that were typed begin the parts of an id."""
    telling = _telling(own)
    return (
        telling < len(typed) <= len(own)
        and len(typed[telling]) >= LEAST
        and all(part.startswith(begin) for part, begin in zip(own, typed, strict=False))
    )


def _telling(parts: list[str]) -> int:
    """Which part tells an id from others: the second, which is an id itself, or the only one."""
    return min(1, len(parts) - 1)


def shortened(ids: Iterable[str]) -> Mapping[str, str]:
    """Each of `ids` as short as it is told from the others of them, though not shorter than `ID_SHOWN`."""
    short = {id_: id_ for id_ in ids}
    left = list(short)
    for parts in (2, 3):
        cut = {id_: _cut(id_, parts) for id_ in left}
        count = Counter(cut.values())
        short |= {id_: begin for id_, begin in cut.items() if count[begin] == 1}
        left = [id_ for id_ in left if count[cut[id_]] > 1 and id_.count(":") > 1]
    return short


def _cut(id_: str, count: int) -> str:
    """The first parts of an id, the telling one cut short."""
    parts = id_.split(":")
    at = _telling(parts)
    parts[at] = parts[at][:ID_SHOWN]
    return ":".join(parts[:count])
