"""What a screen reader is told over AT-SPI: the real window's list, row by row, and a name on every control."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.skips import needs
from tests.window.real_window import LIMIT, ROOT, Display, until

DAY = "2026-11-22"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
REGISTRY, HOME = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
CONTROLS = {
    "push button",
    "button",
    "toggle button",
    "check box",
    "radio button",
    "combo box",
    "entry",
    "text",
    "table",
}
"""The roles that a person uses; each must say what it is for."""

Node = tuple[str, str]
"""Bus name and object path."""


class Reader:
    """Asks a program over the bus of the assistive tools, as a screen reader does."""

    def __init__(self, address: str) -> None:
        self._address = address

    @classmethod
    def on(cls, session_bus: str) -> Reader:
        """The reader on the bus that the session's bus names."""
        answer = _call(session_bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        return cls(str(answer[0]))

    def programs(self) -> list[Node]:
        """The programs that can be read."""
        return self.children((REGISTRY, HOME))

    def children(self, node: Node) -> list[Node]:
        """What stands in something."""
        answer = _call(self._address, *node, ACCESSIBLE, "GetChildren")
        return [(str(bus), str(path)) for bus, path in answer[0]]

    def role(self, node: Node) -> str:
        """What it is."""
        return str(_call(self._address, *node, ACCESSIBLE, "GetRoleName")[0])

    def said(self, node: Node, what: str = "Name") -> str:
        """Its name or its description."""
        command = [
            "busctl",
            f"--address={self._address}",
            "--json=short",
            "get-property",
            *node,
            ACCESSIBLE,
            what,
        ]
        return str(json.loads(_run(command))["data"])

    def all_in(self, node: Node, *, cells: bool = False) -> Iterator[tuple[Node, str]]:
        """Everything below something with its role; the cells of a table only on asking."""
        for child in self.children(node):
            role = self.role(child)
            yield child, role
            if cells or role != "table":
                yield from self.all_in(child, cells=cells)


def _call(address: str, *words: str) -> list[Any]:
    data = json.loads(_run(["busctl", f"--address={address}", "--json=short", "call", *words]))["data"]
    return list(data)


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
    return done.stdout or "{}"


@contextmanager
def session_bus() -> Iterator[str]:
    """A session bus of this test's own: its address."""
    with subprocess.Popen(
        [
            "dbus-run-session",
            "--",
            sys.executable,
            "-c",
            "import os, sys; print(os.environ['DBUS_SESSION_BUS_ADDRESS'], flush=True); sys.stdin.read()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
            process.wait(10)


@contextmanager
def window(screen: Display, bus: str, garden: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on a garden, speaking to assistive tools."""
    variables = screen.variables | {
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
    }
    command = [sys.executable, "-m", "gardener", "--garden", str(garden), "--on", DAY]
    process = subprocess.Popen(command, env=os.environ | variables, cwd=ROOT)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


def gardener(garden: Path, *words: str) -> None:
    command = [sys.executable, "-m", "gardener", "--garden", str(garden), "--on", DAY, *words]
    subprocess.run(command, check=True, timeout=60, capture_output=True, cwd=ROOT)


@pytest.mark.long
def test_the_list_is_read_out_row_by_row_and_every_control_has_a_name(
    screen: Display, tmp_path: Path
) -> None:
    needs(LAUNCHER.exists(), "at-spi2-core")
    for tool in ("dbus-run-session", "busctl"):
        needs(shutil.which(tool), tool)
    garden = tmp_path / "my.garden"
    gardener(garden, "sample")
    state = Path(os.environ["XDG_STATE_HOME"]) / "gardener"
    state.mkdir(parents=True, exist_ok=True)
    (state / "window.ini").write_text("[garden]\nview=list\n", encoding="utf-8")
    with session_bus() as bus, window(screen, bus, garden) as process:
        reader = Reader.on(bus)
        assert process.poll() is None
        program = until(lambda: next(iter(reader.programs()), None), "the program on the bus")
        until(lambda: any(role == "table" for _, role in reader.all_in(program)), "the list")
        parts = list(reader.all_in(program))
        (table,) = [node for node, role in parts if role == "table"]
        assert reader.said(table) == "All contacts"
        said = [reader.said(cell) for cell in reader.children(table)]
        jane = next(text for text in said if text.startswith("Jane Miller,"))
        assert jane.startswith("Jane Miller, Flowering, healthy, last sign 18 days ago, thanks owed")
        assert any(text.startswith("Condition: ") for text in said)
        assert len({text for text in said if ", next " in text}) >= 20
        nameless = [(role, node) for node, role in parts if role in CONTROLS and not reader.said(node)]
        assert not nameless
