"""undo, redo, history: what was done."""

from __future__ import annotations

import argparse
from datetime import datetime

from gardener.cli import arguments, json_view
from gardener.cli.command import Answer, Call, Command, Reply
from gardener.cli.output import table
from gardener.domain.changes import Refusal
from gardener.session import Session
from gardener.words import command_answers, command_line
from gardener.words.deeds import done

SHOWN = 20
"""Deeds that `history` shows when no number is given."""
MOST = 1_000_000_000
"""More than any garden has seen, and less than the file can count."""


def _last_done(session: Session) -> datetime | None:
    """When the last deed that is not undone was done; mostly it is among the very last."""
    for limit in (SHOWN, None):
        for deed in session.record(limit):
            if not deed.undone:
                return deed.when
    return None


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _undo(call: Call) -> Answer:
    session = call.session
    when = _last_done(session)
    undone = session.undo()
    if undone is None or when is None:
        return Refusal("nothing-to-undo")
    said = done(undone.what)
    return Reply(
        json={"undone": {"what": said, "when": json_view.iso(when), "code": undone.what.code}},
        lines=[command_answers.undone(said)],
    )


def _redo(call: Call) -> Answer:
    session = call.session
    redone = session.redo()
    if redone is None:
        return Refusal("nothing-to-redo")
    when = _last_done(session)
    said = done(redone.what)
    return Reply(
        json={"redone": {"what": said, "when": json_view.iso(when), "code": redone.what.code}},
        lines=[command_answers.redone(said)],
    )


def _history_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "count",
        metavar="N",
        nargs="?",
        type=arguments.whole,
        default=SHOWN,
        help=command_line.OPTIONS["count"],
    )


def _history(call: Call) -> Answer:
    count = call.typed.count
    if count < 1:
        return Refusal("bad-count", {"count": count})
    deeds = call.session.record(min(count, MOST))
    rows = [
        (f"{deed.when:%Y-%m-%d %H:%M}", command_answers.UNDONE if deed.undone else "", done(deed.what))
        for deed in deeds
    ]
    return Reply(
        json={
            "deeds": [
                {
                    "what": done(deed.what),
                    "when": json_view.iso(deed.when),
                    "code": deed.what.code,
                    "contact": deed.what.contact,
                    "undone": deed.undone,
                    "sequence": deed.seq,
                }
                for deed in deeds
            ]
        },
        lines=table(rows) or [command_answers.NOTHING_DONE],
    )


COMMANDS = (
    Command(name="undo", arguments=_no_arguments, run=_undo),
    Command(name="redo", arguments=_no_arguments, run=_redo),
    Command(name="history", arguments=_history_arguments, run=_history),
)
