"""How good probabilities are: log loss, AUC, Brier score, calibration error; and intervals of a difference, by ego."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.growth.ledger import Array

CLIP = 1e-4
BINS = 10
ROUNDS = 1000
"""Bootstrap rounds of the log loss; the AUC, which costs more, gets every fifth."""
_SHARE = 5


@dataclass(frozen=True, slots=True)
class Predicted:
    """One column's test rows under one method: probabilities, labels, egos."""

    chance: Array
    label: Array
    egos: Array


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and its central 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


def losses(chance: Array, label: Array) -> Array:
    """Log loss of every row, probabilities clipped to 1e-4."""
    held = np.clip(chance, CLIP, 1.0 - CLIP)
    return -np.where(label > 0, np.log(held), np.log1p(-held))


def auc(chance: Array, label: Array, weight: Array | None = None) -> float:
    """Area under the ROC curve, ties halved, rows weighted; NaN where one label is missing."""
    weight = np.ones(len(chance)) if weight is None else weight
    return _auc_of_ranks(np.unique(chance, return_inverse=True)[1].ravel(), label, weight)


def _auc_of_ranks(rank: Array, label: Array, weight: Array) -> float:
    positive = np.bincount(rank, weight * label)
    negative = np.bincount(rank, weight * (1.0 - label))
    pairs = positive.sum() * negative.sum()
    below = np.cumsum(negative) - negative / 2.0
    return float((positive * below).sum() / pairs) if pairs else float("nan")


def calibration_error(chance: Array, label: Array) -> float:
    """Expected calibration error: over ten quantile bins, the mean of |observed − predicted|, weighted by size."""
    order = np.argsort(chance, kind="stable")
    bins = [part for part in np.array_split(order, BINS) if len(part)]
    return float(sum(abs(float(np.sum(label[part] - chance[part]))) for part in bins) / len(chance))


def scores(predicted: Predicted) -> dict[str, float]:
    """The four figures of one column."""
    chance, label = predicted.chance, predicted.label
    return {
        "log_loss": float(losses(chance, label).mean()),
        "auc": auc(chance, label),
        "brier": float(np.mean((chance - label) ** 2)),
        "ece": calibration_error(chance, label),
    }


def differences(
    mine: Mapping[str, Predicted], theirs: Mapping[str, Predicted], files: Mapping[str, str]
) -> dict[str, Interval]:
    """Mean over the columns of `mine` − `theirs`, in log loss and AUC: both drawn anew together, ego by ego.

    `files` names the file of each column; the columns of one file share their egos and the draw.
    """
    dice = np.random.default_rng(1)
    drawn: dict[str, list[Array]] = {"log_loss": [], "auc": []}
    means: dict[str, list[float]] = {"log_loss": [], "auc": []}
    for file in dict.fromkeys(files.values()):
        columns = [column for column in mine if files[column] == file]
        egos = np.unique(np.concatenate([mine[column].egos for column in columns]))
        draws = dice.multinomial(len(egos), np.full(len(egos), 1.0 / len(egos)), size=ROUNDS).astype(float)
        for column in columns:
            one, other = mine[column], theirs[column]
            of = np.searchsorted(egos, one.egos)
            gap = losses(one.chance, one.label) - losses(other.chance, other.label)
            means["log_loss"].append(float(gap.mean()))
            drawn["log_loss"].append(
                draws @ np.bincount(of, gap, len(egos)) / (draws @ np.bincount(of, minlength=len(egos)))
            )
            means["auc"].append(auc(one.chance, one.label) - auc(other.chance, other.label))
            drawn["auc"].append(_auc_draws(one, other, of, draws[::_SHARE]))
    return {name: _interval(means[name], drawn[name]) for name in means}


def _auc_draws(one: Predicted, other: Predicted, of: Array, draws: Array) -> Array:
    ranks = [np.unique(side.chance, return_inverse=True)[1].ravel() for side in (one, other)]
    found = []
    for draw in draws:
        mine, theirs = (_auc_of_ranks(rank, one.label, draw[of]) for rank in ranks)
        found.append(mine - theirs)
    return np.array(found)


def _interval(means: Sequence[float], drawn: Sequence[Array]) -> Interval:
    low, high = map(float, np.nanquantile(np.mean(drawn, axis=0), [0.025, 0.975]))
    return Interval(float(np.mean(means)), low, high)
