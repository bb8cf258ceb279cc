"""The main window: what it shows, what a hand does in it, and what comes from elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from gardener.domain.contact import CommonGround
from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.session import Session
from gardener.settings import Preferences
from gardener.ui.bridge import Bridge
from gardener.ui.cards import Card
from gardener.ui.contact_form import ContactForm
from gardener.ui.import_dialog import ImportPreview
from gardener.ui.main_window import MainWindow
from gardener.ui.move_dialog import MoveDialog
from gardener.ui.places import Places
from tests.ui.conftest import DAY, Stand

NAME = "<b>Jo</b> & <i>Co</i>"
CARDS = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEMAIL:ada@x.example\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"
)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_the_first_page_stands_until_there_is_somebody(stand: Stand) -> None:
    window = stand.window
    assert window.views.currentWidget() is not window.view
    assert window.today.isHidden()
    stand.add("Jane Miller")
    assert window.views.currentWidget() is window.view
    assert window.today.isVisible()
    stand.trigger("undo")
    assert window.views.currentWidget() is not window.view


def test_dragging_a_plant_moves_it_and_undo_puts_it_back(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    view = stand.window.view
    stand.qtbot.waitUntil(lambda: view.picture.layout.visible(jane))
    start = view.viewport().mapFromGlobal(view.point_of(jane))
    end = view.viewport().mapFromGlobal(view.point_of_bed(Stage.GROWING))
    place = stand.contact(jane).place
    drag(view.viewport(), start, end)
    assert stand.contact(jane).stage is Stage.GROWING
    assert stand.window.selection.id == jane
    stand.trigger("undo")
    assert stand.contact(jane).stage is Stage.SEED
    assert stand.contact(jane).place == place


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, button, none, start)
    for step in range(1, 11):
        QTest.mouseMove(widget, start + (end - start) * step / 10)
    QTest.mouseRelease(widget, button, none, end)


def test_cut_and_paste_moves_by_keyboard(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    window = stand.window
    stand.choose(jane)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    for _ in range(6):
        QTest.keyClick(window.view, Qt.Key.Key_Right)
    QTest.keyClick(window.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert stand.contact(jane).stage is not Stage.SEED


def test_move_to_by_letter(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    QTest.keyClick(stand.window.view, Qt.Key.Key_M)
    dialog = stand.opened[0]
    assert isinstance(dialog, MoveDialog)
    QTest.keyClick(dialog, Qt.Key.Key_F)
    assert stand.contact(jane).stage is Stage.FLOWERING


def test_compost_asks_why_and_enter_leaves_it_open(stand: Stand) -> None:
    jane, gus = stand.add("Jane Miller"), stand.add("Gus Jones")
    stand.choose(jane)
    QTest.keyClick(stand.window.view, Qt.Key.Key_C)
    QTest.keyClick(stand.opened[0], Qt.Key.Key_N)
    assert str(stand.contact(jane).moves[-1].reason) == "no-reply"
    stand.choose(gus)
    QTest.keyClick(stand.window.view, Qt.Key.Key_C)
    focused = stand.opened[1].focusWidget()
    assert isinstance(focused, QAbstractButton)
    focused.click()
    assert stand.contact(gus).stage is Stage.COMPOST
    assert stand.contact(gus).moves[-1].reason is None


def test_a_name_is_shown_as_it_is(stand: Stand) -> None:
    jo = stand.add(NAME, common=CommonGround(("<u>Boston</u>",), ()))
    stand.write_to(jo, days_ago=3)
    stand.write_to(jo, days_ago=1)
    stand.choose(jo)
    stand.trigger("remove")
    stand.trigger("undo")
    stand.choose(jo)
    stand.trigger("log")
    stand.trigger("move")
    assert NAME in texts(stand.window.contact)
    assert any(text.startswith("<b>Jo") for text in texts(stand.window.today))
    assert any(NAME in text for text in texts(stand.window))
    labels = [label for top in (stand.window, *stand.opened) for label in top.findChildren(QLabel)]
    assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}


def test_a_row_of_today_chooses_its_plant_and_takes_its_key(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=2)
    stand.write_to(jane, days_ago=1)
    stand.choose("")
    row = next(card for card in stand.window.today.findChildren(Card) if card.contact == jane)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert stand.window.selection.id == jane
    assert stand.window.view.selection == jane
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_R)
    assert stand.contact(jane).rests_on(DAY)


def test_800_old_seeds_are_one_row(stand: Stand) -> None:
    for number in range(40):
        stand.add(f"Seed {number}")
    rows = [card for card in stand.window.today.findChildren(Card) if card.isVisibleTo(stand.window.today)]
    assert [card.accessibleName() for card in rows if "never spoken to" in card.accessibleName()] == [
        "40 seeds never spoken to, They keep. Sow a few again when you like."
    ]
    assert len(rows) == 1


def test_done_for_today_is_recorded_once(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.window.today.done_button.click()
    assert DAY.isoformat() in stand.session.garden.checkins
    assert not stand.window.today.done_button.isEnabled()


def test_search_finds_and_goes(stand: Stand) -> None:
    stand.add("Jane Miller")
    gus = stand.add("Gus Jones")
    window = stand.window
    stand.trigger("find")
    QTest.keyClicks(window.search, "jon")
    assert window.search.list.count() == 1
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.selection.id == gus
    assert window.search.list.isHidden()
    assert window.view.hasFocus()


def test_search_puts_names_before_notes(stand: Stand) -> None:
    stand.add("Gus Jones", notes="a friend of Jane")
    stand.add("Mary Jane Watson")
    stand.add("Jane Miller")
    assert [named.name for named in stand.window.readings.find("jane")] == [
        "Jane Miller",
        "Mary Jane Watson",
        "Gus Jones",
    ]


def test_search_says_when_nobody_matches(stand: Stand) -> None:
    stand.add("Jane Miller")
    QTest.keyClicks(stand.window.search, "zz")
    assert stand.window.search.list.item(0).text() == "Nobody matches"
    QTest.keyClick(stand.window.search, Qt.Key.Key_Return)
    assert stand.window.selection.id is None


def test_common_ground_is_added_and_taken_away(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    part = stand.window.contact.page.common
    QTest.keyClicks(part.field, "From Boston")
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    part.mine.click()
    QTest.keyClicks(part.field, "Tennessee")
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    assert stand.contact(jane).common == CommonGround(("From Boston",), ("Tennessee",))
    line = next(card for card in part.findChildren(Card) if card.accessibleName().startswith("From Boston"))
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert stand.contact(jane).common == CommonGround((), ("Tennessee",))


def test_a_contact_is_added_and_edited_by_keyboard(stand: Stand) -> None:
    stand.trigger("add")
    form = stand.opened[0]
    assert isinstance(form, ContactForm)
    QTest.keyClicks(form.name, "Ada Lovelace")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    (plant,) = stand.session.garden.plants.values()
    assert plant.contact.name == "Ada Lovelace"
    assert stand.window.selection.id == plant.contact.id
    stand.trigger("edit")
    form = stand.opened[1]
    assert isinstance(form, ContactForm)
    form.lists["emails"].setPlainText("ada@x.example\nada@y.example")
    form.tags.setText("engines, poetry")
    QTest.keyClick(form.org, Qt.Key.Key_Return)
    ada = stand.contact(plant.contact.id)
    assert ada.emails == ("ada@x.example", "ada@y.example")
    assert ada.tags == ("engines", "poetry")


def test_what_is_wrong_stands_beside_its_field(stand: Stand) -> None:
    stand.trigger("add")
    form = stand.opened[0]
    assert isinstance(form, ContactForm)
    form._save()
    assert form._person.wrongs() == "A name is wanted."
    form.name.setText("Ada")
    form.lists["emails"].setPlainText("not an address")
    form._save()
    assert "not an e-mail address" in form._means.wrongs()
    assert not form._person.wrongs()
    assert not stand.session.garden.plants
    form.lists["emails"].setPlainText("")
    form.met.setText("yesterday")
    form._save()
    assert "such as 2026-11-22" in form._person.wrongs()
    form.met.setText("2026-11-20")
    form._save()
    assert [p.contact.name for p in stand.session.garden.plants.values()] == ["Ada"]


def test_editing_keeps_what_another_program_changed_meanwhile(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("edit")
    form = stand.opened[0]
    assert isinstance(form, ContactForm)
    form.org.setText("Meridian")
    elsewhere(stand.path, "edit", "Jane Miller", "--title", "Lead")
    form._save()
    assert (stand.contact(jane).org, stand.contact(jane).title) == ("Meridian", "Lead")


def elsewhere(path: Path, *arguments: str) -> None:
    """The command line, in a process of its own."""
    command = [sys.executable, "-m", "gardener", "--garden", str(path), "--on", DAY.isoformat(), *arguments]
    subprocess.run(command, check=True, timeout=60, capture_output=True)


def test_what_another_process_writes_is_seen_within_a_second(stand: Stand) -> None:
    stand.add("Jane Miller")
    with stand.qtbot.waitSignal(stand.bridge.changed, timeout=30_000):
        elsewhere(stand.path, "add", "Gus Jones")
    assert {p.contact.name for p in stand.session.garden.plants.values()} == {"Jane Miller", "Gus Jones"}
    assert {p.name for p in stand.window.view.picture.plants.values()} == {"Jane Miller", "Gus Jones"}


def test_an_import_is_previewed_then_done_then_undone(stand: Stand, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_bytes(CARDS)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    no = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, no)
    stand.window.dropEvent(drop)
    stand.qtbot.waitUntil(lambda: bool(stand.opened))
    preview = stand.opened[0]
    assert isinstance(preview, ImportPreview)
    stand.qtbot.waitUntil(preview.go.isVisible)
    shown = " ".join(texts(preview))
    assert "2 people: 1 new, 1 left out" in shown
    assert "Who comes in Ada Lovelace" in shown
    assert "neither a name nor a means of contact" in shown
    assert not stand.session.garden.plants
    with stand.qtbot.waitSignal(stand.bridge.done):
        preview.go.click()
    assert [p.contact.name for p in stand.session.garden.plants.values()] == ["Ada Lovelace"]
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.words == "Imported people.vcf: 1 new person, 0 merged"
    assert toast.button is not None
    toast.button.click()
    assert not stand.session.garden.plants


def test_the_preview_names_the_first_eight_as_plain_text_and_counts_the_rest(
    stand: Stand, tmp_path: Path
) -> None:
    names = ["<b>Ada</b> & Co", *(f"Person {n}" for n in range(2, 12))]
    file = tmp_path / "many.vcf"
    file.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in names))
    stand.window.commands.preview_import([file])
    preview = stand.opened[0]
    assert isinstance(preview, ImportPreview)
    stand.qtbot.waitUntil(preview.go.isVisible)
    shown = texts(preview)
    at = shown.index("Who comes in")
    assert shown[at + 1 : at + 10] == [*names[:8], "and 3 more"]
    assert preview.go.text() == "Import 11 people"


@pytest.mark.parametrize(
    ("content", "said"), [(None, "no such file"), (b"", "empty"), (b"hello", "not a single person")]
)
def test_a_file_without_people_says_why_and_brings_nothing(
    stand: Stand, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "people.vcf"
    if content is not None:
        file.write_bytes(content)
    stand.window.commands.preview_import([file])
    preview = stand.opened[0]
    assert isinstance(preview, ImportPreview)
    stand.qtbot.waitUntil(preview.go.isVisible)
    assert said in " ".join(texts(preview))
    assert not preview.go.isEnabled()


def test_window_and_panels_are_found_where_they_were_left(stand: Stand, tmp_path: Path) -> None:
    window = stand.window
    stand.add("Jane Miller")
    window.resize(1200, 742)
    window.resizeDocks([window.today], [300], Qt.Orientation.Horizontal)
    stand.qtbot.waitUntil(lambda: window.today.width() == 300)
    window.contact.hide()
    window.view.foldAsked.emit("fruit")
    window.close()
    bridge = Bridge(stand.session)
    again = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"))
    stand.qtbot.addWidget(again)
    again.show()
    assert again.height() == 742
    assert again.today.width() == 300
    assert again.contact.isHidden()
    assert not again.today.isHidden()
    assert again._folded == {Stage.FRUIT}
    again.close()
    bridge.close()


def test_panels_are_as_wide_as_they_were_in_a_window_that_is_seen_before_they_are_in_it(
    stand: Stand, tmp_path: Path
) -> None:
    window = stand.window
    stand.add("Jane Miller")
    window.resize(1360, 800)
    window.resizeDocks([window.today, window.contact], [262, 310], Qt.Orientation.Horizontal)
    stand.qtbot.waitUntil(lambda: (window.today.width(), window.contact.width()) == (262, 310))
    window.close()
    bridge = Bridge(stand.session)
    again = MainWindow(None, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"))
    stand.qtbot.addWidget(again)
    again.show()
    again.resize(1360, 800)
    QApplication.processEvents()
    again.furnish(bridge)
    QApplication.processEvents()
    assert (again.today.width(), again.contact.width()) == (262, 310)
    again.close()
    bridge.close()


def test_undo_reaches_back_over_a_restart(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.bridge.move(jane, Stage.GROWING)
    with Session.open(stand.path, on=DAY) as again:
        bridge = Bridge(again)
        bridge.undo()
        contact = again.garden.contact(jane)
        assert contact is not None
        assert contact.stage is Stage.SEED
        bridge.close()


def test_every_control_has_a_name_for_a_screen_reader(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane)
    stand.choose(jane)
    for command in ("log", "edit", "move", "plan", "note", "keys"):
        stand.trigger(command)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, Card)
    nameless = [
        f"{widget!r} in {widget.parent()!r}"
        for top in (stand.window, *stand.opened)
        for widget in top.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(top)
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.objectName().startswith("qt_")
    ]
    assert not nameless


def test_with_names_hidden_no_part_of_the_window_shows_one(stand: Stand) -> None:
    jane = stand.add(
        "Jane Miller", Stage.GROWING, org="Zyzzyva", notes="Zyzzyva", common=CommonGround(theirs=("Zyzzyva",))
    )
    stand.write_to(jane, days_ago=3, direction=Direction.INCOMING)
    stand.choose(jane)
    shown = " ".join(texts(stand.window))
    assert "Jane Miller" in shown
    assert "Zyzzyva" in shown
    stand.trigger("hide-names")
    shown = " ".join(texts(stand.window)) + repr(stand.window.view.picture.plants)
    assert "Jane" not in shown
    assert "Zyzzyva" not in shown
    assert stand.window.selection.id == jane
    assert stand.window.actions_["hide-names"].isChecked()
    assert not stand.window.actions_["undo"].isEnabled()
    stand.trigger("rest")
    assert stand.contact(jane).resting is None
    stand.trigger("hide-names")
    assert "Jane Miller" in " ".join(texts(stand.window))
    stand.trigger("rest")
    assert stand.contact(jane).resting is not None


def test_watering_lets_a_drop_fall_and_an_answer_does_not(stand: Stand) -> None:
    jane = stand.add("Jane Miller", Stage.GROWING)
    view = stand.window.view
    stand.qtbot.waitUntil(lambda: view.picture.plant_layer.item(jane) is not None)
    fell: list[frozenset[str]] = []
    view.picture.water = fell.append  # type: ignore[method-assign, assignment]
    stand.write_to(jane)
    stand.write_to(jane, direction=Direction.INCOMING)
    stand.trigger("undo")
    assert [ids for ids in fell if ids] == [frozenset({jane})]
