"""Asks what a time-lapse is to show: from which day to which, in which steps, how large and how fast."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QSpinBox, QWidget

from gardener.ui.form import Fields, Form, press_on_enter
from gardener.ui.lapse import Lapse
from gardener.ui.parts import Label, button
from gardener.ui.theme import GRID
from gardener.words import time_line as words

PICTURES = 60
"""About so many pictures are proposed."""


class LapseDialog(Form):
    """chosen(Lapse): a file is to be asked for. Days lie between `first` and `last`."""

    chosen = Signal(object)

    def __init__(
        self, first: date, today: date, last: date, like: Lapse, parent: QWidget | None = None
    ) -> None:
        """`like` holds what is not asked here: theme, hour, plan."""
        super().__init__(parent, words.LAPSE_TITLE, width=520)
        self.setObjectName("lapseDialog")
        self._like = like
        self.first, self.last = _day(first, first, last), _day(today, first, last)
        self.step, self.size_ = QComboBox(), QComboBox()
        for name, days in words.STEPS:
            self.step.addItem(name, days)
        for name, size in words.SIZES:
            self.size_.addItem(name, size)
        self.size_.setCurrentIndex(1)
        span = (today - first).days
        self.step.setCurrentIndex(
            next((i for i, (_, days) in enumerate(words.STEPS) if span / days <= PICTURES), 3)
        )
        self.rate = QSpinBox()
        self.rate.setRange(1, 30)
        self.rate.setValue(like.rate)
        self.rate.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.loop = QCheckBox(words.LOOP)
        self.loop.setChecked(like.loop)
        self._fields = Fields(label_width=120)
        for name, said, field in (
            ("first", words.FROM, self.first),
            ("last", words.TO, self.last),
            ("step", words.STEP, self.step),
            ("size", words.SIZE, self.size_),
            ("rate", words.SPEED, self.rate),
        ):
            self._fields.add(name, said, field)
        self.count = Label("", "muted", wrap=True)
        self.body.addWidget(Label(words.LAPSE_ABOUT, "quiet", wrap=True))
        self.body.addWidget(self._fields.part)
        self.body.addWidget(self.loop)
        self.body.addWidget(self.count)
        self.body.addStretch(1)
        self.go = button(words.CHOOSE, self._choose, kind="primary")
        self.foot.addWidget(button(words.CLOSE, self.reject))
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        for changed in (
            self.first.dateChanged, self.last.dateChanged, self.step.currentIndexChanged, self.rate.valueChanged
        ):  # fmt: skip
            changed.connect(lambda _: self._tell())
        press_on_enter(self, self.go)
        self._tell()
        self.first.setFocus()

    @property
    def lapse(self) -> Lapse:
        """What is asked for now."""
        like = self._like
        return Lapse(
            first=_python(self.first),
            last=_python(self.last),
            step=int(self.step.currentData()),
            size=tuple(self.size_.currentData()),
            rate=self.rate.value(),
            loop=self.loop.isChecked(),
            touches=like.touches,
            hour=like.hour,
            theme=like.theme,
            southern=like.southern,
        )

    def _tell(self) -> None:
        lapse = self.lapse
        self._fields.clear_wrong()
        good = lapse.first < lapse.last and lapse.count <= words.MOST
        if good:
            self.count.setText(words.lapse_count(lapse.count, lapse.seconds))
        else:
            self.count.setText(
                words.wrong_span() if lapse.first >= lapse.last else words.too_many(lapse.count)
            )
        self.go.setEnabled(good)

    def _choose(self) -> None:
        self.chosen.emit(self.lapse)
        self.accept()


def _day(day: date, first: date, last: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("ddd d MMM yyyy")
    field.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
    return field


def _python(field: QDateEdit) -> date:
    found = field.date()
    return date(found.year(), found.month(), found.day())
