"""Whom an interaction was with: one or several names, and a field to add more."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from gardener.domain.changes import Refusal
from gardener.domain.garden import Garden
from gardener.domain.lookup import find
from gardener.ui import theme
from gardener.ui.flow import Flow
from gardener.ui.parts import Button, clear, plain_tip
from gardener.words import refusals


class _Name(QLineEdit):
    """A name being typed; Enter takes it in, and saves the form only when there is none."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps Enter to itself while there is a name."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _Chip(Button):
    """A name that is taken out when it is pressed; as much of it as there is room for, whole in the tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = " ".join(name.split())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setProperty("kind", "choice")
        self.setAccessibleName(f"Take out {name}")
        self._show(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the name again."""
        super().resizeEvent(event)
        around = self.sizeHint().width() - self._wide(self._name) - 4
        room = self.width() - around
        self._show(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, max(24, room)))

    def sizeHint(self) -> QSize:
        """What the whole name would take."""
        hint = super().sizeHint()
        wide = self._wide(self._name) - self._wide(self._shown) + 4  # a rounded width never costs a letter
        return QSize(hint.width() + wide, hint.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(theme.wide(64), super().minimumSizeHint().height())

    def _show(self, shown: str) -> None:
        self._shown = shown
        self.setText(f"{shown}  ×".replace("&", "&&"))
        self.setToolTip("Take out" if shown == self._name else plain_tip(f"Take out {self._name}"))

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


def several(text: str) -> list[str]:
    """The names of a list as people write one: with commas, semicolons, line ends, or “and” between."""
    return [name.strip() for name in re.split(r"[,;\n]|\band\b|&", text) if name.strip()]


class Participants(QWidget):
    """Several names may be typed or pasted at once, as for an event.

    changed(): another set of people. wrong(str): a name that means nobody, or several.
    """

    changed = Signal()
    wrong = Signal(str)

    def __init__(self, garden: Callable[[], Garden], ids: Sequence[str]) -> None:
        super().__init__()
        self._garden = garden
        self._ids = list(dict.fromkeys(ids))
        self._flow = Flow(self)
        self.field = _Name()
        self.field.entered.connect(self.take)
        self.field.setPlaceholderText("and who else?")
        self.field.setToolTip("One name, or several with commas between")
        self.field.setAccessibleName("Add a participant")
        self.field.setMinimumWidth(150)
        completer = QCompleter(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        names = sorted({plant.contact.name for plant in garden().plants.values()}, key=str.casefold)
        completer.setModel(QStringListModel(names, completer))
        completer.activated.connect(lambda _: self.take())
        self.field.setCompleter(completer)
        self._build()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in the order they were added."""
        return tuple(self._ids)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Shows other people."""
        if tuple(ids) != self.ids:
            self._ids = list(dict.fromkeys(ids))
            self._build()

    def take(self) -> bool:
        """Takes in the names in the field, one or several; whether all is well (an empty field is)."""
        text = self.field.text().strip()
        if not text:
            return True
        whole = find(self._garden(), text)
        names = [text] if not isinstance(whole, Refusal) else several(text)
        added, left = list(self._ids), []
        for name in names:
            found = find(self._garden(), name)
            if isinstance(found, Refusal):
                left.append((name, found))
            elif found.id not in added:
                added.append(found.id)
        self.field.setText(", ".join(name for name, _ in left))
        if added != self._ids:
            self._ids = added
            self._build()
            self.changed.emit()
        if left:
            refusal = left[0][1]
            choices = "; ".join(refusals.choice(each) for each in refusal.choices[:4])
            self.wrong.emit(" ".join(part for part in (refusals.sentence(refusal), choices) if part))
        return not left

    def _drop(self, id_: str, _checked: bool = False) -> None:
        self._ids.remove(id_)
        self._build()
        self.field.setFocus()
        self.changed.emit()

    def _build(self) -> None:
        self._flow.removeWidget(self.field)
        self.field.setParent(None)
        clear(self._flow)
        garden = self._garden()
        for id_ in self._ids:
            contact = garden.contact(id_)
            name = contact.name if contact else id_
            chip = _Chip(name)
            chip.clicked.connect(partial(self._drop, id_))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        self.field.show()
