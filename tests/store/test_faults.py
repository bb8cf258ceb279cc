"""Full disks, read-only media, locks: nothing is lost, nothing is half done, and it goes on afterwards."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gardener.domain.records import CheckIn, Choice
from gardener.store import FileProblem, GardenFile
from tests.skips import needs
from tests.store.worlds import Keeper, came, keeper

DAY = date(2026, 2, 1)
LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("locked", flush=True)
sys.stdin.readline()
"""


def system(*command: str) -> None:
    """Runs a command of the system; the test is skipped where it may not."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    needs(done.returncode == 0, f"the right to run {command[0]}")


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, 2 MB."""
    needs(hasattr(os, "geteuid") and os.geteuid() == 0, "root")
    needs(shutil.which("mount"), "mount")
    place = tmp_path / "disk"
    place.mkdir()
    system("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def filled(grown: Keeper) -> int:
    """Deeds of 20 kB until the disk is full; how many were acknowledged."""
    for number in range(1000):
        try:
            grown.do(*came(Choice(f"note-{number}", f"{number} " + "x" * 20_000)))
        except FileProblem as problem:
            if problem.code != "full":
                raise
            return number
    raise AssertionError("the disk was never full")


def test_a_full_disk_loses_nothing_and_it_goes_on_once_there_is_room(medium: Path) -> None:
    with (grown := keeper(medium)).file as file:
        done = filled(grown)
        assert done > 10
        assert file.load() == grown.garden  # still readable
        assert (file.revision(), len(file.deeds())) == (done, done)
        with pytest.raises(FileProblem, match="full"):
            grown.do(*came(Choice("once more", "x" * 20_000)))
        with GardenFile.open(file.path) as other:
            assert other.load() == grown.garden
        system("mount", "-o", "remount,size=8m", str(medium))
        grown.do(*came(Choice("after", "x" * 20_000)))
        grown.undo()
        assert file.check().ok
    with GardenFile.open(file.path) as file:
        assert file.load() == grown.garden
        assert file.check().ok


def test_a_garden_on_a_full_disk_can_still_be_read(medium: Path) -> None:
    with (grown := keeper(medium)).file as file:
        grown.plant("jane")
    room = os.statvfs(medium)
    (medium / "ballast").write_bytes(bytes(room.f_bavail * room.f_bsize))
    with GardenFile.open(file.path, read_only=True) as file:
        assert file.load() == grown.garden
    with (again := Keeper(GardenFile.open(file.path))).file as file:
        assert file.load() == grown.garden
        assert file.check().ok
        with pytest.raises(FileProblem) as problem:
            again.plant("gus")
        assert problem.value.code == "full"
        assert file.load() == grown.garden
        (medium / "ballast").unlink()
        again.plant("gus")  # without opening it anew
        assert file.check().ok
    with GardenFile.open(file.path) as file:
        assert file.load() == again.garden


def test_a_file_opened_on_a_full_disk_sees_what_another_program_writes_once_there_is_room(
    medium: Path,
) -> None:
    with (grown := keeper(medium)).file as file:
        grown.plant("jane")
    room = os.statvfs(medium)
    (medium / "ballast").write_bytes(bytes(room.f_bavail * room.f_bsize))
    with GardenFile.open(file.path) as file:
        before = file.revision()
        (medium / "ballast").unlink()
        with (other := Keeper(GardenFile.open(file.path))).file:
            other.plant("gus")
        assert file.revision() == before + 1
        assert file.load() == other.garden


def test_a_full_disk_makes_no_half_a_garden(medium: Path) -> None:
    (medium / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 64 * 1024))
    with pytest.raises(FileProblem) as problem:
        GardenFile.create(medium / "my.garden")
    assert problem.value.code == "full"
    assert [one.name for one in medium.iterdir()] == ["ballast"]


def test_a_file_size_limit_counts_as_a_full_disk(tmp_path: Path) -> None:
    script = """
import resource, sys
from pathlib import Path
from tests.store.test_faults import filled
from tests.store.worlds import came, keeper
from gardener.domain.records import Choice
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
grown = keeper(Path(sys.argv[1]))
done = filled(grown)
assert grown.file.load() == grown.garden and grown.file.revision() == done
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
grown.do(*came(Choice("after", "x" * 20_000)))
assert grown.file.check().ok
grown.file.close()
print(done)
"""
    needs(sys.platform != "win32", "resource limits")
    run = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 10


def test_a_read_only_medium_is_opened_for_reading(medium: Path) -> None:
    with (grown := keeper(medium)).file as file:
        grown.plant("jane")
    system("mount", "-o", "remount,ro", str(medium))
    with GardenFile.open(file.path) as file:
        assert file.read_only
        assert file.load() == grown.garden
        assert file.check().ok
        with pytest.raises(FileProblem) as problem:
            Keeper(file).plant("mary")
        assert problem.value.code == "read-only"
        assert [one.name for one in medium.iterdir()] == ["my.garden"]
    with pytest.raises(FileProblem, match="read-only"):
        GardenFile.create(medium / "other.garden")


def test_a_disk_that_turns_read_only_refuses_and_goes_on_later(medium: Path) -> None:
    with (grown := keeper(medium)).file as file:
        grown.plant("jane")
        before = grown.garden
        # A remount is refused while a file is open for writing, so a full, frozen disk stands in for it.
        file._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(FileProblem) as problem:
            grown.plant("mary")
        assert problem.value.code == "read-only"
        assert file.load() == before
        file._connection.execute("PRAGMA query_only = OFF")
        grown.plant("mary")
        assert file.check().ok


def test_a_log_on_a_read_only_medium_is_never_passed_over(medium: Path) -> None:
    with (grown := keeper(medium)).file as file:
        grown.plant("jane")
        copied = medium / "copied.garden"
        for ending in ("", "-wal"):
            shutil.copy(f"{file.path}{ending}", f"{copied}{ending}")
    system("mount", "-o", "remount,ro", str(medium))
    with pytest.raises(FileProblem) as problem:
        GardenFile.open(copied)  # opened as it lies, it would be a garden without Jane
    assert (problem.value.code, problem.value.facts["log"]) == ("read-only", "copied.garden-wal")


def test_reading_alone_can_be_asked_for(tmp_path: Path) -> None:
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
        with GardenFile.open(file.path, read_only=True) as reader:
            assert reader.load() == grown.garden
            grown.plant("gus")
            assert reader.load() == grown.garden
            with pytest.raises(FileProblem, match="read-only"):
                Keeper(reader).plant("mary")
        assert file.check().ok


@pytest.fixture
def locker(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the write lock of the garden of `tmp_path` until it reads a line."""
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
    with subprocess.Popen(
        [sys.executable, "-c", LOCKER, file.path, "BEGIN IMMEDIATE"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_a_locked_file_can_be_read_and_says_so_when_written(
    tmp_path: Path, locker: subprocess.Popen[str]
) -> None:
    with GardenFile.open(tmp_path / "my.garden") as file:
        grown = Keeper(file)
        before = grown.garden
        with pytest.raises(FileProblem) as problem:
            grown.do(*came(CheckIn(DAY)))
        assert problem.value.code == "locked"
        assert file.load() == before
        locker.communicate("go on\n")
        grown.do(*came(CheckIn(DAY)))
        assert file.load() == grown.garden


def test_writers_in_two_processes_take_turns(tmp_path: Path) -> None:
    keeper(tmp_path).file.close()
    script = """
import sys
from pathlib import Path
from gardener.domain.records import Choice
from gardener.store import GardenFile, Stale
from tests.store.worlds import Keeper, came
with GardenFile.open(Path(sys.argv[1])) as file:
    keeper, done = Keeper(file), 0
    while done < 40:
        try:
            keeper.do(*came(Choice(f"{sys.argv[2]}-{done}", "x")))
            done += 1
        except Stale:
            keeper.garden = file.load()
"""
    path = tmp_path / "my.garden"
    both = [
        subprocess.Popen([sys.executable, "-c", script, path, name], stderr=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    with GardenFile.open(path) as file:
        assert len(file.load().choices) == file.revision() == len(file.deeds()) == 80
        assert file.check().ok


def test_a_deed_that_fails_midway_leaves_no_trace(tmp_path: Path) -> None:
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
        with closing(sqlite3.connect(file.path)) as other:
            other.execute("CREATE TRIGGER stop BEFORE INSERT ON deeds BEGIN SELECT RAISE(ABORT, 'stop'); END")
        before = file.load()
        with pytest.raises(ValueError, match="stop"):
            grown.do(*came(CheckIn(DAY), Choice("a", "b")))
        assert file.load() == before
        with closing(sqlite3.connect(file.path)) as other:
            other.execute("DROP TRIGGER stop")
        grown.do(*came(CheckIn(DAY), Choice("a", "b")))
        assert file.load() == grown.garden
