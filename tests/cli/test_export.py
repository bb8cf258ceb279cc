"""export as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Gardener


@pytest.mark.parametrize(
    ("name", "options", "form"),
    [
        ("people.vcf", (), "vcard-3.0"),
        ("people.vcf", ("--format", "vcard-4.0"), "vcard-4.0"),
        ("people.csv", (), "csv"),
        ("people", ("--format", "csv"), "csv"),
    ],
)
def test_everybody_is_written_and_comes_back_into_an_empty_garden(
    gardener: Gardener, jane: str, file: Path, tmp_path: Path, name: str, options: tuple[str, ...], form: str
) -> None:
    gardener(
        "add", "Tom Park", "--phone=+49 30 1", "--tag", "old friends", "--org", "=Acme", "--note", "a\nb; c"
    )
    to = tmp_path / name
    said = gardener("export", str(to), *options).json
    assert said == {"file": str(to), "format": form, "contacts": 2}
    assert to.stat().st_mode & 0o777 == 0o600
    keys = ("name", "emails", "phones", "tags", "org", "notes")
    before = [{key: one[key] for key in keys} for one in gardener("list").json["contacts"]]
    file.rename(tmp_path / "elsewhere")
    assert gardener("import", str(to)).json["files"][0]["new"] == 2
    assert [{key: one[key] for key in keys} for one in gardener("list").json["contacts"]] == before


def test_it_is_of_the_day_that_is_asked_for(gardener: Gardener, jane: str, tmp_path: Path) -> None:
    gardener("add", "Tom Park", on="2026-04-01")
    assert gardener("export", str(tmp_path / "a.vcf")).json["contacts"] == 1
    assert gardener("export", str(tmp_path / "a.vcf"), on="2026-04-01").json["contacts"] == 2


def test_where_nothing_can_be_written_is_told_and_nothing_is_replaced(
    gardener: Gardener, jane: str, file: Path, tmp_path: Path
) -> None:
    assert gardener("export", str(tmp_path / "people.txt"), status=2).code == "usage"
    assert gardener("export", str(tmp_path / "none" / "people.vcf"), status=1).code == "no-folder"
    before = file.read_bytes()
    assert gardener("export", str(file), "--format", "csv", status=1).code == "exists"
    assert gardener("export", str(tmp_path), "--format", "csv", status=1).code == "exists"
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))
