"""Today on the left and the selected person on the right: their places, shares of the width, and when they are away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from gardener.ui import theme
from gardener.ui.dock import Panel


class Panels(QObject):
    """Puts both panels into the window."""

    def __init__(self, window: QMainWindow, today: Panel, contact: Panel) -> None:
        super().__init__(window)
        self._window, self._today, self._contact = window, today, contact
        self._away = False
        self._shown: list[Panel] = []
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        window.addDockWidget(left, today)
        window.addDockWidget(right, contact)
        window.setCorner(Qt.Corner.BottomLeftCorner, left)
        window.setCorner(Qt.Corner.BottomRightCorner, right)

    def spread(self, width: int) -> None:
        """Gives the panels their share of a window of that many pixels; the garden has the rest."""
        wide, most = theme.wide, width * 3 // 10
        today = min(most, max(wide(250), min(wide(264), width * 18 // 100)))
        contact = min(most, max(wide(296), min(wide(352), width * 22 // 100)))
        self._window.resizeDocks([self._today, self._contact], [today, contact], Qt.Orientation.Horizontal)

    def put_away(self, away: bool) -> None:
        """While the first page stands there the panels, which have nothing to say, are away."""
        if away == self._away:
            return
        self._away = away
        if not away:
            self.bring_back()
            return
        self._shown = [panel for panel in (self._today, self._contact) if not panel.isHidden()]
        for panel in self._shown:
            panel.hide()

    def bring_back(self) -> None:
        """Shows those that only the first page hides."""
        for panel in self._shown:
            panel.show()
        self._shown = []
