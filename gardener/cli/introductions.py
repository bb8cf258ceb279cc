"""introduce, introduction: who led to whom, agreed to on both sides, and what became of it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from gardener.cli import arguments, conversions_view, days, ids, json_view
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.domain import deeds
from gardener.domain.changes import Answer as Asked
from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.session import Done
from gardener.words import command_answers, command_conversions, command_line
from gardener.words import opportunities as words
from gardener.words.deeds import done

SIDES = ("by", "to", "both")


def _shared(parser: argparse.ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--offered", action="store_true", help=command_line.OPTIONS["offered"])
    way.add_argument("--requested", action="store_true", help=command_line.OPTIONS["requested"])
    arguments.one_of(parser, "outcome", Outcome)
    arguments.flag(parser, "thanked")
    arguments.one_of(parser, "agreed", SIDES)
    arguments.flag(parser, "told")
    arguments.text(parser, "date", "DATE", says="introduction-date")
    arguments.text(parser, "note", says="how")


def _introduce_arguments(parser: argparse.ArgumentParser) -> None:
    for side in ("by", "to"):
        parser.add_argument(
            f"--{side}",
            metavar="NAME",
            nargs="+",
            required=True,
            help=command_line.OPTIONS[f"introduced-{side}"],
        )
    _shared(parser)
    arguments.flag(parser, "new")


def _introduction_arguments(parser: argparse.ArgumentParser) -> None:
    own = arguments.deeds_of(parser, command_conversions.INTRODUCTION_DEEDS)
    for deed in ("edit", "remove"):
        own[deed].add_argument("id", metavar="ID", help=command_line.OPTIONS["introduction-id"])
    _shared(own["edit"])
    arguments.flag(own["edit"], "not-thanked")


def _introduce(call: Call) -> Answer:
    by = call.find(call.typed.by)
    if isinstance(by, Refusal):
        return by
    to = _introduced(call, by.id)
    if isinstance(to, (Refusal, Failure)):
        return to
    contact, new = to
    draft = Introduction(id=call.session.new_id(), by=by.id, to=contact.id, day=call.today)
    filled = _filled(call, draft)
    if isinstance(filled, Refusal):
        return filled
    result = settled(
        call.session.perform(
            lambda garden: deeds.introduce(garden, filled, today=call.today, new=contact if new else None)
        )
    )
    return result if isinstance(result, Refusal) else _reply(call, filled, result)


def _introduced(call: Call, by: str) -> tuple[Contact, bool] | Refusal | Failure:
    """Whom they led to, and whether that is somebody new: with `--new` always, else a name that nobody has is refused."""
    name = " ".join(call.typed.to)
    if call.typed.new:
        from gardener.scene.proposal import species_of

        led = Contact(id=call.session.new_id(), name=name, created=call.today, introduced_by=by)
        return replace(led, species=species_of(led)), True
    found = call.find(name)
    if isinstance(found, Contact):
        return found, False
    if found.code == "unknown-name" and "on" not in found.facts:
        message = command_conversions.nobody_introduced(name)
        return Failure(code=found.code, message=message, choices=found.choices)
    return found


def _filled(call: Call, one: Introduction) -> Introduction | Refusal:
    """`one` with what was typed; a yes and that they were told are of the day of the introduction, or of today."""
    typed = call.typed
    day = one.day
    if typed.date is not None:
        read = days.day(typed.date)
        if isinstance(read, Refusal):
            return read
        day = read
    origin = Origin.REQUESTED if typed.requested else Origin.OFFERED if typed.offered else one.origin
    outcome = Outcome(typed.outcome) if typed.outcome else one.outcome
    agreed = ("by", "to") if typed.agreed == "both" else (typed.agreed,)
    return replace(
        one,
        day=day,
        origin=origin,
        outcome=outcome,
        thanked=one.thanked or typed.thanked,
        by_agreed=one.by_agreed or (call.today if "by" in agreed else None),
        to_agreed=one.to_agreed or (call.today if "to" in agreed else None),
        told=call.today if typed.told else one.told,
        note=one.note if typed.note is None else typed.note,
    )


# One that there is


def _introduction(call: Call) -> Answer:
    if call.typed.deed == "list":
        return _list(call)
    own = call.session.seen.introductions
    found = ids.begun(call.typed.id, own)
    if len(found) != 1:
        code = "ambiguous-introduction" if found else "unknown-introduction"
        return Refusal(code, {"id": call.typed.id, "count": len(found)})
    one = own[found[0]]
    if call.typed.deed == "remove":
        result = settled(call.session.perform(lambda garden: deeds.remove_introduction(garden, one.id)))
    elif call.typed.thanked and call.typed.not_thanked:
        return Failure(code="usage", message=command_conversions.THANKED_OR_NOT, status=WRONG_USAGE)
    else:
        result = settled(call.session.perform(lambda garden: _edited(call, garden, one)))
    return result if isinstance(result, Refusal) else _reply(call, one, result)


def _edited(call: Call, garden: Garden, one: Introduction) -> Asked:
    now = _filled(call, garden.introductions.get(one.id, one))
    if isinstance(now, Refusal):
        return now
    if call.typed.not_thanked:
        now = replace(now, thanked=False)
    return deeds.edit_introduction(garden, now, today=call.today)


def _list(call: Call) -> Answer:
    seen = call.session.seen
    own = sorted(seen.introductions.values(), key=lambda one: (one.day, one.id), reverse=True)
    lines = conversions_view.introduction_lines(own, seen, call.today, lambda id_: _name(call, id_))
    return Reply(
        json={"introductions": [json_view.introduction(one) for one in own]},
        lines=lines or [words.NO_INTRODUCTIONS],
    )


def _name(call: Call, id_: str) -> str:
    contact = call.session.garden.contact(id_)
    return contact.name if contact else ""


def _reply(call: Call, one: Introduction, result: Done) -> Reply:
    """The introduction as it is now, or was, and the two whom it concerns."""
    seen = call.session.seen
    now = seen.introductions.get(one.id)
    shown = json_view.Contacts(seen, call.today)
    lines = [f"{done(result.what) if result.changeset.changes else command_answers.UNCHANGED}."]
    if now is None:
        lines[0] += f" {command_answers.UNDO_GIVES_BACK}"
    else:
        told: date = call.today
        lines.append(f"  {words.introduction(now, _name(call, now.by), _name(call, now.to), told)}.")
    last = now or one
    return Reply(
        json={
            "introduction": json_view.introduction(last),
            "contacts": [shown(id_) for id_ in (last.by, last.to) if seen.contact(id_) is not None],
        },
        lines=lines,
    )


COMMANDS = (
    Command(name="introduce", arguments=_introduce_arguments, run=_introduce),
    Command(name="introduction", arguments=_introduction_arguments, run=_introduction),
)
