"""What was asked of the window when no command was typed, read without the commands, which its start does not wait for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowCall:
    """The garden named, if one was, and the day to act on."""

    garden: Path | None
    on: date | None


def window_call(argv: Sequence[str]) -> WindowCall | None:
    """The call of the window that `argv` is; null for anything else, a mistake too: the runner has the words for it."""
    said = {"--garden": "", "--on": ""}
    waiting = iter(argv)
    for argument in waiting:
        name, joined, value = argument.partition("=")
        if name not in said:
            return None
        value = value if joined else next(waiting, "")
        if not value or "\0" in value or (value.startswith("-") and not joined):
            return None
        said[name] = value
    garden = Path(said["--garden"]) if said["--garden"] else None
    if not said["--on"]:
        return WindowCall(garden, None)
    try:
        on = date.fromisoformat(said["--on"])
    except ValueError:
        return None
    return WindowCall(garden, on) if on.isoformat() == said["--on"] else None
