"""Every number that is shown of a plant, as a sum: where it starts, and what each part adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gardener.domain import evidence, growth, pace
from gardener.domain.growth import PLAIN, Climate, Growth
from gardener.domain.tie import Tie


@dataclass(frozen=True, slots=True)
class Part:
    """What one cause adds; `fact` is the count or the days behind it, if there is one."""

    code: str
    adds: float
    fact: float | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """One number and its parts: `start` plus all that the parts add is `value`.

    A number starts at 0 and has the unit `share` (0..1), `days`, `count`, or `log-odds`; a day starts at a day, and its
    parts are days. `value` is null where nothing is foreseen, and then there are no parts.
    """

    name: str
    unit: str
    value: float | date | None
    parts: tuple[Part, ...] = ()
    start: date | None = None

    @property
    def total(self) -> float | date | None:
        """`start` and all parts, added up; null without a value."""
        if self.value is None:
            return None
        added = sum(part.adds for part in self.parts)
        if self.start is None:
            return added
        return pace.calendar_day(self.start.toordinal() + round(added))


def sums(tie: Tie, grown: Growth, *, planted: date, climate: Climate = PLAIN) -> tuple[Sum, ...]:
    """All numbers of one contact; `grown` is the growth of `tie` as read in `climate`, `planted` the day of creation."""
    return (
        _vitality(tie, grown, climate),
        _roots(tie, grown, climate),
        Sum("moisture", "count", grown.moisture, _moisture(tie)),
        Sum("capacity", "count", grown.capacity, _capacity(tie)),
        _dry_on(tie, grown),
        _thirsty_on(tie, grown, climate),
        _withers_on(tie, grown, planted, climate),
        _reply_chance(tie, climate),
    )


def _vitality(tie: Tie, grown: Growth, climate: Climate) -> Sum:
    """The chance on the day of their last sign, less what silence took, through the soil."""
    if grown.vitality is None or grown.silence is None:
        return Sum("vitality", "share", None)
    bare = Climate(climate.horizon)
    kappa = growth.kappa(tie.depth, tie.answers)
    one, deep = growth.kappa(1.0, 0), growth.kappa(tie.depth, 0)
    first, grew, fresh = (growth.vitality_at(0, k, bare) for k in (one, deep, kappa))
    now = growth.vitality_at(grown.silence, kappa, bare)
    parts = (
        Part("one-sign", first, 1),
        Part("depth", grew - first, tie.depth),
        Part("answers", fresh - grew, tie.answers),
        Part("silence", now - fresh, grown.silence),
        Part("soil", grown.vitality - now, climate.learnt_from),
    )
    return Sum("vitality", "share", grown.vitality, _kept(parts, "one-sign", "silence"))


def _roots(tie: Tie, grown: Growth, climate: Climate) -> Sum:
    """The silence that one sign survives, and what depth, answers, patience and soil add."""
    if grown.vitality is None:
        return Sum("roots_days", "days", None)
    usual, bare = Climate(), Climate(climate.horizon)
    kappa = growth.kappa(tie.depth, tie.answers)

    def survives(k: float, in_: Climate) -> float:
        return growth.silence_until(growth.WITHERED, k, in_)

    first = survives(growth.kappa(1.0, 0), usual)
    grew, whole = survives(growth.kappa(tie.depth, 0), usual), survives(kappa, usual)
    patient = survives(kappa, bare)
    parts = (
        Part("one-sign", first, 1),
        Part("depth", grew - first, tie.depth),
        Part("answers", whole - grew, tie.answers),
        Part("patience", patient - whole, climate.horizon),
        Part("soil", grown.roots_days - patient, climate.learnt_from),
    )
    return Sum("roots_days", "days", grown.roots_days, _kept(parts, "one-sign"))


def _moisture(tie: Tie) -> tuple[Part, ...]:
    grouped = tie.unanswered - tie.run
    return _kept((Part("touches", tie.unanswered, tie.unanswered), Part("same-day", -grouped, grouped)))


def _capacity(tie: Tie) -> tuple[Part, ...]:
    least = pace.capacity(0)
    more = Part("replies", pace.capacity(tie.replies) - least, tie.replies)
    return _kept((Part("any-tie", least), more), "any-tie")


def _dry_on(tie: Tie, grown: Growth) -> Sum:
    if grown.dry_on is None or tie.last_touch is None:
        return Sum("dry_on", "day", None)
    wait = pace.wait(tie.run, chat=pace.is_chat(tie))
    parts = (Part("chat-wait" if pace.is_chat(tie) else "mail-wait", wait, tie.run),)
    return Sum("dry_on", "day", grown.dry_on, parts, tie.last_touch.date())


def _thirsty_on(tie: Tie, grown: Growth, climate: Climate) -> Sum:
    if grown.thirsty_on is None or grown.last_sign is None:
        return Sum("thirsty_on", "day", None)
    survived = growth.silence_until(growth.THIRSTY, growth.kappa(tie.depth, tie.answers), climate)
    last, first_below = grown.last_sign.toordinal(), int(survived) + 1
    later = grown.thirsty_on.toordinal() - last - first_below
    parts = (
        Part("above-limit", int(survived), growth.THIRSTY),
        Part("day-after", 1),
        Part("still-wet", later),
    )
    return Sum(
        "thirsty_on", "day", grown.thirsty_on, _kept(parts, "above-limit", "day-after"), grown.last_sign
    )


def _withers_on(tie: Tie, grown: Growth, planted: date, climate: Climate) -> Sum:
    if grown.withers_on is None:
        return Sum("withers_on", "day", None)
    if grown.last_sign is None:
        parts = (Part("seed-days", climate.seed_days), Part("day-after", 1))
        since = grown.withers_on.toordinal() - climate.seed_days - 1
        start = planted if since == planted.toordinal() else date.fromordinal(since)
        return Sum("withers_on", "day", grown.withers_on, parts, start)
    parts = (Part("roots", int(grown.roots_days), grown.roots_days), Part("day-after", 1))
    return Sum("withers_on", "day", grown.withers_on, parts, grown.last_sign)


def _reply_chance(tie: Tie, climate: Climate) -> Sum:
    """In log-odds, in which the causes add up."""
    anyone, replies, run = evidence.reply_terms(tie.replies, tie.run)
    plain = anyone + replies + run
    odds = climate.b0 + climate.b1 * plain  # what the soil does to a chance, said in log-odds
    parts = (
        Part("anyone", anyone),
        Part("replies", replies, tie.replies),
        Part("unanswered", run, tie.run),
        Part("soil", odds - plain, climate.learnt_from),
    )
    return Sum("reply_chance", "log-odds", odds, _kept(parts, "anyone"))


def _kept(parts: tuple[Part, ...], *always: str) -> tuple[Part, ...]:
    """The parts that add something, and those that are always told."""
    return tuple(part for part in parts if part.adds != 0.0 or part.code in always)
