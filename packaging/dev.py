#!/usr/bin/env python3
"""Work on Gardener: run it, test it, check it, measure it. Needs nothing but Python 3.11, 3.12 or 3.13."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from devtool import environment, pictures, stages, system, window
from devtool.steps import ROOT, StepError, say, surroundings

SUPPORTED = ((3, 11), (3, 12), (3, 13))

USAGE = """\
usage: python3 packaging/dev.py COMMAND …

  run [ARGUMENT …]       start Gardener; the arguments are its own, as in `run list --json`
  test [--all] [ARG …]   everything: lint, form, types, walls, the core without Qt, all tests;
                         --all: the long ones too; with arguments of pytest's (a file, -k WORD) it alone
  check                  lint, form, types and walls alone
  pictures               accept the pictures that the last test run drew differently
  bench [NAME …]         measure; prints one JSON object
  bench growth --data DIR [--candidates]
                         judge the growth model on real histories, beside simple rivals

The environment in .venv and the system's packages are seen to first."""


def run(arguments: Sequence[str]) -> int:
    """Start Gardener with its own arguments, in the folder where the person stands."""
    own = arguments[1:] if arguments[:1] == ["--"] else arguments
    asked = window.command_in(own)
    if asked is None or asked == "snapshot":
        system.supply(system.WINDOW, purpose="the window")
    python = environment.ready("run")
    if asked is None and not window.display_there():
        raise StepError(window.NO_DISPLAY)
    return window.hand_over(python, own)


def test(arguments: Sequence[str]) -> int:
    """Run every stage, whatever the one before it found, and close with the count."""
    system.supply(system.TESTS, purpose="the tests")
    python = environment.ready("test")
    all_of_them = ["-m", "long or not long"] if "--all" in arguments else []
    own = [argument for argument in arguments if argument != "--all"]
    covered = None
    if own:
        outcomes = stages.chosen(python, [*all_of_them, *own])
    else:
        outcomes = stages.checks(python)
        outcomes += stages.core_without_qt(python, all_of_them)
        outcomes += stages.all_others(python, all_of_them)
        covered = stages.coverage(python)
    return _close(outcomes, covered=covered)


def check(arguments: Sequence[str]) -> int:
    """Run the stages that need no tests."""
    if arguments:
        raise StepError(USAGE, status=2)
    return _close(stages.checks(environment.ready("test")))


def accept_pictures(arguments: Sequence[str]) -> int:
    """Let the pictures that were drawn differently take the place of the approved ones."""
    if arguments:
        raise StepError(USAGE, status=2)
    pictures.accept()
    return 0


def bench(arguments: Sequence[str]) -> int:
    """Hand over to the benches, in an environment that does not bend the figures."""
    growth = arguments[:1] == ["growth"]
    if not growth:
        system.supply(system.TESTS, purpose="the benches")
    python = environment.ready("bench" if growth else "test")
    variables = {"QT_QPA_PLATFORM": "offscreen", **surroundings()}
    # Were no byte code kept, every measured start would compile the program anew.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(python), "-m", "tests.benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "pictures": accept_pictures,
    "bench": bench,
}


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit status: 0 well, 1 failed, 2 wrong usage."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    try:
        _go_on_under_a_supported_python()
        if command is None:
            raise StepError(f"There is no command {arguments[0]!r}.\n{USAGE}", status=2)
        return command(list(arguments[1:]))
    except StepError as stopped:
        say(str(stopped))
        return stopped.status
    except KeyboardInterrupt:
        return 130


def _close(outcomes: Sequence[stages.Outcome], *, covered: str | None = None) -> int:
    text, well = stages.closing(outcomes, strict=os.environ.get("CI") == "true", covered=covered)
    sys.stderr.flush()
    print(f"\n{text}", flush=True)
    return 0 if well else 1


def _go_on_under_a_supported_python() -> None:
    """Hand over to a Python that Gardener supports, if this is none and one is at hand."""
    if sys.version_info[:2] in SUPPORTED:
        return
    for major, minor in SUPPORTED:
        other = shutil.which(f"python{major}.{minor}")
        if other is not None:
            os.execv(other, [other, *sys.argv])
    version = ".".join(map(str, sys.version_info[:3]))
    raise StepError(
        f"Gardener needs Python 3.11, 3.12 or 3.13; this is {version}, and no other is on the path."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
