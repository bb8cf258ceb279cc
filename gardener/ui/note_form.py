"""A quick note on a contact: something to remember that is no interaction."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.form import Fields, Form, Lines, press_on_enter
from gardener.ui.parts import button
from gardener.words import refusals, window


class NoteForm(Form):
    """One dated line for the notes of `contact`. Enter saves, Shift+Enter is a new line."""

    def __init__(self, bridge: Bridge, contact: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, f"{window.NOTE_TITLE}: {name}", width=560)
        self.setObjectName("noteForm")
        self._bridge = bridge
        self._contact = contact
        self.note = Lines(least=3, most=8, enter_saves=True)
        self.note.submitted.connect(self._save)
        self._fields = Fields(label_width=56)
        self._fields.add("note", "Note", self.note)
        self.body.addWidget(self._fields.part)
        self.body.addStretch(1)
        self.foot.addWidget(button(window.CLOSE, self.reject))
        self.foot.addStretch(1)
        save = button("Save", self._save, kind="primary")
        self.foot.addWidget(save)
        press_on_enter(self, save)
        self.note.setFocus()
        self.mind_typing()

    def _save(self) -> None:
        self._fields.clear_wrong()
        text, today = self.note.toPlainText(), self._bridge.session.today
        result = self._bridge.quietly(lambda g: deeds.add_note(g, self._contact, text, today=today))
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            self._fields.wrong("note", refusals.sentence(result))
