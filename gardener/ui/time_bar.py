"""The time line below the garden: one line of words, which is the banner on another day, and the track below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from gardener.ui import theme
from gardener.ui.parts import Label, Title, button, plain_tip
from gardener.ui.theme import GRID
from gardener.ui.time_track import TimeTrack
from gardener.words import time_line as words

MOST_TOUCHES = 10
"""Touches a week that can be planned at most."""
NARROWEST = 200
"""Narrower than this, at the usual text size, the hint has but a few words."""
ROOMY = 520
"""Narrower than this, at the usual text size, the date beside the track gives way: the banner names it too."""


class Middle(QWidget):
    """The views with the time line below them."""

    def __init__(self, views: QWidget, bar: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(views, 1)
        column.addWidget(bar)


class TimeBar(QFrame):
    """moved(date): the handle is at another day, by hand. touched(): a hand comes near, so that reading can begin.
    playAsked(), backAsked(), hideAsked(): by their buttons. planned(touches a week)."""

    moved = Signal(object)
    touched = Signal()
    playAsked = Signal()
    backAsked = Signal()
    hideAsked = Signal()
    planned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeBar")
        self._text, self._hint = "", words.HINT
        self.setAccessibleName(words.NAME)
        self.track = TimeTrack()
        self.track.valueChanged.connect(lambda _: self.moved.emit(self.track.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip())
        column.addWidget(self._line())
        self.show_day(self.track.today, away=False, ahead=False)
        self._fit()

    def _strip(self) -> QWidget:
        self.strip = QFrame()
        self.strip.setObjectName("timeStrip")
        self.strip.setProperty("away", False)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.setSpacing(GRID)
        self.banner = Title(words.HINT, "muted")
        self.plan = QSpinBox()
        self.plan.setObjectName("timePlan")
        self.plan.setAccessibleName(words.PLAN_NAME)
        self.plan.setToolTip(words.PLAN_NAME)
        self.plan.setRange(0, MOST_TOUCHES)
        self.plan.setSpecialValueText(words.NO_PLAN)
        self.plan.setSuffix(words.PER_WEEK)
        self.plan.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.plan.valueChanged.connect(self._plan)
        self.back = button(words.BACK, self.backAsked.emit)
        self.back.setObjectName("timeBack")
        self.hide_button = button("×", self.hideAsked.emit, kind="cross", tip=words.HIDE)
        self.hide_button.setAccessibleName(words.HIDE)
        self.hide_button.setFixedWidth(theme.wide(26))
        row.addWidget(self.banner, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.plan, self.back, self.hide_button):
            row.addWidget(part)
            policy = part.sizePolicy()  # what is hidden keeps its height, so that the garden never jumps
            policy.setRetainSizeWhenHidden(part is not self.plan)
            part.setSizePolicy(policy)
        return self.strip

    def _line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(2 * GRID, 2, 2 * GRID, 4)
        row.setSpacing(GRID)
        self.play = button("▶", self.playAsked.emit, kind="segment", tip=words.PLAY)
        self.play.setObjectName("timePlay")
        self.play.setAccessibleName(words.PLAY)
        self.speed = QComboBox()
        self.speed.setObjectName("timeSpeed")
        self.speed.setAccessibleName(words.SPEED_NAME)
        self.speed.setToolTip(words.SPEED_NAME)
        for name, days in words.SPEEDS:
            self.speed.addItem(name, days)
        self.speed.setCurrentIndex(len(words.SPEEDS) - 1)
        self.when, self.distance = Label("", "strong"), Label("", "muted")
        self._date = QWidget()
        both = QVBoxLayout(self._date)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for label in (self.when, self.distance):
            label.setFont(theme.tabular(label.font()))
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            both.addWidget(label)
        row.addWidget(self.play)
        row.addWidget(self.speed)
        row.addWidget(self.track, 1)
        row.addWidget(self._date)
        return line

    def _plan(self, touches: int) -> None:
        self.planned.emit(touches)

    @property
    def tells_date(self) -> bool:
        """Whether the date stands beside the track."""
        return self._date.isVisible()

    @property
    def step(self) -> int:
        """Days in each step of playing."""
        return int(self.speed.currentData())

    def show_day(self, day: date, *, away: bool, ahead: bool, text: str = "", tip: str = "") -> None:
        """The handle at a day; on another day than today `text` is the banner."""
        today = self.track.today
        self.track.show_day(day)
        self.when.setText(words.when(day, today))
        self.distance.setText(words.distance(day, today))
        held = self.back.hasFocus() or self.plan.hasFocus()
        self.plan.setVisible(ahead)
        self.back.setVisible(away)
        if held and not away:
            self.track.setFocus(Qt.FocusReason.OtherFocusReason)
        if text != self._text:
            self._text = text
            self.banner.setText(text or self._hint)
        if tip:
            self.banner.setToolTip(plain_tip(f"{text}\n\n{tip}"))
        if self.strip.property("away") != away:
            self.strip.setProperty("away", away)
            self.strip.style().unpolish(self.strip)
            self.strip.style().polish(self.strip)
            for part in self.strip.findChildren(QWidget):
                part.style().unpolish(part)
                part.style().polish(part)

    def show_playing(self, playing: bool) -> None:
        """The button pauses while it plays."""
        self.play.setText("❚❚" if playing else "▶")
        said = words.PAUSE if playing else words.PLAY
        self.play.setToolTip(said)
        self.play.setAccessibleName(said)

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Room for two lines of the banner whether it has two or one, so that the garden never jumps; three where narrow."""
        for label in (self.banner, self.when, self.distance):
            label.ensurePolished()
        wide = self.when.fontMetrics().horizontalAdvance(words.WIDEST_DAY)
        self._date.setFixedWidth(
            max(wide, self.distance.fontMetrics().horizontalAdvance(words.WIDEST_DAY)) + 4
        )
        narrow = self.width() < theme.wide(ROOMY + 80)
        lines = 3 if narrow else 2
        self._hint = words.HINT_SHORT if narrow else words.HINT
        if self.width() < theme.wide(NARROWEST):
            self._hint = words.HINT_LEAST
        if not self._text:
            self.banner.setText(self._hint)
        self.banner.set_most(lines)
        self.strip.setFixedHeight(lines * self.banner.fontMetrics().lineSpacing() + GRID)
        self.back.setText(words.TODAY if narrow else words.BACK)
        self.plan.setFixedWidth(self.plan.fontMetrics().horizontalAdvance(words.NO_PLAN) + theme.wide(44))
        self.hide_button.setFixedWidth(theme.wide(26))

    def enterEvent(self, event: QEnterEvent) -> None:
        """A hand comes near."""
        super().enterEvent(event)
        self.touched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the track has the room."""
        super().resizeEvent(event)
        self._fit()
        self._date.setVisible(self.width() >= theme.wide(ROOMY))
        self.speed.setVisible(self.width() >= theme.wide(ROOMY - 120))
