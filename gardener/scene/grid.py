"""The cells of one bed: which rectangle of its soil belongs to which place, for any number of places.

Places count from 0. A bed opens with roomy rows; behind a board follow rows of half the size, behind a second board a
fine tray. So a place has one rectangle for good, whatever grows beside it, and a bed of thousands stays a picture.
Lengths are in units of the garden's ground, 1080 of which make its width; y runs down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gardener.domain.stage import Stage
from gardener.scene.dice import four

ABOVE, BELOW, BESIDE = 1.10, 0.15, 0.45
"""How far a plant's picture reaches from its foot, in its own full heights: up, down, and to either side."""
BOARD = 12.0
"""Height of the board between rows of different size."""
LEAST_UNIT, MOST_UNIT = 78.0, 98.0
"""The full height of a plant in the first rows, as the window's height allows; more would not fit the columns."""


class Rect(NamedTuple):
    """A rectangle of the ground: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside, the right and lower edges excluded."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def covers(self, other: Rect) -> bool:
        """Whether `other` lies inside, a billionth of slack allowed."""
        e = 1e-9 * (1.0 + abs(self.bottom) + abs(self.right))
        return (
            self.x - e <= other.x
            and self.y - e <= other.y
            and other.right <= self.right + e
            and other.bottom <= self.bottom + e
        )

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


class Tier(NamedTuple):
    """Rows of one size: their columns, how many rows (null: without end), and the full height of a plant in them.

    `slack` is the room a foot may wander down in its cell, `below` the room kept for the label, `stagger` how much
    lower every second column stands.
    """

    columns: int
    rows: int | None
    unit: float
    slack: float
    below: float
    stagger: float

    @property
    def pitch(self) -> float:
        """From one row to the next."""
        return self.unit * ABOVE + self.slack + max(self.below, self.unit * BELOW)

    @property
    def places(self) -> int | None:
        """How many places it has; null: without end."""
        return None if self.rows is None else self.rows * self.columns

    @property
    def height(self) -> float:
        """Of all its rows, when they end."""
        return 0.0 if self.rows is None else self.rows * self.pitch + self.stagger


class Spot(NamedTuple):
    """Where a place lies: the number of its tier, its row and column there."""

    tier: int
    row: int
    column: int


@dataclass(frozen=True)
class Grid:
    """The places of one bed whose soil is `width` wide, measured from the soil's upper left corner."""

    width: float
    tiers: tuple[Tier, ...]

    @cached_property
    def starts(self) -> tuple[tuple[int, float], ...]:
        """The first place and the top of every tier."""
        found, place, top = [], 0, 0.0
        for tier in self.tiers:
            found.append((place, top))
            place += tier.places or 0
            top += tier.height + BOARD
        return tuple(found)

    def spot(self, place: int) -> Spot:
        """The tier, row and column of `place` ≥ 0."""
        for number in range(len(self.tiers) - 1, -1, -1):
            first = self.starts[number][0]
            if place >= first:
                row, column = divmod(place - first, self.tiers[number].columns)
                return Spot(number, row, column)
        raise ValueError(f"no such place: {place}")

    def cell(self, place: int) -> Rect:
        """The rectangle that belongs to `place` alone."""
        number, row, column = self.spot(place)
        tier, width = self.tiers[number], self.column_width(number)
        y = self.starts[number][1] + row * tier.pitch + (tier.stagger if column % 2 else 0.0)
        return Rect(column * width, y, width, tier.pitch)

    def column_width(self, tier: int) -> float:
        return self.width / self.tiers[tier].columns

    def foot(self, place: int, seed: int) -> tuple[float, float]:
        """Where the plant of that seed number stands: a little off the middle, its picture inside the cell."""
        cell, unit = self.cell(place), self.unit(place)
        tier = self.tiers[self.spot(place).tier]
        across, down, _, _ = four(seed, 0x9A1D)
        play = max(0.0, cell.w / 2 - unit * BESIDE)
        x = cell.x + cell.w / 2 + (2.0 * across - 1.0) * play
        return x, cell.y + unit * ABOVE + down * tier.slack

    def picture(self, place: int, seed: int) -> Rect:
        """The rectangle that the plant's picture fills; it lies inside the cell."""
        x, y = self.foot(place, seed)
        unit = self.unit(place)
        return Rect(x - unit * BESIDE, y - unit * ABOVE, 2 * unit * BESIDE, unit * (ABOVE + BELOW))

    def unit(self, place: int) -> float:
        """The full height of a plant that stands there."""
        return self.tiers[self.spot(place).tier].unit

    def height(self, place: int) -> float:
        """How deep the soil must be so that the row of `place` fits in."""
        number, row, _ = self.spot(place)
        tier = self.tiers[number]
        return self.starts[number][1] + (row + 1) * tier.pitch + tier.stagger

    def fits(self, height: float) -> int:
        """How many places have their whole row in soil of that height."""
        for number in range(len(self.tiers) - 1, -1, -1):
            tier, (first, top) = self.tiers[number], self.starts[number]
            rows = int((height - top - tier.stagger + 1e-6) // tier.pitch)
            if rows > 0:
                return first + min(rows, tier.rows or rows) * tier.columns
        return 0

    def boards(self, height: float) -> Iterator[float]:
        """The tops of the boards in soil of that height."""
        for _, top in self.starts[1:]:
            if top - BOARD < height - 1.0:
                yield top - BOARD

    def at(self, x: float, y: float) -> int | None:
        """The place whose cell holds the point; null beside the cells."""
        if not 0.0 <= x < self.width or y < 0.0:
            return None
        for number in range(len(self.tiers) - 1, -1, -1):
            first, top = self.starts[number]
            if y >= top:
                break
        tier = self.tiers[number]
        column = min(tier.columns - 1, int(x / self.column_width(number)))
        row = int((y - top - (tier.stagger if column % 2 else 0.0)) // tier.pitch)
        if row < 0 or (tier.rows is not None and row >= tier.rows):
            return None
        return first + row * tier.columns + column

    def between(self, top: float, bottom: float) -> Iterator[range]:
        """Ranges of places whose cells may reach into the strip from `top` to `bottom`."""
        for number, tier in enumerate(self.tiers):
            first, start = self.starts[number]
            low = max(0, int((top - start - tier.stagger) // tier.pitch))
            high = int((bottom - start) // tier.pitch) + 1
            if tier.rows is not None:
                high = min(high, tier.rows)
            if low < high:
                yield range(first + low * tier.columns, first + high * tier.columns)


def grid_of(stage: Stage, *, width: float, below: float, slack: float, unit: float = MOST_UNIT) -> Grid:
    """The grid of a bed: `below` is the room for a label under a foot in its first rows, `slack` the play of feet
    there, `unit` the full height of a plant in them.

    The first two places of the fruit bed are larger still: few ties come so far, and they should be seen from afar.
    """
    if stage is Stage.COMPOST:
        first = Tier(9, 2, min(0.65 * unit, width / 18 / BESIDE), slack, below, 0.5 * below)
        return Grid(width, (first, Tier(20, 8, 38.0, 3.0, 7.0, 4.0), Tier(45, None, 17.0, 0.0, 3.0, 0.0)))
    # Every second column stands so much lower that the labels of two neighbours pass each other.
    roomy = Tier(2, 4 if stage is Stage.SEED else 8, unit, slack, below, 0.8 * below)
    half = Tier(4, 6 if stage is Stage.SEED else 20, 48.0, 3.0, 8.0, 6.0)
    if stage is Stage.SEED:
        return Grid(width, (roomy, half, Tier(12, None, 15.0, 0.0, 3.0, 0.0)))
    fine = Tier(10, None, 19.0, 0.0, 3.0, 0.0)
    if stage is Stage.FRUIT:
        return Grid(width, (_orchard(roomy, width), roomy._replace(rows=6), half, fine))
    return Grid(width, (roomy, half, fine))


def _orchard(roomy: Tier, width: float) -> Tier:
    """Two rows of one tree each; with the board below them they are as high as three roomy rows."""
    pitch = 1.5 * roomy.pitch - BOARD / 2
    tree = Tier(1, 2, 1.0, roomy.slack, roomy.below + 5.0, 0.0)
    unit = min(
        (pitch - tree.slack - tree.below) / ABOVE, (pitch - tree.slack) / (ABOVE + BELOW), width / 2 / BESIDE
    )
    return tree._replace(unit=unit, slack=tree.slack + max(0.0, pitch - tree._replace(unit=unit).pitch))
