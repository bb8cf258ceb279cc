"""Growers of tufted plants: the grass, the cushion of spikes and the bulb with its globes."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import FRUIT_ROOM, Anchor, Body
from gardener.scene.curves import UP
from gardener.scene.traits import smooth

_GOLDEN_ANGLE = 2.399963229728653
_GOLDEN_PART = 0.6180339887498949


def grow_grass(body: Body) -> None:
    """Grow a tussock of narrow arching blades with a few culms above it; a flower is the plume of one."""
    form, leaf, height, size = body.species.stem, body.species.leaf, body.height, body.traits.size
    for i in range(int(leaf.count[1])):
        share = body.unfolded(leaf.count, i, over=5.0)
        if share <= 1e-5:
            break
        jitter, tall, stand, _ = body.dice(i, 61)
        azimuth = i * _GOLDEN_ANGLE + 0.6 * jitter
        body.leaf(
            i,
            (0.045 * cos(azimuth) * (0.3 + 0.7 * size), 0.004 - 0.008 * sin(azimuth)),
            azimuth=azimuth,
            length=leaf.length * share * (0.34 + 0.66 * size) * (0.62 + 0.46 * tall),
            rise=leaf.rise - 0.42 * stand,
            curl=leaf.curl * (0.55 + 0.8 * stand),
            low=stand,
            light=0.22 * (stand - 0.5),
            hold=0.85,
        )
    for k in range(int(form.count[1])):
        share = max(body.unfolded(form.count, k), 0.75 * smooth(body.bloom(k) * 1.3))
        if share > 1e-5:
            _culm(body, k, share, height)
    for k in range(FRUIT_ROOM):
        azimuth = k * _GOLDEN_ANGLE + 0.6
        foot = (0.06 * cos(azimuth), 0.16 + 0.22 * size)
        at = (0.20 * cos(azimuth), 0.24 + (0.16 + 0.10 * ((k * _GOLDEN_PART) % 1.0)) * (0.3 + size))
        body.fruit_places[k] = Anchor(at, UP, 1.0, 0.8, foot)


def _culm(body: Body, k: int, share: float, height: float) -> None:
    form, size = body.species.stem, body.traits.size
    jitter, tall, wave, _ = body.dice(k, 62)
    fan = (0.05, -0.55, 0.6, -1.0, 1.0, -0.28, 0.32, 0.8)[k % 8]
    width = form.width * (0.55 + 0.45 * size)
    bow = 0.22 * fan
    culm = body.stem(
        k + 1,
        (0.02 * fan, 0.004),
        UP - form.lean * (fan + 0.2 * (jitter - 0.5)) * (0.5 + 0.5 * size),
        length=height * share * (0.92 - 0.16 * abs(fan) + 0.06 * tall),
        foot=width,
        tip=width * 0.4,
        side=1.0 if fan > 0 else -1.0,
        give=form.limp,
        wave=-bow + 0.12 * (wave - 0.5),
        segments=5,
        depth=0.2 * fan,
    )
    x, y, heading = culm.at(1.0)
    green = share * (1.0 - 0.9 * body.bloom(k)) * (0.4 + 0.6 * size)
    for i in range(5):
        hx, hy, hh = culm.at(1.0 - 0.035 * i)
        body.leaf(
            70_000 + 10 * k + i,
            (hx, hy),
            azimuth=0.2 if i % 2 else pi - 0.2,
            length=0.075 * green,
            rise=1.15 - 0.12 * i,
            curl=0.2,
            breadth=0.26,
            tilt=hh - UP,
            light=0.25,
        )
    mx, my, mh = culm.at(0.93)
    body.flower_places[k] = Anchor((mx, my), mh, share, 0.5 + 0.04 * k)
    if k == 0:
        body.home = Anchor((x, y), heading, 1.0, 0.6)


def grow_cushion(body: Body) -> None:
    """Grow a cushion: many fine stems fanned from a woody foot, leafy below; each flower is the spike on one."""
    form, height, size = body.species.stem, body.height, body.traits.size
    number = int(form.count[1])
    for k in range(number):
        share = body.unfolded(form.count, k, over=2.0)
        if share > 1e-5:
            _wand(body, k, share, height)
    body.clump(0, (0.0, 0.15 * height), 0.12 * smooth((size - 0.1) / 0.35) * height)
    for k in range(FRUIT_ROOM):
        x = 0.22 * (2 * ((k * _GOLDEN_PART + 0.5) % 1.0) - 1) * (0.4 + 0.6 * size)
        body.fruit_places[k] = Anchor(
            (x, 0.19 + 0.20 * height), UP, 1.0, 0.9, (0.8 * x, 0.12 + 0.22 * height)
        )


def _wand(body: Body, k: int, share: float, height: float) -> None:
    form, leaf, size = body.species.stem, body.species.leaf, body.traits.size
    jitter, tall, wave, _ = body.dice(k, 63)
    fan = 2.0 * ((0.5 + k * _GOLDEN_PART) % 1.0) - 1.0
    hand = 1.0 if fan > 0 else -1.0
    width = form.width * (0.55 + 0.45 * size)
    wand = body.stem(
        k + 1,
        (0.035 * fan, 0.004),
        UP - form.lean * (fan + 0.12 * (jitter - 0.5)) * (0.55 + 0.45 * size),
        length=height * share * (0.90 - 0.22 * fan * fan + 0.08 * tall),
        foot=width,
        tip=width * 0.5,
        side=hand,
        woody=form.woody,
        give=form.limp,
        wave=hand * 0.10 + 0.14 * (wave - 0.5),
        segments=4,
        depth=-0.2 + 0.4 * jitter,
    )
    for i in range(6):
        t = 0.14 + 0.095 * i
        x, y, heading = wand.at(t)
        body.leaf(
            100 * (k + 1) + i,
            (x, y),
            azimuth=(0.25 if (i + k) % 2 else pi - 0.25) + 0.9 * (jitter - 0.5) * (1 if i % 2 else -1),
            length=leaf.length * share * (0.40 + 0.60 * size) * (1.0 - 0.09 * i),
            rise=leaf.rise + 0.06 * i,
            tilt=heading - UP,
            low=0.8 - 0.12 * i,
            light=0.10 * fan * -1 + 0.04 * i,
            depth=0.5 * (jitter - 0.3),
        )
    x, y, heading = wand.at(1.0)
    bud = share * (1.0 - 0.95 * smooth(body.bloom(k))) * (0.4 + 0.6 * size)
    for i in range(6):
        bx, by, bh = wand.at(1.0 - 0.045 * (i // 2))
        body.leaf(
            80_000 + 10 * k + i,
            (bx, by),
            azimuth=0.3 if i % 2 else pi - 0.3,
            length=leaf.length * 0.36 * bud,
            rise=1.15,
            curl=-0.25,
            breadth=0.40,
            tilt=bh - UP,
            light=0.3,
            depth=0.5,
        )
    mx, my, mh = wand.at(0.96)
    body.flower_places[k] = Anchor((mx, my), mh, share, 0.5 + 0.4 * jitter)
    if k == 0:
        body.home = Anchor((x, y), heading, 1.0, 0.9)


def grow_bulb(body: Body) -> None:
    """Grow strap leaves that bow to the soil and bare scapes; a scape ends in a closed bud until it flowers."""
    form, leaf, height, size = body.species.stem, body.species.leaf, body.height, body.traits.size
    for i in range(int(leaf.count[1])):
        share = body.unfolded(leaf.count, i)
        if share <= 1e-5:
            break
        jitter, tall, _, _ = body.dice(i, 64)
        azimuth = i * _GOLDEN_ANGLE + 0.4 * jitter
        body.leaf(
            i,
            (0.022 * cos(azimuth), 0.004),
            azimuth=azimuth,
            length=leaf.length * share * (0.36 + 0.64 * size) * (0.86 + 0.2 * tall),
            rise=leaf.rise - 0.16 * (i % 3),
            low=0.5,
            light=0.10 * (i % 3) - 0.1,
            hold=0.9,
        )
    for k in range(max(int(form.count[1]), int(body.species.flower.room))):
        share = max(body.unfolded(form.count, k, over=1.0), smooth(body.bloom(k) * 1.5))
        if share > 1e-5:
            _globe_scape(body, k, share, height)
    for k in range(FRUIT_ROOM):
        azimuth = k * _GOLDEN_ANGLE + 0.4
        at = (0.20 * cos(azimuth), 0.16 + 0.09 * (k % 3) * (0.4 + size))
        body.fruit_places[k] = Anchor(at, UP, 1.0, 0.9, (0.02 * cos(azimuth), 0.01))


def _globe_scape(body: Body, k: int, share: float, height: float) -> None:
    form, size = body.species.stem, body.traits.size
    jitter, tall, wave, side = body.dice(k, 65)
    fan = (0.0, -0.62, 0.66, -1.0, 1.0, -0.3, 0.34)[k % 7] + 0.1 * (jitter - 0.5)
    hand = (1.0 if side > 0.5 else -1.0) if k == 0 else (1.0 if fan > 0 else -1.0)
    width = form.width * (0.5 + 0.5 * size)
    low = (1.0, 0.80, 0.88, 0.62, 0.68, 0.54, 0.58)[k % 7]
    scape = body.stem(
        k + 1,
        (0.014 * fan, 0.004),
        UP - form.lean * fan,
        length=height * share * (0.86 * low + 0.05 * tall) * (0.62 + 0.38 * smooth(body.bloom(k))),
        foot=width,
        tip=width * 0.75,
        side=hand,
        give=form.limp,
        wave=0.16 * (wave - 0.5) - 0.10 * fan,
        segments=5,
        depth=-0.2 + 0.1 * k,
    )
    x, y, heading = scape.at(1.0)
    bud = share * (1.0 - smooth(body.bloom(k))) * (0.4 + 0.6 * size)
    for i in range(3):
        body.leaf(
            80_000 + 10 * k + i,
            (x, y),
            azimuth=0.2 + i * (pi - 0.4) / 2,
            length=0.135 * bud,
            rise=1.35,
            curl=-0.25,
            breadth=0.42,
            tilt=heading - UP,
            light=0.16,
            depth=0.5 + 0.1 * (i == 1),
        )
    body.flower_places[k] = Anchor((x, y), heading, share, 0.6 + 0.05 * k)
    if k == 0:
        body.home = body.flower_places[0]
