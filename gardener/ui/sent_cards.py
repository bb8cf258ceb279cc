"""Calm cards that ask, after a mail program was opened, whether it was sent; they stay while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.ui.notices import Notice
from gardener.ui.parts import in_order
from gardener.words import writing as words

if TYPE_CHECKING:
    from gardener.domain.interaction import AskKind
    from gardener.ui.outside import Way


class SentCards(QWidget):
    """One card for each person who was to be written to. sent(id, Way, ask, thanks): yes, it is to be logged, with the ask
    that it carries or null, and whether it carries thanks. notSent(id): no."""

    sent = Signal(str, object, object, bool)
    notSent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.cards: dict[str, SentCard] = {}
        self._veiled = False
        self.hide()

    def veil(self, on: bool) -> None:
        """Shows nothing while names are hidden."""
        self._veiled = on
        self._appear()

    def _appear(self) -> None:
        self.setVisible(bool(self.cards) and not self._veiled)

    def ask(
        self, contact: str, name: str, way: Way, carries: AskKind | None = None, *, thanks: bool = False
    ) -> None:
        """Asks of somebody; asked again of the same person, the newer question stands. `carries`: the ask in it."""
        self.let_go(contact)
        card = SentCard(name, way)
        card.answered.connect(lambda yes: self._answer(contact, (way, carries, thanks), yes))
        self.cards[contact] = card
        self._column.addWidget(card)
        self._appear()
        card.show()

    def keep(self, there: Callable[[str], bool]) -> None:
        """Lets go of those who are not in the garden any more."""
        for contact in [id_ for id_ in self.cards if not there(id_)]:
            self.let_go(contact)

    def let_go(self, contact: str) -> None:
        """Takes a card away."""
        card = self.cards.pop(contact, None)
        if card is not None:
            card.hide()
            card.deleteLater()
        self._appear()

    def _answer(self, contact: str, what: tuple[Way, AskKind | None, bool], yes: bool) -> None:
        self.let_go(contact)
        if yes:
            self.sent.emit(contact, *what)
        else:
            self.notSent.emit(contact)


class SentCard(Notice):
    """Yes, not yet, no. answered(bool): yes or no; not yet leaves the card where it is."""

    answered = Signal(bool)

    def __init__(self, name: str, way: Way) -> None:
        super().__init__(words.sent(way, name), "asks")
        self._name = name
        self.add(words.YES, lambda: self.answered.emit(True))
        self.add(words.NOT_YET, lambda: self.say(words.not_yet(self._name)))
        self.add(words.NO, lambda: self.answered.emit(False))
        in_order((self,))
