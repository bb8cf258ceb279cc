"""What `--json` prints: exactly the keys that are promised, for every command."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gardener.cli.runner import COMMANDS
from tests.cli.calls import Gardener

CONTACT = {
    "id", "name", "org", "title", "stage", "resting", "left_alone", "emails", "phones", "urls", "tags", "nicknames",
    "addresses", "birthday", "notes", "common", "introduced_by", "created", "met", "moves", "growth",
    "former", "species",
}  # fmt: skip
GROWTH = {
    "model", "vitality", "roots_days", "moisture", "capacity", "condition", "last_contact", "last_sign", "dry_on",
    "thirsty_on", "withers_on", "replies", "unanswered",
}  # fmt: skip
GUARD = {"warns", "level", "dry_on", "reply_chance", "reasons", "evidence", "ask"}
INTERACTION = {
    "id", "date", "time", "kind", "direction", "with", "minutes", "about", "note", "gives", "ask", "answer", "thanks",
    "introduction", "batch", "despite",
}  # fmt: skip
SEASON = {
    "since", "conversations", "interviews", "second_interviews", "offers", "cold", "conversations_per_interview",
    "stage_moves", "introductions",
}  # fmt: skip
OPPORTUNITY = {
    "id", "employer", "role", "steps", "thanks_to", "url", "posting", "salary", "deadline", "resume", "notes", "created",
}  # fmt: skip
INTRODUCTION = {
    "id", "by", "to", "date", "origin", "outcome", "thanked", "note", "by_agreed", "to_agreed", "settled", "told",
}  # fmt: skip
SEASON_PAGE = SEASON | {
    "cold_applications", "applications_per_interview", "season", "next_interview", "seasons", "signs",
}  # fmt: skip
WAY = {"contact", "to", "at", "now", "roots_days", "open_asks", "guard"}
LOOP = {"id", "kind", "contact", "since", "due", "text", "opportunity", "introduction"}
PLAN = {"id", "contact", "day", "text", "kind", "created", "done"}
VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Park\r\nEMAIL:tom@example.org\r\nEND:VCARD\r\n"


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[2] / "resources/help/command-line.md").read_text(encoding="utf-8")
    told = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]*`", page))))
    assert told >= CONTACT | GROWTH | GUARD | INTERACTION | SEASON_PAGE | LOOP | PLAN
    assert told >= OPPORTUNITY | INTRODUCTION | WAY
    assert {command.name for command in COMMANDS} <= set(re.findall(r"`([a-z-]+)`", page))


def check_contact(contact: dict[str, Any]) -> None:
    assert set(contact) == CONTACT
    assert set(contact["growth"]) == GROWTH
    assert set(contact["common"]) == {"theirs", "mine"}
    for several in ("emails", "phones", "urls", "tags"):
        assert isinstance(contact[several], list)


@pytest.mark.parametrize(
    "argv",
    [
        ("edit", "Jane", "--org", "Northlight"),
        ("note", "Jane", "likes", "tea"),
        ("common", "Jane", "--theirs", "tea"),
        ("tag", "Jane", "+alumni"),
        ("tag", "Jane"),
        ("move", "Jane", "growing"),
        ("rest", "Jane"),
        ("wake", "Jane"),
        ("leave-alone", "Jane"),
        ("remove", "Jane"),
    ],
    ids=" ".join,
)
def test_a_deed_about_a_contact_answers_with_the_contact(
    gardener: Gardener, jane: str, argv: tuple[str, ...]
) -> None:
    said = gardener(*argv).json
    assert set(said) == {"contact"}
    check_contact(said["contact"])
    assert said["contact"]["id"] == jane


def test_add_answers_with_a_seed(gardener: Gardener) -> None:
    contact = gardener(
        "add", "Jane Miller", "--email", "jane@a.example", "--email", "jm@b.example", "--phone", "+49 30 901820",
        "--org", "Northlight", "--title", "Head", "--url", "https://a.example", "--tag", "alumni", "--met", "2020-02-29",
        "--note", "met at the fair",
    ).json["contact"]  # fmt: skip
    check_contact(contact)
    assert contact["emails"] == ["jane@a.example", "jm@b.example"]
    assert contact["phones"] == ["+49 30 901820"]
    assert (contact["org"], contact["title"], contact["tags"]) == ("Northlight", "Head", ["alumni"])
    assert (contact["stage"], contact["created"], contact["met"]) == ("seed", "2026-03-10", "2020-02-29")
    assert (contact["resting"], contact["left_alone"], contact["introduced_by"]) == (None, False, None)
    assert contact["notes"] == "met at the fair"
    growth = contact["growth"]
    assert (growth["vitality"], growth["roots_days"], growth["condition"]) == (None, 0, "seed")
    assert (growth["moisture"], growth["capacity"], growth["model"]) == (0, 2, "1")


def test_log_answers_with_what_it_understood_and_saved(gardener: Gardener, jane: str) -> None:
    said = gardener(
        "log", "--with", "Jane", "--kind", "meeting", "--date", "2026-03-09T09:30", "--minutes", "45", "--about",
        "theirs", "--note", "coffee", "--give", "a link", "--give", "praise", "--ask", "advice", "--answer", "granted",
        "--thanks",
    ).json  # fmt: skip
    assert set(said) == {"saved", "understood", "guards", "contacts", "interaction"}
    assert said["saved"] is True
    assert said["guards"] == []
    interaction = said["interaction"]
    assert set(interaction) == INTERACTION
    assert interaction["with"] == [jane]
    assert (interaction["date"], interaction["time"]) == ("2026-03-09", "09:30")
    assert (interaction["kind"], interaction["direction"]) == ("meeting", "mutual")
    assert (interaction["minutes"], interaction["about"], interaction["note"]) == (45, "theirs", "coffee")
    assert interaction["gives"] == ["a link", "praise"]
    assert (interaction["ask"], interaction["answer"], interaction["thanks"]) == ("advice", "granted", True)
    assert said["understood"].items() <= interaction.items()
    check_contact(said["contacts"][0])
    assert said["contacts"][0]["growth"]["last_sign"] == "2026-03-09"


def test_consider_answers_with_a_guard_for_each(gardener: Gardener, jane: str) -> None:
    gardener("add", "Tom Park")
    said = gardener("consider", "Jane", "Tom", "--kind", "email").json
    assert set(said) == {"guards"}
    assert [one["contact"]["name"] for one in said["guards"]] == ["Jane Miller", "Tom Park"]
    for one in said["guards"]:
        assert set(one) == {"contact", "guard"}
        assert set(one["guard"]) == GUARD
        assert one["guard"]["ask"] is None
    asked = gardener("consider", "Jane", "--ask", "vouching", status=3).json["guards"][0]["guard"]
    assert set(asked["ask"]) == {"kind", "holds", "heaviest_that_holds", "smallest_that_holds", "missing"}
    assert asked["warns"] is True
    assert asked["ask"]["holds"] is False
    assert asked["ask"]["heaviest_that_holds"] is None
    assert {one["code"] for one in asked["ask"]["missing"]} == {"vitality", "signs"}
    assert 0 < asked["reply_chance"] < 1


def test_show_answers_with_growth_and_why(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "incoming", "--date", "2026-03-01")
    gardener("log", "--with", "Jane", "--kind", "call", "--date", "2026-02-01")
    said = gardener("show", "Jane").json
    assert set(said) == {
        "contact", "guard", "forecast", "interactions", "open_loops", "plans", "opportunities", "introductions", "why",
    }  # fmt: skip
    check_contact(said["contact"])
    assert set(said["guard"]) == GUARD
    assert [one["date"] for one in said["interactions"]] == ["2026-03-01", "2026-02-01"]
    assert all(set(one) == INTERACTION for one in said["interactions"])
    (loop,) = said["open_loops"]
    assert set(loop) == LOOP
    assert (loop["kind"], loop["contact"]["id"], loop["since"]) == ("reply", jane, "2026-03-01")
    assert set(said["why"]) == {"model", "steps", "arithmetic", "sums", "outlooks"}


def test_the_steps_of_why_sum_to_the_numbers_shown(gardener: Gardener, jane: str) -> None:
    for day, direction in (
        ("2026-01-05", "mutual"), ("2026-01-06", "outgoing"), ("2026-01-06", "incoming"), ("2026-02-20", "outgoing"),
        ("2026-02-23", "incoming"), ("2026-03-02", "outgoing"),
    ):  # fmt: skip
        gardener("log", "--with", "Jane", "--kind", "email", "--direction", direction, "--date", day)
    said = gardener("show", "Jane").json
    steps, reckoned, growth = said["why"]["steps"], said["why"]["arithmetic"], said["contact"]["growth"]
    for name in ("depth", "answers", "run", "replies"):
        assert sum(step["adds"][name] for step in steps) == pytest.approx(steps[0]["after"][name], abs=1e-9)
    assert sum(step["adds"]["depth"] for step in steps) == pytest.approx(reckoned["depth"], abs=1e-9)
    depth, answers, silence = reckoned["depth"], reckoned["answers"], reckoned["silence"]
    kappa = (
        reckoned["k"]
        * depth ** reckoned["c"]
        * 2.718281828459045 ** (reckoned["f"] * answers / (answers + 1))
    )
    over = (silence + reckoned["d"]) / (silence + reckoned["horizon"] + reckoned["d"])
    assert 1 - over**kappa == pytest.approx(growth["vitality"], abs=1e-9)
    assert reckoned["roots"] == pytest.approx(growth["roots_days"], abs=1e-9)
    assert (
        (reckoned["run"], reckoned["dry_on"]) == (growth["moisture"], growth["dry_on"]) == (1, "2026-03-07")
    )
    for name in ("vitality", "roots_days"):
        assert sum(step["adds"][name] for step in steps) == pytest.approx(growth[name], abs=1e-9)
        assert said["why"]["sums"][name]["value"] == growth[name]
    for name, told in said["why"]["sums"].items():
        added = sum(part["adds"] for part in told["parts"])
        if told["start"] is None and told["value"] is not None:
            assert added == pytest.approx(told["value"], abs=1e-9), name
        elif told["value"] is not None:
            start, end = (date.fromisoformat(told[key]) for key in ("start", "value"))
            assert start + timedelta(days=added) == end, name
            assert told["value"] == growth[name]
    odds = said["why"]["sums"]["reply_chance"]["value"]
    assert 1 / (1 + 2.718281828459045**-odds) == pytest.approx(said["guard"]["reply_chance"], abs=1e-9)


def test_the_forecast_is_reckoned_of_what_is_printed_with_it(
    gardener: Gardener, plainly: Gardener, jane: str
) -> None:
    assert gardener("show", "Jane").json["forecast"] is None, "nobody knows of somebody never spoken to"
    for day, direction in (("2026-01-05", "mutual"), ("2026-02-20", "incoming"), ("2026-03-02", "outgoing")):
        gardener("log", "--with", "Jane", "--kind", "email", "--direction", direction, "--date", day)
    said = gardener("show", "Jane")
    told = said.json["forecast"]
    garden, numbers, h = told["garden"], told["numbers"], told["days"]
    assert garden == {"ties": 1, "heard": 0, "week": 0, "month": 1}
    assert (h, told["silence"], told["since_touch"], told["waited"]) == (30.0, 18, 8, 11)
    kappa = numbers["k"] * told["depth"] ** numbers["c"]
    kappa *= ((garden["heard"] + 1) / (garden["ties"] + 2)) ** numbers["lately"]
    kappa *= ((garden["week"] + 10) / (garden["month"] + 20)) ** numbers["weather"]
    over = (told["waited"] + numbers["d"]) / (told["waited"] + h + numbers["d"])
    assert 1 - over**kappa == pytest.approx(told["chance"], abs=1e-9)
    assert told["soil"] == {"f0": 0.0, "f1": 1.0, "learnt_from": 0}
    summed = said.json["why"]["sums"]["forecast"]
    odds = sum(part["adds"] for part in summed["parts"])
    assert odds == pytest.approx(summed["value"], abs=1e-9)
    assert 1 / (1 + 2.718281828459045**-odds) == pytest.approx(told["chance"], abs=1e-9)
    assert [part["code"] for part in summed["parts"]] == [
        "one-sign", "depth", "silence", "my-touch", "lately", "weather",
    ]  # fmt: skip
    assert f"{round(100 * told['chance'])} %." in plainly("show", "Jane").out
    assert gardener("season").json["signs"] == {"days": 30.0, "people": told["chance"]}


def test_what_would_change_it_is_told(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "incoming", "--date", "2026-02-01")
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing", "--date", "2026-03-01")
    said = gardener("show", "Jane").json
    ahead = {one["code"]: one for one in said["why"]["outlooks"]}
    assert list(ahead) == ["nothing", "touch", "reply", "meeting"]
    assert (ahead["reply"]["after"]["moisture"], ahead["reply"]["after"]["dry_on"]) == (0, None)
    assert ahead["meeting"]["adds"]["depth"] == pytest.approx(1.0, abs=1e-3)
    assert ahead["meeting"]["adds"]["roots_days"] > 30
    assert (ahead["touch"]["adds"]["vitality"], ahead["touch"]["adds"]["roots_days"]) == (0, 0)
    assert ahead["touch"]["adds"]["moisture"] == 1
    assert ahead["nothing"]["after"]["vitality"] < said["contact"]["growth"]["vitality"]
    assert {one["date"] for one in ahead.values()} == {"2026-03-11", "2026-03-17"}


def test_list_answers_with_contacts(gardener: Gardener, jane: str) -> None:
    gardener("add", "Tom Park", "--tag", "alumni")
    said = gardener("list").json
    assert set(said) == {"contacts"}
    assert [one["name"] for one in said["contacts"]] == ["Jane Miller", "Tom Park"]
    for one in said["contacts"]:
        check_contact(one)
    assert [one["name"] for one in gardener("list", "tag:alumni", "stage:seed").json["contacts"]] == [
        "Tom Park"
    ]
    assert gardener("list", "nobody").json == {"contacts": []}


def test_today_answers_with_the_round(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "meeting", "--date", "2026-01-20")
    said = gardener("today").json
    assert set(said) == {
        "check_in", "date", "since", "done", "withered", "thirsty", "let_be", "open_loops", "plans", "week", "season",
    }  # fmt: skip
    assert (said["date"], said["since"], said["done"]) == ("2026-03-10", None, False)
    (row,) = said["thirsty"]
    assert set(row) == {"contact", "reasons"}
    check_contact(row["contact"])
    assert row["reasons"][0]["code"] == "wilting"
    assert set(said["week"]) == {"from", "to", "talks", "on"}
    assert (said["week"]["from"], said["week"]["to"]) == ("2026-03-09", "2026-03-15")
    season = said["season"]
    assert set(season) == SEASON
    assert (season["since"], season["conversations"]) == ("2026-01-20", 1)
    rate = season["conversations_per_interview"]
    assert set(rate) == {"estimate", "low", "high"}
    assert 0 < rate["low"] < rate["estimate"] < rate["high"]
    assert set(season["introductions"]) == {"offered", "requested"}


def test_import_batches_and_take_back_answer_with_counts(gardener: Gardener, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(VCARD + "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", encoding="utf-8")
    said = gardener("import", str(cards)).json
    assert set(said) == {"batch", "dry_run", "files"}
    assert said["batch"] == 1
    (told,) = said["files"]
    assert set(told) == {
        "path", "format", "seen", "new", "merged", "unchanged", "questions", "skipped", "asked", "issues",
        "unread", "namesakes",
    }  # fmt: skip
    assert (told["path"], told["format"]) == (str(cards), "vcard-3.0")
    assert (told["seen"], told["new"], told["merged"], told["unchanged"], told["questions"]) == (
        2,
        1,
        0,
        0,
        0,
    )
    assert told["skipped"][0]["reason"] == "empty"
    assert told["skipped"][0]["where"] == {"kind": "card", "number": 2, "line": 6}
    (batch,) = gardener("batches").json["batches"]
    assert set(batch) == {"batch", "at", "files", "new", "merged", "taken_back"}
    assert (batch["batch"], batch["files"], batch["new"], batch["merged"]) == (1, [str(cards)], 1, 0)
    assert batch["at"].startswith("2026-03-10T")
    back = gardener("take-back", "1").json
    assert set(back) == {"removed", "restored", "kept"}
    assert [one["name"] for one in back["removed"]] == ["Tom Park"]
    assert (back["restored"], back["kept"]) == ([], [])


def test_the_second_of_a_name_is_pointed_out_in_words_and_in_json(
    gardener: Gardener, plainly: Gardener, tmp_path: Path
) -> None:
    gardener("add", "Jane Doe", "--org", "Lumen")
    cards = tmp_path / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Jane Doe\nTEL:1\nEND:VCARD\n")
    (jane,) = gardener("list").json["contacts"]
    (report,) = gardener("import", str(cards), "--dry-run").json["files"]
    assert report["namesakes"] == [
        {
            "where": {"kind": "card", "number": 1, "line": 1},
            "name": "Jane Doe",
            "others": [{"id": jane["id"], "name": "Jane Doe", "detail": "Lumen"}],
        }
    ]
    assert "another Jane Doe is here (Lumen)" in plainly("import", str(cards)).out


def test_an_import_of_many_files_is_one_short_line(
    gardener: Gardener, plainly: Gardener, tmp_path: Path
) -> None:
    files = [str(tmp_path / f"{number}.vcf") for number in range(5)]
    for file in files:
        Path(file).write_text(VCARD, encoding="utf-8")
    gardener("import", *files)
    (line,) = plainly("batches").out.splitlines()
    assert line.endswith(f"{files[0]}, {files[1]} and 3 more files")
    assert gardener("batches").json["batches"][0]["files"] == files


def test_undo_redo_and_history_say_what_and_when(gardener: Gardener, jane: str) -> None:
    undone = gardener("undo").json["undone"]
    assert set(undone) == {"what", "when", "code"}
    assert undone["what"] == "Planted Jane Miller"
    assert undone["when"].startswith("2026-03-10T")
    assert gardener("history").json["deeds"][0]["undone"] is True
    redone = gardener("redo").json["redone"]
    assert redone == undone
    (deed,) = gardener("history").json["deeds"]
    assert set(deed) == {"what", "when", "code", "contact", "undone", "sequence"}
    assert (deed["what"], deed["undone"], deed["contact"]) == ("Planted Jane Miller", False, jane)


def test_edit_log_and_remove_log_answer_with_the_interaction(gardener: Gardener, jane: str) -> None:
    id_ = gardener("log", "--with", "Jane", "--kind", "call").json["interaction"]["id"]
    for argv in (("edit-log", id_, "--note", "short"), ("remove-log", id_)):
        said = gardener(*argv).json
        assert set(said) == {"interaction", "contacts"}
        assert set(said["interaction"]) == INTERACTION
        assert (said["interaction"]["id"], said["interaction"]["note"]) == (id_, "short")
    assert gardener("show", "Jane").json["interactions"] == []


def test_plan_and_loop_answer_with_what_they_are_about(gardener: Gardener, jane: str) -> None:
    made = gardener("plan", "Jane", "write", "--day", "2026-03-10").json
    assert set(made) == {"plan"}
    assert set(made["plan"]) == PLAN
    check_contact(made["plan"]["contact"])
    assert (made["plan"]["day"], made["plan"]["text"], made["plan"]["done"]) == ("2026-03-10", "write", None)
    id_ = made["plan"]["id"]
    for argv in (("done", id_), ("edit", id_, "call"), ("remove", id_)):
        said = gardener("plan", *argv).json
        assert set(said) == {"plan"}
        assert set(said["plan"]) == PLAN
        gardener("undo")
    said = gardener("loop", "dismiss", f"plan:{id_}").json
    assert set(said) == {"loop"}
    assert set(said["loop"]) == LOOP
    assert said["loop"]["contact"]["id"] == jane


def test_check_answers_with_the_health_of_the_file(gardener: Gardener, jane: str) -> None:
    said = gardener("check").json
    assert set(said) == {"ok", "path", "problems", "schema", "contacts", "interactions", "last_backup"}
    assert (said["ok"], said["problems"], said["contacts"], said["interactions"]) == (True, [], 1, 0)


def test_settings_answer_with_a_value_for_each_key(gardener: Gardener, jane: str) -> None:
    said = gardener("settings").json
    assert set(said) == {"settings", "about"}
    assert set(said["settings"]) == set(said["about"]) == {
        "patience", "seed-days", "daily-measure", "sowing-measure", "weekly-measure",
        "theme", "motion", "hemisphere", "text-size", "garden", "region", "my-names",
        "my-addresses", "my-profile", "tray", "close-to-tray", "digest", "quiet-days", "quiet-hours",
    }  # fmt: skip
    assert said["settings"]["patience"] == 1.0
    assert said["about"]["patience"] == {"belongs_to": "garden", "takes": "0.25 to 4", "default": 1.0}


def test_sample_answers_with_what_it_planted(gardener: Gardener, file: Path) -> None:
    assert gardener("sample").json == {"sample": {"contacts": 30, "seed": 1}, "file": str(file)}


def test_a_failure_is_an_object_besides_the_line(gardener: Gardener, jane: str) -> None:
    said = gardener("show", "Nobody", status=1)
    assert set(said.json) == {"error"}
    assert set(said.json["error"]) == {"code", "message", "choices"}
    assert said.code == "unknown-name"
    assert said.err == f"gardener: {said.json['error']['message']}\n"
