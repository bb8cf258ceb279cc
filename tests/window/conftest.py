"""A display for the tests of the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.skips import needs
from tests.window.real_window import Display, display, missing_tool


@pytest.fixture
def screen() -> Iterator[Display]:
    """A display of this test's own."""
    needs(not missing_tool(), missing_tool())
    with display() as opened:
        yield opened
