"""What the time line says: of a day that was, of one ahead and what a plan may save, of its marks, and of a time-lapse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gardener.words.dates import ago, counted, long_day, number, short_day

if TYPE_CHECKING:
    from gardener.domain.foresight import Saving

NAME = "Time line"
WIDEST_DAY = "Wed 28 May 2026"
"""No day beside the track is wider."""
ABOUT = (
    "The arrows go a day back and ahead, Page Up and Page Down a month, Home to the first day, End back to today, "
    "Space plays the season."
)
HINT = "Drag the handle back to see the garden as it was, or ahead to see what wilts if nothing is done."
MOVING = "Another day than today: only to look at."
"""The banner while the hand moves, where the day itself stands beside the track."""
ONLY_TO_LOOK = "This is not today: nothing can be changed here. Alt+End goes back to today."
HINT_SHORT = "Drag the handle to look back or ahead."
HINT_LEAST = "Back or ahead."
BACK, TODAY = "Back to today", "Today"
PLAY, PAUSE = "Play the season as a time-lapse", "Pause"
HIDE = "Hide the time line"
PLAN_NAME, PER_WEEK = "Touches a week to those who need it most", " a week"
NO_PLAN = "No touches"
SPEEDS = (("1 day", 1), ("3 days", 3), ("1 week", 7))
"""What one step of playing is called, and its days."""
SPEED_NAME = "Days in each step of playing"
READING = "Reading the history…"


def when(day: date, today: date) -> str:
    """'Sat 12 Sep 2026'."""
    return "Today" if day == today else f"{short_day(day)} {day.year}"


def distance(day: date, today: date) -> str:
    """'77 days ago', 'in 90 days'; at today the date."""
    return f"{short_day(day)} {day.year}" if day == today else ago(day, today)


def value(day: date, today: date) -> str:
    """What a screen reader says of the handle."""
    if day == today:
        return f"Today, {long_day(day)}"
    return f"{long_day(day)}, {ago(day, today)}"


def was(day: date, today: date) -> str:
    """The banner on a day that was."""
    return f"The garden as it was on {long_day(day)}, {ago(day, today)}. Nothing can be changed here."


def ahead(day: date, today: date, saving: Saving, now: int) -> str:
    """The banner on a day ahead; `now` have wilted by today."""
    many = f"{number(saving.wilted)} of {number(saving.listed)} will have wilted"
    wilt = f"Only to look at: {ago(day, today)} {many} if nothing is done"
    return f"{wilt}. {_fewer(saving)}" if saving.touches else f"{wilt}; today it is {number(now)}."


def _fewer(saving: Saving) -> str:
    touches = f"With {counted(saving.touches, 'touch', 'touches')}"
    spread = f" ({_whole(saving.low)} to {_whole(saving.high)})" if saving.low != saving.high else ""
    if round(saving.fewer) == 0 and not saving.high:
        return f"{touches} it would be no fewer."
    return f"{touches} about {_whole(saving.fewer)} fewer{spread}, as answers usually come."


def _whole(count: float) -> str:
    return number(round(count))


def honest(saving: Saving) -> str:
    """Where the figures of a plan come from."""
    if not saving.touches:
        return "What is foreseen by the model from the signs so far, when nothing more happens."
    return (
        f"About {_whole(saving.answers)} of {counted(saving.touches, 'touch', 'touches')} would be answered, "
        "by the reply chance of each tie. A touch alone saves nobody: only an answer does. "
        "What you see is one possible course in the middle of 25 that were drawn; the guards are heeded in all of them."
    )


def month(start: date) -> str:
    """What stands at the beginning of a month; the year at that of a year."""
    return str(start.year) if start.month == 1 else short_day(start).split(" ")[-1]


def marks(day: date, talks: int, moves: int, introductions: int, withered: int, today: date) -> str:
    """The tip on the track: what happened on a day, or around it."""
    found = [
        counted(talks, "sign of theirs", "signs of theirs") if talks else "",
        counted(moves, "move to another bed", "moves to another bed") if moves else "",
        counted(introductions, "introduction") if introductions else "",
        (
            f"{number(withered)} {'will have withered' if day > today else 'withered'}, if nothing is done"
            if day > today
            else f"{number(withered)} withered"
        )
        if withered
        else "",
    ]
    said = ", ".join(part for part in found if part)
    return f"{short_day(day)} {day.year}\n{said}" if said else f"{short_day(day)} {day.year}"


# The time-lapse


def caption(day: date, today: date) -> str:
    """What stands on each picture."""
    return f"{short_day(day)} {day.year}" + (", foreseen" if day > today else "")


LAPSE_TITLE = "Export a time-lapse"
LAPSE_ABOUT = (
    "The garden from one day to another as an animated picture. Names are in it: "
    "hide them first if it is to be shown around."
)
FROM, TO, STEP, SIZE, SPEED, LOOP = (
    "From",
    "To",
    "One picture for",
    "Size",
    "Pictures a second",
    "Play it again and again",
)
STEPS = (("every day", 1), ("every 3 days", 3), ("every week", 7), ("every month", 30))
SIZES = (
    ("Small, 640 × 400", (640, 400)),
    ("Middle, 960 × 600", (960, 600)),
    ("Large, 1280 × 800", (1280, 800)),
)
CHOOSE, STOP, CLOSE = "Choose a file…", "Stop", "Close"
FILE_TITLE = "Where is the time-lapse to be kept?"
FILTER = "Animated pictures (*.gif *.webp *.png)"
HOW_FAR = "How far the time-lapse is"
ENDINGS = (".gif", ".webp", ".png")
MOST = 400
"""Pictures at most in one time-lapse."""


def lapse_count(count: int, seconds: float) -> str:
    """How much it will be."""
    return f"{counted(count, 'picture')}, {seconds:.0f} s long"


def too_many(count: int) -> str:
    """Why it cannot be begun."""
    return f"{number(count)} pictures are more than {number(MOST)}: choose a shorter span or larger steps."


def wrong_span() -> str:
    """Why it cannot be begun."""
    return "The last day must come after the first."


def drawing(done: int, all_: int) -> str:
    """'Drawing picture 12 of 53…'."""
    return f"Drawing picture {number(done)} of {number(all_)}…"


def making(name: str) -> str:
    """'Making garden.gif…'."""
    return f"Making {name}…"


def lapse_done(path: str, count: int) -> str:
    """What came of it."""
    return f"Wrote {path}: {counted(count, 'picture')}."


def not_written(path: str, why: str) -> str:
    """The disk refused; no half-written file is left."""
    return (
        f"The time-lapse could not be written to {path}: {why or 'the disk refused'}. Nothing was kept of it."
    )


def ending_wanted() -> str:
    """Another kind of file was named."""
    return "The file must end in .gif, .webp or .png (an animated PNG)."
