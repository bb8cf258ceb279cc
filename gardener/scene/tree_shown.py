"""What the family tree shows of a garden on a day: the family, its plants, its fruit, and the words at each. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.lineage import lineage
from gardener.domain.opportunity import Opportunity, StepKind
from gardener.scene.family import Family, How, Lead, family_of
from gardener.scene.showing import PlantShown
from gardener.words import tree as words

FRUIT = "fruit:"
"""Before the id of an opportunity, so that it is nobody's."""


class Ripeness(StrEnum):
    """How far an opportunity came: from a bud (no interview yet) to a ripe fruit (an offer); dry once it ended in no."""

    BUD = "bud"
    GREEN = "green"
    RIPE = "ripe"
    DRY = "dry"


@dataclass(frozen=True, slots=True)
class FruitShown:
    """One opportunity at the end of a branch."""

    id: str
    name: str
    detail: str
    ripeness: Ripeness


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeShown:
    """All that the tree needs; `details`: the line below each name."""

    family: Family = field(default_factory=Family)
    plants: Mapping[str, PlantShown] = field(default_factory=dict)
    fruits: Mapping[str, FruitShown] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)

    def name(self, id_: str) -> str:
        """The name at a knot: a person's, or an employer's."""
        if id_ in self.fruits:
            return self.fruits[id_].name
        return self.plants[id_].name if id_ in self.plants else ""


def tree_shown(garden: Garden, day: date, plants: Iterable[PlantShown]) -> TreeShown:
    """The tree of `garden`, which must be the garden of `day`, with these plants of it."""
    there = {plant.id: plant for plant in sorted(plants, key=lambda plant: (plant.created, plant.id))}
    leads = list(_leads(garden))
    fruits = {
        FRUIT + each.id: each
        for each in garden.opportunities.values()
        if any(who in there for who in each.thanks_to)
    }
    family = family_of(there, leads, {id_: (each.created, each.thanks_to) for id_, each in fruits.items()})
    return TreeShown(
        family=family,
        plants=there,
        fruits={id_: fruit_shown(each, day) for id_, each in fruits.items()},
        details=_details(garden, family, day),
    )


def _leads(garden: Garden) -> Iterable[Lead]:
    """Every lead of the garden's lineage: no circles, and nobody by a declined introduction."""
    for leads in lineage(garden).above.values():
        for lead in leads:
            record = garden.introductions.get(lead.introduction or "")
            yield Lead(lead.by, lead.to, lead.day, _how(record.outcome) if record is not None else How.MET)


def _how(outcome: Outcome) -> How:
    if outcome is Outcome.MET:
        return How.MET
    return How.PENDING if outcome is Outcome.PENDING else How.DRY


def fruit_shown(opportunity: Opportunity, day: date) -> FruitShown:
    """One opportunity as it stands on `day`."""
    reached = [step for step in opportunity.steps if step.day <= day]
    kinds = {step.kind for step in reached}
    if kinds & {StepKind.REJECTED, StepKind.WITHDRAWN, StepKind.DECLINED}:
        ripeness = Ripeness.DRY
    elif kinds & {StepKind.OFFER, StepKind.ACCEPTED}:
        ripeness = Ripeness.RIPE
    elif kinds & {StepKind.INTERVIEW, StepKind.SECOND_INTERVIEW}:
        ripeness = Ripeness.GREEN
    else:
        ripeness = Ripeness.BUD
    last = max(reached, key=lambda step: step.day, default=None)
    return FruitShown(
        FRUIT + opportunity.id,
        opportunity.employer,
        words.fruit_detail(opportunity.role, last.kind if last else None),
        ripeness,
    )


def _details(garden: Garden, family: Family, day: date) -> dict[str, str]:
    """Below each name: how they came, or how many they led to."""
    came: dict[str, list[Introduction]] = defaultdict(list)
    for each in sorted(garden.introductions.values(), key=lambda each: (each.day, each.id)):
        if each.day <= day:
            came[each.to].append(each)
    found = {}
    for knot in family.knots.values():
        if not knot.fruit:
            first = next((each for each in came[knot.id] if each.by == knot.parent), None)
            found[knot.id] = words.person_detail(first, day) if first else words.led_to(len(knot.led_to))
    return found
