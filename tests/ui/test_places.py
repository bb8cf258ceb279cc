"""Where plants stand is remembered: within its bed a plant is moved by hand and by keys, undone, and kept over a restart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gardener.domain.stage import Stage
from gardener.session import Session
from tests.ui.conftest import DAY, Stand


def three(stand: Stand) -> list[str]:
    ids = [stand.add(name, Stage.GROWING) for name in ("Ana Silva", "Ben Ortiz", "Cleo Marsh")]
    view = stand.window.view
    stand.qtbot.waitUntil(lambda: all(view.picture.plant_layer.item(id_) is not None for id_ in ids))
    return ids


def places(stand: Stand, ids: list[str]) -> list[int | None]:
    return [stand.contact(id_).place for id_ in ids]


def drag(stand: Stand, id_: str, place: int) -> None:
    view = stand.window.view
    start = view.viewport().mapFromGlobal(view.point_of(id_))
    end = view.viewport().mapFromGlobal(view.point_of_bed(Stage.GROWING, place))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 10)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_by_hand_within_its_bed_and_back_by_undo(stand: Stand) -> None:
    ids = three(stand)
    assert places(stand, ids) == [0, 1, 2]
    drag(stand, ids[0], 5)
    assert places(stand, ids) == [5, 1, 2]
    assert stand.contact(ids[0]).moves == (), "it is in the same bed as before"
    stand.trigger("undo")
    assert places(stand, ids) == [0, 1, 2]


def test_by_keys_within_its_bed_and_back_by_undo(stand: Stand) -> None:
    ids = three(stand)
    view = stand.window.view
    view.setFocus()
    stand.choose(ids[2])
    QTest.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert places(stand, ids) == [0, 1, 3]
    stand.trigger("undo")
    assert places(stand, ids) == [0, 1, 2]


def test_a_new_plant_moves_none_and_all_stand_there_after_a_restart(stand: Stand) -> None:
    ids = three(stand)
    drag(stand, ids[1], 6)
    view = stand.window.view

    def feet() -> list[QPoint]:
        return [view.point_of(id_) for id_ in ids]

    before = feet()
    new = stand.add("Aaron Abel", Stage.GROWING)
    assert feet() == before
    assert stand.contact(new).place == 1, "the first that is free"
    with Session.open(stand.path, on=DAY) as later:
        found = [later.garden.contact(id_) for id_ in ids]
        assert [contact.place for contact in found if contact] == [0, 6, 2]


def test_a_bed_is_folded_and_opened_by_keys_and_the_words_say_which(stand: Stand) -> None:
    ids = three(stand)
    stand.choose(ids[0])
    fold, every = stand.window.actions_["fold-bed"], stand.window.actions_["open-beds"]
    assert fold.text() == "Fold the bed"
    assert not every.isEnabled()
    fold.trigger()
    beds = stand.window.view.picture.layout
    assert [stage for stage, bed in beds.beds.items() if bed.folded] == [Stage.GROWING]
    assert stand.window.selection.id == ids[0], "whom the panel shows stays"
    assert fold.text() == "Open the bed"
    fold.trigger()
    assert not any(bed.folded for bed in stand.window.view.picture.layout.beds.values())
    fold.trigger()
    every.trigger()
    assert not any(bed.folded for bed in stand.window.view.picture.layout.beds.values())
    assert not every.isEnabled()
