"""add, edit, remove, note, common, tag: what is known of a contact."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from gardener.cli import arguments, days, json_view
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.domain import deeds
from gardener.domain.changes import Answer as Asked
from gardener.domain.changes import Change, Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.stage import Stage
from gardener.domain.text import fold
from gardener.words import command_answers, command_line
from gardener.words.deeds import done

_LISTS = {"email": "emails", "phone": "phones", "url": "urls", "tag": "tags", "former": "former"}
"""Options that hold several values, and the fields they fill."""


def _details(parser: argparse.ArgumentParser) -> None:
    arguments.texts(parser, "email", "ADDRESS")
    arguments.texts(parser, "phone", "NUMBER")
    arguments.text(parser, "org")
    arguments.texts(parser, "former", "ORG")
    arguments.text(parser, "title")
    arguments.texts(parser, "url", "ADDRESS")
    arguments.texts(parser, "tag", "TAG")
    arguments.one_of(parser, "stage", Stage)
    arguments.text(parser, "met", "DATE")
    arguments.text(parser, "note", says="notes")
    arguments.text(parser, "species", "PLANT")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    _details(parser)


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    parser.add_argument("--name", dest="new_name", metavar="NAME", help=command_line.OPTIONS["name"])
    _details(parser)


def of_contact(call: Call, asked: Callable[[Garden], Asked], contact: str) -> Answer:
    """Carries a deed out and answers with the contact as they are now."""
    result = settled(call.session.perform(asked))
    if isinstance(result, Refusal):
        return result
    shown = json_view.Contacts(call.session.seen, call.today)
    line = done(result.what) if result.changeset.changes else command_answers.UNCHANGED
    return Reply(json={"contact": shown(contact)}, lines=[f"{line}."])


def _filled(contact: Contact, call: Call) -> Contact | Refusal:
    """`contact` with what was typed."""
    typed = call.typed
    met = contact.met
    if typed.met is not None:
        read = days.day(typed.met) if typed.met else None
        if isinstance(read, Refusal):
            return read
        if read is not None and read > call.today:
            return Refusal("future", {"date": read.isoformat()})
        met = read
    species = _species(contact, typed.species)
    if isinstance(species, Refusal):
        return species
    lists: dict[str, Any] = {
        field: arguments.given(getattr(contact, field), getattr(typed, one)) for one, field in _LISTS.items()
    }
    return replace(
        contact,
        org=contact.org if typed.org is None else typed.org,
        title=contact.title if typed.title is None else typed.title,
        notes=contact.notes if typed.note is None else typed.note,
        met=met,
        species=species,
        **lists,
    )


def _species(contact: Contact, typed: str | None) -> str | Refusal:
    """The id of a species by its id or its name; an empty text is the plant that fell to them."""
    if typed is None or not typed:
        return contact.species if typed is None else ""
    from gardener.scene.library import all_species  # reads files: not before somebody asks

    wanted, known = fold(typed).replace(" ", "-"), all_species()
    if wanted in known:
        return wanted
    return Refusal("no-species", {"species": typed, "known": ", ".join(known)})


def _add(call: Call) -> Answer:
    typed = call.typed
    id_ = call.session.new_id()
    stage = Stage(typed.stage) if typed.stage else Stage.SEED
    contact = _filled(Contact(id=id_, name=" ".join(typed.name), created=call.today, planted=stage), call)
    if isinstance(contact, Refusal):
        return contact
    if typed.species is None:
        contact = _with_proposal(contact)
    alike = [
        p.contact for p in call.session.seen.plants.values() if fold(p.contact.name) == fold(contact.name)
    ]
    answer = of_contact(call, lambda garden: deeds.add(garden, contact), id_)
    if isinstance(answer, Reply) and alike:
        return replace(answer, lines=[*answer.lines, command_answers.another_of_that_name(alike[0].name)])
    return answer


def _with_proposal(contact: Contact) -> Contact:
    """`contact` with the species that is proposed for the tie, as the window's form would plant it."""
    from gardener.scene.proposal import species_of

    return replace(contact, species=species_of(contact))


def _edit(call: Call) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    id_ = found.id

    def edited(garden: Garden) -> Asked:
        now = garden.contact(id_)
        if now is None:
            return Refusal("gone", {"name": id_})
        contact = _filled(now, call)
        if isinstance(contact, Refusal):
            return contact
        if call.typed.new_name is not None:
            contact = replace(contact, name=call.typed.new_name)
        return _moved_too(garden, deeds.edit(garden, contact), id_, call.typed.stage, call.today)

    return of_contact(call, edited, id_)


def _moved_too(garden: Garden, edited: Asked, id_: str, stage: str | None, today: date) -> Asked:
    """The edit and the move to another bed as one deed."""
    if stage is None or not isinstance(edited, Changeset):
        return edited
    between = garden.after(edited, lambda _: ())
    moved = deeds.move(between, id_, Stage(stage), today=today)
    if not isinstance(moved, Changeset) or not moved.changes:
        return edited
    if not edited.changes:
        return moved
    return replace(edited, changes=(Change(edited.changes[0].before, moved.changes[0].after),))


def _remove(call: Call) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    before = json_view.Contacts(call.session.seen, call.today)(found.id)
    result = settled(call.session.remove(found.id))
    if isinstance(result, Refusal):
        return result
    return Reply(json={"contact": before}, lines=[f"{done(result.what)}. {command_answers.UNDO_GIVES_BACK}"])


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.one_name(parser)
    parser.add_argument("text", metavar="TEXT", nargs="+", help=command_line.OPTIONS["note-text"])


def _note(call: Call) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    text = " ".join(call.typed.text)
    return of_contact(call, lambda garden: deeds.add_note(garden, found.id, text, today=call.today), found.id)


def _common_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    arguments.texts(parser, "theirs")
    arguments.texts(parser, "mine")


def _common(call: Call) -> Answer:
    theirs, mine = call.typed.theirs or [], call.typed.mine or []
    if not theirs and not mine:
        return Failure(code="usage", message=command_answers.COMMON_WANTED, status=WRONG_USAGE)
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    return of_contact(
        call, lambda garden: deeds.add_common(garden, found.id, theirs=theirs, mine=mine), found.id
    )


def _tag_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="NAME +TAG", nargs="+", help=command_line.OPTIONS["tags"])
    parser.add_argument("--away", action="append", default=[], help=argparse.SUPPRESS)


def _tag(call: Call) -> Answer:
    found = call.find([word for word in call.typed.words if not word.startswith("+")])
    if isinstance(found, Refusal):
        return found
    changes = [word for word in call.typed.words if word.startswith("+")]
    changes += [f"-{tag}" for tag in call.typed.away]
    if not changes:
        line = ", ".join(found.tags) or command_answers.NO_TAGS
        shown = json_view.Contacts(call.session.seen, call.today)
        return Reply(json={"contact": shown(found.id)}, lines=[line])

    def tagged(garden: Garden) -> Asked:
        now = garden.contact(found.id)
        if now is None:
            return Refusal("gone", {"name": found.id})
        return deeds.edit(garden, replace(now, tags=deeds.edited_list(now.tags, changes)), code="tag")

    return of_contact(call, tagged, found.id)


COMMANDS = (
    Command(name="add", arguments=_add_arguments, run=_add, creates=True),
    Command(name="edit", arguments=_edit_arguments, run=_edit),
    Command(name="remove", arguments=arguments.name, run=_remove),
    Command(name="note", arguments=_note_arguments, run=_note),
    Command(name="common", arguments=_common_arguments, run=_common),
    Command(name="tag", arguments=_tag_arguments, run=_tag),
)
