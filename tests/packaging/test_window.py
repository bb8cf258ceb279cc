"""Starting the program: when a window is asked for, and when none can open."""

from __future__ import annotations

import sys

import pytest
from devtool import window


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], None),
        (["--garden", "list"], None),
        (["--on", "2026-03-01", "--json"], None),
        (["list", "--json"], "list"),
        (["--garden", "a.garden", "today"], "today"),
        (["--garden=a.garden", "snapshot", "x.png"], "snapshot"),
        (["--help"], ""),
        (["--garden"], None),
    ],
)
def test_the_command_is_found_among_the_arguments(arguments: list[str], command: str | None) -> None:
    assert window.command_in(arguments) == command


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_whatever_qt_can_open_a_window_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert window.display_there({name: ":0"})
    assert not window.display_there({name: ""})


def test_elsewhere_a_display_is_taken_for_granted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert window.display_there({})
