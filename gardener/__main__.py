"""python -m gardener: a command of the command line, or the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gardener.cli import runner
from gardener.cli.command import FAILED
from gardener.words import command_line

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells know it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out what was typed; the exit status is 0 done, 1 could not be done, 2 wrong usage, 3 the guard warns."""
    try:
        answer = runner.run(sys.argv[1:] if argv is None else list(argv))
        return answer if isinstance(answer, int) else _window(answer.garden, answer.on)
    except KeyboardInterrupt:
        print(f"{command_line.NAME}: {command_line.INTERRUPTED}", file=sys.stderr)
        return INTERRUPTED


def _window(garden: Path | None, on: date | None) -> int:
    if not _has_display():
        print(f"{command_line.NAME}: {command_line.NO_DISPLAY}", file=sys.stderr)
        return FAILED
    from gardener import app

    return app.run(garden=garden, on=on, files=[])


def _has_display() -> bool:
    """Whether a window can open: Linux and its kin need a display, or a platform named for Qt."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
