"""Model 1: the law of silence, fed by their signs alone, and its read-out on a day as a `Growth`.

Formulas and figures: growth-model.md of the design, "Read-out at silence s". Four fitted numbers, closed form,
O(1) in the length of the history.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from math import exp, expm1, log, log1p
from typing import NamedTuple

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


TRUSTED_FROM = 100
"""Matured predictions of a garden's own from which its vitality is read as a chance, not only as a comparison."""
CALENDAR = float(pace.LAST_DAY)
"""Days from 0001-01-01 to 9999-12-31: no silence lasts longer."""


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


class Climate(NamedTuple):
    """What holds for the whole garden on a day.

    The horizon in days, the soil (b0, b1 ≥ 0.2), the days that seeds keep, and from how many matured predictions of
    this garden's own the soil was learnt.
    """

    horizon: float = HORIZON
    b0: float = 0.0
    b1: float = 1.0
    seed_days: int = SEED_DAYS
    learnt_from: int = 0

    @property
    def is_relative(self) -> bool:
        """Whether vitality tells only how ties of this garden compare: its own predictions are too few yet."""
        return self.learnt_from < TRUSTED_FROM

    def through_soil(self, chance: float) -> float:
        """A chance (0 < chance < 1) as this garden's soil bends it: sigmoid(b0 + b1·logit p)."""
        if self.b0 == 0.0 and self.b1 == 1.0:
            return chance
        return sigmoid(self.b0 + self.b1 * (log(chance) - log1p(-chance)))


PLAIN = Climate()
"""Soil as it is at first, patience 1."""


class Growth(NamedTuple):
    """One contact on one day: everything computed, nothing stored.

    `vitality` 0..1, null before the first sign; `roots_days` ≥ 0: the silence the tie survives; `moisture`
    unanswered touches against `capacity`; the dates are null where nothing is foreseen. `vigour` 1..0 greys with
    the age of a seed, null once there was a sign. `silence` is in whole days since the last sign, null before it.
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
    none = kappa_ * log1p(-climate.horizon / (silence + climate.horizon + D))  # log of the chance of no sign
    some = -expm1(none)
    if climate.b0 == 0.0 and climate.b1 == 1.0:
        return some
    return sigmoid(climate.b0 + climate.b1 * (log(some) - none))  # exact where `some` rounds to 1


def silence_until(chance: float, kappa_: float, climate: Climate = PLAIN) -> float:
    """s*: the silence in days at which vitality falls to `chance` (0 < chance < 1), 0 ≤ s* ≤ the calendar's length.

    It is capped at the length, not at the date of the calendar's end: a later sign must never shorten the roots.
    """
    before_soil = (log(chance) - log1p(-chance) - climate.b0) / climate.b1
    exponent = -(max(before_soil, 0.0) + log1p(exp(-abs(before_soil)))) / kappa_
    rest = -expm1(exponent)
    if rest <= 0.0:
        return CALENDAR
    return min(max(0.0, exp(exponent) * climate.horizon / rest - D), CALENDAR)


def sigmoid(x: float) -> float:
    """1 / (1 + e⁻ˣ), without overflow."""
    if x >= 0:
        return 1.0 / (1.0 + exp(-x))
    e = exp(x)
    return e / (1.0 + e)


def read(tie: Tie, day: date, *, planted: date, climate: Climate = PLAIN, resting: bool = False) -> Growth:
    """The growth of a contact on `day`; `tie` must hold nothing dated after it. `planted`: the day of creation."""
    touch = tie.last_touch.date() if tie.last_touch is not None else None
    sign = tie.last_sign.date() if tie.last_sign is not None else None
    today, dry, soil = day.toordinal(), pace.dry_ordinal(tie), pace.level(tie)
    wet = dry is not None and today < dry
    vitality, vigour, silence, roots, thirsty = None, None, None, 0.0, None
    if sign is None:
        since = _kept_since(planted, touch, day)
        age = max(0, today - since)
        vigour = max(0.0, 1.0 - age / (climate.seed_days + 1))
        withers = since + climate.seed_days + 1
        condition = _condition_of_seed(resting, soil, wet, age > climate.seed_days)
    else:
        last = sign.toordinal()
        silence = max(0, today - last)
        k = kappa(tie.depth, tie.answers)
        vitality, roots = vitality_at(silence, k, climate), silence_until(WITHERED, k, climate)
        withers = last + int(roots) + 1
        thirsty = max(last + int(silence_until(THIRSTY, k, climate)) + 1, dry or 0)
        condition = _condition(resting, vitality, soil, wet)
    return Growth(
        vitality,
        roots,
        tie.run,
        pace.capacity(tie.replies),
        condition,
        touch if sign is None or (touch is not None and touch > sign) else sign,
        sign,
        pace.calendar_day(dry),
        pace.calendar_day(thirsty),
        pace.calendar_day(withers),
        tie.replies,
        tie.unanswered,
        soil,
        silence,
        vigour,
        touch,
    )


def _kept_since(planted: date, touch: date | None, day: date) -> int:
    """The ordinal of the day on which a seed was planted or last touched, of what had happened by `day`."""
    if touch is None or touch <= planted <= day:
        return planted.toordinal()
    return touch.toordinal()


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


def _condition_of_seed(resting: bool, soil: pace.Level, wet: bool, old: bool) -> Condition:
    if resting:
        return Condition.RESTING
    if wet and soil is not pace.Level.CLEAR:
        return _WARNING[soil]
    return Condition.WITHERED_SEED if old else Condition.SEED
