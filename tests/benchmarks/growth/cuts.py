"""The days on which a prediction is asked for, and the earlier ones from which may be learnt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.growth.reading import Histories

LEARNING_CUTS = 5
SOIL_CUTS = 3
_STEPS = 3
"""Earlier cuts lie a third of the horizon apart: with that step the base rate meets the published figures."""
_KNOWN: dict[str, dict[float, tuple[float, ...]]] = {
    "college": {30: (60, 80, 100, 130), 90: (104,)},
    "reality": {30: (60, 68, 75)},
    "eu1": {30: (240, 300, 360, 420, 480), 90: (240, 300, 360, 420)},
    "eu2": {30: (240, 300, 360, 420, 480), 90: (240, 300, 360, 420)},
    "sms": {7: (17, 20.5)},
}
_OTHER_DAYS: dict[str, dict[float, tuple[float, ...]]] = {
    "college": {30: (45, 110, 145), 7: (40, 70, 120)},
    "reality": {30: (45, 52), 7: (40, 55, 70, 90)},
    "eu1": {30: (150, 210, 540, 600, 660), 7: (180, 330, 500, 700)},
    "eu2": {30: (150, 210, 540, 600, 660), 7: (180, 330, 500, 700)},
    "sms": {3: (12, 15, 19, 24)},
}
"""Days and horizons beside the protocol's, for a second look at what won on those."""
_SHARES = (0.5, 0.6, 0.7, 0.8)
_HORIZONS = (90.0, 30.0, 7.0, 1.0)
"""For a file that is not known: the longest of which the last cut and two thirds more fit into its span."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the tables: a file at one horizon (days), with its test cuts (days since the first event)."""

    histories: str
    horizon: float
    cuts: tuple[float, ...]

    @property
    def name(self) -> str:
        """As in the tables: `eu1 30`."""
        return f"{self.histories} {self.horizon:g}"

    @property
    def family(self) -> str:
        """Files of one source are one family, left out together: the name without its closing number."""
        return re.sub(r"[-_ ]?(dept)?\d+$", "", self.histories, flags=re.IGNORECASE) or self.histories

    def earlier(self, cut: float, count: int = LEARNING_CUTS) -> tuple[float, ...]:
        """The last cuts before `cut` whose horizon has passed by then, newest first; at least one event old."""
        step = self.horizon / _STEPS
        wanted = (cut - self.horizon - step * n for n in range(count))
        return tuple(round(day, 6) for day in wanted if day > 0)

    def all_cuts(self) -> tuple[float, ...]:
        """Test cuts and those to learn from, each once."""
        return tuple(sorted({*self.cuts, *(day for cut in self.cuts for day in self.earlier(cut))}))


def columns_of(files: Iterable[Histories], *, other_days: bool = False) -> list[Column]:
    """The columns of the tables, in the order of the files; `other_days` takes those beside the protocol's."""
    found = []
    for histories in files:
        known = (_OTHER_DAYS if other_days else _KNOWN).get(histories.name) or _guess(histories.span)
        found += [Column(histories.name, horizon, tuple(map(float, cuts))) for horizon, cuts in known.items()]
    return found


def _guess(span: float) -> dict[float, Sequence[float]]:
    fitting = (h for h in _HORIZONS if span * (1 - _SHARES[-1]) >= h and span * _SHARES[0] >= 2 * h)
    horizon = next(fitting, span / 10)
    return {horizon: tuple(round(span * share, 6) for share in _SHARES)}
