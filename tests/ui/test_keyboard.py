"""By keyboard alone: Tab reaches every control of every page, form and dialog, the focus is seen, all have a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from gardener.domain.contact import CommonGround
from gardener.domain.interaction import Direction
from gardener.domain.stage import Stage
from gardener.ui.actions import COMMANDS
from tests.ui.conftest import Stand

STEPS = 400
"""More presses of Tab than any window has controls."""
STAYS = 8
"""The picture keeps Tab to itself from bed to bed; a control that keeps it longer is the only one."""
FORMS = (
    "add edit log water why note plan opportunity introduction species move compost "
    "opportunities way start-season help keys went-wrong about preferences before draft reminders "
    "rest-until forget week winter thank time-lapse "
    "draft-check"
).split()
"""The commands that open a window of their own."""


@pytest.fixture
def full(stand: Stand) -> Stand:
    """A garden with something in every list and every part of the panel."""
    jane = stand.add(
        "Jane Miller", Stage.FLOWERING, org="Meridian", common=CommonGround(("From Boston",), ("Tennessee",))
    )
    gus = stand.add("Gus Jones", Stage.SEEDLING)
    stand.write_to(jane, days_ago=18, direction=Direction.INCOMING)
    for days in (3, 2, 1):
        stand.write_to(gus, days_ago=days)
    stand.choose(jane)
    stand.window.count_now()
    return stand


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def to_reach(top: QWidget) -> set[QWidget]:
    """What Tab should come to: all that can be seen, used and focused; of a choice of one the arrows do the rest."""
    return {
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not widget.focusProxy()
        and not widget.objectName().startswith("qt_")
        and not _left_to_the_arrows(widget)
    }


def _left_to_the_arrows(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    groups = (group for group in widget.window().findChildren(QButtonGroup) if group.exclusive())
    return any(widget in group.buttons() for group in groups)


def walk(top: QWidget, key: Qt.Key, note: Callable[[QWidget], object] = id) -> list[QWidget]:
    """The controls in the order in which a key comes to them, until it comes round; those that are gone left out.

    A row that is gone to chooses its contact, and the rows of the one before go: `note` sees each while it is there.
    """
    order: list[QWidget] = []
    stayed = 0
    for _ in range(STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None, (
            f"the focus is lost after {[described(each) for each in order if isValid(each)]}"
        )
        assert focused.window() is top, f"the focus went to {described(focused)}"
        if order and focused is order[0] and (len(order) > 1 or stayed > STAYS):
            return [each for each in order if isValid(each)]
        if not order or focused is not order[-1]:
            assert focused not in order, f"{described(focused)} comes again before the round is done"
            order.append(focused)
            note(focused)
            stayed = 0
        stayed += 1
        QTest.keyClick(focused, key)
        settle()
    raise AssertionError(f"Tab does not come round: {[described(each) for each in order]}")


def described(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName() or said}".strip()


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def picture(widget: QWidget) -> QImage:
    top = widget.window()
    at = widget.mapTo(top, widget.rect().topLeft())
    return top.grab(widget.rect().translated(at).adjusted(-4, -4, 4, 4)).toImage()


def unseen(order: list[QWidget], elsewhere: Callable[[QWidget], QWidget]) -> list[str]:
    """The controls that look the same whether they have the keyboard or not."""
    same = []
    for widget in order:
        if not isValid(widget):  # a row that went when another was chosen
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        held = picture(widget)
        elsewhere(widget).setFocus(Qt.FocusReason.OtherFocusReason)
        settle()
        if isValid(widget) and picture(widget) == held:
            same.append(described(widget))
    return same


def check(top: QWidget, panel: QWidget | None = None) -> None:
    """Every control is reached both ways, shows its focus, and has a name; `panel` is another one for each row."""
    settle()
    forth = walk(top, Qt.Key.Key_Tab)
    assert forth
    # Asked for afterwards: a row that is gone to chooses its contact, whose panel is then another one.
    missed = {
        described(each)
        for each in to_reach(top) - set(forth)
        if panel is None or not panel.isAncestorOf(each)
    }
    assert not missed
    assert {described(each) for each in forth if not name_of(each)} == set()
    # `backtab` is what Shift+Tab arrives as.
    back = walk(top, Qt.Key.Key_Backtab)
    missed = {
        described(each) for each in to_reach(top) - set(back) if panel is None or not panel.isAncestorOf(each)
    }
    assert not missed
    if len(forth) > 1:
        assert unseen(forth, lambda each: forth[0] if each is not forth[0] else forth[1]) == []


def test_tab_reaches_all_of_the_window_with_the_picture(full: Stand) -> None:
    check(full.window, full.window.contact)


def test_tab_reaches_all_of_the_window_with_the_list(full: Stand) -> None:
    full.trigger("as-list")
    check(full.window, full.window.contact)


@pytest.mark.parametrize("view", ["as-tree", "as-season"])
def test_tab_reaches_all_of_the_window_with_tree_and_season(full: Stand, view: str) -> None:
    full.trigger(view)
    check(full.window, full.window.contact)


def test_tab_reaches_all_of_the_window_with_the_outline_of_the_tree(full: Stand) -> None:
    full.trigger("as-tree")
    assert full.window.views.tree is not None
    full.window.views.tree.toggle_outline()
    check(full.window, full.window.contact)


def test_tab_reaches_all_of_the_first_page(stand: Stand) -> None:
    assert stand.window.views.is_empty
    check(stand.window)


def test_each_part_of_the_window_is_gone_through_once(full: Stand) -> None:
    full.trigger("as-list")
    settle()
    window = full.window
    parts = (window.band, window.today, window.views, window.time.bar, window.contact)
    found: list[int] = []
    walk(
        window,
        Qt.Key.Key_Tab,
        lambda each: found.append(next(i for i, part in enumerate(parts) if part.isAncestorOf(each))),
    )
    changes = [part for i, part in enumerate(found) if part != found[i - 1]]
    assert sorted(changes) == [0, 1, 2, 3, 4]
    first = changes.index(0)
    assert changes[first:] + changes[:first] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("command", FORMS)
def test_tab_reaches_all_of_every_form_and_dialog(full: Stand, command: str) -> None:
    full.trigger(command)
    dialog = full.opened[-1]
    assert dialog.focusWidget() is not None, "something has the keyboard at once"
    check(dialog)


def test_no_dialog_is_left_out(full: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda self, *_: None)
    opening = set()
    # The dialogs of the desktop, for files and printers, are not ours to walk through.
    for command in (
        c.id for c in COMMANDS if c.id not in ("quit", "sample", "leave-sample", "sort", "print")
    ):
        if not full.window.actions_[command].isEnabled():
            continue
        full.opened.clear()
        full.trigger(command)
        settle()
        if full.opened and not isinstance(full.opened[-1], QFileDialog):
            opening.add(command)
        for dialog in list(full.opened):
            dialog.close()
        settle()
        if full.window.selection.id is None:
            full.trigger("undo")
    assert opening <= set(FORMS)


def test_esc_closes_every_form(full: Stand) -> None:
    for command in FORMS:
        full.trigger(command)
        dialog = full.opened[-1]
        assert isinstance(dialog, QDialog)
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        if dialog in full.opened and dialog.isVisible():  # a search of the dialog's own is lifted first
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        settle()
        full.opened.clear()
    assert not [each for each in full.window.findChildren(QDialog) if each.isVisible()]
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_tab_reaches_all_of_the_person_in_hand(full: Stand) -> None:
    settle()
    panel = full.window.contact
    wanted = {described(each) for each in to_reach(full.window) if panel.isAncestorOf(each)}
    found: set[str] = set()
    full.window.today.done_button.setFocus()  # past Today's rows, which choose somebody else
    walk(full.window, Qt.Key.Key_Tab, lambda each: found.add(described(each)))
    assert wanted <= found
