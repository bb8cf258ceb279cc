"""`snapshot`: its options reach the window as values, and a picture comes out."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from gardener import pictures
from tests.cli.calls import Gardener, Said
from tests.skips import needs


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the window is asked for; it draws nothing."""
    calls: list[dict[str, Any]] = []

    def snapshot(file: Path, **options: Any) -> int:
        calls.append({"picture": file, **options})
        return 0 if file.name != "bad.png" else 1

    monkeypatch.setattr(pictures, "snapshot", snapshot)
    return calls


def test_options_reach_the_window_as_values(
    gardener: Gardener, jane: str, file: Path, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    picture = tmp_path / "garden.png"
    said = gardener(
        "snapshot", str(picture), "--size", "1200x800", "--select", "Jane Miller", "--page", "contact", "--theme",
        "dusk", "--hour", "20", "--scale", "2", "--text-size", "1.5", "--redact",
        "--look", "2026-01-31", "--touches", "3",
    ).json  # fmt: skip
    assert said == {"file": str(picture), "size": [1200, 800], "scale": 2.0, "whole": False}
    (call,) = asked
    assert str(call.pop("on")) == "2026-03-10"
    assert str(call.pop("look")) == "2026-01-31"
    assert call == {
        "picture": picture, "garden": file, "size": (1200, 800), "view": "garden", "select": jane, "page": "contact",
        "theme": "dusk", "hour": 20, "scale": 2.0, "text_size": 1.5, "redact": True, "whole": False,
        "touches": 3,
    }  # fmt: skip


def test_a_picture_larger_than_any_memory_is_refused(
    gardener: Gardener, jane: str, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    picture = str(tmp_path / "garden.png")
    said = gardener("snapshot", picture, "--size", "10000x10000", "--scale", "1.1", status=2)
    assert "at most 100 million pixels" in said.err
    assert not asked
    gardener("snapshot", picture, "--size", "10000x10000")
    gardener("snapshot", picture.replace("png", "svg"), "--size", "10000x10000", "--scale", "4")


def test_no_picture_is_written_over_the_garden(raw: Callable[..., Said], tmp_path: Path) -> None:
    for ending, command in ((".png", "snapshot"), (".gif", "time-lapse")):
        garden = tmp_path / f"garden{ending}"
        raw("--garden", str(garden), "add", "Jane", "--on", "2026-01-01", status=0)
        said = raw("--garden", str(garden), "--json", command, str(garden), status=1)
        assert said.code == "garden-itself"
        assert "is the garden itself" in said.err
        assert raw("--garden", str(garden), "--json", "list", status=0).json["contacts"]


def test_what_is_not_said_is_as_documented(
    gardener: Gardener, jane: str, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    gardener("snapshot", str(tmp_path / "garden.png"), on=None)
    (call,) = asked
    assert (call["on"], call["size"], call["view"], call["select"]) == (None, (1680, 1020), "garden", None)
    assert (call["page"], call["theme"], call["hour"], call["scale"]) == (None, "light", 10, 1.0)
    assert call["text_size"] == 1.0
    assert (call["redact"], call["look"], call["touches"]) == (False, None, 0)


def test_what_cannot_be_drawn_is_told_before_a_window_is_made(
    gardener: Gardener, jane: str, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    picture = str(tmp_path / "garden.png")
    assert gardener("snapshot", picture, "--select", "Bob", status=1).code == "unknown-name"
    assert gardener("snapshot", picture, "--select", "Jane", on="2020-01-01", status=1).code == "unknown-name"
    assert gardener("snapshot", str(tmp_path / "none" / "garden.png"), status=1).code == "no-folder"
    assert asked == []
    assert gardener("snapshot", str(tmp_path / "bad.png"), status=1).code == "snapshot-not-written"


def test_a_picture_of_the_garden(gardener: Gardener, file: Path, tmp_path: Path) -> None:
    needs(find_spec("PySide6"), "PySide6")
    gardener("sample")
    before = file.read_bytes()
    picture = tmp_path / "garden.png"
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")
    }
    ended = subprocess.run(
        [
            sys.executable, "-m", "gardener", "--garden", str(file), "--on", "2026-03-10",
            "snapshot", str(picture), "--size", "900x600", "--scale", "2", "--select", "Ana Silva",
        ],
        capture_output=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.decode() == f"Wrote {picture}.\n"
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1800, 1200)
    assert file.read_bytes() == before


def test_svg_and_pdf_are_the_whole_garden_and_take_nothing_of_the_window(
    gardener: Gardener, jane: str, tmp_path: Path, asked: list[dict[str, Any]]
) -> None:
    for wrong in ("0.9", "2.1", "large"):
        assert (
            gardener("snapshot", str(tmp_path / "garden.png"), "--text-size", wrong, status=2).code == "usage"
        )
    for name, more in (("garden.svg", ()), ("garden.PDF", ()), ("garden.png", ("--whole",))):
        said = gardener("snapshot", str(tmp_path / name), *more).json
        assert said == {"file": str(tmp_path / name), "size": None, "scale": None, "whole": True}
        assert asked.pop()["whole"] is True
    for option, value in (("--page", "today"), ("--select", "Jane Miller"), ("--view", "list")):
        assert gardener("snapshot", str(tmp_path / "garden.svg"), option, value, status=2).code == "usage"
    assert gardener("snapshot", str(tmp_path / "garden.gif"), status=2).code == "usage"
    assert asked == []


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_a_drawing_of_the_whole_garden(gardener: Gardener, file: Path, tmp_path: Path, ending: str) -> None:
    needs(find_spec("PySide6"), "PySide6")
    gardener("sample")
    drawing = tmp_path / f"garden.{ending}"
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")
    }
    ended = subprocess.run(
        [
            sys.executable, "-m", "gardener", "--garden", str(file), "--on", "2026-03-10",
            "snapshot", str(drawing), "--redact",
        ],
        capture_output=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, b"")
    data = drawing.read_bytes()
    assert data.startswith(b"<?xml" if ending == "svg" else b"%PDF")
    if ending == "svg":
        assert b"<image" not in data, "lines and shapes alone"
        assert b"Seedlings" in data
        assert b"Miller" not in data
    assert [left.name for left in tmp_path.iterdir() if left.name.startswith("garden.")] == [drawing.name]
