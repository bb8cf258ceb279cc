"""Copies of a garden: whole, sealed, thinned by age; one put back in one step, which can itself be undone."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gardener.domain import deeds
from gardener.domain.contact import Contact
from gardener.session import Session
from gardener.store import FileProblem, GardenFile, backups, header

NOW = datetime(2026, 3, 12, 9, 15)
VERSION_1 = Path(__file__).parent.parent / "gardens" / "version-1.garden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A garden with Ann in it."""
    file = tmp_path / "my.garden"
    plant(file, "Ann", create=True)
    return file


def plant(file: Path, name: str, *, create: bool = False) -> None:
    with Session.open(file, create=create) as session:
        newcomer = Contact(id=session.new_id(), name=name, created=session.today)
        session.perform(lambda garden: deeds.add(garden, newcomer))


def names(file: Path) -> list[str]:
    with GardenFile.open(file, read_only=True) as opened:
        return sorted(plant.contact.name for plant in opened.load().plants.values())


def backed_up(file: Path, to: Path | None = None, when: datetime = NOW) -> Path:
    with GardenFile.open(file) as opened:
        return opened.back_up(when=when, to=to)


def test_a_copy_lies_in_its_folder_sealed_and_private(path: Path) -> None:
    copy = backed_up(path)
    assert copy == path.parent / "backups" / "my-2026-03-12-091500.garden"
    assert sorted(p.name for p in copy.parent.iterdir()) == [copy.name, f"{copy.name}.sha256"]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert names(copy) == ["Ann"]
    assert backed_up(path).name == "my-2026-03-12-091500-2.garden"


def test_a_copy_is_whole_though_the_log_is_not_yet_in_the_file(path: Path) -> None:
    with Session.open(path) as session:
        plant(path, "Bo")
        assert header.has_log(path)
        assert names(session.back_up()) == ["Ann", "Bo"]


def test_nothing_is_written_over(path: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as raised:
        backed_up(path, to=path)
    assert raised.value.code == "exists"
    assert names(path) == ["Ann"]


def test_damage_is_never_backed_up(path: Path) -> None:
    for number in range(200):
        plant(path, f"Person {number}")
    data = bytearray(path.read_bytes())
    data[-8192:] = os.urandom(8192)
    path.write_bytes(data)
    with GardenFile.open(path) as opened:
        with pytest.raises(FileProblem) as raised:
            opened.back_up(when=NOW)
        assert raised.value.code == "damaged"
    assert list((path.parent / "backups").iterdir()) == []


def test_a_copy_comes_back_in_one_step_and_that_is_undone_in_one(path: Path) -> None:
    copy = backed_up(path)
    plant(path, "Bo")
    kept, whole = GardenFile.restore(path, copy, when=NOW)
    assert (names(path), whole) == (["Ann"], True)
    assert kept is not None
    GardenFile.restore(path, kept, when=NOW)
    assert names(path) == ["Ann", "Bo"]
    assert GardenFile.examine(path).ok


def test_a_stale_log_is_never_replayed_into_what_was_restored(path: Path) -> None:
    copy = backed_up(path)
    path.unlink()
    header.beside(path, "-wal").write_bytes(os.urandom(4096))
    assert GardenFile.restore(path, copy, when=NOW) == (None, True)
    assert names(path) == ["Ann"]
    assert not header.beside(path, "-wal").exists()


@pytest.mark.parametrize("left", [0, 50, 0.5])
def test_a_damaged_garden_is_kept_as_it_was_and_its_copy_comes_back(path: Path, left: float) -> None:
    copy = backed_up(path)
    data = path.read_bytes()
    torn = data[: int(left * len(data)) if left < 1 else int(left)]
    path.write_bytes(torn)
    kept, whole = GardenFile.restore(path, copy, when=NOW)
    assert (names(path), whole) == (["Ann"], False)
    assert kept is not None
    assert kept.read_bytes() == torn


def test_a_copy_with_one_flipped_byte_is_not_put_back(path: Path) -> None:
    copy = backed_up(path)
    data = bytearray(copy.read_bytes())
    data[-1] ^= 1
    copy.write_bytes(data)
    with pytest.raises(FileProblem) as raised:
        GardenFile.restore(path, copy, when=NOW)
    assert (raised.value.code, raised.value.facts["path"]) == ("damaged", str(copy))
    assert GardenFile.newest_copy(path) is None
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", "my.garden"]
    assert names(path) == ["Ann"]


def test_a_torn_copy_without_a_seal_is_not_put_back(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "by-hand.garden"
    shutil.copy(backed_up(path), copy)
    copy.write_bytes(copy.read_bytes()[:-4096])
    with pytest.raises(FileProblem) as raised:
        GardenFile.restore(path, copy, when=NOW)
    assert raised.value.code == "damaged"


def test_a_newer_copy_and_what_is_no_garden_are_refused_and_nothing_else_is_replaced(
    path: Path, tmp_path: Path
) -> None:
    copy, other = tmp_path / "copy.garden", tmp_path / "letter.txt"
    other.write_text("not a garden " * 40)
    shutil.copy(backed_up(path), copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for refused, to, code in (
        (copy, path, "newer"),
        (other, path, "foreign"),
        (path, other, "foreign"),
        (path, path, "same"),
    ):
        with pytest.raises(FileProblem) as raised:
            GardenFile.restore(to, refused, when=NOW)
        assert raised.value.code == code
    assert names(path) == ["Ann"]
    assert other.read_text().startswith("not a garden")


def test_a_copy_of_an_older_version_comes_back_migrated(path: Path) -> None:
    GardenFile.restore(path, VERSION_1, when=NOW)
    assert len(names(path)) == 3
    assert header.peek(VERSION_1).version == 1
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", "my.garden"]


def test_a_garden_that_is_open_is_not_replaced(path: Path) -> None:
    copy = backed_up(path)
    with Session.open(path), pytest.raises(FileProblem) as raised:
        GardenFile.restore(path, copy, when=NOW)
    assert raised.value.code == "locked"


def test_a_copy_by_itself_is_made_when_something_changed_and_half_an_hour_went_by(path: Path) -> None:
    with GardenFile.open(path) as opened:
        soon, later = datetime.now() + timedelta(minutes=29), datetime.now() + timedelta(minutes=31)
        assert opened.back_up_if_changed(when=soon) is None
        assert opened.back_up_if_changed(when=later) is not None
        assert opened.back_up_if_changed(when=later + timedelta(days=1)) is None
        plant(path, "Bo")
        assert opened.back_up_if_changed(when=later + timedelta(minutes=29)) is None
        assert opened.back_up_if_changed(when=later + timedelta(minutes=29), at_once=True) is not None
        assert opened.check().last_backup == (later + timedelta(minutes=29)).replace(microsecond=0)


def test_a_garden_in_which_nothing_was_done_has_nothing_to_copy(tmp_path: Path) -> None:
    with GardenFile.create(tmp_path / "new.garden") as opened:
        assert opened.back_up_if_changed(when=NOW + timedelta(days=9999), at_once=True) is None


def test_a_disk_with_little_room_is_left_for_the_garden(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "ROOM", 10**12)
    with GardenFile.open(path) as opened:
        assert opened.back_up_if_changed(when=NOW, at_once=True) is None


def test_old_copies_are_thinned_to_one_a_day_a_week_a_month() -> None:
    moments = [NOW - timedelta(hours=hours) for hours in range(0, 24 * 400, 6)]
    kept = sorted(backups.kept_of(moments, NOW), reverse=True)
    ages = [NOW - at for at in kept]
    assert sum(age <= timedelta(days=2) for age in ages) == 9
    days = [
        at.date() for at, age in zip(kept, ages, strict=True) if timedelta(days=2) < age <= timedelta(days=30)
    ]
    assert len(days) == len(set(days)) == 29
    weeks = [
        at.isocalendar()[:2]
        for at, age in zip(kept, ages, strict=True)
        if timedelta(days=30) < age <= timedelta(days=182)
    ]
    assert len(weeks) == len(set(weeks)) == 23
    months = [(at.year, at.month) for at, age in zip(kept, ages, strict=True) if age > timedelta(days=182)]
    assert len(months) == len(set(months)) == 8


def test_thinning_takes_copies_with_their_seals_and_nothing_else(path: Path) -> None:
    days = [backed_up(path, when=NOW - timedelta(days=10, hours=hours)) for hours in range(3)]
    other = days[0].with_name("my-notes.garden")
    other.write_text("mine")
    backups.thin(path, when=NOW)
    assert sorted(p.name for p in days[0].parent.iterdir()) == sorted(
        [days[0].name, f"{days[0].name}.sha256", other.name]
    )


def test_what_a_killed_copying_left_is_swept_away(path: Path) -> None:
    copy = backed_up(path)
    now = datetime.now()
    young, old = (copy.with_name(f".{copy.name}.{name}") for name in ("young", "old"))
    for left, age in ((young, timedelta(minutes=5)), (old, timedelta(hours=2))):
        left.mkdir()
        (left / copy.name).write_bytes(copy.read_bytes())
        os.utime(left, ((now - age).timestamp(),) * 2)
    backed_up(path, when=now)
    assert (young.exists(), old.exists()) == (True, False)
    with Session.open(path) as session:
        (ann,) = session.garden.plants
        session.forget(ann)
    assert not young.exists(), "whoever is forgotten is in no remains either"


def test_a_copy_rewritten_to_forget_somebody_is_sealed_again(path: Path) -> None:
    copy = backed_up(path)
    with Session.open(path) as session:
        (ann,) = session.garden.plants
        assert session.forget(ann, copies=True).rewritten == (copy,)  # type: ignore[union-attr]
    assert GardenFile.newest_copy(path) == copy
    assert names(copy) == []
