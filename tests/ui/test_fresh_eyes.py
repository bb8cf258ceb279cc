"""What fresh eyes stumbled over in the real window: the first size, Enter on buttons, reading order, long names, Esc."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFileSystemModel,
    QPushButton,
    QTreeView,
    QWidget,
)

from gardener.domain.interaction import Direction, Kind
from gardener.domain.stage import Stage
from gardener.settings import Preferences
from gardener.ui.flow import Flow
from gardener.ui.import_dialog import ImportPreview
from gardener.ui.log_form import LogForm
from gardener.ui.main_window import LEAST, MainWindow
from gardener.ui.move_dialog import MoveDialog
from gardener.ui.parts import Label, Title
from gardener.ui.places import FRAME, Places
from tests.ui.conftest import Stand

LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh " * 4
ENDLESS = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


# The first size


@pytest.mark.parametrize("screen", [(1024, 700), (1366, 768), (800, 600)])
def test_the_first_size_fits_the_screen(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda self: QRect(0, 0, *screen))
    window = MainWindow(stand.bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10)
    stand.qtbot.addWidget(window)
    assert window.width() <= screen[0] - FRAME[0]
    assert window.height() <= screen[1] - FRAME[1]
    assert window.minimumWidth() <= min(LEAST[0], screen[0])
    window.close()


# Enter


def buttons(top: QWidget) -> Iterator[QPushButton]:
    for button in top.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled() and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield button


def test_enter_presses_the_focused_button_of_the_first_page(stand: Stand) -> None:
    first = stand.window.views.first
    assert first is not None
    for key, button in zip((Qt.Key.Key_Return, Qt.Key.Key_Enter), first.buttons[1:], strict=True):
        with stand.qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)


def check_enter(top: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter presses every button of `top`; what they do is left out."""
    pressed: list[QPushButton] = []
    for button in list(buttons(top)):
        if button.isCheckable() and button.isChecked():
            continue  # chosen already: Enter goes to the form
        if button.receivers(SIGNAL("clicked(bool)")) + button.receivers(SIGNAL("clicked()")):
            button.clicked.disconnect()
        button.clicked.connect(lambda _=False, button=button: pressed.append(button))
        monkeypatch.setattr(button, "showMenu", lambda button=button: pressed.append(button))
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert pressed[-1:] == [button], f"Enter leaves {button.accessibleName() or button.text()} alone"


@pytest.fixture
def jane(stand: Stand) -> str:
    """Somebody with something in every part of the panel."""
    jane = stand.add("Jane Miller", Stage.GROWING, emails=("jane@northlight.example",))
    stand.write_to(jane, days_ago=9, direction=Direction.INCOMING)
    stand.choose(jane)
    stand.window.count_now()
    settle()
    return jane


def test_enter_presses_every_button_of_the_window(
    stand: Stand, jane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_enter(stand.window, monkeypatch)


@pytest.mark.parametrize(
    "command", "add edit log water note plan species move compost preferences about".split()
)
def test_enter_presses_every_button_of_a_form(
    stand: Stand, jane: str, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    stand.trigger(command)
    settle()
    check_enter(stand.opened[-1], monkeypatch)


def test_in_a_form_enter_presses_the_button_the_eye_is_on(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("log")
    form = stand.opened[-1]
    close = next(button for button in buttons(form) if button.text() == "Close")
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert not stand.history(jane)


def test_enter_chooses_a_kind_and_then_saves(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    call = form.kind.button(Kind.CALL)
    call.setFocus()
    QTest.keyClick(call, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.kind.value is Kind.CALL
    QTest.keyClick(call, Qt.Key.Key_Return)
    assert [one.kind for one in stand.history(jane)] == [Kind.CALL]


# The bed it stands in


@pytest.mark.parametrize("stage", [Stage.SEED, Stage.GROWING, Stage.COMPOST])
def test_enter_on_the_bed_it_stands_in_moves_nothing(stand: Stand, stage: Stage) -> None:
    jane = stand.add("Jane Miller", stage)
    stand.choose(jane)
    stand.trigger("move")
    dialog = stand.opened[-1]
    assert isinstance(dialog, MoveDialog)
    held = dialog.focusWidget()
    assert isinstance(held, QPushButton)
    assert "here" in held.accessibleName()
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert stand.contact(jane).stage is stage
    assert len(stand.contact(jane).moves) == 0


def test_the_next_bed_is_one_arrow_away(stand: Stand) -> None:
    jane = stand.add("Jane Miller", Stage.GROWING)
    stand.choose(jane)
    stand.trigger("move")
    dialog = stand.opened[-1]
    QTest.keyClick(dialog, Qt.Key.Key_Down)
    held = dialog.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert stand.contact(jane).stage is Stage.FLOWERING


# Parts of the window


def test_f6_goes_round_the_parts_and_shift_f6_back(stand: Stand, jane: str) -> None:
    window = stand.window
    around = (window.band, window.today, window.views, window.time.bar, window.contact)
    for keys, order in (
        (Qt.KeyboardModifier.NoModifier, (3, 4, 0, 1, 2)),
        (Qt.KeyboardModifier.ShiftModifier, (1, 0, 4, 3, 2)),
    ):
        window.views.focus()
        for part in order:
            QTest.keyClick(window, Qt.Key.Key_F6, keys)
            held = window.focusWidget()
            assert held is not None
            assert around[part].isAncestorOf(held)


def test_f6_passes_over_a_panel_that_is_away(stand: Stand, jane: str) -> None:
    window = stand.window
    window.contact.hide()
    window.time.bar.track.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.search


def test_the_history_is_a_part_too(stand: Stand, jane: str) -> None:
    window = stand.window
    stand.trigger("history")
    window.time.bar.track.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    held = window.focusWidget()
    assert held is not None
    assert window.history.dock is not None
    assert window.history.dock.isAncestorOf(held)


# Long names


@pytest.mark.parametrize("name", [LONG.strip(), ENDLESS])
def test_a_long_name_floods_no_form(stand: Stand, name: str) -> None:
    stand.choose(stand.add(name))
    for command in ("log", "plan", "note", "move", "edit"):
        stand.trigger(command)
        form = stand.opened[-1]
        settle()
        assert form.width() <= 900
        title = form.findChild(Title)
        assert title is not None
        assert title.text().endswith("…") or title.accessibleName() == title.text()
        for widget in form.findChildren(QWidget):
            if widget.isVisible() and widget.window() is form and widget.parentWidget() is not None:
                right = widget.mapTo(form, widget.rect().topRight()).x()
                assert right < form.width(), f"{type(widget).__name__} {widget.accessibleName()}"
        form.close()


def test_a_long_name_ends_in_an_ellipsis_and_stands_whole_in_the_tooltip(stand: Stand) -> None:
    stand.choose(stand.add(LONG.strip()))
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    settle()
    chip = next(button for button in buttons(form.people))
    assert "…" in chip.text()
    assert LONG.strip() in chip.toolTip()
    form.close()
    stand.trigger("note")
    settle()
    title = stand.opened[-1].findChild(Title)
    assert title is not None
    assert title.text().endswith("…")
    assert LONG.strip() in title.toolTip()


def test_a_short_name_is_left_alone(stand: Stand) -> None:
    stand.choose(stand.add("Jane & Gus"))
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    settle()
    chip = next(button for button in buttons(form.people))
    assert chip.text() == "Jane && Gus  ×"
    assert chip.toolTip() == "Take out"


def test_a_word_without_end_goes_on_in_the_next_line(stand: Stand) -> None:
    label = Label(ENDLESS, wrap=True)
    stand.qtbot.addWidget(label)
    assert label.heightForWidth(200) > 2 * label.fontMetrics().height()


# Scroll bars


@pytest.mark.parametrize("command", "add edit log water note plan move compost".split())
def test_a_form_has_no_scroll_bar_while_the_screen_has_room(
    stand: Stand, jane: str, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda self: QRect(0, 0, 1600, 1200))
    stand.write_to(jane, days_ago=1)
    stand.write_to(jane, days_ago=0)
    stand.trigger(command)
    form = stand.opened[-1]
    settle()
    assert not scrolls(form)
    if isinstance(form, LogForm):
        form.kind.choose(Kind.EMAIL)
        form.direction.choose(Direction.OUTGOING)
        settle()
        assert form.guard.isVisible()
        assert not scrolls(form)


def test_the_preview_of_an_import_has_no_scroll_bar_while_the_screen_has_room(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda self: QRect(0, 0, 1600, 1200))
    cards = tmp_path / "cards.vcf"
    cards.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nEND:VCARD\n" for n in range(12)))
    stand.window.commands.preview_import([cards])
    preview = stand.opened[-1]
    assert isinstance(preview, ImportPreview)
    with stand.qtbot.waitSignal(preview.planShown):
        pass
    settle()
    assert not scrolls(preview)
    preview.close()


def scrolls(form: QDialog) -> bool:
    from gardener.ui.parts import Column

    column = form.findChild(Column)
    assert column is not None
    return column.verticalScrollBar().isVisible()


# Rows of fields


def test_of_several_lines_none_is_left_with_one_alone(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    settle()
    tops = [form.kind.button(kind).y() for kind in Kind]
    assert min(tops.count(top) for top in tops) > 1


def test_fields_of_a_line_stand_on_its_middle(qtbot: object) -> None:
    part = QWidget()
    flow = Flow(part)
    for height in (20, 40):
        child = QWidget()
        child.setFixedSize(30, height)
        flow.addWidget(child)
    part.resize(200, 40)
    part.show()
    settle()
    assert [child.geometry().center().y() for child in part.findChildren(QWidget)] == [19, 19]
    part.close()


# Esc


def test_esc_asks_once_before_what_was_typed_is_lost(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("log")
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    QTest.keyClicks(form.note, "Coffee")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert any("Esc again" in label.text() for label in form.findChildren(Label) if label.isVisible())
    QTest.keyClicks(form.note, "!")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert form.isVisible(), "it went on being typed in"
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert not stand.history(jane)


@pytest.mark.parametrize("command", ["log", "plan", "note", "add", "edit"])
def test_esc_closes_at_once_where_nothing_was_typed(stand: Stand, command: str) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.trigger(command)
    form = stand.opened[-1]
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


# One voice


def test_a_message_silences_the_status_bar(stand: Stand, jane: str) -> None:
    stand.window.say("Moved Jane Miller within the bed")
    assert stand.window.statusBar().currentMessage()
    stand.trigger("remove")
    assert stand.window.toasts.words[-1:] == ("Removed Jane Miller",)
    assert not stand.window.statusBar().currentMessage()


# The dialog that looks for files

LOCK = "import fcntl, sys; f = open(sys.argv[1], 'r+b'); fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)"


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_looking_for_files_opens_none_of_them(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    beside = tmp_path / "another.gardener"
    beside.write_bytes(b"SQLite format 3\0" + bytes(200))
    with beside.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        monkeypatch.setattr(Path, "home", lambda: tmp_path)
        stand.trigger("import")
        dialog = stand.opened[-1]
        assert isinstance(dialog, QFileDialog)
        dialog.setNameFilters(["All files (*)"])
        model = dialog.findChild(QFileSystemModel)
        view = dialog.findChild(QTreeView)
        assert model is not None
        assert view is not None
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        stand.qtbot.waitUntil(lambda: model.index(str(beside)).isValid())
        stand.qtbot.waitUntil(lambda: bool(model.type(model.index(str(beside)))))
        settle()
        other = subprocess.run([sys.executable, "-c", LOCK, str(beside)], capture_output=True, check=False)
        assert other.returncode != 0, "the dialog has looked into the file and dropped the lock on it"
        dialog.close()
