"""The pace guard and the ask guard: what they say of an outgoing touch, before it happens. They advise and never block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from gardener.domain import pace
from gardener.domain.evidence import Evidence, evidence, reply_terms
from gardener.domain.growth import PLAIN, THIRSTY, Climate, kappa, sigmoid, vitality_at
from gardener.domain.interaction import AskKind
from gardener.domain.tie import BURST_FROM, Tie, depth_gain

SIGNS_NEEDED = {
    AskKind.QUESTION: 1,
    AskKind.ADVICE: 3,
    AskKind.INTRODUCTION: 5,
    AskKind.REFERRAL: 8,
    AskKind.VOUCHING: 12,
}
"""Different days with a sign that an ask wants before a tie bears it (an engineering choice)."""
CROWDED_BELOW = 0.5
"""A further sign that would add less than this to the depth is called crowded; it is said, never warned of."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a guard speaks: a code and the numbers used."""

    code: str
    facts: Mapping[str, int | float | str | None] = field(default_factory=dict)


class AskVerdict(NamedTuple):
    """Whether the tie bears the ask, the heaviest that would hold now (or null), and what is missing for this one."""

    kind: AskKind
    holds: bool
    heaviest: AskKind | None
    missing: tuple[Reason, ...]

    @property
    def smallest(self) -> AskKind | None:
        """The smallest ask that would hold now; null when none would."""
        return None if self.heaviest is None else next(iter(SIGNS_NEEDED))


class Verdict(NamedTuple):
    """What the guards say. `warns` is true for `pace`, `ask` or `left-alone`; `reply_chance` is 0..1.

    `evidence` is what was measured of such ties.
    """

    warns: bool
    level: pace.Level
    dry_on: date | None
    reply_chance: float
    reasons: tuple[Reason, ...]
    evidence: Evidence
    ask: AskVerdict | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """The codes of those reasons that warn, to be remembered when the person goes on."""
        return tuple(
            reason.code for reason in self.reasons if reason.code in ("pace", "burst", "ask", "left-alone")
        )


def reply_chance(tie: Tie, climate: Climate = PLAIN) -> float:
    """The chance that the next touch is answered: through the soil.

    logit p = −0.437 + 0.664·ln(1+replies) − 0.556·ln(1+run), fitted to the table of growth-model.md.
    """
    return climate.through_soil(sigmoid(sum(reply_terms(tie.replies, tie.run))))


def consider(
    tie: Tie, day: date, *, climate: Climate = PLAIN, left_alone: bool = False, ask: AskKind | None = None
) -> Verdict:
    """The verdict on an outgoing touch of `day`, with an ask or without; `tie` holds nothing dated after `day`."""
    dry = pace.dry_on(tie)
    level = pace.level(tie)
    soon = pace.too_soon(tie, day)
    reasons = [Reason("left-alone")] if left_alone else []
    if soon:
        reasons.append(_pace_reason(tie, day))
        if tie.of_day + 1 >= BURST_FROM and tie.last_touch is not None and tie.last_touch.date() == day:
            reasons.append(Reason("burst", {"today": tie.of_day}))
    elif level is pace.Level.DROWNING:
        reasons.append(Reason("let-be", {"unanswered": tie.run, "capacity": pace.capacity(tie.replies)}))
    asked = _consider_ask(tie, day, climate, ask, left_alone) if ask is not None else None
    if asked is not None and not asked.holds:
        heaviest = str(asked.heaviest) if asked.heaviest else None
        reasons.append(Reason("ask", {"ask": str(asked.kind), "heaviest": heaviest}))
    if tie.letter is None:
        reasons.extend(_crowded(tie, day))
    elif not left_alone:  # an answer to their word is never too much
        reasons.append(Reason("reply-owed", {"since": tie.letter.isoformat()}))
    warns = soon or left_alone or (asked is not None and not asked.holds)
    return Verdict(warns, level, dry, reply_chance(tie, climate), tuple(reasons), evidence(tie), asked)


def _pace_reason(tie: Tie, day: date) -> Reason:
    wait = pace.wait(tie.run, chat=pace.is_chat(tie))
    since = day.toordinal() - tie.last_touch.toordinal() if tie.last_touch is not None else 0
    return Reason(
        "pace",
        {
            "unanswered": tie.run,
            "capacity": pace.capacity(tie.replies),
            "replies": tie.replies,
            "days_since": since,
            "wait": wait,
            "days_left": wait - since,
        },
    )


def _crowded(tie: Tie, day: date) -> list[Reason]:
    """When talks are answered but close together: what one more adds today, and what it would add in a week."""
    if tie.last_sign is None or tie.run:
        return []
    gap = max(0, (day - tie.last_sign.date()).days)
    gain = depth_gain(gap)
    if gain >= CROWDED_BELOW:
        return []
    return [Reason("crowded", {"adds_today": gain, "adds_in_a_week": depth_gain(gap + 7)})]


def _consider_ask(tie: Tie, day: date, climate: Climate, ask: AskKind, left_alone: bool) -> AskVerdict:
    if left_alone:
        return AskVerdict(ask, False, None, (Reason("left-alone"),))
    missing = []
    if tie.run:
        missing.append(Reason("unanswered", {"unanswered": tie.run}))
    vitality = _vitality(tie, day, climate)
    if vitality is None or vitality < THIRSTY:
        missing.append(Reason("vitality", {"has": vitality, "needs": THIRSTY}))
    open_to_any = not missing
    if tie.replies < SIGNS_NEEDED[ask]:
        missing.append(Reason("signs", {"has": tie.replies, "needs": SIGNS_NEEDED[ask]}))
    borne = [kind for kind, needed in SIGNS_NEEDED.items() if tie.replies >= needed] if open_to_any else []
    return AskVerdict(ask, not missing, borne[-1] if borne else None, tuple(missing))


def _vitality(tie: Tie, day: date, climate: Climate) -> float | None:
    if tie.last_sign is None:
        return None
    silence = max(0, (day - tie.last_sign.date()).days)
    return vitality_at(silence, kappa(tie.depth, tie.answers), climate)
