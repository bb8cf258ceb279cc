"""snapshot, sample, check: a picture, a garden to try things in, and the health of the file."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from gardener import settings
from gardener.cli import arguments, days, json_view
from gardener.cli.command import DONE, FAILED, WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.domain.changes import Refusal
from gardener.domain.sample import plant_sample
from gardener.session import FileProblem
from gardener.words import command_answers, command_line, health, refusals
from gardener.words.deeds import done

MOST_SAMPLES = 100_000
SIZES = (200, 10_000)
"""The least and the greatest width and height of a picture, in pixels."""
SCALES = (0.5, 4.0)
MOST_PIXELS = 100_000_000
"""So many pixels a picture of the window has at most: 400 MB while it is drawn."""
DRAWN_WHOLE = (".svg", ".pdf")
"""Endings of files that hold the whole garden and not its window."""
MOST_TOUCHES = 10
"""Touches a week that can be planned at most, as in the window."""


# A picture


def _snapshot_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("picture", metavar="FILE", type=_picture, help=command_line.OPTIONS["picture"])
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default=(1680, 1020), help=command_line.OPTIONS["size"]
    )
    chosen(parser, "view", settings.VIEWS, settings.VIEWS[0])
    arguments.text(parser, "select", "NAME")
    chosen(parser, "page", settings.PAGES, None)
    chosen(parser, "theme", settings.THEMES[1:], settings.THEMES[1])
    parser.add_argument("--hour", metavar="H", type=hour, default=10, help=command_line.OPTIONS["hour"])
    parser.add_argument("--scale", metavar="N", type=_scale, default=1.0, help=command_line.OPTIONS["scale"])
    parser.add_argument(
        "--text-size", metavar="N", type=_text_size, default=1.0, help=command_line.OPTIONS["text-size"]
    )
    arguments.text(parser, "look", "DATE")
    parser.add_argument(
        "--touches", metavar="N", type=touches, default=0, help=command_line.OPTIONS["touches"]
    )
    parser.add_argument("--redact", action="store_true", help=command_line.OPTIONS["redact"])
    parser.add_argument("--whole", action="store_true", help=command_line.OPTIONS["whole"])


def chosen(parser: argparse.ArgumentParser, option: str, known: tuple[str, ...], first: str | None) -> None:
    def one(text: str) -> str:
        if text not in known:
            raise argparse.ArgumentTypeError(command_answers.not_among(text, known))
        return text

    parser.add_argument(
        f"--{option}", metavar=option.upper(), type=one, default=first, help=arguments.listed(option, known)
    )


def _picture(text: str) -> Path:
    if not text.lower().endswith((".png", *DRAWN_WHOLE)) or "\0" in text:
        raise argparse.ArgumentTypeError(command_answers.PICTURE_WANTED)
    return Path(text)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SIZES[0] <= side <= SIZES[1] for side in size):
        raise argparse.ArgumentTypeError(command_answers.size_wanted(*SIZES))
    return size


def hour(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > 23:
        raise argparse.ArgumentTypeError(command_answers.HOUR_WANTED)
    return int(text)


def touches(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > MOST_TOUCHES:
        raise argparse.ArgumentTypeError(command_answers.touches_wanted(MOST_TOUCHES))
    return int(text)


def _scale(text: str) -> float:
    return _between(text, *SCALES)


def _text_size(text: str) -> float:
    return _between(text, *settings.TEXT_SIZES)


def _between(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(command_answers.scale_wanted(least, most))
    return value


def _snapshot(call: Call) -> Answer:
    typed, select = call.typed, None
    whole = typed.whole or typed.picture.suffix.lower() in DRAWN_WHOLE
    if wrong := _wrong_picture(typed, whole=whole):
        return Failure(code="usage", message=wrong, status=WRONG_USAGE)
    if nowhere := no_place(typed.picture, call.file):
        return nowhere
    look = days.day(typed.look) if typed.look is not None else None
    if isinstance(look, Refusal):
        return look
    garden = call.session.path
    if typed.select is not None:
        found = call.find(typed.select)
        if isinstance(found, Refusal):
            return found
        select = found.id
    call.close()
    from gardener import pictures

    status = pictures.snapshot(
        typed.picture,
        garden=garden,
        on=call.on,
        size=typed.size,
        view=typed.view,
        select=select,
        page=typed.page,
        theme=typed.theme,
        hour=typed.hour,
        scale=typed.scale,
        text_size=typed.text_size,
        redact=typed.redact,
        whole=whole,
        look=look,
        touches=typed.touches,
    )
    if status != DONE:
        return Refusal("snapshot-not-written", {"path": str(typed.picture)})
    return Reply(
        json={
            "file": str(typed.picture),
            "size": None if whole else list(typed.size),
            "scale": None if whole else typed.scale,
            "whole": whole,
        },
        lines=[command_answers.wrote(str(typed.picture))],
    )


def no_place(picture: Path, garden: Path) -> Refusal | None:
    """Why a picture cannot be written there: there is no such folder, or the garden itself lies there."""
    folder = picture.absolute().parent
    if not folder.is_dir():
        return Refusal("no-folder", {"path": str(folder)})
    if picture.exists() and garden.exists() and picture.samefile(garden):
        return Refusal("garden-itself", {"path": str(picture)})
    return None


def _wrong_picture(typed: argparse.Namespace, *, whole: bool) -> str:
    """What does not go together in the options of a picture; empty when all is well."""
    if typed.page in settings.PAGES_OF_ONE and typed.select is None:
        return command_answers.select_wanted(typed.page)
    if whole and (typed.page is not None or typed.select is not None or typed.view != settings.VIEWS[0]):
        return command_answers.WINDOW_WANTED
    wide, high = typed.size
    if not whole and wide * high * typed.scale**2 > MOST_PIXELS:
        return command_answers.pixels_wanted(MOST_PIXELS)
    return ""


# A garden to try things in


def _sample_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--contacts", metavar="N", type=arguments.whole, default=30, help=command_line.OPTIONS["contacts"]
    )
    parser.add_argument(
        "--seed", metavar="S", type=arguments.whole, default=1, help=command_line.OPTIONS["seed"]
    )


def _sample(call: Call) -> Answer:
    typed = call.typed
    if not 1 <= typed.contacts <= MOST_SAMPLES:
        message = command_answers.contacts_wanted(MOST_SAMPLES)
        return Failure(code="usage", message=message, status=WRONG_USAGE)
    result = settled(
        call.session.perform(
            lambda garden: plant_sample(garden, today=call.today, contacts=typed.contacts, seed=typed.seed)
        )
    )
    if isinstance(result, Refusal):
        return result
    return Reply(
        json={
            "sample": {"contacts": len(call.session.garden.plants), "seed": typed.seed},
            "file": str(call.file),
        },
        lines=[f"{done(result.what)}. {command_answers.SAMPLE_NEXT}"],
    )


# The file


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _check(call: Call) -> Answer:
    try:
        found = call.session.check()
    except FileProblem as problem:
        return _unopened(problem)
    problems = [
        {"code": problem.code, "message": health.problem(problem.code, problem.facts), **problem.facts}
        for problem in found.problems
    ]
    path = str(call.session.path)
    lines = [
        path,
        health.summary(found.contacts, found.interactions, found.schema, found.last_backup, ok=found.ok),
    ]
    return Reply(
        json={
            "ok": found.ok,
            "path": path,
            "problems": problems,
            "schema": found.schema,
            "contacts": found.contacts,
            "interactions": found.interactions,
            "last_backup": found.last_backup.isoformat(timespec="seconds") if found.last_backup else None,
        },
        lines=lines,
        status=DONE if found.ok else FAILED,
        complaints=[f"{command_line.NAME}: {problem['message']}" for problem in problems],
    )


def _unopened(problem: FileProblem) -> Reply:
    """A file that cannot even be opened, in the form of a check."""
    message = refusals.file_sentence(problem.code, problem.facts)
    told = {
        "ok": False,
        "problems": [{"code": problem.code, "message": message, **problem.facts}],
        "schema": problem.facts.get("schema"),
        "contacts": None,
        "interactions": None,
        "last_backup": None,
    }
    return Reply(
        json=told | json_view.error(problem.code, message),
        status=FAILED,
        complaints=[f"{command_line.NAME}: {message}"],
    )


COMMANDS = (
    Command(name="snapshot", arguments=_snapshot_arguments, run=_snapshot),
    Command(name="sample", arguments=_sample_arguments, run=_sample, creates=True),
    Command(name="check", arguments=_no_arguments, run=_check),
)
