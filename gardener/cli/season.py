"""season, way: conversions with their ranges, job searches started and ended, and who leads to an employer."""

from __future__ import annotations

import argparse
from datetime import date

from gardener.cli import arguments, json_conversions, json_view
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.cli.output import table
from gardener.domain import deeds
from gardener.domain.changes import Answer as Asked
from gardener.domain.changes import Refusal
from gardener.domain.forecast import Forecasts
from gardener.domain.garden import Garden
from gardener.domain.opportunity import Target
from gardener.domain.records import Season, running_season
from gardener.domain.season import compared, conversations, count
from gardener.domain.season.forecast import forecast
from gardener.domain.ways import Way, wanted_employers, ways
from gardener.session import Deed
from gardener.words import command_answers, command_conversions, command_line
from gardener.words import season as words
from gardener.words import ways as way_words
from gardener.words.deeds import done

STARTS = "start"


def _season_arguments(parser: argparse.ArgumentParser) -> None:
    own = arguments.deeds_of(parser, command_conversions.SEASON_DEEDS, required=False)
    for deed in (STARTS, "rename"):
        own[deed].add_argument("name", metavar="NAME", nargs="*", help=command_line.OPTIONS["season-name"])
    own["end"].add_argument("--winter", action="store_true", help=command_conversions.OPTIONS["and-rest"])


def _season(call: Call) -> Answer:
    name = " ".join(getattr(call.typed, "name", ()))
    draft = Season(id=call.session.new_id(), name=name, start=call.today)
    today = call.today
    asked: dict[str, Deed] = {
        STARTS: lambda garden: deeds.start_season(garden, draft),
        "pause": lambda garden: deeds.pause_season(garden, today=today),
        "resume": lambda garden: deeds.resume_season(garden, today=today),
        "end": lambda garden: deeds.end_season(
            garden, today=today, winter=getattr(call.typed, "winter", False)
        ),
        "rename": lambda garden: _renamed(garden, name, today),
    }
    lines: list[str] = []
    if call.typed.deed:
        result = settled(call.session.perform(asked[call.typed.deed]))
        if isinstance(result, Refusal):
            return result
        lines = [f"{done(result.what) if result.changeset.changes else command_answers.UNCHANGED}."]
    return _page(call, lines)


def _renamed(garden: Garden, name: str, day: date) -> Asked:
    running = running_season(garden.seasons.values(), day)
    return deeds.rename_season(garden, running.id if running else "", name)


def _page(call: Call, lines: list[str]) -> Reply:
    seen, day, exchanges = call.session.seen, call.today, call.session.exchanges()
    now, every = count(seen, exchanges, day), compared(seen, exchanges, day)
    ahead = forecast(
        conversations(exchanges),
        talks=now.conversations,
        interviews=now.interviews,
        since=now.since,
        day=day,
        season=now.season,
    )
    forecasts = Forecasts(seen, day)
    lines += [*words.page(now, ahead, day), words.signs(forecasts.expected)]
    if len(every) > 1:
        lines += ["", words.COMPARED, *table([words.row(one, day) for one in every], indent=2)]
    return Reply(json=json_conversions.season_page(now, every, ahead, forecasts), lines=lines)


# The way to an employer


def _way_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("employer", metavar="EMPLOYER", nargs="*", help=command_line.OPTIONS["way-employer"])
    listed = parser.add_mutually_exclusive_group()
    listed.add_argument("--target", action="store_true", help=command_line.OPTIONS["target"])
    listed.add_argument("--no-target", action="store_true", help=command_line.OPTIONS["no-target"])


def _way(call: Call) -> Answer:
    typed, employer = call.typed, " ".join(call.typed.employer).strip()
    if not employer:
        if typed.target or typed.no_target:
            return Failure(code="usage", message=command_conversions.EMPLOYER_WANTED, status=WRONG_USAGE)
        return _wanted(call)
    lines: list[str] = []
    if typed.target or typed.no_target:
        target = Target(id=call.session.new_id(), employer=employer, created=call.today)
        deed: Deed = (
            (lambda garden: deeds.add_target(garden, target))
            if typed.target
            else (lambda garden: deeds.remove_target(garden, employer))
        )
        result = settled(call.session.perform(deed))
        if isinstance(result, Refusal):
            return result
        lines = [f"{done(result.what) if result.changeset.changes else command_answers.UNCHANGED}.", ""]
    return _shown(call, employer, lines)


def _shown(call: Call, employer: str, lines: list[str]) -> Reply:
    seen = call.session.seen
    found = ways(seen, employer, call.today, history=call.session.history)
    if found.nobody:
        lines.append(way_words.nobody(employer))
    for title, own in ((way_words.THERE, found.there), (way_words.OVER, found.over)):
        if own:
            lines += [title, *table([_row(call, way) for way in own], indent=2)]
    shown = json_view.Contacts(seen, call.today)
    return Reply(json=json_conversions.ways(found, shown), lines=lines)


def _row(call: Call, way: Way) -> tuple[str, str, str, str]:
    def name_of(id_: str) -> str:
        contact = call.session.seen.contact(id_)
        return contact.name if contact else ""

    who = name_of(way.contact) if way.to is None else f"{name_of(way.contact)} → {name_of(way.to)}"
    return who, way_words.place(way), way_words.standing(way), way_words.guard(way)


def _wanted(call: Call) -> Reply:
    found = wanted_employers(call.session.seen, call.today)
    rows = [(one.employer, way_words.wanted(one)) for one in found]
    return Reply(
        json={"employers": [json_conversions.wanted(one) for one in found]},
        lines=table(rows, indent=2) if rows else [way_words.NOBODY_WANTED],
    )


COMMANDS = (
    Command(name="season", arguments=_season_arguments, run=_season),
    Command(name="way", arguments=_way_arguments, run=_way),
)
