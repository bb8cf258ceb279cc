"""How things move in the garden, as numbers over time: the breeze of a hand, a plant on its way to another state. No Qt."""

from __future__ import annotations

from math import exp, pi, sin, tau

from gardener.scene.dice import unit
from gardener.scene.traits import Traits, smooth

BLOWS = 1.0
"""Seconds that the breeze blows on after the hand was last seen to move."""
RISES, FALLS = 0.45, 0.75
"""Seconds in which it comes up to two thirds, and in which it dies down by two thirds."""
STILL = 0.02
"""A breeze below this strength moves nothing any more."""
LEAN = 0.030
"""How far a plant leans in the strongest gust, as a share of its height."""
CHANGES, OPENS = 0.9, 1.6
"""Seconds in which a plant goes over to another state; the same when a flower opens on it."""
FALLING, RIPPLES = 0.50, 0.55
"""Seconds that a drop falls, and that its ring on the soil spreads."""


def blowing(strength: float, since: float, step: float) -> float:
    """The strength (0..1) of the breeze `step` seconds later, `since` seconds after the hand moved last."""
    target, pace = (1.0, RISES) if since < BLOWS else (0.0, FALLS)
    after = target + (strength - target) * exp(-step / pace)
    return 0.0 if target == 0.0 and after < STILL else after


def lean(seed: int, time: float, strength: float) -> float:
    """How far the top of a plant is blown aside at a time in seconds, as a share of its height; every plant on its own."""
    phase, pace = tau * unit(seed, 0xB2EE), 0.36 + 0.10 * unit(seed, 0x2E)
    wave = 0.75 * sin(tau * pace * time + phase) + 0.25 * sin(tau * 2.3 * pace * time + 2.0 * phase)
    return LEAN * strength * wave


def lasts(before: Traits, after: Traits) -> float:
    """Seconds that the way from one state to another takes."""
    return OPENS if after.flowers > before.flowers else CHANGES


def between(before: Traits, after: Traits, share: float) -> Traits:
    """The state at a share (0..1) of the way: every quantity eased, what cannot be halved as it will be.

    A seed does not change into a plant by halves: the plant comes out of the soil.
    """
    part = smooth(share)
    if before.sown != after.sown:
        return after if after.sown else after._replace(size=after.size * part)

    def mixed(a: float, b: float) -> float:
        return a * (1.0 - part) + b * part

    vitality = after.vitality
    if vitality is not None and before.vitality is not None:
        vitality = mixed(before.vitality, vitality)
    return after._replace(
        size=mixed(before.size, after.size),
        vitality=vitality,
        wetness=mixed(before.wetness, after.wetness),
        dryness=mixed(before.dryness, after.dryness),
        flowers=mixed(before.flowers, after.flowers),
        fruits_small=mixed(before.fruits_small, after.fruits_small),
        fruits_large=mixed(before.fruits_large, after.fruits_large),
        vigour=mixed(before.vigour, after.vigour),
    )


def fallen(share: float) -> float:
    """How far a drop has fallen at a share of its time: faster and faster."""
    return share * share


def ripple(share: float) -> tuple[float, float]:
    """The ring on the soil at a share of its time: its size, and its opacity."""
    return sin(0.5 * pi * share), 1.0 - share
