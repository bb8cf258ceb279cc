"""What the list of contacts says: headings, cells, a row in one sentence, and what stands there when nobody matches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gardener.domain.contact import Contact
from gardener.domain.growth import Growth
from gardener.domain.loops import LoopKind
from gardener.words import beds, growth
from gardener.words.dates import ago, counted, days, number, short_day

HEADINGS = (
    "Name",
    "Condition",
    "Bed",
    "Last contact",
    "Next",
    "Vitality",
    "Roots",
    "Moisture",
    "Organisation",
    "Tags",
)
OWED = {
    LoopKind.REPLY: "reply owed",
    LoopKind.THANKS: "thanks owed",
    LoopKind.PROMISE: "promise open",
    LoopKind.PLAN: "plan come due",
    LoopKind.INTRODUCTION: "ask how it went",
    LoopKind.OPT_IN: "second yes to an introduction",
    LoopKind.TELL: "tell what came of it",
    LoopKind.APPLICATION: "no word on an application",
}
TURNS = {"dry": "dry again", "thirsty": "gets thirsty", "withers": "would wither", "wakes": "rest ends"}
"""What the days ahead bring of themselves; a plan has words of its own."""

ACCESSIBLE_NAME = "All contacts"
ACCESSIBLE_LINE = (
    "One row for each contact. The arrows go from row to row and from cell to cell, Enter opens the contact, "
    "the menu key offers every deed."
)
HEADINGS_NAME = "Headings: press one to sort"
NOTHING = "–"
SEPARATOR = " · "
NEVER = "never"
LEFT_ALONE = "left alone"
LEFT_ALONE_WHOLE = "asked not to be contacted"
SORT = "Sort by"
TURNED = "The other way round"
SHOW_EVERYBODY = "Show everybody"
NOBODY_LINE = "A few letters of a name, a firm or a tag will do; stage:growing and is:thirsty narrow it too."


def nobody(query: str) -> str:
    """The title of the list when nobody matches."""
    return f"Nobody matches “{query}”"


def count(shown: int, every: int, query: str) -> str:
    """'30 people', '2 of 30 people match “jones”'."""
    people = counted(every, "person", "people")
    return f"{number(shown)} of {people} match “{query}”" if query else people


def sorted_by(heading: str) -> str:
    """The words on the button that sorts."""
    return f"Sorted by {heading.lower()}"


def roots(grown: Growth) -> str:
    """How long the tie survives without a sign, or nothing before the first."""
    return days(grown.roots_days) if grown.vitality is not None else NOTHING


def vitality(grown: Growth) -> str:
    """'82', of a hundred, or nothing before the first sign."""
    return f"{round(100 * grown.vitality)}" if grown.vitality is not None else NOTHING


def moisture(grown: Growth) -> str:
    """'2 of 3', or nothing when nothing is unanswered."""
    return f"{grown.moisture} of {grown.capacity}" if grown.moisture else NOTHING


def last_contact(grown: Growth, day: date) -> str:
    """'18 days ago'."""
    return ago(grown.last_contact, day) if grown.last_contact else NEVER


def next_day(on: date, day: date) -> str:
    """'tomorrow', 'Thu 3 Dec'."""
    return ago(on, day) if 0 <= (on - day).days < 2 else short_day(on, today=day)


def owed(kinds: Iterable[LoopKind]) -> str:
    """'thanks owed, plan come due'."""
    return ", ".join(OWED[kind] for kind in kinds)


def sentence(contact: Contact, grown: Growth, kinds: Iterable[LoopKind], ahead: str, day: date) -> str:
    """A row in one breath: 'Jane Miller, Flowering, healthy, last sign 18 days ago, thanks owed'."""
    condition = beds.CONDITIONS[grown.condition]
    reason = growth.reason(grown, day)
    parts = (
        contact.name,
        beds.NAMES[contact.stage_on(day)],
        condition,
        reason if not reason.startswith(condition) else "",
        LEFT_ALONE_WHOLE if contact.left_alone else "",
        owed(kinds),
        ahead,
    )
    return ", ".join(part for part in parts if part)
