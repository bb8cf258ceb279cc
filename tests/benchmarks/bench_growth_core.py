"""What growth costs: one interaction folded in, one read-out with condition and dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from gardener.domain.growth import Climate, read
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.tie import EMPTY, Tie, fold

NAMES: tuple[str, ...] = ("growth-update", "growth-read")
AIM = 10.0
CONTACTS, EACH, ROUNDS = 100, 50, 9
START, TODAY = datetime(2020, 1, 1, 9), date(2026, 1, 1)


def run(name: str) -> dict[str, Any]:
    """The median over the rounds of the mean cost of one call, in µs; KeyError for a name not in NAMES."""
    histories = _histories()
    ties = [_folded(history) for history in histories]
    soil = Climate(b0=0.3, b1=0.8)
    sides: dict[str, dict[str, tuple[Callable[[], None], int]]] = {
        "growth-update": {"fold": (lambda: _fold(histories), CONTACTS * EACH)},
        "growth-read": {
            "soil as it is at first": (lambda: _read(ties, Climate()), CONTACTS),
            "soil once learnt": (lambda: _read(ties, soil), CONTACTS),
        },
    }
    costs = {side: _cost(call, calls) for side, (call, calls) in sides[name].items()}
    detail = {
        side: {"median": round(median(found), 2), "best": round(min(found), 2)}
        for side, found in costs.items()
    }
    worst = max(median(found) for found in costs.values())
    return {"value": round(worst, 2), "unit": "µs", "aim": AIM, "detail": detail}


def _histories() -> list[list[Interaction]]:
    """Histories of 50 interactions each, in order, alternating as real ones do: bursts, answers, months of silence."""
    dice = Random(1)
    kinds, directions = list(Kind), list(Direction)
    made = []
    for contact in range(CONTACTS):
        moment, history = START, []
        for n in range(EACH):
            moment += timedelta(hours=dice.choice((0, 1, 5, 24, 70, 300, 1500)))
            history.append(
                Interaction(
                    id=f"{contact}-{n}",
                    day=moment.date(),
                    time=moment.time(),
                    kind=dice.choice(kinds),
                    direction=dice.choice(directions),
                    participants=(str(contact),),
                )
            )
        made.append(history)
    return made


def _folded(history: list[Interaction]) -> Tie:
    tie = EMPTY
    for interaction in history:
        tie = fold(tie, interaction)
    return tie


def _fold(histories: list[list[Interaction]]) -> None:
    for history in histories:
        _folded(history)


def _read(ties: list[Tie], climate: Climate) -> None:
    for tie in ties:
        read(tie, TODAY, planted=TODAY, climate=climate)


def _cost(call: Callable[[], None], calls: int) -> list[float]:
    """µs of one call within `call`, once a round, after a warm-up."""
    call()
    found = []
    for _ in range(ROUNDS):
        start = perf_counter()
        call()
        found.append((perf_counter() - start) / calls * 1e6)
    return found
