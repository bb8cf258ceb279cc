"""Who leads to an employer, in words."""

from __future__ import annotations

from gardener.domain.interaction import AskKind
from gardener.domain.ways import Wanted, Way
from gardener.words.dates import counted
from gardener.words.guards import ASKS
from gardener.words.names import in_sentence

THERE, OVER = "They are or were there", "They know somebody there"
NOBODY_WANTED = "No employer is on the list yet. “gardener way EMPLOYER --target” puts one there."
NOBODY_LEADS = "nobody leads there yet"
ADVICE = "Nobody yet. Whom you meet next may know somebody: say in your talks that you are curious about {employer}."


def nobody(employer: str) -> str:
    """The plain answer, and what to do."""
    return ADVICE.format(employer=in_sentence(employer))


def place(way: Way) -> str:
    """'at Meridian Freight', 'was at Meridian'."""
    return f"{'at' if way.now else 'was at'} {in_sentence(way.at)}"


def standing(way: Way) -> str:
    """'roots 112 days, 1 ask open'."""
    roots = f"roots {round(way.roots_days)} days" if way.roots_days else "no sign yet"
    return f"{roots}, {counted(way.open_asks, 'ask')} open" if way.open_asks else roots


def guard(way: Way) -> str:
    """What the ask guard says, as short as a line: what would hold now."""
    codes, ask = way.verdict.warnings, way.verdict.ask
    if "left-alone" in codes:
        return "asked not to be contacted"
    if "pace" in codes:
        return "let them be: something of yours is unanswered"
    if ask is None or ask.holds:
        return f"would bear {ASKS[ask.kind if ask else AskKind.ADVICE]}"
    if ask.heaviest is not None:
        return f"would bear {ASKS[ask.heaviest]}, not yet {ASKS[ask.kind]}"
    return "bears no ask now; learn about them first"


def wanted(one: Wanted) -> str:
    """'2 people lead there', or that nobody does."""
    return f"{counted(one.there, 'person leads', 'people lead')} there" if one.there else NOBODY_LEADS
