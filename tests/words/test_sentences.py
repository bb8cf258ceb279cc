"""Sentences that hold whatever they are filled with."""

from __future__ import annotations

from datetime import date

import pytest

from gardener.domain.changes import Refusal
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.words import refusals, today, window


def test_a_long_absence_claims_no_more_than_is_known() -> None:
    """Whether anything withered is said by the list of the withered alone, which may be empty."""
    assert "wither" not in today.away(date(2026, 1, 5), date(2026, 3, 1))


@pytest.mark.parametrize("field", ["note", "notes"])
def test_what_is_too_long_is_named_in_the_singular(field: str) -> None:
    refusal = Refusal("too-long", {"field": field, "length": 70_000, "limit": 65_536})
    assert refusals.sentence(refusal).startswith("The note is too long")


@pytest.mark.parametrize(("direction", "said"), [("outgoing", "I began"), ("incoming", "they began")])
def test_who_began_is_told_within_the_line(direction: str, said: str) -> None:
    other = Interaction(
        id="i", day=date(2026, 3, 1), kind=Kind.OTHER, direction=Direction(direction), participants=("a",)
    )
    assert window.happened(other) == f"Other, {said}"
