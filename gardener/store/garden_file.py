"""The garden file as an object: create, open, load, apply, history, check. The only door to the rest of the store."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from gardener.domain.changes import Change, Changeset
from gardener.domain.garden import Garden
from gardener.domain.interaction import Exchange, Interaction
from gardener.domain.records import Source
from gardener.store import header, history, opening, reading
from gardener.store.history import DeedRow
from gardener.store.hold import Hold
from gardener.store.problems import FileProblem, code_of, read_from, told
from gardener.store.reading import SourceRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from gardener.store.backups import Replaced
    from gardener.store.health import Health


class GardenFile:
    """One open garden file. Several may be open on the same path at once, in this process and in others.

    Belongs to the thread that opened it. Reading uses sqlite3 alone; the first `apply` imports SQLAlchemy. Every
    failure of the file is a FileProblem, after which the file is as it was and the object is as usable as before.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool):
        self._path = path
        self._connection = connection
        self._read_only = read_only
        self._is_cramped = False
        self._engine: Engine | None = None
        self._inode = _inode(path)
        self._hold = Hold(Path(os.path.realpath(path)))

    @classmethod
    def create(cls, path: Path) -> GardenFile:
        """Makes an empty garden, mode 0600, in a folder that is made with mode 0700 when there is none, and opens it.

        It is made under another name and appears whole. FileProblem `exists` when anything is there already.
        """
        from gardener.store import creating

        path = path.absolute()
        with told(path):
            creating.create(path)
        return cls.open(path)

    @classmethod
    def draft(cls, path: Path) -> GardenFile:
        """Makes an empty garden as `create` does, but lets nobody see it before `appear` gives it its name."""
        from gardener.store import creating

        path = path.absolute()
        with told(path):
            new = creating.draft(path)
        return cls.open(new)

    @staticmethod
    def appear(new: Path, path: Path) -> None:
        """Gives a draft that was closed its name. FileProblem `exists` when another program has made one meanwhile."""
        from gardener.store import creating

        path = path.absolute()
        with told(path):
            creating.appear(new, path)
            new.unlink(missing_ok=True)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> GardenFile:
        """Opens an existing garden; for reading alone when asked, or when it lies where nothing can be written.

        On a full disk it is opened as well as it can be: it is read as it lies, and the first deed after space was freed
        goes through. Until then a deed is a FileProblem `full`.

        An older schema is migrated first, all or nothing. FileProblem missing, not-a-file, empty, foreign, damaged,
        newer, unreadable, locked, and read-only for an older schema that cannot be migrated where it lies.
        """
        path = path.absolute()
        with told(path):
            real = Path(os.path.realpath(path))
            found = header.peek(real)
            read_only = read_only or not header.writable(real)
            if found.version < header.VERSION:
                if read_only:
                    raise FileProblem("read-only", {"path": str(path), "schema": found.version})
                from gardener.store import migrate

                migrate.upgrade(real)
            try:
                return cls(path, opening.connected(real, read_only=read_only), read_only=read_only)
            except sqlite3.Error as error:
                if read_only or code_of(error) != "full":
                    raise
            file = cls(path, opening.connected(real, read_only=True), read_only=False)
            file._is_cramped = True
            return file

    @classmethod
    def open_copy(cls, path: Path) -> GardenFile:
        """Opens a copy from an earlier day to rewrite it; one of an older version is migrated, and no copy of it kept."""
        with told(path):
            if header.peek(path).version < header.VERSION:
                from gardener.store import migrate

                migrate.upgrade(path, keep=False)
        return cls.open(path)

    @classmethod
    def examine(cls, path: Path) -> Health:
        """The health of a file that may not even open; what hinders opening stands among the problems."""
        from gardener.store import health

        try:
            with cls.open(path, read_only=True) as file:
                return file.check()
        except FileProblem as problem:
            return health.unopened(problem)

    @classmethod
    def restore(cls, path: Path, copy: Path, *, when: datetime) -> Replaced:
        """Puts a copy in the place of the garden at `path`, which is kept (see `backups.restore`)."""
        from gardener.store import backups

        path = path.absolute()
        with told(copy):
            return backups.restore(Path(os.path.realpath(path)), copy.absolute(), when=when)

    @classmethod
    def seal_again(cls, copy: Path) -> None:
        """Renews the checksum of a copy that was rewritten on purpose."""
        from gardener.store import backups

        with told(copy):
            backups.seal_again(copy)

    @classmethod
    def newest_copy(cls, path: Path) -> Path | None:
        """The newest whole copy of the garden at `path`, null when there is none."""
        from gardener.store import backups

        with suppress(OSError):
            if (found := backups.newest_sound(Path(os.path.realpath(path)))) is not None:
                return found.path
        return None

    @classmethod
    def kept_if_damaged(cls, path: Path) -> Path | None:
        """Where the file was copied as it is, when pages or keys of it are damaged; null when they are whole."""
        from gardener.store import aside, health

        try:
            with cls.open(path, read_only=True) as file:
                if health.is_sound(file._connection):
                    return None
        except FileProblem as problem:
            if problem.code not in ("damaged", "empty"):
                raise
        with told(path):
            return aside.keep_aside(Path(os.path.realpath(path)))

    def close(self) -> None:
        """Closes the file; closing again does nothing."""
        with told(self._path):
            self._hold.release()
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self._connection.close()
            self._hold.close()

    def __enter__(self) -> GardenFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading alone."""
        return self._read_only

    # Reading

    def revision(self) -> int:
        """The number of the present revision, ≥ 0; it grows by one with every deed, undo and redo, whoever does it."""
        if (
            self._is_cramped
        ):  # another program may write again, which a file that is read as it lies would not show
            with suppress(FileProblem), told(self._path):
                self._widen()
        with read_from(self._path):
            return reading.revision(self._connection)

    def load(self) -> Garden:
        """The whole garden at one revision; no interaction is read."""
        with read_from(self._path):
            return reading.load(self._connection)

    def history(self, contact: str) -> tuple[Interaction, ...]:
        """The interactions of one contact in canonical order; empty for an id that nobody has."""
        with read_from(self._path):
            return reading.history(self._connection, contact)

    def interaction(self, id_: str) -> Interaction | None:
        """One interaction, null when there is none of that id."""
        with read_from(self._path):
            return reading.interaction(self._connection, id_)

    def interactions_begun(self, beginning: str, until: date) -> list[str]:
        """The ids of the interactions up to a day whose ids begin so, in order."""
        with read_from(self._path):
            return reading.interactions_begun(self._connection, beginning, until)

    def interactions(self, since: date | None = None, until: date | None = None) -> Iterator[Interaction]:
        """All interactions of a span of days, both ends included, null for no end; in canonical order."""
        with read_from(self._path):
            return iter(reading.interactions(self._connection, since, until))

    def noted(self, words: Sequence[str], until: date, limit: int | None = None) -> list[Interaction]:
        """The interactions up to a day whose words hold each of the folded `words`, the newest of more than `limit`."""
        with read_from(self._path):
            return reading.noted(self._connection, words, until, limit)

    def exchanges(self, until: date | None = None) -> list[Exchange]:
        """Of all interactions up to a day, or of all, what counting needs; in no order."""
        with read_from(self._path):
            return reading.exchanges(self._connection, until)

    def sources(self) -> tuple[SourceRow, ...]:
        """All sources without their raw text, in the order of their ids."""
        with read_from(self._path):
            return reading.source_rows(self._connection)

    def source(self, id_: str) -> Source:
        """One source whole. KeyError when there is none of that id."""
        with read_from(self._path):
            found = reading.source(self._connection, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def sources_of(self, contact: str) -> tuple[Source, ...]:
        """The sources of one contact whole, in the order of their ids."""
        with read_from(self._path):
            return reading.sources_of(self._connection, contact)

    # The history of deeds

    def deeds(self, limit: int | None = None) -> tuple[DeedRow, ...]:
        """The last `limit` deeds, or all; newest first, undone ones included."""
        with read_from(self._path):
            return history.deeds(self._connection, limit)

    def undoable(self) -> tuple[int, Changeset] | None:
        """The number and changeset, as it was done, of the deed that undo would undo; null when there is none."""
        with read_from(self._path), reading.snapshot(self._connection):
            return _with_changes(self._connection, history.undoable(self._connection))

    def redoable(self) -> tuple[int, Changeset] | None:
        """The number and changeset of the deed that redo would do again; null when there is none."""
        with read_from(self._path), reading.snapshot(self._connection):
            return _with_changes(self._connection, history.redoable(self._connection))

    def last_done(self) -> DeedRow | None:
        """The deed that undo would undo, without its changes: quick, also when it was a large import."""
        with read_from(self._path):
            return history.undoable(self._connection)

    def first_undone(self) -> DeedRow | None:
        """The deed that redo would do again, without its changes."""
        with read_from(self._path):
            return history.redoable(self._connection)

    def changes_of_batch(self, batch: str) -> tuple[Change, ...]:
        """All that an import changed, kept for ever; empty for an unknown or undone one."""
        with read_from(self._path):
            return history.changes_of_batch(self._connection, batch)

    def batch_changes_after(self, batch: str) -> Mapping[str, str]:
        """Contacts that the import touched and a later one too, with the first later one's id; none taken back counts."""
        with read_from(self._path):
            return history.batch_changes_after(self._connection, batch)

    # Writing

    def apply(
        self,
        changeset: Changeset,
        after: Garden,
        *,
        expected: int,
        when: datetime,
        kind: Literal["do", "undo", "redo"],
        batch: str | None = None,
    ) -> int:
        """Carries the changeset out in one transaction and answers with the new revision, once it is on the disk.

        `after` is the garden that it leads to, of which the ties of the touched contacts are kept; `expected` the
        revision it was asked of. `do` appends the deed to the history (what was undone is dropped), `undo` marks the
        last deed done as undone, `redo` the first one undone as done; for these the changeset is the inverse and the
        deed itself. Raises Stale when another process was faster, FileProblem when the file refuses, Inconsistent
        when the changeset does not fit the file; then nothing has changed.
        """
        with told(self._path):
            self._ready_to_write()
            if _inode(self._path) != self._inode:
                raise FileProblem("missing", {"path": str(self._path), "replaced": int(self._path.exists())})
            from gardener.store import writing

            if self._engine is None:
                self._engine = writing.engine_on(self._connection)
            return writing.apply(
                self._engine, changeset, after, expected=expected, when=when, kind=kind, batch=batch
            )

    def forget(self, contact: str) -> bool:
        """Takes a person out of the file for good; false when nobody here has that id. It cannot be undone."""
        with told(self._path):
            self._ready_to_write()
            from gardener.store import backups, forgetting

            backups.sweep(self._real, when=datetime.now(), older=timedelta(0))
            return forgetting.forget(self._connection, contact)

    def _ready_to_write(self) -> None:
        if self._read_only:
            raise FileProblem("read-only", {"path": str(self._path)})
        if self._is_cramped:
            self._widen()

    def _widen(self) -> None:
        """Opens the file as it would have been, had there been room; sqlite3's error while there is none."""
        real = Path(os.path.realpath(self._path))
        connection = opening.connected(real, read_only=False)
        self._hold.release()
        self._connection.close()
        self._hold.close()
        self._connection, self._hold, self._is_cramped = connection, Hold(real), False

    def copies(self) -> tuple[Path, ...]:
        """Other gardens beside this one, or in its folder `backups`, that have its name: copies from earlier days."""
        folders = (self._path.parent, self._path.parent / "backups")
        with told(self._path):
            found = [
                path
                for folder in folders
                if folder.is_dir()
                for path in sorted(folder.iterdir())
                if path.name.startswith(self._path.stem) and path != self._path and _is_garden(path)
            ]
        return tuple(found)

    def back_up(self, *, when: datetime, to: Path | None = None) -> Path:
        """Copies the garden to `to`, or into the folder of its copies, and answers where (see `backups.back_up`)."""
        from gardener.store import backups

        with told(to or self._path):
            return backups.back_up(self._connection, self._real, when=when, to=to and to.absolute())

    def back_up_if_changed(self, *, when: datetime, at_once: bool = False) -> Path | None:
        """Copies the garden when it has changed since its newest copy and that is not young, or `at_once`."""
        from gardener.store import backups

        if self._read_only or self._is_cramped:
            return None
        with told(self._path):
            wanted = backups.has_changed if at_once else partial(backups.is_due, when=when)
            if not wanted(self._connection, self._real) or not backups.has_room(self._real):
                return None
            made = backups.back_up(self._connection, self._real, when=when)
            backups.thin(self._real, when=when)
        return made

    @property
    def _real(self) -> Path:
        return Path(os.path.realpath(self._path))

    # Health

    def check(self) -> Health:
        """Looks at everything: pages, keys, schema, values, and every tie rebuilt from its history. Never raises."""
        from gardener.store import backups, health

        found = health.check(self._connection)
        newest = next(iter(backups.copies(self._real)), None)
        return found if newest is None else replace(found, last_backup=newest.at)


def _with_changes(connection: sqlite3.Connection, deed: DeedRow | None) -> tuple[int, Changeset] | None:
    return None if deed is None else (deed.seq, history.changeset(connection, deed))


def _is_garden(path: Path) -> bool:
    """Whether a file is a garden of this or an earlier version."""
    try:
        return header.peek(path).version > 0
    except (FileProblem, OSError):
        return False


def _inode(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; null when it is gone."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
