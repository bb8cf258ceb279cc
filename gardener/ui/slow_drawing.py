"""A drawing that takes its time: made in slices, so that the window stays quick, with its progress and a way out."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from gardener.ui.whole_picture import Steps
from gardener.words import pictures as words

SLICE = 0.02
"""Seconds of drawing between two looks at what else has happened."""
PATIENCE = 400
"""Milliseconds before the progress is shown."""


class SlowDrawing(QProgressDialog):
    """Draws from `begin` on. finishedDrawing(): all of it. failed(str): the system’s word for why it could not be.

    Cancelled, it ends without a signal, and nothing is left of the drawing.
    """

    finishedDrawing = Signal()
    failed = Signal(str)

    def __init__(self, steps: Steps, said: str, parent: QWidget) -> None:
        super().__init__(said, words.STOP, 0, 100, parent)
        self.setObjectName("drawing")
        self.setWindowTitle(words.TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(PATIENCE)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.canceled.connect(self._stop)

    def begin(self) -> None:
        """Sets out."""
        self.setValue(0)
        self._timer.start()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        try:
            for part in self._steps:
                if perf_counter() >= until:
                    self.setValue(min(99, round(100 * part)))
                    return
        except OSError as error:
            self._leave()
            self.failed.emit(str(error))
            return
        self._leave()
        self.finishedDrawing.emit()

    def _stop(self) -> None:
        close = getattr(self._steps, "close", None)
        if close is not None:
            close()
        self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self.canceled.disconnect(self._stop)
        self.reset()
        self.hide()
        self.deleteLater()
