"""Moving a plant to another bed, and the marks: resting, left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.contact import Contact, StageMove
from gardener.domain.deeds.contacts import free_place
from gardener.domain.garden import Garden
from gardener.domain.stage import Ending, Stage


def move(
    garden: Garden,
    contact: str,
    stage: Stage,
    *,
    today: date,
    reason: Ending | None = None,
    place: int | None = None,
) -> Answer:
    """Puts a plant into a bed, dated `today`; `place` is the wanted cell (the first free one when null or taken).

    In the bed where it already stands only its place changes. A reason belongs to the compost alone.
    """
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    if reason is not None and stage is not Stage.COMPOST:
        return Refusal("reason-not-for-this-bed", {"stage": str(stage)})
    facts: dict[str, str | int] = {"name": before.name, "from": str(before.stage_on(today)), "to": str(stage)}
    if before.stage_on(today) is stage:
        last = before.moves[-1] if before.moves else None
        after = before
        if reason is not None and last is not None and last.reason is not reason:
            after = replace(before, moves=(*before.moves[:-1], replace(last, reason=reason)))
        if place is not None and place != before.place:
            after = replace(after, place=_cell(garden, stage, place))
        return _marked("place" if after.moves == before.moves else "move", facts, before, after)
    after = replace(before.moved(StageMove(today, stage, reason)), place=_cell(garden, stage, place))
    return _marked("move", facts, before, after)


def _cell(garden: Garden, stage: Stage, wanted: int | None) -> int:
    if wanted is not None and wanted >= 0:
        plants = garden.plants.values()
        if all(p.contact.place != wanted for p in plants if p.contact.stage is stage):
            return wanted
    return free_place(garden, stage)


def rest(garden: Garden, contact: str, *, today: date, until: date | None = None) -> Answer:
    """Marks a contact as resting from `today` on, through `until` or without an end; who rested before `today` did so."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    if until is not None and until < today:
        return Refusal("past", {"date": until.isoformat()})
    facts: dict[str, str | int] = {"name": before.name, "until": until.isoformat() if until else ""}
    rest = before.rest_on(today)
    same = rest is not None and rest.until == until
    return _marked("rest", facts, before, before if same else before.put_to_rest(today, until))


def wake(garden: Garden, contact: str, *, today: date) -> Answer:
    """Ends the rest of a contact from `today` on."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    return _marked("wake", {"name": before.name}, before, before.woken(today))


def leave_alone(garden: Garden, contact: str, *, off: bool = False) -> Answer:
    """Marks a contact who asked not to be contacted; every guard then says a plain no."""
    before = garden.contact(contact)
    if before is None:
        return Refusal("gone", {"name": contact})
    code = "leave-alone-off" if off else "leave-alone"
    return _marked(code, {"name": before.name}, before, replace(before, left_alone=not off))


def _marked(code: str, facts: dict[str, str | int], before: Contact, after: Contact) -> Changeset:
    changes = (Change(before, after),) if after != before else ()
    return Changeset(What(code, facts, before.id), changes)
