"""The family tree in the window: who led to whom, by hand, by key and as an outline, with one selection for all views."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gardener.domain.changes import Change, Changeset, Entity, What
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.stage import Stage
from gardener.scene.tree_layout import ALONE
from gardener.scene.tree_shown import FRUIT
from gardener.session import Done
from gardener.ui.actions import COMMANDS
from gardener.ui.tree_page import TreePage
from tests.ui.conftest import DAY, Stand


def put(stand: Stand, *entities: Entity) -> None:
    """Writes records down behind the window's back; the window hears of them."""
    changes = Changeset(What("note"), tuple(Change(None, entity) for entity in entities))
    assert isinstance(stand.session.perform(lambda _: changes), Done)
    stand.window.show_all()


def intro(stand: Stand, by: str, to: str, days_ago: int, outcome: Outcome = Outcome.MET) -> Introduction:
    return Introduction(
        id=stand.session.new_id(), by=by, to=to, day=DAY - timedelta(days_ago), origin=Origin.OFFERED, outcome=outcome
    )  # fmt: skip


def job(stand: Stand, *thanks_to: str) -> Opportunity:
    steps = (Step(StepKind.INTERVIEW, DAY - timedelta(3)),)
    return Opportunity(
        id=stand.session.new_id(), employer="Meridian", role="Analyst", created=DAY - timedelta(9), steps=steps,
        thanks_to=thanks_to,
    )  # fmt: skip


@pytest.fixture
def people(stand: Stand) -> dict[str, str]:
    """Nia led to Uma and Eva, Uma to Ana; Eva led to Ana too, later. Zed came alone. An interview is owed to Ana."""
    ids = {name: stand.add(name) for name in ("Nia", "Uma", "Eva", "Ana", "Zed")}
    pairs = (("Nia", "Uma", 90), ("Nia", "Eva", 80), ("Uma", "Ana", 50), ("Eva", "Ana", 20))
    opportunity = job(stand, ids["Ana"])
    put(stand, *(intro(stand, ids[by], ids[to], ago) for by, to, ago in pairs), opportunity)
    return ids | {"job": FRUIT + opportunity.id}


def tree(stand: Stand) -> TreePage:
    stand.trigger("as-tree")
    found = stand.window.views.tree
    assert found is not None
    return found


def press(page: TreePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)


def test_nothing_of_it_is_there_before_it_is_asked_for(stand: Stand) -> None:
    stand.add("Ada")
    assert stand.window.views.tree is None


def test_it_shows_who_led_to_whom(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    layout = page.picture.layout_
    assert set(layout.feet) == {*(people[n] for n in ("Nia", "Uma", "Eva", "Ana", "job")), ALONE}
    assert [(way.by, way.to) for way in layout.ways] == [(people["Eva"], people["Ana"])]
    assert page.title.text() == "4 people led to 3 others and to 1 opportunity."
    assert page.picture.hasFocus()


def test_the_arrows_go_along_the_branches_and_enter_opens(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    press(page, Qt.Key.Key_Right)
    assert stand.window.selection.id == people["Nia"]
    press(page, Qt.Key.Key_Right)
    assert stand.window.selection.id == people["Uma"]
    press(page, Qt.Key.Key_Down)
    assert stand.window.selection.id == people["Eva"]
    press(page, Qt.Key.Key_Right)
    assert stand.window.selection.id == people["Ana"], "also along a second way"
    press(page, Qt.Key.Key_Left)
    assert stand.window.selection.id == people["Uma"], "back along the branch"
    press(page, Qt.Key.Key_Return)
    focused = stand.window.focusWidget()
    assert focused is not None
    assert stand.window.contact.isAncestorOf(focused)


def test_a_fruit_is_nobody_and_says_whose_it_is(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    stand.choose(people["Ana"])
    assert page.told.text() == "From Nia to Uma to Ana. Eva led there too."
    press(page, Qt.Key.Key_Right)
    assert page.view.current == people["job"]
    assert stand.window.selection.id is None
    assert page.told.text() == (
        "Meridian is owed to Ana (all). Back along the introductions, by the help of Nia (all), Uma (half) and Eva (half)."
    )
    asked: list[str] = []
    page.fruitOpened.connect(asked.append)
    press(page, Qt.Key.Key_Return)
    assert [FRUIT + id_ for id_ in asked] == [people["job"]]
    assert stand.opened[-1].objectName() == "opportunityForm"


def test_minus_folds_and_plus_unfolds(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    stand.choose(people["Uma"])
    press(page, Qt.Key.Key_Minus)
    assert page.picture.layout_.hidden == {people["Uma"]: 2}
    assert people["Ana"] not in page.picture.layout_.feet
    press(page, Qt.Key.Key_Right)
    assert people["Ana"] in page.picture.layout_.feet, "Right unfolds first"
    assert stand.window.selection.id == people["Uma"]
    press(page, Qt.Key.Key_Minus)
    stand.choose(people["Ana"])
    assert people["Ana"] in page.picture.layout_.feet, "whoever is chosen elsewhere is shown"
    page.fold_all.click()
    assert people["Uma"] not in page.picture.layout_.feet
    page.fold_all.click()
    assert people["Uma"] in page.picture.layout_.feet


def test_who_came_alone_stands_aside_until_asked_for(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    press(page, Qt.Key.Key_End)
    assert page.view.current == ALONE
    press(page, Qt.Key.Key_Return)
    assert people["Zed"] in page.picture.layout_.feet
    press(page, Qt.Key.Key_End)
    assert stand.window.selection.id == people["Zed"]
    press(page, Qt.Key.Key_Minus)
    assert people["Zed"] not in page.picture.layout_.feet


def test_one_branch_alone_and_back(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    stand.choose(people["Eva"])
    press(page, Qt.Key.Key_B)
    assert set(page.picture.layout_.feet) == {people[n] for n in ("Eva", "Ana", "job")}
    assert page.title.text() == "The branch of Eva"
    assert stand.window.actions_["branch"].text() == "The whole family tree"
    press(page, Qt.Key.Key_Escape)
    assert people["Nia"] in page.picture.layout_.feet
    assert stand.window.selection.id == people["Eva"]


def test_the_selection_is_shared_with_the_other_views(stand: Stand, people: dict[str, str]) -> None:
    stand.choose(people["Eva"])
    page = tree(stand)
    assert page.view.current == people["Eva"]
    press(page, Qt.Key.Key_Up)
    stand.trigger("as-list")
    assert stand.window.views.list is not None
    assert stand.window.views.list.selection == people["Uma"]
    stand.trigger("as-tree")
    assert page.view.current == people["Uma"]


def test_it_follows_what_happens(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    stand.choose(people["Uma"])
    stand.trigger("remove")
    assert people["Uma"] not in page.picture.layout_.feet
    assert page.view.current is None
    stand.trigger("undo")
    assert people["Uma"] in page.picture.layout_.feet


def test_the_outline_has_every_branch_and_the_same_deeds(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    stand.choose(people["Uma"])
    page.switch.click()
    outline = page.outline
    assert outline is not None
    assert outline.hasFocus()
    assert outline.current == people["Uma"]
    press(page, Qt.Key.Key_Down)
    assert stand.window.selection.id == people["Ana"]
    said = outline.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ana, offered, met")
    press(page, Qt.Key.Key_Down)
    assert page.told.text().startswith("Meridian is owed to ")
    stand.choose(people["Ana"])
    press(page, Qt.Key.Key_M)
    QTest.keyClick(stand.opened[-1], Qt.Key.Key_G)
    assert stand.contact(people["Ana"]).stage is Stage.GROWING
    press(page, Qt.Key.Key_Return)
    focused = stand.window.focusWidget()
    assert focused is not None
    assert stand.window.contact.isAncestorOf(focused)
    page.switch.click()
    assert page.picture.hasFocus()


def test_a_shared_child_stands_in_both_branches_of_the_outline(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    page.toggle_outline()
    assert page.outline is not None
    model = page.outline.model()
    (nia,) = [
        model.index(row, 0)
        for row in range(model.rowCount())
        if str(model.index(row, 0).data()).startswith("Nia")
    ]
    below = {
        str(nia.model().index(row, 0, nia).data()).split()[0]: model.index(row, 0, nia)
        for row in range(model.rowCount(nia))
    }
    assert set(below) == {"Uma", "Eva"}
    assert all(str(model.index(0, 0, index).data()).startswith("Ana") for index in below.values())


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.context])
@pytest.mark.parametrize("outlined", [False, True])
def test_every_deed_of_a_contact_can_be_done_from_the_tree(
    stand: Stand, command: str, outlined: bool
) -> None:
    ada = stand.add("Ada")
    page = tree(stand)
    if outlined:
        page.toggle_outline()
    stand.choose(ada)
    revision = stand.session.garden.revision
    stand.trigger(command)
    assert stand.opened or stand.session.garden.revision > revision


def test_hand_chooses_opens_unfolds_and_asks_for_the_menu(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    port = page.picture.viewport()

    def at(id_: str) -> QPoint:
        return port.mapFromGlobal(page.picture.point_of(id_))

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(port, left, none, at(people["Eva"]))
    assert stand.window.selection.id == people["Eva"]
    page.fold(people["Eva"], True)
    page.fold(people["Uma"], True)
    QTest.mouseClick(port, left, none, at(ALONE))
    assert people["Zed"] in page.picture.layout_.feet
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(page.picture, event)
    assert stand.window.context.isVisible()
    stand.window.context.close()
    QTest.mouseDClick(port, left, none, at(people["Nia"]))
    focused = stand.window.focusWidget()
    assert focused is not None
    assert stand.window.contact.isAncestorOf(focused)


def test_zoom_keeps_what_is_under_the_hand_and_fit_shows_all(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    before = page.picture.scale_now
    stand.choose(people["Nia"])
    kept = page.picture.viewport().rect().center()
    stand.trigger("zoom-in")
    stand.trigger("zoom-in")
    assert page.picture.scale_now == pytest.approx(before * 1.25**2)
    stand.trigger("zoom-out")
    assert page.picture.scale_now < before * 1.25**2
    stand.trigger("fit")
    assert page.picture.scale_now == pytest.approx(before)
    assert page.picture.viewport().rect().center() == kept


def painted(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint(), widget.rect())
    painter.end()
    return image


def test_it_is_painted_in_every_theme_and_the_chosen_way_glows(stand: Stand, people: dict[str, str]) -> None:
    page = tree(stand)
    seen = []
    for theme in ("light", "dusk", "contrast"):
        stand.trigger(theme)
        page.picture.finish_now()
        seen.append(painted(page.picture))
        box = page.picture.viewport().rect()
        colours = {seen[-1].pixel(x, y) for x in range(0, box.width(), 3) for y in range(0, box.height(), 3)}
        assert len(colours) > 40, "wood, leaves, plants and words"
    assert seen[0] != seen[1] != seen[2]
    stand.trigger("light")
    page.picture.finish_now()
    plain = painted(page.picture)
    stand.choose(people["Ana"])
    page.picture.finish_now()
    assert painted(page.picture) != plain


def test_an_empty_tree_says_how_it_begins(stand: Stand) -> None:
    zed = stand.add("Zed")
    page = tree(stand)
    assert page.title.text() == "Nobody has led you to anybody yet"
    assert page.line.text()
    assert set(page.picture.layout_.feet) == {zed}, "the few who are there stand in the open"
    page.picture.finish_now()


def test_a_dry_branch_and_a_pending_one_are_told_apart(stand: Stand, people: dict[str, str]) -> None:
    faded = intro(stand, people["Nia"], people["Zed"], 10, Outcome.FADED)
    put(stand, faded)
    page = tree(stand)
    assert page.picture.spoken(people["Zed"]).startswith("Zed, offered, faded")
    page.picture.finish_now()
    before = painted(page.picture)
    change = Changeset(What("note"), (Change(faded, replace(faded, outcome=Outcome.MET)),))
    assert isinstance(stand.session.perform(lambda _: change), Done)
    stand.window.show_all()
    page.picture.finish_now()
    assert painted(page.picture) != before
    assert QPointF(page.picture.point_of(people["Zed"])) != QPointF()


def test_where_little_is_left_beyond_a_knot_it_is_shown_too(stand: Stand) -> None:
    ids = [stand.add(f"Person {i}") for i in range(40)]
    put(stand, *(intro(stand, ids[i], ids[i + 1], i + 1) for i in range(0, 40, 2)))
    view = tree(stand).picture
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    last = max(view.layout_.feet, key=lambda id_: view.layout_.feet[id_][1])
    bar.setValue(0)
    view.reveal(last)
    assert bar.value() == bar.maximum()
