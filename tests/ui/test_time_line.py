"""The time line: the garden of any day in every part of the window, nothing changed by looking, nothing to change there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gardener.domain.changes import Refusal
from gardener.domain.contact import StageMove
from gardener.domain.foresight import Foresight
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction
from gardener.domain.sample import plant_sample
from gardener.domain.stage import Stage
from gardener.scene.showing import shown
from gardener.session import Session
from gardener.ui.places import Places
from gardener.ui.time_line import TimeLine
from gardener.ui.time_scale import AHEAD, last_day
from gardener.words import time_line as words
from tests.ui.conftest import DAY, Stand


@pytest.fixture
def sample(stand: Stand) -> Stand:
    """The window on the sample garden."""
    stand.session.perform(lambda garden: plant_sample(garden, today=DAY))
    return stand


@contextmanager
def _fresh(path: Path) -> Iterator[Session]:
    """The file, read by somebody else."""
    with Session.open(path, on=DAY) as session:
        yield session


def _go(stand: Stand, days: int) -> TimeLine:
    """The handle so many days from today, and the hand at rest."""
    time = stand.window.time
    time.go_to(DAY + timedelta(days=days))
    time.settle()
    return time


def _standing(stand: Stand) -> dict[str, object]:
    """All that the picture shows, and where."""
    picture = stand.window.view.picture
    return {
        "plants": picture.plants,
        "cells": picture.layout.cells,
        "beds": {stage: bed.frame for stage, bed in picture.layout.beds.items()},
        "labels": picture.label_layer.labels,
    }


# What is shown


@pytest.mark.parametrize("days", [-300, -180, -90, -31, -30, -7, -1])
def test_a_day_that_was_is_the_garden_of_that_day_read_freshly(sample: Stand, days: int) -> None:
    day = DAY + timedelta(days=days)
    _go(sample, days)
    with _fresh(sample.path) as other:
        garden = other.garden.as_of(day, other.history)
        history = {id_: [i for i in other.history(id_) if i.day <= day] for id_ in garden.plants}
    window = sample.window
    assert window.sight.seen == garden
    assert window.view.picture.plants == {plant.id: plant for plant in shown(garden, day)}
    for id_, own in history.items():
        assert list(window.sight.history(id_)) == own
    assert window.readings.round().day == day


@pytest.mark.parametrize("touches", [0, 4])
def test_a_day_ahead_uses_nothing_but_the_present(sample: Stand, touches: int) -> None:
    sample.window.time.bar.plan.setValue(touches)
    _go(sample, 90)
    with _fresh(sample.path) as other:
        present = other.garden.as_of(DAY, other.history)
    ahead = Foresight(present, DAY, touches, last=last_day(DAY)).garden_on(DAY + timedelta(days=90))
    assert sample.window.sight.seen == ahead
    assert (ahead == present) == (touches == 0)
    there = {plant.id: plant for plant in shown(ahead, DAY + timedelta(days=90))}
    assert sample.window.view.picture.plants == there


def test_there_and_back_changes_nothing(sample: Stand) -> None:
    nia = next(id_ for id_, p in sample.session.garden.plants.items() if p.contact.name == "Nia Cole")
    sample.choose(nia)
    before, data = _standing(sample), sample.path.read_bytes()
    revision = sample.session.garden.revision
    dice = Random(5)
    for _ in range(12):
        _go(sample, dice.randint(-300, AHEAD))
    sample.window.time.bar.plan.setValue(3)
    _go(sample, 60)
    sample.trigger("time-today")
    assert _standing(sample) == before
    assert sample.window.selection.id == nia
    assert sample.window.view.selection == nia
    assert sample.session.garden.revision == revision
    assert sample.path.read_bytes() == data
    assert not sample.session.looking


def test_glances_come_to_the_same_as_exact_steps(sample: Stand) -> None:
    time, dice = sample.window.time, Random(6)
    before = _standing(sample)
    time._cost = 1.0  # as in a garden that is too large for exact steps
    for _ in range(25):
        time.go_to(DAY + timedelta(days=dice.randint(-250, 120)))
    day = time.day
    time.settle()
    assert sample.window.view.picture.plants == {p.id: p for p in shown(sample.window.sight.seen, day)}
    time.back()
    assert _standing(sample) == before


def test_while_the_hand_moves_the_picture_is_of_that_day_in_coarse_steps(sample: Stand) -> None:
    time = sample.window.time
    time._cost = 1.0
    time.go_to(DAY - timedelta(days=58))
    time.go_to(DAY - timedelta(days=60))
    picture = sample.window.view.picture
    exact = {p.id: p for p in shown(sample.window.sight.seen, time.day)}
    assert picture.plants.keys() == exact.keys()
    for id_, plant in picture.plants.items():
        assert plant.stage is exact[id_].stage
        assert plant.condition is exact[id_].condition
        assert abs(plant.traits.size - exact[id_].traits.size) <= 1 / 24
        one, other = plant.traits.vitality, exact[id_].traits.vitality
        assert (one is None) == (other is None)
        assert one is None or other is None or abs(one - other) <= 1 / 24
    time.back()


def _exact_in_view(stand: Stand) -> dict[str, bool]:
    """Of each plant in view, whether it stands as it is on the day exactly."""
    view, sight = stand.window.view, stand.window.sight
    exact = {p.id: p.traits for p in shown(sight.garden_of(sight.today), sight.today)}
    return {id_: view.picture.plants[id_].traits == exact[id_] for id_ in view.in_view()}


def test_a_hand_that_pauses_sees_what_is_in_view_exactly_before_it_rests(sample: Stand) -> None:
    time = sample.window.time
    time._cost = 1.0
    time.go_to(DAY - timedelta(days=58))
    time.go_to(DAY - timedelta(days=60))
    hurrying = _exact_in_view(sample)
    time._pause.timeout.emit()
    assert not all(hurrying.values())
    assert all(_exact_in_view(sample).values())
    assert time.moving
    time.back()


def test_a_slow_hand_sees_every_day_exactly(sample: Stand) -> None:
    time = sample.window.time
    time._cost = 1.0
    for ago in (3, 4):
        time.go_to(DAY - timedelta(days=ago))
        assert all(_exact_in_view(sample).values())
        time._pause.stop()  # as after its time
    time.back()


def test_somebody_who_was_not_there_yet_is_not_shown_and_still_chosen_at_today(stand: Stand) -> None:
    stand.add("Jane Miller", created=DAY - timedelta(days=300))
    gus = stand.add("Gus Jones", created=DAY - timedelta(days=10))
    stand.choose(gus)
    _go(stand, -30)
    assert gus not in stand.window.view.picture.plants
    assert stand.window.view.selection is None
    _go(stand, 0)
    assert stand.window.view.selection == gus


def test_a_bed_of_then_and_the_list_show_the_day_too(stand: Stand) -> None:
    moved = StageMove(DAY - timedelta(days=5), Stage.GROWING)
    jane = stand.add("Jane Miller", Stage.SEEDLING, moves=(moved,))
    stand.write_to(jane, days_ago=20, direction=Direction.INCOMING)
    stand.trigger("as-list")
    _go(stand, -8)
    assert stand.window.views.list is not None
    (entry,) = (stand.window.views.list.table.contacts.entry(row) for row in range(1))
    assert entry.day == DAY - timedelta(days=8)
    assert entry.contact.stage is Stage.SEEDLING
    assert stand.window.sight.seen.plants[jane].contact.stage is Stage.SEEDLING


# Nothing to change


def test_another_day_is_read_only_in_every_way(sample: Stand) -> None:
    window, session = sample.window, sample.session
    jane = next(id_ for id_, p in session.garden.plants.items() if p.contact.name == "Jane Miller")
    sample.choose(jane)
    _go(sample, -10)
    revision = session.garden.revision
    usable = {c for c, action in window.actions_._by_id.items() if action.isEnabled()}
    assert usable.isdisjoint(
        {"log", "water", "note", "plan", "edit", "move", "rest", "compost", "remove", "undo"}
    )
    assert usable.isdisjoint({"add", "import", "done-today", "history", "preferences", "cut", "paste"})
    assert {"time-today", "as-list", "find", "help", "quit", "fit"} <= usable
    assert isinstance(session.perform(lambda g: plant_sample(g, today=DAY)), Refusal)
    assert session.undo() is None
    window.contact.page.next.planAsked.emit("a step", DAY)
    window.contact.page.commonAsked.emit(["tea"], [])
    window.contact.page.editLogAsked.emit(session.history(jane)[0])
    window.today.planDone.emit("x")
    assert window.statusBar().currentMessage() == words.ONLY_TO_LOOK
    assert session.garden.revision == revision
    assert not sample.opened
    assert not window.today.done_button.isEnabled()
    assert not window.contact.page.common.field.isVisible()
    _go(sample, 0)
    assert window.actions_["log"].isEnabled()
    assert window.contact.page.common.field.isVisible()


def test_a_plant_cannot_be_dragged_on_another_day(sample: Stand) -> None:
    _go(sample, -10)
    view = sample.window.view
    id_ = next(iter(view.picture.layout.order()))
    start = view.viewport().mapFromGlobal(view.point_of(id_))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(60, 10))
    QTest.mouseMove(view.viewport(), start + QPoint(160, 20))
    assert view.picture._in_hand is None
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(160, 20))
    assert view.selection == id_
    view.cut()
    assert not view.carrying


def test_the_banner_says_nothing_of_a_day_that_the_hand_has_left(sample: Stand) -> None:
    _go(sample, -77)
    bar = sample.window.time.bar
    sample.window.time.go_to(DAY - timedelta(days=90))
    assert bar.banner.accessibleName() == words.MOVING
    assert bar.when.text() == "Mon 24 Aug 2026"
    sample.window.time.settle()
    assert "24 August 2026" in bar.banner.accessibleName()


def test_the_banner_says_the_day_and_leads_back(sample: Stand) -> None:
    bar = _go(sample, -77).bar
    assert bar.banner.accessibleName().startswith("The garden as it was on Sunday 6 September 2026")
    assert bar.back.isVisible()
    assert not bar.plan.isVisible()
    bar.back.click()
    assert sample.window.time.day == DAY
    assert bar.banner.accessibleName() == words.HINT
    assert not bar.back.isVisible()


def test_a_plan_says_what_it_saves_and_that_touches_alone_save_nobody(sample: Stand) -> None:
    bar = _go(sample, 90).bar
    assert "if nothing is done; today it is" in bar.banner.accessibleName()
    assert bar.plan.isVisible()
    bar.plan.setValue(3)
    assert "fewer" in bar.banner.accessibleName()
    assert "only an answer does" in bar.banner.toolTip()
    assert bar.plan.text() == "3 a week"


# Hand, wheel and keys


def test_the_keys_of_the_track(sample: Stand) -> None:
    time = sample.window.time
    track = time.bar.track
    time.refresh()
    sample.trigger("go-time")
    assert sample.window.focusWidget() is track
    for key, day in (
        (Qt.Key.Key_Left, DAY - timedelta(days=1)),
        (Qt.Key.Key_Right, DAY),
        (Qt.Key.Key_Right, DAY + timedelta(days=1)),
        (Qt.Key.Key_End, DAY),
        (Qt.Key.Key_PageUp, date(2026, 10, 22)),
        (Qt.Key.Key_PageUp, date(2026, 9, 22)),
        (Qt.Key.Key_PageDown, date(2026, 10, 22)),
        (Qt.Key.Key_Escape, DAY),
        (Qt.Key.Key_Home, time.first),
        (Qt.Key.Key_Left, time.first),
        (Qt.Key.Key_End, DAY),
    ):
        QTest.keyClick(track, key)
        assert time.day == day, key
        assert track.day == day
    for command, day in (
        ("day-back", DAY - timedelta(days=1)),
        ("month-back", date(2026, 10, 21)),
        ("month-ahead", DAY - timedelta(days=1)),
        ("day-ahead", DAY),
        ("first-day", time.first),
        ("time-today", DAY),
    ):
        sample.trigger(command)
        assert time.day == day, command


def test_the_hand_drags_clicks_and_turns_the_wheel(sample: Stand) -> None:
    time = sample.window.time
    track = time.bar.track
    time.refresh()
    scale = track.scale

    def at(day: date) -> QPoint:
        return QPoint(round(scale.x(day)), track.height() // 2)

    there = DAY - timedelta(days=100)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=at(DAY))
    QTest.mouseMove(track, at(there))
    assert abs((time.day - there).days) <= 1
    ahead = DAY + timedelta(days=60)
    QTest.mouseMove(track, at(ahead))
    assert abs((time.day - ahead).days) <= 1
    QTest.mouseMove(track, at(DAY) + QPoint(3, 0))
    assert time.day == DAY
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=at(DAY))
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=at(there))
    assert abs((time.day - there).days) <= 1
    before = time.day
    for turn, modifiers, days in (
        (120, Qt.KeyboardModifier.NoModifier, 1),
        (-120, Qt.KeyboardModifier.ControlModifier, -7),
    ):
        middle = QPointF(track.rect().center())
        QApplication.sendEvent(
            track,
            QWheelEvent(
                middle, track.mapToGlobal(middle), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
        before += timedelta(days=days)
        assert time.day == before


def test_a_screen_reader_finds_a_slider_with_the_day_for_a_name(sample: Stand) -> None:
    track = sample.window.time.bar.track
    face = QAccessible.queryAccessibleInterface(track)
    assert face.role() == QAccessible.Role.Slider
    _go(sample, -77)
    assert face.text(QAccessible.Text.Name) == "Time line: Sunday 6 September 2026, 77 days ago"
    assert face.text(QAccessible.Text.Value) == "-77"


# Place, playing, other programs


def test_hidden_it_leads_back_and_stays_hidden(sample: Stand, tmp_path: Path) -> None:
    _go(sample, -30)
    sample.window.time.bar.hide_button.click()
    assert sample.window.time.day == DAY
    assert not sample.window.time.bar.isVisible()
    assert not sample.window.actions_["time-line"].isChecked()
    assert not Places(tmp_path / "window.ini").time_line
    sample.trigger("time-line")
    assert sample.window.time.bar.isVisible()
    assert Places(tmp_path / "window.ini").time_line


def test_an_empty_garden_has_no_time_line(stand: Stand) -> None:
    assert not stand.window.time.bar.isVisible()
    stand.add("Jane Miller")
    assert stand.window.time.bar.isVisible()


def test_playing_goes_on_by_steps_and_ends_at_today(sample: Stand) -> None:
    time = sample.window.time
    _go(sample, -15)
    time.play()
    assert sample.window.actions_["play"].text() == "Pause"
    days = []
    while time.playing:
        time._beat.timeout.emit()
        days.append((time.day - DAY).days)
    assert days == [-8, -1, 0]
    assert sample.window.actions_["play"].text() == "Play the season"


def test_nothing_plays_in_a_window_that_is_hidden(sample: Stand) -> None:
    time = sample.window.time
    _go(sample, -30)
    time.play()
    playing = [time.playing]
    sample.window.hide()
    playing.append(time.playing)
    assert playing == [True, False]
    assert (time.day - DAY).days == -30


def test_what_another_program_writes_meanwhile_is_looked_at_too(sample: Stand) -> None:
    _go(sample, -10)
    with _fresh(sample.path) as other:
        jane = next(id_ for id_, p in other.garden.plants.items() if p.contact.name == "Jane Miller")
        other.remove(jane)
    sample.bridge.look()
    assert jane not in sample.window.view.picture.plants
    assert sample.window.sight.away
    _go(sample, 0)
    assert jane not in sample.window.view.picture.plants


def test_the_histories_are_read_beside_the_window_and_change_nothing(sample: Stand) -> None:
    time = sample.window.time
    with sample.qtbot.waitSignal(time.wasRead):
        _go(sample, -40)
    seen: Garden = sample.window.sight.seen
    with _fresh(sample.path) as other:
        assert seen == other.garden.as_of(DAY - timedelta(days=40), other.history)
    assert sum(time.bar.track.marks.withered.values())
