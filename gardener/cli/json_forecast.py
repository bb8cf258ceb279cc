"""Forecasts as `--json` prints them: the chance, and everything it is reckoned of."""

from __future__ import annotations

from gardener.cli.json_view import Object
from gardener.domain import forecast as forecasting
from gardener.domain.forecast import Forecasts

NUMBERS = ("D", "K", "C", "LATELY", "WEATHER")


def forecast(told: Forecasts, id_: str) -> Object | None:
    """The chance of a sign from that contact with all that it is reckoned of; null for somebody never spoken to."""
    tie, garden = told.garden.plants[id_].tie, told.lively
    known = forecasting.silences(tie, told.day)
    if known is None:
        return None
    silence, since_touch = known
    return {
        "chance": told.chance(id_),
        "days": told.climate.horizon,
        "depth": tie.depth or forecasting.SEED,
        "silence": silence,
        "since_touch": since_touch,
        "waited": forecasting.waited(silence, since_touch),
        "garden": {"ties": garden.ties, "heard": garden.heard, "week": garden.week, "month": garden.month},
        "numbers": {name.lower(): getattr(forecasting, name) for name in NUMBERS},
        "soil": {"f0": told.climate.b0, "f1": told.climate.b1, "learnt_from": told.climate.learnt_from},
    }


def signs(told: Forecasts) -> Object:
    """How many of all contacts are to be expected to give a sign."""
    return {"days": told.climate.horizon, "people": told.expected}
