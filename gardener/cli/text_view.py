"""The garden's values as lines for people."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from gardener.cli.ids import ID_SHOWN
from gardener.cli.output import table, width
from gardener.domain.checkin import Round, Row, Week
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import Growth, sigmoid
from gardener.domain.guards import Verdict
from gardener.domain.loops import Loop
from gardener.domain.plan import Plan
from gardener.domain.standing import Standing
from gardener.domain.sums import Sum
from gardener.domain.text import fold
from gardener.domain.why import Arithmetic, Outlook, Step
from gardener.words import beds, chances, growth, guards, review, why, window
from gardener.words import looking as words
from gardener.words.dates import short_day

HISTORY_SHOWN = 12
"""Lines of history shown, unless all are asked for."""


def names(contacts: Iterable[Contact]) -> str:
    """'Jane Miller, Tom Park and Ana Silva'."""
    told = [contact.name for contact in contacts]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else ""


def wrapped(text: str, *, indent: int = 2) -> list[str]:
    """A text in lines as wide as the terminal, its own line breaks kept."""
    space = " " * indent
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph, width(), initial_indent=space, subsequent_indent=space) or [""]
    return lines


def headed(title: str, lines: Sequence[str]) -> list[str]:
    """A paragraph under a heading; nothing when there are no lines."""
    return ["", title, *lines] if lines else []


def contact_table(plants: Iterable[Plant], garden: Garden, day: date) -> list[str]:
    """Contacts, a line each: name, bed, condition, why, and where they work."""
    climate = garden.climate(day)
    apart = _told_apart(plant.contact for plant in garden.plants.values())
    rows = []
    for plant in plants:
        contact, grown = plant.contact, garden.growth(plant.contact.id, day, climate)
        mark = words.LEFT_ALONE if contact.left_alone else beds.CONDITIONS[grown.condition]
        bed = beds.NAMES[contact.stage_on(day)]
        who = (window.role(contact.title, contact.org), apart.get(contact.id, ""))
        about = " · ".join(part for part in who if part)
        rows.append((contact.name, bed, mark, growth.reason(grown, day), about))
    return table(rows)


def _told_apart(contacts: Iterable[Contact]) -> Mapping[str, str]:
    """By id what tells contacts of one name apart where their work does not: an address of theirs alone, else their id."""
    named: dict[str, list[Contact]] = {}
    for contact in contacts:
        named.setdefault(fold(contact.name), []).append(contact)
    apart = {}
    for alike in named.values():
        if len(alike) > 1:
            works = Counter(_work(one) for one in alike)
            mails = Counter(mail for one in alike for mail in {fold(mail) for mail in one.emails})
            for one in alike:
                if not _work(one) or works[_work(one)] > 1:
                    own = (mail for mail in one.emails if mails[fold(mail)] == 1)
                    apart[one.id] = next(own, one.id[:ID_SHOWN])
    return apart


def _work(contact: Contact) -> str:
    return fold(window.role(contact.title, contact.org))


def contact_lines(contact: Contact, day: date, name_of: Callable[[str], str]) -> list[str]:
    """Who a contact is."""
    marks = [beds.NAMES[contact.stage_on(day)]]
    if contact.left_alone:
        marks.append(words.LEFT_ALONE)
    rest = contact.rest_on(day)
    if rest is not None:
        marks.append(words.resting(rest, day))
    rows: list[tuple[str, str]] = []
    for label, values in (
        (words.EMAILS, contact.emails),
        (words.PHONES, contact.phones),
        (words.LINKS, contact.urls),
        (words.ADDRESSES, contact.addresses),
    ):
        rows += [(label if at == 0 else "", value) for at, value in enumerate(values)]
    for label, value in (
        (words.FORMER, ", ".join(contact.former)),
        (words.NICKNAMES, ", ".join(contact.nicknames)),
        (words.TAGS, ", ".join(contact.tags)),
        (words.BIRTHDAY, contact.birthday),
        (words.MET, short_day(contact.met, today=day) if contact.met else ""),
        (words.INTRODUCED_BY, name_of(contact.introduced_by) if contact.introduced_by else ""),
        (words.PLANTED, short_day(contact.created, today=day)),
        (words.ID, contact.id),
    ):
        if value:
            rows.append((label, value))
    head = " · ".join(part for part in (contact.name, window.role(contact.title, contact.org)) if part)
    lines = [head, " · ".join(marks), "", *table(rows, indent=2)]
    ground = [(words.THEIRS, line) for line in contact.common.theirs]
    ground += [(words.MINE, line) for line in contact.common.mine]
    lines += headed(words.COMMON, table(ground, indent=2))
    return lines + headed(words.NOTES, wrapped(contact.notes) if contact.notes else [])


def growth_lines(grown: Growth, day: date, beside: Standing | None, likely: Sum) -> list[str]:
    """The three quantities, a sentence each, and the forecast, if there is one."""
    rows = [
        (words.VITALITY, growth.vitality(grown, day, beside)),
        (words.ROOTS, growth.roots(grown)),
        (words.MOISTURE, growth.moisture(grown, day)),
    ]
    if isinstance(likely.value, float):
        rows.append((words.FORECAST, f"{growth.FORECAST}: {chances.told(sigmoid(likely.value))}."))
    return headed(words.growth_title(grown, day), table(rows, indent=2))


def guard_lines(name: str, verdict: Verdict, day: date) -> list[str]:
    """The guards' word with its reasons."""
    return [guards.headline(name, verdict, day), *(f"  {line}" for line in guards.details(verdict, day))]


def history_lines(steps: Sequence[Step], *, full: bool, name_of: Callable[[str], str], own: str) -> list[str]:
    """The history of a contact, newest first, with what each interaction added."""
    shown = steps[::-1] if full else steps[: -HISTORY_SHOWN - 1 : -1]
    rows = []
    for step in shown:
        one = step.interaction
        others = [name_of(id_) for id_ in one.participants if id_ != own]
        said = " · ".join(
            part for part in (window.happened(one), words.among(others), window.carried(one)) if part
        )
        rows.append((one.id[:ID_SHOWN], words.when(one), words.added(step), said))
    lines = table(rows, indent=2)
    if len(shown) < len(steps):
        lines.append(f"  {words.earlier(len(steps) - len(shown))}")
    return headed(words.HISTORY, lines)


def why_lines(
    reckoned: Arithmetic, sums: Iterable[Sum], outlooks: Iterable[Outlook], day: date, *, full: bool
) -> list[str]:
    """The arithmetic behind the numbers, what each is made of when all is asked for, and what would change them."""
    lines = headed(words.WHY, [f"  {line}" for line in words.arithmetic(reckoned, full=full)])
    for told in sums if full else ():
        if told.value is not None:
            rows = [(why.part(one, told), why.adds(one, told)) for one in told.parts]
            begun = [(why.start(told, day), "")] if told.start is not None else []
            lines += headed(
                f"{why.NAMES[told.name]}: {why.value(told, day)}", table([*begun, *rows], indent=2)
            )
    changes = [(why.when(one, day), why.effect(one, day)) for one in outlooks]
    return lines + headed(why.CHANGES, table(changes, indent=2))


def loop_lines(
    loops: Iterable[Loop],
    day: date,
    name_of: Callable[[str], str] | None = None,
    *,
    ids: Mapping[str, str],
) -> list[str]:
    """Open loops, a line each, `ids` as they are shown; with the name unless they are all of one contact."""
    rows = []
    for loop in loops:
        who = (name_of(loop.contact) if loop.contact else "",) if name_of else ()
        since = words.since(loop.since, loop.due, loop.text, day)
        rows.append((ids[loop.id], window.LOOPS[loop.kind], *who, since))
    return table(rows, indent=2)


def plan_lines(
    plans: Iterable[Plan],
    day: date,
    name_of: Callable[[str], str] | None = None,
    *,
    ids: Mapping[str, str],
) -> list[str]:
    """Plans, a line each, `ids` as they are shown; with the name unless they are all of one contact."""
    rows = []
    for plan in plans:
        who = (name_of(plan.contact),) if name_of else ()
        rows.append((ids[plan.id], short_day(plan.day, today=day), *who, plan.text))
    return table(rows, indent=2)


def round_lines(round_: Round, name_of: Callable[[str], str], *, ids: Mapping[str, str]) -> list[str]:
    """Today's round; `ids` of plans and open loops as they are shown."""
    day = round_.day
    lines = [words.round_title(round_)]
    lines += headed(window.withered_heading(round_.since, day), _rows(round_.withered, day))
    lines += headed(words.THIRSTY, _rows(round_.thirsty, day))
    lines += headed(words.LET_BE, _let_be(round_.let_be, day))
    plans = {loop.id.removeprefix("plan:") for loop in round_.open_loops if loop.id.startswith("plan:")}
    lines += headed(words.OPEN, loop_lines(round_.open_loops, day, name_of, ids=ids))
    ahead = [plan for plan in round_.plans if plan.id not in plans]
    lines += headed(words.PLANS, plan_lines(ahead, day, name_of, ids=ids))
    if len(lines) == 1:
        lines += ["", words.NOTHING_TODAY]
    if round_.week is not None and round_.season is not None:
        lines += ["", *week_lines(round_.week, day, name_of), words.season(round_.season, day)]
    return lines


def week_lines(week: Week, day: date, name_of: Callable[[str], str]) -> list[str]:
    """The week in a line, and what is on in it."""
    rows = [
        (short_day(one.day, today=day), name_of(one.contact) if one.contact else "", review.on_day(one))
        for one in week.on
    ]
    return [words.week(week), *table(rows, indent=2)]


def _rows(rows: Iterable[Row], day: date) -> list[str]:
    return table(
        [
            (
                row.contact.name,
                window.role(row.contact.title, row.contact.org),
                growth.reason(row.growth, day),
            )
            for row in rows
        ],
        indent=2,
    )


def _let_be(rows: Iterable[Row], day: date) -> list[str]:
    return table(
        [
            (row.contact.name, window.role(row.contact.title, row.contact.org), words.wet(row.growth, day))
            for row in rows
        ],
        indent=2,
    )
