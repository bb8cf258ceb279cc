"""What went wrong: the log of the program's own mistakes, to read, to copy and to find."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gardener.ui import folders, theme
from gardener.ui.form import Form
from gardener.ui.parts import Label, button
from gardener.words import helping

READ = 64 * 1024
"""So many of the newest bytes are shown."""


class LogPage(Form):
    """The newest part of the log. It holds places in the program and kinds of mistakes, nothing of the garden."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, helping.LOG_TITLE, width=720)
        self.setObjectName("logPage")
        self._folder = folder
        said = newest(folder)
        self.body.addWidget(Label(helping.LOG_LINE if said else helping.LOG_EMPTY, "quiet", wrap=True))
        self.text = QPlainTextEdit(said)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(helping.LOG_TITLE)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(theme.wide(260))
        self.text.setVisible(bool(said))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.body.addWidget(self.text, 1)
        self.body.addStretch(0 if said else 1)
        self.copy = button(helping.COPY_LOG, self._copy)
        self.show_folder = button(helping.SHOW_IN_FOLDER, self._show_folder)
        for each in (self.copy, self.show_folder):
            each.setVisible(bool(said))
            self.foot.addWidget(each)
        self.end_with_close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(helping.COPIED)

    def _show_folder(self) -> None:
        if not folders.show(self._folder / "gardener.log"):
            self.show_folder.setText(str(self._folder))


def newest(folder: Path) -> str:
    """The newest lines of the log; empty when there is none, or it cannot be read."""
    with suppress(OSError):
        with (folder / "gardener.log").open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - READ))
            text = file.read().decode("utf-8", errors="replace")
        return (text.partition("\n")[2] if size > READ else text).strip()
    return ""
