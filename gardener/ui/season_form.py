"""Starting a season: what it is called, if it shall be called anything."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.records import Season
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.form import Fields, Form, line, press_on_enter
from gardener.ui.parts import Label, button
from gardener.words import conversions as words
from gardener.words import refusals


class SeasonForm(Form):
    """Starts a season today. Enter starts, Esc closes."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.SEASON, width=480)
        self.setObjectName("seasonForm")
        self._bridge = bridge
        self.name = line(hint=words.SEASON_HINT)
        self._fields = Fields(label_width=120)
        self._fields.add("season", words.SEASON_NAME, self.name)
        self.body.addWidget(Label(words.SEASON_LINE, "quiet", wrap=True))
        self.body.addWidget(self._fields.part)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        self.foot.addStretch(1)
        start = button(words.START, self._start, kind="primary")
        self.foot.addWidget(start)
        press_on_enter(self, start)
        self.name.setFocus()
        self.mind_typing()

    def _start(self) -> None:
        self._fields.clear_wrong()
        session = self._bridge.session
        draft = Season(id=session.new_id(), name=self.name.text(), start=session.today)
        result = self._bridge.quietly(lambda garden: deeds.start_season(garden, draft))
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            self._fields.wrong("season", refusals.sentence(result))
            self.grow()
