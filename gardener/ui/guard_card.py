"""The guard's word on a tinted card: one sentence, and the reasons below it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gardener.domain.guards import Verdict
from gardener.domain.pace import Level
from gardener.ui.gauges import ChanceBar, Drops
from gardener.ui.parts import Label
from gardener.ui.theme import GRID
from gardener.words import guards


class GuardCard(QFrame):
    """Says what the guards say of an outgoing touch of today; of one person also in pictures: the soil and the chance."""

    def __init__(self, *, strong: bool = True) -> None:
        super().__init__()
        self.setObjectName("guard")
        self._sentence = Label("", "strong" if strong else "body", wrap=True)
        self._reasons = Label("", "body", wrap=True)
        self._measured = Label("", "body", wrap=True)
        self._drops, self._chance = Drops(), ChanceBar()
        self._level, self._reply = Label("", wrap=True), Label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self._sentence)
        column.addWidget(self._reasons)
        self._pictures = QWidget()
        rows = QGridLayout(self._pictures)
        rows.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        rows.setHorizontalSpacing(GRID + 4)
        rows.setVerticalSpacing(GRID // 2)
        rows.setColumnStretch(1, 1)
        for row, (picture, words) in enumerate(((self._drops, self._level), (self._chance, self._reply))):
            rows.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(words, row, 1)
        column.addWidget(self._pictures)
        column.addWidget(self._measured)
        self._show_pictures(None, date.min)

    @property
    def text(self) -> str:
        """All that stands on it."""
        told = [self._sentence.text(), self._reasons.text()]
        if not self._pictures.isHidden():
            told += [self._level.text(), self._reply.text(), self._measured.text()]
        return " ".join(told).strip()

    def say(
        self,
        verdicts: Mapping[str, tuple[str, Verdict]],
        today: date,
        *,
        reasons: bool = True,
        also: str = "",
    ) -> None:
        """The word on each of `verdicts` (contact id → name and verdict): the warnings first, the rest in one line;
        then the `reasons`, with the soil and the chance of the first, and what is `also` to be said."""
        ordered = sorted(verdicts.values(), key=lambda each: not each[1].warns)
        warned = [each for each in ordered if each[1].warns]
        shown = warned or ordered[:1]
        self._sentence.setText("\n".join(guards.headline(name, verdict, today) for name, verdict in shown))
        told = (
            [line for _, verdict in shown[:2] for line in guards.reasons(verdict, today)] if reasons else []
        )
        lines = [*told, also] if also else told
        self._reasons.setText("\n".join(lines))
        self._reasons.setVisible(bool(lines))
        self._show_pictures(shown[0][1] if reasons and shown else None, today)
        self._tone(_tone(shown[0][1]) if shown else "good")
        self.setAccessibleName(self.text)

    def _show_pictures(self, verdict: Verdict | None, today: date) -> None:
        """The soil, the chance and what was measured; nothing of those to be left alone."""
        if verdict is not None and "left-alone" in verdict.warnings:
            verdict = None
        for part in (self._pictures, self._measured):
            part.setVisible(verdict is not None)
        if verdict is None:
            return
        held = verdict.evidence
        self._drops.show_soil(held)
        self._chance.show_chance(verdict.reply_chance, held)
        self._level.setText(guards.level(verdict, today))
        self._reply.setText(guards.chance(verdict))
        self._measured.setText(guards.measured(held))

    def state(self, sentence: str, detail: str = "", *, tone: str = "good") -> None:
        """A plain sentence instead of a verdict."""
        self._sentence.setText(sentence)
        self._reasons.setText(detail)
        self._reasons.setVisible(bool(detail))
        self._show_pictures(None, date.min)
        self._tone(tone)
        self.setAccessibleName(self.text)

    def _tone(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, *self.findChildren(Label)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)


def _tone(verdict: Verdict) -> str:
    if not verdict.warns:
        return "good"
    if "ask" in verdict.warnings or "left-alone" in verdict.warnings or verdict.level is Level.DROWNING:
        return "warn"
    return "wet"
