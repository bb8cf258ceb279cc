"""Archives: the files of people in them are read as if they lay beside it, and nothing else is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from gardener.exchange import archive
from gardener.exchange.archive import opened
from gardener.exchange.card import Reading, Unreadable
from gardener.exchange.importing import read_files
from gardener.exchange.input_file import InputFile

CONNECTIONS = (
    "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Lovelace,https://www.linkedin.com/in/ada,,Acme,Engineer,12 Mar 2024\n"
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,CONTENT\n"
    "1,,Ada,,Me,2024-01-01 10:00:00 UTC,Hi\n"
)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def test_linkedins_download_gives_its_connections_and_no_complaint() -> None:
    data = packed(
        {
            "messages.csv": MESSAGES,
            "Connections.csv": CONNECTIONS,
            "Profile.csv": "First Name,Headline\nA,b\n",
        }
    )
    (read,) = read_files([InputFile("/home/ann/Basic_LinkedInDataExport.zip", data)])
    assert read.path == "/home/ann/Basic_LinkedInDataExport.zip/Connections.csv"
    assert isinstance(read.reading, Reading)
    assert [card.name for card in read.reading.cards] == ["Ada Lovelace"]


def test_several_files_of_people_are_several_files() -> None:
    data = packed(
        {"a/cards.vcf": CARD, "b.CSV": CONNECTIONS, "__MACOSX/a/._cards.vcf": CARD, "photo.png": b"\x89PNG"}
    )
    found = opened(InputFile("all.zip", data))
    assert [file.path for file in found] == ["all.zip/a/cards.vcf", "all.zip/b.CSV"]


@pytest.mark.parametrize(
    "data",
    [
        packed({}),
        packed({"messages.csv": MESSAGES}),
        packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
        packed({"inner.zip": packed({"cards.vcf": CARD})}),
        packed({"cards.vcf": CARD})[:-30],
        b"PK\x03\x04" + bytes(range(256)) * 8,
    ],
    ids=["empty", "others", "spreadsheet", "nested", "torn", "noise"],
)
def test_an_archive_without_people_is_told_to_be_one(data: bytes) -> None:
    (read,) = read_files([InputFile("some.zip", data)])
    assert read.path == "some.zip"
    assert isinstance(read.reading, Unreadable)
    assert read.reading.code in ("archive", "not-text")


def test_a_bomb_is_not_blown_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "SIZE_LIMIT", 1_000_000)
    data = packed({"big.vcf": CARD + "x" * 50_000_000})
    assert len(data) < 100_000
    assert opened(InputFile("bomb.zip", data)) == (InputFile("bomb.zip", problem="too-large"),)
    many = packed({f"{number}.vcf": CARD + "x" * 300_000 for number in range(9)})
    assert opened(InputFile("many.zip", many)) == (InputFile("many.zip", problem="too-large"),)


def test_what_is_no_archive_stays_as_it_is() -> None:
    for file in (InputFile("cards.vcf", CARD.encode()), InputFile("gone.zip", problem="missing")):
        assert opened(file) == (file,)
