"""Where the window and its panels stood: remembered in a small file of the program's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

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

    def __init__(self, file: Path | None, *, keeps: bool = True) -> None:
        """With `keeps` false nothing new is remembered."""
        self._file = file if keeps else None
        self._settings = QSettings(str(file), QSettings.Format.IniFormat) if file is not None else None
        self._keeping = self._settings if keeps else None

    def beside(self, name: str) -> Path | None:
        """A file beside that of the places; null where they are kept nowhere."""
        return self._file.with_name(name) if self._file is not None else None

    def restore_frame(self, window: QMainWindow) -> bool:
        """Puts the window where it was; whether that was remembered."""
        geometry = self._value("window/geometry")
        return geometry is not None and window.restoreGeometry(geometry)

    def restore_panels(self, window: QMainWindow) -> bool:
        """Puts its panels where they were; false where a width has to be found for them."""
        state = self._value("window/panels")
        return state is not None and window.restoreState(state, VERSION) and bool(self._widths())

    def widen_panels(self, window: QMainWindow) -> None:
        """Makes its panels as wide as they were: in a window that is seen before they are in it, Qt restores no more than
        their places. They must have been laid out there."""
        widths = self._widths()
        docks = [dock for dock in window.findChildren(QDockWidget) if dock.objectName() in widths]
        window.resizeDocks(docks, [widths[dock.objectName()] for dock in docks], Qt.Orientation.Horizontal)

    def _widths(self) -> dict[str, int]:
        """Of the panels that were shown, by their names."""
        text = self._settings.value("window/widths", "") if self._settings is not None else ""
        pairs = (part.rpartition(":") for part in str(text or "").split())
        return {name: int(width) for name, _, width in pairs if name and width.isdecimal()}

    def _value(self, key: str) -> QByteArray | None:
        value = self._settings.value(key) if self._settings is not None else None
        return value if isinstance(value, QByteArray) else None

    def keep_widths(self, window: QMainWindow) -> None:
        """Remembers how wide the panels are that are shown now."""
        if self._keeping is not None:
            shown = (dock for dock in window.findChildren(QDockWidget) if dock.isVisible())
            widths = " ".join(f"{dock.objectName()}:{dock.width()}" for dock in shown)
            self._keeping.setValue("window/widths", widths)

    def keep(self, window: QMainWindow) -> None:
        """Remembers where the window and its panels are."""
        if self._keeping is not None:
            self._keeping.setValue("window/geometry", window.saveGeometry())
            self._keeping.setValue("window/panels", window.saveState(VERSION))
            self._keeping.sync()

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
        if self._keeping is not None:
            self._keeping.setValue("garden/view", name)

    def keep_folded(self, folded: frozenset[str]) -> None:
        """Remembers the folded beds."""
        if self._keeping is not None:
            self._keeping.setValue("garden/folded", " ".join(sorted(folded)))

    @property
    def time_line(self) -> bool:
        """Whether the time line is shown."""
        held = self._settings.value("window/time-line", "shown") if self._settings is not None else "shown"
        return held != "hidden"

    def keep_time_line(self, shown: bool) -> None:
        """Remembers whether it is."""
        if self._settings is not None:
            self._settings.setValue("window/time-line", "shown" if shown else "hidden")

    @property
    def asked(self) -> frozenset[str]:
        """The questions and hints that were shown, none of which is shown again."""
        text = self._settings.value("window/asked", "") if self._settings is not None else ""
        return frozenset(str(text or "").split())

    def keep_asked(self, hint: str) -> None:
        """Remembers at once that a question was asked or a hint given."""
        if self._keeping is not None:
            self._keeping.setValue("window/asked", " ".join(sorted(self.asked | {hint})))
            self._keeping.sync()
