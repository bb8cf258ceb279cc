"""Common ground both ways, with a quick entry: what I know of them, what they know of me."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gardener.domain.contact import CommonGround
from gardener.ui.cards import Card
from gardener.ui.parts import Button, Label, clear, heading, put
from gardener.ui.theme import GRID
from gardener.words import window


class CommonGroundPart(QWidget):
    """added(theirs, mine): lines to add to the common ground; one that begins with `-` is to be taken away."""

    added = Signal(list, list)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(heading("Common ground"))
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(lines)
        entry = QHBoxLayout()
        entry.setSpacing(GRID // 2)
        self.field = QLineEdit()
        self.field.setAccessibleName("New line of common ground")
        self.field.returnPressed.connect(self._add)
        self._about = QButtonGroup(self)
        self.theirs = self._choice("Them", "What I know of them")
        self.mine = self._choice("Me", "What they know of me")
        self.theirs.setChecked(True)
        self._about.buttonClicked.connect(lambda _: self._hint())
        self._hint()
        entry.addWidget(self.field, 1)
        entry.addWidget(self.theirs)
        entry.addWidget(self.mine)
        column.addLayout(entry)

    def show_common(self, common: CommonGround) -> None:
        """Shows the lines there are."""
        clear(self._lines)
        if not common.theirs and not common.mine:
            put(self._lines, Label(window.NO_COMMON, "muted", wrap=True))
        for text in common.theirs:
            self._line(text, "them", theirs=True)
        for text in common.mine:
            self._line(text, "me", theirs=False)

    def _line(self, text: str, aside: str, *, theirs: bool) -> None:
        row = _Line(text, aside)
        row.setToolTip("Delete takes the line away")
        row.removeAsked.connect(
            lambda: self.added.emit(["-" + text], []) if theirs else self.added.emit([], ["-" + text])
        )
        put(self._lines, row)

    def _choice(self, words: str, whole: str) -> Button:
        made = Button(words)
        made.setProperty("kind", "choice")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setToolTip(whole)
        made.setAccessibleName(whole)
        self._about.addButton(made)
        return made

    def _hint(self) -> None:
        hint = "Of them…" if self.theirs.isChecked() else "Of me…"
        self.field.setPlaceholderText(hint)
        self.field.setToolTip(hint)

    def _add(self) -> None:
        text = self.field.text().strip().lstrip("+-").strip()
        if not text:
            return
        self.field.clear()
        if self.theirs.isChecked():
            self.added.emit([text], [])
        else:
            self.added.emit([], [text])


class _Line(Card):
    """One line of common ground, and whom it is about."""

    def __init__(self, text: str, aside: str) -> None:
        super().__init__(bare=True)
        self.removable = True
        self.setAccessibleName(f"{text}, about {aside}")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID // 2, 3, GRID // 2, 3)
        row.setSpacing(GRID)
        row.addWidget(Label(text, wrap=True), 1)
        row.addWidget(Label(aside, "muted"), 0, Qt.AlignmentFlag.AlignTop)
