"""Open loops: what waits for me. A reply owed, thanks owed, an introduction to follow up, a promise, a plan come due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gardener.domain.garden import Garden, Plant
from gardener.domain.introduction import Origin, Outcome
from gardener.domain.plan import Plan, PlanKind

REPLY_AFTER = 2
"""Days after which an unanswered word of theirs counts as a reply owed."""
FOLLOW_UP_AFTER = 14
"""Days after which a pending introduction wants following up."""


class LoopKind(StrEnum):
    """What is open, in the order in which it should be read."""

    REPLY = "reply"
    THANKS = "thanks"
    PROMISE = "promise"
    PLAN = "plan"
    INTRODUCTION = "introduction"


@dataclass(frozen=True, slots=True)
class Loop:
    """One open loop: open since a day, due on a day. `id` names it for as long as it is the same loop."""

    id: str
    kind: LoopKind
    contact: str
    since: date
    due: date
    text: str = ""


def open_loops(garden: Garden, day: date) -> tuple[Loop, ...]:
    """Everything open on `day`, the longest due first; `garden` is the garden as of that day.

    Left out: what was dismissed, what concerns a contact in the compost, at rest or left alone.
    """
    loops = [
        loop
        for plant in garden.plants.values()
        if not plant.contact.is_out_of_lists(day)
        for loop in _of_plant(plant)
    ]
    loops += _of_introductions(garden)
    loops += _of_plans(garden)
    due = (
        loop
        for loop in loops
        if loop.due <= day and loop.id not in garden.dismissals and _is_listed(garden, loop.contact, day)
    )
    order = list(LoopKind)
    return tuple(sorted(due, key=lambda loop: (loop.due, order.index(loop.kind), loop.id)))


def waiting(loops: Iterable[Loop]) -> frozenset[str]:
    """The contacts that wait for me: those whose plants bear a bud with a dot."""
    return frozenset(loop.contact for loop in loops)


def is_open(garden: Garden, plan: Plan) -> bool:
    """Whether a plan is neither done nor let go, which is how its open loop is dismissed."""
    return plan.done is None and _loop_of(plan) not in garden.dismissals


def _loop_of(plan: Plan) -> str:
    return f"plan:{plan.id}"


def _is_listed(garden: Garden, contact: str, day: date) -> bool:
    plant = garden.plants.get(contact)
    return plant is not None and not plant.contact.is_out_of_lists(day)


def _of_plant(plant: Plant) -> Iterator[Loop]:
    id_, tie = plant.contact.id, plant.tie
    if tie.letter is not None:
        due = _later(tie.letter, REPLY_AFTER)
        yield Loop(f"reply:{id_}:{tie.letter}", LoopKind.REPLY, id_, tie.letter, due)
    for day in tie.favours:
        yield Loop(f"thanks:{id_}:{day}", LoopKind.THANKS, id_, day, day)


def _of_introductions(garden: Garden) -> Iterator[Loop]:
    for intro in garden.introductions.values():
        by = garden.plants.get(intro.by)
        if by is None:
            continue
        thanked = intro.thanked or (by.tie.last_thanks is not None and by.tie.last_thanks >= intro.day)
        if intro.origin is Origin.OFFERED and not thanked:
            yield Loop(f"thanks:{intro.id}", LoopKind.THANKS, intro.by, intro.day, intro.day)
        if intro.outcome is Outcome.PENDING:
            due = _later(intro.day, FOLLOW_UP_AFTER)
            yield Loop(f"introduction:{intro.id}", LoopKind.INTRODUCTION, intro.to, intro.day, due)


def _of_plans(garden: Garden) -> Iterator[Loop]:
    for plan in garden.plans.values():
        if plan.done is None:
            kind = LoopKind.PROMISE if plan.kind is PlanKind.PROMISE else LoopKind.PLAN
            yield Loop(_loop_of(plan), kind, plan.contact, plan.created, plan.day, plan.text)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
