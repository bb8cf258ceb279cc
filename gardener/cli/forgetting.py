"""forget: a person out of the file for good, after one plain question."""

from __future__ import annotations

import argparse
import sys

from gardener.cli import arguments
from gardener.cli.command import Answer, Call, Command, Failure, Reply
from gardener.domain.changes import Refusal
from gardener.words import command_line, forgetting


def _arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    parser.add_argument("--backups", action="store_true", help=command_line.OPTIONS["forget-backups"])


def _forget(call: Call) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    copies, backups = call.session.copies(), bool(call.typed.backups)
    if sys.stdin is not None and sys.stdin.isatty():
        print(forgetting.question(found.name), file=sys.stderr)
        if not _says_yes(forgetting.SURE):
            return Failure(code="kept", message=forgetting.KEPT)
        if copies and not backups:
            backups = _says_yes(forgetting.copies(len(copies)))
    done = call.session.forget(found.id, copies=backups)
    if isinstance(done, Refusal):
        return done
    return Reply(
        json={
            "forgotten": {"id": found.id, "name": done.name},
            "backups": {
                "rewritten": [str(path) for path in done.rewritten],
                "left": [str(path) for path in done.left],
            },
        },
        lines=forgetting.done(done.name, [str(p) for p in done.rewritten], [str(p) for p in done.left]),
    )


def _says_yes(question: str) -> bool:
    """Asks on standard error, so that standard output holds the answer alone."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


COMMANDS = (Command(name="forget", arguments=_arguments, run=_forget),)
