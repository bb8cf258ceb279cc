"""From what was understood to what is saved: values with ids, once every question is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from gardener.capture.understood import Person, Reached, Understood
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.deeds import Captured
from gardener.domain.employers import same_employer
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Step
from gardener.domain.plan import Plan
from gardener.domain.text import clean_line, fold


def settle(
    understood: Understood,
    garden: Garden,
    *,
    today: date,
    mint: Callable[[], str],
    species_of: Callable[[Contact, Kind | None], str],
) -> Captured | Refusal:
    """What is to be saved. ValueError while a question is open; people who are new become seeds, planted `today`.

    `species_of` is the species for somebody new and how the first exchange with them took place (empty: by lot).
    Refusal `capture-step` for a step that more than one opportunity in `garden` can mean.
    """
    if next(understood.questions(new=True), None) is not None:
        raise ValueError("a question is open")
    new = _planted(understood, today, mint)
    ids = {fold(contact.name): contact.id for contact in new}

    def of(person: Person) -> str:
        return person.id or ids[fold(clean_line(person.said))]

    happened = _happened(understood, [of(person) for person in understood.people], mint)
    introductions = tuple(
        Introduction(
            id=mint(),
            by=of(led.by),
            to=of(led.to),
            day=understood.days[0] if understood.kind is not None else today,
            origin=led.origin,
            outcome=led.outcome,
            interaction=happened.id if happened else None,
        )
        for led in understood.led
        if led.by is not None and of(led.by) != of(led.to)
    )
    led_by = {each.to: each.by for each in introductions}
    plans = tuple(
        Plan(id=mint(), contact=of(person), day=plan.days[0], text=plan.text, created=today, kind=plan.kind)
        for plan in understood.plans
        for person in plan.people
    )
    met = frozenset(happened.participants) if happened is not None else frozenset[str]()

    def grown(contact: Contact) -> Contact:
        led = replace(contact, introduced_by=led_by.get(contact.id))
        first = understood.kind if contact.id in met else None
        return replace(led, species=species_of(led, first))

    planted = tuple(grown(contact) for contact in new)
    opportunities: tuple[Opportunity, ...] = ()
    if understood.step is not None:
        owed = tuple(of(person) for person in understood.step.people)
        opportunity = _stepped(understood.step, garden, owed, today, mint)
        if opportunity is None:
            return Refusal("capture-step", {"employer": understood.step.employer})
        opportunities = (opportunity,)
    return Captured(
        planted=_leaders_first(planted),
        happened=happened,
        introductions=introductions,
        plans=plans,
        opportunities=opportunities,
    )


def _stepped(
    reached: Reached, garden: Garden, people: tuple[str, ...], today: date, mint: Callable[[], str]
) -> Opportunity | None:
    """The opportunity with the step: the one there is at that employer, or a new one when a role was told."""
    known = [o for o in garden.opportunities.values() if same_employer(o.employer, reached.employer)]
    if reached.role:
        known = [o for o in known if fold(o.role) == fold(reached.role)]
    step = Step(reached.step, reached.days[0])
    if len(known) == 1:
        thanks = tuple(dict.fromkeys((*known[0].thanks_to, *people)))
        return replace(known[0], steps=(*known[0].steps, step), thanks_to=thanks)
    if known or not reached.role:
        return None
    return Opportunity(
        id=mint(),
        employer=reached.employer,
        role=reached.role,
        created=today,
        steps=(step,),
        thanks_to=people,
    )


def _planted(understood: Understood, today: date, mint: Callable[[], str]) -> list[Contact]:
    made: dict[str, Contact] = {}
    for person in understood.everybody:
        name = clean_line(person.said)
        if person.id is None and fold(name) not in made:
            mails = (name,) if "@" in name else ()
            made[fold(name)] = Contact(id=mint(), name=name, created=today, emails=mails)
    return list(made.values())


def _happened(understood: Understood, people: list[str], mint: Callable[[], str]) -> Interaction | None:
    return None if understood.kind is None else replace(draft_of(understood, people), id=mint())


def draft_of(understood: Understood, people: Iterable[str]) -> Interaction:
    """The exchange of a sentence that tells one, with these contacts, as a draft without an id."""
    return Interaction(
        id="",
        day=understood.days[0],
        time=understood.time,
        kind=understood.kind or Kind.OTHER,
        direction=understood.direction or Direction.OUTGOING,
        participants=tuple(dict.fromkeys(people)),
        minutes=understood.minutes,
        about=understood.about,
        note=understood.note,
        gives=understood.gives,
        ask=understood.ask,
        thanks=understood.thanks,
    )


def _leaders_first(planted: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Those who led to others before them, so that each is there when named."""
    return tuple(sorted(planted, key=lambda contact: contact.introduced_by is not None))
