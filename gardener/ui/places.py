"""Where the window and its panels stood: remembered in a small file of the program's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

VERSION = 1
"""Of the arrangement of panels; another one is not restored."""


FRAME = (4, 36)
"""Pixels that a frame around the window may take, besides it; the frame is not known before the window stands."""


def room_for(window: QWidget, wanted: tuple[int, int]) -> QSize:
    """`wanted`, or as much of it as the screen has room for."""
    screen = window.screen().availableGeometry()
    return QSize(*wanted).boundedTo(QSize(screen.width() - FRAME[0], screen.height() - FRAME[1]))


class Places:
    """Geometry, panels, folded beds, the view; in `file`, or nowhere when it is null."""

    def __init__(self, file: Path | None) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat) if file is not None else None

    def restore(self, window: QMainWindow) -> bool:
        """Puts the window where it was; whether anything was remembered."""
        if self._settings is None:
            return False
        geometry, state = self._settings.value("window/geometry"), self._settings.value("window/panels")
        if not isinstance(geometry, QByteArray) or not isinstance(state, QByteArray):
            return False
        return bool(window.restoreGeometry(geometry) and window.restoreState(state, VERSION))

    def keep(self, window: QMainWindow) -> None:
        """Remembers where the window and its panels are."""
        if self._settings is not None:
            self._settings.setValue("window/geometry", window.saveGeometry())
            self._settings.setValue("window/panels", window.saveState(VERSION))
            self._settings.sync()

    @property
    def folded(self) -> frozenset[str]:
        """The beds that are folded."""
        text = self._settings.value("garden/folded", "") if self._settings is not None else ""
        return frozenset(part for part in str(text or "").split(" ") if part)

    @property
    def view(self) -> str:
        """The view that stood there last; empty when none is remembered."""
        return str(self._settings.value("garden/view", "") or "") if self._settings is not None else ""

    def keep_view(self, name: str) -> None:
        """Remembers the view."""
        if self._settings is not None:
            self._settings.setValue("garden/view", name)

    def keep_folded(self, folded: frozenset[str]) -> None:
        """Remembers the folded beds."""
        if self._settings is not None:
            self._settings.setValue("garden/folded", " ".join(sorted(folded)))

    @property
    def asked(self) -> frozenset[str]:
        """The questions and hints that were shown, none of which is shown again."""
        text = self._settings.value("window/asked", "") if self._settings is not None else ""
        return frozenset(str(text or "").split())

    def keep_asked(self, hint: str) -> None:
        """Remembers at once that a question was asked or a hint given."""
        if self._settings is not None:
            self._settings.setValue("window/asked", " ".join(sorted(self.asked | {hint})))
            self._settings.sync()
