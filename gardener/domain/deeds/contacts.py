"""Adding, editing and removing a contact, and the quick notes about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.deeds.typed import bad_email, checked, wrong_with
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.records import Source
from gardener.domain.stage import Stage
from gardener.domain.text import NOTE_LIMIT, fold


def free_place(garden: Garden, stage: Stage) -> int:
    """The first free cell of a bed, counted from 0."""
    taken = {p.contact.place for p in garden.plants.values() if p.contact.stage is stage}
    return next(place for place in range(len(taken) + 1) if place not in taken)


def add(garden: Garden, contact: Contact) -> Answer:
    """Plants a new contact, in the first free cell of its bed. `contact.id` must be new."""
    clean = checked(contact)
    if isinstance(clean, Refusal):
        return clean
    if problem := bad_email(clean.emails):
        return problem
    if clean.met is not None and clean.met > clean.created:
        return Refusal("future", {"date": clean.met.isoformat()})
    planted = replace(clean, place=free_place(garden, clean.stage))
    what = What("add", {"name": planted.name, "stage": str(planted.stage)}, planted.id)
    return Changeset(what, (Change(None, planted),))


def edit(garden: Garden, contact: Contact, *, code: str = "edit") -> Answer:
    """Replaces what is known of a contact by `contact` (same id); its bed, moves and marks stay as they are."""
    before = garden.contact(contact.id)
    if before is None:
        return Refusal("gone", {"name": contact.name})
    clean = checked(contact)
    if isinstance(clean, Refusal):
        return clean
    if problem := bad_email(tuple(e for e in clean.emails if e not in before.emails)):
        return problem
    after = replace(
        clean,
        created=before.created,
        planted=before.planted,
        moves=before.moves,
        resting=before.resting,
        rested=before.rested,
        left_alone=before.left_alone,
        place=before.place,
    )
    changes = (Change(before, after),) if after != before else ()
    return Changeset(What(code, {"name": after.name}, after.id), changes)


def choose_species(garden: Garden, contact: str, species: str) -> Answer:
    """Gives a contact another plant; the empty id: the one that fell to them."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    return edit(garden, replace(before, species=species), code="species")


def edited_list(old: tuple[str, ...], given: Sequence[str]) -> tuple[str, ...]:
    """A list as the command line edits it: plain items replace, `+X` adds, `-X` takes away (case and accents folded)."""
    plain = [item for item in given if item[:1] not in ("+", "-")]
    away = {fold(item[1:]) for item in given if item.startswith("-")}
    kept = plain if plain else [item for item in old if fold(item) not in away]
    return (*kept, *(item[1:] for item in given if item.startswith("+")))


def add_note(garden: Garden, contact: str, text: str, *, today: date) -> Answer:
    """Adds a dated line to the notes: something to remember that is no interaction."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    if not text.strip():
        return Refusal("empty-note")
    if problem := wrong_with("note", text, NOTE_LIMIT):
        return problem
    notes = f"{before.notes}\n{today.isoformat()} {text.strip()}".strip()
    return edit(garden, replace(before, notes=notes), code="note")


def add_common(
    garden: Garden, contact: str, *, theirs: Sequence[str] = (), mine: Sequence[str] = ()
) -> Answer:
    """Adds to the common ground: what I know of them, what they know of me; `-X` takes a line away."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    common = CommonGround(_more(before.common.theirs, theirs), _more(before.common.mine, mine))
    return edit(garden, replace(before, common=common), code="common")


def _more(old: tuple[str, ...], given: Sequence[str]) -> tuple[str, ...]:
    return edited_list(old, [item if item[:1] in ("+", "-") else f"+{item}" for item in given])


def remove(
    garden: Garden, contact: str, *, history: Sequence[Interaction], sources: Sequence[Source]
) -> Answer:
    """Takes a contact away with everything that is theirs alone; undo gives all of it back.

    `history` holds the contact's interactions, `sources` what other programs said of them. Interactions with others
    stay, without this participant.
    """
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    changes: list[Change] = [Change(source, None) for source in sources]
    for interaction in history:
        others = tuple(p for p in interaction.participants if p != contact)
        changes.append(Change(interaction, replace(interaction, participants=others) if others else None))
    changes += [Change(plan, None) for plan in garden.plans.values() if plan.contact == contact]
    changes += [Change(i, None) for i in garden.introductions.values() if contact in (i.by, i.to)]
    for opportunity in garden.opportunities.values():
        if contact in opportunity.thanks_to:
            owed = tuple(c for c in opportunity.thanks_to if c != contact)
            changes.append(Change(opportunity, replace(opportunity, thanks_to=owed)))
    for plant in garden.plants.values():
        if plant.contact.introduced_by == contact and plant.contact.id != contact:
            changes.append(Change(plant.contact, replace(plant.contact, introduced_by=None)))
    what = What("remove", {"name": before.name, "interactions": len(history)}, contact)
    return Changeset(what, (*changes, Change(before, None)))
