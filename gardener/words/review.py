"""What the week in review says: its headings, its lines, and the week that comes."""

from __future__ import annotations

from datetime import date

from gardener.domain.checkin import Appointment
from gardener.domain.review import Review
from gardener.domain.stage import Ending
from gardener.words.beds import ENDINGS
from gardener.words.dates import counted, number, short_day
from gardener.words.window import APPOINTMENTS

TITLE = "The week in review"
PLANTED, WATERED, ANSWERED, FLOWERED, COMPOSTED = (
    "Planted",
    "Watered",
    "They answered",
    "Flowered",
    "Composted",
)
AHEAD, THIRSTY = "On in the days to come", "Will be thirsty"
NOTHING = "A quiet week. The garden keeps."
NOTHING_AHEAD = "Nothing is planned yet."
TO_LIST, CLOSE = "To today’s list", "Close"
SHOWN = 6
"""Names of a list that are shown before the others are counted."""

_BLOOMS = {
    "introduced": "offered an introduction",
    "flowering": "moved to Flowering",
    "fruit": "moved to Fruit",
    "interview": "led to an interview",
    "second-interview": "led to a second interview",
    "offer": "led to an offer",
}


def span(start: date, end: date) -> str:
    """'Mon 16 Nov to Sun 22 Nov'."""
    return f"{short_day(start)} to {short_day(end)}"


def on_day(one: Appointment) -> str:
    """'Second interview: Analyst at Meridian', or the words of a plan."""
    kind = APPOINTMENTS.get(one.kind, one.kind)
    if one.opportunity is None:
        return one.text or kind
    return f"{kind}: {one.text}" if one.text else kind


def talks(review: Review) -> str:
    """'3 talks; 5 a week are enough.'"""
    held = counted(review.talks, "talk") if review.talks else "No talk yet"
    return f"{held}; {number(review.measure)} a week are enough." if review.measure else f"{held}."


def bloom(name: str, code: str) -> str:
    """'Jane Miller offered an introduction'."""
    return f"{name} {_BLOOMS.get(code, code)}"


def ended(name: str, reason: Ending | None) -> str:
    """'Dan Wirth, moved on'."""
    return f"{name}, {ENDINGS[reason].lower()}" if reason is not None else name


def named(names: list[str]) -> str:
    """'Ana Silva, Jo Park and 4 others'."""
    if len(names) <= SHOWN:
        return ", ".join(names)
    return f"{', '.join(names[: SHOWN - 1])} and {counted(len(names) - SHOWN + 1, 'other')}"
