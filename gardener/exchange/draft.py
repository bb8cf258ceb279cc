"""What a reader gathers of one person, line by line, until it is a card."""

from __future__ import annotations

from datetime import date

from gardener.domain.text import NAME_LIMIT, NOTE_LIMIT, VALUE_LIMIT, clean_line, clean_text
from gardener.exchange.card import EXCERPT_LIMIT, Card, Issue, Skipped, Where

_ISSUES_KEPT = 100


class Issues:
    """Issues in the order they were met, the first hundred of them."""

    __slots__ = ("kept",)

    def __init__(self) -> None:
        self.kept: list[Issue] = []

    def add(self, line: int, code: str, about: str = "") -> None:
        if len(self.kept) < _ISSUES_KEPT:
            self.kept.append(
                Issue(line=line, code=code, excerpt=clean_line(about[:400])[:EXCERPT_LIMIT].rstrip())
            )
        elif len(self.kept) == _ISSUES_KEPT:
            self.kept.append(Issue(line=line, code="more"))


class Draft:
    """The growing card of one person: text is made harmless and cut to its limit on its way in.

    Empty values are ignored and repetitions dropped; of `org`, `title` and the like the first that says
    something stays. A card may have any of four names: `name` (the one shown), `parts` (put together), a
    nickname, `org`.
    """

    def __init__(self, where: Where) -> None:
        self.where = where
        self.issues = Issues()
        self.raw = ""
        self.name = self.parts = self.org = self.department = self.title = self.role = ""
        self.uid = self.birthday = ""
        self.met: date | None = None
        self.company = self.group = False
        self.nicknames: dict[str, None] = {}
        self.emails: dict[str, None] = {}
        self.phones: dict[str, None] = {}
        self.urls: dict[str, None] = {}
        self.addresses: dict[str, None] = {}
        self.labels: dict[str, None] = {}
        self.tags: dict[str, None] = {}
        self.notes: list[str] = []

    def line(self, text: str, number: int, *, limit: int = VALUE_LIMIT) -> str:
        """`text` harmless and on one line of at most `limit` characters; an issue tells when it was cut."""
        kept = clean_line(text[: 2 * VALUE_LIMIT])
        if len(kept) > limit or len(text) > 2 * VALUE_LIMIT:
            self.issues.add(number, "cut", kept)
            kept = kept[:limit].rstrip()
        return kept

    def short(self, text: str, number: int) -> str:
        """`text` as `line`, no longer than a name."""
        return self.line(text, number, limit=NAME_LIMIT)

    def add(self, values: dict[str, None], text: str, number: int) -> None:
        """Puts `text` behind the others of `values`, one of this draft's own."""
        if kept := self.line(text, number):
            values.setdefault(kept)

    def card(self) -> Card | Skipped:
        """The card, named by what it has; without name and means of contact it is skipped as `empty`."""
        addresses = tuple(self.addresses or self.labels)
        means = (*self.emails, *self.phones, *self.urls, *addresses)
        name = self.name or self.parts or next(iter(self.nicknames), "") or self.org or next(iter(means), "")
        if not name:
            return Skipped(where=self.where, reason="empty", detail=self.uid)
        note = clean_text("\n".join(self.notes))
        if len(note) > NOTE_LIMIT:
            self.issues.add(self.where.line, "cut", note)
            note = note[:NOTE_LIMIT].rstrip()
        return Card(
            name=name[:NAME_LIMIT].rstrip(),
            nicknames=tuple(self.nicknames),
            org=self.org,
            department=self.department,
            title=self.title or self.role,
            emails=tuple(self.emails),
            phones=tuple(self.phones),
            urls=tuple(self.urls),
            addresses=addresses,
            birthday=self.birthday,
            tags=tuple(self.tags),
            note=note,
            uid=self.uid,
            met=self.met,
            company=self.company,
            group=self.group,
            raw=self.raw,
            where=self.where,
            issues=tuple(self.issues.kept),
        )
