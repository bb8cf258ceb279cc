"""The plain rivals: base rate, recency, overdue ratio, recency and frequency, and all hand-made features together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.methods.base import Fitted, Logistic
from tests.benchmarks.growth.rows import Rows


@dataclass(frozen=True, slots=True)
class BaseRate:
    """The same chance for everyone."""

    name: str = "base rate"

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """The share of rows with the label, as if one more row had half of one."""
        weight = rows.weight / rows.weight.mean()
        return (weight @ rows.label + 0.5) / (len(rows) + 1.0)

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """That share."""
        return np.full(len(rows), fitted)


def recency() -> Logistic:
    """A logistic regression on the silence: since their last sign, or since any interaction."""
    return Logistic("recency", lambda rows, sign: [np.log1p(_silence(rows, sign))])


def overdue() -> Logistic:
    """A logistic regression on the silence in units of the mean gap."""
    return Logistic("overdue ratio", lambda rows, sign: [_overdue(rows, "in" if sign else "all")])


def recency_frequency() -> Logistic:
    """A logistic regression on the silence and the number of interactions that it is the silence of."""
    return Logistic(
        "recency and frequency",
        lambda rows, sign: [np.log1p(_silence(rows, sign)), np.log1p(rows["n_in" if sign else "n_all"])],
    )


def features() -> Logistic:
    """A logistic regression on thirty hand-made features, those of touches after the last sign among them."""
    return Logistic("logistic, 30 features", lambda rows, _: _features(rows))


def _silence(rows: Rows, sign: bool) -> Array:
    return rows["silence"] if sign else rows["silence_all"]


def _overdue(rows: Rows, of: str) -> Array:
    return np.log(rows[f"silence_{of}"] + 0.1) - np.log(rows[f"mean_gap_{of}"] + 0.1)


def _features(rows: Rows) -> Sequence[Array]:
    counted = (
        *(
            "silence_in",
            "silence_out",
            "silence_all",
            "n_in",
            "n_out",
            "n_all",
            "days_in",
            "days_all",
            "depth",
        ),
        *(
            "answers",
            "run",
            "begun",
            "touches_before",
            "age",
            "span_in",
            "span_all",
            "mean_gap_in",
            "mean_gap_all",
        ),
        *("last_gap_in", "last_gap_all"),
    )
    plain = ("spread_in", "spread_all", "began", "theirs_last")
    recent = [np.log(rows[f"impulse_{of}"][:, at] + 0.01) for of in ("in", "all") for at in (1, 4)]
    return [
        *(np.log1p(rows[name]) for name in counted),
        *(rows[name] for name in plain),
        *recent,
        _overdue(rows, "in"),
        _overdue(rows, "all"),
    ]
