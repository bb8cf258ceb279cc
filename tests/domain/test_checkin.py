"""Today's round: who is in which list, in which order, and what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gardener.domain import checkin, deeds
from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.loops import Loop, LoopKind, open_loops
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Dismissal, Plan, PlanKind
from gardener.domain.sample import sample
from gardener.domain.stage import Stage
from tests.domain.memory import DAY, Memory


def back(days: int) -> date:
    return DAY - timedelta(days=days)


def spoke(memory: Memory, contact: Contact, days: int, direction: Direction, **more: Any) -> Interaction:
    interaction = Interaction(
        id=memory.mint(), day=back(days), kind=Kind.EMAIL, direction=direction, participants=(contact.id,)
    )
    changed = replace(interaction, **more)
    memory.do(Changeset(What("log"), (Change(None, changed),)))
    return changed


def names(rows: tuple[checkin.Row, ...]) -> list[str]:
    return [row.contact.name for row in rows]


def test_the_sample_garden_has_every_stage_and_condition() -> None:
    memory = Memory()
    memory.do(sample(DAY))
    growths = [memory.garden.growth(id_, DAY) for id_ in memory.garden.plants]
    assert {str(g.condition) for g in growths} == {
        "resting", "withered", "drowning", "soggy", "withered seed", "seed", "wilting", "thirsty", "thriving", "healthy",
    }  # fmt: skip
    assert {c.stage for c in memory.contacts()} == set(Stage)
    assert len(memory.garden.plants) == 30


def test_the_sample_is_the_same_for_the_same_seed_and_day() -> None:
    assert sample(DAY, contacts=60, seed=3) == sample(DAY, contacts=60, seed=3)
    assert sample(DAY, contacts=60, seed=3) != sample(DAY, contacts=60, seed=4)


def test_compost_resting_and_left_alone_are_in_no_list() -> None:
    memory = Memory()
    contacts = memory.plant("Compost", "Resting", "Alone", "Plain", created=back(300))
    for contact in contacts:
        spoke(memory, contact, 200, Direction.MUTUAL)
        spoke(memory, contact, 199, Direction.INCOMING)
    memory.do(deeds.move(memory.garden, contacts[0].id, Stage.COMPOST, today=DAY))
    memory.do(deeds.rest(memory.garden, contacts[1].id, today=DAY))
    memory.do(deeds.leave_alone(memory.garden, contacts[2].id))
    today = checkin.round_of(memory.garden, DAY)
    assert names(today.withered) == ["Plain"]
    assert [loop.contact for loop in today.open_loops] == [contacts[3].id]


def test_withered_are_those_since_the_last_check_in() -> None:
    memory = Memory()
    old, fresh = memory.plant("Old", "Fresh", created=back(300))
    spoke(memory, old, 200, Direction.MUTUAL)
    spoke(memory, fresh, 84, Direction.MUTUAL)
    assert names(checkin.round_of(memory.garden, DAY).withered) == ["Old", "Fresh"]
    memory.do(deeds.done_for_today(memory.garden, today=back(10)))
    today = checkin.round_of(memory.garden, DAY)
    assert (today.since, names(today.withered)) == (back(10), ["Fresh"])


def test_never_thirsty_and_let_be_at_once() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=back(300))
    spoke(memory, jane, 40, Direction.MUTUAL)
    for days in (5, 3, 1):
        spoke(memory, jane, days, Direction.OUTGOING)
    today = checkin.round_of(memory.garden, DAY)
    assert (names(today.thirsty), names(today.let_be)) == ([], ["Jane"])


def test_a_reply_is_owed_from_the_second_day_until_i_answer() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=back(300))
    spoke(memory, jane, 2, Direction.INCOMING)
    assert [(loop.kind, loop.due) for loop in open_loops(memory.garden, DAY)] == [(LoopKind.REPLY, DAY)]
    assert open_loops(memory.garden, back(1)) == ()
    spoke(memory, jane, 0, Direction.OUTGOING)
    assert open_loops(memory.garden, DAY) == ()


def test_thanks_are_owed_for_a_granted_ask_and_an_offered_introduction_until_given() -> None:
    memory = Memory()
    jane, gus = memory.plant("Jane", "Gus", created=back(300))
    spoke(memory, jane, 9, Direction.OUTGOING, ask=Ask(AskKind.ADVICE, Answer.GRANTED))
    intro = Introduction(id="i", by=jane.id, to=gus.id, day=back(8), outcome=Outcome.MET)
    asked = Introduction(
        id="j", by=jane.id, to=gus.id, day=back(8), origin=Origin.REQUESTED, outcome=Outcome.MET
    )
    memory.do(Changeset(What("introduce"), (Change(None, intro), Change(None, asked))))
    assert [(loop.kind, loop.since) for loop in open_loops(memory.garden, DAY)] == [
        (LoopKind.THANKS, back(9)),
        (LoopKind.THANKS, back(8)),
    ]
    spoke(memory, jane, 1, Direction.OUTGOING, thanks=True)
    assert open_loops(memory.garden, DAY) == ()


def test_promises_plans_and_pending_introductions_come_due_and_can_be_dismissed() -> None:
    memory = Memory()
    jane, gus = memory.plant("Jane", "Gus", created=back(300))
    promise = Plan(id="p", contact=jane.id, day=back(1), text="notes", created=back(5), kind=PlanKind.PROMISE)
    ahead = Plan(id="q", contact=jane.id, day=DAY + timedelta(days=1), text="coffee", created=back(5))
    done = Plan(id="r", contact=jane.id, day=back(1), text="done", created=back(5), done=back(1))
    intro = Introduction(id="i", by=jane.id, to=gus.id, day=back(14), thanked=True)
    memory.do(Changeset(What("x"), tuple(Change(None, e) for e in (promise, ahead, done, intro))))
    loops = open_loops(memory.garden, DAY)
    assert [(loop.kind, loop.contact) for loop in loops] == [
        (LoopKind.PROMISE, jane.id),
        (LoopKind.INTRODUCTION, gus.id),
    ]
    assert [plan.id for plan in checkin.round_of(memory.garden, DAY).plans] == ["p", "q"]
    first: Loop = loops[0]
    memory.do(Changeset(What("dismiss"), (Change(None, Dismissal(first.id, DAY)),)))
    assert [loop.kind for loop in open_loops(memory.garden, DAY)] == [LoopKind.INTRODUCTION]


def test_the_week_counts_talks_and_tells_what_is_on() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=back(300))
    monday, sunday = checkin.week_of(DAY)
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)
    spoke(memory, jane, 0, Direction.MUTUAL)
    spoke(memory, jane, 0, Direction.INCOMING)
    spoke(memory, jane, 20, Direction.MUTUAL)
    interview = Opportunity(
        id="o",
        employer="Meridian",
        role="Analyst",
        created=back(5),
        steps=(Step(StepKind.INTERVIEW, sunday),),
    )
    plan = Plan(id="p", contact=jane.id, day=monday, text="coffee", created=back(9))
    memory.do(Changeset(What("x"), (Change(None, interview), Change(None, plan))))
    week = checkin.week(memory.garden, memory.interactions.values(), DAY)
    assert week.talks == 1
    assert [(item.day, item.text) for item in week.on] == [
        (monday, "coffee"),
        (sunday, "Analyst at Meridian"),
    ]


# What is coming, and when the person was last here


def planned(memory: Memory, contact: Contact, days: int, kind: PlanKind = PlanKind.FOLLOW_UP) -> Plan:
    plan = Plan(
        id=memory.mint(),
        contact=contact.id,
        day=DAY + timedelta(days=days),
        text=f"in {days}",
        created=back(40),
        kind=kind,
    )
    memory.do(Changeset(What("plan"), (Change(None, plan),)))
    return plan


def test_what_is_coming_are_seven_days_of_plans_and_interviews() -> None:
    memory = Memory()
    (ada,) = memory.plant("Ada", created=back(300))
    for days in (-1, 0, 7, 8):
        planned(memory, ada, days)
    planned(memory, ada, 0, PlanKind.TALK)
    steps = tuple(Step(StepKind.INTERVIEW, DAY + timedelta(days=days)) for days in (-1, 0, 7, 8))
    job = Opportunity(id="o", employer="Lumen", role="Planner", steps=steps, created=back(9))
    memory.do(Changeset(What("opportunity"), (Change(None, job),)))
    found = checkin.coming(memory.garden, DAY)
    assert [((item.day - DAY).days, item.kind) for item in found] == [
        (0, "interview"),
        (0, "talk"),
        (7, "follow-up"),
        (7, "interview"),
    ]


def test_nothing_is_coming_after_the_last_day_there_is() -> None:
    assert checkin.coming(Memory().garden, date.max) == ()


def test_last_here_is_the_latest_deed_before_the_day() -> None:
    memory = Memory()
    assert checkin.last_here(memory.garden, DAY) is None
    (ada,) = memory.plant("Ada", created=back(300))
    assert checkin.last_here(memory.garden, DAY) == back(300)
    spoke(memory, ada, 90, Direction.INCOMING)
    assert checkin.last_here(memory.garden, DAY) == back(90)
    planned(memory, ada, 3)
    assert checkin.last_here(memory.garden, DAY) == back(40)
    memory.do(deeds.done_for_today(memory.garden, today=back(2)))
    assert checkin.last_here(memory.garden, DAY) == back(2)
    spoke(memory, ada, 0, Direction.INCOMING)
    assert checkin.last_here(memory.garden, DAY) == back(2), "what was done today does not count"


def test_a_double_opt_in_waits_for_the_second_yes() -> None:
    memory = Memory()
    jane, gus = memory.plant("Jane", "Gus", created=back(300))
    asked = Introduction(
        id="i", by=jane.id, to=gus.id, day=back(40), origin=Origin.REQUESTED, by_agreed=back(30), thanked=True
    )
    memory.do(Changeset(What("introduce"), (Change(None, asked),)))
    (loop,) = open_loops(memory.garden, DAY)
    assert (loop.kind, loop.contact, loop.since, loop.due, loop.text) == (
        LoopKind.OPT_IN, jane.id, back(30), back(23), "Gus",
    )  # fmt: skip
    assert open_loops(memory.garden, back(24)) == ()
    spoke(memory, jane, 3, Direction.OUTGOING)
    assert open_loops(memory.garden, DAY) == (), "asked three days ago"
    assert [loop.due for loop in open_loops(memory.garden, DAY + timedelta(days=4))] == [
        DAY + timedelta(days=4)
    ]
    memory.do(Changeset(What("x"), (Change(asked, replace(asked, to_agreed=back(2))),)))
    assert [loop.kind for loop in open_loops(memory.garden, DAY)] == [LoopKind.INTRODUCTION]
