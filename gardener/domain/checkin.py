"""Today's round: who withered, who is thirsty, whom to let be, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gardener.domain import pace
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.growth import Condition, Growth
from gardener.domain.interaction import Exchange, Interaction
from gardener.domain.loops import Loop, asking, is_open
from gardener.domain.opportunity import Opportunity, StepKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.season import ANSWERED_WITHIN, SeasonCount, conversations, count

THIRSTY = frozenset({Condition.THIRSTY, Condition.WILTING})
WITHERED = frozenset({Condition.WITHERED, Condition.WITHERED_SEED})
INTERVIEWS = frozenset({StepKind.INTERVIEW, StepKind.SECOND_INTERVIEW})
TALK, DEADLINE = str(PlanKind.TALK), "deadline"


class Row(NamedTuple):
    """One contact of a list, with the growth that put it there."""

    contact: Contact
    growth: Growth


class Appointment(NamedTuple):
    """Something of this week: a step of an opportunity or its `deadline` (`opportunity` its id), or a plan (`plan`)."""

    day: date
    kind: str
    text: str
    contact: str | None = None
    opportunity: str | None = None
    plan: str | None = None


class Week(NamedTuple):
    """The calendar week, Monday to Sunday: the conversations held so far, and what is or was on."""

    start: date
    end: date
    talks: int
    on: tuple[Appointment, ...]


class Round(NamedTuple):
    """Everything a check-in shows, each list in the order in which it should be read.

    `since` is the day of the last check-in on an earlier day, null when there was none. `week` and `season` are null
    when no interactions were handed over to count them from.
    """

    day: date
    since: date | None
    done: bool
    withered: tuple[Row, ...]
    thirsty: tuple[Row, ...]
    let_be: tuple[Row, ...]
    open_loops: tuple[Loop, ...]
    plans: tuple[Plan, ...]
    week: Week | None = None
    season: SeasonCount | None = None


def round_of(
    garden: Garden, day: date, *, week: Week | None = None, season: SeasonCount | None = None
) -> Round:
    """Today's round; `garden` is the garden as of `day`.

    Withered are those who withered since the last check-in (all of them when there was none), the deepest roots
    first; thirsty those thirsty and wilting, who would wither soonest first; let be those whom the pace guard would
    warn of, whose soil is dry soonest first.
    """
    since = garden.last_check_in(day)
    withered, thirsty, let_be = [], [], []
    winter = garden.winter(day)  # then nothing withers and nothing asks for anything
    growths = {} if winter else garden.growths(day)
    for id_, growth in growths.items():
        plant = garden.plants[id_]
        if plant.contact.is_out_of_lists(day):
            continue
        row = Row(plant.contact, growth)
        if growth.condition in WITHERED and _is_news(growth, since):
            withered.append(row)
        elif growth.condition in THIRSTY:
            thirsty.append(row)
        if pace.too_soon(plant.tie, day):
            let_be.append(row)
    never = date.max
    return Round(
        day,
        since,
        day.isoformat() in garden.checkins,
        tuple(
            sorted(
                withered, key=lambda r: (-r.growth.roots_days, r.growth.withers_on or never, r.contact.name)
            )
        ),
        tuple(
            sorted(
                thirsty, key=lambda r: (r.growth.withers_on or never, -r.growth.roots_days, r.contact.name)
            )
        ),
        tuple(sorted(let_be, key=lambda r: (r.growth.dry_on or never, r.contact.name))),
        asking(garden, day),
        _plans(garden, day),
        week,
        season,
    )


def _is_news(growth: Growth, since: date | None) -> bool:
    return since is None or growth.withers_on is None or growth.withers_on > since


def _plans(garden: Garden, day: date) -> tuple[Plan, ...]:
    """Plans neither done nor let go, those due first."""
    waiting = (
        plan
        for plan in garden.plans.values()
        if is_open(garden, plan)
        and (plant := garden.plants.get(plan.contact)) is not None
        and not plant.contact.is_out_of_lists(day)
    )
    return tuple(sorted(waiting, key=lambda plan: (plan.day, plan.text, plan.id)))


def coming(garden: Garden, day: date) -> tuple[Appointment, ...]:
    """What is on from `day` to a week later, soonest first: steps of opportunities, deadlines, and plans.

    Of the plans due on `day` the talks alone.

    `garden` is the garden as of `day`. A plan that has come due waits (it is an open loop); a talk of today is on.
    """
    end = day + timedelta(days=min(7, date.max.toordinal() - day.toordinal()))
    return _in_order(
        (
            *_steps(garden, day, end, day),
            *(p for p in _planned(garden, day, end) if p.day > day or p.kind == TALK),
        )
    )


def between(garden: Garden, day: date, end: date) -> tuple[Appointment, ...]:
    """All steps, deadlines and waiting plans from `day` to `end`, soonest first; `garden` is the garden as of `day`."""
    return _in_order((*_steps(garden, day, end, day), *_planned(garden, day, end)))


def last_here(garden: Garden, day: date) -> date | None:
    """The last day before `day` of which the garden holds a deed of life: a check-in, an interaction, a plan, a contact."""
    days = [found] if (found := garden.last_check_in(day)) is not None else []
    for plant in garden.plants.values():
        moments = (plant.tie.last_sign, plant.tie.last_touch)
        days += [moment.date() for moment in moments if moment is not None]
        days.append(plant.contact.created)
    days += [plan.created for plan in garden.plans.values()]
    return max((each for each in days if each < day), default=None)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    start = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return start, start + timedelta(days=min(6, date.max.toordinal() - start.toordinal()))


def counted(
    garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date
) -> tuple[Week, SeasonCount]:
    """The week and the season of `day`; `garden` is the garden as of `day`, `exchanges` all of those up to it."""
    exchanges = tuple(exchanges)
    start, _ = week_of(day)
    reach = start - timedelta(days=min(ANSWERED_WITHIN, start.toordinal() - 1))
    return week(garden, (one for one in exchanges if one.day >= reach), day), count(garden, exchanges, day)


def week(garden: Garden, exchanges: Iterable[Exchange | Interaction], day: date) -> Week:
    """The week of `day`. `exchanges` reach back at least 30 days before its Monday, and to `day`."""
    start, end = week_of(day)
    talks = sum(1 for _, on in conversations(exchanges) if start <= on <= day)
    on = _in_order((*_steps(garden, start, end, day), *_planned(garden, day, end, start)))
    return Week(start, end, talks, on)


def _steps(garden: Garden, start: date, end: date, day: date) -> tuple[Appointment, ...]:
    """The interviews between `start` and `end`, every other step that lies ahead on `day`, and deadlines not yet met."""
    return tuple(
        Appointment(on, kind, f"{one.role} at {one.employer}", next(iter(one.thanks_to), None), one.id)
        for one in garden.opportunities.values()
        for on, kind in _dated(one, day)
        if start <= on <= end
    )


def _dated(opportunity: Opportunity, day: date) -> Iterator[tuple[date, str]]:
    ended = opportunity.has_ended(day)
    for step in opportunity.steps:
        if (step.kind in INTERVIEWS or step.day > day) and not (ended and step.day > day):
            yield step.day, str(step.kind)
    applied = any(step.day <= day for step in opportunity.steps)
    if opportunity.deadline is not None and opportunity.deadline >= day and not applied:
        yield opportunity.deadline, DEADLINE


def _planned(garden: Garden, day: date, end: date, start: date | None = None) -> tuple[Appointment, ...]:
    """The plans that wait on `day` and lie between `start` (else `day`) and `end`."""
    return tuple(
        Appointment(plan.day, str(plan.kind), plan.text, plan.contact, plan=plan.id)
        for plan in _plans(garden, day)
        if (start or day) <= plan.day <= end
    )


def _in_order(appointments: Iterable[Appointment]) -> tuple[Appointment, ...]:
    return tuple(sorted(appointments, key=lambda a: (a.day, a.kind, a.text)))
