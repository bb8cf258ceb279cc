"""What is said of an export."""

from __future__ import annotations

from gardener.words.dates import counted

ASK = "Export everybody"
FILTERS = {".vcf": "vCard, for address books (*.vcf)", ".csv": "Table, for spreadsheets (*.csv)"}
ENDING_WANTED = (
    "The file’s name should end in .vcf or .csv, or say --format; “gardener backup” copies the whole garden."
)


def written(path: str, contacts: int) -> str:
    """An export was written."""
    return f"Wrote {counted(contacts, 'contact')} to {path}."


def not_over(path: str) -> str:
    """What lies there is not to be replaced."""
    return f"{path} is no file that an export may replace."


def not_written(path: str, why: str) -> str:
    """The disk refuses."""
    return f"{path} could not be written{f' ({why})' if why else ''}; what was there is as it was."
