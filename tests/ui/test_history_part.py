"""The history of one person: newest first throughout, also within a day."""

from __future__ import annotations

from datetime import date, time

from pytestqt.qtbot import QtBot

from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.ui.history_part import HistoryPart
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
