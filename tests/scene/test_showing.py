"""Showing: from the garden's values to what each plant shows."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gardener.domain.contact import Contact, Resting
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Condition
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Dismissal, Plan
from gardener.domain.sample import sample
from gardener.domain.stage import Stage
from gardener.domain.tie import fold_all
from gardener.scene.library import all_species
from gardener.scene.showing import PlantShown, shown, shown_of, species_of

DAY = date(2026, 11, 22)


def said(direction: Direction, day: date, kind: Kind = Kind.EMAIL, ask: Ask | None = None) -> Interaction:
    return Interaction(
        id=f"{direction}{day}", day=day, kind=kind, direction=direction, participants=("jane",), ask=ask
    )


def garden(*history: Interaction, contact: Contact | None = None, **more: object) -> Garden:
    jane = contact or Contact(id="jane", name="Jane Miller", created=date(2026, 10, 1))
    return replace(Garden(plants={"jane": Plant(jane, fold_all(history))}), **more)  # type: ignore[arg-type]


def jane(of: Garden) -> PlantShown:
    (plant,) = shown(of, DAY)
    return plant


def test_a_contact_never_spoken_to_is_a_seed_that_greys_with_age() -> None:
    plant = jane(garden())
    assert plant.traits.sown
    assert plant.condition is Condition.SEED
    assert 0.4 < plant.traits.vigour < 0.7
    old = jane(garden(contact=Contact(id="jane", name="J", created=date(2026, 1, 1))))
    assert old.traits.vigour == 0.0
    assert old.withered


def test_unanswered_touches_wet_the_soil_until_the_dry_day() -> None:
    mails = [said(Direction.OUTGOING, DAY - timedelta(days=n)) for n in (1, 2)]
    wet = jane(garden(*mails))
    assert wet.traits.wetness > 0.9
    assert jane(garden(*[replace(m, day=m.day - timedelta(days=30)) for m in mails])).traits.wetness == 0.0


@pytest.mark.parametrize(("days", "waits"), [(1, False), (2, True)])
def test_a_word_of_theirs_waits_for_me_from_the_second_day_on(days: int, waits: bool) -> None:
    plant = jane(garden(said(Direction.INCOMING, DAY - timedelta(days=days))))
    assert plant.waiting is plant.traits.waiting is waits


def test_thanks_owed_and_plans_come_due_wait_for_me_unless_dismissed() -> None:
    offered = Introduction(id="i", by="jane", to="gus", day=DAY, origin=Origin.OFFERED)
    assert jane(garden(introductions={"i": offered})).waiting
    thanked = replace(offered, thanked=True)
    assert not jane(garden(introductions={"i": thanked})).waiting
    assert not jane(
        garden(introductions={"i": offered}, dismissals={"thanks:i": Dismissal("thanks:i", DAY)})
    ).waiting
    plan = Plan(id="p", contact="jane", day=DAY, text="call", created=DAY)
    assert jane(garden(plans={"p": plan})).waiting
    assert not jane(garden(plans={"p": replace(plan, day=DAY + timedelta(days=1))})).waiting


def test_offers_and_granted_asks_are_flowers() -> None:
    granted = said(Direction.MUTUAL, DAY, Kind.MEETING, ask=Ask(AskKind.ADVICE, Answer.GRANTED))
    offered = Introduction(id="i", by="jane", to="gus", day=DAY, origin=Origin.OFFERED)
    requested = replace(offered, id="r", origin=Origin.REQUESTED)
    plant = jane(garden(granted, introductions={"i": offered, "r": requested}))
    assert plant.traits.flowers == 2


@pytest.mark.parametrize(
    ("steps", "fruits"),
    [
        ([StepKind.APPLIED], (0, 0)),
        ([StepKind.INTERVIEW], (1, 0)),
        ([StepKind.INTERVIEW, StepKind.OFFER], (0, 1)),
    ],
)
def test_interviews_are_small_fruit_and_offers_large(steps: list[StepKind], fruits: tuple[int, int]) -> None:
    became = Opportunity(
        id="o",
        employer="E",
        role="R",
        created=DAY,
        steps=tuple(Step(s, DAY) for s in steps),
        thanks_to=("jane",),
    )
    traits = jane(garden(opportunities={"o": became})).traits
    assert [traits.fruits_small, traits.fruits_large] == list(fruits)
    ahead = replace(became, steps=(Step(StepKind.OFFER, DAY + timedelta(days=1)),))
    assert jane(garden(opportunities={"o": ahead})).traits.fruits_large == 0


def test_farther_up_a_fruit_is_as_grown_as_the_part_of_the_credit_and_half_at_least() -> None:
    people = {id_: Plant(Contact(id=id_, name=id_, created=DAY)) for id_ in ("jane", "nia", "liv", "uma")}
    led = {
        f"{by}{to}": Introduction(id=f"{by}{to}", by=by, to=to, day=DAY)
        for by, to in (("nia", "jane"), ("liv", "jane"), ("uma", "nia"))
    }
    steps = (Step(StepKind.INTERVIEW, DAY),)
    owed = {
        id_: Opportunity(id=id_, employer="E", role="R", created=DAY, steps=steps, thanks_to=who)
        for id_, who in (("o", ("jane",)), ("p", ("jane", "liv", "uma")))
    }
    plants = shown(Garden(plants=people, introductions=led, opportunities=owed), DAY)
    grown = {plant.id: (plant.traits.fruits_small, plant.traits.fruits_large) for plant in plants}
    assert grown == {"jane": (2.0, 0.0), "nia": (1.0, 0.0), "liv": (1.5, 0.0), "uma": (1.5, 0.0)}


def test_resting_compost_and_left_alone_stand_in_no_count() -> None:
    old = Contact(id="jane", name="Jane", created=date(2025, 1, 1))
    assert jane(garden(contact=old)).withered
    assert not jane(garden(contact=replace(old, planted=Stage.COMPOST))).withered
    assert not jane(garden(contact=replace(old, left_alone=True))).withered
    resting = jane(garden(contact=replace(old, resting=Resting())))
    assert resting.traits.resting
    assert not resting.withered


def test_the_species_is_the_chosen_one_or_proposed_and_stays() -> None:
    known = tuple(all_species())
    assert species_of(known[0], 1, DAY) == known[0]
    assert species_of("no such", 99, DAY) == species_of("", 99, DAY) in known
    assert len({species_of("", n << 7, date(2026, 12, 1)) for n in range(100)}) == len(known)


def test_who_led_to_whom_is_told_once_each() -> None:
    offered = Introduction(id="i", by="jane", to="gus", day=DAY, origin=Origin.OFFERED)
    ahead = replace(offered, id="a", to="later", day=DAY + timedelta(days=1))
    gus = Contact(id="gus", name="Gus", created=DAY, introduced_by="jane")
    base = garden(introductions={"i": offered, "a": ahead})
    both = replace(base, plants={**base.plants, "gus": Plant(gus)})
    assert {p.id: p.led_to for p in shown(both, DAY)} == {"jane": ("gus",), "gus": ()}


def test_a_few_are_shown_as_they_are_among_all_and_oldest_first() -> None:
    whole = Garden().after(sample(DAY, contacts=30), lambda _: ())
    every = shown(whole, DAY)
    assert [p.created for p in every] == sorted(p.created for p in every)
    some = [every[3].id, every[17].id, "gone"]
    assert set(shown_of(whole, DAY, some)) == {every[3], every[17]}


def test_growing_and_laying_out_need_no_qt() -> None:
    code = (
        "import sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "import gardener.scene.showing, gardener.scene.layout, gardener.scene.labels\n"
        "import gardener.scene.light, gardener.scene.gestures\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
