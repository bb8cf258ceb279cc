"""A garden that cannot be opened is told in a small window, which shows where the file lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from gardener.app import FAILED, run


@pytest.mark.parametrize("pressed", ["Show where it lies", "Close"])
def test_a_damaged_garden_is_told_and_shown_where_it_lies(
    pressed: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "my.garden"
    path.write_bytes(b"")
    told: list[str] = []
    shown: list[str] = []
    chosen: list[QAbstractButton] = []

    def answer(box: QMessageBox) -> int:
        told.append(box.text())
        chosen[:] = [each for each in box.buttons() if each.text().replace("&", "") == pressed]
        return 0

    def open_url(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: chosen[0])
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert run(garden=path) == FAILED
    assert "damaged" in told[0]
    assert path.read_bytes() == b""
    assert shown == ([str(tmp_path)] if pressed.startswith("Show") else [])
