"""A second, strict reader for well-formed cards: what other suites expect, and what a scan of lines finds.

It shares no code with the package on purpose, so that one mistake cannot be made twice.
"""

from __future__ import annotations

import quopri
import re
from collections import defaultdict

_LINE = re.compile(r'^(?:([\w-]+)\.)?([\w/ -]+?)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$', re.DOTALL)
_SIGNS = {"n": "\n", "N": "\n", "r": "\r"}


class Expected(defaultdict[str, list[str]]):
    """The decoded but still escaped values of one card, by property name in upper case."""

    def __init__(self) -> None:
        super().__init__(list)

    def texts(self, name: str) -> list[str]:
        return [plain(value) for value in self[name] if plain(value).strip()]

    def first(self, name: str) -> str:
        return next(iter(self.texts(name)), "")


def plain(value: str) -> str:
    """`value` without escapes, CR LF as LF."""
    text = re.sub(r"\\(.)", lambda m: _SIGNS.get(m.group(1), m.group(1)), value, flags=re.DOTALL)
    return text.replace("\r\n", "\n")


def listed(value: str, separator: str) -> list[str]:
    """The plain parts of `value` between separators that are not escaped."""
    hidden = value.replace("\\\\", "\0").replace("\\" + separator, "\1")
    parts = (part.replace("\1", separator).replace("\0", "\\\\") for part in hidden.split(separator))
    return [plain(part).strip() for part in parts if plain(part).strip()]


def expected_cards(text: str) -> list[Expected]:
    """The cards of a well-formed file, in its order."""
    cards: list[Expected] = []
    inside = False
    for line in re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n"):
        if line.upper() == "BEGIN:VCARD":
            inside = True
            cards.append(Expected())
        elif line.upper() == "END:VCARD":
            inside = False
        elif inside and line:
            found = _LINE.match(line)
            assert found, f"an expectation that is not well-formed: {line!r}"
            value = found.group(4)
            if "QUOTED-PRINTABLE" in found.group(3).upper():
                value = quopri.decodestring(value.encode()).decode()
            cards[-1][found.group(2).upper()].append(value)
    return cards


_BEGIN = re.compile(r"\W{0,8}BEGIN:VCARD\s*$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[\w-]+\.)?(FN|N|ORG|NICKNAME)(;[^:]*)?:(.*[^;,\s].*)$", re.IGNORECASE)
_REACHED = re.compile(
    r"\W*(?:[\w-]+\.)?(EMAIL|TEL|URL|ADR|LABEL|IMPP|X-JABBER|X-SKYPE|X-ICQ|X-AIM|X-MSN|X-YAHOO|X-SOCIALPROFILE)"
    r"(;[^:]*)?:(.*[^;,\s].*)$",
    re.IGNORECASE,
)


class Scanned:
    """What a scan of lines sees of a card: whether it has a name and a means, and its FN where that is plain."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.named = self.reachable = False
        self.formatted_name = ""

    def look(self, line: str) -> None:
        if found := _NAMED.match(line):
            self.named = True
            if found.group(1).upper() == "FN" and not found.group(2) and "\\" not in line and line.isascii():
                self.formatted_name = self.formatted_name or " ".join(found.group(3).split())
        if _REACHED.match(line):
            self.reachable = True


def scan(data: bytes) -> list[Scanned]:
    """Every `BEGIN:VCARD` of a file that begins a line, with what its lines hold."""
    cards: list[Scanned] = []
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    for number, line in enumerate(re.split(r"\r*\n|\r", text), 1):
        if _BEGIN.match(line):
            cards.append(Scanned(number))
        elif cards:
            cards[-1].look(line)
    return cards
