"""The check-in: a calm panel over the full height, one item at a time, each deed one key, and an end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gardener.domain.agenda import Agenda
from gardener.domain.contact import Contact
from gardener.domain.items import Item, ItemKind
from gardener.ui import outside, theme
from gardener.ui.checkin_card import ItemCard, NextCard
from gardener.ui.checkin_deeds import deeds_of, reasons_of
from gardener.ui.dock import Panel
from gardener.ui.morning import Morning
from gardener.ui.parts import Bar, Column, Label, button, clear, heading, put
from gardener.ui.theme import BARS, GRID
from gardener.words import checkin as words
from gardener.words import window
from gardener.words.dates import title_day

NEXT_SHOWN = 9
"""So many of the items that follow are named below."""
_BAR_OF = {ItemKind.LOOP: "bar_waiting", ItemKind.SOW: "bar_seed", ItemKind.MEANWHILE: "bar_withered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInShown:
    """Today's list, and what the panel asks of the garden: a contact by its id, and who introduced them."""

    list: Agenda
    contact: Callable[[str], Contact | None]
    by: Callable[[Item], str]


class CheckInDock(Panel):
    """deedAsked(Item, way): one of `checkin_deeds`. chosen(contact id): an item came to be looked at.

    doneAsked(): done for today. closeAsked(): Esc.
    """

    deedAsked = Signal(object, str)
    chosen = Signal(str)
    doneAsked = Signal()
    closeAsked = Signal()

    def __init__(self) -> None:
        super().__init__(words.TITLE, "checkIn", width=344)
        self._shown: CheckInShown | None = None
        self._current = ""
        self._hint = ""
        self._aside: set[str] = set()
        self.card: ItemCard | None = None
        self.done_button: QPushButton | None = None
        self._build_head()
        self._scroll = Column()
        self.column.addWidget(self._scroll, 1)

    def _build_head(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * GRID, GRID + 1, GRID, 0)
        self._title = Label(words.TITLE, "title", wrap=True)
        row.addWidget(self._title, 1)
        close = button("×", self.closeAsked.emit, kind="cross", tip="Esc")
        close.setAccessibleName(words.CLOSE)
        close.setFixedWidth(theme.wide(28))
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(head)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        self._bar = Bar()
        self.progress = Label("", "muted")
        way.addWidget(self._bar, 1)
        way.addWidget(self.progress)
        self.column.addWidget(self._way)

    # Showing

    @property
    def items(self) -> tuple[Item, ...]:
        """What is still to be looked at."""
        held = self._shown
        return tuple(i for i in held.list.items if i.id not in self._aside) if held is not None else ()

    @property
    def current(self) -> Item | None:
        """The item that is looked at."""
        return next((item for item in self.items if item.id == self._current), None)

    def show_list(self, shown: CheckInShown) -> None:
        """Shows the list; what is looked at stays, or the next one takes its place."""
        held, before = self._held(), [item.id for item in self.items]
        at = before.index(self._current) if self._current in before else 0
        if self._shown is not None and self._shown.list.day != shown.list.day:
            self._aside.clear()
        self._shown = shown
        self._go(at, held=held)

    def set_aside(self, item: str) -> None:
        """Takes an item out of the list while a letter of it is being written."""
        before, held = [one.id for one in self.items], self._held()
        self._aside.add(item)
        self._go(before.index(item) if item in before else 0, held=held)

    def take_back(self, contact: str) -> None:
        """Puts what was set aside for that contact back: the letter was not sent."""
        if self._shown is not None:
            gone = {item.id for item in self._shown.list.items if contact in (item.contact, _who(item))}
            self._aside -= gone
            self._go(0, held=self._held())

    def hint(self, text: str) -> None:
        """Says something on the card that is looked at."""
        self._hint = text
        self._build(held=True)

    def focus_first(self) -> None:
        """Puts the keyboard on the item, or on the last button."""
        target = self.card or self.done_button
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> bool:
        """Whether the keyboard is in the panel, or comes back to it when a form closes."""
        return self.isAncestorOf(self.window().focusWidget())

    def _go(self, at: int, *, held: bool) -> None:
        """Looks at the item now at that place, or the last before it."""
        items = self.items
        kept = next((item.id for item in items if item.id == self._current), "")
        self._hint = self._hint if kept else ""
        self._current = kept or (items[min(at, len(items) - 1)].id if items else "")
        self._build(held=held)

    def _build(self, *, held: bool) -> None:
        shown, item = self._shown, self.current
        if shown is None:
            return
        self._title.setText(title_day(shown.list.day))
        self.card, self.done_button = None, None
        clear(self._scroll.rows)
        if item is not None:
            self._show_item(shown, item)
        else:
            self._show_end(shown)
        self._scroll.rows.addStretch(1)
        handled, count = len(shown.list.all) - len(self.items), len(shown.list.all)
        self._way.setVisible(count > 0)
        self._bar.show_part(handled / count if count else 1.0, "bar_green")
        self.progress.setText(words.progress(handled, count) if item is not None else "")
        self._scroll.verticalScrollBar().setValue(0)
        if held:
            self.focus_first()
        who = _who(item) if item is not None else ""
        if who and self.isVisible():
            self.chosen.emit(who)

    def _show_item(self, shown: CheckInShown, item: Item) -> None:
        day, contact = shown.list.day, shown.contact(_who(item))
        put(self._scroll.rows, heading(words.head(item, shown.list.since, day)))
        named = contact.name if contact is not None else ""
        role = window.role(contact.title, contact.org) if contact is not None else ""
        reachable = contact is not None and bool(outside.means_of(contact))
        deeds = deeds_of(item, lambda way: self.deedAsked.emit(item, way), reachable=reachable)
        hint = self._hint or (words.NO_MEANS if any(d.cap == "L" for d in deeds) and not reachable else "")
        self.card = ItemCard(
            words.title(item, self._name(shown, item) or named),
            role,
            words.line(item, day, by=shown.by(item)),
            bar=_bar(item),
            deeds=deeds,
            reasons=reasons_of(item, lambda way: self.deedAsked.emit(item, way)),
            hint=hint,
        )
        self.card.stepAsked.connect(self._step)
        put(self._scroll.rows, self.card)
        self._show_next(shown, item)

    def _show_next(self, shown: CheckInShown, item: Item) -> None:
        items = self.items
        others = items[items.index(item) + 1 :] + items[: items.index(item)]
        if not others:
            return
        put(self._scroll.rows, heading(words.THEN, len(others)))
        for other in others[:NEXT_SHOWN]:
            name = words.title(other, self._name(shown, other))
            card = NextCard(name, words.aside(other), bar=_bar(other))
            card.chosen.connect(partial(self._look_at, other.id))
            put(self._scroll.rows, card)
        if len(others) > NEXT_SHOWN:
            put(self._scroll.rows, Label(words.then(len(others) - NEXT_SHOWN), "muted"))

    def _show_end(self, shown: CheckInShown) -> None:
        list_ = shown.list
        put(self._scroll.rows, Morning())
        if list_.winter is not None:
            put(self._scroll.rows, Label(words.winter(list_.winter, list_.day), "strong", wrap=True))
        else:
            put(self._scroll.rows, Label(words.END if list_.all else words.NOTHING, "strong", wrap=True))
            line = words.after(list_.handled, list_.waiting)
            if line:
                put(self._scroll.rows, Label(line, "quiet", wrap=True))
        self.done_button = button(
            words.DONE_BEFORE if list_.done else words.DONE,
            self.closeAsked.emit if list_.done else self.doneAsked.emit,
            kind="primary",
            tip="Enter",
        )
        self.done_button.setObjectName("checkInDone")
        put(self._scroll.rows, self.done_button)

    @staticmethod
    def _name(shown: CheckInShown, item: Item) -> str:
        contact = shown.contact(item.contact) if item.contact is not None else None
        return contact.name if contact is not None else ""

    # Going through

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closeAsked.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Another item; this one stays as it is."""
        ids = [item.id for item in self.items]
        at = ids.index(self._current) if self._current in ids else 0
        self._look_at(ids[(at + by) % len(ids)])

    def _look_at(self, item: str) -> None:
        self._current, self._hint = item, ""
        self._build(held=True)


def _who(item: Item) -> str:
    """Whom the item is about: whose panel stands beside it."""
    if item.kind is ItemKind.INTRODUCED:
        return item.contact or ""
    return (item.loop.contact if item.loop is not None else item.contact) or ""


def _bar(item: Item) -> str:
    if item.kind in _BAR_OF:
        return _BAR_OF[item.kind]
    return BARS[item.growth.condition] if item.growth is not None else "bar_green"
