"""A mistake of the program is logged and told without names, and the program goes on."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gardener.ui.error_page import ErrorPage
from gardener.ui.errors import Errors, report_of, show_report, start_log


def fail(name: str) -> None:
    raise KeyError(name)


def test_a_report_holds_no_values() -> None:
    try:
        fail("Jane Miller")
    except KeyError as error:
        report = report_of(type(error), error.__traceback__)
    assert "Jane" not in report
    assert "KeyError" in report
    assert "in fail" in report
    assert str(Path.home()) not in report


@pytest.mark.logs_errors
@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_told_and_the_loop_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    before = sys.excepthook
    handler = start_log(tmp_path)
    errors = Errors()
    errors.install()
    went_on: list[bool] = []
    try:
        QTimer.singleShot(0, lambda: fail("Jane Miller"))
        with qtbot.waitSignal(errors.raised) as raised:
            pass
        QTimer.singleShot(0, lambda: went_on.append(True))
        qtbot.waitUntil(lambda: bool(went_on))
    finally:
        errors.remove()
        if handler is not None:
            logging.getLogger("gardener").removeHandler(handler)
            handler.close()
    assert sys.excepthook == before
    assert raised.args is not None
    assert "KeyError" in raised.args[0]
    logged = (tmp_path / "gardener.log").read_text(encoding="utf-8")
    assert "KeyError" in logged
    assert "Jane" not in logged


def test_the_report_is_shown_once_to_read_and_to_copy(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    page = show_report(window, "Gardener\nKeyError")
    assert isinstance(page, ErrorPage)
    assert page.text.toPlainText() == "Gardener\nKeyError"
    assert show_report(window, "another") is page, "one mistake is told at a time"
    assert page.windowModality() is Qt.WindowModality.NonModal, "the window goes on"
    page.copy.click()
    assert QGuiApplication.clipboard().text() == "Gardener\nKeyError"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
