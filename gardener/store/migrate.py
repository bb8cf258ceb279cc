"""Brings a file of an older schema to the newest: a copy is migrated, looked at, and put in its place. All or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from gardener import __version__
from gardener.store import copying, header, health, writing
from gardener.store.health import Problem
from gardener.store.problems import FileProblem, told

if TYPE_CHECKING:
    from alembic.script import Script

SCRIPTS = Path(__file__).parent / "migrations"

Examine = Callable[[sqlite3.Connection], Iterable[Problem]]


def upgrade(
    path: Path,
    *,
    folders: Sequence[Path] = (SCRIPTS,),
    newest: int = header.VERSION,
    examine: Examine = health.problems_of,
    keep: bool = True,
) -> Path | None:
    """Migrates the file at `path` to schema `newest` and answers where the old one is kept, `<name>.before-N`.

    Null when another process has done it meanwhile, or the old one is not to be kept. FileProblem `locked` while any
    other process has the file open, and whatever the disk refuses; the old file is in its place then, as it was.
    """
    with told(path):
        before = _identity(path)
        with closing(header.connect(path, "rw")) as held:
            copying.lock(held, path)
            if _identity(path) != before or header.pragma(held, "user_version") >= newest:
                return None
            new, kept = header.beside(path, ".migrating"), header.free_name(path, "before")
            try:
                copying.copy(held, new)
                _migrate(new, folders=folders, newest=newest)
                _look_at(new, examine)
                if keep:
                    _keep(held, kept)
                copying.put_in_place(new, path)
            finally:
                copying.clear(new)
        return kept if keep else None


def run_scripts(connection: sqlite3.Connection, *, folders: Sequence[Path] = (SCRIPTS,), newest: int) -> None:
    """Runs the scripts from the file's version up to `newest`, in one transaction with the version itself."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    version = header.pragma(connection, "user_version")
    with writing.engine_on(connection).begin() as begun:
        context = MigrationContext.configure(begun)
        with Operations.context(context):
            for script in _scripts(folders):
                if version < int(script.revision) <= newest:
                    script.module.upgrade()
        begun.exec_driver_sql(f"PRAGMA application_id = {header.APPLICATION_ID}")
        begun.exec_driver_sql(f"PRAGMA user_version = {newest}")


def _scripts(folders: Sequence[Path]) -> list[Script]:
    """The scripts of all folders, the oldest first; a script's revision is the schema version it leads to."""
    from alembic.script import ScriptDirectory

    directory = ScriptDirectory(str(folders[0]), version_locations=[str(folder) for folder in folders])
    return list(directory.walk_revisions())[::-1]


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _migrate(new: Path, *, folders: Sequence[Path], newest: int) -> None:
    with closing(header.connect(new, "rw")) as connection:
        # A table that is made anew and renamed would look like broken references on the way; they are checked after.
        connection.execute("PRAGMA foreign_keys = OFF")
        run_scripts(connection, folders=folders, newest=newest)
        connection.execute("UPDATE meta SET written_by = ?", (__version__,))


def _look_at(new: Path, examine: Examine) -> None:
    with closing(header.connect(new, "rw")) as connection:
        problems = list(examine(connection))
    if problems:
        first = problems[0]
        facts = {
            "path": str(new),
            "found": first.code,
            **{f"found_{key}": v for key, v in first.facts.items()},
        }
        raise FileProblem("damaged", facts)


def _keep(held: sqlite3.Connection, kept: Path) -> None:
    """The old garden beside the new one, whole before it has its name."""
    growing = header.beside(kept, ".new")
    try:
        copying.copy(held, growing)
        copying.sync(growing)
        growing.rename(kept)
    finally:
        growing.unlink(missing_ok=True)
