"""Work beside the window: one thread for each job, with progress and cancelling; what it finds comes back by signals."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal

Report = Callable[[object], None]
"""What a job calls to say how far it is; it raises Cancelled once nobody wants the result any more."""
Work = Callable[[Report], object]


class Cancelled(Exception):
    """Ends a job's work from within `Report`; nobody else sees it."""


_lock, _at_work = threading.Lock(), [0]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Looking for circles among all that a job makes would stop the window for a second at a time; it waits until no job
    is at work. Whatever is in no circle is let go as ever."""
    with _lock:
        _at_work[0] += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _at_work[0] -= 1
            if not _at_work[0]:
                gc.enable()


class Job(QObject):
    """One piece of work in a thread of its own. All signals come in the thread of the window.

    progressed(object), finished(object): what it found. failed(Exception). None of them comes after `cancel`.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _came = Signal(str, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="gardener job", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def cancel(self) -> None:
        """Lets the work end at its next word; its result is not wanted any more."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Waits for the end of the thread; whether it has come."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            with _without_collecting():
                found = self._work(self._report)
            self._came.emit("finished", found)
        except Cancelled:
            self._came.emit("ended", None)
        except Exception as error:
            # Told to the window, which shows it: a thread that dies silently helps nobody.
            self._came.emit("failed", error)

    def _report(self, how_far: object) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._came.emit("progressed", how_far)

    def _deliver(self, what: str, value: object) -> None:
        if not self._stop.is_set() and what != "ended":
            signals = {"progressed": self.progressed, "finished": self.finished, "failed": self.failed}
            signals[what].emit(value)
        if what != "progressed":
            self.ended.emit()


class Jobs(QObject):
    """The jobs of one window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._going: list[Job] = []

    def run(self, work: Work) -> Job:
        """A job that begins when the caller has connected what it wants to hear: with `start`."""
        job = Job(work)
        self._going.append(job)
        job.ended.connect(lambda: self._going.remove(job) if job in self._going else None)
        return job

    def cancel(self) -> None:
        """Nobody wants their results any more: the window closes."""
        for job in self._going:
            job.cancel()

    def wait(self, seconds: float) -> bool:
        """Waits for the threads of all jobs; whether all have ended."""
        return all(job.wait(seconds) for job in tuple(self._going))
