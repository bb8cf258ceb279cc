"""One row of the list: what stands in each of its columns, by what they sort, and its words for a screen reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.growth import Condition, Growth
from gardener.domain.loops import LoopKind, asking, is_open
from gardener.domain.plan import Plan
from gardener.domain.stage import Stage
from gardener.domain.text import fold
from gardener.scene.showing import PlantShown
from gardener.words import beds, listing

_STAGES = tuple(Stage)
_READ = (
    Condition.WILTING,
    Condition.THIRSTY,
    Condition.WITHERED,
    Condition.DROWNING,
    Condition.SOGGY,
    Condition.HEALTHY,
    Condition.THRIVING,
    Condition.SEED,
    Condition.WITHERED_SEED,
    Condition.RESTING,
)
"""The order in which conditions are read: those that want something first."""

Key = tuple[bool, tuple[float, ...]]
"""By what a cell sorts: whether there is nothing in it, then its value; a text as its code points."""


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    CONDITION = 1
    BED = 2
    LAST = 3
    NEXT = 4
    VITALITY = 5
    ROOTS = 6
    MOISTURE = 7
    ORG = 8
    TAGS = 9


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes next: on which day, and what it is: a plan's text, or a key of `listing.TURNS`."""

    day: date
    turn: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """What it is, in words."""
        return self.text or listing.TURNS[self.turn]


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact as the list shows it on `day`; `owed` holds what waits for me, the most pressing first."""

    contact: Contact
    growth: Growth
    plant: PlantShown
    owed: tuple[LoopKind, ...]
    ahead: Ahead | None
    day: date

    def text(self, column: Column) -> str:
        """What stands in a column, on its first line."""
        contact, grown = self.contact, self.growth
        match column:
            case Column.NAME:
                return contact.name
            case Column.CONDITION:
                return beds.CONDITIONS[grown.condition]
            case Column.BED:
                return beds.NAMES[contact.stage_on(self.day)]
            case Column.VITALITY:
                return listing.vitality(grown)
            case Column.ROOTS:
                return listing.roots(grown)
            case Column.MOISTURE:
                return listing.moisture(grown)
            case Column.LAST:
                return listing.last_contact(grown, self.day)
            case Column.NEXT:
                return listing.next_day(self.ahead.day, self.day) if self.ahead else listing.NOTHING
            case Column.ORG:
                return contact.org
            case Column.TAGS:
                return ", ".join(contact.tags)

    def below(self, column: Column, hidden: frozenset[Column]) -> str:
        """What stands in the smaller line under it; the name carries what hidden columns would say."""
        contact = self.contact
        match column:
            case Column.NAME:
                work = (contact.title, contact.org if Column.ORG in hidden else "")
                tags = contact.tags if Column.TAGS in hidden else ()
                state = self.text(Column.CONDITION) if Column.CONDITION in hidden else ""
                facts = (state, ", ".join(filter(None, work)), ", ".join(tags))
                return listing.SEPARATOR.join(filter(None, facts))
            case Column.CONDITION:
                return listing.LEFT_ALONE if contact.left_alone else listing.owed(self.owed[:1])
            case Column.NEXT:
                return self.ahead.words if self.ahead else ""
            case _:
                return ""

    def whole(self, column: Column) -> str:
        """All that a cell says, for its tooltip and for a screen reader."""
        match column:
            case Column.NAME:
                return "\n".join(
                    filter(
                        None,
                        (self.contact.name, self.below(column, frozenset((Column.ORG, Column.TAGS)))),
                    )
                )
            case Column.CONDITION:
                left_alone = listing.LEFT_ALONE_WHOLE if self.contact.left_alone else ""
                return ", ".join(filter(None, (self.text(column), left_alone, listing.owed(self.owed))))
            case Column.NEXT if self.ahead is not None:
                return f"{self.text(column)}: {self.ahead.words}"
            case _:
                return self.text(column)

    @property
    def sentence(self) -> str:
        """The row in one breath."""
        ahead = f"next {self.whole(Column.NEXT)}" if self.ahead is not None else ""
        return listing.sentence(self.contact, self.growth, self.owed, ahead, self.day)

    @property
    def everything(self) -> str:
        """What the sentence leaves out, also where a column has given way."""
        told = (Column.VITALITY, Column.ROOTS, Column.MOISTURE, Column.LAST, Column.ORG, Column.TAGS)
        cells = ((listing.HEADINGS[column], self.text(column)) for column in told)
        return "; ".join(f"{heading}: {text}" for heading, text in cells if text not in ("", listing.NOTHING))

    def key(self, column: Column) -> Key:
        """By what a column sorts."""
        value = self._value(column)
        if value is None or value == "":
            return True, ()
        return False, tuple(map(ord, value)) if isinstance(value, str) else (value,)

    def _value(self, column: Column) -> str | float | None:
        grown = self.growth
        match column:
            case Column.CONDITION:
                return _READ.index(grown.condition)
            case Column.BED:
                return _STAGES.index(self.contact.stage_on(self.day))
            case Column.VITALITY:
                return grown.vitality
            case Column.ROOTS:
                return grown.roots_days if grown.vitality is not None else None
            case Column.MOISTURE:
                return grown.moisture or None
            case Column.LAST:
                return grown.last_contact.toordinal() if grown.last_contact else None
            case Column.NEXT:
                return self.ahead.day.toordinal() if self.ahead else None
            case _:
                return fold(self.text(column))


def entries_of(garden: Garden, day: date, plants: Iterable[PlantShown]) -> list[Entry]:
    """The rows of these plants; `garden` is the garden as of `day`."""
    climate = garden.climate(day)
    owed: dict[str, dict[LoopKind, None]] = defaultdict(dict)
    for loop in asking(garden, day):
        if loop.contact is not None:
            owed[loop.contact][loop.kind] = None
    plans: dict[str, Plan] = {}
    for plan in sorted(garden.plans.values(), key=lambda plan: (plan.day, plan.id)):
        if is_open(garden, plan):
            plans.setdefault(plan.contact, plan)
    entries = []
    for plant in plants:
        contact = garden.plants[plant.id].contact
        growth = garden.growth(plant.id, day, climate)
        ahead = _ahead(contact, growth, plans.get(plant.id), day)
        entries.append(Entry(contact, growth, plant, tuple(owed.get(plant.id, ())), ahead, day))
    return entries


def _ahead(contact: Contact, growth: Growth, plan: Plan | None, day: date) -> Ahead | None:
    """The earliest of a plan (also one come due) and what the days to come bring; a plan stands before them."""
    turns = [Ahead(plan.day, text=plan.text or listing.OWED[LoopKind.PLAN])] if plan is not None else []
    rest = contact.rest_on(day)
    if rest is not None:
        if rest.until is not None and rest.until < date.max:
            turns.append(Ahead(rest.until + timedelta(days=1), "wakes"))
    elif not contact.is_out_of_lists(day):
        foreseen = ((growth.dry_on, "dry"), (growth.thirsty_on, "thirsty"), (growth.withers_on, "withers"))
        turns += [Ahead(on, turn) for on, turn in foreseen if on is not None and on > day]
    return min(turns, key=lambda turn: turn.day, default=None)
