"""How a step is taken: one line on standard error, silence while it goes well, its story when it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STORY = 25  # lines of a failed command that are shown

# What a shell or another environment may have set, and what would lead Python or pip astray in ours.
_ASTRAY = (
    "PYTHONPATH",
    "PYTHONHOME",
    "VIRTUAL_ENV",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_CONSTRAINT",
)


class StepError(Exception):
    """A step that cannot go on: the text is for a person, and `status` becomes the exit status."""

    def __init__(self, text: str, *, status: int = 1) -> None:
        super().__init__(text)
        self.status = status


def say(text: str) -> None:
    """Tell the person at the terminal one thing; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


def surroundings(**more: str) -> dict[str, str]:
    """The environment variables for a child, without those that lead astray, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in _ASTRAY}
    return kept | {"PIP_USER": "0"} | more


def quietly(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> tuple[bool, str]:
    """Run `command` in the project's folder: whether it succeeded, and all that it said."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=dict(env or surroundings()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as trouble:
        return False, str(trouble)
    return done.returncode == 0, done.stdout


def end_of(story: str) -> str:
    """The last lines of what a failed command said, set in from the left."""
    return "\n".join("    " + line for line in story.rstrip().splitlines()[-STORY:])
