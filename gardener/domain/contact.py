"""A contact: a person, the bed they stand in with its dated moves, and what is known of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from gardener.domain.stage import Ending, Stage


@dataclass(frozen=True, slots=True)
class Resting:
    """Left in peace on purpose, through `until` (that day included), or without an end.

    `since` is the day of the mark, null where it was made before that was noted.
    """

    until: date | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class StageMove:
    """One move to another bed, on a day, with an optional reason when it is the compost."""

    day: date
    stage: Stage
    reason: Ending | None = None


@dataclass(frozen=True, slots=True)
class CommonGround:
    """What I know of them (`theirs`) and what they know of me (`mine`): one short line each."""

    theirs: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person. `moves` are in the order of their days; `place` is the cell of the bed, once it has one.

    `org` is where they work now, `former` where they worked before.
    """

    id: str
    name: str
    created: date
    planted: Stage = Stage.SEED
    moves: tuple[StageMove, ...] = ()
    resting: Resting | None = None
    left_alone: bool = False
    met: date | None = None
    nicknames: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    birthday: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    common: CommonGround = field(default_factory=CommonGround)
    introduced_by: str | None = None
    species: str = ""
    former: tuple[str, ...] = ()
    place: int | None = None

    @property
    def stage(self) -> Stage:
        """The bed of the latest move, or the one planted in."""
        return self.moves[-1].stage if self.moves else self.planted

    def stage_on(self, day: date) -> Stage:
        """The bed as of the end of `day`."""
        before = [move for move in self.moves if move.day <= day]
        return before[-1].stage if before else self.planted

    def moved(self, move: StageMove) -> Contact:
        """This contact with one more move, put where its day belongs (after the others of that day)."""
        at = bisect_right([m.day for m in self.moves], move.day)
        return replace(self, moves=(*self.moves[:at], move, *self.moves[at:]))

    def as_of(self, day: date) -> Contact:
        """This contact without the moves after `day`, and without a rest that began after it."""
        found = self
        if self.moves and self.moves[-1].day > day:
            found = replace(found, moves=tuple(move for move in self.moves if move.day <= day))
        if self.resting is not None and self.resting.since is not None and self.resting.since > day:
            found = replace(found, resting=None)
        return found

    def rests_on(self, day: date) -> bool:
        """Whether the resting mark holds on `day`."""
        rest = self.resting
        return (
            rest is not None
            and (rest.since is None or rest.since <= day)
            and (rest.until is None or day <= rest.until)
        )

    def is_out_of_lists(self, day: date) -> bool:
        """Compost, resting and left-alone contacts stand in no list of thirsty, withered or let-be."""
        return self.left_alone or self.stage_on(day) is Stage.COMPOST or self.rests_on(day)

    @property
    def seed_number(self) -> int:
        """The number from which this contact's plant is grown; the same on every machine."""
        return number_of(self.id)


def number_of(id_: str) -> int:
    """A number 0 ≤ n < 2⁶⁴ that follows from an id alone; the same on every machine."""
    number = 0xCBF29CE484222325  # FNV-1a, 64 bits: any id will do, not only a UUID
    for byte in id_.encode("utf-8", "surrogatepass"):
        number = ((number ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return number
