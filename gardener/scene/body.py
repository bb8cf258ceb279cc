"""The sheet on which a grower draws up a plant's body."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from gardener.scene.curves import UP, Curve, drooping
from gardener.scene.dice import four
from gardener.scene.posture import posture_of
from gardener.scene.skeleton import Bud, Clump, Flower, Fruit, Leaf, Point, Stem, Support
from gardener.scene.species import Species
from gardener.scene.traits import Traits, smooth

_FLOOR = -0.045
_TILT_OF_VIEW = 0.34

_DEEP = {"cup": 0.75, "bell": 0.45, "plume": 0.55, "whorl": 0.5}
FRUIT_ROOM = 12
"""Places for fruits: half for large ones, half for small ones."""


class Anchor(NamedTuple):
    """A place where a flower or fruit can sit: where, the heading there, how far it has grown (0..1), depth,
    and for a fruit where on the plant its stalk begins, if not there, and whether it sits there and does not hang."""

    at: Point
    heading: float
    room: float
    depth: float
    foot: Point | None = None
    sits: bool = False


class Body:
    """Collects the parts of one plant. Growers add; nothing is taken away."""

    __slots__ = (
        "bud", "clumps", "flower_places", "flowers", "fruit_places", "fruits", "home", "leaves", "posture", "seed",
        "species", "stems", "supports", "traits",
    )  # fmt: skip

    def __init__(self, species: Species, seed: int, traits: Traits) -> None:
        """Begin an empty body."""
        self.species = species
        self.seed = seed
        self.traits = traits
        self.posture = posture_of(traits)
        self.supports: list[Support] = []
        self.stems: list[Stem] = []
        self.clumps: list[Clump] = []
        self.leaves: list[Leaf] = []
        self.flowers: list[Flower] = []
        self.fruits: list[Fruit] = []
        self.home = Anchor((0.0, 0.1), UP, 1.0, 0.8)
        self.flower_places: dict[int, Anchor] = {}
        self.fruit_places: dict[int, Anchor] = {}
        self.bud: Bud | None = None

    @property
    def height(self) -> float:
        """Return the height that this size gives an upright plant."""
        growth = self.species.growth
        return growth.seedling + (growth.full - growth.seedling) * float(self.traits.size**growth.pace)

    def dice(self, *key: int) -> tuple[float, float, float, float]:
        """Return four numbers in [0, 1) for the part `key` of this very plant."""
        return four(self.seed, *key)

    def unfolded(self, count: tuple[float, float], index: int, *, over: float = 1.5) -> float:
        """Return how far (0..1) the part number `index` has come, of a number that grows with size."""
        number = count[0] + (count[1] - count[0]) * self.traits.size
        return smooth((number - index) / over)

    def bloom(self, index: int) -> float:
        """Return how far the flower number `index` is open."""
        return min(1.0, max(0.0, self.traits.flowers - index))

    def kept(self, luck: float) -> float:
        """Return what is left (0..1) of a leaf of this luck once withering lets the leaves fall."""
        return smooth((self.posture.vitality - (0.20 * luck - 0.06)) / 0.06)

    def stem(
        self,
        key: int,
        start: Point,
        heading: float,
        *,
        length: float,
        foot: float,
        tip: float,
        side: float,
        woody: float = 0.0,
        give: float = 1.0,
        wave: float = 0.0,
        arch: float = 0.0,
        segments: int = 4,
        depth: float = 0.0,
        light: float = 0.0,
    ) -> Curve:
        """Add a stem and return its line. `give` (0..1) says how much of the droop it follows; `arch` bows it to its side
        by so many radians at its tip, well or not.
        """
        held = self.posture.droop * give + 0.10 * self.posture.limp * give
        line = drooping(heading, side=side, droop=min(1.0, held), wave=wave, arch=arch)
        curve = Curve(start, line, length=length, segments=segments, floor=0.0)
        if length > 1e-5:
            self.draw(key, curve, foot=foot, tip=tip, woody=woody, depth=depth, light=light)
        return curve

    def draw(
        self,
        key: int,
        curve: Curve,
        *,
        foot: float,
        tip: float,
        woody: float = 0.0,
        depth: float = 0.0,
        light: float = 0.0,
    ) -> None:
        """Add a stem along a line of its own."""
        p = self.posture
        thin = 1.0 - 0.18 * p.shrivel * (1.0 - woody)
        self.stems.append(
            Stem(key, curve.points(), foot * thin, tip * thin, woody, p.fresh, p.pale * 0.6, depth, light)
        )

    def leaf(
        self,
        key: int,
        base: Point,
        *,
        azimuth: float,
        length: float,
        rise: float | None = None,
        curl: float | None = None,
        breadth: float | None = None,
        tilt: float = 0.0,
        low: float = 0.0,
        light: float = 0.0,
        hold: float = 1.0,
        stalk: float | None = None,
        depth: float | None = None,
    ) -> None:
        """Add a leaf seen in space.

        azimuth: where it points, 0 right, pi/2 towards the viewer; rise: radians above level when well;
        tilt: how far the stem has turned from upright; low: 0 high on the plant, 1 at its foot (these fade
        first); hold: 1 for a leaf that hangs like the rest, less for stiff ones (shares of the droop);
        depth: when it lies otherwise than where it points.
        """
        form, p = self.species.leaf, self.posture
        luck, jitter, tone, turn = self.dice(key, 77)
        kept = self.kept(luck)
        size = length * kept * (0.86 + 0.24 * jitter) * (1.0 + 0.16 * p.lush) * (1.0 - 0.22 * p.shrivel)
        if size <= 1e-5:
            return
        hang = min(1.0, p.hang * hold + 0.75 * p.limp * hold)
        lift = (form.rise if rise is None else rise) + (turn - 0.5) * 0.3
        lift += 0.34 * p.lush - 0.06 + 0.5 * p.sleep * (1.0 - hang)
        first = lift - hang * (lift + 0.78 + 0.5 * luck)
        bend = (form.curl if curl is None else curl) * (1.0 - 0.55 * p.lush) + 0.6 * hang
        second = max(first - bend, -1.5)
        way = cos(azimuth), sin(azimuth)
        control = _reach(base, way, first, size * 0.5, tilt * (1.0 - 0.75 * hang))
        tip = _reach(control, way, second, size * 0.5, tilt * (1.0 - 0.9 * hang))
        facing = 0.68 + 0.32 * abs(sin(azimuth + 0.4))
        width = length * kept * (form.width if breadth is None else breadth) * facing
        fade = max(0.0, 1.0 - p.vitality * 1.6) * 0.05 + 0.05
        self.leaves.append(
            Leaf(
                key,
                base,
                control,
                tip,
                width * (1.0 - 0.50 * p.shrivel) * (1.0 + 0.08 * p.lush),
                form.stalk if stalk is None else stalk,
                max(0.0, p.fresh - fade * low - 0.06 * (tone - 0.5)),
                min(1.0, p.pale * (0.72 + 0.55 * low)),
                way[1] if depth is None else depth,
                light + 0.20 * way[1] + 0.22 * (tone - 0.5) - 0.12 * low,
            )
        )

    def leaflets(
        self, key: int, base: Point, *, azimuth: float, length: float, rise: float, light: float
    ) -> None:
        """Add a leaf of as many leaflets as the species has: one at the end, the others in pairs."""
        count = int(self.species.leaf.leaflets)
        if count <= 1:
            self.leaf(key, base, azimuth=azimuth, length=length, rise=rise, light=light)
            return
        before = len(self.leaves)
        self.leaf(key, base, azimuth=azimuth, length=length, rise=rise, light=light + 0.06, stalk=0.5)
        if len(self.leaves) == before:
            return
        end = self.leaves[-1]
        self.leaves[-1] = end._replace(width=end.width * 0.52)
        (bx, by), (cx, cy), (tx, ty) = base, end.control, end.tip
        spread = 0.95 - 0.5 * self.posture.hang
        c, aside = 0.48 * cos(spread), 0.48 * sin(spread)
        for pair in range((count - 1) // 2):
            t = 0.46 - 0.16 * pair
            u, v, w = (1.0 - t) * (1.0 - t), 2 * (1.0 - t) * t, t * t
            x, y = u * bx + v * cx + w * tx, u * by + v * cy + w * ty
            for hand, s in ((1, aside), (2, -aside)):
                self.leaves.append(
                    Leaf(
                        key + 100_000 * (2 * pair + hand),
                        (x, y),
                        _turned(x, y, cx - bx, cy - by, c, s),
                        _turned(x, y, tx - bx, ty - by, c, s),
                        end.width * 0.47,
                        0.0,
                        end.fresh,
                        end.pale,
                        end.depth,
                        end.light - 0.06 * hand,
                    )
                )

    def clump(self, key: int, centre: Point, radius: float) -> None:
        """Add a shaded mass of foliage; it goes as the leaves do."""
        luck, turn, tone, _ = self.dice(key, 78)
        size = radius * smooth((self.posture.vitality - 0.06 - 0.1 * luck) / 0.22)
        if size > 1e-5:
            p = self.posture
            self.clumps.append(
                Clump(key, centre, size, turn * 2 * pi, p.fresh, p.pale * 0.9, 0.25 * (tone - 0.5))
            )

    def bear(self) -> None:
        """Let flowers and fruits sit on the places that the grower has named, as far as the traits say."""
        # A spike has drawn its bells along its stems already.
        for index in range(0 if self.species.habit == "spike" else int(self.species.flower.room)):
            opened = self.bloom(index)
            if opened <= 1e-5:
                break
            self._flower(index, opened)
        # Large fruits take the even places and small ones the odd, so that neither moves the other.
        for parity, amount, share in (
            (0, self.traits.fruits_large, 1.0),
            (1, self.traits.fruits_small, 0.70),
        ):
            for number in range(FRUIT_ROOM // 2):
                ripe = min(1.0, amount - number)
                if ripe <= 1e-5:
                    break
                self._fruit(2 * number + parity, share * smooth(ripe), large=parity == 0)

    def _flower(self, index: int, opened: float) -> None:
        p, form = self.posture, self.species.flower
        full = form.radius * (0.55 + 0.45 * self.traits.size)
        place = self._settled(self.flower_places.get(index), index, full)
        size = full * (0.35 + 0.65 * smooth(opened)) * min(1.0, opened * 4.0) * (1.0 - 0.28 * p.shrivel)
        self.add_flower(
            index,
            place,
            radius=size * (1.0 if index == 0 else form.minor),
            opened=smooth(opened) * (1.0 - 0.45 * p.shrivel),
        )

    def add_flower(self, key: int, place: Anchor, *, radius: float, opened: float) -> None:
        """Add one flower as it is."""
        tone = self.dice(key, 79)[0]
        self.flowers.append(
            Flower(
                key,
                place.at,
                place.heading,
                radius,
                opened,
                self.posture.fresh,
                place.depth,
                0.3 * (tone - 0.5),
                _DEEP.get(self.species.flower.form, 0.0),
            )
        )

    def _fruit(self, index: int, share: float, *, large: bool) -> None:
        radius = self.species.fruit.radius * (0.72 + 0.28 * self.traits.size) * share
        radius *= 1.0 - 0.3 * self.posture.shrivel
        place = self._settled(self.fruit_places.get(index), index + 40, 1.8 * self.species.fruit.radius)
        x, y = place.at
        hung = (x + 0.35 * radius * cos(place.heading), max(radius * 0.5, y - radius * 1.35))
        if place.sits:
            hung = (x + 0.8 * radius * cos(place.heading), y + 0.8 * radius * sin(place.heading))
        foot = place.foot or place.at
        self.fruits.append(Fruit(index, foot, place.at, hung, radius, large, self.posture.fresh, place.depth))

    def _settled(self, place: Anchor | None, index: int, reach: float) -> Anchor:
        """Return a place that has grown; while it has not, it lies near the plant's home."""
        turn = 2.4 * index
        far = reach * (0.0 if index == 0 else 0.9)
        x, y = self.home.at[0] + far * cos(turn), self.home.at[1] + 0.7 * far * sin(turn)
        if place is None:
            return Anchor((x, y), self.home.heading, 1.0, self.home.depth)
        own = smooth(place.room)
        return Anchor(
            (x + (place.at[0] - x) * own, y + (place.at[1] - y) * own),
            self.home.heading + (place.heading - self.home.heading) * own,
            1.0,
            self.home.depth + (place.depth - self.home.depth) * own,
            place.foot,
            place.sits,
        )

    def wait(self) -> None:
        """Set the bud with a dot on a shoot of its own beside the plant, at the same place whatever the species."""
        if not self.traits.waiting:
            return
        size = self.traits.size
        high, aside = 0.33 + 0.30 * size, 0.21 + 0.12 * size
        self.bud = Bud((0.03, 0.005), (aside + 0.03, 0.40 * high), (aside, high), 0.060 + 0.006 * size)


def _reach(base: Point, way: Point, elevation: float, length: float, tilt: float) -> Point:
    """Return where a step of `length` in space lands in the picture, never below the soil.

    way: cosine and sine of the azimuth.
    """
    flat = cos(elevation)
    x, y = flat * way[0], sin(elevation) - _TILT_OF_VIEW * flat * way[1]
    if tilt:
        c, s = cos(tilt), sin(tilt)
        x, y = x * c - y * s, x * s + y * c
    return base[0] + x * length, max(_FLOOR - 0.03 * way[1], base[1] + y * length)


def _turned(x: float, y: float, dx: float, dy: float, c: float, s: float) -> Point:
    """Return the end of a step turned by cosine `c` and sine `s`, never below the soil."""
    return x + dx * c - dy * s, max(_FLOOR, y + dx * s + dy * c)
