"""The rows of Today, each made from a value: a plant of a list with its one-key deeds, a summary, an appointment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from gardener.domain.checkin import TALK, Appointment, Week
from gardener.domain.checkin import Row as Listed
from gardener.domain.growth import Condition
from gardener.domain.loops import Loop
from gardener.ui.cards import ENTER, KeyDeed, Row
from gardener.ui.loop_rows import plan_deeds
from gardener.ui.theme import BARS
from gardener.words import today as words
from gardener.words import window
from gardener.words.beds import CONDITIONS
from gardener.words.growth import reason

DEEDS = {
    "rest": (Qt.Key.Key_R, "R", words.REST, words.REST_ALL),
    "compost": (Qt.Key.Key_C, "C", words.COMPOST, words.COMPOST_ALL),
    "water": (Qt.Key.Key_W, "W", words.WATER, words.WATER_ALL),
}
"""The one-key deeds of a plant, by the command that does them."""
OF_LIST = {"withered": ("rest", "compost"), "thirsty": ("water",), "let-be": ("rest",)}
"""Which of them the rows of a list carry; whom to let be there is nothing to press but rest."""
_TOLD = frozenset({Condition.WILTING, Condition.WITHERED_SEED})
"""Conditions that the heading of their list does not already say."""


def row_of(key: str, row: Listed, day: date, ask: Callable[[str, str], object]) -> Row:
    """One plant of the list `key`; `ask` is told the command and the contact."""
    contact, condition = row.contact, row.growth.condition
    bar = BARS[condition]
    if key == "let-be" and bar not in ("bar_soggy", "bar_drowning"):
        bar = "bar_soggy"
    aside = CONDITIONS[condition] if key == "let-be" or condition in _TOLD else ""
    deeds = [_deed(command, partial(ask, command, contact.id)) for command in OF_LIST[key]]
    return Row(contact.name, reason(row.growth, day), bar=bar, aside=aside, deeds=deeds)


def _deed(command: str, press: Callable[[], object]) -> KeyDeed:
    key, cap, word, does = DEEDS[command]
    return KeyDeed(keys=(key,), cap=cap, word=word, does=does, press=press)


def summary(title: str, line: str, look: Callable[[], object], *, seed: bool = False) -> Row:
    """Many in one line; Enter or a press shows them."""
    deed = KeyDeed(
        keys=(*ENTER, Qt.Key.Key_Space), cap="Enter", word=words.SHOW, does=words.SEEDS_TIP, press=look
    )
    row = Row(title, line, bar="bar_seed" if seed else "bar_withered", deeds=[deed])
    row.activated.connect(look)
    return row


def loop_detail(loop: Loop, day: date) -> str:
    """What is open, and since when."""
    text = loop.text if loop.contact is not None else ""
    return f"{window.loop_line(loop.kind, text)}, {window.loop_detail(loop.since, loop.due, day)}"


def waiting(loops: Sequence[Loop], coming: Sequence[Appointment]) -> list[Loop]:
    """The open loops without those plans that are shown as what is on today."""
    on = {f"plan:{item.plan}" for item in coming if item.plan and item.kind == TALK}
    return [loop for loop in loops if loop.id not in on]


def week_items(week: Week | None, coming: Sequence[Appointment], day: date) -> list[Appointment]:
    """This week's interviews that were, then what is on until a week from now."""
    were = [item for item in week.on if item.day < day and item.plan is None] if week is not None else []
    return [*were, *coming]


def appointment(
    item: Appointment,
    day: date,
    names: Callable[[str], str],
    done: Callable[[str], object],
    remove: Callable[[str], object],
) -> Row:
    """An interview, a talk or a plan, with its day; a plan is done by the space bar."""
    what = window.APPOINTMENTS.get(item.kind, item.kind)
    who = names(item.contact) if item.contact else item.text
    detail = f"{what}: {item.text}" if item.contact and item.text else what
    deeds = plan_deeds(partial(done, item.plan), partial(remove, item.plan)) if item.plan else []
    bar = "bar_green" if item.plan else "bar_waiting"
    return Row(who, detail, bar=bar, aside=words.when(item.day, day), deeds=deeds)
