"""After a talk: whose it mostly was, what was learned, what is owed; each may stay open, all of it is one deed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from gardener.domain import deeds
from gardener.domain.changes import Refusal
from gardener.domain.interaction import About, Interaction
from gardener.session import Done
from gardener.ui.bridge import Bridge
from gardener.ui.flow import Choice
from gardener.ui.form import Fields, Form, Lines, line, press_on_enter
from gardener.ui.parts import Label, button
from gardener.words import briefing as words
from gardener.words import refusals, window

SOON = 7
"""So many days ahead what is owed is due, unless another day is chosen."""


class AfterDialog(Form):
    """Enter keeps, Esc skips. `people` are the names of those who were there, by id."""

    def __init__(
        self, bridge: Bridge, talk: Interaction, people: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.AFTER_TITLE, width=620)
        self.setObjectName("afterDialog")
        self._bridge, self._talk = bridge, talk
        self.body.addWidget(Label(words.AFTER_LINE, "quiet", wrap=True))
        abouts = ((about, window.ABOUT[about]) for about in (About.THEIRS, About.BOTH, About.MINE))
        self.about: Choice[About] = Choice(words.WHOSE, abouts, optional=True)
        self.about.choose(talk.about)
        self.who = QComboBox()
        for id_, name in people.items():
            self.who.addItem(name, id_)
        self.learned = Lines(least=2, most=5)
        self.learned.setPlaceholderText(words.LEARNED_HINT)
        self.owe = line(hint=words.OWE_HINT)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        today = bridge.session.today
        self.day.setMinimumDate(_qdate(today))
        self.day.setDate(_qdate(today + timedelta(days=min(SOON, date.max.toordinal() - today.toordinal()))))
        self.fields = Fields(label_width=140)
        self.fields.add("about", words.WHOSE, self.about)
        self.fields.add("who", words.WHO, self.who)
        self.fields.add("common", words.LEARNED, self.learned)
        self.fields.add("plan", words.OWE, self.owe)
        self.fields.add("day", words.BY_WHEN, self.day)
        self.fields.show_row("who", len(people) > 1)
        self.fields.show_row("day", False)
        self.owe.textChanged.connect(lambda text: self.fields.show_row("day", bool(text.strip())))
        self.body.addWidget(self.fields.part)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.SKIP, self.reject))
        self.foot.addStretch(1)
        keep = button(words.KEEP, self._keep, kind="primary")
        keep.setObjectName("afterKeep")
        self.foot.addWidget(keep)
        press_on_enter(self, keep)
        self.about.focus()

    def _keep(self) -> None:
        self.fields.clear_wrong()
        session, chosen = self._bridge.session, self.day.date()
        talk = session.interaction(self._talk.id)
        if talk is None:
            self.reject()
            return
        contact, plan_id = str(self.who.currentData()), session.new_id()
        about, learned, owe = self.about.value, self.learned.items, self.owe.text()
        day = date(chosen.year(), chosen.month(), chosen.day())
        result = self._bridge.quietly(
            lambda g: deeds.after_talk(
                g, talk, contact, about=about, learned=learned, owe=owe, due=day, plan=plan_id, today=session.today,
                now=session.now,
            )
        )  # fmt: skip
        if isinstance(result, Done):
            self.accept()
        elif isinstance(result, Refusal):
            field = str(result.facts.get("field", ""))
            self.fields.wrong(field if self.fields.has(field) else "common", refusals.sentence(result))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
