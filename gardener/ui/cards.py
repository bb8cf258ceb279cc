"""Surfaces that are pressed as a whole and carry their own deeds, each on one key: cards, and rows of text on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gardener.ui import theme
from gardener.ui.parts import ElidedLabel, Label, plain_tip
from gardener.ui.theme import GRID

DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class KeyDeed(NamedTuple):
    """A deed of a row: the keys that do it, the cap shown for them, its word, the whole of it, and what is done."""

    keys: tuple[Qt.Key, ...]
    cap: str
    word: str
    does: str
    press: Callable[[], object]


class Card(QFrame):
    """A surface that is pressed as a whole, by mouse or Enter, with a coloured bar on its left and a visible focus.

    chosen(): pressed, or reached by keyboard. activated(): double-clicked, or Enter. removeAsked(): Delete, where the
    card is `removable`. Its `deeds` have their keys before the window's commands.
    """

    chosen = Signal()
    activated = Signal()
    removeAsked = Signal()

    def __init__(self, *, bar: str = "", bare: bool = False) -> None:
        super().__init__()
        self._bar = bar
        self._bare = bare
        self._hovered = False
        self._selected = False
        self.contact: str | None = None
        self.removable = False
        self.deeds: tuple[KeyDeed, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def in_hand(self) -> bool:
        """Whether the mouse or the keyboard is on it."""
        return self._hovered or self.hasFocus()

    def mark(self, selected: bool) -> None:
        """Shows whether its plant is the chosen one."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def take_in_hand(self) -> None:
        """The mouse or the keyboard has come to the card, or has left it."""

    def deed_of(self, event: QKeyEvent) -> KeyDeed | None:
        """The card's own deed on that key."""
        if event.modifiers() & ~_PLAIN:
            return None
        return next((deed for deed in self.deeds if event.key() in deed.keys), None)

    def event(self, event: QEvent) -> bool:
        """Keeps to itself the keys that mean this row and not the selected contact."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = self.deed_of(event) is not None or (self.removable and event.key() in DELETE)
            if own:
                event.accept()
                return True
        return bool(super().event(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, its bar, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        role = "selected" if self._selected else "hover" if self._hovered else "card"
        if not self._bare or self._hovered:
            painter.setPen(Qt.PenStyle.NoPen if self._bare else QPen(theme.colour("line"), 1.0))
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(area, 7, 7)
        if self._bar:
            painter.setClipRect(QRectF(0, 0, 4.5, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._bar))
            painter.drawRoundedRect(QRectF(0, 0, 16, self.height()), 7, 7)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up."""
        self._hovered = True
        self.take_in_hand()
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes back to rest."""
        self._hovered = False
        self.take_in_hand()
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keyboard: chooses its plant, so that the one-key deeds mean it."""
        super().focusInEvent(event)
        self.take_in_hand()
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lets go of the ring."""
        super().focusOutEvent(event)
        self.take_in_hand()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its own deeds first; Enter opens, the arrows go to the next row, Delete asks to take it away."""
        deed, key = self.deed_of(event), event.key()
        if deed is not None:
            self.chosen.emit()
            deed.press()
        elif key in (*ENTER, Qt.Key.Key_Space):
            self.chosen.emit()
            self.activated.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextPrevChild(True)
        elif key == Qt.Key.Key_Up:
            self.focusNextPrevChild(False)
        elif key in DELETE and self.removable:
            self.removeAsked.emit()
        else:
            super().keyPressEvent(event)


class Row(Card):
    """A card with a title, something aside, and a line of detail; while it is in hand its deeds stand in place of what
    is aside, to be pressed by mouse too. Where room is short they are shown by their keys alone."""

    def __init__(
        self, title: str, detail: str = "", *, bar: str = "", aside: str = "", deeds: Sequence[KeyDeed] = ()
    ) -> None:
        super().__init__(bar=bar)
        self.deeds = tuple(deeds)
        self.setAccessibleName(", ".join(part for part in (title, aside, detail) if part))
        self.setAccessibleDescription("; ".join(f"{deed.cap}: {deed.does}" for deed in self.deeds))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + GRID // 2 + 2, 6, GRID - 3, 7)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 3, 0)
        head.setSpacing(GRID // 2)
        self._title = ElidedLabel(title)
        head.addWidget(self._title, 1)
        self._aside = Label(aside, "muted")
        if not aside:
            self._aside.hide()
        head.addWidget(self._aside)
        self._caps = [_Cap(deed, self) for deed in self.deeds]
        for cap in self._caps:
            head.addWidget(cap)
        column.addLayout(head)
        self._said, self._below = detail, False
        self._detail = Label(detail, "muted", wrap=True)
        if not detail:
            self._detail.hide()
        column.addWidget(self._detail)

    def take_in_hand(self) -> None:
        """Shows the deeds in place of what is aside, and that again."""
        shown = bool(self._caps) and self.in_hand
        self._aside.setVisible(bool(self._aside.text()) and not shown and not self._below)
        for cap in self._caps:
            cap.setVisible(shown)
        if shown:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the deeds again, and what is aside."""
        super().resizeEvent(event)
        self._fit()
        self._settle_aside()

    def _settle_aside(self) -> None:
        """What is aside goes before the detail where it would take the room that the title needs."""
        aside = self._aside.text()
        wanted = self._title.sizeHint().width() + self._aside.sizeHint().width() + 3 * GRID
        below = bool(aside) and wanted > self.width()
        if below != self._below:
            self._below = below
            said = f"{aside} · {self._said}" if below and self._said else aside if below else self._said
            self._detail.setText(said)
            self._detail.setVisible(bool(said))
            self.take_in_hand()

    def _fit(self) -> None:
        """Words beside the keys where the title has room enough then, from the first deed on."""
        room = self.width() - 3 * GRID - self._title.sizeHint().width()
        for whole in range(len(self._caps), -1, -1):
            for at, cap in enumerate(self._caps):
                cap.say(whole=at < whole)
            if sum(cap.sizeHint().width() + GRID // 2 for cap in self._caps) <= room:
                return


class _Cap(QPushButton):
    """A deed of a row as a key to press; the keyboard has the key itself."""

    def __init__(self, deed: KeyDeed, row: Card) -> None:
        super().__init__(row)
        self._deed = deed
        self.setProperty("kind", "key")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{deed.does} ({deed.cap})")
        self.setToolTip(plain_tip(f"{deed.does} ({deed.cap})"))
        self.setVisible(False)
        self.say(whole=True)
        self.clicked.connect(lambda _checked=False: self._press(row))

    def say(self, *, whole: bool) -> None:
        """The key with its word, or the key alone."""
        deed = self._deed
        self.setText(f"{deed.cap} {deed.word}" if whole and deed.word else deed.cap)

    def _press(self, row: QWidget) -> None:
        if isinstance(row, Card):
            row.chosen.emit()
        self._deed.press()
