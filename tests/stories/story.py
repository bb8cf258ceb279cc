"""A story read from its file: a garden drawn in text, deeds typed on days, the garden they lead to.

    One mail too many                               the title
    Any prose.                                      up to the first file or day

    file cards.vcf                                  a file that lies beside the garden,
      BEGIN:VCARD                                   its lines indented by two

    2026-03-02  Coffee with Jane                    a day, and what happens on it
      > log --with Jane --kind meeting              a deed, as it is typed in a terminal
      3 × undo                                      a deed, several times
        exit 1                                      its exit status (else 0)
        says Nobody here is called                  words of its answer
        omits Traceback                             words that are not in it
      | Seedlings: Jane Miller (soggy 2/3), Bob     the whole garden, a bed a line
      remember as before                            keeps all that can be seen of the garden
      the same as before                            it is that again, to the last detail
      # a remark

Of a plant there stands in brackets: its condition with moisture and capacity while it is wet, then marks: `left alone`, the
last day of its rest, why it ended. No sign of theirs and nothing unanswered is a bare name. `bare earth` is an empty garden.
In a deed, `{last NAME}` is the id of the newest interaction with someone, `{plan NAME}` of their next plan, `{loop NAME}` of
what has waited longest there; `{shared}/PATTERN` are all such files of the samples.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gardener.domain.stage import Stage
from gardener.words.beds import NAMES

BEDS = {NAMES[stage]: stage for stage in Stage}
BARE = "bare earth"
_DEED = re.compile(r"(?:>|(?P<times>\d+) ×) (?P<line>.+)")
_ANSWER = re.compile(r"(?P<what>exit|says|omits) (?P<said>.+)")
_KEPT = re.compile(r"(?P<what>remember|the same) as (?P<name>.+)")
_PLANT = re.compile(r"(?P<name>[^,()]+?)(?: \((?P<marks>[^()]+)\))?(?:, |$)")


class BadStory(Exception):
    """A line that cannot be understood; the text names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something typed on a day, and the answer expected."""

    line: int
    day: date
    typed: str
    times: int = 1
    exit: int = 0
    says: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """What was typed, word by word."""
        return shlex.split(self.typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The garden expected on a day, a line for every plant: `Seedlings  Jane Miller (soggy 2/3)`."""

    line: int
    day: date
    plants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The garden as it can be seen on a day, kept under a name, or `again`: compared with what was kept."""

    line: int
    day: date
    name: str
    again: bool


Step = Deed | Drawn | Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A whole story. `files`: the text of each file by its name."""

    path: Path
    title: str
    files: dict[str, str]
    steps: tuple[Step, ...]

    @property
    def needs_shared(self) -> bool:
        """Whether it wants the folder of real samples."""
        return any(isinstance(step, Deed) and "{shared}" in step.typed for step in self.steps)


def read(path: Path) -> Story:
    """The story in a file. BadStory with the line that cannot be understood."""
    return read_text(path.read_text(encoding="utf-8"), path)


def read_text(text: str, path: Path = Path("a.story")) -> Story:
    """The story in a text; `path` is what it is called in complaints."""
    return _Reader(text, path).story()


def plant_line(bed: str, name: str, marks: str) -> str:
    """One plant in its bed, as two gardens are compared."""
    return f"{bed + ':':<11} {name} ({marks})" if marks else f"{bed + ':':<11} {name}"


class _Reader:
    """Goes through the lines once."""

    def __init__(self, text: str, path: Path):
        self._lines = text.rstrip().split("\n")
        self._path = path
        self._at = 0

    def story(self) -> Story:
        title = self._lines[0].strip()
        while self._at < len(self._lines) and not self._begins_part():
            self._at += 1
        files: dict[str, str] = {}
        steps: list[Step] = []
        while self._at < len(self._lines):
            head = self._lines[self._at]
            self._at += 1
            if head.startswith("file "):
                files[head.removeprefix("file ").strip()] = self._file()
            elif head:
                steps += self._day(head)
        if not title or not steps:
            raise BadStory(f"{self._path.name}: a story has a title and at least one day")
        return Story(path=self._path, title=title, files=files, steps=tuple(steps))

    def _begins_part(self) -> bool:
        line = self._lines[self._at]
        return line.startswith("file ") or _day_of(line) is not None

    def _indented(self) -> Iterator[str]:
        """The lines that belong to the part whose head was read; empty ones between them too."""
        while self._at < len(self._lines) and self._lines[self._at][:2] in ("  ", ""):
            self._at += 1
            yield self._lines[self._at - 1][2:]

    def _file(self) -> str:
        return "\n".join(self._indented()).rstrip("\n") + "\n"

    def _day(self, head: str) -> list[Step]:
        """The steps of one day."""
        day = _day_of(head)
        if day is None:
            raise self._unclear()
        steps: list[Step] = []
        for each in self._indented():
            line = each.strip()
            if not line or line.startswith("# "):
                continue
            self._step(steps, line, day)
        return [_sorted(step) if isinstance(step, Drawn) else step for step in steps]

    def _step(self, steps: list[Step], line: str, day: date) -> None:
        """Appends a step, or adds the line to the last one."""
        last = steps[-1] if steps else None
        if deed := _DEED.fullmatch(line):
            times = int(deed["times"] or 1)
            steps.append(Deed(line=self._at, day=day, typed=deed["line"], times=times))
        elif (answer := _ANSWER.fullmatch(line)) and isinstance(last, Deed):
            steps[-1] = self._answered(last, answer["what"], answer["said"])
        elif line.startswith("| "):
            plants = self._bed(line[2:])
            if isinstance(last, Drawn):
                steps[-1] = Drawn(line=last.line, day=day, plants=(*last.plants, *plants))
            else:
                steps.append(Drawn(line=self._at, day=day, plants=plants))
        elif kept := _KEPT.fullmatch(line):
            again = kept["what"] == "the same"
            steps.append(Kept(line=self._at, day=day, name=kept["name"], again=again))
        else:
            raise self._unclear()

    def _answered(self, deed: Deed, what: str, said: str) -> Deed:
        status, says, omits = deed.exit, deed.says, deed.omits
        if what == "exit":
            if not said.isdecimal():
                raise self._unclear()
            status = int(said)
        elif what == "says":
            says = (*says, said)
        else:
            omits = (*omits, said)
        return Deed(
            line=deed.line,
            day=deed.day,
            typed=deed.typed,
            times=deed.times,
            exit=status,
            says=says,
            omits=omits,
        )

    def _bed(self, line: str) -> tuple[str, ...]:
        """The plants of one bed."""
        if line == BARE:
            return ()
        bed, colon, rest = line.partition(":")
        if not colon or bed not in BEDS:
            raise self._unclear()
        plants, at = [], 0
        rest = rest.strip()
        while at < len(rest):
            plant = _PLANT.match(rest, at)
            if plant is None:
                raise self._unclear()
            plants.append(plant_line(bed, plant["name"], plant["marks"] or ""))
            at = plant.end()
        return tuple(plants)

    def _unclear(self) -> BadStory:
        return BadStory(f"{self._path.name}:{self._at}: not understood: {self._lines[self._at - 1].strip()}")


def _day_of(line: str) -> date | None:
    try:
        return date.fromisoformat(line[:10]) if line[10:12] in ("", "  ") else None
    except ValueError:
        return None


def _sorted(drawn: Drawn) -> Drawn:
    return Drawn(line=drawn.line, day=drawn.day, plants=in_order(drawn.plants))


def in_order(plants: tuple[str, ...]) -> tuple[str, ...]:
    """Bed by bed as they follow each other, by name within."""
    order = list(BEDS)
    return tuple(sorted(plants, key=lambda line: (order.index(line.partition(":")[0]), line.casefold())))
