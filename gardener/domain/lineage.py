"""Who led to whom: introductions as a family tree without circles, from the first plants down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from gardener.domain.changes import Change, Changeset
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.opportunity import Opportunity


class Lead(NamedTuple):
    """`by` led to `to` on `day`; `introduction` is its record, null where only the contact says so."""

    by: str
    to: str
    day: date
    introduction: str | None = None


class Lineage(NamedTuple):
    """The leads that make the family tree, by the one who was led to and by the one who led, oldest first.

    There are no circles: following `above` from anybody ends at a first plant, to whom nobody led.
    """

    above: Mapping[str, tuple[Lead, ...]]
    below: Mapping[str, tuple[Lead, ...]]

    def ancestors(self, contacts: Iterable[str]) -> frozenset[str]:
        """`contacts` and everyone who led to them, over however many steps."""
        return _reach(contacts, lambda contact: (lead.by for lead in self.above.get(contact, ())))

    def descendants(self, contacts: Iterable[str]) -> frozenset[str]:
        """`contacts` and everyone they led to, over however many steps."""
        return _reach(contacts, lambda contact: (lead.to for lead in self.below.get(contact, ())))


def leads_of(garden: Garden) -> tuple[Lead, ...]:
    """Every lead there is, oldest first, one for each pair: of several introductions of a pair the first.

    A declined introduction led to nobody. What a contact says of itself (`introduced_by`) counts where no introduction
    of that pair is recorded; its day is the one they met, else the one they were planted.
    """
    found: dict[tuple[str, str], Lead] = {}
    recorded = sorted(garden.introductions.values(), key=lambda i: (i.day, i.by, i.to, i.id))
    for one in recorded:
        if one.outcome is not Outcome.DECLINED and one.by != one.to:
            found.setdefault((one.by, one.to), Lead(one.by, one.to, one.day, one.id))
    known = {(one.by, one.to) for one in recorded}
    for id_, plant in garden.plants.items():
        by, contact = plant.contact.introduced_by, plant.contact
        if by is not None and by != id_ and (by, id_) not in known:
            found[by, id_] = Lead(by, id_, contact.met or contact.created)
    there = garden.plants
    kept = (lead for lead in found.values() if lead.by in there and lead.to in there)
    return tuple(sorted(kept, key=lambda lead: (lead.day, lead.by, lead.to)))


def lineage(garden: Garden) -> Lineage:
    """The family tree of a garden.

    The oldest leads come first; one that would lead back to somebody who already led here is left out (whoever was
    known first stays first), so that there are no circles.
    """
    above: defaultdict[str, list[Lead]] = defaultdict(list)
    below: defaultdict[str, list[Lead]] = defaultdict(list)
    for lead in leads_of(garden):
        if not _leads(above, lead.to, lead.by):
            above[lead.to].append(lead)
            below[lead.by].append(lead)
    return Lineage(
        {to: tuple(leads) for to, leads in above.items()}, {by: tuple(leads) for by, leads in below.items()}
    )


def touched_by(changeset: Changeset, before: Garden, after: Garden) -> frozenset[str]:
    """Whose plants may look different after a deed: those it names, and all who led to them where fruit may have moved."""
    if not any(_moves_fruit(change) for change in changeset.changes):
        return changeset.touched
    trees = (lineage(before), lineage(after))
    return frozenset[str]().union(*(tree.ancestors(changeset.touched) for tree in trees))


def _moves_fruit(change: Change) -> bool:
    match change.before, change.after:
        case (Opportunity(), _) | (_, Opportunity()) | (Introduction(), _) | (_, Introduction()):
            return True
        case Contact(introduced_by=one), Contact(introduced_by=other):
            return one != other
        case _:
            return False


def _leads(above: Mapping[str, list[Lead]], first: str, last: str) -> bool:
    """Whether `first` led to `last`, over however many steps, none included."""
    waiting, seen = [last], {last}
    while waiting:
        here = waiting.pop()
        if here == first:
            return True
        for lead in above.get(here, ()):
            if lead.by not in seen:
                seen.add(lead.by)
                waiting.append(lead.by)
    return False


def _reach(starts: Iterable[str], onward: Callable[[str], Iterable[str]]) -> frozenset[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for next_ in onward(waiting.pop()):
            if next_ not in seen:
                seen.add(next_)
                waiting.append(next_)
    return frozenset(seen)
