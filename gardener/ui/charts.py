"""A chart as values: what it says in words, its numbers as a table, and what is to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Path:
    """From talks to offers: each step with its name and count, from the many to the few."""

    steps: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One range on a ruler, low ≤ middle ≤ high; null beyond the ruler's end. `said` stands beside it."""

    name: str
    low: float | None
    middle: float | None
    high: float | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Ranges above one scale. `band`: what is usual, from, to, and its name. `unit` stands at the scale's end.

    On a logarithmic scale equal ratios are equally wide, and nothing is below 1.
    """

    spans: tuple[Span, ...]
    unit: str
    logarithmic: bool = True
    band: tuple[float, float, str] | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week: how many talks, and what they bore (interviews, second interviews, offers)."""

    monday: date
    talks: int
    borne: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Week by week, the oldest first; `names` of what was borne."""

    weeks: tuple[Week, ...]
    names: tuple[str, str, str]
    today: date


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of pieces, each a length and a role of the theme's colours; `said` stands at its end."""

    name: str
    pieces: tuple[tuple[float, str], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other; `legend`: the names of roles, where a bar has more than one."""

    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...] = ()


Drawing = Path | Ruler | Weeks | Bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture of the season: `line` is what it says, `rows` are its numbers, `drawing` null where there is nothing yet.

    `id` names its file; `note` stands small below.
    """

    id: str
    title: str
    line: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    drawing: Drawing | None = None
    note: str = ""

    @property
    def spoken(self) -> str:
        """All of it as text: what it says, then its numbers, row by row."""
        said = [self.line, self.note]
        for row in self.rows:
            cells = [f"{head} {cell}" for head, cell in zip(self.headings[1:], row[1:], strict=True) if cell]
            said.append(f"{row[0]}: {', '.join(cells)}.")
        return "\n".join(part for part in said if part)
