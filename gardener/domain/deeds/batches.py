"""Taking an import back, recording today's round, and the choices that belong to the garden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gardener.domain.changes import Change, Changeset, Named, Refusal, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.lookup import named
from gardener.domain.records import Batch, CheckIn, Choice, Source

CHOICES = {
    "patience": (0.25, 4.0),
    "seed-days": (14, 3650),
    "daily-measure": (0, 20),
    "sowing-measure": (0, 50),
    "weekly-measure": (0, 50),
}
"""The garden's own settings, each with the least and the greatest value."""
_BATCH_FIELDS = (
    "name", "org", "title", "birthday", "notes", "met", "introduced_by",
    "emails", "phones", "urls", "addresses", "nicknames", "tags", "former",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The deed that takes a batch back, and what it does: contacts removed, restored, and kept with the reason."""

    deed: Changeset
    removed: tuple[Named, ...]
    restored: tuple[Named, ...]
    kept: tuple[tuple[Named, str], ...]


def take_back(
    garden: Garden,
    batch: Batch,
    changes: Sequence[Change],
    *,
    today: date,
    sources: Mapping[str, Sequence[Source]],
    later: Mapping[str, str],
    histories: Mapping[str, Sequence[Interaction]],
) -> TakenBack | Refusal:
    """Takes back everything a batch brought that nobody has since touched.

    `changes` are the batch's own, `sources` the present ones of its contacts, `later` maps a contact to a later batch
    that changed it, `histories` the present interactions of its contacts.
    """
    if batch.taken_back is not None:
        return Refusal("already-taken-back", {"batch": batch.number, "date": batch.taken_back.isoformat()})
    undone: list[Change] = []
    removed, restored, kept = [], [], []
    brought = {c.after.id for c in changes if isinstance(c.after, Interaction)}
    bound = _bound(garden)
    for change in changes:
        if not isinstance(change.entity, Contact) or not isinstance(change.after, Contact):
            continue
        now = garden.contact(change.after.id)
        if now is None:
            continue
        if not isinstance(change.before, Contact):
            reason = _why_kept(now, change.after, bound, later, histories.get(now.id, ()), brought)
            if reason is not None:
                kept.append((named(now), reason))
                continue
            undone += [Change(source, None) for source in sources.get(now.id, ())]
            undone.append(Change(now, None))
            removed.append(named(now))
        else:
            after = _restored(now, change.before, change.after)
            if after != now:
                undone.append(Change(now, after))
                restored.append(named(after))
    gone = {named_.id for named_ in removed}
    undone = [*_records_back(changes, sources, gone, histories), *undone]
    undone.append(Change(batch, replace(batch, taken_back=today)))
    facts: dict[str, str | int] = {
        "batch": batch.number,
        "removed": len(removed),
        "restored": len(restored),
        "kept": len(kept),
    }
    return TakenBack(
        Changeset(What("take-back", facts), tuple(undone)), tuple(removed), tuple(restored), tuple(kept)
    )


def _bound(garden: Garden) -> dict[str, str]:
    """Whom plans, introductions and opportunities name, by id, with the reason to keep them: once for a whole batch."""
    owed = (id_ for o in garden.opportunities.values() for id_ in o.thanks_to)
    introduced = [id_ for i in garden.introductions.values() for id_ in (i.by, i.to)]
    introducers = (plant.contact.introduced_by for plant in garden.plants.values())
    return {
        **dict.fromkeys(owed, "owed"),
        **dict.fromkeys((id_ for id_ in (*introduced, *introducers) if id_), "introduced"),
        **{plan.contact: "planned" for plan in garden.plans.values()},
    }


def _why_kept(
    now: Contact,
    brought: Contact,
    bound: Mapping[str, str],
    later: Mapping[str, str],
    history: Sequence[Interaction],
    interactions: set[str],
) -> str | None:
    """`later-batch`, `spoken-to`, `planned`, `introduced`, `owed` or `edited`; null when nobody touched it since."""
    if now.id in later:
        return "later-batch"
    if any(i.id not in interactions for i in history):
        return "spoken-to"
    if now.id in bound:
        return bound[now.id]
    return None if replace(now, place=brought.place) == brought else "edited"


def _restored(now: Contact, before: Contact, after: Contact) -> Contact:
    """`now` with those fields as they were before, that the batch changed and nobody has changed since."""
    fields = {
        name: getattr(before, name)
        for name in _BATCH_FIELDS
        if getattr(after, name) != getattr(before, name) and getattr(now, name) == getattr(after, name)
    }
    return replace(now, **fields)


def _records_back(
    changes: Sequence[Change],
    sources: Mapping[str, Sequence[Source]],
    gone: set[str],
    histories: Mapping[str, Sequence[Interaction]],
) -> list[Change]:
    """Interactions that the batch brought and that are unchanged, and the sources it wrote at merged contacts."""
    present = {i.id: i for history in histories.values() for i in history}
    held = {s.id: s for own in sources.values() for s in own}
    back: list[Change] = []
    for change in changes:
        if isinstance(change.after, Interaction) and present.get(change.after.id) == change.after:
            back.append(Change(change.after, None))
        source = change.after
        if isinstance(source, Source) and held.get(source.id) == source and source.contact not in gone:
            back.append(change.inverse)
    return back


def done_for_today(garden: Garden, *, today: date) -> Changeset:
    """Records today's round as done; once a day, and again is no change."""
    check_in = CheckIn(today)
    changes = () if today.isoformat() in garden.checkins else (Change(None, check_in),)
    return Changeset(What("check-in", {"date": today.isoformat()}), changes)


def choose(garden: Garden, key: str, value: str, *, today: date) -> Changeset | Refusal:
    """Sets one of the garden's own choices from today on; an empty value goes back to what holds at first.

    Refusals: `unknown-choice`, `bad-choice`.
    """
    if key not in CHOICES:
        return Refusal("unknown-choice", {"key": key, "known": ", ".join(sorted(CHOICES))})
    least, most = CHOICES[key]
    try:
        number = type(least)(value) if value else None
    except ValueError:
        number = least - 1
    if number is not None and not least <= number <= most:
        return Refusal("bad-choice", {"key": key, "value": value, "least": str(least), "most": str(most)})
    after = Choice(key, "" if number is None else str(number), today)
    before = garden.choices.get(after.id)
    changes = (Change(before, after),) if garden.choice(key, today) != after.value else ()
    return Changeset(What("choose", {"key": key, "value": after.value}), changes)
