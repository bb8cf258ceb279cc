"""What the command does that exports a time-lapse: asks what and where to, draws, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gardener.session import Session
from gardener.ui.file_icons import NamedIcons
from gardener.ui.lapse import FORMATS, Lapse, saving
from gardener.ui.lapse_dialog import LapseDialog
from gardener.ui.slow_drawing import SlowDrawing
from gardener.ui.time_line import TimeLine
from gardener.ui.time_scale import last_day
from gardener.ui.toasts import Toasts
from gardener.words import time_line as words


class LapseCommands:
    """`opened` hears of every dialog."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        time: TimeLine,
        toasts: Toasts,
        opened: Callable[[QDialog], object],
    ) -> None:
        self._window, self._session, self._time = window, session, time
        self._toasts, self._opened = toasts, opened
        self._icons = NamedIcons()

    def ask(self, theme: str, *, southern: bool) -> None:
        """Asks what it is to show."""
        session, time = self._session, self._time
        time.pause()
        time.refresh()
        today = session.today
        like = Lapse(
            first=time.first, last=today, touches=time.bar.plan.value(), theme=theme, southern=southern
        )
        dialog = LapseDialog(time.first, today, last_day(today), like, self._window)
        dialog.chosen.connect(lambda lapse: self._ask_where(lapse))
        dialog.open()
        self._opened(dialog)

    def _ask_where(self, lapse: Lapse) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        folder = Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()
        dialog = QFileDialog(self._window, words.FILE_TITLE, str(folder))
        dialog.setObjectName("saveLapse")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setIconProvider(self._icons)
        dialog.setNameFilters([words.FILTER])
        dialog.setDefaultSuffix("gif")
        dialog.selectFile(f"garden-{lapse.first.isoformat()}-{lapse.last.isoformat()}.gif")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(lapse, Path(path)))
        dialog.open()
        self._opened(dialog)

    def save(self, lapse: Lapse, path: Path) -> None:
        """Draws and writes it; it can be stopped."""
        if path.suffix.lower() not in FORMATS:
            path = path.with_name(f"{path.name}.gif")
        slow = SlowDrawing(saving(self._session, replace(lapse), path), words.making(path.name), self._window)
        slow.setWindowTitle(words.LAPSE_TITLE)
        slow.finishedDrawing.connect(lambda: self._toasts.say(words.lapse_done(path.name, lapse.count)))
        slow.failed.connect(lambda why: self._toasts.say(words.not_written(path.name, why)))
        self._opened(slow)
        slow.begin()
