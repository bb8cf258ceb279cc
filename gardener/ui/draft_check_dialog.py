"""A message looked over before it is sent: it is pasted, and what the rules find stands beside it as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.capture.draft_check import Finding, check_draft
from gardener.ui import outside
from gardener.ui.bridge import Bridge
from gardener.ui.form import Form, Lines
from gardener.ui.guard_card import GuardCard
from gardener.ui.parts import Label, button, clear, put
from gardener.ui.theme import GRID
from gardener.words import drafts as words


class DraftCheckDialog(Form):
    """Nothing is sent and nothing is kept; closing it forgets the text."""

    def __init__(self, bridge: Bridge, contact: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.for_whom(name), width=640)
        self.setObjectName("draftCheckDialog")
        self._bridge, self._contact, self._name = bridge, contact, name
        self.text = Lines(least=7, most=12)
        self.text.setAccessibleName(words.TITLE)
        self.text.setPlaceholderText(words.HINT)
        self.guard = GuardCard()
        self._found = QWidget()
        self._rows = QVBoxLayout(self._found)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID // 2)
        self.body.addWidget(self.text)
        self.body.addWidget(self._found)
        self.body.addWidget(self.guard)
        self.body.addStretch(1)
        self.foot.addWidget(button(words.COPY, self._copy))
        self.foot.addStretch(1)
        self.close_button = button(words.CLOSE, self.reject)
        self.foot.addWidget(self.close_button)
        self.text.textChanged.connect(self.look)
        bridge.changed.connect(self.look)
        self.look()
        self.text.setFocus()

    @property
    def said(self) -> list[str]:
        """All findings as they are shown."""
        return [label.text() for label in self._found.findChildren(Label)]

    def look(self) -> None:
        """Looks the text over as it stands."""
        session = self._bridge.session
        if self._contact not in session.seen.plants:
            self.reject()
            return
        clear(self._rows)
        text = self.text.toPlainText()
        check = check_draft(text, session.seen, self._contact, session.today)
        self.guard.say({self._contact: (self._name, check.verdict)}, session.today)
        if text.strip():
            for finding in sorted(check.findings, key=lambda each: each.well):
                self._show(finding)
        else:
            put(self._rows, Label(words.EMPTY, "quiet", wrap=True))
        self.grow()

    def _show(self, finding: Finding) -> None:
        found, rule = words.finding(finding.code, finding.facts)
        put(
            self._rows,
            Label(f"{'✓' if finding.well else '•'} {found}", "body" if finding.well else "strong", wrap=True),
        )
        if rule and not finding.well:
            put(self._rows, Label(rule, "muted", wrap=True))

    def _copy(self) -> None:
        outside.copy(self.text.toPlainText())
