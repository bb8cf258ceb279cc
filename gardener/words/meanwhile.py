"""What a form says when another program changed what it is about while something was being typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

NAMES = {
    "name": "name", "title": "title", "org": "organisation", "tags": "tags", "nicknames": "nicknames",
    "birthday": "birthday", "notes": "notes", "species": "plant", "common": "common ground", "met": "first meeting",
    "introduced_by": "introduction", "emails": "e-mail", "phones": "phone", "urls": "links", "addresses": "address",
    "day": "day", "kind": "kind", "direction": "direction", "minutes": "minutes", "about": "“whose talk”",
    "note": "note", "gives": "gifts", "ask": "ask", "thanks": "thanks",
    "employer": "employer", "role": "role", "thanks_to": "people it is owed to", "steps": "steps", "salary": "salary",
    "deadline": "last day to apply", "former": "former employers", "resume": "résumé version", "url": "link",
    "posting": "posting",
}  # fmt: skip
LOGGED = (
    "Meanwhile something was logged elsewhere with {names}. The guard’s word is of now; what you typed stays."
)


def changed(fields: Sequence[str], mine: Collection[str]) -> str:
    """Which fields changed elsewhere, and which of them are being changed here too."""
    text = f"Meanwhile another program changed the {_listed(fields)}. What you typed stays."
    both = [field for field in fields if field in mine]
    return f"{text} You are changing the {_listed(both)} too: yours is saved." if both else text


def gone(name: str) -> str:
    """It is not there any more."""
    return f"{name} was removed meanwhile by another program. What you typed stays here until you close it."


def logged(names: Sequence[str]) -> str:
    """Something was logged elsewhere with the people of the form."""
    return LOGGED.format(names=" and ".join(names))


def _listed(fields: Sequence[str]) -> str:
    names = [NAMES.get(field, field) for field in fields]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
