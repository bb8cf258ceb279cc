"""Every command of the window once, menu by menu: its id, words, keys, handler, when it can be used, where it is offered.

A new command is one more row in the module of its menu, and a method of `commands.Commands` to carry it out.
"""

from __future__ import annotations

from gardener.ui.table.command import Command, State
from gardener.ui.table.contact import CONTACT
from gardener.ui.table.edit import EDIT
from gardener.ui.table.garden import GARDEN
from gardener.ui.table.help import HELP
from gardener.ui.table.time import TIME
from gardener.ui.table.view import VIEW

__all__ = ["COMMANDS", "LOOKING", "LOOKING_TOO", "MENUS", "Command", "State"]

MENUS = ("&Garden", "&Edit", "&Contact", "&View", "&Time", "&Help")
LOOKING = frozenset({"&View", "&Time", "&Help"})
"""The menus whose commands change nothing: they can be used on another day than today too."""
LOOKING_TOO = frozenset({"find", "quit", "save-picture", "print"})

COMMANDS: tuple[Command, ...] = (*GARDEN, *EDIT, *CONTACT, *VIEW, *TIME, *HELP)
