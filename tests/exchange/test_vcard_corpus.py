"""The bar: real files of other programs are read whole, and what they say comes out right."""

from __future__ import annotations

import importlib
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gardener.exchange.card import Card, Reading, Unreadable
from gardener.exchange.reading import read
from tests.exchange.expectations import Expected, expected_cards, listed, scan


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    found = sorted((shared / "corpus" / "vcard").rglob("*.vcf"))
    assert len(found) > 150
    return found


def _readings(files: list[Path]) -> Iterator[tuple[Path, bytes, Reading]]:
    for path in files:
        data = path.read_bytes()
        reading = read(path.name, data)
        if isinstance(reading, Reading):
            yield path, data, reading


def _usable(card: Card) -> bool:
    return bool(card.name and (card.emails or card.phones or card.urls or card.addresses))


def test_only_files_without_a_person_are_unreadable(files: list[Path]) -> None:
    unreadable = {path: read(path.name, path.read_bytes()) for path in files}
    for path, reading in unreadable.items():
        if isinstance(reading, Unreadable):
            assert reading.code in ("empty", "no-people"), path
            assert not any(one.named or one.reachable for one in scan(path.read_bytes())), path


def test_every_begin_is_seen(files: list[Path]) -> None:
    for path, data, reading in _readings(files):
        assert reading.seen == len(scan(data)), path
        lines = [card.where.line for card in reading.cards] + [one.where.line for one in reading.skipped]
        assert sorted(lines) == [one.line for one in scan(data)], path


def test_every_card_keeps_its_name_and_every_reachable_one_is_usable(files: list[Path]) -> None:
    named = usable = 0
    for path, data, reading in _readings(files):
        by_line = {card.where.line: card for card in reading.cards}
        for one in scan(data):
            if one.named:
                named += 1
                assert by_line[one.line].name, path
            if one.formatted_name:
                assert by_line[one.line].name == one.formatted_name, path
            if one.named and one.reachable:
                usable += 1
                assert _usable(by_line[one.line]), path
    assert named >= 216
    assert usable >= 168


def test_raw_lines_carry_everything_that_was_read(files: list[Path]) -> None:
    for path, _data, reading in _readings(files):
        for card in reading.cards:
            again = read("again.vcf", f"BEGIN:VCARD\n{card.raw}\nEND:VCARD\n".encode())
            assert isinstance(again, Reading), path
            assert again.cards[0].digest == card.digest, path


def _suffixed(files: list[Path], *suffixes: str) -> list[tuple[Path, Path]]:
    pairs = [
        (p, Path(str(p) + suffix)) for p in files for suffix in suffixes if Path(str(p) + suffix).exists()
    ]
    assert pairs
    return pairs


def test_values_are_what_calcard_and_kde_expect(files: list[Path]) -> None:
    compared = 0
    for path, beside in _suffixed(files, ".out", ".ref", ".2_1ref"):
        reading = read(path.name, path.read_bytes())
        expected = expected_cards(beside.read_text(encoding="utf-8"))
        if isinstance(reading, Unreadable):
            assert not any(one.first("FN") or one.first("N").strip(";") for one in expected), path
            continue
        assert reading.seen == len(expected), path
        for card in reading.cards:
            _compare(card, expected[card.where.number - 1], beside)
            compared += 1
    assert compared >= 65


def _compare(card: Card, expected: Expected, source: Path) -> None:
    said = f"{source.name}, card {card.where.number}"
    if expected.first("FN"):
        assert card.name == _line(expected.first("FN")), said
    organisations = [part for value in expected["ORG"] for part in listed(value, ";")]
    assert card.org == next(iter(organisations), ""), said
    assert card.title == _line(expected.first("TITLE") or expected.first("ROLE")), said
    assert list(card.emails) == _distinct(expected.texts("EMAIL")), said
    assert list(card.phones) == _distinct(text.removeprefix("tel:") for text in expected.texts("TEL")), said
    urls = _distinct(expected.texts("URL"))
    assert [url for url in card.urls if url in urls] == urls, said
    assert list(card.nicknames) == _distinct(
        n for value in expected["NICKNAME"] for n in listed(value, ",")
    ), said
    assert list(card.tags) == _distinct(t for value in expected["CATEGORIES"] for t in listed(value, ",")), (
        said
    )
    assert card.note == "\n".join(expected.texts("NOTE")).strip(), said
    assert card.uid == expected.first("UID").strip(), said


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _distinct(texts: Iterator[str] | list[str]) -> list[str]:
    return list(dict.fromkeys(_line(text) for text in texts if text.strip()))


def test_vobject_agrees_where_it_can_read_at_all(files: list[Path]) -> None:
    vobject = pytest.importorskip("vobject")
    base = importlib.import_module("vobject.base")
    logging.getLogger("vobject").setLevel(logging.CRITICAL)
    agreed = 0
    for path, data, reading in _readings(files):
        try:
            theirs = list(vobject.readComponents(data.decode()))
        except (base.VObjectError, UnicodeDecodeError, ValueError, IndexError, AttributeError):
            continue
        if len(theirs) != reading.seen:
            continue
        for card in reading.cards:
            their = theirs[card.where.number - 1].contents
            if (version := their.get("version")) and version[0].value == "2.1":
                continue  # which it does not unescape or decode
            if "fn" in their and "," not in card.name:  # where it cuts a name that is not escaped
                assert card.name == _line(their["fn"][0].value), path
            assert list(card.emails) == _distinct(str(one.value) for one in their.get("email", [])), path
            agreed += 1
    assert agreed >= 150


def test_text_in_code_pages_is_read_as_it_was_meant(shared: Path) -> None:
    folder = shared / "corpus/vcard/FolkerKinzel+VCards/src/FolkerKinzel.VCards.Tests/TestFiles"

    def names(file: str) -> list[str]:
        reading = read(file, (folder / file).read_bytes())
        assert isinstance(reading, Reading)
        return [card.name for card in reading.cards]

    assert names("MultiAnsiFilterTests/German.vcf") == ["Sören Täve Nüßlebaum"]
    assert names("MultiAnsiFilterTests/Murks.vcf") == ["Sören Täve Nüßlebaum"]
    assert names("MultiAnsiFilterTests/Hebrew.vcf") == ["אפרים קישון"]
    assert names("Utf-8/Hebrew.vcf") == ["אפרים קישון"]
    assert names("Utf-8/Ukrainian.vcf") == ["Віталій Володи́мирович Кличко́"]


def test_a_line_folded_without_an_indent_costs_itself_only(shared: Path) -> None:
    folder = shared / "corpus/vcard/apple+ccs-caldavtester/Resource/CardDAV"
    reading = read("15.vcf", (folder / "bulk/simple/15.vcf").read_bytes())
    assert isinstance(reading, Reading)
    assert [(issue.line, issue.code) for issue in reading.cards[0].issues] == [(9, "no-colon")]
    assert reading.cards[0].emails == ("user01@example.com",)


def test_linkedin_exports_are_read(shared: Path) -> None:
    folder = shared / "corpus/csv/linkedin"
    found = {path.parent.name: read(path.name, path.read_bytes()) for path in folder.rglob("*.csv")}
    hops = found["AbhiramJayasankar+six-hops"]
    network = found["labeldekho+linkedin-network-intelligence"]
    assert isinstance(hops, Reading)
    assert isinstance(network, Reading)
    assert [c.name for c in hops.cards] == ["Priya Sharma", "Rahul Iyer", "Priya Sharma", "Anita Rao"]
    assert [s.reason for s in hops.skipped] == ["nameless"]
    assert len(network.cards) == 10
    assert network.cards[0].urls == ("https://www.linkedin.com/in/alicejohnson",)
    assert str(network.cards[9].met) == "2024-03-25"


def test_address_books_of_other_programs_are_read(shared: Path) -> None:
    folder = shared / "corpus/csv"
    files = {p.name: p for p in folder.rglob("*") if p.is_file() and "linkedin" not in p.parts}
    assert len(files) >= 8
    found = {name: read(name, path.read_bytes()) for name, path in files.items()}
    told = {
        name: (one.format, len(one.cards), one.cards[0].name, one.cards[0].emails[:1])
        for name, one in found.items()
        if isinstance(one, Reading)
    }
    assert told == {
        "Sample CSV file for importing contacts.csv": ("outlook-csv", 5, "Anita Jorgensen", ("Anita@contoso.com",)),
        "Outlook365.csv": ("outlook-csv", 6, "Anita Jorgensen", ("Anita@contoso.com",)),
        "GoogleCreatedOutlook.csv": (
            "outlook-csv", 1, "Dr. Max Middle Name Mustermann jr.", ("privat@folker-kinzel.de",),
        ),
        "google_contacts.csv": ("google-csv", 2, "Jerry Mathis", ("jerry@example.com",)),
        "export.txt": ("thunderbird-csv", 2, "contact number one", ("contact1@invalid",)),
        "basic_addressbook.csv": ("thunderbird-csv", 1, "John Doe", ("johndoe@host.invalid",)),
        "basic_csv_addressbook.csv": ("thunderbird-csv", 2, "John Doe", ("john@doe.invalid",)),
        "utf16_addressbook.csv": ("thunderbird-csv", 1, "John Doe", ("johndoe@host.invalid",)),
        "quote.csv": ("thunderbird-csv", 1, "Acer America", ()),
    }  # fmt: skip
    for name, one in found.items():
        if name not in told:
            assert isinstance(one, Unreadable), name
            assert one.code == "unknown-format", name
            assert one.first_lines, name
