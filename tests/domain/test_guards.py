"""What the guards say: levels, reasons, the reply chance, asks, left-alone and crowded."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain import guards, pace
from gardener.domain.evidence import evidence
from gardener.domain.growth import Climate, read
from gardener.domain.guards import AskVerdict, Reason, Verdict, consider, reply_chance
from gardener.domain.interaction import AskKind, Interaction, Kind
from gardener.domain.pace import Level
from gardener.domain.tie import EMPTY, Tie, fold_all
from gardener.words.guards import details, headline
from tests.domain.histories import climates, histories_and_days, sign, talk, thorough, touch, until

DAY = date(2024, 2, 29)
NEEDS = {
    AskKind.QUESTION: 1,
    AskKind.ADVICE: 3,
    AskKind.INTRODUCTION: 5,
    AskKind.REFERRAL: 8,
    AskKind.VOUCHING: 12,
}
# (replies, unanswered): the range measured, growth-model.md "The pace guard"
MEASURED = {
    (range(1), range(1)): (0.27, 0.38),
    (range(1), range(2, 3)): (0.23, 0.29),
    (range(1), range(4, 5)): (0.21, 0.29),
    (range(1), range(5, 7)): (0.13, 0.23),
    (range(1, 3), range(1)): (0.43, 0.61),
    (range(1, 3), range(2, 3)): (0.35, 0.49),
    (range(1, 3), range(4, 5)): (0.27, 0.41),
    (range(1, 3), range(5, 7)): (0.27, 0.29),
    (range(3, 10), range(1)): (0.59, 0.72),
    (range(3, 10), range(2, 3)): (0.52, 0.60),
    (range(3, 10), range(4, 5)): (0.47, 0.47),
    (range(3, 10), range(5, 7)): (0.44, 0.44),
    (range(10, 20), range(1)): (0.84, 0.88),
    (range(10, 20), range(2, 3)): (0.74, 0.74),
    (range(10, 20), range(4, 5)): (0.60, 0.60),
    (range(10, 20), range(5, 7)): (0.50, 0.59),
}


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def close(replies: int, **more: Any) -> Tie:
    """A deep tie with so many days of signs, the last of them on DAY."""
    return Tie(depth=20.0, answers=9, replies=replies, last_sign=datetime.combine(DAY, time(12)), **more)


@pytest.mark.parametrize(("cell", "measured"), MEASURED.items())
def test_the_reply_chance_keeps_to_the_measured_table(
    cell: tuple[range, range], measured: tuple[float, float]
) -> None:
    chances = [reply_chance(Tie(replies=replies, run=run)) for replies in cell[0] for run in cell[1]]
    typical = sum(chances) / len(chances)
    assert measured[0] - 0.06 <= typical <= measured[1] + 0.06


def test_the_reply_chance_falls_with_the_unanswered_and_rises_with_replies() -> None:
    grid = [[reply_chance(Tie(replies=replies, run=run)) for run in range(8)] for replies in range(30)]
    assert all(row == sorted(row, reverse=True) for row in grid)
    assert all(list(column) == sorted(column) for column in zip(*grid, strict=True))
    assert grid[0][0] == pytest.approx(0.3925, abs=1e-4)
    assert grid[1][2] == pytest.approx(0.3572, abs=1e-4)


@pytest.mark.parametrize("replies", [0, 1, 10**9])
@pytest.mark.parametrize("run", [0, 1, 10**9])
@pytest.mark.parametrize("soil", [(0.0, 1.0), (3.0, 0.2), (-3.0, 3.0), (3.0, 3.0)])
def test_the_reply_chance_stays_a_chance(replies: int, run: int, soil: tuple[float, float]) -> None:
    chance = reply_chance(Tie(replies=replies, run=run), Climate(90.0, *soil))
    assert isfinite(chance)
    assert 0.0 <= chance <= 1.0


def test_the_soil_bends_the_reply_chance() -> None:
    plain = reply_chance(EMPTY)
    assert reply_chance(EMPTY, Climate(b0=0.5)) > plain > reply_chance(EMPTY, Climate(b0=-0.5))


def test_clear_soil_says_nothing() -> None:
    assert consider(EMPTY, DAY) == Verdict(False, Level.CLEAR, None, reply_chance(EMPTY), (), evidence(EMPTY))


def test_the_pace_reason_carries_its_numbers() -> None:
    tie = fold_all([touch(DAY), touch(later(2))])
    verdict = consider(tie, later(5))
    assert (verdict.warns, verdict.level, verdict.dry_on) == (True, Level.DROWNING, later(12))
    facts = {"unanswered": 2, "capacity": 2, "replies": 0, "days_since": 3, "wait": 10, "days_left": 7}
    assert verdict.reasons == (Reason("pace", facts),)
    assert verdict.warnings == ("pace",)


@pytest.mark.parametrize(("touches", "burst"), [(1, False), (2, False), (3, True), (4, True), (5, True)])
def test_a_fourth_touch_of_the_day_is_a_burst(touches: int, burst: bool) -> None:
    tie = fold_all([touch(DAY)] * touches)
    assert codes(consider(tie, DAY)) == (["pace", "burst"] if burst else ["pace"])
    assert codes(consider(tie, later(1))) == ["pace"]
    if burst:
        assert consider(tie, DAY).reasons[1].facts == {"today": touches}


def test_a_burst_on_clear_soil_warns_of_nothing() -> None:
    tie = close(12, run=1, unanswered=3, of_day=3, last_touch=datetime.combine(DAY, time(13)))
    assert not consider(tie, DAY).warns
    assert consider(tie, DAY).warnings == ()


def test_dry_again_drowning_advises_to_let_be_without_a_warning() -> None:
    verdict = consider(fold_all([touch(DAY), touch(later(2))]), later(12))
    assert (verdict.warns, verdict.level, codes(verdict)) == (False, Level.DROWNING, ["let-be"])
    assert verdict.warnings == ()
    assert codes(consider(fold_all([touch(DAY)]), later(5))) == []


def test_left_alone_is_a_plain_no() -> None:
    verdict = consider(close(20), later(30), left_alone=True)
    assert (verdict.warns, codes(verdict), verdict.warnings) == (True, ["left-alone"], ("left-alone",))
    asked = consider(close(20), later(30), left_alone=True, ask=AskKind.QUESTION)
    assert asked.ask == AskVerdict(AskKind.QUESTION, False, None, (Reason("left-alone"),))
    assert codes(consider(fold_all([touch(DAY)]), DAY, left_alone=True)) == ["left-alone", "pace"]


@pytest.mark.parametrize("ask", list(AskKind))
@pytest.mark.parametrize("replies", range(1, 15))
def test_an_ask_wants_its_days_of_signs(ask: AskKind, replies: int) -> None:
    verdict = consider(close(replies), later(1), ask=ask)
    holds = replies >= NEEDS[ask]
    heaviest = [kind for kind, needed in NEEDS.items() if replies >= needed][-1]
    assert verdict.ask is not None
    assert (verdict.ask.kind, verdict.ask.holds, verdict.ask.heaviest) == (ask, holds, heaviest)
    assert verdict.ask.missing == (() if holds else (Reason("signs", {"has": replies, "needs": NEEDS[ask]}),))
    assert verdict.warns == (not holds)
    assert verdict.warnings == (() if holds else ("ask",))


@pytest.mark.parametrize("ask", list(AskKind))
def test_nothing_is_asked_while_something_is_unanswered(ask: AskKind) -> None:
    tie = close(15, run=1, unanswered=1, of_day=1, last_touch=datetime.combine(later(1), time(9)))
    asked = consider(tie, later(9), ask=ask).ask
    assert asked == AskVerdict(ask, False, None, (Reason("unanswered", {"unanswered": 1}),))


@pytest.mark.parametrize("ask", list(AskKind))
def test_nothing_is_asked_of_a_stranger_or_of_a_thirsty_tie(ask: AskKind) -> None:
    stranger = consider(EMPTY, DAY, ask=ask).ask
    assert stranger is not None
    assert (stranger.holds, stranger.heaviest) == (False, None)
    assert stranger.missing == (
        Reason("vitality", {"has": None, "needs": 0.40}),
        Reason("signs", {"has": 0, "needs": NEEDS[ask]}),
    )
    thirsty = consider(close(15), later(300), ask=ask).ask
    assert thirsty is not None
    assert [reason.code for reason in thirsty.missing] == ["vitality"]
    assert thirsty.heaviest is None


def test_carlo_asks_a_stranger_for_leads() -> None:
    """Fifteen seconds after the first word: the tie bears a question, no introduction."""
    verdict = consider(fold_all([talk(DAY)]), DAY, ask=AskKind.INTRODUCTION)
    assert verdict.warns
    assert verdict.ask is not None
    assert verdict.ask.heaviest is AskKind.QUESTION
    reason = next(reason for reason in verdict.reasons if reason.code == "ask")
    assert reason.facts == {"ask": "introduction", "heaviest": "question"}


@pytest.mark.parametrize(("days", "crowded"), [(0, True), (1, False), (2, False), (30, False)])
def test_crowded_is_said_and_never_warned_of(days: int, crowded: bool) -> None:
    tie = fold_all([sign(later(-3)), talk(DAY)])
    verdict = consider(tie, later(days))
    assert codes(verdict) == (["crowded"] if crowded else [])
    assert (verdict.warns, verdict.warnings) == (False, ())
    if crowded:
        assert verdict.reasons[0].facts["adds_today"] == 0.0
        assert verdict.reasons[0].facts["adds_in_a_week"] == pytest.approx(0.999, abs=1e-3)


def test_crowded_is_not_said_while_something_is_unanswered() -> None:
    assert "crowded" not in codes(consider(fold_all([sign(DAY, time(9)), touch(DAY)]), DAY))


def test_while_their_word_waits_the_answer_is_named_and_never_called_crowded() -> None:
    word = [sign(later(-1)), sign(DAY)]
    verdict = consider(fold_all(word), DAY)
    assert verdict.reasons == (Reason("reply-owed", {"since": DAY.isoformat()}),)
    assert not verdict.warns
    assert codes(consider(fold_all(word), DAY, left_alone=True)) == ["left-alone"]
    assert headline("Jane", verdict, DAY) == "Jane waits for your answer."
    assert details(verdict, DAY)[0] == "Their word of Thu 29 Feb waits; an answer is never too soon."
    answered = consider(fold_all([*word, touch(DAY, time(18)), sign(DAY, time(19), kind=Kind.CALL)]), DAY)
    assert codes(answered) == ["crowded"]


@thorough(700)
@given(histories_and_days(), climates, st.booleans(), st.sampled_from([None, *AskKind]))
def test_a_verdict_is_of_one_piece(
    history_and_day: tuple[list[Interaction], date], climate: Climate, left_alone: bool, ask: AskKind | None
) -> None:
    history, day = history_and_day
    tie = fold_all(until(history, day))
    verdict = consider(tie, day, climate=climate, left_alone=left_alone, ask=ask)
    growth = read(tie, day, planted=day, climate=climate)
    assert verdict.warns == bool(verdict.warnings)
    assert ("pace" in verdict.warnings) == pace.too_soon(tie, day)
    assert ("left-alone" in verdict.warnings) == left_alone
    assert "burst" not in verdict.warnings or "pace" in verdict.warnings
    assert (verdict.level, verdict.dry_on) == (growth.level, growth.dry_on)
    assert 0.0 <= verdict.reply_chance <= 1.0
    assert set(codes(verdict)) <= {"left-alone", "pace", "burst", "let-be", "ask", "crowded", "reply-owed"}
    assert ("reply-owed" in codes(verdict)) == (tie.letter is not None and not left_alone)
    assert tie.letter is None or "crowded" not in codes(verdict)
    assert (verdict.ask is None) == (ask is None)
    if verdict.ask is not None:
        alive = growth.vitality is not None and growth.vitality >= 0.40
        bears = tie.run == 0 and alive and not left_alone
        assert verdict.ask.holds == (bears and tie.replies >= NEEDS[verdict.ask.kind])
        assert (verdict.ask.heaviest is not None) == (bears and tie.replies >= 1)
        assert ("ask" in verdict.warnings) == (not verdict.ask.holds)
        assert verdict.ask.holds == (not verdict.ask.missing)


def test_the_signs_needed_rise_with_the_weight_of_the_ask() -> None:
    assert guards.SIGNS_NEEDED == NEEDS
    assert list(NEEDS) == list(AskKind)
