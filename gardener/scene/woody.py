"""Growers of woody plants: the shrub of several canes and the tree with a trunk."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin

from gardener.scene.body import Anchor, Body
from gardener.scene.curves import UP, Curve
from gardener.scene.soft import cotyledons
from gardener.scene.traits import smooth

_GOLDEN_ANGLE = 2.399963229728653
_CROWN = (2.55, 0.65, 1.55, 3.45, -0.25)
"""Where in the crown each limb ends: radians round its middle."""
_MASS = ((0.0, 0.22, 0.155), (-0.15, 0.15, 0.125), (0.15, 0.16, 0.125), (0.0, 0.34, 0.11))
"""The shaded inside of a crown: beside and above the fork, and how large."""
_CANE_FLOWERS = (0, 1, 2, 8, 9, 15, 16)
_CONIFER_FLOWERS = (13, 9, 8, 17, 21, 4, 16, 22, 5, 12, 18, 14)
_CONES = (10, 7, 11, 6, 3, 15, 19, 2, 23, 20, 24, 1)
"""On which boughs of a conifer they sit, the first in the middle of its height."""
_TWIG_FLOWERS = (3, 10, 17)
_TWIG_FRUITS = (5, 0, 10)


def grow_shrub(body: Body) -> None:
    """Grow canes that rise from the foot and arch outward, with side twigs; flowers sit on cane and twig tips."""
    form, height = body.species.stem, body.height
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share > 1e-5:
            _cane(body, k, share, height)


def _cane(body: Body, k: int, share: float, height: float) -> None:
    form, size = body.species.stem, body.traits.size
    jitter, tall, wave, _ = body.dice(k, 21)
    fan = (0.0, -0.8, 0.85, -0.42, 0.45, -1.0, 1.0)[k % 7]
    spread = form.lean * (fan + 0.22 * (jitter - 0.5)) * (0.5 + 0.5 * size)
    hand = 1.0 if spread > 0 else -1.0
    width = form.width * (0.3 + 0.7 * size) * (0.75 + 0.25 * share)
    curve = body.stem(
        k + 1,
        (0.020 * fan, 0.004),
        UP - spread * 0.75,
        length=height * share * (0.90 - 0.10 * abs(fan) + 0.08 * (tall - 0.5)),
        foot=width,
        tip=width * 0.34,
        side=hand,
        woody=form.woody,
        give=form.limp,
        wave=-hand * 0.10 + (wave - 0.5) * 0.18,
        segments=5,
        depth=-0.5 + 0.12 * k,
    )
    if k == 0:
        cotyledons(body, curve)
    _dress(body, curve, 1000 * (k + 1), number=4, share=share, begin=0.30)
    for j in range(3 if k < 3 else 2):
        _twig(body, curve, k, j, share=share, height=height)
    x, y, heading = curve.at(1.0)
    tip = Anchor((x, y), heading, share, 0.85)
    body.flower_places[_CANE_FLOWERS[k % 7]] = tip
    if k == 0:
        body.home = tip


def _twig(body: Body, cane: Curve, k: int, j: int, *, share: float, height: float) -> None:
    form, size = body.species.stem, body.traits.size
    turn, tall, wave, _ = body.dice(k, j, 22)
    come = share * smooth((size - 0.16 - 0.13 * j - 0.03 * k) / 0.3)
    if come <= 1e-5:
        return
    t = 0.42 + 0.19 * j
    x, y, heading = cane.at(t)
    away = 1.0 if (j + k) % 2 else -1.0
    twig = body.stem(
        100 * (k + 1) + j,
        (x, y),
        heading - away * (0.62 + 0.35 * turn),
        length=height * come * (0.25 - 0.05 * j + 0.07 * tall),
        foot=form.width * 0.5 * (0.3 + 0.7 * size),
        tip=form.width * 0.22,
        side=away,
        woody=form.woody * 0.6,
        give=form.limp,
        wave=away * 0.12 + (wave - 0.5) * 0.2,
        segments=3,
        depth=-0.3,
    )
    ex, ey, eh = twig.at(1.0)
    cx, cy, _ = twig.at(0.7)
    body.clump(100 * (k + 1) + j, (cx, cy), 0.066 * come * size)
    _dress(body, twig, 1000 * (k + 1) + 100 * (j + 1), number=3, share=come, begin=0.36)
    body.flower_places[_TWIG_FLOWERS[j] + k] = Anchor((ex, ey), eh, come, 0.85)
    body.fruit_places[_TWIG_FRUITS[j] + k] = Anchor((cx, cy), eh, come, 0.8)


def _dress(body: Body, curve: Curve, key: int, *, number: int, share: float, begin: float) -> None:
    """Set leaves along a cane or twig, the last at its tip."""
    leaf, size = body.species.leaf, body.traits.size
    for i in range(number):
        t = begin + (1.0 - begin) * i / (number - 1)
        x, y, _ = curve.at(t)
        turn, tone, _, _ = body.dice(key, i, 23)
        azimuth = (i * (pi - 0.5) + turn * 1.6 + key) % (2 * pi)
        body.leaflets(
            key + i,
            (x, y),
            azimuth=azimuth,
            length=leaf.length * share * (0.45 + 0.55 * size),
            rise=leaf.rise + 0.4 * (turn - 0.5) + 0.35 * (t > 0.99),
            light=0.35 * (y - 0.45) + 0.15 * (tone - 0.5),
        )


def grow_tree(body: Body) -> None:
    """Grow a trunk that forks into limbs and boughs, with sprays of leaves at every bough's end."""
    form, height, size = body.species.stem, body.height, body.traits.size
    lean, wave, side, _ = body.dice(31)
    hand = 1.0 if side < 0.5 else -1.0
    width = form.width * (0.16 + 0.84 * size**1.2)
    trunk = body.stem(
        1,
        (0.0, 0.0),
        UP + (lean - 0.5) * 0.5,
        length=height * (0.90 - 0.40 * smooth(size / 0.55)),
        foot=width,
        tip=width * 0.55,
        side=hand,
        woody=form.woody,
        give=form.limp * 0.55,
        wave=(wave - 0.5) * 0.28,
        segments=4,
    )
    cotyledons(body, trunk)
    _spray(body, trunk, 500, share=1.0 - smooth((size - 0.1) / 0.5), number=5)
    x, y, heading = trunk.at(1.0)
    body.home = Anchor((x, y + 0.03), heading, 1.0, 0.9)
    full, sunk = height * smooth((size - 0.30) / 0.55), 1.0 - 0.75 * body.posture.droop
    for k, (aside, above, radius) in enumerate(_MASS):
        if full > 1e-5:
            body.clump(90 + k, (x + aside * full, y + above * sunk * height), radius * full)
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share > 1e-5:
            _limb(body, trunk, k, share, height)


def _limb(body: Body, trunk: Curve, k: int, share: float, height: float) -> None:
    """Grow one limb towards its part of the crown, with three boughs that end near the crown's rim."""
    form, size = body.species.stem, body.traits.size
    jitter, tall, wave, _ = body.dice(k, 32)
    x, y, heading = trunk.at(1.0 - 0.06 * (k % 3) - 0.03 * k)
    broad = height * form.lean * (0.55 + 0.45 * smooth(size / 0.6))
    angle = _CROWN[k % 5] + 0.35 * (jitter - 0.5)
    dx = broad * cos(angle) - (x - trunk.nodes[0][0]) * 0.4
    dy = height * 0.17 + 0.72 * broad * sin(angle) + trunk.nodes[-1][1] - y
    hand = 1.0 if dx > 0 else -1.0
    width = form.width * 0.52 * (0.2 + 0.8 * size)
    limb = body.stem(
        10 + k,
        (x, y),
        atan2(dy, dx) + 0.5 * (heading - UP),
        length=hypot(dx, dy) * share * (0.96 + 0.08 * tall),
        foot=width,
        tip=width * 0.4,
        side=hand,
        woody=form.woody,
        give=form.limp,
        wave=hand * 0.14 + (wave - 0.5) * 0.16,
        segments=3,
        depth=-0.3 + 0.1 * k,
    )
    for j, t in enumerate((1.0, 0.74, 0.46)):
        _crown_bough(body, limb, k, j, t, share * smooth((size - 0.12 * j - 0.03 * k) / 0.3), width)


def _crown_bough(body: Body, limb: Curve, k: int, j: int, t: float, come: float, width: float) -> None:
    form, size, height = body.species.stem, body.traits.size, body.height
    turn, reach, _, _ = body.dice(k, j, 33)
    x, y, heading = limb.at(t)
    away = 1.0 if (j + k) % 2 else -1.0
    bough = body.stem(
        100 * (k + 1) + j,
        (x, y),
        heading - away * (0.15 + (0.75 if j else 0.1) + 0.3 * turn),
        length=height * come * (0.12 + 0.05 * reach),
        foot=width * 0.42,
        tip=width * 0.2,
        side=away,
        woody=form.woody,
        give=form.limp,
        segments=2,
        depth=-0.2,
    )
    ex, ey, eh = bough.at(1.0)
    body.clump(100 * (k + 1) + j, (ex, ey - 0.015), 0.090 * come * size)
    _spray(body, bough, 1000 * (k + 1) + 100 * j, share=come, number=13)
    angle = body.dice(k, j, 34)[0] * 2 * pi
    limbs = int(form.count[1])
    place = (ex + 0.055 * come * cos(angle), ey + 0.05 * come * sin(angle))
    body.flower_places[limbs * j + k] = Anchor(place, eh, come, 0.9)
    body.fruit_places[(limbs * (2 - j) + k) % (3 * limbs)] = Anchor((ex, ey - 0.03 * come), eh, come, 0.9)


def _spray(body: Body, curve: Curve, key: int, *, share: float, number: int) -> None:
    """Set leaves round the end of a bough, in all directions, the nearer ones in front."""
    leaf, size = body.species.leaf, body.traits.size
    for i in range(number):
        t = 1.0 - 0.92 * i / number
        x, y, _ = curve.at(t)
        turn, tone, _, _ = body.dice(key, i, 35)
        azimuth = i * _GOLDEN_ANGLE + turn * 1.2
        body.leaf(
            key + i,
            (x, y),
            azimuth=azimuth,
            length=leaf.length * share * (0.5 + 0.5 * size),
            rise=leaf.rise + 0.5 * (turn - 0.4),
            tilt=2.2 * (tone - 0.5),
            light=0.5 * (y - 0.62) + 0.2 * (tone - 0.5) + 0.1 * sin(azimuth),
        )


def grow_conifer(body: Body) -> None:
    """Grow a straight trunk with tiers of needled boughs, long below and short above: a spire that tapers."""
    form, leaf, height, size = body.species.stem, body.species.leaf, body.height, body.traits.size
    lean, wave, side, _ = body.dice(36)
    hand = 1.0 if side < 0.5 else -1.0
    width = form.width * (0.22 + 0.78 * size)
    trunk = body.stem(
        1,
        (0.0, 0.0),
        UP + (lean - 0.5) * form.lean * 0.3,
        length=height * 0.95,
        foot=width,
        tip=width * 0.16,
        side=hand,
        woody=form.woody,
        give=form.limp * 0.85,
        wave=(wave - 0.5) * 0.10,
        segments=6,
        depth=-0.4,
    )
    grown = [body.unfolded(leaf.count, i, over=3.0) for i in range(int(leaf.count[1]))]
    total, passed = sum(grown) + 0.5, 0.0
    for i, share in enumerate(grown):
        passed += share
        if share <= 1e-5:
            break
        # The youngest bough stands highest; the trunk is bare below the oldest.
        t = 0.11 + 0.84 * (passed - 0.5 * share) / total
        _bough(body, trunk, i, t, share)
    x, y, heading = trunk.at(1.0)
    body.home = Anchor((x, y - 0.02), heading, 1.0, 0.9)
    for i in range(3):
        body.leaf(
            80_000 + i,
            (x, y - 0.02),
            azimuth=0.4 + 1.15 * i,
            length=leaf.length * 0.30 * (0.5 + 0.5 * size),
            rise=1.45,
            curl=-0.15,
            tilt=heading - UP,
            light=0.25,
            hold=0.6,
            depth=0.9,
        )


def _bough(body: Body, trunk: Curve, i: int, t: float, share: float) -> None:
    form, leaf, size = body.species.stem, body.species.leaf, body.traits.size
    turn, tall, tone, _ = body.dice(i, 37)
    x, y, heading = trunk.at(t)
    azimuth = i * _GOLDEN_ANGLE + 0.5 * turn
    across, toward = cos(azimuth), sin(azimuth)
    hand = 1.0 if across > 0 else -1.0
    reach = leaf.length * (0.30 + 0.70 * size) * share * (1.04 - 0.94 * t) * (0.90 + 0.2 * tall)
    twig = body.stem(
        10 + i,
        (x, y),
        heading - hand * (1.22 - 0.35 * t) * (0.25 + 0.75 * abs(across)),
        length=reach * 0.8 * (0.25 + 0.75 * abs(across)),
        foot=form.width * 0.20 * (0.3 + 0.7 * size),
        tip=form.width * 0.08,
        side=hand,
        woody=form.woody,
        give=form.limp,
        segments=2,
        depth=-0.5,
    )
    # Lower tiers stand before higher ones, as seen from a little above.
    body.leaf(
        i,
        (x, y),
        azimuth=azimuth,
        length=reach,
        rise=leaf.rise + 0.45 * t,
        tilt=heading - UP,
        low=1.0 - t,
        light=0.42 * (t - 0.5) + 0.16 * (tone - 0.5) - 0.10 * hand * abs(across),
        hold=0.85,
        depth=0.5 * toward + 0.45 * (0.5 - t),
    )
    ex, ey, eh = twig.at(0.8)
    if i in _CONIFER_FLOWERS:
        rank = _CONIFER_FLOWERS.index(i)
        body.flower_places[rank] = Anchor((ex, ey + 0.02 * toward), eh, share, 0.9)
    if i in _CONES:
        fx, fy, fh = twig.at(0.7)
        body.fruit_places[_CONES.index(i)] = Anchor((fx, fy - 0.01), fh, share, 0.95)
