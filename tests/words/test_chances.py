"""A chance in words: every door says the same word for the same per cent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.words.chances import SCALE, likelihood, percent, told


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "very unlikely, under 1 %"), (0.0949, "very unlikely, 9 %"), (0.1, "unlikely, 10 %"),
        (0.32, "unlikely, 32 %"), (0.3251, "about even, 33 %"), (0.5, "about even, 50 %"), (0.6549, "about even, 65 %"),
        (0.66, "likely, 66 %"), (0.8951, "very likely, 90 %"), (1.0, "very likely, over 99 %"),
    ],
)  # fmt: skip
def test_a_chance_in_words(chance: float, words: str) -> None:
    assert told(chance) == words


@given(st.floats(0.005, 0.995), st.floats(0.005, 0.995))
def test_what_reads_as_the_same_per_cent_has_the_same_word(one: float, other: float) -> None:
    words = [word for _, word in SCALE]
    if percent(one) == percent(other):
        assert likelihood(one) == likelihood(other)
    elif one > other:
        assert words.index(likelihood(one)) <= words.index(likelihood(other))
