"""Stems as curves: headings along an arc, turned into points and cubic segments."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from gardener.scene.skeleton import Point

UP = pi / 2


class Curve:
    """A stem's centre line of even segments, each an arc between two headings (radians).

    The line never sinks below `floor`: a stem that would lies along it.
    """

    __slots__ = ("_arms", "floor", "headings", "nodes", "step")

    def __init__(
        self,
        start: Point,
        heading: Callable[[float], float],
        *,
        length: float,
        segments: int,
        floor: float = 0.0,
    ) -> None:
        """Lay out `segments` arcs; `heading` gives the heading at 0..1 along the line."""
        self.step = length / segments
        self.floor = floor
        self.headings = [heading(i / segments) for i in range(segments + 1)]
        third = self.step / 3
        self._arms = [(third * cos(h), third * sin(h)) for h in self.headings]
        self.nodes = [start]
        x, y = start
        for before, after in zip(self.headings, self.headings[1:], strict=False):
            middle = (before + after) * 0.5
            x += self.step * cos(middle)
            y = max(floor, y + self.step * sin(middle))
            self.nodes.append((x, y))

    def at(self, t: float) -> tuple[float, float, float]:
        """Return x, y and heading at `t` in 0..1 along the line."""
        segments = len(self.nodes) - 1
        place = min(max(t, 0.0), 1.0) * segments
        index = min(int(place), segments - 1)
        part = place - index
        before, after = self.headings[index], self.headings[index + 1]
        here = before + (after - before) * part
        (x0, y0), (x1, y1) = self.nodes[index], self.nodes[index + 1]
        # A cubic through both nodes along both headings, so that leaves sit on the painted stem.
        (ax, ay), (bx, by) = self._arms[index], self._arms[index + 1]
        q = 1.0 - part
        a, b, c, d = q * q * q, 3 * q * q * part, 3 * q * part * part, part * part * part
        x = a * x0 + b * (x0 + ax) + c * (x1 - bx) + d * x1
        y = a * y0 + b * self._above(y0 + ay) + c * self._above(y1 - by) + d * y1
        return x, y, here

    def points(self) -> tuple[Point, ...]:
        """Return the 3n + 1 points of the chain of cubics."""
        chain = [self.nodes[0]]
        for index in range(len(self.nodes) - 1):
            (x0, y0), (x1, y1) = self.nodes[index], self.nodes[index + 1]
            (ax, ay), (bx, by) = self._arms[index], self._arms[index + 1]
            chain.append((x0 + ax, self._above(y0 + ay)))
            chain.append((x1 - bx, self._above(y1 - by)))
            chain.append((x1, y1))
        return tuple(chain)

    def _above(self, y: float) -> float:
        return y if y > self.floor else self.floor


def drooping(
    heading: float, *, side: float, droop: float, wave: float = 0.0, arch: float = 0.0
) -> Callable[[float], float]:
    """Return the heading along a stem that starts at `heading` and sinks to one side.

    side: 1 sinks to the right, -1 to the left; droop: 0 stands, 1 hangs straight down at its tip. The tip
    gives way first and the foot last. wave: an S along the stem, arch: a bow to its side, in radians.
    """
    down = (-UP + 0.25) if side > 0 else (pi + UP - 0.25)
    total = (down - heading) * droop
    power, bow = 3.3 - 1.7 * droop, side * arch * (1.0 - droop)

    def at(t: float) -> float:
        return float(heading + total * t**power + wave * sin(2.0 * pi * t) - bow * t * t)

    return at
