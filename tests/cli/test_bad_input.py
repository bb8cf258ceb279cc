"""Bad input: one clear sentence, exit status 1, nothing half-done; wrong usage is 2."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gardener.cli.runner import COMMANDS
from gardener.store import GardenFile
from tests.cli.calls import Gardener, Said
from tests.skips import pointless

ON_A_GARDEN = {
    "edit": ("edit", "Jane", "--org", "x"),
    "remove": ("remove", "Jane"),
    "note": ("note", "Jane", "x"),
    "common": ("common", "Jane", "--mine", "x"),
    "tag": ("tag", "Jane", "+x"),
    "consider": ("consider", "Jane"),
    "log": ("log", "--with", "Jane", "--kind", "call"),
    "edit-log": ("edit-log", "abcd", "--note", "x"),
    "remove-log": ("remove-log", "abcd"),
    "move": ("move", "Jane", "growing"),
    "rest": ("rest", "Jane"),
    "wake": ("wake", "Jane"),
    "leave-alone": ("leave-alone", "Jane"),
    "winter": ("winter",),
    "forget": ("forget", "Jane"),
    "plan": ("plan", "Jane", "x", "--day", "2026-04-01"),
    "loop": ("loop", "dismiss", "abcd"),
    "today": ("today",),
    "show": ("show", "Jane"),
    "list": ("list",),
    "search": ("search", "x"),
    "batches": ("batches",),
    "take-back": ("take-back", "1"),
    "undo": ("undo",),
    "redo": ("redo",),
    "history": ("history",),
    "check": ("check",),
    "settings": ("settings",),
    "soil": ("soil",),
    "snapshot": ("snapshot", "never.png"),
    "time-lapse": ("time-lapse", "never.gif"),
    "introduce": ("introduce", "--by", "Jane", "--to", "Gus"),
    "introduction": ("introduction", "list"),
    "opportunity": ("opportunity", "list"),
    "season": ("season",),
    "way": ("way", "Meridian"),
    "check-draft": ("check-draft", "Jane", "Dear Jane"),
    "backup": ("backup",),
    "export": ("export", "never.vcf"),
}
MAKES_ONE = {"add": ("add", "Jane"), "sample": ("sample",), "import": ("import", "{card}")}
IN_ANY_PLACE = {"restore"}
"""What mends a damaged garden too: see test_copies."""


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A file with one person."""
    path = tmp_path / "card.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Tom Park\nEND:VCARD\n", encoding="utf-8")
    return path


def one_line(said: Said) -> str:
    """The line on standard error, which must be the only one."""
    assert said.err.startswith("gardener: ")
    assert said.err.count("\n") == 1, said.err
    return said.err


def test_every_command_stands_in_these_tests() -> None:
    assert {command.name for command in COMMANDS} == set(ON_A_GARDEN) | set(MAKES_ONE) | IN_ANY_PLACE
    assert {command.name for command in COMMANDS if command.creates} == set(MAKES_ONE)


@pytest.mark.parametrize("name", sorted(ON_A_GARDEN))
def test_a_missing_garden_is_not_made(gardener: Gardener, file: Path, name: str) -> None:
    said = gardener(*ON_A_GARDEN[name], status=1)
    assert said.code == "missing"
    assert str(file) in one_line(said)
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("name", sorted(MAKES_ONE))
def test_three_commands_make_a_garden(gardener: Gardener, file: Path, card: Path, name: str) -> None:
    gardener(*(part.format(card=card) for part in MAKES_ONE[name]))
    assert gardener("check").json["contacts"] >= 1


@pytest.mark.parametrize(
    "argv",
    [
        ("add", "   "),
        ("add", "Jane", "--email", "no address"),
        ("add", "Jane", "--met", "2026-03-11"),
        ("add", "Jane", "--met", "2025-02-29"),
        ("add", "\udcff"),
        ("import", "/no/such/file.vcf"),
        ("import", "{folder}"),
        ("import", "{card}", "--dry-run"),
        ("import", "{empty}"),
    ],
    ids=" ".join,
)
def test_what_fails_on_a_missing_garden_leaves_no_file(
    gardener: Gardener, file: Path, tmp_path: Path, card: Path, argv: tuple[str, ...]
) -> None:
    empty = tmp_path / "empty.vcf"
    empty.write_bytes(b"")
    there = sorted(tmp_path.iterdir())
    dry = "--dry-run" in argv
    gardener(*(part.format(folder=tmp_path, card=card, empty=empty) for part in argv), status=0 if dry else 1)
    assert sorted(tmp_path.iterdir()) == there


ALL = sorted({**ON_A_GARDEN, **MAKES_ONE}.items())


@pytest.mark.parametrize(("name", "argv"), ALL, ids=[name for name, _ in ALL])
@pytest.mark.parametrize(
    "content", [b"", b"not a garden at all, just text\n" * 40], ids=["0-byte", "foreign"]
)
def test_a_file_that_is_no_garden_is_left_as_it_is(
    gardener: Gardener, file: Path, card: Path, name: str, argv: tuple[str, ...], content: bytes
) -> None:
    file.write_bytes(content)
    said = gardener(*(part.format(card=card) for part in argv), status=1)
    assert said.code == ("empty" if not content else "foreign")
    assert "left untouched" in one_line(said)
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(gardener: Gardener, file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    before = file.read_bytes()
    assert gardener("list", status=1).code == "foreign"
    assert file.read_bytes() == before


def test_a_newer_garden_is_left_as_it_is(gardener: Gardener, jane: str, file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = file.read_bytes()
    said = gardener("add", "Tom", status=1)
    assert said.code == "newer"
    assert "newer Gardener" in one_line(said)
    assert file.read_bytes() == before


def test_check_says_of_a_broken_file_what_is_wrong(gardener: Gardener, file: Path) -> None:
    file.write_bytes(b"")
    said = gardener("check", status=1).json
    assert (said["ok"], said["problems"][0]["code"], said["error"]["code"]) == (False, "empty", "empty")


def test_a_folder_is_no_garden(gardener: Gardener, file: Path) -> None:
    file.mkdir()
    assert gardener("list", status=1).code == "not-a-file"


@pytest.mark.parametrize(
    "path",
    ["", "a\0b", "/tmp/" + "x" * 5000, "~nobody-of-that-name/x"],
    ids=["empty", "nul", "too-long", "no-home"],
)
def test_a_path_that_cannot_be(raw: Callable[..., Said], path: str) -> None:
    assert one_line(raw("--garden", path, "list", status=1))


def test_a_name_that_is_too_long_for_a_new_garden(raw: Callable[..., Said], tmp_path: Path) -> None:
    assert one_line(raw("--garden", str(tmp_path / ("x" * 5000)), "add", "Jane", status=1))


# Disks


def test_a_full_disk_changes_nothing(gardener: Gardener, jane: str, file: Path) -> None:
    before = gardener("show", "Jane").out

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ended = subprocess.run(
        [sys.executable, "-m", "gardener", "--garden", str(file), "note", "Jane", "x" * 60_000],
        preexec_fn=small,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.decode().startswith("gardener: The disk is full: nothing was saved")
    assert ended.stderr.count(b"\n") == 1
    assert gardener("show", "Jane").out == before
    gardener("note", "Jane", "after all")


def test_a_garden_that_another_program_writes_to(gardener: Gardener, jane: str, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert gardener("note", "Jane", "x", status=1).code == "locked"
        assert gardener("show", "Jane").json["contact"]["notes"] == ""
    finally:
        other.close()
    gardener("note", "Jane", "x")


def test_a_garden_without_permission(gardener: Gardener, jane: str, file: Path) -> None:
    pointless(os.geteuid() == 0, "root may read everything")
    file.chmod(0)
    assert gardener("list", status=1).code == "unreadable"


# Names


def test_two_of_one_name_are_told_apart_by_their_ids(gardener: Gardener, plainly: Gardener) -> None:
    first = gardener("add", "Jane Miller", "--org", "Northlight").json["contact"]["id"]
    second = gardener("add", "Jane Miller", "--email", "jane@other.example").json["contact"]["id"]
    said = gardener("show", "jane", status=1)
    assert said.code == "ambiguous-name"
    choices = said.json["error"]["choices"]
    assert {(one["id"], one["detail"]) for one in choices} == {
        (first, "Northlight"),
        (second, "jane@other.example"),
    }
    told = plainly("show", "Jane Miller", status=1).err
    assert first in told
    assert second in told
    assert gardener("show", first).json["contact"]["org"] == "Northlight"
    assert gardener("show", "JANE@other.example").json["contact"]["id"] == second


def test_a_name_is_found_without_case_accents_and_quotes(gardener: Gardener) -> None:
    gardener("add", "Zoë Åström")
    for name in (("zoe astrom",), ("ZOË",), ("zoe", "astrom")):
        assert gardener("show", *name).json["contact"]["name"] == "Zoë Åström"


def test_an_unknown_name_offers_those_near_it(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "--with", "Miller", "--kind", "call", status=1)
    assert said.code == "unknown-name"
    assert [one["id"] for one in said.json["error"]["choices"]] == [jane]


def test_one_unknown_among_several_saves_nothing(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", "--with", "Bob", "--kind", "event", status=1)
    assert gardener("show", "Jane").json["interactions"] == []


# Dates


@pytest.mark.parametrize(
    "date",
    ["2026-02-30", "2026-13-01", "yesterday", "2026-3-1", "10.3.2026", "2026-03-01T25:00", "", "٢٠٢٦-٠٣-٠١"],
)
def test_an_impossible_date(gardener: Gardener, jane: str, date: str) -> None:
    said = gardener("log", "--with", "Jane", "--kind", "call", f"--date={date}", status=1)
    assert said.code == "bad-date"
    assert "YYYY-MM-DD" in one_line(said)
    assert gardener("show", "Jane").json["interactions"] == []


def test_a_wrong_time_is_told_how_a_time_is_written(gardener: Gardener, jane: str) -> None:
    for date in ("2026-03-01T25:00", "2026-03-01T9:00", "2026-03-01T09:00Z", "2026-02-30T09:00"):
        said = gardener("log", "--with", "Jane", "--kind", "call", "--date", date, status=1)
        assert said.code == "bad-date"
        assert "YYYY-MM-DDTHH:MM" in one_line(said)


def test_what_was_typed_on_several_lines_is_told_on_one(gardener: Gardener, jane: str) -> None:
    assert "2026 -03" in one_line(gardener("rest", "Jane", "--until", "2026\n-03", status=1))


@pytest.mark.parametrize("option", ["--on", "--garden"])
def test_an_option_of_every_command_without_its_value(raw: Callable[..., Said], option: str) -> None:
    said = raw("list", option, status=2)
    assert f"Argument {option}: expected one argument" in said.err


@pytest.mark.parametrize(
    "typed",
    [("history", "x"), ("sample", "--contacts", "1.5"), ("take-back", "one"),
     ("log", "--with", "Jane", "--kind", "call", "--minutes", "1.5")],
)  # fmt: skip
def test_a_number_that_is_none(gardener: Gardener, jane: str, typed: tuple[str, ...]) -> None:
    said = gardener(*typed, status=2)
    assert f"“{typed[-1]}” is not a whole number" in one_line(said)


def test_a_name_that_no_file_can_have(raw: Callable[..., Said], tmp_path: Path) -> None:
    for command in (("add", "Jane"), ("list",)):
        said = raw("--garden", str(tmp_path / ("a" * 300)), *command, "--json", status=1)
        assert said.code == "bad-name"
        assert "no name that a file can have" in one_line(said)


def test_an_impossible_day_to_act_on(raw: Callable[..., Said], gardener: Gardener, jane: str) -> None:
    assert gardener("list", on="2026-02-30", status=1).code == "bad-date"
    assert one_line(raw("--on", "today", status=1))


@pytest.mark.parametrize("date", ["2026-03-11", "9999-12-31", "2026-03-11T00:00"])
def test_an_interaction_in_the_future(gardener: Gardener, jane: str, date: str) -> None:
    said = gardener("log", "--with", "Jane", "--kind", "call", "--date", date, status=1)
    assert said.code == "future"
    assert gardener("show", "Jane").json["interactions"] == []


def test_a_correction_into_the_future(gardener: Gardener, jane: str) -> None:
    id_ = gardener("log", "--with", "Jane", "--kind", "call").json["interaction"]["id"]
    assert gardener("edit-log", id_, "--date", "2026-03-11", status=1).code == "future"
    assert gardener("show", "Jane").json["interactions"][0]["date"] == "2026-03-10"


def test_days_that_lie_the_wrong_way(gardener: Gardener, jane: str) -> None:
    assert gardener("edit", "Jane", "--met", "2026-03-11", status=1).code == "future"
    assert gardener("rest", "Jane", "--until", "2026-03-09", status=1).code == "past"


# Text


@pytest.mark.parametrize(
    "argv",
    [
        ("note", "Jane", "{text}"),
        ("edit", "Jane", "--org={text}"),
        ("common", "Jane", "--theirs={text}"),
        ("tag", "Jane", "+{text}"),
        ("log", "--with", "Jane", "--kind", "call", "--note={text}"),
        ("log", "--with", "Jane", "--kind", "call", "--give={text}"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("text", ["a\0b", os.fsdecode(b"caf\xe9")], ids=["nul", "lone-surrogate"])
def test_characters_that_cannot_be_kept(
    gardener: Gardener, jane: str, argv: tuple[str, ...], text: str
) -> None:
    before = gardener("show", "Jane").out
    said = gardener(*(part.format(text=text) for part in argv), status=1)
    assert said.code == "bad-characters"
    one_line(said)
    assert gardener("show", "Jane").out == before


def test_a_lone_surrogate_in_a_name_finds_nobody(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    name = os.fsdecode(b"J\xe4ne")
    assert gardener("show", name, status=1).code == "unknown-name"
    one_line(plainly("show", name, status=1))
    assert gardener("list", name).json == {"contacts": []}
    assert "J" in plainly("list", name).out


def test_a_huge_note(gardener: Gardener, jane: str) -> None:
    said = gardener("log", "--with", "Jane", "--kind", "call", "--note", "x" * 70_000, status=1)
    assert said.code == "too-long"
    one_line(said)
    assert gardener("show", "Jane").json["interactions"] == []
    gardener("log", "--with", "Jane", "--kind", "call", "--note", "x" * 65_536)


def test_no_control_character_reaches_the_terminal(plainly: Gardener, jane: str) -> None:
    said = plainly("show", "\x1b[31mred\x07", status=1)
    assert "\x1b" not in said.err
    assert "\x07" not in said.err


def test_minutes_out_of_range(gardener: Gardener, jane: str) -> None:
    for minutes in ("0", "-5", "99999"):
        said = gardener("log", "--with", "Jane", "--kind", "call", f"--minutes={minutes}", status=1)
        assert said.code == "bad-minutes"


# Ids and numbers


def test_ids_and_numbers_that_there_are_not(gardener: Gardener, jane: str) -> None:
    assert gardener("edit-log", "ffffffff", "--note", "x", status=1).code == "unknown-interaction"
    assert gardener("remove-log", "f", status=1).code == "unknown-interaction"
    assert gardener("take-back", "7", status=1).code == "unknown-batch"
    gardener("undo")
    assert gardener("undo", status=1).code == "nothing-to-undo"
    gardener("redo")
    assert gardener("redo", status=1).code == "nothing-to-redo"
    assert gardener("history", "0", status=1).code == "bad-count"
    assert len(gardener("history", "9" * 30).json["deeds"]) == 1
    assert gardener("take-back", "9" * 30, status=1).code == "unknown-batch"
    assert gardener("sample", status=1).code == "not-empty"
    assert (
        gardener("move", "Jane", "growing", "--reason", "other", status=1).code == "reason-not-for-this-bed"
    )


# Imports


def test_an_import_takes_what_can_be_read(
    gardener: Gardener, plainly: Gardener, card: Path, tmp_path: Path
) -> None:
    poem = tmp_path / "poem.txt"
    poem.write_text("Roses are red\nviolets are blue\n", encoding="utf-8")
    said = gardener("import", str(poem), str(card), str(tmp_path), str(tmp_path / "none.vcf"), status=1)
    told = {Path(one["path"]).name: one.get("error", {}).get("code") for one in said.json["files"]}
    assert told == {
        "poem.txt": "unknown-format",
        "card.vcf": None,
        tmp_path.name: "not-a-file",
        "none.vcf": "missing",
    }
    assert said.json["batch"] == 1
    assert "error" not in said.json
    assert said.json["files"][0]["error"]["first_lines"] == ["Roses are red", "violets are blue"]
    assert said.err.count("gardener: ") == 3
    assert [one["name"] for one in gardener("list").json["contacts"]] == ["Tom Park"]
    assert "Roses are red" in plainly("import", str(poem), status=1).err


def test_every_line_that_was_not_read_whole_is_named(
    gardener: Gardener, plainly: Gardener, tmp_path: Path
) -> None:
    table = tmp_path / "Connections.csv"
    headings = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    table.write_text(f"{headings}\nAnn,Lee,,,,,31 Feb 2018\nBo,Ek,,,,,1 Feb 2018\n", encoding="utf-8")
    (told,) = gardener("import", "--dry-run", str(table)).json["files"]
    assert told["issues"] == 1
    assert told["unread"] == [{"line": 2, "code": "date", "excerpt": "31 Feb 2018"}]
    said = " ".join(plainly("import", str(table)).out.split())
    assert "line 2 31 Feb 2018 not a date" in said


def test_two_that_make_a_garden_at_once_share_it(
    gardener: Gardener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = GardenFile.create

    def late(path: Path) -> GardenFile:
        create(path).close()  # another program was faster
        return create(path)

    monkeypatch.setattr(GardenFile, "create", late)
    gardener("add", "Jane Miller")
    assert [one["name"] for one in gardener("list").json["contacts"]] == ["Jane Miller"]


def test_a_garden_where_nothing_can_be_made(raw: Callable[..., Said]) -> None:
    said = raw("--garden", "/proc/my.gardener", "add", "Jane", status=1)
    assert "makes one" not in said.err


def test_an_import_of_nothing_readable_is_a_failure(gardener: Gardener, jane: str, tmp_path: Path) -> None:
    said = gardener("import", str(tmp_path / "none.vcf"), status=1)
    assert said.code == "nothing-read"
    assert said.json["batch"] is None
    assert gardener("batches").json["batches"] == []


def test_a_file_with_an_odd_name_is_imported(gardener: Gardener, card: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.vcf")
    odd.write_bytes(card.read_bytes())
    assert gardener("import", str(odd)).json["files"][0]["new"] == 1
    assert gardener("batches").json["batches"][0]["files"][0].endswith("caf\ufffd.vcf")


def test_a_question_names_whom_it_concerns(
    gardener: Gardener, plainly: Gardener, jane: str, tmp_path: Path
) -> None:
    cards = tmp_path / "other.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Bob Miller\nEMAIL:jane@northlight.example\nEND:VCARD\n",
        encoding="utf-8",
    )
    (told,) = gardener("import", str(cards)).json["files"]
    assert (told["seen"], told["new"], told["questions"]) == (1, 0, 1)
    assert told["asked"][0]["candidates"] == [jane]
    said = plainly("import", str(cards)).out
    assert "Bob Miller" in said
    assert "Jane Miller" in said


# Wrong usage


@pytest.mark.parametrize(
    "argv",
    [
        ("dance",),
        ("add",),
        ("add", "Jane", "--stage", "tree"),
        ("show",),
        ("show", "Jane", "--nonsense"),
        ("log", "--with", "Jane"),
        ("log", "--kind", "call"),
        ("log", "--with", "Jane", "--kind", "lunch"),
        ("log", "--with", "Jane", "--kind", "email"),
        ("log", "--with", "Jane", "--kind", "letter"),
        ("log", "--with", "Jane", "--kind", "call", "--answer", "granted"),
        ("log", "--with", "Jane", "--kind", "call", "--minutes", "long"),
        ("log", "--with", "Jane", "--kind", "call", "--min", "5"),
        ("common", "Jane"),
        ("move", "Jane", "tree"),
        ("take-back", "one"),
        ("today", "now"),
        ("settings", "--default"),
        ("sample", "--contacts", "0"),
        ("import",),
        ("snapshot", "garden.jpg"),
        ("snapshot", "garden.png", "--view", "map"),
        ("snapshot", "garden.png", "--page", "weather"),
        ("snapshot", "garden.png", "--page", "why"),
        ("snapshot", "garden.png", "--theme", "pink"),
        ("snapshot", "garden.png", "--size", "big"),
        ("snapshot", "garden.png", "--size", "10x10"),
        ("snapshot", "garden.png", "--hour", "24"),
        ("snapshot", "garden.png", "--scale", "nan"),
        ("forget",),
        ("export",),
        ("export", "people.txt"),
        ("water", "Jane"),
    ],
    ids=" ".join,
)
def test_wrong_usage(gardener: Gardener, plainly: Gardener, jane: str, argv: tuple[str, ...]) -> None:
    said = gardener(*argv, status=2)
    assert said.code == "usage"
    one_line(said)
    assert plainly(*argv, status=2).out == ""
