"""Today's list: what changed since the last check-in, a few to water and to sow, whom to let be, and what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gardener.domain import pace, sowing
from gardener.domain.changed import AWAY, Before, changes, saves
from gardener.domain.garden import Garden
from gardener.domain.growth import WITHERED, Climate, Condition, Growth, kappa, silence_until
from gardener.domain.guards import reply_chance
from gardener.domain.items import Item, ItemKind, Morning, is_closed
from gardener.domain.loops import Loop, LoopKind, in_winter, open_loops
from gardener.domain.records import Winter
from gardener.domain.tie import Tie

MEASURE = 3
"""So many a day are proposed to be watered, unless the garden's choice `daily-measure` says otherwise."""
LET_BE_SHOWN, LOOPS_SHOWN = 5, 6
"""At most so many of these; the loops that are left wait in Today and come on the next days, the longest due first."""
LOOPS_SHOWN_AWAY = 3
"""The same after a long absence."""
_DRY = frozenset({Condition.THIRSTY, Condition.WILTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Today's list: `items` are those still to be looked at, `all` those of this morning, `waiting` loops for later.

    `since` is the day of the last check-in on an earlier day, `done` whether today's is recorded. In winter, while the
    whole garden rests, there are only those plans that were made meanwhile.
    """

    day: date
    since: date | None
    done: bool
    items: tuple[Item, ...]
    all: tuple[Item, ...]
    waiting: int = 0
    winter: Winter | None = None

    @property
    def handled(self) -> int:
        """How many items of this morning are dealt with."""
        return len(self.all) - len(self.items)


def agenda(seen: Garden, day: date, *, morning: Garden, before: Garden | None) -> Agenda:
    """Today's list, the same all day but for what has been dealt with.

    `seen` is the garden as of `day`, `morning` as of the day before it (or `seen` where nothing was there yet),
    `before` as of the day before the last check-in, null when there was none.
    """
    since = seen.last_check_in(day)
    done = day.isoformat() in seen.checkins
    winter = seen.winter(day)
    if winter is not None:
        meant = tuple(_of_loop(Morning(seen, day), loop) for loop in in_winter(seen, winter, day))
        return Agenda(day=day, since=since, done=done, items=meant, all=meant, winter=winter)
    then = Before(before, since) if before is not None and since is not None else None
    every, waiting = _of_morning(Morning(morning if morning.plants else seen, day), then)
    found = Agenda(day=day, since=since, done=done, items=every, all=every, waiting=waiting)
    return still(found, seen)


def still(list_: Agenda, seen: Garden) -> Agenda:
    """The same list after further deeds of the same day: what is dealt with is gone, what was undone is there again."""
    open_now = frozenset(loop.id for loop in open_loops(seen, list_.day))
    left = tuple(item for item in list_.all if _stands(seen, item, list_.day, open_now))
    return replace(list_, items=left, done=list_.day.isoformat() in seen.checkins)


def _of_morning(morning: Morning, then: Before | None) -> tuple[tuple[Item, ...], int]:
    """All items of a morning, and how many open loops are left for later."""
    garden, day = morning.garden, morning.day
    measure = int(garden.choice("daily-measure", day) or MEASURE)
    sow = garden.choice("sowing-measure", day)
    news = changes(morning, before=then, water=measure)
    loops = [_of_loop(morning, loop) for loop in open_loops(garden, day)]
    news, loops = _told_once(news, loops)
    away = then is None or (day - then.since).days >= AWAY
    shown = loops[: LOOPS_SHOWN_AWAY if away else LOOPS_SHOWN]
    taken = frozenset(item.contact for item in (*news, *shown) if item.contact is not None)
    taken |= {item.loop.contact for item in news if item.loop is not None and item.loop.contact is not None}
    wilted = sum(item.kind is ItemKind.WILTED for item in news)
    water = _to_water(morning, taken)[: max(0, measure - wilted)]
    taken |= {item.contact for item in water if item.contact is not None}
    seeds = sowing.to_sow(garden, day, measure=int(sow) if sow else sowing.MEASURE, left_out=taken)
    let_be = _to_let_be(morning, then, taken)[:LET_BE_SHOWN]
    return (*news, *water, *seeds, *let_be, *shown), len(loops) - len(shown)


def _told_once(news: tuple[Item, ...], loops: list[Item]) -> tuple[tuple[Item, ...], list[Item]]:
    """A reply or an introduction that is news carries what it leaves open, which is then not told again below."""
    replies = {item.contact: item for item in loops if item.loop and item.loop.kind is LoopKind.REPLY}
    by_id = {item.id: item for item in loops}
    told: list[Item] = []
    gone: set[str] = set()
    for item in news:
        found = None
        if item.kind is ItemKind.REPLIED:
            found = replies.get(item.contact)
        elif item.kind is ItemKind.INTRODUCED:
            found = by_id.get(f"thanks:{item.id.removeprefix('introduced:')}")
        if found is not None:
            gone.add(found.id)
        told.append(replace(item, loop=found.loop) if found is not None else item)
    return tuple(told), [item for item in loops if item.id not in gone]


def _of_loop(morning: Morning, loop: Loop) -> Item:
    growth = morning.growths.get(loop.contact or "")
    return Item(id=loop.id, kind=ItemKind.LOOP, contact=loop.contact, growth=growth, loop=loop)


def _to_water(morning: Morning, left_out: frozenset[str]) -> list[Item]:
    """Those whom a word would save most of, in that order: the thirsty whose soil is dry, and one follow-up to a seed."""
    garden, day, week = morning.garden, morning.day, _week_of(morning.day)
    found = []
    for id_, growth in morning.growths.items():
        worth = _worth(garden.plants[id_].tie, growth, day, morning.climate)
        name = f"water:{id_}:{week}"
        if worth is not None and id_ not in left_out and name not in garden.dismissals:
            found.append(Item(id=name, kind=ItemKind.WATER, contact=id_, growth=growth, saves=worth))
    return sorted(found, key=lambda item: (-(item.saves or 0.0), morning.name_of(item), item.id))


def _worth(tie: Tie, growth: Growth, day: date, climate: Climate) -> float | None:
    """What a word of today would save, in days of tie; null for those that want none, or not yet."""
    if growth.condition in _DRY and growth.thirsty_on is not None and growth.thirsty_on <= day:
        return saves(tie, growth, climate)
    followed_up = growth.condition is Condition.SEED and tie.run == 1
    if followed_up and growth.dry_on is not None and growth.dry_on <= day:
        return reply_chance(tie, climate) * silence_until(WITHERED, kappa(1.0, 1), climate)
    return None


def _to_let_be(morning: Morning, then: Before | None, left_out: frozenset[str]) -> list[Item]:
    """Whom the pace guard would warn of, if they were written to since the last check-in; the dry day soonest first."""
    found = []
    for id_, growth in morning.growths.items():
        tie = morning.garden.plants[id_].tie
        touch = tie.last_touch
        if id_ in left_out or touch is None or (then is not None and touch.date() < then.since):
            continue
        name = f"let-be:{id_}:{growth.dry_on}"
        if pace.too_soon(tie, morning.day) and name not in morning.garden.dismissals:
            found.append(Item(id=name, kind=ItemKind.LET_BE, contact=id_, growth=growth))

    def rank(item: Item) -> tuple[date, str, str]:
        return (item.growth and item.growth.dry_on) or date.max, morning.name_of(item), item.id

    return sorted(found, key=rank)


def _week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _stands(seen: Garden, item: Item, day: date, open_now: frozenset[str]) -> bool:
    """Whether an item of this morning is still to be looked at."""
    if is_closed(seen, item.id, day):
        return False
    if item.loop is not None and item.loop.id not in open_now:
        return False
    if item.kind is ItemKind.LOOP:
        return True
    plant = seen.plants.get(item.contact) if item.contact is not None else None
    if item.contact is not None and (plant is None or plant.contact.is_out_of_lists(day)):
        return False
    return plant is None or not _dealt_with(item, plant.tie, day)


def _dealt_with(item: Item, tie: Tie, day: date) -> bool:
    """Whether a word of today has settled it: mine, or any sign where it was about silence."""
    touched = tie.last_touch is not None and tie.last_touch.date() == day
    signed = tie.last_sign is not None and tie.last_sign.date() == day
    if item.kind in (ItemKind.RECOVERED, ItemKind.INTRODUCED, ItemKind.LET_BE):
        return False
    return touched or signed
