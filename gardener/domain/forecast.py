"""How likely a sign of theirs is within so many days: the forecast, which unlike vitality may hope and look around.

    κ   = K · N^C · ((heard + 1)/(ties + 2))^LATELY · ((week + 10)/(month + 20))^WEATHER
    s′  = min(s, days since my last touch + 3) while something of mine is unanswered, else s
    P(a sign within h days) = 1 − ((s′ + D)/(s′ + h + D))^κ, then through the soil of forecasts

N depth and s silence as in `growth`; before the first sign N = 0.25 and s counts from the first interaction. Of the
garden's `ties` (those that ever gave a sign) `heard` gave one within h/2 days, `week` within 7, `month` within 28: found
once for a garden and day. Five fitted numbers, seven set ones; closed form, O(1) for a tie. Figures, choices and what
was rejected: tests/benchmarks/growth/README.md. Vitality and roots never look at this (property 10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import exp, expm1, fsum, log, log1p

from gardener.domain.garden import Garden
from gardener.domain.growth import Climate, sigmoid
from gardener.domain.sums import Part, Sum
from gardener.domain.tie import Tie

D, K, C, LATELY, WEATHER = 0.6480, 0.3816, 0.5836, 0.3747, 0.3871
"""The fitted numbers: d in days; k and c of κ; the weights of how lively the garden is, and of whether that changes."""
DAYS = 30.0
"""The horizon that the program shows."""
HOPE = 3.0
"""A touch of mine, while unanswered, counts as a silence of at least so many days."""
SEED = 0.25
"""The depth of a tie that gave no sign yet."""
WEEK, MONTH = 7.0, 28.0
"""Days whose signs are set against each other."""
FEW, SOME = 2.0, 20.0
"""Ties that are imagined beside the garden's own, half of each heard from: so little tells a garden of three."""


@dataclass(frozen=True, slots=True)
class Lively:
    """How lively a garden is on a day: of the `ties` that ever gave a sign, how many did within h/2, 7 and 28 days."""

    ties: int = 0
    heard: int = 0
    week: int = 0
    month: int = 0

    @property
    def lately(self) -> float:
        """ln of the share heard from within half the horizon; ln ½ where nothing is known."""
        return log((self.heard + FEW / 2.0) / (self.ties + FEW))

    @property
    def weather(self) -> float:
        """ln of the signs of a week against those of four; ln ½ where nothing is known, above it as it grows livelier."""
        return log((self.week + SOME / 2.0) / (self.month + SOME))


NOWHERE = Lively()
"""A garden of which nothing is known."""


def lively(silences: Iterable[float], horizon: float = DAYS) -> Lively:
    """That of a garden, from the days since the last sign of every tie that gave one."""
    ties = heard = week = month = 0
    for silence in silences:
        ties += 1
        heard += silence < horizon / 2.0
        week += silence < WEEK
        month += silence < MONTH
    return Lively(ties, heard, week, month)


def waited(silence: float, since_touch: float | None) -> float:
    """s′: the silence as hope counts it; `since_touch` in days, null when nothing of mine is unanswered."""
    return silence if since_touch is None else min(silence, since_touch + HOPE)


def kappa(depth: float, garden: Lively = NOWHERE) -> float:
    """κ, for a depth N ≥ 0; 0 means that there was no sign yet."""
    return K * float((depth or SEED) ** C) * exp(LATELY * garden.lately + WEATHER * garden.weather)


def log_odds(silence: float, kappa_: float, horizon: float = DAYS) -> float:
    """ln(P/(1 − P)) of a sign within the horizon, before any soil, after `silence` ≥ 0 days (as `waited` counts them)."""
    none = kappa_ * log1p(-horizon / (silence + horizon + D))  # the logarithm of the chance of no sign
    return log(-expm1(none)) - none  # exact where the chance rounds to 1


def chance(silence: float, kappa_: float, climate: Climate) -> float:
    """P in `climate`, whose soil is that of forecasts; 0 < P < 1 up to rounding."""
    return sigmoid(climate.b0 + climate.b1 * log_odds(silence, kappa_, climate.horizon))


def silences(tie: Tie, day: date) -> tuple[float, float | None] | None:
    """Whole days since the last sign (without one since the first interaction) and, while something of mine is
    unanswered, since my last touch; null for somebody never spoken to."""
    since = tie.last_sign.date() if tie.last_sign is not None else tie.first
    if since is None:
        return None
    touch = tie.last_touch if tie.run > 0 else None
    return max(0, (day - since).days), None if touch is None else max(0, (day - touch.date()).days)


class Forecasts:
    """The forecasts of all contacts of one garden for one day; `garden` must hold nothing dated after it."""

    def __init__(self, garden: Garden, day: date) -> None:
        self.garden, self.day = garden, day
        self.climate = climate(garden, day)
        self.lively = lively_garden(garden, day, self.climate.horizon)

    def chance(self, id_: str) -> float | None:
        """The chance of a sign from that contact; null for somebody never spoken to. KeyError for nobody."""
        return chance_of(self.garden.plants[id_].tie, self.day, self.lively, self.climate)

    def sum(self, id_: str) -> Sum:
        """The same chance in log-odds, with what it is made of."""
        return sum_of(self.garden.plants[id_].tie, self.day, self.lively, self.climate)

    @property
    def expected(self) -> float:
        """How many of the contacts are to be expected to give a sign: the sum of all chances, whatever their order."""
        return fsum(self.chance(id_) or 0.0 for id_ in self.garden.plants)


def climate(garden: Garden, day: date) -> Climate:
    """The horizon of forecasts with the soil learnt of forecasts, as it holds on `day`."""
    soil = garden.soil(day)
    if soil is None:
        return Climate(DAYS)
    return Climate(DAYS, soil.f0, soil.f1, learnt_from=soil.foreseen)


def lively_garden(garden: Garden, day: date, horizon: float = DAYS) -> Lively:
    """How lively the garden is on `day`, in one pass."""
    signs = (plant.tie.last_sign for plant in garden.plants.values())
    return lively((max(0, (day - sign.date()).days) for sign in signs if sign is not None), horizon)


def chance_of(tie: Tie, day: date, garden: Lively, climate: Climate) -> float | None:
    """The chance of a sign of that tie in such a garden; null for somebody never spoken to."""
    told = silences(tie, day)
    return None if told is None else chance(waited(*told), kappa(tie.depth, garden), climate)


def sum_of(tie: Tie, day: date, garden: Lively, climate: Climate) -> Sum:
    """Log-odds of that chance: of one sign of today in a garden of which nothing is known, and what each cause adds."""
    told = silences(tie, day)
    if told is None:
        return Sum("forecast", "log-odds", None)
    silence, since_touch = told
    hoped, h = waited(silence, since_touch), climate.horizon
    steady = Lively(garden.ties, garden.heard)
    first = log_odds(0.0, kappa(1.0), h)
    deep = log_odds(0.0, kappa(tie.depth), h)
    silent = log_odds(silence, kappa(tie.depth), h)
    hopeful = log_odds(hoped, kappa(tie.depth), h)
    among = log_odds(hoped, kappa(tie.depth, steady), h)
    whole = log_odds(hoped, kappa(tie.depth, garden), h)
    soiled = climate.b0 + climate.b1 * whole
    parts = (
        Part("one-sign", first, 1),
        Part("depth", deep - first, tie.depth),
        Part("silence" if tie.depth else "seed-silence", silent - deep, silence),
        Part("my-touch", hopeful - silent, since_touch),
        Part("lately", among - hopeful, garden.heard),
        Part("weather", whole - among, garden.week),
        Part("soil", soiled - whole, climate.learnt_from),
    )
    always = ("one-sign", "depth", "silence", "seed-silence")
    return Sum("forecast", "log-odds", soiled, tuple(p for p in parts if p.adds != 0.0 or p.code in always))
