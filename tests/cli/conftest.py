"""The command line, called as a person would call it, on a garden of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gardener.__main__ import main
from tests.cli.calls import TODAY, Gardener, Said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the test's garden lies, once something has made it."""
    return tmp_path / "my.gardener"


@pytest.fixture
def gardener(file: Path, capsys: pytest.CaptureFixture[str]) -> Gardener:
    """Calls with `--json`, on TODAY; `status` is the exit status that is expected, null for any."""

    def call(*argv: str, on: str | None = TODAY, status: int | None = 0) -> Said:
        before = ["--garden", str(file), "--json", *(["--on", on] if on else [])]
        return _called([*before, *argv], capsys, status)

    return call


@pytest.fixture
def plainly(file: Path, capsys: pytest.CaptureFixture[str]) -> Gardener:
    """As `gardener`, without `--json`."""

    def call(*argv: str, on: str | None = TODAY, status: int | None = 0) -> Said:
        return _called(["--garden", str(file), *(["--on", on] if on else []), *argv], capsys, status)

    return call


@pytest.fixture
def raw(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Calls with these arguments and no others."""
    return lambda *argv, status=None: _called(list(argv), capsys, status)


def _called(argv: list[str], capsys: pytest.CaptureFixture[str], status: int | None) -> Said:
    capsys.readouterr()
    answered = main(argv)
    told = capsys.readouterr()
    said = Said(answered, told.out, told.err)
    assert status is None or answered == status, f"{argv}: {said}"
    return said


@pytest.fixture
def jane(gardener: Gardener) -> str:
    """Jane Miller, planted on TODAY; her id."""
    id_ = gardener("add", "Jane Miller", "--email", "jane@northlight.example").json["contact"]["id"]
    assert isinstance(id_, str)
    return id_
