"""The real window on a display of its own, driven as a person would: by keys, by the mouse, and by what it shows."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 30.0
"""Seconds within which anything that is waited for has to come."""
STEPS, PAUSE = 10, 0.03
"""A drag goes in so many steps, with so many seconds between two."""
TOOLS = ("Xvfb", "openbox", "xdotool")


def missing_tool() -> str:
    """The first of the tools that is not installed; empty when all are."""
    return next((tool for tool in TOOLS if shutil.which(tool) is None), "")


def until(is_so: Callable[[], Any], what: str, limit: float = LIMIT) -> Any:
    """Waits until `is_so` answers with something true, and answers with it; AssertionError after the limit."""
    end = time.monotonic() + limit
    while True:
        answer = is_so()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {limit:g} s in vain: {what}")
        time.sleep(0.03)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Ends a child of ours, by its own id."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


class Display:
    """A screen with a window manager, nobody else's."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.variables = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "0"}

    def do(self, *words: str) -> str:
        """One command of xdotool; what it printed."""
        done = self._xdotool(*words)
        assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr}"
        return done.stdout

    def manages(self) -> bool:
        """Whether the window manager is there."""
        return self._xdotool("get_num_desktops").returncode == 0

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words],
            env=os.environ | {"DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )

    def photograph(self, file: Path) -> bool:
        """A picture of the whole screen, where ImageMagick is installed; whether there is one."""
        if shutil.which("import") is None:
            return False
        command = ["import", "-display", self.name, "-window", "root", str(file)]
        return subprocess.run(command, timeout=LIMIT, capture_output=True, check=False).returncode == 0


@contextmanager
def display(size: str = "1400x900") -> Iterator[Display]:
    """A display with a number that is free, until the end of the block."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset the server begins anew when the first one who only asks has gone, and drops who comes just then.
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        assert select.select([reading], [], [], LIMIT)[0], "Xvfb does not start"
        screen = Display(f":{os.read(reading, 16).decode().strip()}")
        manager = subprocess.Popen(
            ["openbox"],
            env=os.environ | {"DISPLAY": screen.name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(screen.manages, "openbox")
            yield screen
        finally:
            _ended(manager)
    finally:
        os.close(reading)
        _ended(server)


class RealWindow:
    """A running program. What it shows comes from itself (gardener/ui/positions.py), never from guesses."""

    def __init__(self, screen: Display, garden: Path, *, on: str, folder: Path) -> None:
        self._screen = screen
        self._positions = folder / "positions.json"
        self._positions.unlink(missing_ok=True)
        self._errors = (folder / "errors.txt").open("ab+")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gardener", "--garden", str(garden), "--on", on],
            cwd=ROOT,
            env=os.environ
            | screen.variables
            | {"GARDENER_READY": "1", "GARDENER_POSITIONS": str(self._positions)},
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )

    def wait_until_ready(self) -> None:
        """Waits for the line that says that it stands, and until it has the keyboard."""
        out = self._process.stdout
        assert out is not None
        assert select.select([out], [], [], LIMIT)[0], f"the window does not open: {self.errors()}"
        assert out.readline().startswith(b"painted"), f"the window did not open: {self.errors()}"
        self.wait(lambda look: look["active"] == "gardener", "the window to have the keyboard")

    def look(self) -> dict[str, Any]:
        """What it shows now; empty before the first look."""
        try:
            seen = json.loads(self._positions.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        assert isinstance(seen, dict)
        return seen

    def wait(self, is_so: Callable[[dict[str, Any]], Any], what: str) -> dict[str, Any]:
        """Waits until what it shows is so."""
        try:
            until(lambda: bool((look := self.look()) and is_so(look)), what)
        except AssertionError as late:
            raise AssertionError(f"{late}\nit shows {self.look()}\nand says {self.errors()}") from None
        return self.look()

    def wait_for_form(self, name: str) -> dict[str, Any]:
        """Waits until a form stands open and has the keyboard."""
        return self.wait(lambda look: look["active"] == name and look["focus"], f"{name} to be open")

    def wait_for_garden(self) -> dict[str, Any]:
        """Waits until no form is open."""
        return self.wait(
            lambda look: look["active"] == "gardener" and look["windows"] == ["gardener"],
            "the forms to close",
        )

    def keys(self, *keys: str) -> None:
        """Presses keys, one after the other: `ctrl+z`, `Return`, `l`."""
        self._screen.do("key", "--delay", "25", *keys)

    def type(self, text: str) -> None:
        """Types a text."""
        self._screen.do("type", "--delay", "12", "--", text)

    def click(self, at: Sequence[int]) -> None:
        """Presses the left button at a point, or in the middle of a rectangle."""
        x, y = at if len(at) == 2 else (at[0] + at[2] // 2, at[1] + at[3] // 2)
        self._screen.do("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: Sequence[int], end: Sequence[int]) -> None:
        """Presses at `start`, goes to `end` in steps as a hand would, and lets go."""
        self._screen.do("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for step in range(1, STEPS + 1):
            time.sleep(PAUSE)
            x, y = (round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True))
            self._screen.do("mousemove", str(x), str(y))
        time.sleep(PAUSE)
        self._screen.do("mouseup", "1")

    def close(self) -> None:
        """Quits by its key and waits for the end; AssertionError unless it ended well and silently."""
        self.keys("ctrl+q")
        try:
            assert self._process.wait(LIMIT) == 0, self.errors()
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the window does not close: {self.errors()}") from None
        assert not self.errors(), self.errors()

    def errors(self) -> str:
        """What was written to standard error."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def end(self) -> None:
        """Ends it, however it is."""
        _ended(self._process)
        self._errors.close()
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def window(screen: Display, garden: Path, *, on: str, folder: Path) -> Iterator[RealWindow]:
    """The program with its window open on a day; closed by its own key at the end of the block.

    When the block fails, a picture of the screen is left in `folder`.
    """
    opened = RealWindow(screen, garden, on=on, folder=folder)
    try:
        opened.wait_until_ready()
        yield opened
        opened.close()
    except BaseException:
        picture = folder / f"failed-on-{on}.png"
        if screen.photograph(picture):
            print(f"the screen as it was: {picture}")
        raise
    finally:
        opened.end()
