"""After a talk: whose it was, what was learned and what is owed, kept as one deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from gardener.domain.changes import Answer, Change, Changeset, What
from gardener.domain.deeds.contacts import add_common
from gardener.domain.deeds.history import edit_log
from gardener.domain.deeds.plans import plan as planned
from gardener.domain.garden import Garden
from gardener.domain.interaction import About, Interaction
from gardener.domain.plan import Plan, PlanKind


def after_talk(
    garden: Garden,
    talk: Interaction,
    contact: str,
    *,
    about: About | None,
    learned: Sequence[str],
    owe: str,
    due: date,
    plan: str,
    today: date,
    now: datetime | None = None,
) -> Answer:
    """Notes whose a talk mostly was, adds to the common ground with `contact`, and plans what is owed (`plan` a new id).

    What stays open changes nothing; no answer at all is no change. Refusals are those of the three deeds.
    """
    changes: list[Change] = []
    lines = [text if text[:1] not in ("+", "-") else f"+{text}" for text in learned]
    asked = [edit_log(garden, talk, replace(talk, about=about), today=today, now=now)]
    if lines:
        asked.append(add_common(garden, contact, theirs=lines))
    if owe.strip():
        draft = Plan(id=plan, contact=contact, day=due, text=owe, created=today, kind=PlanKind.PROMISE)
        asked.append(planned(garden, draft))
    for answer in asked:
        if not isinstance(answer, Changeset):
            return answer
        changes += answer.changes
    found = garden.contact(contact)
    return Changeset(What("after-talk", {"name": found.name if found else ""}, contact), tuple(changes))
