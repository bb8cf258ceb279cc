"""The list is the full equal of the picture: the same contacts, the same selection, every deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from gardener.domain import deeds
from gardener.domain.growth import Condition
from gardener.domain.interaction import Direction
from gardener.domain.records import Season
from gardener.domain.stage import Stage
from gardener.settings import Preferences
from gardener.ui import theme
from gardener.ui.actions import COMMANDS
from gardener.ui.bridge import Bridge
from gardener.ui.list_entry import Column
from gardener.ui.list_paint import facts_that_fit
from gardener.ui.list_table import NAME_LEAST, NAME_MORE
from gardener.ui.list_view import ListView
from gardener.ui.main_window import MainWindow
from gardener.ui.places import Places
from tests.ui.conftest import DAY, Stand


def listed(stand: Stand) -> ListView:
    stand.trigger("as-list")
    found = stand.window.views.list
    assert found is not None
    return found


def names(view: ListView) -> list[str]:
    return [view.contacts.entry(row).contact.name for row in range(view.contacts.rowCount())]


def press(view: ListView, key: Qt.Key) -> None:
    QTest.keyClick(view.table, key)


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
    assert stand.window.selection.id is None
    stand.trigger("undo")
    assert names(view) == ["jane miller", "Kai Mori", "Zoe Adler"]


@pytest.mark.parametrize(("key", "next_"), [(Qt.Key.Key_Down, "Di"), (Qt.Key.Key_Up, "Bo")])
def test_after_somebody_was_taken_away_the_arrows_go_on_from_there(
    stand: Stand, key: Qt.Key, next_: str
) -> None:
    ids = {name: stand.add(name) for name in ("Ada", "Bo", "Cy", "Di", "Eve")}
    view = listed(stand)
    stand.choose(ids["Cy"])
    view.focus()
    stand.trigger("remove")
    assert stand.window.selection.id is None
    press(view, key)
    assert stand.window.selection.id == ids[next_]


def test_whoever_is_taken_away_from_the_panel_leaves_the_keyboard_in_the_list(stand: Stand) -> None:
    ids = {name: stand.add(name) for name in ("Ada", "Bo", "Cy")}
    view = listed(stand)
    stand.choose(ids["Bo"])
    stand.window.contact.focus_first()
    stand.trigger("remove")
    assert stand.window.focusWidget() is view.table
    assert stand.window.selection.id is None
    press(view, Qt.Key.Key_Down)
    assert stand.window.selection.id == ids["Cy"]


def test_whoever_is_taken_away_from_the_panel_leaves_the_keyboard_in_the_picture(stand: Stand) -> None:
    stand.choose(stand.add("Ada"))
    stand.window.contact.focus_first()
    stand.add("Bo")
    stand.trigger("remove")
    assert stand.window.focusWidget() is stand.window.views.garden


def test_a_deed_changes_its_row(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    view = listed(stand)
    stand.bridge.move(jane, Stage.GROWING)
    assert view.contacts.index(0, Column.BED).data() == "Growing"


def test_the_selection_is_shared_with_the_picture(stand: Stand) -> None:
    ada, bo = stand.add("Ada"), stand.add("Bo")
    stand.choose(ada)
    view = listed(stand)
    assert view.selection == ada
    assert view.table.hasFocus()
    press(view, Qt.Key.Key_Down)
    assert stand.window.selection.id == bo
    stand.trigger("as-garden")
    assert stand.window.view.selection == bo


def test_the_selection_stays_on_its_contact_when_rows_move(stand: Stand) -> None:
    ada, bo, cy = stand.add("Ada"), stand.add("Bo"), stand.add("Cy")
    stand.choose(bo)
    view = listed(stand)
    view.sort_by(Column.NAME, falling=True)
    assert (view.table.selection, view.table.currentIndex().row()) == (bo, 1)
    view.sort_by(Column.BED)
    stand.bridge.move(bo, Stage.FRUIT)  # its row goes to the end
    assert names(view) == ["Ada", "Cy", "Bo"]
    assert view.table.selection == stand.window.selection.id == bo
    stand.choose(ada)
    assert view.table.selection == ada
    stand.choose(cy)
    stand.trigger("remove")
    assert view.table.selection is None


def test_with_nobody_chosen_the_keyboard_stands_on_the_first_row(stand: Stand) -> None:
    stand.add("Bo")
    ada = stand.add("Ada")
    assert listed(stand).table.hasFocus()
    assert stand.window.selection.id == ada


def test_home_end_and_letters_go_to_rows(stand: Stand) -> None:
    ids = [stand.add(name) for name in ("Ada", "Bo", "Hugo", "Zoe")]
    view = listed(stand)
    press(view, Qt.Key.Key_End)
    assert stand.window.selection.id == ids[3]
    press(view, Qt.Key.Key_Home)
    assert stand.window.selection.id == ids[0]
    press(view, Qt.Key.Key_Right)
    assert view.table.currentIndex().column() == Column.CONDITION
    press(view, Qt.Key.Key_H)
    assert stand.window.selection.id == ids[2]


def test_enter_opens_the_contact(stand: Stand) -> None:
    stand.add("Ada")
    view = listed(stand)
    press(view, Qt.Key.Key_Return)
    focused = stand.window.focusWidget()
    assert focused is not None
    assert stand.window.contact.isAncestorOf(focused)


def test_a_row_is_spoken_in_one_breath(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    view = listed(stand)
    cell = view.contacts.index(0, 0)
    assert str(cell.data(Qt.ItemDataRole.AccessibleTextRole)).startswith(
        "Jane Miller, Seeds, withered seed, never spoken to"
    )
    stand.trigger("leave-alone")
    assert stand.contact(jane).left_alone
    assert "asked not to be contacted" in cell.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.context])
def test_every_deed_of_a_contact_can_be_done_from_the_list(stand: Stand, command: str) -> None:
    stand.add("Ada")
    listed(stand)
    revision = stand.session.garden.revision
    stand.trigger(command)
    assert stand.opened or stand.session.garden.revision > revision


@pytest.mark.parametrize(
    "command", [c.id for c in COMMANDS if c.id not in ("quit", "sample", "leave-sample")]
)
def test_every_other_command_can_be_given_from_the_list(
    stand: Stand, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    stand.add("Ada")
    listed(stand)
    if command == "redo":
        stand.trigger("rest")
        stand.trigger("undo")
    if command == "time-today":
        stand.trigger("day-back")
    if command in ("pause-season", "end-season"):
        season = Season(id="s", name="", start=DAY)
        stand.session.perform(lambda garden: deeds.start_season(garden, season))
    action = stand.window.actions_[command]
    # Here "Take up" asks for the bed at once, so there is never anything in hand to put down.
    about_the_picture = command in (
        "fit", "zoom-in", "zoom-out", "zoom-bed", "fold-bed", "open-beds", "paste", "branch",
    )  # fmt: skip
    assert action.isEnabled() is not about_the_picture
    action.trigger()


def test_one_key_deeds_work_in_the_list(stand: Stand) -> None:
    ada = stand.add("Ada")
    view = listed(stand)
    press(view, Qt.Key.Key_R)
    assert stand.contact(ada).resting is not None
    press(view, Qt.Key.Key_M)
    QTest.keyClick(stand.opened[-1], Qt.Key.Key_G)
    assert stand.contact(ada).stage is Stage.GROWING
    for key, form in ((Qt.Key.Key_W, "writeDialog"), (Qt.Key.Key_L, "logForm"), (Qt.Key.Key_C, "moveDialog")):
        press(view, key)
        assert stand.opened[-1].objectName() == form
        stand.opened[-1].close()


def test_the_menu_key_offers_every_deed_at_the_row(stand: Stand) -> None:
    stand.add("Ada")
    view = listed(stand)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.table, event)
    menu = stand.window.context
    assert menu.isVisible()
    assert {c.id for c in COMMANDS if c.context} <= {action.objectName() for action in menu.actions()}
    menu.close()


@pytest.mark.parametrize("view", ["as-garden", "as-list", "as-tree"])
def test_shift_f10_opens_the_menu_as_the_menu_key_does(stand: Stand, view: str) -> None:
    stand.choose(stand.add("Ada"))
    stand.trigger(view)
    stand.window.views.focus()
    held = stand.window.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert stand.window.context.isVisible()
    stand.window.context.close()


def test_a_sentence_looks_for_nobody_in_the_list(stand: Stand) -> None:
    stand.add("Ada Lee")
    stand.add("Bo")
    view = listed(stand)
    stand.trigger("find")
    QTest.keyClicks(stand.window.search, "ada")
    assert names(view) == ["Ada Lee"]
    stand.window.search.clear()
    QTest.keyClicks(stand.window.search, "coffee with Ada yesterday")
    assert names(view) == ["Ada Lee", "Bo"]


def test_the_search_narrows_the_list(stand: Stand) -> None:
    stand.add("Ada", org="Meridian")
    bo = stand.add("Bo")
    view = listed(stand)
    search = stand.window.search
    stand.trigger("find")
    QTest.keyClicks(search, "meri")
    assert names(view) == ["Ada"]
    assert search.list.isHidden()
    stand.add("Cy", org="Meridian")
    assert names(view) == ["Ada", "Cy"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    press(view, Qt.Key.Key_Escape)
    assert names(view) == ["Ada", "Bo", "Cy"]
    assert not search.text()
    QTest.keyClicks(search, "ada")
    stand.choose(bo)
    assert view.table.selection is None
    stand.trigger("as-garden")
    assert not search.text()
    assert stand.window.selection.id == bo
    assert names(listed(stand)) == ["Ada", "Bo", "Cy"]


def test_when_nobody_matches_the_way_back_is_one_press(stand: Stand) -> None:
    stand.add("Ada")
    view = listed(stand)
    QTest.keyClicks(stand.window.search, "zz")
    assert view.nobody.isVisible()
    QTest.keyClick(stand.window.search, Qt.Key.Key_Return)
    assert view.nobody.button.hasFocus()
    view.nobody.button.click()
    assert view.table.isVisible()
    assert names(view) == ["Ada"]


def test_it_can_be_sorted_without_a_mouse(stand: Stand) -> None:
    stand.add("Ada", Stage.FRUIT)
    stand.add("Bo", Stage.SEED)
    stand.trigger("sort")
    view = stand.window.views.list
    assert view is not None
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    by_bed = next(action for action in menu.actions() if action.text() == "Bed")
    by_bed.trigger()
    menu.close()
    assert names(view) == ["Bo", "Ada"]
    assert view.sort_button.text() == "Sorted by bed"


def test_the_view_is_found_again_and_both_switches_show_it(stand: Stand, tmp_path: Path) -> None:
    stand.add("Ada")
    garden, rows, *_ = stand.window.band.switch.buttons
    rows.click()
    assert stand.window.views.view_name == "list"
    assert (garden.isChecked(), rows.isChecked()) == (False, True)
    rows.click()
    assert rows.isChecked()
    assert stand.window.actions_["as-list"].isChecked()
    bridge = Bridge(stand.session)
    again = MainWindow(bridge, preferences=Preferences(motion="off"), places=Places(tmp_path / "window.ini"))
    stand.qtbot.addWidget(again)
    assert again.views.view_name == "list"
    assert again.views.currentWidget() is again.views.list
    again.close()
    bridge.close()


def test_an_empty_garden_has_its_first_page_in_either_view(stand: Stand) -> None:
    stand.trigger("as-list")
    assert stand.window.views.currentWidget() is stand.window.views.first
    stand.add("Ada")
    assert stand.window.views.currentWidget() is stand.window.views.list


def test_a_person_text_is_painted_as_it_is_and_tips_are_escaped(stand: Stand) -> None:
    stand.add("<b>Jo</b> & <i>Co</i>", org="<u>x</u>")
    view = listed(stand)
    cell = view.contacts.index(0, 0)
    assert cell.data() == "<b>Jo</b> & <i>Co</i>"
    assert "<b>" not in str(cell.data(Qt.ItemDataRole.ToolTipRole)).removeprefix("<qt>")


def test_no_text_of_a_row_is_cut_but_names_firms_tags_and_plans(stand: Stand) -> None:
    for number, stage in enumerate(Stage):
        made = stand.add(f"Person {number}", stage, org="A firm with a long name", tags=("alumni",))
        stand.write_to(made, days_ago=3 + number)
    view = listed(stand)
    for width in (1024, 1280, 1680):
        stand.window.resize(width, 800)
        QApplication.processEvents()
        view.table.fit()
        hidden = view.table.painter.hidden
        for column in (
            Column.CONDITION,
            Column.BED,
            Column.VITALITY,
            Column.ROOTS,
            Column.MOISTURE,
            Column.LAST,
        ):
            if column in hidden:
                continue
            for row in range(view.contacts.rowCount()):
                wanted = view.table.painter.width(column, view.contacts.entry(row), hidden)
                assert wanted <= view.table.columnWidth(column), (width, column, row)


def test_where_the_room_ends_every_column_gives_way_but_the_name_which_says_the_condition(
    stand: Stand,
) -> None:
    ada = stand.add("Ada", title="Editor")
    stand.write_to(ada, days_ago=2, direction=Direction.INCOMING)
    table = listed(stand).table
    for width in (1600, 900, 500, 260, 150):
        table.setFixedWidth(width)
        table.fit()
        shown = [column for column in Column if not table.isColumnHidden(column)]
        assert shown[0] is Column.NAME
        assert sum(table.columnWidth(column) for column in shown) <= table.viewport().width(), width
    assert shown == [Column.NAME]
    assert table.contacts.entry(0).below(Column.NAME, table.painter.hidden) == "healthy · Editor"


def test_the_day_is_in_the_cells(stand: Stand) -> None:
    ada = stand.add("Ada")
    stand.write_to(ada, days_ago=2)
    view = listed(stand)
    assert view.contacts.index(0, Column.LAST).data() == "2 days ago"
    assert view.contacts.entry(0).day == DAY
    assert view.contacts.entry(0).growth.last_contact == DAY - timedelta(days=2)


def test_where_the_room_is_low_a_row_has_one_line_with_the_condition_beside_the_name(stand: Stand) -> None:
    for number in range(12):
        stand.write_to(
            stand.add(f"Person {number}", title="Editor"), days_ago=2, direction=Direction.INCOMING
        )
    table = listed(stand).table
    high = table.rowHeight(0)
    table.setFixedSize(260, 4 * high)
    QApplication.processEvents()
    assert bool(table.painter.compact)
    assert table.rowHeight(0) <= high
    assert not table.headings.isVisible(), "over names alone the heading would say nothing new"
    narrow = table.grab().toImage()
    entry = table.contacts.entry(0)
    assert "Editor" in str(table.contacts.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    table.contacts.show_entries([replace(entry, growth=entry.growth._replace(condition=Condition.THIRSTY))])
    assert table.grab().toImage() != narrow, "the condition is painted in the row"
    table.setFixedSize(900, 8 * high)
    QApplication.processEvents()
    assert not bool(table.painter.compact)
    assert table.headings.isVisible()
    assert table.rowHeight(0) == high


def test_on_a_wide_screen_the_columns_share_the_room_and_fill_it(stand: Stand) -> None:
    stand.write_to(stand.add("Ada"), days_ago=2, direction=Direction.INCOMING)
    table = listed(stand).table
    table.setFixedWidth(3000)
    table.fit()
    widths = [table.columnWidth(column) for column in Column]
    assert sum(widths) == table.viewport().width()
    assert widths[Column.NAME] <= theme.wide(NAME_LEAST + NAME_MORE)
    before = table.columnViewportPosition(Column.CONDITION)
    table.setFixedWidth(3200)
    table.fit()
    assert table.columnViewportPosition(Column.CONDITION) == before


def test_of_the_facts_under_a_name_those_that_cannot_be_read_whole_are_left_out(stand: Stand) -> None:
    metrics = QFontMetrics(stand.window.font())
    line = "Analyst, Meridian · former colleague · alumni"
    for kept in ("Analyst, Meridian", "Analyst, Meridian · former colleague", line):
        assert facts_that_fit(line, metrics, metrics.horizontalAdvance(kept)) == kept
    assert facts_that_fit(line, metrics, 10) == "Analyst, Meridian"  # one at least, with an ellipsis
