"""Today: who withered, who is thirsty, whom to let be, what is open, this week, and one line of the season."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gardener.domain.checkin import Appointment, Round, Week
from gardener.domain.checkin import Row as Listed
from gardener.domain.growth import Condition
from gardener.domain.loops import Loop
from gardener.domain.season import SeasonCount
from gardener.ui.dock import Panel
from gardener.ui.parts import Column, Key, Label, Row, button, clear, heading, put
from gardener.ui.theme import BARS, GRID
from gardener.words import window
from gardener.words.beds import CONDITIONS
from gardener.words.dates import counted, short_day, title_day
from gardener.words.growth import reason

SHOWN = 5
"""So many rows of a list stand open; the rest comes on asking."""
SEEDS_TOGETHER = 3
"""More withered seeds than these are one line."""

_T = TypeVar("_T")
_WATER = Key("W", "Press W to write to them")
_LOG = Key("L", "Press L to log what happened")
_COMPOST = Key("C", "Press C to put them on the compost")
_REST = Key("R", "Press R to let them rest")


class TodayDock(Panel):
    """The morning's round. chosen(id): a row was chosen. activated(id): opened. doneAsked(): “Done for today”.

    loopOpened(Loop) and loopDismissed(Loop): an open loop was opened by Enter, or dismissed by Delete.
    """

    chosen = Signal(str)
    activated = Signal(str)
    doneAsked = Signal()
    loopOpened = Signal(object)
    loopDismissed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Today", "today", width=248)
        self._open: set[str] = set()
        self._round: Round | None = None
        self._seeds = 0
        self._names: Callable[[str], str] = str
        self._selected: str | None = None
        self._cards: list[Row] = []
        self._scroll = Column()
        self.column.addWidget(self._scroll, 1)
        footer = QWidget()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.done_button: QPushButton = button("Done for today", self.doneAsked.emit, tip="Ctrl+D")
        row.addWidget(self.done_button, 1)
        self.column.addWidget(footer)

    def show_round(self, round_: Round, *, seeds: int, names: Callable[[str], str]) -> None:
        """Shows a round; `seeds` is how many seeds wait to be met, `names` gives the name of a contact id."""
        self._round, self._seeds, self._names = round_, seeds, names
        self._build()

    def mark(self, contact: str | None) -> None:
        """Shows which rows belong to the chosen plant."""
        self._selected = contact
        for card in self._cards:
            card.mark(card.contact is not None and card.contact == contact)

    def focus_first(self) -> None:
        """Puts the keyboard on the first row, or on the button when there is none."""
        (self._cards[0] if self._cards else self.done_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        round_ = self._round
        if round_ is None:
            return
        kept = self._scroll.verticalScrollBar().value()
        held = next((i for i, card in enumerate(self._cards) if card.hasFocus()), None)
        self._cards = []
        clear(self._scroll.rows)
        self._add(Label(title_day(round_.day), "title", wrap=True))
        quiet = not (round_.withered or round_.thirsty or round_.let_be or round_.open_loops)
        if quiet:
            self._add(Label(window.ALL_QUIET, "quiet", wrap=True))
        else:
            self._lists(round_)
        self._week(round_.week, round_.day)
        self._season(round_.season)
        self._scroll.rows.addStretch(1)
        self.done_button.setEnabled(not round_.done)
        self.done_button.setText("Done, see you tomorrow" if round_.done else "Done for today")
        self.mark(self._selected)
        self._scroll.verticalScrollBar().setValue(kept)
        if held is not None and self._cards:
            self._cards[min(held, len(self._cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lists(self, round_: Round) -> None:
        day = round_.day
        seeds = [row for row in round_.withered if row.growth.condition is Condition.WITHERED_SEED]
        together = len(seeds) > SEEDS_TOGETHER
        grown = [row for row in round_.withered if row.growth.condition is not Condition.WITHERED_SEED]
        withered = grown if together else round_.withered
        words = window.withered_heading(round_.since, day)
        self._section(words, len(round_.withered), "withered", withered, day, _COMPOST)
        if together:
            card = Row(window.withered_seeds(len(seeds)), window.WITHERED_SEEDS_LINE, bar="bar_seed")
            self._card(card, None)
        self._section("Thirsty", len(round_.thirsty), "thirsty", round_.thirsty, day, _WATER)
        self._section("Let be", len(round_.let_be), "let-be", round_.let_be, day, _REST)
        self._loops(round_.open_loops, day)

    def _section(
        self, words: str, count: int, key: str, rows: Sequence[Listed], day: date, deed: Key
    ) -> None:
        if not count:
            return
        self._add(heading(words, count))
        for row in self._some(key, rows):
            condition = CONDITIONS[row.growth.condition]
            bar = BARS[row.growth.condition]
            if key == "let-be" and bar not in ("bar_soggy", "bar_drowning"):
                bar = "bar_soggy"
            aside = condition if key == "let-be" or row.growth.condition in _TOLD else ""
            self._card(
                Row(row.contact.name, reason(row.growth, day), bar=bar, key=deed, aside=aside), row.contact.id
            )
        self._more(key, len(rows))

    def _loops(self, loops: Sequence[Loop], day: date) -> None:
        if not loops:
            return
        self._add(heading("Waiting for you", len(loops)))
        for loop in self._some("loops", loops):
            detail = (
                f"{window.loop_line(loop.kind, loop.text)}, {window.loop_detail(loop.since, loop.due, day)}"
            )
            card = Row(self._names(loop.contact), detail, bar="bar_waiting", key=_LOG)
            card.setToolTip(window.LOOP_KEYS)
            card.removable = True
            self._card(card, loop.contact, opened=partial(self.loopOpened.emit, loop))
            card.removeAsked.connect(partial(self.loopDismissed.emit, loop))
        self._more("loops", len(loops))

    def _week(self, week: Week | None, day: date) -> None:
        if week is None:
            return
        self._add(heading("This week"))
        for item in week.on:
            self._card(self._appointment(item, day), item.contact)
        self._add(Label(window.talks_this_week(week.talks), "muted", wrap=True))

    def _appointment(self, item: Appointment, day: date) -> Row:
        what = window.APPOINTMENTS.get(item.kind, item.kind)
        who = self._names(item.contact) if item.contact else item.text
        detail = f"{what}: {item.text}" if item.contact and item.text else what
        when = "today" if item.day == day else short_day(item.day, today=day)
        return Row(who, detail, bar="bar_green", aside=when)

    def _season(self, season: SeasonCount | None) -> None:
        if season is None:
            return
        self._add(heading("This season"))
        self._add(Label(window.season_line(season), "body", wrap=True))
        self._add(Label(window.season_detail(season), "muted", wrap=True))
        if self._seeds:
            self._add(Label(window.seeds_line(self._seeds), "muted", wrap=True))

    def _some(self, key: str, rows: Sequence[_T]) -> Sequence[_T]:
        return rows if key in self._open or len(rows) <= SHOWN + 1 else rows[:SHOWN]

    def _more(self, key: str, count: int) -> None:
        if count <= SHOWN + 1:
            return
        opened = key in self._open
        words = "Show fewer" if opened else f"{counted(count - SHOWN, 'more', 'more')}"
        self._add(button(words, lambda: self._toggle(key), kind="quiet"))

    def _toggle(self, key: str) -> None:
        self._open ^= {key}
        self._build()

    def _card(self, card: Row, contact: str | None, opened: Callable[[], object] | None = None) -> None:
        card.contact = contact
        if contact is not None:
            card.chosen.connect(lambda: self.chosen.emit(contact))
            card.activated.connect(opened or (lambda: self.activated.emit(contact)))
        self._cards.append(card)
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        put(self._scroll.rows, widget)


_TOLD = frozenset({Condition.WILTING, Condition.WITHERED_SEED})
"""Conditions that the heading does not already say."""
