"""Copies of a garden from earlier days: made whole and sealed, thinned by age, and one of them put back in its place."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from gardener.store import aside, copying, header, health
from gardener.store.problems import FileProblem, code_of

FOLDER = "backups"
"""The folder beside a garden in which its copies lie."""
EVERY = timedelta(minutes=30)
"""So much time lies at least between two copies that are made without being asked for."""
ALL_FOR, DAILY_FOR, WEEKLY_FOR = timedelta(days=2), timedelta(days=30), timedelta(days=182)
"""So old copies are all kept, one of each day, one of each week; of older ones one of each month."""

ROOM = 4
"""So many times the garden's size must be free before a copy is made without being asked for."""

_STAMP = re.compile(r"-(\d{4}-\d\d-\d\d-\d{6})(?:-\d+)?\Z")
_SEAL = ".sha256"


class Copy(NamedTuple):
    """A copy that this program made: where it lies, and when it was made (local time)."""

    path: Path
    at: datetime


class Replaced(NamedTuple):
    """Where the garden that a copy took the place of is kept, null when there was none; and whether it is whole."""

    kept: Path | None = None
    whole: bool = True


def folder_of(path: Path) -> Path:
    """The folder of the copies of the garden at `path`."""
    return path.parent / FOLDER


def copies(path: Path) -> list[Copy]:
    """The stamped copies of the garden at `path`, the newest first."""
    found = []
    for one in folder_of(path).glob(f"{_escaped(path.stem)}-*{_escaped(path.suffix)}"):
        stamp = _STAMP.match(one.stem[len(path.stem) :])
        with suppress(ValueError):
            if stamp is not None:
                found.append(Copy(one, datetime.strptime(stamp[1], "%Y-%m-%d-%H%M%S")))
    return sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True)


def newest_sound(path: Path) -> Copy | None:
    """The newest copy whose seal and pages are whole."""
    return next((copy for copy in copies(path) if _is_whole(copy.path)), None)


def back_up(held: sqlite3.Connection, path: Path, *, when: datetime, to: Path | None = None) -> Path:
    """Copies the open garden at `path` to `to`, or with a stamp into its folder, and answers where it lies.

    It appears whole, sealed with a checksum and looked at. FileProblem `exists` for a name that is taken, `damaged`
    when the garden is; nothing is left then.
    """
    target = to if to is not None else _free(path, when)
    if target.exists():
        raise FileProblem("exists", {"path": str(target)})
    if to is None:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        sweep(path, when=when)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as work:
        new = Path(work) / target.name
        copying.copy(held, new)
        with closing(header.connect(new, "rw")) as copy:
            if not health.is_sound(copy):
                raise FileProblem("damaged", {"path": str(path)})
        copying.sync(new)
        seal(new, target)
        new.rename(target)
    header.sync_folder(target.parent)
    return target


def sweep(path: Path, *, when: datetime, older: timedelta = timedelta(hours=1)) -> None:
    """Takes away what copying left when it was killed; younger remains may be those of another program at work."""
    for left in folder_of(path).glob(f".{_escaped(path.stem)}-*"):
        with suppress(FileNotFoundError):
            if when - datetime.fromtimestamp(left.stat().st_mtime) >= older:
                shutil.rmtree(left, ignore_errors=True)


def is_due(held: sqlite3.Connection, path: Path, *, when: datetime) -> bool:
    """Whether the garden has changed since its newest copy, and that, or its making, lies `EVERY` back."""
    newest = next(iter(copies(path)), None)
    since = newest.at if newest is not None else _made(held)
    return when - since >= EVERY and has_changed(held, path)


def has_changed(held: sqlite3.Connection, path: Path) -> bool:
    """Whether the newest copy is of another revision; of a garden in which nothing was done there is none to make."""
    revision = _revision(held)
    newest = next(iter(copies(path)), None)
    if newest is None:
        return revision > 0
    try:
        with closing(header.connect(newest.path, "immutable")) as copy:
            return _revision(copy) != revision
    except (sqlite3.Error, TypeError):
        return True


def has_room(path: Path) -> bool:
    """Whether a copy leaves the disk room enough for what is to be done with the garden."""
    return shutil.disk_usage(path.parent).free > ROOM * path.stat().st_size


def thin(path: Path, *, when: datetime) -> None:
    """Takes away copies that are too many for their age."""
    found = copies(path)
    kept = kept_of((copy.at for copy in found), when)
    for copy in found:
        if copy.at not in kept:
            copy.path.unlink(missing_ok=True)
            header.beside(copy.path, _SEAL).unlink(missing_ok=True)


def kept_of(moments: Iterable[datetime], when: datetime) -> frozenset[datetime]:
    """The moments whose copies are kept: all that are young, then the last of each day, week and month."""
    kept: dict[tuple[object, ...], datetime] = {}
    for at in sorted(moments):
        age = when - at
        if age <= ALL_FOR:
            span: tuple[object, ...] = (at,)
        elif age <= DAILY_FOR:
            span = ("day", at.date())
        elif age <= WEEKLY_FOR:
            span = ("week", *at.isocalendar()[:2])
        else:
            span = ("month", at.year, at.month)
        kept[span] = at
    return frozenset(kept.values())


def restore(path: Path, copy: Path, *, when: datetime) -> Replaced:
    """Puts `copy` in the place of the garden at `path`, which is kept.

    All or nothing; the copy stays where it is, and one of an older schema is migrated on its way. FileProblem missing,
    not-a-file, empty, foreign, damaged (with the copy's `path`) or newer for the copy, `same` when it is the garden
    itself, foreign or not-a-file for what lies at `path`, `locked` while another program has that open.
    """
    if path.exists() and copy.exists() and path.samefile(copy):
        raise FileProblem("same", {"path": str(copy)})
    header.peek(copy)
    if not _has_own_seal(copy):
        raise FileProblem("damaged", {"path": str(copy)})
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = header.beside(path, ".restoring")
    with ExitStack() as held:
        held.callback(copying.clear, new)
        _prepare(copy, new)
        replaced = _kept(path, when, held) if path.exists() else Replaced()
        copying.put_in_place(new, path)
    return replaced


def seal(file: Path, target: Path | None = None) -> None:
    """Writes the checksum of `file`, in the form of `sha256sum`, beside `target`, by default itself."""
    target = target or file
    header.beside(target, _SEAL).write_text(f"{_digest(file)}  {target.name}\n", encoding="utf-8")


def seal_again(copy: Path) -> None:
    """Writes the checksum of a copy that was rewritten on purpose; one that had none gets none."""
    if header.beside(copy, _SEAL).exists():
        seal(copy)


def _prepare(copy: Path, new: Path) -> None:
    """A copy of the copy, of the newest schema and looked at."""
    mode = "ro" if header.has_log(copy) else "immutable"
    try:
        with closing(header.connect(copy, mode)) as held:
            copying.copy(held, new)
        if header.peek(new).version < header.VERSION:
            from gardener.store import migrate

            migrate.upgrade(new, keep=False)
        with closing(header.connect(new, "rw")) as made:
            whole = not any(health.problems_of(made))
    except (sqlite3.Error, FileProblem) as error:
        if (code_of(error) if isinstance(error, sqlite3.Error) else error.code) != "damaged":
            raise
        whole = False
    if not whole:
        raise FileProblem("damaged", {"path": str(copy)})


def _kept(path: Path, when: datetime, held: ExitStack) -> Replaced:
    """Where the garden that is replaced is kept: a copy like others or, damaged, as it was found.

    A whole one stays locked until `held` lets it go.
    """
    try:
        header.peek(path)
        connection = held.enter_context(closing(header.connect(path, "rw")))
        copying.lock(connection, path)
        return Replaced(back_up(connection, path, when=when))
    except (sqlite3.DatabaseError, FileProblem) as error:
        code = error.code if isinstance(error, FileProblem) else code_of(error)
        if code not in ("damaged", "empty", "newer"):
            raise
    return Replaced(aside.keep_aside(path), whole=False)


def _free(path: Path, when: datetime) -> Path:
    name = f"{path.stem}-{when:%Y-%m-%d-%H%M%S}"
    number = 1
    while (found := folder_of(path) / f"{name}{f'-{number}' if number > 1 else ''}{path.suffix}").exists():
        number += 1
    return found


def _is_whole(copy: Path) -> bool:
    try:
        header.peek(copy)
        if not _has_own_seal(copy):
            return False
        with closing(header.connect(copy, "immutable")) as held:
            return health.is_sound(held)
    except (sqlite3.Error, OSError, FileProblem):
        return False


def _has_own_seal(copy: Path) -> bool:
    """Whether the checksum beside the copy is its own; a copy that somebody made by hand has none."""
    try:
        said = header.beside(copy, _SEAL).read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return True
    return said[:1] == [_digest(copy)]


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _revision(held: sqlite3.Connection) -> int:
    return int(held.execute("SELECT revision FROM meta").fetchone()[0])


def _made(held: sqlite3.Connection) -> datetime:
    return datetime.fromisoformat(held.execute("SELECT created FROM meta").fetchone()[0])


def _escaped(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
