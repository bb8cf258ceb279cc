"""Starting at login, where desktops follow the XDG rules: one small file, written only when the person asks for it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAME = "gardener.desktop"


def is_possible() -> bool:
    """Whether this kind of desktop starts programs so."""
    return sys.platform.startswith(("linux", "freebsd", "openbsd"))


def file() -> Path:
    """Where the file lies: in the autostart folder of the person's configuration."""
    home = os.environ.get("XDG_CONFIG_HOME") or ""
    folder = Path(home) if home.startswith("/") else Path.home() / ".config"
    return folder / "autostart" / NAME


def is_on() -> bool:
    """Whether the program starts at login."""
    return is_possible() and file().is_file()


def turn(on: bool) -> None:
    """Writes the file or takes it away. OSError when the disk refuses."""
    path = file()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(entry(), encoding="utf-8")


def entry() -> str:
    """The file: how the program is started, and what it is called."""
    found = shutil.which("gardener")
    command = _quoted(found) if found else f"{_quoted(sys.executable)} -m gardener"
    return f"[Desktop Entry]\nType=Application\nName=Gardener\nExec={command}\nTerminal=false\n"


def _quoted(path: str) -> str:
    """A path as the Exec key wants it: in quotes, with what quotes do not hold escaped, and % doubled."""
    escaped = path
    for sign in ("\\", '"', "`", "$"):
        escaped = escaped.replace(sign, "\\" + sign)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
