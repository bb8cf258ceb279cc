"""The picture with which a window stands before it is furnished: shown only while it is true, and nothing is lost by it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gardener import settings
from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.domain.sample import sample
from gardener.session import Forgotten, Session
from gardener.settings import Preferences
from gardener.ui import snapshot, theme
from gardener.ui.bridge import Bridge
from gardener.ui.first_light import FirstLight
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from tests.ui.conftest import DAY

TOMORROW = DAY + timedelta(days=1)
LIMIT = 60


def coloured(colour: Qt.GlobalColor) -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@dataclass
class Kept:
    """A garden, the files of choices and places, and the pictures kept of two days."""

    garden: Path
    choices: Path
    folder: Path

    @property
    def light(self) -> FirstLight:
        """As the next start finds it."""
        return FirstLight(self.garden, self.folder, (self.choices, self.garden.with_name("none.ini")))

    @property
    def files(self) -> list[Path]:
        """What lies in the folder."""
        return sorted(self.folder.iterdir())

    def touch_log(self, text: str) -> None:
        """Leaves a log beside the garden, as a program that is still writing does."""
        self.garden.with_name(self.garden.name + "-wal").write_text(text)


@pytest.fixture
def kept(tmp_path: Path, qapp: QApplication) -> Kept:
    garden, choices = tmp_path / "my.garden", tmp_path / "preferences.json"
    garden.write_text("a garden")
    choices.write_text("{}")
    found = Kept(garden, choices, tmp_path / "state")
    found.light.keep([(DAY, coloured(Qt.GlobalColor.red)), (TOMORROW, coloured(Qt.GlobalColor.blue))])
    return found


def test_each_day_has_its_picture(kept: Kept) -> None:
    first, second = kept.light.found(DAY), kept.light.found(TOMORROW)
    assert first is not None
    assert second is not None
    assert (first.pixelColor(5, 5), second.pixelColor(39, 29)) == (QColor("red"), QColor("blue"))
    assert kept.light.has([DAY, TOMORROW])
    assert not kept.light.has([DAY, TOMORROW + timedelta(days=1)])


def test_the_picture_outlives_what_found_it(kept: Kept) -> None:
    found = kept.light.found(DAY)
    kept.light.forget()
    assert found is not None
    assert found.pixelColor(39, 29) == QColor("red")


CHANGES: dict[str, Callable[[Kept], object]] = {
    "the garden": lambda kept: kept.garden.write_text("another garden"),
    "the garden, of the same length": lambda kept: os.utime(kept.garden, ns=(1, 1)),
    "the choices": lambda kept: kept.choices.write_text('{"theme": "dusk"}'),
    "the places": lambda kept: kept.garden.with_name("none.ini").write_text("[window]"),
    "a log": lambda kept: kept.touch_log("pages"),
    "no garden": lambda kept: kept.garden.unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_not_shown_and_goes_once_anything_has_changed(kept: Kept, change: str) -> None:
    CHANGES[change](kept)
    assert kept.light.found(DAY) is None
    assert kept.files == []


def test_it_goes_when_its_days_are_over(kept: Kept) -> None:
    assert kept.light.found(TOMORROW + timedelta(days=1)) is None
    assert kept.files == []


def test_an_empty_log_is_none(kept: Kept) -> None:
    kept.touch_log("")
    assert kept.light.found(DAY) is not None


def test_only_the_person_can_read_it(kept: Kept) -> None:
    (file,) = kept.files
    assert file.stat().st_mode & 0o077 == 0
    assert "my.garden" not in file.name


def test_they_go_with_a_person_who_is_forgotten(tmp_path: Path, qapp: QApplication) -> None:
    garden = tmp_path / "my.garden"
    with Session.open(garden, create=True, on=DAY) as session:
        contact = Contact(id=session.new_id(), name="Zebulon", created=DAY)
        session.perform(lambda g: deeds.add(g, contact))
        light = FirstLight(garden, settings.state_folder(), ())
    light.keep([(DAY, coloured(Qt.GlobalColor.red))])
    assert len(list(settings.state_folder().iterdir())) == 1
    with Session.open(garden, on=DAY) as session:
        assert isinstance(session.forget(contact.id), Forgotten)
    assert list(settings.state_folder().iterdir()) == []


def test_nothing_is_kept_of_a_garden_that_is_being_written(kept: Kept) -> None:
    kept.light.forget()
    kept.touch_log("pages")
    kept.light.keep([(DAY, coloured(Qt.GlobalColor.red))])
    assert kept.files == []


# The window


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(tmp_path / "my.garden", create=True, on=DAY) as opened:
        changeset = sample(DAY)
        opened.perform(lambda garden: changeset)
        yield opened


@pytest.fixture
def bridge(session: Session, qapp: QApplication) -> Iterator[Bridge]:
    theme.apply(qapp, "light")
    made = Bridge(session)
    yield made
    made.close()
    qapp.setStyleSheet("")


def opened(qtbot: QtBot, bridge: Bridge | None, before: QImage | None = None) -> MainWindow:
    window = MainWindow(
        bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10, before=before
    )
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitSignal(window.appeared):
        window.show()
    return window


def places_of(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """Where every named widget of a window lies in it."""
    found = {}
    for widget in window.findChildren(QWidget):
        if widget.objectName() and widget.isVisible():
            at = widget.mapTo(window, widget.rect().topLeft())
            found[widget.objectName()] = (at.x(), at.y(), widget.width(), widget.height())
    return found


def test_a_frame_shows_the_picture_until_it_is_furnished(qtbot: QtBot, bridge: Bridge) -> None:
    before = QImage(1280, 800, QImage.Format.Format_RGB32)
    before.fill(Qt.GlobalColor.magenta)
    window = opened(qtbot, None, before)
    assert not window.is_furnished
    assert window.grab().toImage().pixelColor(640, 400) == QColor("magenta")
    with qtbot.waitSignal(window.furnished):
        window.furnish(bridge)
    assert window.grab().toImage().pixelColor(640, 400) != QColor("magenta")
    window.close()


def test_a_picture_of_another_size_is_not_shown(qtbot: QtBot) -> None:
    before = QImage(900, 800, QImage.Format.Format_RGB32)
    before.fill(Qt.GlobalColor.magenta)
    window = opened(qtbot, None, before)
    assert window.grab().toImage().pixelColor(640, 400) != QColor("magenta")
    window.close()


def test_furnished_late_everything_lies_where_it_lies_else(qtbot: QtBot, bridge: Bridge) -> None:
    at_once, late = opened(qtbot, bridge), opened(qtbot, None)
    late.furnish(bridge)
    for window in (at_once, late):
        window.spread(window.width())
        window.count_now()
        window.view.finish_now()
        QApplication.processEvents()
    assert places_of(late) == places_of(at_once)
    assert len(places_of(late)) > 10
    for window in (at_once, late):
        window.close()


def test_furnished_late_the_garden_has_its_place_at_once(qtbot: QtBot, bridge: Bridge) -> None:
    window = opened(qtbot, None)
    window.furnish(bridge)
    fitted = window.view.size(), window.view.scale_now
    QApplication.processEvents()
    assert (window.view.size(), window.view.scale_now) == fitted
    assert not window.time.bar.isHidden()
    window.close()


def test_a_frame_can_be_closed_and_takes_no_files(qtbot: QtBot) -> None:
    window = opened(qtbot, None)
    window.close()
    assert not window.isVisible()


def test_what_is_kept_is_what_the_window_shows(
    session: Session, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(qtbot, bridge)
    drawn = snapshot.as_it_opens(
        session,
        Preferences(motion="off"),
        Places(None),
        size=window.size(),
        hour=10,
        cache=tmp_path / "cache",
    )
    assert drawn.deviceIndependentSize().toSize() == window.size()
    window.count_now()
    window.view.finish_now()
    window.contact.finish_now()
    QApplication.processEvents()
    shown = window.grab().toImage()
    alike = sum(
        drawn.pixel(x, y) == shown.pixel(x, y)
        for x in range(0, shown.width(), 4)
        for y in range(0, shown.height(), 4)
    )
    # All but the ring around what has the focus, which nothing has in a window that is on no screen.
    assert alike > 0.97 * (shown.width() // 4) * (shown.height() // 4)
    window.close()


# Two starts

WINDOW = """
import os, sys

class Listening:
    encoding, errors = "utf-8", "strict"

    def write(self, text):
        if text.startswith("painted"):
            modules = sorted(sys.modules)
            os.write(1, ("\\n".join(modules) + "\\n").encode())
        if text.startswith("ready"):
            from PySide6.QtCore import QTimer
            from PySide6.QtWidgets import QApplication
            QTimer.singleShot(0, QApplication.instance(), QApplication.closeAllWindows)
        return len(text)

    def flush(self):
        pass

sys.stdout = Listening()
from gardener.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def start(home: Path, garden: Path, day: date) -> frozenset[str]:
    """The modules loaded at the first paint of a start that then comes to rest and is closed."""
    ended = subprocess.run(
        [sys.executable, "-c", WINDOW, "--garden", str(garden), "--on", day.isoformat()],
        cwd=Path(__file__).parents[2],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COV_"))},
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "GARDENER_READY": "1",
        },
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=True,
    )
    return frozenset(ended.stdout.splitlines())


def test_the_second_start_stands_before_the_garden_is_opened(tmp_path: Path, session: Session) -> None:
    tmp_path.chmod(0o700)
    garden = session.path
    session.close()
    first, second = start(tmp_path, garden, DAY), start(tmp_path, garden, DAY)
    assert "gardener.session" in first
    assert "gardener.ui.main_window" in second
    assert not {"gardener.session", "gardener.scene.view", "gardener.ui.furnishing", "sqlite3"} & second
    other_day = start(tmp_path, garden, TOMORROW)
    assert "gardener.session" in other_day
