"""The guard's word on a tinted card: one sentence, and the reasons below it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout

from gardener.domain.guards import Verdict
from gardener.domain.pace import Level
from gardener.ui.parts import Label
from gardener.ui.theme import GRID
from gardener.words import guards


class GuardCard(QFrame):
    """Says what the guards say of an outgoing touch of today."""

    def __init__(self, *, strong: bool = True) -> None:
        super().__init__()
        self.setObjectName("guard")
        self._sentence = Label("", "strong" if strong else "body", wrap=True)
        self._reasons = Label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self._sentence)
        column.addWidget(self._reasons)

    @property
    def text(self) -> str:
        """All that stands on it."""
        return f"{self._sentence.text()} {self._reasons.text()}".strip()

    def say(
        self,
        verdicts: Mapping[str, tuple[str, Verdict]],
        today: date,
        *,
        reasons: bool = True,
        also: str = "",
    ) -> None:
        """The word on each of `verdicts` (contact id → name and verdict): the warnings first, the rest in one line;
        then the `reasons`, and what is `also` to be said."""
        ordered = sorted(verdicts.values(), key=lambda each: not each[1].warns)
        warned = [each for each in ordered if each[1].warns]
        shown = warned or ordered[:1]
        self._sentence.setText("\n".join(guards.headline(name, verdict, today) for name, verdict in shown))
        told = (
            [line for _, verdict in shown[:2] for line in guards.details(verdict, today)] if reasons else []
        )
        lines = [*told, also] if also else told
        self._reasons.setText("\n".join(lines))
        self._reasons.setVisible(bool(lines))
        self._tone(_tone(shown[0][1]) if shown else "good")
        self.setAccessibleName(self.text)

    def state(self, sentence: str, detail: str = "", *, tone: str = "good") -> None:
        """A plain sentence instead of a verdict."""
        self._sentence.setText(sentence)
        self._reasons.setText(detail)
        self._reasons.setVisible(bool(detail))
        self._tone(tone)
        self.setAccessibleName(self.text)

    def _tone(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, self._sentence, self._reasons):
                widget.style().unpolish(widget)
                widget.style().polish(widget)


def _tone(verdict: Verdict) -> str:
    if not verdict.warns:
        return "good"
    if "ask" in verdict.warnings or "left-alone" in verdict.warnings or verdict.level is Level.DROWNING:
        return "warn"
    return "wet"
