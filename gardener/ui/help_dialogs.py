"""The list of keys, and what this program is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gardener import __version__
from gardener.ui.actions import COMMANDS, MENUS
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button, heading
from gardener.ui.theme import GRID
from gardener.words import window


class KeysDialog(Form):
    """Every command that has keys, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Keys", width=520)
        self.setObjectName("keysDialog")
        for menu in MENUS:
            commands = [command for command in COMMANDS if command.menu == menu and command.keys]
            if not commands:
                continue
            self.body.addWidget(heading(menu.replace("&", "")))
            part = QWidget()
            grid = QGridLayout(part)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setVerticalSpacing(GRID // 2)
            grid.setColumnStretch(0, 1)
            for i, command in enumerate(commands):
                grid.addWidget(Label(command.words.rstrip("…")), i, 0)
                keys = QHBoxLayout()
                for each in command.keys:
                    keys.addWidget(Label(each, "key"))
                grid.addLayout(keys, i, 1, Qt.AlignmentFlag.AlignRight)
            self.body.addWidget(part)
        self.body.addStretch(1)
        _close(self)


class AboutDialog(Form):
    """Name, version, where the garden lies."""

    def __init__(self, garden: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, "About Gardener", width=520)
        self.setObjectName("aboutDialog")
        self.body.addWidget(Label(f"Gardener {__version__}", "strong"))
        self.body.addWidget(Label(window.FIRST_LINE, wrap=True))
        self.body.addWidget(heading("This garden"))
        where = Label(str(garden), "quiet", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(where)
        self.body.addStretch(1)
        _close(self)


def _close(form: Form) -> None:
    form.foot.addStretch(1)
    close = button("Close", form.accept)
    form.foot.addWidget(close)
    press_on_enter(form, close)
    close.setFocus()
