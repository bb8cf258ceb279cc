"""Who led to whom becomes a forest with shared children: no circles, each one once, the earliest way first."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gardener.scene.family import Family, How, Lead, family_of

DAY = date(2026, 3, 1)


def lead(by: str, to: str, days: int = 0, how: How = How.MET) -> Lead:
    return Lead(by, to, DAY + timedelta(days), how)


def family(people: str, *leads: Lead, **fruits: str) -> Family:
    return family_of(
        people.split(), leads, {name: (DAY, tuple(owed.split())) for name, owed in fruits.items()}
    )


def test_the_first_way_is_the_branch_and_the_second_a_tendril() -> None:
    found = family("ann bob cy", lead("bob", "cy", 2), lead("ann", "cy", 1))
    assert found.knots["cy"].parents == ("ann", "bob")
    assert found.knots["ann"].children == ("cy",)
    assert found.knots["bob"].children == ()
    assert found.knots["bob"].led_to == ("cy",)


def test_who_neither_came_by_anybody_nor_led_anywhere_came_alone() -> None:
    found = family("ann bob cy dee", lead("ann", "bob"))
    assert found.alone == ("cy", "dee")
    assert found.firsts == ("ann",)


def test_a_circle_is_left_open_where_it_would_close() -> None:
    found = family("ann bob", lead("ann", "bob", 1), lead("bob", "ann", 2))
    assert found.knots["ann"].parents == ()
    assert found.knots["bob"].parents == ("ann",)
    assert family("ann", lead("ann", "ann")).alone == ("ann",)


def test_a_fruit_hangs_on_the_deepest_of_those_it_is_owed_to() -> None:
    found = family("ann bob cy", lead("ann", "bob"), job="ann bob", other="cy", nobodys="gone")
    assert found.knots["job"].parents == ("bob", "ann")
    assert (found.knots["job"].layer, found.knots["job"].fruit) == (2, True)
    assert "cy" in found.firsts
    assert "nobodys" not in found.knots


def test_families_that_bore_come_first_then_the_larger() -> None:
    leads = (lead("a", "b"), lead("c", "d"), lead("c", "e"), lead("f", "g"))
    assert family("a b c d e f g", *leads, job="g").firsts == ("f", "c", "a")


def test_a_branch_has_all_that_was_led_to_by_any_way_and_nobody_else() -> None:
    leads = (lead("a", "b", 1), lead("x", "b", 2), lead("b", "c", 3), lead("x", "y", 4))
    whole = family("a b c x y", *leads, job="c y")
    branch = whole.branch("x")
    assert set(branch.knots) == {"x", "b", "c", "y", "job"}
    assert branch.firsts == ("x",)
    assert branch.knots["b"].parents == ("x",)
    assert whole.branch("a").knots["job"].parents == ("c",)
    assert whole.above("job") == {"a", "b", "c", "x", "y"}


PEOPLE = [f"p{n:02}" for n in range(14)]
LEADS = st.lists(
    st.builds(
        lead, st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.integers(0, 30), st.sampled_from(list(How))
    )
)
FRUITS = st.dictionaries(
    st.sampled_from(["job", "other", "third"]),
    st.tuples(st.just(DAY), st.lists(st.sampled_from([*PEOPLE, "gone"]), max_size=4).map(tuple)),
)


@given(LEADS, FRUITS)
def test_whatever_leads_there_are_everybody_has_one_place(
    leads: list[Lead], fruits: dict[str, tuple[date, tuple[str, ...]]]
) -> None:
    found = family_of(PEOPLE, leads, fruits)
    borne = {fruit for fruit, (_, owed) in fruits.items() if set(owed) & set(PEOPLE)}
    assert set(found.knots) | set(found.alone) == set(PEOPLE) | borne
    assert not set(found.knots) & set(found.alone)
    grown = [child for knot in found.knots.values() for child in knot.children]
    assert len(grown) == len(set(grown)), "a shared child grows on one branch alone"
    assert set(grown) == {knot.id for knot in found.knots.values() if knot.parents}
    for knot in found.knots.values():
        assert all(found.knots[parent].layer < knot.layer for parent in knot.parents)
        assert knot.layer == max((found.knots[parent].layer + 1 for parent in knot.parents), default=0)
        assert knot.id not in found.above(knot.id)
    assert sorted(found.firsts) == sorted(knot.id for knot in found.knots.values() if not knot.parents)


@given(LEADS, FRUITS, st.randoms(use_true_random=False))
def test_the_order_in_which_leads_were_entered_changes_nothing(
    leads: list[Lead], fruits: dict[str, tuple[date, tuple[str, ...]]], dice: object
) -> None:
    mixed = list(leads)
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    assert family_of(PEOPLE, mixed, fruits) == family_of(PEOPLE, leads, fruits)
