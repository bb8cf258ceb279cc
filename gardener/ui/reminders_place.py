"""The reminders of a window: made after its first paint, heard by it, and where a closed window goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gardener.settings import Preferences
    from gardener.ui.bridge import Bridge
    from gardener.ui.reminders import Reminders


class RemindersPlace(QObject):
    """said(str), checkInAsked(), sayAsked(), quitAsked(): of the reminders, once there are any."""

    said = Signal(str)
    checkInAsked = Signal()
    sayAsked = Signal()
    quitAsked = Signal()

    def __init__(
        self,
        window: QMainWindow,
        bridge: Bridge,
        preferences: Callable[[], Preferences],
        checking: Callable[[], bool],
        file: Path | None,
    ) -> None:
        """`checking`: whether the check-in is open; `file` keeps the record, null: nowhere."""
        super().__init__(window)
        self._checking = checking
        self._window, self._bridge, self._preferences, self._file = window, bridge, preferences, file
        self._held: Reminders | None = None
        self._told = False

    def made(self) -> Reminders:
        """The reminders, made at the first call."""
        if self._held is None:
            from gardener.remindings import Record
            from gardener.ui.reminders import Reminders

            self._held = held = Reminders(
                self._bridge, self._preferences, Record.read(self._file), self._in_sight, self._window
            )
            held.said.connect(self.said)
            held.openAsked.connect(self.bring_back)
            held.checkInAsked.connect(self._check_in)
            held.sayAsked.connect(self._say)
            held.quitAsked.connect(self.quitAsked)
        return self._held

    def begin(self) -> None:
        """Makes them where something of them is chosen."""
        held = self._preferences()
        if held.digest or held.tray == "on":
            self.made()

    def apply(self) -> None:
        """The preferences have changed."""
        if self._held is not None:
            self._held.apply()
        else:
            self.begin()

    def stop(self) -> None:
        """The window closes."""
        if self._held is not None:
            self._held.stop()

    def hides(self, event: QCloseEvent) -> bool:
        """Hides a window that the person closes, where it goes on in a tray that is really there; else it closes."""
        if self._held is None or not event.spontaneous() or not self._held.can_hide:
            return False
        event.ignore()
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()
        if not self._told and self._held.tray is not None:
            from gardener.words import reminding

            self._told = True
            self._held.tray.say(reminding.IN_TRAY)
        return True

    def bring_back(self) -> None:
        """Shows the window again."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _check_in(self) -> None:
        self.bring_back()
        self.checkInAsked.emit()

    def _say(self) -> None:
        self.bring_back()
        self.sayAsked.emit()

    def _in_sight(self) -> bool:
        """Whether the person has the check-in before them."""
        return self._window.isActiveWindow() and self._checking()
