"""Growers of fleshy plants: the rosette with its offsets and the chain of pads."""

from __future__ import annotations

from math import cos, pi, sin

from gardener.scene.body import Anchor, Body
from gardener.scene.curves import UP
from gardener.scene.skeleton import Leaf, Point
from gardener.scene.traits import smooth

_GOLDEN_ANGLE = 2.399963229728653
_OFFSETS = ((-0.225, -0.012), (0.235, -0.018), (0.10, -0.062), (-0.12, -0.058))
_PADS = (
    # on which pad it sits, how far it turns from that one, its size
    (-1, 0.06, 1.0),
    (0, -0.66, 0.86),
    (0, 0.62, 0.90),
    (2, -0.34, 0.70),
    (1, 0.30, 0.66),
    (0, 0.02, 0.74),
    (1, -0.66, 0.56),
    (2, 0.70, 0.60),
    (5, -0.42, 0.54),
    (5, 0.45, 0.52),
)  # fmt: skip
_PAD_FLOWERS = (3, 4, 5, 7, 6, 2, 1, 8, 9, 0)


def grow_rosette(body: Body) -> None:
    """Grow a rosette of fleshy leaves, smaller ones round it, and one thick stalk whose branches bear the flowers."""
    size = body.traits.size
    _whorl(body, 0, (0.0, 0.012), body.species.leaf.length * (0.34 + 0.66 * size), 1.0)
    for k, at in enumerate(_OFFSETS):
        share = smooth((size - 0.22 - 0.17 * k) / 0.30)
        if share > 1e-5:
            tall = body.dice(k, 51)[1]
            _whorl(body, k + 1, at, body.species.leaf.length * (0.40 + 0.12 * tall) * share, 0.45)
    _flower_stalk(body)
    for k in range(12):
        turn = body.dice(k, 52)[0]
        angle = (k * 0.618 + 0.1 * turn) % 1.0
        at = (0.30 * (2 * angle - 1), 0.10 + 0.05 * turn)
        body.fruit_places[k] = Anchor(at, UP, 1.0, 0.9, (0.6 * at[0], 0.05))


def _whorl(body: Body, k: int, at: Point, length: float, share: float) -> None:
    leaf, p = body.species.leaf, body.posture
    span = leaf.count[0] * share + 2.0 * (1.0 - share), leaf.count[1] * share
    grown = [body.unfolded(span, i, over=3.0) for i in range(int(span[1]))]
    total = sum(grown) + 1.0
    for i, come in enumerate(grown):
        if come <= 1e-5:
            break
        inner = min(1.0, i / total)
        azimuth = i * _GOLDEN_ANGLE + 0.4 * body.dice(k, i, 53)[0]
        # A dry rosette draws its leaves together before it falls apart.
        rise = leaf.rise + (1.25 - 0.30 * p.lush) * inner
        body.leaf(
            1000 * k + i,
            (at[0] + 0.02 * cos(azimuth) * (1.0 - inner), at[1] + 0.045 * inner * length / leaf.length),
            azimuth=azimuth,
            length=length * come * (1.0 - 0.60 * inner),
            rise=rise,
            curl=leaf.curl * (1.0 - inner),
            breadth=leaf.width * (1.0 - 0.55 * inner),
            low=0.8 * (1.0 - inner),
            light=0.30 * inner - 0.08,
            hold=0.55,
            depth=sin(azimuth) * (1.0 - 0.85 * inner) + (0.04 * inner if k == 0 else 0.9 + 0.02 * k),
        )


def _flower_stalk(body: Body) -> None:
    form, size, height = body.species.stem, body.traits.size, body.height
    bloom = smooth(body.bloom(0) * 1.5)
    lean, wave, side, _ = body.dice(54)
    hand = 1.0 if side < 0.5 else -1.0
    width = form.width * (0.5 + 0.5 * size)
    stalk = body.stem(
        1,
        (0.0, 0.05 * height),
        UP + form.lean * (lean - 0.5),
        length=height * 0.86 * bloom,
        foot=width,
        tip=width * 0.6,
        side=hand,
        give=form.limp,
        wave=0.2 * (wave - 0.5),
        segments=4,
        depth=0.0,
    )
    for i in range(8):
        x, y, heading = stalk.at(0.25 + 0.72 * i / 8)
        body.leaf(
            9000 + i,
            (x, y),
            azimuth=i * _GOLDEN_ANGLE,
            length=0.30 * body.species.leaf.length * bloom * (0.5 + 0.5 * size),
            rise=0.9,
            tilt=heading - UP,
            depth=0.3 if i % 2 else -0.3,
        )
    x, y, heading = stalk.at(1.0)
    body.home = Anchor((x, y), heading, 1.0, 0.95)
    for i in range(1, int(body.species.flower.room)):
        come = smooth(body.bloom(i) * 1.2)
        if come <= 1e-5:
            break
        away = hand if i % 2 else -hand
        sx, sy, sh = stalk.at(0.94 - 0.055 * i)
        branch = body.stem(
            10 + i,
            (sx, sy),
            sh - away * (0.75 + 0.10 * (i % 3)),
            length=height * (0.17 + 0.03 * (i % 3)) * come,
            foot=width * 0.5,
            tip=width * 0.4,
            side=away,
            give=form.limp,
            wave=-0.12 * away,
            segments=2,
        )
        bx, by, bh = branch.at(1.0)
        body.flower_places[i] = Anchor((bx, by), bh, 1.0, 0.95)


def grow_pads(body: Body) -> None:
    """Grow flat pads out of the rims of older ones; flowers and fruits sit on the upper rims."""
    places: list[tuple[Point, float, float, float]] = []
    for k, (on, turn, share) in enumerate(_PADS):
        come = body.unfolded(body.species.stem.count, k)
        if come <= 1e-5:
            break
        if on < 0:
            base, heading = (0.0, -0.005), UP
        else:
            base, heading = _rim(places[on], turn, 0.93)
        places.append(_pad(body, k, base, heading, turn, share * come))
    for rank, k in enumerate(_PAD_FLOWERS):
        if k < len(places):
            come = body.unfolded(body.species.stem.count, k)
            at, heading = _rim(places[k], 0.10 if k % 2 else -0.12, 1.02)
            body.flower_places[rank] = Anchor(at, heading, come, 0.95)
            at, heading = _rim(places[k], -0.55 if k % 2 else 0.52, 0.97)
            body.fruit_places[rank] = Anchor(at, heading, come, 0.9, at, sits=True)
    at, heading = _rim(places[0], 0.0, 1.0)
    body.home = Anchor(at, heading, 1.0, 0.95)


def _pad(
    body: Body, k: int, base: Point, heading: float, turn: float, share: float
) -> tuple[Point, float, float, float]:
    leaf, p, size = body.species.leaf, body.posture, body.traits.size
    jitter, tall, side, tone = body.dice(k, 55)
    hand = (1.0 if side > 0.5 else -1.0) if k == 0 else (1.0 if turn > 0 else -1.0)
    lean = heading if k == 0 else heading - 0.45 * turn
    lean += 0.24 * (jitter - 0.5) + 0.18 * (UP - lean)
    bend = 1.0 if k == 0 else 1.5
    lean -= hand * bend * (0.62 * p.droop * body.species.stem.limp + 0.10 * p.limp)
    length = leaf.length * share * (0.36 + 0.64 * size) * (0.92 + 0.16 * tall)
    length *= (1.0 + 0.06 * p.lush) * (1.0 - 0.20 * p.shrivel)
    width = length * leaf.width * (1.0 - 0.52 * p.shrivel) * (0.95 + 0.10 * p.lush + 0.04 * p.limp)
    tip = base[0] + length * cos(lean), max(0.02, base[1] + length * sin(lean))
    bow = 0.10 * length * hand * (0.3 + p.droop)
    middle = (base[0] + tip[0]) / 2 - bow * sin(lean), (base[1] + tip[1]) / 2 + bow * cos(lean)
    fade = 0.06 if k < 3 else 0.0
    body.leaves.append(
        Leaf(
            k,
            base,
            (middle[0], max(0.0, middle[1])),
            tip,
            width,
            0.0,
            max(0.0, p.fresh - fade - 0.05 * (tone - 0.5)),
            p.pale * (1.0 if k < 3 else 0.8),
            (-0.9 if k in (5, 8, 9) else 0.0) + 0.05 * k - 0.4,
            0.12 * (tone - 0.5) + (-0.14 if k in (5, 8, 9) else 0.05),
        )
    )
    return base, lean, length, width


def _rim(pad: tuple[Point, float, float, float], turn: float, far: float) -> tuple[Point, float]:
    """Return a place on the rim of a pad, `turn` radians from its tip, and the heading outward there."""
    (x, y), heading, length, width = pad
    along, across = 0.5 * length * (1.0 + cos(turn)) * far, 0.5 * width * sin(turn) * far * 1.1
    return (
        x + along * cos(heading) + across * sin(heading),
        max(0.0, y + along * sin(heading) - across * cos(heading)),
    ), heading - turn * (0.5 + 0.5 * pi / 4)
