"""How this garden answers: b0 and b1 of the soil, learnt once a month from predictions that have matured.

A prediction is made for a contact on a cut day, for the garden's horizon or half of it, with the soil as it is at
first, and from what had happened by then. It has matured when its horizon has passed. The half horizon lets a young
garden learn sooner, and any garden notice sooner that everyone has fallen silent (tests/benchmarks/growth/README.md
has the figures). Everything here is a function of histories and days; nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, log1p

from gardener.domain.growth import HORIZON, Climate, kappa, sigmoid, vitality_at
from gardener.domain.interaction import Interaction
from gardener.domain.tie import EMPTY, Tie, fold

B1_LEAST = 0.2
"""The slope never falls below this, so that a better tie always stands better."""
RIDGE = 4.0
"""The inverse variance of the normal law about (0, 1) that holds b0 and b1 near the plain soil."""
FULL_CUTS, HALF_CUTS = 6, 1
"""Of the predictions that have matured, those of so many latest cut days count, by horizon and by half horizon."""
STEP = 1.0 / 3.0
"""Cut days lie this share of the horizon apart: a month, at 90 days."""

LEAST = 10
"""So few predictions teach nothing worth a record."""
_CLOSE, _STEPS = 1e-9, 60
_FARTHEST = 14.0
"""A logit beyond ±14 counts as that: chances closer to 0 or 1 tell nothing more."""


Row = tuple[float, bool, float]
"""The logit of a chance, whether the sign came, and the weight."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One chance (0..1, before any soil) that was given, and whether the sign came in its time.

    The horizons of neighbouring cut days overlap, so that one silence is seen several times: `weight` makes them
    count once together. `forecast` tells a forecast (see `hindsight`) from a vitality.
    """

    chance: float
    came: bool
    weight: float = 1.0
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """Intercept and slope for the logit of a chance, b1 ≥ 0.2, and from how many predictions they were learnt."""

    b0: float = 0.0
    b1: float = 1.0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A day on which predictions are made for all contacts, for so many days; they mature on `matures`."""

    day: date
    horizon: float
    matures: date
    weight: float


def cuts(today: date, *, horizon: float = HORIZON) -> tuple[Cut, ...]:
    """The cut days whose predictions have matured by `today` and count, the newest first; none before year 1."""
    kinds = ((horizon, FULL_CUTS), (horizon / 2.0, HALF_CUTS))
    found = [
        (today.toordinal() - round(span + horizon * STEP * nth), span)
        for span, many in kinds
        for nth in range(many)
    ]
    return tuple(
        Cut(
            date.fromordinal(ordinal),
            span,
            date.fromordinal(ordinal + round(span)),
            min(1.0, horizon * STEP / span),
        )
        for ordinal, span in sorted(found, reverse=True)
        if ordinal >= 1
    )


def matured(
    history: Iterable[Interaction], today: date, *, horizon: float = HORIZON
) -> tuple[Prediction, ...]:
    """The predictions of one contact that have matured by `today`, from its history in any order of entry.

    One for each cut day by whose end there had been a sign; what is dated after the cut day only tells whether a sign
    came. Rests and marks are not looked at: a contact left in peace should not be among those asked for.
    """
    return tuple(
        Prediction(_foreseen(tie, tie.last_sign.date(), cut), came, cut.weight)
        for cut, tie, came in asked(history, today, horizon=horizon)
        if tie.last_sign is not None
    )


def asked(
    history: Iterable[Interaction], today: date, *, horizon: float = HORIZON
) -> Iterator[tuple[Cut, Tie, bool]]:
    """Each cut day whose predictions have matured by `today`, the oldest first: the tie as it stood, and whether a sign
    came in its time."""
    ordered = sorted((i for i in history if i.day <= today), key=lambda i: i.order)
    signs = [i.day for i in ordered if i.is_sign]
    tie, at = EMPTY, 0
    for cut in reversed(cuts(today, horizon=horizon)):
        while at < len(ordered) and ordered[at].day <= cut.day:
            tie = fold(tie, ordered[at])
            at += 1
        yield cut, tie, any(cut.day < day <= cut.matures for day in signs)


def learn(predictions: Sequence[Prediction]) -> Learnt:
    """The soil of greatest likelihood under the ridge: logistic regression of `came` on the logit of `chance`.

    Deterministic, and the same in any order up to rounding. Without a prediction: the plain soil.
    """
    if not predictions:
        return Learnt()
    rows = [(_logit(p.chance), p.came, p.weight) for p in predictions]
    b0, b1 = _newton(rows)
    if b1 < B1_LEAST:
        b0, b1 = _level(rows, B1_LEAST), B1_LEAST
    return Learnt(b0, b1, len(rows))


def through(learnt: Learnt, climate: Climate) -> Climate:
    """`climate` with that soil."""
    return Climate(climate.horizon, learnt.b0, learnt.b1, climate.seed_days, learnt.rows)


def due(last: date | None, today: date) -> bool:
    """Whether soil is to be learnt anew on `today`: in the first month, and in each calendar month after the last."""
    return last is None or (last.year, last.month) < (today.year, today.month)


def _foreseen(tie: Tie, last: date, cut: Cut) -> float:
    silence = (cut.day - last).days
    return vitality_at(silence, kappa(tie.depth, tie.answers), Climate(cut.horizon))


def _logit(chance: float) -> float:
    if chance <= 0.0:
        return -_FARTHEST
    if chance >= 1.0:
        return _FARTHEST
    return min(max(log(chance) - log1p(-chance), -_FARTHEST), _FARTHEST)


def _loss(rows: Sequence[Row], b0: float, b1: float) -> float:
    """Negative log likelihood and ridge."""
    total = RIDGE / 2.0 * (b0 * b0 + (b1 - 1.0) * (b1 - 1.0))
    for z, came, weight in rows:
        e = b0 + b1 * z
        total += weight * (max(e, 0.0) + log1p(exp(-abs(e))) - (e if came else 0.0))
    return total


def _newton(rows: Sequence[Row]) -> tuple[float, float]:
    """The minimum of `_loss`, which is convex: Newton's steps, halved while they do not go down."""
    b0, b1 = 0.0, 1.0
    loss = _loss(rows, b0, b1)
    for _ in range(_STEPS):
        g0, g1 = RIDGE * b0, RIDGE * (b1 - 1.0)
        h00, h01, h11 = RIDGE, 0.0, RIDGE
        for z, came, weight in rows:
            p = sigmoid(b0 + b1 * z)
            miss, w = weight * (p - came), weight * p * (1.0 - p)
            g0 += miss
            g1 += miss * z
            h00 += w
            h01 += w * z
            h11 += w * z * z
        det = h00 * h11 - h01 * h01
        step0, step1 = (h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det
        share = 1.0
        while share > _CLOSE and (lower := _loss(rows, b0 - share * step0, b1 - share * step1)) > loss:
            share /= 2.0
        if share <= _CLOSE:
            break
        b0, b1 = b0 - share * step0, b1 - share * step1
        done = loss - lower <= _CLOSE * (1.0 + abs(lower))
        loss = lower
        if done:
            break
    return b0, b1


def _level(rows: Sequence[Row], b1: float) -> float:
    """The best b0 at a given b1, by bisection of the slope, which grows with b0."""
    low, high = -40.0, 40.0
    while high - low > _CLOSE:
        middle = (low + high) / 2.0
        slope = RIDGE * middle + sum(w * (sigmoid(middle + b1 * z) - came) for z, came, w in rows)
        low, high = (low, middle) if slope > 0.0 else (middle, high)
    return (low + high) / 2.0
