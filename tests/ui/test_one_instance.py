"""One window for each garden: a second start hands over and ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

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
