"""Drafts to fill in: a template with what is known of a person; what is not known stays as a gap to be filled by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gardener.domain.contact import Contact
from gardener.domain.interaction import Interaction

_NAMED = re.compile(r"\{([a-z_]+)\}")
GAPS = {
    "last": "[what you spoke of]",
    "theirs": "[what you know of them]",
    "mine": "[what they know of you]",
    "org": "[where they are]",
    "silence": "a while",
    "me": "[your name]",
}
"""What stands where something is not known."""
FIELDS = ("first", "name", "org", "at_org", "title", "theirs", "mine", "last", "silence", "me")
"""The names a template may use, in braces."""
LIMIT = 20_000
"""Characters of the longest template."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a draft is made from. `own`: the person's, to be changed and taken away."""

    id: str
    title: str
    subject: str
    body: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A subject and a text, filled in as far as is known."""

    subject: str
    body: str


def read_template(id_: str, text: str, *, own: bool = False) -> Template:
    """A template from its file: the title on the first line, the subject on the second, then the text."""
    title, _, rest = text[:LIMIT].partition("\n")
    subject, _, body = rest.partition("\n")
    return Template(id_, title.strip() or id_, subject.strip(), body.strip("\n"), own)


def written(template: Template) -> str:
    """The file of a template."""
    return f"{template.title}\n{template.subject}\n\n{template.body}\n"


def fill(template: Template, facts: Mapping[str, str]) -> Draft:
    """The template with what is known; a name that no field has stays as it is, braces and all."""

    def put(found: re.Match[str]) -> str:
        name = found[1]
        if name not in FIELDS:
            return found[0]
        return facts.get(name, "") or GAPS.get(name, "")

    return Draft(_NAMED.sub(put, template.subject), _NAMED.sub(put, template.body))


def facts_of(
    contact: Contact, history: tuple[Interaction, ...], *, today: date, me: str, silence: str
) -> dict[str, str]:
    """What a template can say of a contact. `history` is oldest first; `silence` in words, empty when there was no sign."""
    notes = (
        i.note.strip().partition("\n")[0] for i in reversed(history) if i.note.strip() and i.day <= today
    )
    return {
        "first": first_name(contact.name),
        "name": contact.name,
        "org": contact.org,
        "at_org": f" at {contact.org}" if contact.org else "",
        "title": contact.title,
        "theirs": contact.common.theirs[-1] if contact.common.theirs else "",
        "mine": contact.common.mine[-1] if contact.common.mine else "",
        "last": next(notes, ""),
        "silence": silence,
        "me": me,
    }


def first_name(name: str) -> str:
    """How somebody is spoken to: the first word of the name, of 'Miller, Jane' the one after the comma."""
    _, comma, given = name.partition(",")
    words = (given if comma and given.strip() else name).split()
    return words[0] if words else name
