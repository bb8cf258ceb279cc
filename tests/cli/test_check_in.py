"""The check-in on the command line: today's list, done, the week, winter, forget; and a season walked with --on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.calls import TODAY, Gardener

DAY = date.fromisoformat(TODAY)


def test_todays_list_says_part_kind_and_reason(gardener: Gardener) -> None:
    gardener("add", "Jane Miller", on="2025-12-01")
    gardener("log", "--with", "Jane", "--kind", "meeting", "--date", "2026-02-10")
    gardener("today", "--done", on="2026-03-09")
    said = gardener("today").json["check_in"]
    assert (said["handled"], said["waiting"], said["winter"]) == (0, 0, None)
    (item,) = said["items"]
    assert (item["part"], item["kind"], item["contact"]["name"]) == ("water", "water", "Jane Miller")
    assert item["reason"]["condition"] == "thirsty"
    assert item["reason"]["saves_days"] > 0
    gardener("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing")
    after = gardener("today").json["check_in"]
    assert (after["items"], after["handled"]) == ([], 1)


def test_done_is_once_a_day_and_can_be_undone(gardener: Gardener) -> None:
    gardener("add", "Jane Miller")
    assert gardener("today", "--done").json["done"] is True
    assert gardener("today", "--done").json["done"] is True
    assert len(gardener("history").json["deeds"]) == 2
    gardener("undo")
    assert gardener("today").json["done"] is False


def test_the_week_in_review(gardener: Gardener, plainly: Gardener) -> None:
    gardener("add", "Jane Miller")
    gardener("log", "--with", "Jane", "--kind", "meeting")
    gardener("plan", "Jane", "the article", "--day", "2026-03-14")
    said = gardener("today", "--week").json
    assert said["date"] == TODAY
    week = said["review"]
    assert (week["from"], week["to"]) == ("2026-03-09", "2026-03-15")
    assert [one["name"] for one in week["planted"]] == ["Jane Miller"]
    assert [one["name"] for one in week["watered"]] == ["Jane Miller"]
    assert (week["talks"], week["measure"]) == (1, 5)
    assert [one["text"] for one in week["ahead"]] == ["the article"]
    assert set(week) == {
        "from", "to", "planted", "watered", "answered", "flowered", "composted", "talks", "measure", "ahead",
        "thirsty",
    }  # fmt: skip
    one = gardener("opportunity", "add", "--employer", "Acme", "--role", "Dev").json["opportunity"]["id"]
    gardener("opportunity", "step", one, "second-interview", "--date", "2026-03-13")
    told = plainly("today", "--week").out
    assert "Jane Miller" in told
    assert "Second interview: Dev at Acme" in told
    assert "Second interview: Dev at Acme" in plainly("today").out
    assert gardener("today", "--week", "--done", status=2).code == "usage"


def test_winter_rests_the_whole_garden(gardener: Gardener) -> None:
    gardener("add", "Jane Miller", on="2025-01-01")
    gardener("log", "--with", "Jane", "--kind", "meeting", "--date", "2025-06-01")
    assert len(gardener("today").json["withered"]) == 1
    said = gardener("winter", "--until", "2026-04-01", "--reason", "holiday").json
    assert said == {"winter": {"since": TODAY, "until": "2026-04-01", "reason": "holiday"}}
    today = gardener("today").json
    assert (today["withered"], today["check_in"]["items"]) == ([], [])
    assert gardener("show", "Jane").json["contact"]["growth"]["condition"] == "resting"
    assert len(gardener("today", on="2026-04-02").json["withered"]) == 1
    assert gardener("winter", "--until", "2026-01-01", status=1).code == "past"
    assert gardener("winter", "--off", "--reason", "holiday", status=2).code == "usage"
    assert gardener("winter", "--off").json == {"winter": None}
    gardener("undo")
    assert gardener("today").json["withered"] == []


def test_forget_leaves_nothing_in_the_file(gardener: Gardener, file: Path) -> None:
    gardener("add", "Zebulon Quackenbush", "--email", "zeb@q.example")
    gardener("add", "Jane Miller", "--note", "met through Zebulon Quackenbush")
    gardener("log", "--with", "Zebulon", "--with", "Jane", "--kind", "event")
    said = gardener("forget", "Zebulon").json
    assert said["forgotten"]["name"] == "Zebulon Quackenbush"
    assert said["backups"] == {"rewritten": [], "left": []}
    raw = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"Zebulon" not in raw
    assert b"zeb@q" not in raw
    shown = gardener("show", "Jane").json
    assert [one["kind"] for one in shown["interactions"]] == ["event"]
    assert gardener("check").json["ok"] is True
    assert gardener("forget", "Zebulon", status=1).code == "unknown-name"


def walked(gardener: Gardener, days: int, *, since: int = 0) -> None:
    """Checks in day by day, doing what the list says first."""
    for n in range(since, days):
        day = (DAY + timedelta(days=n)).isoformat()
        items = gardener("today", on=day).json["check_in"]["items"]
        ids = [item["id"] for item in items]
        assert len(set(ids)) == len(ids)
        assert len(ids) <= 16
        assert sum(item["kind"] == "sow" for item in items) <= 2
        water = [item for item in items if item["kind"] == "water"]
        for item in water[:1]:
            who = item["contact"]["id"]
            gardener("log", "--with", who, "--kind", "email", "--direction", "outgoing", on=day)
        gardener("today", "--done", on=day)
        assert gardener("today", on=day).json["check_in"]["handled"] == len(water[:1])


def test_a_fortnight_walked_with_on(gardener: Gardener) -> None:
    gardener("sample", "--contacts", "60")
    walked(gardener, 14)


@pytest.mark.long
def test_a_season_walked_with_on(gardener: Gardener) -> None:
    gardener("sample", "--contacts", "200")
    walked(gardener, 120)


@pytest.mark.long
def test_a_season_with_forty_days_away(gardener: Gardener) -> None:
    gardener("sample", "--contacts", "200")
    walked(gardener, 40)
    back = (DAY + timedelta(days=80)).isoformat()
    items = gardener("today", on=back).json["check_in"]["items"]
    changed = [item for item in items if item["part"] == "changed"]
    assert [item["kind"] for item in changed] == ["meanwhile"]
    assert sum(changed[0]["reason"]["counts"].values()) > 1
    assert len(items) <= 12
    walked(gardener, 120, since=80)


@pytest.mark.long
def test_a_season_with_eight_hundred_imported_on_the_third_day(gardener: Gardener, tmp_path: Path) -> None:
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u{n}\r\nFN:Person {n:03d}\r\nEMAIL:p{n}@x.example\r\nEND:VCARD\r\n"
        for n in range(800)
    )
    file = tmp_path / "cards.vcf"
    file.write_text(cards, encoding="utf-8")
    gardener("sample", "--contacts", "30")
    walked(gardener, 2)
    third = (DAY + timedelta(days=2)).isoformat()
    assert gardener("import", str(file), on=third).json["files"][0]["new"] == 800
    walked(gardener, 120, since=2)
