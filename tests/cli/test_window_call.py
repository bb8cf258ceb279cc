"""The call of the window, told from everything that the runner has to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gardener.cli.window_call import WindowCall, window_call


@pytest.mark.parametrize(
    ("argv", "call"),
    [
        ([], WindowCall(None, None)),
        (["--garden", "a.garden"], WindowCall(Path("a.garden"), None)),
        (["--garden=-a.garden"], WindowCall(Path("-a.garden"), None)),
        (["--on", "2026-03-01"], WindowCall(None, date(2026, 3, 1))),
        (["--on=2026-03-01", "--garden", "a b"], WindowCall(Path("a b"), date(2026, 3, 1))),
    ],
)
def test_garden_and_day_are_read(argv: list[str], call: WindowCall) -> None:
    assert window_call(argv) == call


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["--json"],
        ["--help"],
        ["--garden"],
        ["--garden", ""],
        ["--garden", "--json"],
        ["--garden", "a\0b"],
        ["--garden", "a", "list"],
        ["--on", "1 March"],
        ["--on", "20260301"],
        ["--on", "2026-02-30"],
        ["--gard", "a"],
    ],
)
def test_all_else_is_left_to_the_runner(argv: list[str]) -> None:
    assert window_call(argv) is None
