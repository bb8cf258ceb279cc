"""Laws of silence that were tried: other depths, other parts of κ, other silences, hope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from unittest.mock import patch

import numpy as np

from gardener.domain import growth
from tests.benchmarks.growth.candidates import model2
from tests.benchmarks.growth.ledger import HALF_LIVES, Array
from tests.benchmarks.growth.methods import law
from tests.benchmarks.growth.methods.base import Fitted, Logistic, Method
from tests.benchmarks.growth.methods.law import Law, depth, hoping, own_columns
from tests.benchmarks.growth.methods.shipped import FORESEEING, Gardener, Vitality, forecast_columns
from tests.benchmarks.growth.rows import Rows


@dataclass(frozen=True, slots=True)
class Candidate:
    """A law, fitted and asked as a method."""

    name: str
    law: Law

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The law's numbers."""
        return law.fit(self.law, rows)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The law's probabilities."""
        return law.chance(self.law, fitted, rows)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Model 2 through its own functions, its numbers learnt anew from the rows or left as they are written."""

    name: str
    as_written: bool = False

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """D, K and C as `model2` names them."""
        if self.as_written:
            return model2.D, {"K": model2.K, "C": model2.C}
        found = law.fit(Law(_on_roots), rows)
        return found.d, {"K": float(np.exp(found.weights[0])), "C": float(found.weights[1])}

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """vitality_at(silence, kappa(roots)) of every row; before a sign the roots are 0.25."""
        d, numbers = fitted
        asked = zip(rows["silence"].tolist(), _roots(rows).tolist(), rows.horizon.tolist(), strict=True)
        with patch.object(growth, "D", d), patch.multiple(model2, **numbers):
            return np.array([growth.vitality_at(s, model2.kappa(r), growth.Climate(h)) for s, r, h in asked])


@dataclass(frozen=True, slots=True)
class Foreseeing:
    """A forecast: `law` is learnt with the weather of everybody, and asked with that of ego's own garden."""

    name: str
    law: Law

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The law's numbers."""
        return law.fit(self.law, rows)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The law's probabilities."""
        own = {**rows.known, "weather_of_all": rows["weather"]}
        return law.chance(self.law, fitted, replace(rows, known=own))


def forecasts() -> list[Method]:
    """The program's forecast with a part less, more, or otherwise."""
    usual, held = (-1.0, 0.5, 0.3, 0.3), (law.RIDGE, law.RIDGE, law.RIDGE, 0.003)

    def more(column: Callable[[Rows], Array]) -> Law:
        return Law(
            lambda rows: [*forecast_columns(rows), column(rows)],
            hoping,
            False,
            (*usual, 0.0),
            (*held, law.RIDGE),
        )

    def own_weather(rows: Rows) -> list[Array]:
        return [*forecast_columns(rows)[:3], rows["weather"]]

    def without_lately(rows: Rows) -> list[Array]:
        one, depth_, _, weather = forecast_columns(rows)
        return [one, depth_, weather]

    def on_roots(rows: Rows) -> list[Array]:
        return [*_on_roots(rows), *forecast_columns(rows)[2:]]

    return [
        Foreseeing("forecast without hope", Law(forecast_columns, toward=usual, held=held)),
        Foreseeing(
            "forecast without weather",
            Law(lambda r: forecast_columns(r)[:3], hoping, False, usual[:3], held[:3]),
        ),
        Foreseeing(
            "forecast without the garden lately",
            Law(without_lately, hoping, False, (*usual[:2], usual[3]), (*held[:2], held[3])),
        ),
        Candidate("forecast, weather of everybody", FORESEEING),
        Candidate("forecast, weather learnt of its own", Law(own_weather, hoping, False, usual, held)),
        Foreseeing(
            "forecast, weather not held", Law(forecast_columns, hoping, False, usual, (law.RIDGE,) * 4)
        ),
        Foreseeing("forecast and peak", Law(on_roots, hoping, False, usual, held)),
        Foreseeing("forecast and answers", more(lambda rows: own_columns(rows)[2])),
        Foreseeing("forecast and age of the tie", more(lambda rows: np.log1p(rows["age"]))),
        Foreseeing("forecast and open touches", more(lambda rows: np.log1p(rows["run"]))),
    ]


def candidates() -> list[Method]:
    """Each of them; the first is the shipped model with the numbers that it ships, fitted to these very files."""
    return [
        Gardener("gardener, numbers as shipped", as_shipped=True),
        Vitality("vitality, numbers as shipped", as_shipped=True),
        *forecasts(),
        Proposed("model 2"),
        Proposed("model 2, numbers as written", as_written=True),
        Candidate("model 2 and hope", Law(_on_roots, hoping)),
        Candidate("model 2 and answers", Law(lambda rows: [*_on_roots(rows), own_columns(rows)[2]])),
        Candidate("model 2, peak counts twice", Law(lambda rows: _on(_peaked(rows)))),
        Candidate("model 2, power of the silence", Law(_on_roots, power=True)),
        Candidate("model 1 without answers", Law(lambda rows: _on(depth(rows)))),
        _log_logistic("log-logistic, depth alone", lambda rows: depth(rows)),
        _log_logistic("log-logistic, depth and peak", _roots),
        _log_logistic("log-logistic, peak counts twice", lambda rows: _peaked(rows)),
        Candidate("hope after a touch", Law(own_columns, hoping)),
        Candidate("hope before a sign only", Law(own_columns, _seeds_hoping)),
        Candidate("spacing of six hours", Law(lambda rows: _with_depth(rows, "depth_0.25"))),
        Candidate("spacing of three days", Law(lambda rows: _with_depth(rows, "depth_3"))),
        Candidate("answered at all", Law(lambda rows: _answered(rows, "depth"))),
        Candidate("six hours, answered at all", Law(lambda rows: _answered(rows, "depth_0.25"))),
        Candidate("roots that fade (60 days)", Law(lambda rows: _with_depth(rows, "fading"))),
        Candidate("roots and fading roots", Law(_both_roots)),
        Candidate("power of the silence", Law(own_columns, power=True)),
        Candidate("signs that they began", Law(_more(lambda rows: np.log1p(rows["begun"])))),
        Candidate("touches before the last sign", Law(_more(lambda rows: np.log1p(rows["touches_before"])))),
        Candidate("rhythm: mean gap of signs", Law(_more(lambda rows: np.log1p(rows["mean_gap_in"])))),
        Candidate("recent signs (7 days)", Law(_more(_lately))),
        Candidate("the garden lately", Law(_more(_own_garden))),
        Candidate("hope, the garden lately", Law(_more(_own_garden), hoping)),
        Candidate("hope, the garden lately, weather", Law(_more(_own_garden, _weather), hoping)),
        Candidate("model 2, weather", Law(lambda rows: [*_on_roots(rows), _weather(rows)])),
        Candidate("model 2, hope, the garden lately, weather", Law(_whole, hoping)),
    ]


def _roots(rows: Rows) -> Array:
    return (depth(rows) + depth(rows, "peak")) / 2.0


def _peaked(rows: Rows) -> Array:
    return (depth(rows) + 2.0 * depth(rows, "peak")) / 3.0


def _on(roots: Array) -> list[Array]:
    return [np.ones(len(roots)), np.log(roots)]


def _on_roots(rows: Rows) -> list[Array]:
    return _on(_roots(rows))


def _log_logistic(name: str, roots: Callable[[Rows], Array]) -> Method:
    """logit V = a + c·ln(1 + R) + b·ln(h/(s+2))."""

    def columns(rows: Rows, sign: bool) -> list[Array]:
        return [np.log1p(roots(rows)), np.log(rows.horizon / (rows["silence"] + 2.0))]

    return Logistic(name, columns, 0.01)


def _seeds_hoping(rows: Rows) -> Array:
    return np.where(rows["n_in"] > 0, rows["silence"], rows["silence_all"])


def _with_depth(rows: Rows, name: str) -> list[Array]:
    one, _, answering = own_columns(rows)
    return [one, np.log(depth(rows, name)), answering]


def _answered(rows: Rows, name: str) -> list[Array]:
    return [np.ones(len(rows)), np.log(depth(rows, name)), (rows["answers"] > 0).astype(float)]


def _both_roots(rows: Rows) -> list[Array]:
    one, _, answering = own_columns(rows)
    return [one, np.log(depth(rows) + depth(rows, "fading")), answering]


def _lately(rows: Rows) -> Array:
    return np.log(rows["impulse_in"][:, HALF_LIVES.index(7.0)] + 0.03)


def _own_garden(rows: Rows) -> Array:
    """The logarithm of the share of ego's ties with a sign within about a third of the horizon."""
    lately = np.select(
        [rows.horizon > 60, rows.horizon > 20],
        [rows["own_lately_28"], rows["own_lately_7"]],
        rows["own_lately_3.5"],
    )
    return np.log((lately + 1.0) / (rows["own_ties"] + 2.0))


def _weather(rows: Rows) -> Array:
    """Whether the whole population has grown livelier or quieter within the month: signs of a week to those of four."""
    return np.log((rows["all_lately_7"] + 0.02) / (rows["all_lately_28"] + 0.02))


def _whole(rows: Rows) -> list[Array]:
    return [*_on_roots(rows), _own_garden(rows), _weather(rows)]


def _more(*columns: Callable[[Rows], Array]) -> Callable[[Rows], list[Array]]:
    return lambda rows: [*own_columns(rows), *(column(rows) for column in columns)]
