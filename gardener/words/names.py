"""Names inside sentences: whole wherever a name is of a usual length."""

from __future__ import annotations

LONGEST = 48
"""Letters of a name in a sentence; where the name itself is shown it is whole, or whole in the tooltip."""


def in_sentence(name: str) -> str:
    """The name, or its beginning and an ellipsis; on one line."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
