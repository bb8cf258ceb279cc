"""The family tree's places: nobody on anybody, parents before their children, no line on a name, and stable."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.scene.family import Family, Lead, family_of
from gardener.scene.grid import Rect
from gardener.scene.tree_layout import ALONE, GUTTER, LEFT, ROW, WIDE, TreeLayout, lay_out
from tests.scene.test_family import DAY, FRUITS, LEADS, PEOPLE, family, lead


def boxes(layout: TreeLayout) -> dict[str, Rect]:
    return {id_: layout.box(id_) for id_ in layout.feet}


def overlapping(layout: TreeLayout) -> list[tuple[str, str]]:
    placed = list(boxes(layout).items())
    return [(a, b) for n, (a, one) in enumerate(placed) for b, other in placed[n + 1 :] if one.meets(other)]


def crossings(layout: TreeLayout) -> list[tuple[str, str]]:
    """Straight pieces of ways and branches (those inside columns) that lie on somebody's box."""
    found = []
    pieces = [
        (way.to, one, other)
        for way in layout.ways
        for one, other in zip(way.points[1:-1:2], way.points[2:-1:2], strict=True)
    ]
    for id_, (x, y) in layout.feet.items():
        knot = layout.family.knots.get(id_)
        if knot is not None and knot.parent is not None:
            bend = layout.feet[knot.parent][0] + WIDE + GUTTER
            if bend < x:
                pieces.append((id_, (bend, y), (x - 1.0, y)))
    for id_, (x0, y0), (x1, _) in pieces:
        line = Rect(x0, y0 - 0.5, x1 - x0, 1.0)
        found += [(id_, other) for other, box in boxes(layout).items() if other != id_ and box.meets(line)]
    return found


def test_a_parent_stands_in_the_middle_of_its_children_and_left_of_them() -> None:
    layout = lay_out(family("a b c d", lead("a", "b", 1), lead("a", "c", 2), lead("a", "d", 3)))
    ys = [layout.feet[id_][1] for id_ in "bcd"]
    assert [b - a for a, b in itertools.pairwise(ys)] == [ROW, ROW]
    assert layout.feet["a"] == (LEFT, ys[1])
    assert {layout.feet[id_][0] for id_ in "bcd"} == {LEFT + WIDE + GUTTER}


def test_a_tendril_of_one_layer_runs_between_the_columns() -> None:
    layout = lay_out(family("a b c", lead("a", "c", 1), lead("b", "c", 2)))
    (way,) = layout.ways
    assert (way.by, way.to) == ("b", "c")
    assert [x for x, _ in way.points] == [LEFT + WIDE, LEFT + WIDE + GUTTER]


def test_a_folded_branch_says_how_many_it_hides() -> None:
    leads = (lead("a", "b", 1), lead("b", "c", 2), lead("b", "d", 3), lead("z", "d", 4))
    tree = family("a b c d z", *leads)
    layout = lay_out(tree, folded={"b"})
    assert layout.hidden == {"b": 2}
    assert set(layout.feet) == {"a", "b", "z"}
    assert layout.ways == ()
    assert lay_out(tree, folded={"c"}).hidden == {}, "who led to nobody hides nothing"


def test_those_who_came_alone_are_one_group_until_it_is_opened() -> None:
    tree = family("a b c d e", lead("a", "b"))
    assert set(lay_out(tree).feet) == {"a", "b", ALONE}
    opened = lay_out(tree, alone_open=True)
    assert opened.alone == ("c", "d", "e")
    assert not overlapping(opened)
    lowest = max(opened.feet["a"][1], opened.feet["b"][1])
    assert all(opened.feet[id_][1] > lowest for id_ in "cde")


def test_nobody_at_all_has_a_layout_too() -> None:
    layout = lay_out(Family())
    assert layout.order() == ()
    assert layout.extent.w > 0
    assert layout.extent.h > 0


@given(LEADS, FRUITS, st.frozensets(st.sampled_from(PEOPLE)), st.booleans())
def test_nobody_lies_on_anybody_and_no_line_on_a_name(
    leads: list[Lead],
    fruits: dict[str, tuple[date, tuple[str, ...]]],
    folded: frozenset[str],
    alone_open: bool,
) -> None:
    tree = family_of(PEOPLE, leads, fruits)
    layout = lay_out(tree, folded=folded, alone_open=alone_open)
    assert overlapping(layout) == []
    assert crossings(layout) == []
    for id_, (x, _) in layout.feet.items():
        knot = tree.knots.get(id_)
        if knot is not None:
            assert all(layout.feet[parent][0] < x for parent in knot.parents if parent in layout.feet)
    for box in boxes(layout).values():
        assert layout.extent.covers(box)
    hidden = {each for knot in folded & tree.knots.keys() for each in tree.below(knot)}
    assert set(tree.knots) - hidden == set(layout.feet) & set(tree.knots)
    assert sorted(layout.order()) == sorted(layout.feet)


@given(LEADS, FRUITS)
def test_the_same_family_has_the_same_places_and_is_found_at_them(
    leads: list[Lead], fruits: dict[str, tuple[date, tuple[str, ...]]]
) -> None:
    tree = family_of(PEOPLE, leads, fruits)
    layout = lay_out(tree, alone_open=True)
    again = lay_out(family_of(PEOPLE, list(reversed(leads)), fruits), alone_open=True)
    assert layout.feet == again.feet
    for id_, box in boxes(layout).items():
        assert layout.at(box.x + 1.0, box.y + 1.0) == id_
        assert id_ in set(layout.within(box))


@pytest.mark.parametrize("seed", range(6))
def test_a_wide_family_of_many_layers_is_laid_out_as_well(seed: int) -> None:
    dice = Random(seed)
    people = [f"{n:03}" for n in range(160)]
    leads = []
    for n in range(1, 160):
        for _ in range(2 if dice.random() < 0.25 else 1):  # a quarter came by two
            leads.append(
                Lead(people[int(n * dice.random() ** 1.6)], people[n], DAY + timedelta(dice.randrange(900)))
            )
    tree = family_of(people, leads, {f"job{n}": (DAY, (people[n * 9], people[n * 5])) for n in range(12)})
    layout = lay_out(tree)
    leaping = [k for k in tree.knots.values() if k.parent and tree.knots[k.parent].layer + 1 < k.layer]
    assert leaping
    assert layout.ways
    assert overlapping(layout) == []
    assert crossings(layout) == []


def test_a_chain_of_thousands_is_laid_out() -> None:
    people = [f"{n:04}" for n in range(3000)]
    chain = [Lead(a, b, DAY) for a, b in itertools.pairwise(people)]
    layout = lay_out(family_of(people, chain, {}))
    assert {y for _, y in layout.feet.values()} == {0.0}
    assert layout.feet[people[-1]][0] == LEFT + 2999 * (WIDE + GUTTER)
