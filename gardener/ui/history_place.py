"""The history's panel stands where the selected contact stands, in its place while it is open; made when first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from gardener.ui.bridge import Bridge
from gardener.ui.dock import Panel, PanelPlace
from gardener.words import deeds, history

if TYPE_CHECKING:
    from gardener.ui.history_dock import HistoryDock
    from gardener.ui.rewind import Rewound


class HistoryPlace(PanelPlace):
    """Goes back and forward among the deeds. takeBackAsked(batch id). said(str): what that came to."""

    takeBackAsked = Signal(str)
    said = Signal(str)

    dock: HistoryDock | None

    def __init__(self, window: QMainWindow, instead_of: Panel, bridge: Bridge) -> None:
        super().__init__(window, instead_of)
        self._bridge = bridge
        bridge.wentTo.connect(self._tell)

    def _read(self) -> None:
        if self.dock is not None:
            self.dock.refresh()

    def _wanted(self, dock: Panel) -> int:
        return self._other.width() if self._other.isVisible() else dock.preferred

    def _made(self) -> HistoryDock:
        from gardener.ui.history_dock import HistoryDock

        dock = HistoryDock(self._bridge.session)
        dock.goAsked.connect(self._go)
        dock.takeBackAsked.connect(self.takeBackAsked)
        dock.closeAsked.connect(self.toggle)
        self._bridge.changed.connect(dock.refresh)
        self._bridge.dayChanged.connect(dock.refresh)
        return dock

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
