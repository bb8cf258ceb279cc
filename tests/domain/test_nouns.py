"""Contacts, interactions and changes as values: beds by day, rest, order, inverse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from gardener.domain.changes import Change, Changeset, What, identity
from gardener.domain.contact import Contact, Resting, StageMove
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction
from gardener.domain.plan import Dismissal
from gardener.domain.records import CheckIn, Choice
from gardener.domain.stage import Ending, Stage
from tests.domain.histories import histories, sign, talk, thorough, touch

DAY = date(2024, 2, 29)
JANE = Contact(id="jane", name="Jane Miller", created=DAY)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def test_the_bed_is_that_of_the_latest_move_whenever_it_was_entered() -> None:
    moved = JANE.moved(StageMove(later(9), Stage.GROWING)).moved(StageMove(later(2), Stage.SEEDLING))
    assert [move.day for move in moved.moves] == [later(2), later(9)]
    assert moved.stage is Stage.GROWING
    assert [moved.stage_on(later(n)) for n in (0, 1, 2, 8, 9)] == [
        *[Stage.SEED] * 2,
        *[Stage.SEEDLING] * 2,
        Stage.GROWING,
    ]
    assert JANE.stage is Stage.SEED
    assert replace(JANE, planted=Stage.FRUIT).stage_on(later(-1)) is Stage.FRUIT


def test_of_two_moves_of_a_day_the_later_entered_holds() -> None:
    twice = JANE.moved(StageMove(DAY, Stage.GROWING)).moved(StageMove(DAY, Stage.COMPOST, Ending.OTHER))
    assert twice.stage is twice.stage_on(DAY) is Stage.COMPOST


def test_as_of_leaves_out_later_moves_and_is_the_same_value_without_any() -> None:
    moved = JANE.moved(StageMove(later(1), Stage.SEEDLING)).moved(StageMove(later(5), Stage.GROWING))
    assert moved.as_of(later(4)).moves == moved.moves[:1]
    assert moved.as_of(later(5)) is moved
    assert JANE.as_of(date.min) is JANE


@pytest.mark.parametrize(
    ("contact", "out"),
    [
        (JANE, False),
        (replace(JANE, left_alone=True), True),
        (replace(JANE, resting=Resting()), True),
        (replace(JANE, resting=Resting(later(3))), True),
        (replace(JANE, resting=Resting(later(2))), False),
        (JANE.moved(StageMove(later(3), Stage.COMPOST)), True),
        (JANE.moved(StageMove(later(4), Stage.COMPOST)), False),
    ],
)
def test_compost_resting_and_left_alone_stand_in_no_list(contact: Contact, out: bool) -> None:
    assert contact.is_out_of_lists(later(3)) == out


def test_the_seed_number_is_the_same_on_every_machine() -> None:
    assert replace(JANE, id="").seed_number == 0xCBF29CE484222325
    assert replace(JANE, id="a").seed_number == 0xAF63DC4C8601EC8C  # FNV-1a's published example
    assert replace(JANE, id="foobar").seed_number == 0x85944171F73967E8
    assert replace(JANE, id="\ud800").seed_number < 2**64


def test_without_a_time_an_interaction_stands_at_noon() -> None:
    assert touch(DAY).moment == datetime(2024, 2, 29, 12)
    assert touch(DAY, time(23, 59)).moment == datetime(2024, 2, 29, 23, 59)
    assert [i.is_sign for i in (talk(DAY), touch(DAY), sign(DAY))] == [True, False, True]


@thorough(300)
@given(histories(min_size=1))
def test_the_order_is_by_moment_then_direction_then_content_and_never_by_id(
    history: list[Interaction],
) -> None:
    ordered = sorted(history, key=lambda i: i.order)
    ranks = {Direction.MUTUAL: 0, Direction.OUTGOING: 1, Direction.INCOMING: 2}
    for one, next_ in pairwise(ordered):
        assert (one.moment, ranks[one.direction]) <= (next_.moment, ranks[next_.direction])
    for entry in history:
        assert replace(entry, id="another", batch="b").order == entry.order


def test_a_change_has_a_value_and_an_inverse() -> None:
    change = Change(None, JANE)
    assert (change.entity, change.inverse, change.inverse.entity) == (JANE, Change(JANE, None), JANE)
    with pytest.raises(ValueError, match="without a value"):
        _ = Change(None, None).entity


def test_the_inverse_of_a_deed_goes_back_in_reverse() -> None:
    renamed = replace(JANE, name="Jane Jones")
    forth = Changeset(What("edit"), (Change(None, JANE), Change(JANE, renamed)))
    assert forth.inverse.changes == (Change(renamed, JANE), Change(JANE, None))
    assert forth.inverse.inverse == forth


def test_a_deed_knows_whose_plants_it_touches() -> None:
    dinner = talk(DAY, kind=Kind.EVENT, participants=("jane", "gus"))
    fewer = replace(dinner, participants=("jane",))
    led = Introduction(id="i", day=DAY, by="jane", to="zoe")
    assert Changeset(What("edit-log"), (Change(dinner, fewer),)).touched == {"jane", "gus"}
    assert Changeset(What("introduce"), (Change(None, led),)).touched == {"jane", "zoe"}
    assert Changeset(What("add"), (Change(None, JANE),)).touched == {"jane"}
    assert Changeset(What("settings"), (Change(None, Choice("patience", "2")),)).touched == frozenset()
    let_go = Changeset(What("dismiss", {}, "jane"), (Change(None, Dismissal("thanks:1", DAY)),))
    assert let_go.touched == let_go.inverse.touched == {"jane"}  # the bud of what waits goes, and comes back


def test_what_names_an_entity() -> None:
    assert identity(JANE) == "jane"
    assert identity(CheckIn(DAY)) == "2024-02-29"
    assert identity(Choice("patience", "2")) == "patience"
