"""What each command does to the garden."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Gardener


def contact(gardener: Gardener, name: str = "Jane") -> dict[str, Any]:
    found = gardener("show", name).json["contact"]
    assert isinstance(found, dict)
    return found


def test_a_given_list_replaces_and_signed_items_add_and_take_away(gardener: Gardener, jane: str) -> None:
    gardener("edit", "Jane", "--tag", "one", "--tag", "two")
    assert contact(gardener)["tags"] == ["one", "two"]
    gardener("edit", "Jane", "--tag", "+three", "--tag", "-ONE")
    assert contact(gardener)["tags"] == ["two", "three"]
    gardener("edit", "Jane", "--tag", "four")
    assert contact(gardener)["tags"] == ["four"]
    gardener("edit", "Jane", "--tag", "")
    assert contact(gardener)["tags"] == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("+49 30 901820", ["555-0100", "+49 30 901820"]),
        ("++49 30 901820", ["555-0100", "+49 30 901820"]),
        ("+030 901820", ["555-0100", "030 901820"]),
        ("-555-0100", []),
        ("030 901820", ["030 901820"]),
    ],
)
def test_an_international_number_keeps_its_plus(gardener: Gardener, given: str, kept: list[str]) -> None:
    gardener("add", "Jane", "--phone", "555-0100")
    gardener("edit", "Jane", "--phone", given)
    assert contact(gardener)["phones"] == kept


def test_a_second_one_of_a_name_is_planted_and_told(plainly: Gardener, jane: str) -> None:
    assert "another Jane Miller" in plainly("add", "JANE MILLER").out
    assert "another" not in plainly("add", "Jane Austen").out


def test_edit_leaves_alone_what_is_not_named_and_empties_what_is_empty(gardener: Gardener) -> None:
    gardener(
        "add", "Jane Miller", "--org", "Northlight", "--title", "Head", "--met", "2020-01-01", "--note", "x"
    )
    gardener("edit", "Jane", "--name", "Jane Mills", "--title", "", "--met", "")
    now = contact(gardener)
    assert (now["name"], now["org"], now["title"], now["met"], now["notes"]) == (
        "Jane Mills",
        "Northlight",
        "",
        None,
        "x",
    )


def test_edit_with_a_stage_is_one_deed(gardener: Gardener, jane: str) -> None:
    gardener("edit", "Jane", "--org", "Northlight", "--stage", "flowering")
    assert (contact(gardener)["org"], contact(gardener)["stage"]) == ("Northlight", "flowering")
    gardener("undo")
    assert (contact(gardener)["org"], contact(gardener)["stage"]) == ("", "seed")
    gardener("edit", "Jane", "--stage", "growing")
    assert contact(gardener)["stage"] == "growing"


def test_tags_are_added_and_taken_away_in_any_order(gardener: Gardener, jane: str) -> None:
    gardener("tag", "Jane", "Miller", "-none", "+a", "+b")
    gardener("tag", "Jane", "--json", "+c", "-a")
    assert contact(gardener)["tags"] == ["b", "c"]


def test_tags_are_parted_at_their_commas_as_in_the_form(gardener: Gardener, jane: str) -> None:
    gardener("edit", "Jane", "--tag", "alumni, Berlin", "--tag", "chess")
    assert contact(gardener)["tags"] == ["alumni", "Berlin", "chess"]
    gardener("tag", "Jane", "+one,two", "-chess")
    assert contact(gardener)["tags"] == ["alumni", "Berlin", "one", "two"]


def test_a_reason_may_be_typed_as_it_is_read(gardener: Gardener, jane: str) -> None:
    gardener("move", "Jane", "compost", "--reason", "No reply")
    assert contact(gardener)["moves"][-1]["reason"] == "no-reply"


@pytest.mark.parametrize("text", [(), ("-",)])
def test_a_draft_is_read_from_standard_input(
    gardener: Gardener, jane: str, text: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Dear Jane, could you refer me?"))
    draft = gardener("check-draft", "Jane", *text, status=None).json["draft"]
    assert [ask["kind"] for ask in draft["asks"]] == ["referral"]


def test_notes_and_common_ground_grow(gardener: Gardener, jane: str) -> None:
    gardener("note", "Jane", "likes tea")
    gardener("note", "Jane", "moves", "in", "May", on="2026-03-12")
    assert contact(gardener)["notes"] == "2026-03-10 likes tea\n2026-03-12 moves in May"
    gardener("common", "Jane", "--theirs", "tea", "--theirs", "choir", "--mine", "Oslo")
    gardener("common", "Jane", "--theirs", "-tea")
    assert contact(gardener)["common"] == {"theirs": ["choir"], "mine": ["Oslo"]}


def test_beds_and_marks(gardener: Gardener, jane: str) -> None:
    gardener("move", "Jane", "Miller", "growing")
    gardener("move", "Jane", "compost", "--reason", "moved-on", on="2026-03-12")
    now = contact(gardener)
    assert (now["stage"], now["moves"][-1]["stage"]) == ("growing", "growing")
    later = gardener("show", "Jane", on="2026-03-12").json["contact"]
    assert later["stage"] == "compost"
    assert later["moves"][-1] == {"date": "2026-03-12", "stage": "compost", "reason": "moved-on"}
    gardener("rest", "Jane", "--until", "2026-03-20")
    assert contact(gardener)["resting"] == {"until": "2026-03-20"}
    assert contact(gardener)["growth"]["condition"] == "resting"
    assert gardener("show", "Jane", on="2026-03-21").json["contact"]["resting"] is None
    gardener("wake", "Jane")
    assert contact(gardener)["resting"] is None
    gardener("rest", "Jane")
    assert contact(gardener)["resting"] == {"until": None}


def test_a_contact_left_alone_is_warned_of_by_every_guard(gardener: Gardener, jane: str) -> None:
    gardener("leave-alone", "Jane")
    said = gardener("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing", status=3).json
    assert (said["saved"], said["guards"][0]["guard"]["reasons"][0]["code"]) == (False, "left-alone")
    gardener("leave-alone", "Jane", "--off")
    gardener("consider", "Jane")


def test_if_one_of_several_is_warned_of_nothing_is_saved(gardener: Gardener, jane: str) -> None:
    gardener("add", "Tom Park")
    gardener("leave-alone", "Tom")
    mail = ("log", "--with", "Jane", "Tom", "--kind", "email", "--direction", "outgoing")
    said = gardener(*mail, status=3).json
    assert [one["guard"]["warns"] for one in said["guards"]] == [False, True]
    assert said["interaction"] is None
    assert gardener("show", "Jane").json["interactions"] == []
    saved = gardener(*mail, "--anyway").json
    assert saved["saved"] is True
    assert saved["interaction"]["despite"] == ["left-alone"]
    assert len(saved["interaction"]["with"]) == 2


def test_the_guard_speaks_of_today_alone_and_of_outgoing_alone(gardener: Gardener, jane: str) -> None:
    for day in ("2026-03-07", "2026-03-08", "2026-03-09"):
        past = ("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing", "--date", day)
        assert gardener(*past).json["guards"] == []
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing", status=3)
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "incoming")
    gardener("consider", "Jane")


@pytest.mark.parametrize(
    ("kind", "direction"),
    [("meeting", "mutual"), ("call", "mutual"), ("video", "mutual"), ("event", "mutual")],
)
def test_talks_are_mutual_by_nature(gardener: Gardener, jane: str, kind: str, direction: str) -> None:
    assert gardener("log", "--with", "Jane", "--kind", kind).json["interaction"]["direction"] == direction
    called = gardener("log", "--with", "Jane", "--kind", kind, "--direction", "incoming").json["interaction"]
    assert called["direction"] == "incoming"


def test_one_event_with_eight_people_is_one_interaction(gardener: Gardener) -> None:
    names = [f"Guest {letter}" for letter in "ABCDEFGH"]
    for name in names:
        gardener("add", name)
    said = gardener("log", "--with", *names, "--kind", "event").json
    assert len(said["interaction"]["with"]) == len(said["contacts"]) == 8
    assert all(one["growth"]["replies"] == 1 for one in said["contacts"])


def test_a_correction_changes_what_is_named_and_nothing_else(gardener: Gardener, jane: str) -> None:
    gardener("add", "Tom Park")
    first = gardener(
        "log", "--with", "Jane", "--kind", "email", "--direction", "outgoing", "--date", "2026-03-01T09:30", "--ask",
        "advice", "--give", "a link", "--minutes", "5", "--about", "mine", "--thanks",
    ).json["interaction"]  # fmt: skip
    id_ = first["id"]
    assert gardener("edit-log", id_[:8]).json["interaction"] == first
    now = gardener("edit-log", id_[:8], "--direction", "incoming", "--date", "2026-03-02").json["interaction"]
    assert now == first | {"direction": "incoming", "date": "2026-03-02"}
    now = gardener(
        "edit-log", id_, "--answer", "granted", "--with", "+Tom", "--give", "+praise", "--give", "-a link", "--no-thanks",
        "--minutes", "none", "--about", "none", "--note", "short", "--date", "2026-03-03T10:00",
    ).json["interaction"]  # fmt: skip
    assert (now["ask"], now["answer"], now["gives"], now["thanks"]) == (
        "advice",
        "granted",
        ["praise"],
        False,
    )
    assert (now["minutes"], now["about"], now["note"], now["time"]) == (None, None, "short", "10:00")
    assert len(now["with"]) == 2
    now = gardener("edit-log", id_, "--with", "-Jane", "--ask", "none").json["interaction"]
    assert (len(now["with"]), now["ask"], now["answer"]) == (1, None, None)
    assert contact(gardener)["growth"]["replies"] == 0
    assert gardener("edit-log", id_, "--with", "-Tom", status=1).code == "nobody"
    assert gardener("edit-log", id_, "--answer", "granted", status=2).code == "usage"


def test_removing_is_undone_whole(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "call", "--note", "hello")
    before = gardener("show", "Jane").out
    gardener("remove", "Jane")
    assert gardener("list").json["contacts"] == []
    gardener("undo")
    assert gardener("show", "Jane").out == before


def test_the_round_is_done_once_a_day_and_can_be_undone(gardener: Gardener, jane: str) -> None:
    assert gardener("today", "--done").json["done"] is True
    assert gardener("today", "--done").json["done"] is True
    assert [deed["code"] for deed in gardener("history").json["deeds"]] == ["check-in", "add"]
    assert gardener("today", on="2026-03-12").json["since"] == "2026-03-10"
    gardener("undo")
    assert gardener("today").json["done"] is False


def test_who_withered_is_told_once(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "call", "--date", "2025-11-01")
    assert [one["contact"]["id"] for one in gardener("today", "--done").json["withered"]] == [jane]
    assert gardener("today", on="2026-03-11").json["withered"] == []


def test_a_search_for_what_nobody_can_be_is_refused(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    assert gardener("list", "jane", "is:thristy", status=1).code == "unknown-value"
    said = plainly("list", "is:thristy", status=1).err
    assert said.startswith("gardener: There is no “is:thristy”; “is:” takes resting, withered, ")
    assert said.endswith(" left-alone. Did you mean “is:thirsty”?\n")
    assert "seed, seedling, growing" in plainly("list", "stage:tree", status=1).err
    assert gardener("list", "is:thirsty").json["contacts"] == []


def test_contacts_of_one_name_are_told_apart(gardener: Gardener, plainly: Gardener) -> None:
    def add(*options: str) -> str:
        id_ = gardener("add", "Jane Miller", *options).json["contact"]["id"]
        assert isinstance(id_, str)
        return id_

    def ends() -> set[str]:
        return {
            line.partition("never spoken to")[2].strip()
            for line in plainly("list", "jane").out.splitlines()[:-2]
        }

    add("--org", "Northlight")
    assert ends() == {"Northlight"}
    first = add("--org", "Harbour", "--email", "j@harbour.example")
    assert ends() == {"Northlight", "Harbour"}
    add("--org", "harbour", "--email", "J@harbour.example", "--email", "jane@x.example")
    bare = add()
    assert ends() == {"Northlight", f"Harbour · {first[:8]}", "harbour · jane@x.example", bare[:8]}
    assert gardener("show", bare[:8]).json["contact"]["id"] == bare


def test_a_query_may_be_several_words(gardener: Gardener, jane: str) -> None:
    gardener("add", "Jane Austen", "--tag", "author")
    assert len(gardener("list", "jane").json["contacts"]) == 2
    assert len(gardener("list", "jane", "tag:author").json["contacts"]) == 1
    assert len(gardener("list", "jane tag:author").json["contacts"]) == 1


def test_the_gardens_choices_are_deeds(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--kind", "call", "--date", "2026-02-01")
    before = contact(gardener)["growth"]["vitality"]
    assert gardener("settings", "patience", "2").json["settings"] == {"patience": 2.0}
    assert contact(gardener)["growth"]["vitality"] > before
    gardener("undo")
    assert gardener("settings", "patience").json["settings"] == {"patience": 1.0}
    gardener("settings", "seed-days", "60")
    assert gardener("settings", "seed-days", "--default").json["settings"] == {"seed-days": 120}
    assert gardener("settings", "patience", "nine", status=1).code == "bad-choice"
    assert gardener("settings", "volume", "1", status=1).code == "unknown-choice"


def test_the_programs_preferences_want_no_garden(gardener: Gardener, plainly: Gardener) -> None:
    assert gardener("settings", "theme").json["settings"] == {"theme": "auto"}
    gardener("settings", "theme", "dusk")
    assert plainly("settings", "theme").out == "dusk\n"
    assert gardener("settings", "theme", "--default").json["settings"] == {"theme": "auto"}
    assert gardener("settings", "theme", "pink", status=1).code == "bad-preference"
    gardener("settings", "my-names", "Ada Lovelace; A. Lovelace")
    assert gardener("settings", "my-names").json["settings"] == {"my-names": ["Ada Lovelace", "A. Lovelace"]}


def test_sample_gardens_are_the_same_for_the_same_day_and_seed(gardener: Gardener) -> None:
    gardener("sample", "--contacts", "12", "--seed", "3")
    first = gardener("list").out
    assert len(gardener("list").json["contacts"]) == 12
    gardener("undo")
    gardener("sample", "--contacts", "12", "--seed", "3")
    assert gardener("list").out == first
    assert gardener("check").json["ok"] is True


def test_a_plant_is_chosen_by_its_name_or_id_and_given_back_to_chance(gardener: Gardener, jane: str) -> None:
    assert contact(gardener)["species"] is None
    for typed in ("prickly-pear", "Prickly Pear"):
        assert gardener("edit", "Jane", "--species", typed).json["contact"]["species"] == "prickly-pear"
    gardener("edit", "Jane", "--species", "")
    assert contact(gardener)["species"] is None
    gardener("undo")
    assert contact(gardener)["species"] == "prickly-pear"


def test_a_plant_that_there_is_not_is_refused_with_those_that_are(plainly: Gardener, jane: str) -> None:
    answer = plainly("edit", "Jane", "--species", "triffid", status=1)
    assert "“triffid” is no plant here; there are allium, apple," in answer.err


def test_who_comes_in_by_another_door_gets_the_plant_that_is_proposed_too(
    gardener: Gardener, jane: str, tmp_path: Path
) -> None:
    gardener("add", "Rita Rowe", "--title", "Recruiter")
    gardener("introduce", "--by", "Jane", "--to", "Ian Ince", "--new")
    recruiter, introduced = (contact(gardener, name)["species"] for name in ("Rita", "Ian"))
    assert len({recruiter, introduced, None}) == 3
    table = tmp_path / "Connections.csv"
    headings = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    table.write_text(
        f"{headings}\nRon,Reed,,,Acme,Recruiter,1 Feb 2018\nNell,Nix,,,Acme,Clerk,1 Feb 2018\n",
        encoding="utf-8",
    )
    gardener("import", str(table))
    assert [contact(gardener, name)["species"] for name in ("Ron", "Nell")] == [recruiter, None]
    gardener("log", "coffee with Jane yesterday, she offered an intro to Gus Jones", "--new")
    gardener("log", "met Eve Exner at a conference", "--new")
    assert contact(gardener, "Gus")["species"] == introduced
    assert contact(gardener, "Eve")["species"] not in (None, introduced, recruiter)


def test_who_is_planted_with_a_tie_gets_the_plant_that_is_proposed(gardener: Gardener) -> None:
    gardener("add", "Gus Jones", "--tag", "mentor")
    gardener("add", "Ann Lee", "--tag", "mentor", "--species", "fern")
    gardener("add", "Tom Park")
    assert [contact(gardener, name)["species"] for name in ("Gus", "Ann", "Tom")] == ["larch", "fern", None]
    gardener("tag", "Tom", "+mentor")
    assert contact(gardener, "Tom")["species"] is None
