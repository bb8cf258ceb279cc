"""Whatever the bytes: formats are told by content, hostile files cost little, and nothing raises."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gardener.domain.text import NAME_LIMIT, NOTE_LIMIT, clean_line, clean_text
from gardener.exchange import linkedin, vcard
from gardener.exchange import reading as reading_module
from gardener.exchange.card import Card, Reading, Unreadable
from gardener.exchange.reading import read

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane Müller\r\nEMAIL:jane@example.org\r\nEND:VCARD\r\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Jane,Müller,https://www.linkedin.com/in/jane,,Acme,Clerk,12 Mar 2024\r\n"
)


def people(data: bytes | str, filename: str = "file") -> Reading:
    found = read(filename, data.encode() if isinstance(data, str) else data)
    assert isinstance(found, Reading), found
    return found


def refused(data: bytes | str, filename: str = "file", *, format: str | None = None) -> Unreadable:
    found = read(filename, data.encode() if isinstance(data, str) else data, format=format)
    assert isinstance(found, Unreadable), found
    return found


def only(data: bytes | str) -> Card:
    found = people(data)
    assert len(found.cards) == 1
    return found.cards[0]


def test_the_content_decides_not_the_ending() -> None:
    assert people(CARD, "people.csv").format == "vcard-3.0"
    assert people(CONNECTIONS, "people.vcf").format == "linkedin-connections"


@pytest.mark.parametrize("named", ["vcard", "vcard-4.0", "VCARD", "linkedin", "linkedin-connections"])
def test_a_named_format_is_taken_at_its_word(named: str) -> None:
    data = CARD if "vcard" in named.lower() else CONNECTIONS
    assert isinstance(read("file", data.encode(), format=named), Reading)
    other = CONNECTIONS if "vcard" in named.lower() else CARD
    assert refused(other, format=named).code in ("no-people", "unknown-format")
    assert refused(CARD, format="toml").code == "unknown-format"


@pytest.mark.parametrize(
    ("headings", "like"),
    [
        ("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER", "linkedin-other"),
        ("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl", "linkedin-other"),
        ("XFirst Name;XLast Name;XE-mail Address;XE-mail 2 Address", "address-book"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "calendar"),
        ("From ann@x.example Mon Jan  1 10:00:00 2024\nSubject: Hi\n", "mail"),
        ("Return-Path: <ann@x.example>\nSubject: Hi\n", "mail"),
        ("From me to you\n", ""),
        ("Dear diary,\nmy e-mail address is my own", ""),
    ],
)  # fmt: skip
def test_a_table_that_is_not_read_is_told_by_its_name(headings: str, like: str) -> None:
    found = refused(headings + "\nAnn,Lee,x\n", "table.csv")
    assert (found.code, found.like) == ("unknown-format", like)


@pytest.mark.parametrize(
    "headings",
    [
        '"First Name","Last Name","Labels","E-mail 1 - Label","E-mail 1 - Value","Organization Name"',
        "First Name;Last Name;E-mail Address;E-mail 2 Address",
        "Display Name\tPrimary Email\tNotes",
    ],
)
def test_an_address_book_is_read_whoever_made_it(headings: str) -> None:
    separator = next(sign for sign in ";\t," if sign in headings)
    assert people(headings + separator.join(("\nAnn", "Lee", "x"))).format.endswith("-csv")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\0\0\0\0", b"\xff\xfe"])
def test_nothing_is_empty(data: bytes) -> None:
    assert refused(data) == Unreadable(code="empty")


def test_no_people_shows_the_first_lines() -> None:
    found = refused("BEGIN:VCARD\nUID:\u202e1\n\nBDAY:2003-12-09\nREV:" + "9" * 500 + "\nEND:VCARD\nX:1\n")
    assert found.code == "no-people"
    assert found.first_lines == ("BEGIN:VCARD", "UID:1", "BDAY:2003-12-09", "REV:" + "9" * 116, "END:VCARD")
    header_only = refused(CONNECTIONS.partition("\r\n")[0])
    assert header_only.code == "no-people"
    assert header_only.first_lines[0].startswith("First Name")


def test_text_of_no_known_format_is_said_to_be_so() -> None:
    assert refused("name;mail\nJo;jo@example.org\n", "a.csv") == Unreadable(
        code="unknown-format", first_lines=("name;mail", "Jo;jo@example.org")
    )
    assert refused("Dear Jo,\n", "letter.vcf").code == "no-people"


def test_what_is_no_text_shows_no_lines() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40) == Unreadable(code="not-text")


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "SIZE_LIMIT", 100)
    assert refused(CARD * 2) == Unreadable(
        code="too-large",
        first_lines=("BEGIN:VCARD", "VERSION:3.0", "FN:Jane Müller", "EMAIL:jane@example.org", "END:VCARD"),
    )


def test_more_people_than_the_limit_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard, "PEOPLE_LIMIT", 2)
    monkeypatch.setattr(linkedin, "PEOPLE_LIMIT", 2)
    person = CONNECTIONS.split("\r\n")[1] + "\r\n"
    assert people(CARD * 2).seen == people(CONNECTIONS + person).seen == 2
    assert refused(CARD * 3).code == refused(CONNECTIONS + person * 2).code == "too-many"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("text", [CARD, CONNECTIONS])
def test_every_unicode_encoding_and_western_bytes_are_read(text: str, encoding: str) -> None:
    assert only(text.encode(encoding)).name == "Jane Müller"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("José Muñoz", "cp1252"),
        ("André", "cp1252"),
        ("Łukasz Żółć", "cp1250"),
        ("Иван Петров", "cp1251"),
        ("Γιώργος Παπαδόπουλος", "cp1253"),
        ("אפרים קישון", "cp1255"),
        ("山田太郎", "cp932"),
        ("山田太郎", "iso2022_jp"),
    ],
)
def test_code_pages_are_guessed_from_few_bytes(name: str, encoding: str) -> None:
    assert only(f"BEGIN:VCARD\nFN:{name}\nORG:{name}\nEND:VCARD\n".encode(encoding)).name == name


def test_each_line_may_have_an_encoding_of_its_own() -> None:
    utf8 = "BEGIN:VCARD\nFN:Jörg\nEND:VCARD\n".encode()
    western = "BEGIN:VCARD\nFN:Jörg\nEND:VCARD\n".encode("cp1252")
    russian = "BEGIN:VCARD\nFN;CHARSET=KOI8-R:Иван\nORG:Завод\nEND:VCARD\n".encode("koi8-r")
    assert [card.name for card in people(utf8 + western).cards] == ["Jörg", "Jörg"]
    assert [(card.name, card.org) for card in people(utf8 + russian).cards] == [
        ("Jörg", ""),
        ("Иван", "Завод"),
    ]


def test_emoji_written_as_two_halves_are_whole_again() -> None:
    halves = "😀".encode("utf-16-le")
    pair = b"".join(
        halves[at : at + 2].decode("utf-16-le", "surrogatepass").encode("utf-8", "surrogatepass")
        for at in (0, 2)
    )
    reading = people(
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Zo\xc3\xab " + pair + b"\nNOTE:half \xed\xa0\xbd.\nEND:VCARD\n"
    )
    assert (reading.cards[0].name, reading.cards[0].note) == ("Zoë 😀", "half \ufffd.")


def test_a_charset_that_does_not_fit_is_not_believed() -> None:
    assert only(b"BEGIN:VCARD\nFN;CHARSET=US-ASCII:J\xf6rg\nEND:VCARD\n").name == "Jörg"
    assert only("BEGIN:VCARD\nFN;CHARSET=UTF-16;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg!\nEND:VCARD\n").name
    assert only(b"BEGIN:VCARD\nFN;CHARSET=SHIFT_JIS:J\xf6rg\xff\nEND:VCARD\n").name.startswith("J")


def test_a_character_cut_by_a_fold_is_whole_again() -> None:
    assert only(b"BEGIN:VCARD\r\nFN:J\xc3\r\n \xb6rg\r\nEND:VCARD\r\n").name == "Jörg"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n", "mixed"])
def test_all_line_ends_are_line_ends(ends: str) -> None:
    text = "BEGIN:VCARD\nFN:Jane\nNOTE:a long\n  note\nEND:VCARD\n"
    endings = iter(["\r", "\n", "\r\n", "\r\r\n", "\n"])
    data = "".join(line + (next(endings) if ends == "mixed" else ends) for line in text.split("\n")[:-1])
    found = only(data)
    assert (found.name, found.note) == ("Jane", "a long note")


def test_nul_is_dropped_everywhere() -> None:
    found = only(b"BEGIN:VCARD\nFN:Ja\0ne\nX-RAW:a\0b\nEND:VCARD\n")
    assert found.name == "Jane"
    assert "\0" not in found.raw


def test_a_card_indented_as_a_whole_is_read() -> None:
    found = only("Forwarded:\n\n    BEGIN:VCARD\n    FN:Jane\n    NOTE:folded\n      here\n    END:VCARD\n")
    assert (found.name, found.note) == ("Jane", "folded here")


def test_what_stands_outside_of_cards_is_told() -> None:
    found = people("Hello\n" + CARD + "Bye\n")
    assert [(issue.line, issue.code, issue.excerpt) for issue in found.issues] == [
        (1, "stray", "Hello"), (7, "stray", "Bye"),
    ]  # fmt: skip


def test_cards_without_a_line_end_between_are_two() -> None:
    assert people(CARD.rstrip() + CARD).seen == 2


def test_a_truncated_last_card_is_kept() -> None:
    found = people(CARD + CARD[:45])
    assert [card.name for card in found.cards] == ["Jane Müller", "Jane Müller"]
    assert [issue.code for issue in found.cards[1].issues] == ["no-colon", "no-end"]


def test_quoted_printable_cut_within_a_character_keeps_the_rest() -> None:
    cut = "BEGIN:VCARD\nFN:Jo\nNOTE;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=C3=84=C3=\n\n=A4=C3=\n"
    assert only(cut).note == "Ää"


def test_begin_inside_of_a_value_is_no_card() -> None:
    found = people("BEGIN:VCARD\nFN:Jo\nNOTE:see\n BEGIN:VCARD\n END:VCARD\nTEL:1\nEND:VCARD\n")
    assert found.seen == 1
    assert found.cards[0].note == "seeBEGIN:VCARDEND:VCARD"
    assert found.cards[0].phones == ("1",)


def test_a_soft_break_does_not_swallow_the_end() -> None:
    found = people(
        "BEGIN:VCARD\nFN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"
    )
    assert [card.name for card in found.cards] == ["A", "B"]


def test_twenty_thousand_parameters_without_a_colon() -> None:
    found = only("BEGIN:VCARD\nFN:Jo\nTEL" + ";a=b" * 20_000 + "\nEND:VCARD\n")
    assert [issue.code for issue in found.issues] == ["no-colon"]
    assert only("BEGIN:VCARD\nFN:Jo\nTEL" + ';a="b' * 20_000 + ":1\nEND:VCARD\n").name == "Jo"
    assert only("BEGIN:VCARD\nFN:Jo\nTEL" + ";a=b" * 20_000 + ":1\nEND:VCARD\n").phones == ("1",)


def test_a_photo_of_thirty_megabytes_is_left_out() -> None:
    found = only("BEGIN:VCARD\nFN:Jo\nPHOTO;ENCODING=b:" + "QUJD" * 7_500_000 + "\nTEL:1\nEND:VCARD\n")
    assert [issue.code for issue in found.issues] == ["line-too-long"]
    assert found.phones == ("1",)
    assert len(found.raw) < 100
    folded = io.StringIO()
    folded.write("BEGIN:VCARD\nFN:Jo\nPHOTO;ENCODING=b:QUJD\n")
    folded.write((" " + "QUJD" * 18 + "\n") * 300_000)
    folded.write("TEL:1\nEND:VCARD\n")
    assert [issue.code for issue in only(folded.getvalue()).issues] == ["line-too-long"]


def test_a_photo_that_is_no_base64_is_never_looked_at() -> None:
    assert only("BEGIN:VCARD\nFN:Jo\nPHOTO;ENCODING=b;TYPE=JPEG:???\nTEL:1\nEND:VCARD\n").phones == ("1",)


def test_two_thousand_cards_inside_of_each_other() -> None:
    found = people("BEGIN:VCARD\n" * 2000 + "FN:Jo\n" + "END:VCARD\n" * 2000)
    assert (found.seen, len(found.cards), found.cards[0].where.number) == (2000, 1, 2000)
    agents = people("BEGIN:VCARD\nFN:Jo\n" + "AGENT:\nBEGIN:VCARD\n" * 2000 + "END:VCARD\n" * 2001)
    assert (len(agents.cards), {skipped.reason for skipped in agents.skipped}) == (1, {"agent"})


@pytest.mark.parametrize(
    "sign", ["\\", '"', ";", "=", "\r", "^", "(", "=C3", '\\"', "BEGIN:VCARD ", "\u202e"]
)
def test_long_runs_of_one_sign_cost_little(sign: str) -> None:
    run = sign * (2_000_000 // len(sign))
    people(f"{CARD}BEGIN:VCARD\nFN:Jo\nNOTE:{run}\nN;{run}:x\nTEL;QUOTED-PRINTABLE:{run}\nEND:VCARD\n")
    people(f"{CONNECTIONS}{run}\n{run},{run}\n")


def _harmless(card: Card) -> None:
    lines = [card.name, card.org, card.department, card.title, card.uid, card.birthday]
    lines += [*card.nicknames, *card.emails, *card.phones, *card.urls, *card.addresses, *card.tags]
    for text in lines:
        assert text == clean_line(text)
    assert card.note == clean_text(card.note)
    assert card.name
    assert len(card.name) <= NAME_LIMIT
    assert len(card.note) <= NOTE_LIMIT
    assert "\0" not in card.raw
    card.raw.encode()


def _holds(found: Reading | Unreadable) -> None:
    if isinstance(found, Unreadable):
        assert len(found.first_lines) <= 5
        assert all(line == clean_line(line) and 0 < len(line) <= 120 for line in found.first_lines)
        return
    assert found.cards
    assert found.seen == len(found.cards) + len(found.skipped)
    numbers = [card.where.number for card in found.cards] + [one.where.number for one in found.skipped]
    assert sorted(numbers) == list(range(1, found.seen + 1))
    for card in found.cards:
        _harmless(card)


@given(st.binary(max_size=400), st.sampled_from([None, "vcard", "linkedin"]))
def test_any_bytes_are_answered(data: bytes, format: str | None) -> None:
    _holds(read("file.vcf", data, format=format))


PIECES = [
    b"BEGIN:VCARD", b"END:VCARD", b"begin : vcard", b"VERSION:2.1", b"VERSION:4.0", b"FN:", b"N:", b"item1.",
    b"TEL;", b"AGENT:", b"NOTE;ENCODING=QUOTED-PRINTABLE:", b"ADR;LABEL=\"", b";CHARSET=cp1252:", b"=C3", b"=",
    b"=\n", b"\n", b"\r\n", b"\n ", b"\r", b"\t", b"\"", b"\\", b"\\\"", b"\\n", b";", b",", b":", b"^n", b"Jo",
    b"\xc3\xb6", b"\xf6", b"\xe2\x80\xae", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"PHOTO;BASE64:", b"BDAY:",
    b"1980-03-22", b"First Name,Last Name,Connected On", b"12 Mar 2024", b"1/13/18, 9:23 AM",
    b"First Name;Last Name;URL;Email Address;Connected On", b"URL:linkedin.com/in/J%C3%B6",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join))
def test_any_pieces_of_formats_are_answered(data: bytes) -> None:
    _holds(read("file.csv", data))
    _holds(read("file.vcf", b"BEGIN:VCARD\nFN:Jo\n" + data))
    _holds(read("file.csv", CONNECTIONS.encode() + data))


def test_random_megabytes_are_answered() -> None:
    chance = random.Random(7)
    for head in (b"", b"BEGIN:VCARD\nFN:Jo\n", CONNECTIONS.encode()):
        _holds(read("file", head + chance.randbytes(1_000_000)))


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=200))
def test_what_is_escaped_by_the_rules_comes_back(name: str, company: str, note: str) -> None:
    def escaped(text: str) -> str:
        for sign, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
            text = text.replace(sign, escape)
        return text

    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"FN:{escaped(name)}",
        f"ORG:{escaped(company)}",
        f"NOTE:{escaped(note)}",
    ]
    lines += ["TEL:1", "END:VCARD"]
    found = only("\r\n".join(lines))
    company = clean_line(company.replace("\r", ""))
    assert found.org == company
    assert found.name == (clean_line(name.replace("\r", "")) or company or "1")
    assert found.note == clean_text(note.replace("\r", ""))
