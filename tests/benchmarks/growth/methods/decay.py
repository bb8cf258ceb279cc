"""Tie-decay networks (Ahmad, Porter, Beguerisse-Díaz): each event adds one impulse, and impulses halve with time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.benchmarks.growth.ledger import HALF_LIVES, Array
from tests.benchmarks.growth.methods.base import Fitted, regress, regressed
from tests.benchmarks.growth.metrics import losses
from tests.benchmarks.growth.rows import Rows


@dataclass(frozen=True, slots=True)
class TieDecay:
    """A logistic regression on the logarithm of the strength, at the half-life that the learning rows like best."""

    name: str = "tie-decay impulse"

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The number of the half-life, and the regression."""
        best = []
        for number in range(len(HALF_LIVES)):
            fitted = regress(_column(rows, number, sign), rows)
            loss: float = np.average(
                losses(regressed(fitted, _column(rows, number, sign)), rows.label), weights=rows.weight
            )
            best.append((loss, number, fitted))
        return min(best, key=lambda one: one[:2])[1:]

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The regression's probabilities."""
        number, regression = fitted
        return regressed(regression, _column(rows, number, sign))


def _column(rows: Rows, number: int, sign: bool) -> Array:
    return np.log(rows["impulse_in" if sign else "impulse_all"][:, number : number + 1] + 1e-4)
