"""The rows of one cut day: every pair with two interactions by then, seen by the one of the two who did more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

import numpy as np

from gardener.domain.forecast import NOWHERE, Lively, lively
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.tie import EMPTY, Tie, fold
from tests.benchmarks.growth.ledger import Array, Ledger
from tests.benchmarks.growth.reading import DAY, Event, Histories

_EPOCH = datetime(2001, 1, 1)
"""The moment that stands for a file's first event."""
LATELY = (3.5, 7.0, 28.0)
"""Days within which a sign counts as one of lately."""
_SIDES = (Direction.OUTGOING, Direction.INCOMING)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of one cut day. `known` has one array for each name, `ties` what the program itself folded.

    `gardens` holds the silences of all ties of an ego that ever gave a sign, `population` those of everybody.
    """

    cut: float
    egos: Array
    others: Array
    ties: tuple[Tie, ...]
    known: Mapping[str, Array]
    gardens: Mapping[str, Sequence[float]]
    population: Sequence[float]

    def __len__(self) -> int:
        return len(self.ties)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows asked at one horizon or several (`horizon` in days, one number a row), with labels and weights.

    `gardens` is how lively the garden of each row's ego is, as the program finds it.
    """

    ties: tuple[Tie, ...]
    gardens: tuple[Lively, ...]
    known: Mapping[str, Array]
    horizon: Array
    label: Array
    weight: Array
    egos: Array

    def __len__(self) -> int:
        return len(self.ties)

    def __getitem__(self, name: str) -> Array:
        return self.known[name]


def tables(histories: Histories, cuts: Iterable[float]) -> dict[float, Table]:
    """The table of every cut day, in one walk through the events."""
    walk = _Walk()
    events = iter(groupby(histories.events, key=lambda event: event.seconds))
    waiting = next(events, None)
    found = {}
    for cut in sorted(set(cuts)):
        while waiting is not None and waiting[0] <= cut * DAY:
            walk.take(list(waiting[1]))
            waiting = next(events, None)
        found[cut] = walk.table(cut)
    return found


def asked(table: Table, histories: Histories, *, horizon: float, sign: bool, weight: float = 1.0) -> Rows:
    """The rows of a table with their label: a sign of the other's, or any interaction, in (cut, cut + horizon]."""
    lately = _between(histories.events, table.cut * DAY, (table.cut + horizon) * DAY)
    heard = {(event.sender, event.receiver) for event in lately}
    pairs = zip(table.egos, table.others, strict=True)
    label = [(other, ego) in heard or (not sign and (ego, other) in heard) for ego, other in pairs]
    number = len(table)
    found = {ego: lively(silences, horizon) for ego, silences in table.gardens.items()}
    gardens = tuple(found.get(ego, NOWHERE) for ego in table.egos.tolist())
    weather = lively(table.population, horizon).weather
    garden = {
        "lately": np.array([one.lately for one in gardens]),
        "weather": np.array([one.weather for one in gardens]),
        "weather_of_all": np.full(number, weather),
    }
    return Rows(
        table.ties,
        gardens,
        {**table.known, **garden},
        np.full(number, horizon),
        np.array(label, dtype=float),
        np.full(number, weight),
        table.egos,
    )


def together(parts: Sequence[Rows]) -> Rows:
    """The rows of all parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    return Rows(
        tuple(tie for part in parts for tie in part.ties),
        tuple(garden for part in parts for garden in part.gardens),
        {name: np.concatenate([part.known[name] for part in parts]) for name in parts[0].known},
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("horizon", "label", "weight", "egos")
        ),
    )


def silence_of(tie: Tie, cut: float) -> float | None:
    """Days since their last sign, to the second; None without a sign."""
    if tie.last_sign is None:
        return None
    return (_moment(cut * DAY) - tie.last_sign).total_seconds() / DAY


def _between(events: Sequence[Event], after: float, until: float) -> Iterator[Event]:
    return (event for event in events if after < event.seconds <= until)


def _moment(seconds: float) -> datetime:
    return _EPOCH + timedelta(seconds=seconds)


class _Walk:
    """The state of every pair, from both sides, as the events come."""

    def __init__(self) -> None:
        self.ties: dict[Pair, Tie] = {}
        self.ledgers: dict[Pair, Ledger] = {}
        self.activity: Counter[str] = Counter()

    def take(self, events: Sequence[Event]) -> None:
        """Events of one moment: for each side the outgoing ones come first, as in the program."""
        for direction in _SIDES:
            for event in events:
                pair = (event.sender, event.receiver)
                self._add(pair if direction is Direction.OUTGOING else pair[::-1], event.seconds, direction)
        for event in events:
            self.activity.update((event.sender, event.receiver))

    def _add(self, pair: Pair, seconds: float, direction: Direction) -> None:
        moment = _moment(seconds)
        interaction = Interaction(
            id="",
            day=moment.date(),
            time=moment.time(),
            kind=Kind.MESSAGE,
            direction=direction,
            participants=pair[1:],
        )
        self.ties[pair] = fold(self.ties.get(pair, EMPTY), interaction)
        ledger = self.ledgers.get(pair)
        if ledger is None:
            ledger = self.ledgers[pair] = Ledger()
        ledger.add(seconds / DAY, sign=direction is Direction.INCOMING)

    def table(self, cut: float) -> Table:
        """The rows as they stand now, on day `cut`."""
        pairs = [pair for pair in self.ledgers if pair[0] < pair[1] and self.ledgers[pair].every.count >= 2]
        seen = [pair if self.activity[pair[0]] >= self.activity[pair[1]] else pair[::-1] for pair in pairs]
        ties = tuple(self.ties[pair] for pair in seen)
        told = [self.ledgers[pair].told(cut) for pair in seen]
        known = {name: np.array([one[name] for one in told], dtype=float) for name in Ledger().told(cut)}
        known["depth"] = np.array([tie.depth for tie in ties])
        known["answers"] = np.array([tie.answers for tie in ties], dtype=float)
        known["silence"] = np.array(
            [silence_of(tie, cut) if tie.depth else one["age"] for tie, one in zip(ties, told, strict=True)],
            dtype=float,
        )
        egos = np.array([ego for ego, _ in seen])
        known |= _lately(egos, ties, cut)
        gardens = self._gardens(cut)
        everyone = [silence for silences in gardens.values() for silence in silences]
        return Table(cut, egos, np.array([other for _, other in seen]), ties, known, gardens, everyone)

    def _gardens(self, cut: float) -> dict[str, list[float]]:
        """Of each ego the silences of all ties that ever gave a sign, whoever of the two did more."""
        found = defaultdict(list)
        for (ego, _), tie in self.ties.items():
            silence = silence_of(tie, cut)
            if silence is not None:
                found[ego].append(silence)
        return found


def _lately(egos: Array, ties: Sequence[Tie], cut: float) -> dict[str, Array]:
    """How many ties of the same ego, and what share of all ties, had a sign within so many days; and ego's ties."""
    silences = [silence_of(tie, cut) for tie in ties]
    silence = np.array([np.inf if one is None else one for one in silences], dtype=float)
    _, of = np.unique(egos, return_inverse=True)
    of = of.ravel()
    known: dict[str, Array] = {"own_ties": np.bincount(of)[of].astype(float)} if len(egos) else {}
    for days in LATELY:
        heard = (silence < days).astype(float)
        known[f"own_lately_{days:g}"] = np.bincount(of, heard)[of] if len(egos) else heard
        known[f"all_lately_{days:g}"] = np.full(len(egos), heard.mean() if len(egos) else 0.0)
    return known
