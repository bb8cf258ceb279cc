"""Before a talk and after it: common ground, what was last said, what is owed either way, and what the talk brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gardener.domain import guards
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.guards import AskVerdict
from gardener.domain.interaction import Answer, AskKind, Direction, Interaction
from gardener.domain.loops import Loop, open_loops
from gardener.domain.plan import Plan

SAID, PENDING = 3, 3
"""So many of the last things said, and of what I asked for and still wait for, are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One card before a talk. `said` are the last exchanges with something noted, the newest first; `mine` what I owe,
    `theirs` what I asked for and was not answered; `ask` what the tie would bear."""

    contact: Contact
    said: tuple[Interaction, ...]
    mine: tuple[Loop, ...]
    ahead: tuple[Plan, ...]
    theirs: tuple[Interaction, ...]
    ask: AskVerdict


def brief(seen: Garden, contact: str, history: Sequence[Interaction], day: date) -> Brief:
    """The card of a contact on `day`; `history` is oldest first. KeyError when there is no such contact."""
    plant = seen.plants[contact]
    verdict = guards.consider(
        plant.tie, day, climate=seen.climate(day), left_alone=plant.contact.left_alone, ask=AskKind.VOUCHING
    )
    if verdict.ask is None:
        raise ValueError("an ask was considered and no verdict given")
    newest = tuple(reversed(history))
    return Brief(
        contact=plant.contact,
        said=tuple(i for i in newest if i.note.strip())[:SAID],
        mine=tuple(loop for loop in open_loops(seen, day) if loop.contact == contact),
        ahead=tuple(
            sorted(
                (p for p in seen.plans.values() if p.contact == contact and p.done is None and p.day > day),
                key=lambda p: (p.day, p.text),
            )
        ),
        theirs=tuple(
            i for i in newest if i.ask is not None and i.ask.answer is Answer.PENDING
            and i.direction is not Direction.INCOMING
        )[:PENDING],
        ask=verdict.ask,
    )  # fmt: skip
