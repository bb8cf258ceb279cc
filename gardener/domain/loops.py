"""Open loops: what waits for me, from a reply owed to an application without a word and an introducer to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gardener.domain.garden import Garden, Plant
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import FRUIT, Opportunity, StepKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.records import Winter
from gardener.domain.tie import Tie

REPLY_AFTER = 2
"""Days after which an unanswered word of theirs counts as a reply owed."""
FOLLOW_UP_AFTER = 14
"""Days after which a pending introduction wants following up."""
YES_AFTER = 7
"""Days after the first yes of a double opt-in, or after my last word since, that the second one wants asking about."""
WORD_AFTER = 21
"""Days after which an application without a word wants asking about."""


class LoopKind(StrEnum):
    """What is open, in the order in which it should be read."""

    REPLY = "reply"
    THANKS = "thanks"
    PROMISE = "promise"
    PLAN = "plan"
    INTRODUCTION = "introduction"
    OPT_IN = "opt-in"
    TELL = "tell"
    APPLICATION = "application"


@dataclass(frozen=True, slots=True)
class Loop:
    """One open loop: open since a day, due on a day. `id` names it for as long as it is the same loop.

    `contact` is null where it concerns an application that is owed to nobody; `opportunity` and `introduction` name
    the record it comes from, where there is one.
    """

    id: str
    kind: LoopKind
    contact: str | None
    since: date
    due: date
    text: str = ""
    opportunity: str | None = None
    introduction: str | None = None


def open_loops(garden: Garden, day: date) -> tuple[Loop, ...]:
    """Everything open on `day`, the longest due first, at the same day by kind and name; `garden` is the garden as of it.

    Left out: what was dismissed, what concerns a contact in the compost, at rest or left alone.
    """
    loops = [
        loop
        for plant in garden.plants.values()
        if not plant.contact.is_out_of_lists(day)
        for loop in _of_plant(plant)
    ]
    loops += _of_introductions(garden, day)
    loops += _of_plans(garden)
    loops += (loop for one in garden.opportunities.values() if (loop := _of_application(garden, one, day)))
    due = (
        loop
        for loop in loops
        if loop.due <= day and loop.id not in garden.dismissals and _is_listed(garden, loop.contact, day)
    )
    order = list(LoopKind)

    def rank(loop: Loop) -> tuple[date, int, str, date, str, str]:
        # ids come last: they are drawn by lot, and the same deeds are to give the same list
        name = garden.plants[loop.contact].contact.name if loop.contact is not None else ""
        return loop.due, order.index(loop.kind), name, loop.since, loop.text, loop.id

    return tuple(sorted(due, key=rank))


def in_winter(garden: Garden, winter: Winter, day: date) -> tuple[Loop, ...]:
    """What is open on `day` while the whole garden rests: the plans that were made meanwhile, and nothing else."""
    mine = (LoopKind.PLAN, LoopKind.PROMISE)
    return tuple(loop for loop in open_loops(garden, day) if loop.kind in mine and loop.since >= winter.since)


def asking(garden: Garden, day: date) -> tuple[Loop, ...]:
    """What asks for the person on `day`: everything open, but in winter only the plans that were made meanwhile."""
    winter = garden.winter(day)
    return in_winter(garden, winter, day) if winter is not None else open_loops(garden, day)


def waiting(loops: Iterable[Loop]) -> frozenset[str]:
    """The contacts that wait for me: those whose plants bear a bud with a dot."""
    return frozenset(loop.contact for loop in loops if loop.contact is not None)


def is_open(garden: Garden, plan: Plan) -> bool:
    """Whether a plan is neither done nor let go, which is how its open loop is dismissed."""
    return plan.done is None and _loop_of(plan) not in garden.dismissals


def _loop_of(plan: Plan) -> str:
    return f"plan:{plan.id}"


def something_came(garden: Garden, introduction: Introduction, day: date) -> date | None:
    """The last day up to `day` on which something came of an introduction: they met, or an interview owed to them."""
    return _came(introduction, _borne(garden, day), day)


def _came(introduction: Introduction, borne: Mapping[str, Sequence[date]], day: date) -> date | None:
    days = [step for step in borne.get(introduction.to, ()) if step >= introduction.day]
    if introduction.outcome is Outcome.DECLINED:
        return None
    if introduction.outcome is Outcome.MET and introduction.settled is not None:
        days.append(introduction.settled)
    return max((one for one in days if one <= day), default=None)


def _borne(garden: Garden, day: date) -> Mapping[str, Sequence[date]]:
    """The days up to `day` of interviews and what came after them, by the contacts they are owed to."""
    borne: dict[str, list[date]] = {}
    for opportunity in garden.opportunities.values():
        days = [step.day for step in opportunity.reached(day) if step.kind in FRUIT]
        for contact in opportunity.thanks_to if days else ():
            borne.setdefault(contact, []).extend(days)
    return borne


def _is_listed(garden: Garden, contact: str | None, day: date) -> bool:
    if contact is None:
        return True
    plant = garden.plants.get(contact)
    return plant is not None and not plant.contact.is_out_of_lists(day)


def _of_plant(plant: Plant) -> Iterator[Loop]:
    id_, tie = plant.contact.id, plant.tie
    if tie.letter is not None:
        due = _later(tie.letter, REPLY_AFTER)
        yield Loop(f"reply:{id_}:{tie.letter}", LoopKind.REPLY, id_, tie.letter, due)
    for day in tie.favours:
        yield Loop(f"thanks:{id_}:{day}", LoopKind.THANKS, id_, day, day)


def _of_introductions(garden: Garden, day: date) -> Iterator[Loop]:
    borne = _borne(garden, day)
    for intro in garden.introductions.values():
        by = garden.plants.get(intro.by)
        if by is None:
            continue
        thanked = intro.thanked or (by.tie.last_thanks is not None and by.tie.last_thanks >= intro.day)
        if intro.origin is Origin.OFFERED and not thanked:
            yield Loop(
                f"thanks:{intro.id}", LoopKind.THANKS, intro.by, intro.day, intro.day, introduction=intro.id
            )
        if intro.outcome is Outcome.PENDING and (half := _half_agreed(intro, by.tie)) is not None:
            to = garden.plants.get(intro.to)
            yield Loop(
                f"opt-in:{intro.id}:{half}",
                LoopKind.OPT_IN,
                intro.by,
                half,
                _later(half, YES_AFTER),
                to.contact.name if to else "",
                introduction=intro.id,
            )
        elif intro.outcome is Outcome.PENDING:
            due = _later(intro.day, FOLLOW_UP_AFTER)
            yield Loop(
                f"introduction:{intro.id}",
                LoopKind.INTRODUCTION,
                intro.to,
                intro.day,
                due,
                introduction=intro.id,
            )
        came = _came(intro, borne, day)
        if came is not None and not _has_heard(intro, by.tie, came):
            to = garden.plants.get(intro.to)
            name = to.contact.name if to else ""
            id_ = f"tell:{intro.id}:{came}"
            yield Loop(id_, LoopKind.TELL, intro.by, came, came, name, introduction=intro.id)


def _half_agreed(intro: Introduction, tie: Tie) -> date | None:
    """Since when one of the two has said yes and the other has not: that day, or that of my last word to the introducer."""
    agreed = [day for day in (intro.by_agreed, intro.to_agreed) if day is not None]
    if len(agreed) != 1:
        return None
    touched = tie.last_touch.date() if tie.last_touch is not None else agreed[0]
    return max(agreed[0], touched)


def _has_heard(intro: Introduction, tie: Tie, came: date) -> bool:
    """Whether the introducer was told on or after the day something came of it: so marked, or a word of mine since."""
    touched = tie.last_touch.date() if tie.last_touch is not None else None
    return any(day is not None and day >= came for day in (intro.told, touched, tie.last_thanks))


def _of_application(garden: Garden, opportunity: Opportunity, day: date) -> Loop | None:
    """An application that nothing came of for three weeks, nor is to come."""
    last = opportunity.steps[-1] if opportunity.steps else None
    if last is None or last.kind is not StepKind.APPLIED:
        return None
    owed = next((id_ for id_ in opportunity.thanks_to if _is_listed(garden, id_, day)), None)
    id_, text = f"application:{opportunity.id}:{last.day}", f"{opportunity.role} at {opportunity.employer}"
    due = _later(last.day, WORD_AFTER)
    return Loop(id_, LoopKind.APPLICATION, owed, last.day, due, text, opportunity=opportunity.id)


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
