"""What was measured of ties like this one, and how this tie itself has answered: the evidence behind the pace guard.

Figures: growth-model.md of the design, "The pace guard", from 170,000 sent messages.
"""

from __future__ import annotations

from math import log
from typing import NamedTuple

from gardener.domain import pace
from gardener.domain.tie import Tie

MESSAGES = 170_000
"""Sent messages on which the figures were measured."""
Range = tuple[float, float]
"""The lowest and the highest chance of a reply, 0..1, among the sets of data."""
COLUMNS = (0, 2, 4, 5)
"""Unanswered touches for which the chance of a reply was measured; the last stands for all further ones."""
MEASURED: tuple[tuple[int, tuple[Range, ...]], ...] = (
    (10, ((0.84, 0.88), (0.74, 0.74), (0.60, 0.60), (0.50, 0.59))),
    (3, ((0.59, 0.72), (0.52, 0.60), (0.47, 0.47), (0.44, 0.44))),
    (1, ((0.43, 0.61), (0.35, 0.49), (0.27, 0.41), (0.27, 0.29))),
    (0, ((0.27, 0.38), (0.23, 0.29), (0.21, 0.29), (0.13, 0.23))),
)
"""(replies at least, the chance of a reply in each of COLUMNS), the richest tie first."""
ODDS = (1.0, 0.70, 0.58, 0.46, 0.46, 0.22)
"""Odds ratio of a reply after none, one, two, … unanswered touches; the last stands for all further ones."""
REPLY = (-0.437, 0.664, -0.556)
"""Log-odds of a reply: of anyone, for each ln(1 + replies), for each ln(1 + unanswered); fitted to the table above."""


class Evidence(NamedTuple):
    """What stands behind a verdict.

    `replies`, `unanswered` (moisture) and `capacity` of the tie. Measured of ties with `replies_from` to `replies_to`
    (null: no end) replies: `dry` the chance of a reply with nothing unanswered, `wet` with `column` ≤ `unanswered`
    touches unanswered, `odds` the odds ratio between the two. `quick` of `answers` came within a day; `chat` tells
    whether the tie waits like a chat.
    """

    replies: int
    unanswered: int
    capacity: int
    replies_from: int
    replies_to: int | None
    dry: Range
    column: int
    wet: Range
    odds: float
    answers: int
    quick: int
    chat: bool


def evidence(tie: Tie) -> Evidence:
    """The measured figures that are nearest to `tie`."""
    row = next(i for i, (least, _) in enumerate(MEASURED) if tie.replies >= least)
    least, chances = MEASURED[row]
    above = MEASURED[row - 1][0] - 1 if row else None
    at = max(i for i, column in enumerate(COLUMNS) if column <= tie.run)
    return Evidence(
        tie.replies,
        tie.run,
        pace.capacity(tie.replies),
        least,
        above,
        chances[0],
        COLUMNS[at],
        chances[at],
        ODDS[min(tie.run, len(ODDS) - 1)],
        tie.answers,
        tie.quick,
        pace.is_chat(tie),
    )


def reply_terms(replies: int, run: int) -> tuple[float, float, float]:
    """What anyone's chance, the replies so far and the unanswered touches add to the log-odds of a reply."""
    anyone, by_replies, by_run = REPLY
    return anyone, by_replies * log(1 + replies), by_run * log(1 + run)
