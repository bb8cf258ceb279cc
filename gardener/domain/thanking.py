"""Whom to thank and tell when a job has come: those who led there, those who offered, those who helped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gardener.domain.garden import Garden
from gardener.domain.introduction import Origin
from gardener.domain.opportunity import StepKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.stage import Stage

A_DAY = 5
"""So many thanks are planned for one day."""


class Helped(StrEnum):
    """How somebody helped, the nearest to the job first."""

    LED = "led"
    INTRODUCED = "introduced"
    GRANTED = "granted"
    HELPS = "helps"


@dataclass(frozen=True, slots=True)
class Owed:
    """Somebody to thank and to tell, and the nearest way in which they helped."""

    contact: str
    how: Helped


def to_thank(garden: Garden, day: date) -> tuple[Owed, ...]:
    """Everybody who helped, each once, the nearest to the job first; those left alone are left alone."""
    found: dict[str, Helped] = {}
    for contact, how in sorted(_helped(garden, day), key=lambda pair: list(Helped).index(pair[1])):
        plant = garden.plants.get(contact)
        if plant is not None and not plant.contact.left_alone:
            found.setdefault(contact, how)
    order = list(Helped)
    names = {id_: garden.plants[id_].contact.name for id_ in found}
    ranked = sorted(found.items(), key=lambda pair: (order.index(pair[1]), names[pair[0]], pair[0]))
    return tuple(Owed(contact, how) for contact, how in ranked)


def thanks_for(people: tuple[str, ...], text: str, *, ids: tuple[str, ...], today: date) -> tuple[Plan, ...]:
    """A plan of thanks for each, a few a day from `today` on; `ids` are new, one for each."""
    days = date.max.toordinal() - today.toordinal()
    return tuple(
        Plan(
            id=id_,
            contact=contact,
            day=today + timedelta(days=min(at // A_DAY, days)),
            text=text,
            created=today,
            kind=PlanKind.THANKS,
        )
        for at, (contact, id_) in enumerate(zip(people, ids, strict=True))
    )


def _helped(garden: Garden, day: date) -> Iterator[tuple[str, Helped]]:
    for opportunity in garden.opportunities.values():
        won = any(
            step.kind in (StepKind.OFFER, StepKind.ACCEPTED) and step.day <= day for step in opportunity.steps
        )
        if won:
            for contact in opportunity.thanks_to:
                yield contact, Helped.LED
                yield from ((i.by, Helped.LED) for i in garden.introductions.values() if i.to == contact)
    for intro in garden.introductions.values():
        if intro.origin is Origin.OFFERED:
            yield intro.by, Helped.INTRODUCED
    for id_, plant in garden.plants.items():
        if plant.tie.granted:
            yield id_, Helped.GRANTED
        if plant.contact.stage_on(day) in (Stage.FLOWERING, Stage.FRUIT):
            yield id_, Helped.HELPS
