"""Growers of soft plants: the single stem, the herb, the blades, the spike and the fern."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import FRUIT_ROOM, Anchor, Body
from gardener.scene.curves import UP, Curve
from gardener.scene.traits import ramp, smooth

_GOLDEN_ANGLE = 2.399963229728653
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
        azimuth = i * pi + 0.85 * sin(i * 1.9 + lean * 6.0)
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
    body.wait(curve, 0.58, side=hand)


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
    spread = form.lean * cos(azimuth) * (0.35 + 0.65 * body.traits.size)
    hand = 1.0 if cos(azimuth) > 0 else -1.0
    reach = height * (0.72 + 0.26 * tall) if k else height * 0.94
    width = form.width * (0.45 + 0.55 * body.traits.size)
    curve = body.stem(
        k + 1,
        (0.022 * cos(azimuth), 0.004),
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
    number = 5
    for i in range(number):
        t = 0.16 + 0.68 * i / number + 0.05 * jitter
        x, y, heading = curve.at(t)
        body.leaf(
            100 * (k + 1) + i,
            (x, y),
            azimuth=azimuth + i * (pi - 0.6) + 0.4,
            length=leaf.length * (0.74 - 0.42 * t) * share * (0.35 + 0.65 * body.traits.size),
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
        body.wait(curve, 0.72, side=-hand)


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
    first = _scape(body, 0, height)
    for k in range(1, int(body.species.flower.room)):
        if body.bloom(k) <= 1e-5:
            break
        _scape(body, k, height)
    body.wait(first, 0.82, side=-1.0 if body.dice(8)[0] < 0.5 else 1.0)
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


def grow_spike(body: Body) -> None:
    """Grow arching basal leaves and a few stems that carry their bells along one side of the upper half."""
    form, leaf, height = body.species.stem, body.species.leaf, body.height
    for i in range(int(leaf.count[1])):
        share = body.unfolded(leaf.count, i)
        if share <= 1e-5:
            break
        azimuth = i * _GOLDEN_ANGLE + 0.3
        body.leaf(
            i,
            (0.02 * cos(azimuth), 0.004),
            azimuth=azimuth,
            length=leaf.length * share * (0.34 + 0.66 * body.traits.size),
            low=0.6,
            rise=leaf.rise - 0.25 * (i % 3),
        )
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share > 1e-5:
            _spike_stem(body, k, share, height)


def _spike_stem(body: Body, k: int, share: float, height: float) -> None:
    form = body.species.stem
    tall, wave, _, _ = body.dice(k, 11)
    hand = 1.0 if (k % 2) == (body.seed & 1) else -1.0
    reach = height * (0.95 if k == 0 else 0.66 + 0.24 * tall) * share
    width = form.width * (0.5 + 0.5 * body.traits.size)
    spread = hand * form.lean * (0.25 + 0.3 * k) * (0.4 + 0.6 * body.traits.size)
    nod = 0.10 + 0.16 * smooth(body.bloom(k))
    curve = body.stem(
        k + 1,
        (0.014 * hand * k, 0.004),
        UP - spread + hand * nod,
        length=reach * (0.52 + 0.48 * smooth(body.bloom(k) * 1.6)),
        foot=width,
        tip=width * 0.4,
        side=hand,
        give=form.limp,
        wave=hand * 0.5 * nod + (wave - 0.5) * 0.1,
        segments=5,
        depth=0.1 * k,
    )
    if k == 0:
        body.wait(curve, 0.5, side=-hand)
    number = 9
    for i in range(number):
        t = 0.50 + 0.50 * i / (number - 1)
        x, y, heading = curve.at(t)
        away = hand if (i + k) % 2 else -hand
        late = smooth(body.bloom(k) * 1.8 - 0.8 * i / number)
        size = body.species.flower.radius * (1.15 - 0.55 * (i / number))
        out = (x + away * 0.024 * late, y - 0.010 * late)
        if late > 1e-5:
            shrunk = (0.55 + 0.45 * body.traits.size) * (1.0 - 0.3 * body.posture.shrivel)
            body.add_flower(
                100 * (k + 1) + i,
                Anchor(out, -UP + away * 0.55, 1.0, 0.7),
                radius=size * share * late * shrunk,
                opened=late,
            )
        bract = body.species.leaf.length * 0.16 * share * (0.4 + 0.6 * body.traits.size) * (1.0 - 0.5 * late)
        body.leaf(
            100 * (k + 1) + i,
            (x, y),
            azimuth=0.3 if away > 0 else pi - 0.3,
            length=bract * (1.2 - 0.6 * i / number),
            rise=0.7,
            breadth=0.3,
            tilt=heading - UP,
            light=0.1,
        )
    for i, t in enumerate((0.44, 0.32)):
        fx, fy, fh = curve.at(t)
        body.fruit_places[2 * k + i] = Anchor((fx + 0.022 * hand * (1 - 2 * i), fy), fh, share, 0.8)


def grow_fern(body: Body) -> None:
    """Grow a shuttlecock of arching fronds with leaflets along both sides; its blossoms stand in the heart."""
    form, height = body.species.stem, body.height
    heart: list[Curve] = []
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share <= 1e-5:
            break
        jitter, tall, _, _ = body.dice(k, 13)
        azimuth = k * _GOLDEN_ANGLE + 0.4 * jitter + 0.3
        across = cos(azimuth)
        hand = 1.0 if across > 0 else -1.0
        width = form.width * (0.5 + 0.5 * body.traits.size)
        bow = 0.20 + 0.20 * abs(across) + 0.10 * body.posture.droop
        line = body.stem(
            k + 1,
            (0.02 * across, 0.004),
            UP - form.lean * across * (0.45 + 0.55 * body.traits.size),
            length=height * share * (0.86 + 0.2 * tall) * (1.0 - 0.16 * max(0.0, sin(azimuth))),
            foot=width,
            tip=width * 0.3,
            side=hand,
            give=form.limp,
            wave=-hand * bow,
            segments=5,
            depth=0.8 * sin(azimuth),
        )
        heart.append(line)
        _fronds(body, k, line, share=share, depth=sin(azimuth), reach=height)
    x, y, heading = heart[0].at(0.9)
    body.home = Anchor((x, y), heading, 1.0, 0.95)
    body.wait(heart[0], 0.7, side=1.0)
    for i, line in enumerate(heart):
        share = body.unfolded(form.count, i)
        x, y, heading = line.at(0.9 - 0.12 * (i % 3))
        body.flower_places[i] = Anchor((x, y + 0.01), heading, share, 0.95)
        x, y, heading = line.at(0.5)
        body.fruit_places[i] = Anchor((x, y), heading, share, 0.9)


def _fronds(body: Body, k: int, line: Curve, *, share: float, depth: float, reach: float) -> None:
    number = int(body.species.leaf.count[1])
    for i in range(number):
        t = 0.16 + 0.84 * i / number
        x, y, heading = line.at(t)
        profile = ramp(t, ((0.0, 0.5), (0.35, 1.0), (0.7, 0.7), (1.0, 0.22)))
        for hand in (0, 1):
            body.leaf(
                100 * (k + 1) + 2 * i + hand,
                (x, y),
                azimuth=(0.15 if hand else pi - 0.15) - 0.2 * depth,
                length=body.species.leaf.length * profile * share * (0.2 + 0.8 * reach),
                tilt=heading - UP,
                low=0.5 * (1.0 - t),
                light=0.16 * depth + (0.08 if hand else -0.04),
            )
