"""What the guards say in each level: the soil, the dry day, the chance in words and number, and what was measured."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from gardener.domain.guards import Verdict, consider
from gardener.domain.interaction import AskKind, Interaction
from gardener.domain.tie import fold_all
from gardener.words.guards import details, headline
from tests.domain.histories import sign, talk, touch

DAY = date(2026, 3, 10)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def said(*history: Interaction, ask: AskKind | None = None, left_alone: bool = False) -> tuple[Verdict, str]:
    verdict = consider(fold_all(history), DAY, ask=ask, left_alone=left_alone)
    return verdict, " ".join((headline("Jane", verdict, DAY), *details(verdict, DAY)))


@pytest.mark.parametrize(
    ("history", "level", "chance", "measured"),
    [
        (
            [talk(ago(20))],
            "Soil dry: nothing of yours is unanswered; it holds 3.",
            "Chance of a reply now: 51 %, about even.",
            "to people with 1 to 2 replies so far: 43 to 61 % were answered.",
        ),
        (
            [talk(ago(20)), touch(ago(1))],
            "Soil clear: 1 unanswered, it holds 3; dry on Sat 14 Mar.",
            "Chance of a reply now: 41 %, about even.",
            "were answered when nothing was open; one unanswered word takes 30 % off the odds.",
        ),
        (
            [touch(ago(1))],
            "Soil soggy: 1 unanswered, it holds 2; dry on Sat 14 Mar.",
            "Chance of a reply now: 31 %, unlikely.",
            "to people with no reply so far: 27 to 38 % were answered when nothing was open",
        ),
        (
            [touch(ago(3)), touch(ago(1))],
            "Soil full: 2 unanswered, it holds 2; dry on Thu 19 Mar.",
            "Chance of a reply now: 26 %, unlikely.",
            "23 to 29 % after two unanswered.",
        ),
        (
            [touch(ago(40)), touch(ago(30))],
            "Soil full: 2 unanswered, it holds 2; dry since Wed 18 Feb.",
            "Chance of a reply now: 26 %, unlikely.",
            "23 to 29 % after two unanswered.",
        ),
    ],
)
def test_each_level_says_all_there_is(
    history: list[Interaction], level: str, chance: str, measured: str
) -> None:
    words = said(*history)[1]
    for part in (level, chance, measured, "Measured on 170\u202f000 messages"):
        assert part in words


def test_a_chat_is_told_why_the_wait_is_short() -> None:
    chats = [
        part for n in range(6) for part in (touch(ago(60 - 5 * n), time(9)), sign(ago(60 - 5 * n), time(11)))
    ]
    verdict, words = said(*chats, *[touch(ago(n)) for n in (4, 3, 2)])
    assert verdict.warns
    assert "They usually answer within a day, so the wait is short." in words
    assert "dry on Wed 18 Mar" in words


def test_an_ask_names_the_smallest_and_the_heaviest_that_would_hold() -> None:
    signs = [sign(ago(n)) for n in (9, 6, 3)]
    words = said(*signs, touch(ago(5)), sign(ago(2)), ask=AskKind.VOUCHING)[1]
    assert "The smallest ask that would hold now is a question, the heaviest advice." in words
    assert "A question is the one ask that would hold now." in said(talk(ago(1)), ask=AskKind.ADVICE)[1]
    none = said(touch(ago(9)), ask=AskKind.ADVICE)
    assert "Even the smallest ask, a question, wants a tie that lives and nothing unanswered." in none[1]
    assert none[0].ask is not None
    assert none[0].ask.smallest is None
    assert "smallest" not in said(*signs, ask=AskKind.QUESTION)[1], "it holds"


def test_of_those_to_be_left_alone_no_ask_is_named() -> None:
    verdict, words = said(talk(ago(9)), ask=AskKind.QUESTION, left_alone=True)
    assert verdict.warns
    assert "smallest" not in words
