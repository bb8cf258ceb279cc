"""python -m gardener: a command of the command line, or the window, with files to import or without."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from gardener.cli.window_call import WindowCall, window_call

FAILED = 1
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells know it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out what was typed; the exit status is 0 done, 1 could not be done, 2 wrong usage, 3 the guard warns."""
    typed = sys.argv[1:] if argv is None else list(argv)
    try:
        asked = window_call(typed) or _carried_out(typed)
        return asked if isinstance(asked, int) else _window(asked)
    except KeyboardInterrupt:
        from gardener.words import command_answers

        return _complain(command_answers.INTERRUPTED, INTERRUPTED)


def _carried_out(typed: Sequence[str]) -> int | WindowCall:
    from gardener.cli import runner

    return runner.run(typed)


def _window(asked: WindowCall) -> int:
    if not _has_display():
        from gardener.words import command_answers

        return _complain(command_answers.NO_DISPLAY, FAILED)
    from gardener import app

    return app.run(garden=asked.garden, on=asked.on, files=asked.files)


def _complain(sentence: str, status: int) -> int:
    print(f"gardener: {sentence}", file=sys.stderr)
    return status


def _has_display() -> bool:
    """Whether a window can open: Linux and its kin need a display, or a platform named for Qt."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
