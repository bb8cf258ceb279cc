"""All that is shown of one person on a day, read from the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gardener.domain import guards
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.growth import Growth
from gardener.domain.guards import AskVerdict, Verdict
from gardener.domain.interaction import AskKind, Interaction
from gardener.domain.loops import Loop, is_open, open_loops
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.standing import Standing, standing
from gardener.domain.sums import Sum
from gardener.scene.showing import PlantShown, shown_of
from gardener.ui.introductions_part import Introduced
from gardener.ui.sight import Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """All that the panel shows of one person on a day; `history` oldest first, `ask` what the ask guard says of the
    heaviest ask, `beside` how they stand beside the others where vitality only compares; `forecast` is null on a day
    ahead."""

    contact: Contact
    growth: Growth
    verdict: Verdict
    ask: AskVerdict | None
    plant: PlantShown
    history: Sequence[Interaction]
    loops: Sequence[Loop]
    plans: Sequence[Plan]
    introductions: Sequence[Introduced]
    introduced_by: str
    day: date
    opportunities: Sequence[Opportunity] = ()
    beside: Standing | None = None
    forecast: Sum | None = None


def contact_shown(sight: Sight, id_: str) -> ContactShown:
    """All that the panel shows of a person who is in the garden."""
    day, seen = sight.today, sight.seen
    plant = seen.plants[id_]
    contact, climate = plant.contact, seen.climate(day)
    by = seen.contact(contact.introduced_by) if contact.introduced_by else None
    forecasts = sight.forecasts
    return ContactShown(
        contact=contact,
        growth=seen.growth(contact.id, day, climate),
        verdict=guards.consider(plant.tie, day, climate=climate, left_alone=contact.left_alone),
        ask=guards.consider(plant.tie, day, climate=climate, ask=AskKind.VOUCHING).ask,
        plant=shown_of(seen, day, [contact.id])[0],
        history=sight.history(contact.id),
        loops=[loop for loop in open_loops(seen, day) if loop.contact == contact.id],
        plans=[plan for plan in seen.plans.values() if plan.contact == contact.id and is_open(seen, plan)],
        introductions=_introductions(seen, contact.id),
        introduced_by=by.name if by else "",
        opportunities=[one for one in seen.opportunities.values() if contact.id in one.thanks_to],
        day=day,
        beside=standing(seen, contact.id, day) if climate.is_relative else None,
        forecast=forecasts.sum(contact.id) if forecasts is not None else None,
    )


def _introductions(seen: Garden, id_: str) -> list[Introduced]:
    """Those by which `id_` led to somebody or was led to, where the other one is still in the garden."""
    found = []
    for intro in seen.introductions.values():
        if id_ in (intro.by, intro.to):
            other = intro.to if intro.by == id_ else intro.by
            contact = seen.contact(other)
            if contact is not None:
                found.append(Introduced(intro, other, contact.name, intro.by == id_))
    return found
