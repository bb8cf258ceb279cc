"""The dated steps of an opportunity: a row for each, and a line to add one, which may lie ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gardener.domain.deeds.opportunities import in_order
from gardener.domain.opportunity import Step, StepKind
from gardener.ui.day_field import DayField
from gardener.ui.flow import Flow
from gardener.ui.parts import Label, button, clear, put
from gardener.ui.theme import GRID
from gardener.words import conversions as words
from gardener.words.opportunities import STEPS, step


class StepsPart(QWidget):
    """changed(): another list of steps. Nothing is kept before the form is saved."""

    changed = Signal()

    def __init__(self, steps: Iterable[Step], today: date) -> None:
        super().__init__()
        self._steps, self._today = tuple(steps), today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 5, 0, 0)
        self._rows.setSpacing(0)
        column.addWidget(rows)
        self.kind = QComboBox()
        self.kind.setAccessibleName(words.STEP)
        for kind, name in STEPS.items():
            self.kind.addItem(name, kind)
        self.day = DayField(today, words.STEP_DAY)
        self.add = button(words.ADD, self._add)
        self.add.setAccessibleName(words.ADD_STEP)
        line = QWidget()
        flow = Flow(line, gap=GRID)
        for widget in (self.kind, self.day, self.add):
            flow.addWidget(widget)
        column.addWidget(line)
        self._build()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps as they are now, in the order of their days."""
        return self._steps

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Shows other steps."""
        self._steps = in_order(tuple(steps))
        self._build()

    def _add(self) -> None:
        self.show_steps((*self._steps, Step(StepKind(self.kind.currentData()), self.day.day)))
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, gone: Step) -> None:
        self.show_steps(each for each in self._steps if each != gone)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _build(self) -> None:
        clear(self._rows)
        if not self._steps:
            put(self._rows, Label(words.NO_STEP, "muted", wrap=True))
        for each in self._steps:
            put(self._rows, self._row(each))
        taken = {each.kind for each in self._steps}
        following = next((kind for kind in STEPS if kind not in taken), StepKind.INTERVIEW)
        self.kind.setCurrentIndex(self.kind.findData(following))

    def _row(self, each: Step) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        said = step(each, self._today)
        row.addWidget(Label(said, wrap=True), 1)
        out = button("×", partial(self._drop, each), kind="quiet", tip=words.TAKE_STEP_OUT)
        out.setAccessibleName(f"{words.TAKE_STEP_OUT}: {said}")
        row.addWidget(out)
        return line
