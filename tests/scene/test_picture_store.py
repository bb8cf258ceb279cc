"""Finished plants kept from one start to the next: the same picture, painted once, whatever is wrong with the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gardener.scene import picture_store
from gardener.scene.library import all_species
from gardener.scene.palette import DAY
from gardener.scene.picture_store import PictureStore
from gardener.scene.pixel_file import FORMAT
from gardener.scene.plant_cache import PlantPictures
from gardener.scene.traits import Traits

pytestmark = pytest.mark.usefixtures("qapp")

TALL, LOW = Traits(size=0.8, vitality=0.7, flowers=2.0), Traits(size=0.2, vitality=None, sown=True)


def pictures(folder: Path, *, ratio: float = 1.0) -> PlantPictures:
    return PlantPictures(DAY, all_species(), ratio, 1 << 22, PictureStore(folder, f"day-{ratio:g}"))


def kept(folder: Path, *, ratio: float = 1.0) -> QImage:
    """One start of the program that paints two plants and keeps them; the first, as it was painted."""
    there = pictures(folder, ratio=ratio)
    painted = there.pixmap(TALL, "rose", 5, 96)
    there.pixmap(LOW, "tulip", 6, 48)
    assert there.store is not None
    assert there.has_new
    there.store.keep(there.finished())
    return painted.toImage()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_next_start_finds_the_very_picture(tmp_path: Path, ratio: float) -> None:
    painted = kept(tmp_path, ratio=ratio)
    there = pictures(tmp_path, ratio=ratio)
    found = there.ready(TALL, "rose", 5, 96)
    assert found is not None
    assert found.toImage() == painted
    assert found.devicePixelRatio() == ratio
    assert there.pixmap(TALL, "rose", 5, 96) is found
    assert not there.has_new
    assert there.ready(TALL, "rose", 7, 96) is None
    assert there.ready(TALL, "daisy", 5, 96) is None
    assert there.ready(TALL, "rose", 5, 80) is None


def test_a_plant_that_was_painted_is_found_without_reading_its_species(tmp_path: Path) -> None:
    kept(tmp_path)
    there = PlantPictures(DAY, {}, 1.0, 1 << 22, PictureStore(tmp_path, "day-1"))
    assert not there.pixmap(TALL, "rose", 5, 96).isNull()
    with pytest.raises(KeyError):
        there.pixmap(TALL, "rose", 7, 96)


def test_another_theme_or_ratio_has_a_file_of_its_own(tmp_path: Path) -> None:
    kept(tmp_path)
    assert pictures(tmp_path, ratio=2.0).ready(TALL, "rose", 5, 96) is None
    assert PictureStore(tmp_path, "dusk-1").find("", 1.0) is None


def test_another_edition_of_the_drawing_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    monkeypatch.setattr(picture_store, "edition", lambda: "another")
    assert pictures(tmp_path).ready(TALL, "rose", 5, 96) is None


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_a_file_that_is_cut_short_holds_nothing(tmp_path: Path, cut: int) -> None:
    kept(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:cut])
    there = pictures(tmp_path)
    assert there.ready(TALL, "rose", 5, 96) is None
    assert not there.pixmap(TALL, "rose", 5, 96).isNull()


@pytest.mark.parametrize("text", [b"[]\n", b'{"a": 1}\n', b"\xff\xfe\n", b'{"a": [0, 4, 4]}\n'])
def test_a_file_of_something_else_holds_nothing(tmp_path: Path, text: bytes) -> None:
    kept(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(text)
    assert pictures(tmp_path).ready(TALL, "rose", 5, 96) is None


def test_it_holds_no_more_than_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_store, "LIMIT", 40_000)
    store = PictureStore(tmp_path, "day-1")
    store.keep((str(number), QImage(50, 50, FORMAT)) for number in range(9))
    again = PictureStore(tmp_path, "day-1")
    assert [number for number in range(9) if str(number) in again] == [0, 1, 2, 3]


def test_the_oldest_files_of_other_editions_go(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"plants-light-1-{number:08x}.pixels").write_bytes(b"{}\n")
    kept(tmp_path)
    assert len(list(tmp_path.iterdir())) == picture_store.STALE_AFTER
    assert pictures(tmp_path).ready(TALL, "rose", 5, 96) is not None


def test_a_folder_that_cannot_be_made_costs_no_more_than_painting(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("no folder")
    assert not kept(tmp_path / "file").isNull()
