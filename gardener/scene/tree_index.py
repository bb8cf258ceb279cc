"""Which branches and tendrils of a family tree pass which height, so that only what is in view is painted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from gardener.scene.family import How
from gardener.scene.grid import Rect
from gardener.scene.tree_layout import GUTTER, WIDE, Point, TreeLayout
from gardener.scene.tree_wood import trunk_x

BUCKET = 512.0
FAR, STUB = 420.0, 26.0
"""A second way that goes farther up or down is drawn at its ends alone, so far."""


class Stretch(NamedTuple):
    """One branch from its parent's end (or the trunk) to its knot."""

    id: str
    start: Point
    end: Point
    first: float
    last: float
    how: How


class Tendril(NamedTuple):
    """A second way, or one end of a long one; `arrives`: at a child, which it clings to."""

    points: tuple[Point, ...]
    arrives: bool


class TreeIndex:
    """The wood of one layout. `trunk`: at each height where a branch leaves it, how thick the trunk is there."""

    def __init__(self, layout: TreeLayout) -> None:
        self._layout = layout
        self._stretches: dict[int, list[Stretch]] = defaultdict(list)
        self._ways: dict[int, list[Tendril]] = defaultdict(list)
        self.trunk: list[tuple[float, float]] = []
        for stretch in self._branches():
            for bucket in _buckets(stretch.start[1], stretch.end[1]):
                self._stretches[bucket].append(stretch)
        for way in layout.ways:
            for tendril in _near_ends(way.points):
                ys = [y for _, y in tendril.points]
                for bucket in _buckets(min(ys), max(ys)):
                    self._ways[bucket].append(tendril)
        area = 0.0
        for first in layout.family.firsts:
            area += layout.thickness[first] ** 2
            self.trunk.append((layout.feet[first][1], min(24.0, 3.0 + area**0.5 * 0.8)))

    def tendrils(self, area: Rect) -> Iterable[Tendril]:
        """The tendrils that may reach into `area`, each once."""
        return dict.fromkeys(each for b in _buckets(area.y, area.bottom) for each in self._ways.get(b, ()))

    def stretches(self, area: Rect) -> Iterable[Stretch]:
        """The branches that may reach into `area`, each once, the thinnest first."""
        found = {s.id: s for b in _buckets(area.y, area.bottom) for s in self._stretches.get(b, ())}
        near = (s for s in found.values() if s.start[0] < area.right and s.end[0] > area.x - 4.0)
        return sorted(near, key=lambda s: s.last)

    def _branches(self) -> Iterable[Stretch]:
        layout = self._layout
        for id_, (x, y) in layout.feet.items():
            knot = layout.family.knots.get(id_)
            if knot is None:
                continue
            thick = layout.thickness[id_]
            if knot.parent is None:
                start = (trunk_x(y + 24.0), y + 24.0)
                yield Stretch(id_, start, (x, y), min(9.0, thick * 1.25), thick, How.MET)
            else:
                px, py = layout.feet[knot.parent]
                yield Stretch(id_, (px + WIDE, py), (x, y), thick * 1.12, thick, knot.how)


def _near_ends(points: tuple[Point, ...]) -> list[Tendril]:
    """A second way as it is drawn: whole when it is short, else its two ends; the glow of a choice shows all of it."""
    if abs(points[-1][1] - points[0][1]) <= FAR:
        return [Tendril(points, True)]
    (x0, y0), (x1, y1) = points[0], points[-1]
    down = STUB if y1 > y0 else -STUB
    start = ((x0, y0), (x0 + 0.7 * GUTTER, y0 + down))
    return [Tendril(start, False), Tendril(((x1 - 0.7 * GUTTER, y1 - down), (x1, y1)), True)]


def _buckets(one: float, other: float) -> range:
    return range(int(min(one, other) // BUCKET), int(max(one, other) // BUCKET) + 1)
