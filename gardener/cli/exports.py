"""export: everybody as a file that other programs read."""

from __future__ import annotations

import argparse
from pathlib import Path

from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply
from gardener.domain.changes import Refusal
from gardener.session.exporting import ENDINGS, FORMATS
from gardener.words import command_line, exporting


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=command_line.OPTIONS["export"])
    parser.add_argument(
        "--format", choices=FORMATS, metavar="FORMAT", help=command_line.OPTIONS["export-format"]
    )


def _export(call: Call) -> Answer:
    file = call.typed.file
    form = call.typed.format or ENDINGS.get(file.suffix.lower())
    if form is None:
        return Failure(code="usage", message=exporting.ENDING_WANTED, status=WRONG_USAGE)
    folder = file.absolute().parent
    if not folder.is_dir():
        return Refusal("no-folder", {"path": str(folder)})
    session = call.session
    if file.is_dir() or (file.exists() and file.samefile(call.file)):
        return Failure(code="exists", message=exporting.not_over(str(file)))
    try:
        contacts = session.export(file, form)
    except OSError as error:
        return Failure(code="not-written", message=exporting.not_written(str(file), error.strerror or ""))
    return Reply(
        json={"file": str(file), "format": form, "contacts": contacts},
        lines=[exporting.written(str(file), contacts)],
    )


COMMANDS = (Command(name="export", arguments=_arguments, run=_export),)
