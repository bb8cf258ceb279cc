"""The field on top takes a sentence: shows what it understood, is put right by key, and saves it in one deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gardener.domain.interaction import About, Direction, Kind
from gardener.ui.capture_panel import CapturePanel, ChipButton
from gardener.words.capture import NO_ROLE
from tests.ui.conftest import DAY, Stand

Key = Qt.Key


def typed(stand: Stand, text: str) -> CapturePanel:
    """Types into the field; the panel below it."""
    stand.trigger("find")
    QTest.keyClicks(stand.window.search, text)
    return stand.window.capturing.panel


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key where the keyboard is."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, modifier)


def chip(panel: CapturePanel, code: str) -> ChipButton:
    """The chip of that code."""
    return next(each for each in panel.chips if each.chip.code == code)


def answers(of: ChipButton) -> list[QAction]:
    """What a chip can be changed to, once its menu is open."""
    of.offer()
    menu = of.findChildren(QMenu)[-1]
    return menu.actions()


def test_a_sentence_is_shown_looked_over_and_saved(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    panel = typed(stand, "coffee with Jane yesterday 40 min, mostly about her move")
    assert stand.window.search.list.item(0).text().startswith("Log: coffee with Jane")
    assert panel.isVisible()
    assert not panel.is_open
    assert [each.chip.words for each in panel.chips][:2] == ["Meeting", "Together"]
    press(Key.Key_Return)
    assert panel.save.hasFocus()
    press(Key.Key_Return)
    (saved,) = stand.history(jane)
    assert (saved.kind, saved.day, saved.minutes, saved.about) == (
        Kind.MEETING,
        DAY - timedelta(days=1),
        40,
        About.THEIRS,
    )
    assert panel.isHidden()
    assert stand.window.selection.id == jane
    assert stand.window.views.view_name == "garden"
    stand.undo_by_message()
    assert stand.history(jane) == ()


def test_two_of_a_name_are_asked_and_chosen_by_key(stand: Stand) -> None:
    stand.add("Jane Miller", org="Acme")
    moore = stand.add("Jane Moore")
    panel = typed(stand, "call with Jane")
    press(Key.Key_Return)
    asked = chip(panel, "who:0")
    assert asked.hasFocus()
    assert not panel.save.isVisible()
    options = answers(asked)
    assert [action.text() for action in options] == ["Jane Miller · Acme", "Jane Moore", "New: Jane"]
    options[1].trigger()
    assert panel.save.hasFocus()
    press(Key.Key_Return)
    assert [one.kind for one in stand.history(moore)] == [Kind.CALL]


def test_somebody_new_is_planted_only_when_it_is_said(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    panel = typed(stand, "coffee with Jane, she offered an intro to Gus Jones")
    press(Key.Key_Return)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stand.history(jane) == ()
    (new,) = answers(chip(panel, "who:1"))
    new.trigger()
    press(Key.Key_Return)
    gus = next(p.contact for p in stand.session.garden.plants.values() if p.contact.name == "Gus Jones")
    assert gus.introduced_by == jane
    stand.trigger("undo")
    assert len(stand.session.garden.plants) == 1


def test_a_chip_is_changed_and_another_taken_away(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    panel = typed(stand, "lunch with Jane 30 min, mostly about my search")
    press(Key.Key_Return)
    next(action for action in answers(chip(panel, "kind")) if action.text() == "Video call").trigger()
    chip(panel, "minutes").setFocus()
    press(Key.Key_Delete)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (saved,) = stand.history(jane)
    assert (saved.kind, saved.minutes, saved.about) == (Kind.VIDEO, None, About.MINE)


def test_the_arrows_go_along_and_escape_goes_back_to_the_sentence(stand: Stand) -> None:
    stand.add("Jane Miller")
    panel = typed(stand, "lunch with Jane")
    press(Key.Key_Return)
    press(Key.Key_Right)
    assert panel.chips[0].hasFocus()
    press(Key.Key_Right)
    assert panel.chips[1].hasFocus()
    press(Key.Key_Escape)
    assert stand.window.search.hasFocus()
    assert stand.window.search.text() == "lunch with Jane"
    assert not panel.is_open
    press(Key.Key_Escape)
    assert panel.isHidden()
    assert stand.window.search.text() == ""


def test_the_guard_speaks_first_and_going_on_is_one_more_press(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane)
    panel = typed(stand, "emailed Jane")
    assert panel.guard.isVisible()
    press(Key.Key_Return)
    assert panel.save.text() == "Wait"
    press(Key.Key_Return)
    assert len(stand.history(jane)) == 1
    press(Key.Key_Return)
    panel.anyway.setFocus()
    press(Key.Key_Return)
    assert [one.despite for one in stand.history(jane)] == [(), ("pace",)]
    assert stand.history(jane)[1].direction is Direction.OUTGOING


def test_what_lies_ahead_is_offered_as_a_plan(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    typed(stand, "call Jane tomorrow")
    assert stand.window.search.list.item(0).text() == "Plan: call Jane tomorrow"
    press(Key.Key_Return)
    press(Key.Key_Return)
    (plan,) = stand.session.garden.plans.values()
    assert (plan.contact, plan.day, plan.text) == (jane, DAY + timedelta(days=1), "call Jane")


def test_what_did_not_happen_is_said_and_not_offered(stand: Stand) -> None:
    stand.add("Jane Miller")
    panel = typed(stand, "didn't meet Jane")
    assert "did not happen" in stand.window.search.list.item(0).text()
    assert panel.isHidden()
    press(Key.Key_Return)
    assert panel.isHidden()


def test_commands_are_found_by_name(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    typed(stand, "let rest")
    search = stand.window.search
    rows = [search.list.item(row).text() for row in range(search.list.count())]
    for _ in range(rows.index("Let rest   ·   R")):
        press(Key.Key_Down)
    press(Key.Key_Return)
    assert stand.contact(jane).rests_on(DAY)
    assert search.text() == ""


def test_commands_that_cannot_be_used_are_not_offered(stand: Stand) -> None:
    stand.add("Jane Miller")
    typed(stand, "compost")
    assert stand.window.search.list.item(0).text() == "Nobody matches"


def test_in_the_list_a_sentence_is_offered_too(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.trigger("as-list")
    panel = typed(stand, "lunch with Jane")
    assert panel.isVisible()
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert [one.kind for one in stand.history(jane)] == [Kind.MEETING]


@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_the_hint_is_never_cut(stand: Stand, width: int) -> None:
    stand.window.resize(width, 800)
    search = stand.window.search
    text = search.placeholderText()
    assert text
    assert search.fontMetrics().horizontalAdvance(text) < search.width()


def test_looking_elsewhere_closes_the_chips_and_keeps_the_sentence(stand: Stand) -> None:
    stand.add("Jane Miller")
    panel = typed(stand, "lunch with Jane")
    press(Key.Key_Return)
    stand.window.view.setFocus()
    assert panel.isHidden()
    assert stand.window.search.text() == "lunch with Jane"
    stand.trigger("find")
    press(Key.Key_Return)  # and is offered again by Enter
    assert stand.window.search.list.item(0).text().startswith("Log: ")
    press(Key.Key_Return)
    assert panel.is_open


def test_words_of_what_was_said_are_found_and_enter_goes_to_the_person(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.add("Bob Chen", notes="knows Tallinn well")
    typed(stand, "coffee with Jane yesterday, about her move to Tallinn")
    press(Key.Key_Return)
    press(Key.Key_Return)
    typed(stand, "tallinn move")
    rows = stand.window.search.list
    assert [rows.item(row).text().split("   ·   ")[::2] for row in range(rows.count())] == [
        ["Jane Miller", "“about her move to Tallinn”"]
    ]
    stand.window.selection.choose(None)
    press(Key.Key_Return)
    assert stand.window.selection.id == jane


def test_a_sentence_and_short_words_find_no_notes(stand: Stand) -> None:
    stand.add("Jane Miller", notes="call her of an evening")
    typed(stand, "call jane")
    rows = stand.window.search.list
    assert not any("“call her" in rows.item(row).text() for row in range(rows.count()))
    assert stand.window.readings.said("of") == ()
    assert [said.words for said in stand.window.readings.said("evening")] == [
        "Jane Miller   ·   “call her of an evening”"
    ]


def test_a_step_ahead_asks_its_role_and_is_saved_by_keys(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    panel = typed(stand, "interview at Meridian on Friday, thanks to Jane")
    press(Key.Key_Return)
    role = chip(panel, "role")
    assert role.hasFocus()
    assert not panel.save.isVisible()
    answers(role)[-1].trigger()
    assert panel.save.hasFocus()
    press(Key.Key_Return)
    (saved,) = stand.window.bridge.session.garden.opportunities.values()
    assert (saved.employer, saved.role, saved.thanks_to) == ("Meridian", NO_ROLE, (jane,))
    (step,) = saved.steps
    assert DAY < step.day <= DAY + timedelta(days=7)
    assert step.day.weekday() == 4


def test_days_are_read_as_the_home_country_writes_them(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.window.looks.prefer(replace(stand.window.looks.preferences, region="DE"))
    typed(stand, "coffee with Jane vorgestern")
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert [saved.day for saved in stand.history(jane)] == [DAY - timedelta(days=2)]
