"""Two programs on one garden: what one saved, the other keeps, whatever else opens and closes the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.session import Session
from tests.skips import pointless

ROOT = Path(__file__).resolve().parents[2]
OTHER = """
import sys
from pathlib import Path
from gardener.session import Session

with Session.open(Path(sys.argv[1])) as session:
    print(*sorted(plant.contact.name for plant in session.garden.plants.values()))
"""


def seen_by_another_program(path: Path) -> list[str]:
    """Opens the garden in another process, closes it there, and answers with the names it saw."""
    done = subprocess.run(
        [sys.executable, "-c", OTHER, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.split()


def plant(session: Session, name: str) -> None:
    contact = Contact(id=session.new_id(), name=name, created=session.today)
    session.perform(lambda garden: deeds.add(garden, contact))


def looked_at(path: Path) -> None:
    """As a file dialog looks into every file of a folder for its type."""
    for file in path.parent.iterdir():
        with file.open("rb") as opened:
            opened.read(16)


def opened_twice(path: Path) -> None:
    Session.open(path).close()


@pytest.mark.parametrize("meanwhile", [lambda _: None, looked_at, opened_twice])
def test_what_is_saved_after_another_program_closed_the_garden_is_kept(
    tmp_path: Path, meanwhile: Callable[[Path], None]
) -> None:
    pointless(not sys.platform.startswith("linux"), "only Linux has locks of the open file")
    path = tmp_path / "my.gardener"
    with Session.open(path, create=True) as session:
        plant(session, "Ana")
        meanwhile(path)
        assert seen_by_another_program(path) == ["Ana"]
        plant(session, "Ben")
        meanwhile(path)
        assert seen_by_another_program(path) == ["Ana", "Ben"]
        assert session.check().ok
    assert [file.name for file in tmp_path.iterdir()] == ["my.gardener"]
    assert seen_by_another_program(path) == ["Ana", "Ben"]


def test_the_last_to_close_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "my.gardener"
    with Session.open(path, create=True) as first:
        plant(first, "Ana")
        with Session.open(path) as second:
            plant(second, "Ben")
        first.refresh()
        assert len(first.garden.plants) == 2
        plant(first, "Cleo")
    assert [file.name for file in tmp_path.iterdir()] == ["my.gardener"]
    assert seen_by_another_program(path) == ["Ana", "Ben", "Cleo"]
