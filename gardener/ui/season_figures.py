"""Everything the season view shows, counted once from the garden and its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gardener.domain.lineage import lineage
from gardener.domain.season import SeasonCount, compared, conversations, count
from gardener.domain.season.bearing import OriginCount, Source, origins, sources
from gardener.domain.season.forecast import Forecast, forecast
from gardener.domain.season.stages import StageTime, Withering, moves_between, stage_times, withering
from gardener.domain.season.weeks import WeekCount, by_week
from gardener.domain.stage import Stage
from gardener.ui.sight import Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFigures:
    """The figures of the present season as of `day`, and those of `every` season, the latest first.

    `signs` is how many people are to be expected to give a sign within 30 days, null on a day ahead.
    """

    day: date
    count: SeasonCount
    weeks: tuple[WeekCount, ...]
    forecast: Forecast
    signs: float | None
    times: tuple[StageTime, ...]
    moves: Mapping[tuple[Stage, Stage], int]
    origins: tuple[OriginCount, OriginCount]
    withering: Withering
    sources: tuple[Source, ...]
    every: tuple[SeasonCount, ...]


def figures_of(sight: Sight) -> SeasonFigures:
    """Counts them; reads of every interaction what counting needs."""
    seen, day, exchanges = sight.seen, sight.today, sight.exchanges()
    held = conversations(exchanges)
    now = count(seen, exchanges, day)
    since = now.since or day
    # Without a started season there is no first day before which nothing counts.
    start = now.season.start if now.season is not None else date.min
    tree = lineage(seen)
    return SeasonFigures(
        day=day,
        count=now,
        weeks=by_week(seen, held, since, day),
        forecast=forecast(
            held,
            talks=now.conversations,
            interviews=now.interviews,
            since=now.since,
            day=day,
            season=now.season,
        ),
        signs=sight.forecasts.expected if sight.forecasts is not None else None,
        times=stage_times(seen, start, day),
        moves=moves_between(seen, start, day),
        origins=origins(seen, tree, start, day),
        withering=withering(seen, start, day),
        sources=sources(seen, tree, held, start, day),
        every=compared(seen, exchanges, day),
    )
