"""Soil in the window: learnt by itself once a month, told with Undo, and shown in the preferences."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer

from gardener.domain import growth
from gardener.domain.interaction import Direction
from gardener.ui.preferences_dialog import PreferencesDialog
from gardener.ui.soil_keeper import SoilKeeper
from tests.ui.conftest import DAY, Stand


def silent_ones(stand: Stand, count: int = 4) -> list[str]:
    """So many people who gave signs and then fell silent."""
    people = [stand.add(f"Person {n}") for n in range(count)]
    for person in people:
        for n in range(5):
            stand.write_to(person, days_ago=180 + 10 * n, direction=Direction.INCOMING)
    return people


def looked(stand: Stand) -> SoilKeeper:
    """After a look at whether the soil is due."""
    keeper = stand.window.soil_keeper
    with stand.qtbot.waitSignal(keeper.ended):
        keeper.look_now()
    return keeper


def preferences(stand: Stand) -> PreferencesDialog:
    stand.trigger("preferences")
    dialog = stand.opened[-1]
    assert isinstance(dialog, PreferencesDialog)
    return dialog


def test_it_is_learnt_by_itself_and_told_with_undo(stand: Stand) -> None:
    (first, *_) = silent_ones(stand)
    stand.choose(first)
    before = stand.window.contact.page.quantities.bars["Roots"][1].text()
    looked(stand)
    soil = stand.session.garden.soil(DAY)
    assert soil is not None
    assert soil.b0 < 0
    (sentence,) = stand.window.toasts.words
    assert sentence.startswith("Learnt how this garden answers, from ")
    assert stand.window.contact.page.quantities.bars["Roots"][1].text() != before, (
        "what is shown goes through it at once"
    )
    stand.undo_by_message()
    assert stand.session.garden.soil(DAY) is None
    assert stand.window.contact.page.quantities.bars["Roots"][1].text() == before
    looked(stand)
    assert stand.session.garden.soil(DAY) is None, "what was undone is not done again behind one's back"


def test_few_predictions_are_left_in_peace(stand: Stand) -> None:
    silent_ones(stand, 1)
    looked(stand)
    assert stand.session.garden.soils == {}
    assert not stand.window.toasts.words


def test_at_midnight_of_a_new_month_it_waits_to_look_again(stand: Stand) -> None:
    keeper = stand.window.soil_keeper
    stand.bridge.dayChanged.emit(DAY + timedelta(days=30))
    assert keeper._timer.isActive()
    keeper._timer.stop()


def test_the_preferences_tell_it_and_lead_back(stand: Stand) -> None:
    silent_ones(stand)
    dialog = preferences(stand)
    assert dialog.soil.sentence.text() == "Nothing is learnt of this garden yet: it is read as most are."
    assert "compared with the others in this garden" in dialog.soil.note.text()
    assert not dialog.soil.reset.isEnabled()
    with stand.qtbot.waitSignal(stand.window.soil_keeper.ended):
        dialog.soil.learn.click()
    assert "This garden answers slower than most" in dialog.soil.sentence.text()
    dialog.soil.reset.click()
    assert "Put back to plain by hand" in dialog.soil.sentence.text()
    assert stand.session.garden.climate(DAY) == growth.PLAIN
    assert not dialog.soil.reset.isEnabled()
    stand.bridge.undo()
    assert "slower than most" in dialog.soil.sentence.text()


def test_asked_too_early_it_says_why_not(stand: Stand) -> None:
    silent_ones(stand, 1)
    dialog = preferences(stand)
    with stand.qtbot.waitSignal(stand.window.soil_keeper.ended):
        dialog.soil.learn.click()
    assert "predictions have come due; from 10 on they teach something." in dialog.soil.note.text()
    assert not stand.window.toasts.words


def test_patience_changes_every_plant_at_once(stand: Stand) -> None:
    (first, *_) = silent_ones(stand, 2)
    stand.choose(first)
    before = stand.window.contact.page.quantities.bars["Roots"][1].text()
    dialog = preferences(stand)
    dialog._choose("patience", "2.0")
    assert stand.window.contact.page.quantities.bars["Roots"][1].text() != before


def test_nothing_comes_later_to_a_closed_window(stand: Stand) -> None:
    stand.window.soil_keeper.look()
    assert any(timer.isActive() for timer in stand.window.soil_keeper.findChildren(QTimer))
    stand.window.close()
    assert not any(timer.isActive() for timer in stand.window.findChildren(QTimer))
