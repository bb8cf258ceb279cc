"""Why a plant is as it is, as `--json` prints it: every step, the arithmetic, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gardener.cli.json_view import Object, growth_of, iso
from gardener.domain import growth as growth_model
from gardener.domain.sums import Sum
from gardener.domain.why import Arithmetic, Outlook, Step


def why(
    steps: Iterable[Step], arithmetic: Arithmetic, sums: Iterable[Sum], outlooks: Iterable[Outlook]
) -> Object:
    """What each interaction added (newest first), how the numbers of today come of it, and what would change them."""
    reckoned = {name: getattr(arithmetic, name) for name in arithmetic.__dataclass_fields__}
    return {
        "model": growth_model.MODEL,
        "steps": [_step(step) for step in steps][::-1],
        "arithmetic": {k: iso(v) if isinstance(v, date) else v for k, v in reckoned.items()}
        | {"d": growth_model.D, "k": growth_model.K, "c": growth_model.C, "f": growth_model.F},
        "sums": {one.name: _sum(one) for one in sums},
        "outlooks": [_outlook(one) for one in outlooks],
    }


def _sum(told: Sum) -> Object:
    """A number with its parts: `start` and all that they add is `value`."""
    return {
        "unit": told.unit,
        "value": iso(told.value) if isinstance(told.value, date) else told.value,
        "start": iso(told.start),
        "parts": [{"code": part.code, "adds": part.adds, "fact": part.fact} for part in told.parts],
    }


def _outlook(told: Outlook) -> Object:
    return {
        "code": told.code,
        "date": iso(told.day),
        "adds": {
            "depth": told.depth,
            "roots_days": told.after.roots_days - told.before.roots_days,
            "vitality": (told.after.vitality or 0.0) - (told.before.vitality or 0.0),
            "moisture": told.after.moisture - told.before.moisture,
        },
        "after": growth_of(told.after),
    }


def _step(step: Step) -> Object:
    return {
        "interaction": step.interaction.id,
        "date": iso(step.interaction.day),
        "direction": str(step.interaction.direction),
        "gap_days": step.gap_days,
        "adds": {
            "depth": step.depth,
            "answers": step.answers,
            "run": step.run,
            "replies": step.replies,
            "vitality": step.vitality,
            "roots_days": step.roots_days,
        },
        "after": {
            "depth": step.after.depth,
            "answers": step.after.answers,
            "run": step.after.run,
            "replies": step.after.replies,
        },
    }
