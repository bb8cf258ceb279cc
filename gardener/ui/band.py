"""The band on top: the wordmark, the menus, the search, and the three buttons of every day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from gardener.ui.actions import MENUS, Actions
from gardener.ui.parts import Label, button
from gardener.ui.search_field import SearchField
from gardener.ui.theme import GRID

NARROW = 1180
"""Below this width, in pixels, the wordmark gives way."""


class Band(QFrame):
    """Takes the place of the menu bar."""

    def __init__(self, actions: Actions, search: SearchField) -> None:
        super().__init__()
        self.setObjectName("band")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID + 4, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        self._wordmark = Label("Gardener", "body")
        self._wordmark.setObjectName("wordmark")
        row.addWidget(self._wordmark)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._menus: dict[str, QMenu] = {}
        for title in MENUS:
            menu = self.menus.addMenu(title)
            actions.fill(menu, title)
            self._menus[title] = menu
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        search.setMinimumWidth(150)
        search.setMaximumWidth(420)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(search, 6)
        row.addStretch(1)
        for id_, words, kind in (("add", "+ Plant a seed", "primary"), ("log", "Log", "")):
            made = button(words, actions[id_].trigger, kind=kind, tip=actions[id_].shortcut().toString())
            made.setObjectName(f"band-{id_}")
            made.setEnabled(actions[id_].isEnabled())
            actions[id_].enabledChanged.connect(made.setEnabled)
            row.addWidget(made)

    def menu(self, title: str) -> QMenu:
        """One of the menus."""
        return self._menus[title]

    def follow(self, window: QWidget) -> None:
        """Gives way when the window is narrow."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wordmark shows where there is room."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._wordmark.setVisible(watched.width() >= NARROW)
        return False
