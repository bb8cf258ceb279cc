"""What every method has: `fit` on labelled rows, `predict` for others; and the logistic regression that most use."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.rows import Rows

Fitted = Any
"""Whatever a method learnt; only the method itself looks into it."""


class Method(Protocol):
    """A way to foresee the label of a row. `sign`: whether the label is a sign of theirs, or any interaction."""

    @property
    def name(self) -> str:
        """As in the tables."""

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """What the rows teach, each counted by its weight."""

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """A probability for every row."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """Ridge logistic regression on standardised columns; `columns` makes them of rows."""

    name: str
    columns: Callable[[Rows, bool], Sequence[Array]]
    strength: float = 1.0
    """Of the ridge: 1/C in scikit-learn's terms, weights summing to the number of rows."""

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """Means, spreads and the regression."""
        return regress(np.column_stack(self.columns(rows, sign)), rows, strength=self.strength)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """The regression's probabilities."""
        return regressed(fitted, np.column_stack(self.columns(rows, sign)))


def regress(columns: Array, rows: Rows, *, strength: float = 1.0) -> Fitted:
    """A ridge logistic regression of the label on `columns`."""
    weight = rows.weight / rows.weight.mean()
    mean = np.average(columns, axis=0, weights=weight)
    spread = np.sqrt(np.average((columns - mean) ** 2, axis=0, weights=weight)) + 1e-9
    if rows.label.min() == rows.label.max():
        return mean, spread, None, float(rows.label.mean())
    model = LogisticRegression(C=1.0 / strength, max_iter=500)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fit that stops at 500 steps is good enough for a rival
        model.fit((columns - mean) / spread, rows.label, sample_weight=weight)
    return mean, spread, model.coef_[0], float(model.intercept_[0])


def regressed(fitted: Fitted, columns: Array) -> Array:
    """The probabilities of such a regression."""
    mean, spread, slopes, level = fitted
    if slopes is None:
        return np.full(len(columns), level)
    return expit(level + (columns - mean) / spread @ slopes)


def expit(x: Array) -> Array:
    """1 / (1 + e⁻ˣ)."""
    return 1.0 / (1.0 + np.exp(-np.clip(x, -40.0, 40.0)))


def logit(chance: Array) -> Array:
    """ln(p / (1 − p)), p held within 1e-9 of 0 and 1."""
    held = np.clip(chance, 1e-9, 1.0 - 1e-9)
    return np.log(held) - np.log1p(-held)
