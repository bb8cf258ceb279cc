"""The commands of dev.py as a person types them, on the bare interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _dev(*arguments: str, flags: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *flags, str(ROOT / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_help_needs_nothing_installed_and_names_every_command() -> None:
    done = _dev("--help", flags=("-S",))
    assert done.returncode == 0
    for command in ("run", "test", "check", "pictures", "bench"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize("arguments", [(), ("sow",), ("check", "everything"), ("pictures", "all")])
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...]) -> None:
    done = _dev(*arguments)
    assert done.returncode == 2
    assert "usage: " in done.stdout + done.stderr
