"""`time-lapse`: its options reach the drawing as values, and what cannot be is told before anything is drawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gardener import pictures
from tests.cli.calls import Gardener


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is asked of the drawing; it draws nothing."""
    calls: list[dict[str, Any]] = []

    def time_lapse(file: Path, **options: Any) -> str | None:
        calls.append({"picture": file, **options})
        return "No space left on device" if file.name == "full.gif" else None

    monkeypatch.setattr(pictures, "time_lapse", time_lapse)
    return calls


def test_options_reach_the_drawing_as_values(
    gardener: Gardener, jane: str, file: Path, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    picture = tmp_path / "season.webp"
    said = gardener(
        "time-lapse", str(picture), "--from", "2026-01-01", "--to", "2026-04-01", "--step", "10", "--rate", "12",
        "--size", "640x400", "--touches", "3", "--theme", "dusk", "--hour", "20", "--once", "--redact",
    ).json  # fmt: skip
    assert said == {
        "file": str(picture), "pictures": 10, "from": "2026-01-01", "to": "2026-04-01", "size": [640, 400],
    }  # fmt: skip
    (call,) = asked
    assert call == {
        "picture": picture, "garden": file, "on": date(2026, 3, 10), "first": date(2026, 1, 1), "last": date(2026, 4, 1),
        "step": 10, "rate": 12, "size": (640, 400), "loop": False, "touches": 3, "theme": "dusk", "hour": 20,
        "redact": True,
    }  # fmt: skip


def test_what_is_not_said_goes_from_the_first_day_to_today(
    gardener: Gardener, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    gardener("sample")
    gardener("time-lapse", str(tmp_path / "season.gif"))
    (call,) = asked
    assert call["last"] == date(2026, 3, 10)
    assert 300 < (call["last"] - call["first"]).days < 400
    assert (call["step"], call["rate"], call["size"], call["loop"]) == (7, 8, (960, 600), True)
    assert (call["touches"], call["theme"], call["redact"]) == (0, "light", False)


def test_what_cannot_be_drawn_is_told_before(
    gardener: Gardener, jane: str, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    picture = str(tmp_path / "season.gif")
    for wrong in (
        (str(tmp_path / "season.jpg"),),
        (picture, "--from", "2026-03-10"),
        (picture, "--from", "1990-01-01", "--step", "1"),
        (picture, "--from", "2026-01-01", "--size", "10x10"),
        (picture, "--from", "2026-01-01", "--rate", "0"),
        (picture, "--from", "2026-01-01", "--step", "400"),
        (picture, "--from", "2026-01-01", "--touches", "11"),
    ):
        assert gardener("time-lapse", *wrong, status=2).code == "usage"
    assert gardener("time-lapse", picture, "--from", "yesterday", status=1).code == "bad-date"
    nowhere = str(tmp_path / "none" / "season.gif")
    assert gardener("time-lapse", nowhere, "--from", "2026-01-01", status=1).code == "no-folder"
    assert asked == []
    full = str(tmp_path / "full.gif")
    assert gardener("time-lapse", full, "--from", "2026-01-01", status=1).code == "lapse-not-written"
