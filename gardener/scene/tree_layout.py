"""Where everybody stands in the family tree: columns by layer, rows by a tidy tree. No Qt; x runs right, y down.

The tree lies on its side like an espalier: first plants on the left, what they led to on their right, so that a name has
room on its branch and a row is a line to read. Rows are laid by Reingold and Tilford's tidy drawing of trees ("Tidier
Drawings of Trees", IEEE TSE 7, 1981) over the branches on which each one grows, with a contour for each layer; layers are
Sugiyama, Tagawa and Toda's by longest path (IEEE SMC 11, 1981), and a branch that leaps over layers keeps its row free in
them, as their dummy vertices do. The other ways to a shared child run through the gaps between rows, so that no line lies
on a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gardener.scene.family import Family, Kin
from gardener.scene.grid import Rect

PLANT, WIDE = 38.0, 172.0
"""Height of a plant above its branch; the width of a knot with its name."""
ABOVE, BELOW = 38.0, 18.0
"""What a knot takes above its branch and below it."""
ROW, GUTTER, APART = 64.0, 64.0, 14.0
"""From one row to the next, the room between columns for branches, and more room between two families."""
LEFT = 96.0
"""Where the first column begins; left of it stands the trunk."""
FOOT = 86.0
"""Between the lowest row and those who came by themselves."""
YOUNG = 150.0
"""Height of the tree that has no branch yet, with the promise of one."""
CELL = 132.0
"""Width of one of those who came by themselves."""

SIGN = 34.0
"""Height of the sign at the foot of the trunk."""

Point = tuple[float, float]
NOTHING = Rect(0.0, 0.0, 1.0, 1.0)
ALONE = "\0alone"
"""The id of the group of those who came by themselves, while it is folded."""


class Way(NamedTuple):
    """A second way to a shared child: along these points, each pair of them one piece."""

    by: str
    to: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class TreeLayout:
    """`feet`: where each visible knot stands on its branch (its left end); `ways`: second ways; `hidden`: how many each
    folded knot hides; `thickness`: of the branch that bears each knot. `alone`: who stands in the grid at the foot.
    """

    family: Family
    feet: Mapping[str, Point] = field(default_factory=dict)
    ways: tuple[Way, ...] = ()
    hidden: Mapping[str, int] = field(default_factory=dict)
    thickness: Mapping[str, float] = field(default_factory=dict)
    alone: tuple[str, ...] = ()
    extent: Rect = NOTHING
    ground: float = 0.0
    rows: tuple[tuple[float, tuple[tuple[float, str], ...]], ...] = ()

    def box(self, id_: str) -> Rect:
        """All that belongs to a visible knot: its plant and its words."""
        x, y = self.feet[id_]
        return Rect(x, y - ABOVE, self.width(id_), ABOVE + BELOW)

    def width(self, id_: str) -> float:
        """Of a knot; those who came by themselves stand closer, and their group has a sentence."""
        if id_ == ALONE:
            return 2.0 * WIDE
        return WIDE if id_ in self.family.knots else CELL

    def spare(self, id_: str) -> float:
        """Room beside a knot that nothing grows on: its words may reach into it."""
        kin = self.family.knots.get(id_)
        return GUTTER - APART if kin is not None and not kin.children else 0.0

    def within(self, area: Rect) -> Iterator[str]:
        """The knots whose boxes meet `area`, the upper first."""
        low = bisect_left(self.rows, (area.y - BELOW,))
        for y, knots in self.rows[low:]:
            if y - ABOVE >= area.bottom:
                return
            for x, id_ in knots:
                if x < area.right and area.x < x + self.width(id_) + self.spare(id_) and y + BELOW > area.y:
                    yield id_

    def at(self, x: float, y: float) -> str | None:
        """The knot at a point."""
        return next((k for k in self.within(Rect(x, y, 0.01, 0.01)) if self.box(k).holds(x, y)), None)

    def order(self) -> tuple[str, ...]:
        """Every visible knot as one reads: a branch before the next, then those who came by themselves."""
        found: list[str] = []
        for first in self.family.firsts:
            found += [id_ for id_ in (first, *self.family.below(first)) if id_ in self.feet]
        return (*found, *(id_ for id_ in (ALONE, *self.alone) if id_ in self.feet))


def lay_out(family: Family, *, folded: Collection[str] = (), alone_open: bool = False) -> TreeLayout:
    """The places of all that is visible: what grows on a `folded` knot is not. The same family has the same places."""
    shown = _shown(family, frozenset(folded))
    ys = _rows(family, shown)
    feet = {id_: (LEFT + family.knots[id_].layer * (WIDE + GUTTER), y) for id_, y in ys.items()}
    lowest = max(ys.values(), default=0.0)
    ground = lowest + FOOT if feet else YOUNG
    right = max((x + WIDE for x, _ in feet.values()), default=LEFT + 2 * WIDE)
    right = max(right, LEFT + 3 * WIDE + 2 * GUTTER if not feet else LEFT + 2 * WIDE + GUTTER)
    alone: tuple[str, ...] = ()
    if family.alone and alone_open:
        alone = family.alone
        feet |= _standing(alone, right, ground)
    elif family.alone:
        feet[ALONE] = (LEFT, ground)
    bottom = max((y for _, y in feet.values()), default=ground)
    hidden = {
        id_: sum(1 for _ in family.below(id_))
        for id_ in shown
        if id_ in folded and family.knots[id_].children
    }
    return TreeLayout(
        family,
        feet,
        _ways(family, feet),
        hidden,
        _thickness(family, shown),
        alone,
        Rect(0.0, -ABOVE - APART, right + APART, bottom + ABOVE + 2 * APART + max(BELOW, SIGN)),
        ground,
        _by_row(feet),
    )


def _shown(family: Family, folded: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The visible knots with their visible children, a parent before its children."""
    found: dict[str, tuple[str, ...]] = {}
    waiting = list(reversed(family.firsts))
    while waiting:
        id_ = waiting.pop()
        children = () if id_ in folded else family.knots[id_].children
        found[id_] = children
        waiting.extend(reversed(children))
    return found


class _Contour:
    """The upper and lower edge of a subtree in each layer, measured from `offset`."""

    __slots__ = ("edges", "offset")

    def __init__(self, edges: dict[int, tuple[float, float]]) -> None:
        self.edges, self.offset = edges, 0.0

    def room_below(self, other: _Contour) -> float:
        """How far `other` must come down to lie wholly below this one, layer for layer."""
        few = min(self.edges, other.edges, key=len)
        return max(
            (
                self.edges[layer][1] + self.offset - other.edges[layer][0] - other.offset + ROW
                for layer in few
                if layer in self.edges and layer in other.edges
            ),
            default=-float("inf"),
        )

    def joined(self, below: _Contour) -> _Contour:
        """Both as one; the smaller is put into the larger."""
        large, small = (self, below) if len(self.edges) >= len(below.edges) else (below, self)
        shift = small.offset - large.offset
        for layer, (top, bottom) in small.edges.items():
            held = large.edges.get(layer, (top + shift, bottom + shift))
            large.edges[layer] = min(held[0], top + shift), max(held[1], bottom + shift)
        return large


def _rows(family: Family, shown: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The row of every visible knot, as y."""
    from_parent: dict[str, float] = {}
    contours: dict[str, _Contour] = {}
    for id_ in reversed(list(shown)):
        contours[id_] = _subtree(family.knots[id_], shown[id_], contours, from_parent, family)
    ys: dict[str, float] = {}
    whole: _Contour | None = None
    for first in family.firsts:
        contour = contours[first]
        if whole is None:
            ys[first], whole = 0.0, contour
            continue
        ys[first] = whole.room_below(contour) + APART
        contour.offset += ys[first]
        whole = whole.joined(contour)
    if whole is not None:
        top = min(upper for upper, _ in whole.edges.values()) + whole.offset
        ys = {id_: y - top for id_, y in ys.items()}
    for id_, children in shown.items():
        for child in children:
            ys[child] = ys[id_] + from_parent[child]
    return ys


def _subtree(
    knot: Kin,
    children: Sequence[str],
    contours: Mapping[str, _Contour],
    from_parent: dict[str, float],
    family: Family,
) -> _Contour:
    """Lays the children of one knot below each other as close as they may, the knot in the middle of them."""
    whole: _Contour | None = None
    places: list[float] = []
    for child in children:
        contour = contours[child]
        for layer in range(knot.layer + 1, family.knots[child].layer):
            contour.edges[layer] = (-contour.offset, -contour.offset)  # the branch's own row, kept free
        down = 0.0 if whole is None else max(places[-1] + ROW, whole.room_below(contour))
        contour.offset += down
        places.append(down)
        whole = contour if whole is None else whole.joined(contour)
    middle = (places[0] + places[-1]) / 2 if places else 0.0
    for child, place in zip(children, places, strict=True):
        from_parent[child] = place - middle
    result = whole or _Contour({})
    result.offset -= middle
    result.edges[knot.layer] = (-result.offset, -result.offset)
    return result


def _standing(alone: Sequence[str], right: float, ground: float) -> dict[str, Point]:
    """Those who came by themselves, side by side at the foot of the tree."""
    columns = max(3, int((right - LEFT) // CELL), round(len(alone) ** 0.5 / 1.6))
    return {
        id_: (LEFT + place % columns * CELL, ground + place // columns * ROW)
        for place, id_ in enumerate(alone)
    }


def _ways(family: Family, feet: Mapping[str, Point]) -> tuple[Way, ...]:
    """The second ways between visible knots."""
    taken: dict[int, list[float]] = defaultdict(list)
    for id_, (_, y) in feet.items():
        knot = family.knots.get(id_)
        if knot is not None:
            first = family.knots[knot.parent].layer + 1 if knot.parent else knot.layer
            for layer in range(first, knot.layer + 1):
                taken[layer].append(y)
    for rows in taken.values():
        rows.sort()
    found = []
    for id_ in feet:
        knot = family.knots.get(id_)
        for parent in knot.parents[1:] if knot is not None else ():
            if parent in feet and knot is not None:
                found.append(Way(parent, id_, _route(family.knots[parent], knot, feet, taken)))
    return tuple(found)


def _route(
    start: Kin, end: Kin, feet: Mapping[str, Point], taken: Mapping[int, Sequence[float]]
) -> tuple[Point, ...]:
    """From the right end of one knot to the left end of another, through the gap nearest to the straight line."""
    (x0, y0), (x1, y1) = feet[start.id], feet[end.id]
    points = [(x0 + WIDE, y0)]
    for layer in range(start.layer + 1, end.layer):
        share = (layer - start.layer) / (end.layer - start.layer)
        y = _gap(taken.get(layer, ()), y0 + (y1 - y0) * share)
        left = LEFT + layer * (WIDE + GUTTER)
        points += [(left, y), (left + WIDE, y)]
    return (*points, (x1, y1))


def _gap(rows: Sequence[float], wanted: float) -> float:
    """The y nearest to `wanted` that lies on no knot of a column whose knots stand in `rows` (sorted)."""
    air = (ROW - ABOVE - BELOW) / 2
    at = bisect_left(rows, wanted)
    tries = []
    for low in range(max(0, at - 1), min(len(rows), at + 1) + 1):
        top = rows[low - 1] + BELOW + air if low else -float("inf")
        bottom = rows[low] - ABOVE - air if low < len(rows) else float("inf")
        if top <= bottom:
            tries.append(min(max(wanted, top), bottom))
    return min(tries, key=lambda y: abs(y - wanted), default=wanted)


def _thickness(family: Family, shown: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Of the branch at each knot: by Leonardo's rule, a branch is as thick in area as all that it bears."""
    found: dict[str, float] = {}
    for id_ in reversed(list(shown)):
        borne = sum(found[child] ** 2 for child in shown[id_])
        found[id_] = min(9.0, max(2.1, borne**0.5 * 0.94 + 0.25 if borne else 2.1))
    return found


def _by_row(feet: Mapping[str, Point]) -> tuple[tuple[float, tuple[tuple[float, str], ...]], ...]:
    rows: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for id_, (x, y) in feet.items():
        rows[y].append((x, id_))
    return tuple((y, tuple(sorted(knots))) for y, knots in sorted(rows.items()))
