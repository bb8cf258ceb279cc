"""Why a reminder came or did not: the next one, the last look, what came of looks, and a test."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gardener.ui.form import Fields, Form, press_on_enter
from gardener.ui.parts import Label, button, heading
from gardener.ui.reminders import Reminders
from gardener.words import reminding as words

SHOWN = 10


class RemindersPage(Form):
    """preferencesAsked(): to the choices. Esc closes."""

    preferencesAsked = Signal()

    def __init__(self, reminders: Reminders, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.TITLE, width=600)
        self.setObjectName("remindersPage")
        self._reminders, self._today = reminders, today
        self.body.addWidget(Label(words.LINE, "quiet", wrap=True))
        if reminders.tray is None:
            self.body.addWidget(Label(words.NO_TRAY, "quiet", wrap=True))
        fields = Fields(label_width=110)
        self.now, self.next, self.last = (Label("", wrap=True) for _ in range(3))
        fields.add("now", words.NOW, self.now)
        fields.add("next", words.NEXT, self.next)
        fields.add("last", words.LAST, self.last)
        self.body.addWidget(fields.part)
        self.body.addWidget(heading(words.RECORD))
        self.record = Label("", "muted", wrap=True)
        self.body.addWidget(self.record)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.PREFERENCES, self._preferences))
        self.foot.addStretch(1)
        self.test = button(words.TEST, self._test)
        self.foot.addWidget(self.test)
        close = button(words.CLOSE, self.accept)
        self.foot.addWidget(close)
        press_on_enter(self, close)
        close.setFocus()
        self._show()

    def _show(self) -> None:
        reminders, record = self._reminders, self._reminders.record
        self.now.setText(words.why(reminders.why_now()))
        self.next.setText(words.next_at(reminders.next_at(), self._today))
        self.last.setText(words.looked(record.looked, self._today) if record.looked else words.NEVER)
        lines = [words.entry(at, why, self._today) for at, why in record.lines[:SHOWN]]
        self.record.setText("\n".join(lines) or words.NEVER)

    def _test(self) -> None:
        self._reminders.test()
        self._show()

    def _preferences(self) -> None:
        self.accept()
        self.preferencesAsked.emit()
