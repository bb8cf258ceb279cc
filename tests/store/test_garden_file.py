"""Making and opening a garden file, and refusing what is not one before anything is written."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gardener.domain.garden import Garden
from gardener.store import FileProblem, GardenFile
from gardener.store.header import APPLICATION_ID, VERSION
from tests.skips import pointless
from tests.store.worlds import Keeper, came, keeper, talk

DAY = date(2026, 2, 1)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A closed garden file of two contacts and a talk."""
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane", "gus")
        grown.do(*came(talk("t", DAY, "jane", "gus")))
        return file.path


def refused(path: Path, code: str) -> FileProblem:
    """Opening is refused with that code, and nothing at all has changed in the folder."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(FileProblem) as problem:
        GardenFile.open(path)
    assert problem.value.code == code
    assert problem.value.facts["path"] == str(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    return problem.value


def altered(path: Path, statement: str) -> None:
    """Runs a statement on the file, in the file itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(statement)


def test_a_new_file_is_an_empty_garden_and_whole(tmp_path: Path) -> None:
    with GardenFile.create(tmp_path / "my.garden") as file:
        assert file.load() == Garden()
        assert (file.revision(), file.deeds(), file.undoable(), file.redoable()) == (0, (), None, None)
        assert file.check().ok
        assert not file.read_only


def test_file_and_folder_are_private(tmp_path: Path) -> None:
    pointless(os.name == "nt", "rights are other on Windows")
    before = os.umask(0)
    try:
        with (grown := keeper(tmp_path / "new" / "gardener")).file as file:
            grown.plant("jane")
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in file.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"my.garden": 0o600, "my.garden-wal": 0o600, "my.garden-shm": 0o600}
    assert stat.S_IMODE((tmp_path / "new" / "gardener").stat().st_mode) == 0o700


def test_the_file_is_opened_safe_and_strict(tmp_path: Path) -> None:
    with keeper(tmp_path).file as file:
        pragmas = {
            name: file._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        }
        marks = [
            file._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 2000,
    }
    assert marks == [APPLICATION_ID, VERSION]


def test_nothing_is_made_over_what_is_there(made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(FileProblem) as problem:
        GardenFile.create(made)
    assert problem.value.code == "exists"
    assert made.read_bytes() == before
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileProblem, match="exists"):
        GardenFile.create(tmp_path / "dangling")


def test_a_failed_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gardener.store.writing.VERSION", "no number")
    with pytest.raises(FileProblem):
        GardenFile.create(tmp_path / "my.garden")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", no_links)
    GardenFile.create(tmp_path / "my.garden").close()
    assert [one.name for one in tmp_path.iterdir()] == ["my.garden"]
    with pytest.raises(FileProblem, match="exists"):
        GardenFile.create(tmp_path / "my.garden")


def test_a_log_left_by_a_lost_file_is_kept_aside_and_not_replayed(made: Path) -> None:
    grown = Keeper(GardenFile.open(made))
    grown.plant("mary")
    log = made.with_name(made.name + "-wal").read_bytes()
    grown.file.close()
    made.unlink()
    made.with_name(made.name + "-wal").write_bytes(log)
    with GardenFile.create(made) as file:
        assert file.load() == Garden()
    assert made.with_name(made.name + ".stray-wal-1").read_bytes() == log


def test_an_unmade_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("a file")
    with pytest.raises(FileProblem) as problem:
        GardenFile.create(tmp_path / "note" / "my.garden")
    assert problem.value.code in ("not-a-file", "exists")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "none.garden", "missing")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.garden").mkdir()
    refused(tmp_path / "folder.garden", "not-a-file")


def test_a_file_of_no_bytes_is_damage_and_stays_so(tmp_path: Path) -> None:
    (tmp_path / "my.garden").touch()
    refused(tmp_path / "my.garden", "empty")
    with pytest.raises(FileProblem, match="exists"):
        GardenFile.create(tmp_path / "my.garden")
    assert (tmp_path / "my.garden").stat().st_size == 0


def test_a_file_without_tables_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    altered(path, f"PRAGMA user_version = {VERSION}")
    assert path.stat().st_size > 0
    refused(path, "empty")
    altered(path, f"PRAGMA application_id = {APPLICATION_ID}")
    with pytest.raises(FileProblem, match="empty"):
        GardenFile.open(path)


def test_what_is_no_garden_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "my.garden"
    for content in (b"x", b"BEGIN:VCARD\r\nVERSION:3.0\r\n", b"\x00" * 5000, os.urandom(64)):
        path.write_bytes(content)
        refused(path, "foreign")
    path.unlink()
    altered(path, "CREATE TABLE recipes (name TEXT)")
    refused(path, "foreign")
    altered(path, "PRAGMA application_id = 7")
    refused(path, "foreign")


def test_a_newer_file_is_refused_with_the_version_that_wrote_it(made: Path) -> None:
    altered(made, "UPDATE meta SET written_by = '9.1.0'")
    altered(made, f"PRAGMA user_version = {VERSION + 1}")
    facts = refused(made, "newer").facts
    assert (facts["schema"], facts["written_by"]) == (VERSION + 1, "9.1.0")


def test_a_newer_file_is_refused_while_its_log_is_not_yet_in_it(made: Path) -> None:
    with closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE meta SET written_by = '9.2.0'")
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
        before = made.read_bytes()
        with pytest.raises(FileProblem) as problem:
            GardenFile.open(made)
        assert problem.value.facts["written_by"] == "9.2.0"
        assert made.read_bytes() == before


def test_a_file_cut_short_is_damaged(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    for left in (10, 50, 99, 100, 4096, len(whole) // 2, len(whole) - 1):
        made.write_bytes(whole[:left])
        refused(made, "damaged")
        health = GardenFile.examine(made)
        assert not health.ok
        assert health.problems[0].code == "damaged"


def test_a_broken_mark_of_sqlite_is_damage_not_a_foreign_file(made: Path) -> None:
    made.write_bytes(b"X" + made.read_bytes()[1:])
    refused(made, "damaged")


def test_a_missing_table_is_damage(made: Path) -> None:
    altered(made, "DROP TABLE contact_values")
    with GardenFile.open(made) as file, pytest.raises(FileProblem, match="damaged"):
        file.load()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contacts SET created = 'soon'",
        "UPDATE contacts SET planted = 'tree'",
        "UPDATE contact_values SET kind = 'shoe'",
        "UPDATE ties SET favours = '{}'",
        "DELETE FROM meta",
        "UPDATE contacts SET name = CAST(x'ff41' AS TEXT)",
    ],
)
def test_a_value_that_cannot_be_is_damage(made: Path, statement: str) -> None:
    altered(made, statement)
    with GardenFile.open(made) as file:
        with pytest.raises(FileProblem, match="damaged"):
            file.load()
        assert not file.check().ok


def test_a_file_that_nobody_may_read_is_unreadable(made: Path) -> None:
    pointless(os.geteuid() == 0, "root may read everything")
    made.chmod(0)
    refused(made, "unreadable")


def test_a_name_that_is_a_link_leads_to_the_file(made: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.garden"
    link.symlink_to(made)
    with GardenFile.open(link) as file:
        Keeper(file).plant("mary")
        assert file.path == link
        assert sorted(one.name for one in link.parent.iterdir()) == ["link.garden"]
    with GardenFile.open(made) as file:
        assert "mary" in file.load().plants


@pytest.mark.parametrize("name", ["a b?c#d%41&mode=memory.garden", "gärten-花.garden", "-.garden"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    with GardenFile.create(tmp_path / name) as file:
        Keeper(file).plant("jane")
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with GardenFile.open(tmp_path / name) as file:
        assert list(file.load().plants) == ["jane"]


def test_a_path_from_here_is_kept_when_the_process_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with GardenFile.create(Path("my.garden")) as file:
        (tmp_path / "other").mkdir()
        monkeypatch.chdir(tmp_path / "other")
        Keeper(file).plant("jane")
        assert file.path == tmp_path / "my.garden"


def test_a_file_taken_away_while_open_takes_no_more_deeds(made: Path, tmp_path: Path) -> None:
    pointless(os.name == "nt", "an open file cannot be moved on Windows")
    grown = Keeper(GardenFile.open(made))
    moved = made.rename(tmp_path / "moved.garden")
    with pytest.raises(FileProblem) as problem:
        grown.plant("mary")
    assert (problem.value.code, problem.value.facts["replaced"]) == ("missing", 0)
    shutil.copy(moved, made)
    with pytest.raises(FileProblem) as problem:
        grown.plant("mary")
    assert (problem.value.code, problem.value.facts["replaced"]) == ("missing", 1)
    made.unlink()
    moved.rename(made)
    grown.plant("mary")
    grown.file.close()


def test_opening_and_loading_import_neither_sqlalchemy_nor_alembic(made: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from gardener.store import GardenFile\n"
        "file = GardenFile.open(Path(sys.argv[1])); garden = file.load(); file.history('jane'); file.undoable()\n"
        "assert len(garden.plants) == 2\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('sqlalchemy', 'alembic')])\n"
    )
    run = subprocess.run([sys.executable, "-c", script, made], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_making_and_writing_import_no_alembic(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.store.worlds import keeper\n"
        "keeper(Path(sys.argv[1])).plant('jane')\n"
        "print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    assert run.stdout == "True False\n"
