"""import, batches, take-back: contacts from other programs, and out again."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gardener.cli import arguments, json_view
from gardener.cli.command import DONE, FAILED, Answer, Call, Command, Reply
from gardener.cli.output import table
from gardener.domain.changes import Named, Refusal
from gardener.exchange.card import Unreadable, Where
from gardener.exchange.importing import FileReport
from gardener.exchange.reading import SIZE_LIMIT
from gardener.session import InputFile
from gardener.words import command_line, importing, refusals
from gardener.words.dates import counted
from gardener.words.deeds import done

_FORMATS = ("vcard", "linkedin", "table")
LISTED = 20
"""So many cards that were left out are listed one by one."""
EXCERPT = 60
"""So many characters of a line that could not be read whole are shown."""


def read_input(path: Path) -> InputFile:
    """The bytes of a file to import, or why it cannot be opened."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not path.exists():
            return InputFile(shown, problem="missing")
        if path.is_dir():
            return InputFile(shown, problem="not-a-file")
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError):
        return InputFile(shown, problem="unreadable")
    return InputFile(shown, problem="too-large") if len(data) > SIZE_LIMIT else InputFile(shown, data)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=command_line.OPTIONS["file"])
    arguments.one_of(parser, "format", _FORMATS)
    arguments.flag(parser, "dry-run")


def _import(call: Call) -> Answer:
    session, dry = call.session, call.typed.dry_run
    files = [read_input(path) for path in call.typed.files]
    plan, result = session.imports.bring(files, format=call.typed.format, dry_run=dry)
    if isinstance(result, Refusal):
        return result
    failed = [report for report in plan.files if report.error is not None]
    told: dict[str, Any] = {
        "batch": plan.batch.number if plan.batch and not dry else None,
        "dry_run": dry,
        "files": [_report(report) for report in plan.files],
    }
    complaints = [line for report in failed for line in _complaint(report)]
    if len(failed) == len(plan.files):
        first = failed[0]
        message = refusals.unreadable(first.path, first.error.reason if first.error else "")
        told |= json_view.error("nothing-read", message)
    lines: list[str] = []
    names = _names(call)
    for report in plan.files:
        if report.error is None:
            lines += _lines(report, names)
    read = [report for report in plan.files if report.error is None]
    if len(read) > 1:
        lines += ["", importing.together(len(read), importing.counts(read))]
    if read:
        number = plan.batch.number if plan.batch else None
        lines += ["", importing.dry(number) if dry else importing.brought(number)]
    return Reply(json=told, lines=lines, status=FAILED if failed else DONE, complaints=complaints)


def _names(call: Call) -> Callable[[str], str]:
    garden = call.session.garden

    def name_of(id_: str) -> str:
        contact = garden.contact(id_)
        return contact.name if contact else importing.OF_THIS_FILE

    return name_of


def _where(where: Where) -> dict[str, Any]:
    return {"kind": where.kind, "number": where.number, "line": where.line}


def _report(report: FileReport) -> dict[str, Any]:
    told: dict[str, Any] = {
        "path": report.path,
        "format": report.format or None,
        "seen": report.seen,
        "new": report.new,
        "merged": report.merged,
        "unchanged": report.unchanged,
        "questions": len(report.questions),
        "skipped": [
            {"where": _where(one.where), "reason": one.reason, "detail": one.detail} for one in report.skipped
        ],
        "asked": [
            {
                "where": _where(one.where),
                "name": one.name,
                "reason": one.reason,
                "candidates": list(one.candidates),
            }
            for one in report.questions
        ],
        "namesakes": [
            {
                "where": _where(one.where),
                "name": one.name,
                "others": [json_view.choice(other) for other in one.others],
            }
            for one in report.namesakes
        ],
        "issues": report.issues,
        "unread": [
            {"line": one.line, "code": one.code, "excerpt": one.excerpt}
            for one in sorted(report.unread, key=lambda one: one.line)
        ],
    }
    if report.error is not None:
        told["error"] = {
            "code": report.error.code,
            "message": refusals.unreadable(report.path, report.error.reason),
            "first_lines": list(report.error.first_lines),
        }
    return told


def _complaint(report: FileReport) -> list[str]:
    error = report.error or Unreadable(code="")
    lines = [f"{command_line.NAME}: {refusals.unreadable(report.path, error.reason)}"]
    if error.first_lines:
        lines += [importing.BEGINS, *(f"  | {line}" for line in error.first_lines)]
    return lines


def _lines(report: FileReport, name_of: Callable[[str], str]) -> list[str]:
    """What one file gave."""
    lines = [f"{report.path}: {importing.counts([report])}"]
    skipped = [
        (importing.place(one.where), one.detail, refusals.skipped(one.reason)) for one in report.skipped
    ]
    asked = [
        (
            importing.place(one.where),
            one.name,
            importing.asked(one.reason, [name_of(id_) for id_ in one.candidates]),
        )
        for one in report.questions
    ]
    namesakes = [
        (importing.place(one.where), one.name, importing.beside(one.name, [o.detail for o in one.others]))
        for one in report.namesakes
    ]
    unread = [
        (importing.at_line(one.line), one.excerpt[:EXCERPT], importing.issue(one.code))
        for one in sorted(report.unread, key=lambda one: one.line)
    ]
    return [
        *lines,
        *_some(importing.LEFT_OUT, skipped),
        *_some(importing.QUESTIONS, asked),
        *_some(importing.NAMESAKES, namesakes),
        *_some(importing.NOT_WHOLE, unread),
    ]


def _some(title: str, rows: list[tuple[str, str, str]]) -> list[str]:
    if not rows:
        return []
    rest = [f"    {importing.more(len(rows) - LISTED)}"] if len(rows) > LISTED else []
    return [f"  {title}", *table(rows[:LISTED], indent=4), *rest]


# Imports of earlier days


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _batches(call: Call) -> Answer:
    batches = sorted(call.session.garden.batches.values(), key=lambda batch: batch.number)
    batches = [batch for batch in batches if batch.at.date() <= call.today]
    rows = [importing.batch_row(batch) for batch in batches]
    return Reply(
        json={"batches": [json_view.batch(batch) for batch in batches]},
        lines=table(rows) or [importing.NO_BATCHES],
    )


def _take_back_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", metavar="N", type=arguments.whole, help=command_line.OPTIONS["batch"])


def _take_back(call: Call) -> Answer:
    session = call.session
    batch = next((b for b in session.garden.batches.values() if b.number == call.typed.batch), None)
    if batch is None:
        return Refusal("unknown-batch", {"batch": call.typed.batch})
    before = json_view.Contacts(session.seen, call.today)
    taken = session.imports.take_back(batch)
    if isinstance(taken, Refusal):
        return taken
    now = json_view.Contacts(session.seen, call.today)
    return Reply(
        json={
            "removed": [before(one.id) or json_view.choice(one) for one in taken.removed],
            "restored": [now(one.id) or json_view.choice(one) for one in taken.restored],
            "kept": [
                {"contact": now(one.id) or json_view.choice(one), "reason": reason}
                for one, reason in taken.kept
            ],
        },
        lines=[
            f"{done(taken.deed.what)}.",
            *_named(importing.RESTORED, ((one, "") for one in taken.restored)),
            *_named(importing.KEPT, ((one, refusals.kept(reason)) for one, reason in taken.kept)),
        ],
    )


def _named(title: str, named: Iterable[tuple[Named, str]]) -> list[str]:
    rows = [(one.name, one.detail, reason) for one, reason in named]
    if not rows:
        return []
    rest = [f"  {importing.more(len(rows) - LISTED)}"] if len(rows) > LISTED else []
    return ["", f"{title} ({counted(len(rows), 'contact')})", *table(rows[:LISTED], indent=2), *rest]


COMMANDS = (
    Command(name="import", arguments=_import_arguments, run=_import, creates=True),
    Command(name="batches", arguments=_no_arguments, run=_batches),
    Command(name="take-back", arguments=_take_back_arguments, run=_take_back),
)
