"""The same garden with invented people, for pictures that others will see: who stands where and how it grows is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from gardener.domain.changes import What
from gardener.domain.contact import CommonGround, Contact, number_of
from gardener.domain.garden import Garden, Plant
from gardener.domain.interaction import Interaction
from gardener.domain.opportunity import Opportunity
from gardener.domain.people import invented_name, invented_work

MARK = "•"
"""Stands for each letter and digit of what a person wrote."""
_CODE = re.compile(r"[a-z0-9:-]*")
_WRITTEN = frozenset({"text", "file", "employer", "role", "note", "title", "org", "tag", "value", "by"})
"""Facts of a deed that hold a person's own words, however they look."""


def veiled(text: str) -> str:
    """`text` with a mark for each letter and digit; its words keep their lengths."""
    return "".join(MARK if c.isalnum() else c for c in text)


def disguised(garden: Garden) -> Garden:
    """The garden with other names, employers and addresses, and every note veiled; ids, days and growth are the same."""
    return replace(
        garden,
        plants={id_: Plant(disguised_contact(p.contact), p.tie) for id_, p in garden.plants.items()},
        introductions={k: replace(i, note=veiled(i.note)) for k, i in garden.introductions.items()},
        plans={k: replace(p, text=veiled(p.text)) for k, p in garden.plans.items()},
        opportunities={k: _opportunity(o) for k, o in garden.opportunities.items()},
        targets={
            k: replace(t, employer=invented_work(number_of(k))[0], note=veiled(t.note))
            for k, t in garden.targets.items()
        },
        batches={
            k: replace(b, files=tuple(veiled(file) for file in b.files)) for k, b in garden.batches.items()
        },
        seasons={k: replace(s, name=veiled(s.name)) for k, s in garden.seasons.items()},
    )


def disguised_contact(contact: Contact) -> Contact:
    """Somebody else with the same plant: the same invented person for the same id, on every machine."""
    number = contact.seed_number
    name = invented_name(number)
    org, title = invented_work(number)
    mailbox = name.lower().replace(" ", ".")
    return replace(
        contact,
        name=name,
        nicknames=(),
        org=org if contact.org else "",
        title=title if contact.title else "",
        former=tuple(invented_work(number + n)[0] for n, _ in enumerate(contact.former, start=1)),
        emails=tuple(f"{mailbox}{n or ''}@example.org" for n in range(len(contact.emails))),
        phones=tuple(f"+1 555 01{n:02d}" for n in range(len(contact.phones))),
        urls=tuple("https://example.org/" for _ in contact.urls),
        addresses=tuple(map(veiled, contact.addresses)),
        birthday="",
        tags=tuple(map(veiled, contact.tags)),
        notes=veiled(contact.notes),
        common=CommonGround(
            theirs=tuple(map(veiled, contact.common.theirs)), mine=tuple(map(veiled, contact.common.mine))
        ),
    )


def disguised_interaction(interaction: Interaction) -> Interaction:
    """What happened, without what was written of it."""
    gives = tuple(map(veiled, interaction.gives))
    return replace(interaction, note=veiled(interaction.note), gives=gives)


def disguised_what(what: What) -> What:
    """What was done, to somebody else."""
    return replace(what, facts=_facts(what))


def _facts(what: What) -> Mapping[str, str | int]:
    """Numbers, days and codes stay; a name becomes that of the disguise, words are veiled."""
    facts: dict[str, str | int] = {}
    for key, fact in what.facts.items():
        if not isinstance(fact, str):
            facts[key] = fact
        elif key == "name":
            facts[key] = disguised_name(what.contact) if what.contact else veiled(fact)
        else:
            facts[key] = veiled(fact) if key in _WRITTEN or not _CODE.fullmatch(fact) else fact
    return facts


def disguised_name(id_: str) -> str:
    """The name in disguise of the contact of that id."""
    return invented_name(number_of(id_))


def _opportunity(opportunity: Opportunity) -> Opportunity:
    org, title = invented_work(number_of(opportunity.id))
    return replace(
        opportunity,
        employer=org,
        role=title,
        url="",
        posting=veiled(opportunity.posting),
        salary=veiled(opportunity.salary),
        resume=veiled(opportunity.resume),
        notes=veiled(opportunity.notes),
    )
