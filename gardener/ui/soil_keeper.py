"""Learns the soil once a month beside the window, when everything stands and nobody waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gardener.domain.changes import Refusal
from gardener.domain.soil import LEAST, Prediction
from gardener.ui.bridge import Bridge
from gardener.ui.jobs import Job, Jobs, Report
from gardener.words import refusals

AFTER = 4000
"""Milliseconds from the start, or from midnight, until it looks."""


class SoilKeeper(QObject):
    """`look` begins the waiting. ended(str): a look is over; why nothing was learnt, when somebody had asked."""

    ended = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs
        self._job: Job | None = None
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look_now)
        bridge.dayChanged.connect(lambda _: self.look())

    def look(self) -> None:
        """Looks in a while."""
        self._timer.start(AFTER)

    def look_now(self) -> None:
        """Learns the soil if it is due."""
        if self._bridge.session.soil_is_due:
            self._begin(asked=False)
        else:
            self.ended.emit("")

    def learn(self) -> None:
        """Learns it now, because somebody asks."""
        self._begin(asked=True)

    def _begin(self, *, asked: bool) -> None:
        if self._job is not None:
            return
        session, self._said = self._bridge.session, ""

        def work(report: Report) -> list[Prediction]:
            return session.matured(lambda: report(None))

        self._job = self._jobs.run(work)
        self._job.finished.connect(lambda found: self._learn(found, asked))
        self._job.failed.connect(self._bridge.trouble)
        self._job.ended.connect(self._over)
        self._job.start()

    def _learn(self, predictions: list[Prediction], asked: bool) -> None:
        if not asked and (len(predictions) < LEAST or not self._bridge.session.soil_is_due):
            return
        result = self._bridge.learn_soil(predictions)
        if isinstance(result, Refusal) and asked:
            self._said = refusals.sentence(result)

    def _over(self) -> None:
        self._job = None
        self.ended.emit(self._said)
