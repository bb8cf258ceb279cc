"""The painted ground: whatever has been done with the view, it looks as in one that was opened there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gardener.domain.stage import Stage
from gardener.scene.light import Moment
from gardener.scene.view import GardenView
from tests.scene.picture_stand import WORDS, ToldPictures, plant, some_plants

NIGHT = Moment(theme="dusk")


def opened(qtbot: QtBot, *, size: tuple[int, int] = (1080, 760)) -> GardenView:
    """A view before its first picture."""
    view = GardenView(WORDS, lambda theme, ratio: ToldPictures())
    qtbot.addWidget(view)
    view.motion = False
    view.resize(*size)
    view.set_garden(some_plants())
    view.set_moment(NIGHT)
    return view


def finished(view: GardenView) -> None:
    while not view.picture.finish(1.0):
        pass


def grabbed(view: GardenView) -> QImage:
    """What the view shows, painted twice: straight away, and then from the pieces that are kept."""
    view.viewport().grab()
    return view.viewport().grab().toImage()


def repainted_in_part(view: GardenView) -> None:
    """Something small in the first piece moves, as a label or a hovered sign does."""
    view.viewport().repaint(QRect(20, 20, 60, 200))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[GardenView]:
    """One that was repainted in part between its first, rough picture and the finished one."""
    view = opened(qtbot)
    view.show()
    qtbot.waitUntil(lambda: view.picture.waiting)
    view.viewport().repaint()
    repainted_in_part(view)
    with qtbot.waitSignal(view.finished):
        pass
    yield view
    view.hide()


def hidden_and_shown(view: GardenView) -> None:
    view.hide()
    view.show()
    repainted_in_part(view)


def resized(view: GardenView) -> None:
    view.resize(820, 700)
    repainted_in_part(view)
    view.resize(1080, 760)


def zoomed(view: GardenView) -> None:
    view.zoom_by(1.6, QPoint(100, 300))
    repainted_in_part(view)
    view.zoom_to_fit()


def hidden_in_a_zoom(view: GardenView) -> None:
    view.zoom_by(1.6, QPoint(100, 300))
    view.hide()
    view.show()
    assert not view.picture.zooming
    view.zoom_to_fit()


def grown(view: GardenView) -> None:
    """As after a second import that is undone."""
    more = [plant(f"Seed {n}", Stage.SEED, None) for n in range(60)]
    view.update_plants(more)
    repainted_in_part(view)
    view.update_plants([], removed=[one.id for one in more])


def nothing(view: GardenView) -> None:
    pass


@pytest.mark.parametrize("done", [nothing, hidden_and_shown, resized, zoomed, hidden_in_a_zoom, grown])
def test_the_ground_is_finished_everywhere_whatever_was_done(
    view: GardenView, qtbot: QtBot, done: Callable[[GardenView], None]
) -> None:
    done(view)
    finished(view)
    fresh = opened(qtbot)
    fresh.show()
    fresh.finish_now()
    assert grabbed(view) == grabbed(fresh)


def test_clover_makes_room_where_a_plant_comes_though_no_bed_changes_its_shape(
    view: GardenView, qtbot: QtBot
) -> None:
    before = grabbed(view), [bed.frame for bed in view.picture.layout.beds.values()]
    new = plant("New", Stage.GROWING, 7)
    view.update_plants([new])
    finished(view)
    assert [bed.frame for bed in view.picture.layout.beds.values()] == before[1]
    fresh = opened(qtbot)
    fresh.update_plants([new])
    fresh.show()
    fresh.finish_now()
    assert grabbed(view) == grabbed(fresh)
    view.update_plants([], removed=[new.id])
    finished(view)
    assert grabbed(view) == before[0]
