"""Today's list and the week in review, as lines for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from gardener.cli.output import table
from gardener.cli.text_view import headed, wrapped
from gardener.domain.agenda import Agenda
from gardener.domain.garden import Garden
from gardener.domain.items import Item, ItemKind
from gardener.domain.review import Review
from gardener.words import checkin, dates
from gardener.words import review as words

Names = Callable[[str], str]


def agenda_lines(list_: Agenda, name_of: Names, seen: Garden) -> list[str]:
    """What there is to look at, part by part, in the order in which it should be read."""
    if list_.winter is not None:
        return ["", checkin.winter(list_.winter, list_.day)]
    lines: list[str] = []
    for part, items in groupby(list_.items, key=lambda item: item.part):
        rows = [
            (checkin.title(item, name_of(item.contact) if item.contact else ""),
             checkin.line(item, list_.day, by=introducer(item, seen)))
            for item in items
        ]  # fmt: skip
        lines += headed(checkin.part_title(part, list_.since, list_.day), table(rows, indent=2))
    if list_.waiting:
        lines += ["", checkin.after(0, list_.waiting)]
    return lines


def introducer(item: Item, seen: Garden) -> str:
    """The name of who introduced somebody; empty for any other item."""
    if item.kind is not ItemKind.INTRODUCED:
        return ""
    intro = seen.introductions.get(item.id.removeprefix("introduced:"))
    contact = seen.contact(intro.by) if intro is not None else None
    return contact.name if contact is not None else ""


def review_lines(week: Review, day: date, name_of: Names) -> list[str]:
    """The week in review."""
    lines = [f"{words.TITLE} · {words.span(week.start, week.end)}", "", words.talks(week)]
    for title, names in (
        (words.PLANTED, _names(week.planted, name_of)),
        (words.WATERED, _names(week.watered, name_of)),
        (words.ANSWERED, _names(week.answered, name_of)),
        (words.FLOWERED, [words.bloom(name_of(one.contact), one.code) for one in week.flowered]),
        (words.COMPOSTED, [words.ended(name_of(one.contact), one.reason) for one in week.composted]),
    ):
        if names:
            lines += headed(f"{title} · {dates.number(len(names))}", wrapped(words.named(names)))
    if not (week.planted or week.watered or week.answered or week.flowered or week.composted):
        lines += ["", words.NOTHING]
    rows = [
        (dates.short_day(one.day, today=day), name_of(one.contact) if one.contact else "", words.on_day(one))
        for one in week.ahead
    ]
    lines += headed(words.AHEAD, table(rows, indent=2) if rows else [f"  {words.NOTHING_AHEAD}"])
    return lines + headed(
        words.THIRSTY, wrapped(words.named(_names(week.thirsty, name_of))) if week.thirsty else []
    )


def _names(ids: Sequence[str], name_of: Names) -> list[str]:
    return [name_of(id_) for id_ in ids]
