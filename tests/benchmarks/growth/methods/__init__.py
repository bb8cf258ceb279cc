"""Who is compared: the shipped model and its rivals, each with `fit` and `predict`. Start at `base`; `ALL` lists them."""

from tests.benchmarks.growth.methods.base import Method
from tests.benchmarks.growth.methods.buying import ExpectedPurchases, ProbabilityOfPurchase
from tests.benchmarks.growth.methods.decay import TieDecay
from tests.benchmarks.growth.methods.memory import Stability
from tests.benchmarks.growth.methods.shipped import Gardener, Vitality
from tests.benchmarks.growth.methods.simple import BaseRate, features, overdue, recency, recency_frequency

GARDENER = "gardener"
"""The name of the program's forecast in the tables."""


def everyone() -> list[Method]:
    """What the program forecasts first, then vitality and the rivals, from the plainest to the richest."""
    return [
        Gardener(GARDENER),
        Vitality("vitality (model 1)"),
        BaseRate(),
        recency(),
        overdue(),
        recency_frequency(),
        TieDecay(),
        Stability(),
        ProbabilityOfPurchase(),
        ExpectedPurchases(),
        features(),
    ]
