"""log TEXT: a sentence saved in one deed, or asked about, and nothing saved."""

from __future__ import annotations

from pathlib import Path

from gardener.session import Session
from tests.cli.calls import TODAY, Gardener

MAIN = "coffee with Jane Miller and Bob yesterday 40 min, mostly about her move to Boston; she offered an intro to Gus Jones"


def test_a_sentence_is_one_deed_that_undo_takes_back_whole(gardener: Gardener, jane: str) -> None:
    bob = gardener("add", "Bob Chen").json["contact"]["id"]
    before = gardener("list").json
    said = gardener("log", MAIN, "--new").json
    gus = next(c for c in gardener("list").json["contacts"] if c["name"] == "Gus Jones")
    assert said["saved"] is True
    assert said["understood"]["with"] == [jane, bob]
    assert said["interaction"]["with"] == [jane, bob]
    assert (said["interaction"]["kind"], said["interaction"]["minutes"]) == ("meeting", 40)
    assert said["interaction"]["about"] == "theirs"
    assert gus["introduced_by"] == jane
    assert gus["stage"] == "seed"
    assert said["interaction"]["introduction"]["to"] == gus["id"]
    gardener("undo")
    assert gardener("list").json == before
    gardener("redo")
    assert any(c["name"] == "Gus Jones" for c in gardener("list").json["contacts"])


def test_nobody_is_planted_without_new(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "coffee with Jane Miller and Gus Jones", status=1).json
    assert said["saved"] is False
    assert said["error"]["code"] == "unknown-name"
    assert said["understood"]["with"] == [jane]
    assert [c["name"] for c in gardener("list").json["contacts"]] == ["Jane Miller"]


def test_whoever_was_planted_is_no_question_any_more(plainly: Gardener, jane: str) -> None:
    said = plainly("log", "coffee with Gus Jones", "--new").out
    assert "New: Gus Jones" in said
    assert "?" not in said


def test_two_of_a_name_are_told_apart_in_the_sentence(gardener: Gardener, jane: str) -> None:
    other = gardener("add", "Jane Miller").json["contact"]["id"]
    asked = gardener("log", "coffee with Jane Miller", status=1).json
    assert "first eight characters" in asked["error"]["message"]
    assert gardener("log", f"coffee with {other[:8]} yesterday").json["understood"]["with"] == [other]


def test_a_mail_that_asks_is_an_ask(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "emailed Jane asking for a referral", status=3).json
    assert said["guards"][0]["guard"]["ask"]["holds"] is False


def test_two_of_a_name_are_asked_with_or_without_new(gardener: Gardener, jane: str) -> None:
    other = gardener("add", "Jane Moore").json["contact"]["id"]
    for new in ((), ("--new",)):
        said = gardener("log", "coffee with Jane", *new, status=1).json
        assert said["error"]["code"] == "ambiguous-name"
        assert {choice["id"] for choice in said["error"]["choices"]} == {jane, other}
        assert said["interaction"] is None


def test_a_day_that_can_be_two_is_asked(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "coffee with Jane on 3/4/2026", status=1).json
    assert said["error"]["code"] == "unclear-day"
    assert said["understood"]["date"] is None
    assert gardener("show", jane).json["interactions"] == []


def test_the_guard_speaks_before_anything_is_saved(gardener: Gardener, jane: str) -> None:
    gardener("log", "wrote to Jane")
    said = gardener("log", "emailed Jane", status=3).json
    assert said["saved"] is False
    assert said["guards"][0]["guard"]["warns"] is True
    assert len(gardener("show", jane).json["interactions"]) == 1
    assert gardener("log", "emailed Jane", "--anyway").json["saved"] is True


def test_what_lies_ahead_is_a_plan(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "call Jane tomorrow").json
    assert said["interaction"] is None
    assert said["understood"]["what"] == "plan"
    (plan,) = gardener("show", jane).json["plans"]
    assert (plan["text"], plan["kind"]) == ("call Jane", "talk")
    assert said["understood"]["plans"] == [
        {"contact": jane, "text": "call Jane", "kind": "talk", "date": plan["day"]}
    ]


def test_what_did_not_happen_is_refused(gardener: Gardener, jane: str) -> None:
    for sentence in (
        "didn't meet Jane",
        "no reply from Jane",
        "did I call Jane?",
        "coffee with Jane was cancelled",
    ):
        said = gardener("log", sentence, status=1).json
        assert said["error"]["code"].startswith("capture-")
    assert gardener("show", jane).json["interactions"] == []


def test_a_sentence_and_options_do_not_go_together(gardener: Gardener, jane: str) -> None:
    gardener("log", "coffee with Jane", "--kind", "meeting", status=2)
    gardener("log", "--new", status=2)
    assert gardener("show", jane).json["interactions"] == []


def test_words_are_one_sentence(gardener: Gardener, jane: str) -> None:
    assert gardener("log", "wrote", "to", "Jane").json["interaction"]["date"] == TODAY


def test_without_a_verb_an_interview_on_a_weekday_lies_ahead(gardener: Gardener, jane: str) -> None:
    gardener("log", "applied for Product Lead at Meridian")
    ahead = gardener("log", "interview at Meridian on Friday, thanks to Jane").json["understood"]["step"]
    past = gardener("log", "had an interview at Meridian on Friday").json["understood"]["step"]
    assert ahead["date"] > TODAY > past["date"]
    assert (ahead["role"], ahead["thanks_to"]) == ("Product Lead", [jane])


def test_a_step_goes_to_its_opportunity(gardener: Gardener, jane: str, file: Path) -> None:
    said = gardener("log", "interview at Meridian tomorrow, thanks to Jane", status=1).json
    assert said["error"]["code"] == "capture-step"
    gardener("log", "applied for Product Lead at Meridian")
    gardener("log", "interview at Meridian tomorrow, thanks to Jane")
    with Session.open(file) as session:
        (found,) = session.garden.opportunities.values()
    assert (found.employer, found.role, found.thanks_to) == ("Meridian", "Product Lead", (jane,))
    assert [str(step.kind) for step in found.steps] == ["applied", "interview"]


def test_a_day_that_no_month_has_is_not_taken_for_today(gardener: Gardener, jane: str) -> None:
    for day in ("31 Feb", "June 31st", "29 February 2025"):
        said = gardener("log", f"coffee with Jane on {day}", status=1)
        assert "names no single day" in said.err
    assert gardener("show", jane).json["interactions"] == []


def test_somebody_who_was_not_here_yet_is_not_told_as_new(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "coffee with Jane Miller", on="2026-01-05", status=1)
    assert "Jane Miller was not in the garden yet on 2026-01-05" in said.err
    assert "--new" not in said.err
    assert "--new" in gardener("log", "coffee with Gus Jones", on="2026-01-05", status=1).err
