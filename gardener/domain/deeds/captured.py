"""What one sentence told, saved in one deed: new people, an exchange, who led to whom, what lies ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from gardener.domain.changes import Answer, Changeset, Refusal
from gardener.domain.contact import Contact
from gardener.domain.deeds.contacts import add
from gardener.domain.deeds.history import log
from gardener.domain.deeds.introductions import introduce
from gardener.domain.deeds.opportunities import add_opportunity, edit_opportunity
from gardener.domain.deeds.plans import plan
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.introduction import Introduction
from gardener.domain.opportunity import Opportunity
from gardener.domain.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """All that is to be saved together. `planted` are the people who are new to the garden; the `opportunities` stand as
    they are to be, new or known by their ids; all other ids are new."""

    planted: Sequence[Contact] = ()
    happened: Interaction | None = None
    introductions: Sequence[Introduction] = ()
    plans: Sequence[Plan] = ()
    opportunities: Sequence[Opportunity] = ()


def capture(
    garden: Garden,
    captured: Captured,
    *,
    today: date,
    now: datetime | None,
    seen: Garden,
    anyway: bool = False,
) -> Answer:
    """Saves what a sentence told, whole or not at all; the guards speak as they do for `log`."""
    done: list[Changeset] = []
    for contact in captured.planted:
        planted = add(garden, contact)
        if not isinstance(planted, Changeset):
            return planted
        done.append(planted)
        garden, seen = garden.after(planted, _unread), seen.after(planted, _unread)
    if captured.happened is not None:
        logged = log(garden, captured.happened, today=today, now=now, seen=seen, anyway=anyway)
        if not isinstance(logged, Changeset):
            return logged
        done.append(logged)
    for step in _further(captured, today):
        answer = step(garden)
        if not isinstance(answer, Changeset):
            return answer
        done.append(answer)
        garden = garden.after(answer, _unread)
    main = next((d.what for d in done if d.what.code != "add"), done[0].what if done else None)
    changes = tuple(change for each in done for change in each.changes)
    return Changeset(main, changes) if main is not None else Refusal("nothing-captured")


def _further(captured: Captured, today: date) -> Iterator[Callable[[Garden], Answer]]:
    """The deeds after the exchange itself; none of them touches a history."""
    for introduction in captured.introductions:
        yield partial(introduce, draft=introduction, today=today)
    for each in captured.plans:
        yield partial(plan, draft=each)
    for opportunity in captured.opportunities:
        yield partial(_stepped, opportunity)


def _stepped(opportunity: Opportunity, garden: Garden) -> Answer:
    known = opportunity.id in garden.opportunities
    return edit_opportunity(garden, opportunity) if known else add_opportunity(garden, opportunity)


def _unread(_contact: str) -> Sequence[Interaction]:
    """The history of somebody planted just now: there is none."""
    return ()
