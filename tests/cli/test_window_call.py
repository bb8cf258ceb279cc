"""The call of the window, told from everything that the runner has to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gardener.__main__ import main
from gardener.cli.window_call import WindowCall, window_call
from tests.cli.calls import Said


@pytest.mark.parametrize(
    ("argv", "call"),
    [
        ([], WindowCall(None, None)),
        (["--garden", "a.garden"], WindowCall(Path("a.garden"), None)),
        (["--garden=-a.garden"], WindowCall(Path("-a.garden"), None)),
        (["--on", "2026-03-01"], WindowCall(None, date(2026, 3, 1))),
        (["--on=2026-03-01", "--garden", "a b"], WindowCall(Path("a b"), date(2026, 3, 1))),
    ],
)
def test_garden_and_day_are_read(argv: list[str], call: WindowCall) -> None:
    assert window_call(argv) == call


def test_files_are_for_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.vcf", "list", "-b.vcf", "a=b.vcf"):
        (tmp_path / name).touch()
    on = date(2026, 3, 1)
    assert window_call(["a.vcf"]) == WindowCall(None, None, (Path("a.vcf"),))
    assert window_call(["a.vcf", "--on", "2026-03-01", "list"]) == WindowCall(
        None, on, (Path("a.vcf"), Path("list"))
    )
    assert window_call(["a=b.vcf"]) == WindowCall(None, None, (Path("a=b.vcf"),))
    assert window_call(["--garden", "g", "--", "list", "-b.vcf"]) == WindowCall(
        Path("g"), None, (Path("list"), Path("-b.vcf"))
    )
    for left in (
        ["list", "a.vcf"],
        ["a.vcf", "b.vcf"],
        ["-b.vcf"],
        ["a.vcf", "--json"],
        [str(tmp_path)],
        ["--"],
    ):
        assert window_call(left) is None


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the window was opened with; none opens."""
    calls: list[dict[str, Any]] = []

    def run(**asked: Any) -> int:
        calls.append(asked)
        return 0

    monkeypatch.setattr("gardener.app.run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


@pytest.mark.parametrize(
    "argv",
    [
        ["{card}", "--garden", "g"],
        ["--garden=g", "{card}"],
        ["--json", "{card}", "--garden", "g"],
        ["--garden", "g", "--json", "--", "{card}"],
    ],
)
def test_the_window_is_given_the_files(opened: list[dict[str, Any]], card: Path, argv: list[str]) -> None:
    assert main([word.format(card=card) for word in argv]) == 0
    assert [(call["garden"], call["on"], list(call["files"])) for call in opened] == [
        (Path("g"), None, [card])
    ]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["lst"], "“lst” is neither a command nor a file. Did you mean “list”? See “gardener --help”."),
        (
            ["Plan", "Jane"],
            "“Plan” is neither a command nor a file. Did you mean “plan”? See “gardener --help”.",
        ),
        (["people.vcf"], "“people.vcf” is neither a command nor a file. See “gardener --help”."),
        (["O'Brien"], "“O'Brien” is neither a command nor a file. See “gardener --help”."),
        (["{folder}"], "“{folder}” is neither a command nor a file. See “gardener --help”."),
        (["{card}", "people.vcf"], "There is no file “people.vcf”."),
        (["--", "list"], "There is no file “list”."),
        (
            ["{card}", "--theme", "dusk"],
            "“{card}” is a file: “gardener import FILE” imports it, “gardener FILE” alone shows it in the window.",
        ),
    ],
)
def test_what_is_neither_a_command_nor_a_file_is_wrong_usage(
    raw: Callable[..., Said], opened: list[dict[str, Any]], card: Path, argv: list[str], said: str
) -> None:
    told = raw(*(word.format(card=card, folder=card.parent) for word in argv), status=2)
    assert told.err == f"gardener: {said.format(card=card, folder=card.parent)}\n"
    assert opened == []


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A file."""
    path = tmp_path / "card.vcf"
    path.touch()
    return path


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["--json"],
        ["--help"],
        ["--garden"],
        ["--garden", ""],
        ["--garden", "--json"],
        ["--garden", "a\0b"],
        ["--garden", "a", "list"],
        ["--on", "1 March"],
        ["--on", "20260301"],
        ["--on", "2026-02-30"],
        ["--gard", "a"],
    ],
)
def test_all_else_is_left_to_the_runner(argv: list[str]) -> None:
    assert window_call(argv) is None
