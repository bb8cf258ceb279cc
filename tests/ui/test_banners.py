"""The quiet lines about the garden's file: read-only, damaged, in a synced folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gardener.session import Session
from gardener.settings import Preferences
from gardener.store import header
from gardener.ui.banners import Banners
from gardener.ui.bridge import Bridge
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from gardener.ui.synced import synced_by
from tests.ui.conftest import DAY, Stand


def press(banners: Banners, line: str, words: str) -> None:
    next(b for b in banners.lines[line].findChildren(QPushButton) if b.text() == words).click()


@pytest.fixture
def looking(stand: Stand, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[MainWindow]:
    """A second window on the garden of the first, which can only be read where it lies."""
    stand.add("Jane Miller")
    monkeypatch.setattr(header, "writable", lambda _: False)
    with Session.open(stand.path, on=DAY) as session:
        assert session.read_only
        bridge = Bridge(session)
        window = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10)
        qtbot.addWidget(window)
        window.show()
        yield window
        window.close()
        bridge.close()


def test_a_file_that_can_only_be_read_opens_with_a_line(looking: MainWindow) -> None:
    line = looking.banners.lines["read-only"]
    assert line.isVisible()
    assert "only be read" in line.text.text()
    assert looking.saved.text() == "Only to be read", "it does not say that anything is saved"
    assert [plant.name for plant in looking.view.picture.plants.values()] == ["Jane Miller"]


@pytest.mark.parametrize("command", ["rest", "remove", "leave-alone", "done-today"])
def test_every_deed_is_refused_with_the_sentence(looking: MainWindow, command: str) -> None:
    looking.selection.choose(next(iter(looking.bridge.session.garden.plants)))
    revision = looking.bridge.session.garden.revision
    looking.actions_[command].trigger()
    assert looking.bridge.session.garden.revision == revision
    assert "can only be read here" in looking.toasts.words[-1]


def test_a_file_that_can_be_written_has_no_line(stand: Stand) -> None:
    assert not stand.window.banners.lines


# Damage


def damage(path: Path) -> None:
    """Tears a page out of the middle, as a bad disk would."""
    whole = path.read_bytes()
    at = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:at] + b"\xa5" * 4096 + whole[at + 4096 :])


def open_damaged(stand: Stand) -> None:
    for number in range(60):
        stand.add(f"P {number}", notes="x" * 400)
    stand.session._file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(stand.path)


def test_damage_is_found_at_the_start_and_the_original_is_kept(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_damaged(stand)
    torn = stand.path.read_bytes()
    shown: list[str] = []

    def open_url(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    banners = stand.window.banners
    stand.window.examine()
    stand.qtbot.waitUntil(lambda: "damaged" in banners.lines)
    (kept,) = stand.path.parent.glob("my.garden.damaged-[0-9]")
    assert kept.read_bytes() == torn
    assert kept.name in banners.lines["damaged"].text.text()
    press(banners, "damaged", "Show where it lies")
    assert shown == [str(stand.path.parent)]


def test_damage_is_told_with_the_newest_whole_copy(stand: Stand) -> None:
    stand.add("Jane Miller")
    copy = stand.session.back_up()
    open_damaged(stand)
    stand.window.examine()
    lines = stand.window.banners.lines
    stand.qtbot.waitUntil(lambda: "damaged" in lines)
    told = lines["damaged"].text.text().replace("\u200b", "")  # where a long word may break
    assert f"“gardener restore {copy}”" in told


def test_the_same_damage_is_kept_once(stand: Stand) -> None:
    open_damaged(stand)
    first = stand.session.kept_if_damaged()
    assert first is not None
    assert stand.session.kept_if_damaged() == first
    assert list(stand.path.parent.glob("my.garden.damaged-[0-9]")) == [first]


def test_a_whole_file_says_nothing(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.window.examine()
    (job,) = stand.window.jobs._going
    with stand.qtbot.waitSignal(job.ended):
        pass
    assert not stand.window.banners.lines
    assert not list(stand.path.parent.glob("*damaged*"))


# Synced folders


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/jo/Dropbox/my.garden", "Dropbox"),
        ("/home/jo/OneDrive - Meridian/work/my.garden", "OneDrive"),
        ("/Users/jo/Library/Mobile Documents/com~apple~CloudDocs/my.garden", "iCloud"),
        ("/home/jo/Nextcloud/my.garden", "Nextcloud"),
        ("/home/jo/iCloud Drive/my.garden", "iCloud"),
        ("/home/jo/.local/share/gardener/my.garden", ""),
        ("/home/jo/Dropboxes/my.garden", ""),
        ("/home/jo/dropbox", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: str, service: str) -> None:
    assert synced_by(Path(path)) == service


def test_a_synced_folder_is_warned_of_once(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "Dropbox" / "my.garden"
    path.parent.mkdir()
    seen = []
    for _ in range(2):
        with Session.open(path, create=True, on=DAY) as session:
            bridge = Bridge(session)
            places = Places(tmp_path / "window.ini")
            window = MainWindow(bridge, preferences=Preferences(motion="off"), places=places, hour=10)
            qtbot.addWidget(window)
            window.show()
            window.examine()
            (job,) = window.jobs._going
            with qtbot.waitSignal(job.ended):
                pass
            seen.append("synced" in window.banners.lines)
            if seen[-1]:
                assert "lies in Dropbox" in window.banners.lines["synced"].text.text()
                press(window.banners, "synced", "All right")
                assert "synced" not in window.banners.lines
            window.close()
            bridge.close()
    assert seen == [True, False]
