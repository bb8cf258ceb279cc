"""Whom an interaction was with: one or several names, and a field to add more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from gardener.domain.changes import Refusal
from gardener.domain.garden import Garden
from gardener.domain.lookup import find
from gardener.ui.flow import Flow
from gardener.ui.parts import button, clear
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


class Participants(QWidget):
    """changed(): another set of people. wrong(str): a name that means nobody, or several."""

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

    def take(self) -> bool:
        """Takes in the name in the field; whether all is well (an empty field is)."""
        text = self.field.text().strip()
        if not text:
            return True
        found = find(self._garden(), text)
        if isinstance(found, Refusal):
            choices = "; ".join(refusals.choice(each) for each in found.choices[:4])
            self.wrong.emit(" ".join(part for part in (refusals.sentence(found), choices) if part))
            return False
        self.field.clear()
        if found.id not in self._ids:
            self._ids.append(found.id)
            self._build()
            self.changed.emit()
        return True

    def _drop(self, id_: str) -> None:
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
            chip = button(f"{name}  ×", partial(self._drop, id_), kind="choice", tip="Take out")
            chip.setAccessibleName(f"Take out {name}")
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        self.field.show()
