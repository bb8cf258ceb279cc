"""What has changed since the last check-in: withered, wilted, recovered, replies, introductions, seeds grown old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gardener.domain import pace
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Climate, Condition, Growth
from gardener.domain.guards import reply_chance
from gardener.domain.interaction import DIRECTION_RANK, Direction
from gardener.domain.items import Item, ItemKind, was_put_off
from gardener.domain.tie import Tie

SHOWN = 6
"""So many changes stand one by one; the others are one summary."""
SEEDS_SHOWN = 2
"""So many seeds grown old stand one by one, when there are no more; many fall due together after an import."""
AWAY = 28
"""Days since the last check-in after which all that changed is one summary."""
_WELL = frozenset({Condition.THRIVING, Condition.HEALTHY})
_UNWELL = frozenset({Condition.WITHERED, Condition.WILTING, Condition.THIRSTY, Condition.WITHERED_SEED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The garden as it was on the morning of the last check-in, on the day `since`.

    What happens on the day of a check-in is news of the next one: no list knows what its own day will bring.
    """

    garden: Garden
    since: date


def changes(morning: Garden, day: date, *, before: Before | None, water: int) -> tuple[Item, ...]:
    """The news of `day`, at most `SHOWN` of them and a summary of the others; of the wilted at most `water`.

    `morning` is the garden as it was before the first deed of `day`; what was put off is read from it too. Without an
    earlier check-in, and after a long absence, all is one summary.
    """
    since = before.since if before is not None else None
    found = [item for item in _found(morning, day, before) if item.id not in morning.dismissals]
    if before is None or (day - before.since).days >= AWAY:
        again = [item for item in found if was_put_off(morning, item.id, day, since)]
        return (*_summary([item for item in found if item not in again], day), *again[:SHOWN])
    order = list(ItemKind)
    found.sort(key=lambda item: (order.index(item.kind), *_weight(item)))
    kept: list[Item] = []
    seeds = [item for item in found if item.kind is ItemKind.WITHERED_SEED]
    wilted = 0
    for item in found:
        wilted += item.kind is ItemKind.WILTED
        too_many = item.kind is ItemKind.WITHERED_SEED and len(seeds) > SEEDS_SHOWN
        if len(kept) < SHOWN and not too_many and not (item.kind is ItemKind.WILTED and wilted > water):
            kept.append(item)
    return (*kept, *_summary([item for item in found if item not in kept], day))


def saves(tie: Tie, growth: Growth, climate: Climate) -> float:
    """The days of tie that a word of today is expected to save: (1 − vitality) · chance of a reply · roots.

    Where no sign would come by itself, a word brings one with the chance of a reply, and the tie then survives again
    what its roots bear. An engineering choice: it says whom to begin with, not what will be.
    """
    lost = 1.0 - (growth.vitality or 0.0)
    return lost * reply_chance(tie, climate) * growth.roots_days


def _found(morning: Garden, day: date, before: Before | None) -> Iterator[Item]:
    climate = morning.climate(day)
    since = before.since if before is not None else None
    introduced = {}
    if since is not None:
        introduced = {i.to: i for i in morning.introductions.values() if since <= i.day <= day}
    for id_, plant in morning.plants.items():
        if plant.contact.is_out_of_lists(day):
            continue
        growth = morning.growth(id_, day, climate)
        item = _of_plant(morning, plant, growth, day, before, climate)
        if item is not None:
            yield item
        elif id_ in introduced:
            yield Item(
                id=f"introduced:{introduced[id_].id}", kind=ItemKind.INTRODUCED, contact=id_, growth=growth
            )


def _of_plant(
    morning: Garden, plant: Plant, growth: Growth, day: date, before: Before | None, climate: Climate
) -> Item | None:
    since = before.since if before is not None else None
    id_, condition, tie = plant.contact.id, growth.condition, plant.tie

    def is_due(item: str, from_: date | None) -> bool:
        return (
            since is None or (from_ is not None and from_ > since) or was_put_off(morning, item, day, since)
        )

    if condition in (Condition.WITHERED, Condition.WITHERED_SEED):
        kind = ItemKind.WITHERED if condition is Condition.WITHERED else ItemKind.WITHERED_SEED
        name = f"{kind}:{id_}:{growth.withers_on}"
        return (
            Item(id=name, kind=kind, contact=id_, growth=growth) if is_due(name, growth.withers_on) else None
        )
    if condition is Condition.WILTING and not _is_wet(tie, day):
        name = f"wilted:{id_}:{growth.last_sign}"
        if is_due(name, day if before is None or _was_well(before, id_) else None):
            worth = saves(tie, growth, climate)
            return Item(id=name, kind=ItemKind.WILTED, contact=id_, growth=growth, saves=worth)
        return None
    if before is None or growth.last_sign is None or growth.last_sign < before.since:
        return None
    if _has_answered(tie, before, id_):
        return Item(id=f"replied:{id_}:{growth.last_sign}", kind=ItemKind.REPLIED, contact=id_, growth=growth)
    if condition in _WELL and _condition_then(before, id_) in _UNWELL:
        return Item(
            id=f"recovered:{id_}:{growth.last_sign}", kind=ItemKind.RECOVERED, contact=id_, growth=growth
        )
    return None


def _is_wet(tie: Tie, day: date) -> bool:
    dry = pace.dry_ordinal(tie)
    return dry is not None and day.toordinal() < dry


def _was_well(before: Before, id_: str) -> bool:
    """Whether it was not wilting then; wilting while it was wet, it waited for its dry day."""
    plant = before.garden.plants.get(id_)
    if plant is None:
        return True
    return _condition_then(before, id_) is not Condition.WILTING or _is_wet(plant.tie, before.since)


def _condition_then(before: Before, id_: str) -> Condition | None:
    if id_ not in before.garden.plants:
        return None
    return before.garden.growth(id_, before.since).condition


def _has_answered(tie: Tie, before: Before, id_: str) -> bool:
    """A word of theirs that waits for mine, or a sign they began after something of mine was unanswered."""
    if tie.letter is not None and tie.letter >= before.since:
        return True
    then = before.garden.plants.get(id_)
    began = tie.latest_rank == DIRECTION_RANK[Direction.INCOMING]
    return then is not None and then.tie.run > 0 and tie.run == 0 and began


def _weight(item: Item) -> tuple[float, str]:
    """The deepest roots first, of the wilted those that a word saves most of."""
    growth = item.growth
    heavy = item.saves if item.saves is not None else growth.roots_days if growth is not None else 0.0
    return (-heavy, item.id)


def _summary(items: Sequence[Item], day: date) -> Iterable[Item]:
    """All of these in one item; nothing for none."""
    if items:
        counts = Counter(str(item.kind) for item in items)
        yield Item(id=f"meanwhile:{day}", kind=ItemKind.MEANWHILE, counts=dict(sorted(counts.items())))
