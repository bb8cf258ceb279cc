"""vCard 2.1, 3.0 and 4.0: every card of a file, whatever state it is in."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field, replace

from gardener.exchange.card import Card, Reading, Skipped, Unreadable, Where
from gardener.exchange.content_lines import ContentLine, Property, content_lines, name_of, parse
from gardener.exchange.decoding import Decoder, codec
from gardener.exchange.draft import Draft, Issues
from gardener.exchange.vcard_properties import KNOWN, take

PEOPLE_LIMIT = 200_000
"""Most cards read of one file."""

_BEGIN = re.compile(rb"^[^\w\n]{0,8}BEGIN[ \t]*:[ \t]*VCARD[ \t\"']*\r?$", re.IGNORECASE | re.MULTILINE)
_JUNK = re.compile(r"^[^A-Z0-9]+")
_QP_RUN = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_VERSIONS = {"2.1": "2.1", "3.0": "3.0", "4.0": "4.0"}


def read(decoder: Decoder) -> Reading | Unreadable:
    """All cards of a file, in the order in which they begin; `Unreadable` only when there are too many."""
    file = _File(decoder)
    for line in content_lines(decoder.data):
        if line.mark == "BEGIN":
            if len(file.found) >= PEOPLE_LIMIT:
                return Unreadable(code="too-many")
            file.begin(line)
        elif line.mark == "END":
            file.end()
        else:
            file.take(line)
    while file.open:
        file.open[-1].draft.issues.add(file.open[-1].draft.where.line, "no-end")
        file.end()
    found = [file.found[number] for number in sorted(file.found)]
    versions = {v for v in file.versions if v}
    return Reading(
        format=f"vcard-{versions.pop()}" if len(versions) == 1 else "vcard" if versions else "vcard-3.0",
        cards=tuple(one for one in found if isinstance(one, Card)),
        skipped=tuple(one for one in found if isinstance(one, Skipped)),
        issues=tuple(file.issues.kept),
        encoding=decoder.encoding,
    )


@dataclass(slots=True)
class _Open:
    """A card between its BEGIN and its END."""

    draft: Draft
    agent: bool = False
    agent_next: bool = False
    version: str = ""
    lines: list[str] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)


class _File:
    """The cards of one file. A BEGIN before another's END opens one more; after it the outer one goes on.

    So neither a lost END nor a card inside of another costs anybody; only what stands in an AGENT is not a
    card of its own.
    """

    def __init__(self, decoder: Decoder) -> None:
        self.decoder = decoder
        self.open: list[_Open] = []
        self.found: dict[int, Card | Skipped | None] = {}
        self.versions: set[str] = set()
        self.issues = Issues()

    def begin(self, line: ContentLine) -> None:
        number = len(self.found) + 1
        self.found[number] = None  # keeps its place in the order until its END
        outer = self.open[-1] if self.open else None
        card = _Open(
            Draft(Where(kind="card", number=number, line=line.number)),
            agent=outer is not None and (outer.agent or outer.agent_next),
        )
        if outer:
            outer.agent_next = False
        if line.octets.lstrip()[:5].upper() != b"BEGIN":
            card.draft.issues.add(line.number, "odd-begin", self.decoder.decode(line.octets))
        self.open.append(card)

    def end(self) -> None:
        if not self.open:
            return
        card = self.open.pop()
        draft = card.draft
        for known in card.properties:
            take(draft, known, self._value(known, card), version=card.version or "3.0")
        draft.raw = "\n".join(card.lines)
        self.versions.add(card.version)
        finished = draft.card()
        if card.agent:
            detail = finished.name if isinstance(finished, Card) else ""
            finished = Skipped(where=draft.where, reason="agent", detail=detail)
        self.found[draft.where.number] = finished

    def take(self, line: ContentLine) -> None:
        """Puts a line into the card it stands in."""
        text = self.decoder.decode(line.octets)
        if not self.open:
            self.issues.add(line.number, "stray", text)
            return
        card = self.open[-1]
        if line.too_long:
            card.draft.issues.add(line.number, "line-too-long", text)
            return
        card.lines.append(text)
        name = name_of(text)
        mended = name if name in KNOWN else _JUNK.sub("", name[:8]) + name[8:]
        if mended not in KNOWN:
            if ":" not in text:
                card.draft.issues.add(line.number, "no-colon", text)
            elif name == "VERSION":
                card.version = card.version or _VERSIONS.get(text.partition(":")[2].strip(), "")
            card.agent_next = name == "AGENT" and not text.partition(":")[2].strip()
            return
        card.agent_next = False
        said = parse(text, line.number)
        if said is None:
            card.draft.issues.add(line.number, "no-colon", text)
            return
        if mended != name:
            card.draft.issues.add(line.number, "odd-name", text)
            said = replace(said, name=mended)
        card.properties.append(said)

    def _value(self, known: Property, card: _Open) -> str:
        """The value of a property with its transfer encoding and character set undone."""
        if not known.parameters:
            return known.value
        bare = {value.upper() for value in known.parameters.get("", ())}
        encoding = known.parameter("ENCODING").upper()
        if encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in bare:
            return self._printable(known, card)
        if encoding in ("B", "BASE64") or bare & {"B", "BASE64"}:
            try:
                octets = binascii.a2b_base64(known.value.encode("ascii", "ignore"))
            except binascii.Error:
                card.draft.issues.add(known.number, "encoding", known.value)
                return ""
            return self.decoder.decode_as(octets, known.parameter("CHARSET"))
        return known.value

    def _printable(self, known: Property, card: _Open) -> str:
        charset = known.parameter("CHARSET") or next(
            (v for v in known.parameters.get("", ()) if codec(v)), ""
        )
        if charset and not codec(charset):
            card.draft.issues.add(known.number, "charset", charset)
        if known.value.isascii():
            return self.decoder.decode_as(binascii.a2b_qp(known.value), charset)

        def plain(run: re.Match[str]) -> str:
            return self.decoder.decode_as(bytes.fromhex(run.group().replace("=", "")), charset)

        return _QP_RUN.sub(plain, known.value)


def looks_like(decoder: Decoder) -> bool:
    """Whether a line of the file begins a card."""
    return _BEGIN.search(decoder.data) is not None
