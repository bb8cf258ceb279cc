"""The law of silence on whole arrays, to find its numbers by; predictions are the program's own, or a candidate's.

P(sign within h) = 1 − exp(−κ·g), ln κ a weighted sum of columns, g = ln((s+h+d)/(s+d)).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from gardener.domain.forecast import HOPE
from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.rows import Rows

BEFORE_A_SIGN = 0.25
"""The depth of a pair without a sign, in these rows alone; the program shows none."""
RIDGE = 1e-4
"""Holds every number a little toward where it starts from, so that a column that is empty here stays there."""


@dataclass(frozen=True, slots=True)
class Law:
    """A law of silence: `columns` of ln κ, the first all ones; `silence` in days; `power` of g, fitted if asked for."""

    columns: Callable[[Rows], Sequence[Array]]
    silence: Callable[[Rows], Array] = lambda rows: rows["silence"]
    power: bool = False
    toward: Sequence[float] | None = None
    held: Sequence[float] | None = None
    """Where the weights are drawn to (else 0), and how strongly (else RIDGE); a row more or less counts as much again."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was fitted: d in days, the weights of the columns, the power of g."""

    d: float
    weights: Array
    power: float = 1.0


def own_columns(rows: Rows) -> list[Array]:
    """Those of model 1: 1, ln N, Q/(Q+1)."""
    answers = rows["answers"]
    return [np.ones(len(rows)), np.log(depth(rows)), answers / (answers + 1.0)]


def hoping(rows: Rows) -> Array:
    """The silence as the forecast counts it after a touch of mine."""
    hopeful = np.where(rows["run"] > 0, rows["silence_out"] + HOPE, np.inf)
    return np.minimum(rows["silence"], hopeful)


def depth(rows: Rows, name: str = "depth") -> Array:
    """A depth, 0.25 before the first sign."""
    return np.where(rows["n_in"] > 0, np.maximum(rows[name], 1e-9), BEFORE_A_SIGN)


def chance(law: Law, numbers: Numbers, rows: Rows) -> Array:
    """The law's probabilities."""
    gap = np.log1p(rows.horizon / (law.silence(rows) + numbers.d))
    kappa = np.exp(np.clip(np.column_stack(law.columns(rows)) @ numbers.weights, -30.0, 30.0))
    return -np.expm1(-kappa * gap**numbers.power)


def fit(law: Law, rows: Rows) -> Numbers:
    """The numbers of least log loss on the rows, each counted by its weight."""
    columns = np.column_stack(law.columns(rows))
    silence, weight, came = law.silence(rows), rows.weight / rows.weight.sum(), rows.label > 0
    count = columns.shape[1]
    start = np.concatenate([[0.0, 0.0, -1.0], np.zeros(count - 1)])  # ln d, ln power, weights
    centre, ridge = np.zeros(len(start)), np.full(len(start), RIDGE)
    if law.toward is not None and law.held is not None:
        centre[2:], ridge[2:] = law.toward, law.held
        ridge += 1.0 / len(rows)

    def parts(point: Array) -> tuple[float, Array, Array]:
        gap = np.log1p(rows.horizon / (silence + np.exp(point[0])))
        eta = np.clip(columns @ point[2:] + np.exp(point[1]) * np.log(gap), -30.0, 6.0)
        none = np.exp(eta)
        some = np.maximum(-np.expm1(-none), 1e-12)
        loss = float(weight @ np.where(came, -np.log(some), none))
        slope = weight * none * np.where(came, -np.exp(-none) / some, 1.0)
        return loss, slope, gap

    def objective(point: Array) -> tuple[float, Array]:
        loss, slope, gap = parts(point)
        d, power = np.exp(point[:2])
        pull = np.zeros(len(point))
        within = (silence + d) * (silence + d + rows.horizon) * gap
        pull[0] = slope @ (-power * d * rows.horizon / within)
        pull[1] = slope @ (power * np.log(gap)) if law.power else 0.0
        pull[2:] = columns.T @ slope
        off = point - centre
        return loss + float(ridge @ off**2), pull + 2.0 * ridge * off

    bounds = [(-5.0, 6.0), (-2.0, 2.0) if law.power else (0.0, 0.0), *[(-8.0, 8.0)] * count]
    found = minimize(objective, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300})
    return Numbers(float(np.exp(found.x[0])), found.x[2:], float(np.exp(found.x[1])))
