"""Conversations are counted once per person and day, and the rate is a Beta posterior."""

from __future__ import annotations

from datetime import date, timedelta
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import season
from gardener.domain.beta import cdf, quantile
from gardener.domain.changes import Change, Changeset, What
from gardener.domain.interaction import Direction, Exchange, Interaction, Kind
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.records import Season
from tests.domain.histories import histories
from tests.domain.memory import DAY, Memory


def one(days: int, direction: Direction, *who: str) -> Interaction:
    day = DAY - timedelta(days=days)
    return Interaction(
        id=f"{days}{direction}", day=day, kind=Kind.EMAIL, direction=direction, participants=who or ("jane",)
    )


def test_a_conversation_is_mutual_or_answered_within_thirty_days() -> None:
    out, back, both = Direction.OUTGOING, Direction.INCOMING, Direction.MUTUAL
    assert season.conversations([one(40, out), one(10, back)]) == {("jane", DAY - timedelta(days=40))}
    assert season.conversations([one(41, out), one(10, back)]) == set()
    assert season.conversations([one(3, back)]) == set()
    assert len(season.conversations([one(3, both), one(3, back), one(3, out), one(2, back)])) == 1
    assert len(season.conversations([one(3, both, "jane", "bob")])) == 2


def test_an_answer_before_the_touch_answers_nothing() -> None:
    assert season.conversations([one(9, Direction.INCOMING), one(8, Direction.OUTGOING)]) == set()


@given(histories(), st.randoms(use_true_random=False))
def test_of_an_interaction_only_day_hour_direction_and_who_count(
    history: list[Interaction], dice: Random
) -> None:
    few = [Exchange(i.day, i.time, i.direction, i.participants) for i in history]
    dice.shuffle(few)
    assert season.conversations(few) == season.conversations(history) == by_definition(history)


def by_definition(history: list[Interaction]) -> set[tuple[str, date]]:
    """The days of talks, and of touches whose next sign of theirs alone came within thirty days."""
    ordered = sorted(history, key=lambda i: i.order)
    held = {("jane", i.day) for i in ordered if i.direction is Direction.MUTUAL}
    for at, touch in enumerate(ordered):
        answers = [i for i in ordered[at:] if i.direction is Direction.INCOMING]
        if touch.direction is Direction.OUTGOING and answers and (answers[0].day - touch.day).days <= 30:
            held.add(("jane", touch.day))
    return held


def binomial_tail(k: int, n: int, x: float) -> float:
    """P(at least k of n), which is the Beta(k, n − k + 1) distribution function."""
    return sum(comb(n, i) * x**i * (1 - x) ** (n - i) for i in range(k, n + 1))


@given(st.integers(1, 30), st.integers(0, 60), st.floats(0.001, 0.999))
def test_the_beta_distribution_equals_the_binomial_sum(k: int, more: int, x: float) -> None:
    n = k + more
    assert cdf(x, k, n - k + 1) == pytest.approx(binomial_tail(k, n, x), abs=1e-10)


@given(st.floats(0.01, 0.99), st.floats(0.5, 200), st.floats(0.5, 500))
def test_the_quantile_inverts_the_distribution(p: float, a: float, b: float) -> None:
    assert cdf(quantile(p, a, b), a, b) == pytest.approx(p, abs=1e-6)


def test_the_range_is_never_null_and_follows_the_prior_at_first() -> None:
    nothing = season.conversations_per_interview(0, 0)
    # Beta(1, 14): the quantile is 1 − (1 − p)^(1/14), in closed form.
    assert nothing.estimate == pytest.approx(1 / (1 - 0.5 ** (1 / 14)))
    assert nothing.low == pytest.approx(1 / (1 - 0.1 ** (1 / 14)))
    assert nothing.high == pytest.approx(1 / (1 - 0.9 ** (1 / 14)))
    many = season.conversations_per_interview(300, 20)
    assert many.low < many.estimate < many.high
    assert 13 < many.estimate < 17
    assert season.conversations_per_interview(1, 4) == season.conversations_per_interview(4, 4)


def test_interviews_owed_to_nobody_stand_apart() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=DAY - timedelta(days=90))
    talk = Interaction(
        id="t",
        day=DAY - timedelta(days=30),
        kind=Kind.MEETING,
        direction=Direction.MUTUAL,
        participants=(jane.id,),
    )
    interview = (
        Step(StepKind.INTERVIEW, DAY - timedelta(days=3)),
        Step(StepKind.OFFER, DAY + timedelta(days=3)),
    )
    warm = Opportunity(id="w", employer="E", role="R", created=DAY, steps=interview, thanks_to=(jane.id,))
    cold = Opportunity(id="c", employer="E", role="R", created=DAY, steps=interview)
    memory.do(Changeset(What("x"), (Change(None, talk), Change(None, warm), Change(None, cold))))
    counted = season.count(memory.garden, memory.interactions.values(), DAY)
    assert counted.since == talk.day
    assert (counted.conversations, counted.interviews, counted.offers, counted.cold) == (1, 1, 0, 1)


def test_a_started_season_counts_from_its_start() -> None:
    memory = Memory()
    (jane,) = memory.plant("Jane", created=DAY - timedelta(days=90))
    talks = [one(days, Direction.MUTUAL, jane.id) for days in (40, 20, 2)]
    started = Season(id="s", name="Autumn", start=DAY - timedelta(days=20))
    memory.do(Changeset(What("x"), (*(Change(None, talk) for talk in talks), Change(None, started))))
    counted = season.count(memory.garden, talks, DAY)
    assert (counted.since, counted.conversations) == (started.start, 2)


def test_without_a_conversation_there_is_no_since() -> None:
    counted = season.count(Memory().garden, (), date(2026, 1, 1))
    assert (counted.since, counted.conversations) == (None, 0)
