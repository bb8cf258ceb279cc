"""The small control at a row of the history that corrects its day or who began, in one press."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gardener.domain.interaction import Direction, Interaction
from gardener.ui.parts import Button, plain_tip
from gardener.words import person as words

ORDER = (Direction.INCOMING, Direction.OUTGOING, Direction.MUTUAL)
"""The order in which one press goes on from who began to who began."""


def next_direction(direction: Direction) -> Direction:
    """The one after, round and round."""
    return ORDER[(ORDER.index(direction) + 1) % len(ORDER)]


def moved_by(interaction: Interaction, days: int, today: date) -> date | None:
    """The day so many days off; null when that lies in the future or before all dates."""
    try:
        day = interaction.day + timedelta(days=days)
    except OverflowError:
        return None
    return day if day <= today else None


class Corrections(QFrame):
    """◂ ▸ move the day, three words say who began. dayAsked(days): −1 or 1. directionAsked(Direction). left(): the mouse
    has gone.

    Lies over the upper edge of its row, so that it hides no words, and takes no keyboard: the row has the keys.
    """

    dayAsked = Signal(int)
    directionAsked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget, interaction: Interaction, today: date) -> None:
        super().__init__(parent)
        self.setObjectName("corrections")
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 1, 3, 1)
        row.setSpacing(2)
        self.buttons: dict[str, QPushButton] = {}
        for key, sign, tip, days in (("earlier", "◂", words.EARLIER, -1), ("later", "▸", words.LATER, 1)):
            made = self._button(key, sign, tip)
            made.setEnabled(moved_by(interaction, days, today) is not None)
            made.clicked.connect(partial(self._move, days))
            row.addWidget(made)
        row.addSpacing(4)
        for direction in ORDER:
            made = self._button(str(direction), words.WROTE[direction], words.WROTE_WHOLE[direction])
            made.setCheckable(True)
            made.setChecked(direction is interaction.direction)
            made.setEnabled(direction is not interaction.direction)
            made.clicked.connect(partial(self._say, direction))
            row.addWidget(made)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.adjustSize()

    @property
    def under_hand(self) -> bool:
        """Whether the mouse is on it; asked of the cursor, for a row is left before the control is come to."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def leaveEvent(self, event: QEvent) -> None:
        """Says so."""
        super().leaveEvent(event)
        self.left.emit()

    def _button(self, key: str, text: str, tip: str) -> QPushButton:
        made = Button(text)
        made.setProperty("kind", "key")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setAccessibleName(tip)
        made.setToolTip(plain_tip(tip))
        self.buttons[key] = made
        return made

    def _move(self, days: int, _checked: bool = False) -> None:
        self.dayAsked.emit(days)

    def _say(self, direction: Direction, _checked: bool = False) -> None:
        self.directionAsked.emit(direction)
