"""What a history adds up to for one contact: the accumulators of the growth model, folded in O(1) per interaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import exp

from gardener.domain.interaction import DIRECTION_RANK, WRITTEN, Answer, Direction, Interaction

DAY_SECONDS = 86400.0
QUICK_DAYS = 1.0
"""An answer is quick when it comes sooner than so many days after the last touch of mine before it."""
BURST_FROM = 4
"""From this touch of one day on, each counts again."""


@dataclass(frozen=True, slots=True)
class Tie:
    """The state of one contact's history (growth-model.md, "State of one contact").

    `depth` is N (0 before the first sign), `answers` Q, `run` the unanswered touches (those of one calendar day are
    one, from the fourth on each counts again), `replies` the days with a sign, `unanswered` the touches since the last
    sign, ungrouped, `of_day` how many of them fell on the day of `last_touch`. `letter` is the day of their last
    written word to which nothing of mine came since; `favours` are the days of granted asks not yet thanked for.
    `quick` of the `answers` came within a day of the touch before them.
    """

    depth: float = 0.0
    answers: int = 0
    run: int = 0
    replies: int = 0
    unanswered: int = 0
    of_day: int = 0
    first: date | None = None
    last_sign: datetime | None = None
    last_touch: datetime | None = None
    latest_rank: int = 0
    granted: int = 0
    letter: date | None = None
    favours: tuple[date, ...] = ()
    last_thanks: date | None = None
    quick: int = 0

    @property
    def latest(self) -> datetime | None:
        """The moment of the latest interaction, whoever began it."""
        if self.last_sign is None or self.last_touch is None:
            return self.last_sign or self.last_touch
        return max(self.last_sign, self.last_touch)

    def precedes(self, interaction: Interaction) -> bool:
        """Whether `interaction` comes strictly after everything folded so far, so that it can be folded on top."""
        latest = self.latest
        if latest is None:
            return True
        return (latest, self.latest_rank) < (interaction.moment, DIRECTION_RANK[interaction.direction])


EMPTY = Tie()
"""A contact never spoken to."""


def depth_gain(gap_days: float) -> float:
    """What one more sign adds to the depth N after a gap ≥ 0 in days: 1 − exp(−gap/σ), σ = 1 day; 0 ≤ gain < 1."""
    return 1.0 - exp(-gap_days)


def fold(tie: Tie, interaction: Interaction) -> Tie:
    """`tie` with one more interaction; it must not lie before what `tie` holds (see `Tie.precedes`)."""
    if interaction.direction is Direction.OUTGOING:
        return _touched(tie, interaction)
    return _signed(tie, interaction)


def fold_all(history: Iterable[Interaction]) -> Tie:
    """The state of a whole history, in any order of entry."""
    tie = EMPTY
    for interaction in sorted(history, key=lambda i: i.order):
        tie = fold(tie, interaction)
    return tie


def _touched(tie: Tie, touch: Interaction) -> Tie:
    moment = touch.moment
    same_day = tie.last_touch is not None and tie.last_touch.date() == touch.day
    of_day = tie.of_day + 1 if same_day else 1
    return Tie(
        tie.depth,
        tie.answers,
        tie.run + (of_day == 1 or of_day >= BURST_FROM),
        tie.replies,
        tie.unanswered + 1,
        of_day,
        tie.first or touch.day,
        tie.last_sign,
        moment,
        DIRECTION_RANK[Direction.OUTGOING],
        *_owed(tie, touch),
        tie.quick,
    )


def _signed(tie: Tie, sign: Interaction) -> Tie:
    moment = sign.moment
    last = tie.last_sign
    answered = tie.run > 0
    if last is None:
        depth, new_day = 1.0, True
    else:
        depth = tie.depth + depth_gain((moment - last).total_seconds() / DAY_SECONDS)
        new_day = last.date() != sign.day
    return Tie(
        depth,
        tie.answers + answered,
        0,
        tie.replies + new_day,
        0,
        0,
        tie.first or sign.day,
        moment,
        tie.last_touch,
        DIRECTION_RANK[sign.direction],
        *_owed(tie, sign),
        tie.quick + (answered and _is_quick(tie.last_touch, moment)),
    )


def _is_quick(touch: datetime | None, sign: datetime) -> bool:
    return touch is not None and (sign - touch).total_seconds() < QUICK_DAYS * DAY_SECONDS


def _owed(tie: Tie, interaction: Interaction) -> tuple[int, date | None, tuple[date, ...], date | None]:
    """granted, letter, favours, last_thanks after `interaction`."""
    if interaction.direction is not Direction.INCOMING:
        letter = None
    else:
        letter = interaction.day if interaction.kind in WRITTEN else tie.letter
    ask = interaction.ask
    granted = ask is not None and ask.answer is Answer.GRANTED
    if interaction.thanks:
        return tie.granted + granted, letter, (), interaction.day
    favours = (*tie.favours, interaction.day) if granted else tie.favours
    return tie.granted + granted, letter, favours, tie.last_thanks
