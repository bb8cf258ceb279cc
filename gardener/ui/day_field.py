"""Fields of a day: one that always holds a day, and conversions between Qt's days and ours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


def qdate(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)


class DayField(QDateEdit):
    """A day, with a calendar; `latest` is the last that can be chosen."""

    def __init__(self, day: date, name: str, *, latest: date | None = None) -> None:
        super().__init__(qdate(day))
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setAccessibleName(name)
        if latest is not None:
            self.setMaximumDate(qdate(latest))

    @property
    def day(self) -> date:
        """The day it holds."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())
