"""The chronicle: the garden of any day is the very one that `as_of` folds, and asking in any order changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.changes import Changeset
from gardener.domain.chronicle import Chronicle, Course, course, courses
from gardener.domain.garden import Garden
from gardener.domain.interaction import Interaction
from gardener.domain.tie import EMPTY, fold_all
from tests.domain.gardens import File, first_garden, runs_of_deeds
from tests.domain.histories import histories_and_days, shifted, thorough, until


def _lived(deeds: list[Changeset]) -> tuple[Garden, File]:
    garden, file = first_garden(), File({})
    for deed in deeds:
        garden = garden.after(deed, file.history)
        file.apply(deed)
    return garden, file


def _days(file: File, dice: Random) -> list[date]:
    """Days at and around everything that happened, in no order."""
    days = [shifted(i.day, by) for i in file.kept.values() for by in (-1, 0, 1)] or [date(2020, 1, 1)]
    dice.shuffle(days)
    return days[:12]


@given(runs_of_deeds(), st.integers(0, 2**16))
def test_the_garden_of_a_day_is_that_of_as_of_whoever_asked_before(deeds: list[Changeset], seed: int) -> None:
    garden, file = _lived(deeds)
    lazy, told = Chronicle(file.history), Chronicle(lambda _: ())
    told.learn(courses(sorted(file.kept.values(), key=lambda i: i.order)))
    for day in _days(file, Random(seed)):
        fresh = garden.as_of(day, file.history)
        assert lazy.garden(garden, day) == fresh
        assert told.garden(garden, day) == fresh
        some = [*garden.plants][::2]
        among = lazy.garden(garden, day, among=some)
        assert among.plants == {id_: fresh.plants[id_] for id_ in some if id_ in fresh.plants}
        assert replace(among, plants=fresh.plants) == fresh


@thorough(300)
@given(histories_and_days())
def test_a_course_gives_the_state_of_every_day(both: tuple[list[Interaction], date]) -> None:
    history, day = both
    found = course(history)
    assert found.on(day) == fold_all(until(history, day))
    assert list(found.days) == sorted({i.day.toordinal() for i in history})


def test_before_everything_there_is_nothing() -> None:
    assert Course().on(date.max) == EMPTY


def test_what_has_changed_is_read_anew_and_nothing_else() -> None:
    garden = first_garden()
    asked: list[str] = []

    def history(id_: str) -> list[Interaction]:
        asked.append(id_)
        return []

    chronicle = Chronicle(history)
    for id_ in (*garden.plants, *garden.plants):
        chronicle.course(id_)
    assert asked == ["ann", "ben", "cleo"]
    chronicle.forget(["ann"])
    for id_ in garden.plants:
        chronicle.course(id_)
    assert asked[3:] == ["ann"]
    chronicle.forget()
    for id_ in garden.plants:
        chronicle.course(id_)
    assert asked[4:] == ["ann", "ben", "cleo"]
