"""today, show, list: the garden, read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from gardener.cli import (
    arguments,
    conversions_view,
    ids,
    json_conversions,
    json_forecast,
    json_round,
    json_view,
    json_why,
    round_view,
    text_view,
)
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.cli.output import table
from gardener.domain import deeds, forecast, guards, sums, why
from gardener.domain.changes import Refusal
from gardener.domain.checkin import Round, counted, round_of
from gardener.domain.finding import finding, telling_words
from gardener.domain.garden import Garden
from gardener.domain.loops import Loop, is_open, open_loops
from gardener.domain.review import reach_of, review
from gardener.domain.search import matching, unknown_value
from gardener.domain.standing import standing
from gardener.session import Session
from gardener.words import command_answers, command_line, dates, looking, opportunities


def _names(session: Session) -> Callable[[str], str]:
    """What a contact is called, by id; empty for one that is not there."""

    def name_of(id_: str) -> str:
        plant = session.seen.plants.get(id_)
        return plant.contact.name if plant else ""

    return name_of


def _shown_ids(seen: Garden, loops: Iterable[Loop]) -> Mapping[str, str]:
    """The ids of plans and open loops as short as they can be typed."""
    return {**ids.shortened(seen.plans), **ids.shortened(loop.id for loop in loops)}


# Today's round


def _today_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.flag(parser, "done")
    parser.add_argument("--week", action="store_true", help=command_line.OPTIONS["week"])


def _today(call: Call) -> Answer:
    session = call.session
    if call.typed.week and call.typed.done:
        return Failure(code="usage", message=command_answers.WEEK_ALONE, status=WRONG_USAGE)
    if call.typed.week:
        return _week_in_review(session)
    if call.typed.done:
        result = settled(session.perform(lambda garden: deeds.done_for_today(garden, today=call.today)))
        if isinstance(result, Refusal):
            return result
    round_, list_ = _round(session, call.today), session.agenda()
    ids_ = _shown_ids(session.seen, round_.open_loops)
    lines = text_view.round_lines(round_, _names(session), ids=ids_)
    return Reply(
        json=json_round.today(round_, list_, session.seen),
        lines=[lines[0], *round_view.agenda_lines(list_, _names(session), session.seen), *lines[1:]],
    )


def _week_in_review(session: Session) -> Answer:
    day = session.today
    found = review(session.seen, session.interactions(since=reach_of(day)), day)
    shown = json_view.Contacts(session.seen, day)
    return Reply(
        json={"date": json_view.iso(day), "review": json_round.review(found, shown)},
        lines=round_view.review_lines(found, day, _names(session)),
    )


def _round(session: Session, today: date) -> Round:
    """Today's round with its week and season."""
    week, season = counted(session.seen, session.exchanges(), today)
    return round_of(session.seen, today, week=week, season=season)


# One contact


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    arguments.flag(parser, "full")


def _show(call: Call) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    session, day, seen = call.session, call.today, call.session.seen
    climate, tie = seen.climate(day), seen.plants[found.id].tie
    verdict = guards.consider(tie, day, climate=climate, left_alone=found.left_alone)
    steps = why.steps(session.history(found.id), day, climate)
    reckoned = why.arithmetic(tie, day, climate)
    all_loops = open_loops(seen, day)
    loops = [loop for loop in all_loops if loop.contact == found.id]
    plans = [plan for plan in seen.plans.values() if plan.contact == found.id and is_open(seen, plan)]
    plans.sort(key=lambda plan: (plan.day, plan.text, plan.id))
    shown = json_view.Contacts(seen, day)(found.id)
    short = _shown_ids(seen, all_loops)
    grown, names, full = seen.growth(found.id, day, climate), _names(session), call.typed.full
    forecasts = forecast.Forecasts(seen, day)
    likely = forecasts.sum(found.id)
    told = (*sums.sums(tie, grown, planted=found.created, climate=climate), likely)
    ahead = why.outlooks(tie, day, planted=found.created, climate=climate, resting=found.rests_on(day))
    beside = standing(seen, found.id, day) if climate.is_relative else None
    lines = text_view.contact_lines(found, day, names)
    lines += text_view.growth_lines(grown, day, beside, likely)
    lines += text_view.why_lines(reckoned, told, ahead, day, full=full)
    lines += ["", *text_view.guard_lines(found.name, verdict, day)]
    lines += text_view.headed(looking.OPEN, text_view.loop_lines(loops, day, ids=short))
    lines += text_view.headed(looking.PLANS, text_view.plan_lines(plans, day, ids=short))
    became = conversions_view.opportunities_of(seen, found.id)
    led = conversions_view.introductions_of(seen, found.id)
    lines += text_view.headed(opportunities.BECAME, conversions_view.opportunity_lines(became, seen, day))
    lines += text_view.headed(opportunities.LED, conversions_view.introduction_lines(led, seen, day, names))
    lines += text_view.history_lines(steps, full=full, name_of=names, own=found.id)
    return Reply(
        json={
            "contact": shown,
            "guard": json_view.guard(verdict),
            "forecast": json_forecast.forecast(forecasts, found.id),
            "interactions": [
                json_view.interaction(step.interaction, session.garden) for step in reversed(steps)
            ],
            "open_loops": [json_view.loop(loop, shown) for loop in loops],
            "plans": [json_view.plan(plan, shown) for plan in plans],
            "opportunities": [json_conversions.opportunity(one) for one in became],
            "introductions": [json_view.introduction(one) for one in led],
            "why": json_why.why(steps, reckoned, told, ahead),
        },
        lines=lines,
    )


# Several


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help=command_line.OPTIONS["query"])


def _list(call: Call) -> Answer:
    query, seen, day = " ".join(call.typed.query), call.session.seen, call.today
    unknown = unknown_value(query)
    if unknown is not None:
        return unknown
    plants = matching(seen, query, day)
    shown = json_view.Contacts(seen, day)
    if plants:
        lines = [*text_view.contact_table(plants, seen, day), "", dates.counted(len(plants), "contact")]
    else:
        lines = [looking.nobody_matches(query) if query.strip() else looking.NOBODY]
    return Reply(json={"contacts": [shown(plant.contact.id) for plant in plants]}, lines=lines)


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="+", help=command_line.OPTIONS["query"])


def _search(call: Call) -> Answer:
    query, session, day = " ".join(call.typed.query), call.session, call.today
    unknown = unknown_value(query)
    if unknown is not None:
        return unknown
    seen, shown, name_of = session.seen, json_view.Contacts(session.seen, day), _names(session)
    results = finding(seen, query, day, session.noted(telling_words(seen, query)))
    if not results:
        return Reply(json={"results": []}, lines=[looking.nothing_matches(query)])
    rows = [looking.found(one, [name_of(id_) for id_ in one.contacts], day) for one in results]
    return Reply(
        json={
            "results": [
                {
                    "kind": str(one.place),
                    "id": one.id,
                    "contacts": [shown(id_) for id_ in one.contacts if id_ in seen.plants],
                    "date": one.day.isoformat() if one.day else None,
                    "text": one.text,
                }
                for one in results
            ]
        },
        lines=[*table(rows), "", dates.counted(len(results), "result")],
    )


COMMANDS = (
    Command(name="today", arguments=_today_arguments, run=_today),
    Command(name="show", arguments=_show_arguments, run=_show),
    Command(name="list", arguments=_list_arguments, run=_list),
    Command(name="search", arguments=_search_arguments, run=_search),
)
