"""The commands that explain the program."""

from __future__ import annotations

from gardener.ui.table.command import Command

HELP: tuple[Command, ...] = (
    Command(id="help", words="Help", handler="show_help", keys=("F1",), menu="&Help"),
    Command(id="keys", words="Every key", handler="show_keys", keys=("Shift+F1",), menu="&Help"),
    Command(id="went-wrong", words="What went wrong…", handler="show_log", menu="&Help", group=1),
    Command(id="about", words="About Gardener…", handler="about", menu="&Help", group=1),
)
