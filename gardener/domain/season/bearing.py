"""What bears: introductions offered against requested, and the sources that people came from, by what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gardener.domain.beta import quantile
from gardener.domain.credit import credit
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.lineage import Lineage
from gardener.domain.opportunity import FRUIT, Opportunity
from gardener.domain.text import fold

EVEN = (1.0, 1.0)
"""Beta prior of introductions that lead to a meeting: every share as likely as any other, for nothing is known before."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the 80 % range around it, each in 0..1."""

    estimate: float
    low: float
    high: float


def share(came: int, tried: int) -> Share:
    """Median, 10 % and 90 % quantile of Beta(1 + came, 1 + tried − came); 0 ≤ came ≤ tried."""
    a, b = EVEN[0] + came, EVEN[1] + tried - came
    return Share(quantile(0.5, a, b), quantile(0.1, a, b), quantile(0.9, a, b))


@dataclass(frozen=True, slots=True)
class OriginCount:
    """The introductions of one origin within a season: what became of them, and what they bore.

    `outcomes` counts every outcome; `met` is the share that met among those that are settled. `interviews` is the part
    of the interviews of the season whose credit flowed over these introductions (each interview counts 1 in all).
    """

    origin: Origin
    outcomes: Mapping[Outcome, int]
    met: Share
    interviews: float


def origins(garden: Garden, tree: Lineage, since: date, day: date) -> tuple[OriginCount, OriginCount]:
    """Offered and requested introductions made between `since` and `day`, in that order."""
    borne = _over_introductions(garden, tree, since, day)
    offered, requested = (
        _origin(origin, garden.introductions.values(), borne, since, day) for origin in Origin
    )
    return offered, requested


def _origin(
    origin: Origin, every: Iterable[Introduction], borne: Mapping[str, float], since: date, day: date
) -> OriginCount:
    own = [one for one in every if one.origin is origin and one.day <= day]
    within = [one for one in own if one.day >= since]
    outcomes = Counter(one.outcome for one in within)
    settled = sum(count for outcome, count in outcomes.items() if outcome is not Outcome.PENDING)
    return OriginCount(
        origin,
        {outcome: outcomes[outcome] for outcome in Outcome},
        share(outcomes[Outcome.MET], settled),
        sum(borne.get(one.id, 0.0) for one in own),
    )


def interviews_within(garden: Garden, since: date, day: date) -> list[Opportunity]:
    """The opportunities owed to somebody that had an interview or more between `since` and `day`."""
    return [
        one
        for one in garden.opportunities.values()
        if one.thanks_to and any(step.kind in FRUIT and since <= step.day <= day for step in one.steps)
    ]


def _over_introductions(garden: Garden, tree: Lineage, since: date, day: date) -> Mapping[str, float]:
    """By introduction, the part of the season's interviews that came by it last: what flowed from the owed ones."""
    borne: dict[str, float] = {}
    for opportunity in interviews_within(garden, since, day):
        split = credit(opportunity.thanks_to, tree)
        for contact, part in split.owed.items():
            leads = tree.above.get(contact, ())
            for lead in leads:
                if lead.introduction is not None:
                    borne[lead.introduction] = borne.get(lead.introduction, 0.0) + part / len(leads)
    return borne


class CameBy(StrEnum):
    """How somebody came into the garden, where no tag of the person's own says more."""

    OFFERED = "offered"
    REQUESTED = "requested"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Source:
    """Where people came from, and what came of them: a way (`offered`, `requested`, `own`) or a tag of the person's.

    `people` came from there up to the last day, `talked` of them had a conversation in the season; `conversations` held
    with them; `interviews` owed to them (an interview owed to two counts one half for each).
    """

    name: str
    is_tag: bool
    people: int
    talked: int
    conversations: int
    interviews: float


@dataclass(slots=True)
class _Tally:
    people: int = 0
    talked: int = 0
    conversations: int = 0
    interviews: float = 0.0
    spelt: Counter[str] = field(default_factory=Counter)


def sources(
    garden: Garden, tree: Lineage, held: Iterable[tuple[str, date]], since: date, day: date
) -> tuple[Source, ...]:
    """The sources of a season: the three ways, then every tag, those that bore most first within each.

    Everybody came by one way; with several tags they are in each of them.
    """
    talks = Counter(contact for contact, on in held if since <= on <= day)
    parts: dict[str, float] = {}
    for opportunity in interviews_within(garden, since, day):
        for contact in opportunity.thanks_to:
            parts[contact] = parts.get(contact, 0.0) + 1.0 / len(opportunity.thanks_to)
    ways: dict[str, _Tally] = {str(way): _Tally() for way in CameBy}
    tags: dict[str, _Tally] = {}
    for id_, plant in garden.plants.items():
        own = [ways[str(_way(garden, tree, id_))]]
        for tag in plant.contact.tags:
            tally = tags.setdefault(fold(tag), _Tally())
            tally.spelt[tag] += 1
            own.append(tally)
        for tally in own:
            tally.people += 1
            tally.talked += talks[id_] > 0
            tally.conversations += talks[id_]
            tally.interviews += parts.get(id_, 0.0)
    found = [_source(way, tally, is_tag=False) for way, tally in ways.items()]
    found += [_source(max(t.spelt, key=lambda s: (t.spelt[s], s)), t, is_tag=True) for t in tags.values()]
    return tuple(
        sorted(found, key=lambda s: (s.is_tag, -s.interviews, -s.conversations, -s.people, fold(s.name)))
    )


def _way(garden: Garden, tree: Lineage, contact: str) -> CameBy:
    """By which way somebody came: by the first introduction to them, else by one's own."""
    first = next((lead for lead in tree.above.get(contact, ()) if lead.introduction is not None), None)
    if first is None or first.introduction is None:
        return CameBy.OFFERED if tree.above.get(contact) else CameBy.OWN
    origin = garden.introductions[first.introduction].origin
    return CameBy.OFFERED if origin is Origin.OFFERED else CameBy.REQUESTED


def _source(name: str, tally: _Tally, *, is_tag: bool) -> Source:
    return Source(name, is_tag, tally.people, tally.talked, tally.conversations, tally.interviews)
