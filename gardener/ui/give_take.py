"""Give and take with a person, told and never counted up: what I gave, what I asked for, what they offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Origin
from gardener.ui.introductions_part import Introduced
from gardener.ui.parts import Label, button, clear, heading, put
from gardener.ui.theme import GRID
from gardener.words import person as words
from gardener.words import today as today_words
from gardener.words.dates import short_day

SHOWN = 3
"""So many of the newest of each kind are told; the rest on asking."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing given, asked or offered, and its day."""

    day: date
    text: str


def given(history: Sequence[Interaction]) -> list[Told]:
    """What I gave, newest first."""
    return [Told(each.day, give) for each in reversed(history) for give in each.gives]


def asked(history: Sequence[Interaction]) -> list[Told]:
    """What I asked for and its answer, newest first."""
    return [
        Told(each.day, words.asked(each.ask.kind, each.ask.answer))
        for each in reversed(history)
        if each.ask is not None
    ]


def offered(introductions: Sequence[Introduced]) -> list[Told]:
    """The introductions they offered unasked, newest first."""
    found = [each for each in introductions if each.by_them and each.introduction.origin is Origin.OFFERED]
    told = [Told(each.introduction.day, f"an introduction to {each.name}") for each in found]
    return sorted(told, key=lambda each: each.day, reverse=True)


class GiveAndTake(QWidget):
    """The three lists, each with its days."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._open: set[str] = set()
        self._contact = ""
        self._last: tuple[list[tuple[str, list[Told]]], date] = ([], date.min)

    def show_lists(
        self, history: Sequence[Interaction], introductions: Sequence[Introduced], contact: str, day: date
    ) -> None:
        """Shows what there is; what was unfolded stays so with the same person."""
        if contact != self._contact:
            self._open.clear()
        self._contact = contact
        lists = [
            (words.GAVE, given(history)), (words.ASKED, asked(history)), (words.OFFERED, offered(introductions)),
        ]  # fmt: skip
        self._last = (lists, day)
        self._build()

    def _build(self) -> None:
        lists, day = self._last
        clear(self._layout)
        put(self._layout, heading(words.GIVE_AND_TAKE))
        if not any(told for _, told in lists):
            put(self._layout, Label(words.NOTHING_GIVEN, "muted", wrap=True))
        for title, told in lists:
            if told:
                self._list(title, told, day)

    def _list(self, title: str, told: list[Told], day: date) -> None:
        first = min(each.day for each in told)
        put(self._layout, Label(f"{title}, {words.since(first, day)}", "quiet", wrap=True))
        shown = told if title in self._open or len(told) <= SHOWN + 1 else told[:SHOWN]
        for each in shown:
            put(self._layout, _line(each, day))
        if len(shown) < len(told):
            left = today_words.more(len(told) - len(shown))
            put(self._layout, button(left, partial(self._unfold, title), kind="quiet"))

    def _unfold(self, title: str) -> None:
        self._open.add(title)
        self._build()


def _line(told: Told, day: date) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(GRID, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(Label(told.text, wrap=True), 1)
    row.addWidget(Label(short_day(told.day, today=day).partition(" ")[2], "muted"))
    return line
