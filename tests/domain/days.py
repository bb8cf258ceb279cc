"""A person who lives with a garden day by day: what comes by itself, and what they do with today's list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from gardener.domain import deeds
from gardener.domain.agenda import Agenda, agenda
from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.items import Item, ItemKind, Part
from gardener.domain.plan import Plan
from gardener.domain.stage import Ending, Stage
from tests.domain.memory import Memory


def list_of(memory: Memory, day: date) -> Agenda:
    """Today's list, as the session asks for it."""
    seen = memory.garden.as_of(day, memory.history)
    since = seen.last_check_in(day)
    before = memory.garden.as_of(since - timedelta(days=1), memory.history) if since is not None else None
    morning = memory.garden.as_of(day - timedelta(days=1), memory.history)
    return agenda(seen, day, morning=morning, before=before)


@dataclass
class Person:
    """Somebody with a garden. `seen` holds, for each day on which they were here, the list of that morning."""

    memory: Memory
    day: date
    lists: dict[date, Agenda] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)

    def log(
        self, contact: str, direction: Direction, kind: Kind = Kind.EMAIL, *, thanks: bool = False
    ) -> None:
        """Something that has happened today; what the guard says is heard and gone on against."""
        draft = Interaction(
            id=self.memory.mint(), day=self.day, kind=kind, direction=direction, participants=(contact,),
            thanks=thanks,
        )  # fmt: skip
        seen = self.memory.garden.as_of(self.day, self.memory.history)
        self.memory.do(deeds.log(self.memory.garden, draft, today=self.day, now=None, seen=seen, anyway=True))

    def plan(self, contact: str, days: int) -> None:
        """Something to do in so many days."""
        plan = Plan(
            id=self.memory.mint(), contact=contact, day=self.day + timedelta(days=days), text="ask", created=self.day
        )  # fmt: skip
        self.memory.do(deeds.plan(self.memory.garden, plan))

    def led(self, by: str, to: str) -> None:
        """One introduces the other."""
        intro = Introduction(id=self.memory.mint(), by=by, to=to, day=self.day)
        self.memory.do(Changeset(What("introduce"), (Change(None, intro),)))

    def read(self) -> Agenda:
        """The list as it stands now; the one of the morning is kept."""
        found = list_of(self.memory, self.day)
        if self.day not in self.lists:
            self.lists[self.day] = found
            self.told.update(item.id for item in found.all)
        return found

    def check_in(self) -> Iterator[tuple[Item, Agenda, Agenda]]:
        """Goes through the list, each item by its right deed; yields it with the list before and after, then is done."""
        while (before := self.read()).items:
            item = before.items[0]
            self.do_right(item)
            yield item, before, self.read()
        self.memory.do(deeds.done_for_today(self.memory.garden, today=self.day))

    def do_right(self, item: Item) -> None:
        """The deed that the first key of an item of that kind does."""
        garden, today, contact = self.memory.garden, self.day, item.contact or ""
        match item.kind:
            case ItemKind.WATER | ItemKind.SOW | ItemKind.WILTED:
                self.log(contact, Direction.OUTGOING)
            case ItemKind.WITHERED:
                rest = deeds.rest(garden, contact, today=today)
                self.memory.do(deeds.also_closed(rest, [item.id], today=today))
            case ItemKind.WITHERED_SEED:
                self.memory.do(
                    deeds.move(garden, contact, Stage.COMPOST, today=today, reason=Ending.NO_REPLY)
                )
            case ItemKind.LOOP:
                self._close(item)
            case _:
                self.memory.do(deeds.close_item(garden, item.id, contact=item.contact, today=today))

    def _close(self, item: Item) -> None:
        assert item.loop is not None
        contact = item.loop.contact or ""
        seen = self.memory.garden.as_of(self.day, self.memory.history)
        match item.id.split(":")[0]:
            case "reply":
                self.log(contact, Direction.OUTGOING)
            case "thanks":
                self.log(contact, Direction.OUTGOING, thanks=True)
            case "plan":
                id_ = item.id.removeprefix("plan:")
                self.memory.do(deeds.plan_done(self.memory.garden, id_, today=self.day))
            case _:
                self.memory.do(deeds.dismiss(self.memory.garden, item.id, today=self.day, seen=seen))


def people(memory: Memory, count: int, day: date, name: str = "Ann") -> list[Contact]:
    """So many contacts planted on a day, as one deed, as an import would."""
    planted = [
        Contact(id=memory.mint(), name=f"{name} {number:03d}", created=day, emails=(f"{name}{number}@x.example",))
        for number in range(count)
    ]  # fmt: skip
    memory.do(Changeset(What("import"), tuple(Change(None, one) for one in planted)))
    return planted


def parts(list_: Agenda) -> Counter[Part]:
    """How many items each part of the morning's list has."""
    return Counter(item.part for item in list_.all)
