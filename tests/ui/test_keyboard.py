"""Everything can be reached by keyboard alone, and shows that it has been."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.conftest import Stand

MANY = 400


def told(widget: QWidget) -> str:
    """A widget by what it is called: choosing another plant makes the rows of a panel anew."""
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"


def walk(window: QWidget, start: QWidget) -> set[str]:
    """Everything that Tab reaches from `start`, until it comes round."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached = {told(start)}
    for _ in range(MANY):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = window.focusWidget()
        if focused is start or focused is None:
            break
        reached.add(told(focused))
    return reached


def waiting_for_tab(window: QWidget) -> list[QWidget]:
    """The widgets that can be used now and say they take the keyboard by Tab."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_reached_by_arrows(widget)
    ]


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Of buttons one of which is always pressed, Tab reaches that one; the arrows go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


@pytest.mark.parametrize("view", ["as-garden", "as-list"])
def test_tab_reaches_everything_in_the_window(stand: Stand, view: str) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane)
    stand.add("Gus Jones")
    stand.choose(jane)
    stand.trigger(view)
    QApplication.processEvents()
    wanted = {told(widget) for widget in waiting_for_tab(stand.window)}
    missed = sorted(wanted - walk(stand.window, stand.window.search))
    assert not missed


@pytest.mark.parametrize("form", ["log", "add", "plan", "move", "preferences"])
def test_tab_reaches_everything_in_a_form(stand: Stand, form: str) -> None:
    stand.choose(stand.add("Jane Miller"))
    stand.trigger(form)
    dialog = stand.opened[0]
    QApplication.processEvents()
    start = dialog.focusWidget()
    assert start is not None
    wanted = {told(widget) for widget in waiting_for_tab(dialog)}
    missed = sorted(wanted - walk(dialog, start))
    assert not missed


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_focus_is_seen_on_whatever_has_it(stand: Stand) -> None:
    jane = stand.add("Jane Miller")
    stand.write_to(jane)
    stand.choose(jane)
    with stand.qtbot.waitActive(stand.window):
        stand.window.activateWindow()
    unseen = []
    for widget in waiting_for_tab(stand.window):
        if widget is stand.window.view:
            continue
        stand.window.view.setFocus()
        without = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if picture(widget) == without:
            unseen.append(told(widget))
    assert not unseen


def test_arrows_go_from_row_to_row_of_today(stand: Stand) -> None:
    for name in ("Ada", "Bo"):
        contact = stand.add(name)
        stand.write_to(contact, days_ago=2)
        stand.write_to(contact, days_ago=1)
    QApplication.processEvents()
    stand.trigger("go-today")
    first = stand.window.focusWidget()
    assert first is not None
    chosen = stand.window.selection.id
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert stand.window.focusWidget() is not first
    assert stand.window.selection.id not in (chosen, None)


def test_f6_to_f8_go_round_the_window(stand: Stand) -> None:
    stand.choose(stand.add("Jane Miller"))
    window = stand.window
    for key, part in (
        (Qt.Key.Key_F6, window.views),
        (Qt.Key.Key_F7, window.today),
        (Qt.Key.Key_F8, window.contact),
    ):
        QTest.keyClick(window, key)
        focused = window.focusWidget()
        assert focused is not None
        assert part.isAncestorOf(focused)
