"""A garden without a file: carries deeds out in memory, so that the domain can be tested alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from gardener.domain import deeds
from gardener.domain.changes import Answer, Change, Changeset, identity
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.records import Source

DAY = date(2026, 3, 1)


T = TypeVar("T")


def _keep(held: dict[str, T], change: Change, kind: type[T]) -> None:
    if isinstance(change.entity, kind):
        held.pop(identity(change.entity), None)
        if isinstance(change.after, kind):
            held[identity(change.entity)] = change.after


class Memory:
    """A Garden with its histories and sources; `do` applies an answer that must be a Changeset."""

    def __init__(self) -> None:
        self.garden = Garden()
        self.interactions: dict[str, Interaction] = {}
        self.sources: dict[str, Source] = {}
        self._ids = (f"id-{number:04d}" for number in range(10_000))

    def mint(self) -> str:
        return next(self._ids)

    def history(self, contact: str) -> tuple[Interaction, ...]:
        return tuple(i for i in self.interactions.values() if contact in i.participants)

    def sources_of(self, contact: str) -> tuple[Source, ...]:
        return tuple(s for s in self.sources.values() if s.contact == contact)

    def do(self, answer: Answer) -> Changeset:
        assert isinstance(answer, Changeset), answer
        self.garden = self.garden.after(answer, self.history)
        for change in answer.changes:
            _keep(self.interactions, change, Interaction)
            _keep(self.sources, change, Source)
        return answer

    def plant(self, *names: str, created: date = DAY) -> list[Contact]:
        return [
            self._planted(deeds.add(self.garden, Contact(id=self.mint(), name=n, created=created)))
            for n in names
        ]

    def _planted(self, answer: Answer) -> Contact:
        contact = self.do(answer).changes[0].after
        assert isinstance(contact, Contact)
        return contact

    def contacts(self) -> Iterator[Contact]:
        return (plant.contact for plant in self.garden.plants.values())
