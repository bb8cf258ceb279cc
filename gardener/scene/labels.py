"""Which names fit beside their plants: labels never lie on each other or on another's plant. No Qt; pixels, y down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from gardener.scene.grid import Rect

LEAST = 32.0
"""The narrowest label worth reading; a name that is shorter still may be narrower."""
SPREAD = 1.22
"""How far a label may reach beyond its cell, as a share of the cell's width, if nothing stands there."""
AIR = 2.0
"""Least distance between two labels."""
_BUCKET = 96.0


class Rank(IntEnum):
    """Who keeps a label when not all fit; the first first."""

    SELECTED = 0
    WAITING = 1
    THIRSTY = 2
    OTHER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label that would like to be shown: centred at `x`, its upper edge at `y`, `natural` wide when not elided.

    `room` is the width of the plant's cell; from `left` to `right` runs the bed, which no label leaves.
    """

    id: str
    rank: Rank
    x: float
    y: float
    natural: float
    room: float
    left: float
    right: float


class Label(NamedTuple):
    """A label that is shown."""

    id: str
    rect: Rect


class _Taken:
    """Rectangles with their owners, found by the square they lie in."""

    def __init__(self) -> None:
        self._by_square: dict[tuple[int, int], list[tuple[Rect, str]]] = defaultdict(list)

    def add(self, rect: Rect, owner: str) -> None:
        for square in _squares(rect):
            self._by_square[square].append((rect, owner))

    def free(self, rect: Rect, owner: str) -> bool:
        return not any(
            other != owner and taken.meets(rect)
            for square in _squares(rect)
            for taken, other in self._by_square.get(square, ())
        )


def fit(wanted: Iterable[Wanted], bodies: Iterable[tuple[str, Rect]], height: float) -> list[Label]:
    """The labels that find room, by rank; `bodies` are the plants themselves, each with its owner's id.

    A label takes its natural width if it can, else that of its cell, else somewhat less. The selected one always
    stays: where there is no room, it lies over others.
    """
    plants, labels = _Taken(), _Taken()
    for owner, body in bodies:
        plants.add(body, owner)
    found: list[Label] = []
    for want in sorted(wanted, key=lambda w: w.rank):
        for width in _widths(want):
            rect = _rect(want, width, height)
            if want.rank is Rank.SELECTED or (
                plants.free(rect, want.id) and labels.free(rect.grown(AIR), want.id)
            ):
                labels.add(rect, want.id)
                found.append(Label(want.id, rect))
                break
    return found


def _widths(want: Wanted) -> list[float]:
    """The widths to try, the widest first."""
    if want.rank is Rank.SELECTED:
        return [min(want.natural, want.right - want.left)]
    least = min(want.natural, LEAST)
    tries = (min(want.natural, want.room * SPREAD), min(want.natural, want.room * 0.96), want.room * 0.8)
    return sorted({width for width in tries if least <= width <= want.natural}, reverse=True)


def _rect(want: Wanted, width: float, height: float) -> Rect:
    x = min(max(want.x - width / 2, want.left), max(want.left, want.right - width))
    return Rect(x, want.y, width, height)


def _squares(rect: Rect) -> Iterable[tuple[int, int]]:
    for column in range(int(rect.x // _BUCKET), int(rect.right // _BUCKET) + 1):
        for row in range(int(rect.y // _BUCKET), int(rect.bottom // _BUCKET) + 1):
            yield column, row
