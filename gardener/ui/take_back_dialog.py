"""Before an import is taken back: who goes, who becomes what they were, and who stays and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gardener.domain.changes import Refusal
from gardener.domain.deeds import TakenBack
from gardener.domain.records import Batch
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button, heading
from gardener.words import history, refusals
from gardener.words.dates import counted

SHOWN = 12
"""So many of those who stay are told one by one."""
NAMED = 30
"""So many of those who go are named."""


class TakeBackDialog(Form):
    """goAsked(): take it back. Nothing is done before that."""

    goAsked = Signal()

    def __init__(
        self, batch: Batch, would: TakenBack | Refusal, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, history.batch_title(batch, today), width=560)
        self.setObjectName("takeBackDialog")
        if isinstance(would, Refusal):
            self.body.addWidget(Label(refusals.sentence(would), wrap=True))
        else:
            self._tell(would)
        self.body.addStretch(1)
        close = button(history.CANCEL, self.reject)
        self.foot.addWidget(close)
        self.foot.addStretch(1)
        self.go = button(history.TAKE_BACK_NOW, self._go, kind="primary")
        self.go.setVisible(isinstance(would, TakenBack))
        self.foot.addWidget(self.go)
        press_on_enter(self, self.go if isinstance(would, TakenBack) else close)
        (self.go if isinstance(would, TakenBack) else close).setFocus()

    def _tell(self, would: TakenBack) -> None:
        removed, restored, kept = would.removed, would.restored, would.kept
        self.body.addWidget(Label(history.taking_back(len(removed), len(restored), len(kept)), wrap=True))
        self.body.addWidget(heading(history.STAYS, len(kept)))
        for contact, reason in kept[:SHOWN]:
            self.body.addWidget(Label(history.stays(contact, reason), wrap=True))
        if len(kept) > SHOWN:
            self.body.addWidget(Label(f"and {counted(len(kept) - SHOWN, 'more', 'more')}", "muted"))
        if not kept:
            self.body.addWidget(Label(history.NOTHING_STAYS, "muted", wrap=True))
        for title, contacts in ((history.RESTORED, restored), (history.GOES, removed)):
            if contacts:
                self.body.addWidget(heading(title, len(contacts)))
                self.body.addWidget(Label(history.names(contacts, NAMED), "quiet", wrap=True))

    def _go(self) -> None:
        self.accept()
        self.goAsked.emit()
