"""Taking people and the whole garden elsewhere from the window: asked where to, written, told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from gardener.session import Session
from tests.ui.conftest import Stand


def said(stand: Stand) -> str:
    return stand.window.toasts.words[-1]


def asked(stand: Stand, command: str) -> QFileDialog:
    stand.add("Jane Miller")
    stand.trigger(command)
    dialog = stand.opened[-1]
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    return dialog


@pytest.mark.parametrize(
    ("name", "begins"),
    [("people.vcf", b"BEGIN:VCARD"), ("people.csv", b"\xef\xbb\xbf"), ("people", b"BEGIN:VCARD")],
)
def test_everybody_is_exported(stand: Stand, tmp_path: Path, name: str, begins: bytes) -> None:
    dialog = asked(stand, "export")
    dialog.fileSelected.emit(str(tmp_path / name))
    written = tmp_path / (name if "." in name else f"{name}.vcf")
    assert written.read_bytes().startswith(begins)
    assert b"Jane Miller" in written.read_bytes()
    assert said(stand) == f"Wrote 1 contact to {written.name}."
    dialog.fileSelected.emit(str(tmp_path / "none" / name))
    assert "could not be written" in said(stand)
    dialog.reject()


def test_the_garden_is_copied_and_nothing_is_written_over(stand: Stand, tmp_path: Path) -> None:
    dialog = asked(stand, "copy-garden")
    copy = tmp_path / "copy.garden"
    dialog.fileSelected.emit(str(copy))
    assert said(stand) == f"Copied to {copy} (1 contact)."
    with Session.open(copy) as copied:
        assert [plant.contact.name for plant in copied.garden.plants.values()] == ["Jane Miller"]
    dialog.fileSelected.emit(str(copy))
    assert said(stand) == f"There is already something at {copy}."
    dialog.reject()


@pytest.mark.parametrize("command", ["export", "copy-garden"])
def test_with_names_hidden_nobody_leaves_the_garden(stand: Stand, command: str) -> None:
    stand.add("Jane Miller")
    stand.trigger("hide-names")
    assert not stand.window.actions_[command].isEnabled()
