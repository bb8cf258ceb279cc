"""Motion is off when it is chosen so, or when the desktop asks for less, however it says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtDBus import QDBusVariant
from PySide6.QtWidgets import QApplication

from gardener.ui import reduced_motion
from gardener.ui.looks import moves
from tests.ui.conftest import Stand


@pytest.mark.parametrize(
    ("key", "answer", "less"),
    [
        ("enable-animations", False, True),
        ("enable-animations", True, False),
        ("enable-animations", QDBusVariant(False), True),
        ("reduced-motion", 1, True),
        ("reduced-motion", 0, False),
        ("reduced-motion", QDBusVariant(1), True),
        ("reduced-motion", None, False),
    ],
)
def test_the_answers_of_a_desktop(key: str, answer: object, less: bool) -> None:
    assert reduced_motion.says_less(key, answer) is less


def test_where_nobody_can_tell_there_is_motion(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(reduced_motion, "_by_qt", lambda: None)
    monkeypatch.setattr("sys.platform", "linux")
    assert moves("auto")
    assert not moves("off")


def test_the_window_follows_the_desktop_and_the_preference(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, seen = stand.window.looks, []
    for asked, wanted in ((False, "auto"), (True, "auto"), (False, "off")):
        monkeypatch.setattr(reduced_motion, "is_asked", lambda answer=asked: answer)
        looks.prefer(replace(looks.preferences, motion=wanted))
        seen.append(stand.window.view.motion)
        looks.ask_desktop()
        seen.append(stand.window.view.motion)
    assert seen == [True, True, False, False, False, False]
