"""The main job by command line alone: contacts in, a meeting, the guard, on all the same, undo, a batch back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.cli.calls import Gardener

CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
UID:urn:uuid:1c7ee0a2-0001\r
FN:Jane Miller\r
N:Miller;Jane;;;\r
EMAIL;TYPE=work:jane@northlight.example\r
ORG:Northlight\r
TITLE:Head of Product\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:4.0\r
FN:Ana Gonçalves\r
TEL;VALUE=uri:tel:+351-21-000-0000\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lund;S=C3=B8ren\r
EMAIL:soren@fjord.example\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
END:VCARD\r
"""
CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jane,Miller,https://www.linkedin.com/in/jane-miller,jane@northlight.example,Northlight,VP Product,12 Mar 2024
Tom,Park,https://www.linkedin.com/in/tom-park/,,"Acme, Inc.",Engineer,7-Feb-22
,,,,,,
"""
START = date(2026, 3, 2)


def day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    kinds = ("seen", "new", "merged", "unchanged", "questions")
    return (*(int(told[kind]) for kind in kinds), len(told["skipped"]))


def bring(gardener: Gardener, tmp_path: Path) -> None:
    """Both files, as one batch."""
    (tmp_path / "cards.vcf").write_text(CARDS, encoding="utf-8", newline="")
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    said = gardener("import", str(tmp_path / "cards.vcf"), str(tmp_path / "Connections.csv"), on=day(0)).json
    assert said["batch"] == 1
    assert [counts(told) for told in said["files"]] == [(4, 3, 0, 0, 0, 1), (3, 1, 1, 0, 0, 1)]


def test_contacts_come_in_once_and_again_is_no_change(gardener: Gardener, tmp_path: Path) -> None:
    bring(gardener, tmp_path)
    listed = gardener("list", on=day(0)).json["contacts"]
    assert [(one["name"], one["stage"]) for one in listed] == [
        ("Ana Gonçalves", "seed"), ("Jane Miller", "seed"), ("Søren Lund", "seed"), ("Tom Park", "seed"),
    ]  # fmt: skip
    jane = listed[1]
    assert (jane["org"], jane["title"], jane["met"]) == ("Northlight", "Head of Product", "2024-03-12")
    assert jane["urls"] == ["https://www.linkedin.com/in/jane-miller"]
    assert listed[3]["org"] == "Acme, Inc."
    files = [str(tmp_path / "cards.vcf"), str(tmp_path / "Connections.csv")]
    again = gardener("import", *files, on=day(1)).json
    assert again["batch"] is None
    assert [counts(told) for told in again["files"]] == [(4, 0, 0, 3, 0, 1), (3, 0, 0, 2, 0, 1)]
    assert gardener("list", on=day(0)).json["contacts"] == listed


def test_a_trial_run_saves_nothing(gardener: Gardener, file: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.vcf").write_text(CARDS, encoding="utf-8", newline="")
    said = gardener("import", "--dry-run", str(tmp_path / "cards.vcf")).json
    assert (said["batch"], said["dry_run"], said["files"][0]["new"]) == (None, True, 3)
    assert not file.exists()


def test_the_main_job(gardener: Gardener, plainly: Gardener, tmp_path: Path) -> None:
    bring(gardener, tmp_path)
    gardener("log", "--with", "jane", "--kind", "meeting", "--about", "theirs", "--minutes", "10", on=day(1))
    gardener("move", "jane", "seedling", on=day(1))

    mail = ("log", "--with", "jane@northlight.example", "--kind", "email", "--direction", "outgoing")
    saved = 0
    for number in range(2, 10):
        said = gardener(*mail, on=day(number), status=None)
        if said.status == 3:
            break
        saved += 1
    assert saved == 2
    assert said.status == 3
    assert said.json["saved"] is False
    guard = said.json["guards"][0]["guard"]
    assert (guard["warns"], guard["level"], guard["dry_on"]) == (True, "soggy", day(13))
    assert guard["reasons"][0] == {
        "code": "pace", "unanswered": 2, "capacity": 3, "replies": 1, "days_since": 1, "wait": 10, "days_left": 9,
    }  # fmt: skip
    assert len(gardener("show", "jane", on=day(4)).json["interactions"]) == 3
    assert gardener("consider", "jane", on=day(4), status=3).json["guards"][0]["guard"] == guard
    assert [one["contact"]["name"] for one in gardener("today", on=day(4)).json["let_be"]] == ["Jane Miller"]

    assert plainly(*mail, "--anyway", on=day(4)).out.startswith("Logged an email to Jane Miller.")
    shown = gardener("show", "jane", on=day(4)).json
    assert shown["interactions"][0]["despite"] == ["pace"]
    assert (shown["contact"]["growth"]["condition"], shown["contact"]["growth"]["unanswered"]) == (
        "drowning",
        3,
    )

    gardener("log", "--with", "jane", "--kind", "email", "--direction", "incoming", on=day(6))
    gardener("consider", "jane", on=day(6))
    assert gardener("show", "jane", on=day(6)).json["contact"]["growth"]["moisture"] == 0

    gardener("move", "jane", "growing", on=day(6))
    assert gardener("undo", on=day(6)).json["undone"]["what"] == "Moved Jane Miller to Growing"
    assert gardener("show", "jane", on=day(6)).json["contact"]["stage"] == "seedling"
    assert gardener("redo", on=day(6)).json["redone"]["what"] == "Moved Jane Miller to Growing"

    back = gardener("take-back", "1", on=day(7)).json
    assert [one["name"] for one in back["removed"]] == ["Ana Gonçalves", "Søren Lund", "Tom Park"]
    assert [(one["contact"]["name"], one["reason"]) for one in back["kept"]] == [("Jane Miller", "spoken-to")]
    assert gardener("take-back", "1", on=day(7), status=1).code == "already-taken-back"
    assert [one["name"] for one in gardener("list", on=day(7)).json["contacts"]] == ["Jane Miller"]
    gardener("undo", on=day(7))
    assert len(gardener("list", on=day(7)).json["contacts"]) == 4
    assert gardener("batches", on=day(7)).json["batches"][0]["taken_back"] is None
    health = gardener("check", on=day(7)).json
    assert (health["ok"], health["contacts"], health["interactions"]) == (True, 4, 5)


def test_real_files_of_other_programs(gardener: Gardener, shared: Path) -> None:
    cards = sorted(str(path) for path in (shared / "corpus/vcard").rglob("*.vcf"))
    exports = sorted(str(path) for path in (shared / "corpus/csv/linkedin").rglob("Connections.csv"))
    assert len(cards) > 150
    assert exports
    said = gardener("import", *cards, *exports, status=None)
    told = said.json["files"]
    unread = [one for one in told if "error" in one]
    assert {one["error"]["code"] for one in unread} <= {"empty", "no-people"}
    assert said.status == (1 if unread else 0)
    assert [one["path"] for one in told] == [*cards, *exports]
    for one in told:
        assert one["seen"] == sum(counts(one)[1:]), one["path"]
    brought = sum(one["new"] for one in told)
    assert len(gardener("list").json["contacts"]) == brought > 100
    again = gardener("import", *cards, *exports, status=None).json["files"]
    assert sum(one["new"] for one in again) == 0
    assert gardener("check").json["ok"] is True
    back = gardener("take-back", "1").json
    assert (len(back["removed"]), back["kept"]) == (brought, [])
    assert gardener("list").json["contacts"] == []
    gardener("undo")
    assert gardener("check").json["contacts"] == brought
