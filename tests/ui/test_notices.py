"""The sample's line, the one question who I am, and the messages with Undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.session import InputFile, Session
from gardener.settings import Preferences
from gardener.ui import toasts
from gardener.ui.bridge import Bridge
from gardener.ui.main_window import MainWindow
from gardener.ui.notices import WHO_I_AM, Notice
from gardener.ui.parts import Label
from gardener.ui.places import Places
from gardener.ui.preferences_dialog import PreferencesDialog
from gardener.words import notices as words
from tests.ui.conftest import DAY, Stand

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEMAIL:ada@x.example\r\nEND:VCARD\r\n"


def press(notice: Notice | None, words: str) -> None:
    assert notice is not None
    next(b for b in notice.findChildren(QPushButton) if b.text() == words).click()


# The sample


def test_a_sample_is_marked_and_left_in_one_press_which_undo_gives_back(stand: Stand) -> None:
    assert not bool(stand.window.notices.sample)
    stand.trigger("sample")
    notice = stand.window.notices.sample
    assert notice is not None
    assert notice.isVisible()
    whole = stand.session.garden.plants
    press(notice, "Leave it")
    assert not stand.session.garden.plants
    assert stand.window.views.is_empty
    assert not notice.isVisible()
    assert [row.what.code for row in stand.session.record()] == ["leave-sample", "sample"]
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.words == "Left the sample garden"
    assert toast.button is not None
    toast.button.click()
    assert stand.session.garden.plants == whole
    assert notice.isVisible()
    assert stand.session.check().ok


def test_ones_own_people_stay_when_the_sample_is_left(stand: Stand) -> None:
    stand.trigger("sample")
    own = stand.add("Ada Lovelace")
    notice = stand.window.notices.sample
    assert notice is not None
    assert "Your own stay" in notice.text.text()
    stand.trigger("leave-sample")
    assert set(stand.session.garden.plants) == {own}
    assert stand.window.toasts.words[-1] == "Left the sample garden, 1 contact of your own stayed"
    assert not stand.window.views.is_empty
    assert stand.session.check().ok


def test_a_garden_of_ones_own_has_no_line_and_no_command_to_leave(stand: Stand) -> None:
    stand.add("Ada Lovelace")
    assert stand.window.notices.sample is None
    assert not stand.window.actions_["leave-sample"].isEnabled()


# Who I am


def test_who_i_am_is_asked_after_the_first_log_and_never_again(stand: Stand, tmp_path: Path) -> None:
    jane = stand.add("Jane Miller")
    assert stand.window.notices.who is None
    log(stand, jane)
    press(stand.window.notices.who, "Not now")
    assert stand.window.notices.who is None
    log(stand, jane)
    stand.bridge.import_files([InputFile("a.vcf", CARD)])
    assert stand.window.notices.who is None
    assert Places(tmp_path / "window.ini").asked == {WHO_I_AM}
    stand.window.close()
    bridge = Bridge(stand.session)
    again = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"))
    stand.qtbot.addWidget(again)
    again.show()
    stand.bridge.close()
    bridge.import_files([InputFile("b.vcf", CARD.replace(b"Ada", b"Bo").replace(b"ada", b"bo"))])
    assert again.notices.who is None
    again.close()
    bridge.close()


def log(stand: Stand, contact: str) -> None:
    from gardener.domain.interaction import Interaction, Kind

    talk = Interaction(
        id=stand.session.new_id(),
        day=DAY,
        kind=Kind.CALL,
        direction=Direction.MUTUAL,
        participants=(contact,),
    )
    stand.bridge.log(talk)


def test_it_is_asked_after_the_first_import_and_answered_in_the_preferences(stand: Stand) -> None:
    stand.bridge.import_files([InputFile("a.vcf", CARD)])
    press(stand.window.notices.who, "Say who I am…")
    dialog = stand.opened[0]
    assert isinstance(dialog, PreferencesDialog)
    assert dialog.focusWidget() is dialog.lines["my-names"]
    dialog.lines["my-names"].setText("Alex")
    QTest.keyClick(dialog.lines["my-names"], Qt.Key.Key_Return)
    assert stand.window.looks.preferences.my_names == ("Alex",)


def test_who_has_said_it_is_not_asked_nor_is_one_in_the_sample(stand: Stand) -> None:
    stand.trigger("sample")
    log(stand, next(iter(stand.session.garden.plants)))
    assert stand.window.notices.who is None
    stand.trigger("leave-sample")
    stand.window.looks.prefer(Preferences(my_addresses=("a@x.example",), motion="off"))
    stand.bridge.import_files([InputFile("a.vcf", CARD)])
    assert stand.window.notices.who is None


def test_saying_it_meanwhile_answers_the_question(stand: Stand) -> None:
    stand.bridge.import_files([InputFile("a.vcf", CARD)])
    assert stand.window.notices.who is not None
    stand.window.looks.prefer(Preferences(my_names=("Alex",), motion="off"))
    assert stand.window.notices.who is None


# Messages with Undo


def take_back(stand: Stand, _: str) -> None:
    stand.session.imports.bring([InputFile("a.vcf", CARD)])
    stand.bridge.take_back(next(iter(stand.session.garden.batches)))


def dismiss(stand: Stand, jane: str) -> None:
    stand.write_to(jane, days_ago=5, direction=Direction.INCOMING)
    (loop,) = stand.window.readings.round().open_loops
    stand.bridge.dismiss(loop.id)


def remove_log(stand: Stand, jane: str) -> None:
    stand.write_to(jane)
    stand.bridge.remove_log(stand.history(jane)[0])


TAKING_AWAY: dict[str, Callable[[Stand, str], object]] = {
    "remove": lambda stand, jane: stand.bridge.remove(jane),
    "remove-log": remove_log,
    "compost": lambda stand, jane: stand.bridge.move(jane, Stage.COMPOST),
    "take-back": take_back,
    "dismiss": dismiss,
    "rest": lambda stand, jane: stand.bridge.rest(jane),
    "leave-alone": lambda stand, jane: stand.bridge.leave_alone(jane),
}


@pytest.mark.parametrize("deed", list(TAKING_AWAY))
def test_every_deed_that_takes_away_says_so_with_an_undo_that_undoes_it(stand: Stand, deed: str) -> None:
    jane = stand.add("Jane Miller")
    TAKING_AWAY[deed](stand, jane)
    done = stand.session.undoable
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.button is not None
    assert "Ctrl+Z" in toast.accessibleDescription()
    assert toast.accessibleName() == toast.words
    toast.button.click()
    assert stand.session.redoable == done


def test_an_undo_is_withdrawn_when_it_would_undo_something_else(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    stand.bridge.remove(jane)
    assert stand.window.toasts.words == ("Removed Jane Miller",)
    stand.bridge.wake(gus)
    stand.bridge.rest(gus)
    assert list(stand.window.toasts.words) == ["Let Gus Jones rest"]
    stand.trigger("undo")
    assert list(stand.window.toasts.words) == []


def test_what_was_refused_is_withdrawn_once_something_could_be_done(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.bridge.failed.emit("The disk is full")
    stand.bridge.refused.emit("Nobody is called that")
    assert list(stand.window.toasts.words) == ["The disk is full", "Nobody is called that"]
    stand.bridge.add_common(jane, theirs=("sails",))
    assert list(stand.window.toasts.words) == []
    stand.bridge.failed.emit("The disk is full")
    assert list(stand.window.toasts.words) == ["The disk is full"]


def test_another_programs_deed_withdraws_it_too(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.bridge.remove(jane)
    with Session.open(stand.path, on=DAY) as other:
        other.undo()
    stand.bridge.look()
    assert stand.window.toasts.words == ()


def test_a_message_stays_while_the_mouse_or_the_keyboard_is_on_it(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toasts, "STAYS", 1)
    jane = stand.add("Jane Miller")
    stand.bridge.remove(jane)
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.button is not None
    stand.window.activateWindow()
    stand.qtbot.waitUntil(stand.window.isActiveWindow)
    toast.button.setFocus()
    toast._time_is_up()
    assert toast.isVisible()
    stand.window.search.setFocus()
    stand.qtbot.waitUntil(lambda: not stand.window.toasts.words)


def test_long_messages_go_on_in_the_next_line(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.window.toasts.say("A word " * 60)
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.width() <= stand.window.views.width()
    assert toast.height() > 3 * toast.fontMetrics().lineSpacing()


def test_words_and_buttons_of_a_message_stand_side_by_side(stand: Stand) -> None:
    stand.window.toasts.say("Let Jane Miller rest", press=lambda: None)
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.button is not None
    label = next(each for each in toast.findChildren(Label))
    assert label.geometry().right() < toast.button.geometry().left()
    assert toast.button.width() == toast.button.sizeHint().width()


def test_tab_comes_to_the_notices_and_to_the_history(stand: Stand) -> None:
    stand.trigger("sample")
    stand.trigger("history")
    stand.window.notices.ask_who()
    stand.window._order()
    dock = stand.window.history.dock
    assert dock is not None
    wanted = {b for line in stand.window.notices.lines for b in line.findChildren(QPushButton)} | {dock.list}
    stand.window.activateWindow()
    stand.qtbot.waitUntil(stand.window.isActiveWindow)
    stand.window.search.setFocus()
    met: set[object] = set()
    for _ in range(300):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= met


def test_where_the_room_is_narrow_the_sample_is_named_in_two_words_and_whole_in_the_tip(stand: Stand) -> None:
    stand.trigger("sample")
    notice = stand.window.notices.sample
    assert notice is not None
    notice.setFixedWidth(900)
    QApplication.processEvents()
    assert notice.text.text() == words.SAMPLE
    assert not notice.text.toolTip()
    notice.setFixedWidth(260)
    QApplication.processEvents()
    assert notice.text.text() == words.SAMPLE_SHORT
    assert "invented" in notice.text.toolTip()
    assert notice.accessibleName() == words.SAMPLE
