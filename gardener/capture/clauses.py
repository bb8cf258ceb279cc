"""A sentence taken apart at its breaks: what belongs to the event, and what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gardener.capture.day_mark import DayMark
from gardener.capture.sentence import Sentence
from gardener.capture.understood import Person

_STRONG = re.compile(r" (?:[.;!?…])(?= |$)")
_WEAK = re.compile(
    r" (?=(?:,|—|–|-|:|\(|\)) )|(?<= [,—–:(-]) "
    r"| (?=(?:but|because|who|which|then|while|after which|so that) )"
    r"| (?=and (?:she|he|they|i|we|then|also|it|asked|thanked|sent|gave|told|promised|said)\b)"
)
_BARE = re.compile(
    r"[DTU]\d+|[,:;.()—–-]|\b(?:on|at|for|about|around|in|and|the|it was|was|roughly|it lasted|lasted|it took|took|long"
    r"|we (?:spoke|talked|chatted|sat|stayed|met)|(?:spoke|talked|chatted|stayed)(?= for\b))\b"
)
_PEOPLE_ALONE = re.compile(r"(?:[,:;&+—–-] |and )*(?P<who>[PC]\d+(?:(?: ,| and| &)* [PC]\d+)*)(?: [.;,])*\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the row between two breaks; `stop` is where its strong part ends."""

    start: int
    end: int
    stop: int


class Clauses:
    """The parts of one sentence, and what stands in each."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.row = sentence, sentence.row
        self.parts = _parts_of(self.row)

    def at(self, place: int) -> Part | None:
        """The part that holds a place of the row."""
        return next((part for part in self.parts if part.start <= place < part.end), None)

    def close(self, end: int) -> int:
        """Where the part ends in which an event ends at `end`."""
        return next((part.end for part in self.parts if part.end >= end), len(self.row))

    def strong_start(self, place: int) -> int:
        """Where the strong part begins that holds a place."""
        begins = (part.start for part in self.parts if part.start <= place and self._is_strong(part.start))
        return max(begins, default=0)

    def _is_strong(self, start: int) -> bool:
        return start == 0 or self.row[max(0, start - 2) : start].strip() in (".", ";", "!", "?", "…")

    def is_bare(self, place: int) -> bool:
        """Whether the part at a place holds nothing but days, times and lengths."""
        part = self.at(place)
        return part is not None and not _BARE.sub("", self.row[part.start : part.end]).strip()

    def signs(self, letter: str) -> Iterator[tuple[int, int]]:
        """Each sign of that letter: its number and its place."""
        return ((int(m[0][1:]), m.start()) for m in re.finditer(rf"{letter}\d+", self.row))

    def days(self, start: int = 0, end: int | None = None) -> Iterator[tuple[DayMark, int]]:
        """The days between two places, each with its own; one that owns something ('Monday's deadline') is none."""
        stop = len(self.row) if end is None else end
        for number, place in self.signs("D"):
            owns = self.row[place:].split(" ", 2)[1:2] == ["'s"]
            if start <= place < stop and not (owns and place > 0):
                yield self.sentence.days[number], place

    def people_alone(self, after: int) -> Iterator[Person]:
        """People who stand alone between breaks right after an event: '…; Bob; Tom'."""
        for part in self.parts:
            if part.start < after:
                continue
            match = _PEOPLE_ALONE.fullmatch(self.row[part.start : part.end])
            if match is None:
                return
            for sign in re.findall(r"[PC]\d+", match["who"]):
                yield self.sentence.person(sign)

    def said(self, marks: Sequence[DayMark]) -> str:
        """The words of some days."""
        return " / ".join(self.sentence.text[mark.start : mark.end].strip() for mark in marks)


def _parts_of(row: str) -> list[Part]:
    """The row taken apart at its breaks, strong ones and weak ones."""
    strong = [0, *(min(len(row), match.end() + 1) for match in _STRONG.finditer(row))]
    parts: list[Part] = []
    for start, stop in zip(strong, [*strong[1:], len(row)], strict=True):
        cuts = [start]
        for match in _WEAK.finditer(row, start, stop):
            if match.end() > cuts[-1]:
                cuts.append(match.end())
        for a, b in zip(cuts, [*cuts[1:], stop], strict=True):
            if row[a:b].strip(" ,—–-:.;!?…()"):
                parts.append(Part(a, b, stop))
    return parts
