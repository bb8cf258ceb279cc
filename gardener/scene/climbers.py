"""Growers that need something else to lie on: the climber on its trellis and the runner along the soil."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import Anchor, Body
from gardener.scene.curves import UP, Curve, drooping
from gardener.scene.skeleton import Point, Support
from gardener.scene.traits import smooth

_GOLDEN_ANGLE = 2.399963229728653
_RUNGS = (0.16, 0.37, 0.58, 0.79)
_VINES = ((-1.0, 0.0), (1.0, 2.2), (0.0, 4.1), (-0.5, 1.2), (0.5, 5.3))
"""Where each vine stands, in half breadths of the trellis, and where on its winding it begins."""
_NODES = 8


def grow_climber(body: Body) -> None:
    """Grow vines that wind up a trellis of laths; as they wilt they slip off it sideways, and the trellis stands."""
    form, height, size = body.species.stem, body.height, body.traits.size
    half = 0.085 + 0.085 * size
    _trellis(body, half, 0.06 + 0.96 * height)
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k, over=1.2)
        if share > 1e-5:
            _vine(body, k, share, height, half)


def _trellis(body: Body, half: float, top: float) -> None:
    for key, x in enumerate((-1.0, 0.0, 1.0)):
        lath = Support(key, (x * half, -0.01), (x * half * 1.12, top - 0.05 * abs(x)), 0.020)
        body.supports.append(lath)
    for key, y in enumerate(_RUNGS):
        share = smooth((top - y - 0.06) / 0.12)
        if share > 1e-5:
            wide = (half + 0.035) * share
            body.supports.append(Support(10 + key, (-wide, y), (wide, y + 0.006), 0.016))


def _vine(body: Body, k: int, share: float, height: float, half: float) -> None:
    form, leaf, size, p = body.species.stem, body.species.leaf, body.traits.size, body.posture
    jitter, tall, phase, luck = body.dice(k, 41)
    stand, turn = _VINES[k % len(_VINES)]
    hand = 1.0 if stand > 0 or (stand == 0 and luck > 0.5) else -1.0
    slip = drooping(UP - 0.10 * stand, side=hand, droop=min(1.0, 0.92 * p.droop * form.limp + 0.1 * p.limp))
    winding, start = 0.72 * (1.0 - 0.7 * p.droop), turn + 1.4 * phase

    def heading(t: float) -> float:
        return slip(t) + winding * sin(2.0 * pi * (1.9 + 0.5 * jitter) * t + start)

    length = height * share * (1.10 - 0.10 * (k > 1) + 0.10 * tall)
    width = form.width * (0.45 + 0.55 * size)
    curve = Curve((stand * half * 0.9, 0.004), heading, length=length, segments=9)
    body.draw(k + 1, curve, foot=width, tip=width * 0.35, woody=form.woody, depth=0.1 * k)
    for i in range(_NODES):
        t = 0.10 + 0.88 * i / (_NODES - 1)
        x, y, way = curve.at(t)
        azimuth = (i * pi + 0.9 * body.dice(k, i, 42)[0] + (0.4 if hand > 0 else -0.4)) % (2 * pi)
        body.leaflets(
            1000 * (k + 1) + i,
            (x, y),
            azimuth=azimuth,
            length=leaf.length * share * (0.42 + 0.58 * size) * (1.08 - 0.40 * t),
            rise=leaf.rise,
            light=0.3 * (y - 0.45),
        )
        if i in (3, 5):
            _tendril(body, 50 * (k + 1) + i, (x, y), way, share * size, 1.0 if cos(azimuth) < 0 else -1.0)
    # The first flower of every vine sits high, the next ones lower down; fruits hang between them.
    for place, t in enumerate((0.90, 0.62, 0.36)):
        x, y, way = curve.at(t)
        out = 0.045 * (1.0 if (place + k) % 2 else -1.0)
        body.flower_places[len(_VINES) * place + k] = Anchor((x + out, y + 0.01), way, share, 0.95)
    for place, t in enumerate((0.50, 0.76)):
        x, y, way = curve.at(t)
        at = (x + 0.055 * hand, y + 0.01)
        body.fruit_places[len(_VINES) * place + k] = Anchor(at, way, share, 0.9, (x, y))
    if k == 0:
        x, y, way = curve.at(0.93)
        body.home = Anchor((x, y), way, 1.0, 0.95)


def _tendril(body: Body, key: int, start: tuple[float, float], way: float, share: float, hand: float) -> None:
    if share <= 1e-5:
        return
    line = Curve(start, lambda t: way - hand * (0.9 - 5.2 * t * t), length=0.11 * share, segments=5)
    width = body.species.stem.width * 0.28
    body.draw(key, line, foot=width, tip=width * 0.5, depth=0.6, light=0.2)


def grow_runner(body: Body) -> None:
    """Grow a low crown of stalked leaves of leaflets, flowers and hanging fruits among them, and runners to daughters."""
    form, height, size = body.species.stem, body.height, body.traits.size
    for k in range(int(form.count[1])):
        share = body.unfolded(form.count, k)
        if share > 1e-5:
            _stalk(body, k, share, height)
    for k in range(3):
        share = smooth((size - 0.30 - 0.20 * k) / 0.30)
        if share > 1e-5:
            _runner(body, k, share)


def _stalk(body: Body, k: int, share: float, height: float) -> None:
    form, leaf, size = body.species.stem, body.species.leaf, body.traits.size
    jitter, tall, wave, _ = body.dice(k, 43)
    azimuth = k * _GOLDEN_ANGLE + 0.5 * jitter
    across = cos(azimuth)
    width = form.width * (0.5 + 0.5 * size)
    stalk = body.stem(
        k + 1,
        (0.02 * across, 0.004),
        UP - form.lean * across * (0.6 + 0.4 * size),
        length=height * share * (0.46 + 0.36 * tall) * (1.0 - 0.35 * max(0.0, sin(azimuth))),
        foot=width,
        tip=width * 0.7,
        side=1.0 if across > 0 else -1.0,
        give=form.limp,
        wave=0.16 * (wave - 0.5),
        segments=3,
        depth=0.6 * sin(azimuth),
    )
    x, y, heading = stalk.at(1.0)
    body.leaflets(
        1000 * (k + 1),
        (x, y),
        azimuth=azimuth,
        length=leaf.length * share * (0.45 + 0.55 * size),
        rise=leaf.rise + 0.2 * (wave - 0.5),
        light=0.4 * (y - 0.25) - 0.08 * across,
    )
    out = 0.07 * (1.0 if across > 0 else -1.0)
    body.flower_places[k] = Anchor(_flower_stalk(body, k, share, across, tall), UP, share, 0.9)
    fx, fy, fh = stalk.at(0.72)
    body.fruit_places[k] = Anchor((fx * 1.15 + out, 0.15 + 0.40 * fy), fh, share, 0.95, (fx, fy))
    if k == 0:
        body.home = Anchor((x, y + 0.06), heading, 1.0, 0.9)


def _flower_stalk(body: Body, k: int, share: float, across: float, tall: float) -> Point:
    """Grow the stalk of flower `k` between the leaves, as far as the flower has come; its tip."""
    form, size = body.species.stem, body.traits.size
    come = smooth(body.bloom(k) * 1.5)
    width = form.width * (0.4 + 0.4 * size)
    stalk = body.stem(
        60 + k,
        (0.012 * across, 0.004),
        UP - form.lean * across * (0.45 + 0.35 * size),
        length=body.height * share * (0.66 + 0.26 * tall) * come,
        foot=width,
        tip=width * 0.7,
        side=1.0 if across > 0 else -1.0,
        give=form.limp,
        segments=3,
        depth=0.3,
    )
    x, y, _ = stalk.at(1.0)
    return x, y


def _runner(body: Body, k: int, share: float) -> None:
    form, leaf, size = body.species.stem, body.species.leaf, body.traits.size
    hand = (1.0 if body.seed & 4 else -1.0) * (1.0 if k % 2 else -1.0)
    far = 0.36 - 0.06 * k
    rise = 0.55 - 0.15 * body.posture.droop
    line = Curve(
        (0.01 * hand, 0.01),
        lambda t: (UP - hand * UP) + hand * (rise - 1.25 * rise * 1.55 * t),
        length=far * share,
        segments=4,
    )
    body.draw(30 + k, line, foot=form.width * 0.55, tip=form.width * 0.4, depth=0.4, light=0.1)
    x, y, _ = line.at(1.0)
    for i in range(3):
        body.leaflets(
            1000 * (20 + k) + i,
            (x, y),
            azimuth=0.5 + i * (pi - 1.0) / 2,
            length=leaf.length * 0.62 * smooth((share - 0.4) / 0.6) * (0.4 + 0.6 * size),
            rise=0.75,
            light=0.05,
        )
