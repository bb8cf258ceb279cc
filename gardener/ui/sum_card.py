"""One number with all that it is made of: its parts in words, as steps of a bar, and in figures."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from gardener.domain.sums import Sum
from gardener.ui import theme
from gardener.ui.parts import Label
from gardener.ui.theme import GRID, tabular
from gardener.words import why as words

BAR = 132
"""Pixels of a step's bar at the usual text size."""
LARGE = 1.4
"""From this text size on there is no room for bars beside the words."""
DRAWN = ("share", "days", "count")
"""Units whose parts are drawn as steps; days of a calendar and odds are told in figures alone."""


class StepBar(QWidget):
    """The step from one running total to the next, 0..1 of the widest."""

    def __init__(self, before: float, after: float) -> None:
        super().__init__()
        self._before, self._after = before, after
        self.setFixedSize(QSize(theme.wide(BAR), GRID + 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, and the step on it: green for more, straw for less."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        track = QRectF(0, 1, self.width(), self.height() - 2)
        painter.drawRoundedRect(track, 3, 3)
        low, high = sorted((self._before, self._after))
        grows = self._after >= self._before
        painter.setBrush(theme.colour("bar_green" if grows else "bar_thirsty"))
        step = QRectF(
            track.left() + track.width() * low, track.top(), track.width() * (high - low), track.height()
        )
        painter.drawRoundedRect(step.adjusted(0, 0, max(0.0, 3.0 - step.width()), 0), 3, 3)
        if self._before > 0:
            painter.setPen(QPen(theme.colour("ink"), 1))
            x = track.left() + track.width() * self._before
            painter.drawLine(round(x), 0, round(x), self.height())


class SumCard(QFrame):
    """A number, its value, and its parts; `relative`: vitality only compares yet."""

    def __init__(self, told: Sum, today: date, *, relative: bool = False) -> None:
        super().__init__()
        self.setObjectName("sumCard")
        self.name = told.name
        value = words.value(told, today, relative=relative)
        self.setAccessibleName(f"{words.NAMES[told.name]}: {value}")
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID + 2)
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, 88)
        grid.addWidget(Label(words.NAMES[told.name], "strong"), 0, 0)
        number = Label(value, "title")
        number.setFont(tabular(number.font()))
        grid.addWidget(number, 0, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        if told.start is not None:
            grid.addWidget(Label(words.start(told, today), "muted", wrap=True), 1, 0, 1, 3)
        self._add_parts(told)

    def _add_parts(self, told: Sum) -> None:
        totals = [0.0]
        for part in told.parts:
            totals.append(totals[-1] + part.adds)
        widest = 1.0 if told.unit == "share" else max(max(totals), 1e-9)
        drawn = told.unit in DRAWN and len(told.parts) > 1 and theme.scale() < LARGE
        for i, part in enumerate(told.parts):
            row = i + 2
            self._grid.addWidget(Label(words.part(part, told), "quiet", wrap=True), row, 0)
            if drawn:
                bar = StepBar(totals[i] / widest, totals[i + 1] / widest)
                self._grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            figure = Label(words.adds(part, told), "body")
            figure.setFont(tabular(figure.font()))
            self._grid.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight)
