"""The band on top: the wordmark, the menus, picture or list, the search, and the buttons of every day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gardener.ui import theme
from gardener.ui.actions import MENUS, Actions
from gardener.ui.parts import Label, button
from gardener.ui.search_field import SearchField
from gardener.ui.theme import GRID
from gardener.words import window

SEARCH_LEAST, SEARCH_GOOD, SEARCH_MOST = 150, 270, 420
"""Pixels of the search: at least, before the wordmark may have room, and at most."""
EVERY_DAY = (("add", "+ Plant a seed", "primary"), ("check-in", "Check-in", ""), ("log", "Log", ""))
"""The buttons: command, words, kind."""
VIEWS = ("as-garden", "as-list", "as-tree", "as-season")
LINES = ((0, 0, 0), (1, 1, 1), (0, 1, 1), (1, 2, 1))
"""In which line switch, search and buttons stand, the first that the window is wide enough for; the menus are in line 0."""
NOT_NOW = {
    "log": "Choose somebody first: it logs a talk with them",
    "check-in": "There is nobody in the garden yet",
}
"""Why a button cannot be pressed."""


class Band(QFrame):
    """Takes the place of the menu bar. Where the window is too narrow for the text, it takes two lines or three."""

    def __init__(self, actions: Actions, search: SearchField) -> None:
        super().__init__()
        self.setObjectName("band")
        self._search = search
        self._wordmark = Label("Gardener", "body")
        self._wordmark.setObjectName("wordmark")
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._menus: dict[str, QMenu] = {}
        for title in MENUS:
            menu = self.menus.addMenu(title)
            actions.fill(menu, title)
            self._menus[title] = menu
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.switch = _Switch(tuple(actions[id_] for id_ in VIEWS))
        self._buttons = [self._button(actions[id_], words, kind) for id_, words, kind in EVERY_DAY]
        column = self._column = QVBoxLayout(self)
        column.setSpacing(GRID // 2)
        self._rows = [QHBoxLayout() for _ in range(3)]
        for row in self._rows:
            row.setSpacing(GRID)
            column.addLayout(row)
        self._lines = (-1, -1, -1)
        self._arrange((0, 0, 0))

    @staticmethod
    def _button(action: QAction, words: str, kind: str) -> QPushButton:
        made = button(words, action.trigger, kind=kind, tip=action.shortcut().toString())
        made.setObjectName(f"band-{action.objectName()}")

        def use(usable: bool) -> None:
            made.setEnabled(usable)
            made.setToolTip(action.shortcut().toString() if usable else NOT_NOW.get(action.objectName(), ""))

        use(action.isEnabled())
        action.enabledChanged.connect(use)
        return made

    def menu(self, title: str) -> QMenu:
        """One of the menus."""
        return self._menus[title]

    def follow(self, window: QWidget) -> None:
        """Gives way when the window is narrow."""
        window.installEventFilter(self)
        if window.isVisible():
            self._fit(window.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wordmark shows where there is room, and a second line is taken where there is none."""
        kinds = (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show)
        if event.type() in kinds and isinstance(watched, QWidget):
            self._fit(watched.width())
        return False

    def event(self, event: QEvent) -> bool:
        """A part wants another width, such as after the text has grown: the lines are chosen again."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit(self.width())
        return handled

    def _fit(self, width: int) -> None:
        least, most = theme.wide(SEARCH_LEAST), theme.wide(SEARCH_MOST)
        self._search.setMinimumWidth(least)
        self._search.setMaximumWidth(most)
        parts = (
            self.menus.sizeHint().width() + GRID,
            self.switch.sizeHint().width() + GRID,
            least + GRID,
            sum(each.sizeHint().width() + GRID for each in self._buttons),
        )
        lines = next(
            (each for each in LINES if all(room <= width for room in _wanted(each, parts))), LINES[-1]
        )
        wanted = _wanted(lines, parts)[0]
        more = theme.wide(SEARCH_GOOD) - least if lines[1] == 0 else 0
        named = wanted + more + self._wordmark.sizeHint().width() + 6 * GRID <= width
        self._wordmark.setVisible(named)
        # without the wordmark the first menu's letters stand where it began
        left = 2 * GRID + 4 if named or lines[0] or lines[1] else GRID // 2
        self._column.setContentsMargins(left, GRID, 2 * GRID, GRID)
        self._arrange(lines)

    def _arrange(self, lines: tuple[int, int, int]) -> None:
        """Puts switch, search and buttons each in its line; the menus are in the first."""
        if lines == self._lines:
            return
        self._lines = lines
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        switch, search, buttons = (self._rows[line] for line in lines)
        self._rows[0].addWidget(self._wordmark)
        self._rows[0].addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows[0].addStretch(1)
        switch.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        search.addWidget(self._search, 6)
        if buttons is not search or search is switch:
            buttons.addStretch(1)
        for made in self._buttons:
            buttons.addWidget(made)


def _wanted(lines: tuple[int, int, int], parts: tuple[int, int, int, int]) -> list[int]:
    """How wide each line would be."""
    room = [5 * GRID] * 3
    for line, part in zip((0, *lines), parts, strict=True):
        room[line] += part
    return room


class _Switch(QFrame):
    """One of several views: a button for each, the one that stands there pressed in."""

    def __init__(self, actions: tuple[QAction, ...]) -> None:
        super().__init__()
        self.setObjectName("switch")
        self.setAccessibleName(window.VIEW_SWITCH)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.buttons: list[QPushButton] = []
        for action, words in zip(actions, window.VIEW_NAMES, strict=True):
            made = button(
                words, action.trigger, kind="segment", tip=f"{action.text()} ({action.shortcut().toString()})"
            )
            made.setObjectName(f"switch-{action.objectName()}")
            made.setAccessibleName(action.text())
            made.setCheckable(True)
            made.setChecked(action.isChecked())
            # Pressed when it is the one already, it stays so.
            made.clicked.connect(
                lambda _=False, made=made, action=action: made.setChecked(action.isChecked())
            )
            action.toggled.connect(made.setChecked)
            row.addWidget(made)
            self.buttons.append(made)
