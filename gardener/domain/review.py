"""The week in review: what was planted, watered, flowered and composted, and what the next week holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gardener.domain.checkin import Appointment, between, week_of
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Exchange, Interaction
from gardener.domain.introduction import Origin
from gardener.domain.opportunity import StepKind
from gardener.domain.season import ANSWERED_WITHIN, conversations
from gardener.domain.stage import Ending, Stage

MEASURE = 5
"""Talks a week that are enough, unless the garden's choice `weekly-measure` says otherwise."""


@dataclass(frozen=True, slots=True)
class Bloom:
    """Something that flowered: a contact, and `introduced`, `flowering`, `fruit`, or the kind of a step."""

    contact: str
    code: str
    day: date


@dataclass(frozen=True, slots=True)
class Ended:
    """A contact that went to the compost, with the reason if there was one."""

    contact: str
    reason: Ending | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The week from Monday to Sunday as of a day in it; contacts by id, each list in the order in which it happened.

    `talks` counts the conversations of the week, `measure` those that are enough. `ahead` is what is on in the rest of
    this week and in the next one, `thirsty` those who will be thirsty by its end, soonest first.
    """

    start: date
    end: date
    planted: tuple[str, ...]
    watered: tuple[str, ...]
    answered: tuple[str, ...]
    flowered: tuple[Bloom, ...]
    composted: tuple[Ended, ...]
    talks: int
    measure: int
    ahead: tuple[Appointment, ...]
    thirsty: tuple[str, ...]


def reach_of(day: date) -> date:
    """From which day on interactions have to be read for the review of `day`."""
    start, _ = week_of(day)
    return start - timedelta(days=min(ANSWERED_WITHIN, start.toordinal() - 1))


def review(garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date) -> Review:
    """The week of `day`; `garden` is the garden as of `day`, `exchanges` reach back to `reach_of(day)`."""
    start, end = week_of(day)
    told = sorted((one for one in exchanges), key=lambda one: (one.day, one.participants))
    of_week = [one for one in told if start <= one.day <= day]
    mine = (id_ for one in of_week if one.direction is not Direction.INCOMING for id_ in one.participants)
    theirs = (id_ for one in of_week if one.direction is Direction.INCOMING for id_ in one.participants)
    contacts = [plant.contact for plant in garden.plants.values()]
    planted = [c for c in contacts if start <= c.created <= day]
    next_end = end + timedelta(days=min(7, date.max.toordinal() - end.toordinal()))
    return Review(
        start=start,
        end=end,
        planted=tuple(c.id for c in sorted(planted, key=lambda c: (c.created, c.name, c.id))),
        watered=_there(garden, mine),
        answered=_there(garden, theirs),
        flowered=tuple(
            sorted(_blooms(garden, contacts, start, day), key=lambda b: (b.day, b.code, b.contact))
        ),
        composted=tuple(
            Ended(c.id, move.reason)
            for c in contacts
            for move in c.moves[-1:]
            if move.stage is Stage.COMPOST and start <= move.day <= day
        ),
        talks=sum(1 for _, on in conversations(told) if start <= on <= day),
        measure=int(garden.choice("weekly-measure", day) or MEASURE),
        ahead=between(garden, day, next_end),
        thirsty=_thirsty(garden, day, next_end),
    )


def _there(garden: Garden, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in dict.fromkeys(ids) if id_ in garden.plants)


def _blooms(garden: Garden, contacts: Iterable[Contact], start: date, day: date) -> Iterable[Bloom]:
    for intro in garden.introductions.values():
        if start <= intro.day <= day and intro.origin is Origin.OFFERED and intro.by in garden.plants:
            yield Bloom(intro.by, "introduced", intro.day)
    for contact in contacts:
        for move in contact.moves:
            if start <= move.day <= day and move.stage in (Stage.FLOWERING, Stage.FRUIT):
                yield Bloom(contact.id, str(move.stage), move.day)
    fruits = (StepKind.INTERVIEW, StepKind.SECOND_INTERVIEW, StepKind.OFFER)
    for opportunity in garden.opportunities.values():
        for step in opportunity.steps:
            if start <= step.day <= day and step.kind in fruits:
                for id_ in opportunity.thanks_to[:1]:
                    yield Bloom(id_, str(step.kind), step.day)


def _thirsty(garden: Garden, day: date, end: date) -> tuple[str, ...]:
    """Those who are thirsty by `end` and were not on `day`."""
    if garden.winter(day) is not None:
        return ()
    climate = garden.climate(day)
    found = []
    for id_, plant in garden.plants.items():
        if not plant.contact.is_out_of_lists(day):
            on = garden.growth(id_, day, climate).thirsty_on
            if on is not None and day < on <= end:
                found.append((on, plant.contact.name, id_))
    return tuple(id_ for _, _, id_ in sorted(found))
