"""What was done, preferences, plans, notes and open loops."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.settings import Preferences
from gardener.ui.deeds_dialog import DeedsDialog
from gardener.ui.import_dialog import ImportPreview
from gardener.ui.note_form import NoteForm
from gardener.ui.parts import Card
from gardener.ui.plan_form import PlanForm
from gardener.ui.preferences_dialog import PreferencesDialog
from gardener.ui.why_dialog import WhyDialog
from tests.ui.conftest import DAY, Stand

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nEMAIL:%s@x.example\r\nEND:VCARD\r\n"


def test_undo_back_to_a_deed_undoes_it_and_all_after_it(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.bridge.move(jane, Stage.SEEDLING)
    stand.bridge.move(jane, Stage.GROWING)
    stand.bridge.rest(jane)
    stand.trigger("deeds")
    dialog = stand.opened[0]
    assert isinstance(dialog, DeedsDialog)
    assert dialog.list.count() == 4
    dialog.list.setCurrentRow(2)
    assert dialog.undo.text() == "Undo 3 deeds, back to this one"
    dialog.undo.click()
    assert stand.contact(jane).stage is Stage.SEED
    assert stand.contact(jane).resting is None
    stand.trigger("redo")
    assert stand.contact(jane).stage is Stage.SEEDLING


def test_an_import_is_taken_back_and_who_stays_is_told(stand: Stand, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_bytes(CARD % (b"Ada", b"ada") + CARD % (b"Bo", b"bo"))
    stand.window.commands.preview_import([file])
    preview = stand.opened[0]
    assert isinstance(preview, ImportPreview)
    preview.accept()
    preview.importAsked.emit()
    ada = next(p.contact.id for p in stand.session.garden.plants.values() if p.contact.name == "Ada")
    stand.write_to(ada)
    stand.trigger("deeds")
    dialog = stand.opened[1]
    assert isinstance(dialog, DeedsDialog)
    dialog.list.setCurrentRow(1)
    assert dialog.back.isVisibleTo(dialog)
    dialog.back.click()
    assert {p.contact.name for p in stand.session.garden.plants.values()} == {"Ada"}
    assert "1 contact stayed" in stand.window.toasts.words[-1]


def test_preferences_are_saved_and_the_gardens_choices_are_deeds(stand: Stand) -> None:
    kept: list[Preferences] = []
    stand.window.looks._keep = kept.append
    stand.trigger("preferences")
    dialog = stand.opened[0]
    assert isinstance(dialog, PreferencesDialog)
    dialog.choices["theme"].choose("dusk")
    dialog.choices["text-size"].choose("1.5")
    dialog.lines["my-names"].setText("Alex Gardener; A. Gardener")
    dialog.lines["patience"].setText("2.0")
    dialog._save()
    assert not dialog.isVisible()
    assert (kept[-1].theme, kept[-1].text_size) == ("dusk", 1.5)
    assert kept[-1].my_names == ("Alex Gardener", "A. Gardener")
    assert stand.session.garden.choice("patience", DAY) == "2.0"
    stand.trigger("undo")
    assert not stand.session.garden.choice("patience", DAY)
    stand.trigger("light")


def test_a_choice_out_of_range_is_told_beside_its_field(stand: Stand) -> None:
    stand.trigger("preferences")
    dialog = stand.opened[0]
    assert isinstance(dialog, PreferencesDialog)
    dialog.lines["seed-days"].setText("3")
    dialog._save()
    assert "from 14 to 3650" in dialog.garden.wrongs()
    assert dialog.isVisible()


def test_a_plan_ahead_stands_with_its_contact_and_comes_due(stand: Stand) -> None:
    jane = stand.add("Jane Miller", Stage.GROWING)
    stand.choose(jane)
    QTest.keyClick(stand.window.view, Qt.Key.Key_P)
    form = stand.opened[0]
    assert isinstance(form, PlanForm)
    form.text.setText("Send the article")
    ahead = DAY + timedelta(days=3)
    form.day.setDate(QDate(ahead.year, ahead.month, ahead.day))
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    (plan,) = stand.session.garden.plans.values()
    assert (plan.text, plan.day, plan.contact) == ("Send the article", ahead, jane)
    row = next(c for c in stand.window.contact.findChildren(Card) if "Send the article" in c.accessibleName())
    row.activated.emit()
    again = stand.opened[1]
    assert isinstance(again, PlanForm)
    again.day.setDate(QDate(DAY.year, DAY.month, DAY.day))
    again._save()
    assert [loop.text for loop in stand.window.readings.round().open_loops] == ["Send the article"]


def test_a_plan_without_words_is_told_beside_its_field(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.trigger("plan")
    form = stand.opened[0]
    assert isinstance(form, PlanForm)
    form._save()
    assert form._fields.wrongs()
    assert not stand.session.garden.plans


def test_an_open_loop_is_dismissed_by_delete_and_comes_back_by_undo(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=5, direction=Direction.INCOMING)
    rows = [card for card in stand.window.today.findChildren(Card) if card.removable]
    assert len(rows) == 1
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Delete)
    assert not stand.window.readings.round().open_loops
    assert stand.session.garden.contact(jane) is not None
    stand.trigger("undo")
    assert len(stand.window.readings.round().open_loops) == 1


def test_a_note_is_dated_and_added(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    QTest.keyClick(stand.window.view, Qt.Key.Key_T)
    form = stand.opened[0]
    assert isinstance(form, NoteForm)
    QTest.keyClicks(form.note, "Moved to Boston")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert stand.contact(jane).notes == f"{DAY.isoformat()} Moved to Boston"


def test_why_tells_the_arithmetic(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=9, direction=Direction.INCOMING)
    stand.choose(jane)
    stand.window.contact.whyAsked.emit()
    assert isinstance(stand.opened[0], WhyDialog)


def test_midnight_brings_another_day(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.session._on = date(2026, 11, 23)
    with stand.qtbot.waitSignal(stand.bridge.dayChanged):
        stand.bridge.look()
    assert any("Monday 23 November" in text for text in _labels(stand))


def _labels(stand: Stand) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in stand.window.today.findChildren(QLabel)]
