"""Whose plant is chosen: one selection, shared by the picture, the docks and the commands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The id of the chosen contact, or null. `changed` comes only when it is another one."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._id: str | None = None

    @property
    def id(self) -> str | None:
        """The chosen contact's id."""
        return self._id

    def choose(self, id_: object) -> None:
        """Chooses a contact, or nobody with null."""
        chosen = str(id_) if id_ else None
        if chosen != self._id:
            self._id = chosen
            self.changed.emit(chosen)
