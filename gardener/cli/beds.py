"""move, rest, wake, leave-alone, winter: the bed a plant stands in, the marks, and the rest of the whole garden."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from gardener.cli import arguments, days, json_round
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.cli.contacts import of_contact
from gardener.domain import deeds
from gardener.domain.changes import Answer as Asked
from gardener.domain.changes import Refusal
from gardener.domain.garden import Garden
from gardener.domain.records import WinterReason
from gardener.domain.stage import Ending, Stage
from gardener.words import command_answers, command_line
from gardener.words.deeds import done


def _of_found(call: Call, asked: Callable[[Garden, str], Asked]) -> Answer:
    found = call.find(call.typed.name)
    if isinstance(found, Refusal):
        return found
    return of_contact(call, lambda garden: asked(garden, found.id), found.id)


def _move_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    stages = [str(stage) for stage in Stage]
    parser.add_argument("stage", metavar="STAGE", choices=stages, help=arguments.listed("stage", stages))
    arguments.one_of(parser, "reason", Ending)


def _move(call: Call) -> Answer:
    stage = Stage(call.typed.stage)
    reason = Ending(call.typed.reason) if call.typed.reason else None
    return _of_found(
        call, lambda garden, id_: deeds.move(garden, id_, stage, today=call.today, reason=reason)
    )


def _rest_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    arguments.text(parser, "until", "DATE")


def _rest(call: Call) -> Answer:
    until: date | Refusal | None = days.day(call.typed.until) if call.typed.until is not None else None
    if isinstance(until, Refusal):
        return until
    last = until
    return _of_found(call, lambda garden, id_: deeds.rest(garden, id_, today=call.today, until=last))


def _wake(call: Call) -> Answer:
    return _of_found(call, lambda garden, id_: deeds.wake(garden, id_, today=call.today))


def _leave_alone_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.name(parser)
    arguments.flag(parser, "off")


def _leave_alone(call: Call) -> Answer:
    return _of_found(call, lambda garden, id_: deeds.leave_alone(garden, id_, off=call.typed.off))


def _winter_arguments(parser: argparse.ArgumentParser) -> None:
    arguments.text(parser, "until", "DATE", says="winter-until")
    reasons = [str(reason) for reason in WinterReason]
    said = arguments.listed("winter-reason", reasons)
    parser.add_argument("--reason", choices=reasons, metavar="REASON", help=said)
    parser.add_argument("--off", action="store_true", help=command_line.OPTIONS["winter-off"])


def _winter(call: Call) -> Answer:
    typed, today = call.typed, call.today
    if typed.off and (typed.until or typed.reason):
        return Failure(code="usage", message=command_answers.WINTER_ALONE, status=WRONG_USAGE)
    until = days.day(typed.until) if typed.until is not None else None
    if isinstance(until, Refusal):
        return until
    reason, last = WinterReason(typed.reason or WinterReason.OTHER), until

    def deed(garden: Garden) -> Asked:
        if typed.off:
            return deeds.end_winter(garden, today=today)
        return deeds.begin_winter(garden, today=today, reason=reason, until=last)

    result = settled(call.session.perform(deed))
    if isinstance(result, Refusal):
        return result
    line = done(result.what) if result.changeset.changes else command_answers.UNCHANGED
    held = json_round.winter(call.session.garden.winter(today))
    return Reply(json={"winter": held}, lines=[f"{line}."])


COMMANDS = (
    Command(name="move", arguments=_move_arguments, run=_move),
    Command(name="rest", arguments=_rest_arguments, run=_rest),
    Command(name="wake", arguments=arguments.name, run=_wake),
    Command(name="leave-alone", arguments=_leave_alone_arguments, run=_leave_alone),
    Command(name="winter", arguments=_winter_arguments, run=_winter),
)
