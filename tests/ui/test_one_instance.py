"""One window for each garden: a second start hands over and ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gardener.ui import one_instance
from gardener.ui.one_instance import OneInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gardener.ui.one_instance import OneInstance
app = QCoreApplication([])
second = OneInstance(Path(sys.argv[1]), Path(sys.argv[2]))
assert not second.claim()
sys.exit(0 if second.hand_over([Path(sys.argv[3])]) else 1)
"""

TELLING = """
from PySide6.QtCore import QThread
from gardener.ui import one_instance
class Telling:
    told = False
    def msleep(time):
        Telling.told or print("found nobody", flush=True)
        Telling.told = True
        QThread.msleep(time)
one_instance.QThread = Telling
"""


def test_the_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    garden, file = tmp_path / "my.garden", tmp_path / "people.vcf"
    first = OneInstance(garden, tmp_path / "state")
    assert first.claim()
    first.listen()
    command = [sys.executable, "-c", SECOND, str(garden), str(tmp_path / "state"), str(file)]
    with qtbot.waitSignal(first.asked, timeout=30_000) as asked, subprocess.Popen(command) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert asked.args == [[file]]
    first.release()


def test_a_start_that_does_not_listen_yet_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    garden, file = tmp_path / "my.garden", tmp_path / "people.vcf"
    first = OneInstance(garden, tmp_path / "state")
    assert first.claim()
    command = [sys.executable, "-c", TELLING + SECOND, str(garden), str(tmp_path / "state"), str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == b"found nobody\n"
        with qtbot.waitSignal(first.asked, timeout=30_000) as asked:
            first.listen()
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert asked.args == [[file]]
    first.release()


def test_a_first_start_that_never_answers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_instance, "WAIT", 1)
    first, second = (OneInstance(tmp_path / "my.garden", tmp_path) for _ in range(2))
    assert first.claim()
    assert not second.claim()
    assert not second.hand_over([])
    first.release()


def test_another_garden_has_a_window_of_its_own(tmp_path: Path) -> None:
    one = OneInstance(tmp_path / "one.garden", tmp_path)
    other = OneInstance(tmp_path / "other.garden", tmp_path)
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_a_garden_that_was_given_free_can_be_opened_again(tmp_path: Path) -> None:
    one = OneInstance(tmp_path / "one.garden", tmp_path)
    again = OneInstance(tmp_path / "one.garden", tmp_path)
    assert one.claim()
    assert not again.claim()
    one.release()
    assert again.claim()
    again.release()
