"""What is said about pictures and prints of the whole garden."""

from __future__ import annotations

TITLE = "The whole garden"
ASK = "Save a picture of the garden"
FILTERS = {
    ".png": "Picture (*.png)",
    ".svg": "Drawing for any size (*.svg)",
    ".pdf": "Document to print or send (*.pdf)",
}
STOP = "Stop"
PRINTING = "Drawing the garden for the printer…"
PRINTED = "The garden was sent to the printer."


def drawing(name: str) -> str:
    """'Drawing garden.svg…'."""
    return f"Drawing {name}…"


def saved(name: str) -> str:
    """'Saved garden.svg'."""
    return f"Saved {name}"


def not_saved(name: str, why: str) -> str:
    """Why a picture could not be written, in the system's own words where it has any."""
    return f"{name} could not be saved{f': {why}' if why else ''}. Nothing of it was kept."


def not_printed(why: str) -> str:
    """Why nothing was printed."""
    return f"The garden could not be printed{f': {why}' if why else ''}."
