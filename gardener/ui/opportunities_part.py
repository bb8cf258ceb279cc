"""What it became with a person: the opportunities that are owed to them, each opened by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.domain.opportunity import ENDINGS, Opportunity, StepKind
from gardener.ui.cards import Row
from gardener.ui.parts import clear, heading, put
from gardener.ui.theme import GRID
from gardener.words import conversions as words
from gardener.words.opportunities import standing, title


class OpportunitiesPart(QWidget):
    """opened(id): one of them is to be opened."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)

    def show_opportunities(self, opportunities: Sequence[Opportunity], day: date) -> None:
        """A row for each, those that run first; nothing stands there when there are none."""
        clear(self._layout)
        self.setVisible(bool(opportunities))
        if opportunities:
            put(self._layout, heading(words.IT_BECAME, len(opportunities)))
        for each in sorted(opportunities, key=lambda one: (one.has_ended(day), one.created, one.id)):
            row = opportunity_row(each, day)
            row.activated.connect(partial(self.opened.emit, each.id))
            put(self._layout, row)


def opportunity_row(one: Opportunity, day: date, aside: str = "") -> Row:
    """An opportunity as a row: what it is, and where it stands."""
    taken = one.reached(day)
    lost = bool(taken) and taken[-1].kind in ENDINGS - {StepKind.ACCEPTED}
    bar = "bar_withered" if lost else "bar_green" if taken else "bar_seed"
    return Row(title(one), standing(one, day), bar=bar, aside=aside)
