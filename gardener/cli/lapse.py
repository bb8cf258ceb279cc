"""time-lapse: the garden from one day to another as an animated picture."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from gardener import settings
from gardener.cli import arguments, days
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply
from gardener.cli.upkeep import chosen, hour, no_place, touches
from gardener.domain.changes import Refusal
from gardener.domain.garden import Garden
from gardener.words import command_answers, command_line, time_line

SIZES = ((160, 120), (3840, 2160))
"""The smallest and the largest size, in pixels."""
STEPS, RATES = (1, 365), (1, 30)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("picture", metavar="FILE.gif", type=_file, help=command_line.OPTIONS["animation"])
    arguments.text(parser, "from", "DATE")
    arguments.text(parser, "to", "DATE")
    options = command_line.OPTIONS
    parser.add_argument("--step", metavar="DAYS", type=_between(*STEPS), default=7, help=options["step"])
    parser.add_argument("--rate", metavar="N", type=_between(*RATES), default=8, help=options["rate"])
    parser.add_argument("--size", metavar="WxH", type=_size, default=(960, 600), help=options["lapse-size"])
    parser.add_argument("--touches", metavar="N", type=touches, default=0, help=options["touches"])
    chosen(parser, "theme", settings.THEMES[1:], settings.THEMES[1])
    parser.add_argument("--hour", metavar="H", type=hour, default=10, help=options["hour"])
    arguments.flag(parser, "once")
    arguments.flag(parser, "redact")


def _file(text: str) -> Path:
    if Path(text).suffix.lower() not in time_line.ENDINGS or "\0" in text:
        raise argparse.ArgumentTypeError(time_line.ending_wanted())
    return Path(text)


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,4}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(command_answers.number_wanted(least, most))
        return int(text)

    return number


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    (wide, high), (widest, highest) = SIZES
    if not (wide <= size[0] <= widest and high <= size[1] <= highest):
        raise argparse.ArgumentTypeError(command_answers.lapse_size_wanted(SIZES))
    return size


def _lapse(call: Call) -> Answer:
    typed, session = call.typed, call.session
    first = (
        days.day(getattr(typed, "from")) if getattr(typed, "from") else _first_day(session.garden, call.today)
    )
    last = days.day(typed.to) if typed.to else call.today
    if isinstance(first, Refusal):
        return first
    if isinstance(last, Refusal):
        return last
    if first >= last:
        return Failure(code="usage", message=time_line.wrong_span(), status=WRONG_USAGE)
    count = -(-(last - first).days // typed.step) + 1
    if count > time_line.MOST:
        return Failure(code="usage", message=time_line.too_many(count), status=WRONG_USAGE)
    if nowhere := no_place(typed.picture, call.file):
        return nowhere
    garden = session.path
    call.close()
    from gardener import pictures

    why = pictures.time_lapse(
        typed.picture,
        garden=garden,
        on=call.on,
        first=first,
        last=last,
        step=typed.step,
        rate=typed.rate,
        size=typed.size,
        loop=not typed.once,
        touches=typed.touches,
        theme=typed.theme,
        hour=typed.hour,
        redact=typed.redact,
    )
    if why is not None:
        return Refusal("lapse-not-written", {"path": str(typed.picture), "why": why})
    told = {
        "file": str(typed.picture),
        "pictures": count,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "size": list(typed.size),
    }
    return Reply(json=told, lines=[time_line.lapse_done(str(typed.picture), count)])


def _first_day(garden: Garden, today: date) -> date:
    """The first day of which the garden holds anything."""
    return min(
        (min(plant.contact.created, plant.tie.first or today) for plant in garden.plants.values()),
        default=today,
    )


COMMANDS = (Command(name="time-lapse", arguments=_arguments, run=_lapse),)
