"""Fresh processes for the benches: the real window of a garden of 1,000 contacts, and a bare Qt window beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Timer
from time import clock_gettime, perf_counter, sleep

from gardener.domain.sample import sample
from gardener.session import Session

ROOT = Path(__file__).parents[2]
CONTACTS = 1_000
PAIRS = 7
"""Pairs of processes that count; one more goes before them, which also compiles."""
LIMIT = 120.0
"""Seconds after which a process is ended, whatever it does."""

BARE = (
    "-c",
    """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self, lambda: print("painted", flush=True))
        QTimer.singleShot(0, self, lambda: print("grown", flush=True))
        QTimer.singleShot(0, self, lambda: print("ready", flush=True))

app = QApplication([])
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
""",
)


class Running:
    """One process; what it says is read line by line, each with the seconds since it was started."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        self._start = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=_surroundings(home), stdout=subprocess.PIPE, text=True
        )
        self._limit = Timer(LIMIT, self._process.kill)
        self._limit.start()

    def until(self, word: str) -> float:
        """Waits for the line that begins with `word`; RuntimeError when the process ends before."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(word):
                return perf_counter() - self._start
        raise RuntimeError(f"the process ended before it was {word}")

    def resident(self) -> int:
        """Bytes of memory in use, shared ones included, as Linux counts them."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def processor_seconds(self) -> float:
        """Processor time of all threads so far, ended ones too: Linux's clock of that process."""
        return clock_gettime((~self._process.pid << 3) | 2)

    def close(self) -> None:
        """Asks the window to close, and waits for the end of the process."""
        self._process.terminate()
        self._process.wait()

    def end(self) -> None:
        """Ends the process at once."""
        self._limit.cancel()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def _surroundings(home: Path) -> dict[str, str]:
    """An environment of its own: an empty home, no display unless one is asked for, compiled files kept."""
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("XDG_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return {**variables, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "GARDENER_READY": "1"}


def platform() -> str:
    """Where the windows stand."""
    return os.environ.get("QT_QPA_PLATFORM", "offscreen")


@contextmanager
def sample_garden() -> Iterator[tuple[Path, tuple[str, ...]]]:
    """A folder to be at home in, and the arguments that open the window on a sample garden in it."""
    with tempfile.TemporaryDirectory(prefix="gardener-bench-") as folder:
        home = Path(folder)
        home.chmod(0o700)
        file = home / "bench.garden"
        with Session.open(file, create=True) as session:
            changeset = sample(session.today, contacts=CONTACTS)
            session.perform(lambda garden: changeset)
        yield home, ("-m", "gardener", "--garden", str(file), "--on", date.today().isoformat())


@contextmanager
def running(arguments: Sequence[str], home: Path) -> Iterator[Running]:
    """A process that is ended when the work with it is done."""
    process = Running(arguments, home)
    try:
        yield process
    finally:
        process.end()


def rest(seconds: float) -> None:
    """Lets the windows be; nothing but time is measured here."""
    sleep(seconds)
