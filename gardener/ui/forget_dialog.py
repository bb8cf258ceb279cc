"""One plain question before somebody is forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button, plain_tip
from gardener.words import forgetting as words


class ForgetDialog(Form):
    """goAsked(in the copies too). Enter keeps them."""

    goAsked = Signal(bool)

    def __init__(self, name: str, copies: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent, f"{words.TITLE}: {name}", width=560)
        self.setObjectName("forgetDialog")
        self.body.addWidget(Label(words.question(name), wrap=True))
        self.body.addWidget(Label(words.REST_LINE, "quiet", wrap=True))
        self.copies = QCheckBox(words.copies(len(copies)))
        self.copies.setToolTip(plain_tip("\n".join(str(path) for path in copies)))
        self.copies.setVisible(bool(copies))
        self.copies.setChecked(bool(copies))
        self.body.addWidget(self.copies)
        self.body.addStretch(1)
        self.forget = button(words.FORGET, self._go)
        self.forget.setObjectName("forgetGo")
        keep = button(words.KEEP, self.reject, kind="primary")
        self.foot.addWidget(self.forget)
        self.foot.addStretch(1)
        self.foot.addWidget(keep)
        press_on_enter(self, keep)
        keep.setFocus()

    def _go(self) -> None:
        self.accept()
        self.goAsked.emit(self.copies.isChecked() and not self.copies.isHidden())
