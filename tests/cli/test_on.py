"""`--on D`: deeds take day D, and what is shown is the garden of D."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.calls import Gardener, Said


def test_what_is_created_and_moved_takes_the_day(gardener: Gardener) -> None:
    made = gardener("add", "Jane", on="2025-01-05").json["contact"]
    assert made["created"] == "2025-01-05"
    gardener("move", "Jane", "growing", on="2025-02-05")
    assert gardener("show", "Jane", on="2025-02-04").json["contact"]["stage"] == "seed"
    moved = gardener("show", "Jane", on="2025-02-05").json["contact"]
    assert (moved["stage"], moved["moves"][0]["date"]) == ("growing", "2025-02-05")
    assert (
        gardener("log", "--with", "Jane", "--kind", "call", on="2025-03-01").json["interaction"]["date"]
        == "2025-03-01"
    )


def test_a_contact_is_there_from_its_creation_or_its_first_interaction(gardener: Gardener) -> None:
    gardener("add", "Jane", on="2025-06-01")
    gardener("add", "Janet", on="2025-07-01")
    gardener("log", "--with", "Janet", "--kind", "call", "--date", "2025-05-01", on="2025-07-01")
    assert gardener("list", on="2025-04-30").json["contacts"] == []
    assert [one["name"] for one in gardener("list", on="2025-05-01").json["contacts"]] == ["Janet"]
    assert len(gardener("list", on="2025-06-01").json["contacts"]) == 2


def test_names_are_looked_up_in_the_garden_of_the_day(gardener: Gardener) -> None:
    gardener("add", "Jane Miller", on="2025-06-01")
    gardener("add", "Jane Austen", on="2025-07-01")
    assert gardener("show", "Jane", on="2025-06-15").json["contact"]["name"] == "Jane Miller"
    assert gardener("show", "Jane", on="2025-07-01", status=1).code == "ambiguous-name"
    said = gardener("show", "Jane Austen", on="2025-06-15", status=1)
    assert said.code == "unknown-name"
    assert "was not in the garden yet on 2025-06-15" in said.err
    gardener("log", "--with", "Jane Austen", "--kind", "call", on="2025-06-15", status=1)


def test_growth_uses_nothing_dated_after_the_day(gardener: Gardener) -> None:
    gardener("add", "Jane", on="2025-01-01")
    gardener("log", "--with", "Jane", "--kind", "call", on="2025-02-01")
    before = gardener("show", "Jane", on="2025-02-10").json
    id_ = gardener("log", "--with", "Jane", "--kind", "call", on="2025-03-01").json["interaction"]["id"]
    assert gardener("show", "Jane", on="2025-02-10").json == before
    assert gardener("edit-log", id_, "--note", "x", on="2025-02-10", status=1).code == "unknown-interaction"
    assert (
        gardener("edit-log", id_[:8], "--note", "x", on="2025-02-10", status=1).code == "unknown-interaction"
    )


def test_the_guard_asks_of_the_day(gardener: Gardener) -> None:
    gardener("add", "Jane", on="2025-01-01")
    mail = ("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing")
    gardener(*mail, on="2025-01-02")
    gardener(*mail, on="2025-01-03", status=3)
    gardener(*mail, on="2025-01-07")
    assert (
        gardener("consider", "Jane", on="2025-01-08", status=3).json["guards"][0]["guard"]["level"]
        == "drowning"
    )
    assert (
        gardener("consider", "Jane", on="2025-01-04", status=3).json["guards"][0]["guard"]["level"] == "soggy"
    )


def test_an_edit_in_the_past_keeps_what_came_later(gardener: Gardener) -> None:
    gardener("add", "Jane", on="2025-01-01")
    gardener("move", "Jane", "fruit", on="2025-06-01")
    gardener("edit", "Jane", "--org", "Northlight", on="2025-02-01")
    now = gardener("show", "Jane", on="2025-06-01").json["contact"]
    assert (now["stage"], now["org"]) == ("fruit", "Northlight")
    gardener("move", "Jane", "growing", on="2025-03-01")
    assert gardener("show", "Jane", on="2025-03-01").json["contact"]["stage"] == "growing"
    assert gardener("show", "Jane", on="2025-06-01").json["contact"]["stage"] == "fruit"


def test_undo_goes_by_sequence(gardener: Gardener) -> None:
    gardener("add", "Later", on="2030-01-01")
    gardener("add", "Earlier", on="2020-01-01")
    assert gardener("undo", on="2035-01-01").json["undone"] == {
        "what": "Planted Earlier",
        "when": gardener("history").json["deeds"][0]["when"],
        "code": "add",
    }


def test_check_ins_take_the_day(gardener: Gardener) -> None:
    gardener("add", "Jane", on="2025-01-01")
    gardener("today", "--done", on="2025-01-05")
    assert gardener("today", on="2025-01-06").json["since"] == "2025-01-05"
    assert gardener("today", on="2025-01-05").json["since"] is None
    assert gardener("today", on="2025-01-04").json["done"] is False


def test_a_past_day_knows_the_rests_of_then(gardener: Gardener, jane: str) -> None:
    gardener("rest", jane, "--until", "2026-03-20", on="2026-03-12")
    gardener("rest", jane, on="2026-03-15")
    gardener("wake", jane, on="2026-03-18")
    gardener("rest", jane, "--until", "2026-03-25", on="2026-03-24")
    held = {
        day: gardener("show", jane, on=f"2026-03-{day}").json["contact"]["resting"]
        for day in (11, 12, 14, 15, 17, 18, 23, 24, 25, 26)
    }
    first, second, third = {"until": "2026-03-20"}, {"until": None}, {"until": "2026-03-25"}
    assert held == {
        11: None, 12: first, 14: first, 15: second, 17: second, 18: None, 23: None, 24: third, 25: third, 26: None,
    }  # fmt: skip
    assert gardener("list", "is:resting", on="2026-03-13").json["contacts"]


def test_connected_on_is_met_and_no_interaction(gardener: Gardener, tmp_path: Path) -> None:
    export = tmp_path / "Connections.csv"
    export.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,Byron,https://www.linkedin.com/in/ada-byron,,Acme,Engineer,12 Mar 2024\n",
        encoding="utf-8",
    )
    gardener("import", str(export), on="2025-05-01")
    said = gardener("show", "Ada", on="2025-05-01").json
    assert (said["contact"]["met"], said["contact"]["created"]) == ("2024-03-12", "2025-05-01")
    assert said["interactions"] == []
    assert gardener("list", on="2025-04-30").json["contacts"] == []
    assert gardener("batches", on="2025-04-30").json["batches"] == []


def test_options_of_every_command_stand_before_it_or_after_it(raw: Callable[..., Said], file: Path) -> None:
    raw("add", "Jane", "--garden", str(file), "--on", "2025-01-01", status=0)
    before = raw("--json", "--on", "2025-01-02", "--garden", str(file), "show", "Jane", status=0)
    after = raw("show", "Jane", "--json", "--on=2025-01-02", f"--garden={file}", status=0)
    between = raw("--garden", str(file), "show", "--json", "--on", "2025-01-02", "Jane", status=0)
    assert before.json == after.json == between.json
    last = raw(
        "--on", "1999-01-01", "--garden", str(file), "show", "Jane", "--on", "2025-01-02", "--json", status=0
    )
    assert last.json == before.json
    raw("list", "ja", "--json", "ne", "--garden", str(file), status=0)
