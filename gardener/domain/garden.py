"""The Garden: everything there is at one revision of the file, immutable, and how a Changeset makes the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, TypeVar

from gardener.domain import growth
from gardener.domain.changes import Change, Changeset, identity
from gardener.domain.contact import Contact
from gardener.domain.growth import Climate, Growth
from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Target
from gardener.domain.plan import Dismissal, Plan
from gardener.domain.records import SAMPLE, WINTER, Batch, CheckIn, Choice, Season, Soil, Winter, winter_of
from gardener.domain.tie import EMPTY, Tie, fold, fold_all

History = Callable[[str], Sequence[Interaction]]
"""Reads the interactions of a contact id, in any order, as they were before the deed in question."""
TieOf = Callable[[str], Tie]
"""What the history of a contact id adds up to."""
T = TypeVar("T")


class Plant(NamedTuple):
    """A contact with what their history adds up to."""

    contact: Contact
    tie: Tie = EMPTY

    def exists_on(self, day: date) -> bool:
        """Whether the contact was there by `day`: created, or first spoken to."""
        return self.contact.created <= day or (self.tie.first is not None and self.tie.first <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Garden:
    """All of it at one revision. Histories are not held here: they are read per contact, on demand.

    Mappings are by id and must not be changed; `soils` are in the order of `valid_from`.
    """

    revision: int = 0
    plants: Mapping[str, Plant] = field(default_factory=dict)
    introductions: Mapping[str, Introduction] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    dismissals: Mapping[str, Dismissal] = field(default_factory=dict)
    opportunities: Mapping[str, Opportunity] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    batches: Mapping[str, Batch] = field(default_factory=dict)
    soils: Mapping[str, Soil] = field(default_factory=dict)
    checkins: Mapping[str, CheckIn] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    seasons: Mapping[str, Season] = field(default_factory=dict)
    _grown: dict[date, Mapping[str, Growth]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The growths of the day that was last asked for."""

    def contact(self, id_: str) -> Contact | None:
        """The contact of that id, if there is one."""
        plant = self.plants.get(id_)
        return plant.contact if plant else None

    @property
    def is_sample(self) -> bool:
        """Whether a sample garden was planted here and has not been left."""
        return SAMPLE in self.choices

    @property
    def has_own(self) -> bool:
        """Whether somebody stands here who is not of a sample: ids of the invented are made from names (UUID version 5),
        those of all others are drawn."""
        return any(id_[14:15] != "5" for id_ in self.plants)

    def soil(self, day: date) -> Soil | None:
        """The soil that holds on `day`; null while none was learnt."""
        held = (s for s in self.soils.values() if s.valid_from <= day)
        return max(held, key=lambda s: (s.valid_from, s.id), default=None)

    def climate(self, day: date) -> Climate:
        """Horizon, soil and seed days as they hold on `day`."""
        soil = self.soil(day)
        return Climate(
            horizon=growth.HORIZON * float(self.choice("patience", day) or "1"),
            b0=soil.b0 if soil else 0.0,
            b1=soil.b1 if soil else 1.0,
            seed_days=int(self.choice("seed-days", day) or growth.SEED_DAYS),
            learnt_from=soil.learnt_from if soil else 0,
        )

    def growth(self, id_: str, day: date, climate: Climate | None = None) -> Growth:
        """The growth of one contact on `day`. KeyError when there is no such contact."""
        plant = self.plants[id_]
        return growth.read(
            plant.tie,
            day,
            planted=plant.contact.created,
            climate=climate or self.climate(day),
            resting=plant.contact.rests_on(day) or self.winter(day) is not None,
        )

    def growths(self, day: date) -> Mapping[str, Growth]:
        """The growth of every contact on `day`, by id; read once for all who ask of the same day."""
        found = self._grown.get(day)
        if found is None:
            climate = self.climate(day)
            found = {id_: self.growth(id_, day, climate) for id_ in self.plants}
            self._grown.clear()
            self._grown[day] = found
        return found

    def last_check_in(self, before: date) -> date | None:
        """The day of the last check-in on a day earlier than `before`."""
        return max((c.day for c in self.checkins.values() if c.day < before), default=None)

    def as_of(self, day: date, history: History) -> Garden:
        """The garden of `day`: without the contacts, moves, interactions and introductions that lie after it."""
        return self.as_of_ties(day, lambda id_: fold_all(i for i in history(id_) if i.day <= day))

    def as_of_ties(self, day: date, tie_of: TieOf, *, among: Iterable[str] | None = None) -> Garden:
        """The same, where what a history adds up to by the end of `day` is known already; of all plants, or of those
        `among` alone."""
        introductions = {k: i.as_of(day) for k, i in self.introductions.items() if i.day <= day}
        pairs = {(i.by, i.to) for i in introductions.values()}
        unled = {(i.by, i.to) for i in self.introductions.values()} - pairs
        held = self.plants.values() if among is None else [self.plants[i] for i in among if i in self.plants]
        plants = {p.contact.id: _plant_of(p, day, tie_of, unled) for p in held if p.exists_on(day)}
        return replace(
            self,
            plants=plants,
            introductions=introductions,
            plans={k: _plan_of(p, day) for k, p in self.plans.items() if p.created <= day},
            dismissals={k: d for k, d in self.dismissals.items() if d.day <= day},
            opportunities={k: o for k, o in self.opportunities.items() if o.created <= day},
            targets={k: t for k, t in self.targets.items() if t.created <= day},
            checkins={k: c for k, c in self.checkins.items() if c.day <= day},
            seasons={k: s.as_of(day) for k, s in self.seasons.items() if s.start <= day},
        )

    def after(self, changeset: Changeset, history: History) -> Garden:
        """The garden once `changeset` is applied; the revision stays (the file gives the next one)."""
        changes = changeset.changes
        return replace(
            self,
            plants=_replanted(self.plants, changes, history),
            introductions=_applied(self.introductions, changes, Introduction),
            plans=_applied(self.plans, changes, Plan),
            dismissals=_applied(self.dismissals, changes, Dismissal),
            opportunities=_applied(self.opportunities, changes, Opportunity),
            targets=_applied(self.targets, changes, Target),
            batches=_applied(self.batches, changes, Batch),
            soils=_applied(self.soils, changes, Soil),
            checkins=_applied(self.checkins, changes, CheckIn),
            choices=_applied(self.choices, changes, Choice),
            seasons=_applied(self.seasons, changes, Season),
        )

    def choice(self, key: str, day: date) -> str:
        """The garden's own setting as it holds on `day`; empty when nothing was chosen by then."""
        latest = self._held(key, day)
        return latest.value if latest else ""

    def winter(self, day: date) -> Winter | None:
        """The winter in which the whole garden rests on `day`; null when it does not."""
        latest = self._held(WINTER, day) if self.choices else None
        return winter_of(latest, day) if latest else None

    def _held(self, key: str, day: date) -> Choice | None:
        """The latest choice of that key by `day`."""
        held = (c for c in self.choices.values() if c.key == key and (c.since is None or c.since <= day))
        return max(held, key=lambda c: c.since or date.min, default=None)


def _plant_of(plant: Plant, day: date, tie_of: TieOf, unled: Set[tuple[str | None, str]]) -> Plant:
    """A plant as of `day`; `unled` holds who led to whom by introductions that all lie after it."""
    latest = plant.tie.latest
    tie = plant.tie
    if latest is not None and latest.date() > day:
        tie = tie_of(plant.contact.id)
    contact = plant.contact.as_of(day)
    if (contact.introduced_by, contact.id) in unled:
        contact = replace(contact, introduced_by=None)
    return plant if tie is plant.tie and contact is plant.contact else Plant(contact, tie)


def _plan_of(plan: Plan, day: date) -> Plan:
    return replace(plan, done=None) if plan.done is not None and plan.done > day else plan


def _applied(held: Mapping[str, T], changes: Iterable[Change], kind: type[T]) -> Mapping[str, T]:
    """`held` with the changes of that kind; the same mapping when there are none."""
    result: dict[str, T] | None = None
    for change in changes:
        if not isinstance(change.entity, kind):
            continue
        result = dict(held) if result is None else result
        if isinstance(change.after, kind):
            result[identity(change.entity)] = change.after
        else:
            result.pop(identity(change.entity), None)
    return held if result is None else result


def _replanted(
    plants: Mapping[str, Plant], changes: Sequence[Change], history: History
) -> Mapping[str, Plant]:
    contacts = [change for change in changes if isinstance(change.entity, Contact)]
    spoken = [change for change in changes if isinstance(change.entity, Interaction)]
    if not contacts and not spoken:
        return plants
    result = dict(plants)
    ties = {id_: _refolded(id_, plants, own, history) for id_, own in _by_contact(spoken).items()}
    for change in contacts:
        id_ = identity(change.entity)
        if isinstance(change.after, Contact):
            tie = plants[id_].tie if id_ in plants else EMPTY
            result[id_] = Plant(change.after, tie)
        else:
            result.pop(id_, None)
    for id_, tie in ties.items():
        if id_ in result:
            result[id_] = Plant(result[id_].contact, tie)
    return result


def _by_contact(changes: Iterable[Change]) -> dict[str, list[Change]]:
    grouped: dict[str, list[Change]] = {}
    for change in changes:
        for side in (change.before, change.after):
            if isinstance(side, Interaction):
                for contact in side.participants:
                    own = grouped.setdefault(contact, [])
                    if not own or own[-1] is not change:
                        own.append(change)
    return grouped


def _refolded(id_: str, plants: Mapping[str, Plant], changes: list[Change], history: History) -> Tie:
    """Folds additions on top where they come last; refolds the whole history of the contact otherwise."""
    plant = plants.get(id_)
    tie = plant.tie if plant else EMPTY
    added = sorted(
        (c.after for c in changes if isinstance(c.after, Interaction) and c.before is None),
        key=lambda i: i.order,
    )
    if len(added) == len(changes) and tie.precedes(added[0]):
        for interaction in added:
            tie = fold(tie, interaction)
        return tie
    kept = {i.id: i for i in history(id_)} if plant else {}
    for change in changes:
        if isinstance(change.before, Interaction):
            kept.pop(change.before.id, None)
        if isinstance(change.after, Interaction) and id_ in change.after.participants:
            kept[change.after.id] = change.after
    return fold_all(kept.values())
