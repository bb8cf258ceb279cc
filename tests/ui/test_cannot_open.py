"""A garden that cannot be opened is told in a small window, which shows where the file lies."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from gardener.app import FAILED, run
from gardener.domain.sample import sample
from gardener.session import Session
from tests.ui.conftest import DAY

CLOSED = """
import sys
from PySide6.QtCore import QTimer
from gardener import app
from gardener.__main__ import main
app._ready = lambda window: QTimer.singleShot(0, window.close)
sys.exit(main(sys.argv[1:]))
"""


BROUGHT_BACK = """
from PySide6.QtWidgets import QMessageBox
QMessageBox.exec = lambda box: 0
QMessageBox.clickedButton = lambda box: next(b for b in box.buttons() if b.text() == "Bring the copy back")
"""


def started(code: str, path: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """The program, started on the garden with what `code` does to it, and ended well."""
    home.chmod(0o700)
    return subprocess.run(
        [sys.executable, "-c", code, "--garden", str(path), "--on", DAY.isoformat()],
        cwd=Path(__file__).parents[2],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COV_"))},
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def test_a_damaged_garden_is_told_with_its_newest_whole_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "my.garden"
    with Session.open(path, create=True, on=DAY) as session:
        changeset = sample(DAY)
        session.perform(lambda garden: changeset)
        copy = session.back_up()
    path.write_bytes(path.read_bytes()[:5000])
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    assert run(garden=path) == FAILED
    assert f"“gardener restore {copy}” brings it back" in told[0]


def test_the_whole_copy_is_brought_back_by_one_press(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    with Session.open(path, create=True, on=DAY) as session:
        changeset = sample(DAY)
        session.perform(lambda garden: changeset)
        session.back_up()
    torn = path.read_bytes()[:5000]
    path.write_bytes(torn)
    ended = started(BROUGHT_BACK + CLOSED, path, tmp_path)
    assert "damaged" in ended.stderr
    with Session.open(path) as session:
        assert len(session.garden.plants) > 20
    (kept,) = tmp_path.glob("my.garden.damaged-*")
    assert kept.read_bytes() == torn


def test_a_window_that_closes_leaves_a_copy_of_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    with Session.open(path, create=True, on=DAY) as session:
        changeset = sample(DAY)
        session.perform(lambda garden: changeset)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET created = '2020-01-01T00:00:00'")  # not of the last half hour
    started(CLOSED, path, tmp_path)
    newest = Session.newest_copy(path)
    assert newest is not None
    with Session.open(newest) as copy:
        assert len(copy.garden.plants) > 20


@pytest.mark.parametrize("pressed", ["Show where it lies", "Close"])
def test_a_damaged_garden_is_told_and_shown_where_it_lies(
    pressed: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "my.garden"
    path.write_bytes(b"")
    told: list[str] = []
    shown: list[str] = []
    chosen: list[QAbstractButton] = []

    def answer(box: QMessageBox) -> int:
        told.append(box.text())
        chosen[:] = [each for each in box.buttons() if each.text().replace("&", "") == pressed]
        return 0

    def open_url(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: chosen[0])
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert run(garden=path) == FAILED
    assert "damaged" in told[0]
    assert path.read_bytes() == b""
    assert shown == ([str(tmp_path)] if pressed.startswith("Show") else [])
