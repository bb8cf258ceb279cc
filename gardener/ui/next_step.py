"""What waits with a person and what comes next: open loops, plans that lie ahead, and a line to plan the next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from gardener.domain.loops import Loop, LoopKind
from gardener.domain.plan import Plan
from gardener.ui.cards import Row
from gardener.ui.flow import Flow
from gardener.ui.loop_rows import loop_row, plan_deeds
from gardener.ui.parts import button, clear, has_keyboard, heading, put
from gardener.ui.theme import GRID
from gardener.words import person as words
from gardener.words import window
from gardener.words.dates import short_day

AHEAD = 7
"""So many days ahead the next step is offered."""


class WaitingPart(QWidget):
    """The open loops of one person. loopAsked(Loop, way): one of `loop_rows`; planOpened(id)."""

    loopAsked = Signal(object, str)
    planOpened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = _column(self)

    def show_loops(self, loops: Sequence[Loop], day: date) -> None:
        """One row for each; nothing stands there when nothing is open."""
        held = _held(self)
        clear(self._layout)
        self.setVisible(bool(loops))
        if loops:
            put(self._layout, heading(words.WAITING, len(loops)))
        for loop in loops:
            detail = window.loop_detail(loop.since, loop.due, day)
            row = loop_row(loop, window.loop_line(loop.kind, loop.text), detail, self.loopAsked.emit)
            if loop.kind in (LoopKind.PLAN, LoopKind.PROMISE):
                row.activated.connect(partial(self.planOpened.emit, loop.id.removeprefix("plan:")))
            put(self._layout, row)
        _hold(self, held)


class NextStep(QWidget):
    """The plans ahead, soonest first, and the quick line. planAsked(text, date); planOpened(id), planDone(id),
    planRemoved(id)."""

    planAsked = Signal(str, object)
    planOpened = Signal(str)
    planDone = Signal(str)
    planRemoved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        self._head = heading(words.NEXT)
        self._read_only = False
        column.addWidget(self._head)
        rows = QWidget()
        self._layout = _column(rows)
        column.addWidget(rows)
        self.text = QLineEdit()
        self.text.setPlaceholderText(words.NEXT_HINT)
        self.text.setToolTip(words.NEXT_HINT)
        self.text.setAccessibleName(words.NEXT_NAME)
        self.text.returnPressed.connect(self._plan)
        self.day = QDateEdit()
        self.day.setDisplayFormat("ddd d MMM")
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(words.NEXT_DAY)
        self.go = button(words.PLAN_IT, self._plan)
        column.addWidget(self.text)
        self._when = QWidget()
        flow = Flow(self._when, gap=GRID // 2)
        for widget in (self.day, self.go):
            flow.addWidget(widget)
        column.addWidget(self._when)
        self._when.hide()
        self._today = date.min
        self._contact = ""
        self.text.textChanged.connect(lambda text: self._when.setVisible(bool(text.strip())))

    def set_read_only(self, on: bool) -> None:
        """Nothing can be planned on another day than today; what was typed stays until then."""
        self._read_only = on
        self.text.setVisible(not on)
        self._when.setVisible(not on and bool(self.text.text().strip()))

    def show_plans(self, plans: Sequence[Plan], contact: str, day: date) -> None:
        """The plans of a person; words that were typed stay while it is the same one."""
        if contact != self._contact or (day != self._today and not self._read_only):
            self._contact, self._today = contact, day
            self.text.clear()
            self.day.setMinimumDate(QDate(day.year, day.month, day.day))
            self._offer()
        held = _held(self)
        clear(self._layout)
        ahead = sorted((plan for plan in plans if plan.day > day), key=lambda plan: (plan.day, plan.text))
        for plan in ahead:
            deeds = plan_deeds(partial(self.planDone.emit, plan.id), partial(self.planRemoved.emit, plan.id))
            row = Row(plan.text, short_day(plan.day, today=day), bar="bar_green", deeds=deeds)
            row.activated.connect(partial(self.planOpened.emit, plan.id))
            put(self._layout, row)
        self._head.setVisible(bool(ahead))
        _hold(self, held)

    def _offer(self) -> None:
        days = min(AHEAD, date.max.toordinal() - self._today.toordinal())
        then = self._today + timedelta(days=days)
        self.day.setDate(QDate(then.year, then.month, then.day))

    def _plan(self) -> None:
        text, chosen = self.text.text().strip(), self.day.date()
        if text:
            self.text.clear()
            self.planAsked.emit(text, date(chosen.year(), chosen.month(), chosen.day()))
            self._offer()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(part: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(part)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GRID // 2)
    return made


def _held(part: QWidget) -> int | None:
    """Which of the rows has the keyboard."""
    return next((i for i, row in enumerate(part.findChildren(Row)) if has_keyboard(row)), None)


def _hold(part: QWidget, at: int | None) -> None:
    """Gives the keyboard to the row that has taken that place."""
    rows = part.findChildren(Row)
    if at is not None and rows:
        rows[min(at, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
