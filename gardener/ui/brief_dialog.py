"""One card before a talk: questions about them first, common ground, what was said, what is owed, the ask folded away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gardener.domain.briefing import Brief
from gardener.ui.form import Form
from gardener.ui.parts import Label, button, heading
from gardener.words import briefing as words
from gardener.words import window


class BriefDialog(Form):
    """logAsked(): the talk has happened. Esc closes."""

    logAsked = Signal()

    def __init__(self, brief: Brief, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.before_title(brief.contact.name), width=600)
        self.setObjectName("briefDialog")
        contact = brief.contact
        role = window.role(contact.title, contact.org)
        if role:
            self.body.addWidget(Label(role, "quiet", wrap=True))
        self._list(words.ASK_THEM, words.questions(brief, today))
        common = [f"{words.OF_THEM}: {text}" for text in contact.common.theirs]
        common += [f"{words.OF_ME}: {text}" for text in contact.common.mine]
        self._list(words.COMMON, common, nothing=words.NO_COMMON)
        self._list(words.SAID, (words.said(one, today) for one in brief.said), nothing=words.NOTHING_SAID)
        owed = [f"{words.YOU_OWE}: {text}" for text in words.mine(brief.mine, brief.ahead, today)]
        owed += [f"{words.THEY_OWE}: {words.theirs(one, today)}" for one in brief.theirs]
        self._list(words.OWED, owed, nothing=words.NOTHING_OWED)
        self.ask = button(words.ASK, self._unfold, kind="quiet", tip=words.ASK_FOLDED)
        self.body.addWidget(self.ask)
        self.bears = Label(words.bears(brief.ask), wrap=True)
        self.bears.hide()
        self.body.addWidget(self.bears)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.LOG, self._log))
        self.end_with_close()

    def _list(self, title: str, lines: Iterable[str], *, nothing: str = "") -> None:
        told = list(lines)
        self.body.addWidget(heading(title))
        for text in told:
            self.body.addWidget(Label(text, wrap=True))
        if not told:
            self.body.addWidget(Label(nothing, "quiet", wrap=True))

    def _unfold(self) -> None:
        self.bears.setVisible(self.bears.isHidden())
        self.grow()

    def _log(self) -> None:
        self.accept()
        self.logAsked.emit()
