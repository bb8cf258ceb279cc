"""The check-in's panel: one item at a time, each deed one key, the next one by itself, an end, and Today again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gardener.domain import deeds
from gardener.domain.interaction import Direction
from gardener.domain.items import Item, ItemKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.stage import Ending, Stage
from gardener.session import Done
from gardener.ui import outside
from gardener.ui.brief_dialog import BriefDialog
from gardener.ui.checkin_card import NextCard
from gardener.ui.checkin_deeds import Way, has_compost, ways_of
from gardener.ui.checkin_dock import CheckInDock
from gardener.ui.log_form import LogForm
from gardener.ui.plan_form import PlanForm
from tests.ui.conftest import DAY, Stand


def dock_of(stand: Stand) -> CheckInDock:
    dock = stand.window.check_in.dock
    assert dock is not None
    return dock


def opened(stand: Stand) -> CheckInDock:
    stand.trigger("check-in")
    return dock_of(stand)


def press(dock: CheckInDock, key: Qt.Key) -> None:
    assert dock.card is not None
    QTest.keyClick(dock.card, key)


def kinds(dock: CheckInDock) -> list[ItemKind]:
    return [item.kind for item in dock.items]


def thirsty(stand: Stand, name: str, **fields: object) -> str:
    """Somebody with one word of theirs forty days ago."""
    contact = stand.add(name, Stage.GROWING, emails=(f"{name.lower()}@x.example",), **fields)
    stand.write_to(contact, days_ago=42, direction=Direction.INCOMING)
    stand.write_to(contact, days_ago=41, direction=Direction.OUTGOING)
    stand.write_to(contact, days_ago=40, direction=Direction.INCOMING)
    stand.write_to(contact, days_ago=39, direction=Direction.OUTGOING)
    return contact


@pytest.fixture
def no_mail(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing is opened; to whom it would have been."""
    asked: list[str] = []

    def open_(means: outside.Means) -> bool:
        asked.append(means.text)
        return True

    monkeypatch.setattr(outside, "open_means", open_)
    return asked


def test_it_stands_in_the_place_of_today_and_gives_it_back(stand: Stand) -> None:
    thirsty(stand, "Ann")
    dock = opened(stand)
    assert dock.isVisible()
    assert not stand.window.today.isVisible()
    assert QApplication.focusWidget() is dock.card
    press(dock, Qt.Key.Key_Escape)
    assert not dock.isVisible()
    assert stand.window.today.isVisible()


def test_today_comes_back_as_wide_as_it_was(stand: Stand) -> None:
    thirsty(stand, "Ann")
    before = stand.window.today.width()
    dock = opened(stand)
    assert dock.width() > before
    press(dock, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert stand.window.today.width() == before


def test_the_plant_that_is_looked_at_is_the_chosen_one(stand: Stand) -> None:
    ann, ben = thirsty(stand, "Ann"), thirsty(stand, "Ben")
    dock = opened(stand)
    first = until_at(dock, ItemKind.WATER).contact
    assert stand.window.selection.id == first
    press(dock, Qt.Key.Key_Down)
    second = dock.current
    assert second is not None
    assert second.contact != first
    assert stand.window.selection.id == second.contact
    assert first in (ann, ben)


def test_a_word_that_was_written_is_logged_by_one_key_and_undone_by_one(stand: Stand) -> None:
    ann = thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    before = len(dock.items)
    press(dock, Qt.Key.Key_L)
    assert stand.session.history(ann)[-1].day == DAY
    assert len(dock.items) == before - 1
    stand.trigger("undo")
    assert len(dock.items) == before


def until_at(dock: CheckInDock, kind: ItemKind) -> Item:
    """Goes on by the arrow until an item of that kind is looked at."""
    for _ in dock.items:
        if dock.current is not None and dock.current.kind is kind:
            return dock.current
        press(dock, Qt.Key.Key_Down)
    raise AssertionError(f"no {kind} in {kinds(dock)}")


def test_writing_opens_the_mail_program_and_asks_afterwards(stand: Stand, no_mail: list[str]) -> None:
    ann = thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    before = len(stand.session.history(ann))
    press(dock, Qt.Key.Key_W)
    assert no_mail == ["ann@x.example"]
    assert ItemKind.WATER not in kinds(dock), "the letter is being written"
    assert len(stand.session.history(ann)) == before, "and nothing is said of it before it is sent"
    cards = stand.window.banners.sent.cards
    cards[ann].answered.emit(False)
    assert ItemKind.WATER in kinds(dock), "it was not sent"
    until_at(dock, ItemKind.WATER)
    press(dock, Qt.Key.Key_Return)
    cards[ann].answered.emit(True)
    assert stand.session.history(ann)[-1].day == DAY
    assert ItemKind.WATER not in kinds(dock)


def test_rest_compost_let_be_and_tomorrow_are_one_key_each(stand: Stand) -> None:
    names = [thirsty(stand, name) for name in ("Ann", "Ben", "Cleo")]
    dock = opened(stand)
    done = {}
    for key, way in ((Qt.Key.Key_R, "rest"), (Qt.Key.Key_2, "compost"), (Qt.Key.Key_T, "tomorrow")):
        item = until_at(dock, ItemKind.WATER)
        assert item.contact is not None
        done[way] = item.contact
        press(dock, key)
    assert sorted(done.values()) == sorted(names)
    assert ItemKind.WATER not in kinds(dock)
    assert stand.contact(done["rest"]).resting is not None
    assert stand.contact(done["compost"]).moves[-1].reason is Ending.MOVED_ON
    assert stand.contact(done["tomorrow"]).stage is Stage.GROWING
    for _ in range(3):
        stand.trigger("undo")
    assert kinds(dock).count(ItemKind.WATER) == 3, "each of them is one deed"


def test_thanks_that_are_owed_are_logged_as_thanks(stand: Stand) -> None:
    ann = thirsty(stand, "Ann")
    plan = Plan(id="p", contact=ann, day=DAY, text="notes", created=DAY.replace(day=1), kind=PlanKind.PROMISE)
    assert isinstance(stand.session.perform(lambda g: deeds.plan(g, plan)), Done)
    dock = opened(stand)
    until_at(dock, ItemKind.LOOP)
    press(dock, Qt.Key.Key_Return)
    assert stand.session.garden.plans["p"].done == DAY


def test_where_no_address_is_kept_enter_logs(stand: Stand) -> None:
    ann = stand.add("Ann", Stage.GROWING)
    stand.write_to(ann, days_ago=41, direction=Direction.INCOMING)
    stand.write_to(ann, days_ago=40, direction=Direction.OUTGOING)
    stand.write_to(ann, days_ago=39, direction=Direction.INCOMING)
    stand.write_to(ann, days_ago=38, direction=Direction.OUTGOING)
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    assert dock.card is not None
    assert [made.objectName() for made in dock.card.buttons][:1] == ["checkIn-L"]
    press(dock, Qt.Key.Key_Return)
    assert stand.session.history(ann)[-1].day == DAY


def test_the_form_is_one_key_away(stand: Stand) -> None:
    thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    press(dock, Qt.Key.Key_F)
    assert isinstance(stand.opened[-1], LogForm)


def test_the_next_step_is_planned_from_the_list_and_the_item_is_dealt_with(stand: Stand) -> None:
    ann = thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    press(dock, Qt.Key.Key_P)
    form = stand.opened[-1]
    assert isinstance(form, PlanForm)
    form.text.setText("coffee")
    form._save()
    assert [plan.contact for plan in stand.session.garden.plans.values()] == [ann]
    assert ItemKind.WATER not in kinds(dock)


def test_a_plan_that_is_due_gets_another_day(stand: Stand) -> None:
    ann = thirsty(stand, "Ann")
    plan = Plan(id="p", contact=ann, day=DAY, text="talk", created=DAY.replace(day=1), kind=PlanKind.TALK)
    assert isinstance(stand.session.perform(lambda g: deeds.plan(g, plan)), Done)
    dock = opened(stand)
    until_at(dock, ItemKind.LOOP)
    press(dock, Qt.Key.Key_K)
    assert isinstance(stand.opened[-1], BriefDialog)
    stand.opened[-1].close()
    press(dock, Qt.Key.Key_P)
    form = stand.opened[-1]
    assert isinstance(form, PlanForm)
    form.day.setDate(form.day.date().addDays(3))
    form._save()
    assert ItemKind.LOOP not in kinds(dock)
    assert stand.session.garden.plans["p"].done is None


def test_every_deed_can_be_pressed_and_says_its_key(stand: Stand) -> None:
    thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    assert dock.card is not None
    names = [made.accessibleName() for made in dock.card.findChildren(QPushButton)]
    assert all(name.endswith(")") for name in names)
    assert len(names) == len(set(names)) == len(dock.card.deeds)
    assert "Ann" in dock.card.accessibleName()
    assert "L:" in dock.card.accessibleDescription()


def test_it_ends_with_done_for_today(stand: Stand) -> None:
    thirsty(stand, "Ann")
    dock = opened(stand)
    while dock.card is not None:
        press(dock, Qt.Key.Key_T if has_tomorrow(dock) else Qt.Key.Key_Return)
    assert dock.done_button is not None
    assert QApplication.focusWidget() is dock.done_button
    QTest.keyClick(dock.done_button, Qt.Key.Key_Return)
    assert DAY.isoformat() in stand.session.garden.checkins
    assert stand.window.today.isVisible()
    dock = opened(stand)
    assert dock.card is None, "what was put off comes tomorrow"


def has_tomorrow(dock: CheckInDock) -> bool:
    return dock.current is not None and any(way is Way.TOMORROW for way, _ in ways_of(dock.current))


def test_in_winter_nothing_asks(stand: Stand) -> None:
    thirsty(stand, "Ann")
    assert isinstance(stand.session.perform(lambda g: deeds.begin_winter(g, today=DAY)), Done)
    dock = opened(stand)
    assert dock.card is None
    assert dock.items == ()


def test_each_kind_has_deeds_and_no_key_means_two_things(stand: Stand) -> None:
    from gardener.ui.checkin_deeds import deeds_of, reasons_of

    for kind in ItemKind:
        item = Item(id=f"{kind}:x", kind=kind, contact="x")
        for reachable in (True, False):
            made = [*deeds_of(item, print, reachable=reachable), *reasons_of(item, print)]
            keys = [key for deed in made for key in deed.keys]
            assert made
            assert len(set(keys)) == len(keys)
        assert has_compost(item) == any(deed.cap == "C" for deed in made)


def test_a_seed_is_sown_not_watered(stand: Stand) -> None:
    stand.add("Ann", emails=("ann@x.example",))
    dock = opened(stand)
    until_at(dock, ItemKind.SOW)
    said = [label.text() for label in dock.findChildren(QLabel)]
    assert "A few to sow" in said
    assert "A few to water" not in said


def test_what_follows_is_named_with_its_part_and_pressed_it_is_looked_at(stand: Stand) -> None:
    stand.add("Gus Jones")
    thirsty(stand, "Ann")
    dock = opened(stand)
    until_at(dock, ItemKind.WATER)
    named = {card.accessibleName(): card for card in dock.findChildren(NextCard)}
    assert "Gus Jones, to sow" in named
    before = dock.current
    QTest.mouseClick(named["Gus Jones, to sow"], Qt.MouseButton.LeftButton)
    assert dock.current is not None
    assert dock.current.kind is ItemKind.SOW
    until_at(dock, ItemKind.WATER)
    assert dock.current is before
