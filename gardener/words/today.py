"""What Today says: the headings of the round, its deeds, its empty states, a long absence, the week and the season."""

from __future__ import annotations

from datetime import date

from gardener.domain.loops import LoopKind
from gardener.words.dates import counted, days, number, short_day, title_day

THIRSTY, LET_BE, WAITING = "Thirsty", "Let be", "Waiting for you"
THIS_WEEK, SEASON = "This week", "This season"
QUIET = "All is well in the garden."
QUIET_LINE = "Nobody is thirsty, nothing waits for you. Enjoy the day."
NOTHING_ON = "Nothing is on in the next seven days."
DONE, DONE_BEFORE = "Done for today", "Done, see you tomorrow"
FEWER = "Show fewer"
SEEDS_TIP = "Shows them in the list"

REST, COMPOST, WATER = "rest", "compost", "water"
REST_ALL = "Let them rest"
COMPOST_ALL = "Put them on the compost"
WATER_ALL = "Write to them"
SHOW = "show"

LOOP_DEEDS = {
    LoopKind.REPLY: ("reply", "Write the reply"),
    LoopKind.THANKS: ("thank", "Log your thanks"),
    LoopKind.PROMISE: ("done", "It is done"),
    LoopKind.PLAN: ("done", "It is done"),
    LoopKind.INTRODUCTION: ("log", "Log how it went"),
    LoopKind.OPT_IN: ("ask", "Write and ask for the second yes"),
    LoopKind.TELL: ("tell", "Log that you told them"),
    LoopKind.APPLICATION: ("open", "Open it: note what came of it, or write and ask"),
}
"""What the first deed of an open loop is called: beside its key, and whole."""
LOG, LOG_ALL = "log", "Log that it happened"
MET, MET_ALL = "met", "We have met"
LET_GO, LET_GO_ALL = "let go", "Let it go"


def away(last: date, today: date) -> str:
    """After a long absence, in one sentence; nothing is asked for."""
    return f"You were away for {days((today - last).days)}. Nothing is lost: the garden kept."


def withered_away(count: int) -> str:
    """All that withered while nobody was here, in one line."""
    return f"{counted(count, 'plant')} withered"


WITHERED_AWAY_LINE = "In the nature of things. Look when you like."


def more(count: int) -> str:
    """'12 more'."""
    return f"{number(count)} more"


def when(day: date, today: date) -> str:
    """'today', 'tomorrow', 'Wed 25 Nov'."""
    gap = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(gap, short_day(day, today=today))


def nothing(*, thirsty: bool, waiting: bool) -> str:
    """The lists that are empty, in one quiet line; `thirsty` and `waiting`: whether there is somebody or something."""
    parts = [] if thirsty else ["Nobody is thirsty."]
    return " ".join(parts if waiting else [*parts, "Nothing waits for you."])


def title(day: date) -> str:
    """'Sunday 22 November'."""
    return title_day(day)
