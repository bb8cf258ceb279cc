"""The first command of a garden: nobody sees the file before there is something in it, and two that begin share one."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

import pytest

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.session import Session
from gardener.store import creating
from tests.cli.calls import TODAY, Gardener


def add_bo(file: Path) -> None:
    """Another program plants Bo."""
    with Session.open(file, create=True, on=date.fromisoformat(TODAY)) as other:
        bo = Contact(id=other.new_id(), name="Bo", created=other.today)
        other.perform(lambda garden: deeds.add(garden, bo))


def names(gardener: Gardener) -> list[str]:
    return [one["name"] for one in gardener("list").json["contacts"]]


def test_what_did_nothing_leaves_nothing(gardener: Gardener, tmp_path: Path) -> None:
    gardener("add", "Jane", "--met", "2099-01-01", status=1)
    gardener("import", str(tmp_path / "nobody.vcf"), status=1)
    assert list(tmp_path.iterdir()) == []


def test_nobody_sees_a_garden_in_which_nothing_was_done(
    gardener: Gardener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[bool] = []
    add = deeds.add

    def watched(*asked: object, **more: object) -> object:
        there.append(file.exists())
        return add(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(deeds, "add", watched)
    gardener("add", "Jane")
    assert there == [False]
    assert names(gardener) == ["Jane"]


@pytest.mark.parametrize("command", [("add", "Jane"), ("add", "Jane", "--met", "2099-01-01"), ("sample",)])
def test_another_program_that_is_quicker_loses_nothing(
    gardener: Gardener, file: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    close = Session.close

    def overtaken(session: Session) -> None:
        close(session)
        if not file.exists():
            monkeypatch.setattr(Session, "close", close)
            add_bo(file)

    monkeypatch.setattr(Session, "close", overtaken)
    said = gardener(*command, status=None)
    assert "Bo" in names(gardener)
    if command == ("add", "Jane"):
        assert (said.status, names(gardener)) == (0, ["Bo", "Jane"])
    elif command == ("sample",):  # it is for a garden without contacts
        assert (said.status, names(gardener)) == (1, ["Bo"])
    assert [one.name for one in file.parent.iterdir() if one.name.endswith(".new")] == []


def test_a_garden_that_cannot_be_made_is_told_by_its_own_name(
    gardener: Gardener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(creating, "_name", refused)
    said = gardener("add", "Jane", status=1)
    assert said.code == "unreadable"
    assert f"{file} cannot be opened" in said.err
    assert list(file.parent.iterdir()) == []
