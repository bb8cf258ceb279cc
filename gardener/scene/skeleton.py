"""A plant in plain data: stems, leaves, flowers, fruits and ground, in units of its full grown height.

The foot of the plant is (0, 0), x runs right, y runs up. Every part has a `key`, its identity across
traits: the same leaf of the same plant keeps its key while it grows. `depth` runs from -1 (behind the
stem) to 1 (before it), `light` from -1 (shade) to 1 (sun), `fresh` from 0 (dead) to 1 (lush) and
`pale` from 0 to 1 (yellow from too much water).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, hypot, sin
from typing import NamedTuple

Point = tuple[float, float]


class Stem(NamedTuple):
    """A tapered chain of cubic curves: 3n + 1 points, the width at its foot and at its tip."""

    key: int
    points: tuple[Point, ...]
    foot_width: float
    tip_width: float
    woody: float
    fresh: float
    pale: float
    depth: float
    light: float


class Support(NamedTuple):
    """A lath of the trellis that a climber holds on to; it neither grows nor wilts with the plant."""

    key: int
    foot: Point
    top: Point
    width: float


class Leaf(NamedTuple):
    """A leaf whose midrib is the quadratic curve base → control → tip; `width` is its widest breadth, `stalk` the
    share of the midrib that is bare.
    """

    key: int
    base: Point
    control: Point
    tip: Point
    width: float
    stalk: float
    fresh: float
    pale: float
    depth: float
    light: float


class Clump(NamedTuple):
    """The shaded mass of foliage behind the single leaves of a crown: an ellipse with lobes."""

    key: int
    centre: Point
    radius: float
    turn: float
    fresh: float
    pale: float
    light: float


class Flower(NamedTuple):
    """A flower: `heading` is where its stalk points (radians, 0 = right, up = pi/2), `opened` 0 bud to 1; `deep` is
    how far a form seen from the side reaches on beyond its radius, in radii.
    """

    key: int
    centre: Point
    heading: float
    radius: float
    opened: float
    fresh: float
    depth: float
    light: float
    deep: float = 0.0


class Fruit(NamedTuple):
    """A fruit on a stalk that leaves the plant at `foot`, bows over `anchor` and ends at the fruit."""

    key: int
    foot: Point
    anchor: Point
    centre: Point
    radius: float
    large: bool
    fresh: float
    depth: float


class Bud(NamedTuple):
    """The bud with a dot that says: something waits for me."""

    foot: Point
    control: Point
    tip: Point
    radius: float


class Speck(NamedTuple):
    """A crumb of soil."""

    centre: Point
    radius: float
    light: float


class Crack(NamedTuple):
    """A crack in dry soil."""

    points: tuple[Point, ...]
    width: float


class Straw(NamedTuple):
    """One stalk of the mulch."""

    start: Point
    end: Point
    light: float


class Drop(NamedTuple):
    """A drop of water; `size` is its height."""

    centre: Point
    size: float


class LabelStick(NamedTuple):
    """The wooden label beside a seed; `lean` in radians, `age` 0 new to 1 bleached."""

    foot: Point
    height: float
    lean: float
    age: float


class Seed(NamedTuple):
    """A seed lying on its mound; `length` along `turn` (radians), `vigour` 1 fresh to 0 withered."""

    centre: Point
    length: float
    turn: float
    vigour: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The soil a plant stands in: an ellipse (radii `rx`, `ry`) and what lies on it."""

    rx: float
    ry: float
    wet: float
    dry: float
    puddle: float
    flood: float
    specks: tuple[Speck, ...] = ()
    cracks: tuple[Crack, ...] = ()
    straws: tuple[Straw, ...] = ()
    drops: tuple[Drop, ...] = ()
    fallen: tuple[Leaf, ...] = ()
    stick: LabelStick | None = None
    seed: Seed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """One plant, ready to be painted. `height` is the reach of its body above the soil."""

    species: str
    ground: Ground
    height: float
    supports: tuple[Support, ...] = ()
    stems: tuple[Stem, ...] = ()
    clumps: tuple[Clump, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    flowers: tuple[Flower, ...] = ()
    fruits: tuple[Fruit, ...] = ()
    bud: Bud | None = None


Box = tuple[float, float, float, float]


def bounds(skeleton: Skeleton) -> Box:
    """Return left, bottom, right, top of all that is painted, shadow excepted, in units of full height."""
    ground = skeleton.ground
    reach = max(ground.rx, ground.puddle)
    boxes = [(-reach, -ground.ry * 1.6, reach, ground.ry)]
    boxes.extend(body_boxes(skeleton))
    boxes.extend(_leaf_box(leaf) for leaf in ground.fallen)
    for straw in ground.straws:
        boxes.append(_around((straw.start, straw.end), 0.004))
    for drop in ground.drops:
        boxes.append(_around((drop.centre,), drop.size * 0.4))
    if ground.stick is not None:
        top = ground.stick.foot[0] - ground.stick.height * sin(ground.stick.lean), ground.stick.height
        boxes.append(_around((ground.stick.foot, top), 0.10))
    if ground.seed is not None:
        boxes.append(_around((ground.seed.centre,), ground.seed.length * 0.6))
    return _union(boxes)


def body_boxes(skeleton: Skeleton) -> Iterator[Box]:
    """Yield the box of every part of the body, ground excepted."""
    yield from frame_boxes(skeleton)
    for points, aside, above in round_parts(skeleton):
        left, bottom, right, top = _around(points, 0.0)
        yield left - aside, bottom - aside, right + aside, top + above


def frame_boxes(skeleton: Skeleton) -> Iterator[Box]:
    """Yield the box of every lath, stem, clump and leaf."""
    for lath in skeleton.supports:
        yield _around((lath.foot, lath.top), lath.width * 0.5)
    for stem in skeleton.stems:
        yield _around(stem.points, stem.foot_width * 0.5)
    for clump in skeleton.clumps:
        yield _around((clump.centre,), clump.radius)
    for leaf in skeleton.leaves:
        yield _leaf_box(leaf)


def round_parts(skeleton: Skeleton) -> Iterator[tuple[tuple[Point, ...], float, float]]:
    """Yield the points of every flower, fruit and bud, and the margins that each needs beside and above its points."""
    for flower in skeleton.flowers:
        far = flower.deep * flower.radius
        aside = flower.radius + far * abs(cos(flower.heading))
        yield (flower.centre,), aside, flower.radius + far * max(0.0, sin(flower.heading))
    for fruit in skeleton.fruits:
        yield (fruit.foot, fruit.anchor, fruit.centre), fruit.radius * 1.1, fruit.radius * 1.1
    if (bud := skeleton.bud) is not None:
        yield (bud.foot, bud.control, bud.tip), bud.radius * 1.6, bud.radius * 1.6


def _leaf_box(leaf: Leaf) -> Box:
    (bx, by), (cx, cy), (tx, ty) = leaf.base, leaf.control, leaf.tip
    mx, my = 0.25 * bx + 0.5 * cx + 0.25 * tx, 0.25 * by + 0.5 * cy + 0.25 * ty
    half = leaf.width * 0.5
    # A broad one is rounded at its tip.
    round_ = half * min(1.0, max(0.0, leaf.width / (hypot(tx - bx, ty - by) + 1e-9) - 0.42) * 5.0)
    ex, ey = mx + 0.45 * (tx - mx), my + 0.45 * (ty - my)
    return (
        min(bx, tx, mx - half, ex - round_),
        min(by, ty, my - half, ey - round_),
        max(bx, tx, mx + half, ex + round_),
        max(by, ty, my + half, ey + round_),
    )


def _around(points: Iterable[Point], margin: float) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _union(boxes: Iterable[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
