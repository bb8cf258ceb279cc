"""What is said before somebody is forgotten for good, and after it."""

from __future__ import annotations

from collections.abc import Sequence

from gardener.words.dates import counted
from gardener.words.names import in_sentence

TITLE = "Forget for good"
SURE = "Forget them?"
FORGET, KEEP = "Forget for good", "Keep"
KEPT = "Nobody was forgotten."
REST_LINE = "To stop hearing of somebody and keep what was, let them rest, or put them on the compost."


def question(name: str) -> str:
    """The one plain question."""
    name = in_sentence(name)
    return (
        f"{name} goes out of the garden and out of its whole history: what you did together, notes, plans, where they came "
        f"from, and their name in other notes. What others did with them stays, without them. This cannot be undone."
    )


def copies(count: int) -> str:
    """Whether the copies beside the garden are to be rewritten too."""
    these = "copy of this garden lies" if count == 1 else "copies of this garden lie"
    return f"{count} earlier {these} beside it. Forget them there too?"


def done(name: str, rewritten: Sequence[str], left: Sequence[str]) -> list[str]:
    """What came of it."""
    lines = [f"Forgot {in_sentence(name)}, for good."]
    if rewritten:
        lines.append(f"Also in {counted(len(rewritten), 'copy', 'copies')}: {', '.join(rewritten)}.")
    if left:
        lines.append(f"Still in {counted(len(left), 'copy', 'copies')}: {', '.join(left)}.")
    return lines
