"""The garden while the hand is on the time line: only what is near the view, in coarse steps, names where they stand."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from gardener.scene.plant_cache import coarse
from gardener.scene.showing import shown_of
from gardener.scene.view import GardenView
from gardener.ui.sight import Sight


class Glance:
    """Leads the picture from day to day. `at` is the day that stands there."""

    def __init__(self, sight: Sight, view: GardenView) -> None:
        self._sight, self._view = sight, view
        self.at = sight.session.today
        self._known: tuple[object, ...] = ()
        self._days: list[int] = []
        self._ids: list[str] = []

    def show(self, day: date) -> None:
        """Shows a day."""
        near = self._view.picture.plant_layer.near
        elsewhere = self._between(self.at, day)
        garden = self._sight.glimpse(day, {*near, *elsewhere})
        plants = [coarse(plant) for plant in shown_of(garden, day, garden.plants)]
        self._view.glance(plants, [id_ for id_ in elsewhere if id_ not in garden.plants])
        self.at = day

    def _between(self, one: date, other: date) -> set[str]:
        """Those who came or changed their bed between two days."""
        self._learn()
        first, last = sorted((one.toordinal(), other.toordinal()))
        return set(self._ids[bisect_right(self._days, first) : bisect_right(self._days, last)])

    def _learn(self) -> None:
        session = self._sight.session
        present = session.garden.revision, session.today
        if present == self._known:
            return
        self._known = present
        happened = []
        for id_, plant in session.garden.plants.items():
            first = plant.tie.first or plant.contact.created
            happened.append((min(first, plant.contact.created).toordinal(), id_))
            happened += [(move.day.toordinal(), id_) for move in plant.contact.moves]
        happened.sort()
        self._days, self._ids = [day for day, _ in happened], [id_ for _, id_ in happened]
