"""Intentions and open loops: planning, doing, taking a plan away, closing a loop without a deed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.deeds.typed import wrong_with
from gardener.domain.garden import Garden
from gardener.domain.interaction import Direction, Interaction
from gardener.domain.loops import open_loops
from gardener.domain.plan import Dismissal, Plan, PlanKind
from gardener.domain.text import NAME_LIMIT, clean_line


def plan(garden: Garden, draft: Plan) -> Answer:
    """Plans something for a contact; the day may lie ahead, and may not lie before the plan itself."""
    return _kept(garden, None, draft)


def edit_plan(
    garden: Garden,
    id_: str,
    *,
    text: str | None = None,
    day: date | None = None,
    kind: PlanKind | None = None,
) -> Answer:
    """Changes the words, the day or the kind of a plan."""
    before = garden.plans.get(id_)
    if before is None:
        return Refusal("unknown-plan", {"id": id_})
    after = replace(before, text=text or before.text, day=day or before.day, kind=kind or before.kind)
    return _kept(garden, before, after)


def _kept(garden: Garden, before: Plan | None, draft: Plan) -> Answer:
    contact = garden.contact(draft.contact)
    if contact is None:
        return Refusal("gone", {"name": draft.contact})
    if problem := wrong_with("plan", draft.text, NAME_LIMIT):
        return problem
    after = replace(draft, text=clean_line(draft.text))
    if not after.text:
        return Refusal("empty-plan")
    if after.day < after.created:
        return Refusal("past", {"date": after.day.isoformat()})
    facts: dict[str, str | int] = {"name": contact.name, "text": after.text, "date": after.day.isoformat()}
    changes = (Change(before, after),) if before != after else ()
    return Changeset(What("plan" if before is None else "edit-plan", facts, contact.id), changes)


def plan_done(garden: Garden, id_: str, *, today: date) -> Answer:
    """Marks a plan as done today; again is no change."""
    before = garden.plans.get(id_)
    if before is None:
        return Refusal("unknown-plan", {"id": id_})
    changes = (Change(before, replace(before, done=today)),) if before.done is None else ()
    return Changeset(_what("plan-done", garden, before), changes)


def remove_plan(garden: Garden, id_: str) -> Answer:
    """Takes a plan away."""
    before = garden.plans.get(id_)
    if before is None:
        return Refusal("unknown-plan", {"id": id_})
    return Changeset(_what("remove-plan", garden, before), (Change(before, None),))


def dismiss(garden: Garden, loop: str, *, today: date, seen: Garden) -> Answer:
    """Closes an open loop without a deed; one of a plan takes the plan off the list. `seen` is the garden as of today."""
    found = next((open_ for open_ in open_loops(seen, today) if open_.id == loop), None)
    if found is None:
        return Refusal("unknown-loop", {"id": loop})
    contact = garden.contact(found.contact) if found.contact else None
    facts: dict[str, str | int] = {"name": contact.name if contact else found.text, "kind": str(found.kind)}
    return Changeset(What("dismiss", facts, found.contact), (Change(None, Dismissal(loop, today)),))


def done_by(garden: Garden, interaction: Interaction) -> Iterator[Change]:
    """The plans come due that an interaction does: a talk by a talk, a follow-up by any word of mine, thanks by thanks.

    A promise is kept only when the person says so.
    """
    mine = interaction.direction is not Direction.INCOMING
    for plan_ in garden.plans.values():
        if (
            plan_.done is not None
            or plan_.contact not in interaction.participants
            or plan_.day > interaction.day
        ):
            continue
        does = {
            PlanKind.TALK: interaction.direction is Direction.MUTUAL,
            PlanKind.FOLLOW_UP: mine,
            PlanKind.THANKS: interaction.thanks,
            PlanKind.PROMISE: False,
        }[plan_.kind]
        if does:
            yield Change(plan_, replace(plan_, done=interaction.day))


def _what(code: str, garden: Garden, plan_: Plan) -> What:
    contact = garden.contact(plan_.contact)
    facts: dict[str, str | int] = {"name": contact.name if contact else "", "text": plan_.text}
    return What(code, facts, plan_.contact)
