"""What the command line says of an import: what a file gave, what was left out, what can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gardener.domain.records import Batch
from gardener.words.dates import counted, number, short_day
from gardener.words.refusals import question


class Counted(Protocol):
    """What a file gave, as numbers and lists."""

    seen: int
    new: int
    merged: int
    unchanged: int

    @property
    def issues(self) -> int:
        """How many lines could not be read whole."""
        ...

    @property
    def skipped(self) -> Sequence[object]:
        """What was left out."""
        ...

    @property
    def questions(self) -> Sequence[object]:
        """What only the person can tell."""
        ...


class Place(Protocol):
    """A place in a file."""

    @property
    def kind(self) -> str:
        """`card` or `row`."""
        ...

    @property
    def number(self) -> int:
        """From 1."""
        ...

    @property
    def line(self) -> int:
        """From 1."""
        ...


BEGINS = "It begins:"
LEFT_OUT = "Left out"
QUESTIONS = "Left out, for only you can tell who is meant"
NOT_WHOLE = "Not read whole; the rest of the person came in"
NAMESAKES = "New, beside somebody of the same name: look whether they are one"
NAMELESS = "Somebody without a name"
LEAVE_OUT = "Leave out"
SOMEBODY_NEW = "Somebody new"
OF_THIS_FILE = "another in this file"
RESTORED = "As they were before"
KEPT = "Kept"
NO_BATCHES = "Nothing was imported yet."


def counts(reports: Sequence[Counted]) -> str:
    """'34 seen: 30 new, 2 merged, 1 unchanged, 1 left out' of one file or of several together."""
    parts = [f"{number(sum(report.new for report in reports))} new"]
    for count, what in (
        (sum(report.merged for report in reports), "merged"),
        (sum(report.unchanged for report in reports), "unchanged"),
        (sum(len(report.skipped) for report in reports), "left out"),
    ):
        if count:
            parts.append(f"{number(count)} {what}")
    if questions := sum(len(report.questions) for report in reports):
        parts.append(counted(questions, "question"))
    lines = sum(report.issues for report in reports)
    issues = f" ({counted(lines, 'line')} could not be read whole)" if lines else ""
    return f"{number(sum(report.seen for report in reports))} seen: {', '.join(parts)}{issues}"


def together(files: int, counted_: str) -> str:
    """The sum of several files."""
    return f"Together, of {counted(files, 'file')}: {counted_}"


def place(where: Place) -> str:
    """'card 3, line 41'."""
    return f"{where.kind} {number(where.number)}, line {number(where.line)}"


_ISSUES = {
    "no-colon": "no colon, so no value",
    "odd-name": "an odd name of a property, read all the same",
    "odd-begin": "an odd beginning, read all the same",
    "no-end": "the card has no end",
    "line-too-long": "longer than can be kept",
    "cut": "longer than can be kept; its beginning is",
    "charset": "an unknown character set",
    "encoding": "damaged on its way",
    "birthday": "not a birthday",
    "date": "not a date",
    "two-days": "a day that can be read in two ways",
    "future": "a day that lies ahead",
    "columns": "more or fewer columns than the heading",
    "unclosed-quote": "a quotation mark that is never closed",
    "stray": "outside of every card",
    "more": "there are more; they are not listed",
}


def at_line(line: int) -> str:
    """'line 41'."""
    return f"line {number(line)}"


def issue(code: str) -> str:
    """Why a line could not be read whole."""
    return _ISSUES.get(code, "not understood")


def asked(reason: str, candidates: Sequence[str]) -> str:
    """Why a card was left out, with the names it could mean."""
    return f"{question(reason)}: {', '.join(candidates)}"


def with_detail(name: str, detail: str) -> str:
    """'Jane Doe (Meridian)'."""
    return f"{name} ({detail})" if detail else name


def the_same_as(name: str) -> str:
    """An answer to whom a card means."""
    return f"The same as {name}"


def beside(name: str, details: Sequence[str]) -> str:
    """'another Jane Doe is here (Meridian)': whose name somebody new has too, with what tells them apart where known."""
    known = ", ".join(detail for detail in details if detail)
    return f"another {name} is here{f' ({known})' if known else ''}"


def more(count: int) -> str:
    """What is said of the rest of a long list."""
    return f"and {number(count)} more (--json lists all)"


def dry(batch: int | None) -> str:
    """The end of a trial run."""
    return "Nothing was saved: this was a trial." if batch else "It would bring nothing new."


def brought(batch: int | None) -> str:
    """The end of an import."""
    if batch is None:
        return "Nothing new; the garden is as it was."
    return f"Saved as batch {batch}; “gardener take-back {batch}” takes it back."


def batch_row(batch: Batch) -> tuple[str, str, str, str, str]:
    """An import as a line of a table."""
    back = f"taken back on {batch.taken_back.isoformat()}" if batch.taken_back else ""
    return (
        str(batch.number),
        f"{short_day(batch.at.date())} {batch.at.date().year} {batch.at:%H:%M}",
        f"{number(batch.new)} new, {number(batch.merged)} merged",
        back,
        _files(batch.files),
    )


NAMED = 2
"""So many files of an import are named, the others counted."""


def _files(files: Sequence[str]) -> str:
    more = f" and {counted(len(files) - NAMED, 'more file')}" if len(files) > NAMED else ""
    return f"{', '.join(files[:NAMED])}{more}"
