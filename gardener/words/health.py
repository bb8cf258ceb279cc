"""What is said of the health of the garden's file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from gardener.words.dates import counted
from gardener.words.refusals import file_sentence


def summary(
    contacts: int | None, interactions: int | None, schema: int | None, backup: datetime | None, *, ok: bool
) -> str:
    """The file in one line."""
    state = "All is well" if ok else "Something is wrong"
    parts = [
        counted(contacts, "contact") if contacts is not None else "",
        counted(interactions, "interaction") if interactions is not None else "",
        f"schema {schema}" if schema is not None else "",
        f"last backup {backup:%Y-%m-%d %H:%M}" if backup is not None else "no backup yet",
    ]
    return f"{state}: {', '.join(part for part in parts if part)}."


def problem(code: str, facts: Mapping[str, str | int]) -> str:
    """One problem as a sentence."""
    match code:
        case "integrity":
            return f"A page of the file is damaged ({facts['error']})."
        case "reference":
            rows = counted(int(facts["rows"]), "row")
            return f"{rows} of {facts['table']} point at something in {facts['parent']} that is not there."
        case "application":
            return "The file does not say that it is a garden."
        case "version":
            return f"The file calls its schema {facts['schema']}, which it does not have."
        case "schema":
            return f"The table or index {facts['name']} is {facts['what']}."
        case "unreadable" if "part" in facts:
            return f"The {facts['part']} cannot be read ({facts['error']})."
        case "undecodable":
            return f"Deed {facts['deed']} of the history cannot be read ({facts['error']})."
        case "tie":
            return f"What is kept of the growth of {facts['contact']} does not follow from the history."
        case "folded":
            return f"The sorting name of {facts['contact']} does not fit the name."
        case "deeds":
            return "The history of deeds is out of order."
        case _:
            return file_sentence(code, facts)
