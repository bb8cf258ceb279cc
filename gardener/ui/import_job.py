"""The work of an import beside the window: reading files, matching their cards, and bringing them in as one deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gardener.domain.garden import Garden
from gardener.exchange.importing import Answers, ImportPlan, ReadFile, read_files
from gardener.session import Done, InputFile, Session
from gardener.ui.jobs import Report, Work

TOO_LARGE = 200 * 1024 * 1024
"""Bytes; a larger file is refused without being read."""
READING, MATCHING, SAVING = "reading", "matching", "saving"

Reader = Callable[[Path], InputFile]


@dataclass(frozen=True, slots=True)
class HowFar:
    """What the job is at: reading the file `name`, matching `done` of `all` cards, saving."""

    at: str
    name: str = ""
    done: int = 0
    all: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What an import would bring, and the files as they were understood."""

    plan: ImportPlan
    read: tuple[ReadFile, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """The deed, and the garden it led to."""

    done: Done
    garden: Garden


def looking(session: Session, paths: Sequence[Path], read_file: Reader | None = None) -> Work:
    """Reads the files and says what they would bring; writes nothing."""
    reader = read_file or read_bytes

    def work(report: Report) -> Looked:
        files: list[ReadFile] = []
        for path in paths:
            report(HowFar(READING, path.name))
            files += read_files([reader(path)])
        cards = _cards(files)
        report(HowFar(MATCHING, all=cards))
        with session.beside() as own:
            plan, _ = own.imports.bring_read(
                files, dry_run=True, told=lambda done: report(HowFar(MATCHING, done=done, all=cards))
            )
        return Looked(plan, tuple(files))

    return work


def bringing(session: Session, read: Sequence[ReadFile], answers: Answers | None = None) -> Work:
    """Brings the files in as one deed, with what was answered to their questions.

    Once saving has begun it goes on to its end, whoever still listens.
    """

    def work(report: Report) -> Brought | None:
        cards = _cards(read)
        with session.beside() as own:
            _, done = own.imports.bring_read(
                read,
                answers=answers,
                told=lambda done: report(HowFar(MATCHING if done < cards else SAVING, done=done, all=cards)),
            )
            return Brought(done, own.garden) if isinstance(done, Done) else None

    return work


def _cards(files: Sequence[ReadFile]) -> int:
    return sum(len(getattr(file.reading, "cards", ())) for file in files)


def read_bytes(path: Path) -> InputFile:
    """A file with its bytes, or the reason why it could not be opened."""
    try:
        if not path.exists():
            return InputFile(str(path), problem="missing")
        if not path.is_file():
            return InputFile(str(path), problem="not-a-file")
        if path.stat().st_size > TOO_LARGE:
            return InputFile(str(path), problem="too-large")
        return InputFile(str(path), path.read_bytes())
    except OSError:
        return InputFile(str(path), problem="unreadable")
