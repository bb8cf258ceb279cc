"""Opportunities, target employers and seasons as deeds; what they open in Today; and what undo gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gardener.domain import deeds
from gardener.domain.changes import Answer, Changeset, Refusal
from gardener.domain.checkin import coming, week
from gardener.domain.garden import Garden
from gardener.domain.loops import LoopKind, open_loops
from gardener.domain.opportunity import Opportunity, Step, StepKind, Target
from gardener.domain.records import Season, open_season, running_season
from gardener.domain.season.ending import accepted
from tests.domain.memory import DAY, Memory

DRAFT = Opportunity(id="o", employer=" Meridian  Pharma ", role="Planner", created=DAY)
APPLIED, INTERVIEW, OFFER = StepKind.APPLIED, StepKind.INTERVIEW, StepKind.OFFER


def later(days: int) -> Any:
    return DAY + timedelta(days=days)


def refused(answer: Answer) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.plant("Jane", "Gus")
    memory.do(deeds.add_opportunity(memory.garden, DRAFT))
    return memory


def chance(memory: Memory) -> Opportunity:
    return memory.garden.opportunities["o"]


def undone(memory: Memory, deed: Callable[[Garden], Answer]) -> Garden:
    """Does a deed and undoes it; the garden is as it was before. Answers with what it was in between."""
    before = memory.garden
    done = memory.do(deed(before))
    between = memory.garden
    memory.do(done.inverse)
    assert memory.garden == before
    return between


def test_what_was_typed_is_kept_clean(memory: Memory) -> None:
    jane, gus = (contact.id for contact in memory.contacts())
    full = replace(
        DRAFT,
        id="full",
        url=" https://x.example ",
        posting="Two\r\nlines",
        salary="50 k",
        deadline=later(9),
        resume="v2",
        notes=" note ",
        thanks_to=(jane, gus, jane),
        steps=(Step(INTERVIEW, later(4)), Step(APPLIED, later(4)), Step(INTERVIEW, later(4))),
    )
    kept = undone(memory, lambda garden: deeds.add_opportunity(garden, full)).opportunities["full"]
    assert (kept.employer, kept.url, kept.posting, kept.notes) == (
        "Meridian Pharma",
        "https://x.example",
        "Two\nlines",
        "note",
    )
    assert (kept.salary, kept.deadline, kept.resume, kept.thanks_to) == ("50 k", later(9), "v2", (jane, gus))
    assert kept.steps == (Step(APPLIED, later(4)), Step(INTERVIEW, later(4)))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"employer": " "}, "empty-employer"),
        ({"role": ""}, "empty-role"),
        ({"thanks_to": ("x",)}, "gone"),
        ({"role": "a\0b"}, "bad-characters"),
        ({"salary": "9" * 501}, "too-long"),
    ],
)
def test_what_cannot_be_kept_is_refused(memory: Memory, change: dict[str, Any], code: str) -> None:
    assert refused(deeds.add_opportunity(memory.garden, replace(DRAFT, id="p", **change))) == code
    assert refused(deeds.edit_opportunity(memory.garden, replace(chance(memory), **change))) == code


def test_it_can_be_edited_and_taken_away(memory: Memory) -> None:
    edited = replace(chance(memory), role="Buyer", created=later(-9))
    now = undone(memory, lambda garden: deeds.edit_opportunity(garden, edited))
    assert (now.opportunities["o"].role, now.opportunities["o"].created) == ("Buyer", DAY)
    same = deeds.edit_opportunity(memory.garden, chance(memory))
    assert isinstance(same, Changeset)
    assert same.changes == ()
    assert not undone(memory, lambda garden: deeds.remove_opportunity(garden, "o")).opportunities
    for deed in (
        deeds.remove_opportunity(memory.garden, "x"),
        deeds.edit_opportunity(memory.garden, replace(DRAFT, id="x")),
        deeds.add_step(memory.garden, "x", OFFER, DAY),
        deeds.remove_step(memory.garden, "x", OFFER),
    ):
        assert refused(deed) == "unknown-opportunity"


def test_steps_stand_in_the_order_of_their_days_and_may_lie_ahead(memory: Memory) -> None:
    for kind, days in ((INTERVIEW, 5), (APPLIED, -3), (INTERVIEW, 9)):
        memory.do(deeds.add_step(memory.garden, "o", kind, later(days)))
    own = (Step(APPLIED, later(-3)), Step(INTERVIEW, later(5)), Step(INTERVIEW, later(9)))
    assert chance(memory).steps == own
    again = deeds.add_step(memory.garden, "o", INTERVIEW, later(5))
    assert isinstance(again, Changeset)
    assert again.changes == ()
    assert (chance(memory).reached(DAY), chance(memory).ahead(DAY)) == (own[:1], own[1:])
    gone = undone(memory, lambda garden: deeds.remove_step(garden, "o", INTERVIEW))
    assert gone.opportunities["o"].steps == own[:2]
    gone = undone(memory, lambda garden: deeds.remove_step(garden, "o", INTERVIEW, later(5)))
    assert gone.opportunities["o"].steps == (own[0], own[2])
    assert refused(deeds.remove_step(memory.garden, "o", OFFER)) == "no-step"
    assert refused(deeds.remove_step(memory.garden, "o", INTERVIEW, later(6))) == "no-step"


def test_steps_ahead_and_a_deadline_are_on_in_the_week(memory: Memory) -> None:
    memory.do(deeds.edit_opportunity(memory.garden, replace(chance(memory), deadline=later(2))))
    assert [(one.kind, one.day) for one in coming(memory.garden, DAY)] == [("deadline", later(2))]
    memory.do(deeds.add_step(memory.garden, "o", APPLIED, DAY))
    for kind, days in ((OFFER, 3), (INTERVIEW, 1), (INTERVIEW, 8)):
        memory.do(deeds.add_step(memory.garden, "o", kind, later(days)))
    found = [(one.kind, one.day, one.opportunity) for one in coming(memory.garden, DAY)]
    assert found == [("interview", later(1), "o"), ("offer", later(3), "o")]
    over = memory.do(deeds.add_step(memory.garden, "o", StepKind.WITHDRAWN, DAY))
    assert coming(memory.garden, DAY) == (), "what has ended has nothing ahead"
    memory.do(over.inverse)
    past = [one.kind for one in week(memory.garden, (), later(3)).on]
    assert past == ["interview"], "of what is over, the interviews alone were on"


def test_an_application_without_a_word_for_three_weeks_waits(memory: Memory) -> None:
    memory.do(deeds.add_step(memory.garden, "o", APPLIED, DAY))

    def waits(days: int) -> list[tuple[LoopKind, str | None, str | None]]:
        return [(one.kind, one.contact, one.opportunity) for one in open_loops(memory.garden, later(days))]

    assert waits(20) == []
    assert waits(21) == [(LoopKind.APPLICATION, None, "o")]
    (loop,) = open_loops(memory.garden, later(21))
    assert (loop.text, loop.since) == ("Planner at Meridian Pharma", DAY)
    let_go = memory.do(deeds.dismiss(memory.garden, loop.id, today=later(21), seen=memory.garden))
    assert (let_go.what.facts["name"], waits(22)) == ("Planner at Meridian Pharma", [])
    memory.do(let_go.inverse)
    jane = next(memory.contacts()).id
    memory.do(deeds.edit_opportunity(memory.garden, replace(chance(memory), thanks_to=(jane,))))
    assert waits(21) == [(LoopKind.APPLICATION, jane, "o")]
    memory.do(deeds.leave_alone(memory.garden, jane))
    assert waits(21) == [(LoopKind.APPLICATION, None, "o")]
    memory.do(deeds.add_step(memory.garden, "o", INTERVIEW, later(30)))
    assert waits(21) == [], "an interview that lies ahead is a word"
    memory.do(deeds.remove_step(memory.garden, "o", INTERVIEW))
    memory.do(deeds.add_step(memory.garden, "o", StepKind.REJECTED, later(15)))
    assert waits(21) == []


def test_an_employer_is_listed_once(memory: Memory) -> None:
    memory.do(deeds.add_target(memory.garden, Target(id="t", employer=" Kestrel Labs ", created=DAY)))
    assert memory.garden.targets["t"].employer == "Kestrel Labs"
    again = deeds.add_target(memory.garden, Target(id="u", employer="kestrel labs Inc.", created=DAY))
    assert isinstance(again, Changeset)
    assert again.changes == ()
    assert not undone(memory, lambda garden: deeds.remove_target(garden, "KESTREL LABS")).targets
    assert refused(deeds.remove_target(memory.garden, "Kestrel")) == "unknown-target"
    assert (
        refused(deeds.add_target(memory.garden, Target(id="v", employer="", created=DAY))) == "empty-employer"
    )


def season(memory: Memory) -> Season | None:
    return running_season(memory.garden.seasons.values(), DAY)


def test_a_season_is_started_paused_resumed_and_ended(memory: Memory) -> None:
    memory.do(deeds.start_season(memory.garden, Season(id="s", name=" Spring ", start=later(-30))))
    memory.do(deeds.pause_season(memory.garden, today=later(-20)))
    again = deeds.pause_season(memory.garden, today=later(-19))
    assert isinstance(again, Changeset)
    assert again.changes == ()
    memory.do(deeds.resume_season(memory.garden, today=later(-15)))
    memory.do(deeds.pause_season(memory.garden, today=later(-9)))
    memory.do(deeds.resume_season(memory.garden, today=later(-9)))
    memory.do(deeds.pause_season(memory.garden, today=later(-2)))
    running = season(memory)
    assert running is not None
    assert (running.name, running.pauses) == ("Spring", ((later(-20), later(-15)), (later(-2), None)))
    assert [running.paused_on(later(day)) for day in (-21, -20, -16, -15, -3, -2, 90)] == [
        False, True, True, False, False, True, True,
    ]  # fmt: skip
    memory.do(deeds.end_season(memory.garden, today=DAY))
    ended = season(memory)
    assert ended is not None
    assert (ended.end, ended.pauses[-1]) == (DAY, (later(-2), DAY))
    assert open_season(memory.garden.seasons.values(), DAY) is None
    for deed in (deeds.end_season, deeds.pause_season, deeds.resume_season):
        assert refused(deed(memory.garden, today=DAY)) == "no-season"
    assert ended.as_of(later(-1)) == running
    assert ended.as_of(later(-16)).pauses == ((later(-20), None),)


def test_one_season_runs_at_a_time_and_the_next_may_begin_on_the_last_day_of_one(memory: Memory) -> None:
    memory.do(deeds.start_season(memory.garden, Season(id="s", name="", start=DAY)))
    for start in (DAY, later(5), later(-5)):
        assert (
            refused(deeds.start_season(memory.garden, Season(id="t", name="", start=start)))
            == "season-running"
        )
    memory.do(deeds.end_season(memory.garden, today=later(3)))
    memory.do(deeds.start_season(memory.garden, Season(id="t", name="", start=later(3))))
    latest = running_season(memory.garden.seasons.values(), later(3))
    assert latest is not None
    assert latest.id == "t"
    named = undone(memory, lambda garden: deeds.rename_season(garden, "t", "Second"))
    assert named.seasons["t"].name == "Second"
    assert "t" not in undone(memory, lambda garden: deeds.remove_season(garden, "t")).seasons


def test_ending_is_proposed_once_an_offer_was_accepted_in_the_season_that_runs(memory: Memory) -> None:
    memory.do(deeds.add_step(memory.garden, "o", StepKind.ACCEPTED, DAY))
    assert accepted(memory.garden, DAY) is None, "no season runs"
    memory.do(deeds.start_season(memory.garden, Season(id="s", name="", start=later(-9))))
    assert accepted(memory.garden, later(-1)) is None
    assert accepted(memory.garden, DAY) == chance(memory)
    memory.do(deeds.end_season(memory.garden, today=DAY))
    assert accepted(memory.garden, DAY) is None
