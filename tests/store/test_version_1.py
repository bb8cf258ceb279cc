"""The kept file of schema version 1 opens with this program and holds what its maker put in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gardener.domain.changes import Change
from gardener.domain.tie import EMPTY, fold_all
from gardener.store import GardenFile
from tests.gardens import make_version_1 as made
from tests.store.worlds import Keeper, keeper

KEPT = Path(__file__).parent.parent / "gardens" / "version-1.garden"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the kept file."""
    return Path(shutil.copy(KEPT, tmp_path / "old.garden"))


def test_it_is_sound(copy: Path) -> None:
    with GardenFile.open(copy) as file:
        health = file.check()
    assert health.problems == ()
    assert (health.contacts, health.interactions, health.last_backup) == (3, 3, None)


def test_every_value_is_as_it_was_put_in(copy: Path, tmp_path: Path) -> None:
    with GardenFile.open(copy) as file, (fresh := keeper(tmp_path)).file:
        made.fill(fresh)
        garden = file.load()
        assert garden == fresh.garden
        assert {p.contact for p in garden.plants.values()} == {made.JANE, made.GUS, made.ZOE}
        assert file.source(made.SOURCE.id) == made.SOURCE
        assert set(file.interactions()) == {made.LETTER, made.LUNCH, made.THANKS}
        for contact, plant in garden.plants.items():
            assert plant.tie == fold_all(file.history(contact)) != EMPTY


def test_its_deeds_can_be_undone_and_done_again(copy: Path) -> None:
    with GardenFile.open(copy) as file:
        keeper, first = Keeper(file), file.load()
        assert keeper.redo().changes == (Change(None, made.UNDONE),)
        assert [keeper.undo().what.code for _ in range(4)] == ["choose", "rest", "log", "import"]
        assert not keeper.garden.plants
        assert [keeper.redo().what.code for _ in range(3)] == ["import", "log", "rest"]
        assert file.load().plants == first.plants
        assert file.changes_of_batch(made.BATCH.id)[0] == Change(None, made.BATCH)
        assert file.check().ok


def test_the_kept_file_itself_was_left_as_it_is() -> None:
    assert [one.name for one in KEPT.parent.iterdir() if one.name.startswith("version-1.garden-")] == []
