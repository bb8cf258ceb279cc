"""Why a plant stands as it does: its course, what every number is made of, what would change it, what each added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from gardener.domain import growth, sums, why
from gardener.domain.garden import Plant
from gardener.domain.growth import Climate
from gardener.domain.interaction import Interaction
from gardener.domain.records import Soil
from gardener.domain.sums import Sum
from gardener.ui.form import Form
from gardener.ui.parts import Label, heading
from gardener.ui.sum_card import SumCard
from gardener.ui.theme import GRID, tabular
from gardener.ui.vitality_chart import VitalityChart, course
from gardener.words import looking, soil, window
from gardener.words import why as words
from gardener.words.dates import short_day

SHOWN = 40
"""So many of the newest interactions are told one by one, the earlier ones together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What is explained: a plant, its history oldest first, the day, what holds in the garden, its soil, and the
    forecast, null on a day ahead."""

    plant: Plant
    history: Sequence[Interaction]
    day: date
    climate: Climate
    soil: Soil | None
    forecast: Sum | None = None


class WhyDialog(Form):
    """The arithmetic of one contact on one day; `at` is the number it is opened for, or empty."""

    def __init__(self, told: Reckoned, parent: QWidget | None = None, *, at: str = "") -> None:
        super().__init__(parent, words.title(told.plant.contact.name), width=760)
        self.setObjectName("whyDialog")
        contact, tie, day = told.plant.contact, told.plant.tie, told.day
        self._day = day
        steps = why.steps(told.history, day, told.climate)
        resting = contact.rests_on(day)
        grown = growth.read(tie, day, planted=contact.created, climate=told.climate, resting=resting)
        if grown.last_sign is None:
            self.body.addWidget(Label(words.NO_SIGN, wrap=True))
        else:
            self.body.addWidget(VitalityChart(course(steps, grown, day, told.climate)))
            self._say_how_to_read(told)
        told_of = sums.sums(tie, grown, planted=contact.created, climate=told.climate)
        self.cards = {
            one.name: SumCard(one, day, relative=told.climate.is_relative)
            for one in (*told_of, *([told.forecast] if told.forecast is not None else ()))
            if one.value is not None
        }
        for card in self.cards.values():
            self.body.addWidget(card)
        ahead = why.outlooks(tie, day, planted=contact.created, climate=told.climate, resting=resting)
        self._add_outlooks(ahead)
        self._add_steps(steps)
        self._add_formula(why.arithmetic(tie, day, told.climate))
        self.body.addStretch(1)
        self.end_with_close()
        if at in self.cards:
            QTimer.singleShot(0, self, lambda: self.reveal(at))

    def reveal(self, name: str) -> None:
        """Scrolls to the card of that number."""
        self._scroll.ensureWidgetVisible(self.cards[name], 0, 2 * GRID)

    def _say_how_to_read(self, told: Reckoned) -> None:
        if told.climate.is_relative:
            self.body.addWidget(Label(soil.relative(told.climate.learnt_from), "muted", wrap=True))
        if told.soil is not None and not told.soil.is_reset:
            self.body.addWidget(Label(soil.told(told.soil, self._day), "muted", wrap=True))

    def _add_outlooks(self, ahead: Sequence[why.Outlook]) -> None:
        self.body.addWidget(heading(words.CHANGES))
        grid = self._grid()
        for i, one in enumerate(ahead):
            grid.addWidget(Label(words.when(one, self._day)), i, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(words.effect(one, self._day), "quiet", wrap=True), i, 1)

    def _add_steps(self, steps: Sequence[why.Step]) -> None:
        self.body.addWidget(heading(words.ADDED, len(steps)))
        if not steps:
            self.body.addWidget(Label(window.NO_HISTORY, "muted", wrap=True))
            return
        grid, newest = self._grid(), steps[::-1]
        for i, step in enumerate(newest[:SHOWN]):
            when = Label(short_day(step.interaction.day, today=self._day), "muted")
            when.setFont(tabular(when.font()))
            grid.addWidget(when, i, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(
                Label(f"{window.happened(step.interaction)} · {words.added(step)}", wrap=True), i, 1
            )
        earlier = newest[SHOWN:]
        if earlier:
            both = words.earlier(
                len(earlier),
                sum(step.depth for step in earlier),
                sum(step.roots_days for step in earlier),
                sum(step.vitality for step in earlier),
            )
            grid.addWidget(Label(both, "quiet", wrap=True), len(newest), 0, 1, 2)

    def _add_formula(self, reckoned: why.Arithmetic) -> None:
        self.body.addWidget(heading(words.FORMULA))
        for line in looking.arithmetic(reckoned, full=True):
            self.body.addWidget(Label(line, "muted", wrap=True))

    def _grid(self) -> QGridLayout:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(part)
        return grid
