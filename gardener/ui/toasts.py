"""Short messages over the garden, with Undo where something was taken away; at most three, gone by themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gardener.ui import theme
from gardener.ui.alert import alert
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID

STAYS = 9000
"""Milliseconds; a toast under the mouse or with the keyboard in it stays."""
MOST = 3
WIDEST = 560
"""Pixels of text at the usual size; longer words go on in the next line."""


UNDO_KEY = "Ctrl+Z takes it back"


class Toast(QFrame):
    """One message. gone(): it has closed."""

    gone = Signal()

    def __init__(self, parent: QWidget, words: str, deed: str, press: Callable[[], object] | None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(2 * GRID)
        self.words = words
        label = Label(words, wrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        row.addWidget(label)
        label.ensurePolished()
        wide = label.fontMetrics().horizontalAdvance(words) + 4
        label.setFixedWidth(min(wide, theme.wide(WIDEST), max(160, parent.width() - theme.wide(220))))
        self.button: QPushButton | None = None
        if press is not None:
            self.button = button(deed, lambda: self._press(press))
            row.addWidget(self.button)
        close = button("×", self.leave, kind="cross")
        close.setAccessibleName("Close the message")
        close.setFixedWidth(theme.wide(28))
        row.addWidget(close)
        self.setAccessibleName(words)
        if press is not None:
            self.setAccessibleDescription(UNDO_KEY)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._time_is_up)
        self._timer.start()
        for part in self.findChildren(QWidget):  # the style's fonts decide the size
            part.ensurePolished()
        row.invalidate()
        self.adjustSize()

    def leave(self) -> None:
        """Closes."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def _time_is_up(self) -> None:
        """Stays on while a hand or the keyboard is on it."""
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._timer.start()
        else:
            self.leave()

    def _press(self, press: Callable[[], object]) -> None:
        self.leave()
        press()


class Toasts(QObject):
    """The messages over `area`, the newest lowest. spoke(): one more has come."""

    spoke = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._shown: list[Toast] = []
        self._refusals: list[Toast] = []
        area.installEventFilter(self)

    @property
    def words(self) -> tuple[str, ...]:
        """What stands there now, the oldest first."""
        return tuple(toast.words for toast in self._shown)

    @property
    def latest(self) -> Toast | None:
        """The newest message that stands there."""
        return self._shown[-1] if self._shown else None

    def refuse(self, words: str) -> None:
        """Why something could not be done; it goes once something was."""
        self.say(words)
        self._refusals.append(self._shown[-1])

    def heal(self) -> None:
        """Something was done: what was refused before holds no more."""
        for toast in tuple(self._refusals):
            toast.leave()

    def say(self, words: str, *, deed: str = "Undo", press: Callable[[], object] | None = None) -> None:
        """A message; with `press` it has a button named `deed`."""
        while len(self._shown) >= MOST:
            self._shown[0].leave()
        toast = Toast(self._area, words, deed, press)
        toast.gone.connect(lambda: self._gone(toast))
        self._shown.append(toast)
        toast.show()
        self._place()
        alert(toast)
        self.spoke.emit()

    def withdraw(self) -> None:
        """Takes away the messages whose Undo would now undo another deed than theirs."""
        for toast in tuple(self._shown):
            if toast.button is not None:
                toast.leave()

    def clear(self) -> None:
        """Takes all messages away."""
        for toast in tuple(self._shown):
            toast.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the messages in the middle below."""
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _gone(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._place()
        if toast in self._refusals:
            self._refusals.remove(toast)

    def _place(self) -> None:
        foot = self._area.height() - 2 * GRID
        for toast in reversed(self._shown):
            toast.adjustSize()
            foot -= toast.height()
            toast.move((self._area.width() - toast.width()) // 2, foot)
            toast.raise_()
            foot -= GRID
