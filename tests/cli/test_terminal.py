"""What people see, on any terminal, and what the command line does not load."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gardener.__main__ import main
from gardener.cli.output import clipped, columns, padded
from gardener.cli.runner import COMMANDS
from gardener.words import command_line
from tests.cli.calls import Gardener, Said
from tests.skips import needs


def run(*argv: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "gardener", *argv],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_help_shows_every_command_and_none_that_there_is_not(raw: Callable[..., Said]) -> None:
    said = raw("--help", status=0).out
    for command in COMMANDS:
        assert f"\n    {command.name} " in said
    assert {command.name for command in COMMANDS} == set(command_line.COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_help_of_a_command_has_an_example(raw: Callable[..., Said], command: str) -> None:
    said = raw(command, "--help", status=0).out
    assert said.startswith(f"usage: gardener {command_line.COMMANDS[command].usage}\n")
    assert f"for example:\n  gardener {command}" in said or f" {command}" in said.partition("for example:")[2]
    assert "--garden FILE" in said


def test_the_core_of_the_command_line_loads_no_qt(file: Path) -> None:
    code = (
        "import sys; from gardener.__main__ import main\n"
        f"for argv in (['add', 'Jane'], ['log', '--with', 'Jane', '--kind', 'call'], ['show', 'Jane'], ['today'],\n"
        "             ['list'], ['undo'], ['check'], ['settings'], ['snapshot', 'x.jpg']):\n"
        f"    main(['--garden', {str(file)!r}, *argv])\n"
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'gardener.ui'))))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.splitlines()[-1] == "[]"


def test_a_terminal_of_plain_ascii_gets_every_name(file: Path) -> None:
    garden = ("--garden", str(file))
    assert run(*garden, "add", "Zoë Łukasz 山田", PYTHONIOENCODING="utf-8").returncode == 0
    ended = run(*garden, "show", "zoe", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.returncode == 0
    assert ended.stderr == b""
    assert ended.stdout.startswith(b"Zoe ?ukasz ??")
    json = run(*garden, "show", "zoe", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert b"Zo\\u00eb" in json.stdout
    help_ = run("--help", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert help_.returncode == 0
    assert b"the garden's file" in help_.stdout


def test_a_reader_who_leaves_is_no_error(file: Path) -> None:
    run("--garden", str(file), "sample", "--contacts", "400")
    for format_ in ((), ("--json",)):
        with subprocess.Popen(
            [sys.executable, "-m", "gardener", "--garden", str(file), "list", *format_],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as listing:
            assert listing.stdout is not None
            assert listing.stderr is not None
            listing.stdout.readline()
            listing.stdout.close()
            assert listing.stderr.read() == b""
            assert listing.wait(60) == 0


def test_an_output_that_takes_nothing_is_told(file: Path) -> None:
    needs(Path("/dev/full").exists(), "/dev/full")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "gardener", "--garden", str(file), "add", "Jane"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.count(b"\n") == 1
    assert b"what was asked is done" in ended.stderr


def test_without_a_display_the_command_line_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 1
    said = capsys.readouterr().err
    assert "gardener --help" in said
    assert "snapshot" in said


def test_a_new_person_learns_how_to_begin(plainly: Gardener) -> None:
    assert "gardener import FILE" in plainly("list", status=1).err
    plainly("add", "Jane")
    plainly("undo")
    assert "gardener add NAME" in plainly("list").out


def test_the_usual_garden_lies_in_the_data_folder(raw: Callable[..., Said], home: Path) -> None:
    raw("add", "Jane", status=0)
    assert (home / ".local/share/gardener/Garden.gardener").is_file()
    raw("settings", "garden", str(home / "other.gardener"), status=0)
    raw("list", status=1)
    raw("add", "Tom", status=0)
    assert (home / "other.gardener").is_file()


def test_lists_are_aligned_by_what_a_terminal_shows() -> None:
    assert columns("Zoe\u0308") == 3
    assert columns("山田") == 4
    assert padded("山田", 6) == "山田  "
    assert clipped("one two three", 8) == "one two…"
    assert columns(clipped("山田太郎山田", 7)) <= 7
    assert clipped("a\nb", 10) == "a b"


def test_people_read_sentences(plainly: Gardener) -> None:
    assert plainly("add", "Jane Miller").out == "Planted Jane Miller.\n"
    assert plainly("wake", "Jane").out == "Nothing to change.\n"
    mail = ("log", "--with", "Jane", "--kind", "email", "--direction", "outgoing")
    said = plainly(*mail).out
    assert said.startswith("Logged an email to Jane Miller.\n  Jane Miller  Seeds")
    warned = plainly(*mail, on="2026-03-11", status=3)
    assert warned.out.startswith(
        "Jane Miller’s soil is still wet. Their answer may still come; it is dry on Sun 15 Mar."
    )
    assert warned.out.endswith("Nothing was saved. To go on all the same, add --anyway.\n")
    assert warned.err == ""
    assert plainly("undo").out == "Undone: Logged an email to Jane Miller.\n"
    assert plainly("redo").out == "Done again: Logged an email to Jane Miller.\n"
    shown = plainly("show", "Jane").out
    for heading in ("\nSoggy on Tuesday 10 March 2026\n", "\nWhy\n", "\nHistory\n"):
        assert heading in shown


def test_a_long_history_is_shown_in_part(plainly: Gardener, jane: str) -> None:
    for day in range(1, 16):
        plainly("log", "--with", "Jane", "--kind", "call", "--date", f"2026-02-{day:02}")
    assert "and 3 earlier ones (--full shows all)" in plainly("show", "Jane").out
    whole = plainly("show", "Jane", "--full").out
    assert "earlier" not in whole
    assert "2026-02-01" in whole
