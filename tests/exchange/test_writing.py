"""What is written is read again as it was; what is not ours survives; no value becomes a line or a formula of its own."""

from __future__ import annotations

import importlib
import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.contact import Contact
from gardener.domain.records import Source
from gardener.domain.text import clean_line, clean_text
from gardener.exchange import table_writing, vcard_writing
from gardener.exchange.card import Card, Reading
from gardener.exchange.merge import merged, said_by
from gardener.exchange.reading import read

FIELDS = (
    "name",
    "nicknames",
    "org",
    "title",
    "emails",
    "phones",
    "urls",
    "addresses",
    "birthday",
    "tags",
    "notes",
)
VERSIONS = pytest.mark.parametrize("version", vcard_writing.VERSIONS)
ID = "00000000-0000-4000-8000-000000000001"
FULL = Contact(
    id=ID,
    name="Zoë Å. Silva, PhD",
    created=date(2026, 1, 1),
    nicknames=("Zo",),
    org="Acme; Sons, Inc.",
    title="Head of \\ things",
    emails=("zoe@x.example", "z@home.example"),
    phones=("+49 170 1",),
    urls=("https://www.linkedin.com/in/zoe", "skype:zo", "x.example/a;b"),
    addresses=("Weg 1, Köln, DE",),
    birthday="1980-03-22",
    tags=("a,b", "c"),
    notes="one\ntwo, three; four \\n five\n" + "ü" * 200,
)


def source_of(card: Card, format_: str) -> Source:
    return Source(
        id="s",
        contact=ID,
        format=format_,
        key="",
        digest=card.digest,
        raw=card.raw,
        said=tuple(said_by(card).items()),
    )


def contact_of(card: Card) -> Contact:
    return merged(Contact(id=ID, name=card.name, created=date(2026, 1, 1)), card, {})


def back(text: str) -> Contact:
    reading = read("file", text.encode())
    assert isinstance(reading, Reading), text
    (card,) = reading.cards
    assert card.issues == reading.issues == ()
    return contact_of(card)


def known(contact: Contact) -> dict[str, object]:
    values = {name: getattr(contact, name) for name in FIELDS}
    return {name: sorted(value) if isinstance(value, tuple) else value for name, value in values.items()}


@VERSIONS
@pytest.mark.parametrize("birthday", ["1980-03-22", "--02-29", ""])
def test_who_was_typed_comes_back(version: str, birthday: str) -> None:
    contact = replace(FULL, birthday=birthday)
    text = vcard_writing.write([(contact, ())], version=version)
    assert text.startswith(f"BEGIN:VCARD\r\nVERSION:{version}\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert known(back(text)) == known(contact)


LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(clean_line)


@given(name=LINES.filter(bool), org=LINES, tag=LINES, note=st.text(max_size=80).map(clean_text))
def test_no_value_becomes_a_line_of_its_own(name: str, org: str, tag: str, note: str) -> None:
    contact = Contact(
        id=ID,
        name=name,
        created=date(2026, 1, 1),
        org=org,
        tags=(tag,) if tag else (),
        notes=note,
        phones=("1",),
    )
    for version in vcard_writing.VERSIONS:
        assert known(back(vcard_writing.write([(contact, ())], version=version))) == known(contact)


APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iOS 17.4//EN
N:Silva;Ana;;Dr.;
FN:Ana Silva
ORG:Meridian\\, Inc.;Design
EMAIL;type=INTERNET;type=HOME;type=pref:ana@x.example
item1.TEL;type=CELL:+1 415 555 0101
item1.X-ABLabel:mobile of old
item2.URL;type=pref:http\\://www.ana.example/
item2.X-ABLabel:_$!<HomePage>!$_
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAM=
X-MYSTERY;a=b:kept as it is; with, everything
END:VCARD
"""


def test_what_is_not_ours_survives_line_for_line_and_what_is_gone_goes_with_its_label() -> None:
    reading = read("a.vcf", APPLE.encode())
    assert isinstance(reading, Reading)
    (card,) = reading.cards
    contact = replace(contact_of(card), phones=(), emails=("ana@x.example", "new@x.example"), title="Chair")
    text = vcard_writing.write([(contact, [source_of(card, reading.format)])], version="3.0")
    lines = text.replace("\r\n ", "").split("\r\n")
    for line in APPLE.splitlines():
        gone = line.startswith(("PRODID", "item1"))
        assert (line in lines) is not gone, line
    assert [line for line in lines if line.startswith(("EMAIL:", "TITLE:", "UID:"))] == [
        f"UID:{ID}",
        "TITLE:Chair",
        "EMAIL:new@x.example",
    ]
    assert known(back(text)) == known(contact)
    renamed = vcard_writing.write(
        [(replace(contact, name="Ana Roth"), [source_of(card, "vcard-3.0")])], version="3.0"
    )
    assert "FN:Ana Roth\r\nN:Roth;Ana;;;\r\n" in renamed
    assert "N:Silva" not in renamed


def test_every_card_of_the_corpus_comes_back_and_parses_in_vobject(shared: Path) -> None:
    vobject = importlib.import_module("vobject")
    logging.getLogger("vobject").setLevel(logging.CRITICAL)
    written = 0
    for path in sorted((shared / "corpus/vcard").rglob("*.vcf")):
        reading = read(path.name, path.read_bytes())
        if not isinstance(reading, Reading):
            continue
        for card in reading.cards:
            contact = contact_of(card)
            for version in vcard_writing.VERSIONS:
                text = vcard_writing.write([(contact, [source_of(card, reading.format)])], version=version)
                (theirs,) = vobject.readComponents(text)
                assert (theirs.fn.value, theirs.version.value) == (contact.name, version), path
                assert theirs.n is not None, path
                assert theirs.uid.value, path
                assert known(back(text)) == known(contact), path
                written += 1
    assert written > 400


def test_a_table_comes_back_and_holds_no_formula() -> None:
    contact = replace(
        FULL,
        name="=HYPERLINK(1)",
        org="@SUM",
        title="-1",
        notes="'quoted'",
        emails=("=cmd@x.example",),
        met=date(2024, 3, 12),
    )
    text = table_writing.write([contact])
    assert '"\'=HYPERLINK(1)"' in text
    assert not any(f'"{sign}' in text for sign in "=+-@")
    reading = read("people.csv", text.encode())
    assert isinstance(reading, Reading)
    assert reading.cards[0].met == date(2024, 3, 12)
    assert known(contact_of(reading.cards[0])) == known(contact)
