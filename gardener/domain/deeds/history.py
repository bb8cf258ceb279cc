"""Logging what has happened: where the guards speak before an outgoing touch of today is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from gardener.domain import guards
from gardener.domain.changes import Answer, Caution, Change, Changeset, Refusal, What
from gardener.domain.deeds.introductions import told_by
from gardener.domain.deeds.plans import done_by
from gardener.domain.deeds.typed import wrong_with
from gardener.domain.garden import Garden
from gardener.domain.interaction import MUTUAL_BY_NATURE, Direction, Interaction, Kind
from gardener.domain.text import NOTE_LIMIT, VALUE_LIMIT, clean_line, clean_text, distinct

LONGEST_MINUTES = 7 * 24 * 60
"""A week: an event may be long, a slip of the finger is longer."""


def default_direction(kind: Kind) -> Direction | None:
    """Mutual for a meeting, call, video or event; null where the direction must be named."""
    return Direction.MUTUAL if kind in MUTUAL_BY_NATURE else None


def log(
    garden: Garden,
    draft: Interaction,
    *,
    today: date,
    now: datetime | None,
    seen: Garden,
    anyway: bool = False,
) -> Answer:
    """Saves an interaction that has happened.

    `seen` is the garden as of `today`, `now` the local time when `today` is the real day (else null). When the draft
    is outgoing and of today, the guards speak first: a Caution holds the verdicts of all participants, unless
    `anyway`, and then what they warned of is remembered. An earlier date is a fact and is saved. Plans come due that
    the interaction does are done with it, and introducers who hear by it what came of theirs are marked as told.
    """
    clean = _checked(garden, draft, today, now)
    if isinstance(clean, Refusal):
        return clean
    if clean.direction is Direction.OUTGOING and clean.day == today:
        verdicts = consider(seen, clean, today=today)
        if any(verdict.warns for verdict in verdicts.values()):
            if not anyway:
                return Caution(verdicts)
            codes = sorted({code for verdict in verdicts.values() for code in verdict.warnings})
            clean = replace(clean, despite=tuple(codes))
    brought = (Change(None, clean), *done_by(garden, clean), *told_by(garden, clean))
    return Changeset(_what("log", garden, clean), brought)


def consider(seen: Garden, draft: Interaction, *, today: date) -> dict[str, guards.Verdict]:
    """What the guards say of `draft` as an outgoing touch of today, by contact id; `seen` is the garden as of today."""
    climate = seen.climate(today)
    ask = draft.ask.kind if draft.ask else None
    verdicts = {}
    for id_ in draft.participants:
        plant = seen.plants[id_]
        verdicts[id_] = guards.consider(
            plant.tie, today, climate=climate, left_alone=plant.contact.left_alone, ask=ask
        )
    return verdicts


def edit_log(
    garden: Garden, before: Interaction, after: Interaction, *, today: date, now: datetime | None = None
) -> Answer:
    """Corrects an interaction (same id). A correction states a fact: the guards are not asked."""
    clean = _checked(garden, replace(after, id=before.id, batch=before.batch), today, now)
    if isinstance(clean, Refusal):
        return clean
    changes = (Change(before, clean),) if clean != before else ()
    return Changeset(_what("edit-log", garden, clean), changes)


def remove_log(garden: Garden, before: Interaction) -> Answer:
    """Takes an interaction away; introductions that happened in it stay, without it."""
    loose = [
        Change(i, replace(i, interaction=None))
        for i in garden.introductions.values()
        if i.interaction == before.id
    ]
    return Changeset(_what("remove-log", garden, before), (*loose, Change(before, None)))


def _what(code: str, garden: Garden, interaction: Interaction) -> What:
    first = garden.contact(interaction.participants[0])
    facts: dict[str, str | int] = {
        "name": first.name if first else "",
        "others": len(interaction.participants) - 1,
        "kind": str(interaction.kind),
        "direction": str(interaction.direction),
        "date": interaction.day.isoformat(),
    }
    return What(code, facts, interaction.participants[0])


def _checked(garden: Garden, draft: Interaction, today: date, now: datetime | None) -> Interaction | Refusal:
    if not draft.participants:
        return Refusal("nobody")
    if len(set(draft.participants)) != len(draft.participants):
        draft = replace(draft, participants=tuple(dict.fromkeys(draft.participants)))
    for id_ in draft.participants:
        if garden.contact(id_) is None:
            return Refusal("gone", {"name": id_})
    if draft.day > today or (now is not None and draft.time is not None and draft.moment > now):
        return Refusal("future", {"date": draft.day.isoformat()})
    if draft.minutes is not None and not 0 < draft.minutes <= LONGEST_MINUTES:
        return Refusal("bad-minutes", {"minutes": draft.minutes, "limit": LONGEST_MINUTES})
    if problem := wrong_with("note", draft.note, NOTE_LIMIT):
        return problem
    if problem := next((p for give in draft.gives if (p := wrong_with("gives", give, VALUE_LIMIT))), None):
        return problem
    gives = distinct([clean_line(give) for give in draft.gives])
    return replace(draft, note=clean_text(draft.note), gives=gives)
