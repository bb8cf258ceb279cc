"""What is shown after a mistake of the program: plain words, and the report to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gardener.ui import theme
from gardener.ui.form import Form
from gardener.ui.parts import Label, button
from gardener.words import helping, window


class ErrorPage(Form):
    """The report holds places in the program and the kind of mistake, nothing of the garden. The window goes on below."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, window.ERROR_TITLE, width=560)
        self.setObjectName("errorReport")
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.body.addWidget(Label(window.ERROR_LINE, "quiet", wrap=True))
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(window.ERROR_REPORT)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(theme.wide(110))
        self.body.addWidget(self.text, 1)
        self.copy = button(window.COPY_REPORT, self._copy)
        self.foot.addWidget(self.copy)
        self.end_with_close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(helping.COPIED)
