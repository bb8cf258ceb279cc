"""From the arguments to the exit status: reads them, runs the command, prints its answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NoReturn

from gardener import __version__, settings
from gardener.cli import (
    beds,
    choices,
    contacts,
    copies,
    days,
    drafts,
    exports,
    forgetting,
    imports,
    interactions,
    introductions,
    json_view,
    lapse,
    looking,
    opportunities,
    past,
    plans,
    season,
    soil,
    upkeep,
)
from gardener.cli.command import DONE, FAILED, WRONG_USAGE, Answer, Call, Command, Failure, Reply
from gardener.cli.output import prepare, silence, write, write_json
from gardener.cli.window_call import WindowCall, files_for_window, is_file
from gardener.domain.changes import Refusal
from gardener.session import FileProblem
from gardener.words import command_answers as answers
from gardener.words import command_line as words
from gardener.words import refusals

COMMANDS: tuple[Command, ...] = (
    *contacts.COMMANDS,
    *interactions.COMMANDS,
    *drafts.COMMANDS,
    *forgetting.COMMANDS,
    *beds.COMMANDS,
    *plans.COMMANDS,
    *introductions.COMMANDS,
    *opportunities.COMMANDS,
    *season.COMMANDS,
    *looking.COMMANDS,
    *imports.COMMANDS,
    *exports.COMMANDS,
    *past.COMMANDS,
    *upkeep.COMMANDS,
    *lapse.COMMANDS,
    *copies.COMMANDS,
    *choices.COMMANDS,
    *soil.COMMANDS,
)
_LISTS = (
    "--email",
    "--phone",
    "--url",
    "--tag",
    "--with",
    "--give",
    "--theirs",
    "--mine",
    "--thanks-to",
    "--former",
)
"""Options whose values may begin with '-', to take something away."""


class _WrongUsage(Exception):
    """The arguments cannot be understood."""


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong in one line, instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        raise _WrongUsage(answers.wrong_usage(_capital(message), self.prog))


def run(argv: Sequence[str]) -> int | WindowCall:
    """Carries a command out and answers with its exit status; without one, with what was asked of the window."""
    prepare(sys.stdout)
    prepare(sys.stderr)
    options, rest = _set_apart(argv)
    files = files_for_window(rest)
    try:
        if not files and (wrong_words := _wrong_words(rest)):
            raise _WrongUsage(wrong_words)
        typed = parser().parse_args(options if files else [*options, *rest])
    except _WrongUsage as wrong:
        message = str(wrong)
        return _told(Failure(code="usage", message=message, status=WRONG_USAGE), as_json="--json" in argv)
    except SystemExit:  # --help
        return DONE
    start = _started(typed)
    if isinstance(start, Refusal):
        return _told(start, as_json=typed.json)
    if typed.command is None:
        return start._replace(files=files)
    return _told(_answered(typed, start), as_json=typed.json)


class _Columns(argparse.RawDescriptionHelpFormatter):
    """Keeps the longest command and its line side by side; by itself argparse forgets how far commands are indented."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = 4 + max(len(command.name) for command in COMMANDS)


def parser() -> argparse.ArgumentParser:
    """Everything that can be typed."""
    whole = _Parser(
        prog=words.NAME,
        usage=f"{words.NAME} [--garden FILE] [--on DATE] [--json] [COMMAND ... | FILE ...]",
        description=f"{words.ABOUT}\n{words.WINDOW}",
        epilog=f"{words.NAMES}\n{words.EXIT}\n\n{words.MORE}",
        formatter_class=_Columns,
        allow_abbrev=False,
    )
    _global_options(whole, first=True)
    whole.add_argument("--version", action="version", version=f"Gardener {__version__}", help=words.VERSION)
    commands = whole.add_subparsers(dest="command", title="commands", metavar="COMMAND", parser_class=_Parser)
    for command in COMMANDS:
        said = words.COMMANDS[command.name]
        own = commands.add_parser(
            command.name,
            prog=f"{words.NAME} {command.name}",
            help=said.line,
            usage=f"{words.NAME} {said.usage}",
            description=f"{_capital(said.line)}.\n{said.more}",
            epilog="for example:\n" + "\n".join(f"  {line}" for line in said.example.split("\n")),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.arguments(own)
        _global_options(own, first=False)
    return whole


def _global_options(parser: argparse.ArgumentParser, *, first: bool) -> None:
    """Options that may stand before the command and after it; after it, only what is typed replaces what came before."""
    group = parser.add_argument_group("options of every command")
    nothing = argparse.SUPPRESS
    group.add_argument(
        "--garden", metavar="FILE", default=None if first else nothing, help=words.OPTIONS["garden"]
    )
    group.add_argument("--on", metavar="DATE", default=None if first else nothing, help=words.OPTIONS["on"])
    group.add_argument(
        "--json", action="store_true", default=False if first else nothing, help=words.OPTIONS["json"]
    )


def _wrong_words(typed: Sequence[str]) -> str:
    """What is wrong with words that begin with no command: one is misspelt, or is not the file that it should be."""
    plain = [word for word in typed if not word.startswith("-")]
    missing = next((word for word in plain if not is_file(word)), None)
    if typed[:1] == ["--"]:
        return answers.no_file(missing) if missing else answers.no_command("--")
    if not plain or plain[0] in words.COMMANDS or typed[0] in ("-h", "--help"):
        return ""
    if not is_file(plain[0]):
        return answers.no_command(plain[0])
    with_options = len(plain) < len(typed)
    return answers.file_alone(plain[0]) if with_options or missing is None else answers.no_file(missing)


def _set_apart(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options of every command, and the other arguments, with what is taken away told from options.

    argparse takes optional words apart at an option between them; so nothing may stand there. `--tag -old` becomes
    `--tag=-old`; the `-old` of `tag NAME -old` comes last, as `--away=old`.
    """
    front, rest, away = [], [], []
    words_left = iter(argv)
    for argument in words_left:
        taken = argument[:1] == "-" and argument[1:2] not in ("", "-") and argument != "-h"
        if argument == "--":
            rest += [argument, *words_left]
        elif argument == "--json" or argument.startswith(("--garden=", "--on=")):
            front.append(argument)
        elif argument in ("--garden", "--on"):
            value = list(islice(words_left, 1))
            (front if value else rest).extend([argument, *value])
        elif taken and rest and rest[-1] in _LISTS:
            rest[-1] = f"{rest[-1]}={argument}"
        elif taken and rest[:1] == ["tag"]:
            away.append(f"--away={argument[1:]}")
        else:
            rest.append(argument)
    at = rest.index("--") if "--" in rest else len(rest)
    return front, [*rest[:at], *away, *rest[at:]]


def _started(typed: argparse.Namespace) -> WindowCall | Refusal:
    """The garden and the day that hold for every command."""
    on = days.day(typed.on) if typed.on is not None else None
    if isinstance(on, Refusal):
        return on
    if typed.garden is not None and (not typed.garden or "\0" in typed.garden):
        return Refusal("bad-path")
    return WindowCall(Path(typed.garden) if typed.garden else None, on)


def _answered(typed: argparse.Namespace, start: WindowCall) -> Answer:
    command = next(command for command in COMMANDS if command.name == typed.command)
    preferences = settings.load()
    file = settings.garden_file(preferences, start.garden)
    call = Call(typed, file=file, on=start.on, creates=command.creates, preferences=preferences)
    try:
        try:
            return command.run(call)
        finally:
            call.close()
    except FileProblem as problem:
        if call.draft is not None:
            if (
                problem.code == "exists"
            ):  # another program was quicker to make the garden: the same once more, in that
                return _answered(typed, start)
            problem = FileProblem(problem.code, {**problem.facts, "path": str(file.absolute())})
        message = refusals.file_sentence(problem.code, problem.facts)
        return Failure(code=problem.code, message=message + _hint(problem, file))


def _hint(problem: FileProblem, garden: Path) -> str:
    """What to do about it, where it is the garden itself that cannot be opened and not another file."""
    if Path(str(problem.facts.get("path", ""))).absolute() != garden.absolute():
        return ""
    return f" {answers.HOW_TO_BEGIN}" if problem.code == "missing" else copies.hint(problem.code, garden)


def _told(answer: Answer, *, as_json: bool) -> int:
    if isinstance(answer, Refusal):
        answer = Failure(code=answer.code, message=refusals.sentence(answer), choices=answer.choices)
    try:
        if isinstance(answer, Reply):
            status = answer.status
            if as_json:
                write_json(answer.json)
            else:
                write(answer.lines, sys.stdout)
            write(answer.complaints, sys.stderr)
        else:
            status = answer.status
            if as_json:
                write_json(json_view.error(answer.code, answer.message, answer.choices))
            line = " ".join(answer.message.splitlines())  # what was typed may hold several
            write([f"{words.NAME}: {line}"], sys.stderr)
            write([f"  {refusals.choice(choice)}" for choice in answer.choices], sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:  # the disk that standard output goes to is full
        silence(sys.stdout)
        write([f"{words.NAME}: {answers.not_written(error.strerror or '')}"], sys.stderr)
        status = FAILED
    return status


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
