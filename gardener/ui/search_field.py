"""The field on top: it finds people, offers commands by their names, and takes a sentence about what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from gardener.domain.changes import Named
from gardener.ui import theme
from gardener.words import bar

SHOWN = 10
LEAST_WIDTH = 500
"""The list is at least so wide (pixels at the usual text size), however narrow the field is."""
PERSON, SENTENCE, COMMAND, NOTHING = "person", "sentence", "command", ""


class Offer(NamedTuple):
    """One row below the field; a row of no kind only says something."""

    kind: str
    id: str
    words: str


class SearchField(QLineEdit):
    """found(id): a person was chosen. left(): Esc, the keyboard goes back to where it was.

    `find` answers a query with the people that match, best first. While `narrows` is on, the people found stand in a list
    elsewhere: narrowed(query) says for whom, and Enter or the arrow down goes there. `sentence` answers with what a text
    says that is no name (taken by sentenceTaken()), `commands` with commands by their names (commandTaken(id)),
    `said` with lines of notes and of what happened, each with the contact's id.
    looked(): the rows are new, or gone.
    """

    found = Signal(str)
    left = Signal()
    narrowed = Signal(str)
    sentenceTaken = Signal()
    commandTaken = Signal(str)
    looked = Signal()

    def __init__(self, find: Callable[[str], Sequence[Named]], over: QWidget) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(bar.NAME)
        self.setToolTip(bar.TIP)
        self.setClearButtonEnabled(True)
        for clearing in self.findChildren(QToolButton):
            clearing.setAccessibleName("Look for nobody any more")
        self._find = find
        self._over = over
        self.sentence: Callable[[str], Sequence[Offer]] = lambda _text: ()
        self.commands: Callable[[str], Sequence[Offer]] = lambda _text: ()
        self.said: Callable[[str], Sequence[tuple[str, str]]] = lambda _text: ()
        self.narrows = False
        self.list = QListWidget(over)
        self.list.setObjectName("completions")
        self.list.setAccessibleName("People found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._take)
        self.textEdited.connect(self.look)
        self.textChanged.connect(self._narrow)

    def lift(self) -> None:
        """Looks for nobody any more."""
        self.clear()
        self._hide_list()

    def _hide_list(self) -> None:
        self.list.hide()
        self.looked.emit()

    def _narrow(self, text: str) -> None:
        if self.narrows:  # a sentence looks for nobody
            is_sentence = any(offer.kind == SENTENCE for offer in self.sentence(text))
            self.narrowed.emit("" if is_sentence else text.strip())

    def look(self, text: str) -> None:
        """Shows what `text` can mean: a sentence, people, commands."""
        self.list.clear()
        offers = self._offers(text) if text.strip() else []
        for offer in offers:
            item = QListWidgetItem(offer.words)
            item.setData(Qt.ItemDataRole.UserRole, (offer.kind, offer.id))
            if offer.kind == NOTHING:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        first = next((row for row, offer in enumerate(offers) if offer.kind != NOTHING), -1)
        self.list.setCurrentRow(first)
        self._show_list()
        self.looked.emit()

    def _offers(self, text: str) -> list[Offer]:
        told = list(self.sentence(text))
        if self.narrows:  # people stand in the list of contacts
            return told
        people = [Offer(PERSON, n.id, bar.person(n.name, n.detail)) for n in self._find(text)[:SHOWN]]
        is_sentence = any(offer.kind == SENTENCE for offer in told)
        said = [] if is_sentence else [Offer(PERSON, id_, words) for id_, words in self.said(text)]
        offers = [*told, *people, *self.commands(text), *said]
        return offers or [Offer(NOTHING, "", bar.NOBODY)]

    def _show_list(self) -> None:
        count = self.list.count()
        if not count:
            self.list.hide()
            return
        wide, left, top = self._room()
        height = sum(self.list.sizeHintForRow(i) for i in range(count)) + 12
        self.list.setGeometry(left, top, wide, min(height, self._over.height() - top - 8))
        self.list.show()
        self.list.raise_()

    def place_below(self) -> QRect:
        """Where something may stand below the rows, or below the field while there are none."""
        wide, left, top = self._room()
        if self.list.isVisible():
            top = self.list.geometry().bottom() + 5
        return QRect(left, top, wide, 0)

    def _room(self) -> tuple[int, int, int]:
        """Width, left edge and top of what stands below the field."""
        wide = min(max(self.width(), theme.wide(LEAST_WIDTH)), self._over.width() - 16)
        at = self.mapTo(self._over, QPoint(0, self.height() + 4))
        return wide, max(8, min(at.x(), self._over.width() - wide - 8)), at.y()

    def _take(self, item: QListWidgetItem) -> None:
        kind, id_ = item.data(Qt.ItemDataRole.UserRole)
        match kind:
            case "person":
                self.lift()
                self.found.emit(id_)
            case "sentence":
                self.sentenceTaken.emit()
            case "command":
                self.lift()
                self.left.emit()
                self.commandTaken.emit(id_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose, Enter takes, Esc leaves."""
        row = self.list.currentRow()
        listed = self.list.isVisible() and row >= 0
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if self.narrows and not listed:
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if not self.list.isVisible():
                self.look(self.text())  # what was typed before the keyboard went elsewhere
            case Qt.Key.Key_Down:
                self._go(row, 1)
            case Qt.Key.Key_Up:
                self._go(row, -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if listed:
                    self._take(self.list.item(row))
            case Qt.Key.Key_Escape:
                self.lift()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _go(self, row: int, by: int) -> None:
        """To the next row that can be taken."""
        while 0 <= row + by < self.list.count():
            row += by
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint is the longest that fits; it is never cut."""
        super().resizeEvent(event)
        room = self.width() - 2 * theme.wide(26)
        fits = (hint for hint in bar.HINTS if self.fontMetrics().horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fits, bar.HINTS[-1]))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Closes the list."""
        super().focusOutEvent(event)
        self._hide_list()
