"""The quiet lines above the garden that tell of its file: read-only, damaged, in a folder that other computers sync."""

from __future__ import annotations

READ_ONLY = "This garden can only be read where it lies. You can look around; nothing you do is saved."
SYNCED = (
    "The garden’s file lies in {folder}. Two computers that write to it at once can damage it: "
    "close the garden on one before you open it on another."
)
DAMAGED = "Damage was found in the garden’s file. As it was found it is kept beside it as {name}."
DAMAGED_READ_ONLY = "Damage was found in the garden’s file. It is left as it is."
SHOW = "Show where it lies"
FINE = "All right"


def synced(folder: str) -> str:
    """The warning, given once."""
    return SYNCED.format(folder=folder)


def damaged(name: str) -> str:
    """What was found at the start, and where the original is; `name` empty: nothing could be written there."""
    return DAMAGED.format(name=name) if name else DAMAGED_READ_ONLY
