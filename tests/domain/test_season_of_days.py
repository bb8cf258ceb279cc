"""A season of 120 days: who checks in daily, who is away for 40 days, who imports 800 people on the third day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from gardener.domain import agenda, changed, deeds, sowing
from gardener.domain.agenda import Agenda
from gardener.domain.interaction import Direction, Kind
from gardener.domain.items import ItemKind, Part
from gardener.domain.loops import open_loops
from tests.domain.days import Person, parts, people
from tests.domain.memory import Memory

START = date(2026, 3, 2)
"""A Monday."""
DAYS = 120


def begun(count: int = 40, *, seed: int = 7) -> tuple[Person, Random]:
    """A person who has known `count` people for up to 200 days."""
    memory, dice = Memory(), Random(seed)
    person = Person(memory, START)
    for contact in people(memory, count, START - timedelta(days=200)):
        for _ in range(dice.randrange(4)):
            person.day = START - timedelta(days=dice.randrange(1, 200))
            person.log(contact.id, dice.choice((Direction.MUTUAL, Direction.INCOMING)))
    person.day = START
    return person, dice


def world(person: Person, dice: Random) -> None:
    """What comes by itself on a day: answers to some of what waits, a talk, an introduction, a plan now and then."""
    plants = list(person.memory.garden.plants.values())
    for plant in plants:
        if plant.tie.run and dice.random() < 0.12:
            person.log(plant.contact.id, Direction.INCOMING)
    one, other = dice.sample(plants, 2)
    if dice.random() < 0.2:
        person.log(one.contact.id, Direction.MUTUAL, Kind.MEETING)
    if dice.random() < 0.08:
        person.led(one.contact.id, other.contact.id)
    if dice.random() < 0.15:
        person.plan(other.contact.id, dice.randrange(1, 12))


def holds(list_: Agenda, *, measure: int = agenda.MEASURE, sow: int = sowing.A_DAY) -> None:
    """What every list must be: short, in order, nothing twice."""
    items, count = list_.all, parts(list_)
    assert len({item.id for item in items}) == len(items)
    told = [item.contact for item in items if item.kind is not ItemKind.LOOP and item.contact]
    assert len(set(told)) == len(told), "one contact, one item, but for what is open"
    order = list(Part)
    assert [order.index(item.part) for item in items] == sorted(order.index(item.part) for item in items)
    assert count[Part.CHANGED] <= changed.SHOWN + 1
    to_water = sum(item.kind in (ItemKind.WATER, ItemKind.WILTED) for item in items)
    assert to_water <= measure
    assert sum(item.kind is ItemKind.SOW for item in items) <= sow
    assert count[Part.LET_BE] <= agenda.LET_BE_SHOWN
    assert count[Part.OPEN] <= agenda.LOOPS_SHOWN
    saved = [item.saves for item in items if item.kind is ItemKind.WATER]
    assert saved == sorted(saved, key=lambda worth: -(worth or 0.0))
    dry = [item.growth.dry_on for item in items if item.kind is ItemKind.LET_BE and item.growth]
    assert all(day is not None and day > list_.day for day in dry)
    assert dry == sorted(dry, key=lambda day: day or date.max)


def quick_round(person: Person) -> None:
    """A check-in to its end, each item by its right deed."""
    for item in person.read().items:
        person.do_right(item)
    assert person.read().items == ()
    person.memory.do(deeds.done_for_today(person.memory.garden, today=person.day))


def whole_round(person: Person) -> None:
    """The same, step by step: each deed takes its own item away, and nothing comes in its place."""
    for item, before, after in person.check_in():
        left = [one.id for one in after.items]
        assert left == [one.id for one in before.items if one.id in left], (
            "nothing came, nothing changed places"
        )
        assert item.id not in left
        assert [one.id for one in after.all] == [one.id for one in before.all]
    assert person.read().items == ()


def test_a_person_who_checks_in_daily() -> None:
    person, dice = begun()
    untold: dict[str, int] = {}
    for n in range(DAYS):
        person.day = START + timedelta(days=n)
        world(person, dice)
        holds(person.read())
        whole_round(person)
        for loop in open_loops(person.memory.garden, person.day):
            untold[loop.id] = 0 if person.told[loop.id] else untold.get(loop.id, 0) + 1
    assert max(untold.values()) <= 7, "no loss: what is open is told within a week, the longest due first"
    lengths = [len(list_.all) for list_ in person.lists.values()]
    assert max(lengths) <= 16
    assert sum(lengths) / DAYS < 10, "two minutes a day"
    news = [
        id_
        for id_ in person.told
        if id_.split(":")[0] in ("withered", "withered-seed", "recovered", "replied")
    ]
    assert len(news) > 20
    assert all(person.told[id_] == 1 for id_ in news), "no news is told twice"


def test_a_person_who_is_away_for_forty_days() -> None:
    person, dice = begun(120)
    away = range(30, 70)
    lists: dict[int, Agenda] = {}
    for n in range(DAYS):
        person.day = START + timedelta(days=n)
        world(person, dice)
        if n not in away:
            lists[n] = person.read()
            holds(lists[n])
            quick_round(person)
    back = lists[70]
    changes = [item for item in back.all if item.part is Part.CHANGED]
    assert [item.kind for item in changes] == [ItemKind.MEANWHILE], "one quiet summary"
    assert sum(changes[0].counts.values()) >= 10
    assert parts(back)[Part.OPEN] <= agenda.LOOPS_SHOWN_AWAY
    assert len(back.all) <= 12
    before = sum(len(lists[n].all) for n in range(20, 30)) / 10
    after = sum(len(lists[n].all) for n in range(71, 81)) / 10
    assert after <= before + agenda.LOOPS_SHOWN, "the days after are days like others"
    later = [sum(item.counts.values()) for n in range(71, 120) for item in lists[n].all]
    assert max(later) <= 10, "what did not fit into a day is a line, never a backlog"


def test_what_was_open_during_an_absence_is_told_in_the_end() -> None:
    person, _ = begun(60)
    person.read()
    whole_round(person)
    owed = []
    for n in range(1, 40):
        person.day = START + timedelta(days=n)
        contact = list(person.memory.garden.plants)[n]
        person.log(contact, Direction.INCOMING)
        owed.append(contact)
    for n in range(45, 60):
        person.day = START + timedelta(days=n)
        holds(person.read())
        whole_round(person)
    back = [item for day, list_ in person.lists.items() if day > START for item in list_.all]
    assert set(owed) <= {item.contact for item in back}


def test_a_person_who_imports_eight_hundred_on_the_third_day() -> None:
    person, _ = begun(12)
    sown: dict[date, int] = {}
    for n in range(DAYS):
        person.day = START + timedelta(days=n)
        if n == 2:
            people(person.memory, 800, person.day, "Import")
        list_ = person.read()
        holds(list_)
        assert len(list_.all) <= 16
        monday = person.day - timedelta(days=person.day.weekday())
        sown[monday] = sown.get(monday, 0) + sum(item.kind is ItemKind.SOW for item in list_.all)
        quick_round(person)
    weeks = list(sown.values())
    assert max(weeks) <= sowing.MEASURE
    assert sorted(weeks[1:-1]) == [sowing.MEASURE] * (len(weeks) - 2), "every week its measure, none lost"
    old = [
        item
        for list_ in person.lists.values()
        for item in list_.all
        if item.counts.get("withered-seed", 0) > 100
    ]
    assert len(old) <= 1, "those that grow old together are told once"


@pytest.mark.parametrize("measure", [0, 1, 6])
def test_never_more_than_the_measures_that_were_chosen(measure: int) -> None:
    person, dice = begun(80)
    for key in ("daily-measure", "sowing-measure"):
        person.memory.do(deeds.choose(person.memory.garden, key, str(measure), today=START))
    for n in range(15):
        person.day = START + timedelta(days=n)
        world(person, dice)
        holds(person.read(), measure=measure, sow=min(measure, sowing.A_DAY))
        whole_round(person)
