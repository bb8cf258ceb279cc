"""The garden while the hand is on the time line: only what is in view, names where they stand, in coarse steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from datetime import date
from time import perf_counter
from typing import NamedTuple

from gardener.domain.chronicle import Course
from gardener.domain.garden import Garden
from gardener.domain.turns import AFTER, Turns, turns_of
from gardener.scene.coarse import coarse, stays
from gardener.scene.showing import PlantShown, shown_of
from gardener.scene.view import GardenView
from gardener.ui.sight import Sight

KEPT = 60_000
"""So many spells of plants are remembered, for a hand that goes to and fro."""
NEAR = 30
"""Days to either side of the one that stands that are read ahead."""
NO_COURSE = Course()


class Spell(NamedTuple):
    """From `first` to before `until` (ordinals) a plant is seen like this in passing; null: it is not there."""

    first: int
    until: int
    plant: PlantShown | None


class Film:
    """The spells of one plant that are known, one after another, with gaps."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._spells: list[Spell] = []

    def on(self, day: int) -> Spell | None:
        """The spell that holds on a day, if it is known."""
        at = bisect_right(self._firsts, day)
        spell = self._spells[at - 1] if at else None
        return spell if spell is not None and day < spell.until else None

    def add(self, spell: Spell, day: int) -> Spell:
        """Take in the spell of a day, of which none was known, as far as it fits between the others."""
        at = bisect_right(self._firsts, day)
        first = max(spell.first, self._spells[at - 1].until) if at else spell.first
        until = min(spell.until, self._firsts[at]) if at < len(self._firsts) else spell.until
        fitted = Spell(first, until, spell.plant)
        self._firsts.insert(at, first)
        self._spells.insert(at, fitted)
        return fitted


class Ahead(NamedTuple):
    """Of these plants every day from `first` to `last` (ordinals) is known."""

    ids: tuple[str, ...]
    first: int
    last: int


class Glance:
    """Leads the picture from day to day, and asks only about plants whose spell has ended."""

    def __init__(self, sight: Sight, view: GardenView) -> None:
        self._sight, self._view = sight, view
        self._at, self._is_exact = sight.session.today, False
        self._known: tuple[object, ...] = ()
        self._turns = Turns((), {}, {})
        self._days: list[int] = []
        self._ids: list[str] = []
        self._films: dict[str, Film] = {}
        self._count = 0
        self._standing: dict[str, Spell] = {}
        self._ahead = Ahead((), 0, 0)

    def stand(self, day: date) -> None:
        """This day stands there exactly."""
        self._at, self._is_exact = day, True
        self._standing.clear()

    def show(self, day: date) -> None:
        """Show a day in coarse steps."""
        self._learn()
        number, standing = day.toordinal(), self._standing
        elsewhere = self._between(self._at, day)
        ended = [
            id_
            for id_ in (*self._view.in_view(), *elsewhere)
            if (held := standing.get(id_)) is None or not held.first <= number < held.until
        ]
        spells = self._spells(ended, day)
        standing.update(spells)
        self._view.glance(
            [spell.plant for spell in spells.values() if spell.plant is not None],
            [id_ for id_ in elsewhere if standing[id_].plant is None],
        )
        self._at, self._is_exact = day, False

    def show_exactly(self, day: date) -> None:
        """Show what is in view of a day exactly."""
        self._learn()
        if self._is_exact and self._at == day:
            return
        elsewhere = self._between(self._at, day)
        ids = {*self._view.in_view(), *elsewhere}
        garden = self._garden(day, ids)
        self._view.glance(shown_of(garden, day, ids), [id_ for id_ in elsewhere if id_ not in garden.plants])
        self.stand(day)

    def read_ahead(self, seconds: float) -> bool:
        """Read what is in view on the days near the one that stands, the nearest first, for about that long; true when
        all of them are known."""
        self._learn()
        until, ids, at = perf_counter() + seconds, self._view.in_view(), self._at.toordinal()
        near = self._ahead
        if near.ids != ids or not near.first <= at <= near.last:
            near = Ahead(ids, at, at)
        first, last = near.first, near.last
        while perf_counter() < until and min(at - first, last - at) < NEAR:
            back = at - first <= last - at
            first, last = (first - 1, last) if back else (first, last + 1)
            self._spells(ids, _day(first if back else last))
        self._ahead = Ahead(ids, first, last)
        return min(at - first, last - at) >= NEAR

    def _spells(self, ids: Iterable[str], day: date) -> dict[str, Spell]:
        """The spells of these plants on a day, remembered or read."""
        number, films = day.toordinal(), self._films
        found: dict[str, Spell] = {}
        unknown = []
        for id_ in ids:
            film = films.get(id_)
            spell = film.on(number) if film is not None else None
            if spell is None:
                unknown.append(id_)
            else:
                found[id_] = spell
        if unknown:
            self._count += len(unknown)
            if self._count > KEPT:
                films.clear()
                self._ahead = Ahead((), 0, 0)
                self._count = len(unknown)
            for id_, spell in self._read(unknown, day).items():
                found[id_] = films.setdefault(id_, Film()).add(spell, number)
        return found

    def _read(self, ids: Collection[str], day: date) -> dict[str, Spell]:
        """These plants on a day, and for how long each stays as it is."""
        garden, number = self._garden(day, ids), day.toordinal()
        climate = garden.climate(day)
        exact = {plant.id: plant for plant in shown_of(garden, day, ids)}
        found = {}
        for id_ in ids:
            first, until = self._same_tie(id_, day)
            plant = garden.plants.get(id_)
            spans = [self._turns.around(id_, plant.tie if plant is not None else None, number)]
            if plant is not None:
                spans.append(stays(plant, exact[id_].traits, number, climate))
            found[id_] = Spell(
                max(first, *(low for low, _ in spans)),
                min(until, *(high for _, high in spans)),
                coarse(exact[id_]) if plant is not None else None,
            )
        return found

    def _garden(self, day: date, ids: Iterable[str]) -> Garden:
        """The garden of a day with these plants and whoever must be known beside them."""
        beside = self._turns.beside
        return self._sight.glimpse(day, {*ids, *(other for id_ in ids for other in beside.get(id_, ()))})

    def _same_tie(self, id_: str, day: date) -> tuple[int, int]:
        """The days around a day through which the tie stays as it is, on the same side of today."""
        sight, today = self._sight, self._sight.session.today.toordinal()
        if day.toordinal() <= today:
            first, until = sight.session.chronicle.course(id_).around(day)
            return first, min(until, today + 1)
        first, until = sight.foresight.shown.get(id_, NO_COURSE).around(day)
        return max(first, today + 1), until

    def _between(self, one: date, other: date) -> set[str]:
        """Those who came or changed their bed between two days."""
        first, last = sorted((one.toordinal(), other.toordinal()))
        return set(self._ids[bisect_right(self._days, first) : bisect_right(self._days, last)])

    def _learn(self) -> None:
        session, sight = self._sight.session, self._sight
        present = session.garden.revision, session.today, session.disguise, sight.per_week
        if present == self._known:
            return
        self._known, self._is_exact = present, False
        self._films.clear()
        self._standing.clear()
        self._count, self._ahead = 0, Ahead((), 0, 0)
        self._turns = turns_of(session.garden)
        happened = []
        for id_, plant in session.garden.plants.items():
            created, first = plant.contact.created, plant.tie.first
            happened.append((min(created, first or created).toordinal(), id_))
            happened += [(move.day.toordinal(), id_) for move in plant.contact.moves]
        happened.sort()
        self._days, self._ids = [day for day, _ in happened], [id_ for _, id_ in happened]


def _day(ordinal: int) -> date:
    return date.fromordinal(max(1, min(ordinal, AFTER - 1)))
