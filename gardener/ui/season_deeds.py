"""The deeds that stand below the title of the season: buttons that follow their commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from gardener.ui.parts import Button
from gardener.words import conversions

COMMANDS = ("opportunities", "way", "start-season", "pause-season", "end-season")
"""Which commands, in their order; one that cannot be used now is not there."""


class DeedButton(Button):
    """A button that gives a command, and is called and usable as the command is."""

    def __init__(self, action: QAction) -> None:
        super().__init__("")
        self.setAutoDefault(False)
        self.setProperty("kind", "quiet")
        self._action = action
        self.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Words, key and whether it is there, as they are now."""
        said = conversions.SHORT.get(self._action.objectName(), self._action.text())
        self.setText(said)
        self.setAccessibleName(said.replace("&&", "&").rstrip("…"))
        self.setToolTip(self._action.shortcut().toString())
        if (
            self.parentWidget() is not None or not self._action.isEnabled()
        ):  # shown before, it would be a window
            self.setVisible(self._action.isEnabled())


def season_deeds(window: QMainWindow) -> Sequence[DeedButton]:
    """The buttons, for the commands of that window."""
    found = (window.findChild(QAction, command) for command in COMMANDS)
    return [DeedButton(action) for action in found if isinstance(action, QAction)]
