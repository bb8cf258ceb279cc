"""The time-lapse as a file: as many pictures as were asked for, nothing half-written, the garden only read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gardener.domain.sample import plant_sample
from gardener.session import Session
from gardener.ui.lapse import Lapse, saving
from gardener.ui.lapse_dialog import LapseDialog
from gardener.ui.slow_drawing import SlowDrawing
from gardener.words import time_line as words
from tests.ui.conftest import DAY, Stand

SMALL = (200, 150)


def _lapse(days: int = -60, until: int = 0, **more: object) -> Lapse:
    made = Lapse(first=DAY + timedelta(days=days), last=DAY + timedelta(days=until), step=30, size=SMALL)
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A file with the sample garden."""
    path = tmp_path / "my.garden"
    with Session.open(path, create=True, on=DAY) as session:
        session.perform(lambda garden: plant_sample(garden, today=DAY))
    return path


def _make(garden: Path, lapse: Lapse, file: Path) -> list[float]:
    with Session.open(garden, on=DAY) as session:
        return list(saving(session, lapse, file))


def _count(picture: Image.Image) -> int:
    """How many pictures there are."""
    return sum(1 for _ in ImageSequence.Iterator(picture))


def test_the_days_of_a_span_end_with_the_last_one() -> None:
    lapse = Lapse(first=date(2026, 1, 1), last=date(2026, 1, 20), step=7, rate=10)
    assert [day.day for day in lapse.days()] == [1, 8, 15, 20]
    assert lapse.count == 4
    assert lapse.seconds == pytest.approx(0.3 + 1.8)
    even = Lapse(first=date(2026, 1, 1), last=date(2026, 1, 15), step=7)
    assert [day.day for day in even.days()] == [1, 8, 15]
    assert even.count == 3


@pytest.mark.parametrize("ending", ["gif", "webp", "png"])
@pytest.mark.parametrize("loop", [True, False])
def test_each_kind_of_file_holds_every_picture(
    garden: Path, tmp_path: Path, qtbot: QtBot, ending: str, loop: bool
) -> None:
    file, before = tmp_path / f"season.{ending}", garden.read_bytes()
    told = _make(garden, _lapse(until=60, loop=loop, touches=2), file)
    assert told == sorted(told)
    assert told[-1] == 1.0
    with Image.open(file) as picture:
        assert (_count(picture), picture.size) == (5, SMALL)
        assert picture.info.get("loop") == ((None if ending == "gif" else 1) if not loop else 0)
        frames = []
        for number in range(5):
            picture.seek(number)
            frames.append(picture.convert("RGB").tobytes())
    assert len(set(frames)) == 5
    assert [each.name for each in tmp_path.iterdir() if "season" in each.name] == [file.name]
    assert garden.read_bytes() == before


@pytest.mark.parametrize("steps", [1, 3])
def test_stopped_early_nothing_is_left_and_what_was_there_stays(
    garden: Path, tmp_path: Path, qtbot: QtBot, steps: int
) -> None:
    file = tmp_path / "season.gif"
    file.write_bytes(b"as it was")
    with Session.open(garden, on=DAY) as session:
        work = saving(session, _lapse(), file)
        for _ in range(steps):
            next(work)
        work.close()  # type: ignore[attr-defined]
    assert file.read_bytes() == b"as it was"
    assert not list(tmp_path.glob(".season*"))


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(
    garden: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with pytest.raises(OSError, match="No such file"):
        _make(garden, _lapse(), tmp_path / "none" / "season.gif")
    folder = tmp_path / "folder.gif"
    folder.mkdir()
    with pytest.raises(OSError, match="directory"):
        _make(garden, _lapse(), folder)
    assert not list(tmp_path.glob(".folder*"))


def _asked(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> LapseDialog:
    stand.session.perform(lambda garden: plant_sample(garden, today=DAY))
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    stand.trigger("time-lapse")
    (dialog,) = stand.opened
    assert isinstance(dialog, LapseDialog)
    return dialog


def test_from_the_window_it_is_asked_for_made_and_told(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _asked(stand, monkeypatch)
    assert dialog.lapse.first == stand.window.time.first
    assert dialog.lapse.last == DAY
    assert 20 < dialog.lapse.count <= 61
    start = DAY - timedelta(days=20)
    dialog.first.setDate(QDate(start.year, start.month, start.day))
    dialog.step.setCurrentIndex(2)
    dialog.size_.setCurrentIndex(0)
    assert dialog.count.text() == words.lapse_count(4, dialog.lapse.seconds)
    dialog.go.click()
    where = stand.opened[1]
    assert isinstance(where, QFileDialog)
    where.fileSelected.emit(str(tmp_path / "season"))
    slow = stand.opened[2]
    assert isinstance(slow, SlowDrawing)
    with stand.qtbot.waitSignal(slow.finishedDrawing, timeout=60_000):
        pass
    with Image.open(tmp_path / "season.gif") as picture:
        assert (_count(picture), picture.size) == (4, (640, 400))
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.words == "Wrote season.gif: 4 pictures."
    assert not stand.session.looking


def test_a_span_that_makes_no_sense_cannot_be_begun(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = _asked(stand, monkeypatch)
    dialog.first.setDate(dialog.last.date())
    assert not dialog.go.isEnabled()
    assert dialog.count.text() == words.wrong_span()
    dialog.first.setDate(dialog.first.minimumDate())
    assert dialog.go.isEnabled()
