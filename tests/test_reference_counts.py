"""Calls into Qt leave the reference counts of None and True alone (in PySide6 6.12.0 they do not)."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPointF, Signal

from tests.skips import pointless

CALLS = 400  # well below the number at which a faulty release ends the process
NOISE = 40  # None comes and goes elsewhere in the interpreter


class _Bell(QObject):
    rung = Signal(bool)


def _drift(of: object, call: Callable[[], object]) -> int:
    """How many references to `of` came or went over CALLS calls."""
    call()
    before = sys.getrefcount(of)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(of) - before


@pytest.mark.parametrize("constant", [None, True])
def test_calls_and_emits_leave_the_constants_alone(constant: object) -> None:
    pointless(sys.version_info >= (3, 12), "from Python 3.12 on None and True are immortal")
    point, bell = QPointF(), _Bell()
    assert abs(_drift(constant, lambda: point.setX(1.0))) < NOISE
    assert abs(_drift(constant, lambda: bell.rung.emit(True))) < NOISE
