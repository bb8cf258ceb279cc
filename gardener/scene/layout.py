"""Where everything in the garden lies: beds side by side, the compost below, and a cell for every plant.

Pure geometry in units of the ground (`ground_plan`; y runs down from the top of the sky). A plant's cell follows
from its bed and its place alone, so that no plant moves because another came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import hypot
from typing import TypeVar

from gardener.domain.stage import LIVING, Stage
from gardener.scene.bed_plan import Bed, lay_beds
from gardener.scene.grid import Rect
from gardener.scene.ground_plan import FOOT_OF_PAGE, Ground
from gardener.scene.places import Cell, Placed, free_places, settle

Which = TypeVar("Which", int, str)


class Layout:
    """All beds and all plants at their places. Immutable; made by `arrange`."""

    def __init__(
        self, ground: Ground, beds: Sequence[Bed], cells: Mapping[str, Cell], seeds: Mapping[str, int]
    ) -> None:
        self.ground = ground
        self.beds: Mapping[Stage, Bed] = {bed.stage: bed for bed in beds}
        self.cells = cells
        self._seeds = seeds
        self.lasts = {bed.stage: max(bed.plants, default=-1) for bed in beds}
        """The last place of each bed that is taken, or was to be left room for; -1 for none."""
        self.extent = Rect(0.0, 0.0, ground.width, max(bed.frame.bottom for bed in beds) + FOOT_OF_PAGE)

    def same_beds(self, other: Layout) -> frozenset[Stage]:
        """The beds that lie there as they do here."""
        return frozenset(
            stage
            for stage, bed in self.beds.items()
            if bed.soil == other.beds[stage].soil and bed.grid == other.beds[stage].grid
        )

    def cell_of(self, id_: str) -> Cell | None:
        return self.cells.get(id_)

    def visible(self, id_: str) -> bool:
        """Whether the plant is in the picture: there is one, and its bed is not folded."""
        cell = self.cells.get(id_)
        return cell is not None and not self.beds[cell.stage].folded

    def cell_rect(self, cell: Cell) -> Rect:
        return self.beds[cell.stage].cell(cell.place)

    def picture(self, id_: str) -> Rect:
        """The rectangle of a plant's picture. KeyError when there is no such plant."""
        cell = self.cells[id_]
        bed = self.beds[cell.stage]
        return bed.grid.picture(cell.place, self._seeds[id_]).moved(*bed.origin)

    def foot(self, id_: str) -> tuple[float, float]:
        """Where a plant stands."""
        cell = self.cells[id_]
        bed = self.beds[cell.stage]
        x, y = bed.grid.foot(cell.place, self._seeds[id_])
        return x + bed.origin[0], y + bed.origin[1]

    def unit(self, id_: str) -> float:
        """The full height of a plant at its place."""
        cell = self.cells[id_]
        return self.beds[cell.stage].grid.unit(cell.place)

    def bed_at(self, x: float, y: float) -> Bed | None:
        """The bed whose frame holds the point."""
        return next((bed for bed in self.beds.values() if bed.frame.holds(x, y)), None)

    def plant_at(self, x: float, y: float) -> str | None:
        """The plant whose cell holds the point."""
        bed = self.bed_at(x, y)
        place = None if bed is None else bed.place_at(x, y)
        return None if bed is None or place is None else bed.plants.get(place)

    def within(self, area: Rect) -> Iterator[str]:
        """The plants whose cells reach into `area`, bed by bed and row by row."""
        for bed in self.beds.values():
            if bed.folded or not bed.plants or not bed.soil.meets(area):
                continue
            top = bed.origin[1]
            for places in bed.grid.between(area.y - top, area.bottom - top):
                for place in places:
                    id_ = bed.plants.get(place)
                    if id_ is not None:
                        yield id_

    def target(self, x: float, y: float, moving: str) -> Cell | None:
        """The cell a plant dropped here would take: free, in the bed under the point, as near as can be."""
        bed = self.bed_at(x, y)
        if bed is None:
            return None
        return Cell(bed.stage, self._nearest_free(bed, x, y, moving))

    def free_in(self, stage: Stage, moving: str) -> Cell:
        """The first free cell of a bed; the plant's own where it stands in that bed already."""
        own = self.cells.get(moving)
        if own is not None and own.stage is stage:
            return own
        return Cell(stage, next(free_places(self.beds[stage].plants)))

    def step(self, cell: Cell, dx: int, dy: int, moving: str) -> Cell:
        """The next free cell in that direction, for choosing one by keys; over a side edge into the next bed."""
        bed = self.beds[cell.stage]
        here = bed.cell(cell.place)
        free = (p for p in range(bed.capacity) if bed.plants.get(p) in (None, moving) and p != cell.place)
        place = _nearest_towards(here.centre, ((bed.cell(p).centre, p) for p in free), dx, dy)
        if place is not None:
            return Cell(cell.stage, place)
        beyond = self._bed_towards(cell.stage, dx, dy)
        if beyond is None:
            return cell
        x = min(max(here.centre[0], beyond.soil.x + 1), beyond.soil.right - 1)
        y = min(max(here.centre[1], beyond.soil.y + 1), beyond.soil.bottom - 1)
        return Cell(beyond.stage, self._nearest_free(beyond, x, y, moving))

    def neighbour(self, id_: str, dx: int, dy: int) -> str | None:
        """The plant next to this one in that direction, in its bed first, then over the edge; null at the end."""
        cell = self.cells.get(id_)
        if cell is None:
            return None
        here = self.cell_rect(cell).centre
        own = self.beds[cell.stage]
        found = _nearest_towards(here, self._centres(own), dx, dy)
        if found is not None:
            return found
        beyond = self._bed_towards(cell.stage, dx, dy)
        while beyond is not None and (beyond.folded or not beyond.plants):
            beyond = self._bed_towards(beyond.stage, dx, dy)
        if beyond is None:
            return None
        return min(self._centres(beyond), key=lambda c: hypot(c[0][0] - here[0], c[0][1] - here[1]))[1]

    def first_of(self, stage: Stage) -> str | None:
        """The plant at the first taken place of a bed, if the bed is open."""
        bed = self.beds[stage]
        return None if bed.folded or not bed.plants else bed.plants[min(bed.plants)]

    def order(self) -> Iterator[str]:
        """All plants in the picture, bed by bed and place by place."""
        for bed in self.beds.values():
            if not bed.folded:
                yield from (bed.plants[place] for place in sorted(bed.plants))

    def _centres(self, bed: Bed) -> Iterator[tuple[tuple[float, float], str]]:
        return ((bed.cell(place).centre, id_) for place, id_ in bed.plants.items())

    def _nearest_free(self, bed: Bed, x: float, y: float, moving: str) -> int:
        """The free place nearest to the point; in a full bed the one with which it grows."""
        if bed.folded:
            return next(free_places(p for p, id_ in bed.plants.items() if id_ != moving))
        own = bed.place_at(x, y)
        if own is not None and bed.plants.get(own) in (None, moving):
            return own
        around = 2.5 * bed.grid.tiers[0].pitch
        top = y - bed.origin[1]
        near = (place for places in bed.grid.between(top - around, top + around) for place in places)

        def is_free(place: int) -> bool:
            return place < bed.capacity and bed.plants.get(place) in (None, moving)

        free = [place for place in near if is_free(place)] or list(filter(is_free, range(bed.capacity)))

        def away(place: int) -> tuple[float, int]:
            cx, cy = bed.cell(place).centre
            return hypot(cx - x, cy - y), place

        return min(free, key=away) if free else next(free_places(bed.plants))

    def _bed_towards(self, stage: Stage, dx: int, dy: int) -> Bed | None:
        """The bed next to this one; below all living beds lies the compost, above it the nearest to its middle."""
        if dy:
            if (stage is Stage.COMPOST) == (dy > 0):
                return None
            return self.beds[Stage.GROWING if stage is Stage.COMPOST else Stage.COMPOST]
        if stage is Stage.COMPOST:
            return None
        at = LIVING.index(stage) + dx
        return self.beds[LIVING[at]] if 0 <= at < len(LIVING) else None


def arrange(
    plants: Collection[Placed],
    *,
    ground: Ground | None = None,
    folded: Collection[Stage] = (),
    before: Mapping[str, Cell] | None = None,
    least: Mapping[Stage, int] | None = None,
) -> Layout:
    """The whole garden laid out; `before` holds the cells of an earlier layout (`Layout.cells`), if there was one.

    `least` are places that beds have room for whoever stands there (`Layout.lasts`).
    """
    ground = ground or Ground()
    cells = settle(plants, before)
    standing: dict[Stage, dict[int, str]] = {stage: {} for stage in Stage}
    for id_, cell in cells.items():
        standing[cell.stage][cell.place] = id_
    lasts = {s: max((*standing[s], (least or {}).get(s, -1)), default=-1) for s in Stage}
    beds = lay_beds(standing, lasts, ground, folded)
    layout = Layout(ground, beds, cells, {plant.id: plant.seed for plant in plants})
    layout.lasts = lasts
    return layout


def _nearest_towards(
    here: tuple[float, float], others: Iterable[tuple[tuple[float, float], Which]], dx: int, dy: int
) -> Which | None:
    """Of the points strictly in direction (dx, dy), the one that is near and least to the side."""
    best: tuple[float, Which] | None = None
    for (x, y), which in others:
        along = (x - here[0]) * dx + (y - here[1]) * dy
        aside = abs((x - here[0]) * dy) + abs((y - here[1]) * dx)
        if along <= 1e-6 or aside > along * 2.0:
            continue
        cost = along + 2.0 * aside
        if best is None or cost < best[0]:
            best = cost, which
    return None if best is None else best[1]
