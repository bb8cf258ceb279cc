"""The items of today's list: what each is, what names it, and how it is closed for good or until tomorrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from gardener.domain.garden import Garden
from gardener.domain.growth import Growth
from gardener.domain.loops import Loop


class ItemKind(StrEnum):
    """What an item is about, in the order in which it is read."""

    MEANWHILE = "meanwhile"
    REPLIED = "replied"
    INTRODUCED = "introduced"
    WITHERED = "withered"
    WILTED = "wilted"
    RECOVERED = "recovered"
    WITHERED_SEED = "withered-seed"
    WATER = "water"
    SOW = "sow"
    LET_BE = "let-be"
    LOOP = "loop"


class Part(StrEnum):
    """The four parts of the list, in their order."""

    CHANGED = "changed"
    WATER = "water"
    LET_BE = "let-be"
    OPEN = "open"


PART_OF: Mapping[ItemKind, Part] = {
    **dict.fromkeys(ItemKind, Part.CHANGED),
    ItemKind.WATER: Part.WATER,
    ItemKind.SOW: Part.WATER,
    ItemKind.LET_BE: Part.LET_BE,
    ItemKind.LOOP: Part.OPEN,
}
CAN_WAIT = frozenset(
    {ItemKind.WITHERED, ItemKind.WITHERED_SEED, ItemKind.WILTED, ItemKind.WATER, ItemKind.SOW, ItemKind.LOOP}
)
"""Kinds that can be put off until tomorrow; the others only tell something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of today's list. `id` is the same for as long as it is the same thing.

    `contact` is null for a summary, and for an application that is owed to nobody; `growth` is that of this morning;
    `saves` the days of tie that a word is expected to save; `counts` what a summary stands for; `loop` what waits, where
    something does.
    """

    id: str
    kind: ItemKind
    contact: str | None = None
    growth: Growth | None = None
    loop: Loop | None = None
    saves: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def part(self) -> Part:
        """The part of the list in which it stands."""
        return PART_OF[self.kind]


class Morning:
    """The garden as it was before the first deed of `day`, with the growth of those who stand in lists, read once."""

    def __init__(self, garden: Garden, day: date) -> None:
        self.garden, self.day = garden, day
        self.climate = garden.climate(day)
        self.growths = {
            id_: garden.growth(id_, day, self.climate)
            for id_, plant in garden.plants.items()
            if not plant.contact.is_out_of_lists(day)
        }

    def name_of(self, item: Item) -> str:
        """The name of the item's contact, by which equals are put in order; empty for an item without one."""
        plant = self.garden.plants.get(item.contact) if item.contact is not None else None
        return plant.contact.name if plant is not None else ""


def put_off(item: str, day: date) -> str:
    """How an item is marked that was put off on `day` until tomorrow."""
    return f"{item}@{day.isoformat()}"


def is_closed(garden: Garden, item: str, day: date) -> bool:
    """Whether an item was closed, for good or for `day`."""
    return item in garden.dismissals or put_off(item, day) in garden.dismissals


def was_put_off(garden: Garden, item: str, day: date, since: date | None) -> bool:
    """Whether it was put off on the last day on which the person was here (`since`), or after it, and before `day`."""
    first = since or day - timedelta(days=min(7, day.toordinal() - 1))
    span = range(max(0, (day - first).days))
    return any(put_off(item, first + timedelta(days=n)) in garden.dismissals for n in span)
