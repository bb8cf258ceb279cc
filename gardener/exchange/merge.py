"""Who is the same person? Matches a card against the contacts, and merges what it says into the one it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from gardener.domain.contact import Contact
from gardener.domain.text import fold
from gardener.exchange.card import Card

PROFILE = re.compile(r"https?://(?:[\w-]+\.)*linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
SINGLES = ("name", "org", "title", "birthday", "notes")
"""Single values of a contact that a card may say; `notes` is called `note` there."""


@dataclass(frozen=True, slots=True)
class SourceKey:
    """One thing that another program said of a contact: its key there (or empty), its digest, and the single values."""

    id: str
    contact: str
    key: str
    digest: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The contact that a card means, and the source it was read from before, if it was."""

    contact: str
    source: SourceKey | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Nobody but the person can tell whom a card means: `shared-address` (an e-mail in common, but another name),
    `several` (more than one contact fits) or `keys-disagree` (its UID and its profile name two contacts)."""

    reason: str
    candidates: tuple[str, ...]


def profile_key(urls: Iterable[str]) -> str:
    """`profile:<slug>` of the first LinkedIn profile among `urls`, else empty."""
    for url in urls:
        if found := PROFILE.match(url):
            return "profile:" + found[1].lower()
    return ""


def keys_of(card: Card) -> tuple[str, ...]:
    """What names the card's person for certain: its UID, its LinkedIn profile."""
    return tuple(key for key in ("uid:" + card.uid if card.uid else "", profile_key(card.urls)) if key)


def names_agree(one: str, other: str) -> bool:
    """Whether two names are the same words in any order, case and accents folded ('Miller, Jane', 'jane miller')."""
    return sorted(_WORDS.findall(fold(one))) == sorted(_WORDS.findall(fold(other)))


@dataclass(slots=True)
class Index:
    """The contacts by everything a card can be matched by; grows while a batch is read."""

    contacts: dict[str, Contact] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    by_digest: dict[str, SourceKey] = field(default_factory=dict)
    by_source: dict[str, SourceKey] = field(default_factory=dict)
    by_email: dict[str, list[str]] = field(default_factory=dict)

    def add(self, contact: Contact) -> None:
        """Takes a contact in, or its newer version."""
        self.contacts[contact.id] = contact
        if key := profile_key(contact.urls):
            self.by_key.setdefault(key, contact.id)
        for email in contact.emails:
            owners = self.by_email.setdefault(fold(email), [])
            if contact.id not in owners:
                owners.append(contact.id)

    def add_source(self, source: SourceKey) -> None:
        """Takes in what another program said; its key names the contact for certain."""
        if source.contact not in self.contacts:
            return
        if source.key:
            self.by_key.setdefault(source.key, source.contact)
            self.by_source[source.key] = source
        self.by_digest[source.digest] = source

    def has_said(self, contact: str, card: Card) -> bool:
        """Whether the very same card was taken in for this contact before."""
        same = self.by_digest.get(card.digest)
        return same is not None and same.contact == contact

    def find(self, card: Card) -> Found | Question | None:
        """The contact that the card means; null when it is somebody new."""
        keys = keys_of(card)
        known = {self.by_key[key] for key in keys if key in self.by_key}
        if len(known) > 1:
            return Question("keys-disagree", tuple(sorted(known)))
        if known:
            source = next((self.by_source[key] for key in keys if key in self.by_source), None)
            return Found(known.pop(), source)
        if not keys and (same := self.by_digest.get(card.digest)) is not None:
            return Found(same.contact, same)
        return self._by_email(card)

    def _by_email(self, card: Card) -> Found | Question | None:
        sharing = {id_ for email in card.emails for id_ in self.by_email.get(fold(email), ())}
        if not sharing:
            return None
        agreeing = [id_ for id_ in sharing if _same_person(self.contacts[id_], card)]
        if len(agreeing) == 1:
            return Found(agreeing[0])
        return Question("several" if agreeing else "shared-address", tuple(sorted(agreeing or sharing)))


def _same_person(contact: Contact, card: Card) -> bool:
    """Whether the names agree, or one side has none of its own and goes by its address."""
    if names_agree(contact.name, card.name):
        return True
    return goes_by_address(contact.name, contact.emails) or goes_by_address(card.name, card.emails)


def goes_by_address(name: str, emails: Iterable[str]) -> bool:
    """Whether `name` is only one of the e-mail addresses, for want of a name."""
    return fold(name) in {fold(email) for email in emails}


def said_by(card: Card) -> dict[str, str]:
    """The single values of a card, by the contact's field names."""
    return {
        "name": card.name,
        "org": card.org,
        "title": card.title,
        "birthday": card.birthday,
        "notes": card.note,
    }


def merged(contact: Contact, card: Card, before: Mapping[str, str]) -> Contact:
    """`contact` with what the card adds; nothing that a person wrote is overwritten.

    `before` holds the single values as the same source said them last time: a value that still stands as it was said
    follows a change there, any other stays. Lists only grow.
    """
    said = said_by(card)
    singles = {name: _single(getattr(contact, name), said[name], before.get(name)) for name in SINGLES}
    return replace(
        contact,
        name=card.name if _is_better_name(contact, card) else singles["name"],
        org=singles["org"],
        title=singles["title"],
        birthday=singles["birthday"],
        notes=_notes(contact.notes, said["notes"], before.get("notes")),
        met=contact.met or card.met,
        nicknames=_union(contact.nicknames, card.nicknames, fold),
        emails=_union(contact.emails, card.emails, fold),
        phones=_union(contact.phones, card.phones, _digits),
        urls=_union(contact.urls, card.urls, _address),
        addresses=_union(contact.addresses, card.addresses, fold),
        tags=_union(contact.tags, card.tags, fold),
    )


def _is_better_name(contact: Contact, card: Card) -> bool:
    return goes_by_address(contact.name, contact.emails) and not goes_by_address(card.name, card.emails)


def _single(now: str, said: str, before: str | None) -> str:
    return said if said and (not now or (before is not None and now == before)) else now


def _notes(now: str, said: str, before: str | None) -> str:
    if not now or (before and now == before and said):
        return said
    return now if said in now else f"{now}\n\n{said}"


def _union(own: tuple[str, ...], more: tuple[str, ...], alike: Callable[[str], str]) -> tuple[str, ...]:
    known = {alike(value) for value in own}
    result = list(own)
    for value in more:
        if alike(value) not in known:
            known.add(alike(value))
            result.append(value)
    return tuple(result)


def _digits(phone: str) -> str:
    return re.sub(r"[^\d+]", "", phone) or fold(phone)


def _address(url: str) -> str:
    return fold(re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/"))
