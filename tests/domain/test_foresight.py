"""Looking ahead: nothing but the present is used, a touch alone saves nobody, the guards are heeded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import growth, pace
from gardener.domain.contact import Contact, Resting
from gardener.domain.foresight import MOST_TOUCHES, Foresight, has_wilted, present
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Interaction
from gardener.domain.records import Choice, Soil
from gardener.domain.sample import sample
from gardener.domain.stage import Stage
from gardener.domain.tie import fold_all
from tests.domain.histories import JANE, histories, shifted, sign, thorough, touch

TODAY = date(2026, 3, 1)
AHEAD = 183


def ahead_of(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return shifted(day, days)


END = ahead_of(TODAY, AHEAD)


def _sample() -> Garden:
    return Garden().after(sample(TODAY), lambda _: ())


def _garden(*plants: Plant) -> Garden:
    return Garden(plants={plant.contact.id: plant for plant in plants})


def _jane(*history: int, id_: str = JANE, **fields: Any) -> Plant:
    """Somebody whose signs came so many days ago."""
    contact = replace(Contact(id=id_, name=id_.title(), created=date(2024, 1, 1)), **fields)
    return Plant(contact, fold_all(sign(TODAY - timedelta(days=ago)) for ago in history))


def _lived(history: list[Interaction]) -> tuple[Plant, date]:
    """Somebody of that history, on the day of its end."""
    plant = Plant(Contact(id=JANE, name="Jane", created=date(1, 1, 1)), fold_all(history))
    latest = plant.tie.latest
    assert latest is not None
    return plant, latest.date()


def _vitality(plant: Plant, day: date) -> float | None:
    return growth.read(plant.tie, day, planted=plant.contact.created).vitality


def _foresight(garden: Garden, today: date, per_week: int = 0) -> Foresight:
    return Foresight(garden, today, per_week, last=ahead_of(today, AHEAD))


def never(_id: str, _day: int) -> float:
    """No answer ever comes."""
    return 1.0


def always(_id: str, _day: int) -> float:
    """Every touch is answered."""
    return 0.0


def test_with_no_plan_the_garden_ahead_is_the_present_one() -> None:
    garden = _sample()
    foresight = _foresight(garden, TODAY)
    for days in (1, 90, AHEAD):
        assert foresight.garden_on(ahead_of(TODAY, days)) == garden
    assert foresight.saving(END).fewer == 0
    assert foresight.saving(END).touches == 0


def test_what_holds_only_later_is_not_used() -> None:
    later = TODAY + timedelta(days=10)
    garden = replace(
        _sample(),
        soils={"s": Soil(id="s", valid_from=later, b0=3.0, b1=1.0)},
        choices={"patience@x": Choice("patience", "4", later), "patience": Choice("patience", "2")},
    )
    ahead = present(garden, TODAY)
    assert ahead.climate(END) == ahead.climate(TODAY) == garden.climate(TODAY)
    assert garden.climate(END) != garden.climate(TODAY)
    assert _foresight(garden, TODAY, 3).saving(END) == _foresight(ahead, TODAY, 3).saving(END)


@thorough(300)
@given(histories(min_size=1), st.integers(1, MOST_TOUCHES), st.integers(0, AHEAD))
def test_unanswered_touches_change_no_vitality(history: list[Interaction], per_week: int, days: int) -> None:
    plant, today = _lived(history)
    day = ahead_of(today, days)
    for course in _foresight(_garden(plant), today, per_week).run(never).values():
        after = Plant(plant.contact, course.on(day)) if course.days[0] <= day.toordinal() else plant
        assert _vitality(after, day) == _vitality(plant, day)


@thorough(300)
@given(histories(min_size=1), st.integers(1, MOST_TOUCHES))
def test_the_guards_never_warn_of_a_planned_touch(history: list[Interaction], per_week: int) -> None:
    plant, today = _lived(history)
    for course in _foresight(_garden(plant), today, per_week).run(never).values():
        before = plant.tie
        for ordinal, tie in zip(course.days, course.ties, strict=True):
            day = date.fromordinal(ordinal)
            assert not pace.too_soon(before, day)
            assert pace.level(before) is not pace.Level.DROWNING
            vitality = _vitality(Plant(plant.contact, before), day)
            assert vitality is not None
            assert growth.WITHERED <= vitality < growth.THIRSTY
            before = tie


@pytest.mark.parametrize("per_week", range(1, MOST_TOUCHES + 1))
def test_no_week_has_more_touches_than_were_planned(per_week: int) -> None:
    plants = [_jane(60 + n % 20, id_=f"p{n}") for n in range(400)]
    courses = _foresight(_garden(*plants), TODAY, per_week).run(never)
    weeks = Counter((day - TODAY.toordinal() - 1) // 7 for course in courses.values() for day in course.days)
    assert max(weeks.values()) == per_week
    assert weeks[0] == per_week


def test_the_one_who_would_wither_first_comes_first_and_nobody_who_is_let_be() -> None:
    fresh, near, nearest = _jane(30, id_="fresh"), _jane(50, id_="near"), _jane(70, id_="nearest")
    left = _jane(75, id_="left", left_alone=True)
    rests = _jane(75, id_="rests", resting=Resting())
    ended = _jane(75, id_="ended", planted=Stage.COMPOST)
    gone, seed = _jane(100, id_="gone"), _jane(id_="seed")
    garden = _garden(fresh, near, nearest, left, rests, ended, gone, seed)
    courses = _foresight(garden, TODAY, 7).run(never)
    assert set(courses) == {"fresh", "near", "nearest"}
    assert [courses[id_].days[0] - TODAY.toordinal() for id_ in ("nearest", "near", "fresh")] == [1, 2, 3]


def test_an_answer_is_a_sign_and_saves() -> None:
    garden = _garden(_jane(50))
    (course,) = _foresight(garden, TODAY, 7).run(always).values()
    day = TODAY + timedelta(days=20)
    assert has_wilted(garden.plants[JANE], day, growth.PLAIN)
    assert not has_wilted(Plant(garden.plants[JANE].contact, course.on(day)), day, growth.PLAIN)
    assert course.on(day).replies == 2


def test_what_is_said_is_drawn_the_same_way_each_time_and_what_is_shown_is_one_of_it() -> None:
    garden = _sample()
    first, second = _foresight(garden, TODAY, 3), _foresight(garden, TODAY, 3)
    day = ahead_of(TODAY, 90)
    assert first.saving(day) == second.saving(day)
    assert first.shown == second.shown
    saving = first.saving(day)
    assert 0 < saving.fewer <= saving.wilted <= saving.listed
    assert saving.low <= saving.fewer <= saving.high
    assert 0 < saving.answers < saving.touches <= 39
    shown = first.garden_on(day)
    wilted = sum(has_wilted(p, day, growth.PLAIN) for p in shown.plants.values())
    plain = sum(has_wilted(p, day, growth.PLAIN) for p in garden.plants.values())
    assert 0 <= plain - wilted <= saving.wilted


def test_more_touches_are_expected_to_save_more() -> None:
    plants = [_jane(20 + n, 400 - n, id_=f"p{n:02}") for n in range(60)]
    fewer = [_foresight(_garden(*plants), TODAY, n).saving(ahead_of(TODAY, 60)).fewer for n in (0, 2, 10)]
    assert fewer[0] == 0
    assert fewer[0] < fewer[1] < fewer[2]


def test_today_is_not_touched() -> None:
    foresight = _foresight(_sample(), TODAY, 10)
    assert foresight.garden_on(TODAY) == present(_sample(), TODAY)
    assert foresight.shown
    assert all(course.days[0] > TODAY.toordinal() for course in foresight.shown.values())


def test_the_calendar_ends() -> None:
    today = date.max - timedelta(days=5)
    plant = Plant(
        Contact(id=JANE, name="Jane", created=today),
        fold_all([sign(today - timedelta(days=60)), touch(today)]),
    )
    foresight = _foresight(_garden(plant), today, 10)
    assert foresight.saving(ahead_of(today, AHEAD)).listed == 1
