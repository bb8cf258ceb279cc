"""Files named instead of a command are shown to be imported: in a new window, or in the one that stands open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gardener import app, settings
from gardener.__main__ import main
from gardener.session import Session
from gardener.ui.commands import Commands
from gardener.ui.import_dialog import ImportPreview
from gardener.ui.main_window import MainWindow
from gardener.ui.one_instance import OneInstance
from tests.ui.conftest import Stand

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Tom Park\nEND:VCARD\n"


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A file with one person."""
    path = tmp_path / "card.vcf"
    path.write_text(CARD, encoding="utf-8")
    return path


def names(garden: Path) -> list[str]:
    """Everyone in a garden."""
    with Session.open(garden) as session:
        return [plant.contact.name for plant in session.garden.plants.values()]


def test_a_new_window_shows_what_the_files_would_bring(
    qtbot: QtBot, tmp_path: Path, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QDialog] = []
    shown = Commands.preview_import

    def import_and_quit(commands: Commands, files: list[Path]) -> None:
        window = commands.parent()
        assert isinstance(window, MainWindow)
        qtbot.addWidget(window)
        commands.opened.connect(opened.append)
        shown(commands, files)
        (preview,) = opened
        assert isinstance(preview, ImportPreview)
        preview.planShown.connect(lambda: QTimer.singleShot(0, preview.go.click))
        window.bridge.done.connect(lambda _: QTimer.singleShot(0, commands.leave))

    monkeypatch.setattr(Commands, "preview_import", import_and_quit)
    garden = tmp_path / "my.garden"
    assert main(["--garden", str(garden), str(card)]) == 0
    assert len(opened) == 1
    assert names(garden) == ["Tom Park"]


def test_the_window_that_stands_open_is_handed_the_files(
    stand: Stand, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = OneInstance(stand.path, settings.state_folder())
    assert first.claim()
    first.listen()
    first.asked.connect(lambda files: app._come_to_front(stand.window, files))
    monkeypatch.chdir(card.parent)
    command = [sys.executable, "-m", "gardener", card.name, "--garden", str(stand.path)]
    root = str(Path(app.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", root)
    with (
        stand.qtbot.waitSignal(stand.window.commands.opened, timeout=60_000),
        subprocess.Popen(command, stderr=subprocess.PIPE) as second,
    ):
        stand.qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.stderr is not None
        assert (second.returncode, second.stderr.read()) == (0, b"")
    first.release()
    (preview,) = stand.opened
    assert isinstance(preview, ImportPreview)
    stand.qtbot.waitUntil(preview.go.isVisible)
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert [plant.contact.name for plant in stand.session.garden.plants.values()] == ["Tom Park"]
