"""Content lines of vCard and their parts: unfolding, parameters, escapes, as tolerant as real files ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE_LIMIT = 16 * 1024 * 1024
"""Longest content line that is kept, in bytes; of a longer one only the beginning is."""

_MARK = re.compile(
    rb"[^\w\n]{0,8}?(BEGIN|END)[ \t]*:[ \t]*VCARD(?:[ \t\"']*\Z|[ \t]*(?=(?:BEGIN|END)[ \t]*:))", re.I
)
_BLANKS = (b" ", b"\t")
_BINARY = re.compile(rb"[^:]{0,2000};[ \t]*(?:ENCODING[ \t]*=[ \t]*)?\"?(?:BASE64|B)\"?[ \t]*[;:]", re.I)
_TOKEN = re.compile(r"\\.|[^\\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^([n^'])")
_QUOTED = re.compile(r'"(?:\\"|[^"])*"|[:]|[^":]+|"', re.DOTALL)
_PLAIN_QUOTED = re.compile(r'"[^"]*"|[:]|[^":]+|"', re.DOTALL)
_PIECE = re.compile(r'(?:"(?:\\"|[^"])*"|[^";]+|")+|;', re.DOTALL)
_NAME = re.compile(r"([^:;]{1,1000})[:;]")
_HEAD_LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A logical line: `number` of its first physical line (from 1), its bytes, `mark` BEGIN, END or ''."""

    number: int
    octets: bytes
    mark: str = ""
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """A content line taken apart: `name` in upper case without its group; `value` still escaped and encoded.

    `parameters` maps upper-case names to their values; a bare parameter (2.1: `TEL;HOME`) stands under ''.
    """

    name: str
    parameters: dict[str, tuple[str, ...]]
    value: str
    number: int

    def parameter(self, name: str) -> str:
        """The first value of parameter `name`, or ''."""
        return self.parameters.get(name, ("",))[0]

    def types(self) -> frozenset[str]:
        """TYPE values and bare parameters, in upper case."""
        return frozenset(v.upper() for key in ("TYPE", "") for v in self.parameters.get(key, ()))


def content_lines(data: bytes) -> Iterator[ContentLine]:
    """The logical lines of `data` (line ends `\\n`), blank ones left out.

    Joined are: lines that begin with a blank or tab; after a soft break (`=` at the end) of a
    QUOTED-PRINTABLE property the next line; after a base64 property the lines without a colon, though not
    indented. BEGIN and END of a card are never swallowed by a soft break. Cards indented as a whole are read
    as if they were not.
    """
    current: _Open | None = None
    indent = b""
    for number, line in _physical_lines(data):
        if line[:1] in _BLANKS:
            if (current is None or current.mark == "END" or current.blank) and _MARK.match(line.lstrip()):
                indent = line[: len(line) - len(line.lstrip())]
            if indent and line.startswith(indent):
                line = line[len(indent) :]
        if current:
            rest = current.continuation(line)
            if rest is not None:
                current.add(rest)
                continue
            yield from current.lines()
            if current.mark == "END":
                indent = b""
        current = _Open(number, line) if line.strip() else None
    if current:
        yield from current.lines()


def _physical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    # Not split(): a list of all lines of a large file costs as much as the file again.
    start = number = 0
    size = len(data)
    while start < size:
        number += 1
        end = data.find(b"\n", start)
        end = size if end < 0 else end
        line = data[start:end]
        yield number, line.rstrip(b"\r") if line.endswith(b"\r") else line
        start = end + 1


class _Open:
    """A logical line that may go on."""

    __slots__ = ("binary", "blank", "mark", "number", "parts", "printable", "size", "soft")

    def __init__(self, number: int, line: bytes) -> None:
        self.number = number
        self.parts = [line]
        self.size = len(line)
        self.blank = self.printable = self.binary = self.soft = False
        self.mark = ""
        if len(line) < 200 and b"VCARD" in line.upper() and (found := _MARK.match(line)):
            self.mark = found.group(1).decode().upper()
            return
        head = line.partition(b":")[0]
        if b";" in head:
            self.printable = b"QUOTED-PRINTABLE" in head.upper()
            self.binary = _BINARY.match(line) is not None
            self.soft = self._ends_softly(line)

    def continuation(self, line: bytes) -> bytes | None:
        """What `line` adds to this one, or None when it is a line of its own."""
        if self.mark:
            return None
        if self.soft:
            return None if _MARK.match(line) else line
        if line[:1] in _BLANKS:
            return line[1:]
        if not line:
            self.blank = True
            return b""
        if self.binary and not self.blank and b":" not in line:
            return line
        return None

    def add(self, rest: bytes) -> None:
        if not rest:
            return
        if self.soft:
            self.parts[-1] = self.parts[-1].rstrip(b" \t")[:-1]
        self.size += len(rest)
        if self.size <= LINE_LIMIT:
            self.parts.append(rest)
        self.soft = self._ends_softly(rest)

    def _ends_softly(self, line: bytes) -> bool:
        return self.printable and line.rstrip(b" \t").endswith(b"=")

    def lines(self) -> tuple[ContentLine, ...]:
        """This line; two when a mark is followed by another on the same one (`END:VCARDBEGIN:VCARD`)."""
        if self.size > LINE_LIMIT:
            return (ContentLine(self.number, self.parts[0][:200], too_long=True),)
        octets = self.parts[0] if len(self.parts) == 1 else b"".join(self.parts)
        if self.mark and (found := _MARK.match(octets)) and found.end() < len(octets):
            return (
                ContentLine(self.number, octets[: found.end()], self.mark),
                *_Open(self.number, octets[found.end() :]).lines(),
            )
        return (ContentLine(self.number, octets, self.mark),)


def name_of(text: str) -> str:
    """The property's name in an unfolded line, in upper case and without its group; '' when there is none."""
    head = _NAME.match(text)
    return head.group(1).rpartition(".")[2].strip().upper() if head else ""


def parse(text: str, number: int) -> Property | None:
    """The property in an unfolded line, or None when it has no name or no colon before its value."""
    colon = _value_colon(text)
    if not 0 < colon <= _HEAD_LIMIT:
        return None
    head, value = text[:colon], text[colon + 1 :]
    name = name_of(text)
    if not name:
        return None
    parameters: dict[str, tuple[str, ...]] = {}
    pieces = [piece for piece in _PIECE.findall(head) if piece != ";"] if ";" in head else [head]
    for piece in pieces[1:]:
        key, equals, said = piece.partition("=")
        if not equals:
            key, said = "", piece
        key = key.strip().strip('"').upper()
        parameters[key] = parameters.get(key, ()) + _parameter_values(
            said, text_value=key in ("LABEL", "X-USER")
        )
    return Property(name, parameters, value, number)


def _value_colon(text: str) -> int:
    """Where the value begins: the first colon that is not inside of a quoted parameter; -1 without one."""
    first = text.find(":")
    if first < 0 or text.find('"', 0, first) < 0:
        return first
    for pattern in (_QUOTED, _PLAIN_QUOTED):
        for token in pattern.finditer(text):
            if token.group() == ":":
                return token.start()
            if token.group() == '"':  # a quote that nothing closes: read it the other way
                break
    return first


def _parameter_values(said: str, *, text_value: bool) -> tuple[str, ...]:
    said = said.strip()
    if said.startswith('"') and said.endswith('"') and len(said) > 1:
        said = said[1:-1].replace('\\"', '"')
    if "^" in said:
        said = _CARET.sub(lambda m: {"n": "\n", "^": "^", "'": '"'}[m.group(1)], said)
    if text_value:
        return (unescape(said),)
    return tuple(part.strip().strip('"') for part in said.split(",") if part.strip())


def split(value: str, separators: str) -> list[str]:
    """`value` at each of `separators` that no backslash precedes; the parts are still escaped."""
    if "\\" not in value and len(separators) == 1:
        return value.split(separators)
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(value):
        if token in separators:
            parts.append([])
        else:
            parts[-1].append(token)
    return ["".join(part) for part in parts]


def unescape(value: str, *, breaks: bool = True) -> str:
    """`value` without its escapes; `\\n` is a line break only with `breaks`; unknown escapes stay."""
    if "\\" not in value:
        return value

    def plain(found: re.Match[str]) -> str:
        sign = found.group(1)
        if sign in "nN":
            return "\n" if breaks else found.group()
        return sign if sign in ',;:\\"' else found.group()

    return _ESCAPE.sub(plain, value)
