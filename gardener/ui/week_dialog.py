"""The week in review on one page: planted, watered, answered, flowered, composted, and what the days to come hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gardener.domain.review import Review
from gardener.ui.form import Form
from gardener.ui.morning import Morning
from gardener.ui.parts import Bar, Label, button, heading
from gardener.ui.theme import GRID
from gardener.words import review as words
from gardener.words.dates import short_day


class WeekDialog(Form):
    """checkInAsked(): to today's list. Esc closes."""

    checkInAsked = Signal()

    def __init__(
        self, week: Review, day: date, name_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.TITLE, width=620)
        self.setObjectName("weekDialog")
        self._name_of = name_of
        self.body.addWidget(Label(words.span(week.start, week.end), "quiet"))
        talks = Bar()
        talks.show_part(week.talks / week.measure if week.measure else 1.0, "bar_green")
        self.body.addWidget(talks)
        self.body.addWidget(Label(words.talks(week), "strong", wrap=True))
        self._what_was(week)
        self._what_comes(week, day)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(button(words.TO_LIST, self._to_list))
        close = button(words.CLOSE, self.accept)
        close.setDefault(True)
        self.foot.addWidget(close)
        close.setFocus()

    def _what_was(self, week: Review) -> None:
        lists = (
            (words.PLANTED, [self._name_of(id_) for id_ in week.planted]),
            (words.WATERED, [self._name_of(id_) for id_ in week.watered]),
            (words.ANSWERED, [self._name_of(id_) for id_ in week.answered]),
            (words.FLOWERED, [words.bloom(self._name_of(b.contact), b.code) for b in week.flowered]),
            (words.COMPOSTED, [words.ended(self._name_of(e.contact), e.reason) for e in week.composted]),
        )
        if not any(names for _, names in lists):
            self.body.addWidget(Morning())
            self.body.addWidget(Label(words.NOTHING, "quiet", wrap=True))
        for title, names in lists:
            if names:
                self.body.addWidget(heading(title, len(names)))
                self.body.addWidget(Label(words.named(names), wrap=True))

    def _what_comes(self, week: Review, day: date) -> None:
        self.body.addWidget(heading(words.AHEAD, len(week.ahead) or None))
        if not week.ahead:
            self.body.addWidget(Label(words.NOTHING_AHEAD, "quiet"))
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(week.ahead):
            who = self._name_of(one.contact) if one.contact else ""
            said = " · ".join(text for text in (who, words.on_day(one)) if text)
            grid.addWidget(Label(short_day(one.day, today=day), "muted"), row, 0)
            grid.addWidget(Label(said, wrap=True), row, 1)
        self.body.addWidget(part)
        if week.thirsty:
            self.body.addWidget(heading(words.THIRSTY, len(week.thirsty)))
            self.body.addWidget(Label(words.named([self._name_of(id_) for id_ in week.thirsty]), wrap=True))

    def _to_list(self) -> None:
        self.accept()
        self.checkInAsked.emit()
