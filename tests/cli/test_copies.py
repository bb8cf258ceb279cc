"""backup and restore as a person types them; what a damaged garden is told with."""

from __future__ import annotations

from pathlib import Path

import pytest

from gardener.session import FileProblem
from tests.cli.calls import Gardener

VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Park\r\nEND:VCARD\r\n"


def names(gardener: Gardener) -> list[str]:
    return [one["name"] for one in gardener("list").json["contacts"]]


def test_a_copy_is_made_and_comes_back(gardener: Gardener, jane: str, tmp_path: Path) -> None:
    copy = tmp_path / "march.gardener"
    assert gardener("backup", str(copy)).json == {"backup": {"path": str(copy), "contacts": 1}}
    assert gardener("backup", str(copy), status=1).code == "exists"
    gardener("add", "Tom Park")
    said = gardener("restore", str(copy)).json
    assert said["restored"] == {"from": str(copy), "path": str(tmp_path / "my.gardener"), "contacts": 1}
    assert names(gardener) == ["Jane Miller"]
    gardener("restore", said["kept"])
    assert names(gardener) == ["Jane Miller", "Tom Park"]


def test_a_garden_that_is_gone_comes_back(
    gardener: Gardener, plainly: Gardener, jane: str, file: Path
) -> None:
    copy = gardener("backup").json["backup"]["path"]
    file.unlink()
    assert "What was there" not in plainly("restore", copy).out
    assert names(gardener) == ["Jane Miller"]


def test_a_damaged_garden_is_told_with_its_newest_whole_copy(
    gardener: Gardener, plainly: Gardener, jane: str, file: Path
) -> None:
    copy = gardener("backup").json["backup"]["path"]
    file.write_bytes(file.read_bytes()[:5000])
    said = gardener("list", status=1)
    assert said.code == "damaged"
    assert f"“gardener restore {copy}” brings it back" in said.err
    assert "damaged" in gardener("check", status=1).err
    restored = plainly("restore", copy)
    assert "is kept as it was, damaged, at" in restored.out
    assert gardener("check").json["ok"]


def test_what_cannot_be_put_back_is_told(gardener: Gardener, jane: str, file: Path, tmp_path: Path) -> None:
    assert "is the garden itself" in gardener("restore", str(file), status=1).err
    assert "There is no copy at" in gardener("restore", str(tmp_path / "none"), status=1).err
    assert gardener("restore", str(tmp_path), status=1).code == "not-a-file"
    assert gardener("backup", str(tmp_path / "none" / "copy"), status=1).code == "no-folder"
    assert names(gardener) == ["Jane Miller"]


def test_a_copy_that_is_none_is_not_told_as_if_the_garden_were_damaged(
    gardener: Gardener, jane: str, tmp_path: Path
) -> None:
    gardener("backup")
    (tmp_path / "empty").touch()
    said = gardener("restore", str(tmp_path / "empty"), status=1)
    assert said.code == "empty"
    assert "whole copy" not in said.err


def test_a_copy_goes_nowhere_where_no_file_can_be_made(
    gardener: Gardener, jane: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> Path:
        raise FileProblem("missing", {"path": "/proc/copy"})

    monkeypatch.setattr("gardener.session.Session.back_up", refuse)
    said = gardener("backup", str(tmp_path / "copy"), status=1)
    assert said.code == "unreadable"
    assert "/proc/copy cannot be opened" in said.err


def test_a_copy_is_made_before_an_import(gardener: Gardener, jane: str, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(VCARD, encoding="utf-8")
    gardener("import", str(cards))
    (copy,) = (tmp_path / "backups").glob("*.gardener")
    assert gardener("check").json["last_backup"] is not None
    gardener("restore", str(copy))
    assert names(gardener) == ["Jane Miller"]
