"""backup, restore: the garden copied whole, and a copy put back in its place."""

from __future__ import annotations

import argparse
from pathlib import Path

from gardener.cli.command import Answer, Call, Command, Failure, Reply
from gardener.domain.changes import Refusal
from gardener.session import FileProblem, Session
from gardener.words import command_line
from gardener.words import copies as words


def hint(code: str, garden: Path) -> str:
    """What to do about a damaged garden, when there is a whole copy of it."""
    copy = Session.newest_copy(garden) if code in ("damaged", "empty") else None
    return f" {words.there_is(str(copy))}" if copy is not None else ""


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copy", metavar="FILE", nargs="?", type=Path, help=command_line.OPTIONS["copy"])


def _backup(call: Call) -> Answer:
    to = call.typed.copy
    if to is not None and not to.absolute().parent.is_dir():
        return Refusal("no-folder", {"path": str(to.absolute().parent)})
    session = call.session
    try:
        made = session.back_up(to)
    except FileProblem as problem:
        if problem.code == "missing":  # nothing can be made there
            raise FileProblem("unreadable", problem.facts) from problem
        raise
    contacts = len(session.garden.plants)
    return Reply(
        json={"backup": {"path": str(made), "contacts": contacts}},
        lines=[words.made(str(made), contacts)],
    )


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copy", metavar="FILE", type=Path, help=command_line.OPTIONS["restored"])


def _restore(call: Call) -> Answer:
    copy = call.typed.copy
    try:
        replaced = Session.restore(call.file, copy)
    except FileProblem as problem:
        if problem.code not in words.REFUSED:
            raise
        return Failure(code=problem.code, message=words.refused(problem.code, problem.facts))
    contacts = len(call.session.garden.plants)
    return Reply(
        json={
            "restored": {"from": str(copy), "path": str(call.file), "contacts": contacts},
            "kept": str(replaced.kept) if replaced.kept is not None else None,
        },
        lines=[
            words.restored(str(copy), contacts),
            *([words.kept(str(replaced.kept), whole=replaced.whole)] if replaced.kept is not None else []),
        ],
    )


COMMANDS = (
    Command(name="backup", arguments=_backup_arguments, run=_backup),
    Command(name="restore", arguments=_restore_arguments, run=_restore),
)
