"""Today: who withered, who is thirsty, whom to let be, what waits, what is on this week, and one line of the season."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gardener.domain.checkin import Appointment, Round, Week
from gardener.domain.checkin import Row as Listed
from gardener.domain.growth import Condition
from gardener.domain.loops import Loop, LoopKind
from gardener.domain.season import SeasonCount
from gardener.ui import today_rows
from gardener.ui.cards import Row
from gardener.ui.dock import Panel
from gardener.ui.loop_rows import loop_row
from gardener.ui.morning import Morning
from gardener.ui.parts import Column, Label, button, clear, has_keyboard, heading, put
from gardener.ui.theme import GRID
from gardener.words import conversions, window
from gardener.words import today as words

SHOWN, MORE = 5, 25
"""So many rows of a list stand open; so many more come on asking."""
AWAY = 28
"""Days without a deed after which the morning begins with one summary, and lists stand open by `AWAY_SHOWN` rows."""
AWAY_SHOWN = 3
SEEDS_TOGETHER = 3
"""More withered seeds than these are one line."""

_T = TypeVar("_T")


class TodayShown(NamedTuple):
    """All that Today shows: the round, what is coming, how many seeds wait, and the last day before with a deed.

    `accepted` is the quiet line after an offer was accepted in the season that runs, else empty. `ahead`: the day lies
    ahead, where nobody has been away yet.
    """

    round: Round
    coming: Sequence[Appointment] = ()
    seeds: int = 0
    last_here: date | None = None
    accepted: str = ""
    ahead: bool = False
    names: Callable[[str], str] = str

    @property
    def is_away(self) -> bool:
        """Whether the person was away for long."""
        return self.last_here is not None and (self.round.day - self.last_here).days >= AWAY


class TodayDock(Panel):
    """The morning's round. chosen(id): a row was chosen. activated(id): opened. doneAsked(): “Done for today”.

    deedAsked(command, id): the one-key deed of a row. loopAsked(Loop, way): one of `loop_rows`. planDone(id),
    planOpened(id) and planRemoved(id). narrowAsked(query): the people of that query are to be shown.
    opportunityOpened(id): of a step or an application. endSeasonAsked(whether the garden rests then): after an offer was
    accepted.
    """

    chosen = Signal(str)
    activated = Signal(str)
    doneAsked = Signal()
    deedAsked = Signal(str, str)
    loopAsked = Signal(object, str)
    opportunityOpened = Signal(str)
    endSeasonAsked = Signal(bool)
    planDone = Signal(str)
    planOpened = Signal(str)
    planRemoved = Signal(str)
    narrowAsked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Today", "today", width=248)
        self._open: dict[str, int] = {}
        self._shown: TodayShown | None = None
        self._selected: str | None = None
        self._read_only = False
        self._cards: list[Row] = []
        self._begins: dict[str, int] = {}
        self._scroll = Column()
        self.column.addWidget(self._scroll, 1)
        footer = QWidget()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.done_button: QPushButton = button(words.DONE, self.doneAsked.emit, tip="Ctrl+D")
        row.addWidget(self.done_button, 1)
        self.column.addWidget(footer)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that stand there now."""
        return tuple(self._cards)

    def show_today(self, shown: TodayShown) -> None:
        """Shows a morning; what was unfolded stays so, on the same day."""
        if self._shown is not None and self._shown.round.day != shown.round.day:
            self._open.clear()
        self._shown = shown
        self._build(shown)

    def set_read_only(self, on: bool) -> None:
        """On another day than today the round is not to be ended."""
        self._read_only = on

    def mark(self, contact: str | None) -> None:
        """Shows which rows belong to the chosen plant."""
        self._selected = contact
        for card in self._cards:
            card.mark(card.contact is not None and card.contact == contact)

    def focus_first(self) -> None:
        """Puts the keyboard on the first row, or on the button when there is none."""
        (self._cards[0] if self._cards else self.done_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, shown: TodayShown) -> None:
        round_ = shown.round
        kept = self._scroll.verticalScrollBar().value()
        held = next((i for i, card in enumerate(self._cards) if has_keyboard(card)), None)
        if held is not None:
            self._cards[
                held
            ].clearFocus()  # or hiding it would hand the keyboard to the next row, which would choose
        self._cards, self._begins = [], {}
        clear(self._scroll.rows)
        self._add(Label(words.title(round_.day), "title", wrap=True))
        self._lists(shown)
        self._week(shown)
        self._season(round_.season, shown)
        self._scroll.rows.addStretch(1)
        self.done_button.setEnabled(not round_.done and not self._read_only)
        self.done_button.setText(words.DONE_BEFORE if round_.done else words.DONE)
        self.mark(self._selected)
        self._scroll.verticalScrollBar().setValue(kept)
        if held is not None:
            left = self._cards[min(held, len(self._cards) - 1)] if self._cards else self.done_button
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    # The lists

    def _lists(self, shown: TodayShown) -> None:
        round_ = shown.round
        loops = today_rows.waiting(round_.open_loops, shown.coming)
        if shown.is_away and shown.last_here is not None and not shown.ahead:
            self._add(Label(words.away(shown.last_here, round_.day), "quiet", wrap=True))
        if not (round_.withered or round_.thirsty or round_.let_be or loops):
            self._add(Morning())
            self._add(Label(words.QUIET, "strong", wrap=True))
            self._add(Label(words.QUIET_LINE, "quiet", wrap=True))
            return
        self._withered(shown)
        self._section(words.THIRSTY, "thirsty", round_.thirsty)
        self._section(words.LET_BE, "let-be", round_.let_be)
        self._loops(loops, shown)
        if line := words.nothing(thirsty=bool(round_.thirsty), waiting=bool(loops)):
            self._add(Label(line, "muted", wrap=True))

    def _withered(self, shown: TodayShown) -> None:
        """Those who withered; many old seeds are one line, and so is a long absence."""
        round_ = shown.round
        if not round_.withered:
            return
        seeds = [row for row in round_.withered if row.growth.condition is Condition.WITHERED_SEED]
        grown = [row for row in round_.withered if row.growth.condition is not Condition.WITHERED_SEED]
        together = len(seeds) > SEEDS_TOGETHER
        rows = grown if together else list(round_.withered)
        self._add(heading(window.withered_heading(round_.since, round_.day), len(round_.withered)))
        if shown.is_away and len(rows) > AWAY_SHOWN and "withered" not in self._open:
            summary = today_rows.summary(
                words.withered_away(len(rows)), words.WITHERED_AWAY_LINE, partial(self._unfold, "withered")
            )
            self._card(summary, None)
        else:
            self._rows_of("withered", rows)
        if together:
            look = partial(self.narrowAsked.emit, "is:withered-seed")
            line = today_rows.summary(
                window.withered_seeds(len(seeds)), window.WITHERED_SEEDS_LINE, look, seed=True
            )
            self._card(line, None)

    def _section(self, title: str, key: str, rows: Sequence[Listed]) -> None:
        if rows:
            self._add(heading(title, len(rows)))
            self._rows_of(key, rows)

    def _rows_of(self, key: str, rows: Sequence[Listed]) -> None:
        if self._shown is None:
            return
        for row in self._some(key, rows):
            self._card(
                today_rows.row_of(key, row, self._shown.round.day, self.deedAsked.emit), row.contact.id
            )
        self._more(key, len(rows))

    def _loops(self, loops: Sequence[Loop], shown: TodayShown) -> None:
        if not loops:
            return
        self._add(heading(words.WAITING, len(loops)))
        for loop in self._some("loops", loops):
            detail = today_rows.loop_detail(loop, shown.round.day)
            opened = partial(self._open_loop, loop)
            title = shown.names(loop.contact) if loop.contact else loop.text
            self._card(loop_row(loop, title, detail, self.loopAsked.emit), loop.contact, opened)
        self._more("loops", len(loops))

    def _open_loop(self, loop: Loop) -> None:
        """A double click: a plan is opened; of anything else the person is."""
        if loop.kind in (LoopKind.PLAN, LoopKind.PROMISE):
            self.planOpened.emit(loop.id.removeprefix("plan:"))
        elif loop.opportunity is not None:
            self.opportunityOpened.emit(loop.opportunity)
        elif loop.contact is not None:
            self.activated.emit(loop.contact)

    # The week and the season

    def _week(self, shown: TodayShown) -> None:
        week, day = shown.round.week, shown.round.day
        items = today_rows.week_items(week, shown.coming, day)
        if not items and week is None:
            return
        self._add(heading(words.THIS_WEEK, len(items) or None))
        for item in self._some("week", items):
            row = today_rows.appointment(item, day, shown.names, self.planDone.emit, self.planRemoved.emit)
            opened: Callable[[], object] | None = None
            if item.plan or item.opportunity:
                opens = self.planOpened if item.plan else self.opportunityOpened
                opened = partial(opens.emit, item.plan or item.opportunity)
            self._card(row, item.contact, opened)
        self._more("week", len(items))
        self._talks(week, quiet=not items)

    def _talks(self, week: Week | None, *, quiet: bool) -> None:
        if week is not None:
            line = window.talks_this_week(week.talks)
            self._add(Label(f"{words.NOTHING_ON} {line}." if quiet else line, "muted", wrap=True))

    def _season(self, season: SeasonCount | None, shown: TodayShown) -> None:
        if season is not None:
            self._add(heading(words.SEASON))
            self._add(Label(window.season_line(season), "body", wrap=True))
            self._add(Label(window.season_detail(season), "muted", wrap=True))
        if shown.accepted:
            self._add(Label(shown.accepted, "quiet", wrap=True))
            for said, rests in ((conversions.END_AND_REST, True), (conversions.END, False)):
                self._add(button(said, partial(self.endSeasonAsked.emit, rests), kind="quiet"))
        if seeds := shown.seeds:
            look = partial(self.narrowAsked.emit, "stage:seed")
            self._add(button(window.seeds_line(seeds), look, kind="quiet", tip=words.SEEDS_TIP))

    # Folding

    def _some(self, key: str, rows: Sequence[_T]) -> Sequence[_T]:
        most, self._begins[key] = self._most(key), len(self._cards)
        return rows if len(rows) <= most + 1 else rows[:most]

    def _most(self, key: str) -> int:
        away = self._shown is not None and self._shown.is_away
        return self._open.get(key, AWAY_SHOWN if away else SHOWN)

    def _more(self, key: str, count: int) -> None:
        most = self._most(key)
        if count > most + 1:
            self._add(button(words.more(count - most), partial(self._unfold, key), kind="quiet"))
        if key in self._open:
            self._add(button(words.FEWER, partial(self._fold, key), kind="quiet"))

    def _unfold(self, key: str) -> None:
        before = self._most(key) if key in self._begins else 0
        self._open[key] = self._open.get(key, 0) + MORE
        self._again(key, before)

    def _fold(self, key: str) -> None:
        del self._open[key]
        self._again(key, self._most(key) - 1)

    def _again(self, key: str, at: int) -> None:
        """Builds anew; the button that asked for it is gone, and the keyboard goes to that row of the list."""
        if self._shown is not None:
            self._build(self._shown)
            card = self._cards[min(self._begins[key] + at, len(self._cards) - 1)]
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, card: Row, contact: str | None, opened: Callable[[], object] | None = None) -> None:
        card.contact = contact
        if contact is not None:
            card.chosen.connect(partial(self.chosen.emit, contact))
            card.activated.connect(opened or partial(self.activated.emit, contact))
        elif opened is not None:
            card.activated.connect(opened)
        self._cards.append(card)
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        put(self._scroll.rows, widget)
