"""When ending the season is proposed: after an offer was accepted, in one quiet line."""

from __future__ import annotations

from datetime import date

from gardener.domain.garden import Garden
from gardener.domain.opportunity import Opportunity, StepKind
from gardener.domain.records import open_season


def accepted(garden: Garden, day: date) -> Opportunity | None:
    """The opportunity whose acceptance ends the running season, as of `day`; null when there is nothing to propose.

    The step was taken in the season that still runs; without a started season there is none to be ended.
    """
    season = open_season(garden.seasons.values(), day)
    if season is None:
        return None
    found = [
        (step.day, one.id, one)
        for one in garden.opportunities.values()
        for step in one.steps
        if step.kind is StepKind.ACCEPTED and season.start <= step.day <= day
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None
