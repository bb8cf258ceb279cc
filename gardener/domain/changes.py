"""What a deed answers with: a Changeset of values before and after, a Refusal, or a Caution of the guards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from gardener.domain.contact import Contact
from gardener.domain.guards import Verdict
from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Target
from gardener.domain.plan import Dismissal, Plan
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil, Source

Entity = (
    Contact
    | Interaction
    | Introduction
    | Plan
    | Dismissal
    | Opportunity
    | Target
    | Batch
    | Source
    | Soil
    | CheckIn
    | Choice
    | Season
)
"""All that a deed can bring, change or take away."""


def identity(entity: Entity) -> str:
    """What names the entity within its kind: its id, or the day of a check-in."""
    if isinstance(entity, CheckIn):
        return entity.day.isoformat()
    return entity.id


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; null before: it came, null after: it went. Never null on both sides."""

    before: Entity | None
    after: Entity | None

    @property
    def entity(self) -> Entity:
        """The value after, or the one before when it went."""
        entity = self.after if self.after is not None else self.before
        if entity is None:
            raise ValueError("a change without a value on either side")
        return entity

    @property
    def inverse(self) -> Change:
        """The change that gives back exactly what was."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class What:
    """What was done, as a code and the facts a sentence needs; `contact` is the one it was mainly about."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Changeset:
    """One deed: what it was and all it changes, to be applied whole or not at all."""

    what: What
    changes: tuple[Change, ...]

    @property
    def inverse(self) -> Changeset:
        """The deed that undoes this one."""
        return Changeset(self.what, tuple(change.inverse for change in reversed(self.changes)))

    @property
    def of_whole_garden(self) -> bool:
        """Whether it changes what every plant is read by: soil, patience, the days that seeds keep."""
        return any(isinstance(change.entity, (Choice, Soil)) for change in self.changes)

    @property
    def touched(self) -> frozenset[str]:
        """The ids of all contacts whose plants may look different afterwards."""
        named = (
            contact
            for change in self.changes
            for side in (change.before, change.after)
            for contact in _of(side)
        )
        let_go = any(isinstance(change.entity, Dismissal) for change in self.changes)
        return frozenset((*named, *((self.what.contact,) if let_go and self.what.contact else ())))


def _of(entity: Entity | None) -> tuple[str, ...]:
    """The contacts that an entity concerns."""
    match entity:
        case Contact(id=contact):
            return (contact,)
        case Interaction(participants=participants):
            return participants
        case Introduction(by=by, to=to):
            return (by, to)
        case Plan(contact=contact) | Source(contact=contact):
            return (contact,)
        case Opportunity(thanks_to=thanks_to):
            return thanks_to
        case _:
            return ()


class Named(NamedTuple):
    """One of several contacts a name could mean."""

    id: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a deed cannot be done: a code, the facts a sentence needs, and the choices there are."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    choices: tuple[Named, ...] = ()


class Caution(NamedTuple):
    """The guards warn: nothing was done, and `verdicts` (contact id → verdict, all participants) say why."""

    verdicts: Mapping[str, Verdict]


Answer = Changeset | Refusal | Caution
"""What a deed answers with."""
