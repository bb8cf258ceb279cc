"""A draft looked over: where the ask stands, how heavy it is, whose message it is, and how many are unanswered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gardener.capture.draft_check import DraftCheck, check_draft
from gardener.domain.contact import CommonGround, Contact
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import AskKind, Direction, Interaction, Kind
from gardener.domain.tie import fold_all

TODAY = date(2026, 11, 25)
CARLO = "Hi Jane, can you send me any leads? I am looking for a job and I need an introduction to your boss. Thanks, Carlo"
KIND = (
    "Dear Jane,\nHow is the move to Boston going? Your talk about tomatoes stayed with me for weeks. "
    "You said the new team was hard to find. I hope your first month is kind to you. "
    "When you have a moment, could I ask for your advice on one question about portfolios?\nBest"
)


def checked(text: str, *signs: int, touches: int = 0, common: CommonGround | None = None) -> DraftCheck:
    """The check of a text for Jane, who gave signs so many days ago and was since written to `touches` times."""
    contact = Contact(id="jane", name="Jane Miller", created=date(2025, 1, 1))
    if common is not None:
        contact = replace(contact, common=common)
    talks = [talk(day, Direction.MUTUAL) for day in signs]
    mails = [talk(touches - at, Direction.OUTGOING) for at in range(touches)]
    garden = Garden(plants={"jane": Plant(contact, fold_all([*talks, *mails]))})
    return check_draft(text, garden, "jane", TODAY)


def talk(days_ago: int, direction: Direction) -> Interaction:
    return Interaction(
        id=f"{direction}-{days_ago}",
        day=TODAY - timedelta(days_ago),
        kind=Kind.EMAIL,
        direction=direction,
        participants=("jane",),
    )


def codes(check: DraftCheck) -> dict[str, bool]:
    """What was found, and whether it is well."""
    return {finding.code: finding.well for finding in check.findings}


def test_a_stranger_who_asks_at_once() -> None:
    check = checked(CARLO)
    found = codes(check)
    assert found["ask-early"] is False
    assert found["several-asks"] is False
    assert found["weight"] is False
    assert found["no-question"] is False
    assert [(ask.kind, ask.sentence) for ask in check.asks] == [
        (AskKind.INTRODUCTION, 1),
        (AskKind.INTRODUCTION, 2),
    ]
    assert check.verdict.warns


def test_a_message_to_them_with_one_ask_at_its_end() -> None:
    check = checked(KIND, 3, 20, 40, 60, common=CommonGround(theirs=("grows tomatoes on a balcony",)))
    found = codes(check)
    assert found["ask-late"] is True
    assert found["weight"] is True
    assert found["about-me"] is True
    assert found["common"] is True
    assert "no-question" not in found
    assert found["unanswered"] is True
    assert [ask.kind for ask in check.asks] == [AskKind.ADVICE]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jane! How are your tomatoes? Let me know if I can help with the move.",
        "Thank you for lunch. It was lovely to see you.",
        "Congratulations on the new role!",
        "",
    ],
)
def test_what_asks_for_nothing(text: str) -> None:
    assert checked(text).asks == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Would you look over my CV?", AskKind.ADVICE),
        ("Could you introduce me to Gus?", AskKind.INTRODUCTION),
        ("I would appreciate it if you could refer me.", AskKind.REFERRAL),
        ("Could you write a reference?", AskKind.VOUCHING),
        ("Is the role at Meridian still open?", AskKind.QUESTION),
    ],
)
def test_the_kinds_of_ask(text: str, kind: AskKind) -> None:
    assert [ask.kind for ask in checked(text).asks] == [kind]


def test_the_number_in_a_row_without_an_answer() -> None:
    (last,) = [f for f in checked("Hello again.", touches=2).findings if f.code == "unanswered"]
    assert last.facts["number"] == 3
    assert not last.well


def test_too_little_said_of_either_gives_no_share() -> None:
    assert checked("See you.").about_me is None
    assert checked("I think I will take my time, and you?").about_me == pytest.approx(0.75)


def test_a_text_without_end_is_looked_at_in_part() -> None:
    assert checked("I ask. " * 50_000).words <= 10_000
