"""Job searches: starting, pausing, resuming and ending a season."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.deeds.checkin import begin_winter
from gardener.domain.deeds.typed import wrong_with
from gardener.domain.garden import Garden
from gardener.domain.records import Season, WinterReason, open_season
from gardener.domain.text import NAME_LIMIT, clean_line


def start_season(garden: Garden, draft: Season) -> Answer:
    """Starts a season on `draft.start`; a paused one goes on by `resume_season`. Refusal `season-running`."""
    if problem := wrong_with("season", draft.name, NAME_LIMIT):
        return problem
    running = open_season(garden.seasons.values(), draft.start)
    if running is not None:
        return Refusal("season-running", {"name": running.name, "date": running.start.isoformat()})
    later = [one for one in garden.seasons.values() if one.start > draft.start]
    if later:
        first = min(later, key=lambda one: one.start)
        return Refusal("season-running", {"name": first.name, "date": first.start.isoformat()})
    clean = replace(draft, name=clean_line(draft.name), end=None, pauses=())
    return Changeset(_what("start-season", clean), (Change(None, clean),))


def rename_season(garden: Garden, id_: str, name: str) -> Answer:
    """Gives a season another name, or none."""
    before = garden.seasons.get(id_)
    if before is None:
        return Refusal("no-season")
    if problem := wrong_with("season", name, NAME_LIMIT):
        return problem
    return _changed("rename-season", before, replace(before, name=clean_line(name)))


def pause_season(garden: Garden, *, today: date) -> Answer:
    """Pauses the running season from today on; one that is paused already is no change. Refusal `no-season`."""
    before = open_season(garden.seasons.values(), today)
    if before is None:
        return Refusal("no-season")
    after = before if before.paused_on(today) else replace(before, pauses=(*before.pauses, (today, None)))
    return _changed("pause-season", before, after)


def resume_season(garden: Garden, *, today: date) -> Answer:
    """Goes on with the paused season today; one that is not paused is no change. Refusal `no-season`."""
    before = open_season(garden.seasons.values(), today)
    if before is None:
        return Refusal("no-season")
    return _changed("resume-season", before, replace(before, pauses=_closed(before, today)))


def end_season(garden: Garden, *, today: date, winter: bool = False) -> Answer:
    """Ends the running season with today as its last day. Refusal `no-season`.

    With `winter` the whole garden rests from today on, because of the new job; it is the same deed.
    """
    before = open_season(garden.seasons.values(), today)
    if before is None:
        return Refusal("no-season")
    ended = _changed("end-season", before, replace(before, end=today, pauses=_closed(before, today)))
    resting = begin_winter(garden, today=today, reason=WinterReason.NEW_JOB) if winter else None
    return (
        replace(ended, changes=(*ended.changes, *resting.changes))
        if isinstance(resting, Changeset)
        else ended
    )


def remove_season(garden: Garden, id_: str) -> Answer:
    """Takes a season away: what was counted in it stays, the season alone goes."""
    before = garden.seasons.get(id_)
    if before is None:
        return Refusal("no-season")
    return Changeset(_what("remove-season", before), (Change(before, None),))


def _closed(season: Season, day: date) -> tuple[tuple[date, date | None], ...]:
    """The pauses with the open one ended on `day`; one of no day at all is none."""
    closed = ((start, day if end is None else end) for start, end in season.pauses)
    return tuple((start, end) for start, end in closed if end > start)


def _changed(code: str, before: Season, after: Season) -> Changeset:
    return Changeset(_what(code, after), (Change(before, after),) if before != after else ())


def _what(code: str, season: Season) -> What:
    return What(code, {"name": season.name, "date": season.start.isoformat()})
