"""Opportunities and target employers: adding, editing, their dated steps, taking away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gardener.domain.changes import Answer, Change, Changeset, Refusal, What
from gardener.domain.deeds.typed import wrong_with
from gardener.domain.employers import same_employer
from gardener.domain.garden import Garden
from gardener.domain.opportunity import STEP_RANK, Opportunity, Step, StepKind, Target
from gardener.domain.text import NAME_LIMIT, NOTE_LIMIT, VALUE_LIMIT, clean_line, clean_text

_LIMITS = {
    "employer": NAME_LIMIT,
    "role": NAME_LIMIT,
    "url": NOTE_LIMIT,
    "salary": NAME_LIMIT,
    "resume": NAME_LIMIT,
    "posting": VALUE_LIMIT,
    "notes": NOTE_LIMIT,
}


def in_order(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps in the order of their days, those of one day as an application goes; the same step of a day once."""
    return tuple(sorted(dict.fromkeys(steps), key=lambda step: (step.day, STEP_RANK[step.kind])))


def add_opportunity(garden: Garden, draft: Opportunity) -> Answer:
    """Adds an opportunity. `draft.id` must be new; a target employer that it concerns stays listed.

    Refusals: `empty-employer`, `empty-role`, `gone` for somebody it is owed to, and what cannot be kept.
    """
    clean = _checked(garden, draft)
    if isinstance(clean, Refusal):
        return clean
    return Changeset(_what("add-opportunity", clean), (Change(None, clean),))


def edit_opportunity(garden: Garden, after: Opportunity) -> Answer:
    """Replaces what is known of an opportunity by `after` (same id), its steps included; `created` stays."""
    before = garden.opportunities.get(after.id)
    if before is None:
        return Refusal("unknown-opportunity", {"id": after.id})
    clean = _checked(garden, replace(after, created=before.created))
    if isinstance(clean, Refusal):
        return clean
    return Changeset(_what("edit-opportunity", clean), (Change(before, clean),) if clean != before else ())


def add_step(garden: Garden, id_: str, kind: StepKind, day: date) -> Answer:
    """Adds a dated step, which may lie ahead; the same step of a day again is no change."""
    before = garden.opportunities.get(id_)
    if before is None:
        return Refusal("unknown-opportunity", {"id": id_})
    after = replace(before, steps=in_order((*before.steps, Step(kind, day))))
    return _stepped("step", before, after, Step(kind, day))


def remove_step(garden: Garden, id_: str, kind: StepKind, day: date | None = None) -> Answer:
    """Takes a step away; without a day the last one of that kind. Refusal `no-step` when there is none."""
    before = garden.opportunities.get(id_)
    if before is None:
        return Refusal("unknown-opportunity", {"id": id_})
    own = [step for step in before.steps if step.kind is kind and day in (None, step.day)]
    if not own:
        return Refusal("no-step", {"step": str(kind), "employer": before.employer})
    after = replace(before, steps=tuple(step for step in before.steps if step != own[-1]))
    return _stepped("remove-step", before, after, own[-1])


def remove_opportunity(garden: Garden, id_: str) -> Answer:
    """Takes an opportunity away; undo gives it back."""
    before = garden.opportunities.get(id_)
    if before is None:
        return Refusal("unknown-opportunity", {"id": id_})
    return Changeset(_what("remove-opportunity", before), (Change(before, None),))


def add_target(garden: Garden, draft: Target) -> Answer:
    """Lists an employer somebody would like to work for; one that is listed already is no change."""
    if problem := wrong_with("employer", draft.employer, NAME_LIMIT) or wrong_with(
        "note", draft.note, NOTE_LIMIT
    ):
        return problem
    clean = replace(draft, employer=clean_line(draft.employer), note=clean_text(draft.note))
    if not clean.employer:
        return Refusal("empty-employer")
    listed = any(same_employer(target.employer, clean.employer) for target in garden.targets.values())
    changes = () if listed else (Change(None, clean),)
    return Changeset(What("add-target", {"employer": clean.employer}), changes)


def remove_target(garden: Garden, employer: str) -> Answer:
    """Takes an employer off the list, by its name or id. Refusal `unknown-target` when it is not listed."""
    found = [t for t in garden.targets.values() if t.id == employer or same_employer(t.employer, employer)]
    if not found:
        return Refusal("unknown-target", {"employer": employer})
    what = What("remove-target", {"employer": found[0].employer})
    return Changeset(what, tuple(Change(target, None) for target in found))


def _checked(garden: Garden, draft: Opportunity) -> Opportunity | Refusal:
    for field, limit in _LIMITS.items():
        if problem := wrong_with(field, getattr(draft, field), limit):
            return problem
    clean = replace(
        draft,
        employer=clean_line(draft.employer),
        role=clean_line(draft.role),
        url=clean_line(draft.url),
        salary=clean_line(draft.salary),
        resume=clean_line(draft.resume),
        posting=clean_text(draft.posting),
        notes=clean_text(draft.notes),
    )
    if not clean.employer:
        return Refusal("empty-employer")
    if not clean.role:
        return Refusal("empty-role")
    for contact in clean.thanks_to:
        if garden.contact(contact) is None:
            return Refusal("gone", {"name": contact})
    return replace(clean, thanks_to=tuple(dict.fromkeys(clean.thanks_to)), steps=in_order(clean.steps))


def _stepped(code: str, before: Opportunity, after: Opportunity, step: Step) -> Changeset:
    facts = {"step": str(step.kind), "date": step.day.isoformat()}
    return Changeset(_what(code, after, **facts), (Change(before, after),) if after != before else ())


def _what(code: str, opportunity: Opportunity, **facts: str | int) -> What:
    said = {"employer": opportunity.employer, "role": opportunity.role, **facts}
    return What(code, said, next(iter(opportunity.thanks_to), None))
