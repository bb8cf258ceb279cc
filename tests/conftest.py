"""What every test stands on: a home of its own, and nothing left behind when it ends.

Works without PySide6 and pytest-qt too (`tests/without_qt.py`): Qt is looked at only where a test used it.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.skips import needs

ROOT = Path(__file__).resolve().parent.parent

# Before anything imports Qt or asks for the local day.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile("gardener", derandomize=True, deadline=None, print_blob=True)
settings.register_profile(
    "explore", parent=settings.get_profile("gardener"), derandomize=False, max_examples=5_000
)
settings.load_profile("gardener")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples that may stand beside the project; GARDENER_SHARED names another place."""
    folder = Path(os.environ.get("GARDENER_SHARED") or ROOT.parent / "shared")
    needs(folder.is_dir(), "../shared")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, with the XDG folders inside it, for this test alone."""
    folder = tmp_path_factory.mktemp("home")
    for variable, name in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", ".run"),
    ):
        place = folder / name
        place.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(variable, str(place))
    monkeypatch.setenv("HOME", str(folder))
    for variable in [
        name for name in os.environ if name.startswith("GARDENER_") and name != "GARDENER_SHARED"
    ]:
        monkeypatch.delenv(variable)
    return folder


class _Errors(logging.Handler):
    """Keeps what is logged at ERROR and above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_logged_as_error(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logged an error, unless it is marked `logs_errors`; then fail it if it logged none."""
    handler = _Errors()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if request.node.get_closest_marker("logs_errors") is None:
        assert not handler.said, "logged as errors: " + "; ".join(handler.said)
    else:
        assert handler.said, "marked logs_errors, but nothing was logged at ERROR"


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread behind, or, if it used Qt, a timer, an animation or a window."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _foreign(thread)]
    for thread in left:
        thread.join(timeout=1.0)
    assert not [thread.name for thread in left if thread.is_alive()], "threads left running"
    if not {"qapp", "qtbot"}.isdisjoint(request.fixturenames):
        left_in_qt = _left_in_qt()
        assert not left_in_qt, f"left behind in Qt: {left_in_qt}"


def _foreign(thread: threading.Thread) -> bool:
    """Whether the thread was started outside Python, which keeps such an entry after the thread has ended."""
    return isinstance(thread, threading._DummyThread)


def _left_in_qt() -> list[str]:
    """What Qt still holds after the test's widgets were closed; stops it, to spare the next test."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left: list[str] = []
    if not QThreadPool.globalInstance().waitForDone(1000):
        left.append("jobs in the global thread pool")
    for thing in gc.get_objects():
        if issubclass(type(thing), (QTimer, QAbstractAnimation)) and isValid(thing):
            if isinstance(thing, QTimer) and thing.isActive():
                left.append(f"timer {thing.objectName() or thing} of {thing.parent()}")
                thing.stop()
            elif isinstance(thing, QAbstractAnimation) and thing.state() != QAbstractAnimation.State.Stopped:
                left.append(f"animation {thing.objectName() or thing} of {thing.parent()}")
                thing.stop()

    def windows() -> list[str]:
        widgets = QApplication.topLevelWidgets()
        return [repr(w) for w in widgets if isValid(w) and w.parent() is None and not w.inherits("QTipLabel")]

    if windows():
        gc.collect()  # a window in a circle of references has been let go all the same
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for widget in windows():
        left.append(f"window {widget}")
    if left:
        QApplication.closeAllWindows()
        for top in QApplication.topLevelWidgets():
            top.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return left
