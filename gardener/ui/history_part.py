"""The history of one person, newest first: a line of dots; each entry is opened, corrected or deleted at its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gardener.domain.interaction import Direction, Interaction
from gardener.ui import theme
from gardener.ui.cards import Card
from gardener.ui.corrections import Corrections, next_direction
from gardener.ui.parts import Dot, Label, button, clear, has_keyboard, heading, put
from gardener.ui.theme import GRID, TEXT, tabular
from gardener.words import person as words
from gardener.words import window
from gardener.words.dates import counted, short_day

SHOWN = 6
MORE = 40
DAYS_LEAST = 40
"""Pixels, at the usual text size, that the days take at least."""
DOTS = {Direction.MUTUAL: "bar_green", Direction.INCOMING: "bar_drowning", Direction.OUTGOING: "bar_soggy"}
"""The dot's colour by who began."""
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class HistoryPart(QWidget):
    """editAsked(Interaction), removeAsked(Interaction); dayAsked(Interaction, days) and directionAsked(Interaction,
    Direction): corrections in one press."""

    editAsked = Signal(object)
    removeAsked = Signal(object)
    dayAsked = Signal(object, int)
    directionAsked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = SHOWN
        self._contact = ""
        self._all: tuple[Interaction, ...] = ()
        self._day = date.min
        self._days = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = heading("History")
        column.addWidget(self._head)
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(lines)

    @property
    def entries(self) -> list[Entry]:
        """The entries that stand there, newest first."""
        return [entry for entry in self.findChildren(Entry) if entry.parent() is not None]

    def show_history(self, history: Sequence[Interaction], contact: str, day: date) -> None:
        """Shows the newest of `history` (oldest first); another contact starts with the newest alone."""
        if contact != self._contact:
            self._shown = SHOWN
        same = contact == self._contact
        held = next((e for e in self.entries if has_keyboard(e)), None) if same else None
        self._contact, self._all, self._day = contact, tuple(history), day
        at = self.entries.index(held) if held is not None else 0
        if held is not None and self._all:
            self._reach(held.interaction.id)
            held.clearFocus()  # or hiding it would hand the keyboard to a row of Today, which would choose
        self._build()
        if held is not None:
            self._hold(held.interaction.id, at)

    def _reach(self, id_: str) -> None:
        """Shows so many that the entry which has the keyboard is among them, wherever a correction has put it."""
        place = next((i for i, each in enumerate(reversed(self._all)) if each.id == id_), -1)
        self._shown = max(self._shown, place + 1)

    def _hold(self, id_: str, at: int) -> None:
        """Leaves the keyboard on the entry that had it, wherever a correction has put it, or on the next one."""
        entries = self.entries
        entry = next((each for each in entries if each.interaction.id == id_), None)
        if entry is None and entries:
            entry = entries[min(at, len(entries) - 1)]
        if entry is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        for entry in self.entries:
            entry.let_go()
        clear(self._lines)
        self._head.setText(f"History · {len(self._all)}" if self._all else "History")
        if not self._all:
            put(self._lines, Label(window.NO_HISTORY, "muted", wrap=True))
            return
        newest = self._all[::-1][: self._shown]
        self._days = self._widest(_when(one, self._day) for one in newest)
        for i, interaction in enumerate(newest):
            last = i == len(newest) - 1 and len(newest) == len(self._all)
            put(self._lines, self._entry(interaction, first=i == 0, last=last))
        left = len(self._all) - len(newest)
        if left:
            put(self._lines, button(f"{counted(left, 'earlier one')}", self._open, kind="quiet"))

    def _widest(self, days: Iterable[str]) -> int:
        """The width in which all of them can be read, in pixels, so that what was said begins in one line."""
        font = tabular(self.font())
        font.setPointSizeF(font.pointSizeF() * TEXT["small"])
        return max(theme.wide(DAYS_LEAST), *map(QFontMetrics(font).horizontalAdvance, days))

    def _open(self) -> None:
        """The button is gone then; the keyboard goes to the first of the entries that have come."""
        at, self._shown = self._shown, self._shown + MORE
        self._build()
        self.entries[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, interaction: Interaction, *, first: bool, last: bool) -> QWidget:
        entry = Entry(interaction, self, first=first, last=last, day=self._day, days=self._days)
        entry.activated.connect(partial(self.editAsked.emit, interaction))
        entry.removeAsked.connect(partial(self.removeAsked.emit, interaction))
        entry.dayAsked.connect(partial(self.dayAsked.emit, interaction))
        entry.directionAsked.connect(partial(self.directionAsked.emit, interaction))
        return entry


class Entry(Card):
    """One interaction: its dot on the line, its day, what it was; in hand it shows its corrections.

    dayAsked(days): Alt with an arrow, or a press. directionAsked(Direction): D, or a press.
    """

    dayAsked = Signal(int)
    directionAsked = Signal(object)

    def __init__(
        self, interaction: Interaction, over: QWidget, *, first: bool, last: bool, day: date, days: int
    ) -> None:
        """`over` is the part of the panel on which the corrections lie; `days` the width of the days, in pixels."""
        super().__init__(bare=True)
        self.interaction = interaction
        self._over = over
        self._today = day
        self._corrections: Corrections | None = None
        self.removable = True
        when = _when(interaction, day)
        what, more = window.happened(interaction), window.carried(interaction)
        self.setAccessibleName(f"{when}: {what}. {more}".strip())
        self.setAccessibleDescription(words.ENTRY_KEYS)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(GRID)
        row.addWidget(Dot(DOTS[interaction.direction], first=first, last=last))
        date_label = Label(when, "muted")
        date_label.setFont(tabular(date_label.font()))
        date_label.setMinimumWidth(days)
        date_label.setContentsMargins(0, 8, 0, 0)
        row.addWidget(date_label, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setContentsMargins(0, 6, 0, 6)
        text.setSpacing(1)
        text.addWidget(Label(what, wrap=True))
        if more:
            text.addWidget(Label(more, "muted", wrap=True))
        row.addLayout(text, 1)

    @property
    def corrections(self) -> Corrections:
        """The control, made when the row is first in hand; it lies beside the row, over its upper edge."""
        if self._corrections is None:
            made = self._corrections = Corrections(self._over, self.interaction, self._today)
            made.dayAsked.connect(self.dayAsked)
            made.directionAsked.connect(self.directionAsked)
            made.left.connect(self.take_in_hand)
            made.hide()
        return self._corrections

    def take_in_hand(self) -> None:
        """Shows the corrections at the end of the row, or takes them away."""
        if self.in_hand:
            self._place(self.corrections)
            self.corrections.show()
            self.corrections.raise_()
        elif self._corrections is not None and not self._corrections.under_hand:
            self._corrections.hide()

    def let_go(self) -> None:
        """The row is to be taken away: so is its control."""
        if self._corrections is not None:
            self._corrections.hide()
            self._corrections.deleteLater()
            self._corrections = None

    def moveEvent(self, event: QMoveEvent) -> None:
        """Takes the control along."""
        super().moveEvent(event)
        if self._corrections is not None:
            self._place(self._corrections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the control at the end."""
        super().resizeEvent(event)
        if self._corrections is not None:
            self._place(self._corrections)

    def _place(self, control: Corrections) -> None:
        control.adjustSize()
        at = self.mapTo(self._over, QPoint(self.width() - control.width() - 2, -control.height() // 2 + 1))
        control.move(max(0, at.x()), max(0, at.y()))

    def event(self, event: QEvent) -> bool:
        """Keeps Alt with an arrow and D before the menus and the commands."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _correction(event) is not None
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Corrections by key; all else as any card."""
        wanted = _correction(event)
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted:
            self.dayAsked.emit(wanted)
        else:
            self.directionAsked.emit(next_direction(self.interaction.direction))


def _when(interaction: Interaction, today: date) -> str:
    return short_day(interaction.day, today=today).partition(" ")[2]


def _correction(event: QKeyEvent) -> int | None:
    """Days to move by, 0 for the other direction, null for another key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        return next((days for key, days in _DAYS.items() if event.key() == key), None)
    return 0 if event.key() == Qt.Key.Key_D and held == Qt.KeyboardModifier.NoModifier else None
