"""The beds of a garden: how long, how wide and where each of them lies, and how far it is dug. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from gardener.domain.stage import LIVING, Stage
from gardener.scene.grid import BOARD, Grid, Rect
from gardener.scene.ground_plan import GAP, MARGIN, PAD, WOOD, Ground

FOLDED = 26.0
"""Height of a folded bed's soil."""
LEVEL_ROWS = 12
"""The beds over the compost are level down to so many rows beyond the fewest: it lies below the longest anyway."""
TRAY_ROWS = 3
"""While it needs no more than so many rows beyond the fewest, they are level with the seed bed too."""
LEAST_CLOVER = 40.0
"""A strip of soil below the last row that is lower stays bare."""


class Bed(NamedTuple):
    """One bed: its wooden frame and the soil in it, its grid, and who stands at which place."""

    stage: Stage
    frame: Rect
    soil: Rect
    dug: float
    """How deep, from the soil's upper edge, the soil is dug: down to the last plant's row. Below grows clover."""
    grid: Grid
    folded: bool
    plants: Mapping[int, str]
    capacity: int
    """Places that the soil has room for."""
    sign: Rect
    """Room for the sign."""

    @property
    def origin(self) -> tuple[float, float]:
        """The upper left corner of the grid."""
        return self.soil.x, self.soil.y + PAD

    def cell(self, place: int) -> Rect:
        return self.grid.cell(place).moved(*self.origin)

    def place_at(self, x: float, y: float) -> int | None:
        """The place whose cell holds the point, if the soil has room for it."""
        if self.folded or not self.soil.holds(x, y):
            return None
        place = self.grid.at(x - self.origin[0], y - self.origin[1])
        return place if place is not None and place < self.capacity else None


def lay_beds(
    standing: Mapping[Stage, Mapping[int, str]],
    lasts: Mapping[Stage, int],
    ground: Ground,
    folded: Collection[Stage],
) -> tuple[Bed, ...]:
    """The living beds side by side, and the compost below; each has room down to its last place (-1 for none)."""
    least = _common_height(lasts, ground, folded)
    beds: list[Bed] = []
    for i, stage in enumerate(LIVING):
        corner = MARGIN + i * (ground.bed_width + GAP), ground.sky + ground.sign
        living = standing[stage], lasts[stage]
        beds.append(_bed(stage, corner, ground.bed_width, *living, ground, least, folded=stage in folded))
    heap = standing[Stage.COMPOST], lasts[Stage.COMPOST]
    return *beds, _compost(beds, *heap, ground, folded=Stage.COMPOST in folded)


def _common_height(lasts: Mapping[Stage, int], ground: Ground, folded: Collection[Stage]) -> float:
    """The least height of cells of the living beds: those over the compost are level, up to a point, and level with
    the seed bed too while that is not far longer."""
    first = ground.living(Stage.GROWING).tiers[0]

    def rows(beyond: int) -> float:
        return (ground.rows + beyond) * first.pitch + first.stagger

    least = rows(0)
    for stage in LIVING:
        if stage not in folded and lasts[stage] >= 0:
            needed = ground.living(stage).height(lasts[stage])
            if stage is not Stage.SEED:
                least = max(least, min(needed, rows(LEVEL_ROWS)))
            elif needed <= rows(TRAY_ROWS):
                least = max(least, needed)
    return least


def _bed(
    stage: Stage,
    corner: tuple[float, float],
    width: float,
    plants: Mapping[int, str],
    last: int,
    ground: Ground,
    least: float,
    *,
    folded: bool,
) -> Bed:
    """A bed of that width whose cells are at least `least` high and reach to the place `last`."""
    x, y = corner
    grid = ground.grid(stage, width - 2 * WOOD)
    needed = grid.height(max(0, last)) + 2 * PAD
    inner = FOLDED if folded else max(least + 2 * PAD, needed)
    frame = Rect(x, y, width, inner + 2 * WOOD)
    soil = Rect(x + WOOD, y + WOOD, width - 2 * WOOD, inner)
    sign = Rect(x, y - ground.sign, width, ground.sign)
    dug = inner if stage is Stage.COMPOST else _dug(grid, needed, inner)
    return Bed(stage, frame, soil, dug, grid, folded, plants, grid.fits(inner - 2 * PAD), sign)


def _dug(grid: Grid, needed: float, inner: float) -> float:
    """How deep soil that is `inner` high is dug where its plants need so much: to the next board where that is near."""
    for top in grid.boards(inner - 2 * PAD):
        if abs(top - needed) < BOARD + PAD:
            return PAD + top + BOARD
    return inner if inner - needed < LEAST_CLOVER else needed


def _compost(
    beds: Sequence[Bed], plants: Mapping[int, str], last: int, ground: Ground, *, folded: bool
) -> Bed:
    """Below the later beds, its sign on the lawn beside it; above it where the seed tray runs that far."""
    tray, others = beds[0], beds[1:]
    left = others[0].frame.x
    y = max(bed.frame.bottom for bed in others) + 1.5 * GAP
    beside = tray.frame.bottom + 1.5 * GAP <= y + 1.0
    if not beside:
        y += ground.sign - 0.5 * GAP
    bed = _bed(Stage.COMPOST, (left, y), ground.heap_width, plants, last, ground, 0.0, folded=folded)
    if not beside:
        sign = Rect(left, y - ground.sign, ground.bed_width, ground.sign)
    else:
        sign = Rect(tray.frame.x, y, ground.bed_width, min(ground.sign * 1.4, bed.frame.h))
    return bed._replace(sign=sign)
