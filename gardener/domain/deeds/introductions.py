"""Introductions: who led to whom, asked and agreed to on both sides, what became of it, and that the introducer heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.contact import Contact
from gardener.domain.deeds.contacts import add
from gardener.domain.deeds.typed import wrong_with
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.loops import something_came
from gardener.domain.text import NOTE_LIMIT, clean_text


def introduce(garden: Garden, draft: Introduction, *, today: date, new: Contact | None = None) -> Answer:
    """Records an introduction; `draft.id` must be new.

    With `new` (whose id is `draft.to`) the one introduced is planted with it, as a seed led to by the introducer. Of
    somebody known already it is noted who led to them if nobody is yet. Refusals: `gone`, `self`, `future` (an
    introduction has happened or been asked for; so have its yeses), `past` for a yes or an outcome before it, and
    what cannot be kept.
    """
    changes: list[Change] = []
    if new is not None:
        planted = add(garden, replace(new, introduced_by=draft.by))
        if not isinstance(planted, Changeset):
            return planted
        changes += planted.changes
    clean = _checked(garden, draft, today, coming=new)
    if isinstance(clean, Refusal):
        return clean
    clean = _settled(None, clean, today)
    if new is None:
        changes += _led(garden, clean)
    return Changeset(_what("introduce", garden, clean, new), (*changes, Change(None, clean)))


def edit_introduction(garden: Garden, after: Introduction, *, today: date) -> Answer:
    """Changes what is known of an introduction (same id); an outcome that comes to be known takes today as its day."""
    before = garden.introductions.get(after.id)
    if before is None:
        return Refusal("unknown-introduction", {"id": after.id})
    clean = _checked(garden, after, today)
    if isinstance(clean, Refusal):
        return clean
    clean = _settled(before, clean, today)
    changes: list[Change] = []
    if (before.by, before.to) != (clean.by, clean.to):
        changes += _unled(garden, before)
    changes += [Change(before, clean)] if clean != before else []
    if (before.by, before.to, before.outcome) != (clean.by, clean.to, clean.outcome):
        changes += _led(garden, clean, changes)
    return Changeset(_what("edit-introduction", garden, clean), tuple(changes))


def remove_introduction(garden: Garden, id_: str) -> Answer:
    """Takes an introduction away, and with it who led to the contact, where that was known from it alone."""
    before = garden.introductions.get(id_)
    if before is None:
        return Refusal("unknown-introduction", {"id": id_})
    return Changeset(
        _what("remove-introduction", garden, before), (Change(before, None), *_unled(garden, before))
    )


def told_by(garden: Garden, interaction: Interaction) -> Iterator[Change]:
    """The introductions whose introducers hear by a word of mine to them what came of them."""
    if interaction.direction is Direction.INCOMING:
        return
    for one in garden.introductions.values():
        if one.by in interaction.participants:
            came = something_came(garden, one, interaction.day)
            if came is not None and (one.told is None or one.told < came):
                yield Change(one, replace(one, told=interaction.day))


def _checked(
    garden: Garden, draft: Introduction, today: date, *, coming: Contact | None = None
) -> Introduction | Refusal:
    there = {coming.id} if coming is not None else set()
    for contact in (draft.by, draft.to):
        if contact not in there and garden.contact(contact) is None:
            return Refusal("gone", {"name": contact})
    if draft.by == draft.to:
        contact_ = garden.contact(draft.by)
        return Refusal("self", {"name": contact_.name if contact_ else ""})
    dated = [draft.day, *(day for day in _days(draft) if day is not None)]
    if (latest := max(dated)) > today:
        return Refusal("future", {"date": latest.isoformat()})
    known = [day for day in (draft.settled, draft.told) if day is not None]
    if known and min(known) < draft.day:
        return Refusal("past", {"date": min(known).isoformat()})
    if problem := wrong_with("note", draft.note, NOTE_LIMIT):
        return problem
    return replace(draft, note=clean_text(draft.note))


def _days(draft: Introduction) -> tuple[date | None, ...]:
    return draft.by_agreed, draft.to_agreed, draft.settled, draft.told


def _settled(before: Introduction | None, after: Introduction, today: date) -> Introduction:
    """`after` with the day on which its outcome was known: today when it is new, none while it is pending."""
    if after.outcome is Outcome.PENDING:
        return replace(after, settled=None)
    if before is not None and before.outcome is after.outcome and before.settled == after.settled:
        return after
    if before is not None and before.settled != after.settled and after.settled is not None:
        return after
    return after if before is None and after.settled is not None else replace(after, settled=today)


def _led(garden: Garden, introduction: Introduction, before: list[Change] | None = None) -> Iterator[Change]:
    """Notes at the contact who led to them, where nobody is noted yet."""
    if introduction.outcome is Outcome.DECLINED:
        return
    now = next(
        (c.after for c in before or () if isinstance(c.after, Contact) and c.after.id == introduction.to),
        garden.contact(introduction.to),
    )
    if now is not None and now.introduced_by is None and not _is_above(garden, introduction):
        yield Change(now, replace(now, introduced_by=introduction.by))


def _is_above(garden: Garden, introduction: Introduction) -> bool:
    """Whether the one introduced led to the introducer: then the introducer led to nobody new."""
    here, seen = introduction.by, set()
    while here not in seen:
        seen.add(here)
        contact = garden.contact(here)
        if contact is None or contact.introduced_by is None:
            return False
        if contact.introduced_by == introduction.to:
            return True
        here = contact.introduced_by
    return False


def _unled(garden: Garden, introduction: Introduction) -> Iterator[Change]:
    """Takes back who led to the contact, unless another introduction of the same pair says so too."""
    contact = garden.contact(introduction.to)
    others = (i for i in garden.introductions.values() if i.id != introduction.id)
    said = any((i.by, i.to) == (introduction.by, introduction.to) for i in others)
    if contact is not None and contact.introduced_by == introduction.by and not said:
        yield Change(contact, replace(contact, introduced_by=None))


def _what(code: str, garden: Garden, introduction: Introduction, new: Contact | None = None) -> What:
    by, to = garden.contact(introduction.by), new or garden.contact(introduction.to)
    facts: dict[str, str | int] = {"by": by.name if by else "", "name": to.name if to else ""}
    return What(code, facts, introduction.to)
