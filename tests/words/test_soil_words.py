"""What the garden says of how it answers: of vitality, of forecasts, and of a garden too young for the one."""

from __future__ import annotations

from datetime import date

from gardener.domain.records import Soil
from gardener.words import soil as words

DAY = date(2026, 3, 1)


def learnt(vitality: int, forecasts: int) -> Soil:
    """A soil learnt from so many predictions of each kind."""
    return Soil(
        id="s",
        valid_from=DAY,
        b0=-1.0 if vitality else 0.0,
        b1=1.0,
        learnt_from=vitality,
        f0=0.4 if forecasts else 0.0,
        foreseen=forecasts,
    )


def test_both_kinds_are_told() -> None:
    said = words.told(learnt(143, 90), DAY)
    assert said.startswith("This garden answers slower than most: ")
    assert said.endswith(
        "from 143 predictions that have come due. Forecasts of a month have learnt from 90 of their own."
    )


def test_of_vitality_alone_nothing_is_said_of_forecasts() -> None:
    assert words.told(learnt(143, 0), DAY).endswith("from 143 predictions that have come due.")


def test_a_young_garden_has_learnt_of_forecasts_alone() -> None:
    said = words.told(learnt(0, 24), DAY)
    assert said == f"{words.YOUNG} Forecasts of a month have learnt from 24 of their own."
