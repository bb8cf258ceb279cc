"""What the drafts say: the form, the gaps, and one's own templates."""

from __future__ import annotations

from gardener.words.names import in_sentence

TEMPLATE, SUBJECT, TEXT = "For", "Subject", "Text"
LINE = "Filled in with what is noted of them; what stands in [ ] is yours to say. Nothing is sent from here."
OPEN, COPY, CLOSE = "Open mail program", "Copy it", "Close"
OPEN_ANYWAY, WAIT = "Write anyway", "Wait"
KEEP, LET_GO = "Keep as a template…", "Take the template away"
KEEP_NAME = "Name of the template"
KEPT = "Kept as a template: {title}"
NOT_KEPT = "The template could not be written."
GONE = "Taken away."
NO_PROGRAM = "No program opened; it was copied instead."
COPIED = "Copied."


def title(name: str) -> str:
    """'A draft to Jane Miller'."""
    return f"A draft to {in_sentence(name)}"
