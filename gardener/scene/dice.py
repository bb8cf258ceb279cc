"""Numbers drawn from a seed number, the same on every machine and Python (splitmix64 on integers)."""

from __future__ import annotations

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_QUARTER = 1.0 / 65536.0


def mixed(seed: int, *key: int) -> int:
    """Return 64 well mixed bits for `seed` and a path of whole numbers below it.

    Counter based: drawing one number never shifts another, so a part that is added to a plant
    leaves all its other parts where they were. The finaliser is splitmix64's (Steele, Lea and
    Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    """
    state = seed
    for step in key:
        state = ((state ^ state >> 29) + step + 1) * _GOLDEN & _MASK
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    state = (state ^ state >> 27) * 0x94D049BB133111EB & _MASK
    return state ^ state >> 31


def four(seed: int, *key: int) -> tuple[float, float, float, float]:
    """Return four independent numbers in [0, 1), each of 16 bits, from one draw."""
    bits = mixed(seed, *key)
    return (
        (bits & 0xFFFF) * _QUARTER,
        (bits >> 16 & 0xFFFF) * _QUARTER,
        (bits >> 32 & 0xFFFF) * _QUARTER,
        (bits >> 48) * _QUARTER,
    )


def unit(seed: int, *key: int) -> float:
    """Return one number in [0, 1) of 53 bits."""
    return (mixed(seed, *key) >> 11) * 2.0**-53
