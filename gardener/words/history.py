"""What the history of deeds says: when a deed was done, what going back or forward would do, what a take-back leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from gardener.domain.changes import Named
from gardener.domain.records import Batch
from gardener.words.dates import counted, number, short_day
from gardener.words.refusals import kept

TITLE = "What was done"
NOW = "Now"
LIST = "Deeds, newest first"
NOTHING_DONE = (
    "Nothing was done in this garden yet. What you do stands here, and can be taken back at any time."
)
ORIGIN = "Before the first deed"
ORIGIN_LINE = "as the garden began"
UNDONE = "undone"
BATCH = "Import"
CHOOSE = "Choose a deed to go back to it. Nothing is lost: what was undone can be done again."
IS_NOW = "The garden is as it was after this deed."
CLOSE, CANCEL = "Close", "Cancel"
TAKE_BACK = "Take back…"
TAKE_BACK_NOW = "Take back"
MEANWHILE = "Another program changed the garden meanwhile; it stopped there."
NOTHING_STAYS = "Nobody stays: nobody it brought has been touched since."
STAYS, RESTORED, GOES = "Stays", "As before the import again", "Goes"


def when(at: datetime, today: date) -> str:
    """'Today 10:02', 'Yesterday 18:40', 'Thu 3 Dec 10:02'."""
    gap = (today - at.date()).days
    day = {0: "Today", 1: "Yesterday"}.get(gap) or short_day(at.date(), today=today)
    return f"{day} {at:%H:%M}"


def button(count: int, *, back: bool) -> str:
    """What pressing does: one deed, or several."""
    does = "Undo" if back else "Redo"
    return f"{does} to here" if count < 2 else f"{does} {number(count)} deeds, to here"


def would(count: int, nearest: str, *, back: bool) -> str:
    """What going there would do, in a sentence; `nearest` is the deed nearest to now."""
    does = "Undoes" if back else "Does again"
    if count < 2:
        return f"{does}: {nearest}"
    return f"{does} {number(count)} deeds, “{nearest}” first."


def confirm(count: int, *, back: bool) -> str:
    """The question before several deeds at once."""
    if back:
        return f"Undo {number(count)} deeds? They can be done again, until you do something new."
    return f"Do {number(count)} deeds again?"


def confirm_button(count: int, *, back: bool) -> str:
    """Yes."""
    return f"{'Undo' if back else 'Redo'} {number(count)} deeds"


def went(count: int, last: str, *, back: bool) -> str:
    """What was done in the end."""
    does = "Undone" if back else "Done again"
    return f"{does}: {last}" if count == 1 else f"{does}: {counted(count, 'deed')}"


def stopped(count: int, wanted: int, reason: str, *, back: bool) -> str:
    """When it could not go all the way."""
    does = "undone" if back else "done again"
    return f"{number(count)} of {counted(wanted, 'deed')} {does}. {reason}"


def batch_title(batch: Batch, today: date) -> str:
    """'Import 3 of Thu 3 Dec: people.vcf'."""
    files = ", ".join(batch.files[:2]) + (
        f" and {number(len(batch.files) - 2)} more" if len(batch.files) > 2 else ""
    )
    return f"{BATCH} {batch.number} of {short_day(batch.at.date(), today=today)}: {files}"


def taking_back(removed: int, restored: int, stay: int) -> str:
    """'28 contacts go, 2 become what they were before, 3 stay.'"""
    parts = [f"{counted(removed, 'contact goes', 'contacts go')}"]
    if restored:
        parts.append(f"{number(restored)} {'becomes' if restored == 1 else 'become'} what they were before")
    if stay:
        parts.append(f"{number(stay)} {'stays' if stay == 1 else 'stay'}")
    return f"{', '.join(parts)}. It can be undone like every deed."


def stays(contact: Named, reason: str) -> str:
    """'Jane Miller: you have been in touch since'."""
    return f"{contact.name}: {kept(reason)}"


def names(contacts: Sequence[Named], shown: int) -> str:
    """'Ada, Bo and 12 more'."""
    first = ", ".join(contact.name for contact in contacts[:shown])
    return f"{first} and {number(len(contacts) - shown)} more" if len(contacts) > shown else first
