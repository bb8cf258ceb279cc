"""Who stands where: a cell for every plant, from the place kept in the file, and none gives way to a newcomer. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from gardener.domain.stage import Stage


class Placed(Protocol):
    """What the layout asks of a plant."""

    @property
    def id(self) -> str: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def place(self) -> int | None: ...
    @property
    def seed(self) -> int: ...


class Cell(NamedTuple):
    """One place of one bed."""

    stage: Stage
    place: int


def settle(plants: Iterable[Placed], before: Mapping[str, Cell] | None = None) -> dict[str, Cell]:
    """The cell of every plant: its kept place, or where it stood `before`, or the first free one of its bed.

    Of several that claim one cell the first keeps it. Nobody gives way to a plant without a place, and those without
    one come last, in their order, so that a newcomer at the end of `plants` moves none.
    """
    cells: dict[str, Cell] = {}
    taken: dict[Stage, set[int]] = {stage: set() for stage in Stage}
    homeless: list[Placed] = []
    for plant in plants:
        place = plant.place
        if place is None or place < 0 or place in taken[plant.stage]:
            homeless.append(plant)
        else:
            taken[plant.stage].add(place)
            cells[plant.id] = Cell(plant.stage, place)
    new: list[Placed] = []
    for plant in homeless:
        stood = (before or {}).get(plant.id)
        if stood is None or stood.stage is not plant.stage or stood.place in taken[plant.stage]:
            new.append(plant)
        else:
            taken[plant.stage].add(stood.place)
            cells[plant.id] = stood
    free = {stage: free_places(taken[stage]) for stage in Stage}
    for plant in new:
        cells[plant.id] = Cell(plant.stage, next(free[plant.stage]))
    return cells


def free_places(taken: Iterable[int]) -> Iterator[int]:
    """The free places of a bed, from the first on; `taken` is read at the start."""
    held = frozenset(taken)
    place = 0
    while True:
        if place not in held:
            yield place
        place += 1
