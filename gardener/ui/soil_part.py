"""How this garden answers, in plain words, with the way to learn it anew and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gardener.session import Session
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.words import soil as words


class SoilPart(QWidget):
    """learnAsked(): learn it from what came due so far. resetAsked(): back to the soil of every garden at first."""

    learnAsked = Signal()
    resetAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self.sentence = Label("", "body", wrap=True)
        self.note = Label("", "muted", wrap=True)
        column.addWidget(self.sentence)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.learn = button(words.LEARN, self._learn, tip=words.LEARN_TIP)
        self.reset = button(words.RESET, self.resetAsked.emit, tip=words.RESET_TIP)
        row.addWidget(self.learn)
        row.addWidget(self.reset)
        row.addStretch(1)
        column.addLayout(row)

    def show_soil(self, session: Session) -> None:
        """Shows the soil that holds today."""
        today, garden = session.today, session.garden
        soil, climate = garden.soil(today), garden.climate(today)
        self.sentence.setText(words.told(soil, today))
        self.note.setText(words.relative(climate.learnt_from) if climate.is_relative else words.NOTE)
        self.learn.setEnabled(not session.read_only)
        self.reset.setEnabled(not session.read_only and soil is not None and not soil.is_reset)

    def _learn(self) -> None:
        self.note.setText(words.LEARNING)
        self.learnAsked.emit()
