"""The history's panel stands where the selected contact stands, in its place while it is open; made when first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from gardener.ui.bridge import Bridge
from gardener.ui.dock import Panel
from gardener.words import deeds, history

if TYPE_CHECKING:
    from gardener.ui.history_dock import HistoryDock
    from gardener.ui.rewind import Rewound


class HistoryPlace(QObject):
    """takeBackAsked(batch id). said(str): what going back or forward came to. opened().
    left(): closed by the person's hand.
    """

    takeBackAsked = Signal(str)
    said = Signal(str)
    opened = Signal()
    left = Signal()

    def __init__(self, window: QMainWindow, instead_of: Panel, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._other, self._bridge = window, instead_of, bridge
        self._other_shown = False
        self.dock: HistoryDock | None = None
        bridge.wentTo.connect(self._tell)
        instead_of.visibilityChanged.connect(self._make_way)

    @property
    def is_open(self) -> bool:
        """Whether the panel stands there."""
        return self.dock is not None and not self.dock.isHidden()

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The inside of the panel, once it was made."""
        return (self.dock.inside,) if self.dock is not None else ()

    def toggle(self) -> None:
        """Opens the panel with the keyboard on it; closes it when it is open."""
        if self.is_open:
            self.close()
            self.left.emit()
            return
        dock = self._made()
        width = self._other.width() if self._other.isVisible() else dock.preferred
        self._other_shown = not self._other.isHidden()
        self._other.hide()
        dock.show()
        self._window.resizeDocks([dock], [max(width, dock.minimumWidth())], Qt.Orientation.Horizontal)
        dock.refresh()
        self.opened.emit()
        dock.focus_first()

    def close(self) -> None:
        """Closes the panel; what it took the place of comes back."""
        if self.dock is None or self.dock.isHidden():
            return
        self.dock.hide()
        if self._other_shown:
            self._other.show()

    def _made(self) -> HistoryDock:
        if self.dock is None:
            from gardener.ui.history_dock import HistoryDock

            self.dock = dock = HistoryDock(self._bridge.session)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            dock.hide()
            dock.goAsked.connect(self._go)
            dock.takeBackAsked.connect(self.takeBackAsked)
            dock.closeAsked.connect(self.toggle)
            self._bridge.changed.connect(dock.refresh)
            self._bridge.dayChanged.connect(dock.refresh)
        return self.dock

    def _make_way(self, shown: bool) -> None:
        if shown and self.dock is not None and not self.dock.isHidden():
            self.dock.hide()

    def _go(self, seq: int) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._bridge.go_to(seq)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _tell(self, went: Rewound) -> None:
        if went.stopped:
            self.said.emit(history.stopped(went.steps, went.wanted, went.stopped, back=went.back))
        elif went.last is not None:
            self.said.emit(history.went(went.steps, deeds.done(went.last), back=went.back))
