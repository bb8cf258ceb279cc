"""What a command is: a row with its words, arguments and function; what it is given, and what it answers with."""

from __future__ import annotations

import argparse
import errno
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gardener.domain.changes import Caution, Named, Refusal
from gardener.domain.contact import Contact
from gardener.domain.lookup import find
from gardener.session import Done, FileProblem, Session
from gardener.settings import Preferences

DONE, FAILED, WRONG_USAGE, WARNED = range(4)
"""The exit statuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a command answers with: the object for `--json`, the lines for people, and the exit status.

    `complaints` are lines for standard error, whatever the form of the answer.
    """

    json: Mapping[str, Any]
    lines: Sequence[str] = ()
    status: int = DONE
    complaints: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no answer: one clear sentence, a code for `--json`, and the choices there are."""

    code: str
    message: str
    status: int = FAILED
    choices: tuple[Named, ...] = ()


Answer = Reply | Failure | Refusal
"""A command's function answers with one of these; a Refusal is told by its own sentence."""


class Call:
    """One call of a command: what was typed, and the garden, opened when it is first asked for."""

    def __init__(
        self,
        typed: argparse.Namespace,
        *,
        file: Path,
        on: date | None,
        creates: bool,
        preferences: Preferences,
    ):
        self.typed = typed
        self.file = file
        self.on = on
        self.preferences = preferences
        self._creates = creates
        self._session: Session | None = None
        self.draft: Path | None = None
        """Where a garden lies that is made for this command, until it is closed."""
        self._revision = 0

    @property
    def session(self) -> Session:
        """The garden, open. FileProblem when it cannot be opened."""
        if self._session is None:
            new = self._creates and not _exists(self.file)
            self._session = (Session.draft if new else Session.open)(self.file, on=self.on)
            if self._session.path != self.file.absolute():
                self.draft = self._session.path
            self._revision = self._session.undisguised.revision
        return self._session

    @property
    def today(self) -> date:
        """The day the command acts on."""
        return self.session.today

    def find(self, name: str | Sequence[str]) -> Contact | Refusal:
        """The contact that a name means, as of today; several words are one name."""
        said = name if isinstance(name, str) else " ".join(name)
        found = find(self.session.seen, said)
        if isinstance(found, Refusal) and found.code == "unknown-name" and self.on is not None:
            later = find(self.session.garden, said)
            if isinstance(later, Contact):
                return Refusal("unknown-name", {"name": later.name, "on": self.on.isoformat()})
        return found

    def close(self) -> None:
        """Closes the garden; one that was made gets its name now, if anything was done in it.

        Before that nobody saw it, so that nobody has written into what goes away again. FileProblem `exists` when another
        program has made the garden meanwhile: nothing was done then.
        """
        if self._session is None:
            return
        session, self._session = self._session, None
        try:
            used = bool(session.record(1))
            if self.draft is None and session.undisguised.revision != self._revision:
                session.back_up_if_changed()
        finally:
            session.close()
        if self.draft is not None:
            try:
                if used:
                    Session.appear(self.draft, self.file)
            finally:
                self.draft.unlink(missing_ok=True)


def _exists(file: Path) -> bool:
    """Whether anything is there. FileProblem for a name that no file can have."""
    try:
        return file.exists()
    except OSError as error:
        code = "bad-name" if error.errno == errno.ENAMETOOLONG else "unreadable"
        raise FileProblem(code, {"path": str(file), "error": str(error)}) from error


def settled(result: Done | Refusal | Caution) -> Done | Refusal:
    """The answer to any deed but logging, which alone is warned of."""
    if isinstance(result, Caution):
        raise TypeError("only logging is warned of")
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `creates`: a garden that is missing is made."""

    name: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Call], Answer]
    creates: bool = False
