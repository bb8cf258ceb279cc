"""The deeds of the check-in alone: putting an item off or closing it, and the winter of the whole garden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.garden import Garden
from gardener.domain.plan import Dismissal
from gardener.domain.records import WINTER, Choice, Winter, WinterReason
from gardener.domain.thanking import thanks_for


def close_item(garden: Garden, item: str, *, contact: str | None, today: date, code: str = "seen") -> Answer:
    """Closes an item of today's list; again is no change. `code` is `seen`, or `let-be`, which says the same of a plant."""
    return _marked(garden, item, contact, today, code)


def put_off_item(garden: Garden, item: str, *, contact: str | None, today: date) -> Answer:
    """Puts an item of today's list off until the next day; again is no change."""
    return _marked(garden, f"{item}@{today.isoformat()}", contact, today, "tomorrow")


def also_closed(answer: Answer, items: Sequence[str], *, today: date) -> Answer:
    """A deed with the marks that close items of today's list with it, so that nothing takes their place today."""
    if not isinstance(answer, Changeset) or not answer.changes:
        return answer
    marks = tuple(Change(None, Dismissal(f"{item}@{today.isoformat()}", today)) for item in items)
    return replace(answer, changes=(*answer.changes, *marks))


def _marked(garden: Garden, mark: str, contact: str | None, today: date, code: str) -> Answer:
    found = garden.contact(contact) if contact is not None else None
    facts: dict[str, str | int] = {"name": found.name if found else ""}
    changes = () if mark in garden.dismissals else (Change(None, Dismissal(mark, today)),)
    return Changeset(What(code, facts, contact), changes)


def begin_winter(
    garden: Garden, *, today: date, reason: WinterReason = WinterReason.OTHER, until: date | None = None
) -> Answer:
    """Lets the whole garden rest from today on, through `until` or without an end."""
    if until is not None and until < today:
        return Refusal("past", {"date": until.isoformat()})
    facts: dict[str, str | int] = {"reason": str(reason), "until": until.isoformat() if until else ""}
    return _chosen(garden, Winter(today, reason, until).text, today, What("winter", facts))


def end_winter(garden: Garden, *, today: date) -> Answer:
    """Ends the rest of the whole garden; no change where it does not rest."""
    if garden.winter(today) is None:
        return Changeset(What("winter-over"), ())
    return _chosen(garden, "", today, What("winter-over"))


def plan_thanks(
    garden: Garden, people: Sequence[str], text: str, *, ids: Sequence[str], today: date
) -> Answer:
    """A plan of thanks for each of these, as one deed; `ids` are new, one for each."""
    there = tuple(contact for contact in people if garden.contact(contact) is not None)
    plans = thanks_for(there, text, ids=tuple(ids[: len(there)]), today=today)
    what = What("plan-thanks", {"count": len(plans)})
    return Changeset(what, tuple(Change(None, plan) for plan in plans))


def _chosen(garden: Garden, value: str, today: date, what: What) -> Changeset:
    after = Choice(WINTER, value, today)
    before = garden.choices.get(after.id)
    changes = (Change(before, after),) if garden.choice(WINTER, today) != value else ()
    return Changeset(what, changes)
