"""What a reader hands back of a file: cards, what was left out and why, or why nothing could be read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Literal

EXCERPT_LIMIT = 80
"""Longest excerpt of a line shown with an issue, in characters."""
FIRST_LINES = 5
FIRST_LINE_LIMIT = 120
"""How much of a file that cannot be read is shown: so many lines of so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in a file: the `number`-th card or row (from 1), beginning on `line` (from 1)."""

    kind: Literal["card", "row"]
    number: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One line that could not be understood as it stands; what was around it has been read all the same.

    Codes: `no-colon`, `odd-name` (read nevertheless), `odd-begin` (likewise), `no-end`, `line-too-long`, `cut`,
    `charset`, `encoding`, `birthday`, `date`, `two-days` (day or month first?), `future` (ahead), `columns`,
    `unclosed-quote`, `stray` (outside of every card), `more` (there are further issues; they were not kept).
    """

    line: int
    code: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person or company as a file tells of it. Text is harmless and, `note` apart, one line.

    `urls` also holds instant-messaging and social addresses as URIs (`xmpp:jo@example.org`); a LinkedIn
    profile stands as `https://www.linkedin.com/in/<slug>`. `birthday` is '1980-03-22', '--05-15' (no year) or
    ''. `met` is the day LinkedIn gives. `raw` is the card's content lines, unfolded, one a line and in their
    order, or the row as JSON of header → value. `group` marks a list of members that an address book keeps as
    a card.
    """

    name: str
    nicknames: tuple[str, ...] = ()
    org: str = ""
    department: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    birthday: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    uid: str = ""
    met: date | None = None
    company: bool = False
    group: bool = False
    raw: str = ""
    where: Where
    issues: tuple[Issue, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of what the card says of the person; its place, `raw` and `issues` do not count."""
        said = [
            self.name, self.nicknames, self.org, self.department, self.title,
            self.emails, self.phones, self.urls, self.addresses,
            self.birthday, self.tags, self.note, self.uid,
            self.met.isoformat() if self.met else "", self.company, self.group,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(["card-1", said], ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A card or row that gives no contact.

    Reasons: `empty` (neither name nor means of contact), `agent` (a card inside another's AGENT; `detail` is
    its name), `blank-row`,
    `header-row` (a second export in the same file), `nameless` (a row with neither name nor means), `unreadable-row`.
    """

    where: Where
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file that was read: its `cards` and what was `skipped`, each in the file's order.

    `format` is `vcard-2.1`, `vcard-3.0`, `vcard-4.0`, `vcard` (several versions), `linkedin-connections`,
    `google-csv`, `outlook-csv`, `thunderbird-csv` or `table-csv`;
    `encoding` is how its bytes were understood; `issues` are those that lie outside of every card.
    """

    format: str
    cards: tuple[Card, ...]
    skipped: tuple[Skipped, ...] = ()
    issues: tuple[Issue, ...] = ()
    encoding: str = "utf-8"

    @property
    def seen(self) -> int:
        """How many cards or rows the file holds."""
        return len(self.cards) + len(self.skipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that gives nobody.

    Codes: `empty`, `not-text`, `unknown-format` (text, of no format known here), `no-people` (a known format
    without a single person), `too-large`, `too-many` (people). `first_lines` shows how it begins: at most 5
    harmless lines of at most 120 characters. `like` tells what a file of an unknown format seems to be:
    `linkedin-other`, `address-book`, `calendar`, `mail`, or nothing.
    """

    code: str
    first_lines: tuple[str, ...] = ()
    like: str = ""

    @property
    def reason(self) -> str:
        """What it is told to be: what it is like, else its code."""
        return self.like or self.code
