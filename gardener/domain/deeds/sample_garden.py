"""Leaving the sample garden: the invented people go, and with them all that is theirs; one's own contacts stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gardener.domain.changes import Change, Changeset, Refusal, What
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.people import sample_id
from gardener.domain.records import SAMPLE, Source

_OPPORTUNITIES = 10
"""No sample brings more opportunities than that."""
_SEASONS = 4
"""Nor more seasons."""


def sample_contacts(garden: Garden) -> frozenset[str]:
    """The ids of the invented people who are still there; empty in a garden that is no sample."""
    if not garden.is_sample:
        return frozenset()
    contacts, seed = _which(garden)
    invented = {sample_id(seed, "contact", number) for number in range(contacts)}
    return frozenset(garden.plants.keys() & invented)


def leave_sample(
    garden: Garden,
    *,
    histories: Mapping[str, Sequence[Interaction]],
    sources: Mapping[str, Sequence[Source]],
) -> Changeset | Refusal:
    """Takes the sample away as one deed; `no-sample` when there is none.

    `histories` and `sources` are those of `sample_contacts`. What was logged with one of one's own people too stays with
    them. When nobody of one's own is there, the check-ins and dismissals made in the sample go as well.
    """
    if not garden.is_sample:
        return Refusal("no-sample")
    gone = sample_contacts(garden)
    kept = len(garden.plants) - len(gone)
    changes = [Change(source, None) for own in sources.values() for source in own if source.contact in gone]
    changes += _interactions(gone, histories)
    changes += _belongings(garden, gone)
    if not kept:
        changes += [Change(dismissal, None) for dismissal in garden.dismissals.values()]
        changes += [Change(check_in, None) for check_in in garden.checkins.values()]
    changes += [Change(garden.plants[id_].contact, None) for id_ in sorted(gone)]
    changes.append(Change(garden.choices[SAMPLE], None))
    return Changeset(What("leave-sample", {"contacts": len(gone), "kept": kept}), tuple(changes))


def _which(garden: Garden) -> tuple[int, int]:
    """How many contacts the sample had, and its seed."""
    contacts, _, seed = garden.choices[SAMPLE].value.partition(":")
    return (int(contacts), int(seed)) if contacts.isdecimal() and seed.isdecimal() else (0, 0)


def _interactions(gone: frozenset[str], histories: Mapping[str, Sequence[Interaction]]) -> list[Change]:
    every = {one.id: one for history in histories.values() for one in history}
    changes = []
    for one in every.values():
        others = tuple(contact for contact in one.participants if contact not in gone)
        changes.append(Change(one, replace(one, participants=others) if others else None))
    return changes


def _belongings(garden: Garden, gone: frozenset[str]) -> list[Change]:
    """Plans and introductions of the people who go, the sample's own records, and every mention of them elsewhere."""
    _, seed = _which(garden)
    invented = {sample_id(seed, "opportunity", number) for number in range(_OPPORTUNITIES)}
    seasons = {sample_id(seed, "season", number) for number in range(_SEASONS)}
    changes = [Change(plan, None) for plan in garden.plans.values() if plan.contact in gone]
    changes += [Change(season, None) for season in garden.seasons.values() if season.id in seasons]
    changes += [Change(i, None) for i in garden.introductions.values() if {i.by, i.to} & gone]
    for opportunity in garden.opportunities.values():
        owed = tuple(contact for contact in opportunity.thanks_to if contact not in gone)
        if opportunity.id in invented:
            changes.append(Change(opportunity, None))
        elif owed != opportunity.thanks_to:
            changes.append(Change(opportunity, replace(opportunity, thanks_to=owed)))
    for id_, plant in garden.plants.items():
        if id_ not in gone and plant.contact.introduced_by in gone:
            changes.append(Change(plant.contact, replace(plant.contact, introduced_by=None)))
    return changes
