"""What is said of rest: of one contact until a day, of the whole garden, and of the thanks that a new job brings."""

from __future__ import annotations

from datetime import date

from gardener.domain.records import Winter, WinterReason
from gardener.domain.thanking import Helped
from gardener.words.dates import counted, short_day
from gardener.words.names import in_sentence

REST_LINE = "While they rest they are in no list, and nothing asks for them."
WINTER_TITLE = "Let the garden rest"
WINTER_LINE = (
    "Nothing withers and nothing asks for you while the garden rests; what you do meanwhile is kept as ever, and what you "
    "plan meanwhile still comes. The numbers stay as they are."
)
HOW_LONG, WHY, UNTIL = "How long", "Why", "Until"
SPANS = ((14, "Two weeks"), (30, "A month"), (90, "Three months"), (0, "Until I end it"))
"""Days of rest, and their words; 0 is without an end."""
REASONS = {
    WinterReason.HOLIDAY: "Holiday",
    WinterReason.ILLNESS: "Illness",
    WinterReason.NEW_JOB: "A new job",
    WinterReason.OTHER: "Just so",
}
LET_REST, CLOSE = "Let rest", "Close"
END = "Wake the garden"

THANK_TITLE = "Thank and tell"
THANK_LINE = (
    "A job has come. These people helped it along: thank them, and tell them what became of it. A plan of thanks is made "
    "for each, five a day, and is done when you log your thanks."
)
THANK_NOBODY = (
    "Nobody is noted yet as having helped: no introduction, no favour, nobody in Flowering or Fruit."
)
THANK_TEXT = "Thank them, and tell them of the job"
HELPED = {
    Helped.LED: "led to the offer",
    Helped.INTRODUCED: "offered an introduction",
    Helped.GRANTED: "granted what you asked for",
    Helped.HELPS: "helps",
}


def rest_title(name: str) -> str:
    """'Let Jane Miller rest'."""
    return f"Let {in_sentence(name)} rest"


def winter(held: Winter, today: date) -> str:
    """What stands above the garden while it rests."""
    until = f" until {short_day(held.until, today=today)}" if held.until is not None else ""
    return f"The garden rests{until}. Nothing withers, nothing asks for you."


def thank(count: int) -> str:
    """What pressing it would do."""
    return f"Plan thanks for {counted(count, 'person', 'people')}"
