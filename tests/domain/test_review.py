"""The week in review, and whom to thank when a job has come."""

from __future__ import annotations

from datetime import date, timedelta

from gardener.domain import deeds
from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.interaction import Answer, Ask, AskKind, Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.review import Bloom, Ended, reach_of, review
from gardener.domain.stage import Ending, Stage
from gardener.domain.thanking import A_DAY, Helped, to_thank
from tests.domain.memory import Memory

SUNDAY = date(2026, 3, 8)
MONDAY = date(2026, 3, 2)


def spoke(memory: Memory, contact: Contact, day: date, direction: Direction, ask: Ask | None = None) -> None:
    one = Interaction(
        id=memory.mint(), day=day, kind=Kind.EMAIL, direction=direction, participants=(contact.id,), ask=ask
    )
    memory.do(Changeset(What("log"), (Change(None, one),)))


def put(memory: Memory, entity: Introduction | Opportunity | Plan) -> None:
    memory.do(Changeset(What("x"), (Change(None, entity),)))


def test_the_week_tells_what_was_and_what_comes() -> None:
    memory = Memory()
    ann, ben, cleo, dan = memory.plant("Ann", "Ben", "Cleo", "Dan", created=date(2025, 3, 1))
    (new,) = memory.plant("New", created=MONDAY)
    spoke(memory, ann, MONDAY, Direction.OUTGOING)
    spoke(memory, ann, SUNDAY, Direction.INCOMING)
    spoke(memory, ben, MONDAY - timedelta(days=1), Direction.OUTGOING)
    spoke(memory, cleo, date(2026, 3, 4), Direction.MUTUAL)
    memory.do(
        deeds.move(memory.garden, dan.id, Stage.COMPOST, today=date(2026, 3, 5), reason=Ending.MOVED_ON)
    )
    memory.do(deeds.move(memory.garden, ben.id, Stage.FLOWERING, today=date(2026, 3, 6)))
    put(memory, Introduction(id="i", by=cleo.id, to=new.id, day=date(2026, 3, 4)))
    put(memory, Introduction(id="j", by=cleo.id, to=ann.id, day=date(2026, 3, 4), origin=Origin.REQUESTED))
    put(memory, Plan(id="p", contact=ann.id, day=date(2026, 3, 15), text="coffee", created=MONDAY))
    put(memory, Plan(id="q", contact=ann.id, day=date(2026, 3, 16), text="later", created=MONDAY))
    week = review(memory.garden, memory.interactions.values(), SUNDAY)
    assert (week.start, week.end) == (MONDAY, SUNDAY)
    assert week.planted == (new.id,)
    assert week.watered == (ann.id, cleo.id)
    assert week.answered == (ann.id,)
    assert week.flowered == (
        Bloom(cleo.id, "introduced", date(2026, 3, 4)),
        Bloom(ben.id, "flowering", date(2026, 3, 6)),
    )
    assert week.composted == (Ended(dan.id, Ending.MOVED_ON),)
    assert (week.talks, week.measure) == (2, 5)
    assert [one.text for one in week.ahead] == ["coffee"]
    assert week.thirsty == (cleo.id,), "nine days after one talk"


def test_the_review_reads_thirty_days_before_its_monday() -> None:
    assert reach_of(SUNDAY) == MONDAY - timedelta(days=30)
    assert reach_of(date.min) == date.min


def test_the_measure_of_talks_is_the_gardens_own() -> None:
    memory = Memory()
    memory.do(deeds.choose(memory.garden, "weekly-measure", "8", today=MONDAY))
    assert review(memory.garden, (), SUNDAY).measure == 8


def test_whom_to_thank_the_nearest_to_the_job_first() -> None:
    memory = Memory()
    led, through, offered, granted, flower, alone = memory.plant(
        "Led", "Through", "Offered", "Granted", "Flower", "Alone", created=date(2025, 3, 1)
    )
    put(memory, Introduction(id="i", by=through.id, to=led.id, day=MONDAY, origin=Origin.REQUESTED))
    put(memory, Introduction(id="j", by=offered.id, to=flower.id, day=MONDAY))
    put(memory, Introduction(id="k", by=alone.id, to=flower.id, day=MONDAY))
    spoke(memory, granted, MONDAY, Direction.OUTGOING, Ask(AskKind.ADVICE, Answer.GRANTED))
    memory.do(deeds.move(memory.garden, flower.id, Stage.FLOWERING, today=MONDAY))
    memory.do(deeds.leave_alone(memory.garden, alone.id))
    steps = (Step(StepKind.INTERVIEW, MONDAY), Step(StepKind.OFFER, SUNDAY))
    job = Opportunity(
        id="o", employer="Lumen", role="Planner", created=MONDAY, steps=steps, thanks_to=(led.id,)
    )
    put(memory, job)
    owed = to_thank(memory.garden, SUNDAY)
    assert [(one.contact, one.how) for one in owed] == [
        (led.id, Helped.LED), (through.id, Helped.LED), (offered.id, Helped.INTRODUCED),
        (granted.id, Helped.GRANTED), (flower.id, Helped.HELPS),
    ]  # fmt: skip
    assert to_thank(memory.garden, MONDAY)[0].how is Helped.INTRODUCED, "the offer came later"


def test_thanks_are_planned_a_few_a_day_in_one_deed_and_done_by_logging_them() -> None:
    memory = Memory()
    people = memory.plant(*(f"P{n}" for n in range(7)), created=date(2025, 3, 1))
    ids = tuple(f"t{n}" for n in range(7))
    deed = memory.do(deeds.plan_thanks(memory.garden, [p.id for p in people], "thank", ids=ids, today=MONDAY))
    assert len(deed.changes) == 7
    days = [memory.garden.plans[id_].day for id_ in ids]
    assert days == [MONDAY] * A_DAY + [MONDAY + timedelta(days=1)] * 2
    assert {plan.kind for plan in memory.garden.plans.values()} == {PlanKind.THANKS}
    thanks = Interaction(
        id="x",
        day=MONDAY,
        kind=Kind.EMAIL,
        direction=Direction.OUTGOING,
        participants=(people[0].id,),
        thanks=True,
    )
    memory.do(deeds.log(memory.garden, thanks, today=MONDAY, now=None, seen=memory.garden))
    assert memory.garden.plans["t0"].done == MONDAY
