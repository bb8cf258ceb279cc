"""The history of one person: newest first throughout, also within a day."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.ui.history_part import SHOWN, Entry, HistoryPart
from gardener.ui.parts import Label
from tests.ui.conftest import DAY, Stand


def exchange(id_: str, contact: str, at: time | None, *, day: date = DAY) -> Interaction:
    return Interaction(
        id=id_,
        day=day,
        time=at,
        kind=Kind.MESSAGE,
        direction=Direction.INCOMING,
        participants=(contact,),
        note=id_,
    )


def test_within_a_day_the_panel_is_the_canonical_order_reversed(stand: Stand, qtbot: QtBot) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    for id_, at in (("morning", time(9, 0)), ("evening", time(20, 0)), ("some time", None)):
        stand.session.log(exchange(id_, jane, at), anyway=True)
    part = stand.window.contact.findChild(HistoryPart)
    assert part is not None
    qtbot.waitUntil(lambda: len(part.entries) == 3)
    shown = [entry.interaction for entry in part.entries]
    assert [each.note for each in shown] == ["evening", "some time", "morning"]
    assert shown == sorted(shown, key=lambda each: each.order, reverse=True)


def test_what_was_said_begins_in_one_line_whatever_the_days_are(stand: Stand, qtbot: QtBot) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    for ago in (2, 400):
        stand.session.log(exchange(str(ago), jane, None, day=DAY - timedelta(ago)), anyway=True)
    part = stand.window.contact.findChild(HistoryPart)
    assert part is not None
    qtbot.waitUntil(lambda: len(part.entries) == 2)
    stand.window.grab()  # everything has its place
    said = [entry.findChildren(Label)[1] for entry in part.entries]
    days = [entry.findChildren(Label)[0] for entry in part.entries]
    assert len({label.x() for label in said}) == 1
    assert all(day.fontMetrics().horizontalAdvance(day.text()) <= day.width() for day in days)


def test_the_keyboard_goes_to_the_earlier_ones_that_were_asked_for(stand: Stand, qtbot: QtBot) -> None:
    jane = stand.add("Jane Miller")
    for number in range(SHOWN + 2):
        stand.session.log(exchange(f"n{number}", jane, None, day=DAY - timedelta(days=number)), anyway=True)
    stand.choose(jane)
    part = stand.window.contact.findChild(HistoryPart)
    assert part is not None
    qtbot.waitUntil(lambda: len(part.entries) == SHOWN)
    earlier = next(each for each in part.findChildren(QPushButton) if "earlier" in each.text())
    earlier.setFocus()
    earlier.click()
    held = stand.window.focusWidget()
    assert held is part.entries[SHOWN]
    assert part.entries[SHOWN].interaction.id == f"n{SHOWN}"


def test_an_entry_whose_day_is_corrected_keeps_the_keyboard_though_others_pass_it(
    stand: Stand, qtbot: QtBot
) -> None:
    """The last one shown would be folded away with the earlier ones, and the keyboard would go on to somebody else."""
    jane = stand.add("Jane Miller")
    for number in range(SHOWN + 1):
        day = DAY - timedelta(days=min(number, SHOWN - 1))
        stand.session.log(exchange(f"n{number}", jane, None, day=day), anyway=True)
    stand.choose(jane)
    part = stand.window.contact.findChild(HistoryPart)
    assert part is not None
    qtbot.waitUntil(lambda: len(part.entries) == SHOWN)
    last = part.entries[-1]
    held = last.interaction.id
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: any(e.interaction.day == DAY - timedelta(days=SHOWN) for e in part.entries))
    focused = stand.window.focusWidget()
    assert isinstance(focused, Entry)
    assert focused.interaction.id == held
    assert stand.window.selection.id == jane
