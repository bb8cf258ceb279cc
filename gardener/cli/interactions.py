"""consider, log, edit-log, remove-log: what has happened, and the guards' word before it does."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from gardener.cli import arguments, days, ids, json_view, text_view
from gardener.cli.command import DONE, WARNED, WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.domain import deeds
from gardener.domain import interaction as nouns
from gardener.domain.changes import Caution, Refusal
from gardener.domain.contact import Contact
from gardener.domain.guards import Verdict
from gardener.domain.interaction import About, Ask, AskKind, Direction, Interaction, Kind
from gardener.words import command_answers, command_line, refusals
from gardener.words.deeds import done

# What the guards say


def _consider_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="+", help=command_line.OPTIONS["name-positional"])
    arguments.one_of(parser, "kind", Kind)
    arguments.one_of(parser, "ask", AskKind)


def _consider(call: Call) -> Answer:
    found = _all_found(call, call.typed.name)
    if isinstance(found, Refusal):
        return found
    draft = Interaction(
        id="",
        day=call.today,
        kind=Kind(call.typed.kind or "email"),
        direction=Direction.OUTGOING,
        participants=tuple(contact.id for contact in found),
        ask=Ask(AskKind(call.typed.ask)) if call.typed.ask else None,
    )
    verdicts = deeds.consider(call.session.seen, draft, today=call.today)
    warns = any(verdict.warns for verdict in verdicts.values())
    return Reply(
        json={"guards": _guards(call, verdicts)},
        lines=_said(call, verdicts),
        status=WARNED if warns else DONE,
    )


def _guards(call: Call, verdicts: dict[str, Verdict]) -> list[dict[str, Any]]:
    shown = json_view.Contacts(call.session.seen, call.today)
    return [{"contact": shown(id_), "guard": json_view.guard(verdict)} for id_, verdict in verdicts.items()]


def _said(call: Call, verdicts: dict[str, Verdict]) -> list[str]:
    lines: list[str] = []
    for id_, verdict in verdicts.items():
        name = call.session.seen.plants[id_].contact.name
        lines += [*([""] if lines else []), *text_view.guard_lines(name, verdict, call.today)]
    return lines


def _all_found(call: Call, names: Sequence[str]) -> list[Contact] | Refusal:
    """The contacts that several names mean, each once."""
    found: dict[str, Contact] = {}
    for name in names:
        contact = call.find(name)
        if isinstance(contact, Refusal):
            return contact
        found[contact.id] = contact
    return list(found.values())


# What has happened


def _shared_arguments(parser: argparse.ArgumentParser, *, editing: bool) -> None:
    parser.add_argument(
        "--with", dest="people", metavar="NAME", nargs="+", action="extend",
        help=command_line.OPTIONS["with"],
    )  # fmt: skip
    arguments.one_of(parser, "kind", Kind)
    arguments.one_of(parser, "direction", Direction)
    arguments.text(parser, "date", "DATE", says="new-date" if editing else "date")
    parser.add_argument(
        "--minutes",
        metavar="N",
        type=_minutes if editing else arguments.whole,
        help=command_line.OPTIONS["minutes"],
    )
    arguments.one_of(parser, "about", About, none=editing)
    arguments.text(parser, "note")
    arguments.texts(parser, "give")
    arguments.one_of(parser, "ask", AskKind, none=editing)
    arguments.one_of(parser, "answer", nouns.Answer)


def _minutes(text: str) -> int | str:
    try:
        return text if text == arguments.NONE else int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(command_answers.minutes_wanted(text)) from None


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", nargs="*", help=command_line.OPTIONS["log-text"])
    _shared_arguments(parser, editing=False)
    arguments.flag(parser, "thanks")
    arguments.flag(parser, "new")
    arguments.flag(parser, "anyway")


_OF_OPTIONS = ("people", "kind", "direction", "date", "minutes", "about", "note", "give", "ask", "answer")
"""What a sentence says in its own words."""


def _log(call: Call) -> Answer:
    typed = call.typed
    if typed.text:
        if typed.thanks or any(getattr(typed, name) is not None for name in _OF_OPTIONS):
            return _usage(command_answers.TEXT_OR_OPTIONS)
        from gardener.cli.capturing import log_text

        return log_text(call, " ".join(typed.text))
    missing = ", ".join(option for option in ("--with", "--kind") if not getattr(typed, _named(option)))
    if missing or typed.new:
        return _usage(command_answers.log_wants(missing) if missing else command_answers.NEW_WANTS_TEXT)
    draft = _drafted(call)
    if not isinstance(draft, Interaction):
        return draft
    asks_guards = draft.direction is Direction.OUTGOING and draft.day == call.today
    verdicts = deeds.consider(call.session.seen, draft, today=call.today) if asks_guards else {}
    result = call.session.log(draft, anyway=call.typed.anyway)
    if isinstance(result, Refusal):
        return result
    shown = json_view.Contacts(call.session.seen, call.today)
    understood = json_view.interaction(draft, call.session.garden)
    del understood["id"], understood["batch"], understood["despite"]
    told: dict[str, Any] = {"understood": understood, "guards": _guards(call, verdicts)}
    told["contacts"] = [shown(id_) for id_ in draft.participants]
    if isinstance(result, Caution):
        lines = [*_said(call, verdicts), "", command_answers.NOT_SAVED]
        return Reply(json={"saved": False, **told, "interaction": None}, lines=lines, status=WARNED)
    saved = call.session.interaction(draft.id) or draft
    lines = [f"{done(result.what)}.", *(f"  {line}" for line in _who(call, draft.participants))]
    return Reply(
        json={"saved": True, **told, "interaction": json_view.interaction(saved, call.session.garden)},
        lines=lines,
    )


def _named(option: str) -> str:
    return {"--with": "people"}.get(option, option.strip("-"))


def _who(call: Call, participants: Iterable[str]) -> list[str]:
    """How those who took part stand now, a line each."""
    seen = call.session.seen
    plants = [seen.plants[id_] for id_ in participants if id_ in seen.plants]
    return text_view.contact_table(plants, seen, call.today)


def _drafted(call: Call) -> Interaction | Refusal | Failure:
    """The interaction that the options of `log` describe."""
    typed = call.typed
    kind = Kind(typed.kind)
    direction = Direction(typed.direction) if typed.direction else deeds.default_direction(kind)
    if direction is None:
        return _usage(refusals.sentence(Refusal("direction-needed", {"kind": str(kind)})))
    if typed.answer and not typed.ask:
        return _usage(command_answers.ANSWER_WITHOUT_ASK)
    found = _all_found(call, typed.people)
    if isinstance(found, Refusal):
        return found
    when = days.moment(typed.date) if typed.date is not None else (call.today, None)
    if isinstance(when, Refusal):
        return when
    ask = AskKind(typed.ask) if typed.ask else None
    return Interaction(
        id=call.session.new_id(),
        day=when[0],
        time=when[1],
        kind=kind,
        direction=direction,
        participants=tuple(contact.id for contact in found),
        minutes=typed.minutes,
        about=About(typed.about) if typed.about else None,
        note=typed.note or "",
        gives=tuple(typed.give or ()),
        ask=Ask(ask, nouns.Answer(typed.answer or "pending")) if ask else None,
        thanks=typed.thanks,
    )


def _usage(message: str) -> Failure:
    return Failure(code="usage", message=message, status=WRONG_USAGE)


# Corrections


def _edit_log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=command_line.OPTIONS["id"])
    _shared_arguments(parser, editing=True)
    parser.add_argument(
        "--thanks", action=argparse.BooleanOptionalAction, default=None, help=command_line.OPTIONS["thanks"]
    )


def _edit_log(call: Call) -> Answer:
    before = _interaction(call, call.typed.id)
    if isinstance(before, Refusal):
        return before
    after = _corrected(call, before)
    if not isinstance(after, Interaction):
        return after
    session = call.session
    result = settled(
        session.perform(
            lambda garden: deeds.edit_log(garden, before, after, today=call.today, now=session.now)
        )
    )
    if isinstance(result, Refusal):
        return result
    now = session.interaction(before.id) or after
    line = done(result.what) if result.changeset.changes else command_answers.UNCHANGED
    return Reply(
        json=_of_interaction(call, now),
        lines=[f"{line}.", *(f"  {one}" for one in _who(call, now.participants))],
    )


def _corrected(call: Call, before: Interaction) -> Interaction | Refusal | Failure:
    """`before` with what was typed."""
    typed = call.typed
    people = _people(call, before.participants, typed.people)
    if isinstance(people, Refusal):
        return people
    when = _when(before, typed.date)
    if isinstance(when, Refusal):
        return when
    ask = _ask(before.ask, typed.ask, typed.answer)
    if isinstance(ask, Failure):
        return ask
    return replace(
        before,
        participants=people,
        day=when[0],
        time=when[1],
        kind=Kind(typed.kind) if typed.kind else before.kind,
        direction=Direction(typed.direction) if typed.direction else before.direction,
        minutes=_or_none(before.minutes, typed.minutes),
        about=before.about
        if not typed.about
        else None
        if typed.about == arguments.NONE
        else About(typed.about),
        note=before.note if typed.note is None else typed.note,
        gives=arguments.given(before.gives, typed.give),
        ask=ask,
        thanks=before.thanks if typed.thanks is None else typed.thanks,
    )


def _or_none(before: int | None, typed: int | str | None) -> int | None:
    if typed is None:
        return before
    return None if isinstance(typed, str) else typed


def _when(before: Interaction, typed: str | None) -> tuple[date, time | None] | Refusal:
    """The new day; a day alone leaves the hour as it is."""
    if typed is None:
        return before.day, before.time
    read = days.moment(typed)
    if isinstance(read, Refusal):
        return read
    return read[0], read[1] or before.time


def _ask(before: Ask | None, kind: str | None, answer: str | None) -> Ask | Failure | None:
    """The ask with its answer."""
    if kind == arguments.NONE:
        return None
    asked = AskKind(kind) if kind else before.kind if before else None
    if asked is None:
        return _usage(command_answers.ANSWER_WITHOUT_ASK) if answer else None
    kept = before.answer if before else nouns.Answer.PENDING
    return Ask(asked, nouns.Answer(answer) if answer else kept)


def _people(call: Call, before: tuple[str, ...], typed: Sequence[str] | None) -> tuple[str, ...] | Refusal:
    """Who took part: plain names replace, `+X` adds, `-X` takes away."""
    if typed is None:
        return before
    signed = []
    for name in typed:
        sign, bare = (name[0], name[1:]) if name[:1] in ("+", "-") else ("", name)
        contact = call.find(bare)
        if isinstance(contact, Refusal):
            return contact
        signed.append(f"{sign}{contact.id}")
    return deeds.edited_list(before, signed)


def _interaction(call: Call, typed: str) -> Interaction | Refusal:
    """The interaction of that id, or the only one whose id begins so; those after today are not there."""
    session = call.session
    found = session.interaction(typed)
    if found is None and len(typed) >= ids.LEAST:
        begun = session.interactions_begun(typed.lower())
        if len(begun) > 1:
            return Refusal("ambiguous-interaction", {"id": typed, "count": len(begun)})
        found = session.interaction(begun[0]) if begun else None
    if found is None or found.day > call.today:
        return Refusal("unknown-interaction", {"id": typed})
    return found


def _of_interaction(call: Call, interaction: Interaction) -> dict[str, Any]:
    shown = json_view.Contacts(call.session.seen, call.today)
    return {
        "interaction": json_view.interaction(interaction, call.session.garden),
        "contacts": [shown(id_) for id_ in interaction.participants],
    }


def _remove_log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=command_line.OPTIONS["id"])


def _remove_log(call: Call) -> Answer:
    before = _interaction(call, call.typed.id)
    if isinstance(before, Refusal):
        return before
    result = settled(call.session.perform(lambda garden: deeds.remove_log(garden, before)))
    if isinstance(result, Refusal):
        return result
    return Reply(
        json=_of_interaction(call, before), lines=[f"{done(result.what)}. {command_answers.UNDO_GIVES_BACK}"]
    )


COMMANDS = (
    Command(name="consider", arguments=_consider_arguments, run=_consider),
    Command(name="log", arguments=_log_arguments, run=_log),
    Command(name="edit-log", arguments=_edit_log_arguments, run=_edit_log),
    Command(name="remove-log", arguments=_remove_log_arguments, run=_remove_log),
)
