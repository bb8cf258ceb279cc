"""The door to the deeds: each is found behind it, and none is read before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gardener.domain import deeds

SCRIPT = """
import sys
from gardener.domain import deeds
rooms = [name for name in sys.modules if name.startswith("gardener.domain.deeds.")]
assert not rooms, rooms
deeds.rest
assert "gardener.domain.deeds.beds" in sys.modules
"""


@pytest.mark.parametrize("name", deeds.__all__)
def test_every_deed_is_behind_the_door(name: str) -> None:
    assert callable(getattr(deeds, name))
    assert getattr(deeds, name).__module__.startswith("gardener.domain.deeds.")


def test_what_is_no_deed_is_not() -> None:
    assert not hasattr(deeds, "pick_flowers")


def test_a_deed_is_read_when_it_is_asked_for() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
