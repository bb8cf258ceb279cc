"""Reminders in the window: off at first, one message a day, the page that says why, closing without a tray."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from gardener import autostart
from gardener.domain.interaction import Direction
from gardener.domain.reminding import Why
from gardener.domain.stage import Stage
from gardener.remindings import KEPT, Record
from gardener.session import Session
from gardener.settings import Preferences
from gardener.ui import tray as trays
from gardener.ui.bridge import Bridge
from gardener.ui.reminders import Reminders
from gardener.ui.reminders_page import RemindersPage
from gardener.words import reminding as words
from tests.ui.conftest import DAY, Stand

NINE = datetime(DAY.year, DAY.month, DAY.day, 9, 0)


class Hands:
    """Reminders on the stand's garden, with a clock to be set."""

    def __init__(self, stand: Stand, tmp_path: Path, preferences: Preferences) -> None:
        self.now, self.preferences = NINE, preferences
        self.session = Session.open(stand.path)
        self.session._clock = lambda: self.now  # the garden's day follows the clock
        self.bridge = Bridge(self.session)
        self.said: list[str] = []
        self.record = Record.read(tmp_path / "state" / "reminders.json")
        self.reminders = Reminders(
            self.bridge,
            lambda: self.preferences,
            self.record,
            lambda: False,
            stand.window,
            clock=lambda: self.now,
        )
        self.reminders.said.connect(self.said.append)

    def close(self) -> None:
        self.reminders.stop()
        self.bridge.close()
        self.session.close()


def thirsty(stand: Stand) -> str:
    ann = stand.add("Ann", Stage.GROWING)
    stand.write_to(ann, days_ago=42, direction=Direction.INCOMING)
    stand.write_to(ann, days_ago=40, direction=Direction.INCOMING)
    stand.write_to(ann, days_ago=39)
    return ann


def test_all_of_it_is_off_at_first(stand: Stand) -> None:
    first = Preferences()
    assert (first.tray, first.close_to_tray, first.digest) == ("off", "off", "")
    window = stand.window
    window.reminders.begin()
    assert window.reminders._held is None, "nothing is even made"


def test_one_message_a_day_and_why_not_another(stand: Stand, tmp_path: Path) -> None:
    thirsty(stand)
    hands = Hands(stand, tmp_path, Preferences())
    hands.reminders.look()
    assert hands.said == []
    hands.preferences = replace(hands.preferences, digest="09:00")
    hands.now = NINE - timedelta(minutes=5)
    hands.reminders.apply()
    assert hands.said == []
    for minutes in range(0, 300, 1):
        hands.now = NINE + timedelta(minutes=minutes)
        hands.reminders.look()
    assert len(hands.said) == 1
    assert "today’s check-in" in hands.said[0]
    assert [why for _, why in hands.record.lines] == [Why.ALREADY, Why.SHOWN, Why.EARLY]
    again = Record.read(hands.record.file)
    assert (again.last, again.lines) == (NINE.date(), hands.record.lines)
    hands.close()


def test_the_record_is_short_and_a_broken_one_is_a_new_one(tmp_path: Path) -> None:
    file = tmp_path / "reminders.json"
    record = Record.read(file)
    for n in range(100):
        record.note(NINE + timedelta(days=n), Why.SHOWN)
    assert len(Record.read(file).lines) == KEPT
    file.write_text("{", encoding="utf-8")
    assert Record.read(file).lines == []


def test_the_page_says_why_and_tests(stand: Stand, tmp_path: Path) -> None:
    thirsty(stand)
    hands = Hands(stand, tmp_path, replace(Preferences(), digest="10:00"))
    page = RemindersPage(hands.reminders, DAY, stand.window)
    assert "has not come" in page.now.text()
    assert page.next.text() == "today at 10:00"
    page.test.click()
    assert hands.said == ["This is how a reminder looks."]
    assert "test" in page.record.text()
    page.close()
    hands.close()


def test_no_tray_is_made_where_there_is_none_and_nothing_hides_in_it(stand: Stand, tmp_path: Path) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable(), "the offscreen desktop has none"
    hands = Hands(stand, tmp_path, replace(Preferences(), tray="on", close_to_tray="on"))
    assert hands.reminders.tray is None
    assert not hands.reminders.can_hide
    hands.close()
    stand.window.close()
    assert not stand.window.isVisible()


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")  # the offscreen platform, at a tray
def test_where_a_tray_is_it_shows_the_count_and_the_window_may_hide(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thirsty(stand)
    monkeypatch.setattr(trays, "is_there", lambda: True)
    hands = Hands(stand, tmp_path, replace(Preferences(), tray="on"))
    tray = hands.reminders.tray
    assert tray is not None
    assert not hands.reminders.can_hide, "not chosen"
    hands.preferences = replace(hands.preferences, close_to_tray="on")
    assert hands.reminders.can_hide == tray.is_visible
    hands.reminders._count()
    assert "1" in tray.icon.toolTip() or "2" in tray.icon.toolTip()
    hands.preferences = Preferences()
    hands.reminders.apply()
    assert hands.reminders.tray is None
    hands.close()


def test_the_icon_says_how_many(qapp: object) -> None:
    assert trays.picture(0).toImage() != trays.picture(3).toImage() != trays.picture(12).toImage()


def test_starting_at_login_is_one_small_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not autostart.is_on()
    autostart.turn(True)
    assert autostart.is_on()
    text = (tmp_path / "autostart" / "gardener.desktop").read_text(encoding="utf-8")
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert 'Exec="' in text
    autostart.turn(False)
    autostart.turn(False)
    assert not autostart.is_on()


def test_a_path_is_quoted_as_the_desktop_wants_it() -> None:
    assert autostart._quoted('/a b/$x"%') == '"/a b/\\\\$x\\\\"%%"'


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")  # the offscreen platform, at a tray
def test_a_sentence_is_said_from_the_tray(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trays, "is_there", lambda: True)
    stand.add("Ada")
    looks = stand.window.looks
    looks.prefer(replace(looks.preferences, tray="on"))
    tray = stand.window.reminders.made().tray
    assert tray is not None
    (say,) = [action for action in tray.menu.actions() if action.text() == words.SAY]
    stand.window.view.setFocus()
    say.trigger()
    assert stand.window.focusWidget() is stand.window.search
    looks.prefer(replace(looks.preferences, tray="off"))
