"""The three quantities of a plant and its condition, each in one plain sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gardener.domain.growth import Condition, Growth
from gardener.domain.pace import Level
from gardener.words.chances import percent
from gardener.words.dates import ago, counted, days, number, short_day

if TYPE_CHECKING:
    from gardener.domain.standing import Standing

FORECAST, FORECAST_SHORT = "A sign within 30 days", "A sign in 30 days"
"""What is forecast; and the same in a narrow place."""
FORECAST_TIP = (
    "A sign of theirs within 30 days, as things stand. Vitality looks three months ahead; "
    "the guard’s chance is that of an answer to a touch of yours now."
)
"""How the forecast differs from the numbers beside it."""


def vitality(growth: Growth, today: date, beside: Standing | None = None) -> str:
    """How likely the tie is still alive; where that only compares, how it stands `beside` the others."""
    if growth.vitality is None or growth.last_sign is None:
        return "No sign of theirs yet."
    if beside is not None:
        return f"Last sign {ago(growth.last_sign, today)}; {stands(beside)}."
    return f"Last sign {ago(growth.last_sign, today)}; a new one within three months: {percent(growth.vitality)}."


def stands(beside: Standing) -> str:
    """'livelier than 14 of 20 others'."""
    if beside.of == 0:
        return "there is no other tie here yet to compare it with"
    if beside.livelier_than == beside.of:
        return f"the liveliest of your {number(beside.of + 1)} ties"
    if beside.livelier_than == 0:
        return f"the quietest of your {number(beside.of + 1)} ties"
    return f"livelier than {number(beside.livelier_than)} of {counted(beside.of, 'other')}"


def vitality_number(growth: Growth, *, relative: bool) -> str:
    """'62 %', or '62 of 100' where it only compares."""
    if growth.vitality is None:
        return "no sign yet"
    return f"{round(100 * growth.vitality)} of 100" if relative else percent(growth.vitality)


def roots(growth: Growth) -> str:
    """How long the tie survives without another sign."""
    if growth.vitality is None:
        return "Roots come with their first sign."
    seen = counted(growth.replies, "day with a sign", "days with signs")
    return f"{seen}: the tie survives {days(growth.roots_days)} of silence."


def moisture(growth: Growth, today: date) -> str:
    """How many touches of mine are unanswered."""
    if growth.moisture == 0:
        return "Nothing of yours is unanswered."
    text = f"{growth.moisture} of yours unanswered; at {growth.capacity} the soil is full."
    if growth.dry_on is None or growth.dry_on <= today:
        return f"{text} Time has passed: it is dry again."
    if growth.level is Level.CLEAR:
        return f"{text} Their answer may still come."
    return f"{text} Dry on {short_day(growth.dry_on, today=today)}."


def reason(growth: Growth, today: date) -> str:
    """Why the plant stands as it does, as short as a line in a list."""
    match growth.condition:
        case Condition.WITHERED if growth.silence is not None:
            return f"no sign for {days(growth.silence)}"
        case Condition.WITHERED_SEED:
            since = growth.last_touch
            return f"no answer since {short_day(since, today=today)}" if since else "never spoken to"
        case Condition.DROWNING | Condition.SOGGY if growth.dry_on is not None:
            return f"{growth.moisture} unanswered, dry on {short_day(growth.dry_on, today=today)}"
        case Condition.WILTING | Condition.THIRSTY if growth.last_sign is not None:
            return f"last sign {ago(growth.last_sign, today)}"
        case Condition.SEED:
            return "written to, no answer yet" if growth.last_touch else "never spoken to"
        case Condition.RESTING:
            return "resting on purpose"
        case _:
            return f"last sign {ago(growth.last_sign, today)}" if growth.last_sign else ""
