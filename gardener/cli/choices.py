"""settings: the garden's own choices and the program's preferences, in one table."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from gardener import settings
from gardener.cli.command import WRONG_USAGE, Answer, Call, Command, Failure, Reply, settled
from gardener.cli.output import table
from gardener.domain import agenda, deeds, growth, review, sowing
from gardener.domain.changes import Refusal
from gardener.domain.deeds.batches import CHOICES
from gardener.words import command_answers, command_line
from gardener.words.deeds import done

_AT_FIRST: Mapping[str, float] = {
    "patience": 1.0,
    "seed-days": growth.SEED_DAYS,
    "daily-measure": agenda.MEASURE,
    "sowing-measure": sowing.MEASURE,
    "weekly-measure": review.MEASURE,
}
"""The garden's choices as they are when nothing was chosen."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", nargs="?", help=command_line.OPTIONS["key"])
    parser.add_argument("value", metavar="VALUE", nargs="?", help=command_line.OPTIONS["value"])
    parser.add_argument("--default", action="store_true", help=command_line.OPTIONS["default"])


def _settings(call: Call) -> Answer:
    key, value, back = call.typed.key, call.typed.value, call.typed.default
    if back and (key is None or value is not None):
        return Failure(code="usage", message=command_answers.DEFAULT_WANTS_KEY, status=WRONG_USAGE)
    if key is None:
        return _table(call)
    if key not in (*CHOICES, *settings.KEYS):
        return Refusal("unknown-choice", {"key": key, "known": ", ".join((*CHOICES, *settings.KEYS))})
    if value is None and not back:
        return _reply(call, {key: _value(call, key)}, [command_answers.shown(_value(call, key))])
    return _choose(call, key, value) if key in CHOICES else _prefer(call, key, value)


def _value(call: Call, key: str) -> str | float | list[str]:
    """The value that holds: a number, a text, or several texts."""
    if key in CHOICES:
        chosen = call.session.garden.choice(key, call.session.today)
        return type(CHOICES[key][0])(chosen) if chosen else _AT_FIRST[key]
    value = settings.value(call.preferences, key)
    return list(value) if isinstance(value, tuple) else value


def _choose(call: Call, key: str, value: str | None) -> Answer:
    """Sets one of the garden's own choices, or back; a deed that can be undone."""
    result = settled(
        call.session.perform(lambda garden: deeds.choose(garden, key, value or "", today=call.session.today))
    )
    if isinstance(result, Refusal):
        return result
    line = done(result.what) if result.changeset.changes else command_answers.UNCHANGED
    return _reply(call, {key: _value(call, key)}, [f"{line}."])


def _prefer(call: Call, key: str, value: str | None) -> Answer:
    """Sets one of the program's preferences, or back."""
    before = call.preferences
    after = settings.reset(before, key) if value is None else settings.chosen(before, key, value)
    if isinstance(after, settings.Misfit):
        return Refusal("bad-preference", {"key": key, "value": after.value, "takes": after.takes})
    if after != before:
        try:
            settings.save(after)
        except OSError as error:
            facts = {"path": str(settings.preferences_file()), "error": error.strerror or ""}
            return Refusal("preferences-not-saved", facts)
    call.preferences = after
    now = command_answers.shown(_value(call, key))
    return _reply(call, {key: _value(call, key)}, [command_answers.preferred(key, now)])


def _table(call: Call) -> Answer:
    values = {key: _value(call, key) for key in (*CHOICES, *settings.KEYS)}
    rows = [
        (key, command_answers.shown(value), _owner_words(key), _takes(key)) for key, value in values.items()
    ]
    return _reply(call, values, table(rows))


def _owner_words(key: str) -> str:
    return command_answers.OF_GARDEN if key in CHOICES else command_answers.OF_PROGRAM


def _takes(key: str) -> str:
    if key in CHOICES:
        least, most = CHOICES[key]
        return command_answers.from_to(least, most)
    return settings.TAKES[key]


def _reply(call: Call, values: Mapping[str, Any], lines: list[str]) -> Reply:
    """The values by key, and under `about` what each takes, whose it is, and what it is at first."""
    first = settings.Preferences()
    about = {
        key: {
            "belongs_to": "garden" if key in CHOICES else "program",
            "takes": _takes(key),
            "default": _AT_FIRST[key] if key in CHOICES else _plain(settings.value(first, key)),
        }
        for key in values
    }
    return Reply(json={"settings": dict(values), "about": about}, lines=lines)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


COMMANDS = (Command(name="settings", arguments=_arguments, run=_settings),)
