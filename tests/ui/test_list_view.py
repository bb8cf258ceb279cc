"""The list is the full equal of the picture: the same contacts, the same selection, every deed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gardener.domain.stage import Stage
from gardener.ui.actions import COMMANDS
from gardener.ui.list_view import ColumnOf, ListView
from tests.ui.conftest import Stand


def listed(stand: Stand) -> ListView:
    stand.trigger("as-list")
    found = stand.window.views.list
    assert found is not None
    return found


def names(view: ListView) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_it_shows_every_contact_by_name_and_follows_changes(stand: Stand) -> None:
    stand.add("Zoe Adler")
    jane = stand.add("jane miller")
    view = listed(stand)
    assert names(view) == ["jane miller", "Zoe Adler"]
    stand.add("Kai Mori")
    assert names(view) == ["jane miller", "Kai Mori", "Zoe Adler"]
    stand.choose(jane)
    stand.trigger("remove")
    assert names(view) == ["Kai Mori", "Zoe Adler"]
    stand.trigger("undo")
    assert names(view) == ["jane miller", "Kai Mori", "Zoe Adler"]


def test_a_deed_changes_its_row(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    view = listed(stand)
    stand.bridge.move(jane, Stage.GROWING)
    assert view.model().index(0, ColumnOf.BED).data() == "Growing"


def test_it_sorts_by_bed_in_the_order_of_the_beds(stand: Stand) -> None:
    stand.add("Fay", Stage.FRUIT)
    stand.add("Sid", Stage.SEED)
    stand.add("Cleo", Stage.COMPOST)
    stand.add("Gil", Stage.GROWING)
    view = listed(stand)
    view.sortByColumn(ColumnOf.BED, Qt.SortOrder.AscendingOrder)
    assert names(view) == ["Sid", "Gil", "Fay", "Cleo"]


def test_the_selection_is_shared_with_the_picture(stand: Stand) -> None:
    ada, bo = stand.add("Ada"), stand.add("Bo")
    stand.choose(ada)
    view = listed(stand)
    assert view.selection == ada
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert stand.window.selection.id == bo
    stand.trigger("as-garden")
    assert stand.window.view.selection == bo


def test_a_row_is_spoken_in_one_breath(stand: Stand) -> None:
    stand.add("Jane Miller")
    view = listed(stand)
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Jane Miller, Seeds, withered seed, never spoken to"


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.context])
def test_every_deed_of_a_contact_can_be_done_from_the_list(stand: Stand, command: str) -> None:
    stand.add("Ada")
    view = listed(stand)
    view.selectRow(0)
    revision = stand.session.garden.revision
    action = stand.window.actions_[command]
    assert action.isEnabled()
    action.trigger()
    assert stand.opened or stand.session.garden.revision > revision


def test_one_key_deeds_work_in_the_list(stand: Stand) -> None:
    ada = stand.add("Ada")
    view = listed(stand)
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_R)
    assert stand.contact(ada).resting is not None
    QTest.keyClick(view, Qt.Key.Key_M)
    QTest.keyClick(stand.opened[-1], Qt.Key.Key_G)
    assert stand.contact(ada).stage is Stage.GROWING
