"""Opportunities, introductions, seasons and the way to an employer from a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.calls import Gardener
from tests.cli.test_shapes import (
    GUARD,
    INTRODUCTION,
    OPPORTUNITY,
    SEASON_PAGE,
    WAY,
    check_contact,
)


def opportunity(gardener: Gardener, *more: str) -> dict[str, Any]:
    """A new one, as it is answered."""
    said = gardener("opportunity", "add", "--employer", "Meridian", "--role", "Analyst", *more).json
    assert set(said) == {"opportunity"}
    assert set(said["opportunity"]) == OPPORTUNITY
    made: dict[str, Any] = said["opportunity"]
    return made


def codes(gardener: Gardener) -> list[str]:
    """The codes of the deeds, the latest first."""
    return [deed["code"] for deed in gardener("history").json["deeds"]]


def test_an_opportunity_is_added_stepped_edited_and_taken_away(gardener: Gardener, jane: str) -> None:
    gus = gardener("add", "Gus Jones").json["contact"]["id"]
    made = opportunity(
        gardener, "--thanks-to", "Jane Miller", "Gus Jones", "--url", "https://x.example", "--posting", "Two\nlines",
        "--salary", "50 k", "--deadline", "2026-04-01", "--resume", "v2", "--notes", "ask about shifts",
    )  # fmt: skip
    id_ = made["id"]
    assert made == {
        "id": id_, "employer": "Meridian", "role": "Analyst", "steps": [], "thanks_to": [jane, gus],
        "url": "https://x.example", "posting": "Two\nlines", "salary": "50 k", "deadline": "2026-04-01",
        "resume": "v2", "notes": "ask about shifts", "created": "2026-03-10",
    }  # fmt: skip
    gardener("opportunity", "step", id_, "interview", "--date", "2026-03-13")
    stepped = gardener("opportunity", "step", id_[:6], "applied").json["opportunity"]
    assert stepped["steps"] == [
        {"date": "2026-03-10", "step": "applied"},
        {"date": "2026-03-13", "step": "interview"},
    ]
    (on,) = gardener("today").json["week"]["on"]
    assert (on["date"], on["kind"], on["opportunity"], on["contact"]["id"]) == (
        "2026-03-13",
        "interview",
        id_,
        jane,
    )
    edited = gardener(
        "opportunity", "edit", id_, "--role", "Buyer", "--deadline", "", "--thanks-to", "-Gus Jones"
    ).json["opportunity"]
    assert (edited["role"], edited["deadline"], edited["thanks_to"]) == ("Buyer", None, [jane])
    again = gardener("opportunity", "edit", id_, "--thanks-to", "+Gus Jones").json["opportunity"]
    assert again["thanks_to"] == [jane, gus]
    assert gardener("opportunity", "edit", id_, "--thanks-to", "").json["opportunity"]["thanks_to"] == []
    assert gardener("opportunity", "edit", id_, "--thanks-to", "Gus").json["opportunity"]["thanks_to"] == [
        gus
    ]
    gone = gardener("opportunity", "step", id_, "applied", "--remove").json["opportunity"]
    assert [step["step"] for step in gone["steps"]] == ["interview"]
    removed = gardener("opportunity", "remove", id_).json["opportunity"]
    assert removed == gone
    assert gardener("opportunity", "list").json == {"opportunities": []}
    gardener("undo")
    assert gardener("opportunity", "list").json == {"opportunities": [gone]}
    assert codes(gardener)[:4] == [
        "remove-opportunity",
        "remove-step",
        "edit-opportunity",
        "edit-opportunity",
    ]


def test_the_list_leaves_out_what_has_ended_and_puts_first_what_comes_first(
    gardener: Gardener, plainly: Gardener, jane: str
) -> None:
    assert plainly("opportunity", "list").out.startswith("No opportunity yet.")
    first, second, third = (opportunity(gardener)["id"] for _ in range(3))
    gardener("opportunity", "step", third, "interview", "--date", "2026-03-12")
    gardener("opportunity", "step", first, "rejected")
    gardener("opportunity", "edit", second, "--deadline", "2026-03-11")
    assert [one["id"] for one in gardener("opportunity", "list").json["opportunities"]] == [second, third]
    every = {one["id"] for one in gardener("opportunity", "list", "--all").json["opportunities"]}
    assert every == {first, second, third}
    assert "and 1 that has ended" in plainly("opportunity", "list").out


def test_show_tells_by_whose_help_it_came(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    said = gardener("introduce", "--by", "Jane", "--to", "Uma Rao", "--new").json
    uma = said["introduction"]["to"]
    zoe = gardener("introduce", "--by", "Uma Rao", "--to", "Zoe Ada", "--new").json["introduction"]["to"]
    id_ = opportunity(gardener, "--thanks-to", "Zoe Ada", "Jane")["id"]
    told = gardener("opportunity", "show", id_).json
    assert set(told) == {"opportunity", "credit"}
    assert told["credit"]["owed"] == {zoe: 0.5, jane: 0.5}
    assert told["credit"]["through"] == {zoe: 0.5, uma: 0.5, jane: 1.0}
    assert told["credit"]["first"] == {jane: 1.0}
    assert [(flow["by"], flow["to"], flow["share"]) for flow in told["credit"]["flows"]] == [
        (uma, zoe, 0.5),
        (jane, uma, 0.5),
    ]
    shown = gardener("show", "Jane").json
    assert [one["id"] for one in shown["opportunities"]] == [id_]
    assert [(one["by"], one["to"]) for one in shown["introductions"]] == [(jane, uma)]
    assert "Analyst at Meridian  not applied yet" in plainly("show", "Jane").out
    assert "Jane Miller → Uma Rao  offered, pending" in plainly("show", "Jane").out
    lines = plainly("opportunity", "show", id_[:8]).out
    assert "Jane Miller → Uma Rao → Zoe Ada" in lines
    assert "Jane Miller  all of it" in lines


@pytest.mark.parametrize(
    ("argv", "code", "status"),
    [
        (("show", "ffffffff"), "unknown-opportunity", 1),
        (("step", "ffffffff", "offer"), "unknown-opportunity", 1),
        (("edit", "ffffffff", "--role", "x"), "unknown-opportunity", 1),
        (("remove", "ffffffff"), "unknown-opportunity", 1),
        (("add", "--employer", " ", "--role", "x"), "empty-employer", 1),
        (("add", "--employer", "x", "--role", ""), "empty-role", 1),
        (("add", "--employer", "x", "--role", "y", "--thanks-to", "Nobody"), "unknown-name", 1),
        (("add", "--employer", "x", "--role", "y", "--deadline", "soon"), "bad-date", 1),
        (("add", "--role", "y"), "usage", 2),
        ((), "usage", 2),
        (("step", "ffffffff", "dinner"), "usage", 2),
    ],
)
def test_what_cannot_be_done_is_told(
    gardener: Gardener, jane: str, argv: tuple[str, ...], code: str, status: int
) -> None:
    assert gardener("opportunity", *argv, status=status).code == code
    assert codes(gardener) == ["add"]


def test_a_step_that_is_not_there_and_a_day_that_is_none(gardener: Gardener, jane: str) -> None:
    id_ = opportunity(gardener)["id"]
    assert gardener("opportunity", "step", id_, "offer", "--remove", status=1).code == "no-step"
    assert gardener("opportunity", "step", id_, "offer", "--date", "soon", status=1).code == "bad-date"


# Introductions


def test_an_introduction_of_somebody_new_plants_a_seed(gardener: Gardener, jane: str) -> None:
    said = gardener("introduce", "--by", "Jane", "--to", "Gus", "Jones", "--new", "--agreed", "both").json
    assert set(said) == {"introduction", "contacts"}
    made = said["introduction"]
    assert set(made) == INTRODUCTION
    by, to = said["contacts"]
    check_contact(to)
    assert (by["id"], to["id"], to["name"], to["stage"]) == (jane, made["to"], "Gus Jones", "seed")
    assert (to["introduced_by"], made["by"], made["origin"], made["outcome"]) == (
        jane,
        jane,
        "offered",
        "pending",
    )
    assert (made["by_agreed"], made["to_agreed"], made["thanked"]) == ("2026-03-10", "2026-03-10", False)
    gardener("undo")
    assert [one["name"] for one in gardener("list").json["contacts"]] == ["Jane Miller"]


def test_of_somebody_known_and_what_became_of_it(gardener: Gardener, jane: str) -> None:
    gus = gardener("add", "Gus Jones").json["contact"]["id"]
    made = gardener(
        "introduce", "--by", "Jane", "--to", "Gus", "--requested", "--outcome", "met", "--thanked", "--note",
        "by mail", "--date", "2026-03-01", "--told",
    ).json["introduction"]  # fmt: skip
    assert (made["to"], made["origin"], made["outcome"], made["thanked"]) == (gus, "requested", "met", True)
    assert (made["date"], made["settled"], made["told"], made["note"]) == (
        "2026-03-01",
        "2026-03-10",
        "2026-03-10",
        "by mail",
    )
    id_ = made["id"]
    edit = ("introduction", "edit", id_[:6])
    assert gardener(*edit, "--not-thanked").json["introduction"]["thanked"] is False
    changed = gardener(*edit, "--outcome", "pending", "--offered", "--agreed", "to").json["introduction"]
    assert (changed["outcome"], changed["settled"], changed["origin"]) == ("pending", None, "offered")
    assert (changed["by_agreed"], changed["to_agreed"]) == (None, "2026-03-10")
    assert gardener("introduction", "list").json == {"introductions": [changed]}
    assert gardener(*edit, "--thanked", "--not-thanked", status=2).code == "usage"
    gone = gardener("introduction", "remove", id_).json
    assert gone["introduction"] == changed
    assert gardener("introduction", "list").json == {"introductions": []}
    assert gardener("introduction", "remove", id_, status=1).code == "unknown-introduction"


def test_nobody_of_that_name_is_planted_unasked(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    failed = gardener("introduce", "--by", "Jane", "--to", "Gus Jones", status=1)
    assert failed.code == "unknown-name"
    assert "--new" in plainly("introduce", "--by", "Jane", "--to", "Gus Jones", status=1).err
    assert gardener("introduce", "--by", "Jane", "--to", "Jane", status=1).code == "self"
    assert (
        gardener("introduce", "--by", "Jane", "--to", "G", "--new", "--date", "2026-03-11", status=1).code
        == "future"
    )
    assert (
        gardener("introduce", "--by", "Jane", "--to", "G", "--offered", "--requested", status=2).code
        == "usage"
    )
    assert codes(gardener) == ["add"]


# The season


def season(gardener: Gardener, *argv: str, on: str = "2026-03-10") -> dict[str, Any]:
    """What `season` answers."""
    said = gardener("season", *argv, on=on).json
    assert set(said) == SEASON_PAGE
    return said


def test_the_season_counts_what_product_promises(gardener: Gardener, jane: str) -> None:
    """1 ÷ the quantiles of Beta(1 + 1, 14 + 2 − 1): computed by another's incomplete beta function, to six digits."""
    for day in ("2026-03-01", "2026-03-08"):
        gardener("log", "--with", "Jane", "--kind", "call", "--date", day)
    gardener("introduce", "--by", "Jane", "--to", "Gus Jones", "--new")
    gardener("introduce", "--by", "Jane", "--to", "Uma Rao", "--new", "--requested")
    gardener("move", "Jane", "seedling")
    warm = opportunity(gardener, "--thanks-to", "Jane")["id"]
    for step in ("interview", "offer"):
        gardener("opportunity", "step", warm, step)
    for _ in range(2):
        cold = opportunity(gardener)["id"]
        gardener("opportunity", "step", cold, "applied", "--date", "2026-03-02")
    gardener("opportunity", "step", cold, "interview", "--date", "2026-03-09")
    told = season(gardener)
    assert (told["since"], told["conversations"], told["interviews"]) == ("2026-03-01", 2, 1)
    assert (told["second_interviews"], told["offers"], told["cold"], told["cold_applications"]) == (
        0,
        1,
        1,
        2,
    )
    assert told["introductions"] == {"offered": 1, "requested": 1}
    assert told["stage_moves"] == {"seed→seedling": 1}
    assert told["season"] is None
    assert told["seasons"] == []
    per = told["conversations_per_interview"]
    assert set(per) == {"estimate", "low", "high"}
    for name, below in (("estimate", 0.5), ("low", 0.9), ("high", 0.1)):
        x = 1 / per[name]
        tail = 1 - (1 - x) ** 16 - 16 * x * (1 - x) ** 15  # Beta(2, 15): at least 2 of 16
        assert tail == pytest.approx(below, abs=1e-9)
    assert told["applications_per_interview"] == per
    assert told["next_interview"]["talks"] == 2
    weeks = told["next_interview"]["weeks"]
    assert weeks["low"] <= weeks["middle"] <= weeks["high"]


def test_a_season_is_started_paused_resumed_and_ended(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "call", "--date", "2026-02-01")
    started = season(gardener, "start", "Early", "spring", on="2026-03-01")
    assert (started["since"], started["conversations"]) == ("2026-03-01", 0)
    assert started["season"] == {
        "id": started["season"]["id"], "name": "Early spring", "start": "2026-03-01", "end": None, "paused": False,
        "pauses": [],
    }  # fmt: skip
    assert season(gardener, "pause", on="2026-03-03")["season"]["paused"] is True
    resumed = season(gardener, "resume", on="2026-03-05")["season"]
    assert resumed["pauses"] == [{"from": "2026-03-03", "to": "2026-03-05"}]
    assert season(gardener, "rename", "Spring", on="2026-03-06")["season"]["name"] == "Spring"
    assert season(gardener, "end")["season"]["end"] == "2026-03-10"
    assert season(gardener, on="2026-03-04")["season"]["paused"] is True, "as it was that day"
    for deed in ("pause", "resume", "end"):
        assert gardener("season", deed, status=1).code == "no-season"
    gardener("undo")
    season(gardener, "end", "--winter")
    assert gardener("history").json["deeds"][0]["code"] == "end-season"
    assert gardener("winter", "--off").json["winter"] is None
    second = season(gardener, "start")
    assert [one["season"]["name"] for one in second["seasons"]] == ["", "Spring"]
    again = gardener("season", "start", status=1)
    assert again.code == "season-running"
    assert "Tue 10 Mar 2026" in again.err
    gardener("undo")
    assert season(gardener)["season"]["name"] == "Spring"


# The way to an employer


def test_who_leads_to_an_employer(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    gardener("add", "Ada Adams", "--org", "Adams Ltd")
    gardener("edit", "Jane", "--former", "Meridian Inc.")
    gardener("log", "--with", "Ada Adams", "--kind", "call")
    gardener("introduce", "--by", "Ada Adams", "--to", "Jane")
    told = gardener("way", "meridian").json
    assert set(told) == {"employer", "nobody", "there", "over"}
    (there,), (over,) = told["there"], told["over"]
    for way in (there, over):
        assert set(way) == WAY
        assert set(way["guard"]) == GUARD
        check_contact(way["contact"])
    assert (there["contact"]["id"], there["at"], there["now"], there["to"]) == (
        jane,
        "Meridian Inc.",
        False,
        None,
    )
    assert (over["contact"]["name"], over["to"]["id"]) == ("Ada Adams", jane)
    assert over["guard"]["ask"]["heaviest_that_holds"] == "question"
    assert gardener("way", "Ada").json == {"employer": "Ada", "nobody": True, "there": [], "over": []}
    assert plainly("way", "Ada").out.startswith("Nobody yet.")
    assert "Ada Adams → Jane Miller" in plainly("way", "Meridian").out


def test_employers_without_anybody_come_first(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    gardener("edit", "Jane", "--org", "Northlight")
    assert gardener("way").json == {"employers": []}
    gardener("way", "Northlight", "--target")
    gardener("way", "Kestrel", "Labs", "--target")
    id_ = opportunity(gardener)["id"]
    told = [
        (one["employer"], one["there"], one["opportunities"]) for one in gardener("way").json["employers"]
    ]
    assert told == [("Kestrel Labs", 0, []), ("Meridian", 0, [id_]), ("Northlight", 1, [])]
    assert "Meridian      nobody leads there yet" in plainly("way").out
    gardener("way", "kestrel labs gmbh", "--no-target")
    assert [one["employer"] for one in gardener("way").json["employers"]] == ["Meridian", "Northlight"]
    assert gardener("way", "Kestrel", "--no-target", status=1).code == "unknown-target"
    assert gardener("way", "--target", status=2).code == "usage"
