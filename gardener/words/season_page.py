"""What the season view says beside the figures themselves: titles, headings of tables, and how a chart is saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gardener.domain.introduction import Origin, Outcome
from gardener.domain.season.bearing import CameBy, OriginCount, Source
from gardener.domain.season.stages import Lesson, StageTime
from gardener.domain.stage import Ending, Stage
from gardener.words import beds
from gardener.words.dates import counted, days, number

NAME = "The season"
NUMBERS = "Numbers"
PICTURE = "Hide the numbers"
SAVE = "Save…"
SAVE_TITLE = "Save the chart"
PNG, SVG, CSV = "Picture (*.png)", "Drawing (*.svg)", "Numbers (*.csv)"
STILL_TO_COME = "Still to come"
EMPTY_TITLE = "The season has not begun"
EMPTY_LINE = (
    "Plant a few seeds, talk with one of them, and log it: the first leaf grows here. Ten to twenty talks lead to one "
    "interview, as a rule; nobody counts them for you but you."
)
FIRST_TALK = "The first talk is held. Everything here grows from talks like it."

PATH_TITLE = "From talks to offers"
STEPS = (
    ("conversation", "conversations"),
    ("interview", "interviews"),
    ("second interview", "second interviews"),
    ("offer", "offers"),
)
RATE_TITLE = "Talks for one interview"
RATE_UNIT = "talks"
RATE_HEADINGS = ("", "Conversations", "Interviews", "Estimate", "80 % range")
HERE = "This season"
USUAL = "usual: 10–20"
RATE_NOTE = (
    "The leaf holds the true rate in 80 of 100 searches like this one; the fruit is the estimate. It starts from one in "
    "fifteen and learns from every talk."
)
WEEKS_TITLE = "Week by week"
WEEK_HEADINGS = (
    "Week of",
    "Conversations",
    "Interviews",
    "Second interviews",
    "Offers",
    "Interviews sent cold",
    "Sent cold",
)
WEEK_FRUIT = ("an interview", "a second interview", "an offer")
AHEAD_TITLE = "To the next interview"
AHEAD_UNIT = "weeks"
AHEAD_HEADINGS = ("", "10 %", "50 %", "90 %")
AHEAD_TALKS, AHEAD_WEEKS = "Talks", "Weeks"
TIME_TITLE = "Time in each bed"
TIME_UNIT = "days"
TIME_HEADINGS = ("Bed", "Standing", "Moved on", "A quarter after", "Half after", "Three quarters after")
TIME_LINE = "How long plants stand before they move on; those still standing are counted too."
MOVES_TITLE = "Moves between beds"
MOVES_HEADINGS = ("From and to", "Plants")
NO_MOVES = "No plant has moved to another bed yet. A first talk makes a seedling of a seed."
ORIGINS_TITLE = "Introductions, offered and asked for"
ORIGIN_HEADINGS = ("", "Met", "Not met yet", "Declined", "Faded", "Share that met", "Interviews")
NO_ORIGINS = "Nobody has introduced you to anybody yet. What is offered unasked is even better."
WITHER_TITLE = "What withered, and why"
WITHER_HEADINGS = ("Why", "Plants")
NOTHING_WITHERED = "Nothing has withered."
SOURCES_TITLE = "Sources that bear"
SOURCE_HEADINGS = ("Source", "People", "Talked with", "Conversations", "Interviews")
COLD_TITLE = "A résumé is not a conversation"
COLD_UNIT = "for one interview"
COLD_HEADINGS = ("", "Tried", "Interviews", "Estimate", "80 % range")
THROUGH_PEOPLE, SENT_COLD = "Talks with people", "Applications sent cold"
NOTHING_COLD = "No application was sent cold. That is no loss."
COMPARED_TITLE = "Seasons beside each other"
COMPARED_HEADINGS = ("Season", "Conversations", "Interviews", "Offers", "Estimate", "80 % range")

ORIGINS = {Origin.OFFERED: "Offered", Origin.REQUESTED: "Asked for"}
OUTCOMES = {
    Outcome.MET: "met",
    Outcome.PENDING: "not met yet",
    Outcome.DECLINED: "declined",
    Outcome.FADED: "faded",
}
LESSONS = {
    Lesson.NEVER_WRITTEN: "Seeds never written to",
    Lesson.NEVER_ANSWERED: "Never answered",
    Lesson.ONE_TALK: "One talk, then quiet",
    Lesson.THEIR_WORD_WAITS: "Their word still waits for yours",
    Lesson.MY_WORD_WAITS: "Your last word was not answered",
    Lesson.GREW_QUIET: "Grew quiet",
}
NO_REASON = "Composted, no reason given"
WAYS = {
    CameBy.OFFERED: "Introduced, offered",
    CameBy.REQUESTED: "Introduced, asked for",
    CameBy.OWN: "By your own word",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def leaf_stands_for(talks: int) -> str:
    """Where there are more talks than leaves."""
    return f"Each leaf stands for {counted(talks, 'talk')}."


def month_of(monday: date, *, first: bool) -> str:
    """The month that begins in this week, or that of the first week shown; empty in the others. January has its year."""
    if not first and monday.day > 7:
        return ""
    return (
        f"{_MONTHS[monday.month - 1]} {monday.year}"
        if monday.month == 1 or first
        else _MONTHS[monday.month - 1]
    )


def whole(value: float) -> str:
    """A figure that is not known more closely than in whole numbers."""
    return number(round(value))


def from_to(low: float, high: float) -> str:
    """'9 to 26'."""
    return f"{whole(low)} to {whole(high)}"


def share(value: float) -> str:
    """A count that may be a part of one: '1', '1.5', '0.33'."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text or "0"


def tries(range_text: str, tried: int, one: str, came: int) -> str:
    """'9 to 26; 14 talks, 1 interview'."""
    return f"{range_text} · {counted(tried, one)}, {counted(came, 'interview')}"


def week_line(talks: int, weeks: int) -> str:
    """'69 talks in 37 weeks, 1.9 a week.'"""
    if not talks:
        return "No talk yet. Each one will stand here as a blade of grass, in its week."
    return f"{counted(talks, 'talk')} in {counted(weeks, 'week')}, {talks / max(1, weeks):.1f} a week."


def standing(time: StageTime) -> str:
    """'half move on after 12 days · 5 stand here, 8 moved on'."""
    here = f"{number(time.standing)} {'stands' if time.standing == 1 else 'stand'} here, {number(time.left)} moved on"
    if time.half is None:
        return here
    return f"half move on after {days(time.half)} · {here}"


def after(value: int | None) -> str:
    """Days in a table; a dash where so many have not moved on yet."""
    return "–" if value is None else counted(value, "day")


def move(source: Stage, target: Stage) -> str:
    """'Seeds → Seedlings'."""
    return f"{beds.NAMES[source]} → {beds.NAMES[target]}"


def moves_line(moved: int) -> str:
    """How many moved at all."""
    return f"{counted(moved, 'move')} between beds." if moved else NO_MOVES


def origins_line(offered: int, requested: int) -> str:
    """'12 offered unasked, 5 asked for.'"""
    if not offered and not requested:
        return NO_ORIGINS
    return f"{number(offered)} offered unasked, {number(requested)} asked for."


def origin_said(one: OriginCount) -> str:
    """'9 of 12 met · 1.5 interviews'."""
    every = sum(one.outcomes.values())
    said = f"{number(one.outcomes[Outcome.MET])} of {number(every)} met" if every else "none"
    if one.interviews:
        said += f" · {share(one.interviews)} {'interview' if one.interviews == 1 else 'interviews'}"
    return said


def percent(low: float, high: float) -> str:
    """A range of shares: '60 to 85 %'."""
    return f"{100 * low:.0f} to {100 * high:.0f} %"


def wither_line(composted: int, withered: int) -> str:
    """Without blame, and with the way on."""
    if not composted and not withered:
        return NOTHING_WITHERED
    said = " and ".join(
        part
        for part in (
            f"{number(composted)} went to the compost" if composted else "",
            f"{number(withered)} {'stands' if withered == 1 else 'stand'} withered" if withered else "",
        )
        if part
    )
    return f"{said[:1].upper()}{said[1:]}, in the nature of things. Compost can be re-sown."


def reason(ending: Ending | None) -> str:
    """Why somebody was composted."""
    return NO_REASON if ending is None else f"Composted: {beds.ENDINGS[ending].lower()}"


def source_name(source: Source) -> str:
    """A way, or a tag as it was written."""
    return source.name if source.is_tag else WAYS[CameBy(source.name)]


def source_said(source: Source) -> str:
    """'12 people, 30 talks, 1 interview'."""
    parts = [counted(source.people, "person", "people"), counted(source.conversations, "talk")]
    if source.interviews:
        parts.append(f"{share(source.interviews)} {'interview' if source.interviews == 1 else 'interviews'}")
    return ", ".join(parts)


def sources_line(best: Source | None) -> str:
    """Which source bore most."""
    if best is None:
        return "Where people came from, and what came of them. Tags count too."
    said = f"{share(best.interviews)} {'interview' if best.interviews == 1 else 'interviews'}"
    return f"Most came of “{source_name(best)}”: {said} from {counted(best.people, 'person', 'people')}."


def legend(roles: Mapping[Outcome, str]) -> tuple[tuple[str, str], ...]:
    """Roles of colours with the names of outcomes."""
    return tuple((role, OUTCOMES[outcome]) for outcome, role in roles.items())


def saved(name: str) -> str:
    """A chart is on disk."""
    return f"Saved as {name}."


def not_saved(name: str, why: str) -> str:
    """The disk refused."""
    return f"“{name}” could not be written: {why}."
