"""What the program says, through the very functions that it uses: the forecast, and vitality beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp
from unittest.mock import patch

import numpy as np

from gardener.domain import forecast, growth
from gardener.domain.growth import Climate
from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.methods import law
from tests.benchmarks.growth.methods.base import Fitted
from tests.benchmarks.growth.rows import Rows

OWN = law.Law(law.own_columns)


def forecast_columns(rows: Rows) -> list[Array]:
    """1, ln N, how lively the garden of ego is, and the weather of everybody: where it is best measured."""
    return [np.ones(len(rows)), np.log(law.depth(rows)), rows["lately"], rows["weather_of_all"]]


FORESEEING = law.Law(
    forecast_columns, law.hoping, toward=(-1.0, 0.5, 0.3, 0.3), held=(law.RIDGE, law.RIDGE, law.RIDGE, 0.003)
)
"""A few cut days have one weather each: its weight is held the most."""


@dataclass(frozen=True, slots=True)
class Gardener:
    """The forecast: its five numbers learnt anew from the rows and put in their place, or left `as_shipped`."""

    name: str
    as_shipped: bool = False

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """D, K, C, LATELY and WEATHER as the program names them."""
        if self.as_shipped:
            return self.shipped()
        found = law.fit(FORESEEING, rows)
        level, steepness, lately, weather = map(float, found.weights)
        return {"D": found.d, "K": exp(level), "C": steepness, "LATELY": lately, "WEATHER": weather}

    def shipped(self) -> Fitted:
        """The numbers as the program has them."""
        return {name: getattr(forecast, name) for name in ("D", "K", "C", "LATELY", "WEATHER")}

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """chance(waited(silence, since my touch), kappa(depth, garden)) of every row, the garden being ego's own."""
        touches = np.where(rows["run"] > 0, rows["silence_out"], np.nan).tolist()
        told = zip(
            rows.ties, rows.gardens, rows["silence"].tolist(), touches, rows.horizon.tolist(), strict=True
        )
        with patch.multiple(forecast, **fitted):
            return np.array(
                [
                    forecast.chance(
                        forecast.waited(silence, touch if touch == touch else None),
                        forecast.kappa(tie.depth, garden),
                        _climate(horizon),
                    )
                    for tie, garden, silence, touch, horizon in told
                ]
            )


@dataclass(frozen=True, slots=True)
class Vitality:
    """Model 1: its four numbers learnt anew from the rows and put in their place, or left `as_shipped`."""

    name: str
    as_shipped: bool = False

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """D, K, C and F as the program names them."""
        if self.as_shipped:
            return self.shipped()
        found = law.fit(OWN, rows)
        level, steepness, answering = map(float, found.weights)
        return {"D": found.d, "K": exp(level), "C": steepness, "F": answering}

    def shipped(self) -> Fitted:
        """The numbers as the program has them."""
        return {name: getattr(growth, name) for name in "DKCF"}

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """vitality_at(silence, kappa(depth, answers)) of every row; before a sign the depth is 0.25."""
        with patch.multiple(growth, **fitted):
            asked = zip(rows.ties, rows["silence"].tolist(), rows.horizon.tolist(), strict=True)
            return np.array(
                [
                    growth.vitality_at(
                        silence, growth.kappa(tie.depth or law.BEFORE_A_SIGN, tie.answers), _climate(horizon)
                    )
                    for tie, silence, horizon in asked
                ]
            )


@lru_cache(maxsize=64)
def _climate(horizon: float) -> Climate:
    return Climate(horizon)
