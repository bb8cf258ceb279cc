"""BG/NBD (Fader, Hardie, Lee): contacts as customers, interactions as purchases, people who stop after one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.methods.base import Fitted, regress, regressed
from tests.benchmarks.growth.rows import Rows


@dataclass(frozen=True, slots=True)
class ProbabilityOfPurchase:
    """The chance of at least one purchase within the horizon, as the model itself gives it."""

    name: str = "BG/NBD, probability, raw"

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """r, α, a, b of greatest likelihood for the histories; the labels are not looked at."""
        return _fit(rows, sign)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """P(alive) · (1 − ((α+T)/(α+T+h))^(r+x))."""
        r, alpha, _, _ = fitted
        repeats, _, age = _history(rows, sign)
        idle = (r + repeats) * (np.log(alpha + age) - np.log(alpha + age + rows.horizon))
        return _alive(fitted, rows, sign) * -np.expm1(idle)


@dataclass(frozen=True, slots=True)
class ExpectedPurchases:
    """A logistic regression on the logarithm of the expected number of purchases within the horizon."""

    name: str = "BG/NBD, expected, recalibrated"

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The four numbers, and the regression."""
        four = _fit(rows, sign)
        return four, regress(_expected(four, rows, sign), rows)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The regression's probabilities."""
        four, regression = fitted
        return regressed(regression, _expected(four, rows, sign))


def _history(rows: Rows, sign: bool) -> tuple[Array, Array, Array]:
    """Repeat purchases x, days from the first to the last t_x, age T in days; the first contact makes a customer.

    A day with any number of interactions is one purchase, as is usual for the model; whole bursts would swamp it.
    """
    if not sign:
        return rows["days_all"] - 1.0, rows["span_all"], rows["age"]
    return (
        rows["days_in"] * 1.0,
        np.where(rows["n_in"] > 0, rows["age"] - rows["silence_in"], 0.0),
        rows["age"],
    )


def _fit(rows: Rows, sign: bool) -> Array:
    """Maximum likelihood over logarithms, on at most 4,000 rows; without a horizon a row counts once."""
    keep = np.unique(np.linspace(0, len(rows) - 1, min(len(rows), 4000)).astype(int))
    x, t_x, age = (column[keep] for column in _history(rows, sign))
    weight = rows.weight[keep] / rows.weight[keep].sum()

    def loss(logs: Array) -> float:
        r, alpha, a, b = np.exp(logs)
        start = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        stay = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
        leave = betaln(a + 1.0, b + np.maximum(x, 1.0) - 1.0) - betaln(a, b) - (r + x) * np.log(alpha + t_x)
        both = np.logaddexp(stay, np.where(x > 0, leave, -np.inf))
        return float(-(weight @ (start + both)) + 1e-3 * np.sum(logs**2))

    found = minimize(loss, np.array([-0.5, 1.0, 0.0, 1.0]), method="L-BFGS-B", bounds=[(-7.0, 7.0)] * 4)
    return np.exp(found.x)


def _alive(four: Array, rows: Rows, sign: bool) -> Array:
    r, alpha, a, b = four
    x, t_x, age = _history(rows, sign)
    odds = a / (b + np.maximum(x, 1.0) - 1.0) * np.exp((r + x) * (np.log(alpha + age) - np.log(alpha + t_x)))
    return 1.0 / (1.0 + np.where(x > 0, odds, 0.0))


def _expected(four: Array, rows: Rows, sign: bool) -> Array:
    r, alpha, a, b = four
    x, _, age = _history(rows, sign)
    whole = alpha + age + rows.horizon
    series = hyp2f1(r + x, b + x, a + b + x - 1.0, rows.horizon / whole)
    shrunk = np.exp((r + x) * (np.log(alpha + age) - np.log(whole)))
    total = (a + b + x - 1.0) / (a - 1.0 if abs(a - 1.0) > 1e-6 else 1e-6) * (1.0 - shrunk * series)
    number = np.nan_to_num(total, nan=0.0, posinf=1e4, neginf=0.0) * _alive(four, rows, sign)
    return np.log(np.maximum(number, 0.0) + 0.01)[:, None]
