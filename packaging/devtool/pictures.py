"""Accepting pictures: what the last test run drew differently takes the place of what was approved."""

from __future__ import annotations

from pathlib import Path

from devtool.steps import ROOT, say


def accept(folder: Path = ROOT / "tests" / "pictures") -> int:
    """Move every PNG from `failed/` to its place under `folder`, saying which; the number moved. Pictures of a
    difference (`….difference.png`) have served, and go."""
    for served in (folder / "failed").rglob("*.difference.png"):
        served.unlink()
    drawn = sorted((folder / "failed").rglob("*.png"))
    for picture in drawn:
        place = folder / picture.relative_to(folder / "failed")
        place.parent.mkdir(parents=True, exist_ok=True)
        picture.replace(place)
        say(f"accepted {place.relative_to(folder)}")
    if not drawn:
        say("No picture waits to be accepted: the last test run left none in tests/pictures/failed.")
    return len(drawn)
