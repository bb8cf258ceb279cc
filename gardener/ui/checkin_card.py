"""The one item of the check-in that is looked at: who, why, and what can be done, each deed on its key; and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gardener.ui.cards import Card, KeyDeed
from gardener.ui.flow import Flow
from gardener.ui.parts import ElidedLabel, Label, Title, plain_tip
from gardener.ui.theme import GRID
from gardener.words import checkin as words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class ItemCard(Card):
    """All its deeds are its own keys. stepAsked(±1): an arrow, to the next item or the one before it."""

    stepAsked = Signal(int)

    def __init__(
        self,
        title: str,
        role: str,
        line: str,
        *,
        bar: str,
        deeds: Sequence[KeyDeed],
        reasons: Sequence[KeyDeed] = (),
        hint: str = "",
    ) -> None:
        super().__init__(bar=bar)
        self.setObjectName("checkInCard")
        self.deeds = (*deeds, *reasons)
        self.setAccessibleName(", ".join(part for part in (title, role, line, hint) if part))
        self.setAccessibleDescription("; ".join(f"{deed.cap}: {deed.does}" for deed in self.deeds))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID + 4, GRID + 6, 2 * GRID, GRID + 6)
        column.setSpacing(GRID // 2)
        column.addWidget(Title(title, "name"))
        if role:
            column.addWidget(Label(role, "quiet", wrap=True))
        column.addWidget(Label(line, "body", wrap=True))
        if hint:
            column.addWidget(Label(hint, "quiet", wrap=True))
        column.addSpacing(GRID)
        self.buttons = [self._button(deed, first=at == 0) for at, deed in enumerate(deeds)]
        for made in self.buttons:
            column.addWidget(made)
        if reasons:
            column.addSpacing(GRID // 2)
            column.addWidget(Label(words.WHY, "muted"))
            part = QWidget()
            flow = Flow(part, gap=4)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            part.setSizePolicy(policy)
            for deed in reasons:
                flow.addWidget(_pressed(deed, QPushButton(f"{deed.cap} {deed.word}"), "key"))
            column.addWidget(part)

    @staticmethod
    def _button(deed: KeyDeed, *, first: bool) -> QPushButton:
        made = _pressed(deed, _Deed(deed), "primary" if first else "")
        made.setObjectName(f"checkIn-{deed.cap}")
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its own deeds and the arrows; everything else goes to the panel."""
        deed, step = self.deed_of(event), _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.stepAsked.emit(step)
        elif deed is None:
            event.ignore()
        elif not event.isAutoRepeat():
            deed.press()


class _Deed(QPushButton):
    """A deed over the whole width: its word, and its key at the right end."""

    def __init__(self, deed: KeyDeed) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 6, 4, GRID, 4)
        word = deed.word[:1].upper() + deed.word[1:]
        self._word, self._cap = Label(word, "deed"), Label(deed.cap, "key")
        for label in (self._word, self._cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._word, 1)
        row.addWidget(self._cap)
        self.setMinimumHeight(self._word.sizeHint().height() + 16)


def _pressed(deed: KeyDeed, made: QPushButton, kind: str) -> QPushButton:
    if kind:
        made.setProperty("kind", kind)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the card has the keyboard, and every deed its key
    made.setAccessibleName(f"{deed.does} ({deed.cap})")
    made.setToolTip(plain_tip(f"{deed.does} ({deed.cap})"))
    made.clicked.connect(lambda _checked=False: deed.press())
    return made


class NextCard(Card):
    """An item that follows: its colour, its title, and why it is there. Pressed, it is looked at at once; by keyboard
    the arrows go there."""

    def __init__(self, title: str, part: str, *, bar: str) -> None:
        super().__init__(bar=bar, bare=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{title}, {part}")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + GRID // 2 + 2, 3, GRID // 2, 3)
        row.setSpacing(GRID)
        row.addWidget(ElidedLabel(title), 1)
        row.addWidget(Label(part, "muted"))
