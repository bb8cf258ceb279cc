"""Who leads to an employer: people there now or before, and those who know them; each with what the ask guard says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gardener.domain import guards
from gardener.domain.contact import Contact
from gardener.domain.employers import employer_words, leads_to, same_employer
from gardener.domain.garden import Garden
from gardener.domain.guards import Verdict
from gardener.domain.interaction import Answer, AskKind, Interaction
from gardener.domain.introduction import Origin, Outcome
from gardener.domain.lineage import leads_of
from gardener.domain.stage import Stage
from gardener.domain.text import fold

History = Callable[[str], Sequence[Interaction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to an employer: I would ask `contact`, who is there, or who knows `to`, who is.

    `at` is the employer as it is written there, `now` whether they are there now or were before. `verdict` is what the
    guards say of asking today: for a referral of somebody who is there, for an introduction of somebody who knows them.
    `roots_days` are theirs whom I would ask, `open_asks` what I asked of them and have no answer to.
    """

    contact: str
    to: str | None
    at: str
    now: bool
    roots_days: float
    open_asks: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to one employer, the best first: straight to people who are or were there, and over those who know them."""

    employer: str
    there: tuple[Way, ...]
    over: tuple[Way, ...]

    @property
    def nobody(self) -> bool:
        """Nobody leads there yet."""
        return not self.there and not self.over


def ways(garden: Garden, employer: str, day: date, *, history: History) -> Ways:
    """Who leads to `employer` on `day`; `garden` is the garden as of that day, `history` reads what was said with whom.

    Ranked by roots, then fewer open asks first; whoever is in the compost comes after the others, and last of all
    whoever asked to be left alone (the guard says a plain no). A two-step way leads over anybody who introduced me to
    somebody there, or whom somebody there introduced me to: they know each other. It is told where it is no weaker than
    writing to the one it leads to.
    """
    there = people_at(garden, employer)
    straight = [
        _way(garden, contact, None, at, now, day, AskKind.REFERRAL, history) for contact, at, now in there
    ]
    roots = {way.contact: way.roots_days for way in straight}
    over = [
        way
        for to, at, now in there
        for known in _knows(garden, to)
        if known not in roots
        and (way := _way(garden, known, to, at, now, day, AskKind.INTRODUCTION, history)).roots_days
        >= roots[to]
    ]
    return Ways(employer, _ranked(garden, straight, day), _ranked(garden, over, day))


def people_at(garden: Garden, employer: str) -> tuple[tuple[str, str, bool], ...]:
    """Who is at `employer` now or was before: id, the employer as written there, and whether now; by name."""
    if not employer_words(employer):
        return ()
    found = []
    for id_, plant in sorted(garden.plants.items(), key=lambda item: (fold(item[1].contact.name), item[0])):
        at = _at(plant.contact, employer)
        if at is not None:
            found.append((id_, *at))
    return tuple(found)


def _at(contact: Contact, employer: str) -> tuple[str, bool] | None:
    """The employer as the contact has it: the one of now if it fits, else the closest of before."""
    if leads_to(contact.org, employer):
        return contact.org, True
    before = [one for one in contact.former if leads_to(one, employer)]
    closest = min(before, key=lambda one: not same_employer(one, employer), default=None)
    return None if closest is None else (closest, False)


def _knows(garden: Garden, contact: str) -> Iterable[str]:
    """Who led to `contact`, or was led to by them, the earliest first."""
    known = [
        lead.by if lead.to == contact else lead.to
        for lead in leads_of(garden)
        if contact in (lead.by, lead.to)
    ]
    return dict.fromkeys(known)


def _way(
    garden: Garden,
    contact: str,
    to: str | None,
    at: str,
    now: bool,
    day: date,
    ask: AskKind,
    history: History,
) -> Way:
    plant = garden.plants[contact]
    climate = garden.climate(day)
    return Way(
        contact=contact,
        to=to,
        at=at,
        now=now,
        roots_days=garden.growth(contact, day, climate).roots_days,
        open_asks=open_asks(garden, contact, day, history(contact)),
        verdict=guards.consider(
            plant.tie, day, climate=climate, left_alone=plant.contact.left_alone, ask=ask
        ),
    )


def open_asks(garden: Garden, contact: str, day: date, history: Iterable[Interaction]) -> int:
    """What I asked of a contact by `day` and have no answer to: asks, and introductions requested and still pending."""
    asked = [one for one in history if one.day <= day and one.ask and one.ask.answer is Answer.PENDING]
    ids = {one.id for one in asked}
    wanted = [
        one
        for one in garden.introductions.values()
        if one.by == contact and one.origin is Origin.REQUESTED and one.outcome is Outcome.PENDING
    ]
    return len(asked) + sum(1 for one in wanted if one.interaction not in ids)


def _ranked(garden: Garden, found: Iterable[Way], day: date) -> tuple[Way, ...]:
    def rank(way: Way) -> tuple[bool, bool, float, int, bool, str, str]:
        contact = garden.plants[way.contact].contact
        ended = contact.stage_on(day) is Stage.COMPOST
        return (
            contact.left_alone,
            ended,
            -way.roots_days,
            way.open_asks,
            not way.now,
            fold(contact.name),
            contact.id,
        )

    return tuple(sorted(found, key=rank))


@dataclass(frozen=True, slots=True)
class Wanted:
    """An employer somebody wants to work for: listed as a target, or applied to; and how many people lead there.

    `there` people are or were there, or are owed an opportunity there; `target` and `opportunities` are the ids of what
    says that it is wanted.
    """

    employer: str
    there: int
    target: str | None
    opportunities: tuple[str, ...]


def wanted_employers(garden: Garden, day: date) -> tuple[Wanted, ...]:
    """Every employer that is listed as a target or has an open opportunity; those where nobody leads first, then by name."""
    spelt: dict[tuple[str, ...], str] = {}
    targets: dict[tuple[str, ...], str] = {}
    chances: dict[tuple[str, ...], list[str]] = {}
    for target in sorted(garden.targets.values(), key=lambda one: (one.created, one.id)):
        key = employer_words(target.employer)
        spelt.setdefault(key, target.employer)
        targets.setdefault(key, target.id)
    for one in sorted(garden.opportunities.values(), key=lambda one: (one.created, one.id)):
        if not one.has_ended(day):
            key = employer_words(one.employer)
            spelt.setdefault(key, one.employer)
            chances.setdefault(key, []).append(one.id)
    found = (
        Wanted(
            name,
            len(_leading(garden, name, chances.get(key, ()))),
            targets.get(key),
            tuple(chances.get(key, ())),
        )
        for key, name in spelt.items()
    )
    return tuple(sorted(found, key=lambda one: (one.there > 0, fold(one.employer))))


def _leading(garden: Garden, employer: str, opportunities: Iterable[str]) -> frozenset[str]:
    owed = {contact for one in opportunities for contact in garden.opportunities[one].thanks_to}
    return frozenset(owed | {contact for contact, _, _ in people_at(garden, employer)})
