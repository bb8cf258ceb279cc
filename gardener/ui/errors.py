"""What happens when the program makes a mistake: it is logged, shown in plain words, and the program goes on.

What only a mistake needs is imported when there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from logging import Handler

    from PySide6.QtWidgets import QDialog, QWidget

LOG_BYTES = 512 * 1024
LOG_FILES = 5
LOGGER = "gardener"


def start_log(folder: Path) -> Handler | None:
    """Writes what goes wrong to `gardener.log` in `folder`, at most LOG_FILES files; null when the disk refuses."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "gardener.log",
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES - 1,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger(LOGGER)
    log.addHandler(handler)
    log.propagate = True
    return handler


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened and what kind of mistake it was. No message and no value: these may hold names."""
    import platform
    import traceback

    lines = [
        f"Gardener on Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}"
    ]
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        parts = path.parts
        at = parts.index("gardener") if "gardener" in parts else max(0, len(parts) - 1)
        lines.append(f"  {'/'.join(parts[at:])}:{frame.lineno} in {frame.name}")
    lines.append(kind.__name__)
    return "\n".join(lines)


class Errors(QObject):
    """The program's excepthook. raised(report): a mistake, told where there is a window for it."""

    raised = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Callable[..., object] | None = None
        self._busy = False

    def install(self) -> None:
        """From now on no exception ends or hangs the program."""
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Gives the former hook back."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QGuiApplication.quit)
            return
        import logging

        report = report_of(kind, trace)
        logging.getLogger(LOGGER).error("%s", report)
        if self._busy:  # a mistake while one is being told must not go round in circles
            return
        self._busy = True
        try:
            self.raised.emit(report)
        finally:
            self._busy = False


def show_report(parent: QWidget, report: str) -> QDialog:
    """Opens the page with the report to copy; it does not block the window. While one is open it stays the only one."""
    from gardener.ui.error_page import ErrorPage

    there = parent.findChild(ErrorPage)
    if there is not None and there.isVisible():
        return there
    page = ErrorPage(report, parent)
    page.show()
    return page
