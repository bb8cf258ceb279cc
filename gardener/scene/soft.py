"""Growers of soft plants: the single stem, the herb and the blades."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import FRUIT_ROOM, Anchor, Body
from gardener.scene.curves import UP, Curve
from gardener.scene.traits import ramp, smooth

_GOLDEN_ANGLE = 2.399963229728653
_GOLDEN_PART = 0.6180339887498949
_AXILS = {4: 0, 5: 1, 6: 2, 3: 3, 7: 4, 2: 5, 8: 6, 1: 7, 9: 8}
"""Which fruit sits at which leaf of a single stem: the middle ones first."""


def cotyledons(body: Body, curve: Curve) -> None:
    """Add the two seed leaves that every broad-leaved seedling opens with; they are gone when it is young."""
    left = 1.0 - smooth((body.traits.size - 0.10) / 0.22)
    if left <= 1e-5:
        return
    for hand in (0, 1):
        x, y, _ = curve.at(0.97 - 0.5 * smooth(body.traits.size / 0.3))
        body.leaf(
            90_000 + hand,
            (x, y),
            azimuth=0.35 + hand * (pi - 0.7),
            length=0.085 * left,
            rise=0.55,
            curl=0.35,
            breadth=0.55,
            light=0.15,
        )


def grow_stem(body: Body) -> None:
    """Grow one upright stem with leaves spiralling round it and its flower on top; more come from side shoots."""
    form, leaf, height = body.species.stem, body.species.leaf, body.height
    lean, wave, side, _ = body.dice(1)
    hand = 1.0 if side < 0.5 else -1.0
    width = form.width * (0.35 + 0.65 * body.traits.size)
    curve = body.stem(
        1,
        (0.0, 0.0),
        UP + (lean - 0.5) * 2 * form.lean,
        length=height * 0.90,
        foot=width,
        tip=width * 0.55,
        side=hand,
        give=form.limp,
        wave=(wave - 0.5) * 0.16,
        segments=6,
    )
    cotyledons(body, curve)
    grown = [body.unfolded(leaf.count, i) for i in range(int(leaf.count[1]))]
    total = sum(grown) + 0.6
    passed = 0.0
    for i, share in enumerate(grown):
        passed += share
        if share <= 1e-5:
            break
        t = 0.10 + 0.86 * (passed - 0.5 * share) / total
        x, y, heading = curve.at(t)
        azimuth = i * pi + 0.65 * sin(i * 1.9 + lean * 6.0)
        profile = ramp(t, ((0.0, 0.85), (0.3, 1.0), (0.7, 0.72), (1.0, 0.36)))
        body.leaf(
            i,
            (x, y),
            azimuth=azimuth,
            length=leaf.length * (0.42 + 0.58 * body.traits.size) * share * profile,
            rise=leaf.rise + 0.5 * (t - 0.35),
            tilt=heading - UP,
            low=1.0 - t,
            light=0.12 * t,
        )
        if i:
            out = (0.10 + 0.03 * (i % 3)) * (1.0 if cos(azimuth) > 0 else -1.0)
            body.fruit_places[_AXILS.get(i, i)] = Anchor((x + out, y + 0.045), heading, share, 0.6, (x, y))
    _heads(body, curve, hand)


def _heads(body: Body, curve: Curve, hand: float) -> None:
    x, y, heading = curve.at(1.0)
    body.home = Anchor((x, y), heading, 1.0, 0.9)
    tuft = 1.0 - body.bloom(0)
    for i in range(3):
        body.leaf(
            80_000 + i,
            (x, y),
            azimuth=0.6 + i * 2.1,
            length=0.11 * (0.35 + 0.65 * body.traits.size) * (0.45 + 0.55 * tuft),
            rise=0.95,
            tilt=heading - UP,
            light=0.2,
        )
    for i in range(1, int(body.species.flower.room)):
        opened = body.bloom(i)
        if opened <= 1e-5:
            break
        turn = body.dice(i, 5)[0]
        away = hand if i % 2 else -hand
        sx, sy, sh = curve.at(0.82 - 0.105 * i)
        shoot = body.stem(
            10 + i,
            (sx, sy),
            sh - away * (0.72 + 0.3 * turn),
            length=body.height * (0.24 + 0.04 * i) * smooth(opened),
            foot=body.species.stem.width * 0.5,
            tip=body.species.stem.width * 0.34,
            side=away,
            give=body.species.stem.limp,
            wave=-0.12 * away,
            depth=0.2,
            segments=3,
        )
        ex, ey, eh = shoot.at(1.0)
        body.flower_places[i] = Anchor((ex, ey), eh, 1.0, 0.95)


def grow_herb(body: Body) -> None:
    """Grow a clump: a low rosette, and stems of differing height with one flower each."""
    form, leaf, height = body.species.stem, body.species.leaf, body.height
    basal = int(leaf.count[1])
    for i in range(basal):
        share = body.unfolded(leaf.count, i)
        if share <= 1e-5:
            break
        azimuth = i * _GOLDEN_ANGLE + body.dice(i, 3)[0]
        body.leaf(
            i,
            (0.018 * cos(azimuth), 0.006),
            azimuth=azimuth,
            length=leaf.length * (0.4 + 0.6 * body.traits.size) * share,
            low=0.8,
            rise=leaf.rise + 0.25 * (i % 3),
        )
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share > 1e-5:
            _herb_stem(body, k, share, height)


def _herb_stem(body: Body, k: int, share: float, height: float) -> None:
    form, leaf = body.species.stem, body.species.leaf
    jitter, tall, wave, away = body.dice(k, 4)
    azimuth = k * _GOLDEN_ANGLE + 0.9 + 0.6 * jitter
    fan = 2.0 * ((0.5 + k * _GOLDEN_PART) % 1.0) - 1.0 + 0.16 * (jitter - 0.5)
    spread = form.lean * fan * (0.35 + 0.65 * body.traits.size)
    hand = 1.0 if fan > 0 else -1.0
    reach = height * (0.72 + 0.26 * tall) if k else height * 0.94
    width = form.width * (0.45 + 0.55 * body.traits.size)
    curve = body.stem(
        k + 1,
        (0.030 * fan, 0.004),
        UP - spread,
        length=reach * share,
        foot=width,
        tip=width * 0.5,
        side=hand,
        give=form.limp * (0.85 + 0.3 * away),
        wave=(wave - 0.5) * 0.22,
        segments=5,
        depth=0.5 * sin(azimuth),
    )
    if k == 0:
        cotyledons(body, curve)
    number = 6
    for i in range(number):
        t = 0.13 + 0.72 * i / number + 0.05 * jitter
        x, y, heading = curve.at(t)
        body.leaf(
            100 * (k + 1) + i,
            (x, y),
            azimuth=azimuth + i * (pi - 0.6) + 0.4,
            length=leaf.length * (0.86 - 0.50 * t) * share * (0.35 + 0.65 * body.traits.size),
            rise=leaf.rise + 0.25,
            tilt=heading - UP,
            low=0.7 * (1.0 - t),
            light=0.1 * t,
        )
    x, y, heading = curve.at(1.0)
    tuft = share * (1.0 - 0.75 * body.bloom(k)) * (0.35 + 0.65 * body.traits.size)
    for i in range(2):
        body.leaf(
            80_000 + 2 * k + i,
            (x, y),
            azimuth=0.5 + i * 2.2 + jitter,
            length=leaf.length * 0.36 * tuft,
            rise=1.05,
            tilt=heading - UP,
            light=0.2,
        )
    body.flower_places[k] = Anchor((x, y), heading, share, 0.5 + 0.4 * sin(azimuth))
    fx, fy, fh = curve.at(0.62)
    body.fruit_places[k] = Anchor((fx, fy), fh, share, 0.7)
    if k == 0:
        body.home = body.flower_places[0]


def grow_blades(body: Body) -> None:
    """Grow a bulb's rosette of long blades; each flower rises from it on a scape of its own."""
    leaf, height = body.species.leaf, body.height
    for i in range(int(leaf.count[1])):
        share = body.unfolded(leaf.count, i, over=2.0)
        if share <= 1e-5:
            break
        _, tall, _, stand = body.dice(i, 6)
        azimuth = i * _GOLDEN_ANGLE + 0.5 * body.dice(7)[0]
        outward = min(1.0, 0.15 + 0.85 * ((i % 5) / 4.0))
        body.leaf(
            i,
            (0.030 * cos(azimuth) * share, 0.004),
            azimuth=azimuth,
            length=leaf.length
            * share
            * (0.30 + 0.70 * body.traits.size)
            * (1.08 - 0.22 * outward + 0.14 * tall),
            rise=leaf.rise - 0.42 * outward - 0.1 * stand,
            curl=leaf.curl * (0.35 + 0.9 * outward),
            low=0.2 + 0.5 * outward,
            light=0.12 * (1.0 - outward),
            hold=0.80 - 0.22 * (1.0 - outward),
        )
    _scape(body, 0, height)
    for k in range(1, int(body.species.flower.room)):
        if body.bloom(k) <= 1e-5:
            break
        _scape(body, k, height)
    for k in range(FRUIT_ROOM):
        azimuth = k * _GOLDEN_ANGLE + 1.0
        at = (0.17 * cos(azimuth) + 0.03, 0.20 + 0.11 * (0.4 + body.traits.size) * (k % 3))
        body.fruit_places[k] = Anchor(at, UP, 1.0, 0.7, (0.02 * cos(azimuth), 0.01))


def _scape(body: Body, k: int, height: float) -> Curve:
    """Grow the stalk of flower `k`; without a flower only the first stands, as a short shoot."""
    form = body.species.stem
    jitter, tall, wave, _ = body.dice(k, 9)
    opened = smooth(body.bloom(k) * 2.5)
    spread = form.lean * (0.0 if k == 0 else (1 if k % 2 else -1) * (0.45 + 0.55 * ((k + 1) // 2) / 3))
    hand = (1.0 if jitter < 0.5 else -1.0) if k == 0 else (1.0 if k % 2 else -1.0)
    shortest = 0.42 if k == 0 else 0.0
    length = height * (shortest + (0.93 - 0.05 * k + 0.04 * tall - shortest) * opened)
    width = form.width * (0.5 + 0.5 * body.traits.size)
    curve = body.stem(
        k + 1,
        (0.016 * (1 if k % 2 else -1) * (k > 0), 0.004),
        UP - spread - (jitter - 0.5) * 0.10,
        length=length,
        foot=width,
        tip=width * 0.62,
        side=hand,
        give=form.limp,
        wave=(wave - 0.5) * 0.14,
        segments=5,
        depth=-0.15 + 0.1 * k,
    )
    x, y, heading = curve.at(1.0)
    body.flower_places[k] = Anchor((x, y), heading, 1.0, 0.6 + 0.05 * k)
    if k == 0:
        body.home = body.flower_places[0]
    return curve
