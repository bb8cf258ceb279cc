"""The table of patterns: each is reached by its example, so that none stands behind one that takes everything from it."""

from __future__ import annotations

import re

import pytest

from gardener.capture.event_patterns import PATTERNS, Pattern
from gardener.capture.events import find_event


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.example for pattern in PATTERNS])
def test_the_example_is_taken_by_its_own_pattern(pattern: Pattern) -> None:
    first = next(each for each in PATTERNS if re.match(each.row, pattern.example))
    assert first.example == pattern.example
    event = find_event(pattern.example)
    assert event is not None
    assert event.tense is pattern.tense
    assert event.mark is pattern.mark
    assert event.who
