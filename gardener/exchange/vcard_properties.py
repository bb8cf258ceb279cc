"""What each vCard property says of a person."""

from __future__ import annotations

import re
from collections.abc import Callable

from gardener.exchange.content_lines import Property, split, unescape
from gardener.exchange.days import NO_YEAR, birthday
from gardener.exchange.draft import Draft
from gardener.exchange.links import SCHEMES, SITES, message_uri, social_url, web_url


def take(draft: Draft, said: Property, value: str, *, version: str) -> None:
    """Puts property `said`, whose decoded `value` is still escaped, into `draft`; others are let be."""
    handler = KNOWN.get(said.name)
    if handler and value.strip():
        handler(draft, said, _Value(value, said, version))


class _Value:
    """A decoded value and the ways to read it: as one text, as a list, as a structure of lists.

    In 2.1 a backslash before n is a line break only outside of QUOTED-PRINTABLE, which has a sign of its own
    for it.
    """

    __slots__ = ("old", "said", "text")

    def __init__(self, text: str, said: Property, version: str) -> None:
        self.text = text
        self.said = said
        self.old = version == "2.1"

    @property
    def breaks(self) -> bool:
        if not self.old or "\\" not in self.text:
            return True
        said = self.said
        return "QUOTED-PRINTABLE" not in {*said.types(), said.parameter("ENCODING").upper()}

    def plain(self) -> str:
        return unescape(self.text, breaks=self.breaks)

    def listed(self) -> list[str]:
        return [unescape(part, breaks=self.breaks) for part in split(self.text, ",;" if self.old else ",")]

    def structured(self) -> list[list[str]]:
        """Components, each a list of its non-empty values."""
        components = []
        for part in split(self.text, ";"):
            values = (unescape(one, breaks=self.breaks).strip() for one in split(part, ","))
            components.append([one for one in values if one])
        return components

    def components(self) -> list[str]:
        """Components, each one text with its commas as they are."""
        return [unescape(part, breaks=self.breaks).strip() for part in split(self.text, ";")]


def _formatted_name(draft: Draft, said: Property, value: _Value) -> None:
    draft.name = draft.name or draft.short(value.plain(), said.number)


def _name(draft: Draft, said: Property, value: _Value) -> None:
    if draft.parts:
        return
    parts = value.structured() + [[]] * 7
    family, given, additional, prefix, suffix, second, generation = parts[:7]
    family = family + [one for one in second if one not in family]
    suffix = suffix + [one for one in generation if one not in suffix]
    words = [*prefix, *given, *additional, *family, ", ".join(suffix)]
    draft.parts = draft.short(" ".join(word for word in words if word), said.number)


def _nickname(draft: Draft, said: Property, value: _Value) -> None:
    for one in value.listed():
        if kept := draft.short(one, said.number):
            draft.nicknames.setdefault(kept)


def _org(draft: Draft, said: Property, value: _Value) -> None:
    parts = [part for part in value.components() if part]
    if parts and not draft.org:
        draft.org = draft.line(parts[0], said.number)
        draft.department = draft.line(", ".join(parts[1:]), said.number)


def _title(draft: Draft, said: Property, value: _Value) -> None:
    draft.title = draft.title or draft.line(value.plain(), said.number)


def _role(draft: Draft, said: Property, value: _Value) -> None:
    draft.role = draft.role or draft.line(value.plain(), said.number)


def _email(draft: Draft, said: Property, value: _Value) -> None:
    draft.add(draft.emails, _without_scheme(value.plain(), "mailto:"), said.number)


def _phone(draft: Draft, said: Property, value: _Value) -> None:
    draft.add(draft.phones, _without_scheme(value.plain(), "tel:"), said.number)


def _without_scheme(text: str, scheme: str) -> str:
    text = text.strip()
    return text[len(scheme) :] if text[: len(scheme)].lower() == scheme else text


def _url(draft: Draft, said: Property, value: _Value) -> None:
    draft.add(draft.urls, web_url(value.plain()), said.number)


def _messaging(draft: Draft, said: Property, value: _Value) -> None:
    service = said.parameter("X-SERVICE-TYPE") or said.parameter("SERVICE-TYPE")
    draft.add(draft.urls, message_uri(service, value.plain()), said.number)


def _messaging_on(service: str) -> Callable[[Draft, Property, _Value], None]:
    def handler(draft: Draft, said: Property, value: _Value) -> None:
        draft.add(draft.urls, message_uri(service, value.plain()), said.number)

    return handler


def _social(draft: Draft, said: Property, value: _Value) -> None:
    site = said.parameter("TYPE") or said.parameter("SERVICE-TYPE") or said.parameter("X-SERVICE-TYPE")
    draft.add(draft.urls, social_url(site, value.plain(), said.parameter("X-USER")), said.number)


def _social_on(site: str) -> Callable[[Draft, Property, _Value], None]:
    def handler(draft: Draft, said: Property, value: _Value) -> None:
        draft.add(draft.urls, social_url(site, value.plain()), said.number)

    return handler


def _address(draft: Draft, said: Property, value: _Value) -> None:
    parts = value.components()
    # RFC 9554 writes the finer parts once more behind the seven, for those who know them.
    told = [part for part in parts[:7] if part] or [part for part in parts[7:] if part]
    draft.add(draft.addresses, _on_one_line(told) or _on_one_line([said.parameter("LABEL")]), said.number)


def _label(draft: Draft, said: Property, value: _Value) -> None:
    draft.add(draft.labels, _on_one_line([value.plain()]), said.number)


def _on_one_line(parts: list[str]) -> str:
    lines = (line.strip().rstrip(",").rstrip() for part in parts for line in part.splitlines())
    return ", ".join(line for line in lines if line)


def _birthday(draft: Draft, said: Property, value: _Value) -> None:
    if draft.birthday:
        return
    text = value.plain().strip()
    omitted = said.parameter("X-APPLE-OMIT-YEAR")
    year = int(omitted) if re.fullmatch(r"[0-9]{4}", omitted) else NO_YEAR
    draft.birthday = birthday(text, omitted_year=year)
    if not draft.birthday:
        draft.issues.add(said.number, "birthday", text)


def _tags(draft: Draft, said: Property, value: _Value) -> None:
    for one in value.listed():
        if kept := draft.short(one, said.number):
            draft.tags.setdefault(kept)


def _note(draft: Draft, said: Property, value: _Value) -> None:
    if value.plain().strip():
        draft.notes.append(value.plain())


def _uid(draft: Draft, said: Property, value: _Value) -> None:
    draft.uid = draft.uid or draft.line(value.plain(), said.number)


def _kind(draft: Draft, said: Property, value: _Value) -> None:
    kind = value.plain().strip().lower()
    draft.company = draft.company or kind in ("org", "company")
    draft.group = draft.group or kind == "group"


KNOWN: dict[str, Callable[[Draft, Property, _Value], None]] = {
    "FN": _formatted_name,
    "N": _name,
    "NICKNAME": _nickname,
    "ORG": _org,
    "TITLE": _title,
    "ROLE": _role,
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _url,
    "ADR": _address,
    "LABEL": _label,
    "BDAY": _birthday,
    "CATEGORIES": _tags,
    "NOTE": _note,
    "UID": _uid,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _kind,
    "IMPP": _messaging,
    "X-MS-IMADDRESS": _messaging_on("im"),
    "SOCIALPROFILE": _social,
    "X-SOCIALPROFILE": _social,
    **{f"X-{site.upper()}": _social_on(site) for site in SITES},
    **{f"X-{service.upper()}": _messaging_on(service) for service in SCHEMES},
    **{f"X-MESSAGING/{service.upper()}-ALL": _messaging_on(service) for service in SCHEMES},
}
"""The properties read, by name; all others live on in a card's raw lines."""
