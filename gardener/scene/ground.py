"""The ground of a plant: mound, puddle, cracks, mulch, fallen leaves, drops, and the seed with its label."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.dice import four
from gardener.scene.skeleton import Bud, Crack, Drop, Ground, LabelStick, Leaf, Point, Seed, Speck, Straw
from gardener.scene.species import Species
from gardener.scene.traits import Traits, ramp, smooth

_STRAWS = 46
_FALLEN = 9
_CRACKS = 6
_SPECKS = 14
_DROPS = 6
_DRIPPING = {
    "stem": 3, "herb": 7, "blades": 2, "spike": 7, "fern": 17, "shrub": 11, "tree": 11, "climber": 5, "runner": 3,
    "rosette": 5, "pads": 2, "grass": 7, "cushion": 13, "bulb": 1, "conifer": 5,
}  # fmt: skip
"""Of how many leaves of each habit one drips."""


def grow_ground(species: Species, seed: int, traits: Traits, *, leaves: list[Leaf]) -> Ground:
    """Return the soil around a plant; drops hang from some of its `leaves`."""
    rx = mound_radius(traits)
    ry = rx * 0.30
    wet = smooth(traits.wetness / 0.55)
    return Ground(
        rx=rx,
        ry=ry,
        wet=wet,
        dry=traits.dryness * (1.0 - 0.8 * wet),
        puddle=puddle_radius(traits),
        flood=ramp(traits.wetness, ((0.7, 0.0), (1.0, 0.75), (1.6, 1.0))),
        specks=_specks(seed, rx, ry),
        cracks=_cracks(seed, rx, ry, traits.dryness * (1.0 - 0.8 * wet)),
        straws=_straws(seed, rx, ry) if traits.resting else (),
        drops=_drops(traits.wetness, leaves, every=_DRIPPING[species.habit]),
        fallen=_fallen(seed, rx, traits, species),
        stick=_stick(seed, traits) if traits.sown else None,
        seed=_seed(seed, traits, species) if traits.sown else None,
    )


def mound_radius(traits: Traits) -> float:
    """Return half the breadth of the mound."""
    return 0.20 + (0.09 if traits.sown else 0.07 * traits.size)


def puddle_radius(traits: Traits) -> float:
    """Return half the breadth of the puddle: 0 when dry, within the mound when soggy, beyond it when drowning."""
    spread = ramp(traits.wetness, ((0.25, 0.0), (0.5, 0.62), (0.8, 0.88), (1.0, 1.38), (2.0, 1.7)))
    return min(0.44, mound_radius(traits) * spread)


def _specks(seed: int, rx: float, ry: float) -> tuple[Speck, ...]:
    specks = []
    for i in range(_SPECKS):
        a, r, size, light = four(seed, i, 501)
        far = 0.25 + 0.7 * r
        specks.append(
            Speck(
                (rx * far * cos(2 * pi * a), ry * far * sin(2 * pi * a)), 0.004 + 0.007 * size, 2 * light - 1
            )
        )
    return tuple(specks)


def _cracks(seed: int, rx: float, ry: float, dry: float) -> tuple[Crack, ...]:
    """Return cracks that run from near the stem to the rim, longer and wider the drier it is."""
    cracks = []
    for i in range(_CRACKS):
        far = smooth((dry * 1.5 - 0.08 * i) / 0.9)
        if far <= 1e-5:
            continue
        jitter, first, second, _ = four(seed, i, 502)
        angle = (i + 0.25 + 0.5 * jitter) * 2 * pi / _CRACKS
        points = [_rim(angle, 0.16, rx, ry)]
        for step, turn in ((0.42, first), (0.72, second), (0.98, first - second + 0.5)):
            points.append(_rim(angle + (turn - 0.5) * 0.55, 0.16 + (step - 0.16) * far, rx, ry))
        cracks.append(Crack(tuple(points), 0.013 * far))
    return tuple(cracks)


def _rim(angle: float, far: float, rx: float, ry: float) -> Point:
    return rx * far * cos(angle), ry * far * sin(angle)


def _straws(seed: int, rx: float, ry: float) -> tuple[Straw, ...]:
    straws = []
    for i in range(_STRAWS):
        a, r, turn, tone = four(seed, i, 503)
        far = 1.22 * r**0.5
        x = rx * far * cos(2 * pi * a)
        y = ry * far * sin(2 * pi * a) + 0.075 * (1.0 - (far / 1.25) ** 2)
        angle = (turn - 0.5) * 1.5 + (0.25 if x < 0 else -0.25)
        half = 0.035 + 0.04 * tone
        dx, dy = half * cos(angle), half * sin(angle) * 0.6
        straws.append(Straw((x - dx, max(-0.1, y - dy)), (x + dx, max(-0.1, y + dy)), 2 * tone - 1))
    straws.sort(key=lambda straw: -(straw.start[1] + straw.end[1]))
    return tuple(straws)


def _drops(wetness: float, leaves: list[Leaf], *, every: int) -> tuple[Drop, ...]:
    """Return drops under the tips of each `every`th leaf, one after the other as it gets wetter."""
    if wetness < 0.38:
        return ()
    drops = []
    for leaf in leaves:
        rank, rest = divmod(leaf.key, every)
        if rest == 0 and leaf.key < 100_000:
            size = (
                0.055 * smooth((wetness - 0.38 - 0.11 * (rank % _DROPS)) / 0.25) * smooth(leaf.width / 0.03)
            )
            if size > 1e-5:
                drops.append(
                    Drop((min(0.425, max(-0.425, leaf.tip[0])), max(0.0, leaf.tip[1] - 0.6 * size)), size)
                )
    return tuple(drops)


def _fallen(seed: int, rx: float, traits: Traits, species: Species) -> tuple[Leaf, ...]:
    if traits.vitality is None:
        return ()
    fallen = []
    for i in range(_FALLEN):
        size = smooth((0.215 - traits.vitality - 0.014 * i) / 0.05) * (0.55 + 0.45 * traits.size)
        if size <= 1e-5:
            continue
        a, r, turn, tone = four(seed, i, 504)
        x = min(0.36, rx * 1.25) * (2 * ((i * 0.618 + a * 0.3) % 1.0) - 1)
        y = -0.055 + 0.07 * r
        length = size * min(0.13, max(0.075, species.leaf.length * 0.5))
        angle = (turn - 0.5) * 1.2 + (pi if tone > 0.5 else 0.0)
        dx, dy = length * cos(angle), 0.35 * length * sin(angle)
        fallen.append(
            Leaf(
                900 + i,
                (x - dx / 2, y - dy / 2),
                (x, y + 0.3 * length * tone),
                (x + dx / 2, y + dy / 2),
                length * 0.42,
                0.0,
                0.07 + 0.09 * tone,
                0.0,
                1.0,
                0.5 * (r - 0.5),
            )
        )
    return tuple(fallen)


def _stick(seed: int, traits: Traits) -> LabelStick:
    """Return the label: it stands beside a seed, bleaching, and lies bleached beside a withered one."""
    lean, height, _, _ = four(seed, 505)
    age = 1.0 - traits.vigour
    down = fallen_label(traits.vigour)
    return LabelStick(
        (0.150 - 0.04 * smooth(age) - 0.12 * down, 0.010 + 0.03 * down),
        (0.55 + 0.04 * height) * (1.0 - 0.28 * down),
        -0.03 - 0.06 * lean - 0.12 * smooth(age) - 1.20 * down,
        age,
    )


def fallen_label(vigour: float) -> float:
    """Return how far the label of a seed has fallen: 0 standing, 1 lying. It stands as long as the seed lives: only in
    its last tenth it falls, so that a seed and a withered one are told apart where no colour is seen.
    """
    return smooth((0.1 - vigour) / 0.1)


def bud_on_label(stick: LabelStick) -> Bud:
    """Return the bud that waits for me where there is no plant yet: it sits on the label's upper edge."""
    x, y = stick.foot[0] - 0.86 * stick.height * sin(stick.lean) - 0.10, 0.90 * stick.height * cos(stick.lean)
    return Bud((x, y - 0.03), (x, y - 0.02), (x, y), 0.05)


def _seed(seed: int, traits: Traits, species: Species) -> Seed:
    turn, _, _, _ = four(seed, 506)
    length = species.seed.length * (1.55 + 0.27 * traits.vigour)
    return Seed((-0.070, 0.085), length, 0.12 + 0.5 * turn, traits.vigour)
