"""The ground the tests stand on: what a test leaves behind, or logs as an error, fails it."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HEADER = """
import logging, threading, pytest
from PySide6.QtCore import QTimer, QVariantAnimation
from PySide6.QtWidgets import QMainWindow, QWidget
kept = []
"""

LEFT = {
    "an error in the log": "def test_it(): logging.getLogger('seed').error('rotten')",
    "a thread": "def test_it():\n    end = threading.Event(); kept.append(end)\n"
    "    threading.Thread(target=end.wait, args=(5,), daemon=True).start()",
    "a timer": "def test_it(qtbot):\n    timer = QTimer(); timer.start(60_000); kept.append(timer)",
    "an animation": "def test_it(qtbot):\n    move = QVariantAnimation(duration=60_000, startValue=0, endValue=1)\n"
    "    move.start(); kept.append(move)",
    "a window": "def test_it(qtbot):\n    window = QWidget(); window.show(); kept.append(window)",
    "a mark that promises an error": "@pytest.mark.logs_errors\ndef test_it(): pass",
    "an exception in a slot": "def test_it(qtbot):\n    QTimer.singleShot(0, lambda: 1 / 0)\n"
    "    with qtbot.waitSignal(QWidget().destroyed, timeout=50, raising=False): pass",
}

TIDY = {
    "a closed window with its timer": "def test_it(qtbot):\n    window = QMainWindow(); qtbot.addWidget(window)\n"
    "    window.show(); QTimer(window).start(60_000)",
    "a window in a circle": "def test_it(qtbot):\n    window = QWidget(); window.itself = window",
    "a thread that ends": "def test_it(): threading.Thread(target=int).start()",
    "an error meant": "@pytest.mark.logs_errors\ndef test_it(): logging.getLogger('seed').error('rotten')",
}


def _spoilt(text: str, folder: Path) -> set[str]:
    """The tests that fail in a run of its own, in which only this project's conftest is at work."""
    file, report = folder / "test_inner.py", folder / "report.xml"
    file.write_text(HEADER + text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    command += ["-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}", f"--junitxml={report}", str(file)]
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
    cases = list(ElementTree.parse(report).iter("testcase"))
    assert len({case.get("name") for case in cases}) == text.count("def test_")
    return {case.get("name", "") for case in cases if len(case)}


def test_what_is_left_behind_fails_the_test_that_left_it_and_no_other(tmp_path: Path) -> None:
    names = {f"test_left_{number}": text for number, text in enumerate(LEFT.values())}
    names |= {f"test_tidy_{number}": text for number, text in enumerate(TIDY.values())}
    text = "\n".join(text.replace("test_it", name) for name, text in names.items())
    assert _spoilt(text, tmp_path) == {name for name in names if "left" in name}
