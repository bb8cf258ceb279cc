"""The band on top: the wordmark, the menus, picture or list, the search, and the two buttons of every day."""

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

SEARCH_LEAST, SEARCH_MOST = 150, 420
EVERY_DAY = (("add", "+ Plant a seed", "primary"), ("log", "Log", ""))
"""The buttons: command, words, kind."""
VIEWS = ("as-garden", "as-list", "as-tree")
NOBODY_CHOSEN = "Choose somebody first: it logs a talk with them"


class Band(QFrame):
    """Takes the place of the menu bar. Where the window is too narrow for the text, it takes a second line."""

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
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID + 4, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(GRID)
            column.addLayout(row)
        self._lines = 0
        self._arrange(1)

    @staticmethod
    def _button(action: QAction, words: str, kind: str) -> QPushButton:
        made = button(words, action.trigger, kind=kind, tip=action.shortcut().toString())
        made.setObjectName(f"band-{action.objectName()}")

        def use(usable: bool) -> None:
            made.setEnabled(usable)
            made.setToolTip(action.shortcut().toString() if usable else NOBODY_CHOSEN)

        use(action.isEnabled())
        action.enabledChanged.connect(use)
        return made

    def menu(self, title: str) -> QMenu:
        """One of the menus."""
        return self._menus[title]

    def follow(self, window: QWidget) -> None:
        """Gives way when the window is narrow."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wordmark shows where there is room, and a second line is taken where there is none."""
        kinds = (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show)
        if event.type() in kinds and isinstance(watched, QWidget):
            self._fit(watched.width())
        return False

    def _fit(self, width: int) -> None:
        least, most = theme.wide(SEARCH_LEAST), theme.wide(SEARCH_MOST)
        self._search.setMinimumWidth(least)
        self._search.setMaximumWidth(most)
        others = [self.menus, self.switch, *self._buttons]
        wanted = least + sum(each.sizeHint().width() + GRID for each in others) + 5 * GRID
        self._wordmark.setVisible(wanted + self._wordmark.sizeHint().width() + 6 * GRID <= width)
        self._arrange(1 if wanted <= width else 2)

    def _arrange(self, lines: int) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        for row in (self._first, self._second):
            while row.count():
                row.takeAt(0)
        second = self._first if lines == 1 else self._second
        self._first.addWidget(self._wordmark)
        self._first.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        if lines > 1:
            self._first.addStretch(1)
        else:
            second.addStretch(1)
        second.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self._search, 6)
        second.addStretch(1)
        for made in self._buttons:
            second.addWidget(made)


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
