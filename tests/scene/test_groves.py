"""The trees beside the garden: never near a bed, the same wherever the view begins, in groves with clearings."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gardener.scene.grid import Rect
from gardener.scene.groves import Tree, trees_in

WIDTH, SKY = 1200.0, 130.0
WIDE = Rect(-3000.0, 0.0, 7000.0, 4000.0)


def trees(area: Rect) -> list[Tree]:
    return list(trees_in(area, width=WIDTH, sky=SKY))


def test_none_stands_near_a_bed_or_in_the_sky() -> None:
    found = trees(WIDE)
    assert len(found) > 20
    for tree in found:
        assert tree.on.right < -80.0 or tree.on.x > WIDTH + 80.0
        assert tree.on.bottom > SKY + 40.0


def test_none_is_seen_in_a_garden_that_fills_its_window() -> None:
    assert not trees(Rect(-60.0, 0.0, WIDTH + 120.0, 4000.0))


def test_the_nearer_ones_come_last() -> None:
    rows = [tree.on.bottom // 230.0 for tree in trees(WIDE)]
    assert all(later >= earlier - 1 for earlier, later in pairwise(rows))


@given(st.floats(-3000.0, 3000.0), st.floats(0.0, 3000.0))
def test_a_part_of_the_lawn_has_the_trees_that_the_whole_has_there(x: float, y: float) -> None:
    part = Rect(x, y, 384.0, 384.0)
    assert trees(part) == [tree for tree in trees(WIDE) if tree.on.meets(part)]
