"""Where the files that are not code lie: inside the installed package, else beside it in the sources."""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one resource, as in `resource("style", "window.qss")`."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)
