"""plan, loop: what is intended for a contact, and what waits for me."""

from __future__ import annotations

import argparse
from datetime import date

from gardener.cli import arguments, days, ids, json_view, text_view
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.loops import open_loops
from gardener.domain.plan import Plan, PlanKind
from gardener.session import Deed
from gardener.words import command_answers, command_line
from gardener.words.deeds import done

DONE, EDIT, REMOVE = "done", "edit", "remove"
"""In the place of the contact's name: what to do with a plan there is."""


def _plan_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=command_line.OPTIONS["plan-name"])
    parser.add_argument("text", metavar="TEXT", nargs="+", help=command_line.OPTIONS["plan-text"])
    arguments.text(parser, "day", "DATE")
    arguments.one_of(parser, "kind", PlanKind)


def _plan(call: Call) -> Answer:
    typed = call.typed
    day = days.day(typed.day) if typed.day is not None else None
    if isinstance(day, Refusal):
        return day
    kind = PlanKind(typed.kind) if typed.kind else None
    if typed.name == EDIT:
        return _edit(call, day, kind)
    if typed.name in (DONE, REMOVE):
        if len(typed.text) > 1 or day or kind:
            return _usage(command_answers.plan_alone(typed.name))
        return _finish(call, typed.text[0], remove=typed.name == REMOVE)
    return _usage(command_answers.DAY_WANTED) if day is None else _new(call, day, kind)


def _new(call: Call, day: date, kind: PlanKind | None) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    draft = Plan(
        id=call.session.new_id(),
        contact=found.id,
        day=day,
        text=" ".join(call.typed.text),
        created=call.today,
        kind=kind or PlanKind.FOLLOW_UP,
    )
    return _done(call, draft, lambda garden: deeds.plan(garden, draft))


def _edit(call: Call, day: date | None, kind: PlanKind | None) -> Answer:
    plan = _named(call, call.typed.text[0])
    if isinstance(plan, Refusal):
        return plan
    text = " ".join(call.typed.text[1:]) or None
    return _done(call, plan, lambda garden: deeds.edit_plan(garden, plan.id, text=text, day=day, kind=kind))


def _finish(call: Call, typed: str, *, remove: bool) -> Answer:
    plan = _named(call, typed)
    if isinstance(plan, Refusal):
        return plan
    if remove:
        return _done(call, plan, lambda garden: deeds.remove_plan(garden, plan.id))
    return _done(call, plan, lambda garden: deeds.plan_done(garden, plan.id, today=call.today))


def _named(call: Call, typed: str) -> Plan | Refusal:
    """The plan of that id, or the only one whose id begins so; `plan:…`, as its open loop is called, is the same."""
    plans = call.session.seen.plans
    found = ids.begun(typed.removeprefix("plan:"), plans)
    if len(found) > 1:
        return Refusal("ambiguous-plan", {"id": typed, "count": len(found)})
    return plans[found[0]] if found else Refusal("unknown-plan", {"id": typed})


def _done(call: Call, plan: Plan, deed: Deed) -> Answer:
    """Carries a deed about a plan out and answers with the plan as it is now, or was."""
    result = settled(call.session.perform(deed))
    if isinstance(result, Refusal):
        return result
    seen = call.session.seen
    now = seen.plans.get(plan.id)
    shown = json_view.Contacts(seen, call.today)
    lines = [f"{done(result.what) if result.changeset.changes else command_answers.UNCHANGED}."]
    if now is None:
        lines[0] += f" {command_answers.UNDO_GIVES_BACK}"
    elif now.done is None:
        lines += text_view.plan_lines([now], call.today, ids=ids.shortened(seen.plans))
    return Reply(json={"plan": json_view.plan(now or plan, shown(plan.contact))}, lines=lines)


def _usage(message: str) -> Failure:
    return Failure(code="usage", message=message, status=WRONG_USAGE)


# Open loops


def _loop_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "deed", metavar="dismiss", choices=["dismiss"], help=command_line.OPTIONS["loop-deed"]
    )
    parser.add_argument("id", metavar="ID", help=command_line.OPTIONS["loop-id"])


def _loop(call: Call) -> Answer:
    session, typed = call.session, call.typed.id
    loops = {loop.id: loop for loop in open_loops(session.seen, call.today)}
    found = ids.begun(typed, loops)
    if len(found) != 1:
        code = "ambiguous-loop" if found else "unknown-loop"
        return Refusal(code, {"id": typed, "count": len(found)})
    loop = loops[found[0]]
    result = settled(
        session.perform(lambda garden: deeds.dismiss(garden, loop.id, today=call.today, seen=session.seen))
    )
    if isinstance(result, Refusal):
        return result
    shown = json_view.Contacts(session.seen, call.today)
    return Reply(
        json={"loop": json_view.loop(loop, shown(loop.contact))},
        lines=[f"{done(result.what)}. {command_answers.UNDO_GIVES_BACK}"],
    )


COMMANDS = (
    Command(name="plan", arguments=_plan_arguments, run=_plan),
    Command(name="loop", arguments=_loop_arguments, run=_loop),
)
