"""Why a plant stands as it does: what each interaction added, step by step, and the arithmetic of the read-out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gardener.domain import growth, pace
from gardener.domain.growth import PLAIN, Climate, Growth
from gardener.domain.interaction import NOON, Direction, Interaction, Kind
from gardener.domain.tie import DAY_SECONDS, EMPTY, Tie, depth_gain, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one interaction did to the tie.

    `gap_days` ≥ 0 is the time since the sign before it, null for a touch and for the first sign. `depth`, `answers`,
    `run` and `replies` are what it added (`run` may be negative: a sign ends it); `vitality` and `roots_days` what the
    history up to it comes to on the day asked, beyond what it came to without it. Summed over all steps from the first
    they give those that are shown. `after` is the tie it led to.
    """

    interaction: Interaction
    gap_days: float | None
    depth: float
    answers: int
    run: int
    replies: int
    vitality: float
    roots_days: float
    after: Tie


def steps(history: Iterable[Interaction], day: date, climate: Climate = PLAIN) -> tuple[Step, ...]:
    """Every interaction of one contact with what it added, oldest first, whatever the order of entry; as of `day`."""
    told: list[Step] = []
    tie, held = EMPTY, (0.0, 0.0)
    for interaction in sorted(history, key=lambda i: i.order):
        after = fold(tie, interaction)
        comes_to = _comes_to(after, day, climate)
        told.append(_step(tie, interaction, after, (comes_to[0] - held[0], comes_to[1] - held[1])))
        tie, held = after, comes_to
    return tuple(told)


def _comes_to(tie: Tie, day: date, climate: Climate) -> tuple[float, float]:
    """Vitality (0 before the first sign) and roots on `day`."""
    if tie.last_sign is None:
        return 0.0, 0.0
    kappa = growth.kappa(tie.depth, tie.answers)
    silence = max(0, (day - tie.last_sign.date()).days)
    vitality = growth.vitality_at(silence, kappa, climate)
    return vitality, growth.silence_until(growth.WITHERED, kappa, climate)


def _step(before: Tie, interaction: Interaction, after: Tie, adds: tuple[float, float]) -> Step:
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
        vitality=adds[0],
        roots_days=adds[1],
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What `day` would show if one thing happened on it: `nothing`, a `reply`, a `meeting`, or a `touch` of mine.

    `depth` is what it would add; `before` is the growth of that day if nothing happens, `after` with it.
    """

    code: str
    day: date
    depth: float
    before: Growth
    after: Growth


OUTLOOKS: tuple[tuple[str, int, Direction | None], ...] = (
    ("nothing", 1, None),
    ("touch", 1, Direction.OUTGOING),
    ("reply", 1, Direction.INCOMING),
    ("meeting", 7, Direction.MUTUAL),
)
"""What could happen, in how many days, and who would begin."""


def outlooks(
    tie: Tie, day: date, *, planted: date, climate: Climate = PLAIN, resting: bool = False
) -> tuple[Outlook, ...]:
    """What would change it tomorrow, and in a week; none beyond the calendar's end."""
    told = []
    for code, ahead, direction in OUTLOOKS:
        if date.max - day < timedelta(days=ahead):
            continue
        on = day + timedelta(days=ahead)
        then = fold(tie, _imagined(on, direction)) if direction else tie
        before, after = (
            growth.read(one, on, planted=planted, climate=climate, resting=resting) for one in (tie, then)
        )
        told.append(Outlook(code=code, day=on, depth=then.depth - tie.depth, before=before, after=after))
    return tuple(told)


def _imagined(day: date, direction: Direction) -> Interaction:
    return Interaction(id="", day=day, kind=Kind.OTHER, direction=direction, participants=(), time=NOON)


def curve(
    told: Sequence[Step], days: Sequence[date], climate: Climate = PLAIN
) -> tuple[tuple[date, float | None], ...]:
    """The vitality of each of the `days`, ascending, by what had happened by its end; null before the first sign."""
    points: list[tuple[date, float | None]] = []
    at, tie = 0, EMPTY
    for day in days:
        while at < len(told) and told[at].interaction.day <= day:
            tie = told[at].after
            at += 1
        vitality = None if tie.last_sign is None else _comes_to(tie, day, climate)[0]
        points.append((day, vitality))
    return tuple(points)
