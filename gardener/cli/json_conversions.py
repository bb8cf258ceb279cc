"""Opportunities, seasons and the ways to an employer as `--json` prints them (resources/help/command-line.md)."""

from __future__ import annotations

from collections.abc import Iterable

from gardener.cli import json_forecast
from gardener.cli.json_view import Contacts, Object, guard, iso, season
from gardener.domain.credit import Credit
from gardener.domain.forecast import Forecasts
from gardener.domain.opportunity import Opportunity
from gardener.domain.records import Season
from gardener.domain.season import Range, SeasonCount
from gardener.domain.season.forecast import Forecast
from gardener.domain.ways import Wanted, Way, Ways


def opportunity(one: Opportunity) -> Object:
    """An opportunity; `thanks_to` holds ids."""
    return {
        "id": one.id,
        "employer": one.employer,
        "role": one.role,
        "steps": [{"date": iso(step.day), "step": str(step.kind)} for step in one.steps],
        "thanks_to": list(one.thanks_to),
        "url": one.url,
        "posting": one.posting,
        "salary": one.salary,
        "deadline": iso(one.deadline),
        "resume": one.resume,
        "notes": one.notes,
        "created": iso(one.created),
    }


def credit(split: Credit) -> Object:
    """By whose help it came: shares of one by contact id, and the introductions it flowed over."""
    return {
        "owed": dict(split.owed),
        "through": dict(split.through),
        "first": dict(split.first),
        "flows": [
            {
                "by": flow.lead.by,
                "to": flow.lead.to,
                "introduction": flow.lead.introduction,
                "share": flow.share,
            }
            for flow in split.flows
        ],
    }


def season_of(one: Season, day_paused: bool) -> Object:
    """One season, as it is on a day."""
    return {
        "id": one.id,
        "name": one.name,
        "start": iso(one.start),
        "end": iso(one.end),
        "paused": day_paused,
        "pauses": [{"from": iso(first), "to": iso(last)} for first, last in one.pauses],
    }


def counted(count: SeasonCount) -> Object:
    """What a season came to, and which it is (null for the whole history)."""
    return {
        **season(count),
        "cold_applications": count.cold_applications,
        "applications_per_interview": _range(count.applications_per_interview),
        "season": season_of(count.season, count.paused) if count.season else None,
    }


def _range(told: Range) -> Object:
    return {"estimate": told.estimate, "low": told.low, "high": told.high}


def season_page(
    now: SeasonCount, all_: Iterable[SeasonCount], ahead: Forecast, forecasts: Forecasts
) -> Object:
    """The present season, when its next interview may come, and every season for comparison."""
    low, middle, high = ahead.conversations
    weeks = dict(zip(("low", "middle", "high"), ahead.weeks, strict=True)) if ahead.weeks else None
    return {
        **counted(now),
        "next_interview": {
            "talks": ahead.talks,
            "days": ahead.days,
            "per_week": ahead.per_week,
            "conversations": {"low": low, "middle": middle, "high": high},
            "weeks": weeks,
        },
        "signs": json_forecast.signs(forecasts),
        "seasons": [counted(one) for one in all_],
    }


def ways(found: Ways, shown: Contacts) -> Object:
    """Who leads to an employer."""
    return {
        "employer": found.employer,
        "nobody": found.nobody,
        "there": [_way(way, shown) for way in found.there],
        "over": [_way(way, shown) for way in found.over],
    }


def _way(way: Way, shown: Contacts) -> Object:
    return {
        "contact": shown(way.contact),
        "to": shown(way.to),
        "at": way.at,
        "now": way.now,
        "roots_days": way.roots_days,
        "open_asks": way.open_asks,
        "guard": guard(way.verdict),
    }


def wanted(one: Wanted) -> Object:
    """An employer somebody wants to work for."""
    return {
        "employer": one.employer,
        "there": one.there,
        "target": one.target,
        "opportunities": list(one.opportunities),
    }
