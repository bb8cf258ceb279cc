"""Reads every history beside the window, once for each state of the garden, so that any day is at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gardener.ui.jobs import Job, Jobs, Report

if TYPE_CHECKING:
    from gardener.domain.chronicle import Course
    from gardener.session import Session

Found = tuple[int, "dict[str, Course]", Counter[int]]
"""The revision that was read, its courses, and the days on which somebody withered who came back."""


class TimeReading(QObject):
    """wasRead(): the histories of the present garden are known."""

    wasRead = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._read: tuple[int, Counter[int]] | None = None
        self._reading: Job | None = None

    @property
    def revived(self) -> Counter[int] | None:
        """The days on which somebody withered who has given a sign since; null while the histories are not known."""
        return self._read[1] if self.known and self._read is not None else None

    @property
    def known(self) -> bool:
        """Whether the histories of the present garden are known."""
        return self._read is not None and self._read[0] == self._session.garden.revision

    def begin(self) -> None:
        """Reads, unless that is done or under way."""
        if self._reading is not None or self.known:
            return
        job = self._reading = self._jobs.run(_reading(self._session))
        job.finished.connect(self._take_in)
        job.ended.connect(self._read_to_the_end)
        job.start()

    def at_once(self) -> None:
        """Reads while the window waits: for pictures of it."""
        self._take_in(_reading(self._session)(lambda _: None))

    def _read_to_the_end(self) -> None:
        self._reading = None

    def _take_in(self, found: Found) -> None:
        revision, courses, revived = found
        if revision == self._session.garden.revision:
            self._session.chronicle.learn(courses)
            self._read = revision, revived
            self.wasRead.emit()


def _reading(session: Session) -> Callable[[Report], Found]:
    """The work of reading."""

    def read(report: Report) -> Found:
        from gardener.ui.time_marks import revived

        with session.beside() as beside:
            courses = beside.courses()
            report(None)
            climate = beside.garden.climate(beside.today)
            return beside.garden.revision, courses, revived(courses.values(), climate)

    return read
