"""How long somebody, or the whole garden, is to rest."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from gardener.domain.records import WinterReason
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, press_on_enter
from gardener.ui.parts import Label, button
from gardener.words import resting as words


class RestDialog(Form):
    """restAsked(date or null, WinterReason or null): through that day, or without an end. Enter lets rest, Esc closes."""

    restAsked = Signal(object, object)

    def __init__(
        self, title: str, line: str, today: date, parent: QWidget | None = None, *, why: bool = False
    ) -> None:
        super().__init__(parent, title, width=560)
        self.setObjectName("restDialog")
        self._today = today
        self.body.addWidget(Label(line, "quiet", wrap=True))
        fields = Fields(label_width=84)
        self.span: Choice[int] = Choice(words.HOW_LONG, words.SPANS)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setMinimumDate(_qdate(today))
        self.why: Choice[WinterReason] = Choice(words.WHY, words.REASONS.items())
        self.why.choose(WinterReason.HOLIDAY)
        fields.add("span", words.HOW_LONG, self.span)
        fields.add("day", words.UNTIL, self.day)
        if why:
            fields.add("why", words.WHY, self.why)
        else:
            self.why.setParent(self)
            self.why.hide()
        self._why = why
        self.body.addWidget(fields.part)
        self.body.addStretch(1)
        self._fields = fields
        self.span.changed.connect(self._spanned)
        self.span.choose(14)
        self.foot.addWidget(button(words.CLOSE, self.reject))
        self.foot.addStretch(1)
        go = button(words.LET_REST, self._go, kind="primary")
        go.setObjectName("restGo")
        self.foot.addWidget(go)
        press_on_enter(self, go)
        self.span.focus()

    def _spanned(self) -> None:
        days = self.span.value or 0
        self._fields.show_row("day", bool(days))
        if days:
            self.day.setDate(_qdate(self._today + timedelta(days=days)))

    def _go(self) -> None:
        chosen = self.day.date()
        until = date(chosen.year(), chosen.month(), chosen.day()) if self.span.value else None
        self.accept()
        self.restAsked.emit(until, self.why.value if self._why else None)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
