"""An older file becomes a newer one whole or not at all, and the old one is kept. Tried with a version of the tests' own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gardener import __version__
from gardener.store import FileProblem, GardenFile, copying, header, migrate
from gardener.store.health import Problem
from tests.skips import needs
from tests.store.test_version_1 import KEPT
from tests.store.worlds import Keeper, contents

UPGRADE = """
import sys
from pathlib import Path
from tests.store.test_migrate import upgraded
upgraded(Path(sys.argv[1]))
"""
upgrade = migrate.upgrade
FOLDERS = (migrate.SCRIPTS, Path(__file__).parent / "next_version")
NEWEST = header.VERSION
NEXT = NEWEST + 1


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the newest version, which is an old one to the tests' own."""
    path = newest(tmp_path / "my.garden")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET written_by = '0.0.1'")
    return path


def newest(path: Path) -> Path:
    """The kept file of version 1, brought to the newest version, at `path`."""
    shutil.copy(KEPT, path)
    if (kept := upgrade(path)) is not None:
        kept.unlink()
    return path


def examined(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What must hold of a file of the tests' own version."""
    for row in connection.execute("PRAGMA integrity_check"):
        if row != ("ok",):
            yield Problem("integrity")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem("reference", {"table": "plans"})


def upgraded(path: Path) -> Path | None:
    """Migrates the file to the tests' version."""
    return upgrade(path, folders=FOLDERS, newest=NEXT, examine=examined)


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    """What the file answers."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def names(folder: Path) -> list[str]:
    """What lies in the folder."""
    return sorted(one.name for one in folder.iterdir())


def still_old(path: Path) -> None:
    """The file is as it was and opens."""
    assert asked(path, "PRAGMA user_version") == [(NEWEST,)]
    assert asked(path, "SELECT written_by FROM meta") == [("0.0.1",)]
    untouched = newest(path.with_name("untouched"))
    with GardenFile.open(path) as file, GardenFile.open(untouched) as kept:
        assert file.load() == kept.load()
        assert file.check().ok
    untouched.unlink()


def test_the_new_file_has_the_new_schema_and_the_old_one_is_kept(old: Path) -> None:
    with GardenFile.open(old) as file:
        before = file.load()
    kept = upgraded(old)
    assert kept == old.with_name("my.garden.before-1")
    assert names(old.parent) == ["my.garden", "my.garden.before-1"]
    assert asked(old, "PRAGMA user_version") == [(NEXT,)]
    assert asked(old, "SELECT written_by FROM meta") == [(__version__,)]
    assert set(asked(old, "SELECT colour FROM contacts")) == {("green",)}
    assert asked(old, "SELECT day, mood FROM check_ins") == [("2026-02-03", None)]
    assert old.stat().st_mode & 0o777 == kept.stat().st_mode & 0o777 == 0o600
    with GardenFile.open(kept) as file:
        assert contents(file.load()) == contents(before)
        assert file.check().ok


def test_a_file_of_the_newest_version_is_left_alone(old: Path) -> None:
    assert migrate.upgrade(old) is None
    assert names(old.parent) == ["my.garden"]


def test_each_old_file_gets_a_name_of_its_own(old: Path) -> None:
    old.with_name("my.garden.before-1").write_text("kept from another time")
    assert upgraded(old) == old.with_name("my.garden.before-2")
    assert old.with_name("my.garden.before-1").read_text() == "kept from another time"


def test_what_is_only_in_the_log_yet_comes_along(old: Path, tmp_path: Path) -> None:
    with GardenFile.open(old) as file:
        Keeper(file).plant("mary")
        (tmp_path / "crashed").mkdir()
        crashed = tmp_path / "crashed" / "my.garden"
        for ending in ("", "-wal"):
            shutil.copy(f"{old}{ending}", f"{crashed}{ending}")
    assert header.has_log(crashed)
    kept = upgraded(crashed)
    assert kept is not None
    assert names(crashed.parent) == ["my.garden", "my.garden.before-1"]
    for path in (crashed, kept):
        assert asked(path, "SELECT count(*) FROM contacts WHERE id = 'mary'") == [(1,)]


def test_a_mistake_in_a_script_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARDENER_TEST_FAULT", "raise")
    with pytest.raises(RuntimeError, match="a mistake in the script"):
        upgraded(old)
    assert names(old.parent) == ["my.garden"]
    still_old(old)


def test_a_copy_with_problems_never_takes_the_place(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARDENER_TEST_FAULT", "orphan")
    with pytest.raises(FileProblem) as problem:
        upgraded(old)
    assert (problem.value.code, problem.value.facts["found_table"]) == ("damaged", "plans")
    assert names(old.parent) == ["my.garden"]
    still_old(old)


def test_killed_inside_a_step_the_old_schema_is_intact_and_the_next_try_succeeds(old: Path) -> None:
    needs(sys.platform != "win32", "SIGKILL")
    run = subprocess.run(
        [sys.executable, "-c", UPGRADE, old],
        env=os.environ | {"GARDENER_TEST_FAULT": "kill"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == -9, run.stderr
    assert "my.garden.migrating" in names(old.parent)
    still_old(old)
    assert upgraded(old) is not None
    assert names(old.parent) == ["my.garden", "my.garden.before-1"]
    assert asked(old, "PRAGMA user_version") == [(NEXT,)]


@pytest.mark.parametrize("when", [3, 20, 60, 90, 115, 140])
def test_killed_at_any_write_the_file_is_the_old_one_or_the_new_one(old: Path, when: int) -> None:
    needs(shutil.which("strace"), "strace")
    inject = f"inject=pwrite64:signal=KILL:when={when}"
    strace = ["strace", "-f", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", inject]
    subprocess.run([*strace, sys.executable, "-c", UPGRADE, old], capture_output=True, check=False)
    if asked(old, "PRAGMA user_version") == [(NEWEST,)]:
        still_old(old)
        upgraded(old)
    assert set(asked(old, "SELECT colour FROM contacts")) == {("green",)}
    assert asked(old, "PRAGMA integrity_check") == [("ok",)]


def test_a_file_that_is_open_elsewhere_is_not_migrated(old: Path) -> None:
    with GardenFile.open(old) as file:
        with pytest.raises(FileProblem) as problem:
            upgraded(old)
        assert problem.value.code == "locked"
        Keeper(file).plant("mary")
        assert "mary" in file.load().plants
    assert upgraded(old) is not None


def test_nobody_else_reads_or_writes_a_file_while_it_is_migrated(old: Path) -> None:
    with closing(header.connect(old, "rw")) as held, closing(sqlite3.connect(old, timeout=0)) as other:
        copying.lock(held, old)
        for statement in ("SELECT * FROM meta", "BEGIN IMMEDIATE"):
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute(statement)
        held.close()
        assert other.execute("SELECT count(*) FROM meta").fetchone() == (1,)


def test_an_old_file_is_migrated_when_it_is_opened(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header, "VERSION", NEXT)
    monkeypatch.setattr(migrate, "upgrade", upgraded)
    with GardenFile.open(old) as file:
        assert file._connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
    with pytest.raises(FileProblem, match="read-only"):
        GardenFile.open(old.with_name("my.garden.before-1"), read_only=True)
