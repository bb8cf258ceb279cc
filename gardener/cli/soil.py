"""soil: how this garden answers; learning it, and going back to plain."""

from __future__ import annotations

import argparse
from datetime import date

from gardener.cli import arguments
from gardener.cli.command import Answer, Call, Command, Reply, settled
from gardener.domain.changes import Refusal
from gardener.domain.growth import TRUSTED_FROM
from gardener.domain.records import Soil
from gardener.domain.soil import LEAST
from gardener.session import Session
from gardener.words import command_answers
from gardener.words import soil as words
from gardener.words.deeds import done

LEARN, RESET = "learn", "reset"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "deed",
        metavar="DEED",
        nargs="?",
        choices=(LEARN, RESET),
        help=arguments.listed("soil-deed", (LEARN, RESET)),
    )


def _soil(call: Call) -> Answer:
    session, lines = call.session, list[str]()
    if call.typed.deed:
        result = settled(
            session.learn_soil(session.matured()) if call.typed.deed == LEARN else session.reset_soil()
        )
        if isinstance(result, Refusal):
            return result
        lines.append(f"{done(result.what)}." if result.changeset.changes else command_answers.UNCHANGED)
    soil = session.garden.soil(call.today)
    lines.append(words.told(soil, call.today))
    if session.garden.climate(call.today).is_relative:
        lines.append(words.relative(soil.learnt_from if soil else 0))
    return Reply(json={"soil": _shown(session, soil, call.today)}, lines=lines)


def _shown(session: Session, soil: Soil | None, day: date) -> dict[str, object]:
    """The soil that holds; plain and from no day while nothing was learnt."""
    climate = session.garden.climate(day)
    return {
        "valid_from": soil.valid_from.isoformat() if soil else None,
        "b0": climate.b0,
        "b1": climate.b1,
        "learnt_from": climate.learnt_from,
        "forecasts": {
            "f0": soil.f0 if soil else 0.0,
            "f1": soil.f1 if soil else 1.0,
            "learnt_from": soil.foreseen if soil else 0,
        },
        "answers": words.kind(climate),
        "relative": climate.is_relative,
        "learns_from": LEAST,
        "trusted_from": TRUSTED_FROM,
        "learns_monthly": not (soil is not None and soil.is_reset),
    }


COMMANDS = (Command(name="soil", arguments=_arguments, run=_soil),)
