"""How far the work of an import is."""

from __future__ import annotations

from gardener.words.dates import counted, number

HOW_FAR = "How far the import is"
SAVING = "Saving. This cannot be stopped half-way; nothing is ever half saved."


def reading(name: str) -> str:
    """'Reading people.vcf…'."""
    return f"Reading {name}…" if name else "Reading…"


def matching(done: int, all_: int) -> str:
    """'Matching 3 400 of 10 000 people with the garden…'."""
    return f"Matching {number(done)} of {counted(all_, 'person', 'people')} with the garden…"
