"""Credit flows back along introductions: nothing is lost, two paths share, and circles end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.changes import Change, Changeset, What
from gardener.domain.contact import Contact
from gardener.domain.credit import Fruit, credit, fruits, largest_fruit, paths
from gardener.domain.garden import Garden, Plant
from gardener.domain.introduction import Introduction, Outcome
from gardener.domain.lineage import Lineage, leads_of, lineage, touched_by
from gardener.domain.opportunity import Opportunity, Step, StepKind
from tests.domain.memory import DAY

PEOPLE = "abcdefgh"
Led = tuple[str, str, int]


def garden_of(*leads: Led, people: str = PEOPLE) -> Garden:
    """People of one letter, and who led to whom how many days ago."""
    introductions = {
        f"i{n}": Introduction(id=f"i{n}", by=by, to=to, day=DAY - timedelta(days=ago))
        for n, (by, to, ago) in enumerate(leads)
    }
    contacts = {one: Plant(Contact(id=one, name=one, created=DAY)) for one in people}
    return Garden(plants=contacts, introductions=introductions)


def tree(*leads: Led) -> Lineage:
    return lineage(garden_of(*leads))


def owed(*who: str, steps: tuple[Step, ...] = ()) -> Opportunity:
    return Opportunity(id="o", employer="E", role="R", created=DAY, thanks_to=who, steps=steps)


led = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.integers(0, 5)).filter(
        lambda one: one[0] != one[1]
    ),
    max_size=14,
)
thanked = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True)


def test_one_path_carries_all_of_it_to_the_first_plant() -> None:
    found = credit(["c"], tree(("a", "b", 9), ("b", "c", 5)))
    assert (found.owed, found.first) == ({"c": 1.0}, {"a": 1.0})
    assert found.through == {"a": 1.0, "b": 1.0, "c": 1.0}
    assert [(flow.lead.by, flow.lead.to, flow.share) for flow in found.flows] == [
        ("b", "c", 1.0),
        ("a", "b", 1.0),
    ]


def test_two_paths_share_and_what_meets_again_adds_up() -> None:
    diamond = tree(("a", "b", 9), ("a", "c", 9), ("b", "d", 5), ("c", "d", 4), ("e", "d", 3))
    found = credit(["d"], diamond)
    third = pytest.approx(1 / 3)
    assert found.through == {"a": pytest.approx(2 / 3), "b": third, "c": third, "d": 1.0, "e": third}
    assert found.first == {"a": pytest.approx(2 / 3), "e": third}
    assert paths(["d"], diamond) == (("a", "b", "d"), ("a", "c", "d"), ("e", "d"))


def test_somebody_owed_who_also_led_to_another_has_both_parts() -> None:
    found = credit(["b", "a"], tree(("a", "b", 9)))
    assert found.owed == {"a": 0.5, "b": 0.5}
    assert found.through == {"a": 1.0, "b": 0.5}
    assert found.first == {"a": 1.0}


def test_owed_to_nobody_there_is_no_credit() -> None:
    nothing = credit([], tree(("a", "b", 9)))
    assert (nothing.owed, nothing.through, nothing.first, nothing.flows) == ({}, {}, {}, ())


def test_of_a_circle_the_oldest_leads_stay() -> None:
    circle = tree(("a", "b", 9), ("b", "c", 5), ("c", "a", 1))
    assert credit(["a"], circle).first == {"a": 1.0}
    assert credit(["c"], circle).first == {"a": 1.0}


def test_a_declined_introduction_led_to_nobody_even_where_the_contact_says_so() -> None:
    garden = garden_of(("a", "b", 9))
    declined = {
        key: Introduction(id=key, by=one.by, to=one.to, day=one.day, outcome=Outcome.DECLINED)
        for key, one in garden.introductions.items()
    }
    plants = dict(garden.plants) | {
        "b": Plant(Contact(id="b", name="b", created=DAY, introduced_by="a")),
        "c": Plant(Contact(id="c", name="c", created=DAY, met=date(2020, 1, 1), introduced_by="a")),
        "d": Plant(Contact(id="d", name="d", created=DAY, introduced_by="nobody")),
    }
    leads = leads_of(Garden(plants=plants, introductions=declined))
    assert [(one.by, one.to, one.day, one.introduction) for one in leads] == [
        ("a", "c", date(2020, 1, 1), None)
    ]


def every_path(end: str, above: Lineage) -> list[tuple[tuple[str, ...], Fraction]]:
    """By the definition: every way back to a first plant with the part it carries, in exact fractions."""
    leads = above.above.get(end, ())
    if not leads:
        return [((end,), Fraction(1))]
    return [((*path, end), part / len(leads)) for lead in leads for path, part in every_path(lead.by, above)]


@given(led, thanked)
def test_credit_is_split_over_all_paths_and_sums_to_one(leads: list[Led], ends: list[str]) -> None:
    above = tree(*leads)
    found = credit(ends, above)
    whole = [(path, part / len(ends)) for end in ends for path, part in every_path(end, above)]
    assert sum(part for _, part in whole) == 1
    assert sum(found.first.values()) == pytest.approx(1.0)
    assert sum(found.owed.values()) == pytest.approx(1.0)
    for contact in PEOPLE:
        passed = float(sum(part for path, part in whole if contact in path))
        begun = float(sum(part for path, part in whole if path[0] == contact))
        assert found.through.get(contact, 0.0) == pytest.approx(passed)
        assert found.first.get(contact, 0.0) == pytest.approx(begun)
    assert set(found.through) == set(above.ancestors(ends))
    assert sorted(path for path, _ in whole) == sorted(paths(ends, above, limit=100_000))


@given(led)
def test_the_family_tree_has_no_circles_and_keeps_whom_it_can(leads: list[Led]) -> None:
    above = tree(*leads)
    for one in PEOPLE:
        for lead in above.above.get(one, ()):
            assert one not in above.ancestors([lead.by])
    kept = {(lead.by, lead.to) for own in above.above.values() for lead in own}
    assert kept == {(lead.by, lead.to) for own in above.below.values() for lead in own}
    for by, to, _ in leads:
        assert (by, to) in kept or to in above.ancestors([by])
    assert above.descendants(["a"]) == {one for one in PEOPLE if "a" in above.ancestors([one])}


def test_fruit_is_the_best_step_so_far_on_everyone_who_led_there() -> None:
    step = [Step(kind, DAY + timedelta(days=n)) for n, kind in enumerate(StepKind)]
    one = owed("b", steps=tuple(step))
    assert largest_fruit(one, DAY) is None
    assert largest_fruit(one, DAY + timedelta(days=1)) == step[1]
    assert largest_fruit(one, DAY + timedelta(days=3)) == step[3]
    again = owed("b", steps=(step[1], Step(StepKind.INTERVIEW, DAY + timedelta(days=9))))
    assert largest_fruit(again, DAY + timedelta(days=20)) == step[1]
    borne = fruits([one], tree(("a", "b", 3)), DAY + timedelta(days=2))
    assert borne == {"a": (Fruit("o", step[2], 1.0),), "b": (Fruit("o", step[2], 1.0),)}
    assert fruits([owed("b")], tree(("a", "b", 3)), DAY) == {}


def test_all_who_led_there_are_touched_where_fruit_may_move() -> None:
    before = garden_of(("a", "b", 9), ("b", "c", 5))
    own = before.plants["c"].contact
    for changes, who in (
        ((Change(None, owed("c")),), "abc"),
        ((Change(owed("b"), None),), "ab"),
        ((Change(before.introductions["i1"], None),), "abc"),
        ((Change(own, replace(own, introduced_by="d")),), "abcd"),
        ((Change(own, replace(own, name="C")),), "c"),
    ):
        changeset = Changeset(What("deed"), changes)
        after = before.after(changeset, lambda _: ())
        assert touched_by(changeset, before, after) == set(who)
