"""A field for one name of the garden, with the names that begin so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from gardener.domain.changes import Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.lookup import find
from gardener.ui.parts import plain_tip


class NameField(QLineEdit):
    """One name. `known` is the contact that it was filled with, for as long as the name is not typed over."""

    def __init__(self, garden: Callable[[], Garden], name: str, hint: str) -> None:
        super().__init__()
        self._garden = garden
        self._filled: tuple[str, str] | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(plain_tip(hint))
        completer = QCompleter(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        names = sorted({plant.contact.name for plant in garden().plants.values()}, key=str.casefold)
        completer.setModel(QStringListModel(names, completer))
        self.setCompleter(completer)

    def fill(self, contact: Contact) -> None:
        """Fills in a contact, who is meant even where another has the same name."""
        self._filled = contact.id, contact.name
        self.setText(contact.name)

    def found(self) -> Contact | Refusal:
        """Who is meant, or why that cannot be told."""
        typed = self.text().strip()
        if self._filled is not None and typed == self._filled[1]:
            contact = self._garden().contact(self._filled[0])
            if contact is not None:
                return contact
        return find(self._garden(), typed)
