"""The history of one person, newest first: a line of dots, each entry opened by Enter and deleted by Delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gardener.domain.interaction import Direction, Interaction
from gardener.ui.parts import Card, Dot, Label, button, clear, heading, put
from gardener.ui.theme import GRID, tabular
from gardener.words import window
from gardener.words.dates import counted, short_day

SHOWN = 6
MORE = 40
DOTS = {Direction.MUTUAL: "bar_green", Direction.INCOMING: "bar_drowning", Direction.OUTGOING: "bar_soggy"}
"""The dot's colour by who began."""


class HistoryPart(QWidget):
    """editAsked(Interaction), removeAsked(Interaction)."""

    editAsked = Signal(object)
    removeAsked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = SHOWN
        self._contact = ""
        self._all: tuple[Interaction, ...] = ()
        self._day = date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = heading("History")
        column.addWidget(self._head)
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(lines)

    def show_history(self, history: Sequence[Interaction], contact: str, day: date) -> None:
        """Shows the newest of `history` (oldest first); another contact starts with the newest alone."""
        if contact != self._contact:
            self._shown = SHOWN
        self._contact, self._all, self._day = contact, tuple(history), day
        self._build()

    def _build(self) -> None:
        clear(self._lines)
        self._head.setText(f"History · {len(self._all)}" if self._all else "History")
        if not self._all:
            put(self._lines, Label(window.NO_HISTORY, "muted", wrap=True))
            return
        newest = self._all[::-1][: self._shown]
        for i, interaction in enumerate(newest):
            last = i == len(newest) - 1 and len(newest) == len(self._all)
            put(self._lines, self._entry(interaction, first=i == 0, last=last))
        left = len(self._all) - len(newest)
        if left:
            put(self._lines, button(f"{counted(left, 'earlier one')}", self._open, kind="quiet"))

    def _open(self) -> None:
        self._shown += MORE
        self._build()

    def _entry(self, interaction: Interaction, *, first: bool, last: bool) -> QWidget:
        entry = _Entry(interaction, first=first, last=last, day=self._day)
        entry.activated.connect(lambda: self.editAsked.emit(interaction))
        entry.removeAsked.connect(lambda: self.removeAsked.emit(interaction))
        return entry


class _Entry(Card):
    """One interaction: its dot on the line, its day, what it was."""

    def __init__(self, interaction: Interaction, *, first: bool, last: bool, day: date) -> None:
        super().__init__(bare=True)
        self.removable = True
        when = short_day(interaction.day, today=day).partition(" ")[2]
        what, more = window.happened(interaction), window.carried(interaction)
        self.setAccessibleName(f"{when}: {what}. {more}".strip())
        self.setToolTip("Enter corrects it, Delete takes it away")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(GRID)
        row.addWidget(Dot(DOTS[interaction.direction], first=first, last=last))
        date_label = Label(when, "muted")
        date_label.setFont(tabular(date_label.font()))
        date_label.setMinimumWidth(44)
        date_label.setContentsMargins(0, 8, 0, 0)
        row.addWidget(date_label, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setContentsMargins(0, 6, 0, 6)
        text.setSpacing(1)
        text.addWidget(Label(what, wrap=True))
        if more:
            text.addWidget(Label(more, "muted", wrap=True))
        row.addLayout(text, 1)
