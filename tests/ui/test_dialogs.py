"""Plans, notes and open loops."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.ui.cards import Card
from gardener.ui.contact_form import ContactForm
from gardener.ui.note_form import NoteForm
from gardener.ui.plan_form import PlanForm
from gardener.ui.vitality_chart import VitalityChart
from gardener.ui.why_dialog import SHOWN, WhyDialog
from tests.ui.conftest import DAY, Stand


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
    rows = [row for row in stand.window.today.rows if "owed" in row.accessibleName()]
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


def test_a_long_address_is_wrapped_and_no_bar_covers_it(stand: Stand) -> None:
    stand.choose(
        stand.add("Ana Silva", emails=("ana.maria.da.silva@a-department-of.meridian-freight.example",))
    )
    stand.trigger("edit")
    form = stand.opened[0]
    assert isinstance(form, ContactForm)
    field = form.lists["emails"]
    shown = field.document().size().height()
    assert shown > 1
    assert field.viewport().height() >= shown * field.fontMetrics().lineSpacing()
    assert not field.horizontalScrollBar().isVisible()
    assert not field.verticalScrollBar().isVisible()


def test_control_and_enter_save_from_every_field(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("edit")
    form = stand.opened[0]
    assert isinstance(form, ContactForm)
    QTest.keyClicks(form.role, "Lead")
    QTest.keyClick(form.role, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stand.contact(jane).title == "Lead"


def test_why_tells_the_arithmetic(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane, days_ago=9, direction=Direction.INCOMING)
    stand.choose(jane)
    stand.window.contact.page.quantities.bars["Roots"][1].click()
    dialog = stand.opened[0]
    assert isinstance(dialog, WhyDialog)
    growth = stand.session.seen.growth(jane, DAY)
    assert {
        "vitality",
        "roots_days",
        "moisture",
        "thirsty_on",
        "withers_on",
        "reply_chance",
    } <= dialog.cards.keys()
    assert dialog.cards["roots_days"].accessibleName() == f"Roots: {growth.roots_days:.1f} days"
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Tomorrow, a reply" in said
    assert "moisture 0, depth +1.00, roots +" in said
    assert "compared with the others in this garden" in said
    (chart,) = dialog.findChildren(VitalityChart)
    assert chart.accessibleDescription().startswith("Highest on Fri 13 Nov")


def test_of_a_seed_why_tells_how_long_it_keeps(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.trigger("why")
    dialog = stand.opened[0]
    assert isinstance(dialog, WhyDialog)
    assert not dialog.findChildren(VitalityChart)
    assert "withers_on" in dialog.cards
    assert "vitality" not in dialog.cards


def test_many_interactions_are_told_together_so_that_nothing_is_left_out(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    for days in range(1, SHOWN + 8):
        stand.write_to(jane, days_ago=days, direction=Direction.INCOMING)
    stand.choose(jane)
    stand.trigger("why")
    said = [label.text() for label in stand.opened[0].findChildren(QLabel)]
    assert any(text.startswith("7 earlier ones together: depth +") for text in said)


def test_midnight_brings_another_day(stand: Stand) -> None:
    stand.add("Jane Miller")
    stand.session._on = date(2026, 11, 23)
    with stand.qtbot.waitSignal(stand.bridge.dayChanged):
        stand.bridge.look()
    assert any("Monday 23 November" in text for text in _labels(stand))


def _labels(stand: Stand) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in stand.window.today.findChildren(QLabel)]


def test_a_form_of_one_field_has_no_empty_foot(stand: Stand) -> None:
    stand.choose(stand.add("Somebody with quite a long name"))
    stand.trigger("note")
    form = stand.opened[0]
    assert isinstance(form, NoteForm)
    stand.window.grab()
    assert (
        form._scroll.viewport().height() - form.note.mapTo(form._scroll, form.note.rect().bottomLeft()).y()
        < 26
    )
