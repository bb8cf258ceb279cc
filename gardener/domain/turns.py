"""The days on which a plant may turn out otherwise by the record alone: moves, rests, introductions, loops falling due.

Between two of them, while no interaction comes, only silence changes it. There may be a day too many, never one too few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gardener.domain.garden import Garden, Plant
from gardener.domain.introduction import Introduction
from gardener.domain.loops import FOLLOW_UP_AFTER, REPLY_AFTER, WORD_AFTER, YES_AFTER
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan
from gardener.domain.records import WINTER, winter_of
from gardener.domain.tie import Tie

BEFORE, AFTER = 0, date.max.toordinal() + 1
"""Ordinals before and after every day."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of one garden as ordinals, ascending: those of everybody and those of single contacts.

    `beside` holds, by contact, who must be known too for it to be told how that plant stands.
    """

    common: tuple[int, ...]
    own: Mapping[str, tuple[int, ...]]
    beside: Mapping[str, frozenset[str]]

    def around(self, contact: str, tie: Tie | None, day: int) -> tuple[int, int]:
        """The span around `day` without a turn while `tie` stays as it is (null: there is no such plant on that day): its
        first day, and the first one after it."""
        first, until = _between(self.common, day)
        for turns in (self.own.get(contact, ()), _falling_due(tie)):
            low, high = _between(turns, day)
            first, until = max(first, low), min(until, high)
        return first, until


def turns_of(garden: Garden) -> Turns:
    """The turns of `garden`, which holds everything there is, whenever it was."""
    own: dict[str, set[int]] = {id_: set() for id_ in garden.plants}
    common = {soil.valid_from.toordinal() for soil in garden.soils.values()} | set(_of_choices(garden))
    for id_, plant in garden.plants.items():
        own[id_].update(_of_plant(plant))
    above = _above(garden)
    bearing = _reach((id_ for one in garden.opportunities.values() for id_ in one.thanks_to), above)
    for concerned, days in _recorded(garden, above, bearing):
        if concerned is None:
            common.update(days)
        else:
            for id_ in concerned & own.keys():
                own[id_].update(days)
    return Turns(
        tuple(sorted(common)),
        {id_: tuple(sorted(days)) for id_, days in own.items()},
        # of those who may bear fruit, whoever may: its credit is split among them
        {**above, **{id_: bearing | above.get(id_, frozenset()) for id_ in bearing}},
    )


def _between(turns: tuple[int, ...], day: int) -> tuple[int, int]:
    """The last turn up to `day` and the first one after it."""
    at = bisect_right(turns, day)
    return turns[at - 1] if at else BEFORE, turns[at] if at < len(turns) else AFTER


def _falling_due(tie: Tie | None) -> tuple[int, ...]:
    """When what waits by this tie alone begins to wait: a reply owed, and a second yes to be asked about."""
    if tie is None:
        return ()
    letter, touch = tie.letter, tie.last_touch
    owed = () if letter is None else (letter.toordinal() + REPLY_AFTER,)
    asked = () if touch is None else (touch.toordinal() + YES_AFTER,)
    return tuple(sorted(owed + asked))


def _comes(plant: Plant | None) -> Iterator[int]:
    """From when on there is such a contact."""
    if plant is not None:
        yield plant.contact.created.toordinal()
        if plant.tie.first is not None:
            yield plant.tie.first.toordinal()


def _of_plant(plant: Plant) -> Iterator[int]:
    contact = plant.contact
    yield from _comes(plant)
    yield from (move.day.toordinal() for move in contact.moves)
    for rest in (*contact.rested, contact.resting):
        if rest is None:
            continue
        yield from (day.toordinal() for day in (rest.since, rest.ended) if day is not None)
        if rest.until is not None:
            yield rest.until.toordinal() + 1


def _of_choices(garden: Garden) -> Iterator[int]:
    for choice in garden.choices.values():
        if choice.since is None:
            continue
        yield choice.since.toordinal()
        winter = winter_of(choice, choice.since) if choice.key == WINTER else None
        if winter is not None and winter.until is not None:
            yield winter.until.toordinal() + 1


Recorded = tuple[frozenset[str] | None, Iterable[int]]
"""Whom a record concerns (null: nobody knows whom), and on which days."""


def _recorded(
    garden: Garden, above: Mapping[str, frozenset[str]], bearing: frozenset[str]
) -> Iterator[Recorded]:
    """All records; `bearing` are those on whom there may be fruit, whose shares move with who led to one of them."""
    plants = garden.plants
    for intro in garden.introductions.values():
        days = (*_of_introduction(intro), *_comes(plants.get(intro.by)))
        both = frozenset((intro.by, intro.to))
        yield both | bearing if intro.to in bearing else both, days
    for plan in garden.plans.values():
        yield frozenset((plan.contact,)), _of_plan(plan)
    for one in garden.opportunities.values():
        led = _reach(one.thanks_to, above)
        there = [day for id_ in led for day in _comes(plants.get(id_))]
        owed = [day for id_ in one.thanks_to if id_ in plants for day in _of_plant(plants[id_])]
        yield led, (*_of_opportunity(one), *there, *owed)
    for dismissal in garden.dismissals.values():
        yield _named(garden, dismissal.id), (dismissal.day.toordinal(),)


def _of_introduction(intro: Introduction) -> Iterator[int]:
    dated = (intro.day, intro.by_agreed, intro.to_agreed, intro.settled, intro.told)
    yield from (day.toordinal() for day in dated if day is not None)
    yield intro.day.toordinal() + FOLLOW_UP_AFTER
    yield from (d.toordinal() + YES_AFTER for d in (intro.by_agreed, intro.to_agreed) if d is not None)


def _of_opportunity(one: Opportunity) -> Iterator[int]:
    yield one.created.toordinal()
    for step in one.steps:
        yield step.day.toordinal()
        yield step.day.toordinal() + WORD_AFTER


def _of_plan(plan: Plan) -> Iterator[int]:
    yield from (day.toordinal() for day in (plan.created, plan.day, plan.done) if day is not None)


def _named(garden: Garden, loop: str) -> frozenset[str] | None:
    """Whom a loop concerns: its id names a contact, a plan or an introduction after the kind; null: something else."""
    name = loop.split(":")[1] if ":" in loop else loop
    if name in garden.plants:
        return frozenset((name,))
    if name in garden.plans:
        return frozenset((garden.plans[name].contact,))
    if name in garden.introductions:
        return frozenset((garden.introductions[name].by, garden.introductions[name].to))
    return None


def _above(garden: Garden) -> Mapping[str, frozenset[str]]:
    """By contact, whoever led to them or may be held to have done so on some day."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for intro in garden.introductions.values():
        above[intro.to].add(intro.by)
    for id_, plant in garden.plants.items():
        if plant.contact.introduced_by is not None:
            above[id_].add(plant.contact.introduced_by)
    return {id_: frozenset(those) for id_, those in above.items()}


def _reach(starts: Iterable[str], above: Mapping[str, frozenset[str]]) -> frozenset[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        fresh = above.get(waiting.pop(), frozenset()) - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)
