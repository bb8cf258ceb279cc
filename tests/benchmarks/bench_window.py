"""What the window costs, against a bare Qt window: its start, its memory at rest, its processor time when idle."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from pathlib import Path
from statistics import median

from tests.benchmarks.starts import BARE, CONTACTS, PAIRS, platform, rest, running, sample_garden

NAMES = ("start", "start-full", "memory", "idle")
AIMS = {"start": 1.5, "start-full": 4.0, "memory": 2.5, "idle": 1.5}
SETTLED = 3.0
"""Seconds after which a window that is ready is at rest."""
QUIET, WATCHED = 10.0, 20.0
"""Seconds from the last event to the look at the processor time, and of the look."""
FLOOR = 0.010
"""Less processor time than this, in seconds, counts as this."""

Sides = dict[str, list[float]]


def run(name: str) -> dict[str, object]:
    """The window ÷ the bare one: the least of each side for a start, else the median. KeyError for another name."""
    if name in ("start", "start-full"):
        first, full, bare = _starts()
        sides: Sides = {"window_s": first if name == "start" else full, "bare_s": bare}
        value = min(sides["window_s"]) / min(bare)
    elif name == "memory":
        sides = _memory()
        value = median(sides["window_mb"]) / median(sides["bare_mb"])
    else:
        sides = _idle()
        value = max(FLOOR, median(sides["window_s"])) / max(FLOOR, median(sides["bare_s"]))
    detail: dict[str, object] = {side: [round(one, 4) for one in found] for side, found in sides.items()}
    detail |= {"contacts": CONTACTS, "platform": platform()}
    return {"value": round(value, 2), "unit": "ratio", "aim": AIMS[name], "detail": detail}


@cache
def _starts() -> tuple[list[float], list[float], list[float]]:
    """Seconds to the first paint, until all plants in view are finished, and of the bare window; both from one start.

    The pair that does not count is left to rest and then closed, as a person would: what is kept for the next start is kept.
    """
    first, full, bare = [], [], []
    with sample_garden() as (home, window):
        for turn in range(PAIRS + 1):
            with running(BARE, home) as process:
                bare_seconds = process.until("painted")
            with running(window, home) as process:
                seconds = process.until("painted"), process.until("grown")
                if not turn:
                    process.until("ready")
                    rest(SETTLED)
                    process.close()
            if turn:
                first.append(seconds[0])
                full.append(seconds[1])
                bare.append(bare_seconds)
    return first, full, bare


def _memory() -> Sides:
    sides: Sides = {"window_mb": [], "bare_mb": []}
    with sample_garden() as (home, window):
        for turn in range(PAIRS):
            for side, arguments in (("bare_mb", BARE), ("window_mb", window)):
                with running(arguments, home) as process:
                    process.until("ready")
                    rest(SETTLED)
                    if turn:
                        sides[side].append(process.resident() / 1e6)
    return sides


def _idle() -> Sides:
    """All pairs stand open side by side, each window with a garden of its own; idle ones do not disturb each other."""
    sides: Sides = {"window_s": [], "bare_s": []}
    with ExitStack() as opened:
        open_ones = []
        for turn in range(PAIRS):
            home, window = opened.enter_context(sample_garden())
            for side, arguments in (("bare_s", BARE), ("window_s", window)):
                process = opened.enter_context(running(arguments, Path(home)))
                process.until("ready")
                if turn:
                    open_ones.append((side, process))
        rest(QUIET)
        before = [process.processor_seconds() for _, process in open_ones]
        rest(WATCHED)
        for (side, process), spent in zip(open_ones, before, strict=True):
            sides[side].append(process.processor_seconds() - spent)
    return sides
