"""The shipped model, called through the very functions that the program uses: fold, kappa, vitality_at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp
from unittest.mock import patch

import numpy as np

from gardener.domain import growth
from gardener.domain.growth import Climate
from tests.benchmarks.growth.ledger import Array
from tests.benchmarks.growth.methods import law
from tests.benchmarks.growth.methods.base import Fitted
from tests.benchmarks.growth.rows import Rows

OWN = law.Law(law.own_columns)


@dataclass(frozen=True, slots=True)
class Gardener:
    """Model 1: its four numbers learnt anew from the rows and put in their place, or left `as_shipped`."""

    name: str
    as_shipped: bool = False

    def fit(self, rows: Rows, *, sign: bool) -> Fitted:
        """D, K, C and F as the program names them."""
        if self.as_shipped:
            return self.shipped()
        found = law.fit(OWN, rows)
        level, steepness, answering = map(float, found.weights)
        return {"D": found.d, "K": exp(level), "C": steepness, "F": answering}

    def shipped(self) -> Fitted:
        """The numbers as the program has them."""
        return {name: getattr(growth, name) for name in "DKCF"}

    def predict(self, fitted: Fitted, rows: Rows, *, sign: bool) -> Array:
        """vitality_at(silence, kappa(depth, answers)) of every row; before a sign the depth is 0.25."""
        with patch.multiple(growth, **fitted):
            asked = zip(rows.ties, rows["silence"].tolist(), rows.horizon.tolist(), strict=True)
            return np.array(
                [
                    growth.vitality_at(
                        silence, growth.kappa(tie.depth or law.BEFORE_A_SIGN, tie.answers), _climate(horizon)
                    )
                    for tie, silence, horizon in asked
                ]
            )


@lru_cache(maxsize=64)
def _climate(horizon: float) -> Climate:
    return Climate(horizon)
