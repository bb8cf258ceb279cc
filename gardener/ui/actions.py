"""The commands as actions of one window: their words, ticks and usability as the state has it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gardener.domain.text import fold
from gardener.ui.search_field import COMMAND, Offer
from gardener.ui.table import COMMANDS, LOOKING, LOOKING_TOO, MENUS, Command, State
from gardener.words import bar

__all__ = ["COMMANDS", "MENUS", "Actions", "Command", "State"]

OFFERED = 5
"""So many commands are offered by name at most."""


def _begin(typed: list[str], words: list[str]) -> bool:
    """Whether each typed word, of two letters at least, begins one of `words`."""
    return bool(typed) and all(len(t) > 1 and any(w.startswith(t) for w in words) for t in typed)


class Actions(QObject):
    """The commands as QActions of one window, bound to the methods of `handlers`."""

    def __init__(self, window: QWidget, handlers: object) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.words, window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setMenuRole(QAction.MenuRole.QuitRole if command.id == "quit" else QAction.MenuRole.NoRole)
            if command.hint:
                action.setStatusTip(command.hint)
            action.setCheckable(command.checked is not None)
            handler = getattr(handlers, command.handler)
            action.triggered.connect(lambda _checked=False, call=handler: call())
            window.addAction(action)
            self._by_id[command.id] = action

    def __getitem__(self, id_: str) -> QAction:
        return self._by_id[id_]

    def show(self, state: State) -> None:
        """Words, ticks and usability as they are in `state`."""
        for command in COMMANDS:
            action = self._by_id[command.id]
            looks = not state.away or command.menu in LOOKING or command.id in LOOKING_TOO
            action.setEnabled(looks and command.when(state))
            if command.says is not None:
                # A name may hold an ampersand, which a menu would take for a mnemonic.
                action.setText(command.says(state).replace("&", "&&"))
            if command.checked is not None:
                action.setChecked(command.checked(state))

    def offers(self, query: str) -> list[Offer]:
        """The commands that can be used now and whose words begin with those of `query`, a few of them."""
        typed = fold(query).split()
        found = []
        for command in COMMANDS:
            action = self._by_id[command.id]
            words = fold(command.words.replace("…", "").replace("(", "")).split()
            if command.id != "find" and action.isEnabled() and _begin(typed, [*words, command.id]):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                found.append(Offer(COMMAND, command.id, bar.command(action.text(), keys)))
        return found[:OFFERED]

    def fill(self, menu: QMenu, title: str) -> None:
        """Puts the commands of a menu into it, its groups apart."""
        self._put(menu, [command for command in COMMANDS if command.menu == title])

    def fill_context(self, menu: QMenu) -> None:
        """Puts in what is offered at a plant."""
        self._put(menu, [command for command in COMMANDS if command.context])

    def _put(self, menu: QMenu, commands: list[Command]) -> None:
        commands = sorted(commands, key=lambda command: command.group)
        group = commands[0].group if commands else 0
        for command in commands:
            if command.group != group:
                menu.addSeparator()
                group = command.group
            menu.addAction(self._by_id[command.id])
