"""Spaced repetition turned on people (after FSRS): every contact is a recall, and spaced recalls keep longer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.benchmarks.growth.ledger import STABILITIES, Array
from tests.benchmarks.growth.methods.base import Fitted, regress, regressed
from tests.benchmarks.growth.metrics import losses
from tests.benchmarks.growth.rows import Rows


@dataclass(frozen=True, slots=True)
class Stability:
    """A logistic regression on stability and retrievability R = (1 + s/9S)⁻¹, S grown under the best of 18 settings.

    A recall after gap g multiplies S by 1 + gain·S^(−ease)·(e^(3(1−R)) − 1).
    """

    name: str = "FSRS-like stability"

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The number of the setting, and the regression."""
        best = []
        for number in range(len(STABILITIES)):
            columns = _columns(rows, number, sign)
            fitted = regress(columns, rows)
            loss: float = np.average(losses(regressed(fitted, columns), rows.label), weights=rows.weight)
            best.append((loss, number, fitted))
        return min(best, key=lambda one: one[:2])[1:]

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The regression's probabilities."""
        number, regression = fitted
        return regressed(regression, _columns(rows, number, sign))


def _columns(rows: Rows, number: int, sign: bool) -> Array:
    of = "in" if sign else "all"
    stability = rows[f"stability_{of}"][:, number]
    kept = 1.0 / (1.0 + rows[f"silence_{of}"] / (9.0 * stability))
    return np.column_stack([np.log(stability), np.log(kept) - np.log1p(-kept + 1e-9)])
