"""When the system or the terminal asks the program to end, the window closes as by hand: all is kept that is kept then."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

ASKED_BY = (signal.SIGTERM, signal.SIGINT)


class Ending(QObject):
    """Listens from now on. A signal wakes the loop of events through a pair of sockets, for Python alone would sleep on."""

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        self._ear.setblocking(False)
        self._before = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _woken) for number in ASKED_BY}
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)

    def _close(self) -> None:
        try:
            numbers = self._ear.recv(64)
        except BlockingIOError:
            return
        if any(number in ASKED_BY for number in numbers):
            QApplication.closeAllWindows()

    def stop(self) -> None:
        """Leaves signals as they were."""
        self._notifier.setEnabled(False)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._ear.close()
        self._mouth.close()


def _woken(_number: int, _frame: FrameType | None) -> None:
    """The wakeup is all that is wanted."""
