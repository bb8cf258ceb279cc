"""Plans and open loops from a terminal: made, done, changed, taken away, let go; named by ids as they are shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.cli import ids
from tests.cli.calls import Gardener

MAIL = ("--kind", "email", "--direction", "incoming")


def plan(gardener: Gardener, *words: str, day: str = "2026-03-20", name: str = "Jane") -> str:
    """A plan's id."""
    id_ = gardener("plan", name, *(words or ("write",)), "--day", day).json["plan"]["id"]
    assert isinstance(id_, str)
    return id_


def planned(gardener: Gardener, on: str = "2026-03-10") -> list[str]:
    """The texts of the plans in today's round."""
    return [each["text"] for each in gardener("today", on=on).json["plans"]]


def open_loops(gardener: Gardener, on: str = "2026-03-10") -> list[str]:
    """The ids of what waits for me."""
    return [each["id"] for each in gardener("today", on=on).json["open_loops"]]


def test_a_plan_is_shown_comes_due_and_is_done(gardener: Gardener, jane: str) -> None:
    id_ = plan(gardener, "ask", "about", "the", "move")
    assert gardener("show", "Jane").json["plans"][0]["text"] == "ask about the move"
    assert open_loops(gardener) == []
    assert open_loops(gardener, on="2026-03-20") == [f"plan:{id_}"]
    done = gardener("plan", "done", id_, on="2026-03-21").json["plan"]
    assert (done["id"], done["done"]) == (id_, "2026-03-21")
    assert open_loops(gardener, on="2026-03-21") == planned(gardener, on="2026-03-21") == []
    assert planned(gardener, on="2026-03-20") == ["ask about the move"]
    gardener("undo")
    assert open_loops(gardener, on="2026-03-21") == [f"plan:{id_}"]


@pytest.mark.parametrize("kind", ["talk", "follow-up", "promise", "thanks"])
def test_a_plan_has_a_kind(gardener: Gardener, jane: str, kind: str) -> None:
    made = gardener("plan", "Jane", "x", "--day", "2026-03-10", "--kind", kind).json["plan"]
    assert (made["kind"], made["contact"]["id"], made["created"]) == (kind, jane, "2026-03-10")
    loop = gardener("today").json["open_loops"][0]
    assert loop["kind"] == ("promise" if kind == "promise" else "plan")


def test_words_day_and_kind_can_be_changed(gardener: Gardener, jane: str) -> None:
    id_ = plan(gardener, "write")
    changed = gardener("plan", "edit", id_, "call", "her", "--day", "2026-03-22", "--kind", "talk").json[
        "plan"
    ]
    assert (changed["text"], changed["day"], changed["kind"]) == ("call her", "2026-03-22", "talk")
    later = gardener("plan", "edit", id_[:6], "--day", "2026-03-23").json["plan"]
    assert (later["text"], later["day"], later["kind"]) == ("call her", "2026-03-23", "talk")
    assert gardener("plan", "edit", id_).json["plan"] == later
    assert [deed["code"] for deed in gardener("history").json["deeds"]] == [
        "edit-plan",
        "edit-plan",
        "plan",
        "add",
    ]


def test_taken_away_and_given_back(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    id_ = plan(gardener, "write")
    assert "“gardener undo” gives it back" in plainly("plan", "remove", id_).out
    assert planned(gardener) == []
    plainly("undo")
    assert planned(gardener) == ["write"]


@pytest.mark.parametrize("name", ["done", "edit", "remove", "Done"])
def test_whoever_is_called_like_a_deed_is_named_by_address_or_id(gardener: Gardener, name: str) -> None:
    id_ = gardener("add", name, "--email", "d@x.example").json["contact"]["id"]
    for who in ("d@x.example", id_, name.upper()):
        assert gardener("plan", who, "write", "--day", "2026-03-20").json["plan"]["contact"]["id"] == id_


@pytest.mark.parametrize(
    ("argv", "status", "code"),
    [
        (("plan", "Jane", "write"), 2, "usage"),
        (("plan", "Jane", "--day", "2026-03-20"), 2, "usage"),
        (("plan", "done"), 2, "usage"),
        (("plan", "done", "{id}", "{id}"), 2, "usage"),
        (("plan", "done", "{id}", "--day", "2026-03-20"), 2, "usage"),
        (("plan", "remove", "{id}", "--kind", "talk"), 2, "usage"),
        (("plan", "Jane", "write", "--day", "2026-03-20", "--kind", "party"), 2, "usage"),
        (("plan", "Jane", "write", "--day", "2026-03-09"), 1, "past"),
        (("plan", "Jane", "write", "--day", "Friday"), 1, "bad-date"),
        (("plan", "Jane", " ", "--day", "2026-03-20"), 1, "empty-plan"),
        (("plan", "Jane", "x" * 100_000, "--day", "2026-03-20"), 1, "too-long"),
        (("plan", "Nobody", "write", "--day", "2026-03-20"), 1, "unknown-name"),
        (("plan", "edit", "{id}", "--day", "2026-03-09"), 1, "past"),
        (("plan", "done", "abcdefgh"), 1, "unknown-plan"),
        (("plan", "done", "{few}"), 1, "unknown-plan"),
        (("loop", "dismiss", "plan:{id}"), 1, "unknown-loop"),
        (("loop", "dismiss", "reply"), 1, "unknown-loop"),
        (("loop", "open", "{id}"), 2, "usage"),
    ],
)  # fmt: skip
def test_what_cannot_be_changes_nothing(
    gardener: Gardener, jane: str, argv: tuple[str, ...], status: int, code: str
) -> None:
    id_ = plan(gardener, "write")
    before = gardener("history").out
    said = gardener(*(word.format(id=id_, few=id_[:3]) for word in argv), status=status)
    assert said.code == code
    assert said.err.count("\n") == 1
    assert gardener("history").out == before


def test_a_plan_made_later_is_not_there_yet(gardener: Gardener, jane: str) -> None:
    id_ = gardener("plan", "Jane", "x", "--day", "2026-04-01", on="2026-03-20").json["plan"]["id"]
    assert planned(gardener, on="2026-03-19") == []
    assert gardener("plan", "done", id_, on="2026-03-19", status=1).code == "unknown-plan"


def test_a_reply_owed_is_let_go_once(gardener: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", *MAIL, "--date", "2026-03-01")
    (loop,) = open_loops(gardener)
    said = gardener("loop", "dismiss", loop).json["loop"]
    assert (said["id"], said["kind"], said["contact"]["id"]) == (loop, "reply", jane)
    assert open_loops(gardener) == []
    assert gardener("loop", "dismiss", loop, status=1).code == "unknown-loop"
    gardener("undo")
    assert open_loops(gardener) == [loop]
    gardener("redo")
    gardener("log", "--with", "Jane", *MAIL, "--date", "2026-03-08")
    assert open_loops(gardener) != [loop]
    assert len(open_loops(gardener)) == 1


def test_a_plan_that_was_let_go_is_in_no_list(gardener: Gardener, jane: str) -> None:
    id_ = plan(gardener, "write", day="2026-03-10")
    gardener("loop", "dismiss", f"plan:{id_}")
    said = gardener("today").json
    assert said["open_loops"] == said["plans"] == said["week"]["on"] == []
    assert gardener("show", "Jane").json["plans"] == []


def test_every_id_can_be_read_off_and_typed(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    gardener("log", "--with", "Jane", *MAIL, "--date", "2026-03-01", "--note", "a letter")
    plan(gardener, "write soon", day="2026-03-10")
    plan(gardener, "write later")
    today, shown = plainly("today").out, plainly("show", "Jane").out
    for page in (today, shown):
        assert read_off(rf"(reply:{jane[:8]})  A reply is owed", page)
        due = read_off(r"(plan:[0-9a-f]{8})  .*write soon", page)
        ahead = read_off(r"([0-9a-f]{8})  Fri 20 Mar .*write later", page)
    logged = read_off(r"([0-9a-f]{8})  2026-03-01 .*a letter", shown)
    assert plainly("plan", "done", ahead).out == "Done for Jane Miller: write later.\n"
    assert plainly("plan", "done", due).out == "Done for Jane Miller: write soon.\n"
    assert plainly("plan", "done", due).out == "Nothing to change.\n"
    assert plainly("loop", "dismiss", f"reply:{jane[:8]}").out.startswith(
        "Let go of a reply to Jane Miller. "
    )
    corrected = plainly("edit-log", logged, "--note", "a mail").out
    assert corrected.startswith("Corrected an email from Jane Miller.")


def read_off(line: str, page: str) -> str:
    """The id that stands in a line of a page."""
    found = re.search(f"^  {line}", page, re.MULTILINE)
    assert found, f"{line} in\n{page}"
    return found[1]


def test_what_was_planned_is_told_with_its_id(plainly: Gardener, jane: str) -> None:
    said = plainly("plan", "Jane", "write", "--day", "2026-04-02").out
    assert re.fullmatch(r"Planned for Jane Miller: write\.\n  [0-9a-f]{8}  Thu 2 Apr  write\n", said)


def test_an_ambiguous_beginning_names_nothing() -> None:
    known = ["aaaa1111-2222", "aaaa1111-3333", "bbbb1111-4444"]
    assert ids.begun("aaaa", known) == known[:2]
    assert ids.begun("AAAA1111-3", known) == known[1:2]
    assert ids.begun("bbb", known) == []
    assert ids.begun("aaaa1111-2222", [*known, "aaaa1111-22222"]) == known[:1]
    assert ids.shortened(known) == {known[0]: known[0], known[1]: known[1], known[2]: "bbbb1111"}


def test_of_an_id_of_several_parts_each_may_be_cut_short() -> None:
    known = [f"thanks:9d0c31f8-4b10:{day}" for day in ("2026-02-20", "2026-03-04")] + [
        "reply:9d0c31f8-4b10:2026-03-04"
    ]
    assert ids.begun("thanks:9d0c", known) == known[:2]
    assert ids.begun("thanks:9d0c31f8:2026-03", known) == known[1:2]
    assert ids.begun("thanks", known) == ids.begun("9d0c31f8", known) == ids.begun("reply:9d0", known) == []
    assert ids.begun("reply:9d0c31f8-4b10:2026-03-04:5", known) == []
    short = ["thanks:9d0c31f8:2026-02-20", "thanks:9d0c31f8:2026-03-04", "reply:9d0c31f8"]
    assert list(ids.shortened(known).values()) == short


_ID = st.text("ab", min_size=8, max_size=12)
_LOOP = st.tuples(
    st.sampled_from(["reply", "thanks"]), _ID, st.sampled_from(["", ":2026-03-04", ":2026-03-05"])
)


@given(st.sets(_ID | _LOOP.map(lambda parts: f"{parts[0]}:{parts[1]}{parts[2]}"), max_size=12))
def test_what_is_shown_of_an_id_means_that_one_alone(known: set[str]) -> None:
    for id_, short in ids.shortened(known).items():
        assert ids.begun(short, known) == [id_]
