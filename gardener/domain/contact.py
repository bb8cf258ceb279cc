"""A contact: a person, the bed they stand in with its dated moves, and what is known of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gardener.domain.stage import Ending, Stage


@dataclass(frozen=True, slots=True)
class Resting:
    """Left in peace on purpose, through `until` (that day included), or without an end.

    `since` is the day of the mark, null where it was made before that was noted; `ended` the first day on which it no
    longer held because the contact was woken or put to rest anew, null where neither came before `until`.
    """

    until: date | None = None
    since: date | None = None
    ended: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the contact rested by it on `day`."""
        begun = self.since is None or self.since <= day
        return (
            begun and (self.until is None or day <= self.until) and (self.ended is None or day < self.ended)
        )


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

    `resting` is the last mark unless they were woken since, `rested` are those before it, in the order of their days.
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
    rested: tuple[Resting, ...] = ()

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
        """This contact without the moves after `day`, and at rest as it was by the end of it."""
        found = self
        if self.moves and self.moves[-1].day > day:
            found = replace(found, moves=tuple(move for move in self.moves if move.day <= day))
        rests = self._rests()
        begun = [_known_on(day, rest) for rest in rests if rest.since is None or rest.since <= day]
        return found if begun == list(rests) else found._with_rests(begun)

    def rest_on(self, day: date) -> Resting | None:
        """The mark by which they rest on `day`; null when they do not."""
        return next((rest for rest in self._rests() if rest.holds_on(day)), None)

    def rests_on(self, day: date) -> bool:
        """Whether a resting mark holds on `day`."""
        return self.rest_on(day) is not None

    def put_to_rest(self, day: date, until: date | None) -> Contact:
        """This contact at rest from `day` on, through `until` or without an end, or up to the next mark there is."""
        later = min((rest.since for rest in self._rests() if rest.since and rest.since > day), default=None)
        return self._with_rests([*self._cut(day), Resting(until, day, later)])

    def woken(self, day: date) -> Contact:
        """This contact without the rest that holds on `day`, from that day on."""
        return self._with_rests(self._cut(day))

    def _rests(self) -> tuple[Resting, ...]:
        """All marks in the order of their days."""
        return self.rested if self.resting is None else (*self.rested, self.resting)

    def _cut(self, day: date) -> list[Resting]:
        """The marks, that of `day` ended by it; one that began on it as if it had never been."""
        return [
            replace(rest, ended=day) if rest.holds_on(day) else rest
            for rest in self._rests()
            if rest.since != day
        ]

    def _with_rests(self, rests: Sequence[Resting]) -> Contact:
        """This contact with these marks; the last one is that of today unless it was ended."""
        ordered = sorted(rests, key=lambda rest: rest.since or date.min)
        last = ordered.pop() if ordered and ordered[-1].ended is None else None
        return replace(self, resting=last, rested=tuple(ordered))

    def is_out_of_lists(self, day: date) -> bool:
        """Compost, resting and left-alone contacts stand in no list of thirsty, withered or let-be."""
        return self.left_alone or self.stage_on(day) is Stage.COMPOST or self.rests_on(day)

    @property
    def seed_number(self) -> int:
        """The number from which this contact's plant is grown; the same on every machine."""
        return number_of(self.id)


def _known_on(day: date, rest: Resting) -> Resting:
    """The mark as it stood by the end of `day`, when nobody knew yet that it would end before its time."""
    return replace(rest, ended=None) if rest.ended is not None and rest.ended > day else rest


def number_of(id_: str) -> int:
    """A number 0 ≤ n < 2⁶⁴ that follows from an id alone; the same on every machine."""
    number = 0xCBF29CE484222325  # FNV-1a, 64 bits: any id will do, not only a UUID
    for byte in id_.encode("utf-8", "surrogatepass"):
        number = ((number ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return number
