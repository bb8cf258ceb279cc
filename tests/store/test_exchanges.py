"""What counting needs is read without the rest, and counts the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gardener.domain.checkin import counted
from gardener.domain.interaction import Direction, Exchange, Interaction
from gardener.domain.season import conversations
from gardener.store import FileProblem, GardenFile
from tests.store.worlds import Keeper, World, came, deeds, interactions, keeper, talk

WHO = ("ann", "ben", "cleo")
NEAR = st.dates(date(2026, 1, 1), date(2026, 3, 1))


def lean(whole: Iterable[Interaction]) -> Counter[Exchange]:
    """What of whole interactions counting needs."""
    return Counter(Exchange(i.day, i.time, i.direction, i.participants) for i in whole)


@settings(max_examples=40)
@given(st.data())
def test_what_is_read_is_that_of_the_interactions_read_whole(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        held, world = keeper(Path(folder)), World()
        with held.file:
            for _ in range(3):
                deed = data.draw(deeds(world))
                held.carry_out(deed, "do")
                world = world.after(deed)
            assert Counter(held.file.exchanges()) == lean(held.file.interactions())
            day = data.draw(st.dates())
            assert Counter(held.file.exchanges(day)) == lean(held.file.interactions(until=day))


@settings(max_examples=40)
@given(st.data())
def test_week_and_season_are_the_same_as_from_the_interactions_read_whole(data: st.DataObject) -> None:
    some = interactions(st.uuids().map(str), st.permutations(WHO).map(lambda who: tuple(who[:2])), [])
    talks = data.draw(st.lists(st.tuples(some, NEAR), max_size=12, unique_by=lambda each: each[0].id))
    with TemporaryDirectory() as folder:
        held = keeper(Path(folder))
        with held.file:
            held.plant(*WHO)
            held.do(*came(*(moved(one, day) for one, day in talks)))
            whole, few = list(held.file.interactions()), held.file.exchanges()
            assert conversations(few) == conversations(whole)
            day = data.draw(NEAR)
            assert counted(held.garden, few, day) == counted(held.garden, whole, day)


def moved(interaction: Interaction, day: date) -> Interaction:
    """The same on another day."""
    return talk(
        interaction.id, day, *interaction.participants, direction=interaction.direction, at=interaction.time
    )


def test_several_who_took_part_are_one_exchange_in_their_order(tmp_path: Path) -> None:
    held: Keeper = keeper(tmp_path)
    with held.file:
        held.plant(*WHO)
        held.do(*came(talk("t", date(2026, 2, 2), "cleo", "ann", at=time(9, 30))))
        found = held.file.exchanges()
        assert found == [Exchange(date(2026, 2, 2), time(9, 30), Direction.MUTUAL, ("cleo", "ann"))]
        assert held.file.exchanges(date(2026, 2, 1)) == []


def test_interactions_are_found_by_the_beginning_of_their_ids(tmp_path: Path) -> None:
    held = keeper(tmp_path)
    with held.file:
        held.plant(*WHO)
        early, late = date(2026, 2, 2), date(2026, 2, 3)
        days = {"ab-1": early, "ab-2": late, "ab": early, "b%_": early}
        held.do(*came(*(talk(id_, day, "ann") for id_, day in days.items())))
        assert held.file.interactions_begun("ab", date.max) == ["ab", "ab-1", "ab-2"]
        assert held.file.interactions_begun("ab-", early) == ["ab-1"]
        for none in ("%", "a\0"):
            assert held.file.interactions_begun(none, date.max) == []


def test_a_direction_that_there_is_not_is_damage(tmp_path: Path) -> None:
    held = keeper(tmp_path)
    with held.file:
        held.plant(*WHO)
        held.do(*came(talk("t", date(2026, 2, 2), "ann")))
        held.file._connection.execute("UPDATE interactions SET direction = 'sideways'")
    with GardenFile.open(held.file.path) as again, pytest.raises(FileProblem) as problem:
        again.exchanges()
    assert problem.value.code == "damaged"
