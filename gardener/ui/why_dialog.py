"""Why a plant stands as it does: what each interaction added, and the arithmetic of the three quantities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gardener.domain import why
from gardener.domain.garden import Plant
from gardener.domain.growth import Climate
from gardener.domain.interaction import Interaction
from gardener.ui.form import Form, press_on_enter
from gardener.ui.parts import Label, button, heading
from gardener.ui.theme import GRID, tabular
from gardener.words import looking, window
from gardener.words.dates import short_day

SHOWN = 60
"""So many of the newest interactions are told one by one."""


class WhyDialog(Form):
    """The arithmetic of one contact on one day."""

    def __init__(
        self,
        plant: Plant,
        history: Sequence[Interaction],
        day: date,
        climate: Climate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, f"Why {plant.contact.name} stands so", width=680)
        self.setObjectName("whyDialog")
        sums = why.arithmetic(plant.tie, day, climate)
        for line in looking.arithmetic(sums, full=True):
            self.body.addWidget(Label(line, wrap=True))
        steps = why.steps(history)[::-1]
        self.body.addWidget(heading("What each added", len(steps)))
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for i, step in enumerate(steps[:SHOWN]):
            when = Label(short_day(step.interaction.day, today=day), "muted")
            when.setFont(tabular(when.font()))
            grid.addWidget(when, i, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(window.happened(step.interaction), wrap=True), i, 1)
            grid.addWidget(Label(looking.added(step), "muted"), i, 2, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(part)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        close = button("Close", self.accept)
        self.foot.addWidget(close)
        press_on_enter(self, close)
