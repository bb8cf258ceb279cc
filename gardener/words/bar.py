"""What the field on top says of itself and of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gardener.words.dates import short_day

NAME = "Find people, log a sentence, or do something"
HINTS = (
    "Find people, or log “coffee with Jane yesterday”",
    "Find, or log “coffee with Jane”",
    "Find people or log",
    "Find or log",
    "Find",
)
"""From the longest to the shortest: the first that fits is shown."""
TIP = (
    "Ctrl+K. Names find people, and words narrow them: stage:growing is:thirsty tag:alumni. A sentence such as"
    " “coffee with Jane Miller yesterday, she offered an intro to Gus Jones” is understood and shown before it is saved."
    " The name of a command, such as “import”, does it."
)
NOBODY = "Nobody matches"
SAVE, LOG_ANYWAY, WAIT, BACK, TAKE_AWAY = "Save", "Log anyway", "Wait", "Back", "Take away"
PANEL = "What was understood"
PREVIEW = "Enter to look it over and save it"
KEYS = "← → go along, Enter changes one, Delete takes it away, Ctrl+Enter saves, Esc goes back"
ASKS = "to be answered"


def person(name: str, detail: str) -> str:
    """Somebody found, with what tells them apart."""
    return f"{name}   ·   {detail}" if detail else name


def said(names: Sequence[str], line: str, day: date | None, today: date) -> str:
    """A line found in a note: 'Jane Miller   ·   Tue 3 Mar   ·   “moves to Boston”'."""
    who = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    when = (short_day(day, today=today),) if day is not None else ()
    return "   ·   ".join((who, *when, f"“{line}”"))


def sentence(text: str, *, ahead: bool) -> str:
    """The row of a sentence."""
    return f"{'Plan' if ahead else 'Log'}: {text}"


def command(words: str, keys: str) -> str:
    """The row of a command, with its key."""
    plain = words.replace("&", "").rstrip("…")
    return f"{plain}   ·   {keys}" if keys else plain


def example(people: Sequence[str]) -> str:
    """An invented sentence, for pictures of the window."""
    told = "mostly about her move to Boston; she offered an intro to Lena Fox"
    return f"coffee with {' and '.join(people) or 'Jane Miller'} yesterday 40 min, {told}"
