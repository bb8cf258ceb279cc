"""Learning how this garden answers, and going back to the soil that every garden has at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.changes import Change, Changeset, Refusal, What
from gardener.domain.garden import Garden
from gardener.domain.records import Soil

if TYPE_CHECKING:
    from gardener.domain.soil import Prediction


def learn_soil(
    garden: Garden, predictions: Sequence[Prediction], *, id_: str, today: date
) -> Changeset | Refusal:
    """From `today` on the soil is what the matured `predictions` teach; earlier days keep theirs.

    What was learnt today already is learnt anew. `id_` names a new record. Vitality and forecasts learn each from their
    own, with fewer than soil.LEAST of them nothing. Refusal `few-predictions`: neither has so many.
    """
    from gardener.domain import soil  # wanted once a month, not before the first paint

    kinds = [[one for one in predictions if one.forecast is forecast] for forecast in (False, True)]
    if max(map(len, kinds)) < soil.LEAST:
        return Refusal("few-predictions", {"has": max(map(len, kinds)), "needs": soil.LEAST})
    learnt, foreseen = (soil.learn(own if len(own) >= soil.LEAST else ()) for own in kinds)
    before = _of_today(garden, today)
    after = Soil(
        id=before.id if before else id_,
        valid_from=today,
        b0=learnt.b0,
        b1=learnt.b1,
        learnt_from=learnt.rows,
        f0=foreseen.b0,
        f1=foreseen.b1,
        foreseen=foreseen.rows,
    )
    changes = (Change(before, after),) if after != before else ()
    return Changeset(What("soil-learnt", {"predictions": learnt.rows + foreseen.rows}), changes)


def reset_soil(garden: Garden, *, id_: str, today: date) -> Changeset:
    """From `today` on the soil is plain, and stays so until somebody asks for it to be learnt; `id_` names the record."""
    now = garden.soil(today)
    before = _of_today(garden, today)
    after = Soil(id=before.id if before else id_, valid_from=today, b0=0.0, b1=1.0)
    changes = () if now is None or now.is_reset else (Change(before, after),)
    return Changeset(What("soil-reset"), changes)


def soil_is_due(garden: Garden, today: date) -> bool:
    """Whether this month's soil is still to be learnt; never of invented people, nor after it was put back by hand."""
    from gardener.domain import soil

    if garden.is_sample:
        return False
    now = garden.soil(today)
    return soil.due(now.valid_from if now else None, today) and not (now is not None and now.is_reset)


def _of_today(garden: Garden, today: date) -> Soil | None:
    return next((held for held in garden.soils.values() if held.valid_from == today), None)
