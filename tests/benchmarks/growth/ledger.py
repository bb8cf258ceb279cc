"""What the rivals may know of a pair: sums kept over its events, read out on a cut day as named numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, sqrt
from typing import Any

import numpy as np

HALF_LIVES = (1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 120.0)
"""Days, for the impulses of tie-decay."""
_SIGMAS = (0.25, 3.0)
"""Further spacings (days) for depth, beside the model's own of one day."""
_RATES = np.log(2.0) / np.array(HALF_LIVES)

STABILITIES = tuple(
    (start, gain, ease) for start in (1.0, 5.0, 20.0) for gain in (0.3, 1.0, 2.5) for ease in (0.2, 0.5)
)
"""Settings of the FSRS-like memory: first stability in days, gain of a recall, how much a large stability slows it."""
_START, _GAIN, _EASE = (np.array(column) for column in zip(*STABILITIES, strict=True))

Array = Any
"""A numpy array; Any, since numpy is not there when the types are checked."""


@dataclass(slots=True)
class Stream:
    """Sums over a row of moments (days): all events of a pair, or the signs alone."""

    count: int = 0
    first: float = 0.0
    last: float = 0.0
    days: int = 0
    gaps: float = 0.0
    squares: float = 0.0
    last_gap: float = 0.0
    impulses: Array = field(default_factory=lambda: np.zeros(len(HALF_LIVES)))
    stability: Array = field(default_factory=_START.copy)

    def add(self, now: float) -> None:
        """One more event at `now`, not before the last."""
        if self.count == 0:
            self.first, self.days = now, 1
            self.impulses = np.ones(len(HALF_LIVES))
        else:
            gap = now - self.last
            self.days += int(now) != int(self.last)
            self.gaps += gap
            self.squares += gap * gap
            self.last_gap = gap
            self.impulses = self.impulses * np.exp(-_RATES * gap) + 1.0
            forgotten = 1.0 - 1.0 / (1.0 + gap / (9.0 * self.stability))
            self.stability = self.stability * (
                1.0 + _GAIN * self.stability**-_EASE * np.expm1(3.0 * forgotten)
            )
        self.count += 1
        self.last = now

    def told(self, of: str, now: float, since: float) -> dict[str, float | Array]:
        """Named numbers, and two rows of them, on day `now`; without an event the silence counts from `since`."""
        gaps = max(self.count - 1, 0)
        mean = self.gaps / gaps if gaps else now - since
        spread = sqrt(max(self.squares / gaps - mean * mean, 0.0)) / max(mean, 1e-6) if gaps > 1 else 0.0
        silence = now - self.last if self.count else now - since
        return {
            f"n_{of}": self.count,
            f"days_{of}": self.days,
            f"silence_{of}": silence,
            f"span_{of}": self.last - self.first,
            f"mean_gap_{of}": mean,
            f"last_gap_{of}": self.last_gap if gaps else mean,
            f"spread_{of}": spread,
            f"impulse_{of}": self.impulses * np.exp(-_RATES * silence),
            f"stability_{of}": self.stability,
        }


@dataclass(slots=True)
class Ledger:
    """What ego knows of the other: every event between them, in order."""

    every: Stream = field(default_factory=Stream)
    signs: Stream = field(default_factory=Stream)
    depths: tuple[float, ...] = (0.0,) * len(_SIGMAS)
    fading: float = 0.0
    season: float = 0.0
    peak: float = 0.0
    touches: int = 0
    touches_before: int = 0
    last_touch: float = 0.0
    run: int = 0
    begun: int = 0
    began: bool = False

    def add(self, now: float, *, sign: bool) -> None:
        """One more event at `now` (days)."""
        if self.every.count == 0:
            self.began = sign
        self.every.add(now)
        if sign:
            self._add_sign(now)
        else:
            self.touches += 1
            self.run += 1
            self.last_touch = now

    def _add_sign(self, now: float) -> None:
        if self.signs.count == 0:
            self.depths, gap = (1.0,) * len(_SIGMAS), 2.0
            self.fading = self.season = 1.0
        else:
            gap = now - self.signs.last
            self.depths = tuple(n + 1.0 - exp(-gap / s) for n, s in zip(self.depths, _SIGMAS, strict=True))
            self.fading = self.fading * 2.0 ** (-gap / 60.0) + 1.0 - exp(-gap)
            self.season = self.season * 2.0 ** (-gap / 7.0) + 1.0 - exp(-gap)
        self.peak = max(self.peak, self.season)
        self.begun += self.run == 0 and gap > 1.0
        self.touches_before, self.run = self.touches, 0
        self.signs.add(now)

    def told(self, now: float) -> dict[str, float | Array]:
        """Named numbers, and rows of them, on day `now`."""
        since = self.every.first
        told = self.every.told("all", now, since) | self.signs.told("in", now, since)
        depths = {f"depth_{sigma:g}": depth for sigma, depth in zip(_SIGMAS, self.depths, strict=True)}
        return (
            told
            | depths
            | {
                "n_out": self.touches,
                "silence_out": now - self.last_touch if self.touches else now - since,
                "touched": float(self.touches > 0),
                "touches_before": self.touches_before,
                "run": self.run,
                "begun": self.begun,
                "fading": self.fading,
                "peak": self.peak,
                "began": float(self.began),
                "theirs_last": float(self.run == 0),
                "age": now - since,
            }
        )
