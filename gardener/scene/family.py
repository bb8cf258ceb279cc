"""Who led to whom, as a forest with shared children: people and what they bore. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """How somebody came, or what became of it; it colours the branch."""

    MET = "met"
    PENDING = "pending"
    DRY = "dry"
    BORE = "bore"


@dataclass(frozen=True, slots=True)
class Lead:
    """`by` led to `to` (ids) on a day."""

    by: str
    to: str
    day: date
    how: How = How.MET


@dataclass(frozen=True, slots=True)
class Kin:
    """One knot of the family: a person, or a fruit (an opportunity).

    `parents`: those who led there, the first of them the one it grows on. `children`: those that grow on it, in order;
    `led_to`: all of them, also those that grow on another. `layer`: 0 for a first plant, else one more than the deepest
    of its parents.
    """

    id: str
    fruit: bool = False
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    led_to: tuple[str, ...] = ()
    layer: int = 0
    how: How = How.MET

    @property
    def parent(self) -> str | None:
        """The one it grows on; null for a first plant."""
        return self.parents[0] if self.parents else None


@dataclass(frozen=True, slots=True)
class Family:
    """`knots` by id; `firsts`: the first plants, families that bore fruit first; `alone`: who came by themselves."""

    knots: Mapping[str, Kin] = field(default_factory=dict)
    firsts: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    def below(self, id_: str) -> Iterator[str]:
        """Those that grow on `id_`, and on them, as one reads them; without itself."""
        waiting = list(reversed(self.knots[id_].children))
        while waiting:
            knot = waiting.pop()
            yield knot
            waiting.extend(reversed(self.knots[knot].children))

    def above(self, id_: str) -> frozenset[str]:
        """All who led there, by any way; without itself."""
        found: set[str] = set()
        waiting = list(self.knots[id_].parents)
        while waiting:
            knot = waiting.pop()
            if knot not in found:
                found.add(knot)
                waiting.extend(self.knots[knot].parents)
        return frozenset(found)

    def branch(self, id_: str) -> Family:
        """The family of `id_` alone: with all it led to by any way, and nobody else."""
        reached = {id_: None}
        waiting = [id_]
        while waiting:
            for child in self.knots[waiting.pop()].led_to:
                if child not in reached:
                    reached[child] = None
                    waiting.append(child)
        leads = [
            (parent, knot.id) for knot in map(self.knots.__getitem__, reached) for parent in knot.parents
            if parent in reached and knot.id != id_
        ]  # fmt: skip
        fruits = frozenset(each for each in reached if self.knots[each].fruit)
        order = {each: place for place, each in enumerate([id_, *self.below(id_)])}
        leads.sort(key=lambda lead: order.get(lead[1], len(order)))
        return _grown(list(reached), leads, fruits, {each: self.knots[each].how for each in reached})


def family_of(
    people: Iterable[str], leads: Iterable[Lead], fruits: Mapping[str, tuple[date, Sequence[str]]]
) -> Family:
    """The family of `people` (ids, the oldest first) by `leads`; `fruits`: a day and whom it is owed to, by id.

    Of several ways to one person the earliest is the branch it grows on. A lead that would close a circle is left out.
    A fruit grows on the deepest of those it is owed to. Ids of fruits must not be those of people.
    """
    known = dict.fromkeys(people)
    hows: dict[str, How] = {}
    parents: dict[str, list[str]] = {}
    told: list[tuple[str, str]] = []
    for lead in sorted(set(leads), key=lambda lead: (lead.day, lead.by, lead.to, lead.how)):
        if lead.by not in known or lead.to not in known or _leads_to(parents, lead.to, lead.by):
            continue
        if lead.by in parents.get(lead.to, ()):
            continue
        hows.setdefault(lead.to, lead.how)
        parents.setdefault(lead.to, []).append(lead.by)
        told.append((lead.by, lead.to))
    depths = _layers(known, parents)
    for fruit, (_, owed) in sorted(fruits.items(), key=lambda item: (item[1][0], item[0])):
        there = [each for each in dict.fromkeys(owed) if each in known]
        there.sort(key=lambda each: -depths[each])  # stable: of two as deep, the one named first
        if there:
            hows[fruit] = How.BORE
            told += [(each, fruit) for each in there]
    borne = frozenset(to for _, to in told if to in fruits)
    return _grown([*known, *(fruit for fruit in fruits if fruit in borne)], told, borne, hows)


def _leads_to(parents: Mapping[str, Sequence[str]], above: str, below: str) -> bool:
    """Whether `above` is `below`, or one of those who led to it."""
    seen, waiting = set(), [below]
    while waiting:
        knot = waiting.pop()
        if knot == above:
            return True
        if knot not in seen:
            seen.add(knot)
            waiting.extend(parents.get(knot, ()))
    return False


def _layers(ids: Iterable[str], parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The longest way from a first plant to each: Sugiyama's layers by longest path. No circles allowed."""
    found: dict[str, int] = {}
    for start in ids:
        waiting = [start]
        while waiting:
            knot = waiting[-1]
            missing = [parent for parent in parents.get(knot, ()) if parent not in found]
            if missing:
                waiting += missing
            else:
                waiting.pop()
                found[knot] = max((found[parent] + 1 for parent in parents.get(knot, ())), default=0)
    return found


def _grown(
    ids: Sequence[str], leads: Sequence[tuple[str, str]], fruits: frozenset[str], hows: Mapping[str, How]
) -> Family:
    """The family of these leads, each told once, the branch a knot grows on before its other ways."""
    parents: dict[str, list[str]] = defaultdict(list)
    children: dict[str, list[str]] = defaultdict(list)
    led_to: dict[str, list[str]] = defaultdict(list)
    for by, to in leads:
        if not parents[to]:
            children[by].append(to)
        parents[to].append(by)
        led_to[by].append(to)
    layers = _layers(ids, parents)
    knots = {
        each: Kin(
            each,
            each in fruits,
            tuple(parents[each]),
            tuple(children[each]),
            tuple(led_to[each]),
            layers[each],
            hows.get(each, How.MET),
        )
        for each in ids
        if parents[each] or led_to[each]
    }
    alone = tuple(each for each in ids if each not in knots)
    return Family(knots, _in_order(knots), alone)


def _in_order(knots: Mapping[str, Kin]) -> tuple[str, ...]:
    """The first plants: those of one family together, families with most fruit first, then the largest, the oldest."""
    family: dict[str, str] = {}

    def head(id_: str) -> str:
        while family.get(id_, id_) != id_:
            family[id_] = family.get(family[id_], family[id_])
            id_ = family[id_]
        return id_

    for knot in knots.values():
        for parent in knot.parents:
            family[head(knot.id)] = head(parent)
    size: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for knot in knots.values():
        size[head(knot.id)][0] -= knot.fruit
        size[head(knot.id)][1] -= 1
    own = _borne(knots)
    firsts = [knot.id for knot in knots.values() if not knot.parents]
    eldest: dict[str, int] = {}
    for place, id_ in enumerate(firsts):
        eldest.setdefault(head(id_), place)
    return tuple(sorted(firsts, key=lambda id_: (*size[head(id_)], eldest[head(id_)], *own[id_])))


def _borne(knots: Mapping[str, Kin]) -> dict[str, list[int]]:
    """How many fruits, and how many knots, grow on each, as negative numbers: who bore most is first."""
    found = {id_: [-int(knot.fruit), -1] for id_, knot in knots.items()}
    for knot in sorted(knots.values(), key=lambda knot: -knot.layer):
        if knot.parent is not None:
            found[knot.parent][0] += found[knot.id][0]
            found[knot.parent][1] += found[knot.id][1]
    return found
