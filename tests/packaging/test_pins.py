"""The pinned requirements: hashed, without an address, alike for run and test."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = ROOT / "packaging" / "requirements"


def _pinned(name: str) -> dict[str, tuple[str, int]]:
    """Name → version and number of hashes."""
    found = re.findall(
        r"^([\w.-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", _text(name), re.MULTILINE
    )
    return {package: (version, hashes.count("--hash")) for package, version, hashes in found}


def _text(name: str) -> str:
    return (PINS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "least"), [("run.txt", 8), ("test.txt", 20), ("bench.txt", 5)])
def test_every_line_is_a_hashed_pin_without_address_or_marker(name: str, least: int) -> None:
    text = _text(name)
    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra|find|trusted|no-index)", text, re.MULTILINE)
    assert ";" not in text
    assert len(_pinned(name)) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > least


def test_the_tests_run_on_the_very_releases_that_people_run() -> None:
    assert _pinned("run.txt").items() <= _pinned("test.txt").items()


def test_the_bench_of_growth_pins_no_other_release_than_the_tests() -> None:
    tests, bench = _pinned("test.txt"), _pinned("bench.txt")
    assert all(tests.get(package, pin) == pin for package, pin in bench.items())
    assert {"numpy", "scipy", "scikit-learn"} <= bench.keys()


def test_binary_packages_are_pinned_for_every_supported_python() -> None:
    pins = _pinned("test.txt") | _pinned("bench.txt")
    for package in ("sqlalchemy", "chardet", "mypy", "coverage", "numpy", "scipy"):
        # one file for each of three Pythons and two kinds of processor, at least
        assert pins[package][1] > 6, package


def test_what_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w-]", line)[0].lower() for line in project["dependencies"]}
    assert asked <= _pinned("run.txt").keys()
