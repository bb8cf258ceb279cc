"""Credit: by whose help an opportunity came, flowing back along introductions to the first plants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from gardener.domain.lineage import Lead, Lineage
from gardener.domain.opportunity import FRUIT, Opportunity, Step


class Flow(NamedTuple):
    """One share of the credit for an opportunity as it flows: `share` of it (0..1) over `lead`, from `to` back to `by`."""

    lead: Lead
    share: float


class Credit(NamedTuple):
    """How the credit for one opportunity is split. All shares are in 0..1.

    `owed` are the contacts it is owed to, with equal shares; `through` everyone it flowed through, each with what
    passed through their hands; `first` those where it ends, to whom nobody led. `owed` and `first` each sum to one.
    `flows` are the single leads it took, from the owed ones back. All are empty when it is owed to nobody.
    """

    owed: Mapping[str, float]
    through: Mapping[str, float]
    first: Mapping[str, float]
    flows: tuple[Flow, ...]


NOBODY = Credit({}, {}, {}, ())


def credit(thanks_to: Iterable[str], tree: Lineage) -> Credit:
    """Splits the credit for something owed to `thanks_to`, which counts once.

    Everyone it is owed to has an equal part. What reaches a contact flows on to those who led to them, in equal
    parts, until it comes to a first plant; what two paths carry to one contact adds up. Nothing is lost on the way.
    """
    ends = tuple(dict.fromkeys(thanks_to))
    if not ends:
        return NOBODY
    owed = dict.fromkeys(ends, 1.0 / len(ends))
    through = dict.fromkeys(ends, 0.0) | owed
    first: dict[str, float] = {}
    flows: list[Flow] = []
    for contact in _back(ends, tree):
        leads = tree.above.get(contact, ())
        if not leads:
            first[contact] = through[contact]
        for lead in leads:
            part = through[contact] / len(leads)
            through[lead.by] = through.get(lead.by, 0.0) + part
            flows.append(Flow(lead, part))
    return Credit(owed, through, first, tuple(flows))


def _back(ends: tuple[str, ...], tree: Lineage) -> list[str]:
    """Everyone above `ends`, each after all of those whom they led to (a topological order, Kahn 1962)."""
    reached = tree.ancestors(ends)
    waits = dict.fromkeys(reached, 0)
    for contact in reached:
        for lead in tree.above.get(contact, ()):
            waits[lead.by] += 1
    ready = sorted(contact for contact, count in waits.items() if not count)
    ordered = []
    while ready:
        contact = ready.pop()
        ordered.append(contact)
        for lead in tree.above.get(contact, ()):
            waits[lead.by] -= 1
            if not waits[lead.by]:
                ready.append(lead.by)
    return ordered


def paths(thanks_to: Iterable[str], tree: Lineage, limit: int = 24) -> tuple[tuple[str, ...], ...]:
    """The ways from a first plant down to a contact something is owed to, the longest first, at most `limit` of them."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(end,) for end in dict.fromkeys(thanks_to)]
    while waiting and len(found) < limit:
        path = waiting.pop()
        leads = tree.above.get(path[0], ())
        if leads:
            waiting += [(lead.by, *path) for lead in reversed(leads)]
        else:
            found.append(path)
    return tuple(sorted(found, key=lambda path: (-len(path), path)))


def largest_fruit(opportunity: Opportunity, day: date) -> Step | None:
    """The step up to `day` that bears the largest fruit, the first of its kind; null before an interview."""
    reached = [step for step in opportunity.reached(day) if step.kind in FRUIT]
    return max(reached, key=lambda step: (FRUIT.index(step.kind), -step.day.toordinal()), default=None)


class Fruit(NamedTuple):
    """What one plant bears: `share` (0..1) of the credit for an opportunity whose best step so far is `step`."""

    opportunity: str
    step: Step
    share: float


def fruits(opportunities: Iterable[Opportunity], tree: Lineage, day: date) -> Mapping[str, tuple[Fruit, ...]]:
    """By contact, what their plant bears on `day`: for every opportunity with an interview, on all that led there."""
    borne: dict[str, list[Fruit]] = {}
    for opportunity in sorted(opportunities, key=lambda one: (one.created, one.id)):
        step = largest_fruit(opportunity, day)
        if step is not None:
            for contact, share in credit(opportunity.thanks_to, tree).through.items():
                borne.setdefault(contact, []).append(Fruit(opportunity.id, step, share))
    return {contact: tuple(own) for contact, own in borne.items()}
