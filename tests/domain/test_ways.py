"""Who leads to an employer: by whole words, now or before, over one introduction, ranked by roots and open asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.employers import employer_words, leads_to, same_employer
from gardener.domain.interaction import Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin
from gardener.domain.opportunity import Opportunity, Step, StepKind, Target
from gardener.domain.stage import Stage
from gardener.domain.ways import Way, people_at, wanted_employers, ways
from tests.domain.memory import DAY, Memory


@pytest.mark.parametrize(
    ("org", "employer", "leads"),
    [
        ("Ada", "Ada", True),
        ("Adams", "Ada", False),
        ("Ada", "Adams", False),
        ("ADA Health", "ada", True),
        ("Ada", "Ada Health GmbH", True),
        ("Müller & Söhne GmbH & Co. KG", "muller and sohne", True),
        ("The Meridian Group, Inc.", "Meridian Group", True),
        ("Meridian Pharma", "Meridian Freight", False),
        ("North Meridian", "Meridian", False),
        ("O’Reilly Media", "OReilly", True),
        ("S.A.", "SA", True),
        ("E Corp", "E", True),
        ("Inc", "GmbH", False),
        ("Jones-Hale", "Jones Hale LLP", True),
        ("日本電気", "日本", False),
        ("日本電気 株式会社", "日本電気", True),
        ("", "Ada", False),
        ("Ada", "", False),
        ("&", "Ada", False),
        ("", "", False),
    ],
)
def test_an_employer_is_known_by_whole_words(org: str, employer: str, leads: bool) -> None:
    assert leads_to(org, employer) is leads
    assert leads_to(employer, org) is leads


def test_the_same_employer_has_the_same_words() -> None:
    assert employer_words("The Müller & Söhne GmbH & Co. KG") == ("muller", "sohne")
    assert employer_words("Bank of America Corp.") == ("bank", "america")
    assert same_employer("Kestrel Labs", "KESTREL LABS, Inc.")
    assert not same_employer("Kestrel", "Kestrel Labs")
    assert not same_employer("", "")


@given(st.text(), st.text("abc XY", min_size=1))
def test_a_part_of_a_word_never_leads_anywhere(name: str, more: str) -> None:
    one, other = employer_words(name), employer_words(f"{name}{more}")
    if one and len(one) == len(other) and one != other:
        assert not leads_to(name, f"{name}{more}")


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    old = DAY - timedelta(days=400)
    people = {
        "Ada Adams": ("Adams", ()),
        "Bea": ("Meridian Freight", ()),
        "Carl": ("Kew", ("Meridian",)),
        "Dora": ("Kew", ("Meridian Pharma", "Meridian")),
        "Eve": ("Kew", ()),
        "Finn": ("Kew", ()),
    }
    for name, (org, former) in people.items():
        contact = Contact(id=name.split()[0].lower(), name=name, created=old, org=org, former=former)
        memory.do(deeds.add(memory.garden, contact))
    talked(memory, "eve", 90, 60, 30, 3)
    talked(memory, "finn", 30)
    talked(memory, "carl", 90, 30, 3)
    for number, (by, to) in enumerate((("eve", "bea"), ("bea", "finn"), ("carl", "bea"), ("eve", "ada"))):
        draft = Introduction(id=f"i{number}", by=by, to=to, day=DAY - timedelta(days=20 - number))
        memory.do(deeds.introduce(memory.garden, draft, today=DAY))
    return memory


def talked(memory: Memory, contact: str, *days_ago: int, ask: bool = False) -> None:
    for ago in days_ago:
        talk = Interaction(
            id=f"{contact}{ago}{ask}",
            day=DAY - timedelta(days=ago),
            kind=Kind.CALL,
            direction=Direction.MUTUAL,
            participants=(contact,),
            ask=Ask(AskKind.ADVICE) if ask else None,
        )
        memory.do(deeds.log(memory.garden, talk, today=DAY, now=None, seen=memory.garden))


def found(memory: Memory, employer: str, day: date = DAY) -> tuple[list[Way], list[Way]]:
    answer = ways(memory.garden.as_of(day, memory.history), employer, day, history=memory.history)
    return list(answer.there), list(answer.over)


def test_people_there_now_or_before_then_those_who_know_them(memory: Memory) -> None:
    there, over = found(memory, "meridian inc")
    assert [(way.contact, way.at, way.now, way.to) for way in there] == [
        ("carl", "Meridian", False, None),
        ("bea", "Meridian Freight", True, None),
        ("dora", "Meridian", False, None),
    ]
    assert [(way.contact, way.to) for way in over] == [("eve", "bea"), ("finn", "bea")]
    assert [way.roots_days for way in over] == sorted((way.roots_days for way in over), reverse=True)
    asked = [way.verdict.ask.kind for way in (*there, *over) if way.verdict.ask]
    assert asked == [AskKind.REFERRAL] * 3 + [AskKind.INTRODUCTION] * 2
    eve = over[0].verdict.ask
    assert eve is not None
    assert (eve.holds, eve.heaviest) == (False, AskKind.ADVICE)


def test_nobody_yet_is_plain(memory: Memory) -> None:
    for employer in ("Ada", "Pharma", "", "GmbH"):
        assert ways(memory.garden, employer, DAY, history=memory.history).nobody
    assert people_at(memory.garden, "Adams") == (("ada", "Adams", True),)


def test_open_asks_decide_between_equal_roots(memory: Memory) -> None:
    for name in ("gina", "hugo"):
        memory.do(deeds.add(memory.garden, Contact(id=name, name=name, created=DAY, org="Lumen")))
        talked(memory, name, 5)
    assert [way.contact for way in found(memory, "Lumen")[0]] == ["gina", "hugo"]
    asked = Introduction(id="q", by="gina", to="eve", day=DAY, origin=Origin.REQUESTED)
    memory.do(deeds.introduce(memory.garden, asked, today=DAY))
    there, _ = found(memory, "Lumen")
    assert [(way.contact, way.open_asks) for way in there] == [("hugo", 0), ("gina", 1)]
    memory.do(deeds.remove_introduction(memory.garden, "q"))
    talked(memory, "gina", 4, ask=True)
    talked(memory, "hugo", 4)
    there, _ = found(memory, "Lumen")
    assert [(way.contact, way.open_asks) for way in there] == [("hugo", 0), ("gina", 1)]


def test_the_compost_and_the_left_alone_come_last_with_a_plain_no(memory: Memory) -> None:
    memory.do(deeds.move(memory.garden, "carl", Stage.COMPOST, today=DAY))
    memory.do(deeds.leave_alone(memory.garden, "bea"))
    there, _ = found(memory, "Meridian")
    assert [way.contact for way in there] == ["dora", "carl", "bea"]
    assert [reason.code for reason in there[-1].verdict.reasons][:1] == ["left-alone"]


def test_the_ways_of_a_day_use_nothing_of_later_days(memory: Memory) -> None:
    assert [way.contact for way in found(memory, "Meridian", DAY - timedelta(days=20))[1]] == ["eve"]


def test_target_employers_where_nobody_leads_come_first(memory: Memory) -> None:
    for number, employer in enumerate(("Zeal", "Meridian", "Adams Ltd")):
        memory.do(
            deeds.add_target(memory.garden, Target(id=f"t{number}", employer=employer, created=DAY)),
        )
    steps = {
        "Zeal GmbH": (),
        "Owed": (),
        "Over": (Step(StepKind.REJECTED, DAY),),
        "Soon": (Step(StepKind.DECLINED, DAY + timedelta(days=1)),),
    }
    for employer, own in steps.items():
        chance = Opportunity(id=employer, employer=employer, role="R", created=DAY, steps=own)
        owed = ("eve",) if employer == "Owed" else ()
        memory.do(deeds.add_opportunity(memory.garden, replace(chance, thanks_to=owed)))
    wanted = wanted_employers(memory.garden, DAY)
    assert [(one.employer, one.there, one.target, one.opportunities) for one in wanted] == [
        ("Soon", 0, None, ("Soon",)),
        ("Zeal", 0, "t0", ("Zeal GmbH",)),
        ("Adams Ltd", 1, "t2", ()),
        ("Meridian", 3, "t1", ()),
        ("Owed", 1, None, ("Owed",)),
    ]
