"""Every figure of a season equals one computed here by a few lines of their own; the 80 % range covers as it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import season
from gardener.domain.beta import cdf
from gardener.domain.contact import Contact, StageMove
from gardener.domain.garden import Garden, Plant
from gardener.domain.growth import WITHERED, vitality_at
from gardener.domain.interaction import Direction, Interaction, Kind
from gardener.domain.introduction import Introduction, Origin, Outcome
from gardener.domain.lineage import lineage
from gardener.domain.opportunity import Opportunity, Step, StepKind
from gardener.domain.records import Season
from gardener.domain.season.bearing import origins, share, sources
from gardener.domain.season.forecast import conversations_to_next, forecast, searching_days
from gardener.domain.season.stages import Lesson, moves_between, stage_times, stays, still_standing, withering
from gardener.domain.season.weeks import LONGEST, by_week
from gardener.domain.stage import LIVING, Ending, Stage
from gardener.domain.tie import fold_all
from tests.domain.memory import DAY

INTERVIEW, SECOND, OFFER, APPLIED = (
    StepKind.INTERVIEW,
    StepKind.SECOND_INTERVIEW,
    StepKind.OFFER,
    StepKind.APPLIED,
)


def back(days: int) -> date:
    return DAY - timedelta(days=days)


# The range


SEARCHES = 4000


@pytest.mark.parametrize("talks", [10, 50, 200])
def test_the_range_covers_the_true_rate_in_eight_of_ten_searches(talks: int) -> None:
    """Rates are drawn from the stated prior; the talks of each search then bring interviews by that rate."""
    dice = Random(20261128)

    @cache
    def shown(interviews: int) -> season.Range:
        return season.conversations_per_interview(talks, interviews)

    covered = 0
    for _ in range(SEARCHES):
        rate = dice.betavariate(1, 14)
        interviews = sum(dice.random() < rate for _ in range(talks))
        covered += shown(interviews).low <= 1 / rate <= shown(interviews).high
    assert 0.78 <= covered / SEARCHES <= 0.82


def binomial_tail(k: int, n: int, x: float) -> float:
    """P(at least k of n), which is the Beta(k, n − k + 1) distribution function."""
    return sum(comb(n, i) * x**i * (1 - x) ** (n - i) for i in range(k, n + 1))


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_range_is_one_over_the_quantiles_of_the_posterior(talks: int, interviews: int) -> None:
    """The posterior Beta(1 + k, 14 + n − k) is a binomial tail: at least 1 + k of 14 + n."""
    shown = season.per_one(talks, interviews)
    n = max(talks, interviews)
    for value, below in ((shown.estimate, 0.5), (shown.low, 0.9), (shown.high, 0.1)):
        assert binomial_tail(1 + interviews, 14 + n, 1 / value) == pytest.approx(below, abs=1e-9)


def beta_geometric(n: int, a: int, b: int) -> Fraction:
    """P(N > n) as a product: not yet at each of the talks, the rate being learnt from those before."""
    chance = Fraction(1)
    for one in range(n):
        chance *= Fraction(b + one, a + b + one)
    return chance


@given(st.integers(0, 80), st.integers(0, 12))
def test_the_talks_to_the_next_interview_follow_the_beta_geometric_law(talks: int, interviews: int) -> None:
    a, b = 1 + interviews, 14 + max(talks, interviews) - interviews
    for n, chance in zip(
        conversations_to_next(talks, interviews),
        (Fraction(1, 10), Fraction(1, 2), Fraction(9, 10)),
        strict=True,
    ):
        assert 1 - beta_geometric(n, a, b) >= chance - Fraction(1, 10**9)
        assert n == 1 or 1 - beta_geometric(n - 1, a, b) < chance + Fraction(1, 10**9)


# The present pace


def held_of(*days_ago: int) -> list[tuple[str, date]]:
    return [("a", back(ago)) for ago in days_ago]


def test_the_pace_is_that_of_the_last_four_weeks() -> None:
    found = forecast(held_of(0, 5, 27, 28, 60), talks=5, interviews=0, since=back(60), day=DAY)
    assert (found.talks, found.days, found.per_week) == (3, 28, 0.75)
    assert found.weeks is not None
    assert found.weeks == tuple(n / 0.75 for n in found.conversations)
    low, middle, high = found.weeks
    assert low < middle < high


def test_a_young_season_is_counted_by_its_days_and_never_by_less_than_a_week() -> None:
    assert forecast(held_of(0, 3), talks=2, interviews=0, since=back(13), day=DAY).per_week == 1.0
    assert forecast(held_of(0), talks=1, interviews=0, since=DAY, day=DAY).per_week == 1.0


def test_without_talks_there_is_no_pace_to_go_by() -> None:
    found = forecast(held_of(90), talks=1, interviews=1, since=back(90), day=DAY)
    assert (found.talks, found.per_week, found.weeks) == (0, 0.0, None)
    assert forecast([], talks=0, interviews=0, since=None, day=DAY).weeks is None
    assert forecast([], talks=0, interviews=0, since=date.min, day=date.min).days == 7


def test_days_of_a_pause_are_no_days_of_searching() -> None:
    paused = Season(id="s", name="", start=back(100), pauses=((back(30), back(10)),))
    days = searching_days(paused.start, DAY, paused)
    assert days == {back(ago) for ago in (*range(11), *range(31, 48))}
    assert len(days) == 28
    found = forecast(held_of(3, 15, 31), talks=3, interviews=0, since=back(100), day=DAY, season=paused)
    assert found.talks == 2


# Weeks


def chance(id_: str, *steps: tuple[StepKind, int], owed: bool = True) -> Opportunity:
    taken = tuple(Step(kind, back(ago)) for kind, ago in steps)
    return Opportunity(
        id=id_, employer="E", role="R", created=DAY, steps=taken, thanks_to=("a",) if owed else ()
    )


def garden_of(*things: Opportunity | Introduction | Season, plants: Iterable[Plant] = ()) -> Garden:
    return Garden(
        plants={plant.contact.id: plant for plant in plants},
        opportunities={one.id: one for one in things if isinstance(one, Opportunity)},
        introductions={one.id: one for one in things if isinstance(one, Introduction)},
        seasons={one.id: one for one in things if isinstance(one, Season)},
    )


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.dates(date(2025, 11, 1), DAY)), max_size=30, unique=True),
    st.lists(st.tuples(st.sampled_from(StepKind), st.integers(-3, 90)), max_size=8),
    st.dates(date(2025, 11, 1), DAY),
)
def test_the_weeks_add_up_to_the_season(
    held: list[tuple[str, date]], steps: list[tuple[StepKind, int]], since: date
) -> None:
    chances = [chance(f"{n}", step, owed=n % 3 > 0) for n, step in enumerate(steps)]
    weeks = by_week(garden_of(*chances), held, since, DAY)
    within = [
        (owed.thanks_to, step.kind) for owed in chances for step in owed.steps if since <= step.day <= DAY
    ]
    assert sum(week.conversations for week in weeks) == sum(since <= on <= DAY for _, on in held)
    for name, kind, warm in (
        ("interviews", INTERVIEW, True),
        ("second_interviews", SECOND, True),
        ("offers", OFFER, True),
        ("cold", INTERVIEW, False),
        ("applications", APPLIED, False),
    ):
        assert sum(getattr(week, name) for week in weeks) == sum(
            (bool(owed), one) == (warm, kind) for owed, one in within
        )
    assert [week.monday.weekday() for week in weeks] == [0] * len(weeks)
    assert {b.monday - a.monday for a, b in pairwise(weeks)} <= {timedelta(weeks=1)}
    assert weeks[0].monday <= since < weeks[0].monday + timedelta(weeks=1)


def test_each_week_has_its_own() -> None:
    monday = date(2026, 2, 23)  # the week before that of DAY, a Sunday
    garden = garden_of(chance("o", (INTERVIEW, 6), (INTERVIEW, 3), (OFFER, 1)))
    weeks = by_week(garden, [("a", monday), ("b", monday - timedelta(days=1))], back(13), DAY)
    assert [(w.conversations, w.interviews, w.offers) for w in weeks] == [(1, 0, 0), (1, 1, 1)]


def test_of_a_very_long_season_the_latest_weeks_are_told() -> None:
    weeks = by_week(Garden(), [], date.min, DAY)
    assert len(weeks) == LONGEST
    assert weeks[-1].monday <= DAY
    assert by_week(Garden(), [], DAY + timedelta(days=30), DAY) == ()


# Seasons compared


def test_every_season_has_its_own_figures() -> None:
    spring = Season(id="s", name="Spring", start=back(90), end=back(31))
    summer = Season(id="t", name="Summer", start=back(30))
    later = Season(id="u", name="Later", start=DAY + timedelta(days=9))
    talks = [talk(ago) for ago in (95, 90, 31, 30, 4)]
    garden = garden_of(
        spring,
        summer,
        later,
        chance("o", (INTERVIEW, 40), (OFFER, 10)),
        chance("c", (APPLIED, 50), (INTERVIEW, 20), owed=False),
        chance("d", (APPLIED, 60), owed=False),
    )
    now, before = season.compared(garden, talks, DAY)
    assert season.count(garden, talks, DAY) == now
    assert (now.season, now.conversations, now.interviews, now.offers) == (summer, 2, 0, 1)
    assert (now.cold, now.cold_applications) == (1, 0)
    assert now.applications_per_interview == season.per_one(1, 1)
    assert (before.season, before.conversations, before.interviews, before.offers) == (spring, 2, 1, 0)
    assert (before.cold, before.cold_applications) == (0, 2)
    assert before.conversations_per_interview == season.per_one(2, 1)


def talk(ago: int, who: str = "a", direction: Direction = Direction.MUTUAL) -> Interaction:
    return Interaction(
        id=f"{ago}{who}{direction}", day=back(ago), kind=Kind.EMAIL, direction=direction, participants=(who,)
    )


# Stages


def stands(id_: str, created: int, *moves: tuple[int, Stage], reason: Ending | None = None) -> Contact:
    return Contact(
        id=id_,
        name=id_,
        created=back(created),
        moves=tuple(
            StageMove(back(ago), stage, reason if stage is Stage.COMPOST else None) for ago, stage in moves
        ),
    )


def test_a_stay_lasts_from_its_first_day_to_the_move() -> None:
    jane = stands("j", 100, (90, Stage.SEEDLING), (80, Stage.SEEDLING), (20, Stage.GROWING))
    found = [(stay.stage, stay.since, stay.days, stay.to) for stay in stays(jane, DAY)]
    assert found == [
        (Stage.SEED, back(100), 10, Stage.SEEDLING),
        (Stage.SEEDLING, back(90), 70, Stage.GROWING),
        (Stage.GROWING, back(20), 20, None),
    ]
    assert [stay.days for stay in stays(jane, back(50))] == [10, 40]


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12))
def test_the_share_still_standing_is_that_of_kaplan_and_meier(own: list[tuple[int, bool]]) -> None:
    share_, curve = Fraction(1), {}
    for day in range(10):
        there = sum(days >= day for days, _ in own)
        left = sum(days == day and ended for days, ended in own)
        if left:
            share_ *= 1 - Fraction(left, there)
            curve[day] = float(share_)
    assert dict(still_standing(own)) == pytest.approx(curve)
    if all(ended for _, ended in own):
        for day, left_over in still_standing(own):
            assert left_over == pytest.approx(sum(days > day for days, _ in own) / len(own))


def test_the_time_in_a_bed_counts_those_who_still_stand_there() -> None:
    people = [
        stands("a", 100, (96, Stage.SEEDLING)),
        stands("b", 100, (92, Stage.SEEDLING)),
        stands("c", 100, (60, Stage.SEEDLING)),
        stands("d", 90),
        stands("e", 400, (390, Stage.SEEDLING), (380, Stage.GROWING)),
    ]
    garden = garden_of(plants=[Plant(one) for one in people])
    seed, seedling, *_ = found = stage_times(garden, back(120), DAY)
    assert [one.stage for one in found] == list(LIVING)
    assert (seed.left, seed.standing, seed.quarter, seed.half, seed.three_quarters) == (3, 1, 4, 8, 40)
    assert (seedling.left, seedling.standing, seedling.half) == (0, 3, None)
    assert moves_between(garden, back(120), DAY) == {(Stage.SEED, Stage.SEEDLING): 3}
    assert moves_between(garden, back(400), DAY)[Stage.SEEDLING, Stage.GROWING] == 1


def test_what_withered_and_why() -> None:
    told = {
        "never-written": [],
        "never-answered": [talk(200, "never-answered", Direction.OUTGOING)],
        "one-talk": [talk(150, "one-talk")],
        "their-word-waits": [
            talk(190, "their-word-waits"),
            talk(150, "their-word-waits", Direction.INCOMING),
        ],
        "my-word-waits": [talk(150, "my-word-waits"), talk(100, "my-word-waits", Direction.OUTGOING)],
        "grew-quiet": [talk(400, "grew-quiet"), talk(390, "grew-quiet")],
        "healthy": [talk(2, "healthy")],
    }
    plants = [Plant(stands(name, 500), fold_all(history)) for name, history in told.items()]
    for name, ago, reason in (("x", 9, Ending.NO_REPLY), ("y", 9, None), ("z", 99, Ending.MOVED_ON)):
        plants.append(Plant(stands(name, 500, (ago, Stage.COMPOST), reason=reason)))
    garden = garden_of(plants=plants)
    found = withering(garden, back(30), DAY)
    assert found.composted == {Ending.NO_REPLY: ("x",), None: ("y",)}
    assert {str(lesson): ids for lesson, ids in found.withered.items()} == {
        name: (name,) for name in told if name != "healthy"
    }
    assert set(found.withered) == set(Lesson)
    quiet = garden.plants["grew-quiet"].tie
    assert quiet.last_sign is not None
    assert vitality_at(390, 0.2202 * quiet.depth**0.4681) < WITHERED


# What bears


def test_offered_against_requested_and_the_interviews_that_came_by_them() -> None:
    people = [Plant(stands(name, 300)) for name in "abcdef"]
    rows: tuple[tuple[str, str, int, Origin, Outcome], ...] = (
        ("a", "b", 50, Origin.OFFERED, Outcome.MET),
        ("c", "b", 40, Origin.REQUESTED, Outcome.FADED),
        ("a", "d", 30, Origin.OFFERED, Outcome.PENDING),
        ("a", "e", 200, Origin.OFFERED, Outcome.MET),
    )
    led = [
        Introduction(id=f"i{n}", by=by, to=to, day=back(ago), origin=origin, outcome=outcome)
        for n, (by, to, ago, origin, outcome) in enumerate(rows)
    ]
    owed = replace(chance("o", (INTERVIEW, 10)), thanks_to=("b", "e"))
    old = replace(chance("p", (INTERVIEW, 100)), thanks_to=("b",))
    garden = garden_of(*led, owed, old, plants=people)
    offered, requested = origins(garden, lineage(garden), back(60), DAY)
    assert offered.outcomes == {
        Outcome.PENDING: 1, Outcome.MET: 1, Outcome.DECLINED: 0, Outcome.FADED: 0,
    }  # fmt: skip
    assert (offered.met, requested.met) == (share(1, 1), share(0, 1))
    assert (offered.interviews, requested.interviews) == (0.25 + 0.5, 0.25)
    assert sum(requested.outcomes.values()) == 1


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_share_is_a_quantile_of_its_posterior(came: int, more: int) -> None:
    shown = share(came, came + more)
    for value, below in ((shown.low, 0.1), (shown.estimate, 0.5), (shown.high, 0.9)):
        assert cdf(value, 1 + came, 1 + more) == pytest.approx(below, abs=1e-9)
        assert binomial_tail(1 + came, 1 + came + more, value) == pytest.approx(below, abs=1e-9)


def test_the_sources_that_bear_come_first() -> None:
    tags = {"a": ("Alumni",), "b": ("alumni", "meetup"), "c": (), "d": ("alumni",)}
    people = [Plant(replace(stands(name, 300), tags=own)) for name, own in tags.items()]
    people.append(Plant(replace(stands("e", 300), introduced_by="a")))
    led = (
        Introduction(id="i", by="a", to="b", day=back(50), origin=Origin.REQUESTED),
        Introduction(id="j", by="a", to="c", day=back(50)),
    )
    owed = replace(chance("o", (INTERVIEW, 10)), thanks_to=("b", "c"))
    garden = garden_of(*led, owed, plants=people)
    held = [("a", back(5)), ("a", back(4)), ("b", back(3)), ("d", back(90))]
    found = sources(garden, lineage(garden), held, back(60), DAY)
    told = [
        (one.name, one.is_tag, one.people, one.talked, one.conversations, one.interviews) for one in found
    ]
    assert told == [
        ("requested", False, 1, 1, 1, 0.5),
        ("offered", False, 2, 0, 0, 0.5),
        ("own", False, 2, 1, 2, 0.0),
        ("alumni", True, 3, 2, 3, 0.5),
        ("meetup", True, 1, 1, 1, 0.5),
    ]
