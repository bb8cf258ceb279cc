"""The sample garden: invented people in every stage and condition, the same for the same seed and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

from gardener.domain.changes import Change, Changeset, Entity, Refusal, What
from gardener.domain.contact import CommonGround, Contact, Resting, StageMove
from gardener.domain.garden import Garden
from gardener.domain.interaction import About, Answer, Ask, AskKind, Direction, Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Step
from gardener.domain.people import PEOPLE, Meant, invented, sample_id
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.records import SAMPLE, Choice, Season
from gardener.domain.sample_web import SEARCHES, became, by_name, leads
from gardener.domain.stage import Stage


@dataclass(frozen=True, slots=True)
class _Sower:
    """Makes ids and days of one sample: the same for the same seed and day."""

    today: date
    seed: int

    def id(self, *parts: object) -> str:
        return sample_id(self.seed, *parts)

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)


def plant_sample(garden: Garden, *, today: date, contacts: int = 30, seed: int = 1) -> Changeset | Refusal:
    """The deed that plants a sample garden of `contacts` ≥ 1 people; `not-empty` when there are contacts already."""
    if garden.plants:
        return Refusal("not-empty")
    return sample(today, contacts=contacts, seed=seed)


def sample(today: date, *, contacts: int = 30, seed: int = 1) -> Changeset:
    """The sample garden as one deed. The first thirty are drawn by hand, further ones by `seed`."""
    sower = _Sower(today, seed)
    people = list(PEOPLE[:contacts])
    people += [invented(number, seed) for number in range(len(people), contacts)]
    entities: list[Entity] = []
    places: dict[Stage, int] = {}
    for number, person in enumerate(people):
        contact = _contact(sower, number, person)
        place = places.get(contact.stage, 0)
        places[contact.stage] = place + 1
        entities.append(replace(contact, place=place))
    for number, person in enumerate(people):
        entities.extend(_interactions(sower, number, person))
    if contacts >= len(PEOPLE):
        entities.extend(_introductions(sower, people))
        entities.extend(_opportunities(sower))
        entities.extend(_plans(sower))
        entities.extend(_seasons(sower))
    entities.append(Choice(SAMPLE, f"{contacts}:{seed}"))
    facts: dict[str, str | int] = {"contacts": contacts, "seed": seed}
    return Changeset(What("sample", facts), tuple(Change(None, entity) for entity in entities))


def _contact(sower: _Sower, number: int, person: Meant) -> Contact:
    created = sower.ago(person.known)
    handle = person.name.lower().replace(" ", ".")
    contact = Contact(
        id=sower.id("contact", number),
        name=person.name,
        created=created,
        planted=Stage.SEED,
        met=created if person.exchanges else None,
        org=person.org,
        title=person.title,
        emails=(f"{handle}@{person.org.split()[0].lower()}.example",) if person.org else (),
        tags=person.tags,
        common=CommonGround(person.theirs, person.mine),
        resting=Resting(sower.today + timedelta(days=person.rests)) if person.rests else None,
        left_alone=person.left_alone,
        species=person.species,
    )
    spoken = sorted(
        (ago for ago, _, direction, _ in person.exchanges if direction is not Direction.OUTGOING),
        reverse=True,
    )
    for step, stage in enumerate(_stages_to(person.stage)):
        day = sower.ago(spoken[min(step, len(spoken) - 1)]) if spoken else created
        ending = person.ending if stage is Stage.COMPOST else None
        contact = contact.moved(StageMove(max(created, day), stage, ending))
    return contact


def _stages_to(stage: Stage) -> tuple[Stage, ...]:
    if stage is Stage.COMPOST:
        return (Stage.COMPOST,)
    ladder = (Stage.SEEDLING, Stage.GROWING, Stage.FLOWERING, Stage.FRUIT)
    return ladder[: ladder.index(stage) + 1] if stage in ladder else ()


def _interactions(sower: _Sower, number: int, person: Meant) -> Iterator[Interaction]:
    contact = sower.id("contact", number)
    dice = Random(f"{sower.seed}:{number}")
    for position, (ago, kind, direction, note) in enumerate(person.exchanges):
        mutual = direction is Direction.MUTUAL
        asked = note.startswith("Asked for advice")
        yield Interaction(
            id=sower.id("interaction", number, position),
            day=sower.ago(ago),
            time=time(8 + int(dice.random() * 10), 5 * int(dice.random() * 12))
            if dice.random() < 0.7
            else None,
            kind=kind,
            direction=direction,
            participants=(contact,),
            minutes=20 + 5 * int(dice.random() * 9) if mutual else None,
            about=_about(note, by_chance=dice.random() < 0.6) if mutual else None,
            note=note,
            gives=("an article that might help",) if note.startswith("Sent an article") else (),
            ask=Ask(AskKind.ADVICE, Answer.GRANTED) if asked else None,
            thanks=note.startswith("Thanked"),
        )


def _about(note: str, *, by_chance: bool) -> About:
    """Whose talk it mostly was: as the note says, and by chance where it says nothing."""
    if " about " in note:
        return About.THEIRS
    shared = "compared notes" in note or note.startswith("Asked")
    return About.THEIRS if by_chance and not shared else About.BOTH


def _introductions(sower: _Sower, people: Sequence[Meant]) -> Iterator[Introduction]:
    for number, led in enumerate(leads(people, sower.seed)):
        yield Introduction(
            id=sower.id("introduction", number),
            by=sower.id("contact", led.by),
            to=sower.id("contact", led.to),
            day=sower.ago(led.ago),
            origin=led.origin,
            outcome=led.outcome,
            thanked=led.thanked,
        )


def _opportunities(sower: _Sower) -> Iterator[Opportunity]:
    for number, one in enumerate(became()):
        yield Opportunity(
            id=sower.id("opportunity", number),
            employer=one.employer,
            role=one.role,
            created=sower.ago(max(ago for _, ago in one.steps)),
            steps=tuple(Step(kind, sower.ago(ago)) for kind, ago in one.steps),
            thanks_to=tuple(sower.id("contact", who) for who in one.thanks_to),
        )


def _seasons(sower: _Sower) -> Iterator[Season]:
    for number, (name, begun, ended) in enumerate(SEARCHES):
        end = None if ended is None else sower.ago(ended)
        yield Season(id=sower.id("season", number), name=name, start=sower.ago(begun), end=end)


def _plans(sower: _Sower) -> Iterator[Plan]:
    yield Plan(
        id=sower.id("plan", 0),
        contact=sower.id("contact", by_name("Eva Novak")),
        day=sower.today,
        text="Send the notes from the panel I promised",
        created=sower.ago(7),
        kind=PlanKind.PROMISE,
    )
    yield Plan(
        id=sower.id("plan", 1),
        contact=sower.id("contact", by_name("Kai Mori")),
        day=sower.today + timedelta(days=3),
        text="Coffee at the market hall",
        created=sower.ago(2),
        kind=PlanKind.TALK,
    )
