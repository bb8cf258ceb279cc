"""Why a plant stands as it does: what each interaction added, step by step, and the arithmetic of the read-out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gardener.domain import growth, pace
from gardener.domain.growth import PLAIN, Climate
from gardener.domain.interaction import Interaction
from gardener.domain.tie import DAY_SECONDS, EMPTY, Tie, depth_gain, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one interaction did to the tie.

    `gap_days` ≥ 0 is the time since the sign before it, null for a touch and for the first sign. `depth`, `answers`,
    `run` and `replies` are what it added (`run` may be negative: a sign ends it); summed over all steps from the first
    they give those of the tie. `after` is the tie it led to.
    """

    interaction: Interaction
    gap_days: float | None
    depth: float
    answers: int
    run: int
    replies: int
    after: Tie


def steps(history: Iterable[Interaction]) -> tuple[Step, ...]:
    """Every interaction of one contact with what it added, oldest first, whatever the order of entry."""
    told: list[Step] = []
    tie = EMPTY
    for interaction in sorted(history, key=lambda i: i.order):
        after = fold(tie, interaction)
        told.append(_step(tie, interaction, after))
        tie = after
    return tuple(told)


def _step(before: Tie, interaction: Interaction, after: Tie) -> Step:
    gap, depth = None, 0.0
    if interaction.is_sign:
        depth = 1.0
        if before.last_sign is not None:
            gap = (interaction.moment - before.last_sign).total_seconds() / DAY_SECONDS
            depth = depth_gain(gap)
    return Step(
        interaction=interaction,
        gap_days=gap,
        depth=depth,
        answers=after.answers - before.answers,
        run=after.run - before.run,
        replies=after.replies - before.replies,
        after=after,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic:
    """The numbers of growth-model.md, "Read-out at silence s", for one tie on one day.

    `depth` N, `answers` Q, `kappa` κ; `silence` s in whole days; `before_soil` the chance of a sign within `horizon`
    days, `vitality` the same through the soil (b0, b1); `thirsty_after`, `wilting_after` and `roots` the silences s*
    in days at which it falls to 0.40, 0.25 and 0.15. All of these but `depth`, `answers`, `horizon`, `b0` and `b1` are
    null before the first sign. `wait` days after `last_touch` the soil is dry, both null when nothing is unanswered.
    """

    depth: float
    answers: int
    horizon: float
    b0: float
    b1: float
    kappa: float | None
    silence: int | None
    before_soil: float | None
    vitality: float | None
    thirsty_after: float | None
    wilting_after: float | None
    roots: float | None
    run: int
    capacity: int
    last_touch: date | None
    wait: int | None
    dry_on: date | None


def arithmetic(tie: Tie, day: date, climate: Climate = PLAIN) -> Arithmetic:
    """How the growth of `tie` on `day` is reckoned; `tie` must hold nothing dated after it."""
    kappa = silence = before_soil = vitality = thirsty = wilting = roots = None
    if tie.last_sign is not None:
        kappa = growth.kappa(tie.depth, tie.answers)
        silence = max(0, (day - tie.last_sign.date()).days)
        before_soil = growth.vitality_at(silence, kappa, Climate(horizon=climate.horizon))
        vitality = growth.vitality_at(silence, kappa, climate)
        thirsty, wilting, roots = (
            growth.silence_until(chance, kappa, climate)
            for chance in (growth.THIRSTY, growth.WILTING, growth.WITHERED)
        )
    wet = tie.run > 0 and tie.last_touch is not None
    return Arithmetic(
        depth=tie.depth,
        answers=tie.answers,
        horizon=climate.horizon,
        b0=climate.b0,
        b1=climate.b1,
        kappa=kappa,
        silence=silence,
        before_soil=before_soil,
        vitality=vitality,
        thirsty_after=thirsty,
        wilting_after=wilting,
        roots=roots,
        run=tie.run,
        capacity=pace.capacity(tie.replies),
        last_touch=tie.last_touch.date() if wet and tie.last_touch is not None else None,
        wait=pace.wait(tie.run, chat=pace.is_chat(tie)) if wet else None,
        dry_on=pace.dry_on(tie),
    )
