"""Text that can be marked and copied, and that breaks inside a word where a line is too short for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy


class Selectable(QPlainTextEdit):
    """Plain text as high as its lines; `kind` is one of the texts of the style sheet."""

    def __init__(self, kind: str = "body") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setObjectName("selectable")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def say(self, text: str) -> None:
        """Shows `text`."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        block, lines = self.document().firstBlock(), 0
        while block.isValid():
            self.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)

    def sizeHint(self) -> QSize:
        """Its lines."""
        return QSize(120, self.height())
