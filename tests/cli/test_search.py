"""search: what a few words find on the command line."""

from __future__ import annotations

from pathlib import Path

from gardener.session import Session
from tests.cli.calls import TODAY, Gardener


def test_words_of_a_note_find_who_and_when(gardener: Gardener, jane: str) -> None:
    gardener("log", "coffee with Jane yesterday, mostly about her move to São Paulo")
    gardener("log", "sent Jane the Paulo guide")
    results = gardener("search", "paulo").json["results"]
    assert [(one["kind"], one["date"], [c["id"] for c in one["contacts"]]) for one in results] == [
        ("interaction", TODAY, [jane]),
        ("interaction", "2026-03-09", [jane]),
    ]
    assert results[1]["text"] == "mostly about her move to São Paulo"
    assert [one["date"] for one in gardener("search", "jane", "move").json["results"]] == ["2026-03-09"]
    before = gardener("search", "paulo", on="2026-03-09").json["results"]
    assert [one["id"] for one in before] == [results[1]["id"]]


def test_people_come_first_and_nothing_is_no_fault(gardener: Gardener, plainly: Gardener, jane: str) -> None:
    gardener("log", "wrote to Jane about Janes")
    assert [one["kind"] for one in gardener("search", "jane").json["results"]] == ["contact", "interaction"]
    assert gardener("search", "100%").json == {"results": []}
    assert plainly("search", "xyzzy").out == "Nothing matches “xyzzy”.\n"
    assert gardener("search", "is:thristy", status=1).code == "unknown-value"


def test_the_newest_are_read_and_no_more_than_asked(gardener: Gardener, jane: str, file: Path) -> None:
    for day in ("2026-03-01", "2026-03-05", "2026-03-03"):
        gardener("log", "--with", jane, "--kind", "call", "--date", day, "--note", "Zoë's map")
    with Session.open(file) as session:
        assert [i.day.day for i in session.noted(["zoe"])] == [1, 3, 5]
        assert [i.day.day for i in session.noted(["zoe"], 2)] == [3, 5]
        assert session.noted([]) == session.noted(["zoe", "xyzzy"]) == []
