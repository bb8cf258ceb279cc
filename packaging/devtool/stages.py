"""The stages of a test run: plain checks, the core's tests without Qt, all others; and the closing count."""

from __future__ import annotations

import subprocess
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from devtool.steps import ROOT, quietly, say, surroundings

CORE = ("tests/domain", "tests/store", "tests/exchange", "tests/session")
POINTLESS = "by design: "  # the one kind of skip that CI lets pass; tests/skips.py writes it
PROCESSES = "2"


@dataclass(frozen=True)
class Outcome:
    """How one stage went; a plain check counts as one test. `skips` counts the reasons given."""

    name: str
    seconds: float
    passed: int = 0
    failed: int = 0
    skips: Counter[str] = field(default_factory=Counter)


def checks(python: Path) -> list[Outcome]:
    """Style, form, types and walls; each says what it found only if it found something."""
    return [
        _check("lint", [python, "-m", "ruff", "check", "--quiet", "--output-format=concise"]),
        _check("form", [python, "-m", "ruff", "format", "--check", "--quiet"]),
        _check("types", [python, "-m", "mypy", "--no-error-summary"]),
        _check("walls", [python.with_name("lint-imports"), "--no-logo"]),
    ]


def core_without_qt(python: Path, arguments: Sequence[str] = ()) -> list[Outcome]:
    """The core's tests with PySide6 made impossible to import; nothing while there are none."""
    folders = _core_folders()
    blocked = ("-p", "no:pytest-qt", "-p", "tests.without_qt")
    return (
        [_tests(python, "core without Qt", [*blocked, *_measured(), *arguments, *folders])] if folders else []
    )


def all_others(python: Path, arguments: Sequence[str] = ()) -> list[Outcome]:
    """Every test that `core_without_qt` has not run, on Qt's offscreen platform."""
    ignored = [f"--ignore={folder}" for folder in _core_folders()]
    after = ("--cov-append",) if ignored else ()
    return [_tests(python, "tests", [*_measured(), *after, *ignored, *arguments])]


def chosen(python: Path, arguments: Sequence[str]) -> list[Outcome]:
    """The tests that a person asked for, in one process and without measuring."""
    return [_tests(python, "tests", arguments)]


def coverage(python: Path) -> str | None:
    """Per cent of the core's lines and branches that the tests passed through; None if not measured."""
    done, told = quietly([python, "-m", "coverage", "report", "--format=total"])
    return told.strip() if done else None


def closing(outcomes: Iterable[Outcome], *, strict: bool, covered: str | None = None) -> tuple[str, bool]:
    """The summary of a run, its last line the count, and whether all is well.

    `strict` counts a test that was skipped for want of something as failed.
    """
    outcomes = list(outcomes)
    skips: Counter[str] = sum((outcome.skips for outcome in outcomes), Counter())
    wants = sum(count for reason, count in skips.items() if not reason.startswith(POINTLESS))
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes) + (wants if strict else 0)
    skipped = skips.total() - (wants if strict else 0)
    lines = [
        f"{outcome.name:<18}{outcome.seconds:7.1f} s   {'failed' if outcome.failed else 'passed'}"
        for outcome in outcomes
    ]
    if covered:
        lines.append(f"{'coverage':<18}{covered:>7} %   of domain, store, exchange and session")
    if skips:
        lines.append("skipped:")
        lines += [f"    {count} × {reason}" for reason, count in sorted(skips.items())]
    if strict and wants:
        lines.append("CI=true: a test skipped for want of something counts as failed.")
    lines.append(f"{passed} passed, {failed} failed, {skipped} skipped")
    return "\n".join(lines), failed == 0


def _check(name: str, command: Sequence[str | Path]) -> Outcome:
    started = time.monotonic()
    done, story = quietly(command)
    seconds = time.monotonic() - started
    say(f"{name}: passed" if done else f"{name}: failed\n{story.rstrip()}")
    return Outcome(name, seconds, passed=int(done), failed=int(not done))


def _core_folders() -> list[str]:
    """The core's test folders in which there are tests."""
    return [folder for folder in CORE if next((ROOT / folder).rglob("test_*.py"), None) is not None]


def _measured() -> tuple[str, ...]:
    return ("-n", PROCESSES, "--dist=worksteal", "--cov", "--cov-report=")


def _tests(python: Path, name: str, arguments: Sequence[str]) -> Outcome:
    """One run of pytest, its own words on standard output, its result read from the report it leaves."""
    say(f"{name} …")
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gardener-tests-") as folder:
        report = Path(folder) / "report.xml"
        command = [str(python), "-m", "pytest", f"--junitxml={report}", *arguments]
        status = subprocess.run(
            command, cwd=ROOT, env=surroundings(QT_QPA_PLATFORM="offscreen"), check=False
        ).returncode
        text = report.read_text(encoding="utf-8") if report.exists() else "<testsuites/>"
    return tally(name, time.monotonic() - started, report=text, status=status)


def tally(name: str, seconds: float, *, report: str, status: int) -> Outcome:
    """Count a JUnit report.

    A run that ended badly and names no test is one failure; `status` is pytest's, 5 means "no tests".
    """
    passed = failed = 0
    skips: Counter[str] = Counter()
    for case in ElementTree.fromstring(report).iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skip is not None and skip.get("type") != "pytest.xfail":
            skips[skip.get("message") or "no reason given"] += 1
        else:
            passed += 1
    if status not in (0, 5) and failed == 0:
        failed = 1
    return Outcome(name, seconds, passed=passed, failed=failed, skips=skips)
