"""Model 1: the law of silence, fed by their signs alone, and its read-out on a day as a `Growth`.

Formulas and figures: growth-model.md of the design, "Read-out at silence s". Four fitted numbers, closed form, O(1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import exp, expm1, log, log1p

from gardener.domain import pace
from gardener.domain.tie import Tie

MODEL = "1"
D, K, C, F = 0.991, 0.2202, 0.4681, 0.4598
"""The fitted numbers: d in days, k, c and f of kappa."""
HORIZON = 90.0
"""Days within which a sign is foreseen, at a patience of 1."""
THRIVING, THIRSTY, WILTING, WITHERED = 0.70, 0.40, 0.25, 0.15
"""Vitality: thriving from, thirsty below, wilting below, withered below."""
SEED_DAYS = 120
"""Days without a touch after which a seed that never gave a sign counts as withered."""


class Condition(StrEnum):
    """How a plant stands; exactly one holds on a day, the first that applies."""

    RESTING = "resting"
    WITHERED = "withered"
    DROWNING = "drowning"
    SOGGY = "soggy"
    WITHERED_SEED = "withered seed"
    SEED = "seed"
    WILTING = "wilting"
    THIRSTY = "thirsty"
    THRIVING = "thriving"
    HEALTHY = "healthy"


@dataclass(frozen=True, slots=True)
class Climate:
    """What holds for the whole garden on a day: the horizon in days, the soil (b0, b1 ≥ 0.2), and how long seeds keep."""

    horizon: float = HORIZON
    b0: float = 0.0
    b1: float = 1.0
    seed_days: int = SEED_DAYS

    def through_soil(self, chance: float) -> float:
        """A chance as this garden's soil bends it: sigmoid(b0 + b1·logit p)."""
        if self.b0 == 0.0 and self.b1 == 1.0:
            return chance
        inner = min(max(chance, 1e-12), 1.0 - 1e-12)
        return sigmoid(self.b0 + self.b1 * (log(inner) - log1p(-inner)))

    def before_soil(self, chance: float) -> float:
        """The inverse of `through_soil`."""
        if self.b0 == 0.0 and self.b1 == 1.0:
            return chance
        return sigmoid((log(chance) - log1p(-chance) - self.b0) / self.b1)


PLAIN = Climate()
"""Soil as it is at first, patience 1."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One contact on one day: everything computed, nothing stored.

    `vitality` 0..1, null before the first sign; `roots_days` ≥ 0: the silence the tie survives; `moisture` unanswered
    touches against `capacity`; the dates are null where nothing is foreseen. `vigour` 1..0 greys with the age of a
    seed, null once there was a sign. `silence` is in whole days since the last sign, null before it.
    """

    vitality: float | None
    roots_days: float
    moisture: int
    capacity: int
    condition: Condition
    last_contact: date | None
    last_sign: date | None
    dry_on: date | None
    thirsty_on: date | None
    withers_on: date | None
    replies: int
    unanswered: int
    level: pace.Level
    silence: int | None
    vigour: float | None
    last_touch: date | None


def kappa(depth: float, answers: int) -> float:
    """κ = k·N^c·exp(f·Q/(Q+1)), for N > 0 and Q ≥ 0."""
    return K * float(depth**C) * exp(F * answers / (answers + 1))


def vitality_at(silence: float, kappa_: float, climate: Climate = PLAIN) -> float:
    """The probability of a sign from them within the horizon, after `silence` ≥ 0 days."""
    raw = -expm1(kappa_ * log((silence + D) / (silence + climate.horizon + D)))
    return climate.through_soil(raw)


def silence_until(chance: float, kappa_: float, climate: Climate = PLAIN) -> float:
    """s*: the silence in days, at least 0, at which vitality falls to `chance` (0 < chance < 1)."""
    exponent = log1p(-climate.before_soil(chance)) / kappa_
    rest = -expm1(exponent)
    if rest <= 0.0:
        return float(date.max.toordinal())
    return max(0.0, exp(exponent) * climate.horizon / rest - D)


def sigmoid(x: float) -> float:
    if x >= 0:
        return 1.0 / (1.0 + exp(-x))
    e = exp(x)
    return e / (1.0 + e)


def _first_day_below(last_sign: date, silence: float) -> date | None:
    """The first day on which the silence is beyond `silence`, null after 9999-12-31."""
    ordinal = last_sign.toordinal() + int(silence) + 1
    return date.fromordinal(ordinal) if ordinal <= _LAST_DAY else None


_LAST_DAY = date.max.toordinal()


def read(tie: Tie, day: date, *, planted: date, climate: Climate = PLAIN, resting: bool = False) -> Growth:
    """The growth of a contact on `day`; `tie` must hold nothing dated after it. `planted` is the day of its creation."""
    latest = tie.latest
    dry = pace.dry_on(tie)
    soil = pace.level(tie)
    wet = dry is not None and day < dry
    touch = tie.last_touch.date() if tie.last_touch else None
    if tie.last_sign is None:
        vitality, roots, thirsty_on, silence = None, 0.0, None, None
        since = planted if touch is None or touch < planted else touch
        age = max(0, day.toordinal() - since.toordinal())
        vigour: float | None = max(0.0, 1.0 - age / (climate.seed_days + 1))
        withers_on = _later(since, climate.seed_days + 1)
        condition = _condition_of_seed(resting, soil if wet else pace.Level.CLEAR, age > climate.seed_days)
    else:
        sign = tie.last_sign.date()
        silence = max(0, day.toordinal() - sign.toordinal())
        k = kappa(tie.depth, tie.answers)
        vitality, vigour = vitality_at(silence, k, climate), None
        roots = min(silence_until(WITHERED, k, climate), float(_LAST_DAY - sign.toordinal()))
        withers_on = _first_day_below(sign, roots)
        thirsty_on = _first_day_below(sign, silence_until(THIRSTY, k, climate))
        if thirsty_on is not None and dry is not None:
            thirsty_on = max(thirsty_on, dry)
        condition = _condition(resting, vitality, soil, wet)
    return Growth(
        vitality,
        roots,
        tie.run,
        pace.capacity(tie.replies),
        condition,
        latest.date() if latest else None,
        tie.last_sign.date() if tie.last_sign else None,
        dry,
        thirsty_on,
        withers_on,
        tie.replies,
        tie.unanswered,
        soil,
        silence,
        vigour,
        touch,
    )


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


_WARNING = {pace.Level.DROWNING: Condition.DROWNING, pace.Level.SOGGY: Condition.SOGGY}


def _condition(resting: bool, vitality: float, soil: pace.Level, wet: bool) -> Condition:
    if resting:
        return Condition.RESTING
    if vitality < WITHERED:
        return Condition.WITHERED
    if wet and soil is not pace.Level.CLEAR:
        return _WARNING[soil]
    if vitality < WILTING or (vitality < THIRSTY and wet):
        return Condition.WILTING
    if vitality < THIRSTY:
        return Condition.THIRSTY
    return Condition.THRIVING if vitality >= THRIVING else Condition.HEALTHY


def _condition_of_seed(resting: bool, warning: pace.Level, old: bool) -> Condition:
    if resting:
        return Condition.RESTING
    if warning is not pace.Level.CLEAR:
        return _WARNING[warning]
    return Condition.WITHERED_SEED if old else Condition.SEED
