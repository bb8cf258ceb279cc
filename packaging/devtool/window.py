"""Starting the program: whether the arguments ask for a window, and whether there is a display for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from devtool.steps import surroundings

_TAKE_A_VALUE = ("--garden", "--on")
_END_AT_ONCE = ("--help", "-h", "--version")

NO_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
Everything can be done from the command line, and a picture of the window can be drawn without a display:
    python3 packaging/dev.py run --help
    python3 packaging/dev.py run snapshot garden.png"""


def command_in(arguments: Sequence[str]) -> str | None:
    """The command among the program's arguments; "" where they only ask for help, None for the window."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _END_AT_ONCE:
            return ""
        if argument in _TAKE_A_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


def display_there(variables: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can open: always outside Linux, and wherever Qt was told which platform to use."""
    if not sys.platform.startswith("linux"):
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def hand_over(python: Path, arguments: Sequence[str]) -> int:
    """Become the program, in the folder where the person stands; returns only on Windows."""
    command = [str(python), "-P", "-m", "gardener", *arguments]
    if os.name == "nt":
        return subprocess.run(command, env=surroundings(), check=False).returncode
    os.execve(command[0], command, surroundings())
