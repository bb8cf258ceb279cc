"""Preferences: they hold at once, are kept, and the garden's own choices are deeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from gardener.settings import Preferences
from gardener.ui import folders, theme
from gardener.ui.preferences_dialog import PreferencesDialog
from tests.ui.conftest import DAY, Stand


@pytest.fixture
def kept(stand: Stand) -> Iterator[list[Preferences]]:
    """What was saved, in its order; the looks of the other tests come back."""
    said: list[Preferences] = []
    stand.window.looks._keep = said.append
    yield said
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


def opened(stand: Stand) -> PreferencesDialog:
    stand.trigger("preferences")
    dialog = stand.opened[-1]
    assert isinstance(dialog, PreferencesDialog)
    dialog.activateWindow()
    stand.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def enter(dialog: PreferencesDialog, key: str, text: str) -> None:
    """Types into a line and presses Enter."""
    field = dialog.lines[key]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_choice_holds_at_once_and_is_kept(stand: Stand, kept: list[Preferences]) -> None:
    stand.add("Jane Miller")
    dialog = opened(stand)
    dialog.choices["theme"].button("dusk").click()
    assert theme.name() == "dusk"
    assert stand.window.view.picture is not None
    assert kept[-1].theme == "dusk"
    dialog.choices["motion"].button("auto").click()
    assert bool(stand.window.view.motion)
    dialog.choices["motion"].button("off").click()
    assert not stand.window.view.motion
    dialog.choices["hemisphere"].button("south").click()
    assert kept[-1] == Preferences(theme="dusk", motion="off", hemisphere="south")
    assert dialog.isVisible()


def test_text_grows_at_once_and_the_form_with_it(stand: Stand, kept: list[Preferences]) -> None:
    stand.add("Jane Miller")
    dialog = opened(stand)
    width, panel = dialog.width(), stand.window.contact.width()
    dialog.choices["text-size"].button("1.5").click()
    assert theme.scale() == 1.5
    assert dialog.width() > width or dialog.width() >= dialog.screen().availableGeometry().width() * 9 // 10
    stand.qtbot.waitUntil(lambda: stand.window.contact.width() > panel)
    assert kept[-1].text_size == 1.5


def test_the_arrows_step_through_a_choice(stand: Stand, kept: list[Preferences]) -> None:
    dialog = opened(stand)
    assert dialog.choices["theme"].button("auto").hasFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert kept[-1].theme == "light"


def test_lines_hold_when_enter_is_pressed_or_they_are_left(stand: Stand, kept: list[Preferences]) -> None:
    dialog = opened(stand)
    enter(dialog, "my-names", "Alex Gardener; A. Gardener")
    assert kept[-1].my_names == ("Alex Gardener", "A. Gardener")
    assert dialog.isVisible()
    dialog.lines["region"].setFocus()
    QTest.keyClicks(dialog.lines["region"], "de")
    dialog.choices["theme"].focus()
    assert kept[-1].region == "DE"
    assert dialog.lines["region"].text() == "DE"


def test_what_does_not_fit_is_told_beside_its_line_and_not_kept(
    stand: Stand, kept: list[Preferences]
) -> None:
    dialog = opened(stand)
    enter(dialog, "region", "Germany")
    assert "two letters" in dialog._owners["region"].wrongs()
    assert not kept
    enter(dialog, "region", "FR")
    assert not dialog._owners["region"].wrongs()
    enter(dialog, "seed-days", "3")
    assert "from 14 to 3650" in dialog._owners["seed-days"].wrongs()
    assert not stand.session.garden.choices


def test_the_gardens_choices_are_deeds_of_today_and_follow_undo(stand: Stand) -> None:
    dialog = opened(stand)
    enter(dialog, "patience", "2")
    assert stand.session.garden.choice("patience", DAY) == "2.0"
    assert dialog.lines["patience"].text() == "2.0"
    assert [choice.since for choice in stand.session.garden.choices.values()] == [DAY]
    stand.bridge.undo()
    assert stand.session.garden.choice("patience", DAY) == ""
    assert dialog.lines["patience"].text() == "1.0"
    enter(dialog, "patience", "1")
    assert not stand.session.garden.choices, "what holds at first is no deed"


def test_escape_gives_a_line_back_and_then_closes(stand: Stand, kept: list[Preferences]) -> None:
    dialog = opened(stand)
    field = dialog.lines["my-names"]
    field.setFocus()
    QTest.keyClicks(field, "Half a na")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not kept


def test_back_to_the_defaults_and_back_again(stand: Stand, kept: list[Preferences]) -> None:
    dialog = opened(stand)
    dialog.choices["theme"].button("contrast").click()
    enter(dialog, "my-names", "Alex")
    enter(dialog, "patience", "2")
    dialog.defaults.click()
    assert kept[-1] == Preferences(my_names=("Alex",))
    assert dialog.choices["theme"].value == "auto"
    assert stand.session.garden.choice("patience", DAY) == ""
    assert dialog.defaults.text() == "My choices again"
    dialog.defaults.click()
    assert kept[-1] == Preferences(theme="contrast", my_names=("Alex",), motion="off")
    assert stand.session.garden.choice("patience", DAY) == "2.0"


def test_the_place_of_the_file_is_shown(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def show(path: Path) -> bool:
        asked.append(path)
        return False

    monkeypatch.setattr(folders, "show", show)
    dialog = opened(stand)
    assert str(stand.path) in [field.text() for field in dialog.findChildren(QLineEdit)]
    assert dialog.place.text().startswith("Opened from elsewhere")
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Show in folder").click()
    assert asked == [stand.path]
    assert "can be copied" in dialog.place.text()


def test_the_desktops_scheme_is_followed_only_when_it_is_wished(
    stand: Stand, kept: list[Preferences]
) -> None:
    looks = stand.window.looks
    looks.prefer(Preferences(theme="dusk", motion="off"))
    looks._follow()
    assert theme.name() == "dusk"
    looks.prefer(Preferences(theme="auto", motion="off"))
    looks._follow()
    assert theme.name() == theme.wished(_app(), "auto")


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_every_control_has_a_name(stand: Stand) -> None:
    dialog = opened(stand)
    controls = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLineEdit)]
    nameless = [c for c in controls if c.isVisibleTo(dialog) and not c.accessibleName()]
    assert not nameless
