"""Today: every row selects its plant, carries its one-key deed and says its reason; many are one line."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gardener.domain import deeds
from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.plan import Plan, PlanKind
from gardener.domain.stage import Stage
from gardener.session import Done, InputFile, Session
from gardener.settings import Preferences
from gardener.ui.bridge import Bridge
from gardener.ui.cards import Row
from gardener.ui.log_form import LogForm
from gardener.ui.main_window import MainWindow
from gardener.ui.morning import Morning
from gardener.ui.parts import Label
from gardener.ui.places import Places
from gardener.ui.plan_form import PlanForm
from gardener.ui.today_dock import AWAY_SHOWN, MORE, SHOWN
from gardener.ui.write_dialog import WriteDialog
from tests.ui.conftest import DAY, Stand


def row_of(stand: Stand, words: str) -> Row:
    """The one row that says so."""
    (found,) = [row for row in stand.window.today.rows if words in row.accessibleName()]
    return found


def caps(row: Row) -> list[str]:
    """The deeds shown at the row now."""
    return [made.text() for made in row.findChildren(QPushButton) if made.isVisible()]


def press(row: Row, key: Qt.Key) -> None:
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, key)


def met(stand: Stand, name: str, *, days_ago: int) -> str:
    contact = stand.add(name, Stage.GROWING)
    stand.write_to(contact, days_ago=days_ago, direction=Direction.INCOMING)
    stand.write_to(contact, days_ago=days_ago - 1, direction=Direction.OUTGOING)
    return contact


def plan(stand: Stand, contact: str, days: int, kind: PlanKind = PlanKind.FOLLOW_UP) -> str:
    draft = Plan(
        id=stand.session.new_id(),
        contact=contact,
        day=DAY + timedelta(days=days),
        text="send the notes",
        created=DAY - timedelta(days=30),
        kind=kind,
    )
    assert isinstance(stand.session.perform(lambda g: deeds.plan(g, draft)), Done)
    return draft.id


def said(stand: Stand) -> list[str]:
    today = stand.window.today
    return [label.text() for label in today.findChildren(QLabel) if label.isVisibleTo(today)]


# Rows and their deeds


def test_a_withered_row_says_why_and_rests_or_composts_by_key(stand: Stand) -> None:
    ada, bo = met(stand, "Ada", days_ago=190), met(stand, "Bo", days_ago=190)
    assert "no sign for 6 months" in row_of(stand, "Ada").accessibleName()
    press(row_of(stand, "Ada"), Qt.Key.Key_R)
    assert stand.contact(ada).rests_on(DAY)
    press(row_of(stand, "Bo"), Qt.Key.Key_C)
    assert stand.opened[-1].objectName() == "moveDialog"
    assert stand.window.selection.id == bo


def test_a_thirsty_row_is_watered_by_key_and_its_plant_is_chosen(stand: Stand) -> None:
    ada = met(stand, "Ada", days_ago=30)
    row = row_of(stand, "Ada")
    assert "last sign 30 days ago" in row.accessibleName()
    press(row, Qt.Key.Key_W)
    assert stand.window.selection.id == ada
    assert isinstance(stand.opened[-1], WriteDialog)


def test_whom_to_let_be_there_is_nothing_to_press_but_rest(stand: Stand) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=2)
    stand.write_to(ada, days_ago=1)
    row = row_of(stand, "Ada")
    assert "dry on" in row.accessibleName()
    assert [deed.cap for deed in row.deeds] == ["R"]
    press(row, Qt.Key.Key_R)
    assert stand.contact(ada).rests_on(DAY)


def test_deeds_are_shown_while_a_row_is_in_hand_and_can_be_pressed_by_mouse(stand: Stand) -> None:
    ada = met(stand, "Ada", days_ago=190)
    row = row_of(stand, "Ada")
    stand.window.view.setFocus()
    assert caps(row) == []
    with stand.qtbot.waitActive(stand.window):
        stand.window.activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert caps(row) == ["R rest", "C compost"]
    assert row.accessibleDescription() == "R: Let them rest; C: Put them on the compost"
    next(made for made in row.findChildren(QPushButton) if made.text() == "R rest").click()
    assert stand.contact(ada).rests_on(DAY)


# What waits


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_W])
def test_a_reply_is_written(stand: Stand, key: Qt.Key) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=4, direction=Direction.INCOMING)
    press(row_of(stand, "A reply is owed"), key)
    assert isinstance(stand.opened[-1], WriteDialog)


def test_a_reply_that_was_sent_is_logged_by_l(stand: Stand) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=4, direction=Direction.INCOMING)
    press(row_of(stand, "A reply is owed"), Qt.Key.Key_L)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    assert form.direction.value is Direction.OUTGOING


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_L])
def test_thanks_owed_open_the_form_with_thanks_set(stand: Stand, key: Qt.Key) -> None:
    ada, bo = stand.add("Ada"), stand.add("Bo")
    offered = Introduction(id="i", by=ada, to=bo, day=DAY - timedelta(days=3))
    stand.session.perform(lambda _: Changeset(What("introduce"), (Change(None, offered),)))
    press(row_of(stand, "Thanks are owed"), key)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    assert form.thanks.isChecked()
    form._save()
    assert not stand.window.readings.round().open_loops


@pytest.mark.parametrize("left", [1, 0])
def test_a_row_dealt_with_in_a_form_leaves_the_keyboard_in_today(stand: Stand, left: int) -> None:
    """While the form is open the window is not the active one; the keyboard would go on to what stands next in it."""
    for name in ("Ada", "Bo")[: left + 1]:
        by, to = stand.add(name), stand.add(f"{name}'s friend")
        for each in (by, to):
            stand.write_to(each, days_ago=5, direction=Direction.MUTUAL)
        offered = Introduction(id=name, by=by, to=to, day=DAY - timedelta(days=3))
        made = Changeset(What("introduce"), (Change(None, offered),))
        stand.session.perform(partial(lambda changeset, _: changeset, made))
    press(row_of(stand, "Ada, Thanks are owed"), Qt.Key.Key_Return)
    form = stand.opened[-1]
    assert isinstance(form, LogForm)
    form.activateWindow()
    form.note.setFocus()
    form._save()
    today = stand.window.today
    stand.qtbot.waitUntil(lambda: len(today.rows) == left)
    assert stand.window.focusWidget() is (today.rows[0] if left else today.done_button)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_L, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [PlanKind.PROMISE, PlanKind.FOLLOW_UP])
def test_a_plan_that_is_due_is_done_and_undone(stand: Stand, kind: PlanKind, key: Qt.Key) -> None:
    id_ = plan(stand, stand.add("Ada"), -1, kind)
    press(row_of(stand, "send the notes"), key)
    assert stand.session.garden.plans[id_].done == DAY
    stand.undo_by_message()
    assert stand.session.garden.plans[id_].done is None


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Delete])
def test_what_waits_is_let_go_with_undo(stand: Stand, key: Qt.Key) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=4, direction=Direction.INCOMING)
    press(row_of(stand, "A reply is owed"), key)
    assert not stand.window.readings.round().open_loops
    stand.undo_by_message()
    assert row_of(stand, "A reply is owed").contact == ada


def test_a_double_click_opens_the_plan(stand: Stand) -> None:
    plan(stand, stand.add("Ada"), -1)
    QTest.mouseDClick(row_of(stand, "send the notes"), Qt.MouseButton.LeftButton)
    assert isinstance(stand.opened[-1], PlanForm)


# The week


def test_plans_of_the_coming_week_stand_with_their_day_and_are_done_by_the_space_bar(stand: Stand) -> None:
    ada = stand.add("Ada")
    id_ = plan(stand, ada, 3)
    plan(stand, stand.add("Bo"), 8)
    row = row_of(stand, "send the notes")
    assert "Wed 25 Nov" in row.accessibleName()
    assert row.contact == ada
    press(row, Qt.Key.Key_Space)
    assert stand.session.garden.plans[id_].done == DAY


def test_a_talk_of_today_is_on_and_does_not_wait(stand: Stand) -> None:
    plan(stand, stand.add("Ada"), 0, PlanKind.TALK)
    assert "today" in row_of(stand, "Talk: send the notes").accessibleName()


def test_interviews_of_the_week_stand_with_whom_they_are_owed_to(stand: Stand) -> None:
    ada = stand.add("Ada")
    steps = tuple(Step(StepKind.INTERVIEW, DAY + timedelta(days=days)) for days in (-2, 1, 20))
    job = Opportunity(id="o", employer="Lumen", role="Planner", steps=steps, thanks_to=(ada,), created=DAY)
    stand.session.perform(lambda _: Changeset(What("opportunity"), (Change(None, job),)))
    stand.window.count_now()
    names = [row.accessibleName() for row in stand.window.today.rows if "Interview" in row.accessibleName()]
    assert [name.split(", ")[1] for name in names] == ["Fri 20 Nov", "tomorrow"]


# Empty, and many


def test_a_quiet_morning_is_a_pleasure(stand: Stand) -> None:
    ada = stand.add("Ada", created=DAY)
    mail = Interaction(id="m", day=DAY, kind=Kind.CALL, direction=Direction.MUTUAL, participants=(ada,))
    stand.session.log(mail)
    assert "All is well in the garden." in said(stand)
    assert stand.window.today.findChildren(Morning)


def test_what_is_empty_is_said_in_one_line(stand: Stand) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=2)
    stand.write_to(ada, days_ago=1)
    assert "Nobody is thirsty. Nothing waits for you." in said(stand)


def test_800_imported_seeds_are_one_line_that_shows_them_in_the_list(stand: Stand) -> None:
    cards = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Seed {i}\r\nEND:VCARD\r\n" for i in range(800))
    stand.bridge.import_files([InputFile("a.vcf", cards.encode())])
    assert stand.window.today.rows == ()
    line = next(b for b in stand.window.today.findChildren(QPushButton) if b.text() == "800 seeds to meet")
    line.click()
    assert stand.window.views.view_name == "list"
    assert stand.window.search.text() == "stage:seed"


def test_many_withered_seeds_are_one_line_that_shows_them_in_the_list(stand: Stand) -> None:
    for number in range(30):
        stand.add(f"Seed {number}")
    press(row_of(stand, "30 seeds never spoken to"), Qt.Key.Key_Return)
    assert stand.window.search.text() == "is:withered-seed"


def test_more_come_on_asking_and_go_again(stand: Stand) -> None:
    for number in range(SHOWN + 4):
        plan(stand, stand.add(f"P {number}", created=DAY - timedelta(days=1)), -1)
    today = stand.window.today
    assert len(today.rows) == SHOWN
    next(b for b in today.findChildren(QPushButton) if b.text() == "4 more").click()
    assert len(today.rows) == SHOWN + 4 <= MORE
    assert stand.window.focusWidget() is today.rows[SHOWN], "the first of those that came"
    next(b for b in today.findChildren(QPushButton) if b.text() == "Show fewer" and b.isVisible()).click()
    assert len(today.rows) == SHOWN
    assert stand.window.focusWidget() is today.rows[-1]


def test_an_absence_of_400_days_is_one_quiet_summary(tmp_path: Path, qtbot: QtBot) -> None:
    path, later = tmp_path / "my.garden", DAY + timedelta(days=400)
    with Session.open(path, create=True, on=DAY) as session:
        grow_much(session)
    with Session.open(path, on=later) as session:
        bridge = Bridge(session)
        window = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(None), hour=10)
        qtbot.addWidget(window)
        window.show()
        window.count_now()
        rows = window.today.rows
        texts = [label.text() for label in window.today.findChildren(QLabel)]
        assert any(text.startswith("You were away for 13 months. Nothing is lost") for text in texts)
        assert "40 plants withered" in rows[0].accessibleName()
        assert len(rows) <= 2 + 3 * (AWAY_SHOWN + 1), [row.accessibleName() for row in rows]
        QTest.keyClick(rows[0], Qt.Key.Key_Return)
        assert len(window.today.rows) == len(rows) - 1 + MORE
        window.close()
        bridge.close()


def grow_much(session: Session) -> None:
    """Forty ties, each owed a reply and a plan; twenty seeds never spoken to."""
    for number in range(60):
        contact = Contact(id=session.new_id(), name=f"P {number}", created=DAY - timedelta(days=50))
        session.perform(partial(deeds.add, contact=contact))
        if number < 40:
            letter = Interaction(
                id=session.new_id(),
                day=date(2026, 11, 20),
                kind=Kind.EMAIL,
                direction=Direction.INCOMING,
                participants=(contact.id,),
            )
            session.log(letter)
            due = Plan(id=session.new_id(), contact=contact.id, day=DAY, text="call", created=DAY)
            session.perform(partial(deeds.plan, draft=due))


def test_after_a_long_absence_only_days_before_today_count(stand: Stand) -> None:
    ada = stand.add("Ada")
    assert stand.window.readings.today(stand.window.readings.round()).is_away
    stand.write_to(ada, days_ago=0, direction=Direction.INCOMING)
    assert stand.window.readings.today(stand.window.readings.round()).is_away
    stand.write_to(stand.add("Bo"), days_ago=1, direction=Direction.INCOMING)
    assert not stand.window.readings.today(stand.window.readings.round()).is_away


def test_looking_ahead_does_not_say_that_somebody_was_away(stand: Stand) -> None:
    stand.write_to(stand.add("Ada"), days_ago=1, direction=Direction.INCOMING)
    stand.window.time.go_to(DAY + timedelta(days=90))
    stand.window.time.settle()
    texts = [label.text() for label in stand.window.today.findChildren(QLabel)]
    assert stand.window.today.rows, "it shows the day that is looked at"
    assert not any(text.startswith("You were away") for text in texts)


def test_a_name_comes_before_what_stands_aside_which_goes_below_where_room_is_short(qtbot: QtBot) -> None:
    row = Row("Tom Becker", "never spoken to", aside="withered seed")
    qtbot.addWidget(row)
    row.setFixedWidth(400)
    row.show()

    def shown() -> list[str]:
        return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]

    assert shown() == ["Tom Becker", "withered seed", "never spoken to"]
    row.setFixedWidth(130)
    qtbot.waitUntil(lambda: shown() == ["Tom Becker", "withered seed · never spoken to"])
    row.setFixedWidth(400)
    qtbot.waitUntil(lambda: shown() == ["Tom Becker", "withered seed", "never spoken to"])
    assert row.accessibleName() == "Tom Becker, withered seed, never spoken to"


def test_a_day_stays_in_one_line(qtbot: QtBot) -> None:
    label = Label("3 unanswered, dry on Wed 25 Nov 2026", wrap=True)
    qtbot.addWidget(label)
    assert label.text() == "3 unanswered, dry on Wed 25 Nov 2026"
    day = label.fontMetrics().horizontalAdvance("Wed 25 Nov 2026")
    assert label.minimumSizeHint().width() >= day, "no line breaks within it"
