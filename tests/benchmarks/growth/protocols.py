"""Who learns from what: W within a file, S from the other families, as is and through the file's own soil."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.optimize import minimize

from gardener.domain import soil
from gardener.domain.growth import Climate
from tests.benchmarks.growth.cuts import SOIL_CUTS, Column
from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.methods.base import Fitted, Method, expit, logit
from tests.benchmarks.growth.methods.shipped import Gardener, Vitality
from tests.benchmarks.growth.metrics import Predicted
from tests.benchmarks.growth.reading import Histories
from tests.benchmarks.growth.rows import Rows, Table, asked, together

PROTOCOLS = ("W", "S", "S-soil")
OWN_SOIL = "S-own-soil"
"""A further protocol: the soil learnt as the program learns it, by `gardener.domain.soil`."""
_NEAR = 1e-6
"""A chance is held so far from 0 and 1 before it goes through a soil."""
_RIDGE = 1.0
"""Of the protocol's soil, toward (0, 1)."""

Answers = dict[str, dict[str, Predicted]]
"""Protocol → column → predictions."""


@dataclass(frozen=True, slots=True)
class Exam:
    """One label over all files: what is asked, and what may be learnt from."""

    files: Mapping[str, Histories]
    columns: Sequence[Column]
    tables: Mapping[str, Mapping[float, Table]]
    sign: bool
    own_soil: bool = False
    _asked: dict[tuple[str, float, float], Rows] = field(default_factory=dict)

    def rows(self, column: Column, cut: float, horizon: float | None = None) -> Rows:
        """The rows of a column's file on a cut day, at the column's horizon or another."""
        key = (column.histories, cut, horizon or column.horizon)
        if key not in self._asked:
            table, histories = self.tables[column.histories][cut], self.files[column.histories]
            self._asked[key] = asked(table, histories, horizon=key[2], sign=self.sign)
        return self._asked[key]

    def others(self, family: str | None) -> Rows | None:
        """All rows of the other families, every column counting the same, every cut of it too; None without any."""
        parts = []
        for column in self.columns:
            if column.family != family:
                cuts = [cut for cut in column.all_cuts() if len(self.rows(column, cut))]
                for cut in cuts:
                    rows = self.rows(column, cut)
                    weight = np.full(len(rows), 1.0 / len(rows) / len(cuts))
                    parts.append(replace(rows, weight=weight))
        return together(parts) if parts else None


def sit(method: Method, exam: Exam) -> Answers:
    """All predictions of a method. Without a second family only the shipped model, with its own numbers, sits for S."""
    answers: Answers = {protocol: {} for protocol in (*PROTOCOLS, OWN_SOIL)}
    elsewhere: dict[str, Fitted] = {}
    for column in exam.columns:
        answers["W"][column.name] = _joined(
            exam, column, [_within(method, exam, column, cut) for cut in column.cuts]
        )
        if column.family not in elsewhere:
            elsewhere[column.family] = _elsewhere(method, exam, column.family)
        fitted = elsewhere[column.family]
        if fitted is None:
            continue
        plain = [method.predict(fitted, exam.rows(column, cut), sign=exam.sign) for cut in column.cuts]
        answers["S"][column.name] = _joined(exam, column, plain)
        sitting = _Sitting(method, fitted, exam, column)
        cuts = list(zip(column.cuts, plain, strict=True))
        answers["S-soil"][column.name] = _joined(exam, column, [sitting.through_soil(*cut) for cut in cuts])
        if exam.own_soil:
            answers[OWN_SOIL][column.name] = _joined(
                exam, column, [sitting.through_own_soil(*cut) for cut in cuts]
            )
    return {protocol: columns for protocol, columns in answers.items() if columns}


def own_cuts(column: Column, cut: float) -> list[tuple[float, float]]:
    """(day, horizon) of the predictions that the program learns soil from on day `cut`, as `soil.cuts` lays them."""
    kinds = ((column.horizon, soil.FULL_CUTS), (column.horizon / 2.0, soil.HALF_CUTS))
    days = [
        (round(cut - span - column.horizon * soil.STEP * nth, 6), span)
        for span, many in kinds
        for nth in range(many)
    ]
    return [(day, span) for day, span in days if day > 0]


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A method, fitted elsewhere, before one column."""

    method: Method
    fitted: Fitted
    exam: Exam
    column: Column

    def through_soil(self, cut: float, plain: Array) -> Array:
        """The protocol's soil: a ridge regression on the last three cuts that had matured."""
        days = self.column.earlier(cut, SOIL_CUTS)
        rows = together([self.exam.rows(self.column, day) for day in days])
        b0, b1 = plain_soil(self._logits(rows), rows.label)
        return expit(b0 + b1 * logit(np.clip(plain, _NEAR, 1.0 - _NEAR)))

    def through_own_soil(self, cut: float, plain: Array) -> Array:
        """The program's soil, learnt and applied by its own functions."""
        rows = together([self.exam.rows(self.column, *one) for one in own_cuts(self.column, cut)])
        chances = self.method.predict(self.fitted, rows, sign=self.exam.sign).tolist()
        weights = np.minimum(1.0, self.column.horizon * soil.STEP / rows.horizon).tolist()
        came = (rows.label > 0).tolist()
        learnt = soil.learn([soil.Prediction(*one) for one in zip(chances, came, weights, strict=True)])
        climate = soil.through(learnt, Climate())
        return np.array([climate.through_soil(p) for p in np.clip(plain, _NEAR, 1.0 - _NEAR).tolist()])

    def _logits(self, rows: Rows) -> Array:
        return logit(np.clip(self.method.predict(self.fitted, rows, sign=self.exam.sign), _NEAR, 1.0 - _NEAR))


def plain_soil(z: Array, label: Array) -> tuple[float, float]:
    """b0 and b1 ≥ 0.2 of a ridge logistic regression of the label on the logit `z`."""

    def objective(b: Array) -> tuple[float, Array]:
        e = b[0] + b[1] * z
        off = b - np.array([0.0, 1.0])
        miss = expit(e) - label
        loss = np.sum(np.logaddexp(0.0, e) - label * e) + _RIDGE / 2.0 * (off @ off)
        return float(loss), np.array([miss.sum(), miss @ z]) + _RIDGE * off

    bounds = [(None, None), (soil.B1_LEAST, None)]
    found = minimize(objective, np.array([0.0, 1.0]), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), float(found.x[1])


def _elsewhere(method: Method, exam: Exam, family: str) -> Fitted:
    """What the other families teach; without any, what the shipped model brings along, and None for the others."""
    rows = exam.others(family)
    if rows is not None:
        return method.fit(rows, sign=exam.sign)
    return method.shipped() if isinstance(method, (Gardener, Vitality)) else None


def _within(method: Method, exam: Exam, column: Column, cut: float) -> Array:
    """W: fitted on the file's own last five cuts that had matured."""
    fitted = method.fit(together([exam.rows(column, day) for day in column.earlier(cut)]), sign=exam.sign)
    return method.predict(fitted, exam.rows(column, cut), sign=exam.sign)


def _joined(exam: Exam, column: Column, chances: Sequence[Array]) -> Predicted:
    rows = [exam.rows(column, cut) for cut in column.cuts]
    return Predicted(
        np.concatenate(chances),
        np.concatenate([part.label for part in rows]),
        np.concatenate([part.egos for part in rows]),
    )
