"""What reminders say: the digest, the tray, the page that tells why one came or did not."""

from __future__ import annotations

from datetime import date, datetime

from gardener.domain.reminding import Why
from gardener.words.dates import counted, short_day
from gardener.words.today import when

APP = "Gardener"
TITLE = "Reminders"
NOW = "Just now"
LINE = "One digest a day, at the time you choose; nothing is made up for after a pause. All of it is off at first."
NEXT, LAST, RECORD = "Next", "Last look", "What came of it"
NEVER = "Not yet."
TEST, CLOSE, PREFERENCES = "Show one now", "Close", "Preferences…"
TEST_TEXT = "This is how a reminder looks."
NO_TRAY = "There is no tray on this desktop: the digest comes as a message in the window, while it is open."
OPEN, CHECK_IN, SAY, QUIT = "Open Gardener", "Check-in", "Say what happened…", "Quit"
IN_TRAY = "Gardener goes on in the tray. Quit there, or with Ctrl+Q."

_WHY = {
    Why.SHOWN: "The digest was shown.",
    Why.TEST: "A test was shown.",
    Why.OFF: "No digest: no time is chosen for it.",
    Why.WINTER: "No digest: the garden rests.",
    Why.QUIET_DAY: "No digest: it is a quiet day.",
    Why.EARLY: "Not yet: its time has not come.",
    Why.QUIET_HOURS: "No digest: these are quiet hours.",
    Why.ALREADY: "No second one: today’s digest was shown.",
    Why.DONE: "No digest: today’s round is done.",
    Why.NOTHING: "No digest: nothing asks for you today.",
    Why.IN_SIGHT: "No digest: the check-in is open before you.",
}


def why(code: Why) -> str:
    """Why a digest came or did not."""
    return _WHY[code]


def digest(count: int) -> str:
    """'5 things in today’s check-in.'"""
    return f"{counted(count, 'thing')} in today’s check-in. It takes two minutes."


def tip(count: int) -> str:
    """The tray's tooltip."""
    return (
        f"Gardener: {counted(count, 'thing')} for today" if count else "Gardener: nothing asks for you today"
    )


def next_at(moment: datetime | None, today: date) -> str:
    """'Mon 23 Nov at 09:00'."""
    if moment is None:
        return "None is coming."
    return f"{when(moment.date(), today)} at {moment:%H:%M}"


def looked(moment: datetime, today: date) -> str:
    """'today at 09:00'."""
    return f"{when(moment.date(), today)} at {moment:%H:%M}"


def entry(moment: datetime, code: Why, today: date) -> str:
    """One line of the record."""
    return f"{short_day(moment.date(), today=today)} {moment:%H:%M} · {why(code)}"
