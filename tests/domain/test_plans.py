"""Plans are made, done by logging or by hand, and open loops can be dismissed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Changeset, Refusal
from gardener.domain.checkin import round_of, week
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.loops import is_open, open_loops
from gardener.domain.plan import Plan, PlanKind
from tests.domain.memory import DAY, Memory


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.plant("Jane")
    return memory


def jane(memory: Memory) -> Contact:
    return next(memory.contacts())


def planned(memory: Memory, kind: PlanKind = PlanKind.FOLLOW_UP, days: int = 0) -> Plan:
    day = DAY + timedelta(days=days)
    draft = Plan(id=memory.mint(), contact=jane(memory).id, day=day, text=" write ", created=DAY, kind=kind)
    memory.do(deeds.plan(memory.garden, draft))
    return memory.garden.plans[draft.id]


def spoke(memory: Memory, direction: Direction, *, thanks: bool = False) -> Changeset:
    draft = Interaction(
        id=memory.mint(),
        day=DAY,
        kind=Kind.EMAIL,
        direction=direction,
        participants=(jane(memory).id,),
        thanks=thanks,
    )
    answer = deeds.log(memory.garden, draft, today=DAY, now=None, seen=memory.garden, anyway=True)
    return memory.do(answer)


@pytest.mark.parametrize(
    ("kind", "direction", "thanks", "done"),
    [
        (PlanKind.FOLLOW_UP, Direction.OUTGOING, False, True),
        (PlanKind.FOLLOW_UP, Direction.MUTUAL, False, True),
        (PlanKind.FOLLOW_UP, Direction.INCOMING, False, False),
        (PlanKind.TALK, Direction.MUTUAL, False, True),
        (PlanKind.TALK, Direction.OUTGOING, False, False),
        (PlanKind.THANKS, Direction.OUTGOING, True, True),
        (PlanKind.THANKS, Direction.OUTGOING, False, False),
        (PlanKind.PROMISE, Direction.OUTGOING, True, False),
    ],
)
def test_a_plan_come_due_is_done_by_its_own_kind_of_deed(
    memory: Memory, kind: PlanKind, direction: Direction, thanks: bool, done: bool
) -> None:
    plan = planned(memory, kind)
    deed = spoke(memory, direction, thanks=thanks)
    assert (memory.garden.plans[plan.id].done == DAY) is done
    memory.do(deed.inverse)
    assert memory.garden.plans[plan.id] == plan


def test_a_plan_that_lies_ahead_is_not_done_by_a_word_of_today(memory: Memory) -> None:
    plan = planned(memory, days=1)
    spoke(memory, Direction.OUTGOING)
    assert memory.garden.plans[plan.id].done is None


def test_by_hand_once(memory: Memory) -> None:
    plan = planned(memory, PlanKind.PROMISE)
    memory.do(deeds.plan_done(memory.garden, plan.id, today=DAY))
    again = deeds.plan_done(memory.garden, plan.id, today=DAY)
    assert isinstance(again, Changeset)
    assert again.changes == ()


def test_words_day_and_kind_can_be_changed_and_the_plan_taken_away(memory: Memory) -> None:
    plan = planned(memory)
    later = DAY + timedelta(days=2)
    memory.do(deeds.edit_plan(memory.garden, plan.id, text="call", day=later))
    assert memory.garden.plans[plan.id] == replace(plan, text="call", day=later)
    memory.do(deeds.edit_plan(memory.garden, plan.id, kind=PlanKind.TALK))
    assert memory.garden.plans[plan.id] == replace(plan, text="call", day=later, kind=PlanKind.TALK)
    memory.do(deeds.remove_plan(memory.garden, plan.id))
    assert not memory.garden.plans


@pytest.mark.parametrize(
    ("change", "code"),
    [({"text": " "}, "empty-plan"), ({"day": DAY - timedelta(days=1)}, "past"), ({"contact": "x"}, "gone")],
)
def test_what_cannot_be_planned_is_refused(memory: Memory, change: dict[str, Any], code: str) -> None:
    draft = Plan(id="p", contact=jane(memory).id, day=DAY, text="write", created=DAY)
    answer = deeds.plan(memory.garden, replace(draft, **change))
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_plan_that_was_let_go_is_in_no_list_until_undo(memory: Memory) -> None:
    plan = planned(memory)
    deed = memory.do(deeds.dismiss(memory.garden, f"plan:{plan.id}", today=DAY, seen=memory.garden))
    assert not is_open(memory.garden, plan)
    assert round_of(memory.garden, DAY).plans == ()
    assert week(memory.garden, (), DAY).on == ()
    memory.do(deed.inverse)
    assert round_of(memory.garden, DAY).plans == (plan,)


def test_a_loop_is_dismissed_once_and_undo_opens_it_again(memory: Memory) -> None:
    planned(memory)
    (loop,) = open_loops(memory.garden, DAY)
    deed = memory.do(deeds.dismiss(memory.garden, loop.id, today=DAY, seen=memory.garden))
    assert open_loops(memory.garden, DAY) == ()
    assert isinstance(deeds.dismiss(memory.garden, loop.id, today=DAY, seen=memory.garden), Refusal)
    memory.do(deed.inverse)
    assert open_loops(memory.garden, DAY) == (loop,)
