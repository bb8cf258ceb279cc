"""The Garden: what a deed makes of it, what undo gives back, and what it was on an earlier day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from gardener.domain.changes import Change, Changeset, Entity, What
from gardener.domain.contact import Contact, Resting, StageMove
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import HORIZON, PLAIN, Climate, Condition
from gardener.domain.interaction import Interaction
from gardener.domain.records import Batch, CheckIn, Choice, Season, Soil
from gardener.domain.stage import Stage
from gardener.domain.tie import EMPTY, fold_all
from tests.domain.gardens import NAMES, PLANTED, File, first_garden, grown, runs_of_deeds
from tests.domain.histories import histories_and_days, sign, talk, thorough, touch, until

DAY = date(2024, 2, 29)
JANE = Contact(id="jane", name="Jane Miller", created=DAY)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def deed(*changes: tuple[Entity | None, Entity | None]) -> Changeset:
    return Changeset(What("deed"), tuple(Change(before, after) for before, after in changes))


def nothing(contact: str) -> list[Interaction]:
    return []


@thorough(1_000)
@given(runs_of_deeds())
def test_folding_deed_by_deed_equals_folding_the_whole_history(deeds: list[Changeset]) -> None:
    garden, file = first_garden(), File({})
    for changeset in deeds:
        garden = garden.after(changeset, file.history)
        file.apply(changeset)
        contacts = {id_: plant.contact for id_, plant in garden.plants.items()}
        assert garden.plants == grown(file.kept, contacts)


@thorough(200)
@given(runs_of_deeds())
def test_the_growths_of_a_day_are_those_of_each_whatever_was_asked_before(deeds: list[Changeset]) -> None:
    garden, file = first_garden(), File({})
    for changeset in deeds:
        garden = garden.after(changeset, file.history)
        file.apply(changeset)
        last = max((p.tie.latest.date() for p in garden.plants.values() if p.tie.latest), default=PLANTED)
        for day in (last, date.max, last):
            assert garden.growths(day) == {id_: garden.growth(id_, day) for id_ in garden.plants}


@thorough(1_000)
@given(runs_of_deeds())
def test_the_inverse_of_every_deed_gives_back_exactly_what_was(deeds: list[Changeset]) -> None:
    garden, file = first_garden(), File({})
    before = []
    for changeset in deeds:
        before.append((garden, dict(file.kept)))
        garden = garden.after(changeset, file.history)
        file.apply(changeset)
    for changeset, (garden_before, kept_before) in zip(reversed(deeds), reversed(before), strict=True):
        garden = garden.after(changeset.inverse, file.history)
        file.apply(changeset.inverse)
        assert garden.plants == garden_before.plants
        assert file.kept == kept_before


@thorough(1_000)
@given(histories_and_days())
def test_the_garden_of_a_day_is_that_of_the_history_until_then(
    history_and_day: tuple[list[Interaction], date],
) -> None:
    history, day = history_and_day
    told = until(history, day)
    whole = Garden(plants={"jane": Plant(JANE, fold_all(history))})
    then = whole.as_of(day, lambda contact: history)
    if JANE.created > day and not told:
        assert then.plants == {}
        return
    built = Garden(plants={"jane": Plant(JANE, EMPTY)})
    for n, entry in enumerate(told):
        built = built.after(deed((None, entry)), File({i.id: i for i in told[:n]}).history)
    assert then.plants == built.plants
    assert then.growth("jane", day) == built.growth("jane", day)
    assert then.as_of(day, nothing) == then


@thorough(1_000)
@given(histories_and_days())
def test_what_comes_later_changes_nothing_of_an_earlier_day(
    history_and_day: tuple[list[Interaction], date],
) -> None:
    history, day = history_and_day
    told = until(history, day)
    whole = Garden(plants={"jane": Plant(JANE, fold_all(history))}).as_of(day, lambda contact: history)
    known = Garden(plants={"jane": Plant(JANE, fold_all(told))}).as_of(day, lambda contact: told)
    assert whole == known


def test_someone_never_spoken_to_is_in_every_garden_from_the_day_of_creation_on() -> None:
    garden = Garden(plants={"jane": Plant(JANE)})
    assert garden.as_of(later(-1), nothing).plants == {}
    for day in (DAY, later(120), later(4000), date.max):
        assert garden.as_of(day, nothing).plants == garden.plants
    assert garden.growth("jane", later(120)).condition is Condition.SEED
    assert garden.growth("jane", date.max).condition is Condition.WITHERED_SEED


def test_a_contact_is_there_from_the_first_interaction_even_before_the_creation() -> None:
    history = [touch(later(-300)), talk(later(-200))]
    garden = Garden(plants={"jane": Plant(JANE, fold_all(history))})
    assert garden.as_of(later(-301), lambda contact: history).plants == {}
    then = garden.as_of(later(-250), lambda contact: history)
    assert then.plants["jane"].tie == fold_all(history[:1])
    assert then.growth("jane", later(-250)).withers_on == later(-300 + 121)


def test_moves_after_the_day_are_not_in_the_garden_of_the_day() -> None:
    moved = JANE.moved(StageMove(later(5), Stage.SEEDLING)).moved(StageMove(later(9), Stage.COMPOST))
    garden = Garden(plants={"jane": Plant(moved)})
    stages = [garden.as_of(later(n), nothing).plants["jane"].contact.stage for n in (0, 4, 5, 8, 9)]
    assert stages == [Stage.SEED, Stage.SEED, Stage.SEEDLING, Stage.SEEDLING, Stage.COMPOST]


def test_check_ins_and_seasons_of_later_days_are_not_in_it() -> None:
    garden = Garden(
        checkins={c.day.isoformat(): c for c in (CheckIn(DAY), CheckIn(later(3)))},
        seasons={"s": Season(id="s", name="Spring", start=later(2))},
    )
    assert garden.as_of(later(1), nothing) == Garden(checkins={DAY.isoformat(): CheckIn(DAY)})
    assert garden.last_check_in(later(3)) == DAY
    assert garden.last_check_in(later(4)) == later(3)
    assert garden.last_check_in(DAY) is None


def test_the_soil_and_the_choices_of_the_day_make_its_climate() -> None:
    old, new = (
        Soil(id="a", valid_from=DAY, b0=0.1, b1=1.1),
        Soil(id="b", valid_from=later(10), b0=-0.2, b1=0.9),
    )
    garden = Garden(soils={"b": new, "a": old})
    assert garden.climate(later(-1)) == PLAIN
    assert garden.climate(DAY) == garden.climate(later(9)) == Climate(HORIZON, 0.1, 1.1)
    assert garden.climate(later(10)) == Climate(HORIZON, -0.2, 0.9)
    chosen = garden.after(
        deed((None, Choice("patience", "2")), (None, Choice("seed-days", "30"))), history=nothing
    )
    assert chosen.climate(DAY) == Climate(2 * HORIZON, 0.1, 1.1, 30)


def test_growth_knows_of_rest_until_its_last_day() -> None:
    garden = Garden(plants={"jane": Plant(replace(JANE, resting=Resting(later(3))))})
    conditions = [garden.growth("jane", later(n)).condition for n in (0, 3, 4)]
    assert conditions == [Condition.RESTING, Condition.RESTING, Condition.SEED]
    with pytest.raises(KeyError):
        garden.growth("nobody", DAY)


def test_a_contact_edited_keeps_its_tie_and_a_contact_removed_is_gone() -> None:
    garden = Garden(plants={"jane": Plant(JANE, fold_all([sign(DAY)]))})
    renamed = replace(JANE, name="Jane Jones")
    after = garden.after(deed((JANE, renamed)), nothing)
    assert after.plants == {"jane": Plant(renamed, fold_all([sign(DAY)]))}
    assert after.contact("jane") == renamed
    assert after.after(deed((renamed, None)), nothing).contact("jane") is None


def test_a_contact_and_the_first_talk_come_in_one_deed() -> None:
    first = talk(DAY)
    for brought in (deed((None, JANE), (None, first)), deed((None, first), (None, JANE))):
        assert Garden().after(brought, nothing).plants == {"jane": Plant(JANE, fold_all([first]))}


def test_adding_what_comes_last_reads_no_history() -> None:
    def unread(contact: str) -> list[Interaction]:
        raise AssertionError(f"the history of {contact} was read")

    garden = Garden(plants={"jane": Plant(JANE, fold_all([sign(DAY)]))})
    assert garden.after(deed((None, touch(later(1)))), unread).plants["jane"].tie.run == 1
    assert garden.after(deed((JANE, replace(JANE, name="J"))), unread).plants["jane"].contact.name == "J"


def test_a_deed_leaves_alone_what_it_does_not_concern() -> None:
    garden = replace(first_garden(), revision=7, checkins={DAY.isoformat(): CheckIn(DAY)})
    after = garden.after(deed((None, talk(DAY, participants=(NAMES[0],)))), nothing)
    assert after.plants[NAMES[1]] is garden.plants[NAMES[1]]
    assert after.checkins is garden.checkins
    assert after.revision == 7
    assert garden.after(deed((None, Choice("patience", "2"))), nothing).plants is garden.plants
    assert first_garden().plants[NAMES[0]].contact.created == PLANTED


def test_a_batch_comes_and_goes_with_its_deed() -> None:
    batch = Batch(id="b", number=1, at=datetime(2024, 2, 29, 8), files=("a.vcf",), new=1, merged=0)
    brought = deed((None, batch), (None, JANE))
    garden = Garden().after(brought, nothing)
    assert garden.batches == {"b": batch}
    assert garden.after(brought.inverse, nothing) == Garden()
