"""An interaction: one dated exchange that has happened, and what it may carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

NOON = time(12)


class Kind(StrEnum):
    """How the exchange took place. All kinds weigh the same in growth; the kind is for people to read."""

    MEETING = "meeting"
    CALL = "call"
    VIDEO = "video"
    EMAIL = "email"
    MESSAGE = "message"
    EVENT = "event"
    LETTER = "letter"
    OTHER = "other"


MUTUAL_BY_NATURE = frozenset({Kind.MEETING, Kind.CALL, Kind.VIDEO, Kind.EVENT})
"""Kinds whose direction is mutual when none is named."""
WRITTEN = frozenset({Kind.EMAIL, Kind.MESSAGE, Kind.LETTER})
"""Kinds that can await an answer."""


class Direction(StrEnum):
    """Who began, in the order in which simultaneous interactions are read."""

    MUTUAL = "mutual"
    OUTGOING = "outgoing"
    INCOMING = "incoming"


DIRECTION_RANK = {direction: rank for rank, direction in enumerate(Direction)}


class About(StrEnum):
    """Whose talk it mostly was."""

    THEIRS = "theirs"
    BOTH = "both"
    MINE = "mine"


class AskKind(StrEnum):
    """What I wanted for myself, from the lightest to the heaviest."""

    QUESTION = "question"
    ADVICE = "advice"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    VOUCHING = "vouching"


class Answer(StrEnum):
    """What became of an ask."""

    PENDING = "pending"
    GRANTED = "granted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask and its answer."""

    kind: AskKind
    answer: Answer = Answer.PENDING


class Exchange(NamedTuple):
    """Of an interaction what counting needs: when, who began, and with whom. There may be hundreds of thousands."""

    day: date
    time: time | None
    direction: Direction
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One exchange with one or several contacts. `minutes` > 0; `despite` holds the codes of warnings gone on against."""

    id: str
    day: date
    kind: Kind
    direction: Direction
    participants: tuple[str, ...]
    time: time | None = None
    minutes: int | None = None
    about: About | None = None
    note: str = ""
    gives: tuple[str, ...] = ()
    ask: Ask | None = None
    thanks: bool = False
    batch: str | None = None
    despite: tuple[str, ...] = ()

    @property
    def moment(self) -> datetime:
        """Local wall-clock time; noon when the time is not known."""
        return datetime.combine(self.day, self.time or NOON)

    @property
    def is_sign(self) -> bool:
        """A sign of theirs: incoming or mutual."""
        return self.direction is not Direction.OUTGOING

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: moment, then mutual, outgoing, incoming, then content; never the id."""
        content = (
            str(self.kind),
            self.time is not None,
            self.minutes or 0,
            str(self.about or ""),
            self.note,
            self.gives,
            (str(self.ask.kind), str(self.ask.answer)) if self.ask else ("", ""),
            self.thanks,
            len(self.participants),
        )
        return (self.moment, DIRECTION_RANK[self.direction], content)
