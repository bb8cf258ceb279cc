"""opportunity: what it became, with dated steps and the contacts it is owed to."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gardener.cli import arguments, days, ids, json_conversions, text_view
from gardener.cli.command import Answer, Call, Command, Reply, settled
from gardener.cli.output import table
from gardener.domain import deeds
from gardener.domain.changes import Answer as Asked
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.credit import Credit, credit, paths
from gardener.domain.garden import Garden
from gardener.domain.lineage import lineage
from gardener.domain.opportunity import Opportunity, StepKind
from gardener.session import Deed
from gardener.words import command_answers, command_conversions, command_line
from gardener.words import opportunities as words
from gardener.words.dates import short_day
from gardener.words.deeds import done

_TEXTS = ("employer", "role", "url", "posting", "salary", "resume", "notes")


def _details(parser: argparse.ArgumentParser, *, required: bool) -> None:
    for name in ("employer", "role"):
        parser.add_argument(f"--{name}", metavar="TEXT", required=required, help=command_line.OPTIONS[name])
    parser.add_argument(
        "--thanks-to", metavar="NAME", nargs="+", action="extend", help=command_line.OPTIONS["thanks-to"]
    )
    arguments.text(parser, "url", "ADDRESS", says="posting-url")
    arguments.text(parser, "posting")
    arguments.text(parser, "salary")
    arguments.text(parser, "deadline", "DATE")
    arguments.text(parser, "resume")
    arguments.text(parser, "notes", says="opportunity-notes")


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=command_line.OPTIONS["opportunity-id"])


def _arguments(parser: argparse.ArgumentParser) -> None:
    own = arguments.deeds_of(parser, command_conversions.OPPORTUNITY_DEEDS)
    _details(own["add"], required=True)
    _id(own["edit"])
    _details(own["edit"], required=False)
    _id(own["step"])
    steps = [str(kind) for kind in StepKind]
    own["step"].add_argument("step", metavar="STEP", choices=steps, help=arguments.listed("step", steps))
    arguments.text(own["step"], "date", "DATE", says="step-date")
    arguments.flag(own["step"], "remove")
    own["list"].add_argument("--all", action="store_true", help=command_line.OPTIONS["all-opportunities"])
    _id(own["show"])
    _id(own["remove"])


def _opportunity(call: Call) -> Answer:
    run = {"add": _add, "edit": _edit, "step": _step, "list": _list, "show": _show, "remove": _remove}
    return run[call.typed.deed](call)


# Deeds


def _add(call: Call) -> Answer:
    draft = Opportunity(id=call.session.new_id(), employer="", role="", created=call.today)
    filled = _filled(call, draft)
    if isinstance(filled, Refusal):
        return filled
    return _done(call, filled, lambda garden: deeds.add_opportunity(garden, filled))


def _edit(call: Call) -> Answer:
    found = _named(call)
    if isinstance(found, Refusal):
        return found

    def edited(garden: Garden) -> Asked:
        now = _filled(call, garden.opportunities.get(found.id, found))
        return now if isinstance(now, Refusal) else deeds.edit_opportunity(garden, now)

    return _done(call, found, edited)


def _step(call: Call) -> Answer:
    found = _named(call)
    if isinstance(found, Refusal):
        return found
    typed, kind = call.typed, StepKind(call.typed.step)
    day = days.day(typed.date) if typed.date is not None else None
    if isinstance(day, Refusal):
        return day
    if typed.remove:
        return _done(call, found, lambda garden: deeds.remove_step(garden, found.id, kind, day))
    return _done(call, found, lambda garden: deeds.add_step(garden, found.id, kind, day or call.today))


def _remove(call: Call) -> Answer:
    found = _named(call)
    if isinstance(found, Refusal):
        return found
    return _done(call, found, lambda garden: deeds.remove_opportunity(garden, found.id))


def _filled(call: Call, one: Opportunity) -> Opportunity | Refusal:
    """`one` with what was typed."""
    typed = call.typed
    deadline = one.deadline
    if typed.deadline is not None:
        read = days.day(typed.deadline) if typed.deadline else None
        if isinstance(read, Refusal):
            return read
        deadline = read
    thanks_to = _owed(call, one.thanks_to)
    if isinstance(thanks_to, Refusal):
        return thanks_to
    said = {name: getattr(typed, name) for name in _TEXTS}
    texts = {name: getattr(one, name) if said[name] is None else said[name] for name in _TEXTS}
    return replace(one, deadline=deadline, thanks_to=thanks_to, **texts)


def _owed(call: Call, before: tuple[str, ...]) -> tuple[str, ...] | Refusal:
    """Whom it is owed to: given names replace, `+NAME` adds, `-NAME` takes away."""
    if call.typed.thanks_to is None:
        return before
    plain: list[str] = []
    more: list[str] = []
    less: set[str] = set()
    for name in call.typed.thanks_to:
        if not name:
            continue
        found = call.find(name[1:] if name[0] in "+-" else name)
        if isinstance(found, Refusal):
            return found
        if name[0] == "-":
            less.add(found.id)
        else:
            (more if name[0] == "+" else plain).append(found.id)
    replaced = plain or (call.typed.thanks_to == [""])
    kept = plain if replaced else [id_ for id_ in before if id_ not in less]
    return tuple(dict.fromkeys([*kept, *more]))


def _named(call: Call) -> Opportunity | Refusal:
    """The opportunity of that id, or the only one whose id begins so."""
    own = call.session.seen.opportunities
    typed = call.typed.id
    found = ids.begun(typed, own)
    if len(found) > 1:
        return Refusal("ambiguous-opportunity", {"id": typed, "count": len(found)})
    return own[found[0]] if found else Refusal("unknown-opportunity", {"id": typed})


def _done(call: Call, one: Opportunity, deed: Deed) -> Answer:
    """Carries a deed out and answers with the opportunity as it is now, or was."""
    result = settled(call.session.perform(deed))
    if isinstance(result, Refusal):
        return result
    now = call.session.seen.opportunities.get(one.id)
    lines = [f"{done(result.what) if result.changeset.changes else command_answers.UNCHANGED}."]
    if now is None:
        lines[0] += f" {command_answers.UNDO_GIVES_BACK}"
    else:
        lines += _table(call, [now])
    return Reply(json={"opportunity": json_conversions.opportunity(now or one)}, lines=lines)


# Looking


def _list(call: Call) -> Answer:
    own = call.session.seen.opportunities.values()
    shown = [one for one in own if call.typed.all or not one.has_ended(call.today)]
    shown.sort(key=lambda one: (one.next_day(call.today) or date.max, one.employer, one.id))
    left = len(own) - len(shown)
    lines = _table(call, shown) if own else [words.NONE_YET]
    if left:
        lines += ["", command_conversions.ended_opportunities(left)]
    return Reply(
        json={"opportunities": [json_conversions.opportunity(one) for one in shown]},
        lines=lines,
    )


def _table(call: Call, shown: Sequence[Opportunity]) -> list[str]:
    short = ids.shortened(call.session.seen.opportunities)
    rows = [
        (
            short[one.id],
            words.title(one),
            words.standing(one, call.today),
            text_view.names(_contacts(call, one)) or words.OWED_TO_NOBODY,
        )
        for one in shown
    ]
    return table(rows, indent=2)


def _contacts(call: Call, one: Opportunity) -> list[Contact]:
    found = (call.session.seen.contact(id_) for id_ in one.thanks_to)
    return [contact for contact in found if contact is not None]


def _show(call: Call) -> Answer:
    found = _named(call)
    if isinstance(found, Refusal):
        return found
    tree = lineage(call.session.seen)
    split = credit(found.thanks_to, tree)
    ways = paths(found.thanks_to, tree)
    return Reply(
        json={
            "opportunity": json_conversions.opportunity(found),
            "credit": json_conversions.credit(split),
        },
        lines=_shown(call, found, split, ways),
    )


def _shown(call: Call, one: Opportunity, split: Credit, ways: Sequence[Sequence[str]]) -> list[str]:
    today = call.today
    said = {"url": one.url, "salary": one.salary, "resume": one.resume}
    said["deadline"] = short_day(one.deadline, today=today) if one.deadline else ""
    owed = text_view.names(_contacts(call, one)) or words.OWED_TO_NOBODY
    rows = [(words.OWED_TO, owed), *((words.FIELDS[name], said[name]) for name in words.FIELDS if said[name])]
    lines = [words.title(one), *table(rows, indent=2)]
    lines += text_view.headed(words.STEPS_TITLE, [f"  {words.step(step, today)}" for step in one.steps])
    lines += text_view.headed(words.CREDIT, _credit_lines(call, split, ways))
    lines += text_view.headed(words.NOTES, text_view.wrapped(one.notes) if one.notes else [])
    return lines + text_view.headed(words.POSTING, text_view.wrapped(one.posting) if one.posting else [])


def _credit_lines(call: Call, split: Credit, ways: Sequence[Sequence[str]]) -> list[str]:
    def name_of(id_: str) -> str:
        contact = call.session.seen.contact(id_)
        return contact.name if contact else id_

    ordered = sorted(split.through, key=lambda id_: (-split.through[id_], name_of(id_)))
    lines = table([(name_of(id_), words.share(split.through[id_])) for id_ in ordered], indent=2)
    lines += [f"  {words.path(name_of(id_) for id_ in way)}" for way in ways if len(way) > 1]
    return lines


COMMANDS = (Command(name="opportunity", arguments=_arguments, run=_opportunity),)
