"""What has changed since the last check-in: withered, wilted, recovered, replies, introductions, seeds grown old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from gardener.domain import pace
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Climate, Condition, Growth
from gardener.domain.guards import reply_chance
from gardener.domain.interaction import DIRECTION_RANK, Direction
from gardener.domain.items import Item, ItemKind, Morning, was_put_off
from gardener.domain.tie import Tie

SHOWN = 6
"""So many changes stand one by one; the others are one summary."""
SEEDS_SHOWN = 2
"""So many seeds grown old stand one by one, when there are no more; many fall due together after an import."""
AWAY = 28
"""Days since the last check-in after which all that changed is one summary."""
_WELL = frozenset({Condition.THRIVING, Condition.HEALTHY})
_UNWELL = frozenset({Condition.WITHERED, Condition.WILTING, Condition.THIRSTY, Condition.WITHERED_SEED})


class Before:
    """The garden as it was on the morning of the last check-in, on the day `since`.

    What happens on the day of a check-in is news of the next one: no list knows what its own day will bring.
    """

    def __init__(self, garden: Garden, since: date) -> None:
        self.garden, self.since = garden, since
        self._climate = garden.climate(since)

    def condition(self, id_: str) -> Condition | None:
        """How a plant stood then; null when it was not there."""
        if id_ not in self.garden.plants:
            return None
        return self.garden.growth(id_, self.since, self._climate).condition

    def was_well(self, id_: str) -> bool:
        """Whether it was not wilting then; wilting while it was wet, it waited for its dry day."""
        plant = self.garden.plants.get(id_)
        if plant is None or self.condition(id_) is not Condition.WILTING:
            return True
        return _is_wet(plant.tie, self.since)

    def has_answered(self, id_: str, tie: Tie) -> bool:
        """A word of theirs that waits for mine, or a sign they began after something of mine was unanswered."""
        if tie.letter is not None and tie.letter >= self.since:
            return True
        then = self.garden.plants.get(id_)
        began = tie.latest_rank == DIRECTION_RANK[Direction.INCOMING]
        return then is not None and then.tie.run > 0 and tie.run == 0 and began


def changes(morning: Morning, *, before: Before | None, water: int) -> tuple[Item, ...]:
    """The news of a day, at most `SHOWN` of them and a summary of the others; of the wilted at most `water`.

    Without an earlier check-in, and after a long absence, all is one summary.
    """
    day, marks = morning.day, morning.garden.dismissals
    since = before.since if before is not None else None
    found = [item for item in _found(morning, before) if item.id not in marks]
    order = list(ItemKind)
    found.sort(key=lambda item: (order.index(item.kind), _weight(item), morning.name_of(item), item.id))
    if before is None or (day - before.since).days >= AWAY:
        again = [item for item in found if was_put_off(morning.garden, item.id, day, since)]
        return (*_summary([item for item in found if item not in again], day), *again[:SHOWN])
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


def _found(morning: Morning, before: Before | None) -> Iterator[Item]:
    introduced = {}
    if before is not None:
        introduced = {i.to: i for i in morning.garden.introductions.values() if i.day >= before.since}
    for id_, growth in morning.growths.items():
        item = _of_plant(morning, morning.garden.plants[id_], growth, before)
        if item is not None:
            yield item
        elif id_ in introduced:
            name = f"introduced:{introduced[id_].id}"
            yield Item(id=name, kind=ItemKind.INTRODUCED, contact=id_, growth=growth)


def _of_plant(morning: Morning, plant: Plant, growth: Growth, before: Before | None) -> Item | None:
    id_, condition, tie, day = plant.contact.id, growth.condition, plant.tie, morning.day
    if condition in (Condition.WITHERED, Condition.WITHERED_SEED):
        kind = ItemKind.WITHERED if condition is Condition.WITHERED else ItemKind.WITHERED_SEED
        name = f"{kind}:{id_}:{growth.withers_on}"
        if _is_news(morning, name, growth.withers_on, before):
            return Item(id=name, kind=kind, contact=id_, growth=growth)
        return None
    if condition is Condition.WILTING and not _is_wet(tie, day):
        name = f"wilted:{id_}:{growth.last_sign}"
        if _is_news(morning, name, day if before is None or before.was_well(id_) else date.min, before):
            worth = saves(tie, growth, morning.climate)
            return Item(id=name, kind=ItemKind.WILTED, contact=id_, growth=growth, saves=worth)
        return None
    if before is None or growth.last_sign is None or growth.last_sign < before.since:
        return None
    if before.has_answered(id_, tie):
        name = f"replied:{id_}:{growth.last_sign}"
        return Item(id=name, kind=ItemKind.REPLIED, contact=id_, growth=growth)
    if condition in _WELL and before.condition(id_) in _UNWELL:
        name = f"recovered:{id_}:{growth.last_sign}"
        return Item(id=name, kind=ItemKind.RECOVERED, contact=id_, growth=growth)
    return None


def _is_news(morning: Morning, item: str, from_: date | None, before: Before | None) -> bool:
    """Whether it began after the last check-in, or was put off then."""
    if before is None or (from_ is not None and from_ > before.since):
        return True
    return was_put_off(morning.garden, item, morning.day, before.since)


def _is_wet(tie: Tie, day: date) -> bool:
    dry = pace.dry_ordinal(tie)
    return dry is not None and day.toordinal() < dry


def _weight(item: Item) -> float:
    """The deepest roots first, of the wilted those that a word saves most of."""
    growth = item.growth
    heavy = item.saves if item.saves is not None else growth.roots_days if growth is not None else 0.0
    return -heavy


def _summary(items: Sequence[Item], day: date) -> Iterable[Item]:
    """All of these in one item; nothing for none."""
    if items:
        counts = Counter(str(item.kind) for item in items)
        yield Item(id=f"meanwhile:{day}", kind=ItemKind.MEANWHILE, counts=dict(sorted(counts.items())))
