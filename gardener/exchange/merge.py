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


LISTS = ("nicknames", "emails", "phones", "urls", "addresses", "tags")
"""Lists of a contact that a card may add to."""
Said = Mapping[str, frozenset[str]]
"""What one program has said of a contact so far, in any version of its file, by the contact's field names."""


@dataclass(frozen=True, slots=True)
class SourceKey:
    """One thing that another program said of a contact: its key there (or empty), its digest, the values, the format."""

    id: str
    contact: str
    key: str
    digest: str
    said: Mapping[str, str]
    format: str = ""

    @property
    def program(self) -> str:
        """The kind of file without its version: `vcard`, `linkedin`."""
        return self.format.partition("-")[0]


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


def name_key(name: str) -> str:
    """The words of a name in one order, case and accents folded."""
    folded = fold(name)
    return " ".join(sorted(_WORDS.findall(folded))) or folded


def names_agree(one: str, other: str) -> bool:
    """Whether two names are the same words in any order, case and accents folded ('Miller, Jane', 'jane miller')."""
    return name_key(one) == name_key(other)


@dataclass(slots=True)
class Index:
    """The contacts by everything a card can be matched by; grows while a batch is read."""

    contacts: dict[str, Contact] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    by_digest: dict[str, SourceKey] = field(default_factory=dict)
    by_contact: dict[str, list[SourceKey]] = field(default_factory=dict)
    by_email: dict[str, list[str]] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)

    def add(self, contact: Contact) -> None:
        """Takes a contact in, or its newer version."""
        self.contacts[contact.id] = contact
        if key := profile_key(contact.urls):
            self.by_key.setdefault(key, contact.id)
        for email in contact.emails:
            _list(self.by_email.setdefault(fold(email), []), contact.id)
        _list(self.by_name.setdefault(name_key(contact.name), []), contact.id)

    def add_source(self, source: SourceKey) -> None:
        """Takes in what another program said; its key names the contact for certain."""
        if source.contact not in self.contacts:
            return
        if source.key:
            self.by_key.setdefault(source.key, source.contact)
        self.by_digest[source.digest] = source
        self.by_contact.setdefault(source.contact, []).append(source)

    def has_said(self, contact: str, card: Card) -> bool:
        """Whether the very same card was taken in for this contact before."""
        same = self.by_digest.get(card.digest)
        return same is not None and same.contact == contact

    def said_before(self, contact: str, keys: Iterable[str], program: str) -> Said:
        """What earlier versions of a card said: those of the same key, and, their names apart, those that had none.

        Without a key a card was met by its name, so that another spelling of it is no change.
        """
        known = (*keys, "")
        said: dict[str, set[str]] = {}
        for source in self.by_contact.get(contact, ()):
            if source.program == program and source.key in known:
                for name, value in source.said.items():
                    if name != "name" or source.key:
                        said.setdefault(name, set()).update(value.split("\n") if name in LISTS else (value,))
        return {name: frozenset(values) for name, values in said.items()}

    def namesakes(self, name: str) -> tuple[str, ...]:
        """The contacts of that name."""
        found = self.by_name.get(name_key(name), ())
        return tuple(id_ for id_ in found if names_agree(self.contacts[id_].name, name))

    def find(self, card: Card, keys: tuple[str, ...]) -> str | Question | None:
        """The id of the contact that the card means, which goes by `keys`; null when it is somebody new."""
        if (same := self.by_digest.get(card.digest)) is not None:
            return same.contact  # word for word as it was taken in before, whatever it shares with whom
        known = {self.by_key[key] for key in keys if key in self.by_key}
        if len(known) > 1:
            return Question("keys-disagree", tuple(sorted(known)))
        if known:
            return known.pop()
        return self._by_email(card) or self._by_name(card)

    def _by_email(self, card: Card) -> str | Question | None:
        sharing = {id_ for email in card.emails for id_ in self.by_email.get(fold(email), ())}
        if not sharing:
            return None
        agreeing = [id_ for id_ in sharing if _same_person(self.contacts[id_], card)]
        if len(agreeing) == 1:
            return agreeing[0]
        return Question("several" if agreeing else "shared-address", tuple(sorted(agreeing or sharing)))

    def _by_name(self, card: Card) -> str | Question | None:
        """Somebody of the same name and, with it, of the same telephone number or the same day on LinkedIn."""
        alike = [id_ for id_ in self.namesakes(card.name) if _share_more(self.contacts[id_], card)]
        if len(alike) > 1:
            return Question("several", tuple(sorted(alike)))
        return alike[0] if alike else None


def _list(ids: list[str], id_: str) -> None:
    if id_ not in ids:
        ids.append(id_)


def _share_more(contact: Contact, card: Card) -> bool:
    """Whether two of one name share a telephone number or, one of them without a profile, the day they were met.

    LinkedIn's older exports have no profiles; only its cards have such a day.
    """
    numbers = {_digits(phone) for phone in contact.phones}
    if any(_digits(phone) in numbers for phone in card.phones):
        return True
    profiles = profile_key(contact.urls) and profile_key(card.urls)
    return card.met is not None and card.met == contact.met and not profiles


def _same_person(contact: Contact, card: Card) -> bool:
    """Whether the names agree, or one side has none of its own and goes by its address."""
    if names_agree(contact.name, card.name):
        return True
    return goes_by_address(contact.name, contact.emails) or goes_by_address(card.name, card.emails)


def goes_by_address(name: str, emails: Iterable[str]) -> bool:
    """Whether `name` is only one of the e-mail addresses, for want of a name."""
    return fold(name) in {fold(email) for email in emails}


def said_by(card: Card) -> dict[str, str]:
    """The values of a card by the contact's field names; those of a list one a line."""
    said = {name: "\n".join(getattr(card, name)) for name in LISTS}
    return said | {
        "name": card.name,
        "org": card.org,
        "title": card.title,
        "birthday": card.birthday,
        "notes": card.note,
    }


def merged(contact: Contact, card: Card, before: Said) -> Contact:
    """`contact` with what the card adds; nothing that a person wrote or took away is overwritten.

    `before` holds what the same source has said so far: a single value that still stands as it was said follows a
    change there, any other stays. Lists only grow, and by nothing that was there before and was taken away.
    """
    said = said_by(card)
    nothing: frozenset[str] = frozenset()

    def more(name: str, alike: Callable[[str], str]) -> tuple[str, ...]:
        return _union(getattr(contact, name), getattr(card, name), before.get(name, nothing), alike)

    singles = {
        name: _single(getattr(contact, name), said[name], before.get(name, nothing)) for name in SINGLES
    }
    return replace(
        contact,
        name=card.name if _is_better_name(contact, card) else singles["name"],
        org=singles["org"],
        title=singles["title"],
        birthday=singles["birthday"],
        notes=_notes(contact.notes, said["notes"], before.get("notes", nothing)),
        met=contact.met or card.met,
        nicknames=more("nicknames", fold),
        emails=more("emails", fold),
        phones=more("phones", _digits),
        urls=more("urls", _address),
        addresses=more("addresses", fold),
        tags=more("tags", fold),
    )


def _is_better_name(contact: Contact, card: Card) -> bool:
    return goes_by_address(contact.name, contact.emails) and not goes_by_address(card.name, card.emails)


def _single(now: str, said: str, before: frozenset[str]) -> str:
    return said if said and (not now or now in before) else now


def _notes(now: str, said: str, before: frozenset[str]) -> str:
    if not now or (now in before and said):
        return said
    return now if said in now else f"{now}\n\n{said}"


def _union(
    own: tuple[str, ...], more: tuple[str, ...], before: frozenset[str], alike: Callable[[str], str]
) -> tuple[str, ...]:
    known = {alike(value) for value in (*own, *before)}
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
