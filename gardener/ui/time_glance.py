"""The garden while the hand is on the time line: only what is in view, in coarse steps, names where they stand."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from gardener.scene.plant_cache import coarse
from gardener.scene.showing import PlantShown, shown_of
from gardener.scene.view import GardenView
from gardener.ui.sight import Sight

KEPT = 60_000
"""So many plants of a day are remembered, for a hand that goes to and fro."""


class Glance:
    """Leads the picture from day to day. `at` is the day that stands there."""

    def __init__(self, sight: Sight, view: GardenView) -> None:
        self._sight, self._view = sight, view
        self.at = sight.session.today
        self._known: tuple[object, ...] = ()
        self._days: list[int] = []
        self._ids: list[str] = []
        self._kept: dict[tuple[str, int], PlantShown | None] = {}

    def show(self, day: date) -> None:
        """Shows a day."""
        self._learn()
        elsewhere = self._between(self.at, day)
        plants = self._plants({*self._view.in_view(), *elsewhere}, day)
        there = [plant for plant in plants.values() if plant is not None]
        self._view.glance(there, [id_ for id_ in elsewhere if plants[id_] is None])
        self.at = day

    def _plants(self, ids: set[str], day: date) -> dict[str, PlantShown | None]:
        """These plants as they are seen in passing; null for one that is not there on that day."""
        kept, number = self._kept, day.toordinal()
        found: dict[str, PlantShown | None] = {}
        unknown = set()
        for id_ in ids:
            try:
                found[id_] = kept[id_, number]
            except KeyError:
                unknown.add(id_)
        if unknown:
            if len(kept) > KEPT:
                kept.clear()
            garden = self._sight.glimpse(day, unknown)
            fresh = {plant.id: coarse(plant) for plant in shown_of(garden, day, garden.plants)}
            for id_ in unknown:
                found[id_] = kept[id_, number] = fresh.get(id_)
        return found

    def _between(self, one: date, other: date) -> set[str]:
        """Those who came or changed their bed between two days."""
        first, last = sorted((one.toordinal(), other.toordinal()))
        return set(self._ids[bisect_right(self._days, first) : bisect_right(self._days, last)])

    def _learn(self) -> None:
        session, sight = self._sight.session, self._sight
        present = session.garden.revision, session.today, session.disguise, sight.per_week
        if present == self._known:
            return
        self._known = present
        self._kept.clear()
        happened = []
        for id_, plant in session.garden.plants.items():
            created, first = plant.contact.created, plant.tie.first
            happened.append((min(created, first or created).toordinal(), id_))
            happened += [(move.day.toordinal(), id_) for move in plant.contact.moves]
        happened.sort()
        self._days, self._ids = [day for day, _ in happened], [id_ for _, id_ in happened]
