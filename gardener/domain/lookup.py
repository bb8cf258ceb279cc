"""Which contact a name means: an id, an e-mail, a whole name, or a beginning that one contact alone has."""

from __future__ import annotations

from collections.abc import Iterable

from gardener.domain.changes import Named, Refusal
from gardener.domain.contact import Contact
from gardener.domain.garden import Garden
from gardener.domain.text import fold

CHOICES_SHOWN = 12
"""At most so many choices are offered with a refusal."""
ID_BEGINNING = 8
"""So much of an id is enough, if one contact alone has it and nobody is called so."""


def named(contact: Contact) -> Named:
    """The contact as a choice: what tells two of one name apart stands in the detail."""
    detail = contact.org or next(iter(contact.emails), "") or contact.title or next(iter(contact.tags), "")
    return Named(contact.id, contact.name, detail)


def find(garden: Garden, name: str) -> Contact | Refusal:
    """The one contact that `name` means, else a refusal `unknown-name` or `ambiguous-name` with the choices."""
    wanted = fold(name)
    if not wanted:
        return Refusal("empty-name")
    by_id = garden.contact(name.strip())
    if by_id is not None:
        return by_id
    contacts = [plant.contact for plant in garden.plants.values()]
    by_mail = [c for c in contacts if any(fold(mail) == wanted for mail in c.emails)]
    whole = [c for c in contacts if fold(c.name) == wanted]
    begun = [c for c in contacts if fold(c.name).startswith(wanted)]
    for found in (by_mail, whole, begun):
        if len(found) == 1:
            return found[0]
        if found:
            return Refusal("ambiguous-name", {"name": name, "count": len(found)}, _choices(found))
    by_beginning = [c for c in contacts if len(wanted) >= ID_BEGINNING and c.id.startswith(wanted)]
    if len(by_beginning) == 1:
        return by_beginning[0]
    near = [c for c in contacts if any(word.startswith(wanted) for word in fold(c.name).split())]
    return Refusal("unknown-name", {"name": name}, _choices(near))


def _choices(contacts: Iterable[Contact]) -> tuple[Named, ...]:
    ordered = sorted(contacts, key=lambda c: (fold(c.name), c.id))
    return tuple(named(contact) for contact in ordered[:CHOICES_SHOWN])
