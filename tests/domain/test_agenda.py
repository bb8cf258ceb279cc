"""Today's list: each kind of item, its order, and that the same day gives the same list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Change, Changeset, Refusal, What
from gardener.domain.checkin import round_of
from gardener.domain.contact import Contact
from gardener.domain.growth import Condition
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.items import ItemKind, Part
from gardener.domain.loops import LoopKind, asking
from gardener.domain.plan import Plan
from gardener.domain.records import WinterReason
from tests.domain.days import Person, list_of, people
from tests.domain.memory import DAY, Memory

IN, OUT, BOTH = Direction.INCOMING, Direction.OUTGOING, Direction.MUTUAL


def back(days: int) -> date:
    return DAY - timedelta(days=days)


def spoke(memory: Memory, contact: Contact, *told: tuple[int, Direction]) -> None:
    for days, direction in told:
        kind = Kind.MEETING if direction is BOTH else Kind.EMAIL
        one = Interaction(
            id=memory.mint(), day=back(days), kind=kind, direction=direction, participants=(contact.id,)
        )
        memory.do(Changeset(What("log"), (Change(None, one),)))


def checked_in(memory: Memory, days: int) -> None:
    memory.do(deeds.done_for_today(memory.garden, today=back(days)))


def told(memory: Memory, day: date = DAY) -> list[tuple[str, str]]:
    """Kind and name of each item that is left."""
    names = {c.id: c.name for c in memory.contacts()}
    return [(str(item.kind), names.get(item.contact or "", "")) for item in list_of(memory, day).items]


def kinds(memory: Memory, name: str) -> list[str]:
    return [kind for kind, who in told(memory) if who == name]


def test_the_first_check_in_and_one_after_a_long_absence_begin_with_one_summary() -> None:
    memory = Memory()
    for number, contact in enumerate(memory.plant("Ann", "Ben", "Cleo", created=back(400))):
        spoke(memory, contact, (100 + number, BOTH))
    first = list_of(memory, DAY)
    assert [(item.kind, item.counts) for item in first.items] == [(ItemKind.MEANWHILE, {"withered": 3})]
    checked_in(memory, 40)
    again = list_of(memory, DAY)
    assert [item.kind for item in again.items] == [ItemKind.MEANWHILE]
    assert sum(again.items[0].counts.values()) == 3


@pytest.mark.parametrize("names", [("Ann", "Ben", "Cleo", "Dot"), ("Dot", "Cleo", "Ben", "Ann")])
def test_equals_stand_by_their_names_and_not_by_the_lot_of_their_ids(names: tuple[str, ...]) -> None:
    def order(*history: tuple[int, Direction], seen: bool = False) -> list[tuple[str, str]]:
        memory = Memory()
        contacts = memory.plant(*names, created=back(400))
        for contact in contacts:
            spoke(memory, contact, *history)
        if seen:
            checked_in(memory, 5)
        return told(memory)

    def all_as(kind: str) -> list[tuple[str, str]]:
        return [(kind, name) for name in sorted(names)]

    assert order((3, IN)) == all_as("loop")[:3]
    assert order((2, OUT), (1, OUT)) == all_as("let-be")
    assert order((20, BOTH)) == all_as("water")[:3]
    assert order((83, BOTH), seen=True) == all_as("withered")


def test_what_changed_since_the_last_check_in() -> None:
    memory = Memory()
    dry, answered, well, met, guide, old = memory.plant(
        "Dry", "Answered", "Well", "Met", "Guide", "Old", created=back(400)
    )
    spoke(memory, dry, (82, BOTH))
    spoke(memory, answered, (30, BOTH), (8, OUT), (1, IN))
    spoke(memory, well, (60, BOTH), (2, BOTH))
    spoke(memory, met, (3, BOTH))
    spoke(memory, guide, (3, BOTH))
    spoke(memory, old, (300, BOTH))
    intro = Introduction(id="i", by=guide.id, to=met.id, day=back(1))
    memory.do(Changeset(What("introduce"), (Change(None, intro),)))
    checked_in(memory, 2)
    found = [pair for pair in told(memory) if pair[0] not in ("loop", "water")]
    assert found == [
        ("replied", "Answered"), ("introduced", "Met"), ("withered", "Dry"), ("recovered", "Well"),
    ]  # fmt: skip
    item = next(item for item in list_of(memory, DAY).items if item.kind is ItemKind.INTRODUCED)
    assert item.loop is not None
    assert item.loop.contact == guide.id
    assert kinds(memory, "Guide") == [], "the thanks owed are told with the introduction, once"
    assert kinds(memory, "Old") == [], "it withered long before"


def test_what_happens_on_the_day_of_a_check_in_is_news_of_the_next_one() -> None:
    memory = Memory()
    (ann,) = memory.plant("Ann", created=back(400))
    spoke(memory, ann, (20, BOTH), (5, OUT))
    checked_in(memory, 1)
    spoke(memory, ann, (1, IN))
    assert told(memory) == [("replied", "Ann")]
    checked_in(memory, 0)
    assert told(memory, DAY + timedelta(days=1)) == [("loop", "Ann")], "told once; then it is a reply owed"


def test_those_are_watered_first_of_whom_a_word_saves_most() -> None:
    memory = Memory()
    deep, young, wet = memory.plant("Deep", "Young", "Wet", created=back(900))
    spoke(memory, deep, *((days, BOTH) for days in range(800, 150, -60)))
    spoke(memory, young, (20, BOTH))
    spoke(memory, wet, (20, BOTH), (1, OUT))
    checked_in(memory, 1)
    assert told(memory) == [("water", "Deep"), ("water", "Young")]
    items = list_of(memory, DAY).items
    assert items[0].saves is not None
    assert items[1].saves is not None
    assert items[0].saves > items[1].saves > 0


def test_one_follow_up_is_proposed_to_a_seed_once_its_soil_is_dry() -> None:
    memory = Memory()
    fresh, due, twice = memory.plant("Fresh", "Due", "Twice", created=back(60))
    spoke(memory, fresh, (3, OUT))
    spoke(memory, due, (6, OUT))
    spoke(memory, twice, (40, OUT), (30, OUT))
    checked_in(memory, 1)
    assert told(memory) == [("water", "Due")]


def test_to_let_be_is_told_once_with_the_dry_day() -> None:
    memory = Memory()
    (ann,) = memory.plant("Ann", created=back(60))
    spoke(memory, ann, (40, BOTH), (3, OUT), (2, OUT), (1, OUT))
    checked_in(memory, 2)
    (item,) = list_of(memory, DAY).items
    assert (item.kind, item.part) == (ItemKind.LET_BE, Part.LET_BE)
    assert item.growth is not None
    assert item.growth.dry_on == DAY + timedelta(days=19)
    memory.do(deeds.close_item(memory.garden, item.id, contact=ann.id, today=DAY, code="let-be"))
    assert told(memory) == []
    checked_in(memory, 0)
    assert told(memory, DAY + timedelta(days=1)) == []


def test_put_off_it_comes_again_on_the_next_day_and_no_further() -> None:
    memory = Memory()
    (ann,) = memory.plant("Ann", created=back(400))
    spoke(memory, ann, (82, BOTH))
    checked_in(memory, 1)
    (item,) = list_of(memory, DAY).items
    memory.do(deeds.put_off_item(memory.garden, item.id, contact=ann.id, today=DAY))
    again = deeds.put_off_item(memory.garden, item.id, contact=ann.id, today=DAY)
    assert isinstance(again, Changeset)
    assert again.changes == ()
    assert told(memory) == []
    checked_in(memory, 0)
    assert told(memory, DAY + timedelta(days=3)) == [("withered", "Ann")], (
        "on the next day on which I am here"
    )
    memory.do(deeds.done_for_today(memory.garden, today=DAY + timedelta(days=3)))
    assert told(memory, DAY + timedelta(days=4)) == []


def test_the_same_day_gives_the_same_list_whatever_is_done() -> None:
    memory = Memory()
    for number, contact in enumerate(people(memory, 12, back(300))):
        spoke(memory, contact, (15 + number, BOTH))
    checked_in(memory, 1)
    morning = list_of(memory, DAY)
    person = Person(memory, DAY)
    first, second, third = morning.items[:3]
    assert {item.kind for item in (first, second, third)} == {ItemKind.WATER}
    person.do_right(first)
    assert second.contact is not None
    rest = deeds.rest(memory.garden, second.contact, today=DAY)
    memory.do(deeds.also_closed(rest, [second.id], today=DAY))
    memory.do(deeds.put_off_item(memory.garden, third.id, contact=third.contact, today=DAY))
    after = list_of(memory, DAY)
    assert after.all == morning.all, "nobody takes the place of those who are dealt with"
    assert after.items == morning.items[3:]
    assert after.handled == 3


def test_nobody_takes_the_place_of_somebody_who_was_put_to_rest_outside_the_list() -> None:
    memory = Memory()
    for number, contact in enumerate(people(memory, 12, back(300))):
        spoke(memory, contact, (15 + number, BOTH))
    checked_in(memory, 1)
    morning = list_of(memory, DAY)
    first = morning.items[0].contact
    assert first is not None
    memory.do(deeds.rest(memory.garden, first, today=DAY))
    after = list_of(memory, DAY)
    assert after.all == morning.all
    assert after.items == morning.items[1:]


def test_in_winter_nothing_is_in_any_list_and_nothing_withers() -> None:
    memory = Memory()
    ann, ben = memory.plant("Ann", "Ben", created=back(400))
    spoke(memory, ann, (200, BOTH))
    spoke(memory, ben, (20, BOTH), (9, IN))
    assert told(memory)
    until = DAY + timedelta(days=20)
    memory.do(deeds.begin_winter(memory.garden, today=DAY, reason=WinterReason.HOLIDAY, until=until))
    for day in (DAY, until):
        list_ = list_of(memory, day)
        assert (list_.items, list_.all) == ((), ())
        assert list_.winter is not None
        assert list_.winter.reason is WinterReason.HOLIDAY
        round_ = round_of(memory.garden, day)
        assert (round_.withered, round_.thirsty, round_.let_be, round_.open_loops) == ((), (), (), ())
        assert {memory.garden.growth(c.id, day).condition for c in (ann, ben)} == {Condition.RESTING}
    after = until + timedelta(days=1)
    assert memory.garden.winter(after) is None
    assert memory.garden.growth(ann.id, after).condition is Condition.WITHERED
    vitality = memory.garden.growth(ann.id, DAY).vitality
    assert vitality == pytest.approx(0.0649, abs=0.02), "the numbers stay as they are; only their look rests"


def test_in_winter_only_what_is_planned_meanwhile_asks() -> None:
    memory = Memory()
    (ann,) = memory.plant("Ann", created=back(400))
    spoke(memory, ann, (9, IN))
    old = Plan(id="old", contact=ann.id, day=DAY, text="before", created=back(20))
    memory.do(deeds.plan(memory.garden, old))
    assert {loop.kind for loop in asking(memory.garden, DAY)} == {LoopKind.REPLY, LoopKind.PLAN}
    memory.do(deeds.begin_winter(memory.garden, today=back(2)))
    assert asking(memory.garden, DAY) == ()
    memory.do(deeds.plan(memory.garden, Plan(id="new", contact=ann.id, day=DAY, text="now", created=back(1))))
    assert [loop.id for loop in asking(memory.garden, DAY)] == ["plan:new"]
    assert told(memory) == [("loop", "Ann")]
    memory.do(deeds.plan_done(memory.garden, "new", today=DAY))
    assert told(memory) == []


def test_winter_ends_when_it_is_ended_and_wants_no_day_that_is_past() -> None:
    memory = Memory()
    past = deeds.begin_winter(memory.garden, today=DAY, until=back(1))
    assert past == Refusal("past", {"date": back(1).isoformat()})
    memory.do(deeds.begin_winter(memory.garden, today=back(5)))
    assert memory.garden.winter(DAY) is not None
    assert memory.garden.winter(back(6)) is None
    memory.do(deeds.end_winter(memory.garden, today=DAY))
    assert memory.garden.winter(DAY) is None
    assert memory.garden.winter(back(1)) is not None, "the garden of yesterday still rests"
    again = deeds.end_winter(memory.garden, today=DAY)
    assert isinstance(again, Changeset)
    assert again.changes == ()


def test_a_garden_that_begins_today_has_a_list_today() -> None:
    memory = Memory()
    people(memory, 800, DAY)
    list_ = list_of(memory, DAY)
    assert 0 < len(list_.items) <= 2
    assert {item.kind for item in list_.items} == {ItemKind.SOW}
    assert list_of(memory, DAY) == list_


def test_seeds_led_to_by_somebody_come_first() -> None:
    memory = Memory()
    guide, *seeds = people(memory, 30, back(20))
    warm = replace(seeds[17], introduced_by=guide.id)
    memory.do(Changeset(What("edit"), (Change(seeds[17], warm),)))
    checked_in(memory, 1)
    sown = [item.contact for item in list_of(memory, DAY).items if item.kind is ItemKind.SOW]
    assert sown[0] == warm.id
