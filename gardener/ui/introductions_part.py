"""Who led to whom around a person; what became of it, and thanks, in one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gardener.domain.introduction import Introduction, Outcome
from gardener.ui.cards import KeyDeed, Row
from gardener.ui.parts import anew, has_keyboard, heading, put
from gardener.ui.theme import GRID
from gardener.words import conversions
from gardener.words import person as words
from gardener.words.dates import short_day


@dataclass(frozen=True, slots=True)
class Introduced:
    """One introduction as seen from a person: `other` is whom they led to, or who led to them (`by_them` false)."""

    introduction: Introduction
    other: str
    name: str
    by_them: bool


class IntroductionsPart(QWidget):
    """chosen(id): the other one is to be shown. editAsked(id), metAsked(id), thankedAsked(id): of an introduction."""

    chosen = Signal(str)
    editAsked = Signal(str)
    metAsked = Signal(str)
    thankedAsked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)

    def show_introductions(self, introductions: Sequence[Introduced], day: date) -> None:
        """One row for each, newest first; nothing stands there when there are none."""
        former = self.findChildren(Row)
        held = next((i for i, row in enumerate(former) if has_keyboard(row)), None)
        with anew(self._layout):
            rows = self._build(introductions, day)
            if (
                held is not None and rows
            ):  # before the former row goes, or the keyboard would go on to another panel
                rows[min(held, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(introductions))

    def _build(self, introductions: Sequence[Introduced], day: date) -> list[Row]:
        if introductions:
            put(self._layout, heading(words.INTRODUCTIONS, len(introductions)))
        rows = [
            self._row(each, day)
            for each in sorted(introductions, key=lambda i: i.introduction.day, reverse=True)
        ]
        for row in rows:
            put(self._layout, row)
        return rows

    def _row(self, each: Introduced, day: date) -> Row:
        intro = each.introduction
        title = f"Led to {each.name}" if each.by_them else f"Through {each.name}"
        detail = words.introduced(intro.origin, intro.outcome, intro.thanked)
        row = Row(
            title, f"{short_day(intro.day, today=day)}: {detail}", bar="bar_green", deeds=self._deeds(each)
        )
        row.activated.connect(partial(self.chosen.emit, each.other))
        return row

    def _deeds(self, each: Introduced) -> list[KeyDeed]:
        intro, found = each.introduction, []
        if intro.outcome is Outcome.PENDING:
            found.append(
                _deed(Qt.Key.Key_M, "M", conversions.MET, conversions.MET_ALL, self.metAsked, intro.id)
            )
        if each.by_them and not intro.thanked:
            found.append(
                _deed(
                    Qt.Key.Key_T,
                    "T",
                    conversions.THANKED_DEED,
                    conversions.THANKED_ALL,
                    self.thankedAsked,
                    intro.id,
                )
            )
        edit = _deed(Qt.Key.Key_E, "E", conversions.EDIT, conversions.EDIT_ALL, self.editAsked, intro.id)
        return [*found, edit]


def _deed(key: Qt.Key, cap: str, word: str, does: str, asked: SignalInstance, id_: str) -> KeyDeed:
    return KeyDeed(keys=(key,), cap=cap, word=word, does=does, press=partial(asked.emit, id_))
