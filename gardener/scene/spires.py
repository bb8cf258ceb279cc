"""Growers of spires and fronds: the spike of bells and the fern."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import Anchor, Body
from gardener.scene.curves import UP, Curve
from gardener.scene.traits import ramp, smooth

_GOLDEN_ANGLE = 2.399963229728653


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
        bow = 0.35 + 0.60 * abs(across)
        line = body.stem(
            k + 1,
            (0.02 * across, 0.004),
            UP - form.lean * across * (0.45 + 0.55 * body.traits.size),
            length=height * share * (0.92 + 0.2 * tall) * (1.0 - 0.16 * max(0.0, sin(azimuth))),
            foot=width,
            tip=width * 0.3,
            side=hand,
            give=form.limp,
            arch=bow,
            segments=6,
            depth=0.8 * sin(azimuth),
        )
        heart.append(line)
        _fronds(body, k, line, share=share, depth=sin(azimuth), reach=height)
    x, y, heading = heart[0].at(0.9)
    body.home = Anchor((x, y), heading, 1.0, 0.95)
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
        profile = ramp(t, ((0.0, 0.55), (0.30, 1.0), (0.7, 0.66), (1.0, 0.24)))
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
