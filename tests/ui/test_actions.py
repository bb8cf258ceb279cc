"""Every command has a handler, can be given, and is told apart from all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from gardener.domain import deeds
from gardener.domain.records import Season
from gardener.settings import Preferences
from gardener.ui.actions import COMMANDS, MENUS
from gardener.ui.commands import Commands
from tests.ui.conftest import DAY, Stand


def test_every_command_has_a_handler_a_menu_and_words() -> None:
    for command in COMMANDS:
        assert callable(getattr(Commands, command.handler, None)), command.id
        assert command.menu in MENUS, command.id
        assert command.words.strip(), command.id


def test_no_two_commands_share_an_id_or_a_key() -> None:
    ids = [command.id for command in COMMANDS]
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(ids) == len(set(ids))
    assert len(keys) == len(set(keys))


def test_every_command_is_in_the_menu_it_names(stand: Stand) -> None:
    for menu in MENUS:
        shown = {action.objectName() for action in stand.window.band.menu(menu).actions()}
        assert {command.id for command in COMMANDS if command.menu == menu} <= shown


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.id != "quit"])
def test_every_command_can_be_given_once(stand: Stand, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    if command == "sample":
        stand.trigger(command)
        assert len(stand.session.garden.plants) == 30
        return
    if command == "leave-sample":
        stand.trigger("sample")
        stand.trigger(command)
        assert not stand.session.garden.plants
        return
    jane = stand.add("Jane Miller")
    stand.add("Gus Jones")
    stand.choose(jane)
    if command == "sort":
        stand.trigger("as-list")
    if command == "paste":
        stand.trigger("cut")
    if command == "open-beds":
        stand.trigger("fold-bed")
    if command == "branch":
        stand.trigger("as-tree")
    if command == "time-today":
        stand.trigger("day-back")
    if command in ("pause-season", "end-season"):
        season = Season(id="s", name="", start=DAY)
        stand.session.perform(lambda garden: deeds.start_season(garden, season))
    if command == "redo":
        stand.trigger("rest")
        stand.trigger("undo")
    assert stand.window.actions_[command].isEnabled(), command
    revision = stand.session.garden.revision
    stand.trigger(command)
    opens = {
        "import": "importFiles",
        "add": "contactForm",
        "edit": "contactForm",
        "log": "logForm",
        "water": "writeDialog",
        "note": "noteForm",
        "why": "whyDialog",
        "plan": "planForm",
        "move": "moveDialog",
        "species": "speciesDialog",
        "compost": "moveDialog",
        "draft-check": "draftCheckDialog",
        "help": "helpReader",
        "keys": "helpReader",
        "went-wrong": "logPage",
        "about": "aboutDialog",
        "preferences": "preferencesDialog",
        "time-lapse": "lapseDialog",
        "save-picture": "savePicture",
        "print": "print",
        "export": "exportPeople",
        "copy-garden": "copyGarden",
        "opportunity": "opportunityForm",
        "opportunities": "opportunitiesDialog",
        "introduction": "introductionForm",
        "way": "wayDialog",
        "start-season": "seasonForm",
        "week": "weekDialog",
        "before": "briefDialog",
        "draft": "draftDialog",
        "reminders": "remindersPage",
        "winter": "restDialog",
        "thank": "thankDialog",
        "rest-until": "restDialog",
        "forget": "forgetDialog",
    }
    changes = {"undo", "redo", "rest", "leave-alone", "remove", "done-today", "pause-season", "end-season"}
    assert [d.objectName() for d in stand.opened] == ([opens[command]] if command in opens else [])
    assert (stand.session.garden.revision > revision) == (command in changes)


def test_quit_closes_the_window(stand: Stand) -> None:
    stand.trigger("quit")
    assert not stand.window.isVisible()


def test_without_a_selected_plant_its_commands_cannot_be_used(stand: Stand) -> None:
    stand.add("Jane Miller")
    enabled = {c.id for c in COMMANDS if c.context and stand.window.actions_[c.id].isEnabled()}
    assert not enabled


def test_undo_and_redo_name_the_deed(stand: Stand) -> None:
    jane = stand.add("Jane & Co")
    stand.choose(jane)
    stand.trigger("rest")
    assert stand.window.actions_["undo"].text() == "Undo: Let Jane && Co rest"
    stand.trigger("undo")
    assert stand.window.actions_["redo"].text() == "Redo: Let Jane && Co rest"
    stand.trigger("redo")
    assert stand.contact(jane).rests_on(DAY)


def test_a_deed_that_takes_away_leaves_a_message_with_undo(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)
    stand.trigger("remove")
    assert stand.session.garden.contact(jane) is None
    toast = stand.window.toasts.latest
    assert toast is not None
    assert toast.words == "Removed Jane Miller"
    assert toast.button is not None
    toast.button.click()
    assert stand.contact(jane).name == "Jane Miller"


def test_the_theme_is_kept_and_ticked(stand: Stand, tmp_path: Path) -> None:
    kept: list[Preferences] = []
    stand.window.looks._keep = kept.append
    stand.trigger("dusk")
    assert [each.theme for each in kept] == ["dusk"]
    assert stand.window.actions_["dusk"].isChecked()
    assert not stand.window.actions_["light"].isChecked()


def test_put_down_can_be_used_only_while_a_plant_is_taken_up(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.choose(jane)

    def usable() -> bool:
        return stand.window.actions_["paste"].isEnabled()

    assert not usable()
    stand.trigger("cut")
    assert usable()
    stand.trigger("paste")
    assert not usable()


def test_with_nobody_chosen_the_band_says_why_there_is_nothing_to_log(stand: Stand) -> None:
    log = stand.window.band.findChild(QPushButton, "band-log")
    assert log is not None
    assert not log.isEnabled()
    assert "Choose somebody first" in log.toolTip()
    stand.choose(stand.add("Jane Miller"))
    assert log.isEnabled()
    assert log.toolTip() == "L"


def test_the_groups_of_a_menu_stand_together_with_one_line_between_two(stand: Stand) -> None:
    for title in MENUS:
        menu = stand.window.band.menu(title)
        ids = [None if each.isSeparator() else each.objectName() for each in menu.actions()]
        groups = {command.id: command.group for command in COMMANDS}
        own = [groups[id_] for id_ in ids if id_ in groups]
        assert own == sorted(own), title
        assert ids.count(None) - (title == "&View") == len(set(own)) - 1, title
