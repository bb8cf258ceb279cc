"""How often the 80 % range of talks per interview holds the true rate: exactly, at fixed rates and under the prior."""

from __future__ import annotations

import sys
from math import comb
from typing import Any

from gardener.domain.season import PRIOR, Range, conversations_per_interview

NAMES: tuple[str, ...] = ("coverage",)
AIM = 0.80
TALKS = (10, 50, 200)
PER_INTERVIEW = (25, 20, 15, 12, 10, 8, 5)
"""The fixed rates: one interview in so many talks."""
SLICES = 2000
"""Equally likely slices of the prior, by whose middles coverage under it is summed."""


def run(_name: str) -> dict[str, Any]:
    """Coverage under the prior, worst of the three; `detail` holds all, and those at fixed rates, which no range fits."""
    under = {talks: round(_under_prior(talks), 4) for talks in TALKS}
    fixed = {
        f"1/{each}": {talks: round(_covered(talks, 1 / each), 3) for talks in TALKS} for each in PER_INTERVIEW
    }
    print(_table(under, fixed), file=sys.stderr)
    worst = max(under.values(), key=lambda covered: abs(covered - AIM))
    return {"value": worst, "unit": "share", "aim": AIM, "detail": {"prior": under, "fixed": fixed}}


def _covered(talks: int, rate: float) -> float:
    """The chance that the range of so many talks holds the rate: a binomial sum over what they may bring."""
    return sum(
        comb(talks, k) * rate**k * (1 - rate) ** (talks - k)
        for k in range(talks + 1)
        if _holds(conversations_per_interview(talks, k), rate)
    )


def _holds(shown: Range, rate: float) -> bool:
    return shown.low <= 1 / rate <= shown.high


def _under_prior(talks: int) -> float:
    """Coverage with rates from Beta(1, 14): the exact sum at the middle of each of the equally likely slices."""
    ranges = [conversations_per_interview(talks, k) for k in range(talks + 1)]
    rates = [1 - (1 - (n + 0.5) / SLICES) ** (1 / PRIOR[1]) for n in range(SLICES)]
    return sum(_sum(ranges, talks, rate) for rate in rates) / SLICES


def _sum(ranges: list[Range], talks: int, rate: float) -> float:
    return sum(
        comb(talks, k) * rate**k * (1 - rate) ** (talks - k)
        for k, shown in enumerate(ranges)
        if _holds(shown, rate)
    )


def _table(under: dict[int, float], fixed: dict[str, dict[int, float]]) -> str:
    rows = [("interviews per talk", *(f"{talks} talks" for talks in TALKS))]
    rows += [(rate, *(f"{covered:.1%}" for covered in own.values())) for rate, own in fixed.items()]
    rows.append(("drawn from the prior", *(f"{covered:.1%}" for covered in under.values())))
    return "\n".join("".join(f"{cell:>22}" for cell in row) for row in rows)
