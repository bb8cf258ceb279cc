"""What a part of a sentence says has happened, or is to happen, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gardener.capture.day_mark import Tense
from gardener.capture.event_patterns import PATTERNS, Mark, Pattern
from gardener.capture.grammar import NAME
from gardener.domain.interaction import Direction, Kind


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the row at `start`..`end`. `who` holds the signs of those it was with.

    `kind` is null where the words tell none; `direction` is null where it must be asked. `given` is the place of what
    I gave in the row, `between` of what stands between the deed and its people; `word` is the verb or noun itself,
    `mark` what else the pattern tells. `given` and `between` are counted from `shift`.
    """

    start: int
    end: int
    who: tuple[str, ...]
    kind: Kind | None
    direction: Direction | None
    tense: Tense
    given: tuple[int, int] | None = None
    mark: Mark | None = None
    between: tuple[int, int] = (0, 0)
    word: str = ""
    shift: int = 0


def find_event(row: str) -> Event | None:
    """The event of the first pattern that the beginning of `row` fits; null when none does."""
    for pattern in PATTERNS:
        match = _compiled(pattern.row).match(row)
        event = _event(pattern, match) if match is not None else None
        if event is not None and event.who:
            return event
    return None


def _event(pattern: Pattern, match: re.Match[str]) -> Event:
    named = match.groupdict()
    core = next((name for name in ("noun", "verb") if named.get(name)), None)
    given = match.span("given") if named.get("given") else None
    done, who = match.end(core or "who"), match.span("who")
    return Event(
        start=match.start(),
        end=match.end(),
        who=tuple(signs_of(match["who"])),
        kind=pattern.kind(match) if callable(pattern.kind) else pattern.kind,
        direction=pattern.direction(match) if callable(pattern.direction) else pattern.direction,
        tense=pattern.tense,
        given=given,
        mark=pattern.mark,
        between=(done, who[0]) if done < who[0] and given is None else (0, 0),
        word=match[core] if core else "",
    )


def signs_of(listed: str) -> list[str]:
    """The people of a list: 'P0 's friend C1' is C1 alone, and what stands after 'from' or in brackets is nobody."""
    bare = re.sub(r"\( [^)]*\)", "", listed)
    bare = re.sub(rf"{NAME} 's (?:[a-z-]+ )*", "", bare)
    bare = re.sub(rf"(?:from|of|at|@|over at) (?:the )?{NAME}", "", bare)
    return re.findall(NAME, bare)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made at its first use: all of them together take a few tenths of a second."""
    return re.compile(pattern)


def warm() -> Iterator[None]:
    """Makes the patterns ready one by one, so that a window can do it between two key presses."""
    for pattern in PATTERNS:
        _compiled(pattern.row)
        yield
