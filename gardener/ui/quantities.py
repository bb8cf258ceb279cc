"""Vitality, roots and moisture of the selected person: a bar, a value and a plain sentence each; and the forecast."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from gardener.domain.growth import Growth, sigmoid
from gardener.domain.standing import Standing
from gardener.domain.sums import Sum
from gardener.ui.parts import Bar, Button, Label
from gardener.ui.theme import BARS, GRID, tabular
from gardener.words import chances
from gardener.words import growth as words
from gardener.words.dates import days

ROOTS_FULL = 365.0
"""Roots of so many days fill the bar."""
NAMES = ("Vitality", "Roots", "Moisture")
NUMBERS = {"Vitality": "vitality", "Roots": "roots_days", "Moisture": "moisture"}
FORECAST = "forecast"
"""Each quantity, and the forecast below them, by the name of its number in `why`."""
WHY_TIP = "Why? Its arithmetic and the interactions behind it"
BAR_LEAST = 64
"""Where a bar would be shorter than so many pixels, names, values and bars stand in lines of their own."""


class NumberButton(Button):
    """A number that opens its arithmetic."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "number")
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(tabular(self.font()))

    def say(self, value: str, name: str) -> None:
        """Shows `value`, the number called `name`."""
        self.setText(value)
        self.setToolTip(WHY_TIP)
        self.setAccessibleName(f"{name}: {value}. {WHY_TIP}")


class Quantities(QWidget):
    """The quantities and the forecast. whyAsked(str): the arithmetic behind one of NUMBERS, or FORECAST."""

    whyAsked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        self._grid.setHorizontalSpacing(GRID + 4)
        self._grid.setVerticalSpacing(2)
        self.bars: dict[str, tuple[Bar, NumberButton, Label]] = {}
        self._names: dict[str, Label] = {}
        for name in NAMES:
            bar, value, line = Bar(), NumberButton(), Label("", "muted", wrap=True)
            bar.setMinimumWidth(0)
            value.clicked.connect(lambda _=False, name=name: self.whyAsked.emit(NUMBERS[name]))
            line.setContentsMargins(0, 0, 0, GRID // 2)
            self.bars[name] = (bar, value, line)
            self._names[name] = Label(name)
        self.forecast, self._forecast = NumberButton(), Label(words.FORECAST_SHORT, wrap=True)
        self._forecast.setToolTip(words.FORECAST_TIP)
        self.forecast.clicked.connect(lambda: self.whyAsked.emit(FORECAST))
        self._foreseen = QWidget()  # a row of its own: its long words leave the bars their room
        told = self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foreseen)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(2)
        told.addWidget(self._forecast, 1)
        told.addWidget(self.forecast)
        self._stacked: bool | None = None
        self._arrange(False)

    def show_growth(self, growth: Growth, day: date, beside: Standing | None = None) -> None:
        """Shows the growth of a person on a day; where vitality only compares, how they stand `beside` the others."""
        vitality, role = growth.vitality or 0.0, BARS[growth.condition]
        fading = role in ("bar_thirsty", "bar_wilting", "bar_withered")
        known = growth.vitality is not None
        wet = "bar_drowning" if growth.moisture >= growth.capacity else "bar_soggy"
        self._show(
            "Vitality",
            (vitality, role if fading else "bar_green"),
            words.vitality_number(growth, relative=beside is not None),
            words.vitality(growth, day, beside),
        )
        self._show(
            "Roots",
            (growth.roots_days / ROOTS_FULL, "bar_withered"),
            days(growth.roots_days) if known else "none yet",
            words.roots(growth),
        )
        self._show(
            "Moisture",
            (growth.moisture / max(1, growth.capacity), wet),
            f"{growth.moisture} of {growth.capacity}" if growth.moisture else "nothing open",
            words.moisture(growth, day),
        )
        self._fit()

    def show_forecast(self, told: Sum | None) -> None:
        """Shows how likely a sign is within the month; nothing where nothing is foreseen."""
        known = told is not None and isinstance(told.value, float)
        for part in (self._forecast, self.forecast):
            part.setVisible(known)
        if told is not None and isinstance(told.value, float):
            self.forecast.say(chances.told(sigmoid(told.value)), words.FORECAST)
        self._fit()

    def _show(self, name: str, bar: tuple[float, str], value: str, sentence: str) -> None:
        drawn, number, line = self.bars[name]
        drawn.show_part(*bar)
        drawn.setAccessibleName(f"{name}: {value}")
        number.say(value, name)
        line.setText(sentence)

    def minimumSizeHint(self) -> QSize:
        """No wider than its longest word, whatever stands beside what."""
        texts = (label for _, value, line in self.bars.values() for label in (value, line))
        foreseen = () if self.forecast.isHidden() else (self.forecast, self._forecast)
        every = (*texts, *foreseen, *self._names.values())
        widest = max(label.minimumSizeHint().width() for label in every)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars stand between names and values where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        name = max(label.sizeHint().width() for label in self._names.values())
        value = max(
            number.fontMetrics().horizontalAdvance(number.text()) for _, number, _ in self.bars.values()
        )
        self._arrange(name + value + BAR_LEAST + 2 * self._grid.horizontalSpacing() > self.width())

    def _arrange(self, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        while self._grid.count():
            self._grid.takeAt(0)
        self._grid.setColumnStretch(1, 1)
        for i, name in enumerate(NAMES):
            bar, value, line = self.bars[name]
            side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
            row = 4 * i
            if stacked:
                for below, part in enumerate((self._names[name], value, bar)):
                    self._grid.addWidget(
                        part, row + below, 0, 1, 3, side if part is value else Qt.AlignmentFlag(0)
                    )
            else:
                self._grid.addWidget(self._names[name], row, 0)
                self._grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(value, row, 2, side)
            self._grid.addWidget(line, row + 3, 0, 1, 3)
        self._grid.addWidget(self._foreseen, 4 * len(NAMES), 0, 1, 3)
        directions = QBoxLayout.Direction
        self._told.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._told.setAlignment(self.forecast, Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag(0))
