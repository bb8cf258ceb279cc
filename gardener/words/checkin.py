"""What the check-in says: its parts, the reason of each item, its deeds on their keys, and its end."""

from __future__ import annotations

from datetime import date

from gardener.domain.items import Item, ItemKind, Part
from gardener.domain.records import Winter
from gardener.domain.stage import Ending
from gardener.words.beds import ENDINGS
from gardener.words.dates import ago, counted, days, short_day
from gardener.words.growth import reason
from gardener.words.window import LOOPS, loop_detail

TITLE = "Check-in"
CLOSE = "Close the check-in"
THEN = "Then"
DONE, DONE_BEFORE = "Done for today", "Done, see you tomorrow"
END = "That is all for today."
NOTHING = "Nothing asks for you today. Enjoy the day."
NO_MEANS = "No address is kept; L logs that you have written."
GUARD_FIRST = "The guard warns of it; press again to log it anyway."

TO_SOW = "A few to sow"
PARTS = {
    Part.CHANGED: "Changed",
    Part.WATER: "A few to water",
    Part.LET_BE: "Let be",
    Part.OPEN: "Waiting for you",
}

ASIDE = {
    Part.CHANGED: "changed",
    Part.WATER: "to water",
    Part.LET_BE: "to let be",
    Part.OPEN: "waits for you",
}
"""The same of one item, beside its name."""

GOOD, SHOW, WRITE, LOG, THANK = "good to know", "show them", "write", "written: log it", "thank them"
ANSWER, FOLLOW_UP, SOW, FORM = "answer", "follow up", "write first", "log in full"
REST, COMPOST, LET_BE, TOMORROW = "let rest", "compost", "let be", "tomorrow"
TELL, ASK_WORD = "tell them what came of it", "ask how it stands"
MET, OPEN_RECORD, ASK_YES = "we have met", "open it", "ask for the second yes"
PLAN, OTHER_DAY, BEFORE = "plan the next step", "another day", "before the talk"
NOT_THIS_WEEK, DONE_IT, LET_GO, ASK_HOW = "not this week", "it is done", "let go", "ask how it went"
WHY = "Compost, because:"
_MEANWHILE = {
    "replied": ("reply", "replies"),
    "introduced": ("introduction", "introductions"),
    "withered": ("withered", "withered"),
    "wilted": ("is wilting", "are wilting"),
    "recovered": ("recovered", "recovered"),
    "withered-seed": ("seed lost its vigour", "seeds lost their vigour"),
}


def head(item: Item, since: date | None, today: date) -> str:
    """Over an item: its part; a seed is sown, not watered."""
    return TO_SOW if item.kind is ItemKind.SOW else part_title(item.part, since, today)


def aside(item: Item) -> str:
    """Beside the name of an item that follows: 'to water'."""
    return "to sow" if item.kind is ItemKind.SOW else ASIDE[item.part]


def part_title(part: Part, since: date | None, today: date) -> str:
    """'Changed since Friday', 'A few to water'."""
    if part is not Part.CHANGED or since is None:
        return PARTS[part]
    gap = (today - since).days
    if gap == 1:
        return "Changed since yesterday"
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    return f"Changed since {names[since.weekday()] if gap < 7 else short_day(since, today=today)}"


def title(item: Item, name: str) -> str:
    """What stands largest: the name, what an application is for, or what a summary is."""
    return name or (item.loop.text if item.loop is not None else "") or "Meanwhile"


def line(item: Item, today: date, *, by: str = "") -> str:
    """Why the item stands there, in one sentence; `by` is who introduced them."""
    growth, loop = item.growth, item.loop
    why = reason(growth, today) if growth is not None else ""
    match item.kind:
        case ItemKind.MEANWHILE:
            return meanwhile(item)
        case ItemKind.REPLIED:
            waits = " Their word waits for yours." if loop is not None else ""
            return f"They have answered: {why}.{waits}"
        case ItemKind.INTRODUCED:
            thanks = " Thanks are owed." if loop is not None else ""
            return f"{by or 'Somebody'} introduced you.{thanks}"
        case ItemKind.WITHERED:
            return f"Withered, in the nature of things: {why}."
        case ItemKind.WITHERED_SEED:
            return f"The seed has lost its vigour: {why}."
        case ItemKind.WILTED:
            return f"Wilting: {why}.{_saves(item)}"
        case ItemKind.RECOVERED:
            return f"Recovered: {why}."
        case ItemKind.WATER if growth is not None and growth.last_touch is not None and not growth.last_sign:
            return f"No answer since {short_day(growth.last_touch, today=today)}; one follow-up helps."
        case ItemKind.WATER:
            return f"Thirsty: {why}.{_saves(item)}"
        case ItemKind.SOW:
            return "A seed to sow: never spoken to."
        case ItemKind.LET_BE:
            return f"Their answer may still come: {why}."
        case _:
            return _open(item, today)


def _open(item: Item, today: date) -> str:
    loop = item.loop
    if loop is None:
        return ""
    what = f"{LOOPS[loop.kind]}: {loop.text}" if loop.text else LOOPS[loop.kind]
    return f"{what}, {loop_detail(loop.since, loop.due, today)}."


def _saves(item: Item) -> str:
    return (
        f" A word would save about {days(item.saves)} of the tie."
        if item.saves is not None and item.saves >= 1
        else ""
    )


def meanwhile(item: Item) -> str:
    """'4 withered, 2 are wilting. Nothing is lost: the garden kept.'"""
    parts = [counted(count, *_MEANWHILE[kind]) for kind, count in item.counts.items() if kind in _MEANWHILE]
    return f"{', '.join(parts)}. Nothing is lost; look when you like."


def ending(reason_: Ending) -> str:
    """A reason for the compost."""
    return ENDINGS[reason_]


def progress(handled: int, count: int) -> str:
    """'3 of 12'."""
    return f"{handled + 1} of {count}"


def after(handled: int, waiting: int) -> str:
    """The end of the list, in one line."""
    looked = f"{counted(handled, 'thing')} looked at." if handled else ""
    left = f" {counted(waiting, 'more waits', 'more wait')} in Today, for another day." if waiting else ""
    return f"{looked}{left}".strip()


def then(count: int) -> str:
    """'7 more'."""
    return f"{count} more"


def winter(held: Winter, today: date) -> str:
    """What is said while the whole garden rests."""
    until = f" until {short_day(held.until, today=today)}" if held.until else ""
    return f"The garden rests{until}: nothing withers, nothing asks for you."


def since(day: date | None, today: date) -> str:
    """'last check-in 3 days ago'."""
    return f"Last check-in {ago(day, today)}." if day is not None else ""
