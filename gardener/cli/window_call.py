"""What was asked of the window when no command was typed, read without the commands, which its start does not wait for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple


class WindowCall(NamedTuple):
    """The garden named, if one was, the day to act on, and the files to import."""

    garden: Path | None
    on: date | None
    files: tuple[Path, ...] = ()


def window_call(argv: Sequence[str]) -> WindowCall | None:
    """The call of the window that `argv` is; null for anything else, a mistake too: the runner has the words for it."""
    said = {"--garden": "", "--on": ""}
    rest = []
    waiting = iter(argv)
    for argument in waiting:
        name, joined, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name not in said:
            rest.append(argument)
        else:
            value = value if joined else next(waiting, "")
            if not value or "\0" in value or (value.startswith("-") and not joined):
                return None
            said[name] = value
    files = files_for_window(rest)
    if rest and not files:
        return None
    garden = Path(said["--garden"]) if said["--garden"] else None
    if not said["--on"]:
        return WindowCall(garden, None, files)
    try:
        on = date.fromisoformat(said["--on"])
    except ValueError:
        return None
    return WindowCall(garden, on, files) if on.isoformat() == said["--on"] else None


def files_for_window(words: Sequence[str]) -> tuple[Path, ...]:
    """The files that `words` are, none when one of them is anything else; the first is a command if it can be one.

    What follows `--` is a file, whatever it is called.
    """
    if not words:
        return ()
    from gardener.words.command_line import COMMANDS

    apart = words[:1] == ["--"]
    named = words[1:] if apart else words
    if not named or (not apart and named[0] in COMMANDS):
        return ()
    whole = all(is_file(word) and (apart or not word.startswith("-")) for word in named)
    return tuple(Path(word) for word in named) if whole else ()


def is_file(word: str) -> bool:
    """Whether there is such a file; false for a name that no file can have."""
    try:
        return Path(word).is_file()
    except OSError:
        return False
