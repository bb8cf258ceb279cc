"""A chance in words and in per cent, on one scale for every door."""

from __future__ import annotations

SCALE = ((90, "very likely"), (66, "likely"), (33, "about even"), (10, "unlikely"), (0, "very unlikely"))
"""Each word from the per cent named: the ranges of the IPCC's guidance note on the treatment of uncertainties (2010)."""


def percent(chance: float) -> str:
    """'82 %'; never a false 0 or 100."""
    if chance < 0.005:
        return "under 1 %"
    if chance > 0.995:
        return "over 99 %"
    return f"{chance * 100:.0f} %"


def likelihood(chance: float) -> str:
    """'likely': the word for a chance from 0 to 1, as it is rounded in per cent."""
    shown = round(100 * chance)
    return next(word for least, word in SCALE if shown >= least)


def told(chance: float) -> str:
    """'likely, 72 %'."""
    return f"{likelihood(chance)}, {percent(chance)}"
