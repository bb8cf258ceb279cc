"""One question of an import: whom a card means, with its answers to choose from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gardener.exchange.importing import SOMEBODY_NEW, Asked, Namesake
from gardener.ui.parts import Label
from gardener.ui.theme import GRID
from gardener.words import importing, refusals


class ImportQuestion(QWidget):
    """A card that only the person can tell of. answered(): another answer was chosen."""

    answered = Signal()

    def __init__(self, path: str, about: Asked | Namesake, names: Callable[[str], str]) -> None:
        super().__init__()
        self.key = path, about.where.number
        self._is_new = isinstance(about, Namesake)  # comes in, unless it is said to be another
        if isinstance(about, Asked):
            known = {id_: name for id_ in about.candidates if (name := names(id_))}
            text = f"{about.name or importing.NAMELESS} {refusals.question(about.reason)}"
            text = f"{text}: {', '.join(known.values())}" if known else text
        else:
            known = {o.id: importing.with_detail(o.name, o.detail) for o in about.others if names(o.id)}
            said = importing.beside(about.name, [other.detail for other in about.others])
            text = f"{importing.place(about.where)}: {said}"
        self.choice = QComboBox()
        self.choice.setAccessibleName(text)
        self.choice.addItem(importing.SOMEBODY_NEW if self._is_new else importing.LEAVE_OUT, "")
        for id_, name in known.items():
            self.choice.addItem(importing.the_same_as(name), id_)
        if not self._is_new:
            self.choice.addItem(importing.SOMEBODY_NEW, SOMEBODY_NEW)
        self.choice.currentIndexChanged.connect(lambda _: self.answered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(Label(text, "body", wrap=True))
        if self.choice.count() > 1:
            column.addWidget(self.choice)

    @property
    def answer(self) -> str:
        """The id of whom it means, `SOMEBODY_NEW`, or nothing: all stays as it would be."""
        return str(self.choice.currentData())

    @property
    def adds(self) -> tuple[int, int]:
        """How many more come in, and how many more are merged, by the answer."""
        if not self.answer:
            return 0, 0
        return (1, 0) if self.answer == SOMEBODY_NEW else (-int(self._is_new), 1)
