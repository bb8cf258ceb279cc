"""A writer killed at any moment, and a power cut at any write: what was acknowledged is there, and nothing is half done."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gardener.store import GardenFile
from tests.skips import needs
from tests.store.worlds import keeper


def rounds(path: Path, number: int, seed: int) -> None:
    """So many killed writers on one file."""
    needs(sys.platform != "win32", "fork")
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.kill_rounds", path, str(number), str(seed)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > number


def test_twenty_five_killed_writers_lose_nothing(tmp_path: Path) -> None:
    rounds(tmp_path / "my.garden", 25, 1)


@pytest.mark.long
def test_a_hundred_killed_writers_lose_nothing(tmp_path: Path) -> None:
    rounds(tmp_path / "my.garden", 100, 2)


DEEDS = """
import sys
from pathlib import Path
from gardener.domain.records import Choice
from gardener.store import GardenFile
from tests.store.worlds import Keeper, came
with GardenFile.open(Path(sys.argv[1])) as file:
    keeper = Keeper(file)
    for number in range(4):
        keeper.do(*came(Choice(f"note-{number}", "x" * 3000)))
        print(number, flush=True)
"""


def traced(
    tmp_path: Path, inject: str, script: str, *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    """Runs a script under strace with a fault put into its writes to the disk."""
    needs(shutil.which("strace"), "strace")
    command = [
        "strace",
        "-f",
        "-o",
        str(tmp_path / "trace"),
        "-e",
        "trace=pwrite64",
        "-e",
        f"inject=pwrite64:{inject}",
    ]
    return subprocess.run(
        [*command, sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("when", [1, 9, 10, 15, 24, 40, 58, 75])
def test_a_kill_at_any_write_keeps_what_was_acknowledged(tmp_path: Path, when: int) -> None:
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
    run = traced(tmp_path, f"signal=KILL:when={when}", DEEDS, file.path)
    with GardenFile.open(file.path) as file:
        choices = file.load().choices
        assert set(choices) >= {f"note-{number}" for number in run.stdout.split()}
        assert len(file.deeds()) == 1 + len(choices)
        assert file.check().ok


def test_every_acknowledged_write_was_synced_before(tmp_path: Path) -> None:
    """A power cut loses what was written and not synced; at each acknowledgement there must be nothing of that kind."""
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
    needs(shutil.which("strace"), "strace")
    trace = tmp_path / "trace"
    calls = "trace=pwrite64,fdatasync,fsync,write"
    command = [
        "strace",
        "-f",
        "-y",
        "-o",
        str(trace),
        "-e",
        calls,
        sys.executable,
        "-c",
        DEEDS,
        str(file.path),
    ]
    subprocess.run(command, capture_output=True, check=True)
    unsynced, acknowledged, synced = set[str](), 0, 0
    for line in trace.read_text("utf-8", "replace").splitlines():
        call = re.search(r" (\w+)\((\d+)<(.*?)>(?:, \"(.*?)\")?", line)
        if call is None:
            continue
        name, number, target, content = call.groups()
        if name == "pwrite64" and not target.endswith("-shm"):
            unsynced.add(target)
        elif name in ("fdatasync", "fsync"):
            unsynced.discard(target)
            synced += target.endswith("-wal")
        elif number == "1" and content[:1].isdigit():
            acknowledged += 1
            assert not unsynced
    assert acknowledged == 4 <= synced


@pytest.mark.parametrize("when", [1, 2, 5, 9, 20])
def test_a_file_killed_while_it_is_made_is_not_there_or_whole(tmp_path: Path, when: int) -> None:
    script = (
        "import sys; from pathlib import Path; from gardener.store import GardenFile\n"
        "GardenFile.create(Path(sys.argv[1])).close()"
    )
    path = tmp_path / "new" / "my.garden"
    run = traced(tmp_path, f"signal=KILL:when={when}", script, path)
    assert run.returncode != 0
    assert not path.exists() or GardenFile.examine(path).ok
    if not path.exists():
        GardenFile.create(path).close()


@pytest.mark.parametrize("when", [9, 20, 33, 50])
def test_a_write_that_fails_is_refused_and_the_next_goes_on(tmp_path: Path, when: int) -> None:
    with (grown := keeper(tmp_path)).file as file:
        grown.plant("jane")
    script = """
import sys
from pathlib import Path
from gardener.domain.records import Choice
from gardener.store import FileProblem, GardenFile
from tests.store.worlds import Keeper, came
with GardenFile.open(Path(sys.argv[1])) as file:
    keeper, refused = Keeper(file), []
    for number in range(6):
        try:
            keeper.do(*came(Choice(f"note-{number}", "x" * 3000)))
        except FileProblem as problem:
            refused.append(problem.code)
            assert file.load() == keeper.garden
    assert file.load() == keeper.garden and file.check().ok
print(*refused)
"""
    run = traced(tmp_path, f"error=EIO:when={when}", script, file.path)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["full"]
