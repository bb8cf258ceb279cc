"""Plans, notes and open loops."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.ui.cards import Card
from gardener.ui.note_form import NoteForm
from gardener.ui.plan_form import PlanForm
from gardener.ui.why_dialog import WhyDialog
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
