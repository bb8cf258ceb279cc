"""What moves comes to rest by itself; nothing moves without motion, hidden or minimised; at rest no clock runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gardener.scene import motion
from gardener.scene.breeze import LEAN, STILL, between, blowing, fallen, lean, ripple
from gardener.scene.traits import Traits
from gardener.scene.view import GardenView
from tests.scene.picture_stand import WORDS, ToldPictures, some_plants


class Clock:
    """Time that goes on by a tenth of a second whenever somebody looks."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        self.now += 0.1
        return self.now


@pytest.fixture
def pictures() -> ToldPictures:
    return ToldPictures()


@pytest.fixture
def view(qtbot: QtBot, pictures: ToldPictures, monkeypatch: pytest.MonkeyPatch) -> Iterator[GardenView]:
    monkeypatch.setattr(motion, "perf_counter", Clock())
    view = GardenView(WORDS, lambda theme, ratio: pictures)
    qtbot.addWidget(view)
    view.resize(1080, 940)
    view.set_garden(some_plants())
    with qtbot.waitSignal(view.finished):
        view.show()
    qtbot.waitUntil(lambda: not clocks(view))
    yield view
    view.hide()


def clocks(view: GardenView) -> list[QTimer]:
    return [timer for timer in view.findChildren(QTimer) if timer.isActive()]


def bent(view: GardenView) -> int:
    items = (view.picture.plant_layer.item(id_) for id_ in view.picture.plants)
    return sum(item is not None and not item.transform().isIdentity() for item in items)


def stir(view: GardenView) -> None:
    QTest.mouseMove(view.viewport(), QPoint(300, 500))
    QTest.mouseMove(view.viewport(), QPoint(310, 505))


def test_a_hand_stirs_the_plants_and_they_come_to_rest(view: GardenView, qtbot: QtBot) -> None:
    stir(view)
    assert view.picture.moving
    qtbot.waitUntil(lambda: bent(view) > 3)
    qtbot.waitUntil(lambda: not view.picture.moving)
    assert bent(view) == 0
    qtbot.waitUntil(lambda: not clocks(view))


def test_a_deed_lets_a_plant_go_over_to_its_new_state_step_by_step(
    view: GardenView, pictures: ToldPictures, qtbot: QtBot
) -> None:
    jane = view.picture.plants["janemiller"]
    after = jane._replace(traits=jane.traits._replace(size=0.9, vitality=0.2, flowers=1.0))
    asked = len(pictures.asked)
    view.update_plants([after])
    assert view.picture.moving
    qtbot.waitUntil(lambda: not view.picture.moving)
    sizes = [traits.size for traits in pictures.passed]
    assert len(sizes) > 3
    assert sizes == sorted(sizes)
    assert all(0.5 <= size <= 0.9 for size in sizes)
    assert pictures.asked[asked:] == [jane.seed], "at the end as it is, once"


def test_when_many_change_at_once_none_goes_by_steps(view: GardenView, pictures: ToldPictures) -> None:
    changed = [
        plant._replace(traits=plant.traits._replace(size=0.9)) for plant in view.picture.plants.values()
    ]
    assert len(changed) > motion.MOST_CHANGING
    view.update_plants(changed)
    assert not view.picture.moving
    assert pictures.passed == []


def test_a_drop_falls_and_is_gone(view: GardenView, qtbot: QtBot) -> None:
    there = len(view.picture.items())
    view.water(["zoeadler", "nobody"])
    assert len(view.picture.items()) > there
    qtbot.waitUntil(lambda: not view.picture.moving)
    assert len(view.picture.items()) == there


def test_without_motion_nothing_moves(view: GardenView, pictures: ToldPictures) -> None:
    view.motion = False
    there = len(view.picture.items())
    stir(view)
    view.water(["zoeadler"])
    jane = view.picture.plants["janemiller"]
    view.update_plants([jane._replace(traits=jane.traits._replace(size=0.9))])
    assert not view.picture.moving
    assert (bent(view), len(view.picture.items()), pictures.passed) == (0, there, [])


def test_switched_off_in_the_middle_everything_is_at_its_end(view: GardenView, qtbot: QtBot) -> None:
    stir(view)
    view.water(["zoeadler"])
    qtbot.waitUntil(lambda: bent(view) > 0)
    view.motion = False
    assert not view.picture.moving
    assert bent(view) == 0


def test_hidden_or_minimised_nothing_moves(view: GardenView, qtbot: QtBot) -> None:
    stir(view)
    view.hide()
    assert not view.picture.moving
    assert not clocks(view)
    view.show()
    stir(view)
    view.showMinimized()
    qtbot.waitUntil(lambda: not view.picture.moving)
    view.water(["zoeadler"])
    assert not view.picture.moving


def test_a_plant_in_the_hand_and_a_zoom_end_the_breeze(view: GardenView, qtbot: QtBot) -> None:
    stir(view)
    qtbot.waitUntil(lambda: bent(view) > 0)
    view.zoom_by(1.2)
    assert bent(view) == 0
    view.zoom_to_fit()
    stir(view)
    qtbot.waitUntil(lambda: bent(view) > 0)
    at = view.viewport().mapFromGlobal(view.point_of("zoeadler"))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), at + QPoint(9 * step, 0))
    assert bent(view) == 0
    view.hide()


# The numbers


def test_the_breeze_rises_while_the_hand_moves_and_dies_to_nothing() -> None:
    strength = 0.0
    for _ in range(50):
        before, strength = strength, blowing(strength, 0.0, 0.04)
        assert before < strength < 1.0
    steps = 0
    while strength:
        before, strength = strength, blowing(strength, 9.0, 0.04)
        assert strength < before
        steps += 1
    assert steps * 0.04 < 5.0
    assert STILL > 0.0


@given(st.integers(0, 2**64 - 1), st.floats(0, 1e5), st.floats(0, 1))
def test_no_plant_leans_further_than_the_gust(seed: int, time: float, strength: float) -> None:
    assert abs(lean(seed, time, strength)) <= LEAN * strength + 1e-12


traits = st.builds(
    lambda **some: Traits(**some),  # the rest as it is without a word
    size=st.floats(0, 1),
    vitality=st.none() | st.floats(0, 1),
    wetness=st.floats(0, 2),
    flowers=st.floats(0, 5),
    sown=st.booleans(),
)


@given(traits, traits)
def test_a_change_ends_where_it_should_and_goes_nowhere_beyond(before: Traits, after: Traits) -> None:
    assert between(before, after, 1.0) == after
    if before.sown == after.sown:
        assert between(before, after, 0.0).size == before.size
    for share in (0.2, 0.5, 0.8):
        on_the_way = between(before, after, share)
        assert 0.0 <= on_the_way.size <= max(before.size, after.size) + 1e-12
        assert (on_the_way.vitality is None) == (after.vitality is None)


def test_a_drop_falls_ever_faster_and_its_ring_fades() -> None:
    falls = [fallen(n / 10) for n in range(11)]
    assert falls[0] == 0.0
    assert falls[-1] == 1.0
    steps = [b - a for a, b in pairwise(falls)]
    assert steps == sorted(steps)
    assert ripple(0.0) == (0.0, 1.0)
    assert ripple(1.0) == pytest.approx((1.0, 0.0))


def smooth(view: GardenView) -> int:
    items = [view.picture.plant_layer.item(id_) for id_ in view.picture.plants]
    mode = Qt.TransformationMode.SmoothTransformation
    return sum(item is not None and item.transformationMode() is mode for item in items)


def test_pictures_are_smoothed_only_while_they_are_not_of_their_size(view: GardenView, qtbot: QtBot) -> None:
    assert smooth(view) == 0
    stir(view)
    qtbot.waitUntil(lambda: smooth(view) > 3)
    qtbot.waitUntil(lambda: not view.picture.moving)
    assert smooth(view) == 0
    view.zoom_by(1.2)
    assert smooth(view) > 3
    with qtbot.waitSignal(view.finished):
        pass
    assert smooth(view) == 0
