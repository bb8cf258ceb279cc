"""The tables for people (standard error) and the object for programs (standard output)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from tests.benchmarks.growth.metrics import Interval, Predicted, scores

Figures = dict[str, Any]
"""log_loss, auc, brier, ece in the mean; `columns` the same for each; `difference` to the shipped model."""


def figures(columns: Mapping[str, Predicted], difference: Mapping[str, Interval] | None) -> Figures:
    """What the object says of one method under one protocol."""
    each = {name: scores(predicted) for name, predicted in columns.items()}
    kinds = ("log_loss", "auc", "brier", "ece")
    mean: Figures = {kind: float(np.mean([one[kind] for one in each.values()])) for kind in kinds}
    rounded = {name: {kind: round(value, 5) for kind, value in one.items()} for name, one in each.items()}
    told: Figures = {kind: round(value, 5) for kind, value in mean.items()} | {"columns": rounded}
    if difference is not None:
        told["difference"] = {
            kind: {"mean": round(found.mean, 5), "low": round(found.low, 5), "high": round(found.high, 5)}
            for kind, found in difference.items()
        }
    return told


def main_table(told: Mapping[str, Mapping[str, Figures]], title: str) -> str:
    """Mean figures of every method under every protocol, with intervals of the difference to the shipped model."""
    lines = [
        title,
        f"{'':32}{'log loss':>9}{'AUC':>8}{'Brier':>8}{'ECE':>8}   difference in log loss, in AUC",
    ]
    for protocol, methods in told.items():
        lines.append(protocol)
        for method, one in methods.items():
            row = (
                f"  {method:30}{one['log_loss']:9.4f}{one['auc']:8.4f}{one['brier']:8.4f}{one['ece']:8.4f}   "
            )
            difference = one.get("difference", {})
            lines.append(
                row
                + "  ".join(_interval(difference[kind]) for kind in ("log_loss", "auc") if kind in difference)
            )
    return "\n".join(lines)


def column_table(told: Mapping[str, Mapping[str, Figures]], title: str) -> str:
    """Log loss and AUC of every method in every column."""
    lines = [title]
    for protocol, methods in told.items():
        names: Sequence[str] = next(iter(methods.values()))["columns"].keys() if methods else ()
        lines.append(f"{protocol:32}" + "".join(f"{name:>15}" for name in names))
        lines.extend(_of_columns(methods.items()))
    return "\n".join(lines)


def _of_columns(methods: Iterable[tuple[str, Figures]]) -> Iterable[str]:
    for method, one in methods:
        cells = (f"{c['log_loss']:8.4f} {c['auc']:6.3f}" for c in one["columns"].values())
        yield f"  {method:30}" + "".join(cells)


def _interval(found: Mapping[str, float]) -> str:
    return f"{found['mean']:+.4f} [{found['low']:+.4f}, {found['high']:+.4f}]"
