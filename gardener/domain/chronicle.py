"""Every history as the states it went through, so that the garden of any past day is found without folding anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gardener.domain.garden import Garden, History
from gardener.domain.interaction import Interaction
from gardener.domain.tie import EMPTY, Tie, fold


@dataclass(frozen=True, slots=True)
class Course:
    """One tie through time: the days (as ordinals, ascending) on which something happened, and the state after each."""

    days: tuple[int, ...] = ()
    ties: tuple[Tie, ...] = ()

    def on(self, day: date) -> Tie:
        """The state at the end of `day`."""
        at = bisect_right(self.days, day.toordinal())
        return self.ties[at - 1] if at else EMPTY

    def around(self, day: date) -> tuple[int, int]:
        """The ordinals of the last day up to `day` and of the first one after it on which something happened; where there
        is none, one before and one after every day."""
        at = bisect_right(self.days, day.toordinal())
        return (
            self.days[at - 1] if at else 0,
            self.days[at] if at < len(self.days) else date.max.toordinal() + 1,
        )


class Chronicle:
    """The courses of the contacts of one garden. One that is not known yet is read when it is asked for, so that it
    makes no difference but in time whether they were told all at once before."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._courses: dict[str, Course] = {}

    def learn(self, courses: Mapping[str, Course]) -> None:
        """Takes in courses that were read elsewhere."""
        self._courses.update(courses)

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Those of these contacts have changed; null: any may have."""
        if ids is None:
            self._courses.clear()
            return
        for id_ in ids:
            self._courses.pop(id_, None)

    def course(self, id_: str) -> Course:
        """The course of a contact."""
        found = self._courses.get(id_)
        if found is None:
            found = self._courses[id_] = course(self._history(id_))
        return found

    def garden(self, whole: Garden, day: date, *, among: Iterable[str] | None = None) -> Garden:
        """`whole.as_of(day, …)`; of these contacts alone when they are named."""
        return whole.as_of_ties(day, lambda id_: self.course(id_).on(day), among=among)


def course(history: Iterable[Interaction]) -> Course:
    """The course of one contact's interactions, in any order."""
    return _folded(sorted(history, key=lambda i: i.order))


def courses(interactions: Iterable[Interaction]) -> dict[str, Course]:
    """The courses of everybody who takes part; `interactions` in canonical order (`Interaction.order`)."""
    apart: dict[str, list[Interaction]] = {}
    for interaction in interactions:
        for id_ in interaction.participants:
            apart.setdefault(id_, []).append(interaction)
    return {id_: _folded(own) for id_, own in apart.items()}


def _folded(history: Iterable[Interaction]) -> Course:
    states: dict[int, Tie] = {}
    tie = EMPTY
    for interaction in history:
        tie = fold(tie, interaction)
        states[interaction.day.toordinal()] = tie
    return Course(tuple(states), tuple(states.values()))
