"""The commands that go back and forth, take up and put down, and find."""

from __future__ import annotations

from gardener.ui.table.command import Command, somebody_chosen
from gardener.words import deeds

EDIT: tuple[Command, ...] = (
    Command(
        id="history", words="What was done", handler="show_history", keys=("Ctrl+H",), menu="&Edit", group=0
    ),
    Command(
        id="undo",
        words="Undo",
        handler="undo",
        keys=("Ctrl+Z",),
        when=lambda s: s.undo is not None,
        menu="&Edit",
        says=lambda s: f"Undo: {deeds.done(s.undo)}" if s.undo else "Undo",
    ),
    Command(
        id="redo",
        words="Redo",
        handler="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        when=lambda s: s.redo is not None,
        menu="&Edit",
        says=lambda s: f"Redo: {deeds.done(s.redo)}" if s.redo else "Redo",
    ),
    Command(
        id="cut",
        words="Take up",
        handler="cut",
        keys=("Ctrl+X",),
        when=somebody_chosen,
        menu="&Edit",
        group=1,
        context=True,
        hint="Take the plant up; the arrows choose a place, Ctrl+V puts it down",
    ),
    Command(
        id="paste",
        words="Put down",
        handler="paste",
        keys=("Ctrl+V",),
        when=lambda s: s.carrying,
        menu="&Edit",
        group=1,
        hint="Put the plant that was taken up down at the outlined place",
    ),
    Command(id="find", words="Find…", handler="find", keys=("Ctrl+K", "Ctrl+F"), menu="&Edit", group=2),
)
