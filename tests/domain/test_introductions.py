"""Introductions: a new seed or somebody known, both yeses, what became of it, and that the introducer hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Answer, Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.loops import LoopKind, open_loops, something_came
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.stage import Stage
from tests.domain.memory import DAY, Memory

JANE, GUS, ZOE = "id-0000", "id-0001", "id-0002"
DRAFT = Introduction(id="i", by=JANE, to=GUS, day=DAY)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.plant("Jane", "Gus", "Zoe")
    return memory


def introduced(memory: Memory, draft: Introduction = DRAFT, today: date = DAY) -> Changeset:
    return memory.do(deeds.introduce(memory.garden, draft, today=today))


def by(memory: Memory, contact: str) -> str | None:
    found = memory.garden.contact(contact)
    assert found is not None
    return found.introduced_by


def refused(answer: Answer) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


def test_somebody_new_is_planted_as_a_seed_led_to_by_the_introducer(memory: Memory) -> None:
    before = memory.garden
    new = Contact(id="new", name=" Uma ", created=DAY)
    deed = memory.do(
        deeds.introduce(memory.garden, replace(DRAFT, to="new"), today=DAY, new=new),
    )
    contact = memory.garden.contact("new")
    assert contact is not None
    assert (contact.name, contact.stage, contact.introduced_by) == ("Uma", Stage.SEED, JANE)
    assert memory.garden.introductions["i"].to == "new"
    memory.do(deed.inverse)
    assert memory.garden == before


def test_of_somebody_known_it_is_noted_who_led_to_them_unless_somebody_is(memory: Memory) -> None:
    deed = introduced(memory)
    assert by(memory, GUS) == JANE
    introduced(memory, replace(DRAFT, id="j", by=ZOE))
    assert by(memory, GUS) == JANE
    memory.do(deeds.remove_introduction(memory.garden, "j"))
    assert by(memory, GUS) == JANE
    introduced(memory, replace(DRAFT, id="k", by=GUS, to=JANE))
    assert by(memory, JANE) is None, "Jane led to Gus, so Gus did not lead to Jane"
    memory.do(deeds.remove_introduction(memory.garden, "i"))
    assert by(memory, GUS) is None
    memory.do(deed.inverse)


def test_a_second_introduction_of_the_pair_keeps_who_led(memory: Memory) -> None:
    introduced(memory)
    introduced(memory, replace(DRAFT, id="j"))
    memory.do(deeds.remove_introduction(memory.garden, "i"))
    assert by(memory, GUS) == JANE


def test_a_declined_one_led_to_nobody(memory: Memory) -> None:
    introduced(memory, replace(DRAFT, outcome=Outcome.DECLINED))
    assert by(memory, GUS) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"by": "x"}, "gone"),
        ({"to": "x"}, "gone"),
        ({"to": JANE}, "self"),
        ({"day": later(1)}, "future"),
        ({"to_agreed": later(1)}, "future"),
        ({"told": later(-1)}, "past"),
        ({"note": "a\0"}, "bad-characters"),
    ],
)
def test_what_cannot_be_is_refused(memory: Memory, change: dict[str, Any], code: str) -> None:
    assert refused(deeds.introduce(memory.garden, replace(DRAFT, **change), today=DAY)) == code
    introduced(memory)
    assert refused(deeds.edit_introduction(memory.garden, replace(DRAFT, **change), today=DAY)) == code
    assert refused(deeds.remove_introduction(memory.garden, "x")) == "unknown-introduction"
    assert (
        refused(deeds.edit_introduction(memory.garden, replace(DRAFT, id="x"), today=DAY))
        == "unknown-introduction"
    )


def test_a_new_name_that_cannot_be_kept_plants_nothing(memory: Memory) -> None:
    new = Contact(id="new", name=" ", created=DAY)
    assert (
        refused(deeds.introduce(memory.garden, replace(DRAFT, to="new"), today=DAY, new=new)) == "empty-name"
    )


def settled(memory: Memory, id_: str = "i") -> date | None:
    return memory.garden.introductions[id_].settled


def test_the_day_of_an_outcome_is_the_day_it_became_known(memory: Memory) -> None:
    introduced(memory, replace(DRAFT, day=later(-20)))
    own = memory.garden.introductions["i"]
    memory.do(deeds.edit_introduction(memory.garden, replace(own, outcome=Outcome.MET), today=later(-5)))
    met = memory.garden.introductions["i"]
    assert settled(memory) == later(-5)
    memory.do(deeds.edit_introduction(memory.garden, replace(met, note="over tea"), today=DAY))
    assert settled(memory) == later(-5)
    memory.do(deeds.edit_introduction(memory.garden, replace(met, settled=later(-8)), today=DAY))
    assert settled(memory) == later(-8)
    memory.do(deeds.edit_introduction(memory.garden, replace(met, outcome=Outcome.PENDING), today=DAY))
    assert settled(memory) is None
    introduced(memory, replace(DRAFT, id="j", to=ZOE, outcome=Outcome.MET))
    assert settled(memory, "j") == DAY
    introduced(memory, replace(DRAFT, id="k", by=ZOE, day=later(-9), outcome=Outcome.MET, settled=later(-9)))
    assert settled(memory, "k") == later(-9)


def test_the_garden_of_a_day_knows_no_yes_and_no_outcome_of_later_days() -> None:
    whole = replace(
        DRAFT,
        by_agreed=later(1),
        to_agreed=later(3),
        settled=later(5),
        told=later(6),
        outcome=Outcome.MET,
    )
    assert whole.as_of(later(6)) is whole
    assert whole.as_of(later(5)) == replace(whole, told=None)
    assert whole.as_of(later(4)) == replace(whole, told=None, settled=None, outcome=Outcome.PENDING)
    assert whole.as_of(later(2)) == replace(DRAFT, by_agreed=later(1))
    assert whole.as_of(DAY) == DRAFT


def wrote(memory: Memory, day: date, direction: Direction = Direction.OUTGOING) -> Changeset:
    draft = Interaction(
        id=memory.mint(), day=day, kind=Kind.CALL, direction=direction, participants=(JANE,), thanks=False
    )
    return memory.do(
        deeds.log(memory.garden, draft, today=day, now=None, seen=memory.garden, anyway=True),
    )


def tells(memory: Memory, day: date) -> list[tuple[str | None, date, str]]:
    loops = open_loops(memory.garden.as_of(day, memory.history), day)
    return [(one.contact, one.since, one.text) for one in loops if one.kind is LoopKind.TELL]


def test_the_introducer_hears_what_came_of_it(memory: Memory) -> None:
    introduced(memory, replace(DRAFT, thanked=True))
    assert tells(memory, later(3)) == []
    own = memory.garden.introductions["i"]
    memory.do(deeds.edit_introduction(memory.garden, replace(own, outcome=Outcome.MET), today=later(4)))
    assert tells(memory, later(3)) == []
    assert tells(memory, later(4)) == [(JANE, later(4), "Gus")]
    wrote(memory, later(5), Direction.INCOMING)
    assert tells(memory, later(5)) == [(JANE, later(4), "Gus")], "their own word tells them nothing"
    told = wrote(memory, later(6), Direction.MUTUAL)
    assert memory.garden.introductions["i"].told == later(6)
    assert tells(memory, later(6)) == []
    memory.do(told.inverse)
    assert tells(memory, later(6)) == [(JANE, later(4), "Gus")]
    wrote(memory, later(6), Direction.MUTUAL)
    chance = Opportunity(
        id="o",
        employer="E",
        role="R",
        created=later(7),
        thanks_to=(GUS,),
        steps=(Step(StepKind.INTERVIEW, later(9)),),
    )
    memory.do(deeds.add_opportunity(memory.garden, chance))
    assert tells(memory, later(8)) == []
    assert tells(memory, later(9)) == [(JANE, later(9), "Gus")], "an interview is news"
    assert something_came(memory.garden, memory.garden.introductions["i"], later(9)) == later(9)


def test_news_of_before_the_introduction_and_of_a_declined_one_are_none(memory: Memory) -> None:
    steps = (Step(StepKind.INTERVIEW, later(-9)), Step(StepKind.APPLIED, later(9)))
    chance = Opportunity(id="o", employer="E", role="R", created=DAY, thanks_to=(GUS,), steps=steps)
    memory.do(deeds.add_opportunity(memory.garden, chance))
    introduced(memory)
    assert tells(memory, later(20)) == []
    declined = replace(DRAFT, outcome=Outcome.DECLINED, settled=DAY)
    memory.do(deeds.edit_introduction(memory.garden, declined, today=DAY))
    memory.do(deeds.add_step(memory.garden, "o", StepKind.OFFER, later(12)))
    assert tells(memory, later(20)) == []


def test_what_is_asked_for_and_pending_wants_following_up(memory: Memory) -> None:
    introduced(memory, replace(DRAFT, origin=Origin.REQUESTED))
    kinds = [(one.kind, one.contact, one.introduction) for one in open_loops(memory.garden, later(14))]
    assert kinds == [(LoopKind.INTRODUCTION, GUS, "i")]
