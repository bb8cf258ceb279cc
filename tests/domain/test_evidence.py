"""The measured figures behind the pace guard: the cell of the table that is nearest to a tie."""

from __future__ import annotations

import pytest

from gardener.domain import evidence
from gardener.domain.guards import reply_chance
from gardener.domain.tie import Tie

# growth-model.md, "The pace guard": replies so far, unanswered touches, the chance measured
CELLS = {
    (0, 0): (0.27, 0.38), (0, 2): (0.23, 0.29), (0, 4): (0.21, 0.29), (0, 5): (0.13, 0.23),
    (2, 0): (0.43, 0.61), (1, 2): (0.35, 0.49), (2, 4): (0.27, 0.41), (1, 6): (0.27, 0.29),
    (3, 0): (0.59, 0.72), (9, 2): (0.52, 0.60), (3, 4): (0.47, 0.47), (9, 5): (0.44, 0.44),
    (10, 0): (0.84, 0.88), (99, 2): (0.74, 0.74), (10, 4): (0.60, 0.60), (10, 6): (0.50, 0.59),
}  # fmt: skip


@pytest.mark.parametrize(("at", "chance"), CELLS.items())
def test_the_cell_is_that_of_the_table(at: tuple[int, int], chance: tuple[float, float]) -> None:
    found = evidence.evidence(Tie(replies=at[0], run=at[1]))
    assert found.wet == chance
    assert found.dry == CELLS[min(one for one in CELLS if one[1] == 0 and found.replies_from <= one[0])]
    assert (found.replies, found.unanswered) == at


@pytest.mark.parametrize(("run", "column", "odds"), [
    (0, 0, 1.0), (1, 0, 0.70), (2, 2, 0.58), (3, 2, 0.46), (4, 4, 0.46), (5, 5, 0.22), (1000, 5, 0.22),
])  # fmt: skip
def test_between_two_columns_the_lower_one_stands(run: int, column: int, odds: float) -> None:
    found = evidence.evidence(Tie(replies=1, run=run))
    assert (found.column, found.odds) == (column, odds)


@pytest.mark.parametrize(
    ("replies", "span"), [(0, (0, 0)), (1, (1, 2)), (2, (1, 2)), (3, (3, 9)), (9, (3, 9)), (10, (10, None))]
)
def test_the_span_of_replies_is_named(replies: int, span: tuple[int, int | None]) -> None:
    found = evidence.evidence(Tie(replies=replies))
    assert (found.replies_from, found.replies_to) == span


def test_the_chance_that_is_said_lies_near_what_was_measured() -> None:
    for replies, run in CELLS:
        low, high = evidence.evidence(Tie(replies=min(replies, 12), run=run)).wet
        assert low - 0.12 <= reply_chance(Tie(replies=min(replies, 12), run=run)) <= high + 0.12


def test_their_own_answers_stand_beside_it() -> None:
    found = evidence.evidence(Tie(answers=6, quick=4))
    assert (found.answers, found.quick, found.chat) == (6, 4, True)
