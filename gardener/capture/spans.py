"""How long and at what hour: durations and clock times in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from gardener.capture.days import lowered


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the sentence, with the minutes or the clock time it says."""

    start: int
    end: int
    minutes: int | None = None
    at: time | None = None


_WORDS = {
    word: at
    for at, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
     "forty-five": 45, "forty five": 45, "twenty-five": 25, "thirty-five": 35, "fifty-five": 55}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:[.,]\d)?|" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + ")"
_BETWEEN = r"(?:(?<=\d)[\s-]*|[\s-]+)"
"""Between number and unit: a number in words does not touch it, for 'am' is no minute."""
_HOUR = r"(?:hours?|hrs?|h)\b"
_MINUTE = r"(?:minutes?|mins?|m|['′])(?!\w)"
_LONG = r"(?:[\s-]*long)?"
_LEAD = r"(?:\bfor\s+)?(?:(?:about|around|roughly|almost|nearly|over|some|just|only|maybe|a\s+good|good)\s+|~\s*|ca\.?\s+)?"
# Not a length of the talk: what lies so far off, or belongs to something else.
_NOT_AFTER = r"(?!\s*(?:ago|late|early|before|after|back|from|away|walk|drive|later|of\s+(?:silence|fame)))"

_DURATIONS = tuple(
    re.compile(_LEAD + pattern + _LONG + _NOT_AFTER)
    for pattern in (
        rf"(?<![\w.:])(?P<h>{_NUMBER})[\s-]*{_HOUR.replace(chr(92) + 'b', '')}\s*(?:and\s+)?(?P<m>\d\d?)\s*(?:{_MINUTE})?(?![\w:.])",
        rf"(?<![\w.:])(?P<h>{_NUMBER})\s+{_HOUR}\s+and\s+(?P<m>{_NUMBER})\s*{_MINUTE}",
        rf"(?<![\w.:])(?P<h>{_NUMBER})\s+{_HOUR}\s+and\s+a\s+(?P<half>half|quarter)\b",
        rf"(?<![\w.:])(?P<h>{_NUMBER})\s+and\s+a\s+(?P<half>half)\s+{_HOUR}",
        rf"(?<![\w.:])(?P<h>\d)?\s?(?P<half>½|¼|¾)\s*(?:of\s+an\s+)?{_HOUR}",
        rf"\b(?P<half>half)[\s-]+(?:an?[\s-]+)?{_HOUR}",
        rf"\bhalf\s+of\s+an\s+(?P<half>){_HOUR}",
        rf"\b(?:a\s+)?(?P<half>quarter|three[\s-]quarters)\s+of\s+an\s+{_HOUR}",
        rf"(?<![\w.:/])(?P<h>{_NUMBER}){_BETWEEN}{_HOUR}",
        rf"(?<![\w.:/])(?P<m>{_NUMBER}){_BETWEEN}{_MINUTE}",
        r"(?<![\w.:/])1/(?P<half>2)\s*(?:an?\s+)?" + _HOUR,
        r"\b(?P<one>hour)(?=[\s-]+long\b)",
    )
)
_PARTS = {"half": 30, "½": 30, "2": 30, "": 30, "quarter": 15, "¼": 15, "¾": 45}


def find_durations(text: str) -> list[Mark]:
    """Every length of time that `text` says, from left to right."""
    low, marks = lowered(text), list[Mark]()
    for pattern in _DURATIONS:
        for match in pattern.finditer(low):
            if any(match.start() < mark.end and mark.start < match.end() for mark in marks):
                continue
            minutes = _minutes(match.groupdict())
            if minutes:
                marks.append(Mark(match.start(), match.end(), minutes=minutes))
    return sorted(marks, key=lambda mark: mark.start)


def _minutes(said: dict[str, str | None]) -> int:
    if said.get("one"):
        return 60
    total = 60 * _number(said.get("h")) + _number(said.get("m"))
    half = said.get("half")
    if half is not None:
        total += _PARTS.get(half, 45)
    return round(total)


def _number(text: str | None) -> float:
    if not text:
        return 0.0
    return float(_WORDS[text]) if text in _WORDS else float(text.replace(",", "."))


_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:\b(?:at|from|between)\s+)?(?<![\d.:/-])(?P<h>\d\d?)(?:[:.](?P<m>\d\d))?\s*(?:-|–|to|until|and)\s*(?P<toh>\d\d?)(?:[:.](?P<tom>\d\d))?\s*(?P<tohalf>[ap])\.?m\b\.?",
        r"(?:\b(?:at|from)\s+)?(?<![\d.:])(?P<h>\d\d?)[:.](?P<m>\d\d)\s*(?:-|–|to|until)\s*(?P<toh>\d\d?)[:.](?P<tom>\d\d)(?![\d.:])",
        r"(?:\b(?:at|around|about|@)\s*)?(?<![\d.:])(?P<h>\d\d?)(?:[:.](?P<m>\d\d))?\s*(?P<half>[ap])\.?m\b\.?",
        r"(?:\b(?:at|around|about|@)\s*)?(?<![\d.:/-])(?P<h>\d\d?):(?P<m>\d\d)(?![\d:])(?:\s*h\b)?",
        r"\b(?:at|around)\s+(?:12\s+)?(?P<noon>noon|midday)\b",
    )
)


def find_times(text: str) -> list[Mark]:
    """Every clock time that `text` says beyond doubt: with minutes, or with am or pm; 'at 3' is none."""
    low, marks = lowered(text), list[Mark]()
    for pattern in _TIMES:
        for match in pattern.finditer(low):
            if any(match.start() < mark.end and mark.start < match.end() for mark in marks):
                continue
            said = match.groupdict()
            at = time(12) if said.get("noon") else _time(said["h"], said.get("m"), said.get("half"))
            if at is None:
                continue
            if said.get("tohalf"):  # '3 to 4pm' begins in the afternoon too, '11 to 1pm' does not
                at = _time(said["h"], said.get("m"), said["tohalf"])
                if at is None:
                    continue
            to = _time(said["toh"], said["tom"], said.get("tohalf")) if said.get("toh") else None
            if to is not None and to <= at and said.get("tohalf"):
                at = at.replace(hour=(at.hour + 12) % 24)
            minutes = (to.hour - at.hour) * 60 + to.minute - at.minute if to else None
            marks.append(
                Mark(match.start(), match.end(), at=at, minutes=minutes if minutes and minutes > 0 else None)
            )
    return sorted(marks, key=lambda mark: mark.start)


def _time(hour: str | None, minute: str | None, half: str | None) -> time | None:
    h, m = int(hour or 0), int(minute or 0)
    if half and not 1 <= h <= 12:
        return None
    if half:
        h = h % 12 + (12 if half.startswith("p") else 0)
    return time(h, m) if h < 24 and m < 60 else None
