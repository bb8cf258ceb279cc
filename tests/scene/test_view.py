"""The garden view: the hand and the keys ask for what they should, and only what changed is painted again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gardener.domain.growth import Condition
from gardener.domain.stage import Stage
from gardener.scene import signs
from gardener.scene.grid import Rect
from gardener.scene.hands import pinched, plain
from gardener.scene.items import body_box
from gardener.scene.light import Moment
from gardener.scene.places import Cell, free_places
from gardener.scene.view import GardenView
from tests.scene.picture_stand import WORDS, ToldPictures, moved, plant, some_plants


@pytest.fixture
def pictures() -> ToldPictures:
    return ToldPictures()


@pytest.fixture
def view(qtbot: QtBot, pictures: ToldPictures) -> Iterator[GardenView]:
    view = GardenView(WORDS, lambda theme, ratio: pictures)
    qtbot.addWidget(view)
    view.motion = False
    view.resize(1080, 940)
    view.set_garden(some_plants())
    with qtbot.waitSignal(view.finished):
        view.show()
    view.setFocus()
    yield view
    view.hide()


def at(view: GardenView, point: QPoint) -> QPoint:
    return view.viewport().mapFromGlobal(point)


def drag(view: GardenView, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at(view, start))
    for step in range(1, 11):
        QTest.mouseMove(port, at(view, start) + (at(view, end) - at(view, start)) * step / 10)
    if drop:
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at(view, end))


def carries(view: GardenView) -> bool:
    return view.carrying


def zooms(view: GardenView) -> bool:
    return view.picture.zooming


def asked(view: GardenView) -> list[tuple[str, str, int]]:
    moves: list[tuple[str, str, int]] = []
    view.moveAsked.connect(lambda id_, stage, place: moves.append((id_, stage, place)))
    return moves


# Selecting


def test_a_press_selects_a_plant_and_the_lawn_lets_go(view: GardenView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selected, check_params_cb=lambda id_: id_ == "zoeadler"):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, view.point_of("zoeadler")))
    assert view.selection == "zoeadler"
    with qtbot.waitSignal(view.selected, check_params_cb=lambda id_: id_ is None):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 500))
    assert view.selection is None


def test_selecting_from_elsewhere_is_shown_and_not_told_again(view: GardenView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.selected):
        view.select("umarao")
    assert view.selection == "umarao"
    view.select("nobody")
    assert view.selection is None


def test_arrows_tab_home_and_end_move_the_selection(view: GardenView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection == "amaraosei", "the first, when none was"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection == "gusjones"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection == "zoeadler", "over the edge into the next bed"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selection == "meichen"
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.selection == "janemiller"
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert view.selection == "zoeadler"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.selection == "amaraosei"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selection == "danwirth"


def test_letters_are_left_to_the_window(view: GardenView) -> None:
    view.select("umarao")
    for letter in "wrcjm":
        key = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        key.accept()
        view.keyPressEvent(key)
        assert not key.isAccepted(), letter
    assert view.selection == "umarao"


def test_tab_leaves_the_picture_after_the_last_bed(view: GardenView) -> None:
    view.select("danwirth")
    assert not view.focusNextPrevChild(True)
    view.select("amaraosei")
    assert not view.focusNextPrevChild(False)


def test_enter_and_a_double_click_open_a_plant(view: GardenView, qtbot: QtBot) -> None:
    view.select("umarao")
    with qtbot.waitSignal(view.activated, check_params_cb=lambda id_: id_ == "umarao"):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.activated, check_params_cb=lambda id_: id_ == "gusjones"):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, view.point_of("gusjones")))


def test_the_menu_is_asked_for_by_hand_and_by_key(view: GardenView) -> None:
    asks: list[tuple[str, QPoint]] = []
    view.contextMenuAsked.connect(lambda id_, point: asks.append((id_, point)))
    point = view.point_of("leovarga")
    reason = QContextMenuEvent.Reason
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason.Mouse, at(view, point), point))
    assert asks == [("leovarga", point)]
    assert view.selection == "leovarga"
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason.Keyboard, QPoint(), QPoint()))
    assert asks[1] == ("leovarga", view.point_of("leovarga"))
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason.Mouse, QPoint(3, 500), QPoint(3, 500)))
    assert asks[2][0] == ""


# Dragging


def test_a_drag_asks_for_the_bed_and_the_cell_under_the_hand(view: GardenView) -> None:
    moves = asked(view)
    drag(view, view.point_of("gusjones"), view.point_of_bed(Stage.GROWING, 4))
    assert moves == [("gusjones", "growing", 4)]
    assert view.picture.layout.cell_of("gusjones") == Cell(Stage.SEED, 1), (
        "the picture moves nothing by itself"
    )


@pytest.mark.parametrize("folded", [False, True])
def test_a_sign_takes_what_is_dropped_on_it_and_lights_up_meanwhile(view: GardenView, folded: bool) -> None:
    if folded:
        view.set_folded({Stage.GROWING})
    seen = asked(view)
    bed = view.picture.layout.beds[Stage.GROWING]
    free = next(free_places(bed.plants))
    on_sign = view._global(*bed.sign.centre)
    drag(view, view.point_of("gusjones"), on_sign, drop=False)
    assert view.picture.sign_state(Stage.GROWING).hovered
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, on_sign))
    assert seen == [("gusjones", "growing", free)]


@pytest.mark.parametrize("name", ["Seedlings", "Flowering", "Compost"])
def test_a_narrow_sign_keeps_its_name_whole_and_makes_it_smaller(qapp: QApplication, name: str) -> None:
    font = QFont("DejaVu Sans", 10)
    wide, narrow, tiny = (signs.shrink_of(name, 8, font=font, width=width) for width in (300.0, 92.0, 30.0))
    assert wide == 1.0
    assert 0.7 < narrow < 1.0
    assert tiny == 1.0, "where it has to be cut anyway it is at least as large as ever"


def test_dropped_on_the_sign_of_its_own_bed_a_plant_stays(view: GardenView) -> None:
    seen = asked(view)
    drag(view, view.point_of("gusjones"), view._global(*view.picture.layout.beds[Stage.SEED].sign.centre))
    assert not seen
    assert not carries(view)


def test_the_plant_settles_where_the_model_puts_it_and_returns_when_refused(view: GardenView) -> None:
    home = view.picture.plant_layer.foot("gusjones")
    drag(view, view.point_of("gusjones"), view.point_of_bed(Stage.FRUIT, 3))
    assert view.picture.plant_layer.foot("gusjones") == home, "nobody did it"
    view.moveAsked.connect(lambda id_, stage, place: moved(view, id_, stage, place))
    drag(view, view.point_of("gusjones"), view.point_of_bed(Stage.FRUIT, 3))
    assert view.picture.layout.cell_of("gusjones") == Cell(Stage.FRUIT, 3)
    foot = view.picture.plant_layer.foot("gusjones")
    assert foot == pytest.approx(view.picture.layout.foot("gusjones"), abs=1.0)


def test_a_plant_is_painted_in_the_size_of_the_place_it_comes_to(view: GardenView) -> None:
    view.moveAsked.connect(lambda id_, stage, place: moved(view, id_, stage, place))
    layout = view.picture.layout
    before = layout.unit("gusjones")
    free = next(
        p
        for p in range(9)
        if layout.beds[Stage.FRUIT].grid.unit(p) != before and p not in layout.beds[Stage.FRUIT].plants
    )
    drag(view, view.point_of("gusjones"), view.point_of_bed(Stage.FRUIT, free))
    assert view.picture.layout.unit("gusjones") != before
    item = view.picture.plant_layer.item("gusjones")
    assert item is not None
    wanted = view.picture.layout.picture("gusjones")
    for finished in (False, True):  # at first it is its former picture, drawn larger or smaller
        if finished:
            view.finish_now()
        painted = item.mapRectToScene(item.boundingRect())
        assert painted.height() == pytest.approx(wanted.h, abs=2.0)
        assert painted.bottom() == pytest.approx(wanted.bottom, abs=2.0)


def test_while_dragged_the_plant_follows_the_hand_and_escape_puts_it_back(view: GardenView) -> None:
    moves = asked(view)
    home = view.picture.plant_layer.foot("gusjones")
    start, end = view.point_of("gusjones"), view.point_of_bed(Stage.FLOWERING, 2)
    drag(view, start, end, drop=False)
    foot = view.picture.plant_layer.foot("gusjones")
    assert foot is not None
    hand = view.mapToScene(at(view, end))
    assert abs(foot[0] - hand.x()) < 40
    assert abs(foot[1] - hand.y()) < 40
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.picture.plant_layer.foot("gusjones") == home
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, end))
    assert moves == []


@pytest.mark.parametrize("end", [QPoint(500, 20), QPoint(5, 600)])
def test_dropped_beside_all_beds_nothing_is_asked(view: GardenView, end: QPoint) -> None:
    moves = asked(view)
    drag(view, view.point_of("gusjones"), view.viewport().mapToGlobal(end))
    assert moves == []


def test_a_plant_that_goes_while_it_is_dragged_is_let_go(view: GardenView) -> None:
    moves = asked(view)
    start, end = view.point_of("gusjones"), view.point_of_bed(Stage.FRUIT, 2)
    drag(view, start, end, drop=False)
    view.update_plants([], ["gusjones"])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, end))
    assert moves == []
    assert "gusjones" not in view.picture.plants


def test_with_motion_a_plant_glides_home_and_comes_to_rest(view: GardenView, qtbot: QtBot) -> None:
    view.motion = True
    home = view.picture.plant_layer.foot("gusjones")
    drag(view, view.point_of("gusjones"), view.point_of_bed(Stage.FRUIT, 3))
    assert view.picture.plant_layer.foot("gusjones") != home
    qtbot.waitUntil(lambda: view.picture.plant_layer.foot("gusjones") == home)


def test_the_keys_can_do_what_the_hand_can(view: GardenView) -> None:
    moves = asked(view)
    view.select("gusjones")
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert carries(view)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not carries(view)
    (move,) = moves
    assert move[:2] == ("gusjones", "seedling")
    assert move[2] not in (0, 1, 2), "a free cell"


def test_escape_lets_go_of_what_was_cut_and_pasting_at_home_asks_nothing(view: GardenView) -> None:
    moves = asked(view)
    view.select("gusjones")
    view.cut()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.carrying
    view.cut()
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.paste()
    assert moves == []


def test_what_was_cut_can_be_put_down_by_the_hand(view: GardenView) -> None:
    moves = asked(view)
    view.select("gusjones")
    view.cut()
    point = at(view, view.point_of_bed(Stage.FLOWERING, 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert moves == [("gusjones", "flowering", 1)]


# Only what changed


def test_an_update_paints_only_the_plants_it_names(
    view: GardenView, pictures: ToldPictures, qtbot: QtBot
) -> None:
    layer = view.picture.plant_layer
    before = {id_: layer.item(id_).pixmap().cacheKey() for id_ in view.picture.plants}  # type: ignore[union-attr]
    pictures.asked.clear()
    pictures.outlined.clear()
    jane = view.picture.plants["janemiller"]
    greener = jane._replace(traits=jane.traits._replace(vitality=1.0))
    with qtbot.waitSignal(view.finished):
        view.update_plants([greener, view.picture.plants["umarao"]])
    assert pictures.asked == [jane.seed], "the one that came unchanged is not painted again"
    after = {id_: layer.item(id_).pixmap().cacheKey() for id_ in view.picture.plants}  # type: ignore[union-attr]
    assert {id_ for id_ in before if before[id_] != after[id_]} == {"janemiller"}


def test_signs_count_what_stands_in_the_bed(view: GardenView) -> None:
    state = view.picture.sign_state(Stage.SEEDLING)
    assert (state.count, state.thirsty, state.withered) == (3, 1, 1)
    zoe = view.picture.plants["zoeadler"]
    view.update_plants([zoe._replace(condition=Condition.HEALTHY)], ["meichen"])
    state = view.picture.sign_state(Stage.SEEDLING)
    assert (state.count, state.thirsty, state.withered) == (2, 0, 0)


def test_a_removed_plant_is_gone_and_no_longer_selected(view: GardenView) -> None:
    view.select("umarao")
    view.update_plants([], ["umarao"])
    assert view.selection is None
    assert view.picture.plant_layer.item("umarao") is None
    assert view.picture.layout.cell_of("umarao") is None


def test_only_plants_near_the_view_have_items(view: GardenView, pictures: ToldPictures) -> None:
    view.set_garden([plant(f"S {n}", Stage.FLOWERING, n) for n in range(2000)])
    view.finish_now()
    few = len(view.picture.plant_layer)
    assert 0 < few < 200
    pictures.asked.clear()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.finish_now()
    assert pictures.asked, "what has come into view is painted"
    assert view.picture.plant_layer.item("s0") is None


def test_while_pictures_pass_by_only_what_is_in_view_is_held(view: GardenView, qtbot: QtBot) -> None:
    plants = [plant(f"S {n}", Stage.FLOWERING, n) for n in range(2000)]
    with qtbot.waitSignal(view.finished):
        view.set_garden(plants)
    around = len(view.picture.plant_layer)
    view.glance([plants[0]._replace(waiting=True)])
    assert set(view.picture.plant_layer.near) == set(view.in_view())
    assert len(view.in_view()) < around
    view.update_plants(plants)
    assert len(view.picture.plant_layer) == around


def test_the_first_picture_shows_silhouettes_and_the_rest_follows(
    qtbot: QtBot, pictures: ToldPictures
) -> None:
    view = GardenView(WORDS, lambda theme, ratio: pictures)
    qtbot.addWidget(view)
    view.resize(1080, 940)
    view.set_garden(some_plants())
    assert pictures.asked == pictures.outlined == []
    with qtbot.waitSignal(view.finished):
        view.show()
        assert pictures.asked == []
        assert len(pictures.outlined) == 9
    assert len(pictures.asked) == 9
    view.hide()


def test_hidden_nothing_works_on(view: GardenView, pictures: ToldPictures, qtbot: QtBot) -> None:
    view.hide()
    pictures.asked.clear()
    view.set_garden(some_plants())
    qtbot.wait(20)
    assert pictures.asked == []
    with qtbot.waitSignal(view.finished):
        view.show()
    assert len(pictures.asked) == 9


# Zoom


def test_the_scale_has_limits_and_zero_fits_again(view: GardenView) -> None:
    fit = view.scale_now
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    closest = view.scale_now
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now == closest == pytest.approx(6.0)
    for _ in range(80):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    farthest = view.scale_now
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale_now == farthest <= fit
    assert view.picture.layout.extent.h * farthest <= view.height()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale_now == fit


def test_ctrl_and_the_wheel_zoom_where_the_hand_is(view: GardenView) -> None:
    point = at(view, view.point_of("umarao"))
    before = view.mapToScene(point)
    wheel = QWheelEvent(
        QPointF(point),
        QPointF(view.viewport().mapToGlobal(point)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    scale = view.scale_now
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.scale_now > 1.3 * scale
    after = view.mapToScene(point)
    assert abs(after.x() - before.x()) < 2
    assert abs(after.y() - before.y()) < 2


def test_what_a_zoom_passes_through_is_fitted_once_it_rests(view: GardenView) -> None:
    view.zoom_to_fit()
    fitted = view.scale_now
    view.zoom_by(1.25)
    view.zoom_by(0.8)
    assert zooms(view), "the ground is not painted anew where it only passes the fitting scale"
    view.resize(900, 700)
    assert zooms(view)
    view._still.timeout.emit()
    assert not zooms(view)
    assert view.scale_now != pytest.approx(fitted)
    assert view.picture.layout.extent.w * view.scale_now <= view.width()


def test_names_are_put_in_their_places_once_for_each_zoom(
    view: GardenView, monkeypatch: pytest.MonkeyPatch
) -> None:
    fits = []
    layer = view.picture.label_layer
    fit = layer.fit

    def counted(*what: Any, **how: Any) -> object:
        fits.append(how["scale"])
        return fit(*what, **how)

    monkeypatch.setattr(layer, "fit", counted)
    for command, what in (("zoom_by", (1.25,)), ("zoom_to_bed", (Stage.FRUIT,)), ("zoom_to_whole", ())):
        fits.clear()
        getattr(view, command)(*what)
        assert fits == [view.scale_now]


def test_a_bed_comes_near_whole_in_width(view: GardenView) -> None:
    view.zoom_to_bed(Stage.FRUIT)
    frame = view.picture.layout.beds[Stage.FRUIT].frame
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.left() <= frame.x
    assert frame.right <= seen.right()
    assert view.scale_now > 1.5
    assert view.viewport().rect().contains(at(view, view.point_of("umarao")))


@pytest.mark.parametrize("size", [(240, 200), (700, 700), (1080, 940), (1600, 500), (2560, 1440)])
def test_the_picture_fits_any_window(view: GardenView, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.finish_now()
    extent = view.picture.layout.extent
    assert extent.w * view.scale_now <= size[0] + 1
    assert not view.grab().isNull()


def test_pushing_the_lawn_and_ctrl_arrows_scroll(view: GardenView) -> None:
    view.zoom_by(3.0)
    view.centerOn(QPointF(5.0, 500.0))
    bar = view.verticalScrollBar()
    before = bar.value()
    edge = view.mapFromScene(QPointF(10.0, 500.0))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(view.viewport(), edge + QPoint(0, -30))
    QTest.mouseMove(view.viewport(), edge + QPoint(0, -60))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(0, -60))
    assert bar.value() == before + 60
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == before


# Labels, folding, light


def label_rects(view: GardenView) -> dict[str, Rect]:
    return {label.id: label.rect for label in view.picture.label_layer.labels}


@pytest.mark.parametrize("size", [(560, 620), (700, 700), (1080, 940), (1900, 1200)])
@pytest.mark.parametrize("zoom", [1.0, 1.6])
def test_labels_never_overlap_and_hide_no_plant(view: GardenView, size: tuple[int, int], zoom: float) -> None:
    view.set_garden([plant(f"Bartholomew Longname {n}", list(Stage)[n % 6], n // 6) for n in range(120)])
    view.resize(*size)
    view.zoom_by(zoom)
    view.finish_now()
    rects = label_rects(view)
    assert len(rects) > 20
    for id_, rect in rects.items():
        assert not any(rect.meets(other) for owner, other in rects.items() if owner != id_)
        for other in view.picture.plants.values():
            box = body_box(other, view.picture.layout)
            scaled = Rect(*(side * view.scale_now for side in box))
            assert other.id == id_ or not rect.meets(scaled)


def test_the_selected_and_the_hovered_keep_their_labels_far_out(view: GardenView) -> None:
    view.set_garden([plant(f"S {n}", Stage.SEED, n) for n in range(400)])
    assert "s300" not in label_rects(view)
    view.select("s300")
    view.finish_now()
    assert "s300" in label_rects(view)


def test_a_folded_bed_hides_its_plants_and_asks_by_its_mark(view: GardenView, qtbot: QtBot) -> None:
    sign = view.picture.layout.beds[Stage.GROWING].sign
    found: list[QPoint] = []
    for dx in range(0, int(sign.w), 4):
        for dy in range(0, int(sign.h), 4):
            hit = view.picture.sign_at(sign.x + dx, sign.y + dy)
            if hit == (Stage.GROWING, True):
                found.append(view.mapFromScene(QPointF(sign.x + dx, sign.y + dy)))
    with qtbot.waitSignal(view.foldAsked, check_params_cb=lambda stage: stage == "growing"):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=found[len(found) // 2])
    view.set_folded([Stage.GROWING])
    assert view.picture.plant_layer.item("janemiller") is None
    assert view.picture.sign_state(Stage.GROWING).count == 2
    QTest.keyClicks(view, "jane")
    assert view.selection != "janemiller", "what is folded away is not stepped on"
    view.set_folded([])
    assert view.picture.plant_layer.item("janemiller") is not None


def test_selected_a_plant_shows_a_trail_to_those_it_led_to_and_from_who_led_to_it(view: GardenView) -> None:
    uma = view.picture.plants["umarao"]
    view.update_plants([uma._replace(led_to=("gusjones", "nobody"))])
    trail = view.picture.marks.trail
    view.select("janemiller")
    assert trail.path().isEmpty()
    for id_ in ("umarao", "gusjones"):
        view.select(id_)
        ends = trail.path().pointAtPercent(0.0), trail.path().pointAtPercent(1.0)
        feet = [view.picture.layout.foot(end) for end in ("umarao", "gusjones")]
        assert [(end.x(), end.y()) for end in ends] == [pytest.approx(foot) for foot in feet]
    view.select(None)
    assert not trail.isVisible()


def test_another_theme_paints_every_plant_in_its_palette(view: GardenView, pictures: ToldPictures) -> None:
    themes: list[str] = []

    def of(theme: str, ratio: float) -> ToldPictures:
        themes.append(theme)
        return pictures

    view.picture._pictures_of = of
    pictures.asked.clear()
    day = view.grab().toImage()
    view.set_moment(Moment(theme="dusk", hour=21.0))
    view.finish_now()
    assert themes == ["dusk"]
    assert len(pictures.asked) == 9
    assert view.grab().toImage() != day


def test_a_name_is_plain_text_in_its_tooltip() -> None:
    assert plain("Jane & Joe") == "Jane & Joe"
    assert plain("<b>x</b>\ny") == "<span>&lt;b&gt;x&lt;/b&gt;<br>y</span>"


def test_the_view_has_a_name_for_those_who_listen(view: GardenView) -> None:
    assert view.accessibleName() == "Garden"
    assert view.accessibleDescription() == "Beds with plants"


def test_empty_it_stands_the_keys_and_the_mouse(view: GardenView, qtbot: QtBot) -> None:
    view.set_garden([])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_A, Qt.Key.Key_Plus):
        QTest.keyClick(view, key)
    view.cut()
    assert not view.carrying
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert not view.grab().isNull()


@pytest.mark.parametrize("theme", ["light", "dusk", "contrast"])
def test_real_plants_stand_in_their_cells_in_every_theme(qtbot: QtBot, theme: str) -> None:
    view = GardenView(WORDS)
    qtbot.addWidget(view)
    view.motion = False
    view.resize(700, 700)
    view.set_moment(Moment(theme=theme, hour=18.0))
    view.set_garden(some_plants(), "umarao")
    with qtbot.waitSignal(view.finished):
        view.show()
    for id_ in view.picture.plants:
        item = view.picture.plant_layer.item(id_)
        assert item is not None
        cell = view.picture.layout.picture(id_)
        drawn = item.mapToScene(item.boundingRect()).boundingRect()
        assert drawn.height() == pytest.approx(cell.h, abs=2.0)
        assert drawn.width() == pytest.approx(cell.w, abs=2.0)
    view.hide()


def test_what_must_be_found_has_a_badge_where_it_has_no_label(view: GardenView) -> None:
    badges, labels = view.picture.badge_layer, view.picture.label_layer
    view.update_plants(
        [
            plant("Max Roth", Stage.GROWING, 20, condition=Condition.DROWNING),
            plant("Ana Silva", Stage.GROWING, 21),
            plant("Kim Ahn", Stage.COMPOST, 20, condition=Condition.WITHERED),
        ]
    )
    view.resize(1080, 1900)
    view.finish_now()
    assert {label.id for label in labels.labels} >= {"zoeadler", "meichen"}, "they have theirs on the label"
    assert len(badges) == 1
    view.update_plants([plant("Max Roth", Stage.GROWING, 20)])
    assert len(badges) == 0
    view.resize(400, 1900)
    view.finish_now()
    assert not {"zoeadler", "meichen"} & {label.id for label in labels.labels}
    assert len(badges) == 2


def test_two_fingers_on_a_touchpad_zoom_and_any_other_gesture_does_not(view: GardenView) -> None:
    before = view.scale_now
    assert _gesture(view, Qt.NativeGestureType.RotateNativeGesture, 0.25) is None
    assert view.scale_now == before
    assert _gesture(view, Qt.NativeGestureType.ZoomNativeGesture, 0.25) == (1.25, QPoint(400, 300))
    assert view.scale_now == pytest.approx(1.25 * before)


def _gesture(view: GardenView, kind: Qt.NativeGestureType, value: float) -> tuple[float, QPoint] | None:
    at, device = QPointF(400, 300), QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, at, value, QPointF())
    view.viewportEvent(event)
    return pinched(event, view.viewport())
