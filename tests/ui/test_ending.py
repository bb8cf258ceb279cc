"""Asked to end by the system, the window closes as by hand."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gardener.ui.ending import ASKED_BY, Ending


@pytest.fixture
def ending(qtbot: QtBot) -> Iterator[Ending]:
    before = [signal.getsignal(number) for number in ASKED_BY]
    listening = Ending()
    yield listening
    listening.stop()
    assert [signal.getsignal(number) for number in ASKED_BY] == before


@pytest.mark.usefixtures("ending")
@pytest.mark.parametrize("number", ASKED_BY)
def test_a_signal_closes_the_windows(number: signal.Signals, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: not window.isVisible())
