"""A row of widgets that goes on in the next line where room ends, and a choice made of buttons in such a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

V = TypeVar("V")
_ANY = (1 << 24) - 1
"""A height that bounds nothing: Qt's greatest size of a widget."""


class Flow(QLayout):
    """Lays widgets out from left to right, line by line, each on the middle of its line and none wider than the room.

    `centred` puts each line in the middle; `even` makes the lines of about one length.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 6, centred: bool = False, even: bool = False
    ) -> None:
        super().__init__(parent)
        self._centred, self._even = centred, even
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Appends an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes the item at `index` out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are in that width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._laid(QRect(0, 0, inner, 0), place=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Places the widgets."""
        super().setGeometry(rect)
        self._laid(rect.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        high = max((hint.height() for hint in hints), default=0)
        margins = self.contentsMargins()
        return QSize(width, high).grownBy(margins)

    def minimumSize(self) -> QSize:
        """The widest item."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        most = QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))
        return most.grownBy(self.contentsMargins())

    def _laid(self, rect: QRect, *, place: bool) -> int:
        """Breaks the items into lines, places them if asked, and answers with the height of all lines."""
        y = rect.y()
        for line in self._lines(rect.width()):
            hints = [item.sizeHint().boundedTo(QSize(rect.width(), _ANY)) for item in line]
            wide = sum(hint.width() for hint in hints) + self._gap * (len(line) - 1)
            x = rect.x() + (max(0, rect.width() - wide) // 2 if self._centred else 0)
            high = max(hint.height() for hint in hints)
            for item, hint in zip(line, hints, strict=True):
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (high - hint.height()) // 2), hint))
                x += hint.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items line by line; with `even` in lines of about one length, where one line is not enough."""
        lines = self._broken(width)
        while self._even and len(lines) > 1:
            narrower = self._broken(self._widest(lines) - 1)
            if len(narrower) > len(lines) or self._widest(narrower) >= self._widest(lines):
                break
            lines = narrower
        return lines

    def _widest(self, lines: list[list[QLayoutItem]]) -> int:
        return max(sum(item.sizeHint().width() + self._gap for item in line) for line in lines) - self._gap

    def _broken(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if lines and used + self._gap + wanted <= width:
                lines[-1].append(item)
                used += self._gap + wanted
            else:
                lines.append([item])
                used = wanted
        return lines


class _Changes(QObject):
    """Signals of a Choice, which cannot be generic and a widget's own signal at once."""

    changed = Signal()
    picked = Signal()


class Choice(QWidget, Generic[V]):
    """One of several values, each a button; arrows go from one to the next, Tab stops at the chosen one (or the first)
    and goes on to what follows. With `optional`, pressing again unsets.

    changed(): another value. picked(): by the person's own hand, before `changed`.
    """

    def __init__(self, name: str, values: Iterable[tuple[V, str]], *, optional: bool = False) -> None:
        super().__init__()
        self._signals = _Changes(self)
        self.changed = self._signals.changed
        self.picked = self._signals.picked
        self._optional = optional
        self._value: V | None = None
        self._buttons: dict[V, QPushButton] = {}
        self.setAccessibleName(name)
        flow = Flow(self, gap=5, even=True)
        for value, words in values:
            made = _Option(words)
            made.setAccessibleName(f"{name}: {words}")
            made.clicked.connect(lambda _checked=False, value=value: self._press(value))
            made.stepAsked.connect(self._step)
            self._buttons[value] = made
            flow.addWidget(made)
        self._let_tab_stop_once()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> V | None:
        """The value chosen."""
        return self._value

    def choose(self, value: V | None) -> None:
        """Chooses a value; `changed` only comes when it is another one."""
        for each, made in self._buttons.items():
            made.setChecked(each == value)
        if value != self._value:
            self._value = value
            self._let_tab_stop_once()
            self.changed.emit()

    def button(self, value: V) -> QPushButton:
        """The button of a value."""
        return self._buttons[value]

    def focus(self) -> None:
        """Puts the keyboard on the chosen button, or the first."""
        chosen = self._buttons.get(self._value) if self._value is not None else None
        (chosen or next(iter(self._buttons.values()))).setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_stop_once(self) -> None:
        at = self._value if self._value in self._buttons else next(iter(self._buttons), None)
        policy = Qt.FocusPolicy
        for each, made in self._buttons.items():
            made.setFocusPolicy(policy.StrongFocus if each == at else policy.ClickFocus)

    def _press(self, value: V) -> None:
        self.picked.emit()
        self.choose(None if self._optional and value == self._value else value)

    def _step(self, by: int) -> None:
        values = list(self._buttons)
        at = next((i for i, value in enumerate(values) if self._buttons[value].hasFocus()), 0)
        value = values[(at + by) % len(values)]
        self._buttons[value].setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit()
        self.choose(value)


class _Option(QPushButton):
    """One button of a choice."""

    stepAsked = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows step through the choice; Enter chooses, and once it is chosen is left to the form."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stepAsked.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stepAsked.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.isChecked():
                    event.ignore()
                elif not event.isAutoRepeat():
                    self.click()
            case _:
                super().keyPressEvent(event)
