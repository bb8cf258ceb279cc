"""Runs of deeds on a garden of a few contacts, with the file beside it that keeps every interaction: a strategy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from hypothesis import strategies as st

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Interaction
from gardener.domain.tie import fold_all
from tests.domain.histories import histories

NAMES = ("ann", "ben", "cleo")
PLANTED = date(2010, 1, 1)


@dataclass
class File:
    """Every interaction by its id, as a store would keep it; answers for histories."""

    kept: dict[str, Interaction]

    def history(self, contact: str) -> list[Interaction]:
        """The interactions in which the contact takes part, newest entry first."""
        return [i for i in reversed(self.kept.values()) if contact in i.participants]

    def apply(self, changeset: Changeset) -> None:
        """Writes the interactions of a deed."""
        for change in changeset.changes:
            if isinstance(change.before, Interaction):
                self.kept.pop(change.before.id, None)
            if isinstance(change.after, Interaction):
                self.kept[change.after.id] = change.after


def grown(history: dict[str, Interaction], contacts: dict[str, Contact]) -> dict[str, Plant]:
    """What the plants must be: every tie folded from the whole history."""
    file = File(history)
    return {id_: Plant(contact, fold_all(file.history(id_))) for id_, contact in contacts.items()}


def first_garden() -> Garden:
    """Three contacts never spoken to."""
    return Garden(plants={n: Plant(Contact(id=n, name=n.title(), created=PLANTED)) for n in NAMES})


@st.composite
def runs_of_deeds(draw: st.DrawFn) -> list[Changeset]:
    """Deeds that bring, change and take away interactions of one to three contacts, and contacts themselves."""
    dice = Random(draw(st.integers(0, 2**32)))
    waiting = [replace(i, participants=_some(dice)) for i in draw(histories(min_size=1))]
    kept: dict[str, Interaction] = {}
    gone: dict[str, Contact] = {}
    present = {id_: plant.contact for id_, plant in first_garden().plants.items()}
    deeds = []
    while waiting:
        changes: list[Change] = []
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            choice = dice.random()
            if choice < 0.06 and len(present) > 1:
                changes += _removal(present, gone, kept, dice)
            elif choice < 0.12 and gone:
                id_, contact = gone.popitem()
                present[id_] = contact
                changes.append(Change(None, contact))
            elif choice < 0.25 and kept:
                old = dice.choice([*kept.values()])
                changes.append(Change(kept.pop(old.id), None))
            elif choice < 0.45 and kept and waiting:
                old = dice.choice([*kept.values()])
                new = replace(waiting.pop(0), id=old.id)
                changes += _entered(new, present, kept, old)
            elif waiting:
                changes += _entered(waiting.pop(0), present, kept, None)
        deeds.append(Changeset(What("deed"), tuple(changes)))
    return deeds


def _some(dice: Random) -> tuple[str, ...]:
    return tuple(dice.sample(NAMES, dice.choice((1, 1, 1, 2, 3))))


def _entered(
    new: Interaction, present: dict[str, Contact], kept: dict[str, Interaction], old: Interaction | None
) -> list[Change]:
    """`new` with those of its participants that are there."""
    there = tuple(p for p in new.participants if p in present)
    if not there:
        return []
    kept[new.id] = replace(new, participants=there)
    return [Change(old, kept[new.id])]


def _removal(
    present: dict[str, Contact], gone: dict[str, Contact], kept: dict[str, Interaction], dice: Random
) -> list[Change]:
    """A contact goes, and with it what was theirs alone; from talks with others only their name."""
    id_ = dice.choice([*present])
    changes: list[Change] = []
    for old in [i for i in kept.values() if id_ in i.participants]:
        others = tuple(p for p in old.participants if p != id_)
        del kept[old.id]
        if others:
            kept[old.id] = replace(old, participants=others)
        changes.append(Change(old, kept.get(old.id)))
    gone[id_] = present.pop(id_)
    return [*changes, Change(gone[id_], None)]
